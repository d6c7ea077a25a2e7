// Every form that can be sent, one after the other: what it may hold and where it must come from.
// trust.md Z-07 and S-06.
#include "tests/every_route/stores.h"

#include <doctest/doctest.h>

#include <iostream>
#include <set>
#include <string>
#include <utility>

namespace posts_test {

using namespace onroll;
using namespace tidemoor;

/// Forms of the public pages: they know nobody, and store nothing but what is told below.
bool is_of_public_pages(const http::Route& route)
{
    return route.pattern.starts_with("/check") || route.pattern == "/area/{code}/briefing" ||
           route.pattern.starts_with("/api/") || route.pattern == "/policy-reports";
}

/// The pages of a family, which a link opens and no sign-in.
bool is_of_a_link(const http::Route& route)
{
    return route.policy.name().starts_with("link.");
}

/// Sent before anybody is signed in.
bool is_before_sign_in(const http::Route& route)
{
    return route.policy.name() == "open to all";
}

/// Whoever may send it, after a page that notes that they were here.
const SignedIn* sender_of(const Area& all, const http::Route& route)
{
    if (is_before_sign_in(route)) return nullptr;
    const auto* who = all.one_who_may(route);
    REQUIRE(who != nullptr);
    const auto matched = all.router.match(http::Method::get, {"start"});
    const auto* start = std::get_if<http::RouteFound>(&matched);
    REQUIRE(start != nullptr);
    REQUIRE(all.ask(*start->route, "/start", who).status == 200);
    return who;
}

/// But for the audit, in which what was refused or did not happen is noted.
void check_unchanged(const Tables& before, const Tables& after)
{
    for (const auto& [table, rows] : before) {
        CAPTURE(table);
        CHECK(after.at(table) == rows);
    }
}

TEST_CASE("whatever may be long is turned away by its headers where nobody known sends it")
{
    std::int64_t long_ones = 0;
    for (const auto& route : area().router.routes()) {
        if (route.options.body_limit <= http::RouteOptions{}.body_limit || is_before_sign_in(route))
            continue;
        CAPTURE(route.pattern);
        REQUIRE(route.policy.looks_before_body());
        const auto nobody =
            http::Request::post(path_for(route.pattern, std::string(32, 'a')), http::Fields{});
        const auto answer = area().router.refuses_before_body(route, nobody);
        REQUIRE(answer);
        CHECK(answer->status == (nobody.is_for_program() ? 401 : 303));
        // The form is not read, and whoever sent it still comes back to a page once signed in.
        if (!nobody.is_for_program())
            CHECK(answer->headers["Location"].starts_with("/sign-in?next=%2F"));
        ++long_ones;
    }
    CHECK(long_ones >= 9);
}

TEST_CASE("a form with one field more than its page asks for is refused and changes nothing")
{
    const auto& all = area();
    const std::set<std::string> elsewhere{
        "/drafts/keep"}; // keeps what any form holds, for its own sender
    const auto before = Stores(all).tables();
    std::int64_t refused = 0;
    for (const auto& route : all.router.routes()) {
        if (route.method != http::Method::post || is_of_public_pages(route) ||
            is_of_a_link(route) || elsewhere.count(route.pattern) == 1)
            continue;
        CAPTURE(route.pattern);
        const auto* who = sender_of(all, route);
        const auto record = (who ? all.a_record_of(who->actor.agency) : std::nullopt)
                                .value_or(std::string(32, 'a'));
        const auto target = path_for(route.pattern, record);
        http::Form form;
        form.fields.add("agency", "another");
        const auto answer = all.ask(route, target, who, {.form = std::move(form)});
        CHECK(answer.status == 400);
        ++refused;

        http::Form with_file;
        with_file.uploads.push_back({.field = "another", .file_name = "a.pdf", .size = 1});
        CHECK(all.ask(route, target, who, {.form = std::move(with_file)}).status == 400);
    }
    check_unchanged(before, Stores(all).tables());
    std::cout << "forms that refuse what was not asked: " << refused << "\n";
    CHECK(refused > 90);
}

TEST_CASE("a form without its sign-in's own token, or sent by another site, is refused and changes "
          "nothing")
{
    const auto& all = area();
    std::int64_t refused = 0;
    for (const auto& route : all.router.routes()) {
        if (route.method != http::Method::post || is_of_public_pages(route) ||
            is_of_a_link(route) || is_before_sign_in(route))
            continue;
        CAPTURE(route.pattern);
        const auto* who = sender_of(all, route);
        const auto target = path_for(route.pattern, std::string(32, 'a'));
        const auto& other = who == &all.staff.front() ? all.staff.back() : all.staff.front();
        const auto before = all.print_of_stores();
        CHECK(all.ask(route, target, who, {.has_form_token = false}).status == 403);
        CHECK(all.ask(route, target, who, {.form_token = "made-up"}).status == 403);
        CHECK(all.ask(route, target, who, {.form_token = other.form_token}).status == 403);
        CHECK(all.ask(route, target, who, {.site = "cross-site"}).status == 403);
        CHECK(all.ask(route, target, who, {.site = "same-site"}).status == 403);
        CHECK(all.print_of_stores() == before);
        ++refused;
    }
    std::cout << "forms that refuse another page's: " << refused << "\n";
    CHECK(refused > 110);
}

TEST_CASE("a form that is sent before anybody is signed in is refused from another site")
{
    const auto& all = area();
    const std::set<std::string> begins_something{
        "/open",   "/open/again",   "/sign-in", "/sign-in/forgotten", "/sign-in/passkey",
        "/set-up", "/join/{token}", "/sign-out"};
    std::int64_t refused = 0;
    for (const auto& route : all.router.routes()) {
        if (route.method != http::Method::post || is_of_public_pages(route) ||
            !is_before_sign_in(route))
            continue;
        CAPTURE(route.pattern);
        const auto target = path_for(route.pattern, std::string(32, 'a'));
        const auto before = all.print_of_stores();
        const auto answer = all.ask(route, target, nullptr, {.site = "cross-site"});
        // Without the first step of signing in, or a link that works, there is nothing to refuse.
        CHECK(answer.status >= 300);
        if (begins_something.count(route.pattern) == 1) CHECK(answer.status == 403);
        CHECK(all.print_of_stores() == before);
        ++refused;
    }
    CHECK(refused > 8);
}

} // namespace posts_test
