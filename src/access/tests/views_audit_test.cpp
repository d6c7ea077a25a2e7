// How the audit is told to whoever looks after a record: by a form that was opened nothing was
// changed, and whoever came by a link is none of the staff. trust.md L-01, L-05.
#include "access/views_audit.h"

#include "access/rules_policy.h"

#include <doctest/doctest.h>

#include <string>

namespace views_audit_test {

using namespace onroll;
using namespace onroll::access;

audit::Deed did(const std::string& act, audit::Kind kind)
{
    return {.act = act, .kind = kind};
}

TEST_CASE("whoever opened the form of a change is not said to have made the change")
{
    CHECK(act_in_words(did("retention.hold", audit::Kind::changed)) == "Put a hold on deletion");
    CHECK(act_in_words(did("retention.hold", audit::Kind::read)) ==
          "Looked at how long the record is kept, and changed nothing");
    CHECK(act_in_words(did("people.change", audit::Kind::read)) ==
          "Looked at the record, and changed nothing");
    for (const auto& act : all_acts()) {
        if (act.effect != Effect::changes) continue;
        CAPTURE(act.name);
        const auto made = act_in_words(did(std::string(act.name), audit::Kind::changed));
        const auto seen = act_in_words(did(std::string(act.name), audit::Kind::read));
        // Of no record, so in no list.
        if (made == act.name && act.concerns != Concerns::record) continue;
        CHECK_FALSE(seen.empty());
        CHECK(seen != made);
    }
    CHECK(act_in_words(did("people.view", audit::Kind::read)) == "Looked at the record");
    CHECK(act_in_words(did("family.read", audit::Kind::read)) == "Read a conversation");
}

TEST_CASE("whoever opened a page that shows what matters is said to have seen it")
{
    CHECK(act_in_words(did("people.nhs_number", audit::Kind::read)) == "Looked at the NHS number");
    CHECK(act_in_words(did("people.nhs_number", audit::Kind::changed)) ==
          "Looked at the NHS number, or changed it");
    CHECK(act_in_words(did("records_request.prepare", audit::Kind::read)) ==
          "Looked at all that is held, to answer a request for records");
    CHECK(act_in_words(did("records_request.prepare", audit::Kind::changed)) ==
          "Prepared an answer to a request for records");
    auto list = did("people.import", audit::Kind::read);
    list.fields = {"looked_at"};
    CHECK(act_in_words(list) == "Looked at what a list would make or change");
    list.fields = {"sent_again"};
    CHECK(act_in_words(list) == "Sent a list once more, which changed nothing");
}

TEST_CASE("who has seen a record names the family's link, and no member of staff for it")
{
    audit::Entry entry;
    entry.deed = {.actor = "link:" + std::string(32, 'a'),
                  .role = "family",
                  .relation = "link",
                  .act = "family.read"};
    SeenView view{.kind = "Case", .address = "/audit/records/case/x", .entries = {entry}};
    const std::string staff(seen_view(view).view());
    CHECK(staff.find("The family, by a link") != std::string::npos);
    CHECK(staff.find("Opened by the family’s link") != std::string::npos);
    CHECK(staff.find("Somebody who has left") == std::string::npos);
    CHECK(staff.find(std::string(32, 'a')) == std::string::npos);
    view.for_whom = SeenBy::family;
    const std::string family(seen_view(view).view());
    CHECK(family.find("The family, by a link") != std::string::npos);
    CHECK(family.find("A member of staff") == std::string::npos);
}

} // namespace views_audit_test
