#include "casework/rules_safe_contact.h"

#include <doctest/doctest.h>

namespace casework_rules_safe_contact_test {

using namespace onroll;
using namespace onroll::casework;
using people::Channel;
using people::SafeContact;

NewContact said(SafeToRing safe, const char* how)
{
    return {.safe = safe, .safe_how = how};
}

TEST_CASE("only as said is by telephone, in the hours that the words name")
{
    const auto safe = safe_contact_told(said(SafeToRing::only_as_said, "Between 9 and 2"),
                                        {.code_name = "Kim", .neutral_sender = true});
    CHECK(safe.channels == std::vector{Channel::telephone});
    CHECK(safe.earliest_minute == 9 * 60);
    CHECK(safe.latest_minute == 14 * 60);
    CHECK(safe.code_name == "Kim");
    CHECK(safe.neutral_sender);
}

TEST_CASE("the first answer holds as it is; a later one can only take away")
{
    const auto any = safe_contact_told(said(SafeToRing::any_time, ""), {});
    const auto few = safe_contact_told(said(SafeToRing::only_as_said, "After 3:30pm"), {});
    CHECK(stricter_of({}, any) == any);
    CHECK(stricter_of(any, few) == few);
    CHECK(stricter_of(few, any) == few);
    CHECK(stricter_of(few, few) == few);
}

TEST_CASE("ways that both allow stay, hours narrow, and both sentences are kept")
{
    const SafeContact held{.channels = {Channel::telephone, Channel::email},
                           .asked = true,
                           .only_ask_for = "Mornings.",
                           .earliest_minute = 8 * 60,
                           .latest_minute = 12 * 60};
    const auto now =
        safe_contact_told(said(SafeToRing::only_as_said, "After 10am, no texts"), held);
    const auto strict = stricter_of(held, now);
    CHECK(strict.channels == std::vector{Channel::telephone});
    CHECK(strict.earliest_minute == 10 * 60);
    CHECK(strict.latest_minute == 12 * 60);
    CHECK(strict.only_ask_for == "After 10am, no texts. Said before: Mornings.");
}

TEST_CASE("hours that have nothing in common are those of the later answer, and never empty")
{
    const SafeContact held{.channels = people::all_channels(),
                           .asked = true,
                           .earliest_minute = 8 * 60,
                           .latest_minute = 12 * 60};
    const auto strict =
        stricter_of(held, safe_contact_told(said(SafeToRing::only_as_said, "After 3:30pm"), held));
    CHECK(strict.earliest_minute == 15 * 60 + 30);
    CHECK(strict.latest_minute == 24 * 60);
}

TEST_CASE("words without an answer narrow the hours and leave the ways as they were")
{
    const SafeContact held{.channels = {Channel::email}, .asked = true};
    const auto strict =
        stricter_of(held, safe_contact_told(said(SafeToRing::not_asked, "Before 5"), held));
    CHECK(strict.asked);
    CHECK(strict.channels == std::vector{Channel::email});
    CHECK(strict.latest_minute == 17 * 60);
    CHECK(strict.only_ask_for == "Before 5");
}

TEST_CASE("what holds is said in one line, also where all is ordinary")
{
    CHECK(safe_contact_in_words({}) == "Nobody has asked yet.");
    CHECK(safe_contact_in_words({.channels = people::all_channels(), .asked = true}) ==
          "Any way is safe, at any time.");
    CHECK(safe_contact_in_words({.channels = {Channel::email}, .asked = true}) == "Only by email.");
}

} // namespace casework_rules_safe_contact_test
