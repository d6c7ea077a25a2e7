#include "casework/attachment_files.h"
#include "casework/store_attachments.h"
#include "casework/store_cases.h"
#include "casework/store_releases.h"

#include "casework/tests/advice_office.h"
#include "helpers/clamd.h"
#include "people/store.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace casework_pages_release_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::AdviceOffice;
using casework::tests::has_words;
namespace fs = std::filesystem;

struct PapersFolder {
    PapersFolder()
    {
        auto name = (fs::temp_directory_path() / "onroll-papers-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()));
        path = name;
    }
    ~PapersFolder() { fs::remove_all(path); }
    std::size_t count() const
    {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(path / "files"), fs::directory_iterator()));
    }
    fs::path path;
};

/// A copy that is being prepared, and where its files lie.
struct CopyOfPapers {
    CopyOfPapers(db::Database& database, std::optional<virus_scan::ScannerAddress> scanner)
        : office(database)
    {
        auto opened = AttachmentFiles::open(folder.path / "files", folder.path / "agency.key",
                                            std::move(scanner));
        REQUIRE(opened);
        files.emplace(std::move(*opened));
        office.services.files_of = [this](const access::AgencyId&) {
            return Result<const AttachmentFiles*>(&*files);
        };
        office.services.papers = &key;
        office.services.safe = &safe;
        office.services.school_name = [](Urn urn) { return "School " + urn.text(); };
        office.open();
        auto transaction = database.begin("begin copy");
        const auto scope =
            people::scope_of(office.agency, office.signed_in->user, office.clock.now());
        const auto child =
            people::create_person(transaction, scope,
                                  {.kind = people::PersonKind::child, .name = {"Sam", "Example"}})
                .value();
        of = open_case(transaction, office.agency, {.child = child}, office.signed_in->user,
                       office.clock.today())
                 .value();
        release = begin_release(transaction, office.agency, *of,
                                {.recipient = "A school", .purpose = "Asked for"},
                                office.signed_in->user, office.clock.now());
        transaction.commit();
    }

    http::Response send(const std::string& name, const std::string& bytes,
                        const std::string& category = {}) const
    {
        const std::string edge = "edge";
        std::string body;
        const auto add = [&](const std::string& head, const std::string& content) {
            body += "--" + edge + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" +
                    content + "\r\n";
        };
        add("name=\"form_key\"", crypto::random_token());
        add("name=\"category\"", category);
        add("name=\"paper\"; filename=\"" + name + "\"", bytes);
        body += "--" + edge + "--\r\n";
        return http::handle(
            office.router,
            http::Request::post(address() + "/add", body, "multipart/form-data; boundary=" + edge));
    }
    std::string address() const
    {
        return "/advice/cases/" + of->text() + "/papers/" + release->text();
    }
    std::vector<Paper> papers() const
    {
        auto reading = office.database.read();
        return papers_of_release(reading, office.agency, *release);
    }
    std::vector<Attachment> documents() const
    {
        auto reading = office.database.read();
        return attachments_of(reading, office.agency, *of);
    }

    PapersFolder folder;
    AdviceOffice office;
    std::optional<AttachmentFiles> files;
    crypto::Key key = crypto::Key::create();
    people::AddressSafe safe{key};
    std::optional<CaseId> of;
    std::optional<ReleaseId> release;
};

TEST_CASE("a paper from somebody's computer becomes a document of the case too, and says that "
          "nobody scanned it where there is no scanner")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        const CopyOfPapers copy(database, {});
        CHECK(copy.send("letter.txt", "A letter about a meeting.").status == 303);
        REQUIRE(copy.papers().size() == 1);
        CHECK(copy.papers().front().scan == ScanState::not_scanned);
        REQUIRE(copy.documents().size() == 1);
        CHECK(copy.documents().front().name == "letter.txt");
        CHECK(copy.documents().front().sha256 == copy.papers().front().sha256);
        CHECK(copy.folder.count() == 1);
        CHECK(has_words(copy.office.get(copy.address()), "Not scanned for viruses"));
    });
}

TEST_CASE("the governors' decision that is added to a pack for the panel is one of its parts")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        CopyOfPapers copy(database, {});
        {
            auto transaction = database.begin("begin pack");
            copy.release = begin_release(
                transaction, copy.office.agency, *copy.of,
                {.recipient = "The panel", .purpose = "Review", .audience = PackFor::review_panel},
                copy.office.signed_in->user, copy.office.clock.now());
            transaction.commit();
        }
        const auto missing = [&](const char* words) {
            return has_words(copy.office.get(copy.address()),
                             "<span dir=\"auto\">" + std::string(words) + "</span>");
        };
        CHECK(missing("Decision of the governing board"));
        CHECK(missing("Application for an independent review"));
        CHECK(has_words(copy.office.get(copy.address()), "name=\"category\""));
        CHECK(copy.send("decision.txt", "They upheld it.", "board_decision").status == 303);
        REQUIRE(copy.documents().size() == 1);
        CHECK(copy.documents().front().category == Category::board_decision);
        CHECK_FALSE(missing("Decision of the governing board"));
        CHECK(missing("Application for an independent review"));
        // What it is, is not asked a second time of whoever chose a file that is not taken.
        CHECK(has_words(copy.send("letter.pdf", "Only words.", "review_application"),
                        "value=\"review_application\" selected"));
        CHECK(copy.send("letter.txt", "We wrote this.").status == 303);
        const auto documents = copy.documents();
        REQUIRE(documents.size() == 2);
        CHECK(std::count_if(documents.begin(), documents.end(), [](const Attachment& one) {
                  return one.category == Category::ours;
              }) == 1);
    });
}

TEST_CASE("a paper that is not what its name says, or could be two things, goes into no copy")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        const CopyOfPapers copy(database, {});
        const auto named_wrongly = copy.send("letter.pdf", "Only words.");
        CHECK(named_wrongly.status == 400);
        CHECK(has_words(named_wrongly, "not what its name says"));
        CHECK(copy.send("letter.txt", "%PDF-1.7\nwords").status == 400);
        CHECK(copy.send("letter.txt", "Words.\n%PDF-1.7\nand a document after them").status == 400);
        CHECK(copy.send("letter.exe", "Only words.").status == 400);
        // A sound can be kept and cannot be searched, so it is kept no second time here.
        CHECK(copy.send("voice.mp3", "ID3\x03 and a sound").status == 400);
        CHECK(copy.papers().empty());
        CHECK(copy.documents().empty());
        CHECK(copy.folder.count() == 0);
    });
}

TEST_CASE("a paper in which the scanner finds something, or that it cannot look at, goes nowhere")
{
    ::onroll::tests::Clamd clamd;
    if (!clamd.is_there()) return;
    ::onroll::tests::for_each_engine([&](db::Database& database) {
        const CopyOfPapers copy(database, virus_scan::ScannerAddress::parse(clamd.port()).value());
        const auto found = copy.send("letter.txt", ::onroll::tests::eicar());
        CHECK(found.status == 400);
        CHECK(has_words(found, "may harm computers"));
        CHECK(copy.papers().empty());
        CHECK(copy.folder.count() == 0);
        CHECK(copy.send("letter.txt", "A letter about a meeting.").status == 303);
        REQUIRE(copy.papers().size() == 1);
        CHECK(copy.papers().front().scan == ScanState::clean);
        CHECK_FALSE(has_words(copy.office.get(copy.address()), "Not scanned for viruses"));
    });
    const auto gone = virus_scan::ScannerAddress::parse(clamd.port()).value();
    clamd.end();
    ::onroll::tests::for_each_engine([&](db::Database& database) {
        const CopyOfPapers copy(database, gone);
        const auto refused = copy.send("letter.txt", "A letter about a meeting.");
        CHECK(refused.status == 400);
        CHECK(copy.papers().empty());
        CHECK(copy.documents().empty());
        CHECK(copy.folder.count() == 0);
    });
}

} // namespace casework_pages_release_test
