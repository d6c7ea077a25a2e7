#include "casework/rules_notices.h"

#include <doctest/doctest.h>

namespace casework_rules_notices_test {

using namespace onroll;
using namespace onroll::casework;

const std::string link = "https://onroll.example/open/" + std::string(43, 'x');

TEST_CASE("a text is one segment with its link")
{
    const auto words = notice_words(NoticeChannel::text, {}, link);
    CHECK(words.body == "You have a new message. Read it here: " + link);
    CHECK(is_one_text_message(words.body));
}

TEST_CASE("a text to somebody who is not safe holds no link")
{
    for (const auto& safe :
         {people::SafeContact{.code_name = "Kim"}, people::SafeContact{.only_ask_for = "Ann"},
          people::SafeContact{.neutral_sender = true}}) {
        const auto words = notice_words(NoticeChannel::text, safe, link);
        CHECK(words.body.find("http") == std::string::npos);
        CHECK(words.body == "You have a new message. Ring us when you can.");
    }
}

TEST_CASE("a link that is too long for one text is left out of it")
{
    const auto words =
        notice_words(NoticeChannel::text, {},
                     "https://" + std::string(120, 'a') + "/open/" + std::string(43, 'x'));
    CHECK(is_one_text_message(words.body));
    CHECK(words.body.find("http") == std::string::npos);
}

TEST_CASE("every notice has a neutral sender, and an email says how long its link works")
{
    for (const auto channel : {NoticeChannel::email, NoticeChannel::text})
        CHECK(notice_words(channel, {}, link).sender == "New message");
    CHECK(notice_words(NoticeChannel::email, {}, link).body.find("7 days") != std::string::npos);
}

TEST_CASE("letters outside the alphabet of texts are not one segment")
{
    CHECK_FALSE(is_one_text_message("caf\xC3\xA9"));
    CHECK_FALSE(is_one_text_message(std::string(161, 'a')));
    CHECK(is_one_text_message(std::string(160, 'a')));
}

TEST_CASE("a notice may go only by what the person said is safe")
{
    using people::ReachAnswer;
    const people::SafeContact safe{.channels = {people::Channel::text_message},
                                   .asked = true,
                                   .earliest_minute = 9 * 60,
                                   .latest_minute = 12 * 60};
    const auto permitted = people::ContactPermission::permitted;
    CHECK(may_notify(safe, permitted, NoticeChannel::text, 600).answer == ReachAnswer::yes);
    CHECK(may_notify(safe, permitted, NoticeChannel::text, 800).answer == ReachAnswer::not_now);
    CHECK(may_notify(safe, permitted, NoticeChannel::email, 600).answer == ReachAnswer::no);
    CHECK(may_notify({}, permitted, NoticeChannel::email, 600).answer == ReachAnswer::ask);
    CHECK(may_notify(safe, people::ContactPermission::not_permitted, NoticeChannel::text, 600)
              .answer == ReachAnswer::no);
}

TEST_CASE("an email keeps to the hours that somebody named, as a text does")
{
    using people::ReachAnswer;
    const people::SafeContact safe{.channels = {people::Channel::email},
                                   .asked = true,
                                   .earliest_minute = 9 * 60,
                                   .latest_minute = 12 * 60};
    const auto permitted = people::ContactPermission::permitted;
    const auto at = [&](int minute) {
        return may_notify(safe, permitted, NoticeChannel::email, minute).answer;
    };
    CHECK(at(8 * 60 + 59) == ReachAnswer::not_now);
    CHECK(at(9 * 60) == ReachAnswer::yes);
    CHECK(at(12 * 60) == ReachAnswer::not_now);
    CHECK(may_use(safe, permitted, people::Channel::email, 13 * 60).answer == ReachAnswer::not_now);
    CHECK(may_use(safe, permitted, people::Channel::telephone, 10 * 60).answer == ReachAnswer::no);
}

} // namespace casework_rules_notices_test
