// What a family or a school sees who came by a link.
#include "casework/views_family.h"

#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

#include <string>

namespace casework_views_family_test {

using namespace onroll;
using namespace onroll::casework;

std::string held_message_as_read_by(Speaker self)
{
    FamilyThreadView view{.thread = {.id = crypto::new_id<ThreadId>(),
                                     .case_id = crypto::new_id<CaseId>(),
                                     .with = {.kind = ThreadKind::family_with_school,
                                              .person = crypto::new_id<people::PersonId>(),
                                              .school_contact = "Ms Example, SENCO"}},
                          .self = self};
    view.messages.push_back(
        {.id = crypto::new_id<MessageId>(),
         .said = {.said_by = self, .words = "He lives at 10 Quiet Court", .held = true}});
    return std::string(family_thread_view(view).str());
}

TEST_CASE("a message that is held says to the family that their adviser reads it, and to a school, "
          "which has none, that an adviser does")
{
    const auto family = held_message_as_read_by(Speaker::family);
    CHECK(family.find("Your adviser reads this before it goes on.") != std::string::npos);
    const auto school = held_message_as_read_by(Speaker::school);
    CHECK(school.find("An adviser reads this before it goes on.") != std::string::npos);
    CHECK(school.find("Your adviser") == std::string::npos);
}

} // namespace casework_views_family_test
