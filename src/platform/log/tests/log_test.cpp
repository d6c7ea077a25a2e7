#include "platform/log/log.h"
#include "platform/clock/clock.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

namespace log_test {

namespace log = onroll::log;

/// The lines written while it lives, without their times.
struct Lines {
    Lines() { log::set_least_level(log::Level::info); }
    std::vector<std::string> lines;
    log::Redirect redirect{[this](std::string_view line) {
        CHECK(onroll::parse_instant(line.substr(0, 24)).has_value());
        lines.emplace_back(line.substr(25));
    }};
};

TEST_CASE("an event is one line with its level and fields")
{
    Lines taken;
    log::info("database opened", {{"engine", "sqlite"},
                                  {"readers", 4},
                                  {"milliseconds", 1.5},
                                  {"new", true},
                                  {"old", false}});
    CHECK(taken.lines == std::vector<std::string>{R"(info event="database opened" engine=sqlite )"
                                                  R"(readers=4 milliseconds=1.5 new=yes old=no)"});
}

TEST_CASE("a private value is never printed")
{
    Lines taken;
    const log::Private<std::string> name("Casey Invented");
    log::warning("letter not sent", {{"to", name}, {"pages", log::Private<int>(17)}});
    CHECK(taken.lines == std::vector<std::string>{
                             R"(warning event="letter not sent" to=[private] pages=[private])"});
    CHECK(name.reveal() == "Casey Invented");
}

TEST_CASE("a text made at run time does not become a field by itself")
{
    CHECK_FALSE(std::is_constructible_v<log::Field, std::string_view, std::string>);
    CHECK_FALSE(std::is_constructible_v<log::Field, std::string_view, std::string_view>);
    CHECK(std::is_constructible_v<log::Field, std::string_view, log::Safe>);
}

TEST_CASE("a value cannot begin a line of its own or end its quotes")
{
    Lines taken;
    const std::string hostile = "a\nerror event=\"forged\"\r\x1b[31m\\ = \x7f";
    log::error("refused", {{"reason", log::safe(hostile)}, {"empty", ""}});
    REQUIRE(taken.lines.size() == 1);
    CHECK(
        taken.lines[0] ==
        R"(error event="refused" reason="a\nerror event=\"forged\"\x0d\x1b[31m\\ = \x7f" empty="")");
}

TEST_CASE("events below the least level are dropped")
{
    Lines taken;
    log::debug("not wanted");
    log::set_least_level(log::Level::debug);
    log::debug("wanted");
    log::set_least_level(log::Level::error);
    log::warning("not wanted");
    CHECK_FALSE(log::is_written(log::Level::warning));
    CHECK(log::is_written(log::Level::error));
    log::set_least_level(log::Level::info);
    CHECK(taken.lines == std::vector<std::string>{"debug event=\"wanted\""});
}

TEST_CASE("lines of several threads do not mix")
{
    Lines taken;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([thread] {
            for (int i = 0; i < 50; ++i) log::info("at work", {{"thread", thread}, {"turn", i}});
        });
    for (auto& thread : threads) thread.join();
    REQUIRE(taken.lines.size() == 200);
    std::sort(taken.lines.begin(), taken.lines.end());
    CHECK(std::adjacent_find(taken.lines.begin(), taken.lines.end()) == taken.lines.end());
    for (const auto& line : taken.lines) CHECK(line.starts_with("info event=\"at work\" thread="));
}

} // namespace log_test
