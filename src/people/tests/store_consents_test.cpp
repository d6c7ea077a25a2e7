#include "people/rules_consents.h"
#include "people/store_consents.h"
#include "people/store_received.h"
#include "people/store_retention.h"

#include "people/tests/builders.h"

#include "audit/store.h"
#include "helpers/test_database.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

namespace onroll::people {

using namespace tests_of_people;

namespace store_consents_test {

Scope later(int days, const access::UserId& user = an_officer)
{
    return scope_of(the_council, user, FixedClock(test_day + Days{days}).now());
}

struct Family {
    PersonId child;
    PersonId mother;
};

Family a_family(db::Database& database)
{
    prepared(database);
    Family family{made(database, a_child_named("James", "Smith")),
                  made(database, an_adult_named("Anna", "Smith"))};
    doing(database, [&](db::Transaction& t) {
        return add_wording(t, a_scope(), ConsentPurpose::sharing, "I agree …", date(2026, 1, 1))
            .value();
    });
    return family;
}

Consent to_share(const Family& family)
{
    Consent consent{.id = ConsentId::parse(std::string(32, '0')).value(),
                    .about = family.child,
                    .giver = family.mother};
    consent.purpose = ConsentPurpose::sharing;
    consent.scope = "Names and schools";
    consent.with = another_agency.text();
    consent.with_name = "Harbour School";
    consent.given_on = test_day;
    return consent;
}

Share of(const Family& family, const std::optional<ConsentId>& consent)
{
    Share share{.id = ShareId::parse(std::string(32, '0')).value(), .about = family.child};
    share.with = another_agency.text();
    share.fields = {"names", "schools"};
    share.purpose = "To plan the return";
    share.consent = consent;
    share.starts_on = test_day;
    share.ends_on = test_day + Days{90};
    return share;
}

std::size_t seen(db::Database& database, const Family& family, Date day)
{
    auto reader = database.read();
    std::size_t fields = 0;
    for (const auto& received : received_shares(reader, another_agency, day))
        if (received.share.about == family.child) fields += received.share.fields.size();
    return fields;
}

} // namespace store_consents_test

TEST_CASE("sharing opens on consent, and withdrawing shuts it at once and lists what was received")
{
    using namespace store_consents_test;
    tests::for_each_engine([](db::Database& database) {
        const auto family = a_family(database);
        CHECK(seen(database, family, test_day) == 0);
        const auto consent = doing(database, [&](db::Transaction& t) {
            return record_consent(t, a_scope(), to_share(family)).value();
        });
        CHECK(seen(database, family, test_day) == 0); // a consent alone opens nothing
        doing(database, [&](db::Transaction& t) {
            return begin_share(t, a_scope(), of(family, consent)).value().text();
        });
        CHECK(seen(database, family, test_day) == 2);
        CHECK(seen(database, family, test_day + Days{91}) == 0);
        const auto received = doing(database, [&](db::Transaction& t) {
            return withdraw_consent(t, later(2), consent).value();
        });
        CHECK(received.size() == 1);
        CHECK(seen(database, family, test_day + Days{2}) == 0);
        auto reader = database.read();
        CHECK(consents_about(reader, the_council, family.child).front().withdrawn_on ==
              test_day + Days{2});
        CHECK(shares_about(reader, the_council, family.child).front().stopped_on ==
              test_day + Days{2});
    });
}

TEST_CASE(
    "an agency without words of its own asks in the standing ones, and keeps them with the consent")
{
    using namespace store_consents_test;
    tests::for_each_engine([](db::Database& database) {
        const auto family = a_family(database);
        auto consent = to_share(family);
        consent.purpose = ConsentPurpose::advice;
        for (int each = 0; each < 2; ++each)
            doing(database, [&](db::Transaction& t) {
                CHECK(record_consent(t, a_scope(), consent));
                return 0;
            });
        auto reader = database.read();
        const auto consents = consents_about(reader, the_council, family.child);
        REQUIRE(consents.size() == 2);
        CHECK(consents.back().wording_version == 1);
        int of_advice = 0;
        for (const auto& wording : wordings_of(reader, the_council))
            if (wording.purpose == ConsentPurpose::advice) {
                ++of_advice;
                CHECK(wording.text == standing_words(ConsentPurpose::advice));
            }
        CHECK(of_advice == 1);
    });
}

TEST_CASE("a consent is kept with the wording that was in force when it was given")
{
    using namespace store_consents_test;
    tests::for_each_engine([](db::Database& database) {
        const auto family = a_family(database);
        doing(database, [&](db::Transaction& t) {
            CHECK(record_consent(t, a_scope(), to_share(family)).has_value());
            CHECK(add_wording(t, a_scope(), ConsentPurpose::sharing, "I agree, and …",
                              test_day + Days{1})
                      .value() == 2);
            auto second = to_share(family);
            second.given_on = test_day + Days{1};
            CHECK(record_consent(t, later(1), second).has_value());
            auto before_its_words = to_share(family);
            before_its_words.given_on = date(2025, 12, 31);
            CHECK(record_consent(t, a_scope(), before_its_words).error().where == "given_on");
            return 0;
        });
        auto reader = database.read();
        std::vector<int> versions;
        for (const auto& consent : consents_about(reader, the_council, family.child))
            versions.push_back(consent.wording_version);
        CHECK(versions == std::vector<int>{2, 1});
        CHECK(wordings_of(reader, the_council).front().text == "I agree …");
    });
}

TEST_CASE("an override is kept with its reason, authoriser and review, and is marked as one")
{
    using namespace store_consents_test;
    tests::for_each_engine([](db::Database& database) {
        const auto family = a_family(database);
        auto share = of(family, std::nullopt);
        share.basis = ShareBasis::override_of_consent;
        share.override_of_consent = Override{.ground = OverrideGround::threat_to_safety,
                                             .reason = "A threat was made against the school.",
                                             .authorised_by = a_colleague.text(),
                                             .family_told_on = test_day,
                                             .not_told_because = {},
                                             .review_on = test_day + Days{7}};
        doing(database, [&](db::Transaction& t) {
            CHECK(begin_share(t, a_scope(), share).has_value());
            share.override_of_consent->authorised_by = an_officer.text();
            CHECK(begin_share(t, a_scope(), share).error().where == "authorised_by");
            return 0;
        });
        auto reader = database.read();
        const auto stored = shares_about(reader, the_council, family.child);
        REQUIRE(stored.size() == 1);
        CHECK(stored[0].override_of_consent->ground == OverrideGround::threat_to_safety);
        CHECK(stored[0].override_of_consent->authorised_by == a_colleague.text());
        CHECK(audit::entries_about(reader, the_council.text(), family.child.text(), 1)
                  .front()
                  .deed.act == "shares.override");
    });
}

TEST_CASE("periods ship as published, and one that is edited makes all the agency's own")
{
    using namespace store_consents_test;
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        {
            auto reader = database.read();
            CHECK(retention_rules_of(reader, the_council) == published_retention_rules());
        }
        auto rule = published_retention_rules().front();
        rule.years = 26;
        doing(database, [&](db::Transaction& t) {
            CHECK(save_retention_rule(t, a_scope(), rule).has_value());
            rule.source.clear();
            CHECK(save_retention_rule(t, a_scope(), rule).error().where == "source");
            return 0;
        });
        auto reader = database.read();
        CHECK(retention_rules_of(reader, the_council).size() == published_retention_rules().size());
        CHECK(retention_rules_of(reader, another_agency) == published_retention_rules());
        bool edited = false;
        for (const auto& saved : retention_rules_of(reader, the_council))
            edited = edited || saved.years == 26;
        CHECK(edited);
    });
}

TEST_CASE("a record goes only when it is due, off hold, and two people agree; a line stays")
{
    using namespace store_consents_test;
    tests::for_each_engine_unopened([](tests::TestDatabase& place) {
        {
            auto database = place.open();
            prepared(*database);
            const auto old =
                made(*database, a_child_named("Zephyrine", "Quillcanary", date(2001, 3, 1)));
            const auto young = made(*database, a_child_named("James", "Smith"));
            doing(*database, [&](db::Transaction& t) {
                CHECK(move_person(t, a_scope(), a_safe(), old,
                                  {.lines = {"9 Plumcanary Row"}, .postcode = "TM3 1AA"},
                                  Protection::open, date(2010, 1, 1))
                          .has_value());
                CHECK(propose_deletion(t, a_scope(), young).error().kind == ErrorKind::bad_input);
                CHECK(begin_hold(t, a_scope(), old, "Inquiry").has_value());
                CHECK(propose_deletion(t, a_scope(), old).error().kind == ErrorKind::conflict);
                CHECK(due_for_deletion(t, the_council, test_day).empty());
                CHECK_FALSE(end_hold(t, a_scope(), old).value());
                CHECK_FALSE(end_hold(t, a_scope(), old).value()); // the same person again
                CHECK(end_hold(t, a_scope(the_council, a_colleague), old).value());
                CHECK(due_for_deletion(t, the_council, test_day).size() == 1);
                CHECK(propose_deletion(t, a_scope(), old).has_value());
                CHECK(agree_to_deletion(t, a_scope(), old).error().kind == ErrorKind::not_allowed);
                return 0;
            });
            doing(*database, [&](db::Transaction& t) {
                CHECK(add_to_group(t, a_scope(), old, RetentionGroup::ever_looked_after, {}, {})
                          .has_value());
                CHECK(agree_to_deletion(t, a_scope(the_council, a_colleague), old).error().kind ==
                      ErrorKind::conflict);
                return 0;
            });
            // Seventy-five years after birth the longer rule has run out too.
            doing(*database, [&](db::Transaction& t) {
                const auto far =
                    scope_of(the_council, a_colleague, FixedClock(date(2076, 3, 2)).now());
                CHECK(agree_to_deletion(t, far, old).has_value());
                CHECK(find_person(t, the_council, old).error().kind == ErrorKind::not_found);
                CHECK(find_person(t, the_council, young).has_value());
                return 0;
            });
            auto reader = database->read();
            CHECK(search_people(reader, the_council, question_of("Zephyrine"), 5).found.empty());
            CHECK_FALSE(audit::verify_chain(reader, the_council.text()).first_fault.has_value());
        }
        if (place.folder().empty()) return; // PostgreSQL keeps its files to itself
        for (const auto& file : std::filesystem::directory_iterator(place.folder())) {
            std::ifstream stream(file.path(), std::ios::binary);
            const std::string bytes((std::istreambuf_iterator<char>(stream)), {});
            CHECK(bytes.find("Quillcanary") == std::string::npos);
            CHECK(bytes.find("quillcanary") == std::string::npos);
            CHECK(bytes.find("Plumcanary") == std::string::npos);
        }
    });
}

TEST_CASE("a refusal is kept with who said no and when, and nothing can be shared under it")
{
    using namespace store_consents_test;
    tests::for_each_engine([](db::Database& database) {
        const auto family = a_family(database);
        auto consent = to_share(family);
        consent.refused = true;
        const auto id = doing(database, [&](db::Transaction& t) {
            return record_consent(t, a_scope(), consent).value();
        });
        {
            auto reader = database.read();
            const auto kept = consents_about(reader, the_council, family.child);
            REQUIRE(kept.size() == 1);
            CHECK(kept.front().refused);
            CHECK(state_of(kept.front(), test_day) == ConsentState::refused);
        }
        doing(database, [&](db::Transaction& t) {
            CHECK_FALSE(begin_share(t, a_scope(), of(family, id)).has_value());
            return 0;
        });
    });
}

} // namespace onroll::people
