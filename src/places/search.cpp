#include "places/search.h"

#include "places/store.h"

#include <map>
#include <string>
#include <utility>

namespace onroll::places {

std::shared_ptr<const SchoolIndex> SchoolSearch::index(db::Queries& queries)
{
    const auto now = revision(queries);
    // Others wait while the index is made: they would need the same one.
    const std::lock_guard lock(mutex_);
    if (index_ && revision_ == now) return index_;
    std::map<LaCode, std::string> names;
    for (const auto& [code, authority] : all_authorities(queries))
        names.emplace(code, authority.name);
    index_ = std::make_shared<const SchoolIndex>(all_schools(queries), names);
    revision_ = now;
    return index_;
}

std::vector<FoundSchool> SchoolSearch::find(std::string_view text, std::size_t limit)
{
    return find_part(text, 0, limit).schools;
}

FoundPart SchoolSearch::find_part(std::string_view text, std::size_t from, std::size_t limit)
{
    auto reading = database_.read(db::View::snapshot);
    const auto all = index(reading);
    const auto matches = all->find(text, all->size());
    FoundPart part{.of_all = matches.size()};
    for (std::size_t at = from; at < matches.size() && part.schools.size() < limit; ++at) {
        auto school = find_school(reading, matches[at].urn);
        if (school) part.schools.push_back({std::move(school).value(), matches[at].by});
    }
    return part;
}

} // namespace onroll::places
