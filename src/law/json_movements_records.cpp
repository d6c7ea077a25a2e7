#include "law/json_movement_reader.h"

namespace onroll::law {

Funding read_funding(MovementReader& object)
{
    Funding one;
    object.read_school(one.school);
    one.exclusion = object.optional_permanent_exclusion("exclusion");
    one.moved_on = object.optional_day("moved_on");
    if (one.exclusion.has_value() == one.moved_on.has_value() && !object.failed())
        object.fail("exclusion", "or moved_on must be given, and not both");
    const auto yearly = object.optional_pence("yearly_amount_pence");
    if (!yearly) object.fail("yearly_amount_pence", "is missing");
    one.yearly_amount_pence = yearly.value_or(0);
    one.order_pence = object.optional_pence("order_pence").value_or(0);
    one.in_last_year_group = object.boolean("in_last_year_group", false);
    one.place_funded = object.boolean("place_funded", false);
    one.pupil_premium_pence = object.optional_pence("pupil_premium_pence");
    one.admitted_on = object.optional_day("admitted_on");
    one.left_next_school_on = object.optional_day("left_next_school_on");
    one.reinstated_on = object.optional_day("reinstated_on");
    one.charged_pence = object.optional_pence("charged_pence");
    one.agreed_to_more = object.boolean("agreed_to_more", false);
    return one;
}

RecordedNumber read_number(MovementReader& object)
{
    RecordedNumber one;
    one.on = object.day("on");
    one.kind =
        object.choice<NumberKind>("kind", {{"upn", NumberKind::upn},
                                           {"urn", NumberKind::urn},
                                           {"laestab", NumberKind::laestab},
                                           {"local_authority", NumberKind::local_authority}});
    one.number = object.required_text("number");
    return one;
}

ExclusionRecord read_exclusion_record(MovementReader& object)
{
    ExclusionRecord one;
    const auto exclusion = object.optional_exclusion("exclusion");
    if (!exclusion) object.fail("exclusion", "is missing");
    one.exclusion = exclusion.value_or(0);
    one.category = object.choice<std::string>(
        "category", {{"PERM", "PERM"}, {"SUSP", "SUSP"}, {"FIXD", "FIXD"}, {"LNCH", "LNCH"}}, "");
    object.for_each("reasons", [&](const json::Value& value, const std::string& path) {
        if (value.is_string() && value.get<std::string>().size() <= 4)
            one.reasons.push_back(value.get<std::string>());
        else
            object.fail(bad_input("A reason must be a code such as DB", path));
    });
    one.census = object.text("census");
    one.sessions = object.optional_number("sessions", 1, 2000);
    one.overturned = object.optional_boolean("overturned");
    one.left_on = object.optional_day("left_on");
    one.transfer_file_on = object.optional_day("transfer_file_on");
    return one;
}

namespace json_movements_records_detail {

AdviceWork work_named(std::string_view word)
{
    using enum AdviceWork;
    static const std::map<std::string_view, AdviceWork> all = {
        {"publicity", publicity},
        {"information", information},
        {"signposting", signposting},
        {"papers", papers},
        {"contact_with_school", contact_with_school},
        {"research", research},
        {"visit", visit},
        {"meeting", meeting},
        {"liaison", liaison},
        {"several_agencies", several_agencies},
        {"conflict", conflict},
        {"repeated_meetings", repeated_meetings},
        {"exclusion_hearing", exclusion_hearing},
        {"tribunal", tribunal}};
    return all.at(word);
}

AdviceContact read_contact(MovementReader& object)
{
    AdviceContact one;
    one.on = object.day("on");
    one.minutes = object.optional_number("minutes", 0, 10'000).value_or(0);
    for (const auto& word : object.words(
             "kinds", {"publicity", "information", "signposting", "papers", "contact_with_school",
                       "research", "visit", "meeting", "liaison", "several_agencies", "conflict",
                       "repeated_meetings", "exclusion_hearing", "tribunal"}))
        one.work.push_back(work_named(word));
    return one;
}

} // namespace json_movements_records_detail

Advice read_advice(MovementReader& object)
{
    Advice one;
    one.opened_on = object.day("opened_on");
    object.parts("work", [&](MovementReader& part) {
        one.work.push_back(json_movements_records_detail::read_contact(part));
    });
    object.parts("shared_with_authority", [&](MovementReader& part) {
        RecordShared shared;
        shared.on = part.day("on");
        shared.consent = part.boolean("consent", false);
        shared.safeguarding = part.boolean("safeguarding", false);
        shared.counts_only = part.boolean("counts_only", false);
        one.shared_with_authority.push_back(shared);
    });
    one.service_arranged = object.optional_boolean("service_arranged");
    one.made_known = object.optional_boolean("made_known");
    one.notice_pointed_to_service = object.optional_boolean("notice_pointed_to_service");
    one.falls_short = object.words("falls_short", {"impartial", "arms_length", "confidential",
                                                   "free", "accessible", "exclusion_support"});
    one.tribunal_support_offered = object.optional_boolean("tribunal_support_offered");
    return one;
}

namespace json_movements_records_detail {

void read_ehc_delays(MovementReader& object, EhcRequest& one)
{
    object.parts("exceptions", [&](MovementReader& part) {
        EhcDelay delay;
        delay.exception =
            part.choice<EhcException>("exception", {{"E1", EhcException::school_closed},
                                                    {"E2", EhcException::circumstances},
                                                    {"E3", EhcException::away},
                                                    {"E4", EhcException::appointment},
                                                    {"coronavirus", EhcException::coronavirus}});
        delay.from = part.day("from");
        delay.to = part.optional_day("to");
        one.exceptions.push_back(delay);
    });
    object.parts("advice_requests", [&](MovementReader& part) {
        EhcAdviceRequest request;
        request.body = part.text("body");
        request.asked_on = part.day("asked_on");
        request.answered_on = part.optional_day("answered_on");
        one.advice_requests.push_back(std::move(request));
    });
}

void read_ehc_decisions(MovementReader& object, EhcRequest& one)
{
    object.parts("decisions", [&](MovementReader& part) {
        EhcDecision decision;
        decision.kind = part.choice<EhcDecisionKind>(
            "kind", {{"refused_to_assess", EhcDecisionKind::refused_to_assess},
                     {"no_plan", EhcDecisionKind::no_plan},
                     {"final_plan", EhcDecisionKind::final_plan},
                     {"not_amended", EhcDecisionKind::not_amended},
                     {"ceased", EhcDecisionKind::ceased}});
        decision.sent_on = part.day("sent_on");
        decision.mediation_certificate_on = part.optional_day("mediation_certificate_on");
        decision.appealed_on = part.optional_day("appealed_on");
        one.decisions.push_back(decision);
    });
    object.parts("reviews", [&](MovementReader& part) {
        EhcReview review;
        review.meeting_on = part.day("meeting_on");
        review.decided_on = part.optional_day("decided_on");
        review.amendment_notice_on = part.optional_day("amendment_notice_on");
        review.amended_plan_on = part.optional_day("amended_plan_on");
        one.reviews.push_back(review);
    });
}

} // namespace json_movements_records_detail

EhcRequest read_ehc_request(MovementReader& object)
{
    using namespace json_movements_records_detail;
    EhcRequest one;
    one.requested_on = object.optional_day("requested_on");
    one.told_whether_on = object.optional_day("told_whether_on");
    one.will_assess = object.boolean("will_assess", true);
    one.told_no_plan_on = object.optional_day("told_no_plan_on");
    one.draft_sent_on = object.optional_day("draft_sent_on");
    one.comment_until = object.optional_day("comment_until");
    one.final_plan_on = object.optional_day("final_plan_on");
    one.plan_or_last_review_on = object.optional_day("plan_or_last_review_on");
    read_ehc_delays(object, one);
    read_ehc_decisions(object, one);
    const bool dated = one.requested_on || one.plan_or_last_review_on || !one.decisions.empty() ||
                       !one.reviews.empty();
    if (!dated) object.fail("requested_on", "or a decision, plan or review must be given");
    return one;
}

} // namespace onroll::law
