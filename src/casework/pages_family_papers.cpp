// A paper that was given, as its reader opens it: searched again, since what must not reach them
// may be more than it was when it was given, and noted before it is shown. trust.md F-04, L-01,
// M-03.
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

/// The adviser is asked once, however often somebody tries to open it.
void ask_adviser(db::Transaction& transaction, const access::AgencyId& agency, const Case& found,
                 Instant now)
{
    const auto tasks = tasks_of_case(transaction, agency, found.id);
    if (std::any_of(tasks.begin(), tasks.end(), [](const Task& task) {
            return !task.settled() && task.told.title == stop_a_copy;
        }))
        return;
    add_task(transaction, agency,
             {.case_id = found.id,
              .title = std::string(stop_a_copy),
              .due_on = working_day_after(in_london(now).date, 1)},
             found.caseworker.value_or(found.opened_by), now);
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

/// A paper that was given, and whether it may be opened now.
struct Looked {
    Case of;
    Paper paper;
    std::string bytes;
    bool asks = false; ///< somebody of the service looks at it first
};
Result<Looked> look_through(const http::Request& request, const Services& services)
{
    const auto& visit = family_visit(request);
    const auto& agency = visit.store.agency;
    auto reading = visit.store.database->read();
    auto given = given_paper(reading, request, visit);
    if (!given) return not_found("The page was not found. Check the address");
    auto& [release, paper] = *given;
    auto found = find_case(reading, agency, release.case_id);
    if (!found) return found.error();
    const auto words = words_to_keep_now(reading, agency, services, *found, release);
    if (!words) return words.error();
    auto bytes = paper_bytes(reading, agency, release.id, paper.number, *services.papers);
    if (!bytes) return bytes.error();
    const bool asks = searched(paper, *bytes, *words).asks;
    return Looked{std::move(*found), std::move(paper), std::move(*bytes), asks};
}

/// What is noted before anything is shown: a paper that was stopped while it was searched is not
/// opened. Answers whether it is.
bool note_opening(db::Transaction& transaction, const http::Request& request,
                  const Services& services, const Result<Looked>& looked)
{
    const auto& visit = family_visit(request);
    const auto now = services.guard->clock().now();
    const auto note = [&](const FamilyDeed& deed) {
        note_family(transaction, request, visit, deed, now);
        return deed.outcome == audit::Outcome::done;
    };
    if (!looked && looked.error().kind != ErrorKind::not_found)
        return note(family_failed("family.open_paper"));
    if (!looked || !given_paper(transaction, request, visit))
        return note(family_refused("family.open_paper"));
    if (!looked->asks)
        return note({"family.open_paper", audit::Kind::exported, audit::Outcome::done});
    if (looked->of.state != CaseState::closed)
        ask_adviser(transaction, visit.store.agency, looked->of, now);
    return note(family_refused("family.paper"));
}

http::Response show_paper(const http::Request& request, const Services& services)
{
    const auto& visit = family_visit(request);
    auto looked = look_through(request, services);
    const bool opens = db::with_retry(
        *visit.store.database, "family opens paper", [&](db::Transaction& transaction) {
            return note_opening(transaction, request, services, looked);
        });
    if (!looked) return http::failure(looked.error());
    if (opens) return paper_response(std::move(looked->bytes), looked->paper);
    if (!looked->asks) return http::not_found();
    if (looked->of.state == CaseState::closed)
        return family_page(services, visit, NoticeFor::family, "You cannot open this paper now",
                           paper_stopped_for_good_view(services.advice_phone));
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
