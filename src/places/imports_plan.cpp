// What storing a file of schools, links or authorities would change.
#include "places/imports.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace onroll::places {

namespace imports_plan_detail {

void add_former(School& school, const std::optional<Laestab>& number)
{
    if (!number || school.laestab == number) return;
    const auto at =
        std::lower_bound(school.former_laestabs.begin(), school.former_laestabs.end(), *number);
    if (at == school.former_laestabs.end() || *at != *number)
        school.former_laestabs.insert(at, *number);
}

void fill(std::string& known, const std::string& told, bool overrules)
{
    if (!told.empty() && (overrules || known.empty())) known = told;
}

std::optional<PupilCount> later_count(const std::optional<PupilCount>& known,
                                      const std::optional<PupilCount>& told)
{
    if (!told) return known;
    if (!known || !known->counted_on) return told;
    return told->counted_on && *told->counted_on >= *known->counted_on ? told : known;
}

} // namespace imports_plan_detail

School told_of(const std::optional<School>& known, const School& told)
{
    using namespace imports_plan_detail;
    if (!known) return told;
    const bool overrules = told.source >= known->source;
    // The register's row is whole: what it leaves blank is no longer so.
    const bool whole = overrules && told.source >= SchoolSource::register_of_schools;
    School school = whole ? told : *known;
    school.source = std::max(known->source, told.source);
    school.former_laestabs = known->former_laestabs;
    if (whole) {
        // Except what the register itself could not say in a word we know.
        fill(school.name, known->name, false);
        fill(school.as_recorded.type, known->as_recorded.type, false);
        if (school.kind == SchoolKind::unknown) school.kind = known->kind;
        if (school.phase == Phase::unknown) school.phase = known->phase;
        if (!school.laestab) school.laestab = known->laestab;
    } else {
        fill(school.name, told.name, overrules);
        fill(school.as_recorded.type, told.as_recorded.type, overrules);
        if (overrules) school.authority = told.authority;
        if (told.laestab && (overrules || !school.laestab)) school.laestab = told.laestab;
        if (told.kind != SchoolKind::unknown && (overrules || school.kind == SchoolKind::unknown))
            school.kind = told.kind;
        if (told.phase != Phase::unknown && (overrules || school.phase == Phase::unknown))
            school.phase = told.phase;
    }
    std::erase_if(school.former_laestabs,
                  [&](const Laestab& number) { return school.laestab == number; });
    add_former(school, known->laestab);
    add_former(school, told.laestab);
    for (const auto& former : told.former_laestabs) add_former(school, former);
    school.pupils = later_count(known->pupils, told.pupils);
    return school;
}

LocalAuthority told_of(const std::optional<LocalAuthority>& known, const LocalAuthority& told)
{
    if (!known) return told;
    auto authority = *known;
    imports_plan_detail::fill(authority.name, told.name, false);
    imports_plan_detail::fill(authority.region, told.region, false);
    for (const auto& code : told.ons_codes) {
        const auto same =
            std::find_if(authority.ons_codes.begin(), authority.ons_codes.end(),
                         [&](const AuthorityCode& one) { return one.ons_code == code.ons_code; });
        if (same == authority.ons_codes.end()) {
            authority.ons_codes.push_back(code);
            continue;
        }
        same->first_year = std::min(same->first_year, code.first_year);
        same->last_year = std::max(same->last_year, code.last_year);
    }
    std::sort(authority.ons_codes.begin(), authority.ons_codes.end(),
              [](const AuthorityCode& a, const AuthorityCode& b) {
                  return a.first_year != b.first_year ? a.first_year < b.first_year
                                                      : a.ons_code < b.ons_code;
              });
    return authority;
}

PlacesPlan plan_for(const PlacesFile& file, const KnownPlaces& known)
{
    PlacesPlan plan;
    plan.rows = file.report.rows;
    // A row may have several problems and is rejected once.
    std::vector<std::size_t> faulty;
    for (const auto& problem : file.report.problems) faulty.push_back(problem.row);
    std::sort(faulty.begin(), faulty.end());
    plan.rows.rejected =
        static_cast<std::size_t>(std::unique(faulty.begin(), faulty.end()) - faulty.begin());

    const auto count = [&](bool existed, bool changed, std::size_t rows) {
        if (!changed)
            plan.rows.unchanged += rows;
        else if (existed)
            plan.rows.updated += rows;
        else {
            ++plan.rows.created;
            plan.rows.updated += rows - 1;
        }
    };
    for (const auto& [told, rows] : file.schools) {
        const auto found = known.schools.find(told.urn);
        const bool existed = found != known.schools.end();
        auto school = told_of(existed ? std::optional(found->second) : std::nullopt, told);
        const bool changed = !existed || school != found->second;
        count(existed, changed, rows.size());
        if (changed) plan.schools.push_back(std::move(school));
    }
    std::map<LaCode, LocalAuthority> authorities = known.authorities;
    for (const auto& [told, row] : file.authorities) {
        const auto found = authorities.find(told.code);
        const bool existed = found != authorities.end();
        auto authority = told_of(existed ? std::optional(found->second) : std::nullopt, told);
        const bool changed = !existed || authority != found->second;
        if (file.kind == PlacesFileKind::authority_codes) count(existed, changed, 1);
        if (changed) authorities.insert_or_assign(told.code, authority);
    }
    for (const auto& [code, authority] : authorities) {
        const auto found = known.authorities.find(code);
        if (found == known.authorities.end() || found->second != authority)
            plan.authorities.push_back(authority);
    }
    using LinkKey = std::tuple<Urn, Urn, LinkKind>;
    const auto key = [](const SchoolLink& link) {
        return LinkKey{link.school, link.other, link.kind};
    };
    std::map<LinkKey, SchoolLink> links;
    for (const auto& link : known.links) links.emplace(key(link), link);
    for (const auto& [link, row] : file.links) {
        const auto found = links.find(key(link));
        const bool existed = found != links.end();
        const bool changed = !existed || found->second != link;
        count(existed, changed, 1);
        if (!changed) continue;
        links.insert_or_assign(key(link), link);
        plan.links.push_back(link);
    }
    return plan;
}

} // namespace onroll::places
