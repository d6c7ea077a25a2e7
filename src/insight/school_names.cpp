#include "insight/school_names.h"

#include "places/store.h"

#include <functional>

namespace onroll::insight {

namespace school_names_detail {

std::map<std::string, std::string>
names_by_school(db::Queries& database, AreaCode authority,
                const std::function<std::string(const places::School&)>& name_of)
{
    std::map<std::string, std::string> names;
    const auto code = LaCode::parse(authority.text());
    if (!code) return names;
    for (const auto& school : places::schools_of_authority(database, *code)) {
        const auto name = name_of(school);
        if (name.empty()) continue;
        names[school.urn.text()] = name;
        if (!school.laestab) continue;
        auto laestab = school.laestab->text();
        std::erase_if(laestab, [](char c) { return c < '0' || c > '9'; });
        names[laestab] = name;
    }
    return names;
}

} // namespace school_names_detail

std::map<std::string, std::string> trusts_by_school(db::Queries& database, AreaCode authority)
{
    return school_names_detail::names_by_school(
        database, authority, [](const places::School& school) {
            return school.trust ? school.trust->name : std::string();
        });
}

std::map<std::string, std::string> towns_by_school(db::Queries& database, AreaCode authority)
{
    return school_names_detail::names_by_school(
        database, authority, [](const places::School& school) { return school.town; });
}

} // namespace onroll::insight
