#include "casework/attachment_files.h"
#include "casework/pack_progress.h"
#include "casework/store_attachments.h"
#include "casework/store_cases.h"
#include "casework/store_close.h"
#include "casework/store_releases.h"
#include "casework/tests/advice_office.h"
#include "people/store.h"

#include <algorithm>
#include <optional>
#include <string>

namespace casework_pages_attachments_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::AdviceOffice;
using casework::tests::has_words;
using casework::tests::leads_to;

/// A case with one document, and a pack for the review panel that is being prepared.
struct OfficeWithPaper : AdviceOffice {
    explicit OfficeWithPaper(db::Database& the_database) : AdviceOffice(the_database)
    {
        services.files_of = [](const access::AgencyId&) -> Result<const AttachmentFiles*> {
            return Error{ErrorKind::unavailable, "There is no data folder", {}, {}};
        };
        services.caseworkers = [](const access::AgencyId&) { return std::vector<Colleague>{}; };
        know_two_schools(*this);
        auto transaction = database.begin("make case");
        const auto& user = signed_in->user;
        const auto child =
            people::create_person(transaction, people::scope_of(agency, user, clock.now()),
                                  {.name = {.given = "Asha", .family = "Hill"}})
                .value();
        of = open_case(transaction, agency, {.child = child, .caseworker = user}, user,
                       clock.today())
                 .value();
        add_attachment(transaction, agency,
                       {.id = file,
                        .of = *of,
                        .name = "scan 7.pdf",
                        .category = Category::other,
                        .received_on = date(2026, 11, 20),
                        .sha256 = std::string(64, 'a'),
                        .added_at = clock.now(),
                        .added_by = user});
        begin_release(
            transaction, agency, *of,
            {.recipient = "The panel", .purpose = "Review", .audience = PackFor::review_panel},
            user, clock.now());
        transaction.commit();
    }
    std::string documents() const { return "/advice/cases/" + of->text() + "/documents"; }
    std::string kind() const
    {
        return "/advice/cases/" + of->text() + "/attachments/" + file.text() + "/kind";
    }
    http::Response change(const char* category, const char* version) const
    {
        return post(kind(), {{"category", category}, {"form_version", version}});
    }
    bool pack_misses(std::string_view part) const
    {
        auto reading = database.read();
        const auto pack = pack_in_preparation(reading, agency, *of);
        REQUIRE(pack);
        return std::find(pack->missing.begin(), pack->missing.end(), part) != pack->missing.end();
    }

    std::optional<CaseId> of{};
    AttachmentId file = crypto::new_id<AttachmentId>();
};

TEST_CASE("what a document is can be corrected at its place, and the pack follows")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        OfficeWithPaper office(database);
        const std::string decision(in_words(Category::board_decision));
        CHECK(has_words(office.get(office.documents()), "href=\"" + office.kind() + "\""));
        CHECK(office.pack_misses(decision));
        const auto form = office.get(office.kind());
        CHECK(has_words(form, "Change what kind of paper this is"));
        CHECK(has_words(form, "scan 7.pdf"));
        CHECK_FALSE(has_words(form, "What it was said to be before"));

        CHECK(office.change("no_such_kind", "1").status == 400);
        CHECK(leads_to(office.change("board_decision", "1")) == office.documents());
        CHECK(has_words(office.get(office.documents()), decision));
        CHECK_FALSE(office.pack_misses(decision));
        CHECK(office.pack_misses("scan 7.pdf"));
        CHECK(has_words(office.get(office.kind()), "What it was said to be before"));
        const auto chronology = "/advice/cases/" + office.of->text() + "/chronology";
        CHECK(has_words(office.get(chronology), "Document: what it is was corrected"));

        const auto stale = office.change("report", "1");
        CHECK(stale.status == 200);
        CHECK(has_words(stale, "Somebody else changed this document"));
        CHECK(has_words(office.get(office.documents()), decision));
    });
}

TEST_CASE("what a document is can be corrected by nobody once its case is closed, nor by those who "
          "have no part in it")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        OfficeWithPaper office(database);
        CHECK(office
                  .get("/advice/cases/" + office.of->text() + "/attachments/" +
                       std::string(32, 'a') + "/kind")
                  .status == 404);
        const auto adviser = office.signed_in;
        office.sign_in(access::Role::adviser);
        CHECK(office.get(office.kind()).status == 404);
        CHECK(office.change("report", "1").status == 404);
        office.signed_in = adviser;
        {
            auto transaction = database.begin("close");
            REQUIRE(close_case(transaction, office.agency, *office.of, 1, NewClose{}, adviser->user,
                               office.clock.now()));
            transaction.commit();
        }
        const auto documents = office.get(office.documents());
        CHECK(documents.status == 200);
        CHECK_FALSE(has_words(documents, office.kind()));
        CHECK(office.get(office.kind()).status == 404);
        CHECK(office.change("report", "1").status == 404);
        auto reading = database.read();
        CHECK(find_attachment(reading, office.agency, *office.of, office.file)->category ==
              Category::other);
    });
}

} // namespace casework_pages_attachments_test
