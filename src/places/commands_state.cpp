#include "places/commands_state.h"

#include "places/calendar_files.h"
#include "places/store.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace onroll::places {

namespace commands_state_detail {

struct StateOptions {
    std::string authority, school, term_system;
    std::vector<std::string> terms, moved_terms, half_terms, insets, closed, opened;
    bool instead = false;
    bool dry_run = false;

    bool tells_nothing() const
    {
        return term_system.empty() && terms.empty() && moved_terms.empty() && half_terms.empty() &&
               insets.empty() && closed.empty() && opened.empty();
    }
};

struct Period {
    Date start{}, end{};
};

constexpr std::string_view source = "Told by hand";

/// "2026-09-01..2026-12-18", or one day.
Result<Period> read_period(const std::string& option, const std::string& text)
{
    const auto wrong = [&](const std::string& why) {
        return bad_input(option + " " + text + ": " + why);
    };
    const auto dots = text.find("..");
    const auto start = read_day(text.substr(0, dots));
    if (!start) return wrong("the first day " + start.error().message);
    const auto end = dots == std::string::npos ? start : read_day(text.substr(dots + 2));
    if (!end) return wrong("the last day " + end.error().message);
    if (*end < *start) return wrong("the last day must be the same as or after the first");
    if (*end - *start > Days{370}) return wrong("a period must be a year or shorter");
    return Period{*start, *end};
}

/// All that was told, in the shape of a school's departures; for an authority the terms and
/// closures in it are the authority's.
class Told {
public:
    Result<Departures> read(const StateOptions& options)
    {
        if (!options.term_system.empty()) told_.system = term_system_named(options.term_system);
        each("--term", options.terms, [&](const Period& period) {
            told_.own_terms.push_back(
                {season_name_of_term(period.start), period.start, period.end});
        });
        each("--moved-term", options.moved_terms, [&](const Period& period) {
            told_.moved_terms.push_back({"", period.start, period.end});
        });
        const auto closes = [&](ClosureReason reason) {
            return [this, reason](const Period& period) {
                told_.closures.push_back({period.start, period.end, reason, ""});
            };
        };
        each("--half-term", options.half_terms, closes(ClosureReason::half_term));
        each("--inset", options.insets, closes(ClosureReason::inset));
        each("--closed", options.closed, closes(*closure_reason_named("closure")));
        each("--open", options.opened, [&](const Period& period) {
            for (auto day = period.start; day <= period.end; day += Days{1})
                told_.opened.push_back(day);
        });
        if (wrong_) return *wrong_;
        return told_;
    }

private:
    template <class Take>
    void each(const std::string& option, const std::vector<std::string>& texts, const Take& take)
    {
        for (const auto& text : texts) {
            const auto period = read_period(option, text);
            if (period)
                take(*period);
            else if (!wrong_)
                wrong_ = period.error();
        }
    }

    Departures told_;
    std::optional<Error> wrong_;
};

/// What was told beside what is known; the same thing told twice is there once.
template <class Thing>
void add_new(std::vector<Thing>& known, const std::vector<Thing>& told)
{
    for (const auto& thing : told)
        if (std::find(known.begin(), known.end(), thing) == known.end()) known.push_back(thing);
}

Departures beside(Departures known, const Departures& told)
{
    if (told.system) known.system = told.system;
    add_new(known.own_terms, told.own_terms);
    add_new(known.moved_terms, told.moved_terms);
    add_new(known.closures, told.closures);
    add_new(known.opened, told.opened);
    return known;
}

/// Whether the dates can be; otherwise everything that is wrong has been said.
bool are_possible(const LayeredCalendar& layered, cli::Context& context)
{
    const auto problems = problems_in(layered);
    for (const auto& problem : problems) context.err << problem.message << "\n";
    if (problems.empty()) return true;
    context.err << "Nothing was stored\n";
    context.exit = cli::Exit::bad_input;
    return false;
}

void say_stated(const std::string& whose, const LayeredCalendar& layered, bool stored,
                cli::Context& context)
{
    const auto dates = in_effect(layered);
    context.out << whose << "\n";
    context.out << "Terms: " << dates.terms.size()
                << ". Half terms, INSET days and other closures: " << dates.closures.size() << "\n";
    if (dates.terms.empty())
        context.out << "Note: No terms are known, so no school days can be counted yet\n";
    for (const auto& odd : oddities_in(dates)) context.out << "Note: " << odd.message << "\n";
    context.out << (stored ? "Stored\n" : "Nothing was stored: this was a dry run\n");
}

void state_for_authority(const StateOptions& options, const Departures& told,
                         db::Database& database, const Clock& clock, cli::Context& context)
{
    const auto code = LaCode::parse(options.authority);
    if (!code) return context.fail(code.error());
    if (!told.moved_terms.empty() || !told.opened.empty())
        return context.fail(bad_input("--moved-term and --open are for a school, which departs "
                                      "from its authority. Give --school URN with them"));
    std::string name;
    TermDates dates;
    {
        auto reading = database.read(db::View::snapshot);
        const auto authority = find_authority(reading, *code);
        if (!authority) return context.fail(authority.error());
        name = authority->name;
        if (const auto known = dates_of_authority(reading, *code); known && !options.instead)
            dates = *known;
    }
    if (told.system) dates.system = *told.system;
    add_new(dates.terms, told.own_terms);
    add_new(dates.closures, told.closures);
    std::sort(dates.terms.begin(), dates.terms.end(),
              [](const Term& a, const Term& b) { return a.start < b.start; });
    if (!are_possible({dates, {}}, context)) return;
    if (!options.dry_run) {
        const auto done = state_authority_dates(database, *code, dates, source, clock);
        if (!done) return context.fail(done.error());
    }
    say_stated(name, {dates, {}}, !options.dry_run, context);
}

void state_for_school(const StateOptions& options, const Departures& told, db::Database& database,
                      const Clock& clock, cli::Context& context)
{
    const auto urn = Urn::parse(options.school);
    if (!urn) return context.fail(urn.error());
    std::optional<School> school;
    LayeredCalendar layered;
    {
        auto reading = database.read(db::View::snapshot);
        auto found = find_school(reading, *urn);
        if (!found) return context.fail(found.error());
        school = std::move(found).value();
        layered = dates_of_school(reading, *school).layered;
    }
    layered.school = options.instead ? told : beside(layered.school, told);
    if (!are_possible(layered, context)) return;
    if (!options.dry_run) {
        const auto done = state_departures(database, *school, layered.school, source, clock);
        if (!done) return context.fail(done.error());
    }
    say_stated(shown_name(*school), layered, !options.dry_run, context);
}

void state_dates(const StateOptions& options, const OpenStore& open, const Clock& clock,
                 cli::Context& context)
{
    if (options.authority.empty() == options.school.empty())
        return context.fail(
            bad_input("Say whose dates they are: --authority 373 or --school 107001"));
    if (options.tells_nothing() && !options.instead)
        return context.fail(bad_input("Give the dates, like --term 2026-09-01..2026-12-18 or "
                                      "--inset 2026-11-27"));
    const auto told = Told().read(options);
    if (!told) return context.fail(told.error());
    const auto database = open(context);
    if (!database) return context.fail(database.error());
    if (options.authority.empty())
        state_for_school(options, *told, **database, clock, context);
    else
        state_for_authority(options, *told, **database, clock, context);
}

} // namespace commands_state_detail

void add_state_command(CLI::App& places, cli::Context& context, OpenStore open, const Clock& clock)
{
    using namespace commands_state_detail;
    const auto options = std::make_shared<StateOptions>();
    auto& state = cli::add_command(
        places, "state",
        "Add term dates by hand, for an authority or for a school that departs from its "
        "authority's. A day is written 2026-11-27, 27/11/2026 or \"27 November 2026\", a period "
        "as its first and last day: 2026-09-01..2026-12-18",
        context);
    state.add_option("--authority", options->authority, "Code of the local authority, like 373");
    state.add_option("--school", options->school, "URN of the school, like 107001");
    const auto periods = [&](const char* name, std::vector<std::string>& into, const char* help) {
        state.add_option(name, into, help)->type_name("FIRST..LAST");
    };
    periods("--term", options->terms,
            "A term; a school's stands in place of the authority's at that time");
    periods("--moved-term", options->moved_terms,
            "New dates for an authority's term, whose half term stays; for a school");
    periods("--half-term", options->half_terms, "A half term");
    periods("--inset", options->insets, "A day when staff are trained and no pupil attends");
    periods("--closed", options->closed, "Another day or period without school");
    periods("--open", options->opened, "A day that the authority has closed; for a school");
    state.add_option("--term-system", options->term_system, "Up to three terms a year, or more")
        ->check(CLI::IsMember({"three", "more_than_three"}));
    state.add_flag("--instead", options->instead,
                   "Put these dates in place of all that the owner has stated");
    state.add_flag("--dry-run", options->dry_run, "Show what would change and store nothing");
    state.callback([options, open = std::move(open), &clock, &context] {
        state_dates(*options, open, clock, context);
    });
}

} // namespace onroll::places
