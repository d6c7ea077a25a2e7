// What is shown of a child's own accounts.
#include "casework/views_messages.h"

#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

#include <string>

namespace casework_views_accounts_test {

using namespace onroll;
using namespace onroll::casework;

TEST_CASE("an account keeps what it was about, also where that was taken back since")
{
    Account account{.id = crypto::new_id<AccountId>(), .told = {}};
    account.told.happened = "They pushed me";
    const auto event = crypto::new_id<EventId>();
    account.told.event = event;
    const forms::Choices told{{event.text(), "Suspension, Monday 16 November 2026"}};
    AccountsView view{.address = "/advice/cases/1",
                      .accounts = {account},
                      .name_of = [](const access::UserId&) { return std::string("Ann"); }};
    const auto shown = [&] { return accounts_view(view).str(); };
    CHECK(shown().find("About") == std::string::npos);
    view.events = told;
    CHECK(shown().find("About: <a") != std::string::npos);
    view.events.clear();
    view.taken_back = told;
    CHECK(shown().find("About an event that was taken back: <a") != std::string::npos);
    CHECK(shown().find("/advice/cases/1/events/" + event.text()) != std::string::npos);
}

} // namespace casework_views_accounts_test
