#include "casework/pages_case_frame.h"
#include "casework/pages_cases.h"
#include "casework/store_allocation.h"
#include "casework/store_cases.h"
#include "casework/views_allocation.h"

#include "design/words.h"
#include "forms/asked.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_allocation_detail {

constexpr std::size_t cases_shown = 500;
constexpr std::size_t bulks_shown = 10;

std::string name_or_nobody(const Services& services, const access::AgencyId& agency,
                           const std::optional<access::UserId>& user)
{
    return user ? services.name_of(agency, *user) : std::string();
}

http::Response show_caseloads(const http::Request& request, const Services& services)
{
    const auto& agency = access::actor(request).agency;
    auto reading = store_of(request, services).read();
    CaseloadsView view;
    auto loads = caseloads_of(reading, agency);
    for (const auto& colleague : services.caseworkers(agency)) {
        const auto own = std::find_if(loads.begin(), loads.end(), [&](const Caseload& load) {
            return load.caseworker == colleague.user;
        });
        if (own == loads.end()) {
            view.rows.push_back({{.caseworker = colleague.user}, colleague.name});
        } else {
            view.rows.push_back({std::move(*own), colleague.name});
            loads.erase(own);
        }
    }
    // Those of nobody, and of colleagues who have left.
    for (auto& load : loads) {
        const bool has_left = load.caseworker.has_value();
        auto name = name_or_nobody(services, agency, load.caseworker);
        if (has_left && name.empty()) name = "A former colleague";
        view.rows.push_back({std::move(load), std::move(name), has_left});
    }
    for (const auto& bulk : latest_bulks(reading, agency, bulks_shown)) {
        const auto to = name_or_nobody(services, agency, bulk.caseworker);
        view.past.push_back({"/advice/caseloads/given/" + bulk.id.text(),
                             design::counted(std::ssize(bulk.cases), "case", "cases") + " to " +
                                 (to.empty() ? "nobody" : to) + ", " +
                                 in_table(in_london(bulk.done_at).date) +
                                 (bulk.undone_at ? ", undone" : "")});
    }
    return page(request, services, "Caseloads", caseloads_view(view));
}

/// The cases that the form offers: those of a caseworker or of nobody, or the one of the address.
std::vector<Case> offered(const http::Request& request, const http::Fields& values,
                          db::Queries& reading, std::string& about, const Services& services)
{
    const auto& agency = access::actor(request).agency;
    if (const auto id = CaseId::parse(values["only"])) {
        about = "One case";
        const auto one = find_case(reading, agency, *id);
        if (!one || one->state == CaseState::closed) return {};
        return {*one};
    }
    CaseQuestion question{.reach = {.whole_service = true}};
    if (const auto worker = access::UserId::parse(values["from"])) {
        question.caseworker = *worker;
        about = "Cases of " + services.name_of(agency, *worker);
    } else {
        question.worked = Worked::by_nobody;
        about = "Cases that nobody has yet";
    }
    return list_cases(reading, agency, question, cases_shown);
}

http::Response form_page(const http::Request& request, const Services& services, FirstView first)
{
    const auto& agency = access::actor(request).agency;
    auto reading = store_of(request, services).read();
    AllocateView view{.form = std::move(first.form),
                      .banner = std::move(first.banner),
                      .caseworkers = caseworker_choices(request, services)};
    view.start = start_of(request, "/advice/caseloads/give") +
                 forms::fields::hidden("from", view.form.values["from"]) +
                 forms::fields::hidden("only", view.form.values["only"]);
    view.rows = rows_of(reading, services, agency,
                        offered(request, view.form.values, reading, view.about, services));
    const bool wrong = !view.form.errors.empty();
    return page(request, services, "Give cases", allocate_view(view), wrong);
}

http::Response show_give(const http::Request& request, const Services& services)
{
    http::Fields values;
    values.add("from", std::string(request.query("caseworker")));
    values.add("only", std::string(request.query("case")));
    if (!request.query("case").empty()) values.add("case", std::string(request.query("case")));
    return form_page(request, services, first_view(request, services, std::move(values)));
}

struct Typed {
    std::vector<CaseId> cases;
    NewAllocation given;
    std::vector<Error> errors;
};

Typed read_allocation(const http::Form& form, const std::vector<Colleague>& colleagues)
{
    Typed typed;
    for (const auto chosen : form.all("case"))
        if (const auto id = CaseId::parse(chosen)) typed.cases.push_back(*id);
    if (typed.cases.empty()) typed.errors.push_back(bad_input("Choose at least one case", "case"));
    for (const auto& colleague : colleagues)
        if (colleague.user.text() == form["caseworker"]) typed.given.caseworker = colleague.user;
    if (!typed.given.caseworker)
        typed.errors.push_back(bad_input("Select who is to have them", "caseworker"));
    if (form["starts"] == "yes") typed.given.starts = Starts::yes;
    typed.given.reason = std::string(form["reason"]);
    if (typed.given.reason.empty() || typed.given.reason.size() > 2'000)
        typed.errors.push_back(bad_input("Enter why, in 2,000 characters or fewer", "reason"));
    return typed;
}

http::Response give(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto again = [&](std::vector<Error> errors) {
        return form_page(request, services,
                         {.form = {.values = form.fields, .errors = std::move(errors)},
                          .version = 0,
                          .banner = {}});
    };
    const auto typed = read_allocation(form, services.caseworkers(actor.agency));
    if (!typed.errors.empty()) return again(typed.errors);
    const auto now = services.guard->clock().now();
    const auto path = forms::save_once(
        store_of(request, services), "give cases", owner_of(actor), form, now,
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto scope = people_scope(request, services, "advice.allocate", {});
            const auto id = allocate(transaction, scope, typed.cases, typed.given);
            if (!id) return id.error();
            for (const auto& one : typed.cases)
                access::note(transaction, request, "advice.allocate",
                             {.kind = "case", .record = one.text(), .standing = {}}, now);
            return "/advice/caseloads/given/" + id->text();
        });
    return path ? http::redirect(*path) : again({path.error()});
}

http::Response show_bulk(const http::Request& request, const Services& services)
{
    const auto& agency = access::actor(request).agency;
    const auto id = request.path<BulkId>("bulk");
    if (!id) return http::not_found();
    auto reading = store_of(request, services).read();
    auto bulk = find_bulk(reading, agency, *id);
    if (!bulk) return http::failure(bulk.error());
    const auto path = "/advice/caseloads/given/" + id->text();
    BulkView view{.bulk = *bulk,
                  .given_to = name_or_nobody(services, agency, bulk->caseworker),
                  .done_by = services.name_of(agency, bulk->done_by),
                  .undo_start = start_of(request, path),
                  .action = path + "/undo"};
    if (bulk->undone_at) view.undone_when = moment_in_words(*bulk->undone_at);
    std::vector<Case> cases;
    for (const auto& given : bulk->cases)
        if (auto one = find_case(reading, agency, given.id)) cases.push_back(std::move(*one));
    view.rows = rows_of(reading, services, agency, std::move(cases));
    return page(request, services, "Cases given", bulk_view(view));
}

http::Response undo(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto id = request.path<BulkId>("bulk");
    if (!id) return http::not_found();
    {
        auto reading = store_of(request, services).read();
        if (!find_bulk(reading, actor.agency, *id)) return http::not_found();
    }
    const auto now = services.guard->clock().now();
    const auto path = forms::save_once(
        store_of(request, services), "give cases back", owner_of(actor), request.form(), now,
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto scope = people_scope(request, services, "advice.allocate", {});
            const auto undone = undo_bulk(transaction, scope, *id);
            if (!undone) return undone.error();
            access::note(transaction, request, "advice.allocate",
                         {.kind = "bulk", .record = id->text(), .standing = {}}, now);
            return "/advice/caseloads/given/" + id->text();
        });
    return path ? http::redirect(*path) : http::failure(path.error());
}

} // namespace pages_allocation_detail

void add_allocation_pages(http::Router& router, const Services& services)
{
    using namespace pages_allocation_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto giving = services.guard->policy("advice.allocate");
    router.get("/advice/caseloads", giving, page_of(show_caseloads));
    router.get("/advice/caseloads/give", giving, page_of(show_give));
    router.post("/advice/caseloads/give",
                forms::taking(giving, {"from", "only", "case", "caseworker", "reason", "starts"}),
                page_of(give));
    router.get("/advice/caseloads/given/{bulk}", giving, page_of(show_bulk));
    router.post("/advice/caseloads/given/{bulk}/undo", forms::taking(giving, forms::Asked{}),
                page_of(undo));
}

} // namespace onroll::casework
