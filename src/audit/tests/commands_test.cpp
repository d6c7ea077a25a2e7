#include "audit/chain.h"
#include "audit/commands.h"
#include "audit/head_keeper.h"
#include "audit/store.h"

#include "helpers/test_database.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace audit_commands_test {

using namespace onroll;
using namespace onroll::audit;

const FixedClock noon(date(2026, 11, 25));

/// A data folder with two chains, and what a command says of it.
struct Folder {
    tests::TestDatabase place{db::Engine::sqlite};
    crypto::Key seed = crypto::Key::create();
    std::filesystem::path heads = place.folder() / "audit-heads.txt";

    Folder()
    {
        const auto database = place.open();
        REQUIRE(prepare(*database, noon).has_value());
        note_in(*database, "a", 3);
        note_in(*database, "b", 2);
        CHECK(keep_heads({database.get()}, seed, heads, noon.now()) == 2);
        CHECK(keep_heads({database.get()}, seed, heads, noon.now()) == 0);
        note_in(*database, "a", 1);
    }
    static void note_in(db::Database& database, const std::string& agency, int count)
    {
        auto transaction = database.begin("note");
        for (int i = 0; i < count; ++i)
            note(transaction, {.agency = agency, .actor = "u", .act = "people.view"}, noon.now());
        transaction.commit();
    }
    void run_script(const std::string& text) const
    {
        const auto database = place.open();
        auto transaction = database->begin("tamper");
        transaction.run_script(db::Sql{"tamper", text});
        transaction.commit();
    }
    std::pair<std::string, cli::Exit> say(const std::string& line, const Clock& clock = noon) const
    {
        std::ostringstream out;
        cli::Context context{.out = out, .err = out};
        CLI::App app("test");
        add_commands(
            app, context,
            [this](const cli::Context& given) -> Result<OpenChains> {
                CHECK(given.database.empty());
                OpenChains chains;
                chains.databases.push_back(place.open());
                chains.public_key = crypto::signing_public_key(seed);
                chains.still_there = [](db::Queries&, std::string_view, std::string_view,
                                        std::string_view record) { return record == "kept"; };
                return chains;
            },
            clock);
        app.parse(line);
        return {out.str(), context.exit};
    }
};

TEST_CASE("the check names each agency, and the first entry that was altered")
{
    const Folder folder;
    auto [words, exit] = folder.say("audit verify");
    CHECK(words == "agency a: 4 entries, sound\nagency b: 2 entries, sound\n");
    CHECK(exit == cli::Exit::done);
    folder.run_script("DROP TRIGGER audit_entry_is_not_changed; "
                      "UPDATE audit_entry SET actor = 'v' WHERE agency = 'b' AND sequence = 2");
    std::tie(words, exit) = folder.say("audit verify");
    CHECK(words == "agency a: 4 entries, sound\n"
                   "agency b: entry 2 is not as it was written: its content was changed\n");
    CHECK(exit == cli::Exit::failed);
}

TEST_CASE("what old entries say is emptied but for records that are still there, after a look, and "
          "every chain stays whole")
{
    const Folder folder;
    {
        const auto database = folder.place.open();
        auto transaction = database->begin("note");
        for (const auto* record : {"kept", "gone"})
            note(transaction,
                 {.agency = "a",
                  .actor = "u",
                  .act = "people.view",
                  .record_kind = "person",
                  .record = record},
                 noon.now());
        transaction.commit();
    }
    const FixedClock early(date(2033, 11, 24)), late(date(2033, 11, 26));
    CHECK(folder.say("audit empty", early).first ==
          "agency a: 0 entries emptied\nagency b: 0 entries emptied\n");
    CHECK(folder.say("audit empty --preview", late).first ==
          "agency a: 5 entries would be emptied\nagency b: 2 entries would be emptied\n");
    CHECK(folder.say("audit empty", late).first ==
          "agency a: 5 entries emptied\nagency b: 2 entries emptied\n");
    CHECK(folder.say("audit empty", late).first ==
          "agency a: 0 entries emptied\nagency b: 0 entries emptied\n");
    CHECK(folder.say("audit verify --heads " + folder.heads.string()).first ==
          "agency a: 7 entries, sound\nagency b: 3 entries, sound\n");
    const auto database = folder.place.open();
    auto reader = database->read();
    CHECK(entries_about(reader, "a", "kept", 10).size() == 1);
    CHECK(entries_about(reader, "a", "gone", 10).empty());
}

TEST_CASE("entries are kept for seven years at least, and nothing of a chain that was altered goes")
{
    const Folder folder;
    CHECK_THROWS(folder.say("audit empty --years 6"));
    folder.run_script("DROP TRIGGER audit_entry_is_not_changed; "
                      "UPDATE audit_entry SET actor = 'v' WHERE agency = 'b' AND sequence = 2");
    const auto [words, exit] = folder.say("audit empty", FixedClock(date(2034, 1, 1)));
    CHECK(words == "agency a: 4 entries emptied\n"
                   "agency b: entry 2 is not as it was written: its content was changed\n");
    CHECK(exit == cli::Exit::failed);
}

TEST_CASE("heads that were kept elsewhere show a chain that is gone as a whole")
{
    const Folder folder;
    CHECK(folder.say("audit verify --heads " + folder.heads.string()).second == cli::Exit::done);
    CHECK(std::filesystem::status(folder.heads).permissions() ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    folder.run_script("DROP TRIGGER audit_entry_stays; DROP TRIGGER audit_head_stays; "
                      "DROP TRIGGER audit_signed_head_stays; "
                      "DELETE FROM audit_entry WHERE agency = 'b'; "
                      "DELETE FROM audit_head WHERE agency = 'b'; "
                      "DELETE FROM audit_signed_head WHERE agency = 'b'");
    CHECK(folder.say("audit verify").second == cli::Exit::done);
    const auto [words, exit] = folder.say("audit verify --heads " + folder.heads.string());
    CHECK(words.find("agency b: entry 1 is not as it was written") != std::string::npos);
    CHECK(exit == cli::Exit::failed);
}

TEST_CASE("an agency with a chain in each of two databases has each checked against its own heads")
{
    const tests::TestDatabase records(db::Engine::sqlite), advice(db::Engine::sqlite);
    const auto seed = crypto::Key::create();
    const auto heads = records.folder() / "heads.txt";
    int entries = 2;
    for (const auto* place : {&records, &advice}) {
        const auto database = place->open();
        REQUIRE(prepare(*database, noon).has_value());
        Folder::note_in(*database, "a", entries);
        CHECK(keep_heads({database.get()}, seed, heads, noon.now()) == 1);
        entries += 3;
    }
    const auto say = [&] {
        std::ostringstream out;
        cli::Context context{.out = out, .err = out};
        CLI::App app("test");
        add_commands(
            app, context,
            [&](const cli::Context&) -> Result<OpenChains> {
                OpenChains chains;
                chains.databases.push_back(records.open());
                chains.databases.push_back(advice.open());
                chains.public_key = crypto::signing_public_key(seed);
                return chains;
            },
            noon);
        app.parse("audit verify --heads " + heads.string());
        return std::pair(out.str(), context.exit);
    };
    CHECK(say() ==
          std::pair(std::string("agency a: 2 entries, sound\nagency a: 5 entries, sound\n"),
                    cli::Exit::done));
    {
        const auto database = records.open();
        auto transaction = database->begin("tamper");
        transaction.run_script(db::Sql{"tamper",
                                       "DROP TRIGGER audit_entry_is_not_changed; "
                                       "UPDATE audit_entry SET actor = 'v' WHERE sequence = 2"});
        transaction.commit();
    }
    CHECK(say().second == cli::Exit::failed);
}

TEST_CASE(
    "the heads that are printed are those that were written, and a broken file is said by line")
{
    const Folder folder;
    std::ifstream in(folder.heads);
    const std::string written((std::istreambuf_iterator<char>(in)), {});
    CHECK(folder.say("audit heads").first == written);
    std::ofstream(folder.heads, std::ios::app) << "not a head\n";
    const auto [words, exit] = folder.say("audit verify --heads " + folder.heads.string());
    CHECK(words.find("line 3") != std::string::npos);
    CHECK(exit == cli::Exit::bad_input);
    CHECK(folder.say("audit verify --heads /no/such/file").second == cli::Exit::bad_input);
}

TEST_CASE("heads are signed while the keeper lives, beginning at once")
{
    const Folder folder;
    const auto database = folder.place.open();
    std::atomic<int> hours{0};
    {
        HeadKeeper keeper({.databases = [&] { return std::vector<db::Database*>{database.get()}; },
                           .seed = folder.seed,
                           .file = folder.heads,
                           .also_each_hour =
                               [&] {
                                   ++hours;
                                   hours.notify_all();
                               }},
                          noon);
        hours.wait(0);
    }
    CHECK(hours == 1);
    auto reader = database->read();
    CHECK(signed_heads_of(reader, "a").back().head.sequence == 4);
}

} // namespace audit_commands_test
