#include "casework/tests/advice_office.h"

namespace casework_pages_enquiries_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::AdviceOffice;
using casework::tests::has_words;
using casework::tests::know_two_schools;

TEST_CASE("the log of enquiries says what it holds, and gives the same figures to take away")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        know_two_schools(office);
        CHECK(has_words(office.get("/advice/enquiries"), "No contact was recorded"));
        office.post("/advice/contacts",
                    {{"story", "A call"}, {"source", "school"}, {"minutes", "15"}});
        const auto shown = office.get("/advice/enquiries");
        CHECK(has_words(shown, "The busiest week had 1 enquiry"));
        CHECK(has_words(shown, "A school told them"));
        const auto days = office.get("/advice/enquiries/days.csv");
        CHECK(has_words(days, "2026-11-26,Thursday,1,0,1,0,0,15"));
        CHECK(has_words(office.get("/advice/enquiries/weeks.csv"), "2026-11-23,1"));
        CHECK(office.get("/advice/enquiries/sources.csv").status == 200);
        CHECK(office.get("/advice/enquiries.xlsx").status == 200);
        CHECK(office.get("/advice/enquiries?year=1066").status == 200);
    });
}

} // namespace casework_pages_enquiries_test
