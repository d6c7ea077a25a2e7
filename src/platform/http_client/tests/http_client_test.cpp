#include "platform/http_client/http_client.h"

#include "platform/http/server.h"

#include <doctest/doctest.h>

using namespace onroll;
using namespace onroll::http_client;

namespace http_client_test {

/// A server on loopback that answers what the client asks.
struct Provider {
    Provider()
    {
        http::Router router;
        const auto open = http::Policy::open_to_all();
        router.get("/keys", open, [](const http::Request&) { return http::json("{\"keys\":[]}"); });
        router.get("/large", open,
                   [](const http::Request&) { return http::text(std::string(5000, 'x')); });
        router.get("/elsewhere", open,
                   [](const http::Request&) { return http::redirect("/keys"); });
        router.post("/token", open, [](const http::Request& request) {
            return http::text(std::string(request.form()["code"]) + " " +
                              std::string(request.header("authorization")));
        });
        http::ServerSettings settings;
        settings.port = 0;
        server.emplace(settings, std::move(router));
        REQUIRE(server->start());
        base = "http://localhost:" + std::to_string(server->port());
    }
    std::optional<http::Server> server;
    std::string base;
};

Settings on_loopback()
{
    return {.hosts = {"localhost"}, .largest_answer = 4000, .inside_addresses = true};
}

TEST_CASE("a named host is asked, with its form and its password")
{
    Provider provider;
    const auto client = make_client(on_loopback());
    CHECK(client->get(provider.base + "/keys")->body == "{\"keys\":[]}");
    const auto answer =
        client->post(provider.base + "/token", {{"code", "a&b=c d"}}, "onroll", "secret");
    REQUIRE(answer);
    CHECK(answer->body == "a&b=c d Basic b25yb2xsOnNlY3JldA==");
    CHECK(client->get(provider.base + "/nowhere")->status == 404);
}

TEST_CASE("a redirect is an answer and is not followed, and an answer past the limit is none")
{
    Provider provider;
    const auto client = make_client(on_loopback());
    CHECK(client->get(provider.base + "/elsewhere")->status == 303);
    CHECK(client->get(provider.base + "/large").error().detail == "the answer is too large");
}

TEST_CASE("a name that leads to an address of the inside is not connected to")
{
    Provider provider;
    auto settings = on_loopback();
    settings.inside_addresses = false;
    const auto client = make_client(settings);
    const auto port = provider.base.substr(provider.base.rfind(':'));
    CHECK(client->get("https://localhost" + port + "/keys").error().detail ==
          "the name leads to an address of the inside");
    CHECK(client->get(provider.base + "/keys").error().detail == "the address may not be asked");
}

TEST_CASE("only https to a named host, without a user in the address, may be asked")
{
    const Settings settings{.hosts = {"sign-in.example"}};
    CHECK(may_be_asked("https://sign-in.example/keys", settings));
    CHECK(may_be_asked("https://SIGN-IN.example:8443/keys", settings));
    for (const auto* url :
         {"http://sign-in.example/", "https://other.example/", "https://sign-in.example.evil/",
          "https://user@sign-in.example/", "https://sign-in.example@evil.example/",
          "file:///etc/passwd", "//sign-in.example/", "sign-in.example", "", "https://",
          "gopher://sign-in.example/", "https://evil.example#@sign-in.example/"})
        CHECK_FALSE_MESSAGE(may_be_asked(url, settings), url);
}

TEST_CASE("addresses of the inside are known in every way they are written")
{
    for (const auto* inside : {"127.0.0.1",
                               "127.9.9.9",
                               "10.1.2.3",
                               "172.16.0.1",
                               "172.31.255.255",
                               "192.168.1.1",
                               "169.254.169.254",
                               "100.64.0.1",
                               "0.0.0.0",
                               "224.0.0.1",
                               "255.255.255.255",
                               "198.18.0.1",
                               "::1",
                               "::",
                               "::ffff:10.0.0.1",
                               "::ffff:127.0.0.1",
                               "fc00::1",
                               "fd12::1",
                               "fe80::1",
                               "ff02::1",
                               "64:ff9b::a00:1",
                               "2002:a00:1::",
                               "::127.0.0.1",
                               "not an address"})
        CHECK_MESSAGE(is_inside_address(inside), inside);
    for (const auto* outside : {"8.8.8.8", "172.32.0.1", "172.15.0.1", "100.128.0.1", "192.169.0.1",
                                "2a00:1450:4009::1", "::ffff:8.8.8.8"})
        CHECK_FALSE_MESSAGE(is_inside_address(outside), outside);
}

} // namespace http_client_test
