// What people agree to, in the agency's own words: versions follow one another, each consent keeps
// the words it was given under, and the form to sign says those of the day. trust.md G-09.
#include "people/store_consents.h"
#include "people/tests/office.h"
#include "people/views_wordings.h"

#include "platform/documents/print_html.h"

namespace wordings_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::place_of;
using tests::says;

const std::string own_words = "I agree that OWNwords. I can change my mind at any time.";

int written(db::Database& database, int newest_seen, const std::string& words, Date from)
{
    return doing(database, [&](db::Transaction& t) {
        const auto done =
            write_wording(t, a_scope(), ConsentPurpose::advice, newest_seen, words, from);
        return done ? *done : -1;
    });
}

TEST_CASE(
    "words follow one another from a later day each, and nobody writes over what they did not "
    "see")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        // What was asked until now becomes the first version.
        CHECK(written(database, 0, own_words, test_day) == 2);
        CHECK(written(database, 0, own_words + " More.", test_day + Days{1}) == -1);
        CHECK(written(database, 2, own_words, test_day + Days{1}) == -1);
        CHECK(written(database, 2, own_words + " More.", test_day) == -1);
        CHECK(written(database, 2, "Yes", test_day + Days{1}) == -1);
        CHECK(written(database, 2, own_words + " More.", test_day + Days{7}) == 3);
        auto reader = database.read();
        const auto all = wordings_of(reader, the_council);
        REQUIRE(all.size() == 3);
        CHECK(all[0].text == standing_words(ConsentPurpose::advice));
        CHECK(wording_in_force(all, ConsentPurpose::advice, test_day - Days{1})->version == 1);
        CHECK(wording_in_force(all, ConsentPurpose::advice, test_day + Days{6})->version == 2);
        CHECK(wording_in_force(all, ConsentPurpose::advice, test_day + Days{7})->version == 3);
        CHECK(wording_in_force(all, ConsentPurpose::survey, test_day) == nullptr);
        for (const auto& asked : asked_wordings(reader, the_council, test_day))
            CHECK(asked.version == (asked.purpose == ConsentPurpose::advice ? 2 : 1));
        CHECK(wordings_of(reader, another_agency).empty());
    });
}

TEST_CASE("a consent keeps the words that it was given under when others follow")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto child = made(database, a_child_named("James", "Smith"));
        const auto mother = made(database, an_adult_named("Anna", "Smith"));
        const auto given = [&](Date on) {
            Consent consent{.id = ConsentId::parse(std::string(32, '0')).value(),
                            .about = child,
                            .giver = mother,
                            .given_on = on};
            return doing(database, [&](db::Transaction& t) {
                return record_consent(t, a_scope(), consent).value();
            });
        };
        const auto before = given(test_day - Days{9});
        CHECK(written(database, 1, own_words, test_day - Days{1}) == 2);
        const auto after = given(test_day);
        const auto late = given(test_day - Days{2}); // a paper that came late
        auto reader = database.read();
        const auto version = [&](const ConsentId& id) {
            return find_consent(reader, the_council, id)->wording_version;
        };
        CHECK(version(before) == 1);
        CHECK(version(after) == 2);
        CHECK(version(late) == 1);
        const auto counts = consents_by_wording(reader, the_council);
        CHECK(counts.at({ConsentPurpose::advice, 1}) == 2);
        CHECK(counts.at({ConsentPurpose::advice, 2}) == 1);
    });
}

TEST_CASE("the officer writes the service's own words, the consent form asks them, and a form to "
          "sign carries them with their version")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = office.child("Maya", "Shah");
        auto kim = office.signed_in(office.officer);
        CHECK(kim.get("/wordings").status == 404);
        auto ewa = office.signed_in(office.guardian);
        CHECK(says(ewa.get("/wordings"), "The words that come with Onroll"));
        const auto unchecked =
            filled_in(ewa, "/wordings/advice",
                      http::Fields{{"words", own_words}} + dated("from", "25", "11", "2026"));
        CHECK(unchecked.status == 400);
        CHECK(says(unchecked, "OWNwords"));
        const auto saved = filled_in(ewa, "/wordings/advice",
                                     http::Fields{{"words", own_words}, {"says", "yes"}} +
                                         dated("from", "25", "11", "2026"));
        CHECK(place_of(saved) == "/wordings");
        const auto list = ewa.get("/wordings");
        CHECK(says(list, "OWNwords"));
        CHECK(says(list, "Earlier words"));
        CHECK(ewa.get("/wordings/nothing").status == 404);

        const auto form = "/people/" + child.text() + "/consents/new";
        CHECK(says(kim.get(form), "version 2: I agree that OWNwords"));
        const auto paper = "/people/" + child.text() + "/consents/forms/advice";
        CHECK(says(kim.get(form), paper));
        for (const auto* words : {"OWNwords", "Maya Shah", "Tidemoor Council", "Signature"})
            CHECK_MESSAGE(says(kim.get(paper), words), words);
        CHECK(office.entries().back().deed.kind == audit::Kind::printed);
        CHECK(kim.get("/people/" + child.text() + "/consents/forms/nothing").status == 404);
        auto sam = office.signed_in(office.chief);
        CHECK(sam.get(paper).status == 404);
    });
}

TEST_CASE("a form to share has room for with whom, what and until when")
{
    const ConsentPaper paper{"Advice",
                             "Maya Shah",
                             {ConsentPurpose::sharing, 3, "I agree that …", test_day},
                             {"Names and date of birth"},
                             {"Telephone: 01234 567890"}};
    const auto html = documents::body_html(consent_paper(paper));
    for (const auto* words :
         {"We may share with", "Names and date of birth", "you choose the last", "01234 567890",
          "“I agree that …”", "Do you agree to the words above?"})
        CHECK_MESSAGE(html.find(words) != std::string::npos, words);
    CHECK(html.find("☐ Names and date of birth") != std::string::npos);
    CHECK(html.find("<li>☐") == std::string::npos);
    CHECK(consent_paper(paper).footer == "Wording: Sharing with another agency, version 3");
}

} // namespace wordings_test
