// A council with staff who sign in by a browser, on the pages of access.
#pragma once

#include "house.h"

#include <memory>
#include <string>

namespace onroll::tests {

/// A council with an officer and two administrators, and a school beside it.
struct Council {
    tests::TestDatabase place{db::Engine::sqlite};
    std::unique_ptr<db::Database> database = place.open();
    House house{*database};
    http::Router router;
    access::AgencyId council = house.add_agency(access::AgencyKind::council, "Tidemoor Council");
    access::User officer =
        house.add_user(council, "Kim Lee", "kim@example.org", {access::Role::inclusion_officer});
    access::User administrator =
        house.add_user(council, "Ann Onn", "ann@example.org", {access::Role::administrator});
    access::User second =
        house.add_user(council, "Bo Ray", "bo@example.org", {access::Role::administrator});

    Council() { access::add_pages(router, house.pages); }

    http::Response sign_in(Browser& browser, const access::User& user, std::string next = {})
    {
        browser.get("/sign-in");
        browser.post(
            "/sign-in",
            {{"email", user.email}, {"password", std::string(a_password)}, {"next", next}});
        browser.get("/sign-in/code");
        return browser.post("/sign-in/code", {{"code", house.code_for(user)}, {"next", next}});
    }
};

} // namespace onroll::tests
