// One entry in the audit for each act on every guarded route, in the store of whoever acts and in
// no other: pages that are shown, forms that succeed, forms with mistakes, and what is refused.
// trust.md L-01, L-07.
#include "tests/page_forms.h"
#include "tests/every_route/stores.h"
#include "tests/every_route/walks.h"

#include "access/rules_policy.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace entries_test {

using namespace onroll;
using namespace tidemoor;

/// A request that was made, to be looked up in the audit afterwards.
struct Asked {
    std::string id;
    const http::Route* route;
    const SignedIn* who;
    int status = 0;
    std::string led_to{};
};

/// Where nothing was done yet: somebody is asked something first, and then comes again.
bool is_a_question(const Asked& one)
{
    if (one.status != 303) return false;
    for (const std::string_view page : {"/sign-in", "/account/prove", "/purpose", "/break-glass"})
        if (one.led_to.starts_with(page)) return true;
    return false;
}

/// One's own account, drafts and messages: nobody's record is looked at.
bool looks_at_own(const Asked& one)
{
    const auto& act = *access::act_named(one.route->policy.name());
    return act.concerns == access::Concerns::self && one.status < 400 &&
           (one.route->method == http::Method::get || act.effect == access::Effect::reads);
}

/// Routes that leave another number of entries than one where they succeed, and why.
struct Exception {
    std::size_t at_least, at_most;
    std::string why;
};
const std::map<std::string, Exception>& other_numbers()
{
    const std::string two = "two records are opened or changed, and each is told";
    const std::string none = "what was sent says what is there already, or is compared first";
    static const std::map<std::string, Exception> all{
        {"/people/{person}/compare/{other}", {1, 2, two}},
        {"/people/{person}/compare/{other}/apart",
         {0, 2, "of the two buttons of one page, the second that is pressed does nothing"}},
        {"/people/{person}/merges/{merge}/agree", {1, 2, two}},
        {"/people/{person}/merges/{merge}/undo", {1, 2, two}},
        {"/people/{person}/family", {1, 3, "an adult is made, and tied to the child"}},
        {"/people/import/{import}/rows/{row}/another",
         {1, 3, "a child is made, the row settled, and the two found apart"}},
        {"/people/{person}/edit", {0, 1, none}},
        {"/people/{person}/nhs-number", {0, 1, none}},
        {"/people/{person}/address/{address}",
         {1, 2, "the record is entered, and its sealed address is opened by a deed of its own"}}};
    return all;
}

/// Accounts lie in the store that agencies share, and so does what is done to them.
bool is_about_accounts(const http::Route& route)
{
    for (const std::string_view part : {"account.", "staff.", "agency.", "support.", "api_keys."})
        if (route.policy.name().starts_with(part)) return true;
    return false;
}

/// Ends the way in by which the test goes on.
bool ends_a_sign_in(const http::Route& route)
{
    return route.policy.name().starts_with("account.");
}

/// Whoever shared a record is told who opened it, in the audit of their own agency too.
bool tells_the_giver(const http::Route& route)
{
    return route.pattern == "/shared" || route.pattern == "/shared/{share}";
}

class Asking {
public:
    explicit Asking(const Area& area) : area_(area) {}

    http::Response ask(const http::Route& route, const std::string& target, const SignedIn& who,
                       http::Form form = {})
    {
        const auto id = "entries-" + std::to_string(asked_.size());
        auto answer = area_.ask(route, target, &who, {.form = std::move(form), .id = id});
        asked_.push_back(
            {id, &route, &who, answer.status, std::string(answer.headers["Location"])});
        return answer;
    }
    const std::vector<Asked>& all() const { return asked_; }

private:
    const Area& area_;
    std::vector<Asked> asked_;
};

bool is_asked_here(const http::Route& route)
{
    return is_guarded(route) && !is_for_programs(route);
}

void check_entries(const Stores& stores, const Asked& one)
{
    const auto entries = stores.entries_of(one.id);
    const auto& own = stores.of(*one.who).name;
    CAPTURE(http::method_name(one.route->method));
    CAPTURE(one.route->pattern);
    CAPTURE(access::key_of(one.who->role));
    CAPTURE(one.status);
    CAPTURE(one.led_to);
    CAPTURE(told(entries));
    if (tells_the_giver(*one.route) && one.status == 200) {
        CHECK(std::count_if(entries.begin(), entries.end(), [&](const NotedIn& entry) {
                  return entry.store == own && entry.agency == one.who->actor.agency.text();
              }) == 1);
        return;
    }
    for (const auto& entry : entries) {
        CHECK((entry.store == own || is_about_accounts(*one.route)));
        CHECK(entry.agency == one.who->actor.agency.text());
    }
    if (is_a_question(one) || looks_at_own(one)) {
        CHECK(entries.empty());
        return;
    }
    const auto found = other_numbers().find(one.route->pattern);
    const bool is_other = found != other_numbers().end() && one.status < 400;
    CHECK(entries.size() >= (is_other ? found->second.at_least : 1));
    CHECK(entries.size() <= (is_other ? found->second.at_most : 1));
    // What was not there was looked for; what was not taken did not happen.
    if (one.status < 400 || one.route->method == http::Method::get) return;
    const auto& act = *access::act_named(one.route->policy.name());
    for (const auto& entry : entries)
        CHECK((entry.outcome != "done" || act.effect == access::Effect::reads));
}

/// What everybody of the area is shown, as they look at it.
std::vector<std::pair<const SignedIn*, std::vector<Shown>>> pages_of(const Area& area)
{
    std::vector<std::pair<const SignedIn*, std::vector<Shown>>> all;
    for (const auto& who : area.staff) all.emplace_back(&who, walk(area, who));
    return all;
}

TEST_CASE("every page that staff are shown, and every page that they may not see, leaves one entry "
          "in the store of their agency")
{
    const log::Redirect quiet([](std::string_view) {});
    const Area& area = tidemoor::area();
    Asking asking(area);
    std::set<std::string> seen, refused;
    for (const auto& [who, shown] : walks())
        for (const auto& one : shown)
            if (one.route->method == http::Method::get && is_asked_here(*one.route) &&
                asking.ask(*one.route, one.target, *who).status == 200)
                seen.insert(one.route->pattern);
    for (const auto& route : area.router.routes()) {
        if (!is_asked_here(route)) continue;
        for (const auto& who : area.staff) {
            if (access::may_ever(who.actor, route.policy.name())) continue;
            asking.ask(route, path_for(route.pattern, std::string(32, 'a')), who);
            refused.insert(route.pattern);
            break;
        }
        for (const auto& who : area.staff) {
            const bool names_one = route.pattern.find('{') != std::string::npos;
            if (!names_one || !access::may_ever(who.actor, route.policy.name())) continue;
            asking.ask(route, path_for(route.pattern, std::string(32, 'a')), who);
            break;
        }
    }
    const Stores stores(area);
    for (const auto& one : asking.all()) check_entries(stores, one);
    std::cout << "pages with one entry each: " << seen.size()
              << " routes; refused: " << refused.size() << "\n";
    CHECK(seen.size() > 100);
    CHECK(refused.size() > 150);
}

TEST_CASE(
    "every form that staff are shown leaves one entry in the store of their agency, empty and "
    "filled in")
{
    const log::Redirect quiet([](std::string_view) {});
    const Area fresh; // what is sent changes what others are shown
    Asking asking(fresh);
    std::map<std::string, std::size_t> times;
    std::set<std::string> saved;
    for (const auto& [who, shown] : pages_of(fresh))
        for (const auto& one : shown) {
            if (one.route->method != http::Method::get || !is_guarded(*one.route)) continue;
            const auto page = fresh.ask(*one.route, one.target, who);
            for (const auto& form : forms_of(page.content())) {
                const auto matched = fresh.router.match(
                    http::Method::post, http::Request::get(form.action).path_segments());
                const auto* route = std::get_if<http::RouteFound>(&matched);
                if (!form.is_sent || !route || !is_asked_here(*route->route) ||
                    ends_a_sign_in(*route->route))
                    continue;
                const auto turn = times[who->actor.user.text() + route->route->pattern]++;
                if (turn > 2) continue;
                const auto answer = asking.ask(
                    *route->route, form.action, *who,
                    turn == 0 ? http::Form{}
                              : filled(form, fresh.clock.today(), turn - 1, likely_words));
                if (answer.status < 400 && turn > 0) saved.insert(route->route->pattern);
            }
        }
    const Stores stores(fresh);
    for (const auto& one : asking.all()) check_entries(stores, one);
    std::cout << "forms sent: " << asking.all().size() << ", of " << saved.size()
              << " routes some taken\n";
    CHECK(saved.size() > 35);
}

} // namespace entries_test
