// What is asked about an event, in groups that are told one at a time: what happened first, the
// letter, teaching, the governors, the review. The words of the forms and of what is shown. Pure.
#pragma once

#include "casework/types_events.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// How a fact is asked for.
enum class Asks { day, yes_no, length, number, choice, ticks, line, story, school };

struct AnswerOption {
    std::string_view key;
    std::string_view words;
};

struct EventQuestion {
    Fact fact{};
    Asks asks = Asks::line;
    std::string_view label; ///< "First day out of school"
    std::string_view hint{};
    std::vector<AnswerOption> options{};
    bool needed = false;
};

/// Questions that are told together.
struct QuestionGroup {
    std::string_view key;        ///< "letter", as in addresses
    std::string_view title;      ///< "The letter"
    std::string_view invitation; ///< "Tell what the letter says"
    std::vector<EventQuestion> questions;
    std::string_view told{}; ///< why dates change: "a step of the governors was recorded"
};

/// The groups of a kind; the first is asked when the event is recorded, and its key is "first".
const std::vector<QuestionGroup>& groups_of(EventKind kind);
/// Nothing where the kind has no such group.
const QuestionGroup* group_named(EventKind kind, std::string_view key);
/// The question about a fact of this kind; nothing where it asks none.
const EventQuestion* question_about(EventKind kind, Fact fact);

/// A value as people read it: "Monday 30 November 2026", "Yes", "Behaviour, needs".
std::string value_in_words(const EventQuestion& question, std::string_view value);

} // namespace onroll::casework
