// Opening a withheld record in an emergency, who is told of it, and its review.
#include "access/rules_break_glass.h"
#include "access/tests/guarded_office.h"

namespace onroll::access::tests_of_guard::break_glass_test {

TEST_CASE(
    "a withheld record opens in an emergency for an hour, two people are told, and it is reviewed")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto page = "/people/" + withheld;
        const auto asked = office.get(page);
        REQUIRE(location(asked).starts_with("/break-glass/open?"));
        CHECK(office.get(location(asked)).status == 200);
        const http::Fields form{{"kind", "person"},
                                {"record", withheld},
                                {"next", page},
                                {"reason", "A sibling may be hurt tonight, police are waiting"}};

        // Nobody is named to be told yet.
        CHECK(says(office.post("/break-glass/open", form), "Nobody is named to be told yet"));
        office.name_the_told();
        auto short_reason = form;
        short_reason.set("reason", "urgent");
        CHECK(says(office.post("/break-glass/open", short_reason), "at least 20 characters"));
        CHECK(office.get(page).status == 303);

        CHECK(location(office.post("/break-glass/open", form)) == page);
        CHECK(office.get(page).status == 200);
        CHECK(office.entries().back().deed.purpose == "break_glass");
        // Reading alone, this record alone, this person alone, this hour alone.
        CHECK(office.post(page, {{"known_as", "x"}}).status == 404);
        office.records[maya].withheld = true;
        CHECK(office.get("/people/" + maya).status == 303);
        office.sign_in("Bryn Hale", Role::inclusion_officer);
        CHECK(office.get(page).status == 303);

        for (const auto* name : {"Cora Finch", "Dev Rao"}) {
            office.sign_in(name, Role::area_leader);
            CHECK(says(office.get("/alerts"), "Amina Shah opened a record in an emergency"));
            CHECK(says(office.get("/alerts"), "I have read these"));
            CHECK(location(office.post("/alerts", {})) == "/alerts");
            CHECK_FALSE(says(office.get("/alerts"), "I have read these"));
        }
        office.sign_in("Ewa Nowak", Role::data_protection_officer);
        const auto list = office.get("/break-glass");
        CHECK(says(list, "To review"));
        const auto start =
            std::string(list.content()).find("/break-glass/", list.content().find("<table"));
        const auto glass = std::string(list.content().substr(start, 13 + 32));
        CHECK(says(office.get(glass), "police are waiting"));
        CHECK(says(office.get(glass), "Closes by itself"));
        CHECK(office.post(glass, {{"words", "x"}}).status == 400);
        CHECK(office.post(glass, {{"finding", "justified"}}).status == 400);
        CHECK(office.post(glass, {{"finding", "justified"}, {"words", "It was right"}}).status ==
              303);
        CHECK(says(office.get(glass), "It was right"));
        CHECK(says(office.post(glass, {{"finding", "not_justified"}, {"words", "Again"}}),
                   "reviewed already"));

        office.sign_in("Amina Shah", Role::inclusion_officer);
        office.clock.move_on(std::chrono::minutes(59));
        CHECK(office.get(page).status == 200);
        office.clock.move_on(std::chrono::minutes(1));
        CHECK(office.get(page).status == 303);
        office.sign_in("Ewa Nowak", Role::data_protection_officer);
        CHECK(says(office.get(glass), "Closed by itself"));
    });
}

TEST_CASE("break-glass asks for a fresh proof, and is refused to those who are told and for what "
          "cannot be opened so")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const std::string ask = "/break-glass/open?kind=person&next=%2F&record=";
        office.sign_in("Amina Shah", Role::inclusion_officer, false);
        CHECK(location(office.get(ask + withheld)) == "/prove");
        office.sign_in("Amina Shah", Role::inclusion_officer);
        CHECK(office.get(ask + nobody).status == 404);
        office.records[withheld].conflict = true;
        CHECK(office.get(ask + withheld).status == 404);
        office.records[withheld] = {.relation = Relation::same_agency, .strand = Strand::advice};
        CHECK(office.get(ask + withheld).status == 404);
        office.sign_in("Dev Rao", Role::area_leader);
        CHECK(office.get(ask + withheld).status == 404);

        auto transaction = database.begin("name");
        CHECK_FALSE(set_alerted(transaction, office.council,
                                {office.staff.at("Dev Rao"), office.staff.at("Dev Rao")})
                        .has_value());
        REQUIRE(set_alerted(transaction, office.council,
                            {office.staff.at("Amina Shah"), office.staff.at("Dev Rao")})
                    .has_value());
        office.sign_in("Amina Shah", Role::inclusion_officer);
        CHECK_FALSE(break_glass(transaction, *office.signed_in, "person", withheld,
                                "A sibling may be hurt tonight", office.clock.now())
                        .has_value());
    });
}

TEST_CASE("a review that nobody does is told of when it is late, once to each")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        office.name_the_told();
        auto transaction = database.begin("break");
        REQUIRE(break_glass(transaction, *office.signed_in, "person", withheld,
                            "A sibling may be hurt tonight", office.clock.now())
                    .has_value());
        const auto day = std::chrono::hours(24);
        // Opened on Wednesday 25 November 2026: the fifth working day after it is 2 December.
        CHECK(escalate_late_reviews(transaction, office.clock.now() + 7 * day) == 0);
        CHECK(escalate_late_reviews(transaction, office.clock.now() + 8 * day) == 3);
        CHECK(escalate_late_reviews(transaction, office.clock.now() + 9 * day) == 0);
        CHECK(alerts_of(transaction, office.council, office.staff.at("Ewa Nowak")).size() == 1);
        CHECK(alerts_of(transaction, office.council, office.staff.at("Cora Finch")).size() == 2);
        // Who opened it cannot review it.
        const auto glass = glasses_of(transaction, office.council).at(0);
        CHECK_FALSE(review_glass(transaction, *office.signed_in, glass.id, Finding::justified, "x",
                                 office.clock.now())
                        .has_value());
    });
}

TEST_CASE("the two who are told are chosen by the data protection officer alone")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const http::Fields form{{"first", office.staff.at("Cora Finch").text()},
                                {"second", office.staff.at("Dev Rao").text()}};
        CHECK(office.post("/break-glass/people", form).status == 404);
        office.sign_in("Ewa Nowak", Role::data_protection_officer);
        CHECK(says(office.get("/break-glass/people"), "Bryn Hale"));
        CHECK(office.post("/break-glass/people", {{"first", "x"}}).status == 400);
        CHECK(location(office.post("/break-glass/people", form)) == "/break-glass");
        CHECK(says(office.get("/break-glass"), "Cora Finch and Dev Rao"));
    });
}

TEST_CASE("a reason says enough when it has twenty characters that are not one key held down")
{
    CHECK(reason_says_enough("A sibling may be hurt"));
    CHECK(reason_says_enough("  20 letters, no fewer  "));
    CHECK_FALSE(reason_says_enough("nineteen characters"));
    CHECK_FALSE(reason_says_enough("                                  "));
    CHECK_FALSE(reason_says_enough("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
    CHECK_FALSE(reason_says_enough(std::string(2'001, 'a') + " bcdefg"));
    CHECK_FALSE(reason_says_enough("éèêëàâ"));
    CHECK(review_by(date(2026, 12, 23)) == date(2027, 1, 4));
}

} // namespace onroll::access::tests_of_guard::break_glass_test
