#include "platform/http/policy_reports.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace policy_reports_test {

using namespace onroll;
using namespace onroll::http;

const std::string report = R"json({"csp-report": {
    "document-uri": "https://onroll.example/people/0123456789abcdef0123456789abcdef",
    "blocked-uri": "https://elsewhere.example/?child=Quillon",
    "effective-directive": "script-src-elem",
    "script-sample": "alert('Quillon')"}})json";

struct Mounted {
    FixedClock clock{date(2026, 11, 25)};
    Router router;
    std::vector<std::string> told;

    Mounted()
    {
        mount_policy_reports(router, clock,
                             [this](std::string_view directive) { told.emplace_back(directive); });
    }
    int send(std::string body)
    {
        auto request =
            Request::post(policy_reports_path, std::move(body), "application/csp-report");
        return router.answer(request).status;
    }
};

TEST_CASE("of a browser's report the name of the directive alone is told")
{
    Mounted mounted;
    CHECK(mounted.send(report) == 204);
    CHECK(mounted.told == std::vector<std::string>{"script-src-elem"});
}

TEST_CASE("both ways in which browsers write a report are read")
{
    CHECK(directive_in_report(report) == "script-src-elem");
    CHECK(directive_in_report(
              R"({"csp-report": {"violated-directive": "img-src 'self' data:"}})") == "img-src");
    CHECK(directive_in_report(
              R"([{"type": "csp-violation", "body": {"effectiveDirective": "connect-src"}}])") ==
          "connect-src");
}

TEST_CASE("what is no report, or names no directive that there is, tells nothing")
{
    Mounted mounted;
    for (const std::string text :
         {"", "{", "[]", "[1]", "{\"csp-report\": 1}", "{\"csp-report\": {}}",
          "{\"csp-report\": {\"effective-directive\": 7}}",
          "{\"csp-report\": {\"effective-directive\": \"Quillon Vexley\"}}",
          "[{\"body\": {\"effectiveDirective\": \"script-src-Quillon\"}}]"}) {
        CAPTURE(text);
        CHECK(mounted.send(text) == 204);
    }
    CHECK(mounted.told.empty());
}

TEST_CASE("a flood of reports is told twenty times in an hour, and again in the next")
{
    Mounted mounted;
    for (int i = 0; i < 200; ++i) CHECK(mounted.send(report) == 204);
    CHECK(mounted.told.size() == policy_reports_told_in_an_hour);
    mounted.clock.set(mounted.clock.now() + std::chrono::minutes(59));
    CHECK(mounted.send(report) == 204);
    CHECK(mounted.told.size() == policy_reports_told_in_an_hour);
    mounted.clock.set(mounted.clock.now() + std::chrono::minutes(1));
    CHECK(mounted.send(report) == 204);
    CHECK(mounted.told.size() == policy_reports_told_in_an_hour + 1);
}

} // namespace policy_reports_test
