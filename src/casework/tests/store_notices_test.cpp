// Notices that leave for a family: one link in each, sent once whatever fails, and asked again
// before they leave whom and where they may reach.
#include "casework/store_opening.h"
#include "casework/store_tasks.h"
#include "casework/tests/family_world.h"

#include <stdexcept>

namespace casework_store_notices_test {

using namespace onroll;
using namespace onroll::casework;
using namespace onroll::casework::tests;
using namespace std::chrono_literals;

/// Keeps what it was given; refuses as it is told.
struct Gateway final : mail::Carrier {
    std::optional<ErrorKind> refuses;
    bool cut_short = false;   ///< takes the message, and whoever gave it hears nothing
    bool answer_lost = false; ///< takes the message, and what it says does not come back
    std::vector<mail::Message> carried;
    std::map<std::string, Outcome, std::less<>> outcomes;
    Outcome all_others = Outcome::not_known;
    Result<void> carry(const mail::Message& message, std::string_view, Instant) override
    {
        if (refuses) return Error{*refuses, "Refused", {}, {}};
        carried.push_back(message);
        if (cut_short) throw std::runtime_error("cut short");
        if (answer_lost) return Error{ErrorKind::unavailable, "No answer", {}, {}};
        return {};
    }
    Outcome outcome_of(std::string_view) override { return all_others; }
};

NoticeSettings settings(World& world, Gateway& gateway)
{
    return {.stores =
                [&world] {
                    return std::vector<AdviceStore>{{world.agency, "Service", world.database}};
                },
            .outbox = key,
            .links = key,
            .gateway = &gateway,
            .clock = &world.clock,
            .public_address = "https://onroll.example"};
}

std::string token_in(const std::string& body)
{
    const auto at = body.find("/open/");
    return at == std::string::npos ? std::string() : body.substr(at + 6, 43);
}

TEST_CASE("a notice leaves with a link and nothing that harms, and its link opens once")
{
    in_each_world([](World& world) {
        Gateway gateway;
        const auto id = world.tell(world.with(*world.mother));
        send_waiting_notices(settings(world, gateway));
        REQUIRE(gateway.carried.size() == 1);
        const auto& message = gateway.carried[0];
        CHECK(message.to == "ann@example.org");
        for (const auto* name : {"Sam", "Ann", "Example", "Service", "exclusion", "school"})
            CHECK_MESSAGE((message.subject + message.body + message.sender_name).find(name) ==
                              std::string::npos,
                          name);
        CHECK(world.notice(id).state == NoticeState::sent);
        const auto token = token_in(message.body);
        REQUIRE(token.size() == 43);
        auto transaction = world.database->begin("open");
        const auto visit = open_link(transaction, world.agency, token, world.clock.now());
        REQUIRE(visit);
        CHECK_FALSE(open_link(transaction, world.agency, token, world.clock.now()));
        CHECK_FALSE(open_link(transaction, world.agency, "another", world.clock.now()));
        const auto found = visit_of_token(transaction, world.agency, *visit, world.clock.now());
        REQUIRE(found);
        CHECK(found->link.person == world.mother);
        CHECK(found->link.purpose == LinkPurpose::family);
        CHECK_FALSE(visit_of_token(transaction, world.agency, *visit,
                                   world.clock.now() + reading_visit_lasts));
        end_link(transaction, world.agency, found->link.id, world.clock.now());
        CHECK_FALSE(visit_of_token(transaction, world.agency, *visit, world.clock.now()));
        // Whoever comes back with it is known for a week, so that it can be noted.
        const auto whose = link_of_visit(transaction, world.agency, *visit, world.clock.now());
        REQUIRE(whose);
        CHECK(whose->id == found->link.id);
        CHECK_FALSE(link_of_visit(transaction, world.agency, "made-up", world.clock.now()));
        // Not longer, even where nothing has forgotten it yet.
        const auto week_later = world.clock.now() + ended_visit_is_known;
        CHECK(link_of_visit(transaction, world.agency, *visit, week_later - 1s));
        CHECK_FALSE(link_of_visit(transaction, world.agency, *visit, week_later));
        forget_ended_visits(transaction, world.agency, week_later - 1s);
        CHECK(link_of_visit(transaction, world.agency, *visit, world.clock.now()));
        forget_ended_visits(transaction, world.agency, week_later);
        CHECK_FALSE(link_of_visit(transaction, world.agency, *visit, world.clock.now()));
        transaction.commit();
    });
}

TEST_CASE("a link that nobody opened in time does not open")
{
    in_each_world([](World& world) {
        auto transaction = world.database->begin("make link");
        const auto link = add_link(transaction, world.agency,
                                   {.case_id = *world.case_id, .purpose = LinkPurpose::account},
                                   key, world.clock.now());
        const auto token = link_token(key, world.agency, link.id);
        CHECK_FALSE(
            open_link(transaction, world.agency, token, world.clock.now() + account_link_lasts));
        const auto visit = open_link(transaction, world.agency, token, world.clock.now());
        REQUIRE(visit);
        CHECK(visit_of_token(transaction, world.agency, *visit, world.clock.now() + 29min));
        CHECK_FALSE(visit_of_token(transaction, world.agency, *visit, world.clock.now() + 30min));
        transaction.commit();
    });
}

std::vector<std::string> titles_of_tasks(World& world)
{
    auto reading = world.database->read();
    std::vector<std::string> titles;
    for (const auto& task : tasks_of_case(reading, world.agency, *world.case_id))
        titles.push_back(task.told.title);
    return titles;
}

TEST_CASE("a notice that left while the server died is not sent again: its carrier is asked first")
{
    in_each_world([](World& world) {
        Gateway gateway;
        gateway.cut_short = true;
        const auto id = world.tell(world.with(*world.mother));
        CHECK_THROWS(send_waiting_notices(settings(world, gateway)));
        REQUIRE(gateway.carried.size() == 1);
        CHECK(world.notice(id).state == NoticeState::waiting);
        gateway.cut_short = false;
        gateway.all_others = mail::Carrier::Outcome::accepted;
        world.clock.set(world.clock.now() + 2h);
        send_waiting_notices(settings(world, gateway));
        CHECK(gateway.carried.size() == 1);
        CHECK(world.notice(id).state == NoticeState::sent);
        CHECK(titles_of_tasks(world).empty());
    });
}

TEST_CASE(
    "a notice whose carrier took it and then did not answer is sent exactly once, however often "
    "the carrier cannot be asked meanwhile")
{
    for (const bool server_died : {true, false})
        in_each_world([server_died](World& world) {
            Gateway gateway;
            const auto id = world.tell(world.with(*world.mother));
            const auto state = [&] {
                auto reading = world.database->read();
                return find_notice(reading, world.agency, id)->state;
            };
            gateway.cut_short = server_died;
            gateway.answer_lost = !server_died;
            if (server_died)
                CHECK_THROWS_AS(send_waiting_notices(settings(world, gateway)), std::runtime_error);
            else
                send_waiting_notices(settings(world, gateway));
            REQUIRE(gateway.carried.size() == 1);
            CHECK(state() == NoticeState::waiting);
            gateway.cut_short = gateway.answer_lost = false;
            gateway.all_others = mail::Carrier::Outcome::not_answered;
            for (int i = 0; i < 3; ++i) {
                world.clock.move_on(2h);
                send_waiting_notices(settings(world, gateway));
                CHECK(gateway.carried.size() == 1);
                CHECK(state() == NoticeState::waiting);
            }
            gateway.all_others = mail::Carrier::Outcome::accepted;
            world.clock.move_on(2h);
            send_waiting_notices(settings(world, gateway));
            CHECK(gateway.carried.size() == 1);
            CHECK(state() == NoticeState::sent);
        });
}

TEST_CASE("a notice that was cut short before it left is sent, once")
{
    in_each_world([](World& world) {
        Gateway gateway;
        gateway.cut_short = true;
        const auto id = world.tell(world.with(*world.mother));
        CHECK_THROWS(send_waiting_notices(settings(world, gateway)));
        gateway.carried.clear();
        gateway.cut_short = false;
        world.clock.set(world.clock.now() + 2h);
        send_waiting_notices(settings(world, gateway));
        world.clock.set(world.clock.now() + 2h);
        send_waiting_notices(settings(world, gateway));
        CHECK(gateway.carried.size() == 1);
        CHECK(world.notice(id).state == NoticeState::sent);
        CHECK(world.notice(id).tries == 2);
    });
}

TEST_CASE("a notice that is held, refused or not delivered puts a task on the caseworker's list")
{
    in_each_world([](World& world) {
        Gateway gateway;
        gateway.refuses = ErrorKind::bad_input;
        const auto thread = world.with(*world.mother);
        const auto refused = world.tell(thread);
        send_waiting_notices(settings(world, gateway));
        CHECK(world.notice(refused).state == NoticeState::failed);
        REQUIRE(titles_of_tasks(world).size() == 1);
        CHECK(titles_of_tasks(world).front().starts_with("A notice did not reach the family"));
        gateway.refuses.reset();
        world.tell(thread);
        send_waiting_notices(settings(world, gateway));
        CHECK(titles_of_tasks(world).size() == 1);
        gateway.all_others = mail::Carrier::Outcome::failed;
        ask_after_sent_notices(settings(world, gateway));
        CHECK(titles_of_tasks(world).size() == 2);
        ask_after_sent_notices(settings(world, gateway));
        CHECK(titles_of_tasks(world).size() == 2);
        world.tell(world.with(*world.father), NoticeChannel::text);
        {
            auto transaction = world.database->begin("unsafe");
            REQUIRE(people::save_safe_contact(
                transaction, people::scope_of(world.agency, world.adviser, world.clock.now()),
                *world.father, {.channels = {people::Channel::email}, .asked = true}));
            transaction.commit();
        }
        send_waiting_notices(settings(world, gateway));
        CHECK(titles_of_tasks(world).size() == 3);
    });
}

TEST_CASE("a notice that waits obeys what is said in a later call")
{
    in_each_world([](World& world) {
        Gateway gateway;
        const auto waiting = world.tell(world.with(*world.mother));
        {
            auto transaction = world.database->begin("second call");
            const auto taken = take_in_caller(
                transaction, people::scope_of(world.agency, world.adviser, world.clock.now()),
                *world.child,
                {.caller = Caller::parent_or_carer,
                 .caller_name = "Ann, his mother",
                 .story = "No texts and no mails any more",
                 .safe = SafeToRing::only_as_said,
                 .safe_how = "Ring only."});
            REQUIRE(taken);
            CHECK(taken->person == world.mother);
            transaction.commit();
        }
        send_waiting_notices(settings(world, gateway));
        CHECK(gateway.carried.empty());
        CHECK(world.notice(waiting).state == NoticeState::held);
    });
}

TEST_CASE("who may be reached, and where, is asked again when a notice leaves")
{
    in_each_world([](World& world) {
        Gateway gateway;
        const auto moved = world.tell(world.with(*world.mother));
        const auto unsafe = world.tell(world.with(*world.father));
        {
            auto transaction = world.database->begin("change");
            const auto scope = people::scope_of(world.agency, world.adviser, world.clock.now());
            REQUIRE(people::save_contacts(transaction, scope, *world.mother,
                                          {{people::Channel::email, "new@example.org"}}));
            REQUIRE(people::save_safe_contact(
                transaction, scope, *world.father,
                {.channels = {people::Channel::telephone}, .asked = true}));
            transaction.commit();
        }
        send_waiting_notices(settings(world, gateway));
        REQUIRE(gateway.carried.size() == 1);
        CHECK(gateway.carried[0].to == "new@example.org");
        CHECK(world.notice(moved).state == NoticeState::sent);
        CHECK(world.notice(unsafe).state == NoticeState::held);
        CHECK(world.notice(unsafe).reason == "Email is not safe for this person.");
    });
}

TEST_CASE("a text waits for the hours that are safe")
{
    in_each_world([](World& world) {
        Gateway gateway;
        {
            auto transaction = world.database->begin("change");
            REQUIRE(people::save_safe_contact(
                transaction, people::scope_of(world.agency, world.adviser, world.clock.now()),
                *world.mother,
                {.channels = {people::Channel::text_message},
                 .asked = true,
                 .earliest_minute = 15 * 60,
                 .latest_minute = 17 * 60}));
            transaction.commit();
        }
        const auto id = world.tell(world.with(*world.mother), NoticeChannel::text);
        send_waiting_notices(settings(world, gateway)); // at noon
        CHECK(gateway.carried.empty());
        CHECK(world.notice(id).state == NoticeState::waiting);
        CHECK(world.notice(id).reason == "Safe between 3pm and 5pm.");
        world.clock.move_on(3h + 30min);
        send_waiting_notices(settings(world, gateway));
        REQUIRE(gateway.carried.size() == 1);
        CHECK(gateway.carried[0].way == mail::Way::text);
        CHECK(gateway.carried[0].to == "07700 900123");
    });
}

TEST_CASE("what cannot leave is tried again with the same link, and what never can is said")
{
    in_each_world([](World& world) {
        Gateway gateway;
        gateway.refuses = ErrorKind::unavailable;
        const auto id = world.tell(world.with(*world.mother));
        send_waiting_notices(settings(world, gateway));
        CHECK(world.notice(id).state == NoticeState::waiting);
        CHECK(world.notice(id).tries == 1);
        const auto link = world.notice(id).link;
        REQUIRE(link);
        gateway.refuses.reset();
        world.clock.move_on(2min);
        send_waiting_notices(settings(world, gateway));
        REQUIRE(gateway.carried.size() == 1);
        CHECK(token_in(gateway.carried[0].body) == link_token(key, world.agency, *link));
        gateway.all_others = mail::Carrier::Outcome::failed;
        ask_after_sent_notices(settings(world, gateway));
        CHECK(world.notice(id).state == NoticeState::failed);

        gateway.refuses = ErrorKind::bad_input;
        const auto never = world.tell(world.with(*world.father));
        send_waiting_notices(settings(world, gateway));
        CHECK(world.notice(never).state == NoticeState::failed);
        world.clock.move_on(2h);
        gateway.refuses.reset();
        send_waiting_notices(settings(world, gateway));
        CHECK(gateway.carried.size() == 1);
    });
}

} // namespace casework_store_notices_test
