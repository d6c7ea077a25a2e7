#include "casework/types_next_steps.h"

#include "casework/words.h"

namespace onroll::casework {
namespace types_next_steps_detail {

constexpr Word<NextStepKind> next_step_kinds[] = {
    {NextStepKind::pupil_referral_unit, "pupil_referral_unit", "A pupil referral unit"},
    {NextStepKind::new_school, "new_school", "A new school"},
    {NextStepKind::alternative_provision, "alternative_provision", "Other alternative provision"},
    {NextStepKind::after_16, "after_16", "College, training or work after 16"},
    {NextStepKind::other, "other", "Something else"},
};
constexpr Word<NextStepResult> next_step_results[] = {
    {NextStepResult::began, "began", "It began"},
    {NextStepResult::waiting, "waiting", "Still waiting"},
    {NextStepResult::something_else, "something_else", "Something else was found"},
    {NextStepResult::did_not_happen, "did_not_happen", "It did not happen"},
    {NextStepResult::not_known, "not_known", "Nobody could tell us"},
    {NextStepResult::mistake, "mistake", "It was entered by mistake"},
};
constexpr Word<NextStepEnd> next_step_ends[] = {
    {NextStepEnd::began, "began", "It began"},
    {NextStepEnd::not_so, "not_so", "Something else, or nothing"},
    {NextStepEnd::open, "open", "Open or not known"},
};

} // namespace types_next_steps_detail
using namespace types_next_steps_detail;

std::optional<NextStepEnd> end_of(const std::optional<NextStepResult>& result)
{
    if (!result) return NextStepEnd::open;
    switch (*result) {
    case NextStepResult::began:
        return NextStepEnd::began;
    case NextStepResult::something_else:
    case NextStepResult::did_not_happen:
        return NextStepEnd::not_so;
    case NextStepResult::waiting:
    case NextStepResult::not_known:
        return NextStepEnd::open;
    case NextStepResult::mistake:
        return std::nullopt;
    }
    return std::nullopt;
}

std::string_view key_of(NextStepKind kind)
{
    return word_of(next_step_kinds, kind).key;
}
std::string_view key_of(NextStepResult result)
{
    return word_of(next_step_results, result).key;
}
std::string_view key_of(NextStepEnd end)
{
    return word_of(next_step_ends, end).key;
}
std::optional<NextStepKind> next_step_kind_named(std::string_view key)
{
    return value_named(next_step_kinds, key);
}
std::optional<NextStepResult> next_step_result_named(std::string_view key)
{
    return value_named(next_step_results, key);
}
std::optional<NextStepEnd> next_step_end_named(std::string_view key)
{
    return value_named(next_step_ends, key);
}
std::string_view in_words(NextStepKind kind)
{
    return word_of(next_step_kinds, kind).words;
}
std::string_view in_words(NextStepResult result)
{
    return word_of(next_step_results, result).words;
}
std::string_view in_words(NextStepEnd end)
{
    return word_of(next_step_ends, end).words;
}
const std::vector<NextStepKind>& all_next_step_kinds()
{
    static const auto all = values_of(next_step_kinds);
    return all;
}
const std::vector<NextStepResult>& all_next_step_results()
{
    static const auto all = values_of(next_step_results);
    return all;
}
const std::vector<NextStepEnd>& all_next_step_ends()
{
    static const auto all = values_of(next_step_ends);
    return all;
}

} // namespace onroll::casework
