// How far a pack is, and for which days it is prepared.
#include "casework/rules_pack.h"

#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

namespace casework_rules_pack_test {

using namespace onroll;
using namespace onroll::casework;

Attachment document(const char* name, Category category = Category::other)
{
    Attachment file{.id = crypto::new_id<AttachmentId>(),
                    .of = crypto::new_id<CaseId>(),
                    .added_by = crypto::new_id<access::UserId>()};
    file.name = name;
    file.category = category;
    return file;
}

Release pack_for(PackFor audience)
{
    return {.id = crypto::new_id<ReleaseId>(),
            .case_id = crypto::new_id<CaseId>(),
            .audience = audience,
            .begun_by = crypto::new_id<access::UserId>()};
}

struct Pack {
    Release release;
    Offered offered{};
    std::vector<Paper> papers{};

    explicit Pack(PackFor audience) : release(pack_for(audience)) {}
    void put_in(const char* name, const std::optional<AttachmentId>& from = {})
    {
        Paper paper{.number = static_cast<std::int64_t>(papers.size()) + 1, .name = name};
        paper.document = from;
        papers.push_back(std::move(paper));
    }
    PackProgress progress() const { return progress_of(release, papers, offered); }
    std::string words() const { return in_words(progress()); }
};

TEST_CASE("the parts of a pack are counted as they come in, and what is left out is not ready")
{
    Pack pack(PackFor::governing_board);
    CHECK(pack.words() == "0 of 3 parts are in it");
    for (const auto* name : {"Letter of October.pdf", "Report.pdf", "Plan.pdf", "Drawing.png"})
        pack.offered.documents.push_back(document(name));
    pack.offered.accounts.push_back({.id = crypto::new_id<AccountId>()});
    CHECK(pack.words() == "0 of 8 parts are in it");
    for (const auto* name :
         {"Representations.pdf", "Dates-and-findings.pdf", "Own-account-of-2026-11-20.pdf",
          "Letter of October.pdf", "Report.pdf", "Notes.pdf"})
        pack.put_in(name);
    CHECK(pack.words() == "5 of 8 parts are in it");
    CHECK(pack.progress().missing ==
          std::vector<std::string>{"Chronology", "Plan.pdf", "Drawing.png"});
    pack.papers[4].decision = PaperDecision::left_out;
    CHECK(pack.words() == "4 of 8 parts are in it");
    CHECK(pack.progress().of_case == pack.release.case_id);
}

TEST_CASE("the child's own account is a part where the child lets this reader know one")
{
    Pack pack(PackFor::governing_board);
    pack.offered.accounts_kept = 1;
    CHECK(pack.words() == "0 of 3 parts are in it");
    pack.offered.accounts.push_back({.id = crypto::new_id<AccountId>()});
    CHECK(pack.words() == "0 of 4 parts are in it");
    CHECK(pack.progress().missing.back() == "The child’s own account");
    // One that was put in stays a part, also where the child has changed who may know it.
    pack.offered.accounts.clear();
    pack.put_in("Own-account-of-2026-11-20.pdf");
    CHECK(pack.words() == "1 of 4 parts is in it");
}

TEST_CASE("two documents of one name are two parts")
{
    Pack pack(PackFor::governing_board);
    pack.offered.documents = {document("IMG_0001.jpg"), document("IMG_0001.jpg")};
    pack.put_in("IMG_0001.jpg", pack.offered.documents[1].id);
    CHECK(pack.words() == "1 of 5 parts is in it");
    pack.put_in("IMG_0001.jpg", pack.offered.documents[1].id);
    CHECK(pack.words() == "1 of 5 parts is in it");
    pack.put_in("IMG_0001.jpg", pack.offered.documents[0].id);
    CHECK(pack.words() == "2 of 5 parts are in it");
    // Of papers that were put in before their document was kept, the name is all that is known.
    Pack before(PackFor::governing_board);
    before.offered.documents = {document("IMG_0001.jpg"), document("IMG_0001.jpg")};
    before.put_in("IMG_0001.jpg");
    CHECK(before.words() == "1 of 5 parts is in it");
}

TEST_CASE("a panel is sent the board's decision and the application; a board is not sent its own")
{
    Pack panel(PackFor::review_panel);
    CHECK(panel.words() == "0 of 5 parts are in it");
    CHECK(panel.progress().missing.back() == "Application for an independent review");
    const auto decision = document("Decision.pdf", Category::board_decision);
    panel.offered.documents = {decision, document("Policy.pdf")};
    CHECK(panel.words() == "0 of 6 parts are in it");
    panel.put_in("Decision.pdf", decision.id);
    CHECK(panel.words() == "1 of 6 parts is in it");
    Pack board(PackFor::governing_board);
    board.offered.documents = panel.offered.documents;
    CHECK(board.words() == "0 of 4 parts are in it");
    CHECK(board.progress().missing.back() == "Policy.pdf");
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
