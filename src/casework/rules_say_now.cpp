#include "casework/rules_say_now.h"

#include "law/reasons.h"

#include <string_view>

namespace onroll::casework {
namespace rules_say_now_detail {

using law::RuleId;

const std::vector<SayNow>& all()
{
    static const std::vector<SayNow> sayings{
        {WhatHappened::sent_home,
         "Ask the school today: is this a suspension? If it is, where is the letter? If it is not, "
         "your child can be in lessons on the next school day.",
         "Sent home for behaviour, no letter.",
         {RuleId::fnd_01}},
        {WhatHappened::suspended,
         "The letter must say why, for how long, and how you can put your side to the governors. "
         "Ask "
         "for it today if you do not have it.",
         "Suspended.",
         {RuleId::nt_02}},
        {WhatHappened::permanently_excluded,
         "Your child stays on the school’s roll for now. The governors must look at it, and you "
         "can "
         "tell them your side. From the sixth school day the council must arrange full-time "
         "teaching.",
         "Permanently excluded.",
         {RuleId::gb_10, RuleId::reg_03, RuleId::edu_03}},
        {WhatHappened::part_time,
         "You can say no to fewer hours. If you agree, ask for the end date and the day of the "
         "first "
         "review in writing.",
         "A part-time timetable.",
         {RuleId::mov_06}},
        {WhatHappened::home_education,
         "Do not write the letter yet. Home education is your own free choice, and a school may "
         "not "
         "push you into it. Let us talk first.",
         "Told to home educate.",
         {RuleId::mov_12}},
        {WhatHappened::moved,
         "A move to another school needs your agreement, and nobody may threaten an exclusion to "
         "get "
         "it. A placement on another site has to be put to you in writing first.",
         "A move or another site.",
         {RuleId::mov_05, RuleId::mov_02}},
        {WhatHappened::asking_before,
         "Ask for a meeting now. Before it decides, a school should look for what is behind the "
         "behaviour, and at what support has been tried.",
         "Nothing has been decided yet.",
         {RuleId::ht_09}},
    };
    return sayings;
}

} // namespace rules_say_now_detail

const SayNow& say_now(WhatHappened happened)
{
    return rules_say_now_detail::all()[static_cast<std::size_t>(happened)];
}

std::vector<Citation> citations_of(const SayNow& say, Date on)
{
    std::vector<Citation> citations;
    for (const auto rule : say.rules) citations.push_back(law::citation_for(rule, on));
    return citations;
}

} // namespace onroll::casework
