// From a visitor to somebody signed in: /sign-in, /set-up, /join, /sign-out.
#include "access/accounts.h"
#include "access/cookies.h"
#include "access/pages.h"
#include "access/sign_in.h"
#include "access/views_sign_in.h"

#include "forms/asked.h"
#include "platform/http/percent.h"

namespace onroll::access {

namespace pages_sign_in_detail {

http::Response shown(const Pages& pages, std::string title, const design::Html& content,
                     bool has_errors = false)
{
    const design::PageOptions options{.title = std::move(title),
                                      .section = "Sign in",
                                      .has_errors = has_errors,
                                      .keep_out_of_search = true};
    return http::html(design::page(*pages.services->site, options, content).str());
}

/// What a failed step answers: the page again with the error, or that the server is busy.
template <class View>
http::Response again(const Error& error, View view, const Pages& pages, std::string title,
                     design::Html (*draw)(const View&))
{
    if (error.kind != ErrorKind::bad_input) return http::failure(error);
    view.errors = {error};
    return shown(pages, std::move(title), draw(view), true);
}

std::string with_next(std::string path, std::string_view next)
{
    if (is_own_path(next)) path += "?next=" + http::percent_encoded(next);
    return path;
}

std::string after_sign_in(std::string_view next)
{
    return is_own_path(next) ? std::string(next) : "/start";
}

http::Response show_sign_in(const http::Request& request, const Pages& pages)
{
    {
        auto reading = pages.services->database->read();
        if (count_agencies(reading) == 0) return http::redirect("/set-up");
    }
    SignInView view{.email = {},
                    .next = std::string(request.query("next")),
                    .password_chosen = request.query("chosen") == "yes"};
    if (pages.services->other_ways) view.other_ways = pages.services->other_ways(view.next);
    return shown(pages, "Sign in", sign_in_view(view));
}

http::Response take_password(const http::Request& request, const Pages& pages)
{
    if (auto refusal = pages.gate->refuses_origin(request)) return *refusal;
    const auto& form = request.form();
    SignInView view{.email = std::string(form["email"]), .next = std::string(form["next"])};
    if (pages.services->other_ways) view.other_ways = pages.services->other_ways(view.next);
    Errors missing;
    if (form["email"].empty()) missing.push_back(bad_input("Enter your email address", "email"));
    if (form["password"].empty()) missing.push_back(bad_input("Enter your password", "password"));
    if (!missing.empty()) {
        auto asked_again = view;
        asked_again.errors = std::move(missing);
        return shown(pages, "Sign in", sign_in_view(asked_again), true);
    }
    auto signed_in = sign_in_with_password(*pages.services, form["email"], form["password"],
                                           visit_of(request, *pages.services));
    if (!signed_in) return again(signed_in.error(), view, pages, "Sign in", sign_in_view);
    const auto* page = signed_in->stage == Stage::enrol ? "/sign-in/set-up-codes" : "/sign-in/code";
    auto response = with_sign_in(with_next(page, view.next), *std::move(signed_in));
    pages.gate->leave_earlier_sign_in(request, response);
    return response;
}

http::Response show_code(const http::Request& request, const Pages& pages)
{
    if (auto instead = pages.gate->asks_for_stage(request, Stage::password)) return *instead;
    const CodeView view{sign_in(request).form_token, std::string(request.query("next")), {}};
    return shown(pages, "Enter your sign-in code", code_view(view));
}

http::Response take_code(const http::Request& request, const Pages& pages)
{
    if (auto instead = pages.gate->asks_for_stage(request, Stage::password)) return *instead;
    const CodeView view{sign_in(request).form_token, std::string(request.form()["next"]), {}};
    auto signed_in = sign_in_with_code(*pages.services, sign_in(request), request.form()["code"],
                                       visit_of(request, *pages.services));
    if (!signed_in)
        return again(signed_in.error(), view, pages, "Enter your sign-in code", code_view);
    return with_sign_in(after_sign_in(view.next), *std::move(signed_in));
}

EnrolmentView enrolment_of(const http::Request& request, const Pages& pages, std::string_view next)
{
    const auto& current = sign_in(request);
    std::string email;
    {
        auto reading = pages.services->database->read();
        email = find_user(reading, current.owner.agency, current.owner.user).value().email;
    }
    return {current.form_token,
            std::string(next),
            begin_enrolment(*pages.services, current.owner, email),
            {}};
}

http::Response show_enrolment(const http::Request& request, const Pages& pages)
{
    if (auto instead = pages.gate->asks_for_stage(request, Stage::enrol)) return *instead;
    return shown(pages, "Set up sign-in codes",
                 enrolment_view(enrolment_of(request, pages, request.query("next"))));
}

/// The recovery codes are in the answer to the form itself: they are kept nowhere to be shown
/// later.
http::Response take_enrolment(const http::Request& request, const Pages& pages)
{
    if (auto instead = pages.gate->asks_for_stage(request, Stage::enrol)) return *instead;
    auto enrolled = confirm_enrolment(*pages.services, sign_in(request), request.form()["code"],
                                      visit_of(request, *pages.services));
    if (!enrolled)
        return again(enrolled.error(), enrolment_of(request, pages, request.form()["next"]), pages,
                     "Set up sign-in codes", enrolment_view);
    auto response = shown(pages, "Keep your recovery codes",
                          recovery_codes_view(enrolled->recovery_codes, request.form()["next"]));
    response.cookies.push_back(
        cookie_for_sign_in(std::move(enrolled->signed_in.token), enrolled->signed_in.whose));
    response.cookies.push_back(cookie_for_browser(std::move(enrolled->signed_in.browser)));
    return response;
}

http::Response take_forgotten(const http::Request& request, const Pages& pages)
{
    if (auto refusal = pages.gate->refuses_origin(request)) return *refusal;
    const auto email = request.form()["email"];
    if (!folded_email(email))
        return again(bad_input("Enter an email address in the correct format, like "
                               "name@example.com",
                               "email"),
                     ForgottenView{std::string(email), {}}, pages, "Get a new password",
                     forgotten_view);
    ask_for_new_password(*pages.services, email, visit_of(request, *pages.services));
    return http::redirect("/sign-in/forgotten/sent");
}

http::Response link_ended(const Pages& pages)
{
    auto response = shown(pages, "This link no longer works", link_ended_view());
    response.status = 404;
    return response;
}

http::Response show_link(const http::Request& request, const Pages& pages)
{
    const auto user = whose_link(*pages.services, request.path("token"));
    if (!user) return link_ended(pages);
    const ChoosePasswordView view{
        request.path(), user->email, user->state == UserState::invited, {}, {}};
    return shown(pages, "Choose a password", choose_password_view(view));
}

http::Response take_link(const http::Request& request, const Pages& pages)
{
    if (auto refusal = pages.gate->refuses_origin(request)) return *refusal;
    const auto user = whose_link(*pages.services, request.path("token"));
    if (!user) return link_ended(pages);
    const auto chosen =
        choose_password(*pages.services, request.path("token"), request.form()["password"],
                        visit_of(request, *pages.services));
    if (chosen) return http::redirect("/sign-in?chosen=yes");
    if (chosen.error().kind == ErrorKind::not_found) return link_ended(pages);
    return again(
        chosen.error(),
        ChoosePasswordView{request.path(), user->email, user->state == UserState::invited, {}, {}},
        pages, "Choose a password", choose_password_view);
}

bool is_set_up(const Pages& pages)
{
    auto reading = pages.services->database->read();
    return count_agencies(reading) > 0;
}

/// Whether the request comes from the machine itself, and through no proxy.
bool is_from_here(const http::Request& request)
{
    const auto& address = request.address();
    const bool loopback =
        address == "::1" || address.starts_with("127.") || address.starts_with("::ffff:127.");
    return loopback && !request.headers().contains("Forwarded") &&
           !request.headers().contains("X-Forwarded-For");
}

http::Response show_set_up(const http::Request& request, const Pages& pages)
{
    if (is_set_up(pages)) return http::redirect("/sign-in");
    if (!is_from_here(request))
        return shown(pages, "Onroll is not set up yet", set_up_elsewhere_view());
    return shown(pages, "Set up Onroll", set_up_view({}));
}

http::Response take_set_up(const http::Request& request, const Pages& pages)
{
    if (auto refusal = pages.gate->refuses_origin(request)) return *refusal;
    if (is_set_up(pages)) return http::redirect("/sign-in");
    if (!is_from_here(request)) return http::not_found();
    const auto& form = request.form();
    const SetUpView view{std::string(form["kind"]),
                         std::string(form["agency_name"]),
                         std::string(form["name"]),
                         std::string(form["email"]),
                         {}};
    const auto kind = agency_kind_named(form["kind"]);
    if (!kind)
        return again(bad_input("Select what kind of organisation it is", "kind"), view, pages,
                     "Set up Onroll", set_up_view);
    auto made = set_up(*pages.services,
                       {.secret = std::string(form["secret"]),
                        .agency = {*kind, view.agency_name},
                        .name = view.name,
                        .email = view.email,
                        .password = std::string(form["password"])},
                       visit_of(request, *pages.services));
    if (!made) return again(made.error(), view, pages, "Set up Onroll", set_up_view);
    return with_sign_in("/sign-in/set-up-codes", *std::move(made));
}

/// At whatever stage the sign-in is; without one there is nothing to end.
http::Response take_sign_out(const http::Request& request, const Pages& pages)
{
    if (auto refusal = pages.gate->refuses_origin(request)) return *refusal;
    for (const auto stage : {Stage::full, Stage::password, Stage::enrol})
        if (!pages.gate->asks_for_stage(request, stage)) {
            sign_out(*pages.services, sign_in(request), visit_of(request, *pages.services));
            break;
        }
    auto response = http::redirect("/sign-in/signed-out");
    clear_sign_in(response);
    return response;
}

void add_set_up_pages(http::Router& router, const Pages& pages)
{
    const auto open = http::Policy::open_to_all();
    router.get("/set-up", open,
               [&pages](const http::Request& request) { return show_set_up(request, pages); });
    router.post("/set-up",
                forms::taking(open, {"secret", "kind", "agency_name", "name", "email", "password"}),
                [&pages](const http::Request& request) { return take_set_up(request, pages); });
    router.get("/join/{token}", open,
               [&pages](const http::Request& request) { return show_link(request, pages); });
    router.post("/join/{token}", forms::taking(open, {"email", "password"}),
                [&pages](const http::Request& request) { return take_link(request, pages); });
    router.get("/sign-in/forgotten", open, [&pages](const http::Request&) {
        return shown(pages, "Get a new password", forgotten_view({}));
    });
    router.post("/sign-in/forgotten", forms::taking(open, {"email"}),
                [&pages](const http::Request& request) { return take_forgotten(request, pages); });
    router.get("/sign-in/forgotten/sent", open, [&pages](const http::Request&) {
        return shown(pages, "Look at your email", forgotten_sent_view());
    });
}

} // namespace pages_sign_in_detail

void add_sign_in_pages(http::Router& router, const Pages& pages)
{
    using namespace pages_sign_in_detail;
    const auto open = http::Policy::open_to_all();
    router.get("/sign-in", open,
               [&pages](const http::Request& request) { return show_sign_in(request, pages); });
    router.post("/sign-in", forms::taking(open, {"email", "password", "next"}),
                [&pages](const http::Request& request) { return take_password(request, pages); });
    router.get("/sign-in/code", open,
               [&pages](const http::Request& request) { return show_code(request, pages); });
    router.post("/sign-in/code", forms::taking(open, {"code", "next"}),
                [&pages](const http::Request& request) { return take_code(request, pages); });
    router.get("/sign-in/set-up-codes", open,
               [&pages](const http::Request& request) { return show_enrolment(request, pages); });
    router.post("/sign-in/set-up-codes", forms::taking(open, {"code", "next"}),
                [&pages](const http::Request& request) { return take_enrolment(request, pages); });
    router.get("/sign-in/signed-out", open, [&pages](const http::Request&) {
        return shown(pages, "You have signed out", signed_out_view());
    });
    router.get("/sign-in/timed-out", open, [&pages](const http::Request&) {
        auto response = shown(pages, "You were signed out", timed_out_view());
        response.headers.set("Clear-Site-Data", "\"cache\", \"storage\"");
        return response;
    });
    router.post("/sign-out", forms::taking(open, forms::Asked{}),
                [&pages](const http::Request& request) { return take_sign_out(request, pages); });
    add_set_up_pages(router, pages);
}

} // namespace onroll::access
