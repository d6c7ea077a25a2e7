#include "access/rules_policy.h"

#include <algorithm>
#include <array>

namespace onroll::access {

namespace policy_detail {

using enum Role;

/// How far a role reaches with an act.
enum class Reach {
    nowhere,
    shared,   ///< only what another agency shares with this one
    named,    ///< records on the actor's own caseload, or one that they cover
    caseload, ///< the same, and the team's
    purpose,  ///< the same, and others of the agency once a purpose is given
    freely    ///< every record of the agency
};

bool is_one_of(Role role, std::initializer_list<Role> roles)
{
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

bool starts(std::string_view act, std::string_view noun)
{
    return act.starts_with(noun);
}

/// Those who work with children's records in an agency of their own.
bool is_worker(Role role)
{
    return is_one_of(role, {adviser, advice_manager, inclusion_officer, council_officer,
                            social_worker, school_office, senco, headteacher, safeguarding_lead,
                            referral_worker, provider_worker});
}

/// Those who see only what is handed to them, for as long as it is.
bool is_guest(Role role)
{
    return is_one_of(role, {panel_chair, panel_member, board_clerk, trust_officer});
}

/// A worker's reach: an adviser's ends at the caseload, since the manager alone sees all cases.
Reach of_worker(Role role)
{
    if (!is_worker(role)) return Reach::nowhere;
    return role == adviser ? Reach::caseload : Reach::purpose;
}

Reach reach_in_people(Role role, const Act& act)
{
    if (act.name == "people.view" || act.name == "people.print") {
        if (role == data_protection_officer) return Reach::purpose;
        return is_guest(role) ? Reach::shared : of_worker(role);
    }
    if (act.named_people) return is_worker(role) ? Reach::named : Reach::nowhere;
    if (act.name == "people.search") {
        return is_worker(role) || role == data_protection_officer ? Reach::freely : Reach::nowhere;
    }
    if (act.name == "people.declare_conflict")
        return is_worker(role) ? Reach::freely : Reach::nowhere;
    if (act.name == "people.create") return is_worker(role) ? Reach::freely : Reach::nowhere;
    if (act.name == "people.import")
        return is_one_of(role, {inclusion_officer, council_officer, school_office, headteacher})
                   ? Reach::freely
                   : Reach::nowhere;
    if (act.name == "people.export_many")
        return is_one_of(role,
                         {inclusion_officer, advice_manager, headteacher, data_protection_officer})
                   ? Reach::freely
                   : Reach::nowhere;
    if (act.name == "people.nhs_number")
        return is_one_of(role, {inclusion_officer, social_worker, senco, headteacher,
                                safeguarding_lead, referral_worker})
                   ? Reach::caseload
                   : Reach::nowhere;
    if (act.name == "people.merge")
        return is_one_of(role, {referral_worker, provider_worker, social_worker}) ? Reach::nowhere
                                                                                  : of_worker(role);
    if (act.name == "people.export") return is_worker(role) ? Reach::freely : Reach::nowhere;
    if (act.name == "people.dispute" && role == data_protection_officer) return Reach::purpose;
    return of_worker(role);
}

/// Those who may share without consent, each with the word of another of them.
bool shares_without_consent(Role role)
{
    return is_one_of(
        role, {advice_manager, inclusion_officer, social_worker, headteacher, safeguarding_lead});
}

Reach reach_in_shares(Role role, const Act& act)
{
    if (act.name == "shares.received")
        return is_worker(role) || is_guest(role) ? Reach::freely : Reach::nowhere;
    if (act.name == "consents.word")
        return is_one_of(role, {data_protection_officer, advice_manager}) ? Reach::freely
                                                                          : Reach::nowhere;
    if (act.name == "shares.override")
        return shares_without_consent(role) ? Reach::purpose : Reach::nowhere;
    if (act.effect == Effect::reads && role == data_protection_officer) return Reach::purpose;
    return of_worker(role);
}

/// Who was let in to help looks, and changes nothing but their own account.
Reach reach_of_support(const Act& act)
{
    const bool looks = act.name == "staff.view" || act.name == "api_keys.view" ||
                       act.name == "support.view" || act.name == "audit.check";
    const bool own_account = starts(act.name, "account.");
    return looks || own_account ? Reach::freely : Reach::nowhere;
}

Reach reach_of_role(Role role, const Act& act)
{
    if (role == support) return reach_of_support(act);
    if (act.concerns == Concerns::self) {
        if (act.name == "purpose.give")
            return is_worker(role) || role == data_protection_officer ? Reach::freely
                                                                      : Reach::nowhere;
        if (act.name == "shares.allowed")
            return shares_without_consent(role) ? Reach::freely : Reach::nowhere;
        return Reach::freely;
    }
    if (act.name == "agency.open")
        return role == system_administrator ? Reach::freely : Reach::nowhere;
    if (starts(act.name, "staff.") || starts(act.name, "agency.") ||
        starts(act.name, "api_keys.") || starts(act.name, "support."))
        return role == administrator ? Reach::freely : Reach::nowhere;
    if (starts(act.name, "people.")) return reach_in_people(role, act);
    if (starts(act.name, "consents.") || starts(act.name, "shares."))
        return reach_in_shares(role, act);
    if (act.name == "retention.waiting" || act.name == "retention.agree")
        return is_one_of(role, {data_protection_officer, headteacher, advice_manager, area_leader,
                                administrator})
                   ? Reach::freely
                   : Reach::nowhere;
    if (starts(act.name, "cases_kept."))
        return is_one_of(role, {data_protection_officer, advice_manager, administrator})
                   ? Reach::freely
                   : Reach::nowhere;
    if (starts(act.name, "retention.") || starts(act.name, "records_request.") ||
        starts(act.name, "limits.") || starts(act.name, "data_protection.") ||
        act.name == "audit.unusual" || act.name == "audit.check" ||
        (starts(act.name, "break_glass.") && act.concerns == Concerns::agency))
        return role == data_protection_officer ? Reach::freely : Reach::nowhere;
    if (act.name == "audit.record") {
        if (role == data_protection_officer) return Reach::freely;
        return is_worker(role) ? Reach::named : Reach::nowhere;
    }
    if (act.name == "statistics.import") return role == data_lead ? Reach::freely : Reach::nowhere;
    if (act.name == "rights.acknowledge")
        return role == headteacher ? Reach::freely : Reach::nowhere;
    if (act.name == "rights.view")
        return is_one_of(role, {headteacher, school_office, senco, inclusion_officer,
                                council_officer, area_leader})
                   ? Reach::freely
                   : Reach::nowhere;
    if (act.name == "break_glass.open")
        return is_one_of(role, {inclusion_officer, council_officer, social_worker})
                   ? Reach::freely
                   : Reach::nowhere;
    if (act.name == "advice.allocate" || act.name == "advice.settings")
        return role == advice_manager ? Reach::freely : Reach::nowhere;
    if (starts(act.name, "advice.")) {
        if (act.concerns == Concerns::agency)
            return is_one_of(role, {adviser, advice_manager}) ? Reach::freely : Reach::nowhere;
        return role == adviser          ? Reach::caseload
               : role == advice_manager ? Reach::purpose
                                        : Reach::nowhere;
    }
    return Reach::nowhere;
}

/// Acts that only one kind of agency knows.
bool fits(AgencyKind kind, std::string_view act)
{
    if (starts(act, "advice.") || starts(act, "cases_kept."))
        return kind == AgencyKind::advice_service;
    if (starts(act, "break_glass.")) return kind == AgencyKind::council;
    if (act == "people.nhs_number")
        return kind != AgencyKind::advice_service && kind != AgencyKind::voluntary;
    if (act == "rights.acknowledge") return kind == AgencyKind::school;
    if (act == "rights.view") return kind == AgencyKind::school || kind == AgencyKind::council;
    return true;
}

/// What a role reaches in the actor's kind of agency: the one rule from which both what is decided
/// now and what may ever be follow.
Reach reach_of(const Actor& actor, Role role, const Act& act)
{
    return fits(actor.agency_kind, act.name) ? reach_of_role(role, act) : Reach::nowhere;
}

bool is_of_own_agency(Relation relation)
{
    return relation != Relation::shared && relation != Relation::share_ended &&
           relation != Relation::other_agency;
}

bool is_named(Relation relation)
{
    return relation == Relation::own_caseload || relation == Relation::covered_caseload;
}

/// Whether a role enters a strand at all, apart from how far it reaches there.
bool enters(const Actor& actor, Role role, const Act& act, Strand strand)
{
    const bool of_advice = starts(act.name, "advice.");
    if (of_advice && strand != Strand::advice) return false;
    const bool officer = role == data_protection_officer && act.in_any_strand;
    switch (strand) {
    case Strand::general:
        return true;
    case Strand::safeguarding:
        return officer || is_one_of(role, {social_worker, safeguarding_lead});
    case Strand::advice:
        return actor.agency_kind == AgencyKind::advice_service &&
               (officer || is_one_of(role, {adviser, advice_manager}) ||
                (role == data_protection_officer && starts(act.name, "retention.")));
    case Strand::linkage:
        return actor.agency_kind == AgencyKind::advice_service &&
               (officer || role == advice_manager);
    }
    return false;
}

/// Break-glass is a council's, for its own records, for reading, and stops before the advice strand
/// and the linkage set.
bool glass_may_open(const Actor& actor, Role role, const Act& act, const Standing& standing)
{
    return actor.agency_kind == AgencyKind::council &&
           is_one_of(role, {inclusion_officer, council_officer, social_worker}) &&
           is_of_own_agency(standing.relation) && !standing.conflict &&
           (standing.strand == Strand::general || standing.strand == Strand::safeguarding) &&
           (act.name == "people.view" || act.name == "people.address");
}

/// What the role reaches by its own right.
Answer by_right(const Actor& actor, Role role, const Act& act, const Standing& standing,
                const Given& given)
{
    const auto reach = reach_of(actor, role, act);
    const auto relation = standing.relation;
    if (reach == Reach::nowhere || !enters(actor, role, act, standing.strand))
        return Answer::refused;
    if (standing.closed && act.effect == Effect::changes && !act.when_closed)
        return Answer::refused;
    if (relation == Relation::shared) {
        const bool may = act.on_shared && reach != Reach::freely && !standing.withheld &&
                         standing.strand != Strand::advice && standing.strand != Strand::linkage &&
                         role != data_protection_officer;
        return may ? Answer::allowed : Answer::refused;
    }
    if (!is_of_own_agency(relation) || reach == Reach::shared) return Answer::refused;
    if (reach == Reach::freely) return Answer::allowed;
    if (is_named(relation)) return Answer::allowed;
    if (standing.withheld || reach == Reach::named) return Answer::refused;
    if (relation == Relation::team_caseload) return Answer::allowed;
    if (reach != Reach::purpose) return Answer::refused;
    return given.purpose ? Answer::allowed : Answer::ask_purpose;
}

Answer with_needs(const Actor& actor, const Act& act, const Given& given)
{
    if (act.fresh_proof && !actor.sign_in.fresh) return Answer::ask_proof;
    if (act.two_people && !given.second_person) return Answer::ask_second_person;
    return Answer::allowed;
}

Answer for_role(const Actor& actor, Role role, const Act& act, const Standing& standing,
                const Given& given, PolicyMoment now)
{
    if (standing.conflict) return Answer::refused;
    if (act.name == "break_glass.open") {
        const auto& view = *act_named("people.view");
        if (!glass_may_open(actor, role, view, standing)) return Answer::refused;
        return with_needs(actor, act, given);
    }
    const auto answer = by_right(actor, role, act, standing, given);
    if (answer == Answer::allowed) return with_needs(actor, act, given);
    if (answer == Answer::refused && glass_may_open(actor, role, act, standing))
        return given.glass_until && now < *given.glass_until ? Answer::allowed
                                                             : Answer::ask_break_glass;
    return answer;
}

/// The few acts that a key of a scope opens. A program gives no purpose and breaks no glass: what
/// it may read without either is all.
bool key_opens(KeyScope scope, std::string_view act)
{
    switch (scope) {
    case KeyScope::read_children:
        return act == "people.search" || act == "people.view";
    case KeyScope::bring_children:
        return act == "people.import";
    case KeyScope::check_audit:
        return act == "audit.check";
    }
    return false;
}

/// The same for a key as reach_of for a role.
bool key_reaches(const Actor& actor, const Act& act)
{
    return key_opens(*actor.key, act.name) && access::fits(actor.agency_kind, *actor.key) &&
           fits(actor.agency_kind, act.name);
}

Answer by_key(const Actor& actor, const Act& act, const Standing& standing)
{
    const bool may = key_reaches(actor, act) && is_of_own_agency(standing.relation) &&
                     standing.strand == Strand::general && !standing.withheld && !standing.conflict;
    return may ? Answer::allowed : Answer::refused;
}

} // namespace policy_detail

std::string_view key_of(Answer answer)
{
    constexpr std::array<std::string_view, 6> words{
        "allowed", "ask_proof", "ask_second_person", "ask_purpose", "ask_break_glass", "refused"};
    return words[static_cast<std::size_t>(answer)];
}

bool fits(AgencyKind kind, KeyScope scope)
{
    switch (scope) {
    case KeyScope::read_children:
        // The advice service keeps its people apart, and no program reads them.
        return kind != AgencyKind::advice_service;
    case KeyScope::bring_children:
        // As its people may, who import lists.
        return kind == AgencyKind::council || kind == AgencyKind::school;
    case KeyScope::check_audit:
        return true;
    }
    return false;
}

Answer decide(const Actor& actor, std::string_view act, const Standing& standing,
              const Given& given, PolicyMoment now)
{
    const auto* known = act_named(act);
    auto best = Answer::refused;
    if (!known || known->concerns != Concerns::record) return best;
    if (actor.key) return policy_detail::by_key(actor, *known, standing);
    for (const auto role : actor.roles)
        best = std::min(best, policy_detail::for_role(actor, role, *known, standing, given, now));
    return best;
}

Answer decide(const Actor& actor, std::string_view act, const Given& given, PolicyMoment)
{
    const auto* known = act_named(act);
    if (!known || known->concerns == Concerns::record) return Answer::refused;
    if (actor.key)
        return policy_detail::key_reaches(actor, *known) ? Answer::allowed : Answer::refused;
    for (const auto role : actor.roles)
        if (policy_detail::reach_of(actor, role, *known) == policy_detail::Reach::freely)
            return policy_detail::with_needs(actor, *known, given);
    return Answer::refused;
}

bool may_ever(const Actor& actor, std::string_view act)
{
    const auto* known = act_named(act);
    if (!known) return false;
    if (actor.key) return policy_detail::key_reaches(actor, *known);
    return std::any_of(actor.roles.begin(), actor.roles.end(), [&](Role role) {
        return policy_detail::reach_of(actor, role, *known) != policy_detail::Reach::nowhere;
    });
}

Relation relation_of(const Actor& actor, const Holding& holding)
{
    if (holding.agency != actor.agency) {
        if (!holding.share_runs) return Relation::other_agency;
        return *holding.share_runs ? Relation::shared : Relation::share_ended;
    }
    const auto is_worker = [&](const UserId& user) {
        return std::find(holding.workers.begin(), holding.workers.end(), user) !=
               holding.workers.end();
    };
    if (is_worker(actor.user)) return Relation::own_caseload;
    if (std::any_of(actor.covers_for.begin(), actor.covers_for.end(), is_worker))
        return Relation::covered_caseload;
    if (std::any_of(holding.teams.begin(), holding.teams.end(),
                    [&](const TeamId& team) { return actor.is_in(team); }))
        return Relation::team_caseload;
    return Relation::same_agency;
}

} // namespace onroll::access
