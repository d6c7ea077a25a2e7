// Rights that change while a request is on its way: somebody was let in, then their account was
// disabled, a role taken or their sign-in ended, and then the page would save. Nothing is saved, on
// either engine; a page that is being shown may end, and the next one is refused. trust.md Z-08.
#include "tests/page_forms.h"
#include "tests/wall_town.h"

#include "helpers/test_database.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <iostream>
#include <thread>

namespace race_test {

using namespace onroll;
using namespace wall_town;

/// What happens to somebody between the gate and the save.
using Meanwhile = std::function<void(db::Transaction&, const access::User&, Instant)>;

struct Change {
    std::string name;
    Meanwhile happens;
};

const std::vector<Change>& changes()
{
    static const std::vector<Change> all{
        {"the account is disabled",
         [](db::Transaction& to, const access::User& user, Instant now) {
             access::set_state(to, user, access::UserState::disabled, now);
         }},
        {"the sign-in is ended by an administrator",
         [](db::Transaction& to, const access::User& user, Instant) {
             access::end_sign_ins(to, {user.agency, user.id});
         }},
        {"the role is taken", [](db::Transaction& to, const access::User& user, Instant) {
             access::set_roles(to, user, {access::Role::administrator});
         }}};
    return all;
}

/// A town, with a second way to each form on which something happens once the gate is passed.
class Held {
public:
    Held(const fs::path& folder, const std::string& url)
        : town_(make_town(folder, url)), world_(town_.data, url)
    {
    }

    const Visitor& visitor(access::Role role) const
    {
        const auto found =
            std::find_if(town_.visitors.begin(), town_.visitors.end(),
                         [&](const Visitor& one) { return one.name == access::key_of(role); });
        REQUIRE(found != town_.visitors.end());
        return *found;
    }

    /// Answers the status of the form of that page, sent while `meanwhile` happens.
    int send(const Visitor& who, const std::string& page, const std::string& action,
             const std::function<void()>& meanwhile)
    {
        const auto held = "/held/" + std::to_string(++ways_);
        const auto& route = found(http::Method::post, action);
        world_.router.post(held, route.policy,
                           [handler = route.handler, meanwhile](const http::Request& request) {
                               // As another request does it, in a thread of its own.
                               std::thread(meanwhile).join();
                               return handler(request);
                           });
        return ask(world_, who, http::Method::post, held, filled_in(who, page, action)).status;
    }

    /// The same for a page that is only looked at.
    int look(const Visitor& who, const std::string& page, const std::function<void()>& meanwhile)
    {
        const auto held = "/held/" + std::to_string(++ways_);
        const auto& route = found(http::Method::get, page);
        world_.router.get(held, route.policy,
                          [handler = route.handler, meanwhile](const http::Request& request) {
                              std::thread(meanwhile).join();
                              return handler(request);
                          });
        return ask(world_, who, http::Method::get, held, {}).status;
    }

    void change(const Visitor& who, const Meanwhile& happens)
    {
        const auto agency = agency_of(who);
        const db::WorkFor its(agency.text());
        auto to = world_.database->begin("meanwhile");
        happens(to, access::find_user(to, agency, *who.user).value(), world_.clock.now());
        to.commit();
    }

    World& world() { return world_; }

private:
    access::AgencyId agency_of(const Visitor& who)
    {
        std::vector<access::Agency> agencies;
        {
            auto reader = world_.database->read();
            agencies = access::all_agencies(reader);
        }
        for (const auto& agency : agencies)
            if (agency.kind == who.agency_kind) return agency.id;
        throw Bug("every visitor has an agency");
    }

    const http::Route& found(http::Method method, const std::string& target)
    {
        const auto matched =
            world_.router.match(method, http::Request::get(target).path_segments());
        const auto* route = std::get_if<http::RouteFound>(&matched);
        REQUIRE(route != nullptr);
        return *route->route;
    }

    http::Fields filled_in(const Visitor& who, const std::string& page, const std::string& action)
    {
        http::RequestParts parts{.method = http::Method::get, .target = page, .id = "1"};
        parts.headers.add("Host", "localhost");
        parts.headers.add("Cookie", who.cookie);
        const auto request = http::Request::create(std::move(parts));
        const auto shown = http::handle(world_.router, *request);
        for (const auto& form : tidemoor::forms_of(shown.content()))
            if (form.action == action)
                return tidemoor::filled(
                           form, world_.clock.today(), 0,
                           [this](const tidemoor::PageField& field) { return words_for(field); })
                    .fields;
        FAIL("no such form");
        return {};
    }

    /// No two children of a name, so that nobody is asked whether they are one.
    std::string words_for(const tidemoor::PageField& field) const
    {
        static const std::vector<std::string> names{"Aino", "Bertram", "Cyril", "Dagmar", "Elke"};
        if (field.name == "given_name" || field.name == "family_name")
            return names[static_cast<std::size_t>(ways_) % names.size()];
        return tidemoor::likely_words(field);
    }

    Town town_;
    World world_;
    int ways_ = 0;
};

/// A form of each store: the one that agencies share, and an advice service's own.
struct Form {
    access::Role role;
    std::string page, action;
};
const std::vector<Form>& forms()
{
    static const std::vector<Form> all{
        {access::Role::inclusion_officer, "/people/new", "/people/new"},
        {access::Role::adviser, "/advice/open-offers", "/advice/open-offers"}};
    return all;
}

void for_each_town(const std::function<void(Held& held)>& test)
{
    const log::Redirect quiet([](std::string_view) {});
    {
        const tests::TestDatabase place(db::Engine::sqlite);
        Held held(place.folder() / "town", {});
        test(held);
    }
    if (!tests::postgres_is_there()) return;
    const tests::TestDatabase folder(db::Engine::sqlite);
    const tests::TestDatabase schema(db::Engine::postgres);
    REQUIRE(schema.open() != nullptr);
    fs::create_directories(folder.folder() / "town");
    Held held(folder.folder() / "town",
              schema.settings().url + "?options=-csearch_path%3D" + schema.settings().schema);
    test(held);
}

TEST_CASE("a form is not saved once the account is disabled, the sign-in ended or the role taken, "
          "though it was let in before; and saved where nothing changed")
{
    for (const auto& change : changes())
        for_each_town([&](Held& held) {
            for (const auto& form : forms()) {
                const auto& who = held.visitor(form.role);
                CAPTURE(change.name);
                CAPTURE(form.page);
                CHECK(held.send(who, form.page, form.action, [] {}) == 303);
                const auto page = ask(held.world(), who, http::Method::get, form.page, {}).status;
                CHECK(page == 200);
                const auto status = held.send(who, form.page, form.action,
                                              [&] { held.change(who, change.happens); });
                CHECK(status == 403);
            }
        });
}

TEST_CASE("a page that is being shown may end once the account is disabled, and what is asked next "
          "is refused")
{
    for_each_town([&](Held& held) {
        const auto& who = held.visitor(access::Role::data_protection_officer);
        const std::string file = "/data-protection/processing.csv";
        CHECK(held.look(who, file, [&] { held.change(who, changes().front().happens); }) == 200);
        const auto next = ask(held.world(), who, http::Method::get, file, {});
        CHECK(next.status == 303);
        CHECK(next.body.find("csv") == std::string::npos);
    });
}

} // namespace race_test
