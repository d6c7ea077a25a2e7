// Letters made from answers: which fit, what they say, and that page, PDF and editable text say the
// same.
#include "check/letters.h"

#include "builders.h"
#include "check/pages.h"
#include "helpers/readability.h"
#include "law/evaluate.h"
#include "platform/documents/open_document.h"
#include "platform/documents/tests/read_documents.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

namespace letters_test {

using namespace onroll;
using namespace onroll::check;
namespace read_back = onroll::documents::tests;

struct Server {
    FixedClock clock{date(2026, 11, 23)};
    design::Site site{};
    Services given = check_tests::services(site, clock);
    http::Router router;
    Server() { add_pages(router, given); }

    LetterBasis basis(http::Fields fields) const
    {
        LetterBasis basis;
        basis.today = clock.today();
        basis.answers = read_answers(fields);
        auto as_written = basis.answers;
        as_written.wrote_to_board = true;
        if (auto story = understand(as_written, given, basis.today)) {
            basis.evaluation = law::evaluate(story->history());
            basis.story = std::move(*story);
        }
        return basis;
    }
    http::Response post(const std::string& path, const http::Fields& fields) const
    {
        return http::handle(router, http::Request::post(path, fields));
    }
};

http::Fields with(http::Fields fields,
                  std::initializer_list<std::pair<const char*, const char*>> more)
{
    for (const auto& [name, value] : more) fields.add(name, value);
    return fields;
}

bool fits(const Server& server, Letter letter, const http::Fields& fields)
{
    const auto letters = letters_that_fit(server.basis(fields));
    return std::find(letters.begin(), letters.end(), letter) != letters.end();
}

const auto permanent = check_tests::fields_for(
    "permanent", {{"decided-day", "18"}, {"decided-month", "11"}, {"decided-year", "2026"}});
const auto six_days = check_tests::fields_for("suspended", {{"length", "6"}, {"age", "school"}});

std::string words_of(const documents::Document& document)
{
    std::string words;
    for (const auto& line : read_back::paragraphs_of(
             read_back::part_of(documents::open_document(document), "content.xml")))
        words += line + "\n";
    return words;
}

bool has(const std::string& words, const std::string& part)
{
    return words.find(part) != std::string::npos;
}

/// Words as they flow, whatever the lines.
std::string flowing(const std::string& text)
{
    std::string words;
    for (const char c : text) {
        const char one = c == '\n' || c == '\f' ? ' ' : c;
        if (one != ' ' || (!words.empty() && words.back() != ' ')) words += one;
    }
    return words;
}

/// Everything that can go wrong, said at once.
http::Fields told_everything(http::Fields fields)
{
    for (const auto* code : {"needs", "attainment", "parent"}) fields.add("reason", code);
    for (const auto code : said_codes) fields.add("said", std::string(code));
    return with(fields, {{"disability", "yes"},
                         {"sen", "plan"},
                         {"care", "looked_after"},
                         {"side", "no"},
                         {"work", "no"},
                         {"day_six", "no"},
                         {"exam", "yes"},
                         {"exam_on-day", "4"},
                         {"exam_on-month", "12"},
                         {"exam_on-year", "2026"}});
}

/// What a letter says, without its addresses and the list of laws at its end.
std::string body_of(const documents::Document& document)
{
    std::string said;
    for (const auto& block : document.blocks) {
        if (const auto* one = std::get_if<documents::Paragraph>(&block))
            said += one->words + "\n\n";
        if (const auto* list = std::get_if<documents::List>(&block))
            if (&block != &document.blocks.back())
                for (const auto& item : list->items) said += item + ".\n\n";
    }
    return said;
}

} // namespace letters_test

TEST_CASE("a letter is offered only where it fits what happened")
{
    using namespace letters_test;
    const Server server;
    CHECK(fits(server, Letter::representations, permanent));
    CHECK(fits(server, Letter::work, permanent));
    CHECK(fits(server, Letter::remote_meeting, permanent));
    CHECK_FALSE(fits(server, Letter::review, permanent));
    CHECK_FALSE(fits(server, Letter::not_in_writing, permanent));

    const auto decided = with(permanent, {{"board", "stays"},
                                          {"board_on-day", "20"},
                                          {"board_on-month", "11"},
                                          {"board_on-year", "2026"}});
    CHECK(fits(server, Letter::review, decided));
    CHECK_FALSE(fits(server, Letter::representations, decided));

    const auto one_day = check_tests::fields_for("suspended", {{"length", "1"}, {"exam", "no"}});
    CHECK(fits(server, Letter::representations, one_day));
    CHECK_FALSE(fits(server, Letter::remote_meeting, one_day));
    CHECK_FALSE(fits(server, Letter::work, with(one_day, {{"age", "sixth_form"}})));
    CHECK_FALSE(fits(server, Letter::work, check_tests::fields_for("lunchtimes")));

    for (const auto* what : {"sent_home", "collected_early", "unknown"}) {
        CHECK(fits(server, Letter::not_in_writing, check_tests::fields_for(what)));
        CHECK_FALSE(fits(server, Letter::representations, check_tests::fields_for(what)));
    }
    for (const auto* what : {"moved", "home_education", "off_roll", "part_time"})
        CHECK(letters_that_fit(server.basis(check_tests::fields_for(what))) ==
              std::vector<Letter>{Letter::records});
}

TEST_CASE("a letter gives the days that the law engine counted, with their source")
{
    using namespace letters_test;
    const Server server;
    const Words& words = server.given.languages->find("en");
    const auto to_governors =
        words_of(letter_document(words, Letter::representations, server.basis(permanent), {}));
    CHECK(has(to_governors, "they must meet by Wednesday 9 December 2026."));
    CHECK(has(to_governors, "School Discipline Regulations 2012"));
    CHECK(has(to_governors, "My child was permanently excluded from Thursday 19 November 2026."));
    CHECK(has(to_governors, "The letter has this date: Wednesday 18 November 2026."));

    const auto work = words_of(letter_document(words, Letter::work, server.basis(six_days), {}));
    CHECK(has(work, "Thursday 19 November 2026, "));
    CHECK(has(work, "From Thursday 26 November 2026 there should be full-time teaching"));
    CHECK(has(work, "The school has to set it up."));

    const auto short_one = words_of(
        letter_document(words, Letter::representations,
                        server.basis(check_tests::fields_for("suspended", {{"length", "2"}})), {}));
    CHECK(has(short_one, "cannot end it"));
    CHECK_FALSE(has(short_one, "must meet by"));
}

TEST_CASE("what a family told is in its letter, and nothing that it did not tell")
{
    using namespace letters_test;
    const Server server;
    const Words& words = server.given.languages->find("en");
    const auto told = with(permanent, {{"disability", "yes"},
                                       {"reason", "needs"},
                                       {"said", "not_head"},
                                       {"side", "no"},
                                       {"account", "I was pushed first."}});
    const auto letter = words_of(letter_document(
        words, Letter::representations, server.basis(told),
        {.writer = "A. Parent", .writer_address = "1 Example Street\nTidemoor", .child = "Sam"}));
    for (const auto* part :
         {"A. Parent\n1 Example Street\nTidemoor",
          "I think that a disability played a part for "
          "Sam.",
          "cannot meet the needs of Sam", "someone other than the head teacher decided",
          "Sam was not asked for their side", "“I was pushed first.”", "Harbour Light Academy"})
        CHECK_MESSAGE(has(letter, part), part);
    const auto bare =
        words_of(letter_document(words, Letter::representations, server.basis(permanent), {}));
    for (const auto* part : {"disability", "not asked", "needs of", "other than the head"})
        CHECK_MESSAGE(!has(bare, part), part);
}

TEST_CASE(
    "a letter about a permanent exclusion says what was made permanent, not that it was longer")
{
    using namespace letters_test;
    const Server server;
    const auto letter = [&](const http::Fields& fields) {
        return words_of(letter_document(server.given.languages->find("en"), Letter::representations,
                                        server.basis(fields), {}));
    };
    const auto first = letter(with(permanent, {{"said", "turned_permanent"}}));
    CHECK(has(first,
              "As far as I know, the same suspension was made permanent, with no new decision "
              "and no new letter."));
    // Ticked while another answer stood for what happened.
    const auto changed = letter(
        with(permanent, {{"said", "lengthened"}, {"said", "no_end_date"}, {"said", "not_head"}}));
    CHECK(has(changed, "someone other than the head teacher decided"));
    for (const auto* part : {"made longer", "A suspension must have one", "made permanent"})
        CHECK_MESSAGE(!has(changed, part), part);
    const auto suspended = letter(with(six_days, {{"said", "lengthened"}}));
    CHECK(has(suspended, "The same suspension was made longer."));
    CHECK_FALSE(has(letter(with(six_days, {{"said", "turned_permanent"}})), "made permanent"));
    CHECK_FALSE(has(letter(permanent), "made permanent"));
    const auto not_sure = check_tests::fields_for("unknown", {{"said", "turned_permanent"}});
    CHECK_FALSE(has(letter(not_sure), "made permanent"));
}

TEST_CASE("the letter about what was left out names the parts that were not found")
{
    using namespace letters_test;
    const Server server;
    auto basis = server.basis(http::Fields{});
    basis.facts = LetterFacts{
        .half_days = 4, .decided_on = date(2026, 11, 20), .over_five_days_or_exam = false};
    basis.check = check_letter(
        read_letter("Sam is suspended for 2 days until further notice because he swore."),
        *basis.facts);
    REQUIRE(letters_that_fit(basis).front() == Letter::left_out);
    const auto letter =
        words_of(letter_document(server.given.languages->find("en"), Letter::left_out, basis, {}));
    CHECK(has(letter, "Thank you for your letter of Friday 20 November 2026."));
    CHECK(has(letter, "that I may make representations to the governors"));
    CHECK(has(letter, "It gives no end. A suspension must have one."));
    CHECK_FALSE(has(letter, "how long the exclusion lasts"));
    CHECK_FALSE(has(letter, "the reasons, with what happened"));
}

TEST_CASE("page, PDF and text to change say the same, in both sizes")
{
    using namespace letters_test;
    const Server server;
    const auto fields = with(permanent, {{"name_child", "Zoë O’Hara"}, {"disability", "yes"}});
    const auto as = [&](const char* form, const char* size) {
        const auto response =
            server.post("/check/letters/representations",
                        with(fields, {{"letter_as", form}, {"letter_size", size}}));
        REQUIRE(response.status == 200);
        return response;
    };
    const auto page = as("page", "12").body;
    const auto text = as("odt", "12");
    CHECK(text.headers["Content-Disposition"] == "attachment; filename=\"representations.odt\"");
    const auto lines = read_back::paragraphs_of(read_back::part_of(text.body, "content.xml"));
    CHECK(lines.size() > 15);
    for (const auto& line : lines)
        if (!has(line, "\n") && !has(line, "&")) CHECK_MESSAGE(has(page, line), line);
    if (!read_back::poppler_is_installed()) {
        MESSAGE("poppler-utils is not installed: the PDF is not read again");
        return;
    }
    const auto pdf = flowing(read_back::poppler("pdftotext -layout", as("pdf", "12").body));
    for (const auto& line : lines)
        if (line.size() < 80) CHECK_MESSAGE(has(pdf, flowing(line)), line);
    CHECK(has(pdf, "Zoë O’Hara"));
    const auto large = as("pdf", "18");
    CHECK(large.headers["Content-Type"].starts_with("application/pdf"));
    CHECK(flowing(read_back::poppler("pdftotext -layout", large.body)).size() > 1000);
    const auto pages = [](const std::string& bytes) {
        const auto said = read_back::poppler("pdfinfo", bytes);
        return std::stoi(said.substr(said.find("Pages:") + 6));
    };
    CHECK(pages(large.body) > pages(as("pdf", "12").body));
    CHECK(has(read_back::part_of(as("odt", "18").body, "styles.xml"), "fo:font-size=\"18pt\""));
}

TEST_CASE("nothing that is typed stands in an address, and no letter is kept by a browser")
{
    using namespace letters_test;
    const Server server;
    const auto response =
        server.post("/check/letters/records",
                    with(permanent, {{"letter_as", "page"}, {"name_child", "Canary"}}));
    CHECK(response.caching == http::Caching::no_store);
    CHECK(response.cookies.empty());
    for (std::size_t at = 0; (at = response.body.find("action=\"", at)) != std::string::npos; ++at)
        CHECK(response.body.substr(at, 80).find("Canary") == std::string::npos);
    CHECK(http::handle(server.router, http::Request::get("/check/letters/records")).status == 303);
    CHECK(http::handle(server.router, http::Request::get("/check/letters/other")).status == 404);
    CHECK(server.post("/check/letters/other", permanent).status == 404);
}

TEST_CASE("what is typed is shown as it was typed, never as markup")
{
    using namespace letters_test;
    const Server server;
    const auto response =
        server.post("/check/letters/records", {{"letter_as", "page"},
                                               {"name_child", "<b>Sam</b> & {child}"},
                                               {"name_writer_address", "1\n<script>2"}});
    CHECK(has(response.body, "&lt;b&gt;Sam&lt;/b&gt; &amp; {child}"));
    CHECK_FALSE(has(response.body, "<script>2"));
}

TEST_CASE("each letter reads at grade 6 or lower, whatever was told, and so do its pages")
{
    using namespace letters_test;
    const Server server;
    const Words& words = server.given.languages->find("en");
    // What the law calls it, where a letter to a school has to be exact: each stands in the letter
    // as the name of the thing that is asked for. The last is the name of the school.
    const std::vector<std::string> terms{
        "permanently excluded", "permanent exclusion", "exclusion",
        "suspension",           "suspended",           "governors",
        "representations",      "independent review",  "SEN expert",
        "Harbour Light Academy"};
    for (const auto& fields : {six_days, permanent, told_everything(six_days),
                               told_everything(permanent), check_tests::fields_for("sent_home"),
                               check_tests::fields_for("suspended", {{"length", "2"}})})
        for (std::size_t i = 0; i < letter_count; ++i) {
            const auto letter = static_cast<Letter>(i);
            CAPTURE(std::string(name(letter)) + ", " + std::string(fields["what"]));
            auto basis = server.basis(fields);
            basis.facts = facts_of(basis.answers, basis.today);
            if (basis.facts)
                basis.check = check_letter(read_letter("The suspension is until further notice. "
                                                       "You cannot appeal."),
                                           *basis.facts);
            const auto said = body_of(letter_document(words, letter, basis, {}));
            CAPTURE(said);
            CHECK(said.size() > 100);
            CHECK(readability::grade(said, terms) <= 6.0);
        }
    for (const auto* path : {"/check/letters", "/check/letters/work"}) {
        const auto shown = readability::shown_words(server.post(path, six_days).body, {});
        CAPTURE(shown);
        CHECK(readability::grade(shown, terms) <= 6.0);
    }
}

TEST_CASE("no sentence of a letter is harder than grade 8 by itself")
{
    using namespace letters_test;
    const Languages languages;
    const auto& words = languages.find("en");
    for (const auto& key : words.keys()) {
        if (!key.starts_with("letter.")) continue;
        const auto& text = *words.find(key);
        if (std::count(text.begin(), text.end(), ' ') < 7) continue;
        CAPTURE(key);
        CHECK(readability::grade(text, {"suspension", "governors", "representations",
                                        "independent review"}) <= 8.0);
    }
}
