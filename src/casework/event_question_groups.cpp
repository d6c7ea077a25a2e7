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

QuestionGroup said_group(EventKind kind)
{
    QuestionGroup group{"said", "What the school said", "Say what the school said and did", {}};
    auto& ask = group.questions;
    ask.push_back({Fact::decided_by,
                   Asks::choice,
                   "Who decided it?",
                   "Only a head teacher, or whoever acts as one, may exclude",
                   {{"head_teacher", "The head teacher"},
                    {"acting_head_teacher", "Whoever was acting as head teacher that day"},
                    {"deputy_head_teacher", "A deputy, while there was a head teacher"},
                    {"other", "Somebody else"}},
                   false});
    if (kind == EventKind::suspension)
        ask.push_back(yes_no(Fact::no_end, "Was it given without an end?"));
    if (kind != EventKind::permanent_exclusion)
        ask.push_back({Fact::return_condition,
                       Asks::choice,
                       "May the child come back only if something is done first?",
                       {},
                       {{"meeting_with_parent", "Yes: a meeting with a parent"},
                        {"signed_agreement", "Yes: an agreement that is signed"},
                        {"apology", "Yes: an apology"},
                        {"assessment", "Yes: an assessment"},
                        {"other", "Yes: something else"}},
                       false});
    if (kind == EventKind::suspension)
        ask.push_back({Fact::changed_to,
                       Asks::choice,
                       "Was it changed later, without a new decision and a new letter?",
                       {},
                       {{"lengthened", "Yes: it was made longer"},
                        {"turned_permanent", "Yes: it was made permanent"}},
                       false});
    if (kind == EventKind::permanent_exclusion) {
        ask.push_back({Fact::changed_to,
                       Asks::choice,
                       "Was it a suspension first, made permanent without a new decision?",
                       {},
                       {{"turned_permanent", "Yes"}},
                       false});
        ask.push_back(yes_no(Fact::council_asked_first,
                             "Did the school speak with the council first?",
                             "It should, where the child has an education, health and care plan"));
        ask.push_back(yes_no(Fact::virtual_head_asked_first,
                             "Did it speak with the virtual school head first?",
                             "It should, where the child is looked after"));
    }
    if (kind == EventKind::lunchtime_suspension)
        ask.push_back(yes_no(Fact::lunchtimes_counted, "Does the school count them as suspensions?",
                             "Each lunchtime counts as half a day"));
    ask.push_back(yes_no(Fact::from_disability, "Did the behaviour come from a disability?"));
    ask.push_back(yes_no(Fact::adjustments, "Had the school made reasonable adjustments for it?"));
    return group;
}

QuestionGroup told_group(EventKind kind)
{
    QuestionGroup group{
        "told",
        "Who was told",
        "Say whom the school told",
        {yes_no(Fact::council_told, "Was the council told?",
                "Always for a permanent exclusion, and for a long suspension or a lost exam"),
         day(Fact::council_told_on, "When was the council told?"),
         yes_no(Fact::board_told, "Were the governors told?"),
         yes_no(Fact::social_worker_told, "Was the child’s social worker told?"),
         day(Fact::social_worker_told_on, "When was the social worker told?"),
         yes_no(Fact::virtual_head_told, "Was the virtual school head told?"),
         day(Fact::virtual_head_told_on, "When was the virtual school head told?")}};
    if (kind != EventKind::lunchtime_suspension)
        group.questions.push_back(
            day(Fact::public_days_on,
                "When was the family told of the days to stay out of public places?",
                "Left empty, nothing is said of it"));
    return group;
}

const std::vector<AnswerOption> refusal_reasons{
    {"none_given", "It gave no reason"},
    {"not_everyone_can_take_part", "Not everybody could have taken part online"},
    {"not_fair_and_transparent", "It could not have been fair and open online"},
    {"outside_time_limit", "It was asked too late"},
    {"judged_lawful", "Another reason that the law allows"},
    {"other", "Something else"}};

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
             yes_no(Fact::board_no_meeting, "Did the time pass without a meeting?"),
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
             {Fact::board_refused,
              Asks::ticks,
              "Did they refuse any of these?",
              {},
              {{"representative", "A representative"},
               {"friend", "A friend of the family or child"},
               {"remote_meeting", "To meet online"}},
              false},
             {Fact::board_refusal_reason, Asks::choice, "Why did they refuse it?",
              "Left empty, nothing is said of the refusal", refusal_reasons, false},
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
         {Fact::panel_application,
          Asks::choice,
          "Was the review allowed?",
          {},
          {{"accepted", "Yes, it goes ahead"}, {"refused", "No, it was refused"}},
          false},
         day(Fact::panel_met_on, "On which day did the panel first meet?"),
         {Fact::panel_refused,
          Asks::ticks,
          "Did the panel, or who arranged it, refuse any of these?",
          {},
          {{"representative", "A representative"},
           {"friend", "A friend of the family or child"},
           {"sen_expert", "A special needs expert"},
           {"remote_meeting", "To meet online"}},
          false},
         {Fact::panel_refusal_reason, Asks::choice, "Why was it refused?",
          "Left empty, nothing is said of the refusal", refusal_reasons, false},
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
             yes_no(Fact::everyone_told, "Was everybody told that it was cancelled?",
                    "The family, the governors and the council, and a social worker or virtual "
                    "school head where there is one"),
             yes_no(Fact::meeting_offered, "Was the family offered a meeting about it?"),
             yes_no(Fact::readmitted, "Was the child let back in?"),
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
