#include "tests/every_route/area_records.h"
#include "tests/every_route/wall_records.h"

#include "access/store_break_glass.h"
#include "access/store_keys.h"
#include "people/store_consents.h"
#include "people/store_data_protection.h"
#include "people/store_erasure.h"
#include "people/store_export.h"
#include "people/store_households.h"
#include "people/store_import_rows.h"
#include "people/store_imports.h"
#include "people/store_limits.h"
#include "people/store_merge.h"
#include "people/store_requests.h"
#include "people/store_restrictions.h"
#include "people/store_schools.h"
#include "platform/crypto/new_id.h"
#include "sign_on/store.h"

#include <doctest/doctest.h>

#include <utility>

namespace tidemoor {

namespace area_records_detail {

/// Into the store in which the agency keeps its people.
class People {
public:
    People(db::Transaction& to, const Keeper& keeper, const people::AddressSafe& safe, Instant now)
        : to_(to), keeper_(keeper), safe_(safe),
          scope_(people::scope_of(keeper.agency.id, keeper.staff.front(), now))
    {
    }

    people::PersonId somebody(std::string given, people::PersonKind kind, std::string alert = {})
    {
        const auto id =
            people::create_person(to_, scope_,
                                  {.kind = kind,
                                   .name = {.given = std::move(given), .family = "Swale"},
                                   .alert = std::move(alert)})
                .value();
        for (const auto& user : keeper_.staff)
            REQUIRE(people::add_worker(to_, scope_, id, user).has_value());
        return id;
    }

    /// A child with a parent, and what is kept about the child.
    people::PersonId a_child()
    {
        const auto child =
            somebody("Invented", people::PersonKind::child, std::string(wall_records::alert));
        const auto adult = somebody("Inventive", people::PersonKind::adult);
        REQUIRE(people::add_tie(to_, scope_, {.child = child, .adult = adult}).has_value());
        REQUIRE(people::form_household(to_, scope_, child, "At home", {adult}, scope_.today())
                    .has_value());
        REQUIRE(
            people::add_school(to_, scope_, child, {Urn::parse("990001").value(), scope_.today()})
                .has_value());
        REQUIRE(people::add_order(to_, scope_, child,
                                  {.kind = people::OrderKind::lives_with, .concerns = adult})
                    .has_value());
        REQUIRE(people::move_person(to_, scope_, safe_, child,
                                    {.lines = {std::string(wall_records::protected_line)},
                                     .postcode = std::string(wall_records::protected_postcode)},
                                    people::Protection::protected_address, scope_.today())
                    .has_value());
        REQUIRE(people::record_consent(to_, scope_,
                                       {.id = crypto::new_id<people::ConsentId>(),
                                        .about = child,
                                        .giver = adult,
                                        .given_on = scope_.today()})
                    .has_value());
        REQUIRE(people::note_dispute(
                    to_, scope_, child,
                    {.about = "The day", .recorded = "9 May", .said = "8 May", .said_by = "Mother"})
                    .has_value());
        REQUIRE(people::receive_request(to_, scope_, child,
                                        {.asked_by = "The mother", .received_on = scope_.today()})
                    .has_value());
        ask_to_erase(child);
        share(child);
        const auto twin = somebody("Twice", people::PersonKind::child);
        auto proposing = scope_;
        // By somebody else than whoever looks, so that everybody may agree.
        proposing.user = crypto::new_id<access::UserId>();
        REQUIRE(people::propose_merge(to_, proposing, child, twin).has_value());
        return child;
    }

    /// A long list that everybody asked for, and that a colleague agreed to.
    void lists_to_take()
    {
        auto agreeing = scope_;
        agreeing.user = crypto::new_id<access::UserId>();
        for (const auto& user : keeper_.staff) {
            auto asking = scope_;
            asking.user = user;
            const auto id =
                people::ask_for_export(to_, asking, access::Purpose::statutory_duty, 1'000);
            REQUIRE(people::agree_to_export(to_, agreeing, id).has_value());
        }
    }

    void for_the_officer()
    {
        const auto child = somebody("Withheld", people::PersonKind::child);
        REQUIRE(people::withhold(to_, scope_, child, "A threat was made").has_value());
        REQUIRE(people::receive_complaint(to_, scope_,
                                          {.received_on = scope_.today(),
                                           .came_from = "The mother of a child",
                                           .about = "A letter to the wrong door"})
                    .has_value());
        REQUIRE(people::open_breach(to_, scope_,
                                    {.aware_at = scope_.now,
                                     .what = "A laptop was lost",
                                     .from = scope_.today(),
                                     .until = scope_.today()})
                    .has_value());
    }

    /// Answers where one of its rows stands beside that child.
    std::string a_list(const people::PersonId& child)
    {
        const auto id = people::send_list(to_, scope_, safe_, "list.csv",
                                          "first name,surname,date of birth\r\n"
                                          "Listed,Swale,03/04/2014\r\n"
                                          "Listed,Swale,03/04/2014\r\n");
        REQUIRE(id.has_value());
        REQUIRE(
            people::make_import(to_, scope_, safe_, *id, people::FaultyRows::refuse).has_value());
        const auto waiting = people::held_rows_of(to_, keeper_.agency.id, *id, 1);
        REQUIRE(!waiting.empty());
        return "/people/import/" + id->text() + "/rows/" + std::to_string(waiting.front().number) +
               "/compare/" + child.text();
    }

private:
    /// A request that was refused, so that there is a letter and nothing goes.
    void ask_to_erase(const people::PersonId& child)
    {
        const auto id = people::receive_erasure(
            to_, scope_, child,
            {.asked_by = "The mother", .wanted = "All of it", .received_on = scope_.today()});
        REQUIRE(id.has_value());
        const auto asked = people::find_erasure(to_, keeper_.agency.id, *id);
        REQUIRE(asked.has_value());
        REQUIRE(people::decide_erasure(to_, scope_, *asked,
                                       {.decision = people::ErasureDecision::refused,
                                        .refusals = {people::KeepReason::public_task}})
                    .has_value());
    }

    void share(const people::PersonId& child)
    {
        REQUIRE(people::begin_share(to_, scope_,
                                    {.id = crypto::new_id<people::ShareId>(),
                                     .about = child,
                                     .with = keeper_.shared_with.id.text(),
                                     .with_name = keeper_.shared_with.name,
                                     .fields = {"names"},
                                     .purpose = "A place in school",
                                     .basis = people::ShareBasis::legal_duty,
                                     .law = "Education Act 1996, section 19",
                                     .starts_on = scope_.today(),
                                     .ends_on = scope_.today() + Days{30}})
                    .has_value());
    }

    db::Transaction& to_;
    const Keeper& keeper_;
    const people::AddressSafe& safe_;
    people::Scope scope_;
};

/// A council's record that was opened in an emergency, for its officer to review.
void break_a_glass(db::Transaction& to, const Keeper& keeper, const people::PersonId& child,
                   Instant now)
{
    REQUIRE(keeper.staff.size() > 2);
    REQUIRE(
        access::set_alerted(to, keeper.agency.id, {keeper.staff[0], keeper.staff[1]}).has_value());
    const access::Actor breaker{.user = keeper.staff[2],
                                .agency = keeper.agency.id,
                                .agency_kind = keeper.agency.kind,
                                .name = {},
                                .agency_name = keeper.agency.name,
                                .roles = {access::Role::social_worker},
                                .teams = {},
                                .covers_for = {},
                                .sign_in = {.id = crypto::new_id<access::SignInId>()}};
    REQUIRE(access::break_glass(to, breaker, "person", child.text(),
                                "A child may come to harm tonight", now)
                .has_value());
}

/// The child of whom everything is kept, and the page of a list's row beside it.
struct KeptPeople {
    people::PersonId child;
    std::string row_beside_child;
};

KeptPeople keep_people(const Keeper& keeper, const people::AddressSafe& safe, Instant now)
{
    auto to = keeper.store->begin("keep one of each");
    People records(to, keeper, safe, now);
    auto child = records.a_child();
    records.lists_to_take();
    records.for_the_officer();
    auto row = records.a_list(child);
    to.commit();
    return {std::move(child), std::move(row)};
}

} // namespace area_records_detail

std::vector<std::string> keep_one_of_each(const Keeper& keeper, const people::AddressSafe& safe,
                                          const crypto::Key& providers, Instant now)
{
    using namespace area_records_detail;
    const auto [child, row_beside_child] = keep_people(keeper, safe, now);
    auto common = keeper.common->begin("keep keys");
    access::add_api_key(
        common, keeper.agency.id,
        {"Invented program", access::KeyScope::check_audit, in_london(now).date + Days{30}},
        crypto::new_id<access::ApiKeyId>(), keeper.staff.front(), now);
    // Nothing listens there, so that whoever follows its link is told so at once.
    sign_on::add_provider(common, providers,
                          {.id = crypto::new_id<sign_on::ProviderId>(),
                           .agency = keeper.agency.id,
                           .name = "Invented account",
                           .issuer = "https://localhost:9",
                           .client_id = "onroll",
                           .client_secret = "invented",
                           .hosts = {},
                           .organisations = {},
                           .second_factors = {}});
    if (keeper.agency.kind == access::AgencyKind::council)
        break_a_glass(common, keeper, child, now);
    common.commit();
    return {"/people/" + child.text(), row_beside_child};
}

} // namespace tidemoor
