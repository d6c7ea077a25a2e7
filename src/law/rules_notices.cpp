#include "law/rules_notices.h"

namespace onroll::law {

namespace notices_detail {

Recipient parent_or_pupil(const Reckoning& one)
{
    return relevant_person(one.history->pupil) == Actor::pupil ? Recipient::pupil
                                                               : Recipient::parent;
}

Duty& head_tells(RuleId rule, DutyType type, const Reckoning& one, Recipients recipients,
                 Evaluation& out)
{
    auto& duty = out.duties.emplace_back();
    duty.rule = rule;
    duty.exclusion = one.index;
    duty.actor = Actor::head_teacher;
    duty.type = type;
    duty.recipients = recipients;
    if (type == DutyType::notify) duty.date = one.exclusion->decided_on;
    return duty;
}

Recipients only(Recipient one)
{
    return Recipients{static_cast<std::uint8_t>(one)};
}

Recipients social_care(const Pupil& pupil, Recipients recipients = {})
{
    if (pupil.social_worker) recipients += Recipient::social_worker;
    if (pupil.looked_after) recipients += Recipient::virtual_school_head;
    return recipients;
}

} // namespace notices_detail

void parent_is_told(const Reckoning& one, Evaluation& out)
{
    notices_detail::head_tells(RuleId::nt_01, DutyType::notify, one,
                               notices_detail::only(notices_detail::parent_or_pupil(one)), out);
}

void public_place_notice_is_given(const Reckoning& one, Evaluation& out)
{
    if (!one.day_exclusion() || !one.history->pupil.of_compulsory_school_age()) return;
    notices_detail::head_tells(RuleId::nt_03, DutyType::s104_notice_by, one, {}, out).date =
        one.exclusion->first_day;
}

void authority_is_told(const Reckoning& one, Evaluation& out)
{
    auto authority = notices_detail::only(Recipient::local_authority);
    if (one.version >= LawVersion::lv_2022 || one.goes_to_board()) {
        notices_detail::head_tells(RuleId::nt_04, DutyType::notify, one, authority, out);
        return;
    }
    if (one.may_go_to_board()) return; // Whether at once or once a term hangs on a length not told.
    authority += Recipient::board;
    notices_detail::head_tells(RuleId::nt_04t, DutyType::notify_termly, one, authority, out);
}

void board_is_told(const Reckoning& one, Evaluation& out)
{
    const auto board = notices_detail::only(Recipient::board);
    if (one.goes_to_board())
        notices_detail::head_tells(RuleId::nt_05, DutyType::notify, one, board, out);
    else if (one.version >= LawVersion::lv_2022 && !one.may_go_to_board())
        notices_detail::head_tells(RuleId::nt_05t, DutyType::notify_termly, one, board, out);
}

void social_worker_and_virtual_school_head_are_told(const Reckoning& one, Evaluation& out)
{
    if (one.version < LawVersion::lv_2022) return;
    const auto& pupil = one.history->pupil;
    if (pupil.social_worker)
        notices_detail::head_tells(RuleId::nt_06, DutyType::notify, one,
                                   notices_detail::only(Recipient::social_worker), out);
    if (pupil.looked_after)
        notices_detail::head_tells(RuleId::nt_06, DutyType::notify, one,
                                   notices_detail::only(Recipient::virtual_school_head), out);
}

void home_authority_is_told(const Reckoning& one, Evaluation& out)
{
    const auto& home = one.history->pupil.home_la;
    if (!one.permanent() || !home || *home == one.school->la) return;
    notices_detail::head_tells(RuleId::nt_07, DutyType::notify, one,
                               notices_detail::only(Recipient::home_local_authority), out);
}

void cancellation_is_told(const Reckoning& one, Evaluation& out)
{
    if (!one.cancelled) return;
    auto everyone = notices_detail::social_care(
        one.history->pupil, notices_detail::only(notices_detail::parent_or_pupil(one)));
    everyone += Recipient::board;
    everyone += Recipient::local_authority;
    notices_detail::head_tells(RuleId::ht_12, DutyType::notify, one, everyone, out).date =
        one.exclusion->cancelled->on;
    auto& back = notices_detail::head_tells(RuleId::ht_12, DutyType::reinstate, one, {}, out);
    back.date = one.exclusion->cancelled->returned_on;
    if (!back.date) back.missing = Missing::return_date;
}

} // namespace onroll::law
