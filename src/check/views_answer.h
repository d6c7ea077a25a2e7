// What follows, as a family reads it. Words and layout; what follows was worked out before.
#pragma once

#include "check/answer.h"
#include "check/views_form.h"

#include <string>

namespace onroll::check {

/// The whole answer.
design::Html answer_view(const Here& here, const Answered& answered);
/// The heading of the answer: "Suspended".
std::string answer_title(const Here& here, const Answered& answered);

/// The parts of it, which other pages show too.
design::Html first_panel_view(const Here& here, const Answered& answered);
design::Html dates_view(const Here& here, const Answered& answered);
design::Html findings_view(const Here& here, const Answered& answered);
design::Html may_view(const Here& here, const Answered& answered);
design::Html help_view(const Here& here);
design::Html unknown_view(const Here& here, const Answered& answered);

/// What a duty, and a finding, say to a family; the law's own sentence where a rule has no words
/// here.
std::string duty_words(const Words& words, const law::Duty& duty);
std::string duty_why(const Words& words, const Answered& answered, const law::Duty& duty);
std::string finding_words(const Words& words, const Answered& answered,
                          const law::Finding& finding);
/// The school's name, or words that stand for it.
std::string school_words(const Words& words, const Story& story);

/// The same facts in short sentences (CV-37).
design::Html easy_read_view(const Here& here, const Answered& answered);
/// One page to show the head teacher.
design::Html sheet_view(const Here& here, const Answered& answered);
/// The code for the advice service, or what to do where none can be made.
design::Html hand_over_view(const Here& here, const std::string& code, Date last_day);

} // namespace onroll::check
