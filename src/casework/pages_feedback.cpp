#include "casework/pages_shared.h"
#include "casework/service_notice.h"
#include "casework/store_feedback.h"
#include "casework/views_close.h"

#include "audit/store.h"
#include "design/page.h"
#include "forms/asked.h"

#include <utility>

namespace onroll::casework {
namespace pages_feedback_detail {

/// The store of the service that the address names; nothing where there is none of that id.
struct Asked {
    access::AgencyId agency;
    std::string service;
    db::Database* store;
    std::string secret;
};
std::optional<Asked> asked_by(const http::Request& request, const Services& services)
{
    const auto agency = request.path<access::AgencyId>("service");
    if (!agency) return std::nullopt;
    const auto service = services.service_named(*agency);
    if (!service) return std::nullopt;
    return Asked{*agency, service->name, service->store, std::string(request.path("secret"))};
}

/// Notes what was done by a link that the service knows. Neither the link nor its case nor whence
/// it came is named: the answer is kept without a way back, and the audit must not be one.
/// trust.md L-01.
void note(db::Transaction& transaction, const http::Request& request, const Services& services,
          const Asked& asked, std::string_view act, audit::Kind kind, audit::Outcome outcome)
{
    audit::note(transaction,
                {.agency = asked.agency.text(),
                 .role = "feedback",
                 .relation = "link",
                 .act = std::string(act),
                 .kind = outcome == audit::Outcome::refused ? audit::Kind::denied : kind,
                 .request = request.id(),
                 .outcome = outcome},
                services.guard->clock().now());
}

http::Response feedback_page(const Services& services, std::string title,
                             const design::Html& content, int status = 200)
{
    auto response = http::html(
        design::page(
            *services.access->site,
            {.title = std::move(title), .has_errors = status == 400, .keep_out_of_search = true},
            content)
            .str(),
        status);
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
}

/// The question, with whose it is at its foot.
http::Response question_page(const Services& services, const Asked& asked,
                             const AskFeedbackView& view, int status = 200)
{
    auto reading = asked.store->read();
    return feedback_page(services, "How did we do?",
                         ask_feedback_view(view) +
                             design::paragraph(notice_of(reading, asked.agency, asked.service,
                                                         services.area_name, NoticeFor::family)),
                         status);
}

http::Response ended(const Services& services, const std::string& service)
{
    return feedback_page(services, "This link cannot be used", ended_link_view(service), 404);
}

http::Response ask(const http::Request& request, const Services& services)
{
    const auto asked = asked_by(request, services);
    if (!asked) return ended(services, "the service");
    const bool holds =
        db::with_retry(*asked->store, "ask for feedback", [&](db::Transaction& transaction) {
            const bool still = feedback_link_holds(transaction, asked->agency, asked->secret,
                                                   services.guard->clock().today());
            if (still || feedback_link_is_known(transaction, asked->agency, asked->secret))
                note(transaction, request, services, *asked, "feedback.view", audit::Kind::read,
                     still ? audit::Outcome::done : audit::Outcome::refused);
            return still;
        });
    if (!holds) return ended(services, "the service");
    return question_page(services, *asked, {.service = asked->service, .action = request.path()});
}

/// Keeps the answer, where there is one, and notes what became of it: refused where the link is not
/// there any more, failed where nothing was answered.
audit::Outcome keep_answer(db::Transaction& transaction, const http::Request& request,
                           const Services& services, const Asked& asked,
                           std::optional<Helped> helped)
{
    const auto today = services.guard->clock().today();
    auto outcome = audit::Outcome::refused;
    const bool known = feedback_link_is_known(transaction, asked.agency, asked.secret);
    if (feedback_link_holds(transaction, asked.agency, asked.secret, today)) {
        outcome = audit::Outcome::failed;
        if (helped && give_feedback(transaction, asked.agency, asked.secret, *helped,
                                    request.form()["words"], today))
            outcome = audit::Outcome::done;
    }
    if (known)
        note(transaction, request, services, asked, "feedback.give", audit::Kind::recorded,
             outcome);
    return outcome;
}

http::Response answer(const http::Request& request, const Services& services)
{
    const auto asked = asked_by(request, services);
    if (!asked) return ended(services, "the service");
    const auto& form = request.form();
    const auto helped = helped_named(form["helped"]);
    const auto words = form["words"];
    std::vector<Error> errors;
    if (!helped) errors.push_back(bad_input("Select how much we helped", "helped"));
    if (words.size() > 4'000)
        errors.push_back(bad_input("This must be 4,000 characters or fewer", "words"));
    const bool wrong = !errors.empty();
    const auto outcome =
        db::with_retry(*asked->store, "give feedback", [&](db::Transaction& transaction) {
            return keep_answer(transaction, request, services, *asked,
                               wrong ? std::nullopt : helped);
        });
    if (outcome == audit::Outcome::refused) return ended(services, "the service");
    if (outcome == audit::Outcome::done) return http::redirect("/how-did-we-do/thanks");
    return question_page(services, *asked,
                         {.service = asked->service,
                          .action = request.path(),
                          .form = {.values = form.fields, .errors = std::move(errors)}},
                         400);
}

http::Response thanks(const http::Request&, const Services& services)
{
    return feedback_page(services, "Thank you", thanks_view("the service"));
}

} // namespace pages_feedback_detail

void add_feedback_pages(http::Router& router, const Services& services)
{
    using namespace pages_feedback_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto everybody = http::Policy::open_to_all();
    router.get("/how-did-we-do/thanks", everybody, page_of(thanks));
    router.get("/how-did-we-do/{service}/{secret}", everybody, page_of(ask));
    router.post("/how-did-we-do/{service}/{secret}", forms::taking(everybody, {"helped", "words"}),
                page_of(answer));
}

} // namespace onroll::casework
