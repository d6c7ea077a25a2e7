// Needs that somebody noticed and what became of them, and what the family lived through. Pure.
// capabilities.md N43, R10.
#pragma once

#include "casework/types_case.h"

#include "access/types.h"
#include "kernel/date.h"
#include "kernel/random_id.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::casework {

using NeedId = RandomId<struct NeedTag>;
using JourneyId = RandomId<struct JourneyTag>;

enum class NeedKind : std::uint8_t {
    paediatric,
    hearing,
    vision,
    dyslexia,
    speech_and_language,
    autism,
    adhd,
    mental_health,
    something_else
};

/// noticed: nobody was asked yet. asked: somebody was asked for it. waiting: on a list. seen:
/// looked at, without help yet. refused, met: how it ended.
enum class NeedStep : std::uint8_t { noticed, asked, waiting, seen, refused, met };

struct NeedStepTold {
    NeedStep step = NeedStep::noticed;
    Date on{};
    std::string who;  ///< who noticed, was asked, saw the child: "School nurse"
    std::string note; ///< may be empty
    bool operator==(const NeedStepTold&) const = default;
};

struct Need {
    NeedId id;
    CaseId case_id;
    NeedKind kind = NeedKind::something_else;
    std::string words;                 ///< "Does not hear in a noisy room"; may be empty
    std::vector<NeedStepTold> steps{}; ///< by day; never empty

    Date noticed_on() const { return steps.front().on; }
    const NeedStepTold& last() const { return steps.back(); }
    /// Whether it was known and nobody had seen the child about it by that day; one that was turned
    /// down stays unmet.
    bool unmet_on(Date day) const;
};

/// contact: an agency that came in. wait: a time of waiting. moment: something that happened.
enum class JourneyKind : std::uint8_t { contact, wait, moment };

struct NewJourneyPart {
    JourneyKind kind = JourneyKind::moment;
    Date from{};
    std::optional<Date> until{};
    std::string who;              ///< the agency; empty for a moment
    std::string words;            ///< in the family's words
    std::optional<int> feeling{}; ///< 1 very hard to 5 good, as the family says
    bool operator==(const NewJourneyPart&) const = default;
};
struct JourneyPart {
    JourneyId id;
    NewJourneyPart told;
};

std::string_view key_of(NeedKind kind);
std::string_view key_of(NeedStep step);
std::string_view key_of(JourneyKind kind);
std::optional<NeedKind> need_kind_named(std::string_view key);
std::optional<NeedStep> need_step_named(std::string_view key);
std::optional<JourneyKind> journey_kind_named(std::string_view key);
std::string_view in_words(NeedKind kind);
std::string_view in_words(NeedStep step);
std::string_view in_words(JourneyKind kind);
/// "Very hard" for 1 to "Good" for 5.
std::string_view feeling_in_words(int feeling);
const std::vector<NeedKind>& all_need_kinds();
const std::vector<NeedStep>& all_need_steps();
const std::vector<JourneyKind>& all_journey_kinds();

} // namespace onroll::casework
