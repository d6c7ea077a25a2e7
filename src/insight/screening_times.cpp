#include "insight/screening_table.h"

#include <algorithm>
#include <array>

namespace onroll::insight::screening {

namespace screening_times_detail {

struct Identifier {
    std::string_view name;
    std::size_t length; ///< of time_period
    std::string_view family;
};

/// Source: DfE's guidance on time columns. Families may not be mixed in one file.
constexpr std::array identifiers{
    Identifier{"Academic year", 6, "academic year"},
    Identifier{"Calendar year", 4, "calendar year"},
    Identifier{"Reporting year", 4, "reporting year"},
    Identifier{"Financial year", 6, "financial year"},
    Identifier{"Tax year", 6, "tax year"},
    Identifier{"Autumn term", 6, "terms"},
    Identifier{"Spring term", 6, "terms"},
    Identifier{"Summer term", 6, "terms"},
    Identifier{"Autumn and spring term", 6, "terms"},
    Identifier{"Part 1 (April to September)", 6, "halves"},
    Identifier{"Part 2 (October to March)", 6, "halves"},
};
constexpr std::array quarters{"Academic year Q", "Financial year Q", "Tax year Q",
                              "Calendar year Q"};
constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};

std::optional<Identifier> find(std::string_view name)
{
    for (const auto& one : identifiers)
        if (one.name == name) return one;
    for (const std::string_view quarter : quarters)
        if (name.size() == quarter.size() + 1 && name.starts_with(quarter) && name.back() >= '1' &&
            name.back() <= '4')
            return Identifier{
                name, quarter.starts_with("Calendar") ? std::size_t{4} : std::size_t{6}, quarter};
    if (name.starts_with("Week ") && name.size() <= 7) {
        const auto number = name.substr(5);
        const bool digits =
            !number.empty() &&
            std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
        const int week = digits ? std::stoi(std::string(number)) : 0;
        if (week >= 1 && week <= 53) return Identifier{name, 4, "weeks"};
    }
    for (const std::string_view month : months)
        if (name == month) return Identifier{name, 4, "months"};
    return std::nullopt;
}

bool sound_period(std::string_view period, std::size_t length)
{
    if (period.size() != length) return false;
    if (!std::all_of(period.begin(), period.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return false;
    if (length == 4) return true;
    const int first = std::stoi(std::string(period.substr(2, 2)));
    const int second = std::stoi(std::string(period.substr(4, 2)));
    return (first + 1) % 100 == second;
}

} // namespace screening_times_detail

void screen_times(const Table& table, Findings& findings)
{
    using namespace screening_times_detail;
    const auto period = table.find("time_period"), identifier = table.find("time_identifier");
    if (!period || !identifier) return;
    std::map<std::string, std::size_t, std::less<>> families;
    std::set<std::string> unknown;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto named = table.cell(i, identifier);
        const auto found = find(named);
        if (!found) {
            if (unknown.insert(std::string(named)).second)
                findings.data("time_identifier", table.numbers[i], "time_identifier",
                              "“" + std::string(named) +
                                  "” is none of the standard's. Write it as Academic year, "
                                  "Calendar year or Autumn term, with these capitals");
            continue;
        }
        families.try_emplace(std::string(found->family), table.numbers[i]);
        if (!sound_period(table.cell(i, period), found->length))
            findings.data(
                "time_period", table.numbers[i], "time_period",
                found->length == 6
                    ? "Write the period as two years that follow each other, such as 201617"
                    : "Write the period as one year, such as 2017");
    }
    if (families.size() > 1)
        findings.data("time_mixed", families.rbegin()->second, "time_identifier",
                      "Keep one kind of period in a file: this one has " + families.begin()->first +
                          " and " + families.rbegin()->first);
}

} // namespace onroll::insight::screening
