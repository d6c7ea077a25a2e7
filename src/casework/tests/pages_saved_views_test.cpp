#include "casework/tests/advice_office.h"

namespace casework_pages_saved_views_test {

using namespace onroll;
using casework::tests::AdviceOffice;
using casework::tests::has_words;
using casework::tests::leads_to;

TEST_CASE("filters of the case list are saved by name, used by a link, renamed and deleted")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        office.services.caseworkers = [](const access::AgencyId&) {
            return std::vector<casework::Colleague>{};
        };
        office.open();
        CHECK_FALSE(has_words(office.get("/advice/cases"), "Save this view"));
        CHECK(has_words(office.get("/advice/cases?state=waiting"),
                        "/advice/cases/views/new?state=waiting"));
        const auto form = office.get("/advice/cases/views/new?state=waiting&q=Asha");
        CHECK(has_words(form, "State: Waiting list."));
        CHECK_FALSE(has_words(form, "name=\"q\""));
        CHECK(leads_to(office.get("/advice/cases/views/new")) == "/advice/cases");
        CHECK(office.post("/advice/cases/views", {{"state", "waiting"}}).status == 400);
        const auto used = leads_to(
            office.post("/advice/cases/views",
                        {{"state", "waiting"}, {"view_name", "Who waits"}, {"shared", "no"}}));
        CHECK(used.starts_with("/advice/cases?view="));
        const auto shown = office.get(used);
        CHECK(has_words(shown, "Who waits"));
        CHECK(has_words(shown, "<option value=\"waiting\" selected>"));
        const auto own = "/advice/cases/views/" + used.substr(used.find('=') + 1);
        CHECK(has_words(shown, own));
        const auto maker = office.signed_in;

        office.sign_in(access::Role::adviser);
        CHECK_FALSE(has_words(office.get("/advice/cases"), "Who waits"));
        CHECK(office.get(own).status == 404);
        CHECK(office.post(own + "/delete", {}).status == 404);
        CHECK(has_words(office.get(used), "not there any more"));

        office.signed_in = maker;
        CHECK(office.post(own, {{"form_version", "1"}, {"view_name", ""}}).status == 400);
        CHECK(leads_to(office.post(own, {{"form_version", "1"},
                                         {"view_name", "All who wait"},
                                         {"shared", "yes"}})) == used);
        CHECK(office.post(own, {{"form_version", "1"}, {"view_name", "Late"}}).status == 400);
        office.sign_in(access::Role::adviser);
        CHECK(has_words(office.get("/advice/cases"), "All who wait"));
        CHECK(office.get(own).status == 404);
        office.sign_in(access::Role::advice_manager);
        CHECK(office.get(own).status == 200);
        CHECK(leads_to(office.post(own + "/delete", {})) == "/advice/cases");
        CHECK_FALSE(has_words(office.get("/advice/cases"), "All who wait"));
    });
}

} // namespace casework_pages_saved_views_test
