// A Common Transfer File is a list of children like any other, and harms nobody who reads it.
#include "people/transfer_file.h"

#include "people/imports.h"
#include "people/store_imports.h"
#include "people/tests/builders.h"

#include "helpers/test_database.h"

#include <doctest/doctest.h>

#include <string>

namespace transfer_file_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;

std::string a_file(const std::string& pupils)
{
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CTfile><Header><DocumentName>Common "
           "Transfer "
           "File</DocumentName><CTFversion>24.0</CTFversion></Header><CTFpupilData>" +
           pupils + "</CTFpupilData></CTfile>";
}

std::string a_pupil(const std::string& more = {}, const std::string& born = "2014-01-15")
{
    return "<Pupil><Surname>O&apos;Hara, Rath</Surname><Forename>Lena</Forename><DOB>" + born +
           "</DOB><Sex>F</Sex>" + more + "</Pupil>";
}

TEST_CASE("pupils of a transfer file are read as rows of a list, with home and contacts")
{
    const std::string upn = std::string(1, upn_check_letter("801200001001")) + "801200001001";
    const auto list = read_child_list(
        a_file(
            a_pupil("<UPN>" + upn +
                    "</UPN><BasicDetails><PreferredForename>Leni</PreferredForename></BasicDetails>"
                    "<Address><BS7666Address><PAON>10</PAON><Street>Sea Street</Street>"
                    "<Town>Tidemoor</Town></BS7666Address><PostCode>TM1 2AB</PostCode></Address>"
                    "<Contacts><Contact><Surname>Rath</Surname><Forename>Ana</Forename>"
                    "<Relationship>PAM</Relationship><Phones><Phone><TelephoneType>H"
                    "</TelephoneType><PhoneNo>+44 1632 960001</PhoneNo></Phone></Phones></Contact>"
                    "<Contact><Surname>Moor</Surname><Relationship>SWR</Relationship></Contact>"
                    "</Contacts><StageAssessments/><LookedAfter><InCare>true</InCare>"
                    "</LookedAfter>") +
            a_pupil("<Address><AddressLines><AddressLine1>2 Hill Road</AddressLine1>"
                    "</AddressLines><PostCode>TM1 2AC</PostCode></Address>",
                    "2012-01-15")),
        test_day);
    REQUIRE(list.has_value());
    CHECK(list->rows == 2);
    CHECK(list->rejected == 0);
    CHECK(list->encoding == "a Common Transfer File");
    CHECK(list->unknown_columns == std::vector<std::string>{"StageAssessments"});
    const auto& first = list->children.at(0);
    CHECK(first.row == 2);
    CHECK(first.details.name == Name{"Lena", "O'Hara, Rath", "Leni"});
    CHECK(first.details.sex == Sex::female);
    CHECK(first.details.upn->text() == upn);
    CHECK(shown_address(*first.address) == "10 Sea Street, Tidemoor, TM1 2AB");
    REQUIRE(first.parents.size() == 2);
    CHECK(first.parents[0].bond == Bond::mother);
    CHECK(first.parents[0].telephone == "+44 1632 960001");
    CHECK(first.parents[1].bond == Bond::other);
    CHECK(first.parents[1].name.family == "Moor");
    CHECK_FALSE(first.care.has_value()); // how the council looks after the child is not said
    REQUIRE(list->notes.size() == 1);
    CHECK(list->notes[0].row == 2);
    CHECK(shown_address(*list->children.at(1).address) == "2 Hill Road, TM1 2AC");
}

TEST_CASE("a faulty pupil of a transfer file is a faulty row, and the rest is good")
{
    const auto list =
        read_child_list(a_file(a_pupil() + a_pupil("", "31/31/2014") + a_pupil("", "")), test_day);
    REQUIRE(list.has_value());
    CHECK(list->rejected == 2);
    CHECK(list->errors.at(0).row == 3);
    CHECK(list->errors.at(0).fix == "Write the date of birth as 31/12/2014 or 2014-12-31");
}

TEST_CASE("XML that is no transfer file, or that means harm, is refused with what to do")
{
    const std::string laughs =
        "<!DOCTYPE CTfile [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>" +
        a_file(a_pupil("<Note>&b;</Note>"));
    const std::string outside = "<!DOCTYPE CTfile [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" +
                                a_file(a_pupil("<Note>&a;</Note>"));
    for (const auto& refused : {laughs, outside, std::string("<html></html>"),
                                std::string("<CTfile></CTfile>"), std::string("<CTfile>")}) {
        CAPTURE(refused);
        const auto list = read_child_list(refused, test_day);
        REQUIRE_FALSE(list.has_value());
        CHECK(list.error().kind == ErrorKind::bad_input);
        CHECK_FALSE(list.error().message.empty());
    }
    CHECK(read_child_list(a_file(""), test_day).error().message ==
          "The list holds no children. Add a row for each child");
}

TEST_CASE("a transfer file is imported, and again changes nothing")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto made_of = [&](RowOutcome outcome) {
            const auto id = doing(database, [&](db::Transaction& t) {
                return send_list(t, a_scope(), a_safe(), "8014001_CTF_8014002_001.xml",
                                 a_file(a_pupil()))
                    .value();
            });
            return doing(database, [&](db::Transaction& t) {
                return make_import(t, a_scope(), a_safe(), id, FaultyRows::refuse)->count(outcome);
            });
        };
        CHECK(made_of(RowOutcome::created) == 1);
        CHECK(made_of(RowOutcome::unchanged) == 1);
    });
}

} // namespace transfer_file_test
