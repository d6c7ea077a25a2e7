// Several cases at once: which were chosen, what was done, and its undoing. capabilities.md table
// stake 27.
#include "casework/pages_batches.h"

#include "casework/family_reach.h"
#include "casework/store_batches.h"
#include "casework/store_cases.h"

#include "forms/asked.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_batches_detail {

constexpr std::size_t batches_shown = 50;

/// Whether the case may be looked at now.
access::Answer seen_by(const http::Request& request, const Services& services, const Case& one)
{
    return services.guard->answer(request, "advice.view", subject_of(access::actor(request), one));
}

/// The batch of the address: of who did it, or of a manager's service.
Result<Batch> batch_in(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto id = request.path<BatchId>("batch");
    if (!id) return id.error();
    auto reading = store_of(request, services).read();
    auto batch = find_batch(reading, actor.agency, *id);
    if (batch && batch->done_by != actor.user && !reach_of(actor).whole_service)
        return not_found("The page was not found. Check the address");
    return batch;
}

http::Response show_batches(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    auto reading = store_of(request, services).read();
    return page(request, services, "Done to several cases",
                batches_view(batches_of(reading, actor.agency, actor.user, batches_shown)));
}

http::Response show_batch(const http::Request& request, const Services& services)
{
    auto batch = batch_in(request, services);
    if (!batch) return http::failure(batch.error());
    const auto& agency = access::actor(request).agency;
    const auto now = services.guard->clock().now();
    const auto path = "/advice/batches/" + batch->id.text();
    BatchView view{.batch = std::move(*batch),
                   .lines = {},
                   .undo_action = path + "/undo",
                   .undo_start = start_of(request, path)};
    auto reading = store_of(request, services).read();
    std::vector<Case> cases;
    for (const auto& line : view.batch.told.lines)
        if (auto one = find_case(reading, agency, line.case_id)) cases.push_back(std::move(*one));
    auto rows = rows_of(reading, services, agency, std::move(cases));
    for (std::size_t i = 0; i < rows.size() && i < view.batch.told.lines.size(); ++i) {
        const auto& line = view.batch.told.lines[i];
        BatchLineRow row{.row = std::move(rows[i]), .whom = {}, .why_not = line.why_not};
        const bool is_theirs = may(request, services, "advice.view", row.row.one);
        if (!is_theirs) {
            row.row.child = "A case that is with somebody else now";
            if (!row.why_not.empty()) row.why_not = "It is with somebody else.";
        }
        if (line.person && is_theirs) {
            const auto family = whole_family(reading, agency, row.row.one, now);
            const auto* person = find_in(family, line.person->text());
            row.whom = person ? person->name : "Somebody who has left the family";
        }
        view.lines.push_back(std::move(row));
    }
    return page(request, services, "Done to several cases", batch_view(view));
}

http::Response undo(const http::Request& request, const Services& services)
{
    const auto batch = batch_in(request, services);
    if (!batch) return http::failure(batch.error());
    const auto& actor = access::actor(request);
    const auto now = services.guard->clock().now();
    const std::string act =
        batch->told.kind == BatchKind::closed ? "advice.reopen" : "advice.change";
    std::vector<Case> cases;
    {
        auto reading = store_of(request, services).read();
        for (const auto& line : batch->told.lines) {
            auto one = find_case(reading, actor.agency, line.case_id);
            if (line.why_not.empty() && one && may(request, services, act, *one))
                cases.push_back(std::move(*one));
        }
    }
    std::vector<CaseId> changeable;
    for (const auto& one : cases) {
        if (auto instead = services.guard->enter(request, act, subject_of(actor, one)))
            return *std::move(instead);
        changeable.push_back(one.id);
    }
    const auto path = forms::save_once(
        store_of(request, services), "undo batch", owner_of(actor), request.form(), now,
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto undone = undo_batch(transaction, actor.agency, batch->id, changeable,
                                           reckoner_of(services), actor.user, now);
            if (!undone) return undone.error();
            for (const auto& one : cases)
                access::note(transaction, request, act, subject_of(actor, one), now);
            return "/advice/batches/" + batch->id.text();
        });
    return path ? http::redirect(*path) : http::failure(path.error());
}

} // namespace pages_batches_detail

using namespace pages_batches_detail;

std::vector<ChosenRow> offered_cases(const http::Request& request, const Services& services,
                                     const http::Fields& fields, std::string_view act,
                                     const WhyNot& why_not)
{
    const auto& agency = access::actor(request).agency;
    auto reading = store_of(request, services).read();
    std::vector<Case> cases;
    auto named = fields.all("offered");
    for (const auto ticked : fields.all("case")) named.push_back(ticked);
    for (const auto name : named) {
        const auto id = CaseId::parse(name);
        if (!id || cases.size() == most_cases_at_once) continue;
        auto one = find_case(reading, agency, *id);
        const bool is_there = std::any_of(cases.begin(), cases.end(),
                                          [&](const Case& other) { return other.id == *id; });
        if (one && !is_there && seen_by(request, services, *one) != access::Answer::refused)
            cases.push_back(std::move(*one));
    }
    std::vector<ChosenRow> rows;
    for (auto& row : rows_of(reading, services, agency, std::move(cases))) {
        std::string why;
        if (row.one.state == CaseState::closed)
            why = "It is closed.";
        else if (seen_by(request, services, row.one) == access::Answer::ask_purpose)
            why = "It is on somebody else’s caseload. Open it first and say why.";
        else if (!may(request, services, act, row.one))
            why = "It is with somebody else.";
        else if (why_not)
            why = why_not(reading, row.one);
        rows.push_back({std::move(row), std::move(why)});
    }
    return rows;
}

std::vector<ChosenRow> ticked_of(std::vector<ChosenRow> offered, const http::Fields& fields)
{
    const auto ticked = fields.all("case");
    const auto is_unticked = [&](const ChosenRow& one) {
        return one.why_not.empty() &&
               std::find(ticked.begin(), ticked.end(), one.row.one.id.text()) == ticked.end();
    };
    offered.erase(std::remove_if(offered.begin(), offered.end(), is_unticked), offered.end());
    return offered;
}

std::optional<http::Response> refuses_any(const http::Request& request, const Services& services,
                                          const std::vector<ChosenRow>& cases, std::string_view act)
{
    const auto& actor = access::actor(request);
    for (const auto& [row, why_not] : cases)
        if (why_not.empty())
            if (auto instead = services.guard->enter(request, act, subject_of(actor, row.one)))
                return instead;
    return std::nullopt;
}

Result<std::string>
save_batch(const http::Request& request, const Services& services,
           const std::vector<ChosenRow>& cases, std::string_view act,
           const std::function<Result<NewBatch>(db::Transaction&, Instant)>& work)
{
    const auto& actor = access::actor(request);
    const auto now = services.guard->clock().now();
    return forms::save_once(
        store_of(request, services), "several cases", owner_of(actor), request.form(), now,
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto batch = work(transaction, now);
            if (!batch) return batch.error();
            const auto id = add_batch(transaction, actor.agency, *batch, actor.user, now);
            for (const auto& [row, why_not] : cases) {
                if (!why_not.empty()) continue;
                const auto subject = subject_of(actor, row.one);
                // Each is noted with what was given for it alone.
                if (services.guard->enter(request, act, subject))
                    return not_found("The page was not found. Check the address");
                access::note(transaction, request, act, subject, now);
            }
            return "/advice/batches/" + id.text();
        });
}

std::vector<BatchLine> lines_left_out(const std::vector<ChosenRow>& cases)
{
    std::vector<BatchLine> lines;
    for (const auto& [row, why_not] : cases)
        if (!why_not.empty()) lines.push_back({.case_id = row.one.id, .why_not = why_not});
    return lines;
}

void add_batch_pages(http::Router& router, const Services& services)
{
    using namespace pages_batches_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    add_close_several_pages(router, services);
    add_write_several_pages(router, services);
    router.get("/advice/batches", guard.policy("advice.search"), page_of(show_batches));
    router.get("/advice/batches/{batch}", guard.policy("advice.search"), page_of(show_batch));
    router.post("/advice/batches/{batch}/undo",
                forms::taking(guard.policy("advice.change"), forms::Asked{}), page_of(undo));
}

} // namespace onroll::casework
