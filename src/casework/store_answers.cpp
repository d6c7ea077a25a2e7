#include "casework/store_answers.h"

#include "casework/store_cases.h"
#include "casework/store_rows.h"

#include <algorithm>

namespace onroll::casework {
namespace store_answers_detail {

/// "2026-11-18 1110011…": the first day and a digit for each from there on.
std::string text_of(const DaysSeen& seen)
{
    return iso(seen.from) + " " + seen.days;
}

} // namespace store_answers_detail
using namespace store_answers_detail;

DaysSeen days_seen_from(const std::string& text)
{
    const auto space = text.find(' ');
    const auto from = parse_date(text.substr(0, space));
    if (!from || space == std::string::npos) return {};
    return {*from, text.substr(space + 1)};
}

std::vector<KeptDate> kept_dates(db::Queries& database, const access::AgencyId& agency,
                                 const CaseId& case_id)
{
    auto rows = database.query(sql()("kept_dates"), agency.text(), case_id.text());
    std::vector<KeptDate> dates;
    while (rows.next())
        dates.push_back({.name = rows.text("name"),
                         .event = EventId::parse(rows.text("event")).value(),
                         .words = rows.text("words"),
                         .due = rows.optional_date("due_on"),
                         .last_day = rows.boolean("ends")});
    return dates;
}

void keep_dates(db::Transaction& transaction, const access::AgencyId& agency, const CaseId& case_id,
                const std::vector<KeptDate>& before, const std::vector<KeptDate>& now)
{
    const auto named = [](const std::vector<KeptDate>& dates, const std::string& name) {
        return std::find_if(dates.begin(), dates.end(),
                            [&](const KeptDate& date) { return date.name == name; });
    };
    auto kept_now = transaction.bulk(sql()("keep_date"));
    for (const auto& date : now) {
        const auto kept = named(before, date.name);
        if (kept != before.end() && kept->says_as(date)) continue;
        kept_now.add(agency.text(), case_id.text(), date.name, date.event.text(), date.words,
                     date.due, date.last_day);
    }
    kept_now.finish();
    for (const auto& date : before)
        if (named(now, date.name) == now.end())
            transaction.run(sql()("date_follows_no_more"), agency.text(), case_id.text(),
                            date.name);
}

DaysSeenBySchool days_counted(db::Queries& database, const access::AgencyId& agency,
                              const CaseId& case_id)
{
    auto rows = database.query(sql()("days_counted"), agency.text(), case_id.text());
    DaysSeenBySchool days;
    while (rows.next()) days[rows.text("school")] = days_seen_from(rows.text("days"));
    return days;
}

std::map<std::string, DaysSeenBySchool> days_of_cases(db::Queries& database,
                                                      const access::AgencyId& agency,
                                                      const std::vector<CaseId>& cases)
{
    std::map<std::string, DaysSeenBySchool> days;
    ask_by_sixty(database, "days_of_cases", agency, cases, [&](const db::Rows& rows) {
        days[rows.text("case_id")][rows.text("school")] = days_seen_from(rows.text("days"));
    });
    return days;
}

void keep_days_counted(db::Transaction& transaction, const access::AgencyId& agency,
                       const CaseId& case_id, const DaysSeenBySchool& days)
{
    for (const auto& [school, seen] : days)
        transaction.run(sql()("keep_days_counted"), agency.text(), case_id.text(), school,
                        text_of(seen));
}

void add_date_changes(db::Transaction& transaction, const access::AgencyId& agency,
                      const CaseId& case_id, const std::vector<DateChange>& changes)
{
    for (const auto& change : changes)
        transaction.run(sql()("add_date_change"), agency.text(), case_id.text(), agency.text(),
                        case_id.text(), change.name, change.words, change.was, change.now,
                        change.why, change.changed_at);
}

std::vector<DateChange> date_changes_of(db::Queries& database, const access::AgencyId& agency,
                                        const CaseId& case_id, std::size_t limit)
{
    auto rows = database.query(sql()("date_changes"), agency.text(), case_id.text(),
                               static_cast<std::int64_t>(limit));
    std::vector<DateChange> changes;
    while (rows.next())
        changes.push_back({.name = rows.text("name"),
                           .words = rows.text("words"),
                           .was = rows.optional_date("was"),
                           .now = rows.optional_date("now_on"),
                           .why = rows.text("why"),
                           .changed_at = rows.instant("changed_at")});
    return changes;
}

std::string calendar_seen(db::Queries& database, const access::AgencyId& agency)
{
    auto rows = database.query(sql()("calendar_seen"), agency.text());
    return rows.next() ? rows.text("revision") : std::string();
}

void note_calendar_seen(db::Transaction& transaction, const access::AgencyId& agency,
                        const std::string& revision)
{
    transaction.run(sql()("note_calendar_seen"), agency.text(), revision);
}

std::vector<Case> cases_with_dates(db::Queries& database, const access::AgencyId& agency)
{
    auto rows = database.query(sql()("cases_with_dates"), agency.text());
    std::vector<Case> cases;
    while (rows.next()) cases.push_back(case_from(rows));
    return cases;
}

} // namespace onroll::casework
