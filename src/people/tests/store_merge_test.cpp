// Joining and parting: whatever is edited between, parting leaves what would be there had nobody
// ever joined them. trust.md R-15.
#include "people/store_merge.h"

#include "people/rules_merge.h"
#include "people/store_schools.h"
#include "people/tests/builders.h"

#include "helpers/test_database.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace onroll::people {

using namespace tests_of_people;

namespace store_merge_test {

Merge proposed(db::Database& database, const PersonId& kept, const PersonId& joined)
{
    return doing(database, [&](db::Transaction& t) {
        return propose_merge(t, a_scope(), kept, joined).value();
    });
}

bool agreed(db::Database& database, const MergeId& id, const access::UserId& by)
{
    return doing(database, [&](db::Transaction& t) {
        return agree_to_merge(t, a_scope(the_council, by), id).has_value();
    });
}

bool parted(db::Database& database, const MergeId& id)
{
    return doing(database,
                 [&](db::Transaction& t) { return undo_merge(t, a_scope(), id).has_value(); });
}

/// Edits that a person may make to a record, each with a value of its own.
void edit(db::Database& database, const PersonId& id, int kind, int value)
{
    doing(database, [&](db::Transaction& t) {
        const auto scope = a_scope();
        const auto person = find_person(t, the_council, id);
        const auto text = "value" + std::to_string(value);
        if (kind == 0) {
            auto details = details_of(*person);
            details.name.known_as = text;
            CHECK(change_person(t, scope, id, person->version, details).has_value());
        } else if (kind == 1) {
            auto details = details_of(*person);
            details.language = text;
            details.born_on = date(2014, 1, 1) + Days{value};
            CHECK(change_person(t, scope, id, person->version, details).has_value());
        } else if (kind == 2) {
            CHECK(add_other_name(t, scope, id, {text, "Also", OtherNameKind::alias}).has_value());
        } else if (kind == 3) {
            CHECK(state_sen(t, scope, id, {test_day - Days{value}, SenStatus::suspected, text, ""})
                      .has_value());
        } else {
            CHECK(add_school(t, scope, id,
                             {Urn::parse(std::to_string(100000 + value)).value(),
                              date(2020, 1, 1) + Days{value}})
                      .has_value());
        }
        return 0;
    });
}

std::size_t found(db::Database& database, std::string_view typed)
{
    auto reader = database.read();
    return search_people(reader, the_council, question_of(typed), 20).found.size();
}

/// A record without what differs between two stores by chance: the ids.
ChildRecord without_ids(ChildRecord record)
{
    record.child.id = PersonId::parse(std::string(32, '0')).value();
    return record;
}

} // namespace store_merge_test

TEST_CASE("two agreeing identifiers join at once; otherwise a second person must agree")
{
    using namespace store_merge_test;
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        auto details = a_child_named("James", "Smith");
        details.nhs_number = NhsNumber::parse("9990000018").value();
        const auto one = made(database, details);
        const auto two = made(database, details);
        const auto three = made(database, a_child_named("Jamie", "Smith"));
        CHECK(proposed(database, one, two).made_at.has_value());
        const auto waiting = proposed(database, one, three);
        CHECK_FALSE(waiting.made_at.has_value());
        CHECK_FALSE(agreed(database, waiting.id, an_officer));
        CHECK(child_in(database, one).joined.size() == 1);
        CHECK(agreed(database, waiting.id, a_colleague));
        CHECK(child_in(database, one).joined.size() == 2);
    });
}

TEST_CASE("a joined record is shown once, with all that either knew")
{
    using namespace store_merge_test;
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        auto details = a_child_named("James", "Smith", std::nullopt);
        details.alert = "Be careful who you speak to";
        const auto kept = made(database, details);
        details = a_child_named("Jaymz", "Smyth");
        details.language = "Polish";
        details.alert = "Do not leave a voicemail.";
        const auto joined = made(database, details);
        edit(database, joined, 4, 7);
        const auto merge = proposed(database, kept, joined);
        CHECK(agreed(database, merge.id, a_colleague));
        const auto record = child_in(database, kept);
        CHECK(record.child.name.given == "James");
        CHECK(record.child.born_on == date(2014, 3, 17));
        CHECK(record.child.language == "Polish");
        CHECK(record.child.alert == "Be careful who you speak to Do not leave a voicemail.");
        CHECK(record.child.other_names ==
              std::vector<OtherName>{{"Jaymz", "Smyth", OtherNameKind::spelling}});
        CHECK(record.schools.size() == 1);
        CHECK(found(database, "Jaymz Smyth") == 1);
        CHECK(found(database, "Smith") == 1);
        const auto refused = doing(database, [&](db::Transaction& t) {
            return change_person(t, a_scope(), joined, 1, details);
        });
        CHECK(refused.error().kind == ErrorKind::conflict);
    });
}

TEST_CASE("a new school ends that of a joined record too, until the two are parted")
{
    using namespace store_merge_test;
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto urn = [](int number) { return Urn::parse(std::to_string(number)).value(); };
        const auto kept = made(database, a_child_named("James", "Smith"));
        const auto joined = made(database, a_child_named("Jaymz", "Smyth"));
        const auto further = made(database, a_child_named("Jamie", "Smith"));
        const auto attends = [&](const PersonId& id, const SchoolPlace& place) {
            return doing(database,
                         [&](db::Transaction& t) { return add_school(t, a_scope(), id, place); });
        };
        const SchoolPlace theirs{urn(100001), date(2024, 9, 2)}, unknown{urn(100002)},
            support{urn(100003), date(2025, 1, 6), {}, PlacementKind::subsidiary},
            next{urn(100004), date(2026, 9, 1)};
        REQUIRE(attends(joined, theirs));
        REQUIRE(attends(joined, support));
        REQUIRE(attends(further, unknown));
        const auto inner = proposed(database, joined, further);
        REQUIRE(agreed(database, inner.id, a_colleague));
        const auto outer = proposed(database, kept, joined);
        REQUIRE(agreed(database, outer.id, a_colleague));

        const auto sooner = attends(kept, {urn(100005), date(2024, 9, 2)});
        REQUIRE_FALSE(sooner);
        CHECK(sooner.error().where == "from");
        CHECK(child_in(database, kept).schools.size() == 3);
        REQUIRE(attends(kept, next));
        for (const auto& place : child_in(database, kept).schools) {
            CAPTURE(place.school.text());
            const bool lasts = place == next || place == support;
            CHECK(place.until == (lasts ? std::optional<Date>() : date(2026, 8, 31)));
        }

        REQUIRE(parted(database, inner.id));
        CHECK(child_in(database, further).schools == std::vector<SchoolPlace>{unknown});
        REQUIRE(parted(database, outer.id));
        CHECK(child_in(database, joined).schools == std::vector<SchoolPlace>{theirs, support});
        CHECK(child_in(database, kept).schools == std::vector<SchoolPlace>{next});
    });
}

TEST_CASE("joining, editing and parting equals never joining, with the edits")
{
    using namespace store_merge_test;
    CHECK(rc::check([] {
        tests::TestDatabase with_place(db::Engine::sqlite);
        tests::TestDatabase without_place(db::Engine::sqlite);
        auto with = with_place.open();
        auto without = without_place.open();
        prepared(*with);
        prepared(*without);
        auto second = a_child_named("Jaymz", "Smyth", std::nullopt);
        second.language = "Polish";
        const std::vector<PersonId> ours{made(*with, a_child_named("James", "Smith")),
                                         made(*with, second)};
        const std::vector<PersonId> theirs{made(*without, a_child_named("James", "Smith")),
                                           made(*without, second)};
        std::optional<MergeId> merge;
        const int steps = *rc::gen::inRange(3, 10);
        for (int step = 1; step <= steps; ++step) {
            const int act = *rc::gen::inRange(0, 8);
            if (act == 5 && !merge) {
                merge = proposed(*with, ours[0], ours[1]).id;
                RC_ASSERT(agreed(*with, *merge, a_colleague));
            } else if (act == 6 && merge) {
                RC_ASSERT(parted(*with, *merge));
                merge.reset();
            } else if (act < 5) {
                // While they are joined only the kept record can be edited.
                const std::size_t which = merge ? 0 : static_cast<std::size_t>(step % 2);
                edit(*with, ours[which], act, step);
                edit(*without, theirs[which], act, step);
            }
        }
        if (merge) RC_ASSERT(parted(*with, *merge));
        for (std::size_t i = 0; i < 2; ++i) {
            RC_ASSERT(without_ids(child_in(*with, ours[i])) ==
                      without_ids(child_in(*without, theirs[i])));
            for (const auto* typed : {"James", "Smyth", "value3", "01/01/2014"})
                RC_ASSERT(found(*with, typed) == found(*without, typed));
        }
    }));
}

} // namespace onroll::people
