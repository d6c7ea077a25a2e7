// One child whom both the council and the advice service know: the copy of the record that each
// would give is held, word by word, to a reviewed one. trust.md W-07, G-02.
#include "tests/page_forms.h"
#include "tests/every_route/wall_records.h"
#include "tests/wall_town.h"

#include "helpers/shared_data.h"
#include "helpers/test_database.h"
#include "people/store_consents.h"
#include "people/store_households.h"
#include "people/store_requests.h"
#include "people/store_restrictions.h"
#include "platform/json/json.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

namespace copy_wall_test {

using namespace onroll;
using namespace wall_town;
using access::AgencyKind;
using access::Role;

/// A data protection officer of that agency, signed in.
Visitor officer_of(const Town& town, const access::AgencyId& agency, AgencyKind kind)
{
    const SystemClock clock;
    auto database = std::move(*wiring::open_store(town.data, town.postgres, clock));
    return signed_in(*database, agency, kind, Role::data_protection_officer, clock.now(),
                     std::string(access::key_of(kind)) + ".example");
}

access::AgencyId council_of(const Town& town)
{
    const SystemClock clock;
    auto database = std::move(*wiring::open_store(town.data, town.postgres, clock));
    auto reader = database->read();
    const auto agencies = access::all_agencies(reader);
    return std::find_if(agencies.begin(), agencies.end(),
                        [](const access::Agency& one) { return one.kind == AgencyKind::council; })
        ->id;
}

/// What only the council knows of the child. Answers the child's id there.
std::string council_knows(const Town& town, const access::AgencyId& council)
{
    const SystemClock clock;
    const auto now = clock.now();
    auto database = std::move(*wiring::open_store(town.data, town.postgres, clock));
    const auto safe = wiring::address_safe(wiring::root_key(town.data).value());
    const auto officer =
        std::find_if(town.visitors.begin(), town.visitors.end(), [](const Visitor& one) {
            return one.name == access::key_of(Role::inclusion_officer);
        });
    REQUIRE(officer != town.visitors.end());
    const auto scope = people::scope_of(council, *officer->user, now);
    const auto today = scope.today();
    auto to = database->begin("council knows the child");
    const auto child =
        people::create_person(
            to, scope,
            {.name = {.given = "Invented", .family = "Winterbourne"}, .alert = "Harbourside"})
            .value();
    const auto adult = people::create_person(to, scope,
                                             {.kind = people::PersonKind::adult,
                                              .name = {.given = "Harbour", .family = "Townley"}})
                           .value();
    REQUIRE(people::add_tie(to, scope, {.child = child, .adult = adult}).has_value());
    REQUIRE(people::move_person(to, scope, safe, adult,
                                {.lines = {"7 Harbour Refuge"}, .postcode = "ZZ7 7ZZ"},
                                people::Protection::protected_address, today)
                .has_value());
    REQUIRE(people::move_person(to, scope, safe, child,
                                {.lines = {"7 Harbour Refuge"}, .postcode = "ZZ7 7ZZ"},
                                people::Protection::protected_address, today)
                .has_value());
    REQUIRE(people::form_household(to, scope, child, "At Harbour’s", {adult}, today).has_value());
    REQUIRE(people::record_consent(to, scope,
                                   {.id = crypto::new_id<people::ConsentId>(),
                                    .about = child,
                                    .giver = adult,
                                    .given_on = today})
                .has_value());
    REQUIRE(people::receive_request(to, scope, child,
                                    {.asked_by = "The child’s father", .received_on = today})
                .has_value());
    REQUIRE(people::note_dispute(to, scope, child,
                                 {.about = "The school",
                                  .recorded = "Harbour School",
                                  .said = "None",
                                  .said_by = "The father"})
                .has_value());
    to.commit();
    return child.text();
}

/// The child of the advice service's case.
std::string advice_knows(const Town& town)
{
    return wall_records::Recorder({.data = town.data, .postgres = town.postgres}, town.advice,
                                  town.adviser)
        .everything()[1];
}

http::Response asked(World& world, const Visitor& visitor, http::Method method,
                     const std::string& target, http::Fields form = {})
{
    http::RequestParts parts{.method = method, .target = target, .id = "1"};
    parts.headers.add("Host", "localhost");
    parts.headers.add("Cookie", visitor.cookie);
    if (method != http::Method::get) {
        parts.headers.add("Sec-Fetch-Site", "same-origin");
        form.add("form_token", visitor.form_token);
        parts.form = http::Form{};
        parts.form->fields = std::move(form);
    }
    return http::handle(world.router, *http::Request::create(std::move(parts)));
}

/// Days and moments, which are those of the test.
std::string without_days(std::string text)
{
    static const std::regex day(
        "((Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?[0-9]{1,2} "
        "(January|February|March|April|May|June|July|August|September|October|November|December) "
        "20[0-9]{2}");
    static const std::regex iso_day("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
    static const std::regex time(
        "(at )?([0-9]{1,2}(:[0-9]{2})?[ap]m|midday|midnight)|[0-9]{2}:[0-9]{2}");
    text = std::regex_replace(text, day, "[day]");
    return std::regex_replace(std::regex_replace(text, iso_day, "[day]"), time, "[time]");
}

/// What happened at one moment stands in no order of its own.
std::string sorted(const std::string& text)
{
    auto copy = json::parse(text, {.depth = 8}).value();
    for (const char* list : {"items", "left_out"}) {
        auto& all = copy[list];
        std::sort(all.begin(), all.end(), [](const json::Value& one, const json::Value& other) {
            return json::print(one) < json::print(other);
        });
    }
    return json::print_indented(copy) + "\n";
}

/// The copy as a file, each item about others answered alike.
std::string copy_by(World& world, const Visitor& officer, const std::string& child,
                    const std::string& decision)
{
    const auto path = "/people/" + child + "/copy";
    const auto page = asked(world, officer, http::Method::get, path);
    REQUIRE(page.status == 200);
    http::Fields form;
    for (const auto& name : tidemoor::names_on(page.content(), "item.")) form.add(name, decision);
    form.add("then", "download");
    const auto made = asked(world, officer, http::Method::post, path, std::move(form));
    REQUIRE(made.status == 200);
    CHECK(made.headers["Content-Disposition"] == "attachment; filename=\"access-copy.json\"");
    return sorted(without_days(std::string(made.content())));
}

std::string reviewed(const std::string& name, const std::string& text)
{
    const auto path = tests::source_file("src/tests/every_route/copies/" + name);
    if (std::getenv("ONROLL_UPDATE_DOCS")) std::ofstream(path) << text;
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool holds(const std::string& text, std::string_view words)
{
    return text.find(words) != std::string::npos;
}

/// One child in the council's records, and in `with` in the advice service's too.
struct TwoWorlds {
    log::Redirect quiet{[](std::string_view) {}};
    tests::TestDatabase place{db::Engine::sqlite};
    Town without = make_town(place.folder() / "without");
    access::AgencyId council = council_of(without);
    std::string in_council = council_knows(without, council);
    Visitor council_officer = officer_of(without, council, AgencyKind::council);
    Visitor advice_officer = officer_of(without, without.advice, AgencyKind::advice_service);
    Town with = without;
    std::string in_advice;

    TwoWorlds()
    {
        fs::copy(place.folder() / "without", place.folder() / "with", fs::copy_options::recursive);
        with.data = place.folder() / "with";
        in_advice = advice_knows(with);
    }
};

TEST_CASE(
    "the council's copy of a child whom the advice service knows too is the reviewed one, and "
    "the same as if no advice had been asked for")
{
    TwoWorlds town;
    World without(town.without.data);
    World with(town.with.data);
    const auto alone = copy_by(without, town.council_officer, town.in_council, "give");
    const auto both = copy_by(with, town.council_officer, town.in_council, "give");
    CHECK(alone == both);
    CHECK(both == reviewed("council.json", both));
    CHECK(holds(both, "Townley"));
    // A protected address is opened by hand for the person alone.
    CHECK_FALSE(holds(both, "Harbour Refuge"));
    for (const auto* words : {"Underhill", "dvice service", "Case 1", "advice."}) {
        CAPTURE(words);
        CHECK_FALSE(holds(both, words));
    }
}

/// By its name; that every page is alike is asked in wall_test.
bool answers_a_file(const http::Route& route)
{
    static const std::regex file("\\.(csv|xlsx|ics|pdf|zip|json)$|/pdf$|/whole$");
    return std::regex_search(route.pattern, file);
}

TEST_CASE(
    "nothing that the council can take away of a child says that the advice service knows the "
    "child")
{
    TwoWorlds town;
    World without(town.without.data);
    World with(town.with.data);
    int files = 0;
    for (const auto& route : without.router.routes()) {
        if (route.method != http::Method::get || !answers_a_file(route)) continue;
        for (const auto& target : targets_for(route.pattern, {town.in_council, town.in_advice}))
            for (const auto& visitor : town.without.visitors) {
                if (visitor.agency_kind != AgencyKind::council || visitor.cookie.empty()) continue;
                const auto one = ask(without, visitor, http::Method::get, target, {});
                const auto two = ask(with, visitor, http::Method::get, target, {});
                if (one.status != 200 || holds(one.headers, "text/html")) continue;
                ++files;
                CAPTURE(target);
                CAPTURE(visitor.name);
                CHECK(one == two);
                CHECK_FALSE(holds(two.body, "Underhill"));
            }
    }
    CHECK(files > 3);
}

TEST_CASE("the advice service's copy of the same child is the reviewed one, and holds nothing of "
          "the council's")
{
    TwoWorlds town;
    World with(town.with.data);
    const auto given = copy_by(with, town.advice_officer, town.in_advice, "give");
    CHECK(given == reviewed("advice-all-given.json", given));
    CHECK(holds(given, "Case 1"));
    const auto kept = copy_by(with, town.advice_officer, town.in_advice, "others");
    CHECK(kept == reviewed("advice-others-left-out.json", kept));
    // Who rang, what was said by others, and what the child wrote for the adviser.
    CHECK(holds(given, "Underhill"));
    CHECK_FALSE(holds(kept, "Underhill"));
    CHECK_FALSE(holds(kept, "said no"));
    for (const auto* words :
         {"Harbour", "Townley", "Refuge", "inclusion_officer", "Invented council"}) {
        CAPTURE(words);
        CHECK_FALSE(holds(given, words));
    }
}

TEST_CASE("neither officer can make the copy of the other's record")
{
    TwoWorlds town;
    World with(town.with.data);
    const auto path = [](const std::string& child) { return "/people/" + child + "/copy"; };
    for (const auto method : {http::Method::get, http::Method::post}) {
        CHECK(asked(with, town.council_officer, method, path(town.in_advice)).status == 404);
        CHECK(asked(with, town.advice_officer, method, path(town.in_council)).status == 404);
    }
}

} // namespace copy_wall_test
