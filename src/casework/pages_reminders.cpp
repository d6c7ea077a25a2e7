#include "casework/pages_case_frame.h"

#include "casework/feed.h"
#include "casework/reminders.h"
#include "casework/store_day.h"
#include "casework/views_reminders.h"
#include "forms/asked.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_reminders_detail {

constexpr Days days_back{14};
constexpr Days days_ahead{366};

/// What addresses begin with, as the person reached us.
std::string site_of(const http::Request& request, const Services& services)
{
    return access::visit_of(request, *services.access).site;
}

http::Response show_choices(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    ReminderChoice choice;
    {
        auto reading = store_of(request, services).read();
        choice = reminder_choice(reading, actor.agency, actor.user);
    }
    RemindersView view{.by_mail = choice.by_mail, .feed = {}, .start = [&request] {
                           return start_of(request, "/advice/calendar");
                       }};
    if (choice.feed_open)
        view.feed = site_of(request, services) +
                    feed_address(*services.feeds, actor.agency, actor.user, choice.feed_number);
    return page(request, services, "Calendar and reminders", reminders_view(view));
}

http::Response choose(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto act = form["act"];
    const auto now = services.guard->clock().now();
    const auto path =
        forms::save_once(store_of(request, services), "choose reminders", owner_of(actor), form,
                         now, [&](db::Transaction& transaction) -> Result<std::string> {
                             auto choice = reminder_choice(transaction, actor.agency, actor.user);
                             if (act == "mail" || act == "no_mail") {
                                 choice.by_mail = act == "mail";
                             } else if (act == "make") {
                                 ++choice.feed_number;
                                 choice.feed_open = true;
                             } else if (act == "stop") {
                                 choice.feed_open = false;
                             } else {
                                 return bad_input("Choose again");
                             }
                             save_reminder_choice(transaction, actor.agency, actor.user, choice);
                             return std::string("/advice/calendar");
                         });
    return path ? http::redirect(*path) : http::failure(path.error());
}

/// Whether somebody still works on cases of the service.
bool still_works(const Services& services, const access::AgencyId& agency,
                 const access::UserId& worker)
{
    const auto all = services.caseworkers(agency);
    return std::any_of(all.begin(), all.end(),
                       [&](const Colleague& one) { return one.user == worker; });
}

/// The lines of one worker that a calendar shows.
std::vector<DayLine> lines_for_calendar(db::Queries& reading, const access::AgencyId& agency,
                                        const access::UserId& worker, Date today)
{
    auto tasks = tasks_of_worker(reading, agency, worker);
    std::erase_if(tasks, [&](const DayTask& task) {
        return task.task.told.due_on && *task.task.told.due_on < today - days_back;
    });
    return day_lines(
        tasks, dates_of_worker(reading, agency, worker, today - days_back, today + days_ahead), {},
        today);
}

/// What a calendar program fetches. Whatever is wrong with the address is answered alike.
http::Response show_feed(const http::Request& request, const Services& services)
{
    const auto agency = request.path<access::AgencyId>("service");
    const auto worker = request.path<access::UserId>("colleague");
    if (!agency || !worker) return http::not_found();
    const auto service = services.service_named(*agency);
    if (!service) return http::not_found();
    const auto today = services.guard->clock().today();
    std::vector<DayLine> lines;
    {
        auto reading = service->store->read();
        const auto choice = reminder_choice(reading, *agency, *worker);
        const auto secret = feed_secret(*services.feeds, *agency, *worker, choice.feed_number);
        if (!crypto::same_secret(secret, request.path("secret")) || !choice.feed_open ||
            !still_works(services, *agency, *worker))
            return http::not_found();
        lines = lines_for_calendar(reading, *agency, *worker, today);
        for (const auto& absent : services.covered_by(*agency, *worker))
            for (auto& line : lines_for_calendar(reading, *agency, absent, today))
                lines.push_back(std::move(line));
    }
    return http::bytes(feed_file(lines, today, site_of(request, services)),
                       "text/calendar; charset=utf-8");
}

} // namespace pages_reminders_detail

void add_reminder_pages(http::Router& router, const Services& services)
{
    using namespace pages_reminders_detail;
    const auto page_of = [&](http::Response (*answer)(const http::Request&, const Services&)) {
        return
            [&services, answer](const http::Request& request) { return answer(request, services); };
    };
    const auto& guard = *services.guard;
    router.get("/advice/calendar", guard.policy("advice.search"), page_of(show_choices));
    router.post("/advice/calendar", forms::taking(guard.policy("advice.create"), {"act"}),
                page_of(choose));
    router.get("/advice-calendar/{service}/{colleague}/{secret}", http::Policy::open_to_all(),
               page_of(show_feed));
}

} // namespace onroll::casework
