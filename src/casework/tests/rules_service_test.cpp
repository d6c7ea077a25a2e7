#include "casework/rules_service.h"

#include <doctest/doctest.h>

namespace casework_rules_service_test {

using namespace onroll;
using namespace onroll::casework;

TEST_CASE("whom a service helps is said at each first contact, and never refuses by itself")
{
    const NewContact call{.story = "Sent home"};
    CHECK(eligible_under({.eligibility = Eligibility::everyone}, call).welcome == Welcome::help);
    const auto send = eligible_under({.eligibility = Eligibility::send_and_signposts}, call);
    CHECK(send.welcome == Welcome::ask_first);
    CHECK(send.words.find("No diagnosis is needed") != std::string::npos);
    CHECK(eligible_under({.eligibility = Eligibility::screens_some_out,
                          .whom = "We do not help with admissions."},
                         call)
              .words == "This service turns some enquiries away. Signpost those. We do not help "
                        "with admissions.");
    CHECK(eligible_under({.eligibility = Eligibility::send_and_signposts},
                         {.enquiry = Enquiry::early})
              .welcome == Welcome::open_to_all);
}

TEST_CASE("the statement says in whose hands the service is, and that it is confidential")
{
    CHECK(run_in_words({.kind = ServiceKind::outsourced, .run_by = "An invented charity"},
                       "Tidemoor") ==
          "The council pays for the service. An invented charity runs it. It is impartial and "
          "confidential: the council and schools in Tidemoor cannot see your record.");
    CHECK(run_in_words({.kind = ServiceKind::mixed}, "Tidemoor")
              .starts_with("The council pays for the service, and runs it together with another "
                           "organisation."));
    CHECK(whom_in_words({.eligibility = Eligibility::other, .whom = "Ages 5 to 16."}) ==
          "Ages 5 to 16.");
}

TEST_CASE("a list is its lines, without blanks and dashes")
{
    CHECK(lines_in("- One\r\n\n  * Two  \n") == std::vector<std::string>{"One", "Two"});
    CHECK(lines_in(" \n-\n").empty());
}

} // namespace casework_rules_service_test
