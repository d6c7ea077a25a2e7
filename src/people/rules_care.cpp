#include "people/rules_care.h"

#include "people/rules_family.h"

#include <algorithm>

namespace onroll::people {

namespace rules_care_detail {

bool is_now(CareStatus status)
{
    return status == CareStatus::section_20 || status == CareStatus::by_order;
}

bool order_in_force(const std::vector<CourtOrder>& orders, Date day)
{
    return std::any_of(orders.begin(), orders.end(), [&](const CourtOrder& order) {
        return is_looked_after_by(order.kind) && in_force(order, day);
    });
}

} // namespace rules_care_detail

bool is_looked_after_by(OrderKind kind)
{
    return kind == OrderKind::care || kind == OrderKind::interim_care ||
           kind == OrderKind::emergency_protection || kind == OrderKind::placement_for_adoption;
}

std::optional<CareStatement> care_on(const std::vector<CareStatement>& statements, Date day)
{
    const CareStatement* last = nullptr;
    for (const auto& one : statements)
        if (one.from <= day && (!last || last->from <= one.from)) last = &one;
    if (!last) return std::nullopt;
    auto stated = *last;
    if (rules_care_detail::is_now(stated.status) && stated.until && *stated.until < day)
        stated.status = CareStatus::previously;
    return stated;
}

std::optional<bool> looked_after_on(const std::vector<CareStatement>& statements,
                                    const std::vector<CourtOrder>& orders, Date day)
{
    if (rules_care_detail::order_in_force(orders, day)) return true;
    const auto stated = care_on(statements, day);
    if (!stated) return std::nullopt;
    return rules_care_detail::is_now(stated->status);
}

bool ever_looked_after(const std::vector<CareStatement>& statements,
                       const std::vector<CourtOrder>& orders)
{
    return std::any_of(statements.begin(), statements.end(),
                       [](const CareStatement& one) { return one.status != CareStatus::never; }) ||
           std::any_of(orders.begin(), orders.end(),
                       [](const CourtOrder& one) { return is_looked_after_by(one.kind); });
}

std::string care_alert(const std::vector<CareStatement>& statements,
                       const std::vector<CourtOrder>& orders, Date today)
{
    if (!looked_after_on(statements, orders, today).value_or(false)) return {};
    const auto stated = care_on(statements, today);
    std::string by = "a council";
    if (stated && rules_care_detail::is_now(stated->status) && !stated->council.empty())
        by = stated->council;
    return "Looked after by " + by +
           ". If the child is excluded, the virtual school head and the social worker are told "
           "too.";
}

std::vector<Error> problems_of(const CareStatement& statement, Date today)
{
    std::vector<Error> problems;
    const bool now = rules_care_detail::is_now(statement.status);
    if (now && statement.council.empty())
        problems.push_back(bad_input("Enter which council looks after the child", "council"));
    if (statement.status == CareStatus::never && !statement.council.empty())
        problems.push_back(
            bad_input("Leave the council blank for a child who was never looked after", "council"));
    if (statement.council.size() > 200)
        problems.push_back(bad_input("Shorten the council to 200 characters", "council"));
    if (statement.from > today)
        problems.push_back(bad_input("The date must be today or earlier", "from"));
    if (statement.until && !now)
        problems.push_back(
            bad_input("Enter a last day only for a child who is looked after", "until"));
    else if (statement.until && *statement.until < statement.from)
        problems.push_back(bad_input("The last day must be after the first day", "until"));
    return problems;
}

} // namespace onroll::people
