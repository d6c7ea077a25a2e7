#include "audit/types.h"

#include <algorithm>
#include <array>
#include <utility>

namespace onroll::audit {

namespace types_detail {

constexpr std::array kinds{
    std::pair{Kind::read, std::string_view("read")},
    std::pair{Kind::searched, std::string_view("searched")},
    std::pair{Kind::recorded, std::string_view("recorded")},
    std::pair{Kind::changed, std::string_view("changed")},
    std::pair{Kind::removed, std::string_view("removed")},
    std::pair{Kind::exported, std::string_view("exported")},
    std::pair{Kind::printed, std::string_view("printed")},
    std::pair{Kind::shared, std::string_view("shared")},
    std::pair{Kind::signed_in, std::string_view("signed_in")},
    std::pair{Kind::signed_out, std::string_view("signed_out")},
    std::pair{Kind::denied, std::string_view("denied")},
    std::pair{Kind::overrode, std::string_view("overrode")},
    std::pair{Kind::approved, std::string_view("approved")},
    std::pair{Kind::erased, std::string_view("erased")},
};
constexpr std::array outcomes{
    std::pair{Outcome::done, std::string_view("done")},
    std::pair{Outcome::refused, std::string_view("refused")},
    std::pair{Outcome::failed, std::string_view("failed")},
};

template <class List, class Value>
std::string_view name_in(const List& list, Value value)
{
    return std::find_if(list.begin(), list.end(),
                        [&](const auto& entry) { return entry.first == value; })
        ->second;
}

template <class Value, class List>
std::optional<Value> value_in(const List& list, std::string_view name)
{
    for (const auto& [value, its_name] : list)
        if (its_name == name) return value;
    return std::nullopt;
}

} // namespace types_detail

std::string_view name_of(Kind kind)
{
    return types_detail::name_in(types_detail::kinds, kind);
}

std::optional<Kind> kind_named(std::string_view name)
{
    return types_detail::value_in<Kind>(types_detail::kinds, name);
}

std::string_view name_of(Outcome outcome)
{
    return types_detail::name_in(types_detail::outcomes, outcome);
}

std::optional<Outcome> outcome_named(std::string_view name)
{
    return types_detail::value_in<Outcome>(types_detail::outcomes, name);
}

bool may_be_noted(std::string_view text)
{
    constexpr std::string_view marks = "_.:/{}-";
    return text.size() <= 200 && std::all_of(text.begin(), text.end(), [&](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      marks.find(c) != std::string_view::npos;
           });
}

} // namespace onroll::audit
