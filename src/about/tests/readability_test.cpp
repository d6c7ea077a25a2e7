// The pages that families open first read plainly. CV-34.
#include "about/pages.h"
#include "helpers/readability.h"

#include <doctest/doctest.h>

TEST_CASE(
    "each page of the foot reads at grade 6 or lower; the statement whose words are set, at 9")
{
    using namespace onroll;
    const design::Site site{};
    const about::Area area{&site, "Tidemoor", "Tidemoor Advice", "01632 960123",
                           "Weekdays, 9am to 5pm."};
    http::Router router;
    about::add_pages(router, area);
    const std::vector<std::string> names{"Information Commissioner",
                                         "special educational needs and disability",
                                         "special educational needs",
                                         "exclusion",
                                         "Web Content Accessibility Guidelines",
                                         "Equality and Human Rights Commission",
                                         "Equality Advisory and Support Service"};
    for (const auto* path : {"/", "/help", "/privacy", "/cookies", "/feedback", "/accessibility"}) {
        CAPTURE(std::string(path));
        const auto page = http::handle(router, http::Request::get(path));
        const auto words = readability::shown_words(page.content(), {});
        REQUIRE(words.size() > 100);
        const double most = std::string_view(path) == "/accessibility" ? 9 : 6;
        CHECK(readability::grade(words, names) <= most);
    }
}
