#include "insight/screening_table.h"

#include "insight/reference.h"

#include <algorithm>
#include <array>

namespace onroll::insight::screening {

const std::vector<Level>& levels()
{
    /// Source: DfE's guidance on geography columns.
    static const std::vector<Level> known{
        {"National", "country_code", "country_name", ""},
        {"Regional", "region_code", "region_name", ""},
        {"Local authority", "new_la_code", "la_name", "old_la_code"},
        {"Local authority district", "lad_code", "lad_name", ""},
        {"RSC region", "", "rsc_region_lead_name", ""},
        {"Parliamentary constituency", "pcon_code", "pcon_name", ""},
        {"Local skills improvement plan area", "lsip_code", "lsip_name", ""},
        {"Local enterprise partnership", "local_enterprise_partnership_code",
         "local_enterprise_partnership_name", ""},
        {"English devolved area", "english_devolved_area_code", "english_devolved_area_name", ""},
        {"Opportunity area", "opportunity_area_code", "opportunity_area_name", ""},
        {"Ward", "ward_code", "ward_name", ""},
        {"MAT", "trust_id", "trust_name", ""},
        {"Sponsor", "sponsor_id", "sponsor_name", ""},
        {"School", "school_urn", "school_name", "school_laestab"},
        {"Provider", "provider_ukprn", "provider_name", ""},
        {"Institution", "institution_id", "institution_name", "", false},
        {"Planning area", "planning_area_code", "planning_area_name", "", false},
        {"Police force area", "pfa_code", "pfa_name", ""},
    };
    return known;
}

const Level* level_named(std::string_view name)
{
    for (const auto& level : levels())
        if (level.name == name) return &level;
    return nullptr;
}

bool is_observational(std::string_view column)
{
    if (column == "time_period" || column == "time_identifier" || column == "geographic_level")
        return true;
    return std::any_of(levels().begin(), levels().end(), [&](const Level& level) {
        return column == level.code || column == level.label || column == level.second_code;
    });
}

namespace screening_places_detail {

/// A name with the row that first had it.
struct Seen {
    std::string value;
    std::size_t row;
};

class Places {
public:
    Places(const Table& table, Findings& findings) : table_(table), findings_(findings) {}

    void row(std::size_t i);
    void all();

private:
    void level_columns(const Level& level);
    void own_cells(std::size_t i, const Level& level);
    void authority(std::size_t i);
    void country(std::size_t i);
    void pairs();

    const Table& table_;
    Findings& findings_;
    std::set<std::string> checked_{};
    bool any_in_tables_ = false;
};

void Places::level_columns(const Level& level)
{
    if (!checked_.insert(std::string(level.name)).second) return;
    if (level.in_tables) any_in_tables_ = true;
    for (const auto column : {level.code, level.label, level.second_code}) {
        if (column.empty() || table_.find(column)) continue;
        // A LAESTAB is asked for beside a URN only with the authorities' numbers.
        if (column == "school_laestab" || (level.name == "School" && column == "school_urn"))
            continue;
        findings_.data("level_columns", 1, column,
                       "Add the column " + std::string(column) + ", which rows about “" +
                           std::string(level.name) + "” need");
    }
}

void Places::own_cells(std::size_t i, const Level& level)
{
    for (const auto name : {level.code, level.label}) {
        const auto column = table_.find(name);
        if (!column) continue;
        const auto cell = table_.cell(i, column);
        const auto said = stripped(table_.cell(i, table_.find(level.label)));
        if (name == level.code && level.name != "National" && cell.starts_with("E92"))
            findings_.data("place_codes", table_.numbers[i], name,
                           "This is the code of England. Give the place's own");
        if (name == level.code && cell == "x" && said != "notavailable" && said != "x")
            findings_.data("place_codes", table_.numbers[i], name,
                           "Write z where a place has no code: x is for figures");
        if (cell.empty() || cell == "NA")
            findings_.data("place_blank", table_.numbers[i], name,
                           "Give the " + std::string(name) + " of a row about “" +
                               std::string(level.name) + "”");
    }
}

void Places::country(std::size_t i)
{
    const auto code = table_.find("country_code"), name = table_.find("country_name");
    if (!code || !name) return;
    const auto cell = table_.cell(i, code);
    const bool sound =
        cell.size() == 9 && (cell.front() == 'E' || cell.front() == 'W' || cell.front() == 'S' ||
                             cell.front() == 'N' || cell.front() == 'K');
    if (!sound)
        findings_.data("place_codes", table_.numbers[i], "country_code",
                       "Give the code of a country, such as E92000001 for England");
}

void Places::authority(std::size_t i)
{
    const auto new_code = table_.cell(i, table_.find("new_la_code"));
    const auto old_code = table_.cell(i, table_.find("old_la_code"));
    const auto region = table_.find("region_code");
    if (new_code.empty()) return;
    for (const std::string_view column : {"region_code", "region_name"})
        if (!table_.find(column) && checked_.insert(std::string(column)).second)
            findings_.data("level_columns", 1, column,
                           "Add the column " + std::string(column) +
                               ", which rows about local authorities need");
    const auto number = table_.numbers[i];
    if (new_code == "z" || new_code == "x") return;
    const auto& known = reference::authority_codes();
    const auto at = known.find(new_code);
    if (at == known.end() && AreaCode::parse(new_code)) {
        findings_.data("authority", number, "new_la_code",
                       "This is the code of a region. Give the authority's own");
        return;
    }
    const bool odd = new_code.size() != 9 || new_code.front() != 'E' ||
                     (old_code.size() != 3 && old_code != "z");
    if (odd || (at != known.end() && old_code != "z" && at->second.text() != old_code))
        findings_.data("authority", number, "new_la_code",
                       "The codes " + std::string(new_code) + " and " + std::string(old_code) +
                           " are not of one authority. Correct one of them");
    if (region && table_.cell(i, region).empty())
        findings_.data("region_of_authority", number, "region_code",
                       "Give the region of the authority");
}

void Places::row(std::size_t i)
{
    const auto named = table_.cell(i, table_.find("geographic_level"));
    const auto* level = level_named(named);
    if (!level) {
        findings_.data("level", table_.numbers[i], "geographic_level",
                       "“" + std::string(named) +
                           "” is no level of the standard. Write it as National, Regional, Local "
                           "authority or School");
        return;
    }
    level_columns(*level);
    own_cells(i, *level);
    country(i);
    authority(i);
    for (const auto& other : levels())
        for (const auto column : {other.code, other.label}) {
            const auto cell = table_.cell(i, table_.find(column));
            if (other.name == "School" || other.name == "Provider") continue;
            if (stripped(cell) == "total" || stripped(cell) == "all")
                findings_.data("place_total", table_.numbers[i], column,
                               "Leave the cell blank: no place is called “" + std::string(cell) +
                                   "”");
        }
}

/// A code with two names in one period, or a name with two codes.
void Places::pairs()
{
    const auto period = table_.find("time_period");
    for (const auto& level : levels()) {
        const auto code = table_.find(level.code), name = table_.find(level.label);
        // Names of schools, trusts and providers are their own affair.
        const bool organisation = level.name == "School" || level.name == "MAT" ||
                                  level.name == "Provider" || level.name == "Sponsor" ||
                                  level.name == "Institution";
        if (!code || !name || organisation) continue;
        std::map<std::string, Seen> names, codes;
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            const std::string one(table_.cell(i, code)), other(table_.cell(i, name));
            const auto when = "\x1f" + std::string(table_.cell(i, period));
            if (one.empty() && other.empty()) continue;
            if (one.empty() != other.empty()) {
                findings_.data("place_blank", table_.numbers[i],
                               one.empty() ? level.code : level.label,
                               "Give both the code and the name of the place");
                continue;
            }
            if (one == "z" || one == "x" || one == "NA") continue;
            const auto [at, fresh] = names.try_emplace(one + when, Seen{other, table_.numbers[i]});
            if (!fresh && at->second.value != other)
                findings_.data("place_names", table_.numbers[i], level.label,
                               "The code " + one + " has two names: “" + at->second.value +
                                   "” and “" + other + "”. Write one");
            const auto [of, first] = codes.try_emplace(other + when, Seen{one, table_.numbers[i]});
            // Wards of one name lie in many districts.
            if (!first && of->second.value != one && level.name != "Ward")
                findings_.data("place_codes", table_.numbers[i], level.code,
                               "“" + other + "” has two codes: " + of->second.value + " and " +
                                   one + ". Write one");
        }
    }
}

void Places::all()
{
    if (!table_.find("geographic_level")) return;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) row(i);
    if (!any_in_tables_ && !checked_.empty())
        findings_.data("level_not_shown", 0, "geographic_level",
                       "No table can be made of rows about this level alone. Add rows about areas "
                       "or schools");
    pairs();
}

} // namespace screening_places_detail

void screen_places(const Table& table, Findings& findings)
{
    screening_places_detail::Places(table, findings).all();
}

} // namespace onroll::insight::screening
