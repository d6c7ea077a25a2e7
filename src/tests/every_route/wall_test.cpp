// The two-world test (trust.md W-03): every page that the council, schools and the public can ask
// for answers the same bytes, with the same number of queries, whether or not an advice service
// holds a contact about the same child. A new route is in it as soon as it is served.
#include "tests/every_route/wall_records_kept.h"
#include "tests/every_route/wall_worlds.h"

#include "casework/store.h"
#include "casework/store_open.h"
#include "helpers/test_database.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
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
    wall_records::Recorder recorder({.data = town.data, .postgres = town.postgres}, town.advice,
                                    town.adviser);
    auto ids = recorder.everything();
    for (auto& id : wall_records::keep_the_rest(recorder)) ids.push_back(std::move(id));
    return ids;
}

/// What somebody who is outside asks of each route: every id that there is, and searches.
std::vector<std::string> records_of(const Town& town)
{
    std::vector<std::string> records{record_contact(town), crypto::to_hex(crypto::random_bytes(16)),
                                     "990022", "999"};
    for (auto& id : record_case(town)) records.push_back(std::move(id));
    records.insert(records.end(), town.known.begin(), town.known.end());
    return records;
}

/// The addresses that families and calendars open, of the service itself, with a secret that nobody
/// has.
std::vector<std::string> addresses_of_service(const std::string& pattern, const Town& town)
{
    if (pattern.find("{service}") == std::string::npos) return {};
    auto address = pattern;
    for (const auto& [parameter, value] :
         {std::pair<std::string, std::string>{"{service}", town.advice.text()},
          {"{colleague}", town.adviser.text()},
          {"{secret}", std::string(43, 'x')}})
        if (const auto at = address.find(parameter); at != std::string::npos)
            address.replace(at, parameter.size(), value);
    return {address};
}

/// The same question to both worlds, as often as it takes to see them alike: each minute a sign-in
/// notes that it is used, by one more query of whatever page comes then.
bool are_alike(const std::function<Seen()>& one, const std::function<Seen()>& other, Seen& first,
               Seen& second)
{
    for (int times = 0; times < 2; ++times) {
        first = one();
        second = other();
        if (first == second) return true;
        if (first.status != second.status || first.body != second.body) return false;
    }
    return false;
}

/// Everybody asks for the first of a route's addresses, and on SQLite for the next thirty; for the
/// others they take turns.
bool asks(db::Engine engine, std::size_t visitor, std::size_t target, std::size_t visitors)
{
    const std::size_t of_everybody = engine == db::Engine::sqlite ? 30 : 1;
    return target < of_everybody || target % visitors == visitor;
}

TEST_CASE(
    "nobody outside the advice service can tell whether it holds a contact, or a case with "
    "events, work, notes, files, messages, accounts, papers and sharing with others: each page "
    "answers the same bytes with the same number of queries, on either engine")
{
    const log::Redirect quiet([](std::string_view) {});
    for_each_pair_of_towns([](const Town& town, const Town& other, db::Engine engine) {
        const auto records = records_of(other);
        World without(town.data, town.postgres);
        World with(other.data, other.postgres);
        int compared = 0, shown = 0;
        for (const auto& route : without.router.routes()) {
            auto targets = targets_for(route.pattern, records);
            for (auto& address : addresses_of_service(route.pattern, other))
                targets.push_back(std::move(address));
            for (std::size_t target = 0; target < targets.size(); ++target)
                for (std::size_t visitor = 0; visitor < town.visitors.size(); ++visitor) {
                    const auto& who = town.visitors[visitor];
                    if (is_advice(who) || !asks(engine, visitor, target, town.visitors.size()))
                        continue;
                    const auto asking = [&](World& world) {
                        return ask(world, who, route.method, targets[target], typed(route));
                    };
                    Seen one, two;
                    const bool alike = are_alike([&] { return asking(without); },
                                                 [&] { return asking(with); }, one, two);
                    ++compared;
                    if (one.status == 200) ++shown;
                    if (alike && two.body.find("Underhill") == std::string::npos) continue;
                    CAPTURE(db::name_of(engine));
                    CAPTURE(who.name);
                    CAPTURE(http::method_name(route.method));
                    CAPTURE(route.pattern);
                    CHECK(one.status == two.status);
                    CHECK(one.headers == two.headers);
                    CHECK(one.queries == two.queries);
                    CHECK(one.body == two.body);
                }
        }
        MESSAGE(compared, " pairs of answers compared on ", db::name_of(engine), ", ", shown,
                " of pages that are shown");
        CHECK(compared > 5000);
        CHECK(shown > 1000);
    });
}

TEST_CASE("the case of these tests fills every table that an advice service has")
{
    const log::Redirect quiet([](std::string_view) {});
    const tests::TestDatabase place(db::Engine::sqlite);
    const auto town = make_town(place.folder() / "with");
    record_contact(town);
    record_case(town);
    const SystemClock clock;
    casework::AdviceStores stores({.data = town.data, .postgres = {}}, clock);
    auto reader = (**stores.of(town.advice)).read();
    std::vector<std::string> tables;
    {
        constexpr db::Sql every_table{"every table",
                                      "SELECT name FROM sqlite_master WHERE type = 'table' AND "
                                      "name LIKE 'casework_%' ORDER BY name"};
        auto rows = reader.query(every_table);
        while (rows.next()) tables.push_back(rows.text("name"));
    }
    CHECK(tables.size() > 50);
    for (const auto& table : tables) {
        const auto text = "SELECT count(*) AS n FROM " + table;
        const db::Sql count{"count rows", text};
        auto rows = reader.query(count);
        REQUIRE(rows.next());
        CAPTURE(table);
        CHECK(rows.integer("n") > 0);
    }
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
