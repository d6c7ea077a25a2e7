#include "access/codes.h"
#include "access/password_hashing.h"

#include <doctest/doctest.h>

#include <set>
#include <thread>
#include <vector>

namespace codes_test {

using namespace onroll;
using namespace onroll::access;
using namespace std::chrono_literals;

const std::string seed_of_the_standard = "12345678901234567890";

TEST_CASE("RFC 6238 appendix B: the codes of the worked moments")
{
    // The standard gives eight digits; ours are the last six.
    struct Row {
        std::int64_t seconds;
        const char* code;
    };
    for (const auto& row :
         {Row{59, "287082"}, Row{1111111109, "081804"}, Row{1111111111, "050471"},
          Row{1234567890, "005924"}, Row{2000000000, "279037"}, Row{20000000000, "353130"}}) {
        const Moment moment{std::chrono::seconds(row.seconds)};
        CHECK(code_of(seed_of_the_standard, step_of(moment)) == row.code);
        CHECK(step_that_fits(seed_of_the_standard, row.code, moment, 0, 0) == step_of(moment));
    }
}

TEST_CASE("a code works once, and only within its half minute")
{
    const Moment moment{1111111111s};
    const auto step = step_of(moment);
    const auto code = code_of(seed_of_the_standard, step);
    CHECK(step_that_fits(seed_of_the_standard, code, moment, step - 1, 0) == step);
    CHECK_FALSE(step_that_fits(seed_of_the_standard, code, moment, step, 0));
    CHECK_FALSE(step_that_fits(seed_of_the_standard, code, moment + 30s, 0, 0));
    CHECK_FALSE(step_that_fits(seed_of_the_standard, code, moment - 30s, 0, 0));
    CHECK(step_that_fits(seed_of_the_standard, code, moment + 30s, 0, 1) == step);
    CHECK_FALSE(step_that_fits(seed_of_the_standard, code, moment + 60s, 0, 1));
}

TEST_CASE("spaces in a code are left out, anything else that is not the code is refused")
{
    const Moment moment{1111111111s};
    CHECK(step_that_fits(seed_of_the_standard, " 050 471 ", moment, 0, 0));
    for (const auto* code : {"", "050472", "50471", "0504711", "050471a"})
        CHECK_FALSE(step_that_fits(seed_of_the_standard, code, moment, 0, 0));
}

TEST_CASE("an authenticator app is given the seed, the service and the account")
{
    CHECK(enrolment_address(seed_of_the_standard, "Onroll Tidemoor", "kim@example.org") ==
          "otpauth://totp/Onroll%20Tidemoor:kim%40example.org"
          "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Onroll%20Tidemoor");
    CHECK(seed_in_letters(seed_of_the_standard) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    CHECK(new_code_seed() != new_code_seed());
}

TEST_CASE("ten recovery codes, all different, each of 24 letters and digits")
{
    const auto codes = new_recovery_codes();
    CHECK(std::set(codes.begin(), codes.end()).size() == 10);
    for (const auto& code : codes) CHECK(code.size() == 24 + 5);
    CHECK(hash_of_recovery_code("ABCD-efgh") == hash_of_recovery_code("abcdefgh"));
    CHECK(hash_of_recovery_code("abcd") != hash_of_recovery_code("abce"));
}

TEST_CASE("a password fits its own hash alone, and nobody's hash fits none")
{
    PasswordHashing hashing({.cost = crypto::password_cost_floor});
    const auto hash = hashing.hash("plum-tar-vex");
    REQUIRE(hash);
    CHECK(*hashing.fits(*hash, "plum-tar-vex"));
    CHECK_FALSE(*hashing.fits(*hash, "plum-tar-ve"));
    CHECK_FALSE(*hashing.fits(std::nullopt, "plum-tar-vex"));
    CHECK_FALSE(hashing.is_out_of_date(*hash));
    CHECK(PasswordHashing({.cost = {32768, 3}}).is_out_of_date(*hash));
}

TEST_CASE("a cost below the floor is refused")
{
    CHECK_FALSE(PasswordHashing::check({.cost = {19455, 2}}));
    CHECK_FALSE(PasswordHashing::check({.cost = {65536, 1}}));
    CHECK(PasswordHashing::check({}));
}

TEST_CASE("a crowd waits its turn, and past a measure is asked to come again")
{
    PasswordHashing hashing({.cost = crypto::password_cost_floor, .at_once = 1, .waiting = 1});
    std::atomic<int> done = 0, refused = 0;
    std::vector<std::jthread> crowd;
    for (int i = 0; i < 12; ++i)
        crowd.emplace_back([&] { hashing.hash("plum-tar-vex") ? ++done : ++refused; });
    crowd.clear();
    CHECK(done + refused == 12);
    CHECK(done >= 1);
    CHECK(hashing.hash("plum-tar-vex"));
}

} // namespace codes_test
