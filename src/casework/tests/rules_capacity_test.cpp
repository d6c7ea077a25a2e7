#include "casework/rules_capacity.h"
#include "casework/store_capacity.h"
#include "casework/store_service.h"
#include "casework/tests/each_place.h"

namespace casework_rules_capacity_test {

using namespace onroll;
using namespace onroll::casework;
using onroll::casework::tests::AdviceService;
using onroll::casework::tests::on_each_engine;

const FixedClock noon(date(2026, 11, 26));

PlaceNow place(const char* name, Takes takes, std::optional<int> weeks = {})
{
    return {.place = {.id = crypto::new_id<SignpostPlaceId>(), .name = name},
            .now = Capacity{.helps_with = {NeedKind::autism},
                            .takes = takes,
                            .weeks = weeks,
                            .told_on = noon.today()},
            .version = 1};
}

Need need(NeedKind kind, NeedStep last)
{
    return {.id = crypto::new_id<NeedId>(),
            .case_id = crypto::new_id<CaseId>(),
            .kind = kind,
            .words = {},
            .steps = {{.step = NeedStep::noticed, .on = date(2026, 9, 1)},
                      {.step = last, .on = date(2026, 10, 1)}}};
}

TEST_CASE("beside a need that is not met stands who takes somebody soonest, and each need once")
{
    auto silent = place("Says nothing", Takes::at_once);
    silent.now.reset();
    const auto beside = places_beside(
        {need(NeedKind::autism, NeedStep::waiting), need(NeedKind::autism, NeedStep::asked),
         need(NeedKind::hearing, NeedStep::asked), need(NeedKind::vision, NeedStep::met)},
        {place("Full", Takes::nobody_now), place("Slow", Takes::after_a_wait),
         place("Quicker", Takes::after_a_wait, 6), place("Now", Takes::at_once), silent});
    REQUIRE(beside.size() == 2);
    std::vector<std::string> names;
    for (const auto& one : beside[0].places) names.push_back(one.place.name);
    CHECK(names == std::vector<std::string>{"Now", "Quicker", "Slow", "Full"});
    CHECK(beside[1].kind == NeedKind::hearing);
    CHECK(beside[1].places.empty());
}

TEST_CASE("what a service told more than 90 days ago is old")
{
    CHECK_FALSE(is_old({.told_on = noon.today() - Days{90}}, noon.today()));
    CHECK(is_old({.told_on = noon.today() - Days{91}}, noon.today()));
}

TEST_CASE("the last telling of a service counts, and none is written over another unseen")
{
    on_each_engine(noon, [](const AdviceService& service) {
        auto transaction = service.database->begin("tell capacity");
        const auto clinic =
            add_signpost_place(transaction, service.agency,
                               {.id = crypto::new_id<SignpostPlaceId>(), .name = "A clinic"});
        const auto tell = [&](std::int64_t version, Takes takes) {
            return tell_capacity(transaction, service.agency, clinic, version,
                                 {.helps_with = {NeedKind::hearing, NeedKind::vision},
                                  .takes = takes,
                                  .weeks = 12,
                                  .told_on = noon.today()},
                                 service.adviser, noon.now());
        };
        CHECK_FALSE(places_now(transaction, service.agency).front().now);
        REQUIRE(tell(0, Takes::after_a_wait));
        CHECK(tell(0, Takes::at_once).error().kind == ErrorKind::conflict);
        REQUIRE(tell(1, Takes::nobody_now));
        const auto places = places_now(transaction, service.agency);
        REQUIRE(places.size() == 1);
        REQUIRE(places.front().now);
        CHECK(places.front().now->takes == Takes::nobody_now);
        CHECK(places.front().now->helps(NeedKind::vision));
        CHECK(places.front().now->weeks == 12);
        CHECK(places.front().version == 2);
        CHECK_FALSE(tell_capacity(transaction, service.agency, crypto::new_id<SignpostPlaceId>(), 0,
                                  {}, service.adviser, noon.now()));
        transaction.commit();
    });
}

} // namespace casework_rules_capacity_test
