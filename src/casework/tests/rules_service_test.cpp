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
    CHECK(
        eligible_under({.eligibility = Eligibility::everyone, .whom = "Any family in Tidemoor"}, {})
            .words.ends_with(". Any family in Tidemoor."));
    CHECK(eligible_under({.eligibility = Eligibility::send_and_signposts},
                         {.enquiry = Enquiry::early})
              .welcome == Welcome::open_to_all);
}

TEST_CASE("the statement says in whose hands the service is, and that it is confidential")
{
    CHECK(run_in_words({.kind = ServiceKind::outsourced, .run_by = "An invented charity"},
                       "Tidemoor") ==
          "The council pays for the service. An invented charity runs it. It is impartial and "
          "confidential: the council and schools in Tidemoor cannot see your record. "
          "We tell others only if you agree, if the law says we must, or if somebody is at risk of "
          "harm.");
    CHECK(run_in_words({.kind = ServiceKind::mixed}, "Tidemoor")
              .starts_with("The council pays for the service, and runs it together with another "
                           "organisation."));
    CHECK(whom_in_words({.eligibility = Eligibility::other, .whom = "Ages 5 to 16."}) ==
          "Ages 5 to 16.");
}

TEST_CASE(
    "a notice says who runs the service, that it is impartial and confidential, and its limits, "
    "to whoever reads it")
{
    const ServicePolicy in_house{.kind = ServiceKind::in_house};
    CHECK(
        notice_in_words("Invented Advice", &in_house, "Tidemoor", NoticeFor::staff) ==
        "The council pays for Invented Advice and employs its staff. It is impartial. What is "
        "written here is confidential. The council and schools in Tidemoor cannot see it, or that "
        "it is here. Others are told only if the family agrees, if the law says so, or if somebody "
        "is at risk of harm.");
    const auto family = notice_in_words("Invented Advice", nullptr, "Tidemoor", NoticeFor::family);
    CHECK(family.starts_with("Invented Advice runs this service. It is impartial. What you tell us "
                             "is confidential."));
    CHECK(
        family.ends_with("The council and schools in Tidemoor cannot see what you tell us, or that "
                         "you came to us. We tell them, or anybody else, only if you agree, if the "
                         "law says we must, or if somebody is at risk of harm."));
    // A school reads what is written in a conversation with it: that it cannot is not said there.
    CHECK(notice_in_words("Invented Advice", nullptr, "Tidemoor", NoticeFor::conversation)
              .find("cannot see") == std::string::npos);
    CHECK(notice_in_words("Invented Advice", nullptr, "Tidemoor", NoticeFor::paper)
              .find("What a family tells it is confidential.") != std::string::npos);
}

TEST_CASE("a list is its lines, without blanks and dashes")
{
    CHECK(lines_in("- One\r\n\n  * Two  \n") == std::vector<std::string>{"One", "Two"});
    CHECK(lines_in(" \n-\n").empty());
}

} // namespace casework_rules_service_test
