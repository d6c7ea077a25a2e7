#include "casework/event_question_groups.h"

#include "casework/told_stories.h"

namespace onroll::casework::event_questions_detail {

EventQuestion day(Fact fact, std::string_view label, std::string_view hint, bool needed)
{
    return {fact, Asks::day, label, hint, {}, needed};
}

EventQuestion yes_no(Fact fact, std::string_view label, std::string_view hint)
{
    return {fact, Asks::yes_no, label, hint, {}, false};
}

EventQuestion school()
{
    return {Fact::school,
            Asks::school,
            "Which school?",
            "Its name or its number (URN). Dates are counted in its own school days",
            {},
            false};
}

EventQuestion story(std::string_view label)
{
    return {Fact::what_was_said,
            Asks::story,
            label,
            "In their words. Leave out the names of other families",
            {},
            false};
}

QuestionGroup about_the_child()
{
    return {"child",
            "About the child",
            "Say what is known about the child that day",
            {yes_no(Fact::disabled, "Was the child disabled that day?",
                    "A need that lasts a year or more counts, with or without a diagnosis"),
             yes_no(Fact::ehc_plan, "Was there an education, health and care plan?"),
             yes_no(Fact::looked_after, "Was the child looked after by a council?"),
             yes_no(Fact::social_worker, "Did the child have a social worker?"),
             yes_no(Fact::age_18, "Was the young person 18 or over?")}};
}

QuestionGroup letter_group()
{
    return {"letter",
            "The letter",
            "Say what the letter holds",
            {yes_no(Fact::letter, "Is there a letter from the school?"),
             day(Fact::letter_on, "When was it given?"),
             {Fact::letter_says,
              Asks::ticks,
              "What does it say?",
              "Tick each thing that the letter holds. With none ticked, nothing is said to be "
              "missing",
              {{"reasons", "Why"},
               {"period", "How long, or that it is permanent"},
               {"right_to_make_representations", "The right to write to the governors"},
               {"how_to_make_representations", "How to write to the governors"},
               {"where_to_send_representations", "Where to send it"},
               {"pupils_part", "How the child can take part"},
               {"right_to_attend", "The right to come to the meeting"},
               {"right_to_be_represented", "The right to be represented"},
               {"right_to_bring_a_friend", "The right to bring a friend"},
               {"remote_meeting_request", "How to ask for an online meeting"},
               {"public_place_days", "The days to stay out of public places"},
               {"work_set_and_marked", "The work that will be set"},
               {"day_six_provision", "Teaching from the sixth day"},
               {"advice_sources", "Where to get free advice"},
               {only_as_the_checker_asks,
                "Only what the checker asks a family was looked for. The rest is not known"}},
              false},
             yes_no(Fact::account_taken, "Did the head teacher hear the child’s side first?"),
             {Fact::told_wrongly,
              Asks::ticks,
              "Was the family told any of these?",
              {},
              {{"days_45_make_it_permanent", "45 days make it permanent"},
               {"suspensions_cannot_be_claimed", "A suspension cannot be claimed against"},
               {"panel_can_reinstate", "The review panel can put the child back"},
               {"too_late_for_the_board_to_decide", "It is too late for the governors to decide"}},
              false}}};
}

QuestionGroup teaching_group()
{
    return {"teaching",
            "Work and teaching",
            "Say whether work and teaching came",
            {yes_no(Fact::work_set, "Was work set and marked?"),
             yes_no(Fact::day_six, "Did full-time teaching start by the sixth day?")}};
}

QuestionGroup board_group()
{
    return {"board",
            "The governors",
            "Record a meeting of the governors",
            {day(Fact::wrote_to_board_on, "When did the family write to the governors?"),
             day(Fact::board_told_on, "When did the school tell the governors?",
                 "Left empty, the day of the decision is taken"),
             day(Fact::board_met_on, "When did they meet?"),
             {Fact::board_attended,
              Asks::ticks,
              "Who came?",
              {},
              {{"family", "The family"},
               {"child", "The child"},
               {"us", "Somebody from this service"},
               {"friend", "A friend or representative"},
               {"head", "The head teacher"},
               {"council", "The council"},
               {"social_worker", "The social worker"}},
              false},
             {Fact::board_outcome,
              Asks::choice,
              "What did they decide?",
              {},
              {{"reinstate", "The child is reinstated"}, {"not_reinstate", "The exclusion stands"}},
              false},
             day(Fact::board_letter_on, "When was their letter sent or handed over?"),
             yes_no(Fact::board_letter_by_post, "Did their letter come by post?")}};
}

QuestionGroup review_group()
{
    return {
        "review",
        "The independent review",
        "Record a step of the review",
        {day(Fact::review_asked_on, "When did the family ask for a review?"),
         day(Fact::review_waived_on, "When did the family say in writing that it wants none?"),
         day(Fact::panel_letter_on, "When was the panel’s letter sent?"),
         {Fact::panel_outcome,
          Asks::choice,
          "What did the panel decide?",
          {},
          {{"uphold", "The decision stands"},
           {"recommend", "The governors are asked to think again"},
           {"quash", "The decision is quashed: the governors must think again"}},
          false},
         day(Fact::reconsidered_on, "When did the governors think again?"),
         {Fact::reconsidered_outcome,
          Asks::choice,
          "What did the governors then decide?",
          {},
          {{"reinstated", "The child is reinstated"}, {"not_reinstated", "The exclusion stands"}},
          false}}};
}

QuestionGroup end_group()
{
    return {"end",
            "How it ended",
            "Record how it ended",
            {day(Fact::cancelled_on, "When did the head teacher cancel it?"),
             day(Fact::returned_on, "When did the child go back after that?"),
             day(Fact::off_roll_on, "When was the child taken off the roll?"),
             day(Fact::claim_on, "When was a claim about disability made to the tribunal?")}};
}

QuestionGroup back_group()
{
    return {"back",
            "Going back to school",
            "Record a reintegration meeting",
            {day(Fact::back_to_school_on, "When was the meeting?"),
             {Fact::back_attended,
              Asks::ticks,
              "Who came?",
              {},
              {{"family", "The family"},
               {"child", "The child"},
               {"us", "Somebody from this service"},
               {"pastoral", "Pastoral lead"},
               {"senco", "SENCO"},
               {"head", "The head teacher or deputy"},
               {"council", "The council"}},
              false},
             {Fact::back_agreed,
              Asks::story,
              "What was agreed?",
              "Add each action as a task with its owner",
              {},
              false}}};
}

QuestionGroup error_group()
{
    return {"error",
            "Recorded in error",
            "It was recorded in error",
            {{Fact::recorded_in_error,
              Asks::line,
              "Why was it recorded in error?",
              "It stays in the history and nothing follows from it. Empty this to count it again",
              {},
              false}}};
}

} // namespace onroll::casework::event_questions_detail
