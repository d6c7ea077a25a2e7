// What a record belongs to, and how long it is kept by that: said by somebody, or by the record.
#include "people/store_merge.h"
#include "people/store_retention.h"
#include "people/tests/office.h"

namespace keeping_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::place_of;
using tests::says;

struct Stated {
    RetentionGroup group;
    std::optional<Date> closed_on{};
    std::optional<Date> decided_on{};
};

struct Row {
    const char* what;
    std::vector<SenStatus> sen;
    std::vector<OrderKind> orders;
    std::vector<Stated> groups;
    const char* until; ///< of a child born on 17 March 2014
};

std::string kept_until(db::Database& database, const PersonId& id)
{
    auto reader = database.read();
    const auto retention = retention_of_person(reader, the_council, id);
    const auto* kept = std::get_if<KeepUntil>(&*retention);
    return kept ? iso(kept->last_day) : "cannot tell";
}

TEST_CASE("a record is kept by the longest period of all that it belongs to")
{
    using enum RetentionGroup;
    const std::vector<Row> rows{
        {"a child’s record", {}, {}, {}, "2039-03-17"},
        {"with support", {SenStatus::known_support}, {}, {}, "2039-03-17"},
        {"with a plan once, and support now",
         {SenStatus::known_plan, SenStatus::known_support},
         {},
         {},
         "2059-03-17"},
        {"under a care order", {}, {OrderKind::care}, {}, "2089-03-17"},
        {"under an interim care order", {}, {OrderKind::interim_care}, {}, "2089-03-17"},
        {"under emergency protection", {}, {OrderKind::emergency_protection}, {}, "2089-03-17"},
        {"placed for adoption", {}, {OrderKind::placement_for_adoption}, {}, "2089-03-17"},
        {"under supervision at home", {}, {OrderKind::supervision}, {}, "2039-03-17"},
        {"looked after without an order", {}, {}, {{ever_looked_after}}, "2089-03-17"},
        {"early help", {}, {}, {{early_help}}, "2044-03-17"},
        {"child protection that goes on", {}, {}, {{child_protection}}, "cannot tell"},
        {"child protection that ended",
         {},
         {},
         {{child_protection, date(2020, 2, 1)}},
         "2055-02-01"},
        {"papers of a review panel are gone before the record",
         {},
         {},
         {{review_panel_papers, {}, date(2026, 1, 2)}},
         "2039-03-17"},
        {"early help, a plan and care",
         {SenStatus::known_plan},
         {OrderKind::care},
         {{early_help}},
         "2089-03-17"}};
    tests::for_each_engine([&](db::Database& database) {
        prepared(database);
        int number = 0;
        for (const auto& row : rows) {
            CAPTURE(row.what);
            const auto id =
                made(database, a_child_named("Child" + std::to_string(++number), "Shah"));
            doing(database, [&](db::Transaction& t) {
                Date from = date(2020, 1, 1);
                for (const auto status : row.sen)
                    CHECK(state_sen(t, a_scope(), id, {from = from + Days{30}, status, "", ""})
                              .has_value());
                for (const auto kind : row.orders)
                    CHECK(add_order(t, a_scope(), id, {.kind = kind, .made_on = date(2019, 1, 1)})
                              .has_value());
                for (const auto& group : row.groups)
                    CHECK(add_to_group(t, a_scope(), id, group.group, group.closed_on,
                                       group.decided_on)
                              .has_value());
                return 0;
            });
            CHECK(kept_until(database, id) == row.until);
        }
    });
}

TEST_CASE("what a joined record belongs to keeps the whole of it")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto kept = made(database, a_child_named("Maya", "Shah"));
        const auto joined = made(database, a_child_named("Maia", "Shah"));
        doing(database, [&](db::Transaction& t) {
            CHECK(add_order(t, a_scope(), joined,
                            {.kind = OrderKind::care, .made_on = date(2019, 1, 1)})
                      .has_value());
            const auto merge = propose_merge(t, a_scope(), kept, joined);
            return agree_to_merge(t, a_scope(the_council, a_colleague), merge->id).has_value();
        });
        CHECK(kept_until(database, kept) == "2089-03-17");
    });
}

TEST_CASE("whoever works with a child, or the officer for data protection, says what a record "
          "belongs to")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = office.child("Maya", "Shah");
        const auto page = "/people/" + child.text();
        auto kim = office.signed_in(office.officer);
        CHECK(says(kim.get(page), page + "/groups"));
        CHECK(filled_in(kim, page + "/groups", {{"group", "advice_case"}}).status == 400);
        const auto late = filled_in(kim, page + "/groups",
                                    http::Fields{{"group", "child_protection"}} +
                                        dated("closed_on", "1", "1", "2099"));
        CHECK(late.status == 400);
        CHECK(says(late, "must not be in the future"));
        CHECK(says(late, "href=\"#closed_on-day\""));
        CHECK(place_of(filled_in(kim, page + "/groups", {{"group", "ever_looked_after"}})) ==
              page + "/groups");
        CHECK(office.entries().back().deed.act == "people.change");
        CHECK(says(kim.get(page + "/groups"), "Kim Lee said so on"));

        auto ewa = office.signed_in(office.guardian);
        const auto keep = ewa.get(page + "/keep");
        CHECK(says(keep, "17 March 2089"));
        CHECK(says(keep, "This one decides"));
        CHECK(says(keep, "It is a child’s record"));
        CHECK(filled_in(ewa, page + "/keep", {{"group", ""}}, page + "/keep/group").status == 400);
        CHECK(place_of(filled_in(ewa, page + "/keep", {{"group", "early_help"}},
                                 page + "/keep/group")) == page + "/keep");
        CHECK(office.entries().back().deed.act == "retention.hold");
        CHECK(says(ewa.get(page + "/keep"), "Ewa Nowak said so on"));
        CHECK(says(keep, "id=\"hold\">Put it on hold</h2>"));
        CHECK(filled_in(ewa, page + "/keep", {{"reason", "A claim"}}).status == 303);
        CHECK(says(ewa.get(page + "/keep"), "id=\"hold\">The hold</h2>"));
    });
}

} // namespace keeping_test
