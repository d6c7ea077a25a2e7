// Nobody should need more than plain reading for what a family is asked and told. CV-34 to CV-36.
#include "helpers/readability.h"

#include "builders.h"
#include "check/pages.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace check_readability_test {

using namespace onroll;
using namespace onroll::check_tests;

constexpr double families = 6.0;

/// What the law calls things, said in full where a family meets them, and names.
const std::vector<std::string> legal_terms{"permanent exclusion",
                                           "permanently excluded",
                                           "exclusion",
                                           "suspension",
                                           "suspended",
                                           "tribunal",
                                           "independent",
                                           "education, health and care plan",
                                           "head teacher",
                                           "governors",
                                           "virtual school head",
                                           "social worker",
                                           "part-time timetable",
                                           "Harbour Light Academy",
                                           "Tidemoor Advice",
                                           "Child Law Advice",
                                           "School Exclusions Hub",
                                           "IPSEA",
                                           "academy"};

/// Words that blame a child, or that no family should be spoken to in. CV-35.
constexpr std::string_view banned[] = {
    "naughty",      "non-compliant", "refuser",   "excluded child", "badly behaved", "offender",
    "troublemaker", "please",        "sorry",     "invalid",        "forbidden",     "you forgot",
    "perpetrator",  "guilty",        "misbehave", "incident",       "stakeholder"};

struct Pages {
    FixedClock clock{date(2026, 11, 23)};
    design::Site site{};
    Services services = check_tests::services(site, clock);
    http::Router router;

    Pages() { check::add_pages(router, services); }
    http::Response answer(const http::Fields& fields, std::string_view to = "/check") const
    {
        auto form = knowing_nothing_more(fields);
        form.add("at", "answers");
        form.add("go", "answer");
        return http::handle(router, http::Request::post(to, form));
    }
};

std::string without_law(const http::Response& response)
{
    return readability::shown_words(response.content(),
                                    {"onr-src", "onr-cal", "govuk-tag", "onr-finding__foot"});
}

struct Family {
    const char* name;
    http::Fields fields;
    const char* first; ///< what the first panel must say
};

/// Twelve families.
std::vector<Family> families_to_tell()
{
    return {
        {"permanent, yesterday, with a plan",
         fields_for("permanent", {{"sen", "plan"}, {"letter", "yes"}}),
         "The council must give your child full-time teaching"},
        {"six days", fields_for("suspended", {{"length", "6"}, {"age", "school"}}),
         "The school must give your child full-time teaching"},
        {"not let back", fields_for("suspended", {{"length", "1"}, {"said", "return_condition"}}),
         "may not come back until there is a meeting"},
        {"no end", fields_for("suspended"), "Ask the school when it ends"},
        {"lunchtimes without a letter",
         fields_for("lunchtimes", {{"length", "3"}, {"letter", "no"}}), "to look at this again"},
        {"to cool off", fields_for("sent_home", {{"because", "behaviour"}}),
         "is my child suspended?"},
        {"fetched early", fields_for("collected_early", {{"because", "behaviour"}, {"times", "4"}}),
         "is my child suspended?"},
        {"part-time", fields_for("part_time", {{"has_end", "no"}, {"agreed", "no"}}),
         "You did not agree to it"},
        {"another unit", fields_for("unit", {{"where", "other"}, {"letter", "no"}}),
         "No letter came that says what it must"},
        {"a move under threat", fields_for("moved", {{"said", "threatened"}}),
         "excluded for good if you say no"},
        {"home education", fields_for("home_education", {{"pressed", "suggested"}}),
         "you should teach your child at home"},
        {"off roll", fields_for("off_roll", {{"why", "no_reason"}}), "none of those in law"},
    };
}

TEST_CASE("what a family is told reads at grade 6 or lower, and blames nobody")
{
    const Pages pages;
    for (const auto& family : families_to_tell())
        for (const auto* to : {"/check", "/check/easy-read", "/check/sheet"}) {
            CAPTURE(std::string(family.name) + " " + to);
            const auto response = pages.answer(family.fields, to);
            REQUIRE(response.status == 200);
            const auto words = without_law(response);
            REQUIRE(words.size() > 200);
            CHECK(readability::grade(words, legal_terms) <= families);
            for (const auto bad : banned) {
                CAPTURE(std::string(bad));
                CHECK(words.find(bad) == std::string::npos);
            }
        }
}

TEST_CASE("the most urgent fact comes first, then whom to ring, then dates, reasons and what to do")
{
    const Pages pages;
    for (const auto& family : families_to_tell()) {
        CAPTURE(std::string(family.name));
        const auto response = pages.answer(family.fields);
        const auto page = std::string(response.content());
        const auto panel = page.find("class=\"onr-first\"");
        const auto ring = page.find("onr-first__ring");
        REQUIRE(panel != std::string::npos);
        REQUIRE(ring != std::string::npos);
        CHECK(page.substr(panel, ring - panel).find(family.first) != std::string::npos);
        const auto why = page.find("id=\"why\""), may = page.find("id=\"may\""),
                   help = page.find("id=\"help\"");
        CHECK(panel < ring);
        CHECK(ring < why);
        CHECK(why < may);
        CHECK(may < help);
        if (const auto dates = page.find("id=\"dates\""); dates != std::string::npos) {
            CHECK(ring < dates);
            CHECK(dates < why);
        }
    }
}

TEST_CASE("each question reads at grade 6 or lower, its hints and choices with it")
{
    const Pages pages;
    for (const auto* what : {"suspended", "lunchtimes", "sent_home", "part_time", "unit", "moved",
                             "home_education", "off_roll"}) {
        const auto form = knowing_nothing_more(fields_for(what));
        std::string all;
        for (const auto question : questions_for(read_answers(form))) {
            auto sent = form;
            sent.add("at", "answers");
            sent.add("go", "change-" + std::string(name(question)));
            all +=
                without_law(http::handle(pages.router, http::Request::post("/check", sent))) + " ";
        }
        CAPTURE(std::string(what));
        CHECK(readability::grade(all, legal_terms) <= families);
        for (const auto bad : banned) CHECK(all.find(bad) == std::string::npos);
    }
}

TEST_CASE("no text for families is harder than grade 8 by itself, and none is long-winded")
{
    // One short text with one long word has a high grade that says little, so single texts are held
    // to a looser bar than pages, and only from eight words on.
    const Languages languages;
    const auto& words = languages.find("en");
    for (const auto& key : words.keys()) {
        if (key.starts_with("language.") || key.ends_with(".site")) continue;
        if (!key.starts_with("duty.") && !key.starts_with("finding.") && !key.starts_with("may.") &&
            !key.starts_with("about.") && !key.starts_with("q.") && !key.starts_with("so."))
            continue;
        const auto& text = *words.find(key);
        if (std::count(text.begin(), text.end(), ' ') < 7) continue;
        CAPTURE(key);
        CAPTURE(text);
        CHECK(readability::grade(text, legal_terms) <= 8.0);
    }
}

} // namespace check_readability_test
