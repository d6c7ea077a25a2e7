#include "platform/mail_gateways/notify_carrier.h"
#include "platform/mail_gateways/smtp_carrier.h"

#include "platform/crypto/crypto.h"
#include "platform/json/json.h"

#include <doctest/doctest.h>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <thread>
#include <vector>

namespace gateways_test {

using namespace onroll;
using namespace onroll::mail;

/// What GOV.UK Notify answers, and what it was asked.
struct NotifyMock final : http_client::Client {
    int status = 201;
    int list_status = 200;
    std::string told = R"({"notifications": []})";
    std::vector<std::pair<std::string, std::string>> asked; ///< address and body
    std::string proof;

    Result<http_client::Answer> get(const std::string&) override
    {
        return http_client::Answer{404, {}};
    }
    Result<http_client::Answer> post(const std::string&, const http_client::FormFields&,
                                     const std::string&, const std::string&) override
    {
        return http_client::Answer{404, {}};
    }
    Result<http_client::Answer> get_with(const std::string& url,
                                         const std::vector<http_client::Header>&) override
    {
        asked.emplace_back(url, "");
        return http_client::Answer{list_status, told};
    }
    Result<http_client::Answer> post_json(const std::string& url, const std::string& body,
                                          const std::vector<http_client::Header>& headers) override
    {
        asked.emplace_back(url, body);
        proof = headers.front().value;
        return http_client::Answer{status, R"({"id": "1"})"};
    }
};

const NotifySettings settings{
    .api_key = "advice-11111111-2222-3333-4444-555555555555-aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
    .email_template = "mail-template",
    .text_template = "text-template"};

TEST_CASE("an email goes to Notify through its template, with a reference and a proof of who asks")
{
    NotifyMock notify;
    const FixedClock clock(date(2026, 11, 26));
    NotifyCarrier carrier(settings, notify, clock);
    REQUIRE(carrier.carry({"kim@example.org", "A new message", "You have a new message."}, "ref-1",
                          clock.now()));
    REQUIRE(notify.asked.size() == 1);
    CHECK(notify.asked[0].first ==
          "https://api.notifications.service.gov.uk/v2/notifications/email");
    const auto body = json::parse(notify.asked[0].second).value();
    CHECK(body["email_address"] == "kim@example.org");
    CHECK(body["template_id"] == "mail-template");
    CHECK(body["reference"] == "ref-1");
    CHECK(body["personalisation"]["subject"] == "A new message");
    CHECK(body["personalisation"]["body"] == "You have a new message.");
    CHECK(notify.proof == "Bearer " + notify_token(settings, clock.now()));
}

TEST_CASE("the token names the service and the moment, and is signed with the secret")
{
    const FixedClock clock(date(2026, 11, 26));
    const auto token = notify_token(settings, clock.now());
    const auto first = token.find('.'), last = token.rfind('.');
    const auto claims =
        json::parse(crypto::from_base64url(token.substr(first + 1, last - first - 1)).value())
            .value();
    CHECK(claims["iss"] == "11111111-2222-3333-4444-555555555555");
    CHECK(claims["iat"] == 1795694400); // noon in London
    CHECK(token.substr(last + 1) ==
          crypto::to_base64url(
              crypto::hmac_sha256("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", token.substr(0, last))));
}

TEST_CASE("a text goes by its own template, and not at all where none is set up")
{
    NotifyMock notify;
    const FixedClock clock(date(2026, 11, 26));
    NotifyCarrier carrier(settings, notify, clock);
    const Message text{"07700900123", {}, "You have a new message.", Way::text};
    REQUIRE(carrier.carry(text, "ref-2", clock.now()));
    CHECK(notify.asked[0].first.ends_with("/sms"));
    auto without = settings;
    without.text_template.clear();
    NotifyCarrier mute(without, notify, clock);
    CHECK(mute.carry(text, "ref-3", clock.now()).error().kind == ErrorKind::bad_input);
    CHECK(notify.asked.size() == 1);
}

TEST_CASE("a refusal for good is told apart from one that may pass")
{
    NotifyMock notify;
    const FixedClock clock(date(2026, 11, 26));
    NotifyCarrier carrier(settings, notify, clock);
    for (const auto& [status, kind] : {std::pair{400, ErrorKind::bad_input},
                                       {403, ErrorKind::unavailable},
                                       {429, ErrorKind::unavailable},
                                       {503, ErrorKind::unavailable}}) {
        notify.status = status;
        CHECK(carrier.carry({"kim@example.org", "s", "b"}, "r", clock.now()).error().kind == kind);
    }
}

TEST_CASE("what became of a message is asked by its reference")
{
    NotifyMock notify;
    const FixedClock clock(date(2026, 11, 26));
    NotifyCarrier carrier(settings, notify, clock);
    CHECK(carrier.outcome_of("ref-1") == Carrier::Outcome::not_known);
    CHECK(notify.asked.back().first.ends_with("/v2/notifications?reference=ref-1"));
    notify.told = R"({"notifications": [{"status": "delivered"}]})";
    CHECK(carrier.outcome_of("ref-1") == Carrier::Outcome::delivered);
    notify.told = R"({"notifications": [{"status": "sending"}]})";
    CHECK(carrier.outcome_of("ref-1") == Carrier::Outcome::accepted);
    notify.told = R"({"notifications": []})";
    CHECK(carrier.outcome_of("ref-1") == Carrier::Outcome::not_known);
    notify.told = R"({"notifications": [{"status": "permanent-failure"}]})";
    CHECK(carrier.outcome_of("ref-1") == Carrier::Outcome::failed);
    notify.told = "not JSON";
    CHECK(carrier.outcome_of("ref-1") == Carrier::Outcome::not_answered);
    notify.told = R"({"notifications": []})";
    notify.list_status = 503;
    CHECK(carrier.outcome_of("ref-1") == Carrier::Outcome::not_answered);
}

TEST_CASE("a key that was not copied whole is refused before anything is sent")
{
    CHECK(check_notify(settings));
    CHECK_FALSE(check_notify({.api_key = "short", .email_template = "t"}));
    CHECK_FALSE(check_notify({.api_key = settings.api_key, .email_template = ""}));
}

/// A mail server on loopback that takes one message.
struct MailServer {
    explicit MailServer(std::string answer_to_recipient) : answer(std::move(answer_to_recipient))
    {
        listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        REQUIRE(::listen(listener, 1) == 0);
        socklen_t size = sizeof address;
        ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
        port = ntohs(address.sin_port);
        thread = std::thread([this] { serve(); });
    }
    ~MailServer() { join(); }
    void join()
    {
        if (thread.joinable()) thread.join();
        if (listener >= 0) ::close(listener);
        listener = -1;
    }
    void serve()
    {
        const int peer = ::accept(listener, nullptr, nullptr);
        const auto say = [&](const std::string& line) {
            const auto all = line + "\r\n";
            return ::write(peer, all.data(), all.size()) > 0;
        };
        say("220 test");
        std::string line;
        bool data = false;
        for (char c = 0; ::read(peer, &c, 1) == 1;) {
            line += c;
            if (!line.ends_with("\r\n")) continue;
            if (data) {
                if (line == ".\r\n") {
                    data = false;
                    say("250 taken");
                } else {
                    message += line;
                }
            } else if (line.starts_with("RCPT")) {
                recipients.push_back(line);
                say(answer);
            } else if (line.starts_with("DATA")) {
                data = true;
                say("354 go on");
            } else if (line.starts_with("QUIT")) {
                say("221 bye");
                break;
            } else {
                say("250 ok");
            }
            line.clear();
        }
        ::close(peer);
    }
    std::string answer, message;
    std::vector<std::string> recipients;
    int listener = -1;
    int port = 0;
    std::thread thread;
};

TEST_CASE("an email goes to the mail server for one recipient, as it was written")
{
    MailServer server("250 ok");
    SmtpCarrier carrier(
        {.url = "smtp://127.0.0.1:" + std::to_string(server.port), .without_tls = true},
        "onroll@example.org");
    const auto sent = carrier.carry({"kim@example.org", "A new message", "One line\n"}, "ref",
                                    FixedClock(date(2026, 11, 26)).now());
    CHECK_MESSAGE(sent.has_value(), (sent ? "" : sent.error().detail));
    server.join();
    REQUIRE(server.recipients.size() == 1);
    CHECK(server.recipients[0].starts_with("RCPT TO:<kim@example.org>"));
    CHECK(server.message.find("Subject: A new message\r\n") != std::string::npos);
    CHECK(server.message.find("\r\n\r\nOne line\r\n") != std::string::npos);
    CHECK(server.message.find("Bcc") == std::string::npos);
}

TEST_CASE("a recipient that the mail server refuses for good is told apart")
{
    {
        MailServer server("550 no such person");
        SmtpCarrier carrier(
            {.url = "smtp://127.0.0.1:" + std::to_string(server.port), .without_tls = true},
            "onroll@example.org");
        CHECK(carrier.carry({"nobody@example.org", "s", "b"}, "ref", {}).error().kind ==
              ErrorKind::bad_input);
    }
    {
        MailServer server("450 later");
        SmtpCarrier carrier(
            {.url = "smtp://127.0.0.1:" + std::to_string(server.port), .without_tls = true},
            "onroll@example.org");
        CHECK(carrier.carry({"kim@example.org", "s", "b"}, "ref", {}).error().kind ==
              ErrorKind::unavailable);
    }
    SmtpCarrier carrier({.url = "smtp://127.0.0.1:9", .without_tls = true}, "onroll@example.org");
    CHECK(carrier.carry({"a@b>\r\nRCPT TO:<c@d", "s", "b"}, "r", {}).error().kind ==
          ErrorKind::bad_input);
    CHECK(carrier.carry({"07700900123", "", "b", Way::text}, "r", {}).error().kind ==
          ErrorKind::bad_input);
}

} // namespace gateways_test
