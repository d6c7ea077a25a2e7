#include "casework/store_capacity.h"

#include "casework/store_rows.h"
#include "casework/store_service.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <map>
#include <utility>

namespace onroll::casework {
namespace store_capacity_detail {

std::string keys_of_needs(const std::vector<NeedKind>& kinds)
{
    std::string keys;
    for (const auto kind : kinds) keys += (keys.empty() ? "" : " ") + std::string(key_of(kind));
    return keys;
}

std::vector<NeedKind> needs_helped_with(std::string_view keys)
{
    std::vector<NeedKind> kinds;
    while (!keys.empty()) {
        const auto end = keys.find(' ');
        if (const auto kind = need_kind_named(keys.substr(0, end))) kinds.push_back(*kind);
        if (end == std::string_view::npos) break;
        keys.remove_prefix(end + 1);
    }
    return kinds;
}

Capacity capacity_from(const db::Rows& rows)
{
    const auto takes = takes_named(rows.text("takes"));
    ensure(takes.has_value(), "the store holds only words that it was given");
    Capacity capacity{.helps_with = needs_helped_with(rows.text("helps_with")),
                      .takes = *takes,
                      .weeks = {},
                      .told_on = rows.date("told_on"),
                      .told_by = std::string(rows.text("told_by"))};
    if (const auto weeks = rows.optional_integer("weeks"))
        capacity.weeks = static_cast<int>(*weeks);
    return capacity;
}

} // namespace store_capacity_detail
using namespace store_capacity_detail;

std::vector<PlaceNow> places_now(db::Queries& database, const access::AgencyId& agency)
{
    std::map<std::string, std::pair<std::int64_t, Capacity>> told;
    {
        auto rows = database.query(sql()("capacities"), agency.text());
        while (rows.next())
            told.emplace(rows.text("place"),
                         std::pair{rows.integer("version"), capacity_from(rows)});
    }
    std::vector<PlaceNow> places;
    for (auto& place : signpost_places(database, agency)) {
        PlaceNow one{.place = std::move(place)};
        const auto found = told.find(one.place.id.text());
        if (found != told.end()) {
            one.version = found->second.first;
            one.now = found->second.second;
        }
        places.push_back(std::move(one));
    }
    return places;
}

Result<void> tell_capacity(db::Transaction& transaction, const access::AgencyId& agency,
                           const SignpostPlaceId& place, std::int64_t version,
                           const Capacity& capacity, const access::UserId& by, Instant now)
{
    const auto places = places_now(transaction, agency);
    const auto found = std::find_if(places.begin(), places.end(),
                                    [&](const PlaceNow& one) { return one.place.id == place; });
    if (found == places.end()) return not_found("The page was not found. Check the address");
    if (found->version != version)
        return Error{ErrorKind::conflict,
                     "Somebody told something else while you were writing. What is saved now "
                     "stands below with what you typed: save again to replace it",
                     {},
                     {}};
    std::optional<std::int64_t> weeks;
    if (capacity.weeks) weeks = *capacity.weeks;
    transaction.run(sql()("add_capacity"), agency.text(), place.text(), version + 1,
                    keys_of_needs(capacity.helps_with), key_of(capacity.takes), weeks,
                    capacity.told_on, capacity.told_by, now, by.text());
    return {};
}

} // namespace onroll::casework
