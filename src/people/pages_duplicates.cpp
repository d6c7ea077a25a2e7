// Records that may be of one child: what looks alike, and what waits for a second person.
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_duplicates.h"
#include "people/store_merge.h"
#include "people/store_told.h"
#include "people/views_duplicates.h"

#include "design/words.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

namespace pages_duplicates_detail {

using namespace pages_shared;

/// A page of pairs; the looking ends sooner where this many are found.
constexpr std::size_t most_pairs = 20;

std::string what_agrees(const Person& one, const Person& other)
{
    std::vector<std::string> agreeing;
    for (const auto word : agreeing_identifiers(one, other)) agreeing.emplace_back(word);
    if (!agreeing.empty()) return design::listed(agreeing);
    return "Date of birth, and a name like it";
}

/// Both records may be joined by whoever asks; what is withheld, or is their own, is not listed.
bool may_compare(const http::Request& request, const Services& services, db::Queries& reader,
                 const PersonId& one, const PersonId& other)
{
    return may_be_offered(request, services, reader, "people.merge", one) &&
           may_be_offered(request, services, reader, "people.merge", other);
}

std::vector<PairRow> waiting_rows(const http::Request& request, const Services& services,
                                  db::Queries& reader)
{
    const auto& agency = access::actor(request).agency;
    std::vector<PairRow> rows;
    for (const auto& merge : waiting_merges(reader, agency)) {
        const auto kept = find_person(reader, agency, merge.kept);
        const auto joined = find_person(reader, agency, merge.joined);
        if (!kept || !joined || kept->merged_into || joined->merged_into) continue;
        if (may_compare(request, services, reader, merge.kept, merge.joined))
            rows.push_back({*kept, *joined,
                            "By " + services.staff_name(agency, merge.proposed_by) + " on " +
                                in_words(in_london(merge.proposed_at).date)});
    }
    return rows;
}

http::Response show(const http::Request& request, const Services& services)
{
    const auto& agency = access::actor(request).agency;
    const auto after = parse_date(request.query("after"));
    auto reader = database_of(request, services).read(db::View::snapshot);
    DuplicatesView view{.from_start = !after};
    if (view.from_start) view.waiting = waiting_rows(request, services, reader);
    Telling telling(reader, access::actor(request));
    auto looked = look_through(
        reader, agency, after.value_or(date(1900, 1, 1)), most_pairs,
        [&](const PersonId& id) { return telling.of(id) == Told::whole; }, telling.limited());
    view.looked_until = looked.until;
    auto pairs = view.from_start ? with_one_nhs_number(reader, agency) : std::vector<AlikePair>{};
    const auto listed_already = pairs.size();
    for (auto& pair : looked.pairs) pairs.push_back(std::move(pair));
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        const auto& [one, other] = pairs[at];
        const auto same = [&](const AlikePair& before) {
            return before.one.id == one.id && before.other.id == other.id;
        };
        if (at >= listed_already &&
            std::any_of(pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(listed_already),
                        same))
            continue;
        if (may_compare(request, services, reader, one.id, other.id))
            view.alike.push_back({one, other, what_agrees(one, other)});
    }
    return page(request, services, "Records that may be of one child", duplicates_view(view),
                "/people");
}

} // namespace pages_duplicates_detail

void add_duplicate_pages(http::Router& router, const Services& services)
{
    router.get("/people/duplicates", services.guard->policy("people.search"),
               [&services](const http::Request& request) {
                   return pages_duplicates_detail::show(request, services);
               });
}

} // namespace onroll::people
