#include "people/rules_consents.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

namespace onroll::people {

namespace rules_consents_test {

const auto child_id = PersonId::parse(std::string(32, 'c')).value();
const auto mother_id = PersonId::parse(std::string(32, 'a')).value();
const auto consent_id = ConsentId::parse(std::string(32, '1')).value();
const auto share_id = ShareId::parse(std::string(32, '2')).value();
const Date today = date(2026, 11, 25);
const std::string school = std::string(32, '5');

Person a_mother()
{
    Person person{mother_id};
    person.kind = PersonKind::adult;
    return person;
}

Person a_child(Date born_on)
{
    Person person{child_id};
    person.born_on = born_on;
    return person;
}

Consent a_consent()
{
    Consent consent{.id = consent_id, .about = child_id, .giver = mother_id};
    consent.purpose = ConsentPurpose::sharing;
    consent.scope = "Names and schools";
    consent.with = school;
    consent.given_on = date(2026, 11, 1);
    consent.expires_on = date(2027, 11, 1);
    return consent;
}

Share a_share()
{
    Share share{.id = share_id, .about = child_id};
    share.with = school;
    share.fields = {"names", "schools"};
    share.purpose = "To plan the return";
    share.consent = consent_id;
    share.starts_on = today;
    share.ends_on = date(2027, 3, 31);
    share.shared_by = std::string(32, '7');
    return share;
}

std::vector<std::string> wheres(const std::vector<Error>& problems)
{
    std::vector<std::string> fields;
    for (const auto& problem : problems) fields.push_back(problem.where);
    return fields;
}

} // namespace rules_consents_test

TEST_CASE("a consent holds from its day through its last day, and not on the day it is withdrawn")
{
    using namespace rules_consents_test;
    auto consent = a_consent();
    CHECK(state_of(consent, date(2026, 10, 31)) == ConsentState::not_yet);
    CHECK(state_of(consent, date(2026, 11, 1)) == ConsentState::holds);
    CHECK(state_of(consent, date(2027, 11, 1)) == ConsentState::holds);
    CHECK(state_of(consent, date(2027, 11, 2)) == ConsentState::expired);
    consent.withdrawn_on = date(2026, 12, 1);
    CHECK(state_of(consent, date(2026, 11, 30)) == ConsentState::holds);
    CHECK(state_of(consent, date(2026, 12, 1)) == ConsentState::withdrawn);
}

TEST_CASE("a refusal holds for nothing on any day, and nothing was received under it")
{
    using namespace rules_consents_test;
    auto consent = a_consent();
    consent.refused = true;
    for (const auto day : {date(2026, 10, 31), date(2026, 11, 1), date(2027, 11, 2)})
        CHECK(state_of(consent, day) == ConsentState::refused);
    CHECK(already_received({}, consent, date(2026, 12, 1)).empty());
}

TEST_CASE("a consent says which agency and which things, and who may give it")
{
    using namespace rules_consents_test;
    CHECK(problems_of(a_consent(), a_mother(), today).empty());
    auto consent = a_consent();
    consent.with.clear();
    consent.scope.clear();
    consent.given_on = today + Days{1};
    consent.expires_on = today;
    CHECK(wheres(problems_of(consent, a_mother(), today)) ==
          std::vector<std::string>{"given_on", "expires_on", "with", "fields"});
    consent = a_consent();
    consent.giver = child_id;
    consent.capacity = Capacity::young_person_16_or_over;
    CHECK(problems_of(consent, a_child(date(2010, 11, 1)), today).empty());
    CHECK(wheres(problems_of(consent, a_child(date(2010, 11, 2)), today)) ==
          std::vector<std::string>{"capacity"});
}

TEST_CASE("a younger child who understands may consent: age is never a gate")
{
    using namespace rules_consents_test;
    auto consent = a_consent();
    consent.giver = child_id;
    consent.capacity = Capacity::competent_child;
    CHECK(problems_of(consent, a_child(date(2016, 1, 1)), today).empty());
    CHECK(wheres(problems_of(consent, a_mother(), today)) == std::vector<std::string>{"capacity"});
}

TEST_CASE("an act of sharing needs each of its parts")
{
    using namespace rules_consents_test;
    const auto consent = a_consent();
    CHECK(problems_of(a_share(), &consent, today).empty());
    CHECK(wheres(problems_of(a_share(), nullptr, today)) == std::vector<std::string>{"consent"});
    auto share = a_share();
    share.with.clear();
    share.fields.clear();
    share.purpose.clear();
    share.ends_on = share.starts_on - Days{1};
    share.basis = ShareBasis::legal_duty;
    CHECK(wheres(problems_of(share, nullptr, today)) ==
          std::vector<std::string>{"with", "fields", "purpose", "ends_on", "law"});
    share = a_share();
    share.ends_on = date(2027, 11, 2);
    CHECK(wheres(problems_of(share, &consent, today)) == std::vector<std::string>{"ends_on"});
    share = a_share();
    share.with = std::string(32, '6');
    CHECK(wheres(problems_of(share, &consent, today)) == std::vector<std::string>{"consent"});
}

TEST_CASE("an override is refused while any one of its parts is missing")
{
    using namespace rules_consents_test;
    auto share = a_share();
    share.basis = ShareBasis::override_of_consent;
    CHECK(wheres(problems_of(share, nullptr, today)) == std::vector<std::string>{"reason"});
    const Override whole{.reason = "The child said that they will be hurt tonight.",
                         .authorised_by = std::string(32, '8'),
                         .family_told_on = {},
                         .not_told_because = "Telling them would raise the risk.",
                         .review_on = date(2026, 12, 2)};
    share.override_of_consent = whole;
    CHECK(problems_of(share, nullptr, today).empty());
    const auto without = [&](auto change, const std::string& field) {
        auto part = whole;
        change(part);
        share.override_of_consent = part;
        CHECK(wheres(problems_of(share, nullptr, today)) == std::vector<std::string>{field});
    };
    without([](Override& part) { part.reason = "Risk of harm"; }, "reason");
    without([](Override& part) { part.authorised_by.clear(); }, "authorised_by");
    without([&](Override& part) { part.authorised_by = share.shared_by; }, "authorised_by");
    without([](Override& part) { part.not_told_because.clear(); }, "told");
    without([](Override& part) { part.review_on.reset(); }, "review");
    without([](Override& part) { part.review_on = today; }, "review");
}

TEST_CASE("nothing is seen before the start, after the end, or once consent is withdrawn")
{
    using namespace rules_consents_test;
    CHECK(rc::check([] {
        auto consent = a_consent();
        auto share = a_share();
        share.starts_on = today + Days{*rc::gen::inRange(-20, 20)};
        share.ends_on = share.starts_on + Days{*rc::gen::inRange(0, 40)};
        if (*rc::gen::arbitrary<bool>())
            consent.withdrawn_on = today + Days{*rc::gen::inRange(-20, 40)};
        if (*rc::gen::arbitrary<bool>())
            share.stopped_on = today + Days{*rc::gen::inRange(-20, 40)};
        const Date day = today + Days{*rc::gen::inRange(-30, 80)};
        const bool open = day >= share.starts_on && day <= share.ends_on &&
                          (!share.stopped_on || day < *share.stopped_on) &&
                          day >= consent.given_on && day <= *consent.expires_on &&
                          (!consent.withdrawn_on || day < *consent.withdrawn_on);
        const auto seen = fields_seen({share}, {consent}, school, child_id, day);
        RC_ASSERT(seen.empty() != open);
        // The same tie opens nothing for another agency, or about another child.
        RC_ASSERT(fields_seen({share}, {consent}, std::string(32, '6'), child_id, day).empty());
        RC_ASSERT(fields_seen({share}, {consent}, school, mother_id, day).empty());
    }));
}

TEST_CASE("withdrawing lists what was already received and opens nothing again")
{
    using namespace rules_consents_test;
    auto consent = a_consent();
    auto share = a_share();
    CHECK(already_received({share}, consent, today).empty());
    consent.withdrawn_on = today + Days{3};
    CHECK(already_received({share}, consent, today + Days{2}).empty());
    CHECK(already_received({share}, consent, today + Days{3}).size() == 1);
    // A share of the day on which consent ended may have been read that morning.
    share.starts_on = today + Days{3};
    CHECK(already_received({share}, consent, today + Days{4}).size() == 1);
    share.starts_on = today + Days{4};
    CHECK(already_received({share}, consent, today + Days{4}).empty());
}

} // namespace onroll::people
