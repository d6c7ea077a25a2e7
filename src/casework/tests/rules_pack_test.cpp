// How far a pack is, and for which days it is prepared.
#include "casework/rules_pack.h"

#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

namespace casework_rules_pack_test {

using namespace onroll;
using namespace onroll::casework;

Attachment document(const char* name)
{
    Attachment file{.id = crypto::new_id<AttachmentId>(),
                    .of = crypto::new_id<CaseId>(),
                    .added_by = crypto::new_id<access::UserId>()};
    file.name = name;
    return file;
}

TEST_CASE("the parts of a pack are counted as they come in, and what is left out is not ready")
{
    const Release release{.id = crypto::new_id<ReleaseId>(),
                          .case_id = crypto::new_id<CaseId>(),
                          .audience = PackFor::governing_board,
                          .begun_by = crypto::new_id<access::UserId>()};
    Offered offered;
    std::vector<Paper> papers;
    const auto words = [&] { return in_words(progress_of(release, papers, offered)); };
    CHECK(words() == "0 of 4 parts are in it");
    for (const auto* name : {"Letter of October.pdf", "Report.pdf", "Plan.pdf", "Drawing.png"})
        offered.documents.push_back(document(name));
    CHECK(words() == "0 of 8 parts are in it");
    for (const auto* name :
         {"Representations.pdf", "Dates-and-findings.pdf", "Own-account-of-2026-11-20.pdf",
          "Letter of October.pdf", "Report.pdf", "Notes.pdf"})
        papers.push_back({.number = static_cast<std::int64_t>(papers.size()) + 1, .name = name});
    CHECK(words() == "5 of 8 parts are in it");
    papers[4].decision = PaperDecision::left_out;
    CHECK(words() == "4 of 8 parts are in it");
    CHECK(progress_of(release, papers, offered).of_case == release.case_id);
}

TEST_CASE("a pack is prepared for the governors and the panel, and for no other day")
{
    CHECK(wants_a_pack("GB-10 decide_by governing_board"));
    CHECK(wants_a_pack("IRP-06 hold_by local_authority"));
    CHECK(wants_a_pack("IRP-13 reconsider_by governing_board"));
    CHECK_FALSE(wants_a_pack("TRB-01 claim_by parent"));
    CHECK_FALSE(wants_a_pack(""));
}

} // namespace casework_rules_pack_test
