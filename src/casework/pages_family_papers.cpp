// A paper that was given, as its reader opens it: searched again, since what must not reach them
// may be more than it was when it was given. trust.md F-04, M-03.
#include "casework/family_visit.h"
#include "casework/pages_papers.h"
#include "casework/store_cases.h"
#include "casework/store_tasks.h"
#include "casework/views_family.h"

#include "kernel/bank_holidays.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_family_papers_detail {

constexpr const char* stopped_task =
    "A paper that was given holds words that must not reach its reader now. See Papers: stop this "
    "copy and prepare another";

/// The adviser is asked once, however often somebody tries to open it.
void ask_adviser(const http::Request& request, const FamilyVisit& visit, const Case& found,
                 Instant now)
{
    const auto& agency = visit.store.agency;
    db::with_retry(*visit.store.database, "paper stopped", [&](db::Transaction& transaction) {
        const auto tasks = tasks_of_case(transaction, agency, found.id);
        if (std::any_of(tasks.begin(), tasks.end(), [](const Task& task) {
                return !task.settled() && task.told.title == stopped_task;
            }))
            return;
        add_task(transaction, agency,
                 {.case_id = found.id,
                  .title = stopped_task,
                  .due_on = working_day_after(in_london(now).date, 1)},
                 found.caseworker.value_or(found.opened_by), now);
        note_family(transaction, request, visit, "family.paper", now);
    });
}

/// The paper of the address as it was given to whoever has this link; or nothing.
std::optional<std::pair<Release, Paper>>
given_paper(db::Queries& reading, const http::Request& request, const FamilyVisit& visit)
{
    const auto id = request.path<ReleaseId>("release");
    if (!id || !visit.link().person) return std::nullopt;
    auto release = find_release(reading, visit.store.agency, *id);
    if (!release || release->state != ReleaseState::released ||
        release->person != visit.link().person || release->case_id != visit.link().case_id)
        return std::nullopt;
    for (auto& paper : papers_of_release(reading, visit.store.agency, *id))
        if (std::to_string(paper.number) == request.path("number") &&
            paper.decision != PaperDecision::left_out)
            return std::pair(std::move(*release), std::move(paper));
    return std::nullopt;
}

http::Response show_paper(const http::Request& request, const Services& services)
{
    const auto& visit = family_visit(request);
    const auto& agency = visit.store.agency;
    std::optional<Case> of;
    {
        auto reading = visit.store.database->read();
        const auto given = given_paper(reading, request, visit);
        if (!given) return http::not_found();
        const auto& [release, paper] = *given;
        auto found = find_case(reading, agency, release.case_id);
        if (!found) return http::not_found();
        const auto words = words_to_keep_now(reading, agency, services, *found, release);
        if (!words) return http::failure(words.error());
        auto bytes = paper_bytes(reading, agency, release.id, paper.number, *services.papers);
        if (!bytes) return http::failure(bytes.error());
        if (!searched(paper, *bytes, *words).asks) return paper_response(std::move(*bytes), paper);
        of = std::move(*found);
    }
    if (of->state == CaseState::closed)
        return family_page(services, visit, NoticeFor::family, "You cannot open this paper now",
                           paper_stopped_for_good_view(services.advice_phone));
    ask_adviser(request, visit, *of, services.guard->clock().now());
    return family_page(services, visit, NoticeFor::family, "We are looking at this paper again",
                       paper_stopped_view(services.advice_phone));
}

} // namespace pages_family_papers_detail

void add_family_paper_pages(http::Router& router, const Services& services)
{
    router.get("/family/papers/{release}/{number}", family_policy(services, LinkPurpose::family),
               [&services](const http::Request& request) {
                   return pages_family_papers_detail::show_paper(request, services);
               });
}

} // namespace onroll::casework
