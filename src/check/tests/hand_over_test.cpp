// A code holds the answers, opens once it is typed in any way, and opens nowhere else.
#include "check/hand_over.h"

#include "builders.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace hand_over_test {

using namespace onroll;
using namespace onroll::check;

const Date made = date(2026, 11, 23);

Answers a_story()
{
    auto fields = check_tests::fields_for("suspended", {{"length", "5.5"}, {"sen", "plan"}});
    fields.add("account", "They said “go home”, and I did.");
    return read_answers(fields);
}

TEST_CASE("the answers come out as they went in, with the day and an id of their own")
{
    const auto key = crypto::Key::create();
    const auto code = make_hand_over(a_story(), key, "Tidemoor", made);
    const auto opened = read_hand_over(code, key, "Tidemoor", made + Days{28});
    REQUIRE(opened.has_value());
    CHECK(opened->answers == a_story());
    CHECK(opened->made_on == made);
    CHECK(opened->id.size() == 32);
    const auto again =
        read_hand_over(make_hand_over(a_story(), key, "Tidemoor", made), key, "Tidemoor", made);
    REQUIRE(again.has_value());
    CHECK(again->id != opened->id);
}

TEST_CASE("a code can be spaced otherwise, typed in small letters, and with look-alikes")
{
    const auto key = crypto::Key::create();
    auto code = make_hand_over(a_story(), key, "Tidemoor", made);
    std::string typed;
    for (const char c : code) {
        if (c == '-') {
            typed += "\r\n ";
        } else if (c == '0') {
            typed += 'o';
        } else if (c == '1') {
            typed += 'l';
        } else {
            typed += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
    }
    CHECK(read_hand_over(typed, key, "Tidemoor", made).has_value());
}

TEST_CASE("a code that is changed, cut, old, or of another area or key does not open")
{
    const auto key = crypto::Key::create();
    const auto code = make_hand_over(a_story(), key, "Tidemoor", made);
    auto changed = code;
    changed[20] = changed[20] == 'A' ? 'B' : 'A';
    for (const auto& wrong : {changed, code.substr(0, code.size() / 2), std::string(), code + code,
                              std::string("not a code"), std::string(200'000, 'A')})
        CHECK_FALSE(read_hand_over(wrong, key, "Tidemoor", made).has_value());
    CHECK_FALSE(read_hand_over(code, key, "Marshend", made).has_value());
    CHECK_FALSE(read_hand_over(code, crypto::Key::create(), "Tidemoor", made).has_value());
    const auto old = read_hand_over(code, key, "Tidemoor", made + Days{29});
    REQUIRE_FALSE(old.has_value());
    CHECK(old.error().message.find("more than 28 days ago") != std::string::npos);
}

TEST_CASE("a code made when a time before was one page still opens, with all that it tells")
{
    const auto key = crypto::Key::create();
    auto fields = check_tests::fields_for("suspended", {{"length", "3"}});
    fields.remove("urn");
    for (const auto& [name, value] : {std::pair{"listed", "no"},
                                      {"school_type", "academy"},
                                      {"council", "901"},
                                      {"earlier", "yes"},
                                      {"earlier_by", "dates"},
                                      {"earlier-1-day", "5"},
                                      {"earlier-1-month", "10"},
                                      {"earlier-1-year", "2026"},
                                      {"earlier-1-days", "2.5"},
                                      {"earlier-1-at", "other"}})
        fields.add(name, value);
    const auto opened = read_hand_over(make_hand_over(read_answers(fields), key, "Tidemoor", made),
                                       key, "Tidemoor", made);
    REQUIRE(opened.has_value());
    const auto& told = opened->answers;
    CHECK(told.school.value()->type == law::SchoolType::academy);
    CHECK(told.school.value()->council == 901);
    REQUIRE(told.earlier_times.size() == 1);
    CHECK(told.earlier_times[0].counts());
    CHECK(told.earlier_times[0].at.is(EarlierAt::other));
}

TEST_CASE("whatever is typed as a code is refused without harm")
{
    const auto key = crypto::Key::create();
    CHECK(rc::check([&](const std::string& typed) {
        RC_ASSERT(!read_hand_over(typed, key, "Tidemoor", made).has_value());
    }));
}

} // namespace hand_over_test
