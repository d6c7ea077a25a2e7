#include "casework/rules_outgoing.h"

#include <doctest/doctest.h>

namespace casework_rules_outgoing_test {

using namespace onroll;
using namespace onroll::casework;
using people::PersonId;
using people::RightAnswer;

PersonId person(char digit)
{
    return PersonId::parse(std::string(32, digit)).value();
}

const ProtectedWord street{ProtectedKind::address, "10 Quiet Court", "Ann"};
const ProtectedWord road{ProtectedKind::address, "27 Saltmarsh Road", "Ann"};
const ProtectedWord postcode{ProtectedKind::postcode, "TM1 2AB", "Ann"};
const ProtectedWord phone{ProtectedKind::phone, "07700 900123", "Ann"};
const ProtectedWord email{ProtectedKind::email, "ann@example.org", "Ann"};
const ProtectedWord school{ProtectedKind::school, "Saint Hilda's Primary School", "Sam"};

struct Row {
    const char* about;
    ProtectedWord word;
    std::string text;
    bool found;
};

TEST_CASE("protected words are found however they are broken, shortened or misspelt")
{
    const std::vector<Row> rows{
        {"as it is", street, "They live at 10 Quiet Court now.", true},
        {"in capitals", street, "10 QUIET COURT", true},
        {"split over two lines", street, "home: 10 Quiet\n   Court, Tidemoor", true},
        {"split by a hyphen at the line end", road, "27 Salt-\nmarsh Road", true},
        {"in two cells of a table", street, "10 \tQuiet Court", true},
        {"without a gap", street, "10QuietCourt", true},
        {"shortened", street, "10 Quiet Ct.", true},
        {"with a space that does not break", street,
         "10\xC2\xA0Quiet\xC2\xA0"
         "Court",
         true},
        {"with a hyphen that is not seen", street,
         "10 Qui\xC2\xAD"
         "et Court",
         true},
        {"the number as a word", street, "ten Quiet Court", true},
        {"an old spelling", road, "27 Saltmarshe Road", true},
        {"a slip of the pen", road, "27 Satlmarsh Rd", true},
        {"another number in words alike", road, "29 Saltmersh Road", false},
        {"another house", street, "110 Quiet Court", false},
        {"other words", street, "The court was quiet at 10.", false},
        {"postcode as it is", postcode, "TM1 2AB", true},
        {"postcode without a space", postcode, "tm12ab", true},
        {"postcode over two lines", postcode, "Tidemoor TM1\n2AB", true},
        {"postcode inside other words", postcode, "item 12 abandoned", false},
        {"another postcode", postcode, "TM1 2AD", false},
        {"telephone with other gaps", phone, "Ring 0770 090 0123", true},
        {"telephone with the country", phone, "+44 7700 900 123", true},
        {"telephone with both", phone, "+44 (0)7700 900123", true},
        {"telephone in a longer number", phone, "9907700900123", false},
        {"email", email, "write to Ann@Example.org", true},
        {"another email", email, "write to joanne@example.org", false},
        {"school", school, "She goes to St Hilda’s Primary School.", true},
        {"school misspelt", school, "St Hylda's Primary School", true},
        {"another school", school, "St Mary's Primary School", false},
    };
    for (const auto& row : rows) {
        CAPTURE(row.about);
        CHECK(!hits_in({{"Page 1", row.text}}, {row.word}).empty() == row.found);
    }
}

TEST_CASE("a hit says where and whose, and does not show what it found")
{
    const auto hits = hits_in({{"Page 1", "Nothing here"},
                               {"Page 2", "The mother lives at 10 Quiet Court, TM1 "
                                          "2AB with the child."}},
                              {street, postcode});
    REQUIRE(hits.size() == 2);
    CHECK(hits[0].place == "Page 2");
    CHECK(hits[0].whose == "Ann");
    CHECK(hits[0].kind == ProtectedKind::address);
    CHECK(hits[0].around == "The mother lives at [withheld], [withheld] with the child.");
    CHECK(hits[1].kind == ProtectedKind::postcode);
}

TEST_CASE("the words around a hit begin and end with whole words, and say where the text goes on")
{
    const auto hits = hits_in({{"Page 1", "Notes of the meeting in October, which the headteacher "
                                          "had asked for. The mother lives at 10 Quiet Court with "
                                          "the child, and both of them walk to school together "
                                          "on most days."}},
                              {street});
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].around == "… which the headteacher had asked for. The mother lives at "
                            "[withheld] with the child, and both of them walk to school together "
                            "on …");
}

TEST_CASE("gaps at the ends of a text are no words that go on")
{
    const auto hits = hits_in({{"Page 1", std::string(80, ' ') +
                                              "The mother lives at 10 Quiet "
                                              "Court with the child." +
                                              std::string(80, '\n')}},
                              {street});
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].around == "The mother lives at [withheld] with the child.");
}

TEST_CASE("a page that was read in two ways is told once")
{
    const auto hits =
        hits_in({{"Page 1", "at 10 Quiet Court"}, {"Page 1", "at  10 Quiet Court"}}, {street});
    CHECK(hits.size() == 1);
}

TEST_CASE("a copy has every protected word withheld and keeps the rest")
{
    CHECK(without_protected("Seen at 10 Quiet\nCourt. Ring 07700 900123, please.",
                            {street, phone}) == "Seen at [withheld]. Ring [withheld], please.");
    CHECK(without_protected("Nothing", {street}) == "Nothing");
}

TEST_CASE("names of staff and other pupils become initials")
{
    CHECK(with_initials("Jo Bloggs told Mrs Bloggs.", {"Jo Bloggs", "Mrs Bloggs"}) ==
          "J.B. told M.B..");
}

KnownPerson mother()
{
    return {.id = person('a'),
            .called = "Ann",
            .has_protected = true,
            .addresses = {{{"10 Quiet Court", "Tidemoor"}, "TM1 2AB", {}},
                          {{"5 Old Lane", "Tidemoor"}, "TM9 9ZZ", {}}},
            .phones = {"07700 900123"},
            .emails = {"ann@example.org"}};
}

KnownPerson father()
{
    return {.id = person('b'),
            .called = "Ben",
            .addresses = {{{"5 Old Lane", "Tidemoor"}, "TM9 9ZZ", {}}},
            .phones = {"07700 900456"}};
}

KnownPerson child()
{
    return {.id = person('c'),
            .called = "Sam",
            .is_child = true,
            .has_protected = true,
            .addresses = {{{"10 Quiet Court", "Tidemoor"}, "TM1 2AB", {}}},
            .schools = {"Saint Hilda's Primary School"}};
}

bool keeps(const std::vector<ProtectedWord>& words, const std::string& one)
{
    for (const auto& word : words)
        if (word.words == one) return true;
    return false;
}

TEST_CASE("a separated parent must not learn the home, telephone or school, and knows the old home")
{
    const auto words =
        protected_words({mother(), father(), child()}, {person('b'), RightAnswer::no});
    for (const auto* word : {"10 Quiet Court", "Quiet Court", "TM1 2AB", "07700 900123",
                             "ann@example.org", "Saint Hilda's Primary School"})
        CHECK_MESSAGE(keeps(words, word), word);
    CHECK_FALSE(keeps(words, "5 Old Lane"));
    CHECK_FALSE(keeps(words, "TM9 9ZZ"));
    CHECK_FALSE(keeps(words, "Tidemoor"));
    CHECK_FALSE(keeps(words, "07700 900456"));
}

TEST_CASE("the protected parent may have her own and her child's")
{
    CHECK(protected_words({mother(), father(), child()}, {person('a'), RightAnswer::yes}).empty());
}

TEST_CASE("nobody in particular is kept from everything that is protected")
{
    const auto words = protected_words({mother(), father(), child()}, {});
    CHECK(keeps(words, "TM1 2AB"));
    CHECK(keeps(words, "Saint Hilda's Primary School"));
    CHECK_FALSE(keeps(words, "07700 900456"));
}

TEST_CASE("where nobody is protected there is nothing to keep back")
{
    auto open_mother = mother();
    auto open_child = child();
    open_mother.has_protected = open_child.has_protected = false;
    CHECK(protected_words({open_mother, father(), open_child}, {person('b'), RightAnswer::no})
              .empty());
}

} // namespace casework_rules_outgoing_test
