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
    std::vector<FoundSchool> found;
    auto reading = database_.read(db::View::snapshot);
    for (const auto& match : index(reading)->find(text, limit)) {
        auto school = find_school(reading, match.urn);
        if (school) found.push_back({std::move(school).value(), match.by});
    }
    return found;
}

} // namespace onroll::places
