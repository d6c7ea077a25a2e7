#include "casework/store_day.h"

#include "casework/store_answers.h"
#include "casework/store_rows.h"
#include "casework/store_tasks.h"

namespace onroll::casework {
namespace store_day_detail {

DayCase case_of(const db::Rows& rows)
{
    return {.id = CaseId::parse(rows.text("case_id")).value(),
            .number = rows.integer("number"),
            .child = people::PersonId::parse(rows.text("child")).value(),
            .caseworker = optional_user(rows, "caseworker")};
}

std::vector<DayTask> tasks_from(db::Rows rows)
{
    std::vector<DayTask> tasks;
    while (rows.next()) {
        tasks.push_back({task_from(rows), std::nullopt});
        if (!rows.is_null("number")) tasks.back().of = case_of(rows);
    }
    return tasks;
}

std::vector<DayDate> passed_from(db::Rows rows)
{
    std::vector<DayDate> dates;
    while (rows.next())
        dates.push_back({.of = case_of(rows),
                         .name = rows.text("name"),
                         .words = rows.text("words"),
                         .due = rows.date("due_on"),
                         .last_day = rows.boolean("ends"),
                         .event = EventId::parse(rows.text("event")).value()});
    return dates;
}

} // namespace store_day_detail
using namespace store_day_detail;

std::vector<DayTask> tasks_of_worker(db::Queries& database, const access::AgencyId& agency,
                                     const access::UserId& worker)
{
    return tasks_from(database.query(sql()("tasks_of_worker"), agency.text(), worker.text(),
                                     agency.text(), worker.text(), agency.text(), worker.text(),
                                     agency.text()));
}

std::vector<DayTask> tasks_due_before(db::Queries& database, const access::AgencyId& agency,
                                      Date day, std::size_t limit)
{
    return tasks_from(database.query(sql()("tasks_due_before"), day, agency.text(), agency.text(),
                                     day, static_cast<std::int64_t>(limit), agency.text()));
}

std::vector<DayDate> dates_of_worker(db::Queries& database, const access::AgencyId& agency,
                                     const access::UserId& worker, Date from, Date to)
{
    auto rows = database.query(sql()("dates_of_worker"), agency.text(), from, to, worker.text());
    std::vector<DayDate> dates;
    while (rows.next())
        dates.push_back({.of = case_of(rows),
                         .name = rows.text("name"),
                         .words = rows.text("words"),
                         .due = rows.date("due_on"),
                         .last_day = rows.boolean("ends")});
    return dates;
}

std::vector<DayDate> passed_dates_of_worker(db::Queries& database, const access::AgencyId& agency,
                                            const access::UserId& worker, Date from, Date until)
{
    return passed_from(
        database.query(sql()("passed_dates_of_worker"), agency.text(), from, until, worker.text()));
}

std::vector<DayDate> passed_dates(db::Queries& database, const access::AgencyId& agency, Date from,
                                  Date until, std::size_t limit)
{
    return passed_from(database.query(sql()("passed_dates"), agency.text(), from, until,
                                      static_cast<std::int64_t>(limit)));
}

std::map<std::string, DaysSeenBySchool>
days_of_worker(db::Queries& database, const access::AgencyId& agency, const access::UserId& worker)
{
    auto rows = database.query(sql()("days_of_worker"), agency.text(), worker.text());
    std::map<std::string, DaysSeenBySchool> days;
    while (rows.next())
        days[rows.text("case_id")][rows.text("school")] = days_seen_from(rows.text("days"));
    return days;
}

WorkerFigures figures_of_worker(db::Queries& database, const access::AgencyId& agency,
                                const access::UserId& worker, Instant day_began)
{
    const auto day = in_london(day_began).date;
    auto rows =
        database.query(sql()("figures_of_worker"), agency.text(), worker.text(), agency.text(),
                       worker.text(), agency.text(), day_began, worker.text(), agency.text(),
                       day_began, agency.text(), day, worker.text(), agency.text(), day);
    if (!rows.next()) return {};
    return {.open_cases = rows.integer("open_cases"),
            .at_level_3_or_above = rows.integer("high"),
            .contacts_today = rows.integer("own_contacts"),
            .contacts_of_service = rows.integer("contacts"),
            .recorded_today = std::chrono::minutes{rows.integer("minutes")},
            .recorded_in_service = std::chrono::minutes{rows.integer("all_minutes")}};
}

} // namespace onroll::casework
