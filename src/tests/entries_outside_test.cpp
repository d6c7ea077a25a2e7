// One entry in the audit for each act of a program, by its key, and of whoever comes by a link: in
// the chain of the agency whose key or whose link it is, and in no other. trust.md L-01, L-07.
#include "tests/page_forms.h"
#include "tests/stores.h"

#include "access/rules_policy.h"
#include "access/store_keys.h"
#include "access/store_users.h"
#include "platform/crypto/new_id.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace entries_outside_test {

using namespace onroll;
using namespace tidemoor;

/// A program of an agency, and its key.
struct Program {
    access::Agency agency;
    access::KeyScope scope;
    access::ApiKeyId id;
    std::string secret;

    /// As the policy knows it.
    access::Actor actor(const Area& area) const
    {
        auto one = area.staff.front().actor;
        one.agency = agency.id;
        one.agency_kind = agency.kind;
        one.roles = {};
        one.key = scope;
        return one;
    }
};

std::vector<access::Agency> agencies_of(const Area& area)
{
    auto reader = area.database->read();
    return access::all_agencies(reader);
}

/// One for each kind of key that the agency may have.
std::vector<Program> programs_of(const Area& area)
{
    std::vector<Program> all;
    for (const auto& agency : agencies_of(area)) {
        const auto maker = std::find_if(area.staff.begin(), area.staff.end(), [&](const auto& who) {
            return who.actor.agency == agency.id;
        });
        if (maker == area.staff.end()) continue;
        auto transaction = area.database->begin("make keys");
        for (const auto scope : access::all_key_scopes()) {
            if (!access::fits(agency.kind, scope)) continue;
            const auto id = crypto::new_id<access::ApiKeyId>();
            auto secret = access::add_api_key(
                transaction, agency.id, {"Invented program", scope, area.clock.today() + Days{30}},
                id, maker->actor.user, area.clock.now());
            all.push_back({agency, scope, id, std::move(secret)});
        }
        transaction.commit();
    }
    return all;
}

/// What a program asked, to be looked up in the audit afterwards.
struct Asked {
    std::string id;
    const Program* program;
    const http::Route* route;
    int status = 0;
    bool may = false; ///< the key opens the route
};

class Programs {
public:
    explicit Programs(const Area& area) : area_(area) {}

    void ask(const Program& program, const http::Route& route, const std::string& target,
             const std::string& body, bool may)
    {
        const auto id = "by-key-" + std::to_string(asked_.size());
        const auto answer =
            area_.ask_by_key(route, target, program.secret, {.id = id, .body = body});
        asked_.push_back({id, &program, &route, answer.status, may});
    }
    const std::vector<Asked>& all() const { return asked_; }

private:
    const Area& area_;
    std::vector<Asked> asked_;
};

/// Bodies: what the search takes, what no route takes, and what is no JSON.
constexpr std::array<const char*, 3> bodies{R"({"words": "Smith"})", R"({"wards": 1})", "{"};

void check_one_entry(const Stores& stores, const Asked& one)
{
    const auto entries = stores.entries_of(one.id);
    CAPTURE(http::method_name(one.route->method));
    CAPTURE(one.route->pattern);
    CAPTURE(one.program->agency.name);
    CAPTURE(access::key_of(one.program->scope));
    CAPTURE(one.status);
    CAPTURE(told(entries));
    CHECK(entries.size() == 1);
    for (const auto& entry : entries) {
        const auto& own = stores.of_agency(one.program->agency.id).name;
        CHECK(entry.store == own);
        CHECK(entry.agency == one.program->agency.id.text());
        CHECK(entry.act == one.route->policy.name());
        if (!one.may) CHECK(entry.outcome == "refused");
        // What was asked was looked for; what was not taken did not happen.
        const auto& act = *access::act_named(one.route->policy.name());
        if (one.status >= 400 && act.effect == access::Effect::changes)
            CHECK(entry.outcome != "done");
    }
}

TEST_CASE("each request of a program leaves one entry in the chain of its agency: what it is "
          "answered, what cannot be read, what its key does not open, and what a key that was "
          "revoked asks")
{
    const log::Redirect quiet([](std::string_view) {});
    const Area fresh;
    const auto programs = programs_of(fresh);
    Programs asking(fresh);
    int answered = 0, refused = 0;
    const auto ask_everything = [&](const Program& program, bool works) {
        for (const auto& route : fresh.router.routes()) {
            if (!is_guarded(route) || !is_for_programs(route)) continue;
            const bool may = works && access::may_ever(program.actor(fresh), route.policy.name());
            const auto own = fresh.a_record_of(program.agency.id);
            for (const auto& record :
                 {own.value_or(std::string(32, 'a')), std::string(32, 'a'), std::string("no-id")})
                for (const auto* body : bodies)
                    asking.ask(program, route, path_for(route.pattern, record), body, may);
        }
    };
    for (const auto& program : programs) ask_everything(program, true);
    for (const auto& program : programs) {
        {
            auto transaction = fresh.database->begin("revoke key");
            REQUIRE(access::revoke_api_key(transaction, program.agency.id, program.id,
                                           fresh.clock.now()));
            transaction.commit();
        }
        ask_everything(program, false);
    }
    const Stores stores(fresh);
    for (const auto& one : asking.all()) {
        check_one_entry(stores, one);
        (one.status == 200 ? answered : refused) += 1;
    }
    std::cout << "requests of programs with one entry each: " << answered << " answered, "
              << refused << " refused\n";
    CHECK(answered > 5);
    CHECK(refused > 100);
}

TEST_CASE("a key that nobody has leaves no entry anywhere")
{
    const log::Redirect quiet([](std::string_view) {});
    const auto& all = area();
    for (const auto& route : all.router.routes()) {
        if (!is_guarded(route) || !is_for_programs(route)) continue;
        const auto answer = all.ask_by_key(route, path_for(route.pattern, std::string(32, 'a')),
                                           "made-up", {.id = "nobodys-key"});
        CHECK(answer.status == 401);
    }
    CHECK(Stores(all).entries_of("nobodys-key").empty());
}

/// What was sent from a page of a visit, and what the audit should say of it.
struct FromALink {
    std::string id;
    access::AgencyId agency;
    std::string act; ///< empty: nothing is noted
    std::string outcome;
    int status = 0;
    int expected = 0;
};

class Family {
public:
    Family(const Area& area, const Unopened& link, std::vector<FromALink>& sent)
        : area_(area), link_(link), sent_(sent)
    {
    }

    /// Presses the link's button again while its visit lasts: that leads on, and opens nothing.
    void come_back()
    {
        http::Form form;
        form.fields.add("link", link_.token);
        send("/open", std::move(form), "", "", 303);
    }

    /// Opens the link; a second time it works no more.
    void open(int expected, const std::string& outcome)
    {
        http::Form form;
        form.fields.add("link", link_.token);
        const auto answer = send("/open", std::move(form), "family.open", outcome, expected);
        if (!answer.cookies.empty())
            cookie_ = answer.cookies.front().name + "=" + answer.cookies.front().value;
    }

    /// Presses "Exit this page", which leads away from here, in a visit or after it.
    void exit(const std::string& act, const std::string& outcome)
    {
        send("/family/exit", {}, act, outcome, 303, http::Method::get);
    }

    /// The form of the page with these words in its boxes.
    void fill(const std::string& page, const std::string& action, const std::string& words,
              const std::string& act, const std::string& outcome, int expected)
    {
        if (forms_.count(action) == 0)
            for (const auto& form : forms_of(get(page).content()))
                if (form.action == action) forms_.emplace(action, form);
        REQUIRE(forms_.count(action) == 1);
        const auto& form = forms_.at(action);
        auto filled_in =
            filled(form, area_.clock.today(), 0, [&](const PageField&) { return words; });
        for (const auto& field : form.fields)
            if (field.name == "form_token") filled_in.fields.add(field.name, field.values.at(0));
        send(action, std::move(filled_in), act, outcome, expected);
    }

    /// Where the pages of the visit lead to a conversation.
    std::string conversation() const
    {
        const auto hub = get("/family");
        if (hub.status == 303) return std::string(hub.headers["Location"]);
        for (const auto& tag : tags_of(hub.content()))
            if (tag["href"].starts_with("/family/messages/")) return tag["href"];
        return {};
    }

private:
    http::Response get(const std::string& target) const
    {
        return area_.ask(route(http::Method::get, target), target, nullptr, {.cookie = cookie_});
    }

    const http::Route& route(http::Method method, const std::string& target) const
    {
        const auto matched = area_.router.match(method, http::Request::get(target).path_segments());
        const auto* found = std::get_if<http::RouteFound>(&matched);
        REQUIRE(found != nullptr);
        return *found->route;
    }

    http::Response send(const std::string& target, http::Form form, const std::string& act,
                        const std::string& outcome, int expected,
                        http::Method method = http::Method::post)
    {
        const auto id = "by-link-" + std::to_string(sent_.size());
        auto answer = area_.ask(route(method, target), target, nullptr,
                                {.form = std::move(form), .id = id, .cookie = cookie_});
        sent_.push_back({id, link_.agency, act, outcome, answer.status, expected});
        return answer;
    }

    const Area& area_;
    const Unopened& link_;
    std::vector<FromALink>& sent_;
    std::string cookie_;
    std::map<std::string, PageForm> forms_;
};

/// Writes, makes a mistake, leaves, and comes back when it is over.
void write_and_leave(Family& family)
{
    const auto page = family.conversation();
    REQUIRE_FALSE(page.empty());
    family.fill(page, page, "We can come on Monday", "family.write", "done", 303);
    family.fill(page, page, "", "family.write", "failed", 400);
}

void tell_and_come_back(Family& family)
{
    const std::string page = "/family/account";
    family.fill(page, page, "", "family.tell", "failed", 400);
    family.fill(page, page, "I was sent home", "family.tell", "done", 303);
    // The visit ended with the account; nobody is known who could have tried.
    family.fill(page, page, "Once more", "", "", 404);
}

TEST_CASE("whatever is sent by a link leaves one entry in the chain of its service: a link that is "
          "opened, a message, an account, a form with mistakes, and a link that is used again; "
          "what comes after the visit is over leaves none")
{
    const log::Redirect quiet([](std::string_view) {});
    const Area fresh;
    std::vector<FromALink> sent;
    std::set<std::string> met;
    for (const auto& link : fresh.unopened) {
        if (!met.insert(link.agency.text() + link.purpose).second) continue;
        Family family(fresh, link, sent);
        family.open(303, "done");
        if (link.purpose == "account")
            tell_and_come_back(family);
        else
            write_and_leave(family);
        if (link.purpose == "family") {
            family.fill("/family", "/family/leave", "", "family.leave", "done", 303);
            family.fill("/family", "/family/leave", "", "", "", 404);
        }
        if (link.purpose == "school") {
            family.come_back();
            family.exit("family.leave", "done");
            family.exit("", "");
        }
        Family(fresh, link, sent).open(404, "refused");
    }
    const Stores stores(fresh);
    for (const auto& one : sent) {
        const auto entries = stores.entries_of(one.id);
        CAPTURE(one.act);
        CAPTURE(one.outcome);
        CAPTURE(told(entries));
        CHECK(one.status == one.expected);
        CHECK(entries.size() == (one.act.empty() ? 0U : 1U));
        for (const auto& entry : entries) {
            CHECK(entry.store == stores.of_agency(one.agency).name);
            CHECK(entry.agency == one.agency.text());
            CHECK(entry.act == one.act);
            CHECK(entry.outcome == one.outcome);
        }
    }
    std::cout << "sent by links, with an entry each: " << sent.size() << "\n";
    CHECK(met.size() >= 3);
    CHECK(sent.size() > 12);
}

} // namespace entries_outside_test
