// Every id in every page that somebody is shown, asked for by everybody of another agency, and put
// into the place of their own: each is answered as one that nobody has. trust.md Z-03, Z-04.
#include "tests/every_route/walks.h"

#include "access/rules_policy.h"
#include "helpers/steady_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace swap_test {

using namespace onroll;
using namespace tidemoor;

using steady_text::is_id;

const std::string nobodys(32, '0');

std::string with_nobodys(const std::string& target)
{
    return steady_text::with_ids_as(target, nobodys);
}

/// Without what is of one answer alone.
std::string steady(std::string_view content)
{
    return steady_text::without_time_outs(steady_text::without_keys(content));
}

bool holds_an_id(const Shown& one)
{
    return std::any_of(one.parameters.begin(), one.parameters.end(),
                       [](const http::Field& field) { return is_id(field.value); });
}

/// Who looked at a record, as one's own agency noted it: for any id, and whoever looked in vain
/// too.
bool shows_own_audit(const http::Route& route)
{
    return route.policy.name() == "audit.record";
}

TEST_CASE("an id that one agency is shown is nobody's to everybody of another agency")
{
    const auto& all = area();
    std::int64_t asked = 0;
    std::set<std::string> kinds;
    std::set<std::pair<std::string, std::string>> done;
    // What each is answered about nobody's, by who asks and what.
    std::map<std::string, std::pair<int, std::string>> about_nobodys;
    for (const auto& [owner, shown] : walks())
        for (const auto& one : shown) {
            if (!holds_an_id(one) || !is_guarded(*one.route) || shows_own_audit(*one.route))
                continue;
            for (const auto& field : one.parameters)
                if (is_id(field.value)) kinds.insert(field.name);
            for (const auto& [who, theirs] : walks()) {
                if (who->actor.agency == owner->actor.agency ||
                    !done.emplace(who->actor.user.text() + one.route->pattern +
                                      std::string(http::method_name(one.route->method)),
                                  owner->actor.agency.text())
                         .second)
                    continue;
                CAPTURE(one.route->pattern);
                CAPTURE(http::method_name(one.route->method));
                CAPTURE(access::key_of(who->role));
                CAPTURE(who->actor.agency_name);
                CAPTURE(owner->actor.agency_name);
                const auto answer = all.ask(*one.route, one.target, who);
                const auto target = with_nobodys(one.target);
                auto [none, is_new] = about_nobodys.try_emplace(
                    who->actor.user.text() + std::string(http::method_name(one.route->method)) +
                    target);
                if (is_new) {
                    const auto given = all.ask(*one.route, target, who);
                    none->second = {given.status, steady(given.content())};
                }
                CHECK(answer.status == none->second.first);
                CHECK(steady(answer.content()) == none->second.second);
                if (access::may_ever(who->actor, one.route->policy.name()))
                    CHECK(answer.status == 404);
                ++asked;
            }
        }
    std::cout << "ids of other agencies: " << asked << " requests; kinds:";
    for (const auto& kind : kinds) std::cout << " " << kind;
    std::cout << "\n";
    CHECK(asked > 1000);
}

/// What each agency was shown, by the name that patterns give it.
using ByKind = std::map<std::string, std::vector<std::pair<access::AgencyId, std::string>>>;

const ByKind& shown_by_kind()
{
    static const ByKind all = [] {
        ByKind by_kind;
        for (const auto& [who, shown] : walks())
            for (const auto& one : shown)
                for (const auto& field : one.parameters)
                    if (is_id(field.value) && is_guarded(*one.route) &&
                        !shows_own_audit(*one.route))
                        by_kind[field.name].emplace_back(who->actor.agency, field.value);
        return by_kind;
    }();
    return all;
}

/// One that another agency was shown and this one never: what is shared is shown to both.
std::optional<std::string> id_of_another(const std::string& kind, const access::AgencyId& agency)
{
    const auto found = shown_by_kind().find(kind);
    if (found == shown_by_kind().end()) return std::nullopt;
    std::set<std::string> own;
    for (const auto& [whose, id] : found->second)
        if (whose == agency) own.insert(id);
    for (const auto& [whose, id] : found->second)
        if (whose != agency && own.count(id) == 0) return id;
    return std::nullopt;
}

std::set<std::string> kinds_shown()
{
    std::set<std::string> kinds;
    for (const auto& [kind, ids] : shown_by_kind()) kinds.insert(kind);
    return kinds;
}

TEST_CASE("an id of another agency in the place of one's own is nobody's, each kind in turn")
{
    const auto& all = area();
    std::int64_t swapped = 0;
    std::set<std::string> kinds;
    std::set<std::string> done;
    for (const auto& [who, shown] : walks())
        for (const auto& one : shown) {
            if (!is_guarded(*one.route) || shows_own_audit(*one.route) ||
                !access::may_ever(who->actor, one.route->policy.name()))
                continue;
            for (const auto& field : one.parameters) {
                if (!is_id(field.value)) continue;
                const auto other = id_of_another(field.name, who->actor.agency);
                if (!other ||
                    !done.insert(who->actor.user.text() + one.route->pattern + field.name +
                                 std::string(http::method_name(one.route->method)))
                         .second)
                    continue;
                auto theirs = one.target, none = one.target;
                theirs.replace(theirs.find(field.value), 32, *other);
                none.replace(none.find(field.value), 32, nobodys);
                CAPTURE(one.route->pattern);
                CAPTURE(field.name);
                CAPTURE(http::method_name(one.route->method));
                CAPTURE(access::key_of(who->role));
                const auto answer = all.ask(*one.route, theirs, who);
                const auto as_nobodys = all.ask(*one.route, none, who);
                // A form that is not whole is told so first, why a colleague's case is opened is
                // asked first, and so is why somebody is reached against what they said: a note
                // that does not say it leads to the question, whosever it is.
                CHECK((answer.status == 404 || answer.status == 400 ||
                       answer.headers["Location"].starts_with("/purpose") ||
                       (field.name == "note" && answer.status == 303)));
                CHECK(answer.status == as_nobodys.status);
                CHECK(steady(answer.content()) == steady(as_nobodys.content()));
                kinds.insert(field.name);
                ++swapped;
            }
        }
    std::cout << "ids in the place of one's own: " << swapped << "; kinds:";
    for (const auto& kind : kinds) std::cout << " " << kind;
    std::cout << "\n";
    CHECK(swapped > 300);
    // Every kind that anybody was shown was tried so, in an agency that has its own.
    CHECK(kinds == kinds_shown());
}

TEST_CASE("every kind of id that a route takes is among those that were tried")
{
    // No ids of a record, and why.
    const std::map<std::string, std::string> no_ids{
        {"group", "a word of a list: of records, or of those who are told"},
        {"kind", "a word of a list: of records or of events"},
        {"number", "of a paper within its release, which is tried"},
        {"row", "of a row within its import, which is tried"},
        {"starting", "the event from which a period runs, a word of a list"},
        {"way", "a word of a list: how somebody is reached"},
        {"purpose", "a word of a list"},
        {"token", "of published figures that wait to be taken in: no record of anybody"},
        {"record",
         "any id whatever: what one's own agency noted of it, which audit_pages_test tries"}};
    std::set<std::string> used;
    const auto met = kinds_shown();
    for (const auto& route : area().router.routes()) {
        if (!is_guarded(route) || is_for_programs(route)) continue;
        for (const auto& segment : route.segments) {
            if (!segment.starts_with("{")) continue;
            const auto name = segment.substr(1, segment.size() - 2);
            CAPTURE(route.pattern);
            CAPTURE(name);
            CHECK((no_ids.count(name) == 1 || met.count(name) == 1));
            if (no_ids.count(name) == 1) used.insert(name);
        }
    }
    // No exception stands that no route needs.
    CHECK(used.size() == no_ids.size());
}

} // namespace swap_test
