#include "sign_on/provider_talk.h"

#include "platform/crypto/crypto.h"
#include "platform/crypto/new_id.h"
#include "platform/json/json.h"
#include "sign_on/tests/signing_provider.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace provider_talk_test {

using namespace onroll;
using namespace onroll::sign_on;
using http_client::Answer;
using json::Value;
using sign_on::tests::SigningProvider;

/// A provider that answers without a network, and notes what it was asked.
struct Elsewhere {
    FixedClock clock{parse_instant("2026-11-25T12:00:00.000Z").value()};
    SigningProvider keys;
    Value configuration{{"issuer", "https://login.example/t"},
                        {"authorization_endpoint", "https://login.example/t/authorize"},
                        {"token_endpoint", "https://login.example/t/token"},
                        {"jwks_uri", "https://login.example/t/keys"}};
    std::string key_name = "rsa-1";
    int token_status = 200;
    bool down = false;
    std::vector<std::string> asked;
    http_client::FormFields token_form;

    struct Client final : http_client::Client {
        explicit Client(Elsewhere& where) : there(where) {}
        Result<Answer> get(const std::string& url) override
        {
            there.asked.push_back(url);
            if (there.down) return Error{ErrorKind::unavailable, "", "down", {}};
            if (url.ends_with("openid-configuration"))
                return Answer{200, json::print(there.configuration)};
            if (url.ends_with("/keys")) return Answer{200, json::print(there.published_keys())};
            return Answer{404, ""};
        }
        Result<Answer> post(const std::string& url, const http_client::FormFields& form,
                            const std::string& user, const std::string& password) override
        {
            there.asked.push_back(url + " as " + user + ":" + password);
            there.token_form = form;
            return Answer{there.token_status, json::print({{"id_token", there.token()}})};
        }
        Elsewhere& there;
    };

    Value published_keys() const
    {
        auto set = keys.keys();
        set["keys"][0]["kid"] = key_name;
        return set;
    }
    std::string token() const
    {
        const auto seconds =
            std::chrono::duration_cast<std::chrono::seconds>(clock.now().time_since_epoch())
                .count();
        return keys.token({{"alg", "RS256"}, {"kid", key_name}},
                          {{"iss", "https://login.example/t"},
                           {"aud", "onroll"},
                           {"sub", "somebody"},
                           {"nonce", "nonce-1"},
                           {"iat", seconds},
                           {"exp", seconds + 300}});
    }
    MakeClient client()
    {
        return [this](const std::vector<std::string>&) { return std::make_unique<Client>(*this); };
    }
};

const Provider provider{.id = crypto::new_id<ProviderId>(),
                        .agency = crypto::new_id<access::AgencyId>(),
                        .name = "Invented sign-in",
                        .issuer = "https://login.example/t",
                        .client_id = "onroll",
                        .client_secret = "secret",
                        .hosts = {},
                        .organisations = {},
                        .second_factors = {}};
const SentQuestion question{.state = "state-1",
                            .nonce = "nonce-1",
                            .verifier = "verifier-1",
                            .return_to = "https://onroll.example/sign-in/back"};

TEST_CASE(
    "the way to a provider's sign-in carries the question, and of the verifier its hash alone")
{
    Elsewhere there;
    ProviderTalk talk(there.client(), there.clock);
    const auto way = talk.way_to_sign_in(provider, question);
    REQUIRE(way);
    CHECK(
        way->starts_with("https://login.example/t/authorize?response_type=code&client_id=onroll"));
    CHECK(way->find("state=state-1&nonce=nonce-1") != std::string::npos);
    CHECK(way->find(crypto::to_base64url(crypto::sha256("verifier-1"))) != std::string::npos);
    CHECK(way->find("verifier-1") == std::string::npos);
    CHECK(way->find("code_challenge_method=S256") != std::string::npos);
}

TEST_CASE("a code is exchanged with the verifier and the client's password, and the token says who "
          "answered")
{
    Elsewhere there;
    ProviderTalk talk(there.client(), there.clock);
    const auto who = talk.who_answered(provider, question, "code-1");
    REQUIRE(who);
    CHECK(who->subject == "somebody");
    CHECK(there.asked.back() == "https://login.example/t/token as onroll:secret");
    const std::pair<std::string, std::string> verifier{"code_verifier", "verifier-1"};
    CHECK(std::count(there.token_form.begin(), there.token_form.end(), verifier) == 1);
}

TEST_CASE("what a provider publishes is asked once an hour, and again when it changes its keys")
{
    Elsewhere there;
    ProviderTalk talk(there.client(), there.clock);
    REQUIRE(talk.who_answered(provider, question, "code"));
    const auto first = there.asked.size();
    REQUIRE(talk.who_answered(provider, question, "code"));
    CHECK(there.asked.size() == first + 1);
    there.key_name = "rsa-2";
    there.clock.move_on(std::chrono::minutes(2));
    CHECK(talk.who_answered(provider, question, "code"));
    // Tokens with made-up names of keys do not make us ask again and again.
    there.key_name = "rsa-3";
    const auto before = there.asked.size();
    CHECK_FALSE(talk.who_answered(provider, question, "code"));
    CHECK_FALSE(talk.who_answered(provider, question, "code"));
    CHECK(there.asked.size() == before + 2);
}

TEST_CASE("a provider that is down, says another issuer, or sends elsewhere is not followed")
{
    Elsewhere down;
    down.down = true;
    ProviderTalk first(down.client(), down.clock);
    CHECK(first.way_to_sign_in(provider, question).error().kind == ErrorKind::unavailable);

    Elsewhere other;
    other.configuration["issuer"] = "https://evil.example";
    ProviderTalk second(other.client(), other.clock);
    CHECK_FALSE(second.way_to_sign_in(provider, question));

    Elsewhere elsewhere;
    elsewhere.configuration["authorization_endpoint"] = "https://evil.example/authorize";
    ProviderTalk third(elsewhere.client(), elsewhere.clock);
    CHECK_FALSE(third.way_to_sign_in(provider, question));

    Elsewhere refusing;
    refusing.token_status = 400;
    ProviderTalk fourth(refusing.client(), refusing.clock);
    CHECK(fourth.who_answered(provider, question, "used").error().kind == ErrorKind::not_allowed);
}

TEST_CASE("a browser is sent to a page of the provider's own hosts alone, over TLS")
{
    const auto leads = [](const Provider& to, const std::string& page) {
        Elsewhere there;
        there.configuration["issuer"] = to.issuer;
        there.configuration["authorization_endpoint"] = page;
        ProviderTalk talk(there.client(), there.clock);
        return talk.way_to_sign_in(to, question).has_value();
    };
    CHECK(leads(provider, "https://login.example:8443/t/authorize?policy=1"));
    for (const std::string page :
         {"", "/t/authorize", "https://login.example:x@evil.example/", "https://:x@login.example/",
          "https://login.example@evil.example/", "https://evil.example/?https://login.example/",
          "https://evil.example\\@login.example/", "http://login.example/t/authorize",
          "javascript://login.example/%0aalert(1)", "https://login.example/t#part",
          "https://login.example/t\r\nSet-Cookie: a=b", "https://login.example/t authorize"}) {
        CAPTURE(page);
        CHECK_FALSE(leads(provider, page));
    }
    CHECK_FALSE(leads(provider, std::string("https://login.example\0.evil.example/", 37)));
    // A provider on this machine is for trying things out.
    auto here = provider;
    here.issuer = "http://localhost:9000";
    CHECK(leads(here, "http://localhost:9000/authorize"));
    here.hosts = {"login.example"};
    CHECK_FALSE(leads(here, "http://login.example/authorize"));
}

TEST_CASE("a provider that does not answer is asked again after a minute, or once it is set anew")
{
    Elsewhere there;
    ProviderTalk talk(there.client(), there.clock);
    there.down = true;
    for (int notice = 0; notice < 100; ++notice)
        CHECK(talk.who_signed_out(provider, "a.b.c").error().kind == ErrorKind::unavailable);
    CHECK(talk.way_to_sign_in(provider, question).error().kind == ErrorKind::unavailable);
    CHECK(there.asked.size() == 1);

    auto corrected = provider;
    corrected.hosts = {"keys.example"};
    CHECK_FALSE(talk.way_to_sign_in(corrected, question));
    CHECK(there.asked.size() == 2);

    there.down = false;
    CHECK_FALSE(talk.way_to_sign_in(corrected, question));
    there.clock.move_on(std::chrono::seconds(60));
    CHECK(talk.way_to_sign_in(corrected, question).has_value());
    CHECK(there.asked.size() == 4);
}

} // namespace provider_talk_test
