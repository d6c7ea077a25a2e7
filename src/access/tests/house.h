// For tests of access: a store with its services, a fixed clock, an agency and people in it, and a
// browser that keeps its cookies.
#pragma once

#include "access/accounts.h"
#include "access/codes.h"
#include "access/cookies.h"
#include "access/pages.h"
#include "access/sign_in.h"
#include "access/store.h"

#include "audit/recorder.h"
#include "audit/store.h"
#include "forms/store.h"
#include "helpers/test_database.h"
#include "platform/mail/mail.h"

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace onroll::tests {

inline constexpr std::string_view a_password = "plum tart & violins";

/// Keeps what would leave.
struct Letters final : mail::Carrier {
    std::vector<mail::Message> all;
    Result<void> carry(const mail::Message& message, std::string_view, Instant) override
    {
        all.push_back(message);
        return {};
    }
};

/// Everything behind a sign-in, on one database.
struct House {
    db::Database& database;
    FixedClock clock{date(2026, 11, 25)};
    design::Site site{};
    access::Keys keys = access::Keys::of(crypto::Key::create());
    access::PasswordHashing hashing{{.cost = crypto::password_cost_floor}};
    access::Services services{.database = &database,
                              .clock = &clock,
                              .site = &site,
                              .keys = &keys,
                              .hashing = &hashing,
                              .common_passwords = &access::shipped_common_passwords(),
                              .area_name = "Tidemoor",
                              .public_address = "https://onroll.example"};
    audit::Recorder recorder{database, clock};
    access::Gate gate{services};
    access::Guard guard{
        {.ask_sign_in = [this](const auto& request) { return gate.asks_to_sign_in(request); },
         .ask_proof =
             [this](const auto& request, std::string_view next) {
                 return gate.asks_for_fresh_proof(request, next);
             },
         .ask_key = [this](const auto& request) { return gate.asks_for_key(request); },
         .place =
             [this](const auto&) {
                 return access::AuditPlace{&database, &recorder};
             },
         .database = &database,
         .clock = &clock}};
    access::Pages pages{&services, &gate, &guard};
    Letters letters;
    access::Visit visit{"192.0.2.7", "request", "Firefox on Windows", {}, "https://onroll.example"};

    explicit House(db::Database& the_database) : database(the_database)
    {
        for (const auto& prepare : {audit::prepare, forms::prepare, mail::prepare, access::prepare})
            REQUIRE(prepare(database, clock));
        services.staff_menu = {{"Start", "/start", "account.view"},
                               {"Staff", "/staff", "staff.view"}};
    }

    access::AgencyId add_agency(access::AgencyKind kind, std::string name)
    {
        return db::with_retry(database, "add agency", [&](db::Transaction& transaction) {
            return access::add_agency(transaction, {kind, name}, clock.now());
        });
    }
    /// Active, with a_password and a confirmed seed.
    access::User add_user(const access::AgencyId& agency, std::string name, std::string email,
                          std::vector<access::Role> roles)
    {
        const auto hash = hashing.hash(a_password).value();
        return db::with_retry(database, "add user", [&](db::Transaction& transaction) {
            const auto id =
                access::add_user(transaction, agency, name, email, roles, clock.now()).value();
            const auto user = access::find_user(transaction, agency, id).value();
            access::set_password_hash(transaction, agency, id, hash);
            access::set_state(transaction, user, access::UserState::active, clock.now());
            access::save_code_seed(transaction, keys.seeds, {agency, id}, access::new_code_seed());
            access::confirm_code_seed(transaction, {agency, id}, clock.now());
            return access::find_user(transaction, agency, id).value();
        });
    }
    std::string code_for(const access::User& user)
    {
        auto reading = database.read();
        const auto seed =
            access::find_code_seed(reading, keys.seeds, {user.agency, user.id}).value();
        return access::code_of(seed.seed, access::step_of(clock.now()));
    }
    /// What has left since the last time.
    std::vector<mail::Message> post()
    {
        letters.all.clear();
        mail::deliver_waiting(database, keys.mail, letters, clock);
        return letters.all;
    }
};

/// Keeps cookies, and sends the origin of the pages that it is shown.
class Browser {
public:
    Browser(const http::Router& router, std::string address = "192.0.2.7")
        : router_(router), address_(std::move(address))
    {
    }

    http::Response get(std::string target) { return ask(http::Method::get, std::move(target), {}); }
    /// With the form token of the page that was shown last.
    http::Response post(std::string target, http::Fields form)
    {
        if (!form.contains("form_token") && !token_.empty()) form.add("form_token", token_);
        return ask(http::Method::post, std::move(target), form);
    }
    http::Response post_without_token(std::string target, http::Fields form)
    {
        return ask(http::Method::post, std::move(target), form);
    }
    /// Says that the next request comes from a page of another site.
    void come_from(std::string origin) { origin_ = std::move(origin); }
    std::string cookie(std::string_view name) const
    {
        const auto found = cookies_.find(std::string(name));
        return found == cookies_.end() ? std::string() : found->second;
    }
    void set_cookie(std::string name, std::string value) { cookies_[name] = std::move(value); }

private:
    http::Response ask(http::Method method, std::string target, const http::Fields& form);

    const http::Router& router_;
    std::string address_;
    std::string origin_ = "https://onroll.example";
    std::string token_;
    std::map<std::string, std::string> cookies_;
};

inline http::Response Browser::ask(http::Method method, std::string target,
                                   const http::Fields& form)
{
    http::RequestParts parts;
    parts.method = method;
    parts.target = std::move(target);
    parts.id = "request";
    parts.address = address_;
    parts.headers.set("Host", "onroll.example");
    if (method == http::Method::post) parts.headers.set("Origin", origin_);
    std::string cookies;
    for (const auto& [name, value] : cookies_)
        cookies += (cookies.empty() ? "" : "; ") + name + "=" + value;
    if (!cookies.empty()) parts.headers.set("Cookie", cookies);
    parts.form = http::Form{form, {}};
    auto request = http::Request::create(std::move(parts));
    REQUIRE(request);
    auto response = http::handle(router_, *request);
    for (const auto& cookie : response.cookies) {
        if (cookie.max_age_seconds == 0)
            cookies_.erase(cookie.name);
        else
            cookies_[cookie.name] = cookie.value;
    }
    const std::string_view mark = "name=\"form_token\" value=\"";
    const auto content = response.content();
    if (const auto at = content.find(mark); at != std::string_view::npos)
        token_ = content.substr(at + mark.size(),
                                content.find('"', at + mark.size()) - at - mark.size());
    return response;
}

inline std::string place_of(const http::Response& response)
{
    return std::string(response.headers["Location"]);
}

inline bool says(const http::Response& response, std::string_view words)
{
    return response.content().find(words) != std::string_view::npos;
}

/// How many buttons of the page are its primary ones.
inline int primary_buttons(const http::Response& response)
{
    constexpr std::string_view primary = "class=\"govuk-button\"";
    const auto content = response.content();
    int count = 0;
    for (auto at = content.find(primary); at != std::string_view::npos;
         at = content.find(primary, at + 1))
        ++count;
    return count;
}

} // namespace onroll::tests
