#include "check/story.h"

#include "check/story_telling.h"

#include "law/evaluate.h"
#include "law/rules_reckoning.h"

#include <algorithm>

namespace onroll::check {

using namespace law;

namespace story_detail {

Error trouble(const Asked& asked, std::string message)
{
    return bad_input(std::move(message), name(asked));
}

bool told_by_dates(const Answers& answers)
{
    return answers.earlier_any.is(true) && answers.earlier_by.is(EarlierBy::dates);
}

/// One time before at the least can be counted.
bool known_by_dates(const Answers& answers)
{
    return told_by_dates(answers) &&
           std::any_of(answers.earlier_times.begin(), answers.earlier_times.end(),
                       [](const EarlierTime& time) { return time.counts(); });
}

bool a_time_is_left_out(const Answers& answers)
{
    return told_by_dates(answers) &&
           std::any_of(answers.earlier_times.begin(), answers.earlier_times.end(),
                       [](const EarlierTime& time) { return !time.counts(); });
}

/// Whether there was a time before that nobody told of is not known.
bool more_times_not_known(const Answers& answers)
{
    return told_by_dates(answers) && !answers.earlier_times.empty() &&
           answers.earlier_times.back().more.is_not_known();
}

void tell_of_the_pupil(Telling& tell)
{
    const auto& answers = tell.answers;
    auto& pupil = tell.history().pupil;
    pupil.looked_after = answers.care.is(Care::looked_after);
    pupil.social_worker = answers.care.is(Care::social_worker) || pupil.looked_after;
    pupil.disabled = answers.disabled.is(true);
    pupil.age_18_or_over = answers.age.is(Age::eighteen);
    pupil.compulsory_school_age = !answers.age.known() || answers.age.is(Age::school);
    if (answers.sen.is(Sen::plan)) pupil.circumstances.ehc_plan = true;
    if (answers.sen.known() && !answers.sen.is(Sen::plan)) pupil.circumstances.ehc_plan = false;
    if (answers.age.is_not_known()) tell.assume("assumed.age");
}

void tell_of_the_letter(const Answers& answers, Exclusion& one)
{
    if (answers.letter.is(false)) {
        one.circumstances.letter.emplace().items.set(LetterItem::in_writing, false);
        return;
    }
    if (!answers.letter.is(true) || !answers.letter_says.known()) return;
    auto& letter = one.circumstances.letter.emplace();
    const auto& says = *answers.letter_says.value();
    const auto item = [&](const char* code, std::initializer_list<LetterItem> items) {
        for (const auto which : items) letter.items.set(which, says.contains(code));
    };
    item("period", {LetterItem::period});
    item("reasons", {LetterItem::reasons});
    item("right_to_write", {LetterItem::right_to_make_representations});
    item("how_to_write",
         {LetterItem::how_to_make_representations, LetterItem::where_to_send_representations});
    item("work", {LetterItem::work_set_and_marked});
    item("public_places", {LetterItem::public_place_days});
    item("day_six", {LetterItem::day_six_provision});
    item("meeting", {LetterItem::right_to_attend});
}

void tell_what_the_school_said(const Answers& answers, Exclusion& one)
{
    auto& circumstances = one.circumstances;
    const Ticks none;
    const auto& reason = answers.reason.known() ? *answers.reason.value() : none;
    if (reason.contains("behaviour")) circumstances.reasons.add(StatedReason::behaviour);
    if (reason.contains("needs")) circumstances.reasons.add(StatedReason::needs_cannot_be_met);
    if (reason.contains("attainment")) circumstances.reasons.add(StatedReason::attainment);
    if (reason.contains("parent")) circumstances.reasons.add(StatedReason::parent_conduct);
    const auto& ticks = answers.said.known() ? *answers.said.value() : none;
    const auto told = [&](std::string_view code) {
        return ticks.contains(code) && can_be_said(code, answers.happened);
    };
    if (told("not_head")) one.decided_by = DecidedBy::other;
    if (told("return_condition"))
        circumstances.return_condition = ReturnCondition::meeting_with_parent;
    if (told("no_end_date") && one.kind == Kind::suspension) circumstances.no_end_date = true;
    if (told("turned_permanent"))
        circumstances.changed_without_new_decision = ChangeMade::turned_permanent;
    if (told("lengthened") && one.kind == Kind::suspension)
        circumstances.changed_without_new_decision = ChangeMade::lengthened;
    if (told("told_45")) circumstances.wrongly_told.add(WrongStatement::days_45_make_it_permanent);
    if (told("no_adjustment")) {
        circumstances.behaviour_arose_from_disability = true;
        circumstances.reasonable_adjustments_recorded = false;
    }
    if (answers.side_asked.known())
        circumstances.before_deciding.set(Before::pupils_account_taken,
                                          answers.side_asked.is(true));
}

void tell_of_teaching(const Answers& answers, Exclusion& one)
{
    if (answers.work.known()) one.circumstances.work_set_and_marked = answers.work.is(true);
    if (answers.day_six.known())
        one.circumstances.day_six.emplace().provided = answers.day_six.is(true);
}

void tell_what_followed(Telling& tell, std::size_t exclusion)
{
    const auto& answers = tell.answers;
    auto& history = tell.history();
    const auto decided = history.exclusions[exclusion].decided_on;
    if (answers.wrote_to_board.is(true))
        history.events.push_back(
            {EventType::representations, exclusion, decided, Method::delivered, Outcome::none});
    if (answers.board_decided() && answers.board_letter.is_not_known())
        tell.assume("assumed.board_on");
    if (answers.board_letter.known() && answers.board_by.is_not_known())
        tell.assume("assumed.board_by");
    if (!answers.board_letter.known() || !answers.board_decided()) return;
    history.events.push_back(
        {EventType::board_decision_notice, exclusion, *answers.board_letter.value(),
         answers.board_letter_by_post ? Method::first_class_post : Method::delivered,
         answers.board.is(Board::stays) ? Outcome::not_reinstate : Outcome::reinstate});
}

/// The days: the decision and the first day stand in for each other where one is not known.
void settle_days(Telling& tell, Exclusion& one)
{
    const auto& answers = tell.answers;
    const bool first_known = answers.started.known();
    one.first_day = tell.day_of_it();
    one.decided_on = answers.decided.known() ? *answers.decided.value() : one.first_day;
    if (!answers.decided.known()) tell.assume("assumed.decided", one.decided_on);
    if (!first_known && answers.decided.known()) {
        if (const auto next = tell.calendar().after(one.decided_on, SchoolDays{1}))
            one.first_day = *next;
        tell.assume("assumed.first_day", one.first_day);
    }
    one.board_notified_on = one.decided_on;
    tell.assume("assumed.board_told", one.decided_on);
    one.first_session = answers.started_half.value_or(Session::am);
    if (answers.started_half.is_not_known()) tell.assume("assumed.half");
}

Kind kind_of(const Answers& answers)
{
    if (answers.happened.is(Happened::permanent)) return Kind::permanent;
    if (answers.happened.is(Happened::lunchtimes)) return Kind::lunchtime;
    return Kind::suspension;
}

void add_way(std::vector<Way>& ways, const char* key, const History& history, Kind kind,
             int half_days)
{
    ways.push_back({key, history});
    auto& one = ways.back().history.exclusions.front();
    one.kind = kind;
    one.sessions = half_days;
    one.length_not_told = false;
}

/// Where kind or length is not known: each way it may be.
void tell_every_way(Telling& tell)
{
    const auto& answers = tell.answers;
    const bool kind_unknown = answers.happened.is_not_known();
    const bool length_unknown =
        kind_unknown || (answers.happened.is(Happened::suspended) && !answers.half_days.known());
    if (!length_unknown) return;
    const auto& history = tell.history();
    auto& ways = tell.story.all_ways;
    add_way(ways, "if.short", history, Kind::suspension, 2);
    add_way(ways, "if.middle", history, Kind::suspension, 12);
    add_way(ways, "if.long", history, Kind::suspension, 32);
    if (kind_unknown) add_way(ways, "if.permanent", history, Kind::permanent, 0);
    tell.assume(kind_unknown ? "assumed.kind" : "assumed.length");
}

template <class Change>
void add_if(Telling& tell, bool unknown, const char* key, Change change)
{
    if (!unknown) return;
    tell.story.more_ways.push_back({key, tell.history()});
    change(tell.story.more_ways.back().history);
}

/// What would be added if something that the family does not know were so.
void tell_what_would_be_added(Telling& tell)
{
    const auto& answers = tell.answers;
    add_if(tell, answers.disabled.is_not_known(), "if.disabled",
           [](History& history) { history.pupil.disabled = true; });
    add_if(tell, answers.care.is_not_known(), "if.looked_after", [](History& history) {
        history.pupil.looked_after = history.pupil.social_worker = true;
    });
    if (tell.history().exclusions.empty()) return;
    add_if(tell, answers.exam.is_not_known(), "if.exam",
           [](History& history) { history.exclusions.front().exam_day_not_told = true; });
    const auto first = tell.history().exclusions.front().first_day;
    const bool earlier_unknown = known_by_dates(answers)
                                     ? a_time_is_left_out(answers) || more_times_not_known(answers)
                                     : answers.earlier.is_not_known();
    add_if(tell, earlier_unknown, "if.earlier_5", [&](History& history) {
        history.earlier_days = EarlierDays{first, 11, 11};
    });
    add_if(tell, earlier_unknown, "if.earlier_15", [&](History& history) {
        history.earlier_days = EarlierDays{first, 31, 31};
    });
}

/// An earlier suspension, one that counts, as the law reads it. Days at another school count the
/// same.
Exclusion earlier_suspension(const EarlierTime& time, std::size_t number)
{
    Exclusion one;
    one.id = "earlier " + std::to_string(number);
    one.decided_on = one.board_notified_on = one.first_day = *time.first_day.value();
    one.sessions = *time.half_days.value();
    return one;
}

Result<void> check_earlier_times(const Answers& answers, const SchoolCalendar& calendar, Date first)
{
    const auto& times = answers.earlier_times;
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (!times[i].first_day.known()) continue;
        const Asked asked{Question::earlier_day, i + 1};
        const auto day = *times[i].first_day.value();
        if (day >= first) return trouble(asked, "error.earlier_after");
        if (!calendar.counted_from(day, SchoolDays{1}))
            return trouble(asked, "error.earlier_outside_terms");
    }
    return {};
}

void tell_of_earlier_days(Telling& tell)
{
    const auto& earlier = tell.answers.earlier;
    if (known_by_dates(tell.answers)) {
        auto& all = tell.history().exclusions;
        for (const auto& time : tell.answers.earlier_times)
            if (time.counts()) all.push_back(earlier_suspension(time, all.size()));
        if (a_time_is_left_out(tell.answers)) tell.assume("assumed.earlier_time");
        if (more_times_not_known(tell.answers)) tell.assume("assumed.earlier_more");
        return;
    }
    if (earlier.is_not_known()) tell.assume("assumed.earlier");
    if (!earlier.known() || tell.history().exclusions.empty()) return;
    if (earlier.value()->year_half_days == 0) return;
    tell.history().earlier_days =
        EarlierDays{tell.history().exclusions.front().first_day, earlier.value()->term_half_days,
                    earlier.value()->year_half_days};
}

/// The child may be out for longer than was first said.
bool may_last_longer(const Answers& answers)
{
    return answers.said.known() && (answers.said.value()->contains("lengthened") ||
                                    answers.said.value()->contains("no_end_date"));
}

/// The exam that is missed, on a day that the child is out.
Result<void> tell_of_the_exam(Telling& tell, Exclusion& one)
{
    if (!tell.answers.exam.is(true)) return {};
    if (!tell.answers.exam_on.known()) {
        one.exam_day_not_told = true;
        return {};
    }
    const auto day = *tell.answers.exam_on.value();
    const auto last = one.length_not_told || may_last_longer(tell.answers)
                          ? std::nullopt
                          : HalfDays::of(one, tell.calendar()).last_day();
    if (day < one.first_day || (last && day > *last))
        return trouble(Question::exam_on, "error.exam_outside");
    one.exam_dates.push_back(day);
    return {};
}

Result<void> tell_of_the_exclusion(Telling& tell)
{
    const auto& answers = tell.answers;
    Exclusion one;
    one.id = "exclusion";
    one.kind = kind_of(answers);
    settle_days(tell, one);
    if (!law_version_of(one.decided_on))
        return trouble(answers.decided.known() ? Question::decided : Question::started,
                       "error.before_2012");
    if (one.decided_on > one.first_day)
        return trouble(Question::started, "error.first_before_decision");
    if (!tell.calendar().counted_from(one.first_day, SchoolDays{1}))
        return trouble(Question::started, "error.outside_terms");
    if (told_by_dates(answers))
        if (const auto usable = check_earlier_times(answers, tell.calendar(), one.first_day);
            !usable)
            return usable.error();
    if (answers.board_letter.known() && *answers.board_letter.value() < one.decided_on)
        return trouble(Question::board_on, "error.board_before_decision");
    one.sessions = one.kind == Kind::suspension ? answers.half_days.value_or(0) : 0;
    one.length_not_told = one.kind == Kind::suspension && one.sessions == 0;
    one.lunchtimes = one.kind == Kind::lunchtime ? answers.lunchtimes.value_or(1) : 0;
    if (one.kind == Kind::lunchtime && !answers.lunchtimes.known())
        tell.assume("assumed.lunchtimes");
    if (const auto told = tell_of_the_exam(tell, one); !told) return told.error();
    if (answers.exam.is_not_known()) tell.assume("assumed.exam");
    if (answers.exam.is(true) && answers.exam_on.is_not_known()) tell.assume("assumed.exam_on");
    tell_of_the_letter(answers, one);
    tell_what_the_school_said(answers, one);
    tell_of_teaching(answers, one);
    tell.history().exclusions.push_back(std::move(one));
    tell_of_earlier_days(tell);
    tell_what_followed(tell, 0);
    return {};
}

/// What hangs on each thing that the family does not know, where no other way is worked out for it.
void tell_what_is_not_known(Telling& tell)
{
    const auto& answers = tell.answers;
    for (const auto& [not_known, key] :
         {std::pair{answers.letter.is_not_known(), "assumed.letter"},
          {answers.letter_says.is_not_known(), "assumed.letter_says"},
          {answers.reason.is_not_known(), "assumed.reason"},
          {answers.said.is_not_known() && answers.an_exclusion(), "assumed.said"},
          {answers.said.is_not_known() && !answers.an_exclusion(), "assumed.said_of_move"},
          {answers.pressed.is_not_known(), "assumed.pressed"},
          {answers.agreed.is_not_known(), "assumed.agreed"},
          {answers.times.is_not_known(), "assumed.times"},
          {answers.sen.is_not_known(), "assumed.sen"},
          {answers.side_asked.is_not_known(), "assumed.side"},
          {answers.work.is_not_known(), "assumed.work"},
          {answers.day_six.is_not_known(), "assumed.day_six"},
          {answers.wrote_to_board.is_not_known(), "assumed.wrote"},
          {answers.board.is_not_known(), "assumed.board"}})
        if (not_known) tell.assume(key);
}

Result<void> tell_what_happened(Telling& tell)
{
    const auto& answers = tell.answers;
    if (answers.an_exclusion()) return tell_of_the_exclusion(tell);
    tell_of_a_movement(tell);
    if (!law_version_of(tell.day_of_it())) return trouble(Question::started, "error.before_2012");
    return {};
}

} // namespace story_detail

law::Evaluation evaluate_main(const law::History& history)
{
    auto evaluation = evaluate(history);
    const auto another = [](const auto& one) {
        return one.subject == Duty::Subject::exclusion && one.exclusion != 0;
    };
    std::erase_if(evaluation.duties, another);
    std::erase_if(evaluation.findings, another);
    return evaluation;
}

Answers with_totals(Answers answers, const Services& services, Date today)
{
    using namespace story_detail;
    if (!known_by_dates(answers) || !answers.school.known()) return answers;
    const auto first = answers.started.value_or(answers.decided.value_or(today));
    const auto found = find_school(*answers.school.value(), services, first);
    if (!found) return answers;
    const auto& calendar = found->school.calendar;
    const auto term = legal_term(calendar, first);
    const auto year = school_year(first);
    Earlier total;
    for (const auto& time : answers.earlier_times) {
        if (!time.counts()) continue;
        const auto days = HalfDays::of(earlier_suspension(time, 1), calendar);
        if (term) total.term_half_days += days.within(term->from, term->to);
        total.year_half_days += days.within(year.from, year.to);
        total.other_school = total.other_school || time.at.is(EarlierAt::other);
    }
    answers.earlier = total;
    return answers;
}

Result<Story> understand(const Answers& answers, const Services& services, Date today)
{
    using namespace story_detail;
    if (!answers.happened.asked()) return trouble(Question::what, "error.what");
    if (!answers.school.known()) return trouble(Question::school, "error.school");
    Story story;
    const auto around = answers.started.value_or(answers.decided.value_or(today));
    auto found = find_school(*answers.school.value(), services, around);
    if (!found)
        return trouble(Question::school, found.error().where == "outside_the_rules"
                                             ? "error.school_outside"
                                             : "error.school_none");
    story.school_name = found->name;
    story.term_dates_held = found->held;
    story.owned.schools.push_back(std::make_unique<School>(std::move(found->school)));
    story.owned.history.id = "check";
    story.owned.history.schools.push_back(story.owned.schools.back().get());
    Telling tell{answers, today, story};
    if (!story.term_dates_held) tell.assume("assumed.weekdays");
    tell_of_the_pupil(tell);
    if (const auto told = tell_what_happened(tell); !told) return told.error();
    if (found->type_taken) tell.assume("assumed.school_type");
    tell_what_is_not_known(tell);
    tell_every_way(tell);
    tell_what_would_be_added(tell);
    return story;
}

} // namespace onroll::check
