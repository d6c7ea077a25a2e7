#include "casework/reminders.h"

#include "casework/late_in_service.h"
#include "casework/passed_dates.h"
#include "casework/rules_day_list.h"
#include "casework/rules_enquiries.h"
#include "casework/store_day.h"
#include "casework/store_enquiries.h"

#include "design/words.h"
#include "kernel/bank_holidays.h"

namespace onroll::casework {
namespace reminders_detail {

constexpr std::chrono::minutes sent_from{7 * 60};

DayList list_of(db::Queries& database, const access::AgencyId& agency, const Reminded& to,
                Date today)
{
    DayList list;
    auto workers = to.covers_for;
    workers.push_back(to.user);
    std::vector<DayLine> lines;
    for (const auto& worker : workers) {
        const auto days = days_of_worker(database, agency, worker);
        auto own = day_lines(tasks_of_worker(database, agency, worker),
                             dates_of_worker(database, agency, worker, today, today + Days{14}),
                             days, today);
        for (auto& line : passed_lines_of_worker(database, agency, worker, days, today))
            own.push_back(std::move(line));
        lines.insert(lines.end(), std::make_move_iterator(own.begin()),
                     std::make_move_iterator(own.end()));
    }
    put_in(list, std::move(lines), today);
    return list;
}

std::size_t escalated_in(db::Queries& database, const access::AgencyId& agency, Date today)
{
    return late_in_service(database, agency, today, most_late_counted).size();
}

/// The earliest time of day that is set; the list is in order of time.
std::optional<std::chrono::minutes> first_time_of(const std::vector<DayLine>& lines)
{
    if (lines.empty() || !lines.front().task) return std::nullopt;
    return lines.front().task->told.due_at;
}

void add(std::string& body, std::size_t count, std::string_view one, std::string_view many)
{
    if (count == 0) return;
    body += count == 1 ? std::string(one) : std::to_string(count) + std::string(many);
    body += "\n";
}

} // namespace reminders_detail
using namespace reminders_detail;

DueCounts due_counts(db::Queries& database, const access::AgencyId& agency, const Reminded& to,
                     Date today)
{
    const auto list = list_of(database, agency, to, today);
    return {.late = list.late.size(),
            .passed = list.passed.size(),
            .today = list.today.size(),
            .next = list.next.size(),
            .escalated = to.is_manager ? escalated_in(database, agency, today) : 0,
            .gone_quiet = to.is_manager && monday_of(today) == today
                              ? sources_gone_quiet(database, agency, today).size()
                              : 0,
            .first_today = first_time_of(list.today)};
}

mail::Message reminder_mail(const DueCounts& counts, const std::string& to, const std::string& site)
{
    std::string body = "Your day list on Onroll\n\n";
    add(body, counts.late, "One thing is late.", " things are late.");
    add(body, counts.passed, "One date in law has passed: did it happen?",
        " dates in law have passed: did it happen?");
    add(body, counts.today, "One thing is due today.", " things are due today.");
    if (counts.first_today)
        body += (counts.today == 1 ? "It is due by " : "The first is due by ") +
                time_in_words(*counts.first_today) + ".\n";
    add(body, counts.next, "One thing is due in the next 10 school days.",
        " things are due in the next 10 school days.");
    add(body, counts.escalated, "One thing of the service is late by 3 school days or more.",
        (counts.escalated < most_late_counted ? " things" : " or more things") +
            std::string(" of the service are late by 3 school days or more."));
    add(body, counts.gone_quiet, "A source sends fewer families than before.",
        " sources send fewer families than before.");
    body += "\nSign in to see what they are" +
            (site.empty() ? std::string(".") : ":\n\n" + site + "/advice") +
            "\n\nThis mail says nothing about a family. You can turn it off under “Calendar and "
            "reminders”.\n";
    return {to, "Your day list", std::move(body)};
}

std::size_t remind(db::Database& database, const access::AgencyId& agency,
                   const std::vector<Reminded>& all, const std::string& site, Instant now,
                   const std::function<void(const mail::Message&)>& send)
{
    const auto there = in_london(now);
    if (!is_working_day(there.date) || there.since_midnight < sent_from) return 0;
    std::size_t sent = 0;
    for (const auto& to : all) {
        ReminderChoice choice;
        DueCounts counts;
        {
            auto reading = database.read();
            choice = reminder_choice(reading, agency, to.user);
            if (!choice.by_mail || choice.reminded_on == there.date) continue;
            counts = due_counts(reading, agency, to, there.date);
        }
        if (!counts.any()) continue;
        // The mail first: one that comes twice is better than one that never comes.
        send(reminder_mail(counts, to.mail, site));
        db::with_retry(database, "note reminder", [&](db::Transaction& transaction) {
            auto saved = reminder_choice(transaction, agency, to.user);
            saved.reminded_on = there.date;
            save_reminder_choice(transaction, agency, to.user, saved);
        });
        ++sent;
    }
    return sent;
}

std::string feed_secret(const crypto::Key& key, const access::AgencyId& agency,
                        const access::UserId& worker, std::int64_t number)
{
    return crypto::to_base64url(crypto::hmac_sha256(key.bytes(), "calendar " + agency.text() + " " +
                                                                     worker.text() + " " +
                                                                     std::to_string(number)));
}

std::string feed_address(const crypto::Key& key, const access::AgencyId& agency,
                         const access::UserId& worker, std::int64_t number)
{
    return "/advice-calendar/" + agency.text() + "/" + worker.text() + "/" +
           feed_secret(key, agency, worker, number);
}

} // namespace onroll::casework
