#include "casework/tests/family_world.h"

namespace casework_store_releases_test {

using namespace onroll;
using namespace onroll::casework;
using namespace onroll::casework::tests;

TEST_CASE("the father's copy is searched for the protected home, however the paper holds it")
{
    in_each_world([](World& world) {
        auto reading = world.database->read();
        const auto of = [&](const std::optional<people::PersonId>& person) {
            const auto words = words_to_keep_from(reading, world.agency, *world.found, person,
                                                  world.sources(), today);
            REQUIRE(words);
            return *words;
        };
        const auto report = documents::tests::docx_of_paragraphs(
            {"Sam lives with the mother at 10 Quiet", "Court, Tidemoor. TM1", "2AB"});
        const auto answer = check_outgoing_file(report, of(world.father));
        REQUIRE(answer.hits.size() == 2);
        CHECK(answer.hits[0].kind == ProtectedKind::address);
        CHECK(answer.hits[1].kind == ProtectedKind::postcode);
        for (const auto& sentence : sentences_of(answer))
            CHECK(sentence.find("Quiet") == std::string::npos);
        CHECK(check_outgoing_file(report, of(world.mother)).is_clear());
        CHECK_FALSE(check_outgoing_file(report, of({})).is_clear());
        const auto scan = check_outgoing_file(documents::tests::pdf_of_a_scan(), of(world.father));
        CHECK(scan.hits.empty());
        CHECK_FALSE(scan.is_clear());
        CHECK_FALSE(check_outgoing_text("Ring 07700 900123", of(world.father)).is_clear());
        CHECK(check_outgoing_text("Ring 07700 900456", of(world.father)).is_clear());
    });
}

TEST_CASE("words that an adviser keeps back are searched for, save for whom they are told to")
{
    in_each_world([](World& world) {
        auto transaction = world.database->begin("keep back");
        keep_back(transaction, world.agency, *world.case_id, {"Harbour Refuge", world.mother},
                  world.adviser, world.clock.now());
        const auto sources = world.sources();
        const auto words = [&](const std::optional<people::PersonId>& person) {
            return words_to_keep_from(transaction, world.agency, *world.found, person, sources,
                                      today)
                .value();
        };
        CHECK_FALSE(check_outgoing_text("at Harbour Refuge", words(world.father)).is_clear());
        CHECK(check_outgoing_text("at Harbour Refuge", words(world.mother)).is_clear());
    });
}

TEST_CASE("papers lie sealed, and a copy that was given changes no more")
{
    in_each_world([](World& world) {
        auto transaction = world.database->begin("papers");
        const auto id = begin_release(transaction, world.agency, *world.case_id,
                                      {.person = world.father, .purpose = "Asked for the report"},
                                      world.adviser, world.clock.now());
        const auto number =
            add_paper(transaction, world.agency, id,
                      {"report.docx", "application/octet-stream", "bytes"}, key, world.clock.now());
        REQUIRE(number);
        CHECK(paper_bytes(transaction, world.agency, id, *number, key).value() == "bytes");
        CHECK_FALSE(
            paper_bytes(transaction, world.agency, id, *number, crypto::Key::create()).has_value());
        REQUIRE(decide_paper(transaction, world.agency, id,
                             {*number, PaperDecision::left_out, 2, "Names the home"}, world.adviser,
                             world.clock.now()));
        auto release = find_release(transaction, world.agency, id).value();
        CHECK(release.version == 3);
        CHECK_FALSE(end_release(transaction, world.agency, id, ReleaseState::released, 1,
                                world.adviser, world.clock.now()));
        REQUIRE(end_release(transaction, world.agency, id, ReleaseState::released, 3, world.adviser,
                            world.clock.now()));
        CHECK_FALSE(
            add_paper(transaction, world.agency, id, {"more", "", "x"}, key, world.clock.now())
                .has_value());
        CHECK_FALSE(decide_paper(transaction, world.agency, id,
                                 {*number, PaperDecision::may_have, 0, ""}, world.adviser,
                                 world.clock.now()));
        CHECK(papers_of_release(transaction, world.agency, id).front().decision ==
              PaperDecision::left_out);
        transaction.commit();
    });
}

TEST_CASE("a copy that was given is stopped once, and no other is")
{
    in_each_world([](World& world) {
        auto to = world.database->begin("stop a copy");
        const auto now = world.clock.now();
        const auto id = begin_release(to, world.agency, *world.case_id,
                                      {.person = world.father, .purpose = "He asked"},
                                      world.adviser, world.clock.now());
        CHECK(stop_release(to, world.agency, id, world.adviser, now).error().kind ==
              ErrorKind::conflict);
        REQUIRE(end_release(to, world.agency, id, ReleaseState::released, 1, world.adviser,
                            world.clock.now()));
        CHECK(stop_release(to, crypto::new_id<access::AgencyId>(), id, world.adviser, now)
                  .error()
                  .kind == ErrorKind::conflict);
        const auto manager = crypto::new_id<access::UserId>();
        REQUIRE(stop_release(to, world.agency, id, manager, now + 1h));
        const auto stopped = find_release(to, world.agency, id);
        REQUIRE(stopped);
        CHECK(stopped->state == ReleaseState::stopped);
        CHECK(stopped->released_at == now);
        CHECK(stopped->released_by == world.adviser);
        CHECK(stopped->stopped_at == now + 1h);
        CHECK(stopped->stopped_by == manager);
        const auto entries = entries_of_releases(to, world.agency, *world.case_id);
        REQUIRE(entries.size() == 2);
        CHECK(entries[0].title == "A copy of papers was given");
        CHECK(entries[0].by == world.adviser);
        CHECK(entries[0].detail == "For: Ben Example. He asked");
        CHECK(entries[1].title == "A copy of papers was stopped");
        CHECK(entries[1].by == manager);
        CHECK(entries[1].kind == EntryKind::paper);
        CHECK(stop_release(to, world.agency, id, world.adviser, now).error().kind ==
              ErrorKind::conflict);
    });
}

TEST_CASE("papers stand in the order that somebody chose, and one that is added later comes last")
{
    in_each_world([](World& world) {
        auto transaction = world.database->begin("papers");
        const auto id = begin_release(transaction, world.agency, *world.case_id,
                                      {.recipient = "The governing board of Harbour School",
                                       .purpose = "The governors’ meeting",
                                       .audience = PackFor::governing_board},
                                      world.adviser, world.clock.now());
        CHECK(find_release(transaction, world.agency, id)->audience == PackFor::governing_board);
        const auto add = [&](const char* name) {
            REQUIRE(add_paper(transaction, world.agency, id, {name, "application/pdf", "bytes"},
                              key, world.clock.now()));
        };
        const auto names = [&] {
            std::string all;
            for (const auto& paper : papers_of_release(transaction, world.agency, id))
                all += paper.name;
            return all;
        };
        for (const auto* name : {"a", "b", "c"}) add(name);
        CHECK(names() == "abc");
        REQUIRE(move_paper_up(transaction, world.agency, id, 3));
        CHECK(names() == "acb");
        REQUIRE(move_paper_up(transaction, world.agency, id, 3));
        REQUIRE(move_paper_up(transaction, world.agency, id, 3));
        CHECK(names() == "cab");
        add("d");
        CHECK(names() == "cabd");
        CHECK_FALSE(move_paper_up(transaction, world.agency, id, 9).has_value());
        const auto version = find_release(transaction, world.agency, id)->version;
        REQUIRE(end_release(transaction, world.agency, id, ReleaseState::released, version,
                            world.adviser, world.clock.now()));
        CHECK_FALSE(move_paper_up(transaction, world.agency, id, 4).has_value());
        CHECK(names() == "cabd");
        transaction.commit();
    });
}

} // namespace casework_store_releases_test
