// Several cases closed with one set of answers. What is still due on a case keeps it open.
#include "casework/pages_batches.h"
#include "casework/pages_close.h"
#include "casework/store_answers.h"
#include "casework/store_batches.h"
#include "casework/store_tasks.h"
#include "casework/store_threads.h"

#include "forms/asked.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_close_several_detail {

constexpr std::size_t longest_reason = 2'000;

bool has_unread(db::Queries& reading, const access::AgencyId& agency, const Case& one)
{
    for (const auto& thread : threads_of_case(reading, agency, one.id))
        for (const auto& message : messages_of_thread(reading, agency, thread.id))
            if (message.said.said_by != Speaker::adviser && !message.read_by_adviser_at)
                return true;
    return false;
}

/// What somebody must still look at before the case ends.
std::string still_due(db::Queries& reading, const access::AgencyId& agency, const Case& one,
                      Date today)
{
    const auto tasks = tasks_of_case(reading, agency, one.id);
    if (std::any_of(tasks.begin(), tasks.end(), [](const Task& task) { return !task.settled(); }))
        return "A task is still open.";
    for (const auto& date : kept_dates(reading, agency, one.id))
        if (date.due && *date.due >= today)
            return "A date is still to come, " + in_words(*date.due) + ": " + date.words + ".";
    if (has_unread(reading, agency, one)) return "A message from the family is not read yet.";
    return {};
}

std::vector<ChosenRow> offered(const http::Request& request, const Services& services,
                               const http::Fields& fields)
{
    const auto& agency = access::actor(request).agency;
    const auto today = services.guard->clock().today();
    return offered_cases(request, services, fields, "advice.close",
                         [&](db::Queries& reading, const Case& one) {
                             return still_due(reading, agency, one, today);
                         });
}

http::Response close_page(const http::Request& request, const Services& services, FirstView first)
{
    CloseSeveralView view{.cases = offered(request, services, first.form.values),
                          .form = std::move(first.form),
                          .start = start_of(request, "/advice/batches/close"),
                          .banner = std::move(first.banner)};
    const bool wrong = !view.form.errors.empty();
    return page(request, services, "Close several cases", close_several_view(view), wrong);
}

http::Response show_close(const http::Request& request, const Services& services)
{
    auto first = first_view(request, services, request.query());
    const auto cases = offered(request, services, first.form.values);
    if (auto instead = refuses_any(request, services, cases, "advice.view"))
        return *std::move(instead);
    return close_page(request, services, std::move(first));
}

http::Response close(const http::Request& request, const Services& services)
{
    const auto& form = request.form();
    const auto& actor = access::actor(request);
    auto typed = read_close(form);
    if (typed.told.summary.find_first_not_of(" \r\n\t") == std::string::npos)
        typed.errors.insert(typed.errors.begin(), bad_input("Enter why they end", "summary"));
    if (typed.told.summary.size() > longest_reason)
        typed.errors.push_back(bad_input("This must be 2,000 characters or fewer", "summary"));
    const auto again = [&](std::vector<Error> errors) {
        return close_page(request, services,
                          {.form = {.values = form.fields, .errors = std::move(errors)},
                           .version = 0,
                           .banner = {}});
    };
    const auto cases = ticked_of(offered(request, services, form.fields), form.fields);
    if (!any_taken(cases))
        typed.errors.insert(typed.errors.begin(),
                            bad_input("Choose at least one case that can be closed", "case"));
    if (!typed.errors.empty()) return again(std::move(typed.errors));
    if (auto instead = refuses_any(request, services, cases, "advice.close"))
        return *std::move(instead);
    const auto path =
        save_batch(request, services, cases, "advice.close",
                   [&](db::Transaction& transaction, Instant now) -> Result<NewBatch> {
                       NewBatch batch{.kind = BatchKind::closed, .words = typed.told.summary};
                       for (const auto& [row, why_not] : cases) {
                           if (!why_not.empty()) continue;
                           BatchLine line{.case_id = row.one.id};
                           const auto done = close_in_batch(transaction, actor.agency, line,
                                                            typed.told, actor.user, now);
                           if (!done) return done.error();
                           batch.lines.push_back(std::move(line));
                       }
                       for (auto& line : lines_left_out(cases))
                           batch.lines.push_back(std::move(line));
                       return batch;
                   });
    if (path) return http::redirect(*path);
    if (path.error().kind == ErrorKind::conflict)
        return again({bad_input("Somebody changed one of these cases while you were writing. Look "
                                "at the list, then close them again",
                                "case")});
    return again({path.error()});
}

} // namespace pages_close_several_detail

void add_close_several_pages(http::Router& router, const Services& services)
{
    using namespace pages_close_several_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto closing = services.guard->policy("advice.close");
    router.get("/advice/batches/close", closing, page_of(show_close));
    router.post("/advice/batches/close",
                forms::taking(closing, {"case", "offered", "outcomes", "summary", "family",
                                        "school", "authority"}),
                page_of(close));
}

} // namespace onroll::casework
