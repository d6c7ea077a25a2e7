#include "people/rules_contact.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace onroll::people {

namespace rules_contact_test {

const auto mother = PersonId::parse(std::string(32, 'a')).value();
const Date today = date(2026, 11, 25);

AddressId address_id(int number)
{
    auto text = std::to_string(number);
    return AddressId::parse(std::string(32 - text.size(), '0') + text).value();
}

SafeContact asked(std::vector<Channel> channels)
{
    return {.channels = std::move(channels), .asked = true};
}

PersonAddress home(int number, std::optional<Date> from, std::optional<Date> until = {})
{
    return {address_id(number), mother, Address{.lines = {"1 Sea Street"}}, from, until};
}

} // namespace rules_contact_test

TEST_CASE("nobody is reached in a way that they have not said is safe")
{
    using namespace rules_contact_test;
    const auto safe = asked({Channel::telephone, Channel::email});
    const auto permitted = ContactPermission::permitted;
    CHECK(may_reach(safe, permitted, Channel::telephone, 600).answer == ReachAnswer::yes);
    CHECK(may_reach(safe, permitted, Channel::voicemail, 600).answer == ReachAnswer::no);
    CHECK(may_reach(safe, permitted, Channel::text_message, 600).answer == ReachAnswer::no);
    CHECK(may_reach(safe, permitted, Channel::post, 600).answer == ReachAnswer::no);
    CHECK(may_reach({}, permitted, Channel::telephone, 600).answer == ReachAnswer::ask);
}

TEST_CASE("hours hold for what rings and not for what is written")
{
    using namespace rules_contact_test;
    auto safe = asked({Channel::telephone, Channel::email});
    safe.earliest_minute = 9 * 60 + 30;
    safe.latest_minute = 14 * 60;
    const auto permitted = ContactPermission::permitted;
    CHECK(may_reach(safe, permitted, Channel::telephone, 9 * 60 + 29).answer ==
          ReachAnswer::not_now);
    CHECK(may_reach(safe, permitted, Channel::telephone, 9 * 60 + 29).reason ==
          "Safe between 9:30am and 2pm.");
    CHECK(may_reach(safe, permitted, Channel::telephone, 9 * 60 + 30).answer == ReachAnswer::yes);
    CHECK(may_reach(safe, permitted, Channel::telephone, 14 * 60).answer == ReachAnswer::not_now);
    CHECK(may_reach(safe, permitted, Channel::email, 23 * 60).answer == ReachAnswer::yes);
}

TEST_CASE("whoever must not be contacted is not, however safe the channel")
{
    using namespace rules_contact_test;
    for (const auto channel : all_channels()) {
        CHECK(may_reach(asked(all_channels()), ContactPermission::not_permitted, channel, 600)
                  .answer == ReachAnswer::no);
        const bool written = channel == Channel::post || channel == Channel::email;
        CHECK(may_reach(asked(all_channels()), ContactPermission::in_writing_only, channel, 600)
                  .answer == (written ? ReachAnswer::yes : ReachAnswer::no));
    }
    CHECK(contact_warnings(asked(all_channels()), ContactPermission::not_permitted) ==
          std::vector<std::string>{"Must not be contacted."});
}

TEST_CASE("what to know before getting in touch is said in sentences")
{
    using namespace rules_contact_test;
    auto safe = asked({Channel::telephone, Channel::email, Channel::in_person});
    safe.code_name = "Anna from the library";
    safe.latest_minute = 15 * 60;
    safe.neutral_sender = true;
    CHECK(contact_warnings(safe, ContactPermission::permitted) ==
          std::vector<std::string>{"Do not send a text message.", "Do not leave a voicemail.",
                                   "Do not post anything.", "Contact only between 12am and 3pm.",
                                   "If somebody else answers, say that you are “Anna from the "
                                   "library”.",
                                   "Do not let the sender’s name say who we are."});
}

TEST_CASE("what is safe is said in a line, the ways that are rather than those that are not")
{
    using namespace rules_contact_test;
    const auto permitted = ContactPermission::permitted;
    CHECK(contact_in_brief(asked(all_channels()), permitted).empty());
    CHECK(contact_in_brief({}, permitted).empty());
    auto safe = asked({Channel::telephone, Channel::email});
    CHECK(contact_in_brief(safe, permitted) == "Only by telephone or email.");
    safe.earliest_minute = 15 * 60 + 30;
    safe.code_name = "Anna";
    CHECK(contact_in_brief(safe, permitted) ==
          "Only by telephone or email, after 3:30pm. Say that you are “Anna”.");
    CHECK(contact_in_brief(safe, ContactPermission::in_writing_only) ==
          "Only by email, after 3:30pm. Say that you are “Anna”.");
    CHECK(contact_in_brief(safe, ContactPermission::not_permitted) == "Must not be contacted.");
    auto by_hours = asked(all_channels());
    by_hours.earliest_minute = 9 * 60;
    by_hours.latest_minute = 15 * 60;
    CHECK(contact_in_brief(by_hours, permitted) == "Only between 9am and 3pm.");
    CHECK(contact_in_brief(asked({}), permitted) == "No way is safe: ask a manager.");
}

TEST_CASE("a letter is posted only to where the person lives on the day it leaves")
{
    using namespace rules_contact_test;
    const auto safe = asked({Channel::post});
    const auto permitted = ContactPermission::permitted;
    const QueuedLetter letter{mother, address_id(1)};
    CHECK(
        check_before_posting(letter, {home(1, date(2020, 1, 1))}, safe, permitted, today).answer ==
        PostingAnswer::post);
    const auto moved = check_before_posting(
        letter, {home(1, date(2020, 1, 1), date(2026, 11, 20)), home(2, date(2026, 11, 21))}, safe,
        permitted, today);
    CHECK(moved.answer == PostingAnswer::write_again);
    CHECK(moved.now_at == address_id(2));
    CHECK(check_before_posting(letter, {home(1, date(2020, 1, 1), date(2026, 11, 20))}, safe,
                               permitted, today)
              .answer == PostingAnswer::hold);
    CHECK(check_before_posting(letter, {home(1, date(2020, 1, 1))}, safe,
                               ContactPermission::not_permitted, today)
              .answer == PostingAnswer::hold);
    CHECK(check_before_posting(letter, {home(1, date(2020, 1, 1))}, asked({Channel::email}),
                               permitted, today)
              .answer == PostingAnswer::hold);
}

TEST_CASE("whatever happens between queue and posting, nothing goes to a superseded address")
{
    using namespace rules_contact_test;
    CHECK(rc::check([] {
        std::vector<PersonAddress> addresses{home(1, date(2020, 1, 1))};
        std::optional<QueuedLetter> queued;
        Date day = today;
        const auto steps = *rc::gen::container<std::vector<int>>(12, rc::gen::inRange(0, 4));
        int next = 2;
        for (const int step : steps) {
            day += Days{1};
            if (step == 0) { // the person moves
                addresses.back().until = day - Days{1};
                addresses.push_back(home(next++, day));
            } else if (step == 1) { // the old address stays open by mistake
                addresses.push_back(home(next++, day));
            } else if (step == 2) {
                queued = QueuedLetter{mother, present_home(addresses, day)->id};
            } else if (queued) {
                const auto posting = check_before_posting(
                    *queued, addresses, asked({Channel::post}), ContactPermission::permitted, day);
                RC_ASSERT((posting.answer == PostingAnswer::post) ==
                          (queued->address == addresses.back().id));
            }
        }
    }));
}

} // namespace onroll::people
