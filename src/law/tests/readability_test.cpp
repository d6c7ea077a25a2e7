// Nobody should need more than plain reading for a rule. CV-34.
#include "helpers/readability.h"
#include "law/provisions.h"

#include <doctest/doctest.h>

#include <set>

namespace law_readability_test {

using namespace onroll;

constexpr double rule_texts = 9.0;

/// Rules whose words stay harder, each for its reason.
const std::set<std::string_view> harder{};

} // namespace law_readability_test

TEST_CASE("hard words and long sentences have a higher grade than short ones")
{
    using onroll::readability::grade;
    CHECK(grade("The cat sat on the mat. It was fat.") < 2);
    CHECK(grade("Notwithstanding representations, reinstatement considerations necessitate "
                "immediate administrative reconsideration.") > 20);
    CHECK(grade("") == doctest::Approx(0));
    CHECK(grade("It is a permanent exclusion.", {"permanent exclusion"}) <
          grade("It is a permanent exclusion."));
}

TEST_CASE("the words of a page leave out its frame, its tags and what is not asked for")
{
    const auto words =
        onroll::readability::shown_words("<p>Frame</p><main><h2>Label</h2><p>You may read all of "
                                         "<a href=\"/x\">this</a></p><p class=\"onr-src\">Act "
                                         "<span>1996</span></p><p>Now this is more.</p></main>",
                                         {"onr-src"});
    CHECK(words.find("You may read all of this") != std::string::npos);
    CHECK(words.find("Now this is more.") != std::string::npos);
    CHECK(words.find("Frame") == std::string::npos);
    CHECK(words.find("Label") == std::string::npos);
    CHECK(words.find("1996") == std::string::npos);
    CHECK(words.find("href") == std::string::npos);
}

TEST_CASE("what a rule says, asks and leads to reads at grade 9 or lower")
{
    using namespace law_readability_test;
    for (const auto& one : law::rules()) {
        if (harder.contains(one.name)) continue;
        for (const auto text : {one.about, one.ask, one.next}) {
            CAPTURE(std::string(one.name));
            CAPTURE(std::string(text));
            CHECK(readability::grade(text) <= rule_texts);
        }
    }
}
