// Work done on a case: what kind of work, at which stage, how many minutes, about what, and with
// which other professionals. Pure. capabilities.md N11, N18, table stake 37.
#pragma once

#include "access/types.h"
#include "casework/types_case.h"
#include "kernel/date.h"
#include "kernel/random_id.h"
#include "kernel/result.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

using ActionId = RandomId<struct ActionTag>;
using ProfessionalId = RandomId<struct ProfessionalTag>;

/// What the work was. `professional` is advice given to somebody who works with the child (N18).
enum class ActionKind {
    family,
    child,
    school,
    council,
    professional,
    reading,
    drafting,
    meeting,
    hearing,
    travel,
    other
};

/// What the work was for, so that hours can be told by stage (N11: what a governing board takes).
enum class Stage {
    early_help, ///< before anything was decided
    school,     ///< with the school, also about a suspension
    governing_board,
    review_panel,
    tribunal,
    provision, ///< education from the sixth day, or somewhere else
    going_back,
    any ///< tied to none of them
};

/// What it was about; an action may have several.
enum class Topic {
    suspension,
    permanent_exclusion,
    sent_home,
    part_time,
    move,
    home_education,
    attendance,
    support_in_school,
    plan,
    discrimination,
    admission,
    transport,
    bullying,
    health,
    wider_needs,
    next_steps
};

/// Whether an action stands in the chronology itself, or is the time that another entry took.
enum class Shown { itself, with_another_entry };

/// An action as it is typed. Minutes and day are enough.
struct NewAction {
    ActionKind kind = ActionKind::other;
    Stage stage = Stage::any;
    std::chrono::minutes took{0};
    Date on{};
    std::string what{};                     ///< in the adviser's words; may be empty
    std::vector<Topic> topics{};            ///< in the order of the enumeration, each once
    std::vector<ProfessionalId> with{};     ///< of the case's own list
    std::optional<access::UserId> worker{}; ///< who did it; nothing: whoever records it
    Shown shown = Shown::itself;

    bool operator==(const NewAction&) const = default;
};

struct Action {
    ActionId id;
    CaseId of;
    NewAction done; ///< its worker is always named
    std::chrono::sys_time<std::chrono::milliseconds> recorded_at{};
    access::UserId recorded_by;
    std::int64_t version = 1; ///< raised by each correction

    bool operator==(const Action&) const = default;
};

/// Somebody outside the service who works with the child: a SENCO, a social worker.
struct Professional {
    ProfessionalId id;
    std::string name;
    std::string role;         ///< "SENCO"
    std::string organisation; ///< may be empty

    bool operator==(const Professional&) const = default;
};

/// Time by stage or kind; only those with any, in the order of the enumeration.
struct HoursByStage {
    Stage stage = Stage::any;
    std::chrono::minutes time{0};
    bool operator==(const HoursByStage&) const = default;
};
struct HoursByKind {
    ActionKind kind = ActionKind::other;
    std::chrono::minutes time{0};
    bool operator==(const HoursByKind&) const = default;
};
struct Hours {
    std::chrono::minutes total{0};
    std::vector<HoursByStage> by_stage;
    std::vector<HoursByKind> by_kind;
};
/// "governing_board": the word in the store and in forms.
std::string_view key_of(ActionKind kind);
std::string_view key_of(Stage stage);
std::string_view key_of(Topic topic);
std::optional<ActionKind> action_kind_named(std::string_view key);
std::optional<Stage> stage_named(std::string_view key);
std::optional<Topic> topic_named(std::string_view key);
/// "Governing board".
std::string_view in_words(ActionKind kind);
std::string_view in_words(Stage stage);
std::string_view in_words(Topic topic);
const std::vector<ActionKind>& all_action_kinds();
const std::vector<Stage>& all_stages();
const std::vector<Topic>& all_topics();

/// A working day: longer is two actions.
inline constexpr std::chrono::minutes longest_action{24 * 60};
/// The buttons that record a time by one press.
const std::vector<std::chrono::minutes>& minutes_by_one_press();
/// "6 hours 25 minutes", "15 minutes", "0 minutes".
std::string hours_in_words(std::chrono::minutes time);

} // namespace onroll::casework
