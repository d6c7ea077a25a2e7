#include "people/rules_list.h"

#include "people/rules_care.h"

#include <algorithm>
#include <array>

namespace onroll::people {

namespace rules_list_detail {

struct Named {
    CareInList care;
    std::string_view key;
    std::string_view words;
};
constexpr std::array<Named, 4> all_named{{{CareInList::now, "now", "Looked after now"},
                                          {CareInList::before, "before", "Looked after before"},
                                          {CareInList::never, "never", "Never looked after"},
                                          {CareInList::not_stated, "not_stated", "Not stated"}}};

} // namespace rules_list_detail
std::string_view key_of(CareInList care)
{
    return rules_list_detail::all_named[static_cast<std::size_t>(care)].key;
}

std::string_view in_words(CareInList care)
{
    return rules_list_detail::all_named[static_cast<std::size_t>(care)].words;
}

std::optional<CareInList> care_in_list_named(std::string_view key)
{
    for (const auto& one : rules_list_detail::all_named)
        if (one.key == key) return one.care;
    return std::nullopt;
}

const std::vector<CareInList>& all_care_in_list()
{
    static const std::vector<CareInList> all = [] {
        std::vector<CareInList> cares;
        for (const auto& one : rules_list_detail::all_named) cares.push_back(one.care);
        return cares;
    }();
    return all;
}

bool fits(const ChildInList& child, const ListQuestion& question)
{
    if (question.without_school && child.school) return false;
    if (question.school && child.school != question.school) return false;
    if (question.sen && child.sen != *question.sen) return false;
    if (question.care && child.care != *question.care) return false;
    return !question.with_alert || child.has_alert;
}

CareInList care_in_list(const std::vector<CareStatement>& statements,
                        const std::vector<CourtOrder>& orders, Date today)
{
    if (looked_after_on(statements, orders, today).value_or(false)) return CareInList::now;
    if (ever_looked_after(statements, orders)) return CareInList::before;
    return statements.empty() ? CareInList::not_stated : CareInList::never;
}

} // namespace onroll::people
