// The plan: what must be done around the exclusion that was described, by when, told to whom.
#include "check/views_schools.h"

#include "design/components/button.h"
#include "design/components/details.h"
#include "design/components/first_panel.h"
#include "design/components/inset_text.h"
#include "design/components/lead.h"
#include "design/components/source_line.h"
#include "design/components/summary_list.h"
#include "design/components/warning_text.h"
#include "design/page.h"
#include "law/duty_words.h"
#include "law/reasons.h"
#include "law/reasons_findings.h"
#include "law/rule_lists.h"

#include <algorithm>
#include <set>

namespace onroll::check {

namespace views_schools_plan_detail {

using design::Html;

const char* title_of(Stage stage)
{
    switch (stage) {
    case Stage::the_day:
        return "The day you decide";
    case Stage::teaching:
        return "Work and teaching";
    case Stage::governors:
        return "The governors";
    case Stage::afterwards:
        break;
    }
    return "Afterwards";
}

std::string when(const law::Duty& duty, const law::DutyWords& words)
{
    if (duty.date) {
        const char* before = words.timing == law::Timing::by     ? "By "
                             : words.timing == law::Timing::from ? "From "
                                                                 : "";
        return before + with_weekday(*duty.date);
    }
    if (!duty.dates.empty()) return stretch_of(duty.dates);
    return duty.missing == law::Missing::term_dates ? "After the term dates that we hold"
                                                    : "No set day";
}

Html source_of(law::RuleId rule, Date decided)
{
    const auto cited = law::citation_for(rule, decided);
    return design::source_line({{std::string(cited.source), law::rule_url(rule)}});
}

Html mistake_of(law::RuleId rule, std::set<law::RuleId>& told)
{
    const auto& one = law::rule(rule);
    if (one.mistake.empty() || !told.insert(rule).second) return {};
    return design::paragraph(design::element("strong", {}, "Often said, and wrong: ") +
                             std::string(one.mistake));
}

Html duty_view(const law::Duty& duty, Date decided, std::set<law::RuleId>& told)
{
    const auto words = law::words_for(duty);
    const auto force =
        words.permission
            ? Html{}
            : school_force_tag(law::citation_for(duty.rule, decided).force) + Html(" ");
    const auto said = design::element("h2", {{"class", "govuk-heading-s"}}, when(duty, words)) +
                      design::paragraph(force + law::who_acts(duty.actor) + " " + words.does + "." +
                                        hangs_on(duty)) +
                      mistake_of(duty.rule, told) + source_of(duty.rule, decided);
    return design::element("div", {{"class", "onr-duty"}}, said);
}

/// What still has to be thought about, in words that ask.
std::string question_for(std::string_view code)
{
    if (code == "pupil_heard") return "Ask the pupil for their side, and write it down.";
    if (code == "what_lay_behind")
        return "Think about what lay behind it: needs not met, bullying, loss, trouble at home.";
    if (code == "proportionate")
        return "Ask if something less would do. An exclusion must be fair and in proportion.";
    if (code == "adjustments")
        return "Ask which reasonable adjustment would have helped, and if it was made. If the "
               "behaviour came from a disability, this is a duty under the Equality Act.";
    if (code == "plan_review") return "Ask the council for an early review of the EHC plan.";
    if (code == "virtual_school_head") return "Speak with the virtual school head first.";
    return "For a permanent exclusion both tests must be met. It is a last resort.";
}

Html before_view(const SchoolForm& form, const SchoolPlan& plan, Date decided)
{
    Html content;
    if (plan.open.empty())
        content += design::paragraph("You ticked each thing that the guidance asks for here. Keep "
                                     "a note of it: the governors may ask.");
    for (const auto* one : plan.open)
        content += design::element(
            "div", {{"class", "onr-duty"}},
            design::paragraph(school_force_tag(law::citation_for(one->rule, decided).force) +
                              Html(" ") + question_for(one->code)) +
                source_of(one->rule, decided));
    if (form.hard_rule == "yes" && form.adjustment.empty())
        content += render(design::WarningText{
            .content = "You say that the rule is harder to keep for this pupil, and name no "
                       "adjustment. Change the rule for this pupil, or say why that is not "
                       "reasonable, before you decide."});
    if (form.hard_rule == "unknown" && plan.needs)
        content += design::paragraph("Look at the rule that was broken: is it harder to keep for "
                                     "this pupil? The cloth of a uniform, noise and waiting are "
                                     "common causes.");
    return content;
}

/// What the school thought about, for its own file.
Html record_view(const SchoolForm& form)
{
    if (form.rule_met.empty() && form.adjustment.empty()) return {};
    design::SummaryList list;
    if (!form.rule_met.empty())
        list.rows.push_back({.key = {"Rule of the behaviour policy"}, .value = {form.rule_met}});
    if (!form.hard_rule.empty())
        list.rows.push_back({.key = {"Harder to keep for this pupil"},
                             .value = {form.hard_rule == "yes"  ? "Yes"
                                       : form.hard_rule == "no" ? "No"
                                                                : "Not looked at yet"}});
    list.rows.push_back(
        {.key = {"Adjustment made or thought of"},
         .value = {form.adjustment.empty() ? std::string("None named") : form.adjustment}});
    return design::section_heading("record", "What you considered") + render(list) +
           design::paragraph("Print this page for the file. We do not keep it.");
}

Html findings_view(const SchoolPlan& plan)
{
    Html content;
    for (const auto& finding : plan.evaluation.findings) {
        if (finding.severity != law::Severity::unlawful) continue;
        content += render(
            design::WarningText{.content = law::finding_sentence(plan.story->history(), finding)});
    }
    return content;
}

/// The next thing with a day, for the first screen.
Html first_view(const SchoolPlan& plan)
{
    const auto day = duties_of(plan, Stage::the_day);
    std::vector<Html> told;
    for (const auto* duty : day) {
        const auto words = law::words_for(*duty);
        if (duty->type == law::DutyType::notify)
            told.push_back(law::who_acts(duty->actor) + " " + words.does + ".");
    }
    return render(design::FirstPanel{.title = "Tell these people without delay",
                                     .label = "First",
                                     .content = design::bullets(told),
                                     .ring = {}});
}

} // namespace views_schools_plan_detail

design::Html school_plan_view(const SchoolForm& form, const SchoolPlan& plan)
{
    using namespace views_schools_plan_detail;
    const auto& exclusion = plan.story->history().exclusions.front();
    const auto decided = exclusion.decided_on;
    std::set<law::RuleId> told;
    Html stages = render(design::Details{.summary = "Before you decide",
                                         .content = before_view(form, plan, decided),
                                         .open = !plan.open.empty()});
    for (const auto stage : all_stages) {
        Html content;
        for (const auto* duty : duties_of(plan, stage)) content += duty_view(*duty, decided, told);
        if (!content.empty())
            stages += render(design::Details{.summary = title_of(stage), .content = content});
    }
    std::string about = "Decided on " + with_weekday(decided);
    if (plan.story->term_dates_held && !plan.story->school_name.empty())
        about += ", at " + plan.story->school_name + ".";
    else
        about += ". Each weekday was counted as a school day: give the school to use its dates.";
    const auto change = school_posting_form(
        fields_of(form), render(design::Button{.content = "Change something",
                                               .name = "step",
                                               .value = "change",
                                               .classes = "govuk-button--secondary"}));
    return design::page_heading("What must be done", law::kind_in_words(exclusion.kind)) +
           findings_view(plan) + first_view(plan) + design::paragraph(about) + stages +
           record_view(form) +
           design::paragraph(design::link("/check/letter", "Check your letter before you send it") +
                             ". " + design::link("/check/schools/duties", "See each duty") + ".") +
           change;
}

} // namespace onroll::check
