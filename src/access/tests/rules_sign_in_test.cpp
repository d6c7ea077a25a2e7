#include "access/rules_roles.h"
#include "access/rules_sign_in.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace rules_sign_in_test {

using namespace onroll;
using namespace onroll::access;
using namespace std::chrono_literals;

const Moment nine{std::chrono::sys_days{std::chrono::year{2026} / 11 / 25} + 9h};

TEST_CASE("a sign-in ends after half an hour of stillness, a quarter for administrators, and after "
          "eight hours whatever is done")
{
    CHECK(ends_at(nine, nine, limits_for(false)) == nine + 30min);
    CHECK(ends_at(nine, nine, limits_for(true)) == nine + 15min);
    CHECK(ends_at(nine, nine + 7h + 50min, limits_for(false)) == nine + 8h);
    // Or sooner, where nobody would tell us of a sign-out elsewhere.
    CHECK(ends_at(nine, nine + 3h + 50min, limits_for(false), nine + 4h) == nine + 4h);
    CHECK(ends_at(nine, nine + 1h, limits_for(false), nine + 4h) == nine + 1h + 30min);
}

TEST_CASE("a proof is fresh for ten minutes")
{
    const auto limits = limits_for(false);
    CHECK(is_fresh(nine, nine, limits));
    CHECK(is_fresh(nine, nine + 10min - 1ms, limits));
    CHECK_FALSE(is_fresh(nine, nine + 10min, limits));
    CHECK_FALSE(is_fresh(nine + 1min, nine, limits));
}

TEST_CASE("ten guesses may fail; the next waits until five minutes after the first of them")
{
    std::vector<Moment> failures;
    for (int i = 0; i < 9; ++i) failures.push_back(nine + i * 1s);
    CHECK_FALSE(next_guess_at(failures, nine + 10s, account_guesses));
    failures.push_back(nine + 9s);
    CHECK(next_guess_at(failures, nine + 10s, account_guesses) == nine + 5min);
    CHECK_FALSE(next_guess_at(failures, nine + 5min, account_guesses));
}

TEST_CASE("each further failure doubles the wait, to a quarter of an hour and never more")
{
    std::vector<Moment> failures(19, nine);
    failures.push_back(nine + 1h);
    CHECK(next_guess_at(failures, nine + 1h, account_guesses) == nine + 1h + 15min);
    std::vector<Moment> many(2000, nine);
    CHECK(next_guess_at(many, nine, account_guesses) == nine + 15min);
}

TEST_CASE("whoever guesses as fast as they may never has more than ten in five minutes, and never "
          "waits more than a quarter of an hour")
{
    CHECK(rc::check([](unsigned char pause) {
        std::vector<Moment> failures;
        auto now = nine;
        for (int i = 0; i < 60; ++i) {
            if (const auto next = next_guess_at(failures, now, account_guesses)) {
                RC_ASSERT(*next - now <= 15min);
                now = *next;
            }
            failures.push_back(now);
            const auto recent = std::count_if(failures.begin(), failures.end(),
                                              [&](Moment each) { return each > now - 5min; });
            RC_ASSERT(recent <= 10);
            now += std::chrono::seconds(pause);
        }
    }));
}

TEST_CASE("only paths of our own follow a sign-in")
{
    for (const auto* path : {"/", "/people", "/people?page=2", "/staff/0123/edit"})
        CHECK(is_own_path(path));
    for (const auto* path :
         {"", "people", "//evil.example", "/\\evil.example", "https://evil.example", "/a b",
          "/a\nLocation: x", "/\tx", "javascript:alert(1)", "\\/evil.example", "/caf\xc3\xa9"})
        CHECK_FALSE(is_own_path(path));
}

/// Where a browser goes that is sent from our host to that address, as the URL Standard (4.4, basic
/// URL parser) reads it: nothing where it leaves for another host or a scheme of its own.
std::optional<std::string> path_on_our_host(std::string address)
{
    const auto is_edge = [](unsigned char c) { return c <= 0x20; };
    while (!address.empty() && is_edge(address.front())) address.erase(0, 1);
    while (!address.empty() && is_edge(address.back())) address.pop_back();
    std::erase_if(address, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
    const auto is_slash = [&](std::size_t at) {
        return at < address.size() && (address[at] == '/' || address[at] == '\\');
    };
    const auto colon = address.find(':');
    const auto end_of_scheme = address.find_first_of("/\\?#");
    if (colon != std::string::npos && colon > 0 && colon < end_of_scheme) return std::nullopt;
    if (is_slash(0) && is_slash(1)) return std::nullopt;
    return address;
}

TEST_CASE("whatever follows a sign-in stays on our host, however it is written")
{
    for (const auto* address : {"//evil.example", "/\\evil.example", "\\\\evil.example",
                                "/\t/evil.example", "\t//evil.example", "/\r\n/evil.example",
                                " //evil.example", "javascript:alert(1)", "https://evil.example"})
        CHECK_FALSE(path_on_our_host(address));
    int accepted = 0;
    CHECK(rc::check([&] {
        const auto letters = *rc::gen::container<std::vector<char>>(rc::gen::weightedOneOf<char>(
            {{6, rc::gen::element('/', '\\', '\t', '\n', '\r', ' ', '%', ':', '@', '.', '?', '#',
                                  ';')},
             {4, rc::gen::element('2', 'f', 'F', '5', 'c', 'e', 'v', 'i', 'l')},
             {1, rc::gen::arbitrary<char>()}}));
        auto address = std::string(letters.begin(), letters.end());
        if (*rc::gen::arbitrary<bool>()) address = "/" + address;
        if (!is_own_path(address)) return;
        ++accepted;
        RC_ASSERT(path_on_our_host(address) == address);
        RC_ASSERT(address.front() == '/');
    }));
    CHECK(accepted > 0); // of a hundred at random mostly a dozen
}

TEST_CASE("an email address is compared without spaces and capitals")
{
    CHECK(folded_email("  Kim.Lee@Example.ORG ") == "kim.lee@example.org");
    for (const auto* text : {"", "kim", "kim@", "@example.org", "kim@example", "kim@.org",
                             "kim lee@example.org", "kim@example.org, lee@example.org",
                             "kim@lee@example.org", "<kim@example.org>", "kim@example..org"})
        CHECK_FALSE(folded_email(text));
}

TEST_CASE("each kind of agency has an administrator, and no agency has a system administrator")
{
    for (const auto kind : all_agency_kinds()) {
        const auto& roles = roles_of(kind);
        CHECK(std::count(roles.begin(), roles.end(), Role::administrator) == 1);
        CHECK(std::count(roles.begin(), roles.end(), Role::data_protection_officer) == 1);
        CHECK(std::count(roles.begin(), roles.end(), Role::system_administrator) == 0);
        CHECK(std::count(roles.begin(), roles.end(), Role::support) == 0);
    }
    CHECK(std::count(roles_of(AgencyKind::council).begin(), roles_of(AgencyKind::council).end(),
                     Role::adviser) == 0);
}

TEST_CASE("an administrator takes two people to make, from the third on")
{
    CHECK_FALSE(takes_two_people(Role::administrator, 1));
    CHECK(takes_two_people(Role::administrator, 2));
    CHECK_FALSE(takes_two_people(Role::adviser, 5));
    CHECK_FALSE(opens_records(Role::system_administrator));
    CHECK_FALSE(opens_records(Role::support));
}

} // namespace rules_sign_in_test
