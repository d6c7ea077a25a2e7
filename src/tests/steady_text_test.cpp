// What tests compare pages by: only what differs by itself is taken out, and nothing beside it.
#include "helpers/steady_text.h"

#include <doctest/doctest.h>

#include <string>

namespace steady_text_test {

using namespace onroll::steady_text;

const std::string id = "0123456789abcdef0123456789abcdef";
const std::string key(43, 'Z');

TEST_CASE("keys and ids go from a text, and words beside them stay")
{
    CHECK(without_keys("") == "");
    CHECK(without_keys("no key, no id") == "no key, no id");
    CHECK(without_keys("/people/" + id + "/print", "[id]") == "/people/[id]/print");
    CHECK(without_keys("value=\"" + key + "\"") == "value=\"\"");
    CHECK(without_keys(key + "-_9 and " + id + id, "[x]") == "[x] and [x]");
    CHECK(without_keys("item." + id + "-1", "[x]") == "item.[x]-1");
    CHECK(without_keys(std::string(42, 'Z')) == std::string(42, 'Z'));
    CHECK(without_keys(id.substr(1)) == id.substr(1));
    CHECK(without_keys(id.substr(1) + "G") == id.substr(1) + "G");
    CHECK(without_keys("\xE2\x80\x99" + id + "\xC2\xA0") == "\xE2\x80\x99\xC2\xA0");
}

TEST_CASE("times of day and moments go from a text, and days and numbers stay")
{
    CHECK(without_times("At 9am, 10:30pm, midday or midnight", "[time]") ==
          "At [time], [time], [time] or [time]");
    CHECK(without_times("noted 2026-11-26T09:00:00.123Z.", "[time]") == "noted [time].");
    CHECK(without_times("on 2026-11-26 at 10:30, 12 more, and T1") ==
          "on 2026-11-26 at 10:30, 12 more, and T1");
    CHECK(without_times("2026-11-26T09:00") == "2026-11-26T09:00");
    CHECK(without_times("110:30am", "[time]") == "1[time]");
    CHECK(without_times("my amends") == "my amends");
}

TEST_CASE("how long a page waits goes from it, where it says so in seconds")
{
    CHECK(without_time_outs("<p data-onr-time-out=\"1799\"> <p data-onr-time-out=\"1\">", "x") ==
          "<p x> <p x>");
    CHECK(without_time_outs("data-onr-time-out=\"\"") == "data-onr-time-out=\"\"");
    CHECK(without_time_outs("data-onr-time-out=\"12") == "data-onr-time-out=\"12");
}

TEST_CASE("ids and parameters are told and replaced")
{
    CHECK(is_id(id));
    CHECK_FALSE(is_id(id + "0"));
    CHECK_FALSE(is_id(id.substr(1) + "G"));
    CHECK_FALSE(is_id(""));
    const std::string nobodys(32, '0');
    CHECK(with_ids_as("/a/" + id + "/b/" + id + "?c=1", nobodys) ==
          "/a/" + nobodys + "/b/" + nobodys + "?c=1");
    CHECK(with_parameters_as("/a/{b}/c/{d}/e", "x") == "/a/x/c/x/e");
    CHECK(with_parameters_as("/a", "x") == "/a");
}

} // namespace steady_text_test
