// What a head teacher or clerk says of an exclusion before it is decided, as typed, and the plan
// that it comes to. Holds no name. Pure: nothing is stored.
#pragma once

#include "check/answers.h"
#include "check/services.h"
#include "check/story.h"
#include "check/typed.h"
#include "platform/http/form.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::check {

/// What the head teacher thought about before deciding, by code: what is asked, and the rule.
struct Considered {
    std::string_view code;
    law::RuleId rule;
    bool only_if_needs = false; ///< asked where the pupil has a disability, SEN or a plan
    bool only_if_care = false;  ///< asked where the pupil is looked after
    bool only_if_plan = false;
    bool only_if_permanent = false;
};
std::span<const Considered> all_considered();

struct SchoolForm {
    std::string school; ///< words or a number
    std::string urn;    ///< chosen from those found
    std::string kind;   ///< suspension, lunchtime, permanent
    std::string length; ///< school days, or lunchtimes
    TypedDate decided;
    std::string earlier_term, earlier_year;
    Ticks pupil; ///< plan, support, disabled, looked_after, social_worker, exam, over_age, adult
    Ticks considered;       ///< codes of all_considered()
    std::string rule_met;   ///< the rule of the behaviour policy that the pupil broke
    std::string hard_rule;  ///< whether that rule is hard to keep for this pupil: yes, no, unknown
    std::string adjustment; ///< what was changed, or why not
};
inline constexpr std::array<std::string_view, 8> pupil_codes{
    "plan", "support", "disabled", "looked_after", "social_worker", "exam", "over_age", "adult"};
/// Characters of the two texts that are read.
inline constexpr std::size_t longest_school_text = 1000;

SchoolForm read_school_form(const http::Form& form);
http::Fields fields_of(const SchoolForm& form);

/// What is wrong with a field: its id, and what to do.
struct SchoolFormError {
    std::string field;
    std::string message;
};

/// The form understood: the duties with their days, or what to put right.
struct SchoolPlan {
    std::vector<SchoolFormError> errors;
    std::vector<SchoolChoice> choices; ///< where several schools were meant
    std::optional<Story> story;
    law::Evaluation evaluation;
    std::vector<const Considered*> open; ///< what still has to be thought about
    std::vector<const Considered*> done;
    bool needs = false; ///< a disability, special needs or a plan
};
SchoolPlan plan_of(const SchoolForm& form, const Services& services, Date today);

/// The duties by when they fall, each in the order of its day.
enum class Stage { the_day, teaching, governors, afterwards };
inline constexpr std::array all_stages{Stage::the_day, Stage::teaching, Stage::governors,
                                       Stage::afterwards};
std::vector<const law::Duty*> duties_of(const SchoolPlan& plan, Stage stage);

} // namespace onroll::check
