// The two-world test (trust.md W-03): every page that the council, schools and the public can ask
// for answers the same bytes, with the same number of queries, whether or not an advice service
// holds a contact about the same child. A new route is in it as soon as it is served.
#include "tests/wall_records.h"
#include "tests/wall_town.h"

#include "casework/store.h"
#include "casework/store_open.h"
#include "helpers/test_database.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace wall_test {

using namespace onroll;
using namespace wall_town;

/// A contact about the child, in the advice service's own store.
std::string record_contact(const Town& town)
{
    const SystemClock clock;
    casework::AdviceStores stores({.data = town.data, .postgres = town.postgres}, clock);
    auto& store = **stores.of(town.advice);
    auto transaction = store.begin("record contact");
    const auto id = casework::record_contact(transaction, town.advice,
                                             {.channel = casework::Channel::phone,
                                              .caller = casework::Caller::parent_or_carer,
                                              .caller_name = std::string(caller),
                                              .child_name = std::string(child),
                                              .story = "Sent home at noon."},
                                             town.adviser, clock.now());
    transaction.commit();
    return id.text();
}

std::string council_of(const Town& town)
{
    const SystemClock clock;
    const auto database = std::move(*wiring::open_store(town.data, {}, clock));
    auto reader = database->read();
    for (const auto& agency : access::all_agencies(reader))
        if (agency.kind == access::AgencyKind::council) return agency.id.text();
    return {};
}

/// A case of the child with everything that the service can hold, in the same store; answers the
/// ids.
std::vector<std::string> record_case(const Town& town)
{
    return wall_records::Recorder({.data = town.data, .postgres = town.postgres}, town.advice,
                                  town.adviser)
        .everything();
}

TEST_CASE(
    "nobody outside the advice service can tell whether it holds a contact, or a case with "
    "events, work, notes, files, messages, accounts, papers and sharing with others: each page "
    "answers the same bytes "
    "with the same number of queries")
{
    const log::Redirect quiet([](std::string_view) {});
    const tests::TestDatabase place(db::Engine::sqlite);
    const auto town = make_town(place.folder() / "without");
    fs::copy(place.folder() / "without", place.folder() / "with", fs::copy_options::recursive);
    auto other = town;
    other.data = place.folder() / "with";
    std::vector<std::string> records{record_contact(other),
                                     crypto::to_hex(crypto::random_bytes(16)), "990022", "999"};
    for (auto& id : record_case(other)) records.push_back(std::move(id));
    records.insert(records.end(), town.known.begin(), town.known.end());
    World without(town.data);
    World with(other.data);
    int compared = 0, shown = 0;
    for (const auto& route : without.router.routes()) {
        for (const auto& target : targets_for(route.pattern, records)) {
            for (const auto& visitor : town.visitors) {
                if (is_advice(visitor)) continue;
                const auto one = ask(without, visitor, route.method, target, typed(route));
                const auto two = ask(with, visitor, route.method, target, typed(route));
                ++compared;
                if (one.status == 200) ++shown;
                if (one == two && two.body.find("Underhill") == std::string::npos) continue;
                CAPTURE(visitor.name);
                CAPTURE(http::method_name(route.method));
                CAPTURE(route.pattern);
                CHECK(one.status == two.status);
                CHECK(one.headers == two.headers);
                CHECK(one.queries == two.queries);
                CHECK(one.body == two.body);
            }
        }
    }
    MESSAGE(compared, " pairs of answers compared, ", shown, " of pages that are shown");
    CHECK(compared > 1000);
    CHECK(shown > 1000);
}

TEST_CASE("on PostgreSQL each page that answers twice alike answers so once a contact and a case "
          "with everything are there, with the same number of queries")
{
    if (!tests::postgres_is_there()) return;
    const log::Redirect quiet([](std::string_view) {});
    const tests::TestDatabase folder(db::Engine::sqlite);
    const tests::TestDatabase schema(db::Engine::postgres);
    REQUIRE(schema.open() != nullptr); // makes the schema
    const auto& settings = schema.settings();
    const auto url = settings.url + "?options=-csearch_path%3D" + settings.schema;
    fs::create_directories(folder.folder() / "town");
    const auto town = make_town(folder.folder() / "town", url);
    World world(town.data, url);
    std::string contact(32, 'a');
    const auto ask_all = [&](const std::string& record) {
        std::map<std::string, Seen> seen;
        for (const auto& route : world.router.routes()) {
            if (route.method != http::Method::get) continue;
            const auto target = targets_for(route.pattern, {record}).front();
            for (const auto& visitor : town.visitors)
                if (!is_advice(visitor))
                    seen.emplace(visitor.name + " " + route.pattern,
                                 ask(world, visitor, route.method, target, {}));
        }
        return seen;
    };
    // What differs from one time to the next by itself, as a list of who has seen what, says
    // nothing.
    ask_all(contact);
    const auto first = ask_all(contact);
    const auto second = ask_all(contact);
    contact = record_contact(town);
    record_case(town);
    const auto with = ask_all(contact);
    // Each minute a sign-in notes that it is used, by one more query of whatever page comes then; a
    // trace of the contact would be there both times.
    const auto later = ask_all(contact);
    int compared = 0;
    for (const auto& [what, seen] : second) {
        if (first.at(what) != seen) continue;
        ++compared;
        CAPTURE(what);
        CHECK((with.at(what) == seen || later.at(what) == seen));
    }
    MESSAGE(compared, " of ", second.size(), " pages compared");
    CHECK(compared > 500);
}

TEST_CASE("what an advice service shares opens to the agency that it names, and all others are "
          "answered as where nothing is shared")
{
    const log::Redirect quiet([](std::string_view) {});
    const tests::TestDatabase place(db::Engine::sqlite);
    const auto town = make_town(place.folder() / "without");
    fs::copy(place.folder() / "without", place.folder() / "with", fs::copy_options::recursive);
    auto other = town;
    other.data = place.folder() / "with";
    const auto share =
        wall_records::Recorder({.data = other.data, .postgres = {}}, town.advice, town.adviser)
            .shared_with(council_of(other));
    World without(town.data);
    World with(other.data);
    int named = 0, compared = 0;
    for (const auto& visitor : town.visitors) {
        if (is_advice(visitor)) continue;
        const bool of_council =
            visitor.agency_kind == access::AgencyKind::council && !visitor.cookie.empty();
        for (const std::string target : {"/shared", "/start"}) {
            const auto one = ask(without, visitor, http::Method::get, target, {});
            const auto two = ask(with, visitor, http::Method::get, target, {});
            CAPTURE(visitor.name);
            CAPTURE(target);
            if (two.body.find("Winterbourne") != std::string::npos) {
                ++named;
                CHECK(target == "/shared");
                CHECK(of_council);
                CHECK(ask(with, visitor, http::Method::get, "/shared/" + share, {}).status == 200);
                continue;
            }
            ++compared;
            CHECK(one == two);
            if (of_council) continue;
            CHECK(ask(with, visitor, http::Method::get, "/shared/" + share, {}) ==
                  ask(without, visitor, http::Method::get, "/shared/" + share, {}));
        }
    }
    CHECK(named > 0);
    CHECK(compared > 10);
}

TEST_CASE("the advice service itself sees its contact, so the comparison above could find one")
{
    const log::Redirect quiet([](std::string_view) {});
    const tests::TestDatabase place(db::Engine::sqlite);
    const auto town = make_town(place.folder() / "with");
    record_contact(town);
    World with(town.data);
    const auto adviser = std::find_if(town.visitors.begin(), town.visitors.end(), is_advice);
    REQUIRE(adviser != town.visitors.end());
    const auto seen = ask(with, *adviser, http::Method::get, "/advice/contacts", {});
    CHECK(seen.status == 200);
    CHECK(seen.body.find("Underhill") != std::string::npos);
}

TEST_CASE("no file but the advice service's own holds a word of the contact")
{
    const log::Redirect quiet([](std::string_view) {});
    const tests::TestDatabase place(db::Engine::sqlite);
    const auto town = make_town(place.folder() / "with");
    record_contact(town);
    record_case(town);
    for (const auto& one : fs::recursive_directory_iterator(town.data)) {
        if (!one.is_regular_file() || one.path().parent_path().filename() == "advice") continue;
        std::ifstream in(one.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        CHECK(bytes.find("Underhill") == std::string::npos);
    }
}

} // namespace wall_test
