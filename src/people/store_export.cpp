#include "people/store_export.h"

#include "people/rules_export.h"
#include "people/store_detail.h"
#include "people/store_limits.h"
#include "people/store_list.h"
#include "people/store_rows.h"

#include "platform/crypto/new_id.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_export_detail {

bool may_leave(db::Queries& database, const access::Actor& actor, const PersonId& id)
{
    const auto standing = standing_to(database, actor, id);
    return !standing.withheld && !standing.conflict && !standing.closed &&
           access::decide(actor, "people.view", standing, {}, access::PolicyMoment{}) ==
               access::Answer::allowed;
}

ListedForExport line_of(const ChildRecord& record,
                        const std::function<std::string(Urn)>& school_name, Date today)
{
    const auto& child = record.child;
    ListedForExport line{.given_name = child.name.given,
                         .family_name = child.name.family,
                         .known_as = child.name.known_as,
                         .born_on = child.born_on,
                         .upn = child.upn ? child.upn->text() : std::string()};
    for (const auto& place : record.schools)
        if (place.kind == PlacementKind::main && (!place.from || *place.from <= today) &&
            (!place.until || *place.until >= today))
            line.school = school_name(place.school);
    if (!record.sen.empty()) line.sen = in_words(record.sen.back().status);
    return line;
}

} // namespace store_export_detail

std::size_t count_own_list(db::Queries& database, const access::Actor& actor)
{
    std::size_t count = 0;
    for (const auto& id : children_worked_with(database, actor))
        if (store_export_detail::may_leave(database, actor, id)) ++count;
    return count;
}

std::vector<ListedForExport> own_list(db::Queries& database, const access::Actor& actor,
                                      const std::function<std::string(Urn)>& school_name,
                                      Date today)
{
    std::vector<ListedForExport> list;
    for (const auto& id : children_worked_with(database, actor)) {
        if (!store_export_detail::may_leave(database, actor, id)) continue;
        if (const auto record = find_child(database, actor.agency, id))
            list.push_back(store_export_detail::line_of(*record, school_name, today));
    }
    std::sort(list.begin(), list.end(), [](const auto& one, const auto& other) {
        return std::tie(one.family_name, one.given_name, one.born_on, one.upn) <
               std::tie(other.family_name, other.given_name, other.born_on, other.upn);
    });
    return list;
}

ExportId ask_for_export(db::Transaction& transaction, const Scope& scope, access::Purpose purpose,
                        std::size_t children)
{
    transaction.run(sql()("drop_old_exports"), scope.agency.text(), scope.now - export_counts_for);
    const auto id = crypto::new_id<ExportId>();
    transaction.run(sql()("add_export"), scope.agency.text(), id.text(), scope.user.text(),
                    scope.now, access::key_of(purpose), static_cast<std::int64_t>(children));
    store_detail::note(transaction, scope, audit::Kind::recorded, "people.export", "", "",
                       {"asked:" + std::to_string(children)});
    return id;
}

std::vector<ExportAsked> exports_asked(db::Queries& database, const access::AgencyId& agency,
                                       Instant now)
{
    std::vector<ExportAsked> all;
    auto rows = database.query(sql()("exports_since"), agency.text(), now - export_counts_for);
    while (rows.next()) {
        ExportAsked one{.id = store_rows::stored_id<ExportId>(rows.text("id")),
                        .asked_by = store_rows::stored_id<access::UserId>(rows.text("asked_by")),
                        .asked_at = rows.instant("asked_at")};
        one.purpose =
            access::purpose_named(rows.text("purpose")).value_or(access::Purpose::direct_work);
        one.children = static_cast<std::size_t>(rows.integer("children"));
        if (const auto by = access::UserId::parse(rows.text("agreed_by"))) one.agreed_by = *by;
        one.agreed_at = rows.optional_instant("agreed_at");
        all.push_back(std::move(one));
    }
    return all;
}

Result<void> agree_to_export(db::Transaction& transaction, const Scope& scope, const ExportId& id)
{
    const auto all = exports_asked(transaction, scope.agency, scope.now);
    const auto one = std::find_if(all.begin(), all.end(),
                                  [&](const ExportAsked& each) { return each.id == id; });
    if (one == all.end()) return not_found("Nobody asks for that list any more");
    if (!may_agree(*one, scope.user, scope.now))
        return Error{ErrorKind::not_allowed,
                     "Somebody else has to agree to this, and once is enough",
                     {},
                     {}};
    if (transaction.run(sql()("agree_to_export"), scope.user.text(), std::optional(scope.now),
                        scope.agency.text(), id.text()) == 0)
        return Error{ErrorKind::conflict, "Somebody agreed to this already", {}, {}};
    store_detail::note(transaction, scope, audit::Kind::approved, "people.export_many", "", "",
                       {"children:" + std::to_string(one->children)});
    return {};
}

void note_export(db::Transaction& transaction, const Scope& scope, access::Purpose purpose,
                 ListFormat format, std::size_t children)
{
    auto with_purpose = scope;
    with_purpose.deed.purpose = access::key_of(purpose);
    store_detail::note(
        transaction, with_purpose, audit::Kind::exported, "people.export", "", "",
        {"children:" + std::to_string(children), format == ListFormat::csv ? "csv" : "workbook"});
}

} // namespace onroll::people
