#include "casework/pages_today.h"

#include "casework/pages_case_frame.h"

#include "casework/colleague_names.h"
#include "casework/late_in_service.h"
#include "casework/pack_progress.h"
#include "casework/passed_dates.h"
#include "casework/recount.h"
#include "casework/rules_pack.h"
#include "casework/store_actions.h"
#include "casework/store_day.h"
#include "casework/store_enquiries.h"
#include "casework/views_today.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace onroll::casework {
namespace pages_today_detail {

/// How far ahead dates in law are read for the list.
constexpr Days days_ahead{42};
/// How much of what is late in the service its manager sees at once, and on each page of its own.
constexpr std::size_t late_at_first = 20;
constexpr std::size_t late_a_page = 500;
/// So many pages at most: they would show more than a service can have that is late.
constexpr std::int64_t late_pages = 1'000;

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

/// Names for all lines of a page: children's asked for together, each colleague's once.
void add_names(db::Queries& reading, const Services& services, const access::AgencyId& agency,
               TodayView& view)
{
    std::set<people::PersonId> children;
    std::set<access::UserId> owners;
    for (const auto& line : view.escalated)
        if (const auto owner = whose_line(line)) owners.insert(*owner);
    for (const auto* lines :
         {&view.list.late, &view.list.passed, &view.list.today, &view.list.next, &view.list.later,
          &view.list.waiting, &view.list.undated, &view.escalated})
        for (const auto& line : *lines)
            if (line.of) children.insert(line.of->child);
    view.child_called = [names = people::names_of_people(reading, agency,
                                                         {children.begin(), children.end()})](
                            const people::PersonId& child) {
        const auto found = names.find(child);
        return found == names.end() || found->second.empty() ? std::string("Child without a name")
                                                             : found->second;
    };
    view.name_of = [colleagues = std::make_shared<ColleagueNames>(services, agency, owners.size())](
                       const access::UserId& user) { return colleagues->of(user); };
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
            view.escalated = late_in_service(reading, actor.agency, today, late_at_first + 1);
            view.more_escalated = view.escalated.size() > late_at_first;
            if (view.more_escalated) view.escalated.resize(late_at_first);
            for (const auto& one : sources_gone_quiet(reading, actor.agency, today))
                view.gone_quiet.push_back(one.count.source);
        }
        view.figures =
            figures_of_worker(reading, actor.agency, actor.user, start_of_day_in_london(today));
        add_names(reading, services, actor.agency, view);
    }
    view.start = [&request] { return start_of(request, "/advice"); };
    return page(request, services, "Today", today_view(view));
}

http::Response show_late(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    if (!actor.has(access::Role::advice_manager)) return http::redirect("/advice");
    const auto today = services.guard->clock().today();
    const auto shown =
        std::clamp<std::int64_t>(whole_number(request.query("page")).value_or(1), 1, late_pages);
    const auto address = [](std::int64_t number) {
        return "/advice/late" + (number == 1 ? "" : "?page=" + std::to_string(number));
    };
    auto reading = store_of(request, services).read();
    TodayView view{.today = today, .is_manager = true};
    const auto before = static_cast<std::size_t>(shown - 1) * late_a_page;
    view.escalated = late_in_service(reading, actor.agency, today, before + late_a_page + 1);
    view.escalated.erase(view.escalated.begin(),
                         view.escalated.begin() +
                             static_cast<std::ptrdiff_t>(std::min(before, view.escalated.size())));
    view.more_escalated = view.escalated.size() > late_a_page;
    if (view.more_escalated) view.escalated.resize(late_a_page);
    if (shown > 1) view.earlier_late = address(shown - 1);
    if (view.more_escalated) view.more_late = address(shown + 1);
    add_names(reading, services, actor.agency, view);
    return page(request, services, "Late in the service", late_view(view));
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
    router.get("/advice/late", services.guard->policy("advice.search"),
               [&services](const http::Request& request) {
                   return pages_today_detail::show_late(request, services);
               });
}

} // namespace onroll::casework
