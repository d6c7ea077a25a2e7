// Every published vector agrees exactly; and our own, in tests/cases/*.json of the same shape.
#include "helpers/shared_data.h"
#include "law/json.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace vectors_test {

using onroll::json::Value;

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The members that the published shape defines; the rest of a row is ours.
const std::set<std::string> published = {"exclusion",
                                         "rule",
                                         "actor",
                                         "type",
                                         "date",
                                         "dates",
                                         "recipients",
                                         "consider_before",
                                         "notice_given",
                                         "application_made",
                                         "amount",
                                         "term",
                                         "term_total",
                                         "year_total",
                                         "after_cancellation",
                                         "severity",
                                         "notified",
                                         "due",
                                         "held",
                                         "deleted",
                                         "made",
                                         "deadline"};

/// A row as comparable text: only published members, sorted, lists that have no order sorted.
std::string canonical(const Value& row)
{
    std::vector<std::string> members;
    for (const auto& [name, value] : row.items()) {
        const bool bar = name == "reason" && row.contains("rule") && row.at("rule") == "FND-31";
        if (!published.contains(name) && !bar) continue;
        auto shown = value;
        if (shown.is_number()) shown = shown.get<double>();
        if (name == "recipients") std::sort(shown.begin(), shown.end());
        members.push_back(name + "=" + shown.dump());
    }
    std::sort(members.begin(), members.end());
    std::string text;
    for (const auto& member : members) text += member + " ";
    return text;
}

std::multiset<std::string> rows(const Value& list)
{
    std::multiset<std::string> all;
    for (const auto& row : list) all.insert(canonical(row));
    return all;
}

std::string differences(const std::multiset<std::string>& expected,
                        const std::multiset<std::string>& actual)
{
    std::string text;
    for (const auto& row : expected)
        if (expected.count(row) != actual.count(row)) text += "\n  expected " + row;
    for (const auto& row : actual)
        if (expected.count(row) != actual.count(row)) text += "\n  answered " + row;
    return text;
}

std::multiset<std::string> words(const Value& list)
{
    std::multiset<std::string> all;
    for (const auto& word : list) all.insert(word.get<std::string>());
    return all;
}

bool has_a_next_step(const std::string& rule)
{
    using namespace onroll::law;
    return !onroll::law::rule(find_rule(rule).value()).next.empty();
}

void check_vector(const Value& vector)
{
    const auto id = vector.at("id").get<std::string>();
    CAPTURE(id);
    const auto answer = onroll::law::answer_history(vector, 0);
    REQUIRE_FALSE(answer.failed);
    const auto& expected = vector.at("expected");
    const auto& result = answer.result;
    CHECK(nlohmann::json(result.at("law_version")) == nlohmann::json(expected.at("law_version")));
    for (const auto* list : {"totals", "duties", "findings"}) {
        CAPTURE(list);
        CHECK(differences(rows(expected.at(list)), rows(result.at(list))) == "");
    }
    CHECK(words(expected.at("rules_fired")) == words(result.at("rules_fired")));
    if (expected.contains("must_not_fire"))
        for (const auto& rule : expected.at("must_not_fire"))
            CHECK(words(result.at("rules_fired")).count(rule.get<std::string>()) == 0);
    for (const auto& row : result.at("duties")) {
        CHECK_FALSE(row.at("citation").get<std::string>().empty());
        CHECK_FALSE(row.at("reason").get<std::string>().empty());
    }
    for (const auto& row : result.at("findings")) {
        CHECK(row.contains("next") == has_a_next_step(row.at("rule").get<std::string>()));
        CHECK_FALSE(row.at("citation").get<std::string>().empty());
        CHECK_FALSE(row.at("reason").get<std::string>().empty());
    }
}

void check_file(const std::filesystem::path& path)
{
    const auto document = onroll::json::parse(read_file(path));
    REQUIRE(document);
    REQUIRE(document->at("vectors").size() > 0);
    for (const auto& vector : document->at("vectors")) check_vector(vector);
}

} // namespace vectors_test

TEST_CASE("the published vectors agree exactly")
{
    if (const auto path = onroll::tests::shared_file("reference/exclusion-law-vectors.json"))
        vectors_test::check_file(*path);
}

TEST_CASE("our own vectors, for every version and school type, agree exactly")
{
    for (const auto& entry :
         std::filesystem::directory_iterator(onroll::tests::source_file("src/law/tests/cases")))
        if (entry.path().extension() == ".json") vectors_test::check_file(entry.path());
}
