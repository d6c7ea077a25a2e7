#include "forms/asked.h"
#include "forms/comparison.h"
#include "forms/fields.h"
#include "forms/form_start.h"
#include "forms/store.h"

#include "embedded/forms_files.h"
#include "helpers/test_database.h"
#include "platform/db/reserve.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <string>
#include <thread>
#include <vector>

namespace forms_test {

using namespace onroll;
using namespace onroll::forms;

const FixedClock noon(date(2026, 11, 25));
const Owner amina{"agency1", "user1"};
const Owner bryn{"agency1", "user2"};

constexpr db::Sql make_table{
    "make notes", "CREATE TABLE test_note (note TEXT NOT NULL, version INTEGER NOT NULL) STRICT"};
constexpr db::Sql add_row{"add note", "INSERT INTO test_note (note, version) VALUES (?, 1)"};
constexpr db::Sql count_rows{"count notes", "SELECT count(*) AS rows FROM test_note"};

void prepare_all(db::Database& database)
{
    REQUIRE(prepare(database, noon).has_value());
    auto transaction = database.begin("make notes");
    transaction.run_script(make_table);
    transaction.commit();
}

std::int64_t rows_of(db::Database& database)
{
    auto reader = database.read();
    auto rows = reader.query(count_rows);
    REQUIRE(rows.next());
    return rows.integer("rows");
}

http::Form a_form(std::string key, std::string note)
{
    http::Form form;
    form.fields.add(std::string(key_field), std::move(key));
    form.fields.add(std::string(page_field), "/notes/new");
    form.fields.add("note", std::move(note));
    return form;
}

Result<std::string> deliver(db::Database& database, const Owner& owner, const http::Form& form,
                            Instant now = noon.now())
{
    return save_once(database, "add note", owner, form, now,
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         if (form["note"].empty()) return bad_input("Enter a note", "note");
                         transaction.run(add_row, form["note"]);
                         return "/notes/" + std::string(form["note"]);
                     });
}

TEST_CASE("one to five deliveries of each form, in any order, make one record each")
{
    tests::for_each_engine([](db::Database& database) {
        prepare_all(database);
        REQUIRE(rc::check([&] {
            const auto before = rows_of(database);
            const auto forms = *rc::gen::inRange(1, 6);
            std::vector<http::Form> deliveries;
            for (int i = 0; i < forms; ++i) {
                const auto form = a_form(crypto::random_token(), std::to_string(i));
                const auto times = *rc::gen::inRange(1, 6);
                deliveries.insert(deliveries.end(), static_cast<std::size_t>(times), form);
            }
            for (auto i = deliveries.size(); i > 1; --i)
                std::swap(deliveries[i - 1], deliveries[*rc::gen::inRange<std::size_t>(0, i)]);
            for (const auto& form : deliveries) {
                const auto answer = deliver(database, amina, form);
                RC_ASSERT(answer.has_value());
                RC_ASSERT(*answer == "/notes/" + std::string(form["note"]));
            }
            RC_ASSERT(rows_of(database) == before + forms);
        }));
    });
}

TEST_CASE("five deliveries of one form at the same time make one record")
{
    tests::for_each_engine([](db::Database& database) {
        prepare_all(database);
        for (int round = 0; round < 10; ++round) {
            const auto form = a_form(crypto::random_token(), "n" + std::to_string(round));
            std::vector<std::thread> threads;
            std::atomic<int> well{0};
            for (int i = 0; i < 5; ++i)
                threads.emplace_back([&] {
                    const auto answer = deliver(database, amina, form);
                    if (answer && *answer == "/notes/" + std::string(form["note"])) ++well;
                });
            for (auto& thread : threads) thread.join();
            CHECK(well == 5);
            CHECK(rows_of(database) == round + 1);
        }
    });
}

TEST_CASE("a form that could not be saved may be corrected and sent with the same key")
{
    tests::for_each_engine([](db::Database& database) {
        prepare_all(database);
        const auto key = crypto::random_token();
        CHECK_FALSE(deliver(database, amina, a_form(key, "")).has_value());
        CHECK(deliver(database, amina, a_form(key, "x")).has_value());
        CHECK(rows_of(database) == 1);
    });
}

TEST_CASE("a form without a key of ours is not saved, and a key is its owner’s alone")
{
    tests::for_each_engine([](db::Database& database) {
        prepare_all(database);
        CHECK_FALSE(deliver(database, amina, a_form("", "x")).has_value());
        CHECK_FALSE(deliver(database, amina, a_form("abc", "x")).has_value());
        const auto key = crypto::random_token();
        CHECK(deliver(database, amina, a_form(key, "x")).has_value());
        CHECK(*deliver(database, bryn, a_form(key, "y")) == "/notes/y");
        CHECK(rows_of(database) == 2);
    });
}

TEST_CASE("a key is remembered for a day")
{
    tests::for_each_engine([](db::Database& database) {
        prepare_all(database);
        const auto form = a_form(crypto::random_token(), "x");
        CHECK(deliver(database, amina, form).has_value());
        CHECK(deliver(database, amina, form, noon.now() + std::chrono::hours(24)).has_value());
        CHECK(rows_of(database) == 1);
        CHECK(deliver(database, amina, form, noon.now() + std::chrono::hours(25)).has_value());
        CHECK(rows_of(database) == 2);
    });
}

TEST_CASE("keys that are old enough to go are found without looking at the others of their owner")
{
    const tests::TestDatabase folder(db::Engine::sqlite);
    const auto database = folder.open();
    prepare_all(*database);
    const db::SqlFiles statements{embedded::forms_files()};
    const auto text = "EXPLAIN QUERY PLAN " + std::string(statements("drop_old_keys").text);
    auto reader = database->read();
    auto rows = reader.query(db::Sql{"plan", text}, amina.agency, amina.user, noon.now());
    REQUIRE(rows.next());
    CHECK(rows.text("detail").find("forms_key_by_time (agency=? AND user_id=? AND used_at<?)") !=
          std::string::npos);
}

TEST_CASE("what was typed is there after signing in again, for its owner alone, without secrets")
{
    tests::for_each_engine([](db::Database& database) {
        prepare_all(database);
        const auto key = crypto::Key::create();
        auto form = a_form(crypto::random_token(), "The family moved & wrote “soon” + 50%\n");
        form.fields.add(std::string(version_field), "7");
        form.fields.add(std::string(token_field), "secret");
        form.fields.add("postcode", "ZZ1 1ZZ");
        form.fields.add("needs", "autism");
        form.fields.add("needs", "speech");
        form.fields.add("new_password", "correct horse");
        form.fields.add("code", "123456");
        REQUIRE(keep_draft(database, key, amina, form, noon.now()));

        auto reader = database.read();
        const auto draft = draft_of(reader, key, amina, "/notes/new");
        REQUIRE(draft.has_value());
        CHECK(draft->fields["note"] == form["note"]);
        CHECK(draft->fields["postcode"] == "ZZ1 1ZZ");
        CHECK(draft->fields.all("needs").size() == 2);
        CHECK(draft->version == "7");
        for (const auto* name : {"form_token", "form_key", "form_page", "new_password", "code"})
            CHECK_FALSE(draft->fields.contains(name));
        CHECK_FALSE(draft_of(reader, key, bryn, "/notes/new").has_value());
        CHECK_FALSE(draft_of(reader, key, amina, "/notes/other").has_value());
        CHECK_FALSE(draft_of(reader, crypto::Key::create(), amina, "/notes/new").has_value());
        CHECK(drafts_of(reader, amina).size() == 1);
    });
}

TEST_CASE("a draft is gone when its form is saved, or after a week")
{
    tests::for_each_engine([](db::Database& database) {
        prepare_all(database);
        const auto key = crypto::Key::create();
        const auto kept = [&](const Owner& owner) {
            auto reader = database.read();
            return drafts_of(reader, owner).size();
        };
        REQUIRE(keep_draft(database, key, amina, a_form({}, "x"), noon.now()));
        CHECK(deliver(database, amina, a_form(crypto::random_token(), "x")).has_value());
        CHECK(kept(amina) == 0);
        REQUIRE(keep_draft(database, key, amina, a_form({}, "x"), noon.now()));
        const auto later = noon.now() + drafts_are_kept + std::chrono::hours(1);
        REQUIRE(keep_draft(database, key, bryn, a_form({}, "y"), later));
        CHECK(kept(amina) == 0);
        CHECK(kept(bryn) == 1);
    });
}

TEST_CASE("what comes late of a form that was saved is not kept again")
{
    tests::for_each_engine([](db::Database& database) {
        prepare_all(database);
        const auto key = crypto::Key::create();
        const auto form = a_form(crypto::random_token(), "x");
        CHECK(keep_draft(database, key, amina, form, noon.now()));
        CHECK(deliver(database, amina, form).has_value());
        CHECK_FALSE(keep_draft(database, key, amina, form, noon.now()));
        auto reader = database.read();
        CHECK(drafts_of(reader, amina).empty());
    });
}

TEST_CASE("a draft is kept for a page of ours only")
{
    tests::for_each_engine([](db::Database& database) {
        prepare_all(database);
        const auto key = crypto::Key::create();
        for (const auto* page :
             {"", "/", "//else.example", "https://else.example", "/a b", "/a?b"}) {
            auto form = a_form({}, "x");
            form.fields.set(std::string(page_field), page);
            CHECK_FALSE(keep_draft(database, key, amina, form, noon.now()));
        }
        CHECK_FALSE(
            keep_draft(database, key, amina, a_form({}, std::string(300'000, 'x')), noon.now()));
    });
}

TEST_CASE("the start of a form carries a new key each time")
{
    const FormStart first{.page = "/notes/new", .form_token = "t", .version = "3"};
    const auto one = start(first), other = start(first);
    CHECK(one.str().find("name=\"form_version\" value=\"3\"") != std::string::npos);
    CHECK(one.str().find("name=\"form_page\" value=\"/notes/new\"") != std::string::npos);
    CHECK(one.str() != other.str());
}

Comparison a_comparison()
{
    Comparison comparison{.action = "/people/1",
                          .start = {.page = "/people/1/change", .form_token = "t", .version = "8"},
                          .saved_by = "Bryn Hale"};
    comparison.questions.push_back(compared("school", "School", "Tidemoor High", "Tidemoor High"));
    comparison.questions.push_back(compared("known_as", "Known as", "Sam", "Sammy", "Samuel"));
    comparison.questions.push_back(compared("note", "Note", "new", "<old>", "<old>"));
    Compared born{
        .label = "Date of birth", .saved_words = "3 May 2014", .typed_words = "5 March 2014"};
    born.saved = {{"day", "3"}, {"month", "5"}, {"year", "2014"}};
    born.typed = {{"day", "5"}, {"month", "3"}, {"year", "2014"}};
    comparison.questions.push_back(born);
    return comparison;
}

TEST_CASE(
    "the page’s own act is its primary button; one beside it is grey, and one that removes red")
{
    const auto button = [](const design::Html& form) {
        const auto& html = form.str();
        const auto at = html.find("class=\"govuk-button") + 7;
        return html.substr(at, html.find('"', at) - at);
    };
    CHECK(button(posting("/here", {}, {}, "Save")) == "govuk-button");
    CHECK(button(act_beside("/there", {}, {}, "Undo")) == "govuk-button govuk-button--secondary");
    CHECK(button(act_beside("/there", {}, {}, "Delete", Weight::warning)) ==
          "govuk-button govuk-button--warning");
}

TEST_CASE("a comparison shows what differs and carries along what does not")
{
    const auto page = comparison_form(a_comparison()).str();
    CHECK(page.find("Bryn Hale changed this record") != std::string::npos);
    CHECK(page.find("<input type=\"hidden\" name=\"school\" value=\"Tidemoor High\">") !=
          std::string::npos);
    CHECK(page.find("When you opened the form: Samuel") != std::string::npos);
    CHECK(page.find("&lt;old&gt;") != std::string::npos);
    CHECK(page.find("<old>") == std::string::npos);
    CHECK(page.find("name=\"choose.3\"") != std::string::npos);
    CHECK(page.find("name=\"choose.4\"") == std::string::npos);
}

TEST_CASE("a settled comparison reads as the form itself, date parts and all")
{
    http::Form form;
    form.fields = {
        {"school", "Tidemoor High"},   {"choose.1", "typed"},  {"saved.1.known_as", "Sam"},
        {"typed.1.known_as", "Sammy"}, {"choose.2", "saved"},  {"saved.2.day", "3"},
        {"saved.2.month", "5"},        {"typed.2.day", "5"},   {"typed.2.month", "3"},
        {"saved.3.note", "new"},       {"typed.3.note", "old"}};
    const auto result = settled(form);
    CHECK(result["school"] == "Tidemoor High");
    CHECK(result["known_as"] == "Sammy");
    CHECK(result["day"] == "3");
    CHECK(result["month"] == "5");
    CHECK(result["note"] == "old");
    CHECK(result.fields.size() == 5);
    CHECK(settled(result).fields.size() == 5);
}

/// A form with one date, of which `where` is wrong.
FormView with_date(const char* day, const char* month, const char* year, std::string where)
{
    FormView form;
    form.values = {{"told_on-day", day}, {"told_on-month", month}, {"told_on-year", year}};
    form.errors = {bad_input("Look at this", std::move(where))};
    return form;
}

std::size_t times_in(std::string_view text, std::string_view words)
{
    std::size_t count = 0;
    for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1))
        ++count;
    return count;
}

TEST_CASE("the summary of what is wrong leads to the box of a date that is wrong, or to its first")
{
    const std::array<std::pair<FormView, std::string_view>, 7> cases{
        {{with_date("", "", "", "told_on"), "day"},
         {with_date("", "3", "2026", "told_on"), "day"},
         {with_date("5", "", "2026", "told_on"), "month"},
         {with_date("5", "13", "2026", "told_on"), "month"},
         {with_date("5", "3", "26", "told_on"), "year"},
         {with_date("31", "2", "2026", "told_on"), "day"},
         // A real date, which must be another.
         {with_date("5", "3", "2026", "told_on"), "day"}}};
    for (const auto& [form, box] : cases) {
        const auto id = "told_on-" + std::string(box);
        CAPTURE(id);
        const auto summary = std::string(error_summary(form).str());
        CHECK(times_in(summary, "href=\"#" + id + "\"") == 1);
        const auto date = std::string(fields::date(form, "told_on", "When?").str());
        CHECK(times_in(date, "id=\"" + id + "\"") == 1);
        CHECK(times_in(date, "Look at this") == 1);
    }
}

TEST_CASE("one box of a date is marked where it alone is wrong, and all where the date is")
{
    const auto marked = [](const FormView& form) {
        return times_in(fields::date(form, "told_on", "When?").str(), "govuk-input--error");
    };
    CHECK(marked(with_date("5", "13", "2026", "told_on")) == 1);
    CHECK(marked(with_date("", "", "", "told_on")) == 3);
    CHECK(marked(with_date("5", "3", "2026", "told_on")) == 3);
    CHECK(marked(with_date("5", "13", "2026", "other")) == 0);
}

TEST_CASE("the summary of what is wrong leads to a field of one box as it is called")
{
    const auto form = with_date("5", "3", "2026", "words");
    CHECK(times_in(error_summary(form).str(), "href=\"#words\"") == 1);
    CHECK(times_in(error_summary(with_date("5", "3", "2026", {})).str(), "href=") == 0);
}

/// A record of one field with a version, and what three people know of it.
struct Editor {
    std::string sees;
    int version = 0;
};

TEST_CASE("a form with a field that no question asked for is refused, and its files are fields too")
{
    const auto policy = taking(http::Policy::open_to_all(), {"note", "from", "answer.*", "paper"});
    const auto refused = [&](const http::Fields& fields) {
        const auto refusal = policy.refuses(http::Request::post("/notes", fields));
        if (refusal) CHECK(refusal->error->kind == ErrorKind::bad_input);
        return refusal.has_value();
    };
    CHECK_FALSE(refused({}));
    CHECK_FALSE(refused({{"form_token", "t"},
                         {"form_key", "k"},
                         {"form_page", "/notes"},
                         {"form_version", "1"},
                         {"note", "x"},
                         {"from-day", "1"},
                         {"from-year", "2026"},
                         {"answer.7", "yes"}}));
    // A comparison gives back the questions themselves.
    CHECK_FALSE(refused({{"choose.1", "saved"}, {"saved.1.note", "x"}, {"typed.1.note", "y"}}));
    CHECK(refused({{"choose.1", "saved"}, {"saved.1.agency", "x"}}));
    CHECK(refused({{"note", "x"}, {"agency", "another"}}));
    CHECK(refused({{"note-week", "1"}}));
    CHECK(refused({{"answer", "yes"}}));
    CHECK(refused({{"Note", "x"}}));

    http::Form form;
    form.uploads.push_back({.field = "paper"});
    CHECK_FALSE(unexpected_field(form, {"paper"}).has_value());
    form.uploads.push_back({.field = "another"});
    CHECK(unexpected_field(form, {"paper"}) == "another");
}

TEST_CASE("who may not send a form is told so before its fields are looked at")
{
    const auto closed = http::Policy::named(
        "closed", [](const http::Request&) { return std::optional(http::not_found()); });
    const auto policy = taking(closed, Asked{});
    CHECK(policy.name() == "closed");
    const auto refusal = policy.refuses(http::Request::post("/notes", http::Fields{{"x", "y"}}));
    REQUIRE(refusal.has_value());
    CHECK(refusal->error->kind == ErrorKind::not_found);
}

TEST_CASE("three people who edit one record in any order overwrite nothing that they have not seen")
{
    REQUIRE(rc::check([] {
        std::string saved = "0";
        int version = 1;
        std::array<Editor, 3> editors{{{"0", 1}, {"0", 1}, {"0", 1}}};
        const auto steps = *rc::gen::inRange(1, 30);
        for (int step = 0; step < steps; ++step) {
            auto& editor = editors[*rc::gen::inRange<std::size_t>(0, 3)];
            const auto typed = std::to_string(step + 1);
            if (*rc::gen::arbitrary<bool>()) {
                editor = {saved, version}; // opens the form
                continue;
            }
            if (editor.version == version) {
                RC_ASSERT(editor.sees == saved);
                saved = typed;
                editor = {saved, ++version};
                continue;
            }
            // Refused, and asked: the choice goes out under the version that is saved now.
            const bool keeps_theirs = *rc::gen::arbitrary<bool>();
            http::Form choice;
            choice.fields = {{"choose.1", keeps_theirs ? "saved" : "typed"},
                             {"saved.1.note", saved},
                             {"typed.1.note", typed}};
            const auto before = saved;
            saved = std::string(settled(choice)["note"]);
            RC_ASSERT(saved == (keeps_theirs ? before : typed));
            editor = {saved, ++version};
        }
    }));
}

TEST_CASE("a form that a full disk cannot take is told in words, and is saved once there is room")
{
    const log::Redirect quiet([](std::string_view) {});
    tests::TestDatabase place(db::Engine::sqlite);
    const auto database = place.open();
    prepare_all(*database);
    const auto form = a_form(std::string(43, 'k'), "typed");
    // More room than any disk has: as if it were full.
    REQUIRE_FALSE(db::keep_reserve(*database, std::uint64_t{1} << 50).has_value());
    const StoreWatch watch;
    const auto refused = deliver(*database, amina, form);
    REQUIRE_FALSE(refused.has_value());
    CHECK(watch.took_nothing());
    CHECK(refused.error().kind == ErrorKind::unavailable);
    CHECK(refused.error().message.starts_with("There is no room left on this server"));
    CHECK(rows_of(*database) == 0);
    REQUIRE(db::keep_reserve(*database, 1 << 20).has_value());
    CHECK(deliver(*database, amina, form).has_value());
    CHECK(deliver(*database, amina, form).has_value());
    CHECK(rows_of(*database) == 1);
}

} // namespace forms_test
