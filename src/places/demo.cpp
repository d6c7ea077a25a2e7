#include "places/demo.h"

#include "places/rules_kinds.h"
#include "places/store.h"

#include "embedded/places_data.h"
#include "kernel/ensure.h"
#include "platform/csv/reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace onroll::places {

namespace demo_detail {

std::string file(std::string_view name)
{
    for (const auto& one : embedded::places_data())
        if (one.name == "demo/" + std::string(name)) return std::string(one.bytes);
    ensure(false, "the files of data/demo are embedded by the build");
    return {};
}

csv::Reader reader_of(std::string_view name)
{
    auto reader = csv::Reader::read(file(name));
    ensure(reader.has_value(), "the files of data/demo can be read");
    return std::move(reader).value();
}

int number(std::string_view text)
{
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<Date> day(std::string_view text)
{
    const auto read = read_day(text);
    return read ? std::optional(*read) : std::nullopt;
}

std::map<int, std::string> trusts()
{
    std::map<int, std::string> names;
    auto reader = reader_of("trusts.csv");
    while (reader.next())
        names.emplace(number(reader.row()[std::size_t{0}]), reader.row()[std::size_t{1}]);
    return names;
}

struct DemoSchool {
    School school;
    std::string calendar;
};

/// The day of the January census of the year in which the demonstration takes place.
const Date counted_on = date(2026, 1, 15);

std::vector<DemoSchool> schools()
{
    std::vector<DemoSchool> all;
    const auto trust_names = trusts();
    auto reader = reader_of("schools.csv");
    const auto& header = reader.header();
    while (reader.next()) {
        const auto cell = [&](std::string_view name) { return reader.row()[header.find(name)]; };
        School school{Urn::parse(cell("urn")).value(), demo_authority()};
        school.laestab = Laestab::create(demo_authority(), number(cell("establishment"))).value();
        school.name = cell("name");
        school.as_recorded = {std::string(cell("type")), "", std::string(cell("status")),
                              std::string(cell("phase"))};
        school.kind = kind_by_register_type("", cell("type"));
        school.phase = phase_by_words(cell("phase"));
        school.status = status_by_words(cell("status"));
        school.opened_on = day(cell("opened_on"));
        school.closed_on = day(cell("closed_on"));
        school.street = cell("street");
        school.town = cell("town");
        school.postcode = cell("postcode");
        if (!cell("trust").empty())
            school.trust = Trust{number(cell("trust")), trust_names.at(number(cell("trust")))};
        if (!cell("pupils").empty()) school.pupils = PupilCount{number(cell("pupils")), counted_on};
        school.source = SchoolSource::demonstration;
        all.push_back({std::move(school), std::string(cell("calendar"))});
    }
    return all;
}

std::vector<std::vector<StatedClosure>> inset_patterns()
{
    std::map<std::string, std::vector<StatedClosure>> patterns;
    auto reader = reader_of("inset_days.csv");
    while (reader.next()) {
        const auto on = read_day(reader.row()[std::size_t{2}]).value();
        patterns[std::string(reader.row()[std::size_t{0}])].push_back(
            {on, on, ClosureReason::inset, std::string(reader.row()[std::size_t{1}])});
    }
    std::vector<std::vector<StatedClosure>> out;
    for (auto& [name, days] : patterns) out.push_back(std::move(days));
    return out;
}

/// Evenly spread and the same on every machine (SplitMix64).
std::uint64_t mixed(std::uint64_t value)
{
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31);
}

CalendarFile calendar_file(const std::string& name)
{
    auto read = read_calendar_csv(file("calendar_" + name + ".csv"), TermSystem::three);
    ensure(read.has_value() && read->problems.empty(),
           "the calendars of data/demo have no faulty row");
    read->what = "Invented for demonstration";
    return std::move(read).value();
}

/// The named calendar with the school's own INSET days; a school whose calendar states INSET days
/// keeps to those.
CalendarFile dates_of(const DemoSchool& demo, std::uint64_t seed,
                      const std::vector<std::vector<StatedClosure>>& patterns)
{
    CalendarFile dates;
    dates.what = "Invented for demonstration";
    if (demo.calendar != "authority") dates = calendar_file(demo.calendar);
    const auto at =
        mixed(seed ^ static_cast<std::uint64_t>(demo.school.urn.number())) % patterns.size();
    // INSET days can fall into another calendar's holiday, where they say nothing.
    for (const auto& day : patterns[at]) {
        const auto& terms = dates.dates.terms;
        const bool in_term = std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
            return term.start <= day.start && day.end <= term.end;
        });
        const bool free =
            std::none_of(dates.dates.closures.begin(), dates.dates.closures.end(),
                         [&](const StatedClosure& closure) {
                             return closure.start <= day.end && day.start <= closure.end;
                         });
        if ((terms.empty() || in_term) && free) dates.dates.closures.push_back(day);
    }
    dates.rows = dates.dates.terms.size() + dates.dates.closures.size() + dates.moved_terms.size() +
                 dates.opened.size();
    return dates;
}

std::vector<SchoolLink> links()
{
    auto reader = reader_of("links.csv");
    const auto read = read_places_file(reader);
    ensure(read.has_value() && read->report.problems.empty(),
           "the links of data/demo have no faulty row");
    std::vector<SchoolLink> all;
    for (const auto& row : read->links) all.push_back(row.link);
    return all;
}

} // namespace demo_detail

LaCode demo_authority()
{
    return LaCode::parse("001").value();
}

Result<DemoFilled> fill_demo(db::Database& database, std::uint64_t seed, const Clock& clock)
{
    const auto demo = demo_detail::schools();
    DemoFilled filled;
    std::vector<School> fresh;
    {
        auto reading = database.read(db::View::snapshot);
        std::map<Urn, School> known;
        for (auto& school : all_schools(reading)) known.emplace(school.urn, std::move(school));
        const bool real = std::any_of(known.begin(), known.end(), [](const auto& one) {
            return one.second.source != SchoolSource::demonstration;
        });
        if (real)
            return Error{ErrorKind::conflict,
                         "This store holds real schools. Fill the demonstration into a data folder "
                         "of its own, with --data DIR",
                         {},
                         {}};
        for (const auto& one : demo) {
            const auto found = known.find(one.school.urn);
            if (found == known.end() || found->second != one.school) fresh.push_back(one.school);
        }
    }
    filled.schools = fresh.size();
    if (!fresh.empty())
        db::with_retry(database, "fill demonstration", [&](db::Transaction& transaction) {
            record_schools(transaction, fresh, {{demo_authority(), "Tidemoor", "Invented", {}}},
                           demo_detail::links());
        });
    const auto take = [&](CalendarOwner owner, const CalendarFile& file) -> Result<void> {
        const auto report = import_calendar(database, owner, file, Apply::commit, clock);
        if (!report) return report.error();
        ensure(report->problems.empty(), "the calendars of data/demo fit their schools");
        if (report->rows.created + report->rows.updated > 0) ++filled.calendars;
        return {};
    };
    if (const auto done = take(demo_authority(), demo_detail::calendar_file("authority")); !done)
        return done.error();
    const auto patterns = demo_detail::inset_patterns();
    for (const auto& one : demo) {
        if (one.school.status == SchoolStatus::closed) continue;
        const auto done = take(one.school.urn, demo_detail::dates_of(one, seed, patterns));
        if (!done) return done.error();
    }
    return filled;
}

bool is_demonstration(db::Queries& database)
{
    return !schools_of_authority(database, demo_authority()).empty();
}

} // namespace onroll::places
