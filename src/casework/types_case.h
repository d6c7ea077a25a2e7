// A case: the work of the advice service for one child, from its opening to its close. Pure.
// capabilities.md N05, N07, N10; exclusion-law.md section 14.
#pragma once

#include "access/types.h"
#include "kernel/date.h"
#include "kernel/random_id.h"
#include "people/types.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

using onroll::in_words; // of a date, beside those below

using CaseId = RandomId<struct CaseTag>;

/// open: somebody works on it. waiting: it is on the waiting list. inactive: nothing is asked of
/// the service now. closed: read only.
enum class CaseState { open, waiting, inactive, closed };

/// The intervention levels of the IAS network: 1 information and advice, 2 more than one contact,
/// 3 sustained casework, 4 complex legal casework, 5 support through the SEND tribunal.
enum class Level { one = 1, two, three, four, tribunal };

/// How soon somebody on the waiting list is to be seen.
enum class Priority { urgent, soon, ordinary };

struct NewCase {
    people::PersonId child;
    Level level = Level::one;
    CaseState state = CaseState::open;
    std::optional<access::UserId> caseworker{};
    std::string work = "First enquiry"; ///< the first piece of work, which has the level
    std::string reason{};               ///< why it is at this level, or why it waits
    Priority priority = Priority::ordinary;

    bool operator==(const NewCase&) const = default;
};

struct Case {
    CaseId id;
    std::int64_t number = 0; ///< counted up in its agency: "Case 1042"
    people::PersonId child;
    CaseState state = CaseState::open;
    Level level = Level::one; ///< the present one
    std::optional<access::UserId> caseworker{};
    Date opened_on{};
    access::UserId opened_by;
    std::optional<Date> closed_on{};
    Priority priority = Priority::ordinary;
    std::optional<Date> waiting_since{}; ///< while it is on the waiting list
    std::string waiting_reason{};
    std::int64_t version = 1; ///< raised by each change

    bool operator==(const Case&) const = default;
};

/// "waiting": the word in the store and in forms.
std::string_view key_of(CaseState state);
std::optional<CaseState> case_state_named(std::string_view key);
/// "Waiting list".
std::string_view in_words(CaseState state);
const std::vector<CaseState>& all_case_states();

/// "soon": the word in the store and in forms.
std::string_view key_of(Priority priority);
std::optional<Priority> priority_named(std::string_view key);
/// "Soon".
std::string_view in_words(Priority priority);
const std::vector<Priority>& all_priorities();

/// "3", and "tribunal" for the last.
std::string_view key_of(Level level);
std::optional<Level> level_named(std::string_view key);
/// "Level 3", "Tribunal level".
std::string_view in_words(Level level);
/// What work of that level is: "Information and general advice".
std::string_view meaning_of(Level level);
const std::vector<Level>& all_levels();

} // namespace onroll::casework
