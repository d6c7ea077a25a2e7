#include "casework/pages_today.h"

#include "casework/pages_case_frame.h"

#include "casework/pack_progress.h"
#include "casework/passed_dates.h"
#include "casework/recount.h"
#include "casework/rules_pack.h"
#include "casework/store_actions.h"
#include "casework/store_answers.h"
#include "casework/store_day.h"
#include "casework/store_enquiries.h"
#include "casework/views_today.h"

#include <algorithm>
#include <map>
#include <utility>

namespace onroll::casework {
namespace pages_today_detail {

/// How far ahead dates in law are read for the list.
constexpr Days days_ahead{42};
constexpr std::size_t most_escalated = 200;

/// What is late in the service, for its manager.
std::vector<DayLine> late_in_service(db::Queries& reading, const access::AgencyId& agency,
                                     Date today)
{
    const auto tasks = tasks_due_before(reading, agency, today, most_escalated);
    std::map<std::string, DaysSeenBySchool> days;
    for (const auto& task : tasks)
        if (task.of && !days.contains(task.of->id.text()))
            days[task.of->id.text()] = days_counted(reading, agency, task.of->id);
    auto lines = day_lines(tasks, {}, days, today);
    std::erase_if(lines, [&](const DayLine& line) { return !is_for_the_manager(line, today); });
    for (auto& line : passed_lines_for_the_manager(reading, agency, today, most_escalated))
        lines.push_back(std::move(line));
    return lines;
}

/// Puts each pack that is being prepared beside the days for which it is.
void add_packs(db::Queries& reading, const access::AgencyId& agency, std::vector<DayLine>& lines)
{
    std::map<CaseId, std::optional<PackProgress>> packs;
    for (auto& line : lines) {
        if (!line.of || !wants_a_pack(line.law)) continue;
        const auto [pack, is_new] = packs.try_emplace(line.of->id);
        if (is_new) pack->second = pack_in_preparation(reading, agency, line.of->id);
        line.pack = pack->second;
    }
}

/// Each child's name once.
std::function<std::string(const people::PersonId&)> names_of_children(const http::Request& request,
                                                                      const Services& services)
{
    auto known = std::make_shared<std::map<people::PersonId, std::string>>();
    return [&request, &services, known](const people::PersonId& child) {
        const auto found = known->find(child);
        if (found != known->end()) return found->second;
        auto reading = store_of(request, services).read();
        const auto person = people::find_person(reading, access::actor(request).agency, child);
        auto name = person ? people::called(person->name) : std::string();
        if (name.empty()) name = "Child without a name";
        return known->emplace(child, std::move(name)).first->second;
    };
}

http::Response show_today(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto& clock = services.guard->clock();
    const auto today = clock.today();
    auto& store = store_of(request, services);
    recount_after_calendars(store, actor.agency, reckoner_of(services), clock.now());
    TodayView view{.today = today, .is_manager = actor.has(access::Role::advice_manager)};
    {
        auto reading = store.read();
        auto lines = day_lines_of(reading, actor.agency, actor.user, today);
        for (const auto& colleague : actor.covers_for) {
            for (auto& line : day_lines_of(reading, actor.agency, colleague, today)) {
                line.stands_in_for = colleague;
                lines.push_back(std::move(line));
            }
            view.covered.push_back(services.name_of(actor.agency, colleague));
        }
        add_packs(reading, actor.agency, lines);
        put_in(view.list, std::move(lines), today);
        if (view.is_manager) {
            view.escalated = late_in_service(reading, actor.agency, today);
            for (const auto& one : sources_gone_quiet(reading, actor.agency, today))
                view.gone_quiet.push_back(one.count.source);
        }
        view.figures =
            figures_of_worker(reading, actor.agency, actor.user, start_of_day_in_london(today));
        view.recorded_today = hours_between(reading, actor.agency, today, today + Days{1}).total;
    }
    view.child_called = names_of_children(request, services);
    view.name_of = [&](const access::UserId& user) { return services.name_of(actor.agency, user); };
    view.start = [&request] { return start_of(request, "/advice"); };
    return page(request, services, "Today", today_view(view));
}

} // namespace pages_today_detail

std::vector<DayLine> day_lines_of(db::Queries& reading, const access::AgencyId& agency,
                                  const access::UserId& worker, Date today)
{
    const auto days = days_of_worker(reading, agency, worker);
    auto lines = day_lines(
        tasks_of_worker(reading, agency, worker),
        dates_of_worker(reading, agency, worker, today, today + pages_today_detail::days_ahead),
        days, today);
    for (auto& line : passed_lines_of_worker(reading, agency, worker, days, today))
        lines.push_back(std::move(line));
    return lines;
}

void add_today_pages(http::Router& router, const Services& services)
{
    router.get("/advice", services.guard->policy("advice.search"),
               [&services](const http::Request& request) {
                   return pages_today_detail::show_today(request, services);
               });
}

} // namespace onroll::casework
