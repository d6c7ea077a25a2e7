#include "insight/imports_cells.h"

#include "platform/csv/reader.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace onroll::insight {

namespace imports_cells_detail {

struct Symbol {
    std::string_view text;
    CellState state;
};

constexpr std::array symbols{
    Symbol{"c", CellState::suppressed},
    Symbol{"z", CellState::not_applicable},
    Symbol{".", CellState::not_applicable},
    Symbol{"..", CellState::not_available},
    Symbol{"-", CellState::not_available},
    Symbol{":", CellState::not_available},
    Symbol{"NA", CellState::not_available},
    Symbol{"N/A", CellState::not_available},
    Symbol{"low", CellState::low},
    Symbol{"~", CellState::low},
    Symbol{"k", CellState::low},
    Symbol{"u", CellState::unreliable},
    Symbol{"[c]", CellState::suppressed},
    Symbol{"[x]", CellState::not_available},
    Symbol{"[z]", CellState::not_applicable},
    Symbol{"[low]", CellState::low},
    Symbol{"[u]", CellState::unreliable},
};

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// Digits with a comma before each three: "1,234,567.5" without its commas, in `plain`; empty where
/// the commas stand elsewhere.
std::string_view without_commas(std::string_view text, std::array<char, 40>& plain)
{
    if (text.size() > plain.size()) return {};
    std::size_t used = 0, since = 0, groups = 0;
    bool whole = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == ',') {
            if (!whole || since == 0 || since > 3 || (groups > 0 && since != 3)) return {};
            ++groups;
            since = 0;
            continue;
        }
        if (!is_digit(c)) {
            if (whole && groups > 0 && since != 3) return {};
            if (i > 0) whole = false;
        } else {
            ++since;
        }
        plain[used++] = c;
    }
    if (whole && since != 3) return {};
    return {plain.data(), used};
}

std::optional<Figure> number(std::string_view text)
{
    std::array<char, 40> plain;
    if (text.find(',') != std::string_view::npos) text = without_commas(text, plain);
    if (text.empty()) return std::nullopt;
    if (text.front() == '+') text.remove_prefix(1);
    double value = 0;
    const auto* const end = text.data() + text.size();
    const auto [at, trouble] = std::from_chars(text.data(), end, value);
    if (trouble != std::errc{} || at != end || !std::isfinite(value)) return std::nullopt;
    const auto point = text.find('.');
    const auto decimals = point == std::string_view::npos ? 0 : text.size() - point - 1;
    return Figure{CellState::known,
                  static_cast<std::uint8_t>(decimals < 20 ? decimals : std::size_t{20}), value, 0,
                  0};
}

std::optional<int> digits(std::string_view text)
{
    int number = 0;
    const auto* const end = text.data() + text.size();
    if (text.empty() || !is_digit(text.front())) return std::nullopt;
    const auto [at, trouble] = std::from_chars(text.data(), end, number);
    if (trouble != std::errc{} || at != end) return std::nullopt;
    return number;
}

struct Identifier {
    std::string_view text; ///< lower case
    PeriodKind kind;
    std::size_t length; ///< of time_period
};

constexpr std::array identifiers{
    Identifier{"academic year", PeriodKind::academic_year, 6},
    Identifier{"calendar year", PeriodKind::calendar_year, 4},
    Identifier{"reporting year", PeriodKind::calendar_year, 4},
    Identifier{"financial year", PeriodKind::financial_year, 6},
    Identifier{"tax year", PeriodKind::financial_year, 6},
    Identifier{"autumn term", PeriodKind::autumn_term, 6},
    Identifier{"spring term", PeriodKind::spring_term, 6},
    Identifier{"summer term", PeriodKind::summer_term, 6},
    Identifier{"autumn and spring term", PeriodKind::autumn_and_spring_terms, 6},
    Identifier{"autumn and spring terms", PeriodKind::autumn_and_spring_terms, 6},
};

constexpr std::array months{"january", "february", "march",     "april",   "may",      "june",
                            "july",    "august",   "september", "october", "november", "december"};

Period period(PeriodKind kind, int year, int within = 0)
{
    return {kind, static_cast<std::int16_t>(year), static_cast<std::int16_t>(within)};
}

bool follows(int year, int next_two)
{
    return (year + 1) % 100 == next_two;
}

} // namespace imports_cells_detail

std::optional<Figure> read_cell(std::string_view text, MeaningOfX meaning_of_x)
{
    using namespace imports_cells_detail;
    if (text.empty()) return Figure{};
    const char first = text.front();
    if (is_digit(first) || first == '+' || (first == '-' && text.size() > 1) ||
        (first == '.' && text.size() > 1 && is_digit(text[1]))) {
        if (text.back() == '%') text.remove_suffix(1);
        return number(csv::trimmed(text));
    }
    if (text == "x")
        return Figure{meaning_of_x == MeaningOfX::suppressed ? CellState::suppressed
                                                             : CellState::not_available};
    for (const auto& symbol : symbols)
        if (symbol.text == text) return Figure{symbol.state};
    return std::nullopt;
}

std::optional<Period> read_period(std::string_view time_period, std::string_view time_identifier)
{
    using namespace imports_cells_detail;
    std::string slashless;
    if (time_period.size() == 7 && (time_period[4] == '/' || time_period[4] == '-')) {
        slashless = std::string(time_period.substr(0, 4)) + std::string(time_period.substr(5));
        time_period = slashless;
    }
    const auto number = digits(time_period);
    const auto length = time_period.size();
    if (!number || (length != 4 && length != 6)) return std::nullopt;
    const int year = length == 6 ? *number / 100 : *number;
    if (year < 1900 || year > 2200 || (length == 6 && !follows(year, *number % 100)))
        return std::nullopt;
    std::string folded(time_identifier);
    for (char& c : folded)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (folded.empty())
        return period(length == 6 ? PeriodKind::academic_year : PeriodKind::calendar_year, year);
    for (const auto& one : identifiers)
        if (one.text == folded)
            return one.length == length ? std::optional(period(one.kind, year)) : std::nullopt;
    if (folded.starts_with("week ")) {
        const auto week = digits(std::string_view(folded).substr(5));
        if (!week || *week < 1 || *week > 53) return std::nullopt;
        // DfE's weeks are those of the calendar; with two years they are the school year's.
        return period(length == 6 ? PeriodKind::week : PeriodKind::calendar_week, year, *week);
    }
    for (std::size_t i = 0; i < months.size(); ++i)
        if (folded == months[i] && length == 4)
            return period(PeriodKind::month, year, static_cast<int>(i) + 1);
    return std::nullopt;
}

std::optional<Period> read_tool_year(std::string_view text, std::string_view& qualifier)
{
    using namespace imports_cells_detail;
    qualifier = {};
    if (const auto bracket = text.find('('); bracket != std::string_view::npos) {
        const auto close = text.find(')', bracket);
        qualifier =
            text.substr(bracket + 1, close == std::string_view::npos ? std::string_view::npos
                                                                     : close - bracket - 1);
        text = csv::trimmed(text.substr(0, bracket));
    }
    if (text.size() != 4 && text.size() != 7) return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    if (!year || *year < 1900 || *year > 2200) return std::nullopt;
    if (text.size() == 4) return period(PeriodKind::calendar_year, *year);
    const auto next = digits(text.substr(5));
    if (!next || !follows(*year, *next)) return std::nullopt;
    if (text[4] == '/') return period(PeriodKind::academic_year, *year);
    if (text[4] == '-') return period(PeriodKind::financial_year, *year);
    return std::nullopt;
}

} // namespace onroll::insight
