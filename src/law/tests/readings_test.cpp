// The page of our readings holds each rule that rests on one.
#include "helpers/shared_data.h"
#include "law/provisions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace readings_test {

using namespace onroll;
using namespace onroll::law;

std::string page()
{
    std::ifstream file(onroll::tests::source_file("docs/explanation/readings-and-differences.md"));
    return {std::istreambuf_iterator<char>(file), {}};
}

bool rests_on_our_reading(const Rule& rule)
{
    return std::any_of(rule.in_force.begin(), rule.in_force.end(), [](const InForce& row) {
        return row.confidence == Confidence::our_reading;
    });
}

TEST_CASE("each rule that rests on our reading has its row on the page, and no other has")
{
    const auto text = page();
    int listed = 0;
    for (const auto& rule : rules()) {
        const bool on_page = text.find("\n| " + std::string(rule.name) + " |") != std::string::npos;
        CHECK_MESSAGE(on_page == rests_on_our_reading(rule), rule.name);
        listed += on_page ? 1 : 0;
    }
    CHECK(listed > 0);
}

} // namespace readings_test
