#include "casework/store_contact_search.h"

#include "casework/rules_contact_search.h"
#include "casework/store_rows.h"

#include <functional>
#include <optional>
#include <utility>

namespace onroll::casework {
namespace store_contact_search_detail {

using WhyFound = std::function<std::optional<std::string_view>(const NamedInContact&)>;

std::vector<EarlierContact> looked_through(db::Queries& database, const access::AgencyId& agency,
                                           std::size_t limit, const WhyFound& why_found)
{
    auto rows = database.query(sql()("names_in_contacts_without_case"), agency.text(),
                               static_cast<std::int64_t>(contacts_looked_through));
    std::vector<EarlierContact> found;
    while (found.size() < limit && rows.next()) {
        NamedInContact named{.child = rows.text("child_name"),
                             .caller = rows.text("caller_name"),
                             .phone = rows.text("phone")};
        const auto why = why_found(named);
        if (!why) continue;
        found.push_back({.id = ContactId::parse(rows.text("id")).value(),
                         .taken_on = rows.date("taken_on"),
                         .taken_by = access::UserId::parse(rows.text("taken_by")).value(),
                         .child_name = std::move(named.child),
                         .caller_name = std::move(named.caller),
                         .why = std::string(*why)});
    }
    return found;
}

} // namespace store_contact_search_detail
using namespace store_contact_search_detail;

std::vector<EarlierContact> contacts_alike(db::Queries& database, const access::AgencyId& agency,
                                           const NewContact& told, std::size_t limit)
{
    AlikeContact wanted(
        {.child = told.child_name, .caller = told.caller_name, .phone = told.phone});
    return looked_through(database, agency, limit,
                          [&](const NamedInContact& earlier) { return wanted.why(earlier); });
}

std::vector<EarlierContact> contacts_found(db::Queries& database, const access::AgencyId& agency,
                                           std::string_view words, std::size_t limit)
{
    FoundContactBy wanted(words);
    return looked_through(database, agency, limit,
                          [&](const NamedInContact& earlier) { return wanted.why(earlier); });
}

} // namespace onroll::casework
