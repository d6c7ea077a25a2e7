// Every rule that a family can meet has words; texts are filled, counted and read strictly.
#include "check/words.h"

#include "reach.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <set>

namespace words_test {

using namespace onroll;
using namespace onroll::check;

TEST_CASE("no duty or finding that a family can meet is without words")
{
    const Languages languages;
    const auto& words = languages.find("en");
    std::set<std::string> missing;
    const auto need = [&](const std::string& key) {
        if (!words.has(key)) missing.insert(key);
    };
    const auto see = [&](const law::History& history) {
        const auto evaluation = law::evaluate(history);
        for (const auto& duty : evaluation.duties)
            need("duty." + std::string(law::rule(duty.rule).name) + "." +
                 std::string(law::name(duty.type)));
        for (const auto& finding : evaluation.findings)
            need("finding." + std::string(law::rule(finding.rule).name) + "." +
                 (finding.reason.empty() ? "told" : finding.reason));
    };
    check_tests::for_each_story([&](const Answers&, const Story& story) {
        see(story.history());
        for (const auto& way : story.all_ways) see(way.history), need(way.key);
        for (const auto& way : story.more_ways) see(way.history), need(way.key);
        for (const auto& one : story.assumed) need(one.key);
    });
    for (const auto& key : missing) std::printf("%s\n", key.c_str());
    CHECK(missing.empty());
}

} // namespace words_test
