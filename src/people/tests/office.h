// For tests of pages of people: a council with staff of several roles and the pages of people and
// audit, on one database, and a browser for each member of staff.
#pragma once

#include "access/pages_audit.h"
#include "access/pages_break_glass.h"
#include "access/pages_purpose.h"
#include "access/store_break_glass.h"
#include "access/tests/house.h"
#include "people/api.h"
#include "people/pages.h"
#include "people/rules_search.h"
#include "people/tests/builders.h"

namespace onroll::people::tests_of_people {

struct Office {
    db::Database& database;
    tests::House house{database};
    AddressSafe safe = a_safe();
    crypto::Key drafts = crypto::Key::create();
    Services services{};
    access::GuardedServices guarded{};
    http::Router router;
    openapi::Document description{"Onroll", "1", "For a test."};
    access::AgencyId council;
    access::User officer, colleague, guardian;
    access::User leader, chief;

    explicit Office(db::Database& the_database,
                    access::AgencyKind kind = access::AgencyKind::council)
        : database(the_database), council(house.add_agency(kind, "Tidemoor Council")),
          officer(add("Kim Lee", "kim@example.org", access::Role::inclusion_officer)),
          colleague(add("Sam Doe", "sam@example.org", access::Role::inclusion_officer)),
          guardian(add("Ewa Nowak", "ewa@example.org", access::Role::data_protection_officer)),
          leader(add("Dev Rao", "dev@example.org", access::Role::area_leader)),
          chief(add("Ann Onn", "ann@example.org", access::Role::administrator))
    {
        prepared(database);
        services = {.access = &house.services,
                    .guard = &house.guard,
                    .safe = &safe,
                    .drafts = &drafts,
                    .school_name = [](Urn urn) { return "School " + urn.text(); },
                    .agencies =
                        [this] {
                            std::vector<std::pair<std::string, std::string>> agencies;
                            auto reader = database.read();
                            for (const auto& agency : access::all_agencies(reader))
                                agencies.emplace_back(agency.id.text(), agency.name);
                            return agencies;
                        },
                    .shared = &database,
                    .agency_name =
                        [this](const access::AgencyId& agency) {
                            auto reader = database.read();
                            return access::find_agency(reader, agency)->name;
                        },
                    .act_in_words = [](const audit::Deed& deed) { return deed.act; },
                    .staff_name =
                        [this](const access::AgencyId& agency, std::string_view user) {
                            const auto id = access::UserId::parse(user);
                            auto reader = database.read();
                            const auto found = access::find_user(reader, agency, *id);
                            return found ? found->name : std::string("Somebody who has left");
                        }};
        guarded.services = &house.services;
        guarded.guard = &house.guard;
        guarded.drafts = &drafts;
        guarded.kinds["person"] = {
            .name = "Person",
            .find =
                [this](const access::Actor& actor, std::string_view record) {
                    return standing_of(services, actor, record);
                },
            .href = [](std::string_view record) { return "/people/" + std::string(record); }};
        access::add_pages(router, house.pages);
        access::add_audit_pages(router, guarded);
        access::add_purpose_pages(router, guarded);
        access::add_break_glass_pages(router, guarded);
        house.services.staff_menu.push_back({"Shared with us", "/shared", "shares.received"});
        add_pages(router, services);
        add_api(router, description, services);
    }

    access::User add(std::string name, std::string email, access::Role role)
    {
        return house.add_user(council, std::move(name), std::move(email), {role});
    }
    Scope scope_for(const access::User& user) const
    {
        return people::scope_of(council, user.id, house.clock.now());
    }
    /// A child on the officer's caseload.
    PersonId child(std::string given, std::string family)
    {
        return made(database, a_child_named(std::move(given), std::move(family)),
                    scope_for(officer));
    }
    tests::Browser signed_in(const access::User& user)
    {
        tests::Browser browser(router);
        house.clock.move_on(std::chrono::seconds(30)); // a code works once
        browser.get("/sign-in");
        browser.post("/sign-in",
                     {{"email", user.email}, {"password", std::string(tests::a_password)}});
        browser.get("/sign-in/code");
        browser.post("/sign-in/code", {{"code", house.code_for(user)}});
        return browser;
    }
    std::vector<audit::Entry> entries()
    {
        auto reader = database.read();
        return audit::entries_between(reader, council.text(), Instant{},
                                      house.clock.now() + std::chrono::hours(1), 10'000);
    }
};

/// Does work in a transaction of its own that must succeed.
template <class Work>
void did(db::Database& database, Work&& work)
{
    REQUIRE(doing(database, std::forward<Work>(work)).has_value());
}

/// Every hidden field of the page's form that posts to `action`.
inline http::Fields form_in(const http::Response& page, std::string_view action)
{
    const std::string text(page.content());
    auto from = text.find("action=\"" + std::string(action) + "\"");
    REQUIRE(from != std::string::npos);
    const auto until = text.find("</form>", from);
    http::Fields fields;
    const auto quoted = [&](std::string_view name, std::size_t at) {
        const auto begin = text.find(std::string(name) + "=\"", at) + name.size() + 2;
        return text.substr(begin, text.find('"', begin) - begin);
    };
    for (;;) {
        from = text.find("type=\"hidden\"", from + 1);
        if (from == std::string::npos || from > until) return fields;
        const auto start = text.rfind('<', from);
        fields.set(quoted("name", start), quoted("value", start));
    }
}

/// Opens the page, fills in its form and sends it.
inline http::Response filled_in(tests::Browser& browser, const std::string& page,
                                const http::Fields& answers, std::string action = {})
{
    if (action.empty()) action = page;
    auto form = form_in(browser.get(page), action);
    for (const auto& field : answers) form.add(field.name, field.value);
    return browser.post(action, form);
}

inline http::Fields dated(std::string name, std::string day, std::string month, std::string year)
{
    http::Fields fields;
    fields.add(name + "-day", std::move(day));
    fields.add(name + "-month", std::move(month));
    fields.add(name + "-year", std::move(year));
    return fields;
}

inline http::Fields operator+(http::Fields one, const http::Fields& other)
{
    for (const auto& field : other) one.add(field.name, field.value);
    return one;
}

} // namespace onroll::people::tests_of_people
