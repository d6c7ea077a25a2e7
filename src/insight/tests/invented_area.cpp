#include "insight/tests/invented_area.h"

#include "insight/store.h"
#include "places/store.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <vector>

namespace onroll::insight::tests_of_pages {
namespace invented_detail {

struct InventedAuthority {
    int number;
    const char* ons_code;
    const char* name;
    int pupils;
    int suspensions; ///< in the first year; rises by a tenth each year
    int permanent;
};

constexpr std::array authorities{
    InventedAuthority{933, "E10000027", "Somerset", 68000, 3700, 65},
    InventedAuthority{878, "E10000008", "Devon", 90000, 3600, 70},
    InventedAuthority{908, "E06000052", "Cornwall", 68000, 2900, 60},
    InventedAuthority{916, "E10000013", "Gloucestershire", 82000, 3100, 90},
    InventedAuthority{865, "E06000054", "Wiltshire", 64000, 2500, 30},
    InventedAuthority{801, "E06000023", "Bristol City of", 58000, 3400, 40},
    InventedAuthority{800, "E06000022", "Bath and North East Somerset", 26000, 900, 20},
    InventedAuthority{802, "E06000024", "North Somerset", 28000, 1000, 15},
    InventedAuthority{803, "E06000025", "South Gloucestershire", 38000, 1900, 3},
    InventedAuthority{866, "E06000030", "Swindon", 32000, 1500, 35},
    InventedAuthority{879, "E06000026", "Plymouth", 36000, 2000, 50},
    InventedAuthority{880, "E06000027", "Torbay", 18000, 900, 25},
};

constexpr int first_year = 2012;
constexpr int years = 4;

std::string rate(int count, int pupils)
{
    return fmt::format("{:.2f}", count * 100.0 / pupils);
}

std::string counts_of(int pupils, int permanent, int suspensions)
{
    const int once = suspensions * 45 / 100;
    const auto hidden = permanent > 0 && permanent < 3;
    return fmt::format("{},{},{},{},{},{},{}", pupils, hidden ? "x" : std::to_string(permanent),
                       hidden ? "x" : rate(permanent, pupils), suspensions,
                       rate(suspensions, pupils), once, rate(once, pupils));
}

std::string period_of(int year)
{
    return fmt::format("{}{:02}", year, (year + 1) % 100);
}

} // namespace invented_detail

std::string invented_figures()
{
    using namespace invented_detail;
    std::string csv =
        "time_identifier,time_period,geographic_level,country_code,country_name,region_code,region_"
        "name,old_la_code,new_la_code,la_name,estab,laestab,academy_type,academy_open_date,school_"
        "type,num_schools,headcount,perm_excl,perm_excl_rate,fixed_excl,fixed_excl_rate,one_plus_"
        "fixed,one_plus_fixed_rate\r\n";
    const auto add = [&csv](int year, const std::string& place, const char* type, int pupils,
                            int permanent, int suspensions) {
        csv += fmt::format("Academic year,{},{},,,,,{},100,{}\r\n", period_of(year), place, type,
                           counts_of(pupils, permanent, suspensions));
    };
    for (int n = 0; n < years; ++n) {
        int pupils = 0, permanent = 0, suspensions = 0;
        for (const auto& one : authorities) {
            const int up = one.suspensions * (10 + n) / 10;
            const auto place =
                fmt::format("Local authority,E92000001,England,E12000009,South West,{},{},{}",
                            one.number, one.ons_code, one.name);
            add(first_year + n, place, "Total", one.pupils, one.permanent - n, up);
            add(first_year + n, place, "State-funded primary", one.pupils / 2, one.permanent / 6,
                up / 6);
            add(first_year + n, place, "State-funded secondary", one.pupils * 2 / 5,
                one.permanent * 3 / 4, up * 3 / 4);
            pupils += one.pupils;
            permanent += one.permanent - n;
            suspensions += up;
        }
        add(first_year + n, "Regional,E92000001,England,E12000009,South West,,,", "Total", pupils,
            permanent, suspensions);
        add(first_year + n, "National,E92000001,England,,,,,", "Total", pupils * 10, permanent * 9,
            suspensions * 9);
    }
    return csv;
}

std::string invented_groups()
{
    using namespace invented_detail;
    std::string csv =
        "time_identifier,time_period,geographic_level,country_code,country_name,school_"
        "type,characteristic_group,characteristic,headcount,perm_excl,perm_excl_rate,"
        "fixed_excl,fixed_excl_rate,one_plus_fixed,one_plus_fixed_rate\r\n";
    const auto add = [&csv](const char* group, const char* name, int pupils, int permanent,
                            int suspensions) {
        csv += fmt::format("Academic year,201516,National,E92000001,England,Total,{},{},{}\r\n",
                           group, name, counts_of(pupils, permanent, suspensions));
    };
    add("Total", "Total", 6000000, 6000, 300000);
    add("Gender", "Gender male", 3000000, 4500, 220000);
    add("Gender", "Gender female", 3000000, 1500, 80000);
    add("SEN provision", "SEN provision SEN without statement", 700000, 2500, 110000);
    add("SEN provision", "SEN provision SEN with statement EHC", 200000, 300, 35000);
    add("SEN provision", "SEN Provision No SEN", 5100000, 3200, 155000);
    for (int year = 7; year <= 11; ++year)
        add("NC year", fmt::format("NC Year {}", year).c_str(), 500000, 500, 20000 + year * 2000);
    return csv;
}

std::string invented_reasons()
{
    using namespace invented_detail;
    return "time_identifier,time_period,geographic_level,country_code,country_name,region_code,"
           "region_name,old_la_code,new_la_code,la_name,school_type,perm_physical_pupils,perm_"
           "bullying,perm_persistent_disruptive,fixed_physical_pupils,fixed_bullying,fixed_"
           "persistent_disruptive\r\n"
           "Academic year,201516,Local authority,E92000001,England,E12000009,South West,933,"
           "E10000027,Somerset,Total,20,x,40,900,51,2100\r\n";
}

InventedCountry::InventedCountry(bool filled)
{
    REQUIRE(prepare(*database, clock).has_value());
    REQUIRE(places::prepare(*database, clock).has_value());
    if (filled)
        for (const auto& [name, bytes] : std::vector<std::pair<std::string, std::string>>{
                 {"exclusions_by_geographic_level.csv", invented_figures()},
                 {"exclusions_by_characteristic.csv", invented_groups()},
                 {"exclusions_by_reason.csv", invented_reasons()}}) {
            CAPTURE(name);
            const auto report =
                import_statistics(*database, {{}, bytes, {}, {}, {name, {}}}, Apply::commit, clock);
            REQUIRE_MESSAGE(report.has_value(), (report ? "" : report.error().message));
        }
    add_pages(router, services);
}

} // namespace onroll::insight::tests_of_pages
