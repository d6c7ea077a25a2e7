#include "people/store_overrides.h"

#include "people/store_detail.h"
#include "people/store_rows.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

using store_rows::sql;

std::vector<SharedWithoutConsent> overrides_of(db::Queries& database,
                                               const access::AgencyId& agency)
{
    std::vector<SharedWithoutConsent> all;
    auto rows = database.query(sql()("overrides_of"), agency.text());
    while (rows.next()) {
        SharedWithoutConsent one{.id = store_rows::stored_id<ShareId>(rows.text("id")),
                                 .about = store_rows::stored_id<PersonId>(rows.text("about"))};
        one.with_name = rows.text("with_name");
        one.given.ground = override_ground_named(rows.text("override_ground"))
                               .value_or(OverrideGround::risk_of_harm);
        one.given.reason = rows.text("override_reason");
        one.given.authorised_by = rows.text("override_authorised_by");
        one.given.family_told_on = rows.optional_date("override_told_on");
        one.given.not_told_because = rows.text("override_not_told");
        one.given.review_on = rows.optional_date("override_review_on");
        one.starts_on = rows.date("starts_on");
        one.last_day = rows.optional_date("stopped_on").value_or(rows.date("ends_on"));
        one.shared_by = rows.text("shared_by");
        one.reviewed_on = rows.optional_date("reviewed_on");
        one.reviewed_by = rows.text("reviewed_by");
        one.found = rows.text("review_found");
        all.push_back(std::move(one));
    }
    return all;
}

Result<void> review_override(db::Transaction& transaction, const Scope& scope, const ShareId& id,
                             std::string_view found)
{
    if (found.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return bad_input("Enter what you found", "found");
    if (found.size() > 2000)
        return bad_input("Keep what you found under 2,000 characters", "found");
    const auto all = overrides_of(transaction, scope.agency);
    const auto one = std::find_if(all.begin(), all.end(),
                                  [&](const SharedWithoutConsent& each) { return each.id == id; });
    if (one == all.end()) return not_found("The act of sharing was not found");
    if (one->shared_by == scope.user.text() || one->given.authorised_by == scope.user.text())
        return Error{ErrorKind::not_allowed,
                     "You shared this or allowed it, so somebody else has to review it",
                     {},
                     {}};
    if (transaction.run(sql()("review_override"), std::optional(scope.today()), scope.user.text(),
                        found, scope.agency.text(), id.text()) == 0)
        return Error{ErrorKind::conflict, "This was reviewed already", {}, {}};
    store_detail::note(transaction, scope, audit::Kind::approved, "data_protection.change",
                       "person", one->about.text(), {"review_of_share:" + id.text()});
    return {};
}

std::vector<access::UserId> take_late_overrides(db::Transaction& transaction,
                                                const access::AgencyId& agency, Date today)
{
    std::vector<std::pair<std::string, std::string>> late;
    {
        auto rows = transaction.query(sql()("late_overrides"), agency.text(), today);
        while (rows.next()) late.emplace_back(rows.text("id"), rows.text("override_authorised_by"));
    }
    std::vector<access::UserId> allowed_by;
    for (const auto& [id, user] : late) {
        transaction.run(sql()("mark_late_told"), std::optional(today), agency.text(), id);
        if (const auto known = access::UserId::parse(user)) allowed_by.push_back(*known);
    }
    return allowed_by;
}

} // namespace onroll::people
