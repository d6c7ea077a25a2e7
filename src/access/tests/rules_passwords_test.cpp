#include "access/rules_passwords.h"
#include "access/services.h"

#include <doctest/doctest.h>

#include <string>

namespace rules_passwords_test {

using namespace onroll;
using namespace onroll::access;

const CommonPasswords& common()
{
    return shipped_common_passwords();
}

std::string said_of(std::string_view password)
{
    const auto checked = check_new_password(password, common(),
                                            {"Jordan Ashworth", "jordan.ashworth@tidemoor.example",
                                             "Tidemoor Advice and Support", "Onroll"});
    return checked ? "" : checked.error().message;
}

TEST_CASE("the shipped list holds what people choose most")
{
    CHECK(common().size() > 12'000);
    for (const auto* word : {"password", "qwertyuiop", "liverpool", "iloveyou", "superman"})
        CHECK(common().holds(word));
}

TEST_CASE("length is counted in characters, and nothing is cut off")
{
    CHECK(said_of("") == "Enter a new password");
    CHECK(said_of("plum-tar-vex") == "");
    CHECK(said_of("plum-tar-ve") == "Password must be 12 characters or more");
    CHECK(said_of("\xc3\xa9\xc3\xa8\xc3\xaa\xc3\xab\xc3\xa0\xc3\xa2") ==
          "Password must be 12 characters or more");
    std::string longest;
    for (int i = 0; longest.size() < 256; ++i) longest += "lark" + std::to_string(i * 7919);
    longest.resize(256);
    CHECK(said_of(longest) == "");
    CHECK(said_of(longest + "x") == "Password must be 256 characters or fewer");
}

TEST_CASE("passwords that people choose are refused, however they are dressed up")
{
    for (const auto* password :
         {"Password1234", "P@ssw0rd2026!", "liverpool2026", "Liverpool1892!!", "iloveyou1234",
          "12345password", "!!sunshine2024!!", "passwordpassword", "dragondragondragon",
          "Qwertyuiop123"})
        CHECK(said_of(password) == "Choose a password that other people do not use");
}

TEST_CASE("runs and repeats are refused")
{
    for (const auto* password :
         {"111111111111", "abababababab", "abcdefghijklmn", "123456789012", "zyxwvutsrqpo",
          "1qaz2wsx3edc4rfv", "qwertyuiopasdf", "123412341234"})
        CHECK_FALSE(said_of(password).empty());
}

TEST_CASE("words about the person and the place are refused, others may hold them")
{
    for (const auto* password : {"jordanashworth", "Ashworth-Jordan1", "tidemooradvice",
                                 "Tidemoor2026!!", "onroll-onroll-1", "t1dem00r-adv1ce"})
        CHECK_FALSE(said_of(password).empty());
    CHECK(said_of("seven jordan almonds rust") == "");
}

TEST_CASE("any characters do: spaces, signs, other scripts")
{
    for (const auto* password : {"correct horse battery staple", "plum tart & 3 violins",
                                 "\xd0\xbe\xd1\x87\xd0\xb5\xd0\xbd\xd1\x8c \xd1\x82\xd0\xb8\xd1\x85"
                                 "\xd0\xb8\xd0\xb9 \xd0\xbb\xd0\xb5\xd1\x81",
                                 "\"; DROP TABLE --x"})
        CHECK(said_of(password) == "");
}

} // namespace rules_passwords_test
