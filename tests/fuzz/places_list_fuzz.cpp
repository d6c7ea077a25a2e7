// Any bytes as a list of schools, links or authorities that somebody publishes: read or refused,
// each school with a name, and a list that was stored changes nothing when it comes again.
#include "target.h"

#include "places/imports.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

FUZZ_TARGET(places_list)
{
    using namespace onroll;
    auto reader = csv::Reader::read(std::string(reinterpret_cast<const char*>(bytes), size));
    if (!reader) return 0;
    const auto file = places::read_places_file(*reader);
    if (!file) return 0;
    for (const auto& one : file->schools)
        if (one.school.name.empty() || one.school.name.find('\n') != std::string::npos ||
            one.rows.empty())
            std::abort();
    places::KnownPlaces known;
    const auto plan = places::plan_for(*file, known);
    for (const auto& school : plan.schools) known.schools.insert_or_assign(school.urn, school);
    for (const auto& authority : plan.authorities)
        known.authorities.insert_or_assign(authority.code, authority);
    known.links = plan.links;
    if (!places::plan_for(*file, known).changes_nothing()) std::abort();
    return 0;
}
