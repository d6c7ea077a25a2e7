// A language that nobody speaks, made from the English texts and written from right to left: every
// page of the checker is in it, the frame too, and no English is left but names and citations.
#include "check/letters.h"
#include "check/pages.h"

#include "builders.h"

#include <doctest/doctest.h>

#include <array>
#include <cctype>
#include <set>
#include <string>

namespace languages_test {

using namespace onroll;
using namespace onroll::check_tests;

bool latin(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The text with each letter as one of Hebrew; {places} stay as they are.
std::string mirrored(std::string_view text)
{
    std::string said;
    bool place = false;
    for (const char c : text) {
        if (c == '{') place = true;
        if (c == '}') place = false;
        if (place || !latin(c)) {
            said += c;
            continue;
        }
        const auto letter = std::tolower(static_cast<unsigned char>(c)) - 'a';
        said += '\xD7';
        said += static_cast<char>(0x90 + letter);
    }
    return said;
}

const Languages& languages()
{
    static const auto both = [] {
        auto all = std::make_unique<Languages>();
        const auto& english = all->find("en");
        std::string texts = "advice.hours = " + mirrored("Free. Weekdays.") + "\n";
        for (const auto& key : english.keys()) {
            const auto& text = *english.find(key);
            const bool same = key == "help.lines" || key.ends_with(".site");
            texts += key + " = " +
                     (key == "language.direction" ? "rtl"
                      : same                      ? text
                                                  : mirrored(text)) +
                     "\n";
        }
        REQUIRE(all->add("he", texts).has_value());
        return all;
    }();
    return *both;
}

struct Pages {
    FixedClock clock{date(2026, 11, 23)};
    design::Site site{.brand = {.area_name = "Tidemoor"},
                      .menu = {{"Check an exclusion", "/check"}, {"The law", "/law"}},
                      .demonstration = true,
                      .rules_checked = "16 November 2026"};
    Services services = check_tests::services(site, clock);
    http::Router router;

    Pages()
    {
        services.languages = &languages();
        services.hand_over = [](const http::Fields&) { return std::string("12345-67890"); };
        check::add_pages(router, services);
    }
    http::Response post(std::string_view to, http::Fields fields) const
    {
        if (!fields.contains("language")) fields.add("language", "he");
        return http::handle(router, http::Request::post(to, fields));
    }
};

/// Where the element that opens before `at` ends.
std::size_t end_of(std::string_view page, std::size_t at, std::string_view name)
{
    for (int depth = 1; depth > 0; ++at) {
        at = page.find('<', at);
        if (at == std::string_view::npos) return page.size();
        const auto rest = page.substr(at + 1);
        const auto opens = [&](std::string_view tag) {
            return rest.starts_with(tag) &&
                   !std::isalnum(static_cast<unsigned char>(rest[tag.size()]));
        };
        if (opens(name)) ++depth;
        if (opens("/" + std::string(name))) --depth;
    }
    return page.find('>', at) + 1;
}

/// All that a page says: the words between its tags, and those that only a screen reader says.
/// Elements that are marked as English are left out, and what no person reads.
std::string all_words(std::string_view page)
{
    std::string words;
    for (std::size_t i = 0; i < page.size();) {
        if (page[i] != '<') {
            words += page[i++];
            continue;
        }
        words += ' ';
        const auto end = std::min(page.find('>', i), page.size() - 1);
        const auto tag = page.substr(i + 1, end - i - 1);
        const auto name = tag.substr(0, tag.find_first_of(" \n"));
        i = end + 1;
        for (const std::string_view attribute :
             {" aria-label=\"", " title=\"", " alt=\"", " placeholder=\"",
              " data-i18n.activated=\"", " data-i18n.timed-out=\"",
              " data-i18n.press-two-more-times=\"", " data-i18n.press-one-more-time=\""})
            if (const auto at = tag.find(attribute); at != std::string_view::npos) {
                const auto from = at + attribute.size();
                words += " " + std::string(tag.substr(from, tag.find('"', from) - from)) + " ";
            }
        const bool english = tag.find(" lang=\"en\"") != std::string_view::npos;
        if (english || name == "script" || name == "style" || name == "textarea")
            i = end_of(page, i, name);
    }
    return words;
}

void take_out(std::string& words, std::string_view what)
{
    for (auto at = words.find(what); at != std::string::npos; at = words.find(what, at))
        words.erase(at, what.size());
}

/// Words in Latin letters, names and marks of HTML left aside.
std::set<std::string> english_left(const http::Response& response)
{
    auto words = all_words(response.content());
    for (const auto* name : {"Harbour Light Academy", "Tidemoor Advice", "Tidemoor", "Onroll",
                             "&amp;", "&quot;", "&#39;", "&lt;", "&gt;", "&nbsp;", "DOCTYPE html"})
        take_out(words, name);
    std::set<std::string> left;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string word;
        for (; i < words.size() && latin(words[i]); ++i) word += words[i];
        if (word.size() > 1) left.insert(word);
    }
    return left;
}

void is_in_the_language(const http::Response& page, const std::string& what)
{
    CAPTURE(what);
    CHECK((page.status == 200 || page.status == 400));
    CHECK(page.body.find("<html lang=\"he\" dir=\"rtl\"") != std::string::npos);
    for (const auto& word : english_left(page)) CHECK_MESSAGE(false, word);
}

constexpr const char* kinds[] = {"suspended",       "permanent", "lunchtimes", "sent_home",
                                 "collected_early", "part_time", "unit",       "moved",
                                 "home_education",  "off_roll",  "unknown"};

http::Fields with(http::Fields fields, std::string_view name, std::string_view value)
{
    fields.set(std::string(name), std::string(value));
    return fields;
}

TEST_CASE("no English is left on any question, asked or refused, whatever happened")
{
    const Pages pages;
    for (const auto* what : kinds) {
        const auto form = knowing_nothing_more(fields_for(what));
        for (const auto question : questions_for(read_answers(form))) {
            const auto named = std::string(name(question));
            is_in_the_language(
                pages.post("/check", with(with(form, "at", "answers"), "go", "change-" + named)),
                named);
            auto empty = with(with(form, "at", named), "go", "next");
            for (const auto field : field_names(question)) empty.remove(field);
            is_in_the_language(pages.post("/check", empty), named + ", left empty");
        }
    }
}

TEST_CASE("no English is left on the answer, or on what a family takes away")
{
    const Pages pages;
    std::vector<http::Fields> stories;
    for (const auto* what : kinds) stories.push_back(knowing_nothing_more(fields_for(what)));
    for (const auto* length : {"1", "6", "16", "46"})
        stories.push_back(knowing_nothing_more(fields_for("suspended", {{"length", length},
                                                                        {"said", "not_head"},
                                                                        {"said", "no_adjustment"},
                                                                        {"letter", "no"},
                                                                        {"age", "school"},
                                                                        {"care", "looked_after"},
                                                                        {"disability", "yes"}})));
    stories.push_back(knowing_nothing_more(fields_for("permanent", {{"board", "stays"},
                                                                    {"board_on-day", "20"},
                                                                    {"board_on-month", "11"},
                                                                    {"board_on-year", "2026"},
                                                                    {"sen", "plan"},
                                                                    {"disability", "yes"}})));
    for (const auto& story : stories) {
        const auto what = std::string(story["what"]);
        auto sent = with(with(story, "at", "answers"), "go", "answer");
        const auto answer = pages.post("/check", sent);
        is_in_the_language(answer, what);
        CHECK(answer.body.find("<bdi>" + mirrored("Free. Weekdays.") + "</bdi>") !=
              std::string::npos);
        is_in_the_language(pages.post("/check", with(sent, "go", "change")),
                           what + ", all answers");
        for (const auto* path : {"/check/easy-read", "/check/sheet", "/check/hand-over"})
            is_in_the_language(pages.post(path, sent), what + " " + path);
    }
}

TEST_CASE("no English is left on the check of a letter, but the letter's own words")
{
    const Pages pages;
    is_in_the_language(pages.post("/check/letter", {}), "paste");
    is_in_the_language(pages.post("/check/letter", {{"letter_step", "pasted"}}), "nothing pasted");
    const http::Fields all{{"letter_text", "1 2 3."},
                           {"letter_kind", "suspension"},
                           {"letter_days", "7"},
                           {"letter_date-known", "unknown"},
                           {"letter_total", "unknown"}};
    for (const auto* at : {"kind", "days", "date", "total", "facts", "tick", "result"})
        is_in_the_language(
            pages.post("/check/letter", with(with(all, "letter_step", "stay"), "letter_at", at)),
            at);
    for (const auto* at : {"kind", "days", "date", "total"})
        is_in_the_language(
            pages.post("/check/letter",
                       {{"letter_text", "1 2 3."}, {"letter_step", "fact"}, {"letter_at", at}}),
            std::string(at) + ", left empty");
    for (const auto* kind : {"suspension", "permanent", "lunchtime", "unknown"}) {
        auto ticked = with(with(all, "letter_kind", kind), "letter_way", "tick");
        ticked.add("letter_step", "ticked");
        for (const auto one : all_wrong_words())
            ticked.add("letter_ticked", std::string(name(one)));
        is_in_the_language(pages.post("/check/letter", ticked), std::string(kind) + ", found");
    }
}

TEST_CASE("no English is left on the letters that a family sends")
{
    const Pages pages;
    const auto story = knowing_nothing_more(
        fields_for("permanent", {{"board", "stays"}, {"disability", "yes"}, {"reason", "needs"}}));
    is_in_the_language(pages.post("/check/letters", story), "all letters");
    is_in_the_language(pages.post("/check/letters", {}), "no answers");
    for (std::size_t i = 0; i < letter_count; ++i) {
        const auto path = "/check/letters/" + address_part(static_cast<Letter>(i));
        is_in_the_language(pages.post(path, story), path + ", names");
        is_in_the_language(pages.post(path, with(story, "letter_as", "page")), path);
    }
}

TEST_CASE("every page can be had in the other language, and the page stays where it was")
{
    const Pages pages;
    const auto story = knowing_nothing_more(fields_for("permanent"));
    for (const auto* path : {"/check/letter", "/check/letters", "/check/letters/records"}) {
        CAPTURE(std::string(path));
        const auto page = pages.post(path, story);
        CHECK(page.body.find("name=\"language\" value=\"en\"") != std::string::npos);
        CHECK(page.body.find("<form method=\"post\" action=\"" + std::string(path)) !=
              std::string::npos);
    }
    const auto english = pages.post("/check/letter", {{"language", "en"},
                                                      {"letter_step", "stay"},
                                                      {"letter_at", "total"},
                                                      {"letter_text", "A letter."},
                                                      {"letter_kind", "suspension"}});
    CHECK(english.body.find("<html lang=\"en\" class") != std::string::npos);
    CHECK(english.body.find("name=\"letter_total\"") != std::string::npos);
    CHECK(english.body.find("name=\"letter_text\" value=\"A letter.\"") != std::string::npos);
}

TEST_CASE("in English the frame says what it says on all other pages")
{
    const Pages pages;
    const auto of = [](std::string_view page, std::string_view from, std::string_view to) {
        const auto start = page.find(from);
        REQUIRE(start != std::string_view::npos);
        return std::string(page.substr(start, page.find(to, start) - start));
    };
    auto site = pages.site;
    site.service_name = "Exclusions in Tidemoor";
    const auto english = pages.post("/check", {{"language", "en"}}).body;
    const auto plain =
        page(site, {.title = "x", .active = "/check", .exit_this_page = true}, {}).str();
    CHECK(of(english, "<nav aria-label=\"", "<header") ==
          of(plain, "<nav aria-label=\"", "<header"));
    CHECK(of(english, "<header", "<aside") == of(plain, "<header", "<aside"));
    CHECK(of(english, "<aside", "<div class=\"govuk-width-container\">") ==
          of(plain, "<aside", "<div class=\"govuk-width-container\">"));
    const auto foot = of(plain, "<footer", "16 November 2026");
    CHECK(english.find(foot.substr(0, foot.size())) != std::string::npos);
}

} // namespace languages_test
