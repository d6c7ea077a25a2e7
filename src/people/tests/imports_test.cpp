#include "people/forms.h"
#include "people/imports.h"
#include "people/rules_merge.h"
#include "people/store_imports.h"

#include "people/tests/builders.h"

#include "helpers/test_database.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace onroll::people {

using namespace tests_of_people;

namespace imports_test {

struct Made {
    ImportId id;
    Result<ImportPlan> plan;
};

Made imported(db::Database& database, const std::string& bytes,
              FaultyRows faulty = FaultyRows::refuse)
{
    const auto id = doing(database, [&](db::Transaction& t) {
        return send_list(t, a_scope(), a_safe(), "list.csv", bytes).value();
    });
    auto transaction = database.begin("make");
    auto plan = make_import(transaction, a_scope(), a_safe(), id, faulty);
    if (plan) transaction.commit();
    return {id, std::move(plan)};
}

std::string outcomes(const Result<ImportPlan>& plan)
{
    if (!plan) return plan.error().message;
    std::string text;
    for (const auto outcome : {RowOutcome::created, RowOutcome::updated, RowOutcome::unchanged,
                               RowOutcome::rejected, RowOutcome::held})
        text += (text.empty() ? "" : " ") + std::to_string(plan->count(outcome));
    return text;
}

Undone undone(db::Database& database, const ImportId& id)
{
    return doing(database,
                 [&](db::Transaction& t) { return undo_import(t, a_scope(), id).value(); });
}

std::int64_t children(db::Database& database)
{
    auto reader = database.read();
    return count_children(reader, the_council);
}

const std::string two_children =
    "CHILD_FIRST_NAME,CHILD_LAST_NAME,CHILD_DATE_OF_BIRTH,CHILD_POSTCODE,CHILD_SCHOOL_URN,"
    "PARENT_1_NAME,PARENT_1_RELATIONSHIP,PARENT_1_PHONE\r\n"
    "Jennifer,Clarke,2014-01-01,TM1 2AB,100001,Anna Clarke,Mum,01632 960001\r\n"
    "Jimmy,Smith,02/03/2015,TM1 2AC,999999,,,\r\n";

} // namespace imports_test

TEST_CASE("a faulty cell is named by row and column, with the sort of value and what to do")
{
    using namespace imports_test;
    const auto list = read_child_list(
        std::string("CHILD_FIRST_NAME,CHILD_LAST_NAME,CHILD_DATE_OF_BIRTH,CHILD_NHS_NUMBER,"
                    "CHILD_POSTCODE,CHILD_SCHOOL_URN,Colour\n"
                    "Jennifer,Clarke,31/31/2014,999000001,SW1,12\n"),
        test_day);
    REQUIRE(list.has_value());
    REQUIRE(list->errors.size() == 1); // a row of another length is said first
    const auto faulty = read_child_list(
        std::string("CHILD_FIRST_NAME,CHILD_LAST_NAME,CHILD_DATE_OF_BIRTH,CHILD_NHS_NUMBER,"
                    "CHILD_POSTCODE,CHILD_SCHOOL_URN,Colour\n"
                    "Jennifer,,31/31/2014,999000001,SW1,12,red\n"),
        test_day);
    REQUIRE(faulty->errors.size() == 5);
    CHECK(faulty->errors[0] ==
          CellError{2, "B (CHILD_LAST_NAME)", "blank", "Enter the child’s last name"});
    CHECK(faulty->errors[1].column == "C (CHILD_DATE_OF_BIRTH)");
    CHECK(faulty->errors[1].value_is == "digits, 10 characters");
    CHECK(faulty->unknown_columns == std::vector<std::string>{"Colour"});
    for (const auto& error : faulty->errors) {
        CHECK(error.fix.find("31/31") == std::string::npos);
        CHECK(error.value_is.find("999") == std::string::npos);
    }
}

TEST_CASE("a name in a list is one line, and what is not seen in it is refused")
{
    const auto list = read_child_list(
        std::string("first name,surname,dob,known as,parent 1 name\n"
                    "\"Mary\nJane\",\"van\tDam\",2014-01-01,\"M\r\nJ\",\"Ann\nvan Dam\"\n"
                    "Zoe,\"\xe2\x80\xaeRath\",2014-01-01,,\n"),
        test_day);
    REQUIRE(list);
    REQUIRE(list->children.size() == 1);
    CHECK(list->children[0].details.name == Name{"Mary Jane", "van Dam", "M J"});
    CHECK(list->children[0].parents.front().name == Name{"Ann van", "Dam", {}});
    CHECK(list->rejected == 1);
}

TEST_CASE("a name in a form is one line, and no other is stored")
{
    http::Form form;
    form.fields = {{"given_name", "Mary\r\nJane"}, {"family_name", "Rath\n"}, {"known_as", "M\tJ"}};
    const auto read = read_details(form, PersonKind::child);
    CHECK(read.value.name == Name{"Mary Jane", "Rath", "M J"});
    for (const auto* name : {"Mary\nJane", "Mary\xe2\x80\xa8Jane"}) {
        const auto problems = problems_of(a_child_named(name, "Rath"), test_day);
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().where == "given_name");
    }
}

TEST_CASE("the empty list that is offered is itself read")
{
    const auto list = read_child_list(child_list_template(), test_day);
    CHECK(list.error().message == "The list holds no children. Add a row for each child");
}

TEST_CASE("a list makes children, families, homes and schools, and again changes nothing")
{
    using namespace imports_test;
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        CHECK(outcomes(imported(database, two_children).plan) == "2 0 0 0 0");
        CHECK(children(database) == 2);
        auto reader = database.read();
        const auto found =
            search_people(reader, the_council, question_of("Jennifer Clarke"), 5).found;
        REQUIRE(found.size() == 1);
        const auto record = find_child(reader, the_council, found[0].person.id).value();
        CHECK(shown_address(record.addresses.front().where) == "TM1 2AB");
        CHECK(record.schools.front().school.text() == "100001");
        REQUIRE(record.family.size() == 1);
        CHECK(record.family[0].tie.bond == Bond::mother);
        CHECK(record.family[0].tie.responsibility == Responsibility::not_known);
        CHECK(record.family[0].contacts.front().value == "01632 960001");
        CHECK(imported_before(reader, the_council, two_children).has_value());
        CHECK(outcomes(imported(database, two_children).plan) == "0 0 2 0 0");
        CHECK(children(database) == 2);
    });
}

TEST_CASE("with a faulty row nothing is made, unless the good rows are chosen")
{
    using namespace imports_test;
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto list = two_children + "Rachel,,2014-01-01,,,,,\r\n";
        CHECK_FALSE(imported(database, list).plan.has_value());
        CHECK(children(database) == 0);
        CHECK(outcomes(imported(database, list, FaultyRows::leave_out).plan) == "2 0 0 1 0");
        CHECK(children(database) == 2);
    });
}

TEST_CASE("a row much like somebody here, or there twice, waits for a person to look")
{
    using namespace imports_test;
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        made(database, a_child_named("Jenifer", "Clark", date(2014, 1, 1)));
        CHECK(outcomes(imported(database, two_children).plan) == "1 0 0 0 1");
        CHECK(outcomes(imported(database, "first name,surname,dob\nLena,Rath,2012-01-15\n"
                                          "Lena,Rath,2012-01-15\n")
                           .plan) == "1 0 0 0 1");
    });
}

TEST_CASE("a list never writes over a protected home")
{
    using namespace imports_test;
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto id = made(database, a_child_named("Jennifer", "Clarke", date(2014, 1, 1)));
        doing(database, [&](db::Transaction& t) {
            return move_person(t, a_scope(), a_safe(), id,
                               {.lines = {"2 Hill Road"}, .postcode = "TM2 1AA"},
                               Protection::protected_address, date(2026, 1, 1))
                .has_value();
        });
        CHECK(outcomes(imported(database, two_children).plan) == "1 0 0 0 1");
        CHECK(child_in(database, id).addresses.size() == 1);
    });
}

TEST_CASE("changes are filled in, blanks erase nothing, and taking the list back restores all")
{
    using namespace imports_test;
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        auto details = a_child_named("Jennifer", "Clarke", date(2014, 1, 1));
        details.language = "Polish";
        const auto id = made(database, details);
        const auto before = child_in(database, id);
        const auto first =
            imported(database, "first name,surname,dob,known as,postcode,urn,nhs number,language\n"
                               "Jennifer,Clarke,2014-01-01,Jenny,TM1 2AB,100001,9990000018,\n"
                               "New,Child,2014-01-01,,TM1 2AB,100001,,\n");
        CHECK(outcomes(first.plan) == "1 1 0 0 0");
        const auto after = child_in(database, id);
        CHECK(after.child.name.known_as == "Jenny");
        CHECK(after.child.language == "Polish");
        CHECK(after.child.nhs_number->text() == "9990000018");
        const auto back = undone(database, first.id);
        CHECK(back.left == 0);
        auto restored = child_in(database, id);
        CHECK(restored.child.version > before.child.version);
        restored.child.version = before.child.version;
        CHECK(restored == before);
        CHECK(children(database) == 1);
        const auto again = doing(
            database, [&](db::Transaction& t) { return undo_import(t, a_scope(), first.id); });
        CHECK(again.error().kind == ErrorKind::conflict);
    });
}

TEST_CASE("a name kept with a line break in it stops no other change, by hand or by a list")
{
    using namespace imports_test;
    static const db::Sql as_it_was{
        "name_as_it_was", "UPDATE people_person SET known_as = ? WHERE agency = ? AND id = ?", {}};
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto id = made(database, a_child_named("Lena", "Rath", date(2012, 1, 15)));
        const std::string old = "L\nR";
        doing(database, [&](db::Transaction& t) {
            return t.run(as_it_was, old, the_council.text(), id.text());
        });
        const auto number = NhsNumber::parse("9990000018").value();
        CHECK(doing(database, [&](db::Transaction& t) {
                  return change_nhs_number(t, a_scope(), id, 1, number);
              }).has_value());
        const auto change = [&](const Name& name) {
            const auto person = child_in(database, id).child;
            auto details = details_of(person);
            details.name = name;
            details.pronouns = "they";
            return doing(database, [&](db::Transaction& t) {
                return change_person(t, a_scope(), id, person.version, details);
            });
        };
        CHECK(change({"Lena", "Rath\n", old}).error().where == "family_name");
        CHECK(change({"Lena", "Rath", "L\nRa"}).error().where == "known_as");
        CHECK(change({"Lena", "Rath", old}).has_value());

        const auto language =
            imported(database, "first name,surname,dob,language\nLena,Rath,2012-01-15,Polish\n");
        CHECK(outcomes(language.plan) == "0 1 0 0 0");
        CHECK(child_in(database, id).child.language == "Polish");
        CHECK(undone(database, language.id).left == 0);
        CHECK(child_in(database, id).child.language.empty());
        CHECK(child_in(database, id).child.name.known_as == old);
        const auto known =
            imported(database, "first name,surname,dob,known as\nLena,Rath,2012-01-15,Leni\n");
        CHECK(child_in(database, id).child.name.known_as == "Leni");
        CHECK(undone(database, known.id).left == 0);
        CHECK(child_in(database, id).child.name.known_as == "L R");
    });
}

TEST_CASE("taking a list back leaves what somebody has worked on since, and says so")
{
    using namespace imports_test;
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto first = imported(database, "first name,surname,dob\nLena,Rath,2012-01-15\n"
                                              "Omar,Aziz,2013-02-01\n");
        std::optional<PersonId> lena;
        {
            auto reader = database.read();
            lena = search_people(reader, the_council, question_of("Lena"), 1).found.at(0).person.id;
        }
        doing(database, [&](db::Transaction& t) {
            return state_sen(t, a_scope(), *lena, {test_day, SenStatus::suspected}).has_value();
        });
        const auto back = undone(database, first.id);
        CHECK(back.taken_back == 1);
        CHECK(back.left == 1);
        CHECK(children(database) == 1);
        const auto late = imported(database, "first name,surname,dob\nZoe,Late,2012-01-15\n");
        const auto refused = doing(database, [&](db::Transaction& t) {
            return undo_import(
                t, scope_of(the_council, an_officer, FixedClock(test_day + Days{31}).now()),
                late.id);
        });
        CHECK(refused.error().kind == ErrorKind::bad_input);
    });
}

TEST_CASE("the original is kept as it was sent, sealed")
{
    using namespace imports_test;
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto first = imported(database, two_children);
        auto reader = database.read();
        CHECK(original_of(reader, the_council, a_safe(), first.id).value() == two_children);
        CHECK(original_of(reader, another_agency, a_safe(), first.id).error().kind ==
              ErrorKind::not_found);
        const AddressSafe other(crypto::Key::from_bytes(std::string(32, 'x')).value());
        CHECK_FALSE(original_of(reader, the_council, other, first.id).has_value());
    });
}

TEST_CASE("every row ends in exactly one state, whatever the list")
{
    using namespace imports_test;
    tests::TestDatabase place(db::Engine::sqlite);
    auto database = place.open();
    prepared(*database);
    CHECK(rc::check([&] {
        std::string list = "first name,surname,dob,postcode\n";
        const auto rows = *rc::gen::inRange<std::size_t>(1, 8);
        for (std::size_t i = 0; i < rows; ++i) {
            const auto pick = [](std::vector<std::string> of) {
                return of[*rc::gen::inRange<std::size_t>(0, of.size())];
            };
            list += pick({"Lena", "Omar", "Zoë", "", "王"}) + "," + pick({"Rath", "Aziz", ""}) +
                    "," + pick({"2012-01-15", "15/01/2012", "31/02/2012", ""}) + "," +
                    pick({"TM1 2AB", "", "no"}) + "\n";
        }
        const auto read = read_child_list(list, test_day);
        RC_PRE(read.has_value());
        const auto plan = imported(*database, list, FaultyRows::leave_out).plan;
        RC_ASSERT(plan.has_value());
        RC_ASSERT(plan->rows.size() == read->rows);
        const auto again = imported(*database, list, FaultyRows::leave_out).plan;
        RC_ASSERT(again->count(RowOutcome::created) == 0);
        RC_ASSERT(again->count(RowOutcome::updated) == 0);
    }));
}

} // namespace onroll::people
