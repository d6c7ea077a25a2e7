// Signing in, without pages: the acts themselves, on both databases, with a clock that moves only
// when told.
#include "house.h"

#include "access/guesses.h"

namespace sign_in_test {

using namespace onroll;
using namespace onroll::access;
using namespace std::chrono_literals;
using tests::a_password;
using tests::House;

const auto with_a_house = [](const auto& test) {
    tests::for_each_engine([&](db::Database& database) {
        House house(database);
        const auto agency = house.add_agency(AgencyKind::council, "Tidemoor Council");
        const auto kim =
            house.add_user(agency, "Kim Lee", "kim@example.org", {Role::inclusion_officer});
        test(house, kim);
    });
};

SignIn sign_in_of(House& house, const SignedIn& step)
{
    auto reading = house.database.read();
    return find_sign_in(reading, step.token).value();
}

TEST_CASE("a password leads to the second factor, and both to a sign-in with a new token")
{
    with_a_house([](House& house, const User& kim) {
        const auto first =
            sign_in_with_password(house.services, " KIM@example.org ", a_password, house.visit);
        REQUIRE(first);
        CHECK(first->stage == Stage::password);
        const auto half = sign_in_of(house, *first);
        CHECK(half.stage == Stage::password);
        const auto second =
            sign_in_with_code(house.services, half, house.code_for(kim), house.visit);
        REQUIRE(second);
        CHECK(second->token != first->token);
        CHECK(sign_in_of(house, *second).stage == Stage::full);
        auto reading = house.database.read();
        CHECK_FALSE(find_sign_in(reading, first->token));
        CHECK_FALSE(find_sign_in(reading, "." + second->token.substr(1)));
    });
}

TEST_CASE("an unknown address, a wrong password, a disabled account and one that must wait are "
          "answered in the same words")
{
    with_a_house([](House& house, const User& kim) {
        const auto off =
            house.add_user(kim.agency, "Off", "off@example.org", {Role::inclusion_officer});
        db::with_retry(house.database, "disable", [&](db::Transaction& transaction) {
            set_state(transaction, off, UserState::disabled, house.clock.now());
        });
        const auto said = [&](std::string_view email, std::string_view password) {
            const auto answer = sign_in_with_password(house.services, email, password, house.visit);
            REQUIRE_FALSE(answer);
            return answer.error();
        };
        const auto wrong = said("kim@example.org", "not the password");
        CHECK(said("nobody@example.org", a_password) == wrong);
        CHECK(said("no address", a_password) == wrong);
        CHECK(said("off@example.org", a_password) == wrong);
        for (int i = 0; i < 12; ++i) said("kim@example.org", "not the password");
        CHECK(said("kim@example.org", a_password) == wrong);
    });
}

TEST_CASE("after ten wrong passwords even the right one waits, the owner is told once, and nothing "
          "stays locked")
{
    with_a_house([](House& house, const User&) {
        for (int i = 0; i < 30; ++i)
            CHECK_FALSE(
                sign_in_with_password(house.services, "kim@example.org", "guess", house.visit));
        const auto post = house.post();
        REQUIRE(post.size() == 1);
        CHECK(post[0].to == "kim@example.org");
        CHECK(post[0].subject == "Somebody tries to sign in as you");
        CHECK_FALSE(
            sign_in_with_password(house.services, "kim@example.org", a_password, house.visit));
        house.clock.move_on(15min);
        CHECK(sign_in_with_password(house.services, "kim@example.org", a_password, house.visit));
    });
}

TEST_CASE("a stranger's guesses do not stop the owner in a browser that signed in before")
{
    with_a_house([](House& house, const User& kim) {
        for (int i = 0; i < 20; ++i)
            CHECK_FALSE(
                sign_in_with_password(house.services, "kim@example.org", "guess", house.visit));
        auto own = house.visit;
        own.address = "192.0.2.8";
        own.known_browser = known_browser_of(house.services, kim.id);
        CHECK(sign_in_with_password(house.services, "kim@example.org", a_password, own));
        auto other = own;
        other.known_browser = known_browser_of(
            house.services,
            house.add_user(kim.agency, "Lee", "lee@example.org", {Role::inclusion_officer}).id);
        CHECK_FALSE(sign_in_with_password(house.services, "kim@example.org", a_password, other));
    });
}

TEST_CASE("one address, or one network of IPv6, cannot try a password on everybody")
{
    with_a_house([](House& house, const User&) {
        const auto guesses = [&](const std::string& address, const std::string& email) {
            auto visit = house.visit;
            visit.address = address;
            return take_guess(house.services, GuessAt::password, email, std::nullopt, visit)
                .has_value();
        };
        for (int i = 0; i < 100; ++i) {
            const auto number = std::to_string(i + 1);
            CHECK(guesses("192.0.2.7", "user" + number + "@example.org"));
            CHECK(guesses("2001:db8:0:1::" + number, "other" + number + "@example.org"));
        }
        CHECK_FALSE(guesses("192.0.2.7", "fresh@example.org"));
        CHECK_FALSE(guesses("2001:db8:0:1::fff", "fresh@example.org"));
        CHECK(guesses("198.51.100.1", "fresh@example.org"));
        CHECK(guesses("2001:db8:0:2::1", "fresh@example.org"));
    });
}

TEST_CASE("a code works once, whatever sign-in it is shown to")
{
    with_a_house([](House& house, const User& kim) {
        const auto code = house.code_for(kim);
        const auto once =
            sign_in_with_password(house.services, "kim@example.org", a_password, house.visit);
        CHECK(sign_in_with_code(house.services, sign_in_of(house, *once), code, house.visit));
        const auto twice =
            sign_in_with_password(house.services, "kim@example.org", a_password, house.visit);
        CHECK_FALSE(
            sign_in_with_code(house.services, sign_in_of(house, *twice), code, house.visit));
        house.clock.move_on(30s);
        CHECK_FALSE(
            sign_in_with_code(house.services, sign_in_of(house, *twice), code, house.visit));
        CHECK(sign_in_with_code(house.services, sign_in_of(house, *twice), house.code_for(kim),
                                house.visit));
    });
}

TEST_CASE("whoever has the password alone gets nowhere, and the owner hears of it")
{
    with_a_house([](House& house, const User& kim) {
        const auto first =
            sign_in_with_password(house.services, "kim@example.org", a_password, house.visit);
        const auto half = sign_in_of(house, *first);
        for (int i = 0; i < 10; ++i)
            CHECK_FALSE(sign_in_with_code(house.services, half, "000000", house.visit));
        CHECK_FALSE(sign_in_with_code(house.services, half, house.code_for(kim), house.visit));
        const auto post = house.post();
        REQUIRE(post.size() == 1);
        CHECK(post[0].subject == "Somebody may know your password");
    });
}

TEST_CASE("a recovery code lets in once, and its owner is told how many are left")
{
    with_a_house([](House& house, const User& kim) {
        const auto codes = renew_recovery_codes(house.services, {kim.agency, kim.id}, house.visit);
        REQUIRE(codes.size() == 10);
        for (const bool works : {true, false}) {
            const auto half =
                sign_in_of(house, *sign_in_with_password(house.services, "kim@example.org",
                                                         a_password, house.visit));
            CHECK(sign_in_with_code(house.services, half, codes[3], house.visit).has_value() ==
                  works);
        }
        const auto post = house.post();
        REQUIRE(post.size() == 1);
        CHECK(post[0].body.find("You have 9 left") != std::string::npos);
    });
}

TEST_CASE("a second factor is set up once, with the code that the new seed gives")
{
    with_a_house([](House& house, const User& kim) {
        const Owner owner{kim.agency, kim.id};
        const auto begun = replace_own_factor(house.services, owner, house.visit);
        CHECK(begun.stage == Stage::enrol);
        const auto shown = begin_enrolment(house.services, owner, kim.email);
        CHECK(begin_enrolment(house.services, owner, kim.email).letters == shown.letters);
        CHECK(shown.address.starts_with("otpauth://totp/Onroll%20Tidemoor:kim%40example.org?"));
        auto unnamed = house.services;
        unnamed.area_name.clear();
        CHECK(begin_enrolment(unnamed, owner, kim.email)
                  .address.starts_with("otpauth://totp/Onroll:kim%40example.org?"));
        const auto half = sign_in_of(house, begun);
        CHECK_FALSE(confirm_enrolment(house.services, half, "000000", house.visit));
        const auto enrolled =
            confirm_enrolment(house.services, half, house.code_for(kim), house.visit);
        REQUIRE(enrolled);
        CHECK(enrolled->recovery_codes.size() == 10);
        CHECK(sign_in_of(house, enrolled->signed_in).stage == Stage::full);
        CHECK_FALSE(confirm_enrolment(house.services, half, house.code_for(kim), house.visit));
    });
}

TEST_CASE("a hash of a cheaper cost is made anew at the next sign-in")
{
    with_a_house([](House& house, const User& kim) {
        PasswordHashing dearer({.cost = {32768, 2}});
        house.services.hashing = &dearer;
        REQUIRE(sign_in_with_password(house.services, "kim@example.org", a_password, house.visit));
        auto reading = house.database.read();
        const auto now = find_user(reading, kim.agency, kim.id).value();
        CHECK(now.password_hash != kim.password_hash);
        CHECK_FALSE(dearer.is_out_of_date(*now.password_hash));
    });
}

TEST_CASE("the store holds no token, no code and no seed that could be used")
{
    with_a_house([](House& house, const User& kim) {
        const auto codes = renew_recovery_codes(house.services, {kim.agency, kim.id}, house.visit);
        const auto step =
            sign_in_with_password(house.services, "kim@example.org", a_password, house.visit);
        REQUIRE(step);
        auto reading = house.database.read();
        auto rows = reading.query({"tokens", "SELECT token_hash FROM access_sign_in"});
        while (rows.next()) CHECK(rows.text("token_hash") != step->token);
        auto hashes = reading.query({"codes", "SELECT code_hash FROM access_recovery_code"});
        while (hashes.next()) CHECK(hashes.text("code_hash").size() == 64);
        auto seeds = reading.query({"seeds", "SELECT sealed FROM access_code_seed"});
        REQUIRE(seeds.next());
        CHECK(seeds.blob("sealed").size() == 20 + 40);
    });
}

TEST_CASE("every step of signing in leaves its entry, also the ones that fail")
{
    with_a_house([](House& house, const User& kim) {
        CHECK_FALSE(sign_in_with_password(house.services, "kim@example.org", "guess", house.visit));
        CHECK_FALSE(sign_in_with_password(house.services, "x@example.org", "guess", house.visit));
        const auto half =
            sign_in_of(house, *sign_in_with_password(house.services, "kim@example.org", a_password,
                                                     house.visit));
        const auto full = sign_in_of(
            house, *sign_in_with_code(house.services, half, house.code_for(kim), house.visit));
        sign_out(house.services, full, house.visit);
        auto reading = house.database.read();
        const auto entries = audit::entries_about(reading, kim.agency.text(), kim.id.text(), 10);
        REQUIRE(entries.size() == 3);
        CHECK(entries[0].deed.kind == audit::Kind::signed_out);
        CHECK(entries[1].deed.kind == audit::Kind::signed_in);
        CHECK(entries[2].deed.kind == audit::Kind::denied);
        CHECK(entries[2].deed.origin == "192.0.2.7");
        CHECK(audit::head_of(reading, "nobody").sequence == 1);
    });
}

} // namespace sign_in_test
