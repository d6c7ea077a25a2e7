#include "casework/demo_stories.h"

#include "casework/store_actions.h"
#include "casework/store_accounts.h"
#include "casework/store_allocation.h"
#include "casework/store_case_states.h"
#include "casework/store_cases.h"
#include "casework/store_close.h"
#include "casework/store_events.h"
#include "casework/store_feedback.h"
#include "casework/store_levels.h"
#include "casework/store_needs.h"
#include "casework/store_notes.h"
#include "casework/store_profile.h"
#include "casework/store_status.h"
#include "casework/store_tasks.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <utility>

namespace onroll::casework::demo {

std::uint64_t Numbers::next()
{
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31U);
}

bool in_usual_holidays(Date day)
{
    const std::chrono::year_month_day parts{day};
    const auto month = static_cast<unsigned>(parts.month());
    const auto of_month = static_cast<unsigned>(parts.day());
    return month == 8 || (month == 7 && of_month > 21) || (month == 9 && of_month < 4) ||
           (month == 12 && of_month > 19) || (month == 1 && of_month < 5) ||
           (month == 4 && of_month < 14) || (month == 10 && of_month > 25) ||
           (month == 2 && of_month > 14 && of_month < 21) || (month == 5 && of_month > 25);
}

Date day_of_term(Date day)
{
    while (std::chrono::weekday{day}.iso_encoding() > 5 || in_usual_holidays(day)) day += Days{1};
    return day;
}

Date day_of_term_before(Date day)
{
    while (std::chrono::weekday{day}.iso_encoding() > 5 || in_usual_holidays(day)) day -= Days{1};
    return day;
}

std::optional<Date> CaseFiller::day(int after) const
{
    auto on = begun_ + Days{after};
    while (std::chrono::weekday{on}.iso_encoding() > 5) on += Days{1};
    if (on > today_) return std::nullopt;
    return on;
}

Instant CaseFiller::at(Date day) const
{
    // Half past two in winter; inside office hours all year.
    return Instant{day} + std::chrono::hours{14} + std::chrono::minutes{30};
}

void CaseFiller::work(int after, ActionKind kind, Stage stage, int minutes, std::string_view what)
{
    const auto on = day(after);
    if (!on || closed_) return;
    // Some time is never written down.
    if (numbers_.one_in(9)) return;
    record_action(transaction_, whose_.agency, id_,
                  {.kind = kind,
                   .stage = stage,
                   .took = std::chrono::minutes{minutes},
                   .on = *on,
                   .what = std::string(what),
                   .worker = worker_},
                  worker_, at(*on));
    last_ = std::max(last_, after);
}

void CaseFiller::note(int after, std::string_view words)
{
    const auto on = day(after);
    if (!on || closed_) return;
    write_note(transaction_, whose_.agency, id_, {*on, std::string(words)}, worker_, at(*on));
    last_ = std::max(last_, after);
}

void CaseFiller::level(int after, Level to, std::string_view reason)
{
    const auto on = day(after);
    if (!on || closed_) return;
    const auto moves = levels_of_case(transaction_, whose_.agency, id_);
    const auto moved = move_level(
        transaction_, whose_.agency, id_, static_cast<std::int64_t>(moves.size()),
        {.work = 1, .level = to, .moved_on = *on, .reason = std::string(reason)}, worker_);
    ensure(moved.has_value(), "the invented case moves between levels");
}

void CaseFiller::task(int after, int due, std::string_view title, bool done,
                      std::string_view waiting_for)
{
    const auto on = day(after);
    if (!on || closed_) return;
    const auto due_on = day_of_term(begun_ + Days{due});
    const auto id = add_task(transaction_, whose_.agency,
                             {.case_id = id_,
                              .title = std::string(title),
                              .due_on = due_on,
                              .waiting_for = std::string(waiting_for)},
                             worker_, at(*on));
    if (!done || due_on > today_) return;
    const auto settled = change_task(transaction_, whose_.agency, id, 1, {.state = TaskState::done},
                                     worker_, at(due_on));
    ensure(settled.has_value(), "the invented task is settled");
}

Facts CaseFiller::at_school() const
{
    Facts facts;
    facts.set(Fact::school, school_->urn.text());
    facts.set(Fact::school_name, school_->name);
    return facts;
}

std::optional<EventId> CaseFiller::event(int after, EventKind kind, Facts facts)
{
    const auto on = day(std::max(after, 0));
    if (!on || closed_) return std::nullopt;
    has_events_ = true;
    last_ = std::max(last_, after);
    return record_event(transaction_, whose_.agency, id_, kind, facts, worker_, at(*on));
}

void CaseFiller::more(const std::optional<EventId>& event, int after, const Facts& facts)
{
    const auto on = day(after);
    if (!event || !on || closed_) return;
    const auto found = find_event(transaction_, whose_.agency, *event);
    ensure(found.has_value(), "the invented event was recorded");
    auto all = found->facts;
    for (const auto& [fact, value] : facts.all()) all.set(fact, value);
    const auto told =
        tell_more(transaction_, whose_.agency, *event, found->version, all, worker_, at(*on));
    ensure(told.has_value(), "more is told of the invented event");
    last_ = std::max(last_, after);
}

void CaseFiller::account(int after, std::string_view happened, std::string_view wanted)
{
    const auto on = day(after);
    if (!on || closed_ || numbers_.one_in(3)) return;
    const bool by_child = numbers_.one_in(2);
    add_account(transaction_, whose_.agency, id_,
                {.written_by = by_child ? WrittenBy::child : WrittenBy::adviser,
                 .taken_down_by = by_child ? std::optional<access::UserId>{} : worker_,
                 .happened = std::string(happened),
                 .wanted = std::string(wanted)},
                at(*on));
}

void CaseFiller::recount_now(int after)
{
    const auto on = day(after);
    if (!has_events_ || !on) return;
    const auto found = find_case(transaction_, whose_.agency, id_);
    ensure(found.has_value(), "the invented case was opened");
    recount(transaction_, whose_.agency, *found, whose_.reckoner, worker_, at(*on),
            "what happened was told");
}

void CaseFiller::close(int after, Outcome outcome, std::string_view summary)
{
    const auto on = day(after);
    if (!on || closed_ || begun_ + whose_.cases_stay_open > today_) return;
    recount_now(after);
    const auto found = find_case(transaction_, whose_.agency, id_);
    ensure(found.has_value(), "the invented case was opened");
    const auto impact = [this]() {
        if (numbers_.one_in(4)) return Impact::not_known;
        return all_impacts()[numbers_.below(all_impacts().size())];
    };
    const auto closed = close_case(transaction_, whose_.agency, id_, found->version,
                                   {.outcomes = {outcome},
                                    .summary = std::string(summary),
                                    .family = impact(),
                                    .school = impact(),
                                    .authority = impact()},
                                   worker_, at(*on));
    ensure(closed.has_value(), "the invented case is closed");
    closed_ = true;
    ask_how_it_was(*on);
}

void CaseFiller::ask_how_it_was(Date on)
{
    if (beside_.one_in(3)) return;
    const auto link = make_feedback_link(transaction_, whose_.agency, id_, worker_, on);
    const auto answered = on + Days{static_cast<int>(1 + beside_.below(20))};
    if (answered > today_ || beside_.one_in(3)) return;
    static constexpr std::array<std::string_view, 4> words{"", "", "Somebody listened to us",
                                                           "I wish we had known of you before"};
    static constexpr std::array often{Helped::very_much, Helped::a_lot, Helped::a_lot,
                                      Helped::somewhat, Helped::a_little};
    const auto given =
        give_feedback(transaction_, whose_.agency, link, often.at(beside_.below(often.size())),
                      words.at(beside_.below(words.size())), answered);
    ensure(given.has_value(), "the invented question is answered once");
}

void CaseFiller::add_beside(Story story)
{
    const auto on = day(4);
    if (!on || closed_ || story == Story::question) return;
    if (beside_.one_in(2))
        add_professional(
            transaction_, whose_.agency, id_,
            beside_.one_of(std::array<std::string_view, 3>{"Ms Adair", "Mr Quist", "Mrs Oduya"}),
            "SENCO", school_->name);
    if (!beside_.one_in(3)) return;
    say_status(transaction_, whose_.agency, id_,
               {"We wrote to the school and wait for its answer.", std::nullopt}, worker_, at(*on));
    add_journey_part(transaction_, whose_.agency, id_,
                     {.kind = JourneyKind::moment,
                      .from = begun_ - Days{30},
                      .words = "The first time that school rang us at work",
                      .feeling = static_cast<int>(1 + beside_.below(3))},
                     worker_, at(*on));
}

void CaseFiller::begin_work(Story story)
{
    const auto scope = people::scope_of(whose_.agency, whose_.manager, at(begun_));
    const bool is_small = story == Story::question || story == Story::sent_home;
    const auto found = find_case(transaction_, whose_.agency, id_);
    ensure(found.has_value(), "the invented case was opened");
    const bool is_new = begun_ + Days{14} > today_;
    if (!is_small && is_new && numbers_.one_in(2)) {
        const bool is_urgent = story == Story::permanent_exclusion;
        const auto waits =
            change_state(transaction_, whose_.agency, id_, found->version,
                         {.state = CaseState::waiting,
                          .reason = is_urgent ? "The governors meet soon" : "Nobody is free yet",
                          .priority = is_urgent ? Priority::urgent : Priority::ordinary},
                         worker_, begun_);
        ensure(waits.has_value(), "the invented case waits");
        if (!is_urgent) return;
    }
    const auto given =
        allocate(transaction_, scope, {id_},
                 {.caseworker = worker_, .reason = "Took the first call", .starts = Starts::yes});
    ensure(given.has_value(), "the invented case is given to an adviser");
}

void CaseFiller::add_needs()
{
    const auto on = day(2);
    if (!on || closed_ || !numbers_.one_in(2)) return;
    static constexpr std::array kinds{NeedKind::autism, NeedKind::adhd,
                                      NeedKind::speech_and_language, NeedKind::hearing,
                                      NeedKind::mental_health};
    const auto need =
        add_need(transaction_, whose_.agency, id_, kinds[numbers_.below(5)], {},
                 {NeedStep::noticed, *on - Days{200}, "Parent", ""}, worker_, at(*on));
    const auto asked = add_need_step(
        transaction_, whose_.agency, id_, need,
        {numbers_.one_in(2) ? NeedStep::waiting : NeedStep::asked, *on - Days{90}, "GP", ""},
        worker_, at(*on));
    ensure(asked.has_value(), "the invented need has a second step");
    if (const auto later = day(40); later && beside_.one_in(2)) {
        const bool is_met = beside_.one_in(2);
        const auto ended = add_need_step(transaction_, whose_.agency, id_, need,
                                         {is_met ? NeedStep::met : NeedStep::refused, *later,
                                          "Community team", is_met ? "" : "Not severe enough"},
                                         worker_, at(*later));
        ensure(ended.has_value(), "the invented need has a third step");
    }
    NewProfile profile;
    profile.strengths = "Funny, good with younger children, knows a great deal about boats";
    profile.child_aims = "To be back with friends";
    profile.trusted_adult = numbers_.one_in(3) ? "" : "Ms Osei";
    profile.trusted_role = profile.trusted_adult.empty() ? "" : "Librarian";
    profile.trusted_chosen_by =
        profile.trusted_adult.empty() ? ChosenBy::not_known : ChosenBy::child;
    if (numbers_.one_in(3)) profile.needs.push_back(WiderNeed::housing);
    const auto saved = save_profile(transaction_, whose_.agency, id_, 0, profile, worker_, at(*on));
    ensure(saved.has_value(), "the invented profile is saved");
}

void CaseFiller::tell(Story story, const DemoSchool& school)
{
    school_ = school;
    begin_work(story);
    add_needs();
    add_beside(story);
    switch (story) {
    case Story::question:
        tell_question();
        break;
    case Story::sent_home:
        tell_sent_home();
        break;
    case Story::suspensions:
        tell_suspensions();
        break;
    case Story::permanent_exclusion:
        tell_permanent_exclusion();
        break;
    case Story::part_time:
        tell_part_time();
        break;
    case Story::home_education:
        tell_home_education();
        break;
    case Story::managed_move:
        tell_managed_move();
        break;
    }
    if (!closed_) recount_now(last_);
}

} // namespace onroll::casework::demo
