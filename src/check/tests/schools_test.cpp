// The schools' side: what is planned, the pupil, the plan; worked examples; each duty.
#include "builders.h"
#include "check/pages.h"
#include "check/school_examples.h"
#include "helpers/readability.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace schools_test {

using namespace onroll;
using namespace onroll::check;

struct Server {
    FixedClock clock{date(2026, 11, 23)};
    design::Site site{};
    Services given = check_tests::services(site, clock);
    http::Router router;
    Server() { add_pages(router, given); }

    http::Response get(const char* path) const
    {
        return http::handle(router, http::Request::get(path));
    }
    http::Response post(const http::Fields& fields) const
    {
        return http::handle(router, http::Request::post("/check/schools", fields));
    }
    SchoolPlan plan(const SchoolForm& form) const { return plan_of(form, given, clock.today()); }
};

bool has(const http::Response& response, const std::string& words)
{
    return response.body.find(words) != std::string::npos;
}

const law::Duty* duty(const SchoolPlan& plan, law::DutyType type)
{
    const auto& duties = plan.evaluation.duties;
    const auto found = std::find_if(duties.begin(), duties.end(),
                                    [&](const law::Duty& one) { return one.type == type; });
    return found == duties.end() ? nullptr : &*found;
}

std::vector<std::string> codes(const std::vector<const Considered*>& all)
{
    std::vector<std::string> names;
    for (const auto* one : all) names.emplace_back(one->code);
    return names;
}

SchoolForm a_suspension(const char* length)
{
    return {.kind = "suspension", .length = length, .decided = {"23", "11", "2026"}};
}

const std::vector<std::string> terms{
    "permanent exclusion", "suspension",          "exclusion",     "governors",
    "head teacher",        "virtual school head", "social worker", "reasonable adjustment",
    "disability",          "representations",     "Equality Act",  "independent",
    "discrimination"};

} // namespace schools_test

TEST_CASE("a school sees its own duties with their days")
{
    using namespace schools_test;
    const Server server;
    auto form = a_suspension("6");
    form.school = "Harbour";
    const auto plan = server.plan(form);
    REQUIRE(plan.errors.empty());
    CHECK(plan.story->school_name == "Harbour Light Academy");
    CHECK(duty(plan, law::DutyType::decide_by)->date == date(2027, 2, 15));
    CHECK(duty(plan, law::DutyType::provide_from)->date.has_value());
    const auto day = duties_of(plan, Stage::the_day);
    CHECK(day.size() >= 4);
    std::size_t placed = 0;
    for (const auto stage : all_stages) placed += duties_of(plan, stage).size();
    CHECK(placed == plan.evaluation.duties.size());
}

TEST_CASE("five days in a term stay with the head, and half a day more goes to the governors")
{
    using namespace schools_test;
    const Server server;
    auto form = a_suspension("3");
    form.earlier_term = "2";
    CHECK(duty(server.plan(form), law::DutyType::decide_by) == nullptr);
    form.length = "3.5";
    CHECK(duty(server.plan(form), law::DutyType::decide_by) != nullptr);
}

TEST_CASE("more than 45 days in a year is said to be against the law")
{
    using namespace schools_test;
    const Server server;
    auto fields = fields_of(a_suspension("2"));
    fields.set("earlier_year", "44");
    fields.add("step", "plan");
    CHECK(has(server.post(fields), "govuk-warning-text"));
    fields.set("earlier_year", "43");
    CHECK_FALSE(has(server.post(fields), "govuk-warning-text"));
}

TEST_CASE("what to think about before deciding follows from the pupil, and ticks close it")
{
    using namespace schools_test;
    const Server server;
    auto form = a_suspension("1");
    CHECK(codes(server.plan(form).open) ==
          std::vector<std::string>{"pupil_heard", "what_lay_behind", "proportionate"});
    form.pupil = {"plan", "looked_after"};
    form.considered = {"pupil_heard", "adjustments"};
    CHECK(codes(server.plan(form).open) == std::vector<std::string>{"what_lay_behind",
                                                                    "proportionate", "plan_review",
                                                                    "virtual_school_head"});
    form.kind = "permanent";
    CHECK(codes(server.plan(form).open).back() == "last_resort");
}

TEST_CASE("a rule that is harder for this pupil asks for an adjustment before the decision")
{
    using namespace schools_test;
    const Server server;
    auto fields = fields_of(a_suspension("1"));
    fields.add("step", "plan");
    fields.add("rule_met", "Shirts are tucked in & <b>silent</b>");
    fields.add("hard_rule", "yes");
    const auto asked = server.post(fields);
    CHECK(has(asked, "names no adjustment") == false);
    CHECK(has(asked, "name no adjustment"));
    CHECK(has(asked, "Shirts are tucked in &amp; &lt;b&gt;silent"));
    fields.add("adjustment", "A soft shirt since October");
    const auto told = server.post(fields);
    CHECK_FALSE(has(told, "name no adjustment"));
    CHECK(has(told, "A soft shirt since October"));
    CHECK(told.caching == http::Caching::no_store);
}

TEST_CASE("what is wrong is said at its field, and what was typed is kept")
{
    using namespace schools_test;
    const Server server;
    const auto nothing = server.post({{"step", "pupil"}});
    CHECK(nothing.status == 400);
    CHECK(has(nothing, "href=\"#kind\""));
    const auto wrong = server.post({{"step", "pupil"},
                                    {"kind", "suspension"},
                                    {"length", "some"},
                                    {"school", "Nowhere"},
                                    {"decided-day", "30"},
                                    {"decided-month", "2"},
                                    {"decided-year", "2026"},
                                    {"earlier_term", "x"}});
    CHECK(wrong.status == 400);
    for (const auto* field : {"#length", "#school", "#decided-day", "#earlier_term"})
        CHECK_MESSAGE(has(wrong, "href=\"" + std::string(field) + "\""), field);
    CHECK(has(wrong, "value=\"Nowhere\""));
}

TEST_CASE("each worked example is worked out, and opens in the form")
{
    using namespace schools_test;
    const Server server;
    for (const auto& [example, plan] : worked_examples(server.given, server.clock.today())) {
        CAPTURE(std::string(example->id));
        CHECK(plan.errors.empty());
        CHECK(plan.evaluation.duties.size() >= 3);
        auto fields = fields_of(example->form);
        fields.add("step", "plan");
        CHECK(server.post(fields).status == 200);
    }
    const auto shown = server.get("/check/schools/examples");
    CHECK(shown.status == 200);
    CHECK(has(shown, "Five and a half days in one term"));
}

TEST_CASE("a worked example shows what its mistake is about")
{
    using namespace schools_test;
    const Server server;
    const auto rules_of = [&](std::string_view id) {
        std::set<law::RuleId> rules;
        for (const auto& [example, plan] : worked_examples(server.given, server.clock.today()))
            if (example->id == id)
                for (const auto& duty : plan.evaluation.duties) rules.insert(duty.rule);
        return rules;
    };
    const auto exam = rules_of("exam");
    CHECK(exam.contains(law::RuleId::nt_05));
    CHECK(exam.contains(law::RuleId::gb_16));
    CHECK_FALSE(exam.contains(law::RuleId::nt_05t));
    CHECK_FALSE(exam.contains(law::RuleId::gb_14));
    const auto one_day = rules_of("one-day");
    CHECK(one_day.contains(law::RuleId::nt_05t));
    CHECK_FALSE(one_day.contains(law::RuleId::gb_16));
}

TEST_CASE("a duty that hangs on the family's letter says so, and days over a holiday are counted")
{
    using namespace schools_test;
    const Server server;
    const auto shown = server.get("/check/schools/examples");
    CHECK(has(shown, "what the family wrote. They cannot send the pupil back to class. This is "
                     "due if the family writes to them."));
    CHECK(has(shown, "Tuesday 21 July 2026 to Wednesday 2 September 2026, 5 school days"));
    auto plan = fields_of(a_suspension("6"));
    plan.add("step", "plan");
    CHECK(has(server.post(plan), "This is due if the family writes to them."));
}

TEST_CASE("the pages for schools read at grade 9 or lower")
{
    using namespace schools_test;
    const Server server;
    auto fields = fields_of(a_suspension("6"));
    fields.add("step", "pupil");
    auto plan = fields_of(a_suspension("6"));
    plan.add("step", "plan");
    plan.add("pupil", "disabled");
    for (const auto& response :
         {server.get("/check/schools"), server.post(fields), server.post(plan),
          server.get("/check/schools/examples"), server.get("/check/schools/duties")}) {
        REQUIRE(response.status == 200);
        const auto shown = readability::shown_words(response.body, {"onr-src", "govuk-tag"});
        CAPTURE(shown);
        CHECK(readability::grade(shown, terms) <= 9.0);
    }
}
