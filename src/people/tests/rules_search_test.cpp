#include "people/rules_search.h"

#include "platform/csv/text.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

namespace onroll::people {

namespace rules_search_test {

Person catherine()
{
    Person person{PersonId::parse(std::string(32, 'a')).value()};
    person.name = {"Catherine Anne", "O’Brien-Hughes", "Kitty"};
    person.other_names = {{"Catherine", "Marsh", OtherNameKind::former}};
    person.born_on = date(2014, 3, 17);
    person.upn =
        Upn::parse("A801200001001")
            .value_or(Upn::parse(std::string(1, upn_check_letter("801200001001")) + "801200001001")
                          .value());
    return person;
}

const std::vector<std::string> here{"TM1 2AB"};

bool is_found(std::string_view typed)
{
    const auto question = question_of(typed);
    const auto asked = keys_asked(question);
    const auto kept = keys_of(catherine(), here);
    const bool candidate = std::any_of(kept.begin(), kept.end(), [&](const SearchKey& key) {
        return std::find(asked.begin(), asked.end(), key.key) != asked.end();
    });
    return candidate && fit_of(question, catherine(), here).score > 0;
}

FoundBy why(std::string_view typed)
{
    return fit_of(question_of(typed), catherine(), here).why;
}

} // namespace rules_search_test

TEST_CASE("accents, apostrophes, hyphens and capitals do not matter")
{
    CHECK(folded("Zoë O’Brien") == "zoe obrien");
    CHECK(folded("O'BRIEN") == "obrien");
    CHECK(folded("Łukasz Żółty") == "lukasz zolty");
    CHECK(folded("Zoe\xCC\x88") == "zoe");
    CHECK(folded("Søren Æther") == "soren ather");
    CHECK(folded("Ælfgār") == "alfgar");
    CHECK(folded("王小明") == "王小明");
    CHECK(name_words(" Thorne-Smith  Anne ") ==
          std::vector<std::string>{"thorne", "smith", "anne"});
    CHECK(name_words("  ").empty());
}

TEST_CASE("names that sound alike share a code")
{
    CHECK(sound_of("catherine") == sound_of("kathryn"));
    CHECK(sound_of("philip") == sound_of("filip"));
    CHECK(sound_of("stephen") == sound_of("steven"));
    CHECK(sound_of("mohammed") == sound_of("muhammad"));
    CHECK(sound_of("smith") == sound_of("smyth"));
    CHECK(sound_of("knight") == sound_of("night"));
    CHECK(sound_of("jenny") != sound_of("sarah"));
}

TEST_CASE("likeness forgives a slip and a swap")
{
    CHECK(likeness("martha", "martha") == 1);
    CHECK(likeness("martha", "marhta") == doctest::Approx(0.9611).epsilon(0.001)); // Winkler 1990
    CHECK(likeness("dwayne", "duane") == doctest::Approx(0.84).epsilon(0.01));
    CHECK(likeness("jones", "patel") < 0.6);
    CHECK(likeness("", "a") == 0);
}

TEST_CASE("a child is found by what people half remember")
{
    using namespace rules_search_test;
    for (const auto* typed :
         {"catherine", "Kitty O'Brien", "Kathryn Obrien", "hughes catherine", "OBRIEN HUGHES",
          "O’Brien-Hughes", "Catherine Marsh", "c obrien", "k o", "tm12ab", "TM1 2AB kitty",
          "17/03/2014", "17/03/2013 kitty", "kitty 2014-03-17", "Catherin Hughes", "Cath",
          "17 March 2014", "obrien, kitty"})
        CHECK_MESSAGE(is_found(typed), typed);
    for (const auto* typed : {"Sarah", "Kitty Jones", "TM1 2AC", "01/01/2001", "zz", ""})
        CHECK_FALSE_MESSAGE(is_found(typed), typed);
}

TEST_CASE("why a child was found is said")
{
    using namespace rules_search_test;
    CHECK(why(catherine().upn->text()) == FoundBy::number);
    CHECK(why("Kitty O'Brien 17/03/2014") == FoundBy::name_and_birth);
    CHECK(why("Kitty O'Brien") == FoundBy::name);
    CHECK(why("Kathryn Obrien") == FoundBy::name_sounds_alike);
    CHECK(why("Kitty 17/03/2013") == FoundBy::birth_nearly);
    CHECK(why("TM1 2AB") == FoundBy::postcode);
    CHECK(why("17/03/2014") == FoundBy::birth);
    CHECK(why("k o") == FoundBy::initials);
}

TEST_CASE("a date of birth with one digit wrong, or day and month swapped, is near")
{
    CHECK(birth_likeness(date(2014, 3, 17), date(2014, 3, 17)) == BirthLikeness::equal);
    CHECK(birth_likeness(date(2014, 3, 17), date(2014, 3, 11)) == BirthLikeness::nearly);
    CHECK(birth_likeness(date(2014, 3, 17), date(2015, 3, 17)) == BirthLikeness::nearly);
    CHECK(birth_likeness(date(2014, 3, 7), date(2014, 7, 3)) == BirthLikeness::nearly);
    CHECK(birth_likeness(date(2014, 3, 17), date(2015, 3, 18)) == BirthLikeness::different);
}

TEST_CASE("a question never asks for more keys than the statement has room for")
{
    CHECK(rc::check([](const std::string& typed) {
        const auto keys = keys_asked(question_of(typed));
        RC_ASSERT(keys.size() <= most_keys);
    }));
    CHECK(keys_asked(question_of("anna maria josefa lena clara ida rosa emma 17/03/2014 TM1 2AB"))
              .size() <= most_keys);
}

TEST_CASE("a key never ends within a letter of another writing")
{
    Person person{PersonId::parse(std::string(32, 'a')).value()};
    person.name = {"小明陈", "Ødegård Żółw", "Άλφα"};
    for (const auto& key : keys_of(person, {})) CHECK_MESSAGE(csv::is_utf_8(key.key), key.key);
    for (const auto& key : keys_asked(question_of("小明陈 Ж")))
        CHECK_MESSAGE(csv::is_utf_8(key), key);
    CHECK(fit_of(question_of("小明"), person, {}).score > 0);
}

TEST_CASE("one wrong letter anywhere in a name of five or more still fits")
{
    using namespace rules_search_test;
    const std::string name = "catherine";
    for (std::size_t i = 1; i < name.size(); ++i) {
        auto slip = name;
        slip[i] = slip[i] == 'x' ? 'y' : 'x';
        CHECK_MESSAGE(fit_of(question_of(slip), catherine(), here).score > 0, slip);
    }
}

TEST_CASE("two records of one child are put side by side, and those of others are not")
{
    using namespace rules_search_test;
    auto details = details_of(catherine());
    details.upn.reset();
    CHECK(may_be_same(fit_of(question_of(details, "TM1 2AB"), catherine(), here)));
    details.name.given = "Kathryn";
    CHECK(may_be_same(fit_of(question_of(details, ""), catherine(), here)));
    details.born_on = date(2011, 8, 2);
    CHECK_FALSE(may_be_same(fit_of(question_of(details, ""), catherine(), here)));
}

} // namespace onroll::people
