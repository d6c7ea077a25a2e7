// The pages of the data protection officer: /data-protection, its complaints, and whom its notices
// say to ask. trust.md G-03, G-10.
#include "people/forms.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/rules_data_protection.h"
#include "people/store_data_protection.h"
#include "people/store_erasure.h"
#include "people/store_overrides.h"
#include "people/store_requests.h"
#include "people/store_restrictions.h"
#include "people/views_data_protection.h"

#include "forms/asked.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

namespace pages_data_protection_detail {

using namespace pages_shared;

constexpr std::string_view act = "data_protection.change";
const std::string base = "/data-protection";

std::string notice_of(const http::Request& request)
{
    return "/privacy/" + access::actor(request).agency.text();
}

http::Response show_home(const http::Request& request, const Services& services)
{
    const auto& agency = access::actor(request).agency;
    auto reader = database_of(request, services).read(db::View::snapshot);
    ProtectionHomeView view{.today = today_of(services)};
    view.now = services.guard->clock().now();
    view.notice = notice_of(request);
    view.open_requests = open_requests(reader, agency).size();
    for (const auto& one : overrides_of(reader, agency)) {
        if (one.reviewed_on) continue;
        ++view.overrides;
        if (one.given.review_on && *one.given.review_on < view.today) ++view.late_overrides;
    }
    const auto erasures = erasures_of_agency(reader, agency);
    view.open_erasures =
        static_cast<std::size_t>(std::count_if(erasures.begin(), erasures.end(), is_open));
    view.complaints = complaints_of(reader, agency);
    std::erase_if(view.complaints,
                  [](const Complaint& one) { return one.answered_on.has_value(); });
    view.breaches = breaches_of(reader, agency);
    std::erase_if(view.breaches, [](const Breach& one) { return one.closed_on.has_value(); });
    view.restricted = restrictions_of_agency(reader, agency);
    view.has_contact = notice_contact_of(reader, agency).has_value();
    return protection_page(request, services, "Data protection", protection_home_view(view),
                           "/start");
}

http::Response show_complaints(const http::Request& request, const Services& services,
                               FormView form)
{
    const bool wrong = !form.errors.empty();
    ComplaintsView view{.form = std::move(form)};
    view.start = start_of(request, base + "/complaints");
    view.today = today_of(services);
    {
        auto reader = database_of(request, services).read();
        view.complaints = complaints_of(reader, access::actor(request).agency);
    }
    return protection_page(request, services, "Complaints", complaints_view(view), base, wrong);
}

http::Response receive(const http::Request& request, const Services& services)
{
    const auto form = form_of(request);
    Errors errors;
    const auto received = read_date(form, "received_on", "The date the complaint was received",
                                    Blank::refused, errors);
    if (errors.empty()) {
        const auto saved =
            save(request, services, "receive complaint", form,
                 [&](db::Transaction& transaction) -> Result<std::string> {
                     const auto id = receive_complaint(
                         transaction, scope_of(request, services, act),
                         {*received, std::string(form["came_from"]), std::string(form["about"])});
                     if (!id) return id.error();
                     return base + "/complaints/" + id->text();
                 });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    return show_complaints(request, services, {form.fields, std::move(errors)});
}

std::optional<Complaint> complaint_in(const http::Request& request, const Services& services)
{
    const auto id = request.path<ComplaintId>("complaint");
    if (!id) return std::nullopt;
    auto reader = database_of(request, services).read();
    auto found = find_complaint(reader, access::actor(request).agency, *id);
    return found ? std::optional(std::move(found).value()) : std::nullopt;
}

http::Response show_complaint(const http::Request& request, const Services& services,
                              const Complaint& complaint, FormView form)
{
    const bool wrong = !form.errors.empty();
    ComplaintView view{.complaint = complaint, .form = std::move(form)};
    view.start = start_of(request, base + "/complaints/" + complaint.id.text(), complaint.version);
    view.today = today_of(services);
    return protection_page(request, services, "A complaint", complaint_view(view),
                           base + "/complaints", wrong);
}

Result<void> take_step(db::Transaction& transaction, const Scope& scope, const Complaint& complaint,
                       const http::Form& form, std::optional<Date> on)
{
    const auto step = form["step"];
    if (step == "progress") return note_progress(transaction, scope, complaint, form["words"]);
    if (step != "acknowledged" && step != "answered")
        return bad_input("Choose what happened", "step");
    if (!on) return bad_input("Enter the day", "on");
    return step == "acknowledged"
               ? acknowledge_complaint(transaction, scope, complaint, *on)
               : answer_complaint(transaction, scope, complaint, *on, form["words"]);
}

http::Response step_complaint(const http::Request& request, const Services& services)
{
    auto complaint = complaint_in(request, services);
    if (!complaint) return http::not_found();
    const auto form = form_of(request);
    complaint->version = version_of(form);
    Errors errors;
    const auto on = read_date(form, "on", "The day it happened", Blank::allowed, errors);
    if (errors.empty()) {
        const auto saved = save(request, services, "step of complaint", form,
                                [&](db::Transaction& transaction) -> Result<std::string> {
                                    const auto done =
                                        take_step(transaction, scope_of(request, services, act),
                                                  *complaint, form, on);
                                    if (!done) return done.error();
                                    return base + "/complaints/" + complaint->id.text();
                                });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    const auto present = complaint_in(request, services);
    return show_complaint(request, services, present ? *present : *complaint,
                          {form.fields, std::move(errors)});
}

http::Response show_contact(const http::Request& request, const Services& services, FormView form)
{
    const bool wrong = !form.errors.empty();
    NoticeContactView view{.form = std::move(form)};
    view.start = start_of(request, base + "/notice");
    view.notice = notice_of(request);
    return protection_page(request, services, "Whom to ask", notice_contact_view(view), base,
                           wrong);
}

http::Fields saved_contact(const http::Request& request, const Services& services)
{
    auto reader = database_of(request, services).read();
    const auto contact =
        notice_contact_of(reader, access::actor(request).agency).value_or(NoticeContact{});
    return {{"officer", contact.officer},
            {"email", contact.email},
            {"telephone", contact.telephone},
            {"post", contact.post}};
}

http::Response save_contact(const http::Request& request, const Services& services)
{
    const auto form = form_of(request);
    const auto saved = save(request, services, "save notice contact", form,
                            [&](db::Transaction& transaction) -> Result<std::string> {
                                const auto done = save_notice_contact(
                                    transaction, scope_of(request, services, act),
                                    {std::string(form["officer"]), std::string(form["email"]),
                                     std::string(form["telephone"]), std::string(form["post"])});
                                if (!done) return done.error();
                                return base;
                            });
    if (saved) return http::redirect(*saved);
    return show_contact(request, services, {form.fields, {saved.error()}});
}

} // namespace pages_data_protection_detail

void add_data_protection_pages(http::Router& router, const Services& services)
{
    using namespace pages_data_protection_detail;
    const auto& guard = *services.guard;
    const auto get = [&](const std::string& path, std::string_view needs, auto show) {
        router.get(
            base + path, guard.policy(needs),
            [&services, show](const http::Request& request) { return show(request, services); });
    };
    const auto post = [&](const std::string& path, forms::Asked asked, auto take) {
        router.post(
            base + path, forms::taking(guard.policy(act), std::move(asked)),
            [&services, take](const http::Request& request) { return take(request, services); });
    };
    get("", "data_protection.view", show_home);
    get("/complaints", "data_protection.view", [](const auto& request, const auto& its) {
        return show_complaints(request, its, first_view(request, its, {}));
    });
    post("/complaints", {"came_from", "received_on", "about"}, receive);
    get("/complaints/{complaint}", "data_protection.view",
        [](const auto& request, const auto& its) {
            const auto complaint = complaint_in(request, its);
            if (!complaint) return http::not_found();
            return show_complaint(request, its, *complaint, first_view(request, its, {}));
        });
    post("/complaints/{complaint}", {"step", "on", "words"}, step_complaint);
    get("/notice", "data_protection.change", [](const auto& request, const auto& its) {
        return show_contact(request, its, first_view(request, its, saved_contact(request, its)));
    });
    post("/notice", {"officer", "email", "telephone", "post"}, save_contact);
}

} // namespace onroll::people
