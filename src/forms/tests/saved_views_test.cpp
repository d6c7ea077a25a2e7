#include "forms/store.h"
#include "forms/store_saved_views.h"

#include "helpers/test_database.h"

#include <doctest/doctest.h>

namespace forms_saved_views_test {

using namespace onroll;
using namespace onroll::forms;

const FixedClock noon(date(2026, 11, 26));
const Owner amina{"agency1", "user1"};
const Owner bryn{"agency1", "user2"};
const Owner elsewhere{"agency2", "user1"};

Result<SavedViewId> keep(db::Database& database, const Owner& who, const char* name,
                         SharedWith shared = SharedWith::nobody)
{
    auto transaction = database.begin("save view");
    auto id = save_view(
        transaction, who, "cases",
        {.name = name, .shared = shared, .asked = {{"state", "waiting"}, {"kind", "a b&c"}}},
        noon.now());
    if (id) transaction.commit();
    return id;
}

std::vector<std::string> names_for(db::Database& database, const Owner& who,
                                   std::string_view list = "cases")
{
    auto reading = database.read();
    std::vector<std::string> names;
    for (const auto& view : saved_views_of(reading, who, list)) names.push_back(view.told.name);
    return names;
}

TEST_CASE("a view is its maker’s alone until it is shared, and never another agency’s or list’s")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon));
        const auto own = keep(database, amina, "Mine");
        REQUIRE(keep(database, amina, "Ours", SharedWith::agency));
        REQUIRE(own);
        CHECK(names_for(database, amina) == std::vector<std::string>{"Mine", "Ours"});
        CHECK(names_for(database, bryn) == std::vector<std::string>{"Ours"});
        CHECK(names_for(database, elsewhere).empty());
        CHECK(names_for(database, amina, "chronology").empty());
        auto reading = database.read();
        const auto found = find_saved_view(reading, amina, "cases", *own);
        REQUIRE(found);
        CHECK(found->told.asked["kind"] == "a b&c");
        CHECK(found->told.asked["state"] == "waiting");
        CHECK(find_saved_view(reading, bryn, "cases", *own).error().kind == ErrorKind::not_found);
        CHECK_FALSE(find_saved_view(reading, amina, "people", *own));
    });
}

TEST_CASE("a view needs a short name that no other has, and one person keeps thirty at most")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon));
        CHECK(keep(database, amina, "  ").error().where == "view_name");
        CHECK_FALSE(keep(database, amina, std::string(61, 'x').c_str()));
        for (std::size_t i = 0; i < most_saved_views; ++i)
            REQUIRE(keep(database, amina, ("View " + std::to_string(i)).c_str()));
        CHECK_FALSE(keep(database, amina, "View 3"));
        CHECK(keep(database, amina, "One more").error().message.starts_with("You have 30 views"));
        CHECK(keep(database, bryn, "View 3"));
    });
}

TEST_CASE("a view is renamed by its version, and deleted; what somebody else keeps is not")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon));
        const auto id = keep(database, amina, "Waiting");
        REQUIRE(id);
        auto transaction = database.begin("change view");
        const NewSavedView renamed{.name = "Urgent", .shared = SharedWith::agency};
        CHECK_FALSE(change_saved_view(transaction, bryn, "cases", *id, 1, renamed));
        CHECK(change_saved_view(transaction, amina, "cases", *id, 1, renamed));
        CHECK(change_saved_view(transaction, amina, "cases", *id, 1, renamed).error().kind ==
              ErrorKind::conflict);
        const auto found = find_saved_view(transaction, bryn, "cases", *id);
        REQUIRE(found);
        CHECK(found->told.name == "Urgent");
        CHECK(found->told.asked["state"] == "waiting");
        CHECK_FALSE(drop_saved_view(transaction, elsewhere, "cases", *id));
        CHECK(drop_saved_view(transaction, amina, "cases", *id));
        CHECK_FALSE(find_saved_view(transaction, amina, "cases", *id));
        transaction.commit();
    });
}

} // namespace forms_saved_views_test
