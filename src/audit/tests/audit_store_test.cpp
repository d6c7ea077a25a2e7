#include "audit/chain.h"
#include "audit/recorder.h"
#include "audit/store.h"

#include "helpers/test_database.h"
#include "kernel/ensure.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace audit_store_test {

using namespace onroll;
using namespace onroll::audit;

const FixedClock noon(date(2026, 11, 25));

Deed a_read(std::string agency, std::string record)
{
    return {.agency = std::move(agency),
            .actor = "3f2a",
            .role = "caseworker",
            .relation = "own",
            .purpose = {},
            .act = "people.view",
            .kind = Kind::read,
            .record_kind = "person",
            .record = std::move(record),
            .fields = {"name", "date_of_birth"},
            .origin = "203.0.113.7",
            .request = "r1",
            .outcome = Outcome::done};
}

void note_some(db::Database& database, const std::string& agency, int count)
{
    auto transaction = database.begin("note");
    for (int i = 0; i < count; ++i)
        note(transaction, a_read(agency, "child" + std::to_string(i % 3)), noon.now());
    transaction.commit();
}

void run(db::Database& database, const std::string& script)
{
    auto transaction = database.begin("script");
    transaction.run_script(db::Sql{"script", script});
    transaction.commit();
}

/// Changes the tables as somebody would who holds the file and has taken the guards away.
void tamper(db::Database& database, const std::string& statement)
{
    std::string script;
    if (database.engine() == db::Engine::sqlite)
        script = "DROP TRIGGER audit_entry_stays; DROP TRIGGER audit_entry_is_not_changed; "
                 "DROP TRIGGER audit_head_stays; DROP TRIGGER audit_head_goes_forward; ";
    else
        script = "ALTER TABLE audit_entry DISABLE TRIGGER USER; "
                 "ALTER TABLE audit_head DISABLE TRIGGER USER; ";
    run(database, script + statement);
}

ChainReport report_of(db::Database& database, const std::string& agency,
                      const Evidence& evidence = {})
{
    for (auto& report : verify(database, evidence))
        if (report.agency == agency) return report;
    return {};
}

struct Tampering {
    std::string name;
    std::string statement;
    std::int64_t first_bad;
};

const std::vector<Tampering> tamperings{
    {"a changed actor", "UPDATE audit_entry SET actor = 'else' WHERE agency = 'b' AND sequence = 4",
     4},
    {"a changed time",
     "UPDATE audit_entry SET at = '2026-11-25T13:00:00.000Z' WHERE agency = 'b' AND sequence = 4",
     4},
    {"a changed kind",
     "UPDATE audit_entry SET kind = 'printed' WHERE agency = 'b' AND sequence = 7", 7},
    {"a kind that is none of ours",
     "UPDATE audit_entry SET kind = 'nothing' WHERE agency = 'b' AND sequence = 7", 7},
    {"a changed hash of the content",
     "UPDATE audit_entry SET content_hash = hash WHERE agency = 'b' AND sequence = 5", 5},
    {"a changed hash",
     "UPDATE audit_entry SET hash = content_hash WHERE agency = 'b' AND sequence = 5", 5},
    {"a deleted entry", "DELETE FROM audit_entry WHERE agency = 'b' AND sequence = 3", 3},
    {"the first entry deleted", "DELETE FROM audit_entry WHERE agency = 'b' AND sequence = 1", 1},
    {"the end cut off", "DELETE FROM audit_entry WHERE agency = 'b' AND sequence > 8", 9},
    {"all entries deleted", "DELETE FROM audit_entry WHERE agency = 'b'", 1},
    {"two entries swapped",
     "UPDATE audit_entry SET sequence = 99 WHERE agency = 'b' AND sequence = 2; "
     "UPDATE audit_entry SET sequence = 2 WHERE agency = 'b' AND sequence = 6; "
     "UPDATE audit_entry SET sequence = 6 WHERE agency = 'b' AND sequence = 99",
     2},
    {"an entry moved to another agency",
     "UPDATE audit_entry SET agency = 'b', sequence = 11 WHERE agency = 'c' AND sequence = 10; "
     "UPDATE audit_head SET sequence = 11 WHERE agency = 'b'",
     11},
    {"a later entry closing the gap of a deleted one",
     "DELETE FROM audit_entry WHERE agency = 'b' AND sequence = 10; "
     "UPDATE audit_head SET sequence = 9 WHERE agency = 'b'",
     9},
    {"content taken without saying so",
     "UPDATE audit_entry SET erased = 1, actor = '' WHERE agency = 'b' AND sequence = 2", 2},
    {"content taken with a place in the list and no entry that says so",
     "INSERT INTO audit_erasure (agency, through_sequence, noted_as) VALUES ('b', 2, 5); "
     "UPDATE audit_entry SET erased = 1, actor = '' WHERE agency = 'b' AND sequence = 2",
     5},
};

TEST_CASE("the end of a chain is asked for once, and begun only where it has none")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        auto transaction = database.begin("note");
        CHECK(note(transaction, a_read("council", "child1"), noon.now()).sequence == 1);
        const auto before = transaction.query_count();
        CHECK(note(transaction, a_read("council", "child2"), noon.now()).sequence == 2);
        CHECK(transaction.query_count() - before == 3);
        transaction.commit();
        CHECK(report_of(database, "council").entries == 2);
    });
}

TEST_CASE("every way to alter a chain is found, by its first bad entry, in its agency alone")
{
    for (const auto& tampering : tamperings) {
        CAPTURE(tampering.name);
        tests::for_each_engine([&](db::Database& database) {
            REQUIRE(prepare(database, noon).has_value());
            for (const auto* agency : {"a", "b", "c"}) note_some(database, agency, 10);
            REQUIRE_FALSE(report_of(database, "b").first_fault.has_value());
            tamper(database, tampering.statement);
            const auto report = report_of(database, "b");
            REQUIRE(report.first_fault.has_value());
            CHECK(report.first_fault->sequence == tampering.first_bad);
            CHECK(report.entries <= tampering.first_bad);
            CHECK_FALSE(report_of(database, "a").first_fault.has_value());
        });
    }
}

TEST_CASE("the database itself refuses to change, delete or empty audit entries")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        note_some(database, "a", 3);
        const std::vector<std::string> statements{
            "UPDATE audit_entry SET actor = 'else'",
            "UPDATE audit_entry SET erased = 1, act = '', actor = '', role = '', relation = '', "
            "purpose = '', record_kind = '', record = '', fields = '', origin = '', request = '', "
            "salt = ''",
            "DELETE FROM audit_entry WHERE sequence = 3",
            "DELETE FROM audit_head",
            "UPDATE audit_head SET sequence = 1",
        };
        for (const auto& statement : statements) {
            CAPTURE(statement);
            auto transaction = database.begin("tamper");
            CHECK_THROWS_AS(transaction.run_script(db::Sql{"tamper", statement}), db::Failure);
        }
        if (database.engine() == db::Engine::postgres) {
            auto transaction = database.begin("tamper");
            CHECK_THROWS_AS(transaction.run_script(db::Sql{"tamper", "TRUNCATE audit_entry"}),
                            db::Failure);
        }
        CHECK(report_of(database, "a").entries == 3);
    });
}

TEST_CASE("a role that may add and read is enough to serve, and cannot do more")
{
    tests::for_each_engine([](db::Database& database) {
        if (database.engine() != db::Engine::postgres) return;
        REQUIRE(prepare(database, noon).has_value());
        const auto schema = [&] {
            auto reader = database.read();
            constexpr db::Sql ask{"which schema", "SELECT current_schema()::text AS name"};
            auto rows = reader.query(ask);
            REQUIRE(rows.next());
            return rows.text("name");
        }();
        const std::string role = schema + "_app";
        const std::string make =
            "CREATE ROLE " + role + "; GRANT USAGE ON SCHEMA " + schema + " TO " + role +
            "; GRANT SELECT, INSERT ON audit_entry, audit_signed_head, audit_erasure TO " + role +
            "; GRANT SELECT, INSERT, UPDATE ON audit_head TO " + role;
        run(database, make);
        const std::string become = "SET LOCAL ROLE " + role;
        {
            auto transaction = database.begin("serve");
            transaction.run_script(db::Sql{"become", become});
            note(transaction, a_read("a", "child"), noon.now());
            transaction.commit();
        }
        for (const std::string statement :
             {"UPDATE audit_entry SET actor = ''", "DELETE FROM audit_entry",
              "TRUNCATE audit_entry", "ALTER TABLE audit_entry DISABLE TRIGGER USER",
              "DELETE FROM audit_signed_head"}) {
            CAPTURE(statement);
            auto transaction = database.begin("tamper");
            transaction.run_script(db::Sql{"become", become});
            CHECK_THROWS_AS(transaction.run_script(db::Sql{"tamper", statement}), db::Failure);
        }
        CHECK(report_of(database, "a").entries == 1);
        const std::string drop = "DROP OWNED BY " + role + "; DROP ROLE " + role;
        run(database, drop);
    });
}

TEST_CASE("an entry and the deed that it notes are stored together or not at all")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        {
            auto transaction = database.begin("left");
            note(transaction, a_read("a", "child"), noon.now());
        }
        auto reader = database.read();
        CHECK(entries_about(reader, "a", "child", 10).empty());
        CHECK(head_of(reader, "a").sequence == 0);
    });
}

TEST_CASE("what a person typed cannot be noted")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        auto transaction = database.begin("note");
        auto deed = a_read("a", "Maya Okafor");
        CHECK_THROWS_AS(note(transaction, deed, noon.now()), Bug);
        deed = a_read("a", "child");
        deed.fields = {"called at 5"};
        CHECK_THROWS_AS(note(transaction, deed, noon.now()), Bug);
        deed = a_read("", "child");
        CHECK_THROWS_AS(note(transaction, deed, noon.now()), Bug);
        deed = a_read("a", std::string(201, 'x'));
        CHECK_THROWS_AS(note(transaction, deed, noon.now()), Bug);
    });
}

TEST_CASE("who has seen a record is answered newest first, page by page, in one agency")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        note_some(database, "a", 9);
        note_some(database, "b", 9);
        auto reader = database.read();
        const auto first = entries_about(reader, "a", "child1", 2);
        REQUIRE(first.size() == 2);
        CHECK(first[0].sequence == 8);
        CHECK(first[1].sequence == 5);
        CHECK(first[0].deed == a_read("a", "child1"));
        const auto rest = entries_about(reader, "a", "child1", 10, first[1].sequence);
        REQUIRE(rest.size() == 1);
        CHECK(rest[0].sequence == 2);
        CHECK(entries_about(reader, "c", "child1", 10).empty());
        const auto day = std::chrono::hours(24);
        CHECK(entries_between(reader, "a", noon.now(), noon.now() + day, 100).size() == 9);
        CHECK(entries_between(reader, "a", noon.now() - day, noon.now(), 100).empty());
    });
}

TEST_CASE("a signed head shows a chain that was written anew from an earlier entry")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        const auto seed = crypto::Key::create();
        note_some(database, "a", 5);
        const auto kept = sign_heads(database, seed, noon.now());
        REQUIRE(kept.size() == 1);
        CHECK(kept[0].head.sequence == 5);
        CHECK(sign_heads(database, seed, noon.now()).empty());
        note_some(database, "a", 2);
        REQUIRE(sign_heads(database, seed, noon.now()).size() == 1);
        const Evidence evidence{crypto::signing_public_key(seed), kept};
        CHECK_FALSE(report_of(database, "a", evidence).first_fault.has_value());

        // Somebody with the file cuts the end off, signed heads included, and goes on from there:
        // inside the file all is sound again.
        std::string statement = "DELETE FROM audit_entry WHERE sequence > 3; ";
        statement += database.engine() == db::Engine::sqlite
                         ? "DROP TRIGGER audit_signed_head_stays; "
                         : "ALTER TABLE audit_signed_head DISABLE TRIGGER USER; ";
        statement += "DELETE FROM audit_signed_head; UPDATE audit_head SET sequence = 3, hash = "
                     "(SELECT hash FROM audit_entry WHERE sequence = 3)";
        tamper(database, statement);
        note_some(database, "a", 4);
        CHECK_FALSE(report_of(database, "a").first_fault.has_value());
        const auto report = report_of(database, "a", evidence);
        REQUIRE(report.first_fault.has_value());
        CHECK(report.first_fault->sequence == 5);

        auto forged = kept;
        forged[0] = sign_head(crypto::Key::create(), forged[0].head, forged[0].at);
        CHECK(report_of(database, "a", {crypto::signing_public_key(seed), forged})
                  .first_fault.has_value());
        // An agency that is gone as a whole is missed too.
        auto gone = kept[0];
        gone.head.agency = "z";
        CHECK(report_of(database, "z", {{}, {gone}}).first_fault->sequence == 1);
    });
}

TEST_CASE("retention takes the content of old entries and leaves a chain that can be checked")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        note_some(database, "a", 6);
        {
            auto reader = database.read();
            CHECK(kept_whole_since(reader, "a") == entries_about(reader, "a", "child1", 1)[0].at);
        }
        const auto later = noon.now() + std::chrono::hours(24 * 365 * 7);
        {
            auto transaction = database.begin("retention");
            note(transaction, a_read("a", "child9"), later);
            Deed deed = a_read("a", {});
            deed.act = "audit.erase";
            CHECK(erase_before(transaction, later, deed, later) == 6);
            transaction.commit();
        }
        CHECK_FALSE(report_of(database, "a").first_fault.has_value());
        CHECK(report_of(database, "a").entries == 8);
        auto reader = database.read();
        CHECK(entries_about(reader, "a", "child1", 10).empty());
        CHECK(entries_about(reader, "a", "child9", 10).size() == 1);
        CHECK(kept_whole_since(reader, "a") == later);
        CHECK_FALSE(kept_whole_since(reader, "b").has_value());
        const auto said = entries_about(reader, "a", "1.6", 10);
        REQUIRE(said.size() == 1);
        CHECK(said[0].deed.kind == Kind::erased);
    });
}

TEST_CASE("reads that come together are all noted, each once")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        Recorder recorder(database, noon);
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 8; ++thread)
            threads.emplace_back([&recorder, thread] {
                for (int i = 0; i < 25; ++i)
                    recorder.record(
                        a_read(i % 2 == 0 ? "a" : "b", "child" + std::to_string(thread * 100 + i)));
            });
        for (auto& thread : threads) thread.join();
        CHECK(report_of(database, "a").entries == 8 * 13);
        CHECK(report_of(database, "b").entries == 8 * 12);
        auto reader = database.read();
        CHECK(entries_about(reader, "a", "child702", 10).size() == 1);
    });
}

TEST_CASE("where a read cannot be noted, whoever asked learns it and later reads go on")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        Recorder recorder(database, noon);
        CHECK_THROWS_AS(recorder.record(a_read("a", "not an id")), Bug);
        recorder.record(a_read("a", "child"));
        CHECK(report_of(database, "a").entries == 1);
    });
}

TEST_CASE("any history of notes is a sound chain, and any one change of a content is found in it")
{
    REQUIRE(rc::check([] {
        auto head = Head{"a", 0, first_hash("a")};
        const auto count = *rc::gen::inRange(1, 20);
        std::vector<Entry> entries;
        auto now = noon.now();
        for (int i = 0; i < count; ++i) {
            // The clock may go backwards; the order stays.
            now += std::chrono::milliseconds(*rc::gen::inRange(-100'000, 100'000));
            auto deed = a_read("a", "child" + std::to_string(*rc::gen::inRange(0, 5)));
            const auto entry = next_entry(head, deed, now, "5a17");
            RC_ASSERT(fault_in(head, entry).empty());
            head = {"a", entry.sequence, entry.hash};
            entries.push_back(entry);
        }
        const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, count));
        auto altered = entries[at];
        altered.deed.record += "x";
        const Head before = at == 0 ? Head{"a", 0, first_hash("a")}
                                    : Head{"a", entries[at - 1].sequence, entries[at - 1].hash};
        RC_ASSERT(!fault_in(before, altered).empty());
    }));
}

TEST_CASE("where one text ends and the next begins cannot be moved without another hash")
{
    auto one = next_entry({"a", 0, first_hash("a")}, a_read("a", "child"), noon.now(), "5a17");
    auto other = one;
    other.deed.role = "caseworkerow";
    other.deed.relation = "n";
    CHECK(content_hash(one) != content_hash(other));
    other = one;
    other.deed.fields = {"name", "date_of", "birth"};
    CHECK(content_hash(one) != content_hash(other));
}

TEST_CASE("a line of signed heads is read as it was written, and anything else refused")
{
    const auto seed = crypto::Key::create();
    const auto head = sign_head(seed, {"agency7", 12, first_hash("agency7")}, noon.now());
    const auto line = line_of(head);
    REQUIRE(read_head_line(line).has_value());
    CHECK(*read_head_line(line) == head);
    CHECK(signature_fits(crypto::signing_public_key(seed), *read_head_line(line)));
    for (const auto& bad :
         std::vector<std::string>{"", "a", "a 1 2 3", "a b c d e", line + " more", " " + line})
        CHECK_FALSE(read_head_line(bad).has_value());
}

} // namespace audit_store_test
