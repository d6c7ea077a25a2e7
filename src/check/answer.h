// What follows from a family's story on one day, ready to be shown: what is most urgent, the dates,
// the findings, what the family may do, and what hangs on what it does not know. No words but keys.
// Pure.
#pragma once

#include "check/story.h"
#include "law/answer_rows.h"

#include <string>
#include <vector>

namespace onroll::check {

/// One thing that the family may do: the key of its words, and the last day for it, if any.
struct MayDo {
    std::string key;
    std::optional<Date> by;
};

/// What would follow, or be added, if something not known were so.
struct Hangs {
    std::string key;
    law::History history;
    law::Evaluation evaluation;
    law::AnswerRows rows;
};

struct Answered {
    const Answers* answers = nullptr;
    const Story* story = nullptr;
    Date today{};
    law::Evaluation evaluation;
    law::AnswerRows rows;
    const law::AnswerRow* urgent = nullptr;    ///< one of rows
    std::vector<const law::Finding*> findings; ///< each rule and reason once, gravest first
    std::string ask; ///< key of what to ask the school first; may be empty
    std::vector<Hangs> hangs;
    std::vector<MayDo> may;

    Answered() = default;
    Answered(const Answered&) = delete; // rows and findings point into it
    Answered& operator=(const Answered&) = delete;
};

/// Fills `out` for the story, seen on `today`.
void answer(const Answers& answers, const Story& story, Date today, Answered& out);

/// `suspended`, `unknown`: what happened, as the keys of words name it.
std::string_view name(const Answer<Happened>& happened);

} // namespace onroll::check
