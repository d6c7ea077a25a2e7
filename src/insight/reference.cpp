#include "insight/reference.h"

#include "embedded/insight_data.h"
#include "kernel/ensure.h"
#include "platform/csv/reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace onroll::insight::reference {

namespace reference_detail {

struct Region {
    std::string_view name;
    int digits;
};

/// Source: ONS, regions of England; Inner and Outer London are the areas of DfE's releases.
constexpr std::array regions{
    Region{"North East", 12'000'001},
    Region{"North West", 12'000'002},
    Region{"Yorkshire and The Humber", 12'000'003},
    Region{"East Midlands", 12'000'004},
    Region{"West Midlands", 12'000'005},
    Region{"East of England", 12'000'006},
    Region{"London", 12'000'007},
    Region{"South East", 12'000'008},
    Region{"South West", 12'000'009},
    Region{"Inner London", 13'000'001},
    Region{"Outer London", 13'000'002},
};

/// Letters only, in lower case; " and the " and "&" make no difference.
std::string folded(std::string_view name)
{
    std::string spaced;
    for (const char c : name) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        if (lower >= 'a' && lower <= 'z')
            spaced += lower;
        else if (lower == '&')
            spaced += " and ";
        else if (lower != '\'')
            spaced += ' ';
    }
    std::set<std::string> words;
    std::string word;
    for (const char c : spaced + " ") {
        if (c != ' ') {
            word += c;
            continue;
        }
        if (!word.empty() && word != "of" && word != "the" && word != "and" && word != "city" &&
            word != "county")
            words.insert(word);
        word.clear();
    }
    std::string out;
    for (const auto& one : words) out += one + " ";
    return out;
}

csv::Reader file(std::string_view name)
{
    for (const auto& one : embedded::insight_data())
        if (one.name == name) {
            auto reader = csv::Reader::read(std::string(one.bytes));
            ensure(reader.has_value(), "the reference files are tables");
            return std::move(reader).value();
        }
    ensure(false, "the reference files are embedded by the build");
    return csv::Reader::read({}).value();
}

int number(std::string_view text)
{
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    ensure(read.ec == std::errc{} && read.ptr == text.data() + text.size(),
           "codes and years in the reference files are numbers");
    return value;
}

std::vector<AreaCode> codes(std::string_view text)
{
    std::vector<AreaCode> found;
    while (!text.empty()) {
        const auto at = text.find(' ');
        found.push_back(AreaCode::authority(number(text.substr(0, at))));
        text = at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
    }
    return found;
}

struct Lists {
    std::vector<Area> areas{};
    std::map<std::string, AreaCode, std::less<>> codes{};
    std::map<std::string, std::optional<AreaCode>, std::less<>> names{};
    std::size_t authorities = 0;
};

void read_authorities(Lists& lists)
{
    std::map<AreaCode, Area> authorities;
    auto reader = file("reference/local_authorities.csv");
    const auto& header = reader.header();
    const auto code = header.find("old_la_code"), ons_code = header.find("new_la_code"),
               name = header.find("la_name"), region = header.find("region_name"),
               first = header.find("first_year"), last = header.find("last_year");
    while (reader.next()) {
        const auto& row = reader.row();
        const auto authority = AreaCode::authority(number(row[code]));
        if (!row[ons_code].empty()) lists.codes.emplace(std::string(row[ons_code]), authority);
        const auto last_year = number(row[last]);
        // Where the list starts too late to say since when, it began no later than it ended.
        const auto first_year = row[first].empty() ? last_year : number(row[first]);
        auto& area = authorities.try_emplace(authority, Area{authority}).first->second;
        if (area.first_year == 0 || first_year < area.first_year) area.first_year = first_year;
        auto& named = lists.names.try_emplace(folded(row[name]), authority).first->second;
        // Dorset had two numbers: a name alone then says nothing.
        if (named != authority) named.reset();
        if (last_year < area.last_year) continue;
        area.last_year = last_year;
        area.name = row[name];
        area.ons_code = row[ons_code];
        area.region = region_named(row[region]);
    }
    lists.authorities = authorities.size();
    for (auto& [unused, area] : authorities) lists.areas.push_back(std::move(area));
}

const Lists& lists()
{
    static const Lists known = [] {
        Lists made;
        made.areas.push_back({AreaCode::england(), "England", "E92000001", {}, 0, 0});
        for (const auto& region : regions) {
            const auto area = AreaCode::region(region.digits);
            made.areas.push_back({area, std::string(region.name), area.text(), {}, 0, 0});
        }
        read_authorities(made);
        return made;
    }();
    return known;
}

} // namespace reference_detail

const std::vector<Area>& areas()
{
    return reference_detail::lists().areas;
}

std::size_t authority_count()
{
    return reference_detail::lists().authorities;
}

const std::map<std::string, AreaCode, std::less<>>& authority_codes()
{
    return reference_detail::lists().codes;
}

const std::vector<AreaChange>& changes()
{
    static const std::vector<AreaChange> known = [] {
        std::vector<AreaChange> made;
        auto reader = reference_detail::file("reference/authority_changes.csv");
        const auto& header = reader.header();
        const auto kind = header.find("kind"), from = header.find("from_codes"),
                   to = header.find("to_codes"), on = header.find("changed_on"),
                   words = header.find("words"), source = header.find("source");
        while (reader.next()) {
            const auto& row = reader.row();
            const auto named = area_change_kind_named(row[kind]);
            const auto day = parse_date(row[on]);
            ensure(named && day, "each change has a kind and a day");
            made.push_back({*named, reference_detail::codes(row[from]),
                            reference_detail::codes(row[to]), *day, std::string(row[words]),
                            std::string(row[source])});
        }
        return made;
    }();
    return known;
}

std::optional<AreaCode> region_named(std::string_view name)
{
    const auto wanted = reference_detail::folded(name);
    for (const auto& region : reference_detail::regions)
        if (reference_detail::folded(region.name) == wanted) return AreaCode::region(region.digits);
    if (wanted == reference_detail::folded("East"))
        return AreaCode::region(12'000'006); // as older lists name it
    return std::nullopt;
}

std::optional<AreaCode> authority_named(std::string_view name)
{
    const auto& names = reference_detail::lists().names;
    const auto found = names.find(reference_detail::folded(name));
    return found == names.end() ? std::nullopt : found->second;
}

} // namespace onroll::insight::reference
