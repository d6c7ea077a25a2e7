#include "check/school_form.h"

#include "law/evaluate.h"
#include "kernel/whole_characters.h"

#include <algorithm>
#include <utility>

namespace onroll::check {

namespace school_form_detail {

using law::RuleId;

constexpr std::array considered{
    Considered{"pupil_heard", RuleId::ht_09},
    Considered{"what_lay_behind", RuleId::ht_09},
    Considered{"proportionate", RuleId::ht_02},
    Considered{"adjustments", RuleId::fnd_26, true},
    Considered{"plan_review", RuleId::edu_10, false, false, true},
    Considered{"virtual_school_head", RuleId::fnd_28, false, true},
    Considered{"last_resort", RuleId::ht_03, false, false, false, true},
};

std::string shortened(std::string_view typed, std::size_t most)
{
    return std::string(whole_characters(typed, most));
}

template <std::size_t count>
Ticks ticks_in(const http::Form& form, std::string_view name,
               const std::array<std::string_view, count>& codes)
{
    Ticks found;
    for (const auto one : form.all(name))
        if (std::find(codes.begin(), codes.end(), one) != codes.end()) found.emplace(one);
    return found;
}

/// Reads the form field by field into answers, and notes what is wrong.
class Reader {
public:
    Reader(const SchoolForm& form, const Services& services, Date today, SchoolPlan& plan)
        : form_(form), services_(services), today_(today), plan_(plan)
    {
    }

    Answers read()
    {
        read_kind();
        read_school();
        read_days();
        read_earlier();
        read_pupil();
        return std::move(answers_);
    }

private:
    void wrong(std::string field, std::string message)
    {
        plan_.errors.push_back({std::move(field), std::move(message)});
    }
    void read_kind()
    {
        if (form_.kind == "permanent") {
            answers_.happened = Happened::permanent;
        } else if (form_.kind == "suspension") {
            answers_.happened = Happened::suspended;
            const auto half_days = typed_half_days(form_.length);
            if (half_days && *half_days > 0)
                answers_.half_days = *half_days;
            else
                wrong("length", "Enter how many school days, like 3 or 5.5");
        } else if (form_.kind == "lunchtime") {
            answers_.happened = Happened::lunchtimes;
            const auto twice = typed_half_days(form_.length);
            if (twice && *twice > 0 && *twice % 2 == 0)
                answers_.lunchtimes = *twice / 2;
            else
                wrong("length", "Enter how many lunchtimes, like 3");
        } else {
            wrong("kind", "Select what is planned");
        }
    }
    void read_school()
    {
        SchoolAnswer school;
        if (const auto urn = Urn::parse(form_.urn)) {
            school.urn = *urn;
        } else if (!form_.school.empty()) {
            plan_.choices = with_this_name(services_.search_schools(form_.school));
            if (plan_.choices.size() == 1)
                school.urn = plan_.choices.front().urn;
            else if (plan_.choices.empty())
                wrong("school", "No school has that name or number. Check how it is spelled, or "
                                "leave it empty");
            else
                wrong("urn", "Select which school it is");
        }
        answers_.school = school;
    }
    /// The one school whose name was typed in full, or else all that were found.
    std::vector<SchoolChoice> with_this_name(std::vector<SchoolChoice> found) const
    {
        std::vector<SchoolChoice> exact;
        for (const auto& one : found)
            if (http::same_word(one.name, form_.school)) exact.push_back(one);
        return exact.size() == 1 ? exact : found;
    }
    void read_days()
    {
        answers_.decided = today_;
        if (!form_.decided.empty()) {
            const auto date = parse_typed_date(form_.decided.day, form_.decided.month,
                                               form_.decided.year, "The day of the decision");
            if (!date)
                wrong("decided-day", date.error().message);
            else
                answers_.decided = *date;
        }
    }
    void read_earlier()
    {
        Earlier earlier;
        const auto read = [&](const std::string& typed, const char* field, int& half_days) {
            if (typed.empty()) return;
            if (const auto days = typed_half_days(typed))
                half_days = *days;
            else
                wrong(field, "Enter how many school days, like 0 or 4.5");
        };
        read(form_.earlier_term, "earlier_term", earlier.term_half_days);
        read(form_.earlier_year, "earlier_year", earlier.year_half_days);
        earlier.year_half_days = std::max(earlier.year_half_days, earlier.term_half_days);
        answers_.earlier_any = earlier.year_half_days > 0;
        answers_.earlier = earlier;
    }
    void read_pupil()
    {
        const auto is = [&](std::string_view code) { return form_.pupil.contains(code); };
        answers_.sen = is("plan") ? Sen::plan : is("support") ? Sen::support : Sen::none;
        answers_.disabled = is("disabled");
        answers_.care = is("looked_after")    ? Care::looked_after
                        : is("social_worker") ? Care::social_worker
                                              : Care::neither;
        answers_.age = is("adult") ? Age::eighteen : is("over_age") ? Age::sixth_form : Age::school;
        answers_.exam = is("exam");
        // The plan shows what follows if the family writes to the governors.
        answers_.wrote_to_board = true;
    }

    const SchoolForm& form_;
    const Services& services_;
    Date today_;
    SchoolPlan& plan_;
    Answers answers_;
};

bool applies(const Considered& one, const SchoolForm& form, bool needs)
{
    return (!one.only_if_needs || needs) &&
           (!one.only_if_care || form.pupil.contains("looked_after")) &&
           (!one.only_if_plan || form.pupil.contains("plan")) &&
           (!one.only_if_permanent || form.kind == "permanent");
}

Stage stage_of(const law::Duty& duty)
{
    using law::DutyType;
    switch (duty.type) {
    case DutyType::notify:
    case DutyType::notify_termly:
    case DutyType::s104_notice_by:
        return Stage::the_day;
    case DutyType::public_place_days:
    case DutyType::set_and_mark_work:
    case DutyType::provide_from:
    case DutyType::provide_from_should:
    case DutyType::exempt:
    case DutyType::meet_free_meal:
    case DutyType::review_placement:
    case DutyType::s19_provision:
        return Stage::teaching;
    case DutyType::consider_before:
    case DutyType::consider_representations_no_reinstatement_power:
    case DutyType::decide_by:
    case DutyType::decide_by_extended:
    case DutyType::no_meeting_required:
    case DutyType::send_papers_by:
    case DutyType::invite_by:
    case DutyType::none:
        return Stage::governors;
    default:
        return Stage::afterwards;
    }
}

} // namespace school_form_detail

std::span<const Considered> all_considered()
{
    return school_form_detail::considered;
}

SchoolForm read_school_form(const http::Form& form)
{
    using namespace school_form_detail;
    const auto text = [&](std::string_view name) { return std::string(form[name]); };
    SchoolForm read{.school = text("school"),
                    .urn = text("urn"),
                    .kind = text("kind"),
                    .length = text("length"),
                    .decided = typed_date(form.fields, "decided"),
                    .earlier_term = text("earlier_term"),
                    .earlier_year = text("earlier_year"),
                    .pupil = ticks_in(form, "pupil", pupil_codes),
                    .rule_met = shortened(form["rule_met"], longest_school_text),
                    .hard_rule = text("hard_rule"),
                    .adjustment = shortened(form["adjustment"], longest_school_text)};
    for (const auto& one : considered)
        for (const auto ticked : form.all("considered"))
            if (ticked == one.code) read.considered.emplace(ticked);
    return read;
}

http::Fields fields_of(const SchoolForm& form)
{
    http::Fields fields;
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) fields.add(name, value);
    };
    add("school", form.school);
    add("urn", form.urn);
    add("kind", form.kind);
    add("length", form.length);
    add("decided-day", form.decided.day);
    add("decided-month", form.decided.month);
    add("decided-year", form.decided.year);
    add("earlier_term", form.earlier_term);
    add("earlier_year", form.earlier_year);
    for (const auto& one : form.pupil) add("pupil", one);
    for (const auto& one : form.considered) add("considered", one);
    add("rule_met", form.rule_met);
    add("hard_rule", form.hard_rule);
    add("adjustment", form.adjustment);
    return fields;
}

SchoolPlan plan_of(const SchoolForm& form, const Services& services, Date today)
{
    using namespace school_form_detail;
    SchoolPlan plan;
    const auto answers = Reader(form, services, today, plan).read();
    if (!plan.errors.empty()) return plan;
    auto story = understand(answers, services, today);
    if (!story) {
        plan.errors.push_back({"decided-day",
                               "The day of the decision must be in the term dates that we hold for "
                               "this school, and on or after 1 September 2012"});
        return plan;
    }
    plan.evaluation = law::evaluate(story->history());
    plan.story = std::move(*story);
    plan.needs = form.pupil.contains("plan") || form.pupil.contains("support") ||
                 form.pupil.contains("disabled");
    for (const auto& one : considered)
        if (applies(one, form, plan.needs))
            (form.considered.contains(one.code) ? plan.done : plan.open).push_back(&one);
    return plan;
}

std::vector<const law::Duty*> duties_of(const SchoolPlan& plan, Stage stage)
{
    std::vector<const law::Duty*> duties;
    for (const auto& duty : plan.evaluation.duties)
        if (school_form_detail::stage_of(duty) == stage) duties.push_back(&duty);
    std::stable_sort(duties.begin(), duties.end(), [](const auto* one, const auto* other) {
        const auto day = [](const law::Duty& duty) {
            return duty.date ? *duty.date : !duty.dates.empty() ? *duty.dates.begin() : Date::max();
        };
        return day(*one) < day(*other);
    });
    return duties;
}

} // namespace onroll::check
