// Where a child goes on to, what the family was told of it, and what became of it. Values only.
// capabilities.md N52.
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
#include <vector>

namespace onroll::casework {

using NextStepId = RandomId<struct NextStepTag>;

enum class NextStepKind : std::uint8_t {
    pupil_referral_unit,
    new_school,
    alternative_provision,
    after_16,
    other
};

enum class NextStepResult : std::uint8_t {
    began,
    waiting,
    something_else,
    did_not_happen,
    not_known,
    mistake ///< it was never advised: counted nowhere
};

struct NewNextStep {
    NextStepKind kind = NextStepKind::other;
    std::string where;               ///< "Harbour Academy"; may be empty
    std::optional<Date> starts_on{}; ///< from when; nothing where nobody knows yet
    std::string advised;             ///< what the family was told
    Date advised_on{};
    bool operator==(const NewNextStep&) const = default;
};

/// What was learnt of it later.
struct NextStepLearnt {
    NextStepResult result = NextStepResult::not_known;
    std::string note; ///< may be empty
    std::chrono::sys_time<std::chrono::milliseconds> at{};
    access::UserId by;
};

struct AdvisedStep {
    NextStepId id;
    CaseId case_id;
    NewNextStep told;
    std::chrono::sys_time<std::chrono::milliseconds> added_at{};
    access::UserId added_by;
    std::vector<NextStepLearnt> learnt{}; ///< in the order in which it was learnt

    std::optional<NextStepResult> result() const
    {
        if (learnt.empty()) return std::nullopt;
        return learnt.back().result;
    }
    bool is_mistake() const { return result() == NextStepResult::mistake; }
};

/// How a report counts what became of it.
enum class NextStepEnd : std::uint8_t { began, not_so, open };
/// Nothing for one that was entered by mistake.
std::optional<NextStepEnd> end_of(const std::optional<NextStepResult>& result);

std::string_view key_of(NextStepKind kind);
std::string_view key_of(NextStepResult result);
std::string_view key_of(NextStepEnd end);
std::optional<NextStepKind> next_step_kind_named(std::string_view key);
std::optional<NextStepResult> next_step_result_named(std::string_view key);
std::optional<NextStepEnd> next_step_end_named(std::string_view key);
std::string_view in_words(NextStepKind kind);
std::string_view in_words(NextStepResult result);
std::string_view in_words(NextStepEnd end);
const std::vector<NextStepKind>& all_next_step_kinds();
const std::vector<NextStepResult>& all_next_step_results();
const std::vector<NextStepEnd>& all_next_step_ends();

} // namespace onroll::casework
