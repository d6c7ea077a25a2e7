#include "insight/types.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace onroll::insight {

namespace types_detail {

std::optional<std::int32_t> digits(std::string_view text)
{
    std::int32_t number = 0;
    const auto* const end = text.data() + text.size();
    const auto [at, trouble] = std::from_chars(text.data(), end, number);
    if (text.empty() || trouble != std::errc{} || at != end || number < 0) return std::nullopt;
    return number;
}

std::string padded(std::int64_t number, std::size_t width)
{
    auto text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

bool before(const Cell& cell, const std::pair<AreaCode, Period>& wanted)
{
    if (cell.area != wanted.first) return cell.area < wanted.first;
    return cell.period < wanted.second;
}

template <class Enum>
struct Words {
    Enum value;
    std::string_view key;
    std::string_view words;
};

constexpr std::array levels{
    Words<AreaLevel>{AreaLevel::national, "national", "England"},
    Words<AreaLevel>{AreaLevel::region, "region", "Region"},
    Words<AreaLevel>{AreaLevel::authority, "authority", "Local authority"},
    Words<AreaLevel>{AreaLevel::school, "school", "School"},
};

constexpr std::array states{
    Words<CellState>{CellState::known, "known", "A number"},
    Words<CellState>{CellState::suppressed, "suppressed", "Hidden to protect pupils"},
    Words<CellState>{CellState::not_available, "not_available", "Not available"},
    Words<CellState>{CellState::not_applicable, "not_applicable", "Does not apply"},
    Words<CellState>{CellState::low, "low", "More than zero but rounds to zero"},
    Words<CellState>{CellState::unreliable, "unreliable", "Too unreliable to publish"},
    Words<CellState>{CellState::missing, "missing", "Missing from the file"},
};

constexpr std::array period_kinds{
    Words<PeriodKind>{PeriodKind::academic_year, "academic_year", "School year"},
    Words<PeriodKind>{PeriodKind::calendar_year, "calendar_year", "Calendar year"},
    Words<PeriodKind>{PeriodKind::financial_year, "financial_year", "Financial year"},
    Words<PeriodKind>{PeriodKind::autumn_term, "autumn_term", "Autumn term"},
    Words<PeriodKind>{PeriodKind::spring_term, "spring_term", "Spring term"},
    Words<PeriodKind>{PeriodKind::summer_term, "summer_term", "Summer term"},
    Words<PeriodKind>{PeriodKind::autumn_and_spring_terms, "autumn_and_spring_terms",
                      "Autumn and spring terms"},
    Words<PeriodKind>{PeriodKind::year_to_date, "year_to_date", "School year to date"},
    Words<PeriodKind>{PeriodKind::week, "week", "Week of the school year"},
    Words<PeriodKind>{PeriodKind::month, "month", "Month"},
    Words<PeriodKind>{PeriodKind::calendar_week, "calendar_week", "Week of the calendar"},
};

constexpr std::array change_kinds{
    Words<AreaChangeKind>{AreaChangeKind::new_code, "new_code", "New code, same area"},
    Words<AreaChangeKind>{AreaChangeKind::renumbered, "renumbered", "New number"},
    Words<AreaChangeKind>{AreaChangeKind::split, "split", "Split"},
    Words<AreaChangeKind>{AreaChangeKind::merged, "merged", "Merged"},
    Words<AreaChangeKind>{AreaChangeKind::boundary, "boundary", "Boundary changed"},
};

template <class Enum, std::size_t n>
const Words<Enum>& row(const std::array<Words<Enum>, n>& table, Enum value)
{
    return *std::find_if(table.begin(), table.end(),
                         [&](const auto& one) { return one.value == value; });
}

template <class Enum, std::size_t n>
std::optional<Enum> named(const std::array<Words<Enum>, n>& table, std::string_view key)
{
    for (const auto& one : table)
        if (one.key == key) return one.value;
    return std::nullopt;
}

} // namespace types_detail

Result<AreaCode> AreaCode::parse(std::string_view text)
{
    if (text.size() == 9 && text.front() == 'E') {
        const auto number = types_detail::digits(text.substr(1));
        if (number && *number == england().number()) return england();
        if (number && (*number / 1'000'000 == 12 || *number / 1'000'000 == 13))
            return region(*number);
    }
    const auto number = types_detail::digits(text);
    if (number && text.size() == 3) return authority(*number);
    if (number && (text.size() == 6 || text.size() == 7)) return school(*number);
    return bad_input("Enter the code of an area, such as 933 for a local authority or E12000009 "
                     "for a region");
}

std::string AreaCode::text() const
{
    switch (level_) {
    case AreaLevel::national:
    case AreaLevel::region:
        return "E" + types_detail::padded(number_, 8);
    case AreaLevel::authority:
        return types_detail::padded(number_, 3);
    case AreaLevel::school:
        return types_detail::padded(number_, 6);
    }
    return {};
}

Result<SchoolYear> SchoolYear::parse(std::string_view text)
{
    const bool slashed = text.size() == 7 && (text[4] == '/' || text[4] == '-');
    if (slashed || text.size() == 6) {
        const auto first = types_detail::digits(text.substr(0, 4));
        const auto second = types_detail::digits(text.substr(slashed ? 5 : 4));
        if (first && second && (*first + 1) % 100 == *second) return SchoolYear{*first};
    }
    return bad_input("Enter a school year such as 2016/17");
}

std::string SchoolYear::text() const
{
    return std::to_string(start) + "/" + types_detail::padded((start + 1) % 100, 2);
}

std::string spans_in_words(const std::set<Period>& periods)
{
    std::map<PeriodKind, std::pair<Period, Period>> spans;
    for (const auto& period : periods) {
        const auto [at, fresh] = spans.try_emplace(period.kind, period, period);
        if (!fresh) at->second.second = period;
    }
    std::string text;
    for (const auto& [kind, span] : spans) {
        if (!text.empty()) text += "; ";
        text += span.first.text();
        if (span.first != span.second) text += " to " + span.second.text();
    }
    return text;
}

std::string Period::text() const
{
    const auto school_year = SchoolYear{year}.text();
    switch (kind) {
    case PeriodKind::academic_year:
        return school_year;
    case PeriodKind::calendar_year:
        return std::to_string(year);
    case PeriodKind::financial_year:
        return std::to_string(year) + "-" + types_detail::padded((year + 1) % 100, 2);
    case PeriodKind::autumn_term:
        return "autumn term " + school_year;
    case PeriodKind::spring_term:
        return "spring term " + school_year;
    case PeriodKind::summer_term:
        return "summer term " + school_year;
    case PeriodKind::autumn_and_spring_terms:
        return "autumn and spring terms " + school_year;
    case PeriodKind::year_to_date:
        return school_year + " to date";
    case PeriodKind::week:
        return "week " + std::to_string(within) + " of " + school_year;
    case PeriodKind::calendar_week:
        return "week " + std::to_string(within) + " of " + std::to_string(year);
    case PeriodKind::month:
        return "month " + std::to_string(within) + " of " + std::to_string(year);
    }
    return {};
}

Breakdown::Breakdown(std::initializer_list<std::pair<std::string, std::string>> parts)
{
    for (const auto& [filter, value] : parts) set(filter, value);
}

void Breakdown::set(std::string_view filter, std::string_view value)
{
    const auto place =
        std::lower_bound(parts_.begin(), parts_.end(), filter,
                         [](const auto& part, std::string_view name) { return part.first < name; });
    const bool there = place != parts_.end() && place->first == filter;
    if (value.empty()) {
        if (there) parts_.erase(place);
    } else if (there) {
        place->second = value;
    } else {
        parts_.emplace(place, filter, value);
    }
}

std::string Breakdown::value_of(std::string_view filter) const
{
    for (const auto& [name, value] : parts_)
        if (name == filter) return value;
    return {};
}

std::string Breakdown::text() const
{
    std::string out;
    const auto add = [&](std::string_view part) {
        for (const char c : part) {
            if (c == ';' || c == '=' || c == '\\') out += '\\';
            out += c;
        }
    };
    for (const auto& [filter, value] : parts_) {
        if (!out.empty()) out += ';';
        add(filter);
        out += '=';
        add(value);
    }
    return out;
}

Breakdown Breakdown::from_text(std::string_view text)
{
    Breakdown breakdown;
    std::string filter, value;
    bool after = false, escaped = false;
    const auto finish = [&] {
        if (!filter.empty()) breakdown.set(filter, value);
        filter.clear();
        value.clear();
        after = false;
    };
    for (const char c : text) {
        if (!escaped && c == '\\') {
            escaped = true;
            continue;
        }
        if (!escaped && c == ';')
            finish();
        else if (!escaped && c == '=' && !after)
            after = true;
        else
            (after ? value : filter) += c;
        escaped = false;
    }
    finish();
    return breakdown;
}

const Figure* Series::find(AreaCode area, const Period& period) const
{
    const auto wanted = std::pair(area, period);
    const auto at = std::lower_bound(cells.begin(), cells.end(), wanted, types_detail::before);
    return at != cells.end() && at->area == area && at->period == period ? &at->figure : nullptr;
}

std::vector<Cell> Series::of(AreaCode area) const
{
    std::vector<Cell> found;
    auto at = std::lower_bound(cells.begin(), cells.end(), area,
                               [](const Cell& cell, AreaCode code) { return cell.area < code; });
    for (; at != cells.end() && at->area == area; ++at) found.push_back(*at);
    return found;
}

std::vector<Cell> Series::in(const Period& period) const
{
    std::vector<Cell> found;
    for (const auto& cell : cells)
        if (cell.period == period) found.push_back(cell);
    return found;
}

std::vector<Period> Series::periods() const
{
    std::vector<Period> found;
    for (const auto& cell : cells) found.push_back(cell.period);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::string_view in_words(AreaLevel level)
{
    return types_detail::row(types_detail::levels, level).words;
}
std::string_view in_words(CellState state)
{
    return types_detail::row(types_detail::states, state).words;
}
std::string_view in_words(PeriodKind kind)
{
    return types_detail::row(types_detail::period_kinds, kind).words;
}
std::string_view in_words(AreaChangeKind kind)
{
    return types_detail::row(types_detail::change_kinds, kind).words;
}

std::string_view symbol_of(CellState state)
{
    switch (state) {
    case CellState::suppressed:
        return "c";
    case CellState::not_available:
        return "x";
    case CellState::not_applicable:
        return "z";
    case CellState::low:
        return "low";
    case CellState::unreliable:
        return "u";
    case CellState::known:
    case CellState::missing:
        return "";
    }
    return "";
}

std::string_view key_of(AreaLevel level)
{
    return types_detail::row(types_detail::levels, level).key;
}
std::string_view key_of(CellState state)
{
    return types_detail::row(types_detail::states, state).key;
}
std::string_view key_of(PeriodKind kind)
{
    return types_detail::row(types_detail::period_kinds, kind).key;
}
std::string_view key_of(AreaChangeKind kind)
{
    return types_detail::row(types_detail::change_kinds, kind).key;
}

std::optional<AreaLevel> area_level_named(std::string_view key)
{
    return types_detail::named(types_detail::levels, key);
}
std::optional<PeriodKind> period_kind_named(std::string_view key)
{
    return types_detail::named(types_detail::period_kinds, key);
}
std::optional<AreaChangeKind> area_change_kind_named(std::string_view key)
{
    return types_detail::named(types_detail::change_kinds, key);
}

} // namespace onroll::insight
