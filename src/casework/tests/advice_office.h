// An advice service with somebody signed in, in front of all the pages of casework, on one
// database.
#pragma once

#include "casework/pages.h"
#include "casework/store.h"

#include "access/guard.h"
#include "access/store.h"
#include "access/store_sign_ins.h"
#include "access/store_users.h"
#include "audit/recorder.h"
#include "audit/store.h"
#include "forms/store.h"
#include "helpers/test_database.h"
#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace onroll::casework::tests {

struct AdviceOffice {
    db::Database& database;
    FixedClock clock{date(2026, 11, 26)};
    crypto::Key key = crypto::Key::create();
    design::Site site{};
    access::Services access_services{};
    audit::Recorder recorder{database, clock};
    access::AgencyId agency = crypto::new_id<access::AgencyId>();
    std::shared_ptr<const access::Actor> signed_in;
    std::unique_ptr<access::Guard> guard;
    casework::Services services{};
    http::Router router;

    explicit AdviceOffice(db::Database& the_database) : database(the_database)
    {
        REQUIRE(access::prepare(database, clock).has_value());
        REQUIRE(casework::prepare(database, clock).has_value());
        access_services.database = &database;
        access_services.clock = &clock;
        access_services.site = &site;
        access::GuardSettings settings;
        settings.ask_sign_in = [this](const http::Request& request) {
            if (!signed_in) return std::optional(http::redirect("/sign-in"));
            request.attach(signed_in);
            request.attach(std::make_shared<const access::SignIn>(
                access::SignIn{.id = signed_in->sign_in.id,
                               .owner = {signed_in->agency, signed_in->user},
                               .stage = access::Stage::full}));
            return std::optional<http::Response>();
        };
        settings.ask_proof = [](const http::Request&, std::string_view) {
            return std::optional(http::redirect("/prove"));
        };
        settings.place = [this](const access::Actor&) {
            return access::AuditPlace{&database, &recorder};
        };
        settings.database = &database;
        settings.clock = &clock;
        guard = std::make_unique<access::Guard>(std::move(settings));
        services.access = &access_services;
        services.guard = guard.get();
        services.drafts = &key;
        services.area_name = "Tidemoor";
        services.name_of = [](const access::AgencyId&, const access::UserId&) {
            return std::string("Invented Adviser");
        };
        sign_in(access::Role::adviser);
    }

    /// Once the test has filled what it needs of `services`.
    void open() { casework::add_pages(router, services); }

    /// Somebody new in that role.
    void sign_in(access::Role role)
    {
        signed_in = std::make_shared<const access::Actor>(access::Actor{
            .user = crypto::new_id<access::UserId>(),
            .agency = agency,
            .agency_kind = access::AgencyKind::advice_service,
            .name = "Invented Adviser",
            .agency_name = "Tidemoor Advice and Support",
            .roles = {role},
            .teams = {},
            .covers_for = {},
            .sign_in = {
                .id = crypto::new_id<access::SignInId>(), .fresh = true, .form_token = "token"}});
    }

    http::Response get(const std::string& target) const
    {
        return http::handle(router, http::Request::get(target));
    }
    /// With a key of its own, unless the form has one.
    http::Response post(const std::string& target, http::Fields form) const
    {
        if (!form.contains("form_key")) form.add("form_key", crypto::random_token());
        return http::handle(router, http::Request::post(target, form));
    }
};

/// Two schools, which the pages find by name; and opens the office.
inline void know_two_schools(AdviceOffice& office)
{
    office.services.school_name = [](Urn urn) {
        return urn.text() == "990022" ? std::string("Harbour Academy") : std::string("Mill Lane");
    };
    office.services.search_schools = [](std::string_view words) {
        std::vector<check::SchoolChoice> found;
        if (words.starts_with("Harb") || words.starts_with("harb"))
            found.push_back({Urn::parse("990022").value(), "Harbour Academy", "Tidemoor"});
        if (words == "Mill")
            found.push_back({Urn::parse("990023").value(), "Mill Lane", "Tidemoor"});
        return found;
    };
    office.open();
}

inline std::string leads_to(const http::Response& response)
{
    return std::string(response.headers["Location"]);
}

inline bool has_words(const http::Response& response, std::string_view words)
{
    return response.content().find(words) != std::string_view::npos;
}

} // namespace onroll::casework::tests
