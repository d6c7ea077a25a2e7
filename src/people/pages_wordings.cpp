// What people agree to, in the agency's own words: /wordings; and the form to sign on paper:
// /people/{person}/consents/forms/{purpose}. trust.md G-09.
#include "people/forms.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_data_protection.h"
#include "people/store_wordings.h"
#include "people/views_consents.h"
#include "people/views_paper.h"
#include "people/views_wordings.h"

#include "forms/asked.h"

#include <utility>

namespace onroll::people {

namespace pages_wordings_detail {

using namespace pages_shared;

constexpr std::string_view act = "consents.word";

http::Response show_all(const http::Request& request, const Services& services)
{
    const auto& agency = access::actor(request).agency;
    WordingsView view{.today = today_of(services)};
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        view.all = wordings_of(reader, agency);
        view.asked = asked_wordings(reader, agency, view.today);
        view.given = consents_by_wording(reader, agency);
    }
    return page(request, services, "The words people agree to", wordings_view(view), "/people");
}

http::Response show_form(const http::Request& request, const Services& services,
                         ConsentPurpose purpose, FormView form)
{
    const auto& agency = access::actor(request).agency;
    const bool wrong = !form.errors.empty();
    WordingView view{.purpose = purpose,
                     .form = std::move(form),
                     .action = "/wordings/" + std::string(key_of(purpose))};
    int newest_seen = 0;
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        const auto all = wordings_of(reader, agency);
        if (const auto* newest = newest_wording(all, purpose)) newest_seen = newest->version;
        for (const auto& asked : asked_wordings(reader, agency, today_of(services)))
            if (asked.purpose == purpose) view.now = asked.text;
    }
    view.start = start_of(request, view.action, newest_seen);
    return page(request, services, "Write what people agree to", wording_view(view), "/wordings",
                wrong);
}

http::Response write(const http::Request& request, const Services& services)
{
    const auto purpose = consent_purpose_named(request.path("purpose"));
    if (!purpose) return http::not_found();
    const auto form = form_of(request);
    Errors errors;
    const auto from = read_date(form, "from", "First day", Blank::refused, errors);
    if (form["says"] != "yes")
        errors.push_back(
            bad_input("Check that the words say that people can change their mind", "says"));
    const int newest_seen = version_of(form);
    if (errors.empty()) {
        const auto saved = save(request, services, "write wording", form,
                                [&](db::Transaction& transaction) -> Result<std::string> {
                                    const auto done =
                                        write_wording(transaction, scope_of(request, services, act),
                                                      *purpose, newest_seen, form["words"], *from);
                                    if (!done) return done.error();
                                    return std::string("/wordings");
                                });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    return show_form(request, services, *purpose, {form.fields, std::move(errors)});
}

/// The form to sign about the person of the path; nothing where there is none of that purpose.
std::optional<ConsentPaper> paper_of(const http::Request& request, const Services& services,
                                     const Entered& entered)
{
    const auto purpose = consent_purpose_named(request.path("purpose"));
    if (!purpose) return std::nullopt;
    const auto& actor = access::actor(request);
    auto reader = database_of(request, services).read(db::View::snapshot);
    for (auto& wording : asked_wordings(reader, actor.agency, today_of(services))) {
        if (wording.purpose != *purpose) continue;
        ConsentPaper paper{actor.agency_name, called(entered.person->name), std::move(wording)};
        for (const auto& [key, words] : shareable_fields()) paper.parts.push_back(words);
        paper.whom_to_tell = ways_to_ask(reader, actor.agency);
        return paper;
    }
    return std::nullopt;
}

/// Who runs an advice service, that it is confidential, and the limits (trust.md W-10).
void add_notice(documents::Document& document, const http::Request& request,
                const Services& services)
{
    const auto& actor = access::actor(request);
    if (actor.agency_kind == access::AgencyKind::advice_service &&
        services.access->notice_to_family)
        document.blocks.emplace_back(
            documents::Paragraph{services.access->notice_to_family(actor)});
}

http::Response show_paper(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "people.print");
    if (entered.instead) return *entered.instead;
    const auto paper = paper_of(request, services, entered);
    if (!paper) return http::not_found();
    auto document = consent_paper(*paper);
    add_notice(document, request, services);
    return leaving_page(services, document.title,
                        paper_view(document, {}, path_of(entered.person->id, "/consents/new")));
}

} // namespace pages_wordings_detail

void add_wording_pages(http::Router& router, const Services& services)
{
    using namespace pages_wordings_detail;
    const auto& guard = *services.guard;
    router.get("/wordings", guard.policy(act),
               [&services](const http::Request& request) { return show_all(request, services); });
    router.get("/wordings/{purpose}", guard.policy(act), [&services](const http::Request& request) {
        const auto purpose = consent_purpose_named(request.path("purpose"));
        if (!purpose) return http::not_found();
        return show_form(request, services, *purpose, first_view(request, services, {}));
    });
    router.post("/wordings/{purpose}", forms::taking(guard.policy(act), {"words", "from", "says"}),
                [&services](const http::Request& request) { return write(request, services); });
    router.get("/people/{person}/consents/forms/{purpose}", guard.policy("people.print"),
               [&services](const http::Request& request) { return show_paper(request, services); });
}

} // namespace onroll::people
