// Caseloads say whose cases nobody works on any more.
#include "casework/views_allocation.h"

#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

#include <string>

namespace views_allocation_test {

using namespace onroll;
using namespace onroll::casework;

CaseloadRow row_of(std::string name, std::int64_t cases, bool has_left)
{
    return {.load = {.caseworker = crypto::new_id<access::UserId>(), .cases = cases},
            .name = std::move(name),
            .has_left = has_left};
}

TEST_CASE("cases of somebody who has left are named first, with the way to give them on")
{
    const auto gone = row_of("Ruth Adeyemi", 2, true);
    const auto page = caseloads_view({.rows = {row_of("Wren Holloway", 3, false), gone}}).str();
    const std::string words = "Ruth Adeyemi no longer works here and still has 2 cases";
    REQUIRE(page.find(words) != std::string::npos);
    CHECK(page.find(words) < page.find("<table"));
    CHECK(page.find("/advice/caseloads/give?caseworker=" + gone.load.caseworker->text()) <
          page.find("<table"));
    CHECK(page.find("Ruth Adeyemi (has left)") != std::string::npos);
    CHECK(page.find("Wren Holloway no longer") == std::string::npos);
}

TEST_CASE("somebody who left without cases, or cases of nobody, raise no word")
{
    CaseloadRow nobody{.load = {.cases = 4}, .name = ""};
    const auto page = caseloads_view({.rows = {row_of("Ruth Adeyemi", 0, true), nobody}}).str();
    CHECK(page.find("no longer works here") == std::string::npos);
    CHECK(page.find("Nobody yet") != std::string::npos);
}

} // namespace views_allocation_test
