#include "law/json_circumstances.h"

#include "law/circumstance_codes.h"
#include "law/json_reader.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <utility>

namespace onroll::law {
namespace json_circumstances_detail {

constexpr std::array<std::string_view, 37> members{
    "reasons",
    "disciplinary_grounds",
    "serious_or_persistent_breach",
    "serious_harm_if_stays",
    "no_end_date",
    "changed_without_new_decision",
    "return_condition",
    "before_deciding",
    "prior_contact",
    "approach_reviewed",
    "conduct_off_site",
    "policy_covers_off_site",
    "counted",
    "free_meal_provided",
    "behaviour_arose_from_disability",
    "reasonable_adjustments_recorded",
    "wrongly_told",
    "readmitted_after_cancellation",
    "cancellation_reported_to_board",
    "letter",
    "s104_notice",
    "told",
    "pupil_told",
    "pupil_helped_to_take_part",
    "termly_report_made",
    "work_set_and_marked",
    "day_six",
    "provision_from_day_one",
    "penalty_notice_for",
    "reintegration_meeting_offered",
    "plan_provision_continued",
    "place_filled_on",
    "board",
    "panel",
    "reconsideration",
    "tribunal",
    "discrimination_alleged",
};

constexpr std::array<std::string_view, 4> pupil_members{
    "ehc_plan", "plan_hours_limited_and_provided", "free_school_meals", "translation_needed"};

template <class Point>
std::string known_codes()
{
    std::string all;
    for (const auto one : Codes<Point>::all) {
        if (!all.empty()) all += ", ";
        all += one;
    }
    return all;
}

/// One of the codes of a kind of point.
template <class Point>
std::optional<Point> point(ObjectReader& object, std::string_view name)
{
    if (!object.has(name)) return std::nullopt;
    const auto found =
        object.at(name).is_string() ? point_of<Point>(object.text(name)) : std::nullopt;
    if (!found) object.fail(name, "must be one of: " + known_codes<Point>());
    return found;
}

/// A list of codes.
template <class Point>
PointSet<Point> points(ObjectReader& object, std::string_view name)
{
    PointSet<Point> all;
    object.for_each(name, [&](const json::Value& value, const std::string& path) {
        const auto found =
            value.is_string() ? point_of<Point>(value.get<std::string>()) : std::nullopt;
        if (found)
            all.add(*found);
        else
            object.fail(bad_input("This must be one of: " + known_codes<Point>(), path));
    });
    return all;
}

/// Reads a member that is itself an object; nothing where it is absent.
template <class Record>
std::optional<Record> record(ObjectReader& object, std::string_view name,
                             const std::function<void(ObjectReader&, Record&)>& read)
{
    if (!object.has(name)) return std::nullopt;
    ObjectReader inner(object.at(name), object.path(name));
    Record all{};
    read(inner, all);
    inner.refuse_others();
    if (inner.failed()) object.fail(inner.error());
    return all;
}

/// Answers as an object of codes with true or false.
template <class Point>
YesOrNo<Point> answers(ObjectReader& object, std::string_view name)
{
    YesOrNo<Point> all;
    record<YesOrNo<Point>>(object, name, [&](ObjectReader& inner, YesOrNo<Point>&) {
        for (std::size_t i = 0; i < Codes<Point>::all.size(); ++i)
            if (const auto said = inner.optional_boolean(Codes<Point>::all[i]))
                all.set(static_cast<Point>(i), *said);
    });
    return all;
}

/// The day on which somebody was told, or the word `never`.
std::optional<Told> told(ObjectReader& object, std::string_view name)
{
    if (!object.has(name)) return std::nullopt;
    if (object.at(name).is_string() && object.text(name) == "never") return Told{};
    return Told{object.optional_day(name)};
}

ToldAbout read_told(ObjectReader& exclusion)
{
    return record<ToldAbout>(exclusion, "told",
                             [](ObjectReader& object, ToldAbout& all) {
                                 all.local_authority = told(object, "local_authority");
                                 all.social_worker = told(object, "social_worker");
                                 all.virtual_school_head = told(object, "virtual_school_head");
                                 all.home_local_authority = told(object, "home_local_authority");
                                 all.board = told(object, "board");
                                 if (all.board && !all.board->never())
                                     object.fail("board", "must be \"never\"; a day belongs in "
                                                          "board_notified_on");
                             })
        .value_or(ToldAbout{});
}

void read_letter(ObjectReader& object, Letter& letter)
{
    letter.given_on = object.optional_day("given_on");
    letter.given_by = point<GivenBy>(object, "given_by");
    letter.email_agreed = object.optional_boolean("email_agreed");
    letter.items = answers<LetterItem>(object, "items");
}

void read_s104_notice(ObjectReader& object, Section104Notice& notice)
{
    notice.on = object.day("on");
    notice.after_afternoon_session = object.boolean("after_afternoon_session", false);
}

void read_day_six(ObjectReader& object, DaySix& day_six)
{
    day_six.provided = object.optional_boolean("provided");
    day_six.from = object.optional_day("from");
    day_six.full_time = object.optional_boolean("full_time");
    day_six.suitable = object.optional_boolean("suitable");
    day_six.at_the_school = object.optional_boolean("at_the_school");
    day_six.shared_facility = object.optional_boolean("shared_facility");
    day_six.notice_on = object.optional_day("notice_on");
    day_six.short_notice_agreed = object.optional_boolean("short_notice_agreed");
}

std::vector<Refusal> read_refusals(ObjectReader& meeting)
{
    std::vector<Refusal> all;
    meeting.for_each("refused", [&](const json::Value& value, const std::string& path) {
        ObjectReader object(value, path);
        const auto what = point<Refused>(object, "what");
        if (!what && !object.failed()) object.fail("what", "is missing");
        const auto reason = point<RefusalReason>(object, "reason");
        object.refuse_others();
        if (object.failed()) return meeting.fail(object.error());
        all.push_back({*what, reason.value_or(RefusalReason::none_given)});
    });
    return all;
}

void read_decision_letter(ObjectReader& object, DecisionLetter& letter)
{
    letter.given_on = object.optional_day("given_on");
    letter.given_to = answers<DecisionRecipient>(object, "given_to");
    letter.items = answers<DecisionItem>(object, "items");
}

std::optional<int> number(ObjectReader& object, std::string_view name, int most)
{
    if (!object.has(name)) return std::nullopt;
    return object.integer(name, 0, most);
}

void read_board(ObjectReader& object, Board& board)
{
    board.meeting_arranged_for = object.optional_day("meeting_arranged_for");
    board.no_meeting_held = object.optional_boolean("no_meeting_held");
    board.representations_considered = object.optional_boolean("representations_considered");
    board.invited = answers<Invited>(object, "invited");
    board.parent_asked_for_authority = object.optional_boolean("parent_asked_for_authority");
    board.papers_sent_on = object.optional_day("papers_sent_on");
    board.members = number(object, "members", 100);
    board.chair_decided_alone = object.optional_boolean("chair_decided_alone");
    board.articles_let_the_chair_decide = object.optional_boolean("articles_let_the_chair_decide");
    board.considered = answers<Considered>(object, "considered");
    board.refused = read_refusals(object);
    board.held_remotely = object.optional_boolean("held_remotely");
    board.remote_requested = object.optional_boolean("remote_requested");
    board.extraordinary_event = object.optional_boolean("extraordinary_event");
    board.other_outcome = point<BoardOutcome>(object, "other_outcome");
    board.decision_letter = record<DecisionLetter>(object, "decision_letter", read_decision_letter);
    board.noted_on_record = object.optional_boolean("noted_on_record");
    board.patterns_reviewed = object.optional_boolean("patterns_reviewed");
}

std::vector<PanelMember> read_panel_members(ObjectReader& panel)
{
    std::vector<PanelMember> all;
    panel.for_each("members", [&](const json::Value& value, const std::string& path) {
        ObjectReader object(value, path);
        const auto role = point<PanelRole>(object, "role");
        if (!role && !object.failed()) object.fail("role", "is missing");
        PanelMember member;
        member.chair = object.boolean("chair", false);
        member.qualified = object.optional_boolean("qualified");
        member.barred = object.optional_boolean("barred");
        member.trained = object.optional_boolean("trained");
        object.refuse_others();
        if (object.failed()) return panel.fail(object.error());
        member.role = *role;
        all.push_back(member);
    });
    return all;
}

void read_sen_expert(ObjectReader& object, SenExpert& expert)
{
    expert.requested = object.optional_boolean("requested");
    expert.attended = object.optional_boolean("attended");
    expert.impartial = object.optional_boolean("impartial");
    expert.assessed_the_pupil = object.optional_boolean("assessed_the_pupil");
    expert.charged_to_family = object.optional_boolean("charged_to_family");
}

void read_panel(ObjectReader& object, Panel& panel)
{
    panel.arranged_by = point<Arranger>(object, "arranged_by");
    panel.charged_to_family = object.optional_boolean("charged_to_family");
    panel.refused_as_took_no_part = object.optional_boolean("refused_as_took_no_part");
    panel.application = point<ApplicationAnswer>(object, "application");
    panel.waiver_in_writing = object.optional_boolean("waiver_in_writing");
    panel.arranged_for = object.optional_day("arranged_for");
    panel.held_on = object.optional_day("held_on");
    panel.members = read_panel_members(object);
    panel.clerk_trained = object.optional_boolean("clerk_trained");
    panel.sen_expert = record<SenExpert>(object, "sen_expert", read_sen_expert);
    panel.papers_sent_on = object.optional_day("papers_sent_on");
    panel.invited = answers<Invited>(object, "invited");
    panel.refused = read_refusals(object);
    panel.held_remotely = object.optional_boolean("held_remotely");
    panel.remote_requested = object.optional_boolean("remote_requested");
    panel.extraordinary_event = object.optional_boolean("extraordinary_event");
    panel.other_outcome = point<PanelOutcome>(object, "other_outcome");
    panel.quash_ground = point<QuashGround>(object, "quash_ground");
    panel.payment_ordered = number(object, "payment_ordered", 10'000'000);
    panel.decision_letter = record<DecisionLetter>(object, "decision_letter", read_decision_letter);
    panel.family_unhappy_with_review = object.optional_boolean("family_unhappy_with_review");
}

void read_reconsideration(ObjectReader& object, ReconsiderationRecord& reconsideration)
{
    reconsideration.given_to = answers<DecisionRecipient>(object, "given_to");
    reconsideration.reasons_given = object.optional_boolean("reasons_given");
}

void read_tribunal(ObjectReader& object, TribunalRecord& tribunal)
{
    tribunal.conduct_ended_on = object.optional_day("conduct_ended_on");
    tribunal.conciliation_referred_on = object.optional_day("conciliation_referred_on");
    tribunal.claimed_on = object.optional_day("claimed_on");
    tribunal.claimed_by = point<Claimant>(object, "claimed_by");
}

void read_power(ObjectReader& object, Circumstances& all)
{
    all.reasons = points<StatedReason>(object, "reasons");
    all.disciplinary_grounds = object.optional_boolean("disciplinary_grounds");
    all.serious_or_persistent_breach = object.optional_boolean("serious_or_persistent_breach");
    all.serious_harm_if_stays = object.optional_boolean("serious_harm_if_stays");
    all.no_end_date = object.optional_boolean("no_end_date");
    all.changed_without_new_decision = point<ChangeMade>(object, "changed_without_new_decision");
    all.return_condition = point<ReturnCondition>(object, "return_condition");
    all.before_deciding = answers<Before>(object, "before_deciding");
    all.prior_contact = answers<Contact>(object, "prior_contact");
    all.approach_reviewed = object.optional_boolean("approach_reviewed");
    all.conduct_off_site = object.optional_boolean("conduct_off_site");
    all.policy_covers_off_site = object.optional_boolean("policy_covers_off_site");
    all.counted = object.optional_boolean("counted");
    all.free_meal_provided = object.optional_boolean("free_meal_provided");
    all.behaviour_arose_from_disability =
        object.optional_boolean("behaviour_arose_from_disability");
    all.reasonable_adjustments_recorded =
        object.optional_boolean("reasonable_adjustments_recorded");
    all.wrongly_told = points<WrongStatement>(object, "wrongly_told");
    all.readmitted_after_cancellation = object.optional_boolean("readmitted_after_cancellation");
    all.cancellation_reported_to_board = object.optional_boolean("cancellation_reported_to_board");
}

void read_notices_and_teaching(ObjectReader& object, Circumstances& all)
{
    all.letter = record<Letter>(object, "letter", read_letter);
    all.s104_notice = record<Section104Notice>(object, "s104_notice", read_s104_notice);
    all.told = read_told(object);
    all.pupil_told = object.optional_boolean("pupil_told");
    all.pupil_helped_to_take_part = object.optional_boolean("pupil_helped_to_take_part");
    all.termly_report_made = object.optional_boolean("termly_report_made");
    all.work_set_and_marked = object.optional_boolean("work_set_and_marked");
    all.day_six = record<DaySix>(object, "day_six", read_day_six);
    all.provision_from_day_one = object.optional_boolean("provision_from_day_one");
    all.penalty_notice_for = object.optional_day("penalty_notice_for");
    all.reintegration_meeting_offered = object.optional_boolean("reintegration_meeting_offered");
    all.plan_provision_continued = object.optional_boolean("plan_provision_continued");
    all.place_filled_on = object.optional_day("place_filled_on");
}

void read_meetings_and_claims(ObjectReader& object, Circumstances& all)
{
    all.board = record<Board>(object, "board", read_board);
    all.panel = record<Panel>(object, "panel", read_panel);
    all.reconsideration =
        record<ReconsiderationRecord>(object, "reconsideration", read_reconsideration);
    all.tribunal = record<TribunalRecord>(object, "tribunal", read_tribunal);
    all.discrimination_alleged = points<Characteristic>(object, "discrimination_alleged");
}

/// The error with its path inside the object: no slash in front.
Error from_inside(Error error)
{
    if (error.where.starts_with('/')) error.where.erase(0, 1);
    return error;
}

bool has_any(const json::Value& object, std::span<const std::string_view> names)
{
    if (!object.is_object()) return false;
    for (const auto& [name, value] : object.items())
        if (std::find(names.begin(), names.end(), name) != names.end()) return true;
    return false;
}

} // namespace json_circumstances_detail

std::span<const std::string_view> circumstance_members()
{
    return json_circumstances_detail::members;
}

std::span<const std::string_view> pupil_circumstance_members()
{
    return json_circumstances_detail::pupil_members;
}

Result<Circumstances> read_circumstances(const json::Value& exclusion)
{
    Circumstances all;
    // Most histories carry none of these, and a batch has millions of exclusions.
    if (!json_circumstances_detail::has_any(exclusion, circumstance_members())) return all;
    ObjectReader object(exclusion, "");
    json_circumstances_detail::read_power(object, all);
    json_circumstances_detail::read_notices_and_teaching(object, all);
    json_circumstances_detail::read_meetings_and_claims(object, all);
    if (object.failed()) return json_circumstances_detail::from_inside(object.error());
    return all;
}

Result<PupilCircumstances> read_pupil_circumstances(const json::Value& pupil)
{
    PupilCircumstances all;
    if (!json_circumstances_detail::has_any(pupil, pupil_circumstance_members())) return all;
    ObjectReader object(pupil, "");
    all.ehc_plan = object.optional_boolean("ehc_plan");
    all.plan_hours_limited_and_provided =
        object.optional_boolean("plan_hours_limited_and_provided");
    all.free_school_meals = object.optional_boolean("free_school_meals");
    all.translation_needed = object.optional_boolean("translation_needed");
    if (object.failed()) return json_circumstances_detail::from_inside(object.error());
    return all;
}

} // namespace onroll::law
