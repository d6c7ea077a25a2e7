#include "casework/contact_form.h"

#include <doctest/doctest.h>

namespace contact_form_test {

using namespace onroll;
using namespace onroll::casework;

TEST_CASE("who calls and whom about is one line, and a story keeps its lines")
{
    http::Form form;
    form.fields = {{"child_name", "Mary\r\nJane Rath"},
                   {"caller_name", "\tAnn\nRath"},
                   {"story", "Sent home.\nTwice."}};
    const auto typed = read_contact(form, Date(std::chrono::year(2026) / 11 / 25));
    CHECK(typed.told.child_name == "Mary Jane Rath");
    CHECK(typed.told.caller_name == "Ann Rath");
    CHECK(typed.told.story == "Sent home.\nTwice.");
}

} // namespace contact_form_test
