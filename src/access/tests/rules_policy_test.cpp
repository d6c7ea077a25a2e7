#include "access/rules_policy.h"
#include "access/rules_roles.h"

#include "helpers/shared_data.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace rules_policy_test {

using namespace onroll;
using namespace onroll::access;

const PolicyMoment now{std::chrono::hours(500'000)};
constexpr auto an_hour = std::chrono::hours(1);

UserId user(char digit)
{
    return UserId::parse(std::string(32, digit)).value();
}
AgencyId agency(char digit)
{
    return AgencyId::parse(std::string(32, digit)).value();
}

Actor an_actor(AgencyKind kind, std::vector<Role> roles, bool fresh = true)
{
    return {.user = user('1'),
            .agency = agency('a'),
            .agency_kind = kind,
            .name = "Amina Shah",
            .agency_name = "An agency",
            .roles = std::move(roles),
            .teams = {},
            .covers_for = {},
            .sign_in = {.id = SignInId::parse(std::string(32, '2')).value(), .fresh = fresh}};
}

/// What may be given or not, all sixteen ways.
struct Way {
    bool fresh, second, purpose, glass;
};
std::vector<Way> all_ways()
{
    std::vector<Way> ways;
    for (int i = 0; i < 16; ++i)
        ways.push_back({(i & 1) != 0, (i & 2) != 0, (i & 4) != 0, (i & 8) != 0});
    return ways;
}
Given given_in(const Way& way)
{
    Given given;
    if (way.purpose) given.purpose = Purpose::direct_work;
    if (way.glass) given.glass_until = now + an_hour;
    given.second_person = way.second;
    return given;
}

/// The columns of the matrix that stand for a record.
struct Column {
    std::string_view name;
    Standing standing;
};
std::vector<Column> columns(Strand strand)
{
    std::vector<Column> all;
    for (const auto relation : all_relations())
        all.push_back({key_of(relation), {.relation = relation, .strand = strand}});
    all.push_back(
        {"withheld", {.relation = Relation::team_caseload, .strand = strand, .withheld = true}});
    all.push_back(
        {"closed", {.relation = Relation::own_caseload, .strand = strand, .closed = true}});
    all.push_back(
        {"conflict", {.relation = Relation::own_caseload, .strand = strand, .conflict = true}});
    return all;
}

/// Which row of the matrix: act, kind of agency, role, strand ("-" where no record is concerned).
using Row = std::array<std::string, 4>;
using Cells = std::vector<std::string>;
using Matrix = std::map<Row, Cells>;

/// A role, or the scope of a key in place of one.
struct Who {
    AgencyKind kind;
    std::vector<Role> roles{};
    std::optional<KeyScope> key{};

    std::string name() const
    {
        return key ? "key:" + std::string(key_of(*key)) : std::string(key_of(roles.front()));
    }
    Actor actor(bool fresh = true) const
    {
        auto one = an_actor(kind, roles, fresh);
        one.key = key;
        return one;
    }
};

std::vector<std::pair<AgencyKind, Role>> all_staff()
{
    std::vector<std::pair<AgencyKind, Role>> staff;
    for (const auto kind : all_agency_kinds()) {
        for (const auto role : roles_of(kind)) staff.emplace_back(kind, role);
        for (const auto role : {Role::system_administrator, Role::support})
            staff.emplace_back(kind, role);
    }
    return staff;
}

/// Every role in every kind of agency, and every key.
std::vector<Who> everybody()
{
    std::vector<Who> all;
    for (const auto& [kind, role] : all_staff()) all.push_back({kind, {role}, {}});
    for (const auto kind : all_agency_kinds())
        for (const auto scope : all_key_scopes()) all.push_back({kind, {}, scope});
    return all;
}

std::string cell_for(Answer answer)
{
    switch (answer) {
    case Answer::allowed:
        return "yes";
    case Answer::ask_purpose:
        return "purpose";
    case Answer::ask_break_glass:
        return "glass";
    default:
        return "no";
    }
}

std::string needs_of(const Act& act)
{
    std::string needs = act.fresh_proof ? "proof" : "";
    if (act.two_people) needs += needs.empty() ? "two" : " two";
    return needs;
}

std::string header()
{
    std::string line = "act,needs,agencies,role,strand,whole_agency";
    for (const auto& column : columns(Strand::general)) line += "," + std::string(column.name);
    return line;
}

/// As the rules answer, for whoever reviews a change of them.
std::string written_matrix()
{
    std::string text = header() + "\n";
    for (const auto& act : all_acts()) {
        std::vector<std::pair<std::string, std::string>> lines; // what is the same, and agencies
        for (const auto& who : everybody()) {
            const auto actor = who.actor();
            const Given second{.second_person = true};
            const auto add = [&](const std::string& strand, const Cells& cells) {
                if (std::all_of(cells.begin(), cells.end(),
                                [](const auto& cell) { return cell == "no" || cell == "-"; }))
                    return;
                std::string rest = who.name() + "," + strand;
                for (const auto& cell : cells) rest += "," + cell;
                for (auto& [line, agencies] : lines)
                    if (line == rest) {
                        agencies += " " + std::string(key_of(who.kind));
                        return;
                    }
                lines.emplace_back(rest, key_of(who.kind));
            };
            if (act.concerns != Concerns::record) {
                Cells cells(1 + columns(Strand::general).size(), "-");
                cells[0] = cell_for(decide(actor, act.name, second, now));
                add("-", cells);
                continue;
            }
            for (const auto strand : all_strands()) {
                Cells cells{"-"};
                for (const auto& column : columns(strand))
                    cells.push_back(
                        cell_for(decide(actor, act.name, column.standing, second, now)));
                add(std::string(key_of(strand)), cells);
            }
        }
        for (const auto& [line, agencies] : lines)
            text +=
                std::string(act.name) + "," + needs_of(act) + "," + agencies + "," + line + "\n";
    }
    return text;
}

std::vector<std::string> split(const std::string& line, char mark)
{
    std::vector<std::string> words;
    std::stringstream in(line);
    for (std::string word; std::getline(in, word, mark);) words.push_back(word);
    return words;
}

Matrix read_matrix()
{
    const auto path = tests::source_file("docs/reference/authorisation-matrix.csv");
    if (std::getenv("ONROLL_UPDATE_DOCS")) std::ofstream(path) << written_matrix();
    std::ifstream in(path);
    std::string line;
    REQUIRE(std::getline(in, line));
    CHECK(line == header());
    Matrix matrix;
    while (std::getline(in, line)) {
        const auto words = split(line, ',');
        CAPTURE(line);
        REQUIRE(words.size() == 6 + columns(Strand::general).size());
        const auto* act = act_named(words[0]);
        REQUIRE(act != nullptr);
        CHECK(words[1] == needs_of(*act));
        CHECK((words[3].starts_with("key:") ? key_scope_named(words[3].substr(4)).has_value()
                                            : role_named(words[3]).has_value()));
        for (const auto& kind : split(words[2], ' ')) {
            CHECK(agency_kind_named(kind).has_value());
            const bool is_new = matrix
                                    .emplace(Row{words[0], kind, words[3], words[4]},
                                             Cells(words.begin() + 5, words.end()))
                                    .second;
            CHECK(is_new);
        }
    }
    return matrix;
}

/// What the cell says for one way of giving.
Answer expected(const std::string& cell, const Act& act, const Way& way)
{
    if (cell == "glass") return way.glass ? Answer::allowed : Answer::ask_break_glass;
    if (cell == "purpose" && !way.purpose) return Answer::ask_purpose;
    if (cell == "yes" || cell == "purpose") {
        if (act.fresh_proof && !way.fresh) return Answer::ask_proof;
        if (act.two_people && !way.second) return Answer::ask_second_person;
        return Answer::allowed;
    }
    return Answer::refused;
}

TEST_CASE("every act of every role in every relation is answered as the reviewed matrix says, and "
          "what it does not list is refused")
{
    const auto matrix = read_matrix();
    std::set<Row> met;
    std::int64_t checks = 0, wrong = 0;
    for (const auto& act : all_acts())
        for (const auto& who : everybody())
            for (const auto strand : all_strands()) {
                const bool record = act.concerns == Concerns::record;
                if (!record && strand != Strand::general) continue;
                const Row row{std::string(act.name), std::string(key_of(who.kind)), who.name(),
                              record ? std::string(key_of(strand)) : "-"};
                const auto found = matrix.find(row);
                if (found != matrix.end()) met.insert(row);
                for (const auto& way : all_ways()) {
                    const auto actor = who.actor(way.fresh);
                    const auto given = given_in(way);
                    const auto check = [&](const std::string& cell, Answer answer) {
                        ++checks;
                        if (expected(cell, act, way) != answer) {
                            ++wrong;
                            CAPTURE(row[0]);
                            CAPTURE(row[1]);
                            CAPTURE(row[2]);
                            CAPTURE(row[3]);
                            CHECK(std::string(key_of(answer)) ==
                                  std::string(key_of(expected(cell, act, way))));
                        }
                    };
                    if (!record) {
                        check(found == matrix.end() ? "no" : found->second[0],
                              decide(actor, act.name, given, now));
                        continue;
                    }
                    const auto all = columns(strand);
                    for (std::size_t i = 0; i < all.size(); ++i)
                        check(found == matrix.end() ? "no" : found->second[i + 1],
                              decide(actor, act.name, all[i].standing, given, now));
                }
            }
    CHECK(wrong == 0);
    CHECK(met.size() == matrix.size());
    std::cout << "authorisation matrix: " << all_acts().size() << " acts, " << matrix.size()
              << " rows listed, " << checks << " answers checked\n";
    CHECK(checks > 100'000);
}

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

TEST_CASE("what may ever be done covers all that is ever allowed")
{
    for (const auto& act : all_acts())
        for (const auto& [kind, role] : all_staff()) {
            const auto actor = an_actor(kind, {role});
            if (may_ever(actor, act.name)) continue;
            CHECK(decide(actor, act.name, everything, now) == Answer::refused);
            for_every_standing([&](const Standing& standing) {
                CHECK(decide(actor, act.name, standing, everything, now) == Answer::refused);
            });
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
