// How far each way to sign in leads by itself, for every state that somebody's factors can be in
// (trust.md A-03); and how a sign-in by an organisation's account ends.
#include "sign_on/pages.h"
#include "sign_on/store.h"
#include "sign_on/way_in.h"

#include "access/tests/house.h"
#include "platform/crypto/new_id.h"
#include "platform/json/json.h"
#include "sign_on/tests/signing_provider.h"

#include <doctest/doctest.h>

#include <functional>
#include <string_view>

namespace enrolment_test {

using namespace onroll;
using namespace onroll::sign_on;
using namespace std::chrono_literals;
using json::Value;
using onroll::tests::Browser;
using onroll::tests::place_of;

/// A provider without a network, that says whatever the test wants of `somebody`.
struct Elsewhere {
    const Clock& clock;
    sign_on::tests::SigningProvider keys{};
    std::string nonce{};
    Value factors = Value::array({"pwd"});
    std::string session = "session-1";

    struct Client final : http_client::Client {
        explicit Client(Elsewhere& where) : there(where) {}
        Result<http_client::Answer> get(const std::string& url) override
        {
            if (url.ends_with("/keys"))
                return http_client::Answer{200, json::print(there.keys.keys())};
            return http_client::Answer{
                200, json::print({{"issuer", "https://login.example/t"},
                                  {"authorization_endpoint", "https://login.example/t/authorize"},
                                  {"token_endpoint", "https://login.example/t/token"},
                                  {"jwks_uri", "https://login.example/t/keys"}})};
        }
        Result<http_client::Answer> post(const std::string&, const http_client::FormFields&,
                                         const std::string&, const std::string&) override
        {
            return http_client::Answer{200, json::print({{"id_token", there.id_token()}})};
        }
        Elsewhere& there;
    };

    std::int64_t seconds() const
    {
        return std::chrono::duration_cast<std::chrono::seconds>(clock.now().time_since_epoch())
            .count();
    }
    std::string id_token() const
    {
        return keys.token({{"alg", "RS256"}, {"kid", "rsa-1"}}, {{"iss", "https://login.example/t"},
                                                                 {"aud", "onroll"},
                                                                 {"sub", "somebody"},
                                                                 {"sid", session},
                                                                 {"nonce", nonce},
                                                                 {"amr", factors},
                                                                 {"iat", seconds()},
                                                                 {"exp", seconds() + 300}});
    }
    /// A notice that they signed out there.
    std::string notice(const std::string& id, const Value& whom) const
    {
        Value claims{
            {"iss", "https://login.example/t"},
            {"aud", "onroll"},
            {"jti", id},
            {"events", {{"http://schemas.openid.net/event/backchannel-logout", Value::object()}}},
            {"iat", seconds()},
            {"exp", seconds() + 120}};
        claims.update(whom);
        return keys.token({{"alg", "RS256"}, {"kid", "rsa-1"}, {"typ", "logout+jwt"}}, claims);
    }
};

/// A council with one officer, who is linked to an account elsewhere.
struct Office {
    db::Database& database;
    onroll::tests::House house{database};
    Elsewhere elsewhere{house.clock};
    crypto::Key key = crypto::Key::create();
    ProviderTalk talk{[this](const std::vector<std::string>&) {
                          return std::make_unique<Elsewhere::Client>(elsewhere);
                      },
                      house.clock};
    Services services{};
    http::Router router{};
    access::AgencyId council = house.add_agency(access::AgencyKind::council, "Tidemoor Council");
    access::User officer =
        house.add_user(council, "Kim Lee", "kim@example.org", {access::Role::inclusion_officer});
    access::Owner owner{council, officer.id};
    ProviderId provider = crypto::new_id<ProviderId>();

    explicit Office(db::Database& the_database) : database(the_database)
    {
        REQUIRE(prepare(database, house.clock));
        services = {.access = &house.services,
                    .gate = &house.gate,
                    .guard = &house.guard,
                    .talk = &talk,
                    .key = &key};
        access::add_pages(router, house.pages);
        add_pages(router, services);
    }
    template <class Work>
    void did(Work&& work)
    {
        auto transaction = database.begin("test");
        work(transaction);
        transaction.commit();
    }
    void link(std::vector<std::string> second_factors)
    {
        did([&](db::Transaction& transaction) {
            add_provider(transaction, key,
                         {.id = provider,
                          .agency = council,
                          .name = "Invented sign-in",
                          .issuer = "https://login.example/t",
                          .client_id = "onroll",
                          .client_secret = "secret",
                          .hosts = {},
                          .organisations = {},
                          .second_factors = std::move(second_factors)});
            REQUIRE(join_identity(transaction, owner, provider,
                                  {"https://login.example/t", "somebody"}, house.clock.now()));
        });
    }
    /// By the account there; answers what the browser was told at the end.
    http::Response by_provider(Browser& browser)
    {
        const auto there = place_of(browser.get("/sign-in/with/" + provider.text()));
        const auto asked = [&](const std::string& name) {
            const auto from = there.find(name + "=") + name.size() + 1;
            return there.substr(from, there.find('&', from) - from);
        };
        elsewhere.nonce = asked("nonce");
        return browser.get("/sign-in/back?code=one&state=" + asked("state"));
    }
    void by_password(Browser& browser)
    {
        browser.get("/sign-in");
        browser.post("/sign-in", {{"email", officer.email},
                                  {"password", std::string(onroll::tests::a_password)}});
    }
    /// As pages_passkeys does once the device has answered.
    void by_passkey(Browser& browser)
    {
        auto request = http::Request::create({.target = "/sign-in/passkey", .id = "1"});
        const auto answer =
            signed_in(*request, services, owner, access::Proof::passkey, true, "/account");
        for (const auto& cookie : answer.cookies) browser.set_cookie(cookie.name, cookie.value);
    }
    /// "full", "code", "enrol" or "nobody": what the pages of one's account say to the browser.
    std::string stage_of(Browser& browser)
    {
        const auto answer = browser.get("/account");
        if (answer.status == 200) return "full";
        const auto place = place_of(answer);
        return place.starts_with("/sign-in/code")           ? "code"
               : place.starts_with("/sign-in/set-up-codes") ? "enrol"
                                                            : "nobody";
    }
    int tells(const std::string& token)
    {
        Browser from_there(router, "198.51.100.9");
        from_there.come_from("https://login.example");
        return from_there
            .post_without_token("/sign-in/back-channel/" + provider.text(),
                                {{"logout_token", token}})
            .status;
    }
};

/// What somebody's own factors are like.
struct Factors {
    std::string_view name;
    std::function<void(Office&)> make;
    std::string_view by_password;
    std::string_view by_provider; ///< that says nothing of a second factor
};

const std::vector<Factors>& all_factors()
{
    const auto no_code = [](Office& office) {
        office.did(
            [&](db::Transaction& transaction) { access::drop_factors(transaction, office.owner); });
    };
    static const std::vector<Factors> all{
        {"no factor", no_code, "enrol", "enrol"},
        {"a code begun and never confirmed",
         [](Office& office) {
             office.did([&](db::Transaction& transaction) {
                 access::save_code_seed(transaction, office.house.keys.seeds, office.owner,
                                        access::new_code_seed());
             });
         },
         "enrol", "enrol"},
        {"a code", [](Office&) {}, "code", "code"},
        {"a passkey alone",
         [no_code](Office& office) {
             no_code(office);
             office.did([&](db::Transaction& transaction) {
                 REQUIRE(add_passkey(transaction, office.owner, "A device",
                                     {.id = "device", .public_key = "key", .signed_so_far = 0},
                                     office.house.clock.now()));
             });
         },
         "enrol", "enrol"},
        {"a code, and no recovery codes left",
         [](Office& office) {
             office.did([&](db::Transaction& transaction) {
                 access::save_recovery_codes(transaction, office.owner, {});
             });
         },
         "code", "code"},
        {"a factor that was lost and taken away",
         [no_code](Office& office) {
             no_code(office);
             office.did([&](db::Transaction& transaction) {
                 access::save_recovery_codes(transaction, office.owner, {});
                 drop_passkeys(transaction, office.owner);
             });
         },
         "enrol", "enrol"},
    };
    return all;
}

TEST_CASE("each way to sign in leads as far as what was shown, whatever factors somebody has")
{
    for (const auto& factors : all_factors()) {
        CAPTURE(factors.name);
        const onroll::tests::TestDatabase place(db::Engine::sqlite);
        const auto database = place.open();
        Office office(*database);
        factors.make(office);
        office.link({});
        Browser password(office.router), passkey(office.router), provider(office.router);
        office.by_password(password);
        CHECK(office.stage_of(password) == factors.by_password);
        office.by_provider(provider);
        CHECK(office.stage_of(provider) == factors.by_provider);
        // A passkey is two factors: the device, and its owner's finger or code.
        office.by_passkey(passkey);
        CHECK(office.stage_of(passkey) == "full");
    }
}

TEST_CASE(
    "an account elsewhere lets in by itself only where the provider says that a second factor "
    "was used")
{
    for (const bool says_so : {true, false}) {
        CAPTURE(says_so);
        const onroll::tests::TestDatabase place(db::Engine::sqlite);
        const auto database = place.open();
        Office office(*database);
        office.link({"mfa"});
        if (says_so) office.elsewhere.factors.push_back("mfa");
        Browser browser(office.router);
        CHECK(office.by_provider(browser).status == (says_so ? 200 : 403));
        CHECK(office.stage_of(browser) == (says_so ? "full" : "nobody"));
    }
}

TEST_CASE("a sign-out at the provider ends the sign-ins by that account, all or of one session, "
          "once for each notice, and no other")
{
    onroll::tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.link({"mfa"});
        office.elsewhere.factors.push_back("mfa");
        Browser one(office.router), other(office.router), by_device(office.router);
        office.by_provider(one);
        office.elsewhere.session = "session-2";
        office.by_provider(other);
        office.by_passkey(by_device);
        const auto notice = [&](const std::string& id, const Value& whom) {
            return office.elsewhere.notice(id, whom);
        };
        // Nobody said that the provider tells of it.
        CHECK(office.tells(notice("n-0", {{"sub", "somebody"}})) == 404);
        office.did([&](db::Transaction& transaction) {
            CHECK(change_signing_out(transaction, office.council, office.provider, true, 4));
        });
        CHECK(office.tells("no token at all") == 400);
        CHECK(office.tells(notice("n-1", {{"sub", "somebody else"}})) == 200);
        CHECK(office.stage_of(one) == "full");
        CHECK(office.tells(notice("n-2", {{"sub", "somebody"}, {"sid", "session-1"}})) == 200);
        CHECK(office.stage_of(one) == "nobody");
        CHECK(office.stage_of(other) == "full");
        const auto again = notice("n-3", {{"sub", "somebody"}});
        CHECK(office.tells(again) == 200);
        CHECK(office.stage_of(other) == "nobody");
        CHECK(office.stage_of(by_device) == "full");
        // The same notice sent again ends nothing that began since.
        office.by_provider(one);
        CHECK(office.tells(again) == 400);
        CHECK(office.stage_of(one) == "full");
        CHECK(office.tells(notice("n-4", {{"sid", "session-2"}})) == 200);
        CHECK(office.stage_of(one) == "nobody");
        // One whose session there was not named ends with any of its account, and only so.
        office.elsewhere.session.clear();
        office.by_provider(one);
        CHECK(office.tells(notice("n-5", {{"sid", "session-3"}})) == 200);
        CHECK(office.stage_of(one) == "full");
        CHECK(office.tells(notice("n-6", {{"sub", "somebody"}, {"sid", "session-3"}})) == 200);
        CHECK(office.stage_of(one) == "nobody");
    });
}

TEST_CASE("where the provider tells of no sign-out, a sign-in by it ends after the hours that were "
          "set, whatever is done")
{
    onroll::tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.link({"mfa"});
        office.elsewhere.factors.push_back("mfa");
        Browser short_one(office.router), by_device(office.router);
        office.by_provider(short_one);
        office.by_passkey(by_device);
        for (int quarters = 1; quarters < 16; ++quarters) {
            office.house.clock.move_on(15min);
            CHECK(office.stage_of(short_one) == "full");
            CHECK(office.stage_of(by_device) == "full");
        }
        office.house.clock.move_on(15min);
        CHECK(office.stage_of(short_one) == "nobody");
        CHECK(office.stage_of(by_device) == "full");
    });
}

TEST_CASE("hours that are made shorter hold for who is signed in by the provider already, and make "
          "nobody’s longer")
{
    onroll::tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.link({"mfa"});
        office.elsewhere.factors.push_back("mfa");
        Browser by_them(office.router), by_device(office.router);
        office.by_provider(by_them);
        office.by_passkey(by_device);
        const auto shortened = [&](int hours) {
            office.did([&](db::Transaction& transaction) {
                access::shorten_sign_ins_elsewhere(transaction, office.council,
                                                   std::chrono::hours(hours));
            });
        };
        const auto quarters = [&](int count) {
            for (int one = 0; one < count; ++one) {
                office.house.clock.move_on(15min);
                office.stage_of(by_them);
                office.stage_of(by_device);
            }
        };
        shortened(8); // four are set
        quarters(3);
        CHECK(office.stage_of(by_them) == "full");
        shortened(1);
        quarters(1);
        CHECK(office.stage_of(by_them) == "nobody");
        CHECK(office.stage_of(by_device) == "full");
    });
}

} // namespace enrolment_test
