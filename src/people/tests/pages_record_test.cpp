// The pages of one record: adding somebody after looking, changing, a colleague's stale edit,
// moving, schools, needs, orders, family, holds, a copy.
#include "people/store_schools.h"
#include "people/tests/office.h"

namespace pages_record_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::place_of;
using tests::primary_buttons;
using tests::says;

const http::Fields ola{{"given_name", "Ola"}, {"family_name", "Nowak"}, {"sex", "female"}};

TEST_CASE("somebody alike is shown before a second record is made, and a form sent twice makes one")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        auto kim = office.signed_in(office.officer);
        CHECK(filled_in(kim, "/people/new", {{"sex", "female"}}).status == 400);
        const auto born = dated("born_on", "17", "3", "2014");
        const auto first = filled_in(kim, "/people/new", ola + born);
        REQUIRE(place_of(first).starts_with("/people/"));
        const auto alike = filled_in(kim, "/people/new", ola + born);
        CHECK(alike.status == 200);
        CHECK(says(alike, "Ola Nowak"));
        auto form = form_in(kim.get("/people/new"), "/people/new");
        for (const auto& field : ola + born) form.add(field.name, field.value);
        form.add("looked", "yes");
        const auto second = kim.post("/people/new", form);
        CHECK(place_of(second).starts_with("/people/"));
        CHECK(place_of(kim.post("/people/new", form)) == place_of(second));
        auto reader = database.read();
        CHECK(count_children(reader, office.council) == 2);
    });
}

TEST_CASE("a colleague’s change in between is shown beside what was typed, and one’s own is kept")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = office.child("Maya", "Shah");
        did(database, [&](db::Transaction& transaction) {
            return add_worker(transaction, office.scope_for(office.officer), child,
                              office.colleague.id);
        });
        const auto page = "/people/" + child.text() + "/edit";
        auto kim = office.signed_in(office.officer);
        auto sam = office.signed_in(office.colleague);
        auto kims = form_in(kim.get(page), page);
        auto sams = form_in(sam.get(page), page);
        const auto fill = [](http::Fields& form, std::string known_as, std::string language) {
            for (const auto& field :
                 http::Fields{{"given_name", "Maya"}, {"family_name", "Shah"}, {"sex", "female"}} +
                     dated("born_on", "17", "3", "2014"))
                form.add(field.name, field.value);
            form.add("known_as", std::move(known_as));
            form.add("language", std::move(language));
        };
        fill(kims, "May", "");
        fill(sams, "", "Polish");
        CHECK(place_of(kim.post(page, kims)) == "/people/" + child.text());
        const auto compare = sam.post(page, sams);
        CHECK(compare.status == 200);
        CHECK(says(compare, "Kim Lee"));
        CHECK(says(compare, "May"));
        CHECK(says(compare, "Polish"));
        auto reader = database.read();
        const auto saved = find_person(reader, office.council, child).value();
        CHECK(saved.name.known_as == "May");
        CHECK(saved.language.empty());
    });
}

TEST_CASE("schools, needs, orders and a move are taken by the field and shown on the record")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = office.child("Maya", "Shah");
        const auto page = "/people/" + child.text();
        auto kim = office.signed_in(office.officer);

        CHECK(says(filled_in(kim, page + "/schools", {{"urn", "12"}}), "URN of 6 digits"));
        CHECK(place_of(filled_in(kim, page + "/schools",
                                 dated("from", "1", "9", "2026") +
                                     http::Fields{{"urn", "990015"}, {"kind", "main"}})) == page);
        const auto sooner = filled_in(kim, page + "/schools",
                                      dated("from", "1", "9", "2026") +
                                          http::Fields{{"urn", "990016"}, {"kind", "main"}});
        CHECK(sooner.status == 400);
        CHECK(says(sooner, "The child’s main school now began on 1 September 2026. Enter a first "
                           "day after that"));
        CHECK(says(sooner, "value=\"990016\""));
        CHECK(says(filled_in(kim, page + "/needs", {}), "Choose what is known now"));
        CHECK(place_of(filled_in(kim, page + "/needs",
                                 dated("from", "1", "9", "2026") +
                                     http::Fields{{"status", "suspected"}})) == page);
        CHECK(says(filled_in(kim, page + "/orders", {}), "Choose the order"));
        CHECK(place_of(filled_in(kim, page + "/orders",
                                 {{"kind", "no_contact"}, {"concerns", "nobody"}})) == page);
        CHECK(says(filled_in(kim, page + "/move", {}), "Enter"));
        CHECK(place_of(filled_in(kim, page + "/move",
                                 dated("from", "1", "9", "2026") +
                                     http::Fields{{"line_1", "10 Sea Street"},
                                                  {"town", "Tidemoor"},
                                                  {"postcode", "TM1 2AB"},
                                                  {"protected", "no"}})) == page);
        const auto record = kim.get(page);
        CHECK(says(record, "School 990015"));
        CHECK(says(record, "10 Sea Street"));
        CHECK(says(record, in_words(SenStatus::suspected)));
        CHECK(says(record, in_words(OrderKind::no_contact)));
    });
}

TEST_CASE("a wrong school is put right, and one where the child never was is taken off the record")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = office.child("Maya", "Shah");
        const auto page = "/people/" + child.text();
        const auto schools = page + "/schools";
        auto kim = office.signed_in(office.officer);
        const auto main_school = [](const char* urn) {
            return http::Fields{{"urn", urn}, {"kind", "main"}};
        };
        const auto september = dated("from", "1", "9", "2026");
        const auto october = dated("from", "5", "10", "2026");
        REQUIRE(place_of(filled_in(kim, schools, september + main_school("990015"))) == page);
        REQUIRE(place_of(filled_in(kim, schools, october + main_school("990016"))) == page);
        const auto named = [&](const char* urn, Date from, std::optional<Date> until = {}) {
            return schools + "/" + name_in_address(child, {Urn::parse(urn).value(), from, until});
        };
        const auto second = named("990016", date(2026, 10, 5));
        CHECK(says(kim.get(page), second));
        CHECK(says(kim.get(page), "School 990016"));
        CHECK(says(kim.get(page), "to 4 October 2026"));
        CHECK(kim.get(schools + "/" + std::string(32, 'b')).status == 404);

        CHECK(says(kim.get(second), "Now: School 990016. Main school. Since 5 October 2026"));
        CHECK(says(kim.get(second), "value=\"990016\""));
        const auto unknown = filled_in(kim, second, october + main_school("12"));
        CHECK(says(unknown, "URN of 6 digits"));
        CHECK(says(unknown, "value=\"12\""));
        const auto opened = form_in(kim.get(second), second);
        const auto opened_before = form_in(kim.get(second), second);
        const auto right =
            opened + october + main_school("990017") + http::Fields{{"note", "From the letter"}};
        CHECK(place_of(kim.post(second, right)) == page);
        CHECK(place_of(kim.post(second, right)) == page); // sent twice, made once
        CHECK(says(kim.get(page), "School 990017"));
        CHECK_FALSE(says(kim.get(page), "School 990016"));
        const auto history = kim.get(page + "/history");
        CHECK(says(history, "School 990016 (990016), Main school, from 5 October 2026"));
        CHECK(says(history, "From the letter"));
        CHECK(kim.get(second).status == 404);
        const auto late = kim.post(second, opened_before + october + main_school("990018"));
        CHECK(late.status == 400);
        CHECK(says(late, "Somebody has changed the schools since you opened this page"));
        CHECK(says(late, "value=\"990018\""));

        const auto wrong = named("990017", date(2026, 10, 5));
        CHECK(says(kim.get(wrong), "Is the child still at School 990015?"));
        CHECK(says(kim.get(wrong), "The record has 4 October 2026 as their last day there"));
        const auto still = october + main_school("990017") + http::Fields{{"reopens", "yes"}};
        const auto both = filled_in(kim, wrong, still);
        CHECK(says(both, "A child has one main school"));
        CHECK(says(both, "href=\"#reopens\""));

        const auto off = wrong + "/remove";
        CHECK(says(kim.get(off), "School 990017. Main school. Since 5 October 2026"));
        CHECK(says(kim.get(off), "Is the child still at School 990015?"));
        const auto gone = form_in(kim.get(off), off) + http::Fields{{"reopens", "yes"}};
        CHECK(place_of(kim.post(off, gone)) == page);
        CHECK(place_of(kim.post(off, gone)) == page);
        CHECK_FALSE(says(kim.get(page), "School 990017"));
        CHECK(says(kim.get(page), "Since 1 September 2026"));
        CHECK(kim.get(off).status == 404);
        CHECK_FALSE(says(kim.get(named("990015", date(2026, 9, 1)) + "/remove"), "still at"));
    });
}

TEST_CASE("only those named on the record put another home in place of a protected one")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = office.child("Maya", "Shah");
        const auto page = "/people/" + child.text();
        const auto to_sea_street = dated("from", "1", "9", "2026") +
                                   http::Fields{{"line_1", "10 Sea Street"}, {"protected", "no"}};
        auto sam = office.signed_in(office.colleague);
        filled_in(sam, place_of(sam.get(page)), {{"purpose", "duty_desk"}}, "/purpose");
        CHECK(sam.get(page + "/move").status == 200);
        auto before = form_in(sam.get(page + "/move"), page + "/move");
        did(database, [&](db::Transaction& transaction) {
            return move_person(transaction, office.scope_for(office.officer), office.safe, child,
                               {.lines = {"77 Hidden Canary Lane"}, .postcode = "ZZ9 9ZZ"},
                               Protection::protected_address, date(2026, 1, 1));
        });
        CHECK_FALSE(says(sam.get(page), "Record a move"));
        CHECK(sam.get(page + "/move").status == 404);
        for (const auto& field : to_sea_street) before.add(field.name, field.value);
        CHECK(sam.post(page + "/move", before).status == 404);
        CHECK_FALSE(says(sam.get(page), "Sea Street"));

        auto kim = office.signed_in(office.officer);
        CHECK(says(kim.get(page), "Record a move"));
        CHECK(place_of(filled_in(kim, page + "/move", to_sea_street)) == page);
        CHECK(office.entries().back().deed.act == "people.change_address");
        CHECK(says(kim.get(page), "10 Sea Street"));
    });
}

TEST_CASE("an adult of a child is added, and what they may be told is shown with its reason")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = office.child("Maya", "Shah");
        const auto page = "/people/" + child.text() + "/family";
        auto kim = office.signed_in(office.officer);
        CHECK(filled_in(kim, page, {}).status == 400);
        const auto added = place_of(filled_in(kim, page,
                                              {{"given_name", "Ana"},
                                               {"family_name", "Shah"},
                                               {"bond", "mother"},
                                               {"natural_parent", "yes"},
                                               {"responsibility", "birth_mother"},
                                               {"care", "yes"},
                                               {"contact", "permitted"},
                                               {"telephone", "01632 960001"},
                                               {"safe_asked", "no"}}));
        REQUIRE(added.starts_with(page + "/"));
        const auto rights = kim.get(added);
        CHECK(says(rights, "What Ana Shah may be told and asked"));
        CHECK(says(rights, "01632 960001"));
        CHECK(says(kim.get("/people/" + child.text()), "Ana Shah"));
        CHECK_FALSE(says(rights, "Read this first, then use it"));
    });
}

TEST_CASE("a number stands behind what must be known first, and nowhere where nobody may ring")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = office.child("Maya", "Shah");
        const auto page = "/people/" + child.text() + "/family";
        auto kim = office.signed_in(office.officer);
        const auto added = [&](const char* given, const char* contact, const char* number) {
            return place_of(filled_in(kim, page,
                                      {{"given_name", given},
                                       {"family_name", "Shah"},
                                       {"bond", "mother"},
                                       {"natural_parent", "yes"},
                                       {"responsibility", "birth_mother"},
                                       {"care", "yes"},
                                       {"contact", contact},
                                       {"telephone", number},
                                       {"safe_asked", "yes"},
                                       {"safe_channels", "telephone"}}));
        };
        const auto careful = added("Ana", "permitted", "01632 960001");
        REQUIRE(careful.starts_with(page + "/"));
        const auto own = "/people/" + careful.substr(page.size() + 1);
        for (const auto& shown : {kim.get(careful), kim.get(own)}) {
            CHECK(says(shown, "Read this first, then use it"));
            CHECK(says(shown, "Do not leave a voicemail."));
            CHECK(says(shown, "01632 960001"));
        }
        const auto forbidden = added("Bea", "not_permitted", "01632 960002");
        REQUIRE(forbidden.starts_with(page + "/"));
        for (const auto& shown :
             {kim.get(forbidden), kim.get("/people/" + forbidden.substr(page.size() + 1))}) {
            CHECK(says(shown, "Held back: this person must not be contacted."));
            CHECK_FALSE(says(shown, "01632 960002"));
        }
    });
}

TEST_CASE("a hold is put by one person and ended by two, and a copy leaves out what is not chosen")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto second =
            office.add("Una Bell", "una@example.org", access::Role::data_protection_officer);
        const auto child = office.child("Maya", "Shah");
        const auto page = "/people/" + child.text() + "/keep";
        auto ewa = office.signed_in(office.guardian);
        CHECK(filled_in(ewa, page, {}).status == 400);
        CHECK(place_of(filled_in(ewa, page, {{"reason", "An inquiry"}})) == page);
        CHECK(place_of(filled_in(ewa, page, {}, page + "/end")) == page);
        CHECK(says(ewa.get(page), "A colleague has asked to end the hold"));
        auto una = office.signed_in(second);
        CHECK(place_of(filled_in(una, page, {}, page + "/end")) == page);
        CHECK(says(una.get(page), "Put the record on hold"));
        CHECK(says(una.get(page), "Add to this group"));
        CHECK(primary_buttons(una.get(page)) == 1);

        const auto copy = "/people/" + child.text() + "/copy";
        // The reason of the hold is somebody's to look at first.
        const auto form = una.get(copy);
        const std::string text(form.content());
        const auto at = text.find("name=\"item.") + 6;
        REQUIRE(at > 6);
        const auto field = text.substr(at, text.find('"', at) - at);
        const auto file = filled_in(una, copy, {{field, "others"}, {"then", "download"}});
        CHECK(file.status == 200);
        CHECK(file.headers["Content-Disposition"].find("attachment") == 0);
        CHECK(file.content().find("Maya") != std::string_view::npos);
        CHECK(office.entries().back().deed.act == "records_request.prepare");
    });
}

} // namespace pages_record_test
