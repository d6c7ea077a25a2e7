#include "sign_on/id_token.h"

#include "sign_on/tests/signing_provider.h"
#include "platform/crypto/crypto.h"

#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <vector>

namespace id_token_test {

using namespace onroll;
using namespace onroll::sign_on;
using json::Value;
using sign_on::tests::SigningProvider;

const SigningProvider& provider()
{
    static const SigningProvider made;
    return made;
}

const Instant now = parse_instant("2026-11-25T12:00:00.000Z").value();
std::int64_t seconds_from_now(std::int64_t seconds)
{
    return std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count() +
           seconds;
}

const TokenQuestion question{.issuer = "https://sign-in.example/tenant/v2.0",
                             .client_id = "onroll-at-tidemoor",
                             .nonce = "the-nonce-of-this-question",
                             .organisations = {"tidemoor"},
                             .second_factors = {"mfa"}};

/// A good token's header and claims; each test changes what it is about.
struct Token {
    Value header{{"alg", "RS256"}, {"kid", "rsa-1"}, {"typ", "JWT"}};
    Value claims{{"iss", question.issuer},
                 {"aud", question.client_id},
                 {"sub", "a1b2c3"},
                 {"tid", "tidemoor"},
                 {"nonce", question.nonce},
                 {"amr", Value::array({"pwd", "mfa"})},
                 {"iat", seconds_from_now(-5)},
                 {"nbf", seconds_from_now(-5)},
                 {"exp", seconds_from_now(3600)}};
    std::string text() const { return provider().token(header, claims); }
};

Result<TokenSubject> check(const std::string& token)
{
    return check_id_token(token, json::print(provider().keys()), question, now);
}

TEST_CASE("a token that answers our question says who it was")
{
    const auto subject = check(Token().text());
    REQUIRE(subject);
    CHECK(*subject == TokenSubject{question.issuer, "a1b2c3", true});
}

TEST_CASE("a token signed by an elliptic key, or with the other padding, is as good")
{
    Token elliptic;
    elliptic.header["alg"] = "ES256";
    elliptic.header["kid"] = "ec-1";
    CHECK(check(elliptic.text()));
    Token padded;
    padded.header["alg"] = "PS256";
    CHECK(check(padded.text()));
}

TEST_CASE(
    "a list of audiences is good where we are the authorised party, and a Google domain is an "
    "organisation")
{
    Token token;
    token.claims["aud"] = Value::array({question.client_id, "another"});
    token.claims["azp"] = question.client_id;
    token.claims.erase("tid");
    token.claims["hd"] = "tidemoor";
    token.claims.erase("amr");
    token.claims["acr"] = "mfa";
    CHECK(check(token.text()));
}

/// The bad tokens of trust.md A-06, by name.
struct Bad {
    const char* name;
    const char* why; ///< for the log
    std::function<std::string()> token;
};

std::string changed(std::function<void(Token&)> change)
{
    Token token;
    change(token);
    return token.text();
}

/// With one character of one part replaced.
std::string altered(int part)
{
    auto token = Token().text();
    const auto first = token.find('.');
    const auto second = token.find('.', first + 1);
    auto& letter = token[part == 1 ? first + 10 : part == 2 ? second + 10 : token.size() / 50];
    letter = letter == 'A' ? 'B' : 'A';
    return token;
}

const std::vector<Bad>& bad_tokens()
{
    static const std::vector<Bad> all{
        {"algorithm none", "the algorithm is not one with a public key",
         [] {
             Token token;
             token.header["alg"] = "none";
             return SigningProvider::unsigned_token(token.header, token.claims) + "x";
         }},
        {"algorithm none with an empty signature", "not a token",
         [] {
             Token token;
             token.header["alg"] = "none";
             return SigningProvider::unsigned_token(token.header, token.claims);
         }},
        {"shared secret made of the public key", "the algorithm is not one with a public key",
         [] {
             Token token;
             token.header["alg"] = "HS256";
             return SigningProvider::token_by_secret(token.header, token.claims,
                                                     json::print(provider().keys()["keys"][0]));
         }},
        {"signature of another key of the same name", "the signature is not the provider's",
         [] {
             static const SigningProvider other;
             const Token token;
             return other.token(token.header, token.claims);
         }},
        {"signature changed", "the signature is not the provider's", [] { return altered(2); }},
        {"claims changed after signing", nullptr, [] { return altered(1); }},
        {"key that the provider does not have", "no such key",
         [] { return changed([](Token& t) { t.header["kid"] = "rsa-2"; }); }},
        {"no name of a key", "no such key",
         [] { return changed([](Token& t) { t.header.erase("kid"); }); }},
        {"name of a key of another family", "no such key",
         [] { return changed([](Token& t) { t.header["kid"] = "ec-1"; }); }},
        {"header that must be understood and is not",
         "the header asks for something we do not know",
         [] { return changed([](Token& t) { t.header["crit"] = Value::array({"exp"}); }); }},
        {"access token instead", "it is a token of another kind",
         [] { return changed([](Token& t) { t.header["typ"] = "at+jwt"; }); }},
        {"another issuer", "another issuer",
         [] { return changed([](Token& t) { t.claims["iss"] = "https://evil.example"; }); }},
        {"issuer with one more slash", "another issuer",
         [] { return changed([](Token& t) { t.claims["iss"] = question.issuer + "/"; }); }},
        {"no issuer", "another issuer",
         [] { return changed([](Token& t) { t.claims.erase("iss"); }); }},
        {"another audience", "for another audience",
         [] { return changed([](Token& t) { t.claims["aud"] = "another"; }); }},
        {"list of audiences without us", "for another audience",
         [] { return changed([](Token& t) {
                  t.claims["aud"] = Value::array({"one", "two"});
              }); }},
        {"several audiences and nobody authorised", "several audiences and no authorised party",
         [] {
             return changed([](Token& t) {
                 t.claims["aud"] = Value::array({question.client_id, "another"});
             });
         }},
        {"another authorised party", "another authorised party",
         [] { return changed([](Token& t) { t.claims["azp"] = "another"; }); }},
        {"expired", "it has ended",
         [] { return changed([](Token& t) { t.claims["exp"] = seconds_from_now(-61); }); }},
        {"no expiry", "without an end",
         [] { return changed([](Token& t) { t.claims.erase("exp"); }); }},
        {"expiry that is not a number", "without an end",
         [] { return changed([](Token& t) { t.claims["exp"] = "tomorrow"; }); }},
        {"issued in the future", "made in the future",
         [] { return changed([](Token& t) { t.claims["iat"] = seconds_from_now(300); }); }},
        {"no time of issue", "without a beginning",
         [] { return changed([](Token& t) { t.claims.erase("iat"); }); }},
        {"issued long ago and still running", "made too long ago",
         [] { return changed([](Token& t) { t.claims["iat"] = seconds_from_now(-3600); }); }},
        {"not yet valid", "not yet valid",
         [] { return changed([](Token& t) { t.claims["nbf"] = seconds_from_now(300); }); }},
        {"nonce of another question", "an answer to another question",
         [] { return changed([](Token& t) { t.claims["nonce"] = "another"; }); }},
        {"no nonce", "an answer to another question",
         [] { return changed([](Token& t) { t.claims.erase("nonce"); }); }},
        {"another tenant", "another organisation",
         [] { return changed([](Token& t) { t.claims["tid"] = "elsewhere"; }); }},
        {"no organisation", "another organisation",
         [] { return changed([](Token& t) { t.claims.erase("tid"); }); }},
        {"no subject", "nobody in particular",
         [] { return changed([](Token& t) { t.claims.erase("sub"); }); }},
        {"password alone", "no second factor",
         [] { return changed([](Token& t) { t.claims["amr"] = Value::array({"pwd"}); }); }},
        {"claim given twice", "not a token",
         [] {
             const auto header = crypto::to_base64url(R"({"alg":"RS256","kid":"rsa-1"})");
             return header + "." + crypto::to_base64url(R"({"sub":"a","sub":"b"})") + ".x";
         }},
        {"five parts, as an encrypted token has", "not a token",
         [] { return Token().text() + ".x.y"; }},
        {"no token at all", "not a token", [] { return std::string(); }},
        {"longer than any token", "not a token", [] { return std::string(20000, 'a'); }},
    };
    return all;
}

TEST_CASE(
    "each bad token is refused, with the same words for the person and its own reason for the "
    "log")
{
    std::set<std::string> names;
    std::set<std::string> words;
    for (const auto& bad : bad_tokens()) {
        CAPTURE(bad.name);
        names.insert(bad.name);
        const auto checked = check(bad.token());
        REQUIRE_FALSE(checked);
        CHECK(checked.error().kind == ErrorKind::not_allowed);
        if (bad.why) CHECK(checked.error().detail == bad.why);
        words.insert(checked.error().message);
    }
    CHECK(names.size() >= 25);
    CHECK(words.size() == 1);
}

TEST_CASE("without a nonce of our own no token answers")
{
    auto none = question;
    none.nonce.clear();
    CHECK_FALSE(check_id_token(changed([](Token& t) { t.claims["nonce"] = ""; }),
                               json::print(provider().keys()), none, now));
}

TEST_CASE("a key that the set does not hold asks for the set to be fetched again")
{
    const auto keys = json::print(provider().keys());
    CHECK(names_an_unknown_key(changed([](Token& t) { t.header["kid"] = "rsa-2"; }), keys));
    CHECK_FALSE(names_an_unknown_key(Token().text(), keys));
    CHECK_FALSE(names_an_unknown_key("nothing", keys));
    CHECK(names_an_unknown_key(Token().text(), "not a set"));
}

/// A good notice of a sign-out; each test changes what it is about.
struct Notice {
    Value header{{"alg", "RS256"}, {"kid", "rsa-1"}, {"typ", "logout+jwt"}};
    Value claims{
        {"iss", question.issuer},
        {"aud", question.client_id},
        {"sub", "a1b2c3"},
        {"sid", "session-1"},
        {"jti", "notice-1"},
        {"events", {{"http://schemas.openid.net/event/backchannel-logout", Value::object()}}},
        {"iat", seconds_from_now(-5)},
        {"exp", seconds_from_now(120)}};
    std::string text() const { return provider().token(header, claims); }
};

std::string noticed(const std::function<void(Notice&)>& change)
{
    Notice notice;
    change(notice);
    return notice.text();
}

Result<LogoutNotice> check_notice(const std::string& token)
{
    return check_logout_token(token, json::print(provider().keys()), question, now);
}

TEST_CASE("a notice of a sign-out says whose it was, all sessions or one")
{
    CHECK(check_notice(Notice().text()).value() == LogoutNotice{"a1b2c3", "session-1", "notice-1"});
    CHECK(check_notice(noticed([](Notice& n) { n.claims.erase("sid"); })).value().session.empty());
    CHECK(check_notice(noticed([](Notice& n) { n.claims.erase("sub"); })).value().subject.empty());
    CHECK(check_notice(noticed([](Notice& n) { n.header["typ"] = "JWT"; })));
    CHECK(check_notice(noticed([](Notice& n) { n.header.erase("typ"); })));
    CHECK(check_notice(noticed([](Notice& n) {
        n.claims["aud"] = Value::array({"another", question.client_id});
    })));
}

TEST_CASE("each bad notice of a sign-out is refused, with its own reason for the log")
{
    const std::vector<Bad> bad{
        {"algorithm none", "the algorithm is not one with a public key",
         [] {
             Notice notice;
             notice.header["alg"] = "none";
             return SigningProvider::unsigned_token(notice.header, notice.claims) + "x";
         }},
        {"shared secret made of the public key", "the algorithm is not one with a public key",
         [] {
             Notice notice;
             notice.header["alg"] = "HS256";
             return SigningProvider::token_by_secret(notice.header, notice.claims,
                                                     json::print(provider().keys()["keys"][0]));
         }},
        {"signature of another key of the same name", "the signature is not the provider's",
         [] {
             static const SigningProvider other;
             const Notice notice;
             return other.token(notice.header, notice.claims);
         }},
        {"token of another kind", "it is a token of another kind",
         [] { return noticed([](Notice& n) { n.header["typ"] = "at+jwt"; }); }},
        {"another issuer", "another issuer",
         [] { return noticed([](Notice& n) { n.claims["iss"] = "https://evil.example"; }); }},
        {"another audience", "for another audience",
         [] { return noticed([](Notice& n) { n.claims["aud"] = "another"; }); }},
        {"ID token of the same person", "not a logout", [] { return Token().text(); }},
        {"another event", "not a logout",
         [] {
             return noticed([](Notice& n) {
                 n.claims["events"] = {
                     {"http://schemas.openid.net/event/another", Value::object()}};
             });
         }},
        {"event that is no object", "not a logout",
         [] {
             return noticed([](Notice& n) {
                 n.claims["events"]["http://schemas.openid.net/event/backchannel-logout"] = true;
             });
         }},
        {"with a nonce", "an answer to a question, and no logout",
         [] { return noticed([](Notice& n) { n.claims["nonce"] = question.nonce; }); }},
        {"of nobody and no session", "nobody in particular",
         [] {
             return noticed([](Notice& n) {
                 n.claims.erase("sub");
                 n.claims.erase("sid");
             });
         }},
        {"without an id", "without an id of its own",
         [] { return noticed([](Notice& n) { n.claims.erase("jti"); }); }},
        {"ended", "it has ended",
         [] { return noticed([](Notice& n) { n.claims["exp"] = seconds_from_now(-61); }); }},
        {"without an end", "without an end",
         [] { return noticed([](Notice& n) { n.claims.erase("exp"); }); }},
        {"made an hour ago and still running", "made too long ago",
         [] { return noticed([](Notice& n) { n.claims["iat"] = seconds_from_now(-3600); }); }},
        {"made in the future", "made in the future",
         [] { return noticed([](Notice& n) { n.claims["iat"] = seconds_from_now(300); }); }},
    };
    std::set<std::string> names;
    for (const auto& one : bad) {
        CAPTURE(one.name);
        names.insert(one.name);
        const auto checked = check_notice(one.token());
        REQUIRE_FALSE(checked);
        CHECK(checked.error().kind == ErrorKind::not_allowed);
        CHECK(checked.error().detail == one.why);
    }
    CHECK(names.size() >= 10);
}

TEST_CASE("a notice of a sign-out signs nobody in")
{
    CHECK_FALSE(check(noticed([](Notice& n) { n.header["typ"] = "JWT"; })));
}

} // namespace id_token_test
