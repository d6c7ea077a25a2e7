#include "casework/event_questions.h"

#include "casework/event_question_groups.h"

#include <algorithm>

namespace onroll::casework {
namespace event_questions_detail {

const std::vector<AnswerOption> because{{"behaviour", "Behaviour"},
                                        {"staffing", "Not enough staff"},
                                        {"illness", "Illness"},
                                        {"other", "Something else"}};

std::vector<QuestionGroup> of_exclusion(EventKind kind)
{
    QuestionGroup first{"first", "What happened", "Change what happened", {school()}};
    auto& ask = first.questions;
    ask.push_back(day(Fact::decided_on, "When did the school tell the family?",
                      "The day the decision was made known. Left empty, the first day is taken"));
    ask.push_back(day(Fact::happened_on, "First day out of school", {}, true));
    if (kind == EventKind::suspension) {
        ask.push_back({Fact::days,
                       Asks::length,
                       "How many school days?",
                       "For example 5, or 2.5 for two and a half",
                       {},
                       false});
        ask.push_back({Fact::first_half,
                       Asks::choice,
                       "Did it start in the morning?",
                       {},
                       {{"am", "Yes, in the morning"}, {"pm", "No, in the afternoon"}},
                       false});
    }
    if (kind == EventKind::lunchtime_suspension)
        ask.push_back({Fact::lunchtimes, Asks::number, "How many lunchtimes?", {}, {}, false});
    ask.push_back({Fact::reasons,
                   Asks::ticks,
                   "Which reasons did the school give?",
                   {},
                   {{"behaviour", "Behaviour"},
                    {"needs_cannot_be_met", "It cannot meet the child’s needs"},
                    {"attainment", "Results or attainment"},
                    {"parent_conduct", "What a parent did"}},
                   false});
    ask.push_back(story());
    ask.push_back(day(Fact::exam_on, "Is a public exam missed? On which day?"));
    ask.push_back(yes_no(Fact::exam_day_not_told,
                         "Is an exam or national test missed on a day that is not known?",
                         "The governors must decide all the same. Put the day above once it is "
                         "known"));
    std::vector<QuestionGroup> groups{std::move(first), about_the_child(), said_group(kind),
                                      letter_group(),   told_group(kind),  teaching_group(),
                                      board_group()};
    if (kind == EventKind::permanent_exclusion) groups.push_back(review_group());
    groups.push_back(back_group());
    groups.push_back(end_group());
    return groups;
}

std::vector<EventQuestion> of_informal(EventKind kind)
{
    std::vector<EventQuestion> ask{school(), day(Fact::happened_on, "Which day?", {}, true)};
    if (kind == EventKind::wrong_code) {
        ask.push_back({Fact::register_code,
                       Asks::line,
                       "Which code did the school use?",
                       "One or two letters, as the register shows it",
                       {},
                       false});
        ask.push_back({Fact::first_half,
                       Asks::choice,
                       "Which half of the day?",
                       {},
                       {{"am", "Morning"}, {"pm", "Afternoon"}},
                       false});
        ask.push_back(yes_no(Fact::at_home, "Was the child in fact at home?"));
        ask.push_back(yes_no(Fact::after_incident, "Was it straight after an incident?"));
        ask.push_back(story());
        return ask;
    }
    if (kind == EventKind::study_leave) {
        ask.push_back(
            {Fact::year_group, Asks::number, "Which year group?", "For example 11", {}, false});
        ask.push_back(day(Fact::exams_from, "First day of the exam season, where it is known"));
        ask.push_back(day(Fact::exams_until, "Last day of the exam season"));
        ask.push_back(story());
        return ask;
    }
    ask.push_back({Fact::at_time, Asks::line, "At what time?", "For example 12:30pm", {}, false});
    ask.push_back({Fact::because, Asks::choice, "Why, as far as is known?", {}, because, false});
    if (kind == EventKind::collected_early || kind == EventKind::kept_away)
        ask.push_back({Fact::asked_by,
                       Asks::choice,
                       "Who asked for it?",
                       {},
                       {{"school", "The school"}, {"parent", "The parent"}},
                       false});
    if (kind == EventKind::left_out) {
        ask.push_back({Fact::left_out_of,
                       Asks::choice,
                       "Left out of what?",
                       {},
                       {{"trip", "A trip"}, {"club", "A club"}, {"part_of_day", "Part of the day"}},
                       false});
        ask.push_back(yes_no(Fact::went_home, "Did the child go home meanwhile?"));
    } else if (kind != EventKind::isolation) {
        ask.push_back(yes_no(Fact::letter, "Is there a letter from the school?"));
        ask.push_back(yes_no(Fact::agreed, "Did the parent agree?",
                             "It makes no difference in law, and the school may say so"));
        ask.push_back(day(Fact::returned_on, "When was the child to come back?"));
        ask.push_back({Fact::register_code,
                       Asks::line,
                       "Which code is in the register?",
                       "Left empty where it is not known",
                       {},
                       false});
        ask.push_back({Fact::first_half,
                       Asks::choice,
                       "Which half of the day has that code?",
                       {},
                       {{"am", "Morning"}, {"pm", "Afternoon"}},
                       false});
        ask.push_back(yes_no(Fact::at_home, "Was the child at home in that half of the day?"));
    }
    ask.push_back(story());
    return ask;
}

std::vector<EventQuestion> of_timetable()
{
    return {school(),
            day(Fact::happened_on, "First day of the timetable", {}, true),
            day(Fact::ends_on, "Last day, where one is set"),
            yes_no(Fact::no_end, "Was it given without an end?"),
            yes_no(Fact::written, "Is there a written plan?"),
            day(Fact::review_planned_on, "When is it to be looked at again?"),
            yes_no(Fact::agreed, "Did the parent agree?"),
            {Fact::because, Asks::choice, "Why, as far as is known?", {}, because, false},
            {Fact::register_code, Asks::line, "Which code marks the hours missed?", {}, {}, false},
            day(Fact::still_running_on, "On which day was it known to go on still?"),
            story()};
}

std::vector<EventQuestion> of_move()
{
    return {school(),
            day(Fact::happened_on, "First day at the other school", {}, true),
            yes_no(Fact::parent_agreed, "Did the parents agree?"),
            yes_no(Fact::threatened, "Were they told that it would be a permanent exclusion else?"),
            yes_no(Fact::trial, "Is it called a trial?"),
            yes_no(Fact::both_schools_agreed, "Did both schools agree?"),
            yes_no(Fact::ehc_plan, "Is there an education, health and care plan?"),
            story()};
}

std::vector<EventQuestion> of_separation()
{
    return {school(),
            day(Fact::happened_on, "First day out of school", {}, true),
            day(Fact::ends_on, "Last day, where one is set"),
            yes_no(Fact::no_end, "Was it given without an end?"),
            yes_no(Fact::as_discipline, "Was it in fact used as a punishment?"),
            yes_no(Fact::led_by_safeguarding, "Did the safeguarding lead decide it?"),
            yes_no(Fact::council_asked, "Was the council asked to see to teaching?"),
            story()};
}

std::vector<EventQuestion> of_off_site()
{
    return {school(),
            day(Fact::happened_on, "First day at the other site", {}, true),
            day(Fact::ends_on, "Last day, where one is set"),
            yes_no(Fact::no_end, "Was it given without an end?"),
            yes_no(Fact::letter, "Is there a written notice?"),
            day(Fact::notice_on, "When was the notice given?"),
            yes_no(Fact::ehc_plan, "Is there an education, health and care plan?"),
            story()};
}

std::vector<EventQuestion> of_home_education()
{
    return {school(),
            day(Fact::happened_on, "When was it first said?", {}, true),
            {Fact::suggested_by,
             Asks::choice,
             "Who suggested it first?",
             {},
             {{"school", "The school"},
              {"council", "The council"},
              {"parent", "The parent"},
              {"somebody", "Somebody else"}},
             false},
            yes_no(Fact::pressed, "Did the family feel pressed to do it?"),
            yes_no(Fact::threatened, "Was a permanent exclusion named as the other way?"),
            {Fact::reason_given, Asks::line, "What reason was given?", {}, {}, false},
            yes_no(Fact::written, "Has the parent written to the school that they will do it?"),
            yes_no(Fact::met_first, "Did school, council and family meet first?"),
            yes_no(Fact::social_worker, "Is there a child protection plan or enquiry?"),
            day(Fact::reversed_on, "When was it taken back?",
                "The day the child was back on a school’s roll, or the notice was withdrawn"),
            story()};
}

std::vector<EventQuestion> of_off_roll()
{
    return {school(),
            day(Fact::happened_on, "When was the name taken off?", {}, true),
            {Fact::ground,
             Asks::choice,
             "What does the school say?",
             {},
             {{"none", "No reason"},
              {"attendance", "Attendance"},
              {"home_education", "Home education"},
              {"moved", "The family moved"},
              {"other", "Something else"}},
             false},
            story()};
}

std::vector<QuestionGroup> made(EventKind kind)
{
    if (is_exclusion(kind)) return of_exclusion(kind);
    const auto questions = [&] {
        switch (kind) {
        case EventKind::part_time_timetable:
            return of_timetable();
        case EventKind::managed_move:
            return of_move();
        case EventKind::safeguarding_separation:
            return of_separation();
        case EventKind::off_site_direction:
            return of_off_site();
        case EventKind::home_education:
            return of_home_education();
        case EventKind::off_roll:
            return of_off_roll();
        case EventKind::suspension:
        case EventKind::lunchtime_suspension:
        case EventKind::permanent_exclusion:
        case EventKind::sent_home:
        case EventKind::sent_home_lunch:
        case EventKind::cool_off:
        case EventKind::collected_early:
        case EventKind::kept_away:
        case EventKind::left_out:
        case EventKind::isolation:
        case EventKind::study_leave:
        case EventKind::wrong_code:
            break;
        }
        return of_informal(kind);
    }();
    return {{"first", "What happened", "Change what happened", questions}, back_group()};
}

/// Why dates change when a group is told.
std::string_view told_by(std::string_view key)
{
    if (key == "first") return "what happened was corrected";
    if (key == "child") return "facts about the child were told";
    if (key == "said") return "what the school said was told";
    if (key == "told") return "who was told was recorded";
    if (key == "letter") return "what the letter says was told";
    if (key == "teaching") return "whether teaching came was told";
    if (key == "board") return "a step of the governors was recorded";
    if (key == "review") return "a step of the review was recorded";
    if (key == "end") return "how it ended was recorded";
    if (key == "back") return "the meeting about going back was recorded";
    return "it was recorded in error";
}

std::string option_in_words(const EventQuestion& question, std::string_view key)
{
    for (const auto& option : question.options)
        if (option.key == key) return std::string(option.words);
    return std::string(key);
}

std::string ticks_in_words(const EventQuestion& question, std::string_view ticks)
{
    std::string words;
    for (std::size_t from = 0; from < ticks.size();) {
        const auto to = std::min(ticks.find(' ', from), ticks.size());
        if (!words.empty()) words += "; ";
        words += option_in_words(question, ticks.substr(from, to - from));
        from = to + 1;
    }
    return words;
}

} // namespace event_questions_detail
using namespace event_questions_detail;

const std::vector<QuestionGroup>& groups_of(EventKind kind)
{
    static const auto all = [] {
        std::vector<std::vector<QuestionGroup>> groups;
        for (const auto each : all_event_kinds()) {
            groups.push_back(made(each));
            groups.back().push_back(error_group());
            for (auto& group : groups.back()) group.told = told_by(group.key);
        }
        return groups;
    }();
    return all[static_cast<std::size_t>(kind)];
}

const QuestionGroup* group_named(EventKind kind, std::string_view key)
{
    for (const auto& group : groups_of(kind))
        if (group.key == key) return &group;
    return nullptr;
}

const EventQuestion* question_about(EventKind kind, Fact fact)
{
    for (const auto& group : groups_of(kind))
        for (const auto& question : group.questions)
            if (question.fact == fact) return &question;
    return nullptr;
}

std::string value_in_words(const EventQuestion& question, std::string_view value)
{
    switch (question.asks) {
    case Asks::day:
        if (const auto day = parse_date(value)) return with_weekday(*day);
        return std::string(value);
    case Asks::yes_no:
        return value == "yes" ? "Yes" : "No";
    case Asks::choice:
        return option_in_words(question, value);
    case Asks::ticks:
        return ticks_in_words(question, value);
    case Asks::length:
        return std::string(value) + (value == "1" ? " day" : " days");
    case Asks::number:
    case Asks::line:
    case Asks::story:
    case Asks::school:
        break;
    }
    return std::string(value);
}

} // namespace onroll::casework
