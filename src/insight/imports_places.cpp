#include "insight/imports_places.h"

#include "insight/reference.h"

#include <algorithm>
#include <charconv>

namespace onroll::insight {

namespace imports_places_detail {

std::optional<int> digits(std::string_view text)
{
    int number = 0;
    const auto* const end = text.data() + text.size();
    const auto [at, trouble] = std::from_chars(text.data(), end, number);
    if (text.empty() || trouble != std::errc{} || at != end || number < 0) return std::nullopt;
    return number;
}

std::optional<AreaLevel> level_of(std::string_view text)
{
    if (text == "School") return AreaLevel::school;
    if (text == "Local authority" || text == "Local Authority") return AreaLevel::authority;
    if (text == "Regional") return AreaLevel::region;
    if (text == "National") return AreaLevel::national;
    return std::nullopt;
}

std::optional<std::size_t> first_of(const csv::Header& header,
                                    std::initializer_list<std::string_view> names)
{
    for (const auto name : names)
        if (const auto at = header.find(name)) return at;
    return std::nullopt;
}

/// "Cheshire" for "Cheshire (Pre LGR 2009)".
std::string_view tidy_name(std::string_view name)
{
    return csv::trimmed(name.substr(0, name.find(" (Pre")));
}

} // namespace imports_places_detail

PlaceReader::PlaceReader(const csv::Header& header, const KnownCodes& known) : known_(known)
{
    using imports_places_detail::first_of;
    level_ = first_of(header, {"geographic_level", "level"});
    region_code_ = header.find("region_code");
    region_name_ = header.find("region_name");
    old_code_ = header.find("old_la_code");
    new_code_ = header.find("new_la_code");
    name_ = header.find("la_name");
    laestab_ = first_of(header, {"school_laestab", "laestab"});
    urn_ = first_of(header, {"school_urn", "urn"});
    establishment_ = header.find("estab");
    school_name_ = header.find("school_name");
}

PlaceReader::Answer PlaceReader::read(const csv::Row& row, int year)
{
    const auto named = row[level_];
    const auto level = imports_places_detail::level_of(named);
    if (!level) {
        if (named.empty())
            return Trouble{"geographic_level", "Say which level the row is about, such as National "
                                               "or Local authority"};
        return OtherLevel{named};
    }
    Answer answer = Place{AreaCode::england(), 0};
    switch (*level) {
    case AreaLevel::national:
        break;
    case AreaLevel::region:
        answer = read_region(row);
        break;
    case AreaLevel::authority:
        answer = read_authority(row);
        break;
    case AreaLevel::school:
        answer = read_school(row);
        break;
    }
    if (const auto* place = std::get_if<Place>(&answer)) note(*place, row, year);
    return answer;
}

PlaceReader::Answer PlaceReader::read_region(const csv::Row& row) const
{
    const auto code = AreaCode::parse(row[region_code_]);
    if (code && code->level() == AreaLevel::region) return Place{*code, 0};
    if (const auto named = reference::region_named(row[region_name_])) return Place{*named, 0};
    if (row[region_code_] == "z" || row[region_name_].starts_with("Outside"))
        return OtherLevel{"Outside England"};
    return Trouble{"region_code", "Give the code of a region, such as E12000009"};
}

PlaceReader::Answer PlaceReader::read_authority(const csv::Row& row)
{
    const auto old_code = row[old_code_], new_code = row[new_code_], name = row[name_];
    cells_.assign(old_code).append("\x1f").append(new_code).append("\x1f").append(name);
    const auto found = authorities_.find(cells_);
    if (found != authorities_.end()) return found->second;
    auto answer = authority_of(old_code, new_code, name);
    authorities_.emplace(cells_, answer);
    return answer;
}

PlaceReader::Answer PlaceReader::authority_of(std::string_view old_code, std::string_view new_code,
                                              std::string_view name)
{
    std::optional<AreaCode> by_ons_code;
    if (new_code.size() == 9) {
        const auto& listed = reference::authority_codes();
        if (const auto at = listed.find(new_code); at != listed.end())
            by_ons_code = at->second;
        else if (const auto earlier = known_.find(new_code); earlier != known_.end())
            by_ons_code = earlier->second;
    }
    const auto number = imports_places_detail::digits(old_code);
    if (number && old_code.size() == 3) {
        const auto area = AreaCode::authority(*number);
        if (by_ons_code && *by_ons_code != area)
            return Trouble{"old_la_code", "The number " + area.text() + " and the code " +
                                              std::string(new_code) +
                                              " belong to two authorities. Correct one of them"};
        if (new_code.size() == 9 && new_code.front() == 'E')
            ons_codes_.emplace(std::string(new_code), area);
        return Place{area, 0};
    }
    if (by_ons_code) return Place{*by_ons_code, 0};
    if (old_code == "z" || old_code == "x" || name.starts_with("Outside") || name == "Unknown")
        return OtherLevel{"areas outside England or not known"};
    if (old_code.empty() && new_code.empty())
        if (const auto named = reference::authority_named(name)) return Place{*named, 0};
    return Trouble{old_code_ ? "old_la_code" : "new_la_code",
                   "No local authority is known by these codes. Give its three-digit number, such "
                   "as 933"};
}

PlaceReader::Answer PlaceReader::read_school(const csv::Row& row)
{
    using imports_places_detail::digits;
    auto authority = read_authority(row);
    auto number = digits(row[laestab_]);
    if (!number && urn_) number = digits(row[urn_]);
    if (!number && establishment_)
        if (const auto part = digits(row[establishment_]))
            if (const auto* of = std::get_if<Place>(&authority))
                number = of->area.number() * 10'000 + *part;
    if (!number || *number < 100'000 || *number > 9'999'999)
        return Trouble{"laestab", "Give the school's number: LAESTAB or URN"};
    const auto* of = std::get_if<Place>(&authority);
    if (!of && *number > 999'999) return Place{AreaCode::school(*number), *number / 10'000};
    if (!of) return authority;
    return Place{AreaCode::school(*number), of->area.number()};
}

void PlaceReader::note(const Place& place, const csv::Row& row, int year)
{
    using imports_places_detail::tidy_name;
    const auto level = place.area.level();
    const auto key =
        (static_cast<std::int64_t>(level) << 32) | static_cast<std::int64_t>(place.area.number());
    const auto [at, fresh] = seen_.try_emplace(key, AreaSeen{Area{place.area}, std::nullopt});
    auto& area = at->second.area;
    if (!fresh && year >= area.first_year && year <= area.last_year) return;
    const bool latest = fresh || year > area.last_year;
    area.first_year = fresh ? year : std::min(area.first_year, year);
    area.last_year = fresh ? year : std::max(area.last_year, year);
    if (!latest) return;
    const auto set_region = [&] {
        const auto code = AreaCode::parse(row[region_code_]);
        if (code && code->level() == AreaLevel::region)
            area.region = *code;
        else
            area.region = reference::region_named(row[region_name_]);
    };
    switch (level) {
    case AreaLevel::national:
        area.name = "England";
        area.ons_code = place.area.text();
        break;
    case AreaLevel::region:
        area.name = row[region_name_];
        area.ons_code = place.area.text();
        break;
    case AreaLevel::authority:
        area.name = tidy_name(row[name_]);
        if (row[new_code_].size() == 9) area.ons_code = row[new_code_];
        set_region();
        break;
    case AreaLevel::school:
        area.name = row[school_name_];
        at->second.authority = AreaCode::authority(place.authority);
        break;
    }
}

std::vector<AreaSeen> PlaceReader::areas() const
{
    std::vector<AreaSeen> found;
    found.reserve(seen_.size());
    for (const auto& [unused, seen] : seen_) found.push_back(seen);
    std::sort(found.begin(), found.end(), [](const AreaSeen& one, const AreaSeen& other) {
        return one.area.code < other.area.code;
    });
    return found;
}

} // namespace onroll::insight
