// Reading the optional facts, and the page of the reference that lists them.
#include "helpers/shared_data.h"
#include "law/circumstance_codes.h"
#include "law/json_circumstances.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace circumstances_json_test {

using namespace onroll::law;

onroll::json::Value value(const std::string& text)
{
    const auto parsed = onroll::json::parse(text);
    REQUIRE_MESSAGE(parsed.has_value(), text);
    return *parsed;
}

std::string where(const char* text)
{
    const auto read = read_circumstances(value(text));
    return read ? "nowhere" : read.error().where;
}

TEST_CASE("an error names the member inside the exclusion")
{
    CHECK(where(R"({"letter": {"given_on": "16/09/2024"}})") == "letter/given_on");
    CHECK(where(R"({"letter": {"given": true}})") == "letter/given");
    CHECK(where(R"({"letter": {"items": {"periods": true}}})") == "letter/items/periods");
    CHECK(where(R"({"letter": {"items": {"period": "yes"}}})") == "letter/items/period");
    CHECK(where(R"({"letter": {"given_by": "pigeon"}})") == "letter/given_by");
    CHECK(where(R"({"letter": []})") == "letter");
    CHECK(where(R"({"reasons": ["because"]})") == "reasons/0");
    CHECK(where(R"({"reasons": "attainment"})") == "reasons");
    CHECK(where(R"({"no_end_date": 1})") == "no_end_date");
    CHECK(where(R"({"told": {"local_authority": "yesterday"}})") == "told/local_authority");
    CHECK(where(R"({"told": {"board": "2024-09-16"}})") == "told/board");
    CHECK(where(R"({"told": {"governors": "never"}})") == "told/governors");
    CHECK(where(R"({"s104_notice": {}})") == "s104_notice/on");
    CHECK(where(R"({"board": {"members": -1}})") == "board/members");
    CHECK(where(R"({"board": {"refused": [{"reason": "other"}]}})") == "board/refused/0/what");
    CHECK(where(R"({"board": {"decision_letter": {"given_to": {"press": true}}}})") ==
          "board/decision_letter/given_to/press");
    CHECK(where(R"({"panel": {"members": [{"role": "lay"}, {"chair": true}]}})") ==
          "panel/members/1/role");
    CHECK(where(R"({"panel": {"payment_ordered": "4000"}})") == "panel/payment_ordered");
    CHECK(where(R"({"tribunal": {"claimed_by": "court"}})") == "tribunal/claimed_by");
}

TEST_CASE("basic members and absent or null ones draw nothing")
{
    CHECK(where(R"({"id": "E1", "kind": "suspension", "sessions": 4})") == "nowhere");
    CHECK(where(R"({"letter": null, "no_end_date": null})") == "nowhere");
    const auto read = read_circumstances(value(R"({"id": "E1"})"));
    REQUIRE(read.has_value());
    CHECK_FALSE(read->letter.has_value());
    CHECK(read->reasons.empty());
}

TEST_CASE("each listed member is read, and refused where it is of the wrong kind")
{
    for (const auto name : circumstance_members()) {
        CAPTURE(std::string(name));
        const auto read = read_circumstances(value("{\"" + std::string(name) + "\": 4.25}"));
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().where == name);
    }
    for (const auto name : pupil_circumstance_members()) {
        CAPTURE(std::string(name));
        const auto read = read_pupil_circumstances(value("{\"" + std::string(name) + "\": 4.25}"));
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().where == name);
    }
}

TEST_CASE("what is read is what was written")
{
    const auto read = read_circumstances(value(R"({
        "reasons": ["attainment"], "letter": {"given_on": "2024-09-16", "given_by": "email",
        "email_agreed": true, "items": {"period": true, "reasons": false}},
        "told": {"local_authority": "never", "social_worker": "2024-09-17"},
        "s104_notice": {"on": "2024-09-16", "after_afternoon_session": true},
        "board": {"members": 3, "refused": [{"what": "friend", "reason": "judged_lawful"}]},
        "panel": {"members": [{"role": "lay", "chair": true, "trained": false}],
                  "sen_expert": {"requested": true}, "payment_ordered": 4000},
        "tribunal": {"claimed_on": "2024-10-01"}, "discrimination_alleged": ["race"]})"));
    REQUIRE(read.has_value());
    CHECK(read->reasons.has(StatedReason::attainment));
    CHECK_FALSE(read->reasons.has(StatedReason::behaviour));
    REQUIRE(read->letter.has_value());
    CHECK(read->letter->given_by == GivenBy::email);
    CHECK(read->letter->items.yes(LetterItem::period));
    CHECK(read->letter->items.no(LetterItem::reasons));
    CHECK_FALSE(read->letter->items.no(LetterItem::pupils_part));
    CHECK(read->told.local_authority->never());
    CHECK(read->told.social_worker->on == onroll::date(2024, 9, 17));
    CHECK_FALSE(read->told.virtual_school_head.has_value());
    CHECK(read->s104_notice->after_afternoon_session);
    CHECK(read->board->refused.front().reason == RefusalReason::judged_lawful);
    CHECK(read->panel->members.front().trained == false);
    CHECK(read->panel->payment_ordered == 4000);
    CHECK(read->tribunal->claimed_on == onroll::date(2024, 10, 1));
    CHECK(read->discrimination_alleged.has(Characteristic::race));
    const auto pupil = read_pupil_circumstances(
        value(R"({"ehc_plan": true, "free_school_meals": false, "looked_after": true})"));
    REQUIRE(pupil.has_value());
    CHECK(pupil->ehc_plan == true);
    CHECK(pupil->free_school_meals == false);
    CHECK_FALSE(pupil->translation_needed.has_value());
}

template <class Point>
void check_codes(const std::string& page)
{
    for (const auto code : Codes<Point>::all) {
        CAPTURE(std::string(code));
        CHECK(page.find("`" + std::string(code) + "`") != std::string::npos);
    }
}

TEST_CASE("the reference lists every member and every code")
{
    std::ifstream file(onroll::tests::source_file("docs/reference/law-evaluate-circumstances.md"));
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    REQUIRE_FALSE(page.empty());
    for (const auto names : {circumstance_members(), pupil_circumstance_members()})
        for (const auto name : names) {
            CAPTURE(std::string(name));
            CHECK(page.find("`" + std::string(name)) != std::string::npos);
        }
    check_codes<StatedReason>(page), check_codes<ReturnCondition>(page);
    check_codes<ChangeMade>(page), check_codes<WrongStatement>(page);
    check_codes<LetterItem>(page), check_codes<GivenBy>(page), check_codes<Before>(page);
    check_codes<Contact>(page), check_codes<Invited>(page), check_codes<Considered>(page);
    check_codes<Refused>(page), check_codes<RefusalReason>(page);
    check_codes<DecisionRecipient>(page), check_codes<DecisionItem>(page);
    check_codes<BoardOutcome>(page), check_codes<Arranger>(page);
    check_codes<ApplicationAnswer>(page), check_codes<PanelRole>(page);
    check_codes<PanelOutcome>(page), check_codes<QuashGround>(page);
    check_codes<Claimant>(page), check_codes<Characteristic>(page);
}

} // namespace circumstances_json_test
