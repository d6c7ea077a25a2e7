// The invented stories themselves, each a list of steps with the days after the first contact.
#include "casework/demo_stories.h"

namespace onroll::casework::demo {
void CaseFiller::tell_question()
{
    work(0, ActionKind::family, Stage::early_help, 15, "Explained what the school has to do");
    note(1, "Sent the page about suspensions and the list of helplines.");
    close(numbers_.one_in(6) ? 60 : 6, Outcome::information_enough,
          "The family had what it needed.");
}

void CaseFiller::tell_sent_home()
{
    auto facts = at_school();
    facts.set(Fact::happened_on, iso(day_of_term(begun_ - Days{3})));
    facts.set(Fact::at_time, "12:30pm");
    facts.set(Fact::because, "behaviour");
    facts.set(Fact::letter, "no");
    facts.set(Fact::what_was_said, "Collect him. He can come back when he has cooled off.");
    const bool collected = numbers_.one_in(3);
    if (collected) facts.set(Fact::asked_by, "school");
    event(0, collected ? EventKind::collected_early : EventKind::cool_off, facts);
    work(0, ActionKind::family, Stage::school, 20, "Rang back, three things to ask for");
    task(0, 5, "Ask the family what the school answered", !numbers_.one_in(4));
    work(6, ActionKind::school, Stage::school, 15, "The school agreed to record it");
    note(7, "The school wrote to the family and put a suspension in the register.");
    close(21, numbers_.one_in(3) ? Outcome::better_relations : Outcome::back_full_time,
          "Recorded as a suspension. A meeting about support took place.");
}

void CaseFiller::tell_suspensions()
{
    level(1, Level::two, "More than one suspension, and a meeting to prepare");
    std::optional<EventId> first;
    for (int time = 0; time < 3; ++time) {
        auto facts = at_school();
        const auto from = day_of_term(begun_ + Days{time * 18 - 2});
        facts.set(Fact::decided_on, iso(from));
        facts.set(Fact::happened_on, iso(from));
        facts.set(Fact::days, time == 2 ? "5" : "2");
        facts.set(Fact::first_half, "am");
        facts.set(Fact::reasons, "behaviour");
        facts.set(Fact::letter, time == 1 ? "no" : "yes");
        const auto told = event(time * 18, EventKind::suspension, facts);
        if (!first) first = told;
        work(time * 18, ActionKind::family, Stage::school, 25, "Listened, explained the letter");
    }
    account(4, "They said I was shouting. It was too loud and I wanted to get out.",
            "A place to go when it is loud");
    work(20, ActionKind::drafting, Stage::school, 50, "Wrote to the governors with the family");
    task(20, 30, "Chase the SENCO for the support plan", false, "The school");
    Facts back;
    back.set(Fact::back_to_school_on, iso(day_of_term(begun_ + Days{8})));
    back.set(Fact::back_attended, "family child pastoral");
    more(first, 9, back);
    work(44, ActionKind::meeting, Stage::going_back, 90, "Meeting with the SENCO");
    close(75, Outcome::support_begun, "A plan with a quiet place and a mentor has begun.");
}

void CaseFiller::tell_permanent_exclusion()
{
    const auto decided = day_of_term(begun_ - Days{1});
    level(0, Level::three, "A governors’ meeting to prepare for");
    auto facts = at_school();
    facts.set(Fact::decided_on, iso(decided));
    facts.set(Fact::happened_on, iso(decided));
    facts.set(Fact::reasons, "behaviour");
    facts.set(Fact::letter, "yes");
    facts.set(Fact::letter_on, iso(decided));
    facts.set(Fact::disabled, numbers_.one_in(2) ? "yes" : "no");
    facts.set(Fact::account_taken, numbers_.one_in(2) ? "yes" : "no");
    const auto exclusion = event(0, EventKind::permanent_exclusion, facts);
    work(0, ActionKind::family, Stage::governing_board, 45, "First long talk");
    account(5, "I never got to say my side.", "To go back, and say sorry to Miss");
    task(2, 7, "Check that teaching has started", numbers_.one_in(2));
    work(6, ActionKind::reading, Stage::governing_board, 120, "Read the school’s papers");
    work(9, ActionKind::drafting, Stage::governing_board, 150, "Drafted what the family says");
    work(17, ActionKind::hearing, Stage::governing_board, 180, "Went to the governors with them");
    const bool reinstated = numbers_.one_in(4);
    const bool is_late = numbers_.one_in(4);
    Facts board;
    board.set(Fact::board_met_on, iso(day_of_term(begun_ + Days{is_late ? 34 : 17})));
    board.set(Fact::board_attended, "family child us head");
    board.set(Fact::board_outcome, reinstated ? "reinstate" : "not_reinstate");
    board.set(Fact::board_letter_on, iso(day_of_term(begun_ + Days{is_late ? 35 : 18})));
    more(exclusion, is_late ? 36 : 19, board);
    if (reinstated) {
        work(24, ActionKind::meeting, Stage::going_back, 75, "Meeting about going back");
        return close(50, Outcome::reinstated_by_governors, "Back full time since the meeting.");
    }
    task(20, 34, "Ask whether the family wants a review", true);
    if (numbers_.one_in(3)) {
        Facts review;
        review.set(Fact::review_asked_on, iso(day_of_term(begun_ + Days{31})));
        more(exclusion, 32, review);
        level(32, Level::four, "An independent review with a SEN expert");
        work(40, ActionKind::drafting, Stage::review_panel, 240, "Prepared the review");
        work(58, ActionKind::hearing, Stage::review_panel, 300, "At the review");
        Facts panel;
        panel.set(Fact::panel_outcome, numbers_.one_in(3) ? "quash" : "uphold");
        panel.set(Fact::panel_letter_on, iso(day_of_term(begun_ + Days{60})));
        more(exclusion, 61, panel);
    }
    close(110, numbers_.one_in(2) ? Outcome::another_school : Outcome::alternative_provision,
          "Has a place and goes there every day.");
}

void CaseFiller::tell_part_time()
{
    level(2, Level::two, "Several talks with the school");
    auto facts = at_school();
    facts.set(Fact::happened_on, iso(day_of_term(begun_ - Days{40})));
    facts.set(Fact::no_end, "yes");
    facts.set(Fact::written, "no");
    facts.set(Fact::because, numbers_.one_in(3) ? "staffing" : "behaviour");
    facts.set(Fact::still_running_on, iso(begun_));
    const auto timetable = event(0, EventKind::part_time_timetable, facts);
    work(0, ActionKind::family, Stage::school, 30, "How the day looks now");
    work(5, ActionKind::drafting, Stage::school, 30, "Letter asking for the plan in writing");
    task(5, 14, "Answer from the school about the timetable", numbers_.one_in(2), "The school");
    Facts end;
    end.set(Fact::ends_on, iso(day_of_term(begun_ + Days{40})));
    if (!numbers_.one_in(3)) more(timetable, 41, end);
    close(64, Outcome::timetable_ended, "Full days again, built up over three weeks.");
}

void CaseFiller::tell_home_education()
{
    level(1, Level::two, "A letter to the school and the council");
    auto facts = at_school();
    facts.set(Fact::happened_on, iso(day_of_term(begun_ - Days{2})));
    facts.set(Fact::suggested_by, "school");
    facts.set(Fact::pressed, "yes");
    facts.set(Fact::met_first, "no");
    const auto pressure = event(0, EventKind::home_education, facts);
    work(0, ActionKind::family, Stage::school, 40, "Nobody can be made to take a child off a roll");
    work(3, ActionKind::council, Stage::school, 20, "Asked for a meeting, as the family wishes");
    if (numbers_.one_in(2)) {
        Facts back;
        back.set(Fact::reversed_on, iso(day_of_term(begun_ + Days{16})));
        more(pressure, 17, back);
        return close(38, Outcome::back_full_time, "The child stayed on the roll.");
    }
    close(55, Outcome::home_educated, "The family chose to go on at home, with the facts known.");
}

void CaseFiller::tell_managed_move()
{
    level(3, Level::two, "Two schools and a trial");
    auto facts = at_school();
    facts.set(Fact::happened_on, iso(day_of_term(begun_ + Days{10})));
    facts.set(Fact::parent_agreed, "yes");
    facts.set(Fact::threatened, numbers_.one_in(3) ? "yes" : "no");
    facts.set(Fact::trial, "yes");
    facts.set(Fact::both_schools_agreed, "yes");
    event(10, EventKind::managed_move, facts);
    work(1, ActionKind::family, Stage::school, 30, "What a move is, and that it can be refused");
    work(12, ActionKind::meeting, Stage::provision, 60, "First review of the trial");
    close(80, numbers_.one_in(3) ? Outcome::back_full_time : Outcome::another_school,
          "The trial ended as agreed.");
}

} // namespace onroll::casework::demo
