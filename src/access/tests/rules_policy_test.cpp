#include "access/tests/policy_people.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rules_policy_test {

using namespace onroll;
using namespace onroll::access;
using namespace onroll::access::policy_tests;

template <class Check>
void for_every_standing(const Check& check)
{
    for (const auto relation : all_relations())
        for (const auto strand : all_strands())
            for (int flags = 0; flags < 8; ++flags)
                check(Standing{.relation = relation,
                               .strand = strand,
                               .closed = (flags & 1) != 0,
                               .withheld = (flags & 2) != 0,
                               .conflict = (flags & 4) != 0});
}

/// Everything that a person could give.
const Given everything{Purpose::direct_work, now + an_hour, true};

TEST_CASE("nobody outside the advice service reaches its strand or the linkage set, whatever they "
          "give, nor break-glass")
{
    for (const auto& act : all_acts())
        for (const auto& [kind, role] : all_staff()) {
            if (kind == AgencyKind::advice_service) continue;
            const auto actor = an_actor(kind, {role});
            for_every_standing([&](const Standing& standing) {
                if (standing.strand != Strand::advice && standing.strand != Strand::linkage) return;
                CHECK(decide(actor, act.name, standing, everything, now) == Answer::refused);
            });
        }
}

TEST_CASE("nobody acts on their own record or a relative’s")
{
    for (const auto& act : all_acts())
        for (const auto& [kind, role] : all_staff())
            for_every_standing([&, &its_kind = kind, &its_role = role](const Standing& standing) {
                if (!standing.conflict) return;
                CHECK(decide(an_actor(its_kind, {its_role}), act.name, standing, everything, now) ==
                      Answer::refused);
            });
}

TEST_CASE("a record of another agency is refused as if it were not there")
{
    for (const auto& act : all_acts())
        for (const auto& [kind, role] : all_staff())
            for_every_standing([&, &its_kind = kind, &its_role = role](const Standing& standing) {
                if (standing.relation != Relation::other_agency &&
                    standing.relation != Relation::share_ended)
                    return;
                CHECK(decide(an_actor(its_kind, {its_role}), act.name, standing, everything, now) ==
                      Answer::refused);
            });
}

TEST_CASE("what is shared can be read and printed, never changed, exported or shared on")
{
    for (const auto& act : all_acts())
        for (const auto& [kind, role] : all_staff())
            for_every_standing([&, &its_kind = kind, &its_role = role](const Standing& standing) {
                if (standing.relation != Relation::shared) return;
                const auto answer =
                    decide(an_actor(its_kind, {its_role}), act.name, standing, everything, now);
                if (answer != Answer::refused) {
                    CHECK((act.name == "people.view" || act.name == "people.print"));
                    CHECK_FALSE(standing.withheld);
                }
            });
}

TEST_CASE("administrators, of an agency or of the machine, and those who work with figures open no "
          "record")
{
    for (const auto& act : all_acts()) {
        if (act.concerns != Concerns::record) continue;
        for (const auto& [kind, role] : all_staff()) {
            if (opens_records(role)) continue;
            CHECK_FALSE(may_ever(an_actor(kind, {role}), act.name));
        }
    }
}

TEST_CASE("a key changes nothing but by a list that it brings, and opens no record that a person "
          "would need more than a reason for")
{
    for (const auto& act : all_acts())
        for (const auto kind : all_agency_kinds())
            for (const auto scope : all_key_scopes()) {
                const auto actor = Who{kind, {}, scope}.actor();
                const bool brings = scope == KeyScope::bring_children &&
                                    (kind == AgencyKind::council || kind == AgencyKind::school);
                if (act.effect == Effect::changes)
                    CHECK(may_ever(actor, act.name) == (brings && act.name == "people.import"));
                for_every_standing([&](const Standing& standing) {
                    if (standing.withheld || standing.conflict ||
                        standing.strand != Strand::general || kind == AgencyKind::advice_service)
                        CHECK(decide(actor, act.name, standing, everything, now) ==
                              Answer::refused);
                });
            }
}

TEST_CASE("two roles of one person give what either gives, and nothing more")
{
    for (const auto& act : all_acts())
        for (const auto one : roles_of(AgencyKind::council))
            for (const auto other : roles_of(AgencyKind::council))
                for (const auto& column : columns(Strand::safeguarding)) {
                    const auto ask = [&](std::vector<Role> roles) {
                        return decide(an_actor(AgencyKind::council, std::move(roles)), act.name,
                                      column.standing, {}, now);
                    };
                    CHECK(ask({one, other}) == std::min(ask({one}), ask({other})));
                }
}

/// Whether there is a record, or a moment, in which the policy does not refuse.
bool is_ever_open(const Actor& actor, std::string_view act)
{
    bool open = decide(actor, act, everything, now) != Answer::refused;
    for_every_standing([&](const Standing& standing) {
        open = open || decide(actor, act, standing, everything, now) != Answer::refused;
    });
    return open;
}

TEST_CASE("what may ever be done is what some record or some moment allows, and no more")
{
    for (const auto& act : all_acts())
        for (const auto& who : everybody()) {
            CAPTURE(act.name);
            CAPTURE(who.name());
            CAPTURE(key_of(who.kind));
            CHECK(may_ever(who.actor(), act.name) == is_ever_open(who.actor(), act.name));
        }
}

TEST_CASE("the NHS number is for councils, schools, providers and health, not for a charity")
{
    const Standing own{.relation = Relation::own_caseload};
    for (const auto& [kind, expected] : {std::pair{AgencyKind::health, Answer::allowed},
                                         {AgencyKind::voluntary, Answer::refused},
                                         {AgencyKind::advice_service, Answer::refused}}) {
        const auto worker = an_actor(kind, {Role::referral_worker});
        CHECK(decide(worker, "people.nhs_number", own, everything, now) == expected);
        CHECK(may_ever(worker, "people.nhs_number") == (expected == Answer::allowed));
    }
}

TEST_CASE("what one kind of agency alone does is offered to nobody of another")
{
    for (const auto kind : {AgencyKind::council, AgencyKind::school, AgencyKind::trust}) {
        CHECK_FALSE(may_ever(an_actor(kind, {Role::administrator}), "cases_kept.view"));
        CHECK_FALSE(may_ever(an_actor(kind, {Role::data_protection_officer}), "cases_kept.view"));
    }
    CHECK(may_ever(an_actor(AgencyKind::advice_service, {Role::administrator}), "cases_kept.view"));
}

TEST_CASE("a break-glass that has run out opens nothing")
{
    const auto officer = an_actor(AgencyKind::council, {Role::inclusion_officer});
    const Standing withheld{.relation = Relation::same_agency, .withheld = true};
    CHECK(decide(officer, "people.view", withheld, {}, now) == Answer::ask_break_glass);
    CHECK(decide(officer, "people.view", withheld, {.glass_until = now + an_hour}, now) ==
          Answer::allowed);
    CHECK(decide(officer, "people.view", withheld, {.glass_until = now}, now) ==
          Answer::ask_break_glass);
    CHECK(decide(officer, "people.change", withheld, {.glass_until = now + an_hour}, now) ==
          Answer::refused);
}

TEST_CASE("an act that is not listed is refused")
{
    const auto officer = an_actor(AgencyKind::council, {Role::inclusion_officer});
    CHECK(decide(officer, "people.sell", {.relation = Relation::own_caseload}, everything, now) ==
          Answer::refused);
    CHECK(decide(officer, "people.sell", everything, now) == Answer::refused);
    CHECK_FALSE(may_ever(officer, "people.sell"));
}

TEST_CASE("how somebody stands to a record follows from whose it is")
{
    auto actor = an_actor(AgencyKind::council, {Role::inclusion_officer});
    const auto team = TeamId::parse(std::string(32, '7')).value();
    Holding holding{.agency = agency('a')};
    CHECK(relation_of(actor, holding) == Relation::same_agency);
    holding.teams = {team};
    CHECK(relation_of(actor, holding) == Relation::same_agency);
    actor.teams = {team};
    CHECK(relation_of(actor, holding) == Relation::team_caseload);
    holding.workers = {user('9')};
    CHECK(relation_of(actor, holding) == Relation::team_caseload);
    actor.covers_for = {user('9')};
    CHECK(relation_of(actor, holding) == Relation::covered_caseload);
    holding.workers = {user('9'), user('1')};
    CHECK(relation_of(actor, holding) == Relation::own_caseload);
    holding.agency = agency('b');
    CHECK(relation_of(actor, holding) == Relation::other_agency);
    holding.share_runs = true;
    CHECK(relation_of(actor, holding) == Relation::shared);
    holding.share_runs = false;
    CHECK(relation_of(actor, holding) == Relation::share_ended);
}

} // namespace rules_policy_test
