#include "access/staff_page.h"

#include "access/views_fields.h"

#include "access/gate.h"
#include "access/rules_policy.h"
#include "access/rules_sign_in.h"

#include "design/components/button.h"
#include "design/components/error_summary.h"
#include "design/components/record_frame.h"

namespace onroll::access {

namespace staff_page_detail {

using design::element;
using design::Html;

Html signed_in_line(const Actor& actor)
{
    auto out = plain_form(
        "/sign-out", actor.sign_in.form_token,
        element("button", {{"class", "onr-link-button"}, {"type", "submit"}}, "Sign out"));
    return element(
        "aside", {{"class", "onr-signed-in onr-noprint"}, {"aria-label", "You are signed in"}},
        element("p", {{"class", "govuk-body-s"}}, actor.name, ", ",
                element("b", {}, actor.agency_name)),
        element("p", {{"class", "govuk-body-s"}}, design::link("/account", "Your account")), out);
}

/// Without scripts the words stand there; with them they appear in time, and count.
Html time_out_warning(const http::Request& request, const Actor& actor)
{
    const auto limits = limits_for(actor.sign_in.ends_sooner);
    const auto minutes = std::to_string(limits.idle.count());
    const auto& current = sign_in(request);
    const auto seconds = [](auto duration) {
        return std::to_string(std::chrono::floor<std::chrono::seconds>(duration).count());
    };
    const auto left = current.ends_at - current.seen_at;
    return element(
        "div",
        {{"class", "onr-time-out onr-noprint"},
         {"data-onr-time-out", seconds(left)},
         {"data-onr-warned-before", seconds(limits.warned_before)}},
        element("p", {{"class", "govuk-body-s"}, {"data-onr-time-out-words", ""}},
                "You are signed out after " + minutes +
                    " minutes without opening or sending a page. What you typed in a form is kept "
                    "when you send it."),
        plain_form("/account/stay", actor.sign_in.form_token,
                   fields::hidden(form_page_field_name, own_address(request)) +
                       element("button", {{"class", "onr-link-button"}, {"type", "submit"}},
                               "Stay signed in")));
}

/// Whose pages these are, where nobody outside the agency can see them.
Html room_of(const Actor& actor)
{
    if (actor.agency_kind != AgencyKind::advice_service) return {};
    return render(design::RoomStrip{
        .whose = actor.agency_name,
        .words = "Confidential. The council and schools cannot see these pages."});
}

/// At the foot of each page of an advice service. trust.md W-10.
Html notice_of(const Services& services, const Actor& actor)
{
    if (actor.agency_kind != AgencyKind::advice_service || !services.notice) return {};
    return element("p", {{"class", "govuk-body onr-small onr-soft"}}, services.notice(actor));
}

} // namespace staff_page_detail

using namespace staff_page_detail;

http::Response staff_page(const Services& services, const http::Request& request,
                          design::PageOptions options, const Html& content, int status)
{
    const auto& who = actor(request);
    for (const auto& entry : services.staff_menu)
        if (may_ever(who, entry.act)) options.menu.push_back({entry.text, entry.href});
    options.keep_out_of_search = true;
    options.under_menu = room_of(who) + options.under_menu;
    options.before_main = signed_in_line(who) + options.before_main;
    const auto whole = content + notice_of(services, who) + time_out_warning(request, who);
    auto response = http::html(design::page(*services.site, options, whole).str(), status);
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
}

Html staff_form(const Actor& actor, std::string_view action, std::string_view page,
                const Html& inside)
{
    return plain_form(action, actor.sign_in.form_token,
                      fields::hidden(form_page_field_name, page) + inside);
}

Html plain_form(std::string_view action, std::string_view form_token, const Html& inside)
{
    return element("form", {{"action", action}, {"method", "post"}, design::flag("novalidate")},
                   form_token.empty() ? Html{} : form_token_field(form_token), inside);
}

Html error_summary_of(const Errors& errors)
{
    if (errors.empty()) return {};
    design::ErrorSummary summary;
    for (const auto& error : errors)
        summary.errors.push_back(
            {.content = error.message, .href = error.where.empty() ? "" : "#" + error.where});
    return render(summary);
}

std::optional<std::string> error_at(const Errors& errors, std::string_view field)
{
    for (const auto& error : errors)
        if (error.where == field) return error.message;
    return std::nullopt;
}

} // namespace onroll::access
