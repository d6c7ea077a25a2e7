#include "casework/rules_event_states.h"

namespace onroll::casework {
namespace rules_event_states_detail {

EventState of_review(const Facts& facts)
{
    if (facts.is(Fact::reconsidered_outcome, "reinstated"))
        return {EventStanding::reinstated_after_review, facts.day(Fact::reconsidered_on)};
    if (facts.is(Fact::reconsidered_outcome, "not_reinstated"))
        return {EventStanding::upheld_again, facts.day(Fact::reconsidered_on)};
    if (facts.is(Fact::panel_outcome, "uphold"))
        return {EventStanding::upheld_by_panel, facts.day(Fact::panel_letter_on)};
    if (facts.known(Fact::panel_outcome))
        return {EventStanding::back_to_board, facts.day(Fact::panel_letter_on)};
    if (facts.known(Fact::review_asked_on))
        return {EventStanding::review_asked, facts.day(Fact::review_asked_on)};
    return {};
}

} // namespace rules_event_states_detail

EventState state_of(const Event& event)
{
    const auto& facts = event.facts;
    if (facts.known(Fact::recorded_in_error)) return {EventStanding::in_error, {}};
    if (!is_exclusion(event.kind)) {
        if (facts.known(Fact::reversed_on))
            return {EventStanding::taken_back, facts.day(Fact::reversed_on)};
        return {EventStanding::recorded, event.on()};
    }
    if (facts.known(Fact::cancelled_on))
        return {EventStanding::cancelled, facts.day(Fact::cancelled_on)};
    if (const auto review = rules_event_states_detail::of_review(facts);
        review.standing != EventStanding::recorded)
        return review;
    const auto met = facts.day(Fact::board_met_on);
    if (facts.is(Fact::board_outcome, "reinstate")) return {EventStanding::reinstated, met};
    if (facts.is(Fact::board_outcome, "not_reinstate"))
        return {EventStanding::upheld_by_board, met};
    return {EventStanding::stands, event.on()};
}

std::string in_words(EventStanding standing)
{
    switch (standing) {
    case EventStanding::recorded:
        return "Recorded";
    case EventStanding::stands:
        return "Stands";
    case EventStanding::upheld_by_board:
        return "Upheld by the governors";
    case EventStanding::review_asked:
        return "Review asked for";
    case EventStanding::upheld_by_panel:
        return "Upheld by the review panel";
    case EventStanding::back_to_board:
        return "Sent back to the governors";
    case EventStanding::upheld_again:
        return "Upheld by the governors again";
    case EventStanding::reinstated:
        return "Reinstated by the governors";
    case EventStanding::reinstated_after_review:
        return "Reinstated after the review";
    case EventStanding::cancelled:
        return "Cancelled by the head teacher";
    case EventStanding::taken_back:
        return "Taken back";
    case EventStanding::in_error:
        return "Recorded in error";
    }
    return {};
}

std::string counted_as(EventStanding standing)
{
    switch (standing) {
    case EventStanding::recorded:
    case EventStanding::taken_back:
        return {};
    case EventStanding::in_error:
        return "It is kept in the history and counted nowhere.";
    case EventStanding::reinstated:
        return "It is still counted as an exclusion that was made, and as one reinstated by the "
               "governors.";
    case EventStanding::reinstated_after_review:
        return "It is still counted as an exclusion that was made, and as one reinstated after a "
               "review.";
    case EventStanding::cancelled:
        return "It is kept in the history as cancelled.";
    case EventStanding::stands:
    case EventStanding::upheld_by_board:
    case EventStanding::review_asked:
    case EventStanding::upheld_by_panel:
    case EventStanding::back_to_board:
    case EventStanding::upheld_again:
        break;
    }
    return "It is counted as an exclusion that was made.";
}

} // namespace onroll::casework
