#include "check/school_examples.h"

namespace onroll::check {

const std::vector<SchoolExample>& school_examples()
{
    static const std::vector<SchoolExample> all{
        {"one-day",
         "One day, for the first time",
         "A pupil swore at a teacher on Monday 9 November 2026. The head teacher suspends for one "
         "day. No days were lost before.",
         "The council must be told of this one too, that day. It is not only told of long ones.",
         {.kind = "suspension", .length = "1", .decided = {"9", "11", "2026"}}},
        {"five-and-a-half",
         "Five and a half days in one term",
         "A pupil lost 2 days to a suspension in October 2026. On Monday 16 November the head "
         "teacher suspends for 3.5 days.",
         "The limit is more than 5 days in the term, all suspensions together. At 5.0 days the "
         "governors are told once a term. At 5.5 they are told at once.",
         {.kind = "suspension",
          .length = "3.5",
          .decided = {"16", "11", "2026"},
          .earlier_term = "2",
          .earlier_year = "2"}},
        {"end-of-july",
         "Permanent, in the last week of July",
         "On Monday 20 July 2026 the head teacher excludes a pupil with an EHC plan for good.",
         "The count goes on after the summer: holidays hold no school days. The pupil stays on "
         "the roll all that time.",
         {.kind = "permanent",
          .decided = {"20", "7", "2026"},
          .pupil = {"plan"},
          .considered = {"pupil_heard"}}},
        {"exam",
         "Looked after, and an exam is missed",
         "A pupil who is looked after is suspended for 2 days on Monday 11 May 2026, and will "
         "miss a GCSE paper.",
         "A missed exam takes even a short suspension to the governors. The virtual school head "
         "must be told, and teaching should start on day one.",
         {.kind = "suspension",
          .length = "2",
          .decided = {"11", "5", "2026"},
          .pupil = {"looked_after", "exam"}}},
        {"lunchtimes",
         "Lunchtimes for a week",
         "A pupil is sent home for each lunchtime of a week, from Monday 5 October 2026.",
         "Each lunchtime counts as half a day. It needs a letter like any other suspension, and "
         "a free school meal is still due.",
         {.kind = "lunchtime", .length = "5", .decided = {"5", "10", "2026"}}},
        {"uniform",
         "A uniform rule that hurts",
         "An autistic pupil took off a jumper whose seams hurt, was told off, and pushed past a "
         "teacher. The head teacher thinks of 2 days, on Tuesday 10 November 2026.",
         "The push is not the whole story. Ask first if the rule was harder to keep for this "
         "pupil, and what was changed. A soft jumper may be the adjustment that was due.",
         {.kind = "suspension",
          .length = "2",
          .decided = {"10", "11", "2026"},
          .pupil = {"disabled", "support"},
          .rule_met = "A jumper with the badge is worn at all times.",
          .hard_rule = "yes"}},
    };
    return all;
}

std::vector<WorkedExample> worked_examples(const Services& services, Date today)
{
    std::vector<WorkedExample> worked;
    for (const auto& example : school_examples())
        worked.push_back({&example, plan_of(example.form, services, today)});
    return worked;
}

} // namespace onroll::check
