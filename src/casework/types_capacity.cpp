#include "casework/types_capacity.h"

#include "casework/words.h"

#include <algorithm>

namespace onroll::casework {
namespace types_capacity_detail {

constexpr Word<Takes> takes_words[] = {
    {Takes::at_once, "at_once", "Takes somebody at once"},
    {Takes::after_a_wait, "after_a_wait", "Takes somebody after a wait"},
    {Takes::nobody_now, "nobody_now", "Takes nobody now"},
    {Takes::not_known, "not_known", "Not known"},
};

} // namespace types_capacity_detail

bool Capacity::helps(NeedKind kind) const
{
    return std::find(helps_with.begin(), helps_with.end(), kind) != helps_with.end();
}

std::string_view key_of(Takes takes)
{
    return word_of(types_capacity_detail::takes_words, takes).key;
}

std::optional<Takes> takes_named(std::string_view key)
{
    return value_named(types_capacity_detail::takes_words, key);
}

std::string_view in_words(Takes takes)
{
    return word_of(types_capacity_detail::takes_words, takes).words;
}

const std::vector<Takes>& all_takes()
{
    static const auto all = values_of(types_capacity_detail::takes_words);
    return all;
}

} // namespace onroll::casework
