#include "insight/tests/invented_area.h"

#include "design/words.h"
#include "insight/pages_area.h"
#include "insight/words_of_figures.h"
#include "platform/http/finish.h"

#include <doctest/doctest.h>

#include <string>

namespace pages_test {

using namespace onroll;
using namespace onroll::insight;
using onroll::insight::tests_of_pages::InventedCountry;

bool says(const http::Response& response, std::string_view words)
{
    return response.content().find(words) != std::string_view::npos;
}

std::size_t times(const http::Response& response, std::string_view words)
{
    std::size_t count = 0;
    for (auto at = response.content().find(words); at != std::string_view::npos;
         at = response.content().find(words, at + 1))
        ++count;
    return count;
}

TEST_CASE("without statistics the page says what to do")
{
    const InventedCountry empty(false);
    const auto page = empty.get("/area");
    CHECK(page.status == 200);
    CHECK(says(page, "There are no statistics here yet."));
    CHECK(says(page, "onroll insight import FILE --data FOLDER"));
    const auto area = empty.get("/area/933");
    CHECK(area.status == 200);
    CHECK(says(area, "There are no figures here for this area and measure."));
}

TEST_CASE("an area is chosen by its name, by the start of it, or by a code of any year")
{
    const InventedCountry country;
    const auto sent_to = [&](const char* typed) {
        const auto answer = country.get(std::string("/area?name=") + typed);
        return answer.status == 303 ? std::string(answer.headers["Location"]) : std::string();
    };
    CHECK(sent_to("Somerset") == "/area/933");
    CHECK(sent_to("gloucestersh") == "/area/916");
    CHECK(sent_to("933") == "/area/933");
    CHECK(sent_to("E10000027") == "/area/933");
    const auto unknown = country.get("/area?name=%3Cscript%3E");
    CHECK(unknown.status == 200);
    CHECK(says(unknown, "There is a problem"));
    CHECK(says(unknown, "value=\"&lt;script&gt;\""));
}

TEST_CASE("an area's page says its rates with ranges, and beside England")
{
    const InventedCountry country;
    const auto page = country.get("/area/933");
    CHECK(page.status == 200);
    // 3,700 suspensions and three tenths more among 68,000 pupils.
    CHECK(says(page, "7.07"));
    CHECK(says(page, "Counted: 4,810 among 68,000 pupils."));
    CHECK(says(page, "England 5.27. Higher."));
    CHECK(says(page, "About one pupil in 31 was suspended at least once in 2015 to 2016. That is "
                     "more than in England."));
    CHECK(says(page, "id=\"trend\""));
    CHECK(says(page, "id=\"ranks\""));
    CHECK(says(page, "id=\"areas\""));
    CHECK(says(page, "id=\"groups\""));
    CHECK(says(page, "These are England’s figures: the files have none for Somerset."));
    CHECK(says(page, "id=\"reasons\""));
    CHECK(says(page, "Persistent disruptive behaviour: 69% of the reasons given"));
    CHECK(says(page, "What this does not show"));
    CHECK(says(page, "Open Government Licence"));
    CHECK_FALSE(says(page, "style="));
}

TEST_CASE("what is hidden is a symbol with its key, never a zero")
{
    const InventedCountry country;
    const auto page = country.get("/area/803?measure=permanent_exclusion_rate&year=2015");
    CHECK(page.status == 200);
    // 3 permanent exclusions in 2012/13, then 2 and 1, which the file hides, then none.
    CHECK(says(page, "[c]"));
    CHECK(says(page, "[c] hidden, so that no pupil can be known."));
    const auto csv = country.get("/area/803/trend.csv?measure=permanent_exclusion_rate");
    CHECK(says(csv, "2013/14,c,"));
    CHECK(says(csv, "2015/16,0.00,"));
}

TEST_CASE("a choice of measure and year is in the address, and wrong ones are said")
{
    const InventedCountry country;
    CHECK(says(country.get("/area/933?measure=suspension_rate&year=2013"), "2013/14"));
    CHECK(country.get("/area/933?measure=nonsense").status == 400);
    CHECK(country.get("/area/999").status == 404);
    CHECK(country.get("/area/933?year=nonsense").status == 200);
    CHECK(country.get("/area/933/nothing.csv").status == 404);
    CHECK(country.get("/area/933/trend.pdf").status == 404);
}

TEST_CASE("each chart can be taken as CSV, spreadsheet and picture, the same bytes each time")
{
    const InventedCountry country;
    for (const char* name : {"trend", "ranks", "areas", "phases", "groups", "years", "reasons"}) {
        CAPTURE(name);
        for (const char* ending : {".csv", ".svg", ".xlsx"}) {
            CAPTURE(ending);
            const auto path = std::string("/area/933/") + name + ending;
            const auto first = country.get(path);
            CHECK(first.status == 200);
            CHECK(!first.body.empty());
            CHECK(first.body == country.get(path).body);
            CHECK(first.headers["Content-Disposition"].find("onroll-") != std::string_view::npos);
        }
    }
    CHECK(country.get("/area/933/figures.xlsx").status == 200);
    // The axis ends where the figures end.
    CHECK(says(country.get("/area/933/years.svg"), "Year groups, year 7 to year 11"));
}

TEST_CASE("areas are compared in one address, unknown codes are said, and none is shown twice")
{
    const InventedCountry country;
    const auto page =
        country.get("/area/compare?area=933&area=878&area=933&measure=suspension_rate");
    CHECK(page.status == 200);
    CHECK(says(page, "Somerset is the highest of these areas in 2015 to 2016"));
    CHECK(says(page, "/area/compare?measure=suspension_rate&amp;area=933&amp;area=878\""));
    CHECK(says(country.get("/area/compare?area=xyz"), "Select an area from the list"));
    const auto csv = country.get("/area/compare.csv?area=933&area=878");
    CHECK(says(csv, "933,Somerset,2015/16,suspension_rate,7.07,"));
    CHECK(country.get("/area/compare.csv").status == 404);
}

TEST_CASE("a page asks the store two things once its answer is kept")
{
    InventedCountry country;
    http::Router router;
    std::int64_t asked = -1;
    router.get("/area/{code}", http::Policy::open_to_all(), [&](const http::Request& request) {
        auto database = country.database->read(db::View::snapshot);
        auto response = area_page(database, request, country.services);
        asked = database.query_count();
        return response;
    });
    http::Headers accepts;
    accepts.add("Accept-Encoding", "gzip, br");
    const auto first = http::handle(router, http::Request::get("/area/933", accepts));
    CHECK(asked > 2);
    const auto second = http::handle(router, http::Request::get("/area/933", accepts));
    CHECK(asked == 2);
    CHECK(first.body == second.body);
    CHECK(second.headers["Content-Encoding"] == "br");
    CHECK(second.headers["Vary"] == "Accept-Encoding");
    const auto plain = country.get("/area/933");
    CHECK(plain.headers["Content-Encoding"].empty());
    CHECK(second.headers["ETag"] == http::weak_etag(plain.content()));
}

TEST_CASE("every link of the area's pages that stays below /area leads somewhere")
{
    const InventedCountry country;
    for (const char* page : {"/area", "/area/933", "/area/compare?area=933", "/area/method"}) {
        const auto response = country.get(page);
        const auto markup = response.content();
        for (auto at = markup.find("href=\"/area"); at != std::string_view::npos;
             at = markup.find("href=\"/area", at + 1)) {
            auto target = std::string(markup.substr(at + 6, markup.find('"', at + 6) - at - 6));
            for (auto amp = target.find("&amp;"); amp != std::string::npos;
                 amp = target.find("&amp;"))
                target.erase(amp + 1, 4);
            target = target.substr(0, target.find('#'));
            CAPTURE(target);
            CHECK(country.get(target).status == 200);
        }
    }
}

TEST_CASE("each chart's link to the method arrives at a section")
{
    const InventedCountry country;
    const auto method = country.get("/area/method");
    for (const char* place : {"rates", "ranges", "ranks", "similar-areas", "areas-by-size",
                              "groups-of-pupils", "weeks-of-term", "symbols"})
        CHECK(says(method, std::string("id=\"") + place + "\""));
}

TEST_CASE("a register says who considers an exclusion and what is not held")
{
    const InventedCountry country;
    const auto none = country.get("/area/933/schools");
    CHECK(none.status == 200);
    CHECK(says(none, "No school of this area is in the list of schools."));
    CHECK(country.get("/area/E12000009/schools").status == 404);
}

TEST_CASE("higher and lower are said only where the other value lies outside the range")
{
    const auto& measure = *find_measure("suspension_rate");
    AreaValue ours{.area = AreaCode::authority(933)};
    ours.value = 5;
    ours.interval = Interval{4.5, 5.5};
    AreaValue other{.area = AreaCode::england()};
    other.value = 4.4;
    CHECK(against(ours, &other, measure) == Against::higher);
    other.value = 5.4;
    CHECK(against(ours, &other, measure) == Against::no_clear_difference);
    other.value = 5.6;
    CHECK(against(ours, &other, measure) == Against::lower);
    other.value.reset();
    CHECK(against(ours, &other, measure) == Against::not_known);
    CHECK(against(ours, nullptr, measure) == Against::not_known);
}

TEST_CASE("ranks, groups and reasons are said in words")
{
    CHECK(ordinal(1) == "1st");
    CHECK(ordinal(12) == "12th");
    CHECK(ordinal(22) == "22nd");
    CHECK(ordinal(113) == "113th");
    CHECK(reason_in_words("persistent_disruptive") == "Persistent disruptive behaviour");
    CHECK(reason_in_words("brand_new_reason") == "Brand new reason");
    CHECK(group_in_words("SEN provision", "SEN provision SEN without statement") == "SEN support");
    CHECK(group_in_words("NC year", "NC Year Reception") == "Reception");
    CHECK(group_in_words("NC year", "NC Year 8") == "Year 8");
    CHECK(group_in_words("Ethnicity", "Ethnicity Minor Black Caribbean") == "Black Caribbean");
    CHECK(one_in(4.5) == "about one pupil in 22");
    CHECK(!one_in(0.01));
    CHECK(days_in_words("1") == "1 day or less");
}

} // namespace pages_test
