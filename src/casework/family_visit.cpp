#include "casework/family_visit.h"

#include "casework/store_cases.h"
#include "casework/store_links.h"
#include "casework/store_threads.h"

#include "audit/store.h"
#include "design/components/textarea.h"
#include "design/components/inset_text.h"
#include "design/page.h"
#include "forms/form_start.h"
#include "kernel/bank_holidays.h"
#include "people/store.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace onroll::casework {
namespace family_visit_detail {

constexpr std::string_view cookie_name = "__Host-onroll-family";

http::Cookie cookie_of(std::string token)
{
    return {.name = std::string(cookie_name),
            .value = std::move(token),
            .secure = true,
            .same_site = http::SameSite::strict};
}

std::string form_token_of(const Services& services, std::string_view token)
{
    return crypto::to_base64url(
        crypto::hmac_sha256(services.links->bytes(), "form " + std::string(token)));
}

/// Whether whoever has the link may still read: of the family, and not somebody who must not be
/// contacted; of a school, while the conversation goes on.
bool may_still(db::Queries& reading, const AdviceStore& store, const Link& link, Date today)
{
    const auto found = find_case(reading, store.agency, link.case_id);
    if (!found) return false;
    if (link.purpose == LinkPurpose::school) {
        const auto thread =
            link.thread ? find_thread(reading, store.agency, *link.thread) : not_found("");
        return thread && !thread->ended_at;
    }
    if (!link.person || *link.person == found->child) return true;
    const auto record = people::find_child(reading, store.agency, found->child);
    return record &&
           std::any_of(record->family.begin(), record->family.end(),
                       [&](const people::FamilyMember& member) {
                           return member.adult.id == *link.person &&
                                  (!member.tie.until || *member.tie.until >= today) &&
                                  member.tie.contact != people::ContactPermission::not_permitted;
                       });
}

std::shared_ptr<const FamilyVisit> visit_of(const http::Request& request, const Services& services)
{
    const std::string token(request.cookie(cookie_name));
    if (token.empty()) return nullptr;
    const auto now = services.guard->clock().now();
    for (const auto& store : services.advice_stores()) {
        auto reading = store.database->read();
        auto visit = visit_of_token(reading, store.agency, token, now);
        if (!visit || !may_still(reading, store, visit->link, in_london(now).date)) continue;
        return std::make_shared<const FamilyVisit>(
            FamilyVisit{store, std::move(*visit), token, form_token_of(services, token)});
    }
    return nullptr;
}

/// Who used a link that does not open any more, where the service that made it still knows it.
void note_refused_link(const http::Request& request, const AdviceStore& store,
                       std::string_view token, Instant now)
{
    const auto link = [&] {
        auto reading = store.database->read();
        return link_of_token(reading, store.agency, token);
    }();
    if (!link) return;
    db::with_retry(*store.database, "note refused link", [&](db::Transaction& transaction) {
        note_link(transaction, request, store.agency, *link, family_refused("family.open"), now);
    });
}

/// Whose page was asked for and not shown, where a service still knows whose visit it was.
void note_closed(const http::Request& request, const Services& services)
{
    const std::string token(request.cookie(cookie_name));
    if (token.empty()) return;
    const auto now = services.guard->clock().now();
    for (const auto& store : services.advice_stores()) {
        const auto link = [&] {
            auto reading = store.database->read();
            return link_of_visit(reading, store.agency, token, now);
        }();
        if (!link) continue;
        db::with_retry(*store.database, "note closed page", [&](db::Transaction& transaction) {
            note_link(transaction, request, store.agency, *link, family_refused("family.page"),
                      now);
        });
        return;
    }
}

/// What somebody had typed when the time was over, to copy.
design::Html typed_words(const http::Form& form)
{
    std::string words;
    for (const auto& field : form.fields)
        if ((field.name == "words" || field.name == "happened" || field.name == "felt" ||
             field.name == "wanted" || field.name == "trusted") &&
            !field.value.empty())
            words += field.value + "\n";
    if (words.empty()) return {};
    return design::render(
        design::Textarea{.name = "kept",
                         .label = {.content = "What you wrote. It was not sent. Copy it first"},
                         .value = words,
                         .rows = 8});
}

http::Response closed(const http::Request& request, const Services& services)
{
    auto content = design::page_heading("This page is closed") + typed_words(request.form()) +
                   design::paragraph("Your time on these pages has ended, or the link was used. "
                                     "Nothing is wrong.") +
                   design::paragraph("Open the newest link that you were sent. If it does not "
                                     "work, ask the person you spoke with for another one.");
    return family_page(services, "This page is closed", std::move(content), false, 404);
}

bool comes_from_our_form(const http::Request& request, const FamilyVisit& visit)
{
    if (request.method() == http::Method::get || request.method() == http::Method::head)
        return true;
    const auto site = request.header("Sec-Fetch-Site");
    return (site.empty() || site == "same-origin") &&
           crypto::same_secret(request.form()[forms::token_field], visit.form_token);
}

} // namespace family_visit_detail
using namespace family_visit_detail;

http::Policy family_policy(const Services& services, std::optional<LinkPurpose> purpose)
{
    return http::Policy::named(
        purpose == LinkPurpose::account ? "link.account" : "link.family",
        [&services, purpose](const http::Request& request) -> std::optional<http::Response> {
            auto visit = visit_of(request, services);
            const bool fits = visit &&
                              (!purpose || visit->link().purpose == purpose ||
                               (purpose == LinkPurpose::family &&
                                visit->link().purpose == LinkPurpose::school)) &&
                              comes_from_our_form(request, *visit);
            if (!fits) {
                note_closed(request, services);
                return closed(request, services);
            }
            request.attach<FamilyVisit>(std::move(visit));
            return std::nullopt;
        });
}

const FamilyVisit& family_visit(const http::Request& request)
{
    return *request.attached<FamilyVisit>();
}

Result<http::Cookie> open_family_link(const http::Request& request, const Services& services,
                                      std::string_view token)
{
    const auto now = services.guard->clock().now();
    for (const auto& store : services.advice_stores()) {
        auto visit = db::with_retry(
            *store.database, "open link", [&](db::Transaction& transaction) -> Result<std::string> {
                const auto link = link_of_token(transaction, store.agency, token);
                if (!link || !may_still(transaction, store, *link, in_london(now).date))
                    return not_found("");
                auto opened = open_link(transaction, store.agency, token, now);
                if (opened)
                    note_link(transaction, request, store.agency, *link, {"family.open"}, now);
                return opened;
            });
        if (visit) return cookie_of(std::move(*visit));
        note_refused_link(request, store, token, now);
    }
    return not_found("This link does not work any more");
}

bool is_on_visit_of(const http::Request& request, const Services& services, std::string_view token)
{
    const auto visit = visit_of(request, services);
    if (!visit) return false;
    auto reading = visit->store.database->read();
    const auto link = link_of_token(reading, visit->store.agency, token);
    return link && link->id == visit->link().id;
}

http::Cookie end_family_visit(const Services& services, const FamilyVisit& visit)
{
    db::with_retry(*visit.store.database, "end visit", [&](db::Transaction& transaction) {
        end_visit(transaction, visit.store.agency, visit.token, services.guard->clock().now());
    });
    auto cookie = cookie_of("");
    cookie.max_age_seconds = 0;
    return cookie;
}

http::Response exit_family_pages(const http::Request& request, const Services& services)
{
    http::Response response;
    response.status = 303;
    response.headers.set("Location", services.access->site->exit_href);
    response.headers.set("Cache-Control", "no-store");
    const auto visit = visit_of(request, services);
    if (!visit) return response;
    db::with_retry(*visit->store.database, "note leaving", [&](db::Transaction& transaction) {
        note_family(transaction, request, *visit, {"family.leave"}, services.guard->clock().now());
    });
    response.cookies.push_back(end_family_visit(services, *visit));
    return response;
}

http::Response family_page(const Services& services, std::string title, design::Html content,
                           bool has_errors, int status)
{
    const design::PageOptions options{.title = std::move(title),
                                      .menu = {{"Your pages", "/family"}},
                                      .service_name = "Private pages",
                                      .has_errors = has_errors,
                                      .exit_this_page = true,
                                      .exit_href = "/family/exit",
                                      .keep_out_of_search = true};
    return http::html(std::move(design::page(*services.access->site, options, content)).str(),
                      has_errors ? 400 : status);
}

http::Response family_page(const Services& services, const FamilyVisit& visit, NoticeFor reader,
                           std::string title, design::Html content, bool has_errors)
{
    auto reading = visit.store.database->read();
    content += design::render(
        design::InsetText{.content = notice_of(reading, visit.store.agency, visit.store.name,
                                               services.area_name, reader)});
    return family_page(services, std::move(title), std::move(content), has_errors);
}

forms::Owner owner_of(const FamilyVisit& visit)
{
    return {visit.store.agency.text(), "link:" + visit.link().id.text()};
}

std::string family_page_closes(const FamilyVisit& visit)
{
    return time_in_words(in_london(visit.visit.ends_at).since_midnight);
}

Date family_answered_by(Instant now)
{
    return working_day_after(in_london(now).date, 2);
}

design::Html start_of(const FamilyVisit& visit, std::string page)
{
    return forms::start({.page = std::move(page), .form_token = visit.form_token});
}

void note_link(db::Transaction& transaction, const http::Request& request,
               const access::AgencyId& agency, const Link& link, const FamilyDeed& deed,
               Instant now)
{
    audit::note(transaction,
                {.agency = agency.text(),
                 .actor = "link:" + link.id.text(),
                 .role = std::string(key_of(link.purpose)),
                 .relation = "link",
                 .purpose = {},
                 .act = std::string(deed.act),
                 .kind = deed.kind,
                 .record_kind = "case",
                 .record = link.case_id.text(),
                 .fields = {},
                 .origin = request.address(),
                 .request = request.id(),
                 .outcome = deed.outcome},
                now);
}

void note_family(db::Transaction& transaction, const http::Request& request,
                 const FamilyVisit& visit, const FamilyDeed& deed, Instant now)
{
    note_link(transaction, request, visit.store.agency, visit.link(), deed, now);
}

void note_family_failure(const http::Request& request, const FamilyVisit& visit,
                         std::string_view act, Instant now)
{
    db::with_retry(*visit.store.database, "note failure", [&](db::Transaction& transaction) {
        note_family(transaction, request, visit, family_failed(act), now);
    });
}

} // namespace onroll::casework
