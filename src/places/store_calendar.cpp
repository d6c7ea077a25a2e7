// Term dates in the store: an authority's, and what its schools do otherwise.
#include "places/store.h"

#include "places/store_rows.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace onroll::places {

namespace store_calendar_detail {

using store_rows::sql;

struct Owner {
    std::string_view kind;
    int number;
};

Owner owner_of(const CalendarOwner& owner)
{
    if (const auto* authority = std::get_if<LaCode>(&owner))
        return {"authority", authority->number()};
    return {"school", std::get<Urn>(owner).number()};
}

/// A calendar as it lies in the tables; for an authority there are neither moved terms nor opened
/// days.
struct Stored {
    bool exists = false;
    std::string source{};
    Departures stated{};
};

Stored read(db::Queries& database, const Owner& owner)
{
    Stored stored;
    {
        auto rows = database.query(sql()("find_calendar"), owner.kind, owner.number);
        if (!rows.next()) return stored;
        stored.exists = true;
        stored.source = rows.text("source");
        if (const auto system = rows.optional_text("term_system"))
            stored.stated.system = term_system_named(*system);
    }
    {
        auto rows = database.query(sql()("terms_of_calendar"), owner.kind, owner.number);
        while (rows.next()) {
            auto& terms = rows.text("kind") == "moved_term" ? stored.stated.moved_terms
                                                            : stored.stated.own_terms;
            terms.push_back({rows.text("name"), rows.date("first_day"), rows.date("last_day")});
        }
    }
    auto rows = database.query(sql()("closures_of_calendar"), owner.kind, owner.number);
    while (rows.next()) {
        const auto first = rows.date("first_day"), last = rows.date("last_day");
        const auto reason = closure_reason_named(rows.text("reason"));
        if (reason)
            stored.stated.closures.push_back({first, last, *reason, rows.text("name")});
        else
            for (auto day = first; day <= last; day += Days{1}) stored.stated.opened.push_back(day);
    }
    return stored;
}

void write(db::Transaction& transaction, const Owner& owner, const Departures& stated,
           std::string_view source, const Clock& clock)
{
    const auto system = stated.system ? std::optional(key_of(*stated.system)) : std::nullopt;
    transaction.run(sql()("save_calendar"), owner.kind, owner.number, system, source, clock.now());
    transaction.run(sql()("drop_term"), owner.kind, owner.number);
    transaction.run(sql()("drop_closure"), owner.kind, owner.number);
    for (const auto& term : stated.own_terms)
        transaction.run(sql()("save_term"), owner.kind, owner.number, "term", term.name, term.start,
                        term.end);
    for (const auto& term : stated.moved_terms)
        transaction.run(sql()("save_term"), owner.kind, owner.number, "moved_term", term.name,
                        term.start, term.end);
    for (const auto& closure : stated.closures)
        transaction.run(sql()("save_closure"), owner.kind, owner.number, key_of(closure.reason),
                        closure.name, closure.start, closure.end);
    for (const auto day : stated.opened)
        transaction.run(sql()("save_closure"), owner.kind, owner.number, "open", "", day, day);
}

Departures as_departures(const TermDates& dates)
{
    return {dates.system, dates.terms, {}, dates.closures, {}};
}

TermDates as_dates(const Departures& stated)
{
    return {stated.system.value_or(TermSystem::three), stated.own_terms, stated.closures};
}

/// In the order of the tables, so that what is read back is equal.
Departures in_order(Departures stated)
{
    const auto by_days = [](const auto& a, const auto& b) {
        return std::tie(a.start, a.end) < std::tie(b.start, b.end);
    };
    std::sort(stated.own_terms.begin(), stated.own_terms.end(), by_days);
    std::sort(stated.moved_terms.begin(), stated.moved_terms.end(), by_days);
    std::sort(stated.closures.begin(), stated.closures.end(),
              [](const StatedClosure& a, const StatedClosure& b) {
                  return std::make_tuple(a.start, a.end, key_of(a.reason)) <
                         std::make_tuple(b.start, b.end, key_of(b.reason));
              });
    std::sort(stated.opened.begin(), stated.opened.end());
    const auto twice = [](const StatedClosure& a, const StatedClosure& b) {
        return std::tie(a.start, a.end, a.reason) == std::tie(b.start, b.end, b.reason);
    };
    stated.closures.erase(std::unique(stated.closures.begin(), stated.closures.end(), twice),
                          stated.closures.end());
    stated.opened.erase(std::unique(stated.opened.begin(), stated.opened.end()),
                        stated.opened.end());
    return stated;
}

/// `known` with all that lies in the days of `told` replaced by it.
Departures replaced(Departures known, const Departures& told)
{
    std::optional<Date> first, last;
    const auto span = [&](Date start, Date end) {
        first = first ? std::min(*first, start) : start;
        last = last ? std::max(*last, end) : end;
    };
    for (const auto& term : told.own_terms) span(term.start, term.end);
    for (const auto& term : told.moved_terms) span(term.start, term.end);
    for (const auto& closure : told.closures) span(closure.start, closure.end);
    for (const auto day : told.opened) span(day, day);
    if (!first) return known;
    // A list of INSET days says nothing about terms, so each sort of thing gives way only to its
    // own, or to terms.
    const bool terms = !told.own_terms.empty() || !told.moved_terms.empty();
    const auto inside = [&](const auto& period) {
        return period.start <= *last && period.end >= *first;
    };
    const auto gives_way = [&](const StatedClosure& closure) {
        return inside(closure) && (terms || std::any_of(told.closures.begin(), told.closures.end(),
                                                        [&](const StatedClosure& one) {
                                                            return one.reason == closure.reason;
                                                        }));
    };
    if (terms) std::erase_if(known.own_terms, inside);
    if (terms) std::erase_if(known.moved_terms, inside);
    std::erase_if(known.closures, gives_way);
    if (terms || !told.opened.empty())
        std::erase_if(known.opened, [&](Date day) { return *first <= day && day <= *last; });
    const auto append = [](auto& to, const auto& from) {
        to.insert(to.end(), from.begin(), from.end());
    };
    append(known.own_terms, told.own_terms);
    append(known.moved_terms, told.moved_terms);
    append(known.closures, told.closures);
    append(known.opened, told.opened);
    if (told.system) known.system = told.system;
    return in_order(std::move(known));
}

/// What the school would follow, or the authority state, if this were stored.
LayeredCalendar layered_with(db::Queries& database, const CalendarOwner& owner,
                             std::optional<LaCode> authority, const Departures& stated)
{
    if (std::holds_alternative<LaCode>(owner)) return {as_dates(stated), {}};
    return {dates_of_authority(database, *authority), stated};
}

void say_dates(ImportReport& report, const TermDates& dates)
{
    if (dates.terms.empty()) {
        report.notices.push_back("No terms are known, so no school days can be counted yet");
        return;
    }
    report.notices.push_back(
        std::to_string(dates.terms.size()) + " terms from " + in_words(dates.terms.front().start) +
        " to " + in_words(dates.terms.back().end) + ", " + std::to_string(dates.closures.size()) +
        " half terms, INSET days and other closures");
    for (const auto& odd : oddities_in(dates)) report.notices.push_back(odd.message);
}

} // namespace store_calendar_detail

std::optional<TermDates> dates_of_authority(db::Queries& database, LaCode authority)
{
    using namespace store_calendar_detail;
    const auto stored = read(database, owner_of(authority));
    if (!stored.exists) return std::nullopt;
    return as_dates(stored.stated);
}

SchoolDates dates_of_school(db::Queries& database, const School& school)
{
    using namespace store_calendar_detail;
    SchoolDates dates;
    const auto authority = read(database, owner_of(school.authority));
    if (authority.exists) {
        dates.layered.authority = as_dates(authority.stated);
        dates.authority_source = authority.source;
    }
    auto own = read(database, owner_of(school.urn));
    if (own.exists) {
        dates.layered.school = std::move(own.stated);
        dates.school_source = own.source;
    }
    return dates;
}

Result<void> state_authority_dates(db::Database& database, LaCode authority, const TermDates& dates,
                                   std::string_view source, const Clock& clock)
{
    using namespace store_calendar_detail;
    const auto problems = problems_in({dates, {}});
    if (!problems.empty()) return bad_input(problems.front().message);
    db::with_retry(database, "state term dates", [&](db::Transaction& transaction) {
        write(transaction, owner_of(authority), in_order(as_departures(dates)), source, clock);
    });
    return {};
}

Result<void> state_departures(db::Database& database, const School& school,
                              const Departures& departures, std::string_view source,
                              const Clock& clock)
{
    using namespace store_calendar_detail;
    return db::with_retry(
        database, "state departures", [&](db::Transaction& transaction) -> Result<void> {
            const auto problems =
                problems_in({dates_of_authority(transaction, school.authority), departures});
            if (!problems.empty()) return bad_input(problems.front().message);
            write(transaction, owner_of(school.urn), in_order(departures), source, clock);
            return {};
        });
}

Result<ImportReport> import_calendar(db::Database& database, CalendarOwner owner,
                                     const CalendarFile& file, Apply apply, const Clock& clock)
{
    using namespace store_calendar_detail;
    ImportReport report{file.what,    file.encoding,        {},   file.problems,
                        file.notices, file.unknown_columns, false};
    const bool of_authority = std::holds_alternative<LaCode>(owner);
    if (of_authority && (!file.moved_terms.empty() || !file.opened.empty()))
        report.problems.push_back({0, "kind",
                                   "An authority's calendar must not move terms or open days. Only "
                                   "a school departs from its authority"});
    const auto told =
        of_authority ? as_departures(file.dates) : departures_of(file, file.dates.system);

    const auto work = [&](db::Queries& queries) -> Result<Departures> {
        std::optional<LaCode> authority;
        if (of_authority) {
            const auto found = find_authority(queries, std::get<LaCode>(owner));
            if (!found) return found.error();
        } else {
            const auto school = find_school(queries, std::get<Urn>(owner));
            if (!school) return school.error();
            authority = school->authority;
        }
        const auto known = read(queries, owner_of(owner));
        auto stated = replaced(known.stated, told);
        const auto layered = layered_with(queries, owner, authority, stated);
        if (report.problems.empty())
            for (const auto& problem : problems_in(layered))
                report.problems.push_back({0, "", problem.message});
        report.rows = {};
        report.rows.left_out = file.left_out;
        std::vector<std::size_t> faulty;
        for (const auto& problem : file.problems) faulty.push_back(problem.row);
        std::sort(faulty.begin(), faulty.end());
        report.rows.rejected =
            static_cast<std::size_t>(std::unique(faulty.begin(), faulty.end()) - faulty.begin());
        const auto rest =
            file.rows - std::min(file.rows, report.rows.left_out + report.rows.rejected);
        (known.exists && known.stated == stated ? report.rows.unchanged
         : known.exists                         ? report.rows.updated
                                                : report.rows.created) = rest;
        report.notices = file.notices;
        if (report.problems.empty()) say_dates(report, in_effect(layered));
        return stated;
    };
    if (apply == Apply::preview) {
        auto reading = database.read(db::View::snapshot);
        const auto stated = work(reading);
        if (!stated) return stated.error();
        return report;
    }
    const auto done = db::with_retry(
        database, "import calendar", [&](db::Transaction& transaction) -> Result<bool> {
            const auto stated = work(transaction);
            if (!stated) return stated.error();
            if (!report.problems.empty()) return false;
            if (report.rows.created + report.rows.updated > 0)
                write(transaction, owner_of(owner), *stated, file.what, clock);
            return true;
        });
    if (!done) return done.error();
    report.stored = *done;
    return report;
}

} // namespace onroll::places
