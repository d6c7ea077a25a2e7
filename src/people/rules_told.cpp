#include "people/rules_told.h"

namespace onroll::people {

Told told_of(const access::Actor& actor, const access::Standing& standing)
{
    using access::Answer;
    if (standing.conflict) return Told::nothing;
    if (!standing.withheld) return Told::whole;
    const auto answer = [&](std::string_view act) {
        return access::decide(actor, act, standing, {}, access::PolicyMoment{});
    };
    const auto opens = [](Answer one) {
        return one == Answer::allowed || one == Answer::ask_proof || one == Answer::ask_purpose;
    };
    const auto view = answer("people.view");
    if (opens(view) || opens(answer("records_request.view"))) return Told::whole;
    return view == Answer::ask_break_glass ? Told::name_alone : Told::nothing;
}

} // namespace onroll::people
