#include "casework/attachment_files.h"
#include "casework/store_attachments.h"
#include "casework/store_cases.h"
#include "casework/store_notes.h"
#include "casework/store_open.h"

#include "helpers/clamd.h"
#include "helpers/test_database.h"
#include "ready_place.h"
#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

namespace casework_attachment_files_test {

using namespace onroll;
using namespace onroll::casework;
namespace fs = std::filesystem;

const FixedClock noon(date(2026, 11, 26));
const Date today = date(2026, 11, 26);

struct Folder {
    Folder()
    {
        auto name = (fs::temp_directory_path() / "onroll-attachments-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()));
        path = name;
    }
    ~Folder() { fs::remove_all(path); }
    AttachmentFiles open(std::optional<virus_scan::ScannerAddress> scanner = {}) const
    {
        auto files = AttachmentFiles::open(path / "files", path / "agency.key", std::move(scanner));
        REQUIRE(files);
        return std::move(*files);
    }
    std::size_t count() const
    {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(path / "files"), fs::directory_iterator()));
    }
    fs::path path;
};

http::Upload an_upload(std::string name, std::string content)
{
    http::Upload upload;
    upload.file_name = std::move(name);
    upload.size = content.size();
    upload.bytes = std::move(content);
    return upload;
}

/// As the server keeps a large one: on the disk.
http::Upload on_disk(const Folder& folder, std::string name, const std::string& content)
{
    http::Upload upload;
    upload.file_name = std::move(name);
    upload.size = content.size();
    const auto path = folder.path / "incoming";
    std::ofstream(path, std::ios::binary) << content;
    upload.file = std::make_shared<const http::TemporaryFile>(path);
    return upload;
}

Attachment row_of(const KeptFile& kept)
{
    return {.id = kept.id,
            .of = crypto::new_id<CaseId>(),
            .name = kept.name,
            .type = kept.type,
            .received_on = today,
            .bytes = kept.bytes,
            .sha256 = kept.sha256,
            .added_by = crypto::new_id<access::UserId>()};
}

const std::string letter = "%PDF-1.7\nInvented Child was excluded.";

TEST_CASE("a file is kept sealed, and opens again to the bytes that were sent")
{
    const Folder folder;
    const auto files = folder.open();
    const std::string large = "%PDF-1.7\n" + std::string(3'000'000, 'x');
    for (const auto& upload :
         {an_upload("letter.pdf", letter), on_disk(folder, "letter.pdf", large)}) {
        const auto kept = files.keep(upload);
        REQUIRE(kept);
        CHECK(kept->type == FileType::pdf);
        CHECK(kept->scan == ScanState::not_scanned);
        CHECK(files.content(row_of(*kept)).value() == (upload.file ? large : letter));
        CHECK(files.check(row_of(*kept)));
    }
    for (const auto& one : fs::directory_iterator(folder.path / "files")) {
        std::ifstream in(one.path(), std::ios::binary);
        std::ostringstream all;
        all << in.rdbuf();
        CHECK(all.str().find("Invented") == std::string::npos);
        CHECK(one.path().filename().string().find("letter") == std::string::npos);
    }
    CHECK((fs::status(folder.path / "files").permissions() & fs::perms::others_all) ==
          fs::perms::none);
}

TEST_CASE("a changed, cut or missing file, or one under another key, is told and never shown")
{
    const Folder folder;
    const auto files = folder.open();
    const auto changed = row_of(files.keep(an_upload("a.pdf", letter)).value());
    const auto cut = row_of(files.keep(an_upload("b.pdf", letter)).value());
    auto other = row_of(files.keep(an_upload("c.pdf", letter)).value());
    {
        std::fstream file(folder.path / "files" / changed.id.text(),
                          std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(-10, std::ios::end);
        file.put('!');
    }
    fs::resize_file(folder.path / "files" / cut.id.text(), 60);
    other.sha256[0] = other.sha256[0] == '0' ? '1' : '0';
    auto missing = other;
    missing.id = crypto::new_id<AttachmentId>();
    for (const auto& row : {changed, cut, other, missing}) {
        CHECK_FALSE(files.check(row));
        CHECK_FALSE(files.content(row));
    }
    const auto sound = row_of(files.keep(an_upload("d.pdf", letter)).value());
    fs::remove(folder.path / "agency.key");
    CHECK_FALSE(folder.open().content(sound));
}

TEST_CASE("what is refused leaves nothing on the disk")
{
    const Folder folder;
    const auto files = folder.open();
    CHECK_FALSE(files.keep(an_upload("letter.pdf", "MZ a program")));
    CHECK_FALSE(files.keep(an_upload("letter.exe", letter)));
    CHECK_FALSE(files.keep(an_upload("letter.pdf", "")));
    auto large = an_upload("letter.pdf", letter);
    large.size = largest_attachment + 1;
    CHECK(files.keep(large).error().kind == ErrorKind::too_large);
    CHECK(folder.count() == 0);
}

TEST_CASE("the sweep takes away what no row names, and nothing else")
{
    const Folder folder;
    const auto files = folder.open();
    const auto with_row = row_of(files.keep(an_upload("a.pdf", letter)).value());
    const auto orphan = files.keep(an_upload("b.pdf", letter)).value();
    std::ofstream(folder.path / "files" / (orphan.id.text() + ".part")) << "begun";
    CHECK(files.sweep({with_row}, std::chrono::hours(1)) == 0);
    CHECK(files.sweep({with_row}, std::chrono::hours(0)) == 2);
    CHECK(folder.count() == 1);
    CHECK(files.check(with_row));
    files.discard(with_row.id);
    CHECK(folder.count() == 0);
}

TEST_CASE("where clamd is configured, a harmful file is not kept, a clean one says so, and without "
          "an answer nothing is kept")
{
    onroll::tests::Clamd clamd;
    if (!clamd.is_there()) return;
    const Folder folder;
    const auto files = folder.open(*virus_scan::ScannerAddress::parse(clamd.socket()));
    const auto harmful = files.keep(an_upload("letter.txt", onroll::tests::eicar()));
    REQUIRE_FALSE(harmful);
    CHECK(harmful.error().kind == ErrorKind::bad_input);
    CHECK(harmful.error().message.find("may harm") != std::string::npos);
    CHECK(files.keep(on_disk(folder, "a.pdf", letter)).value().scan == ScanState::clean);
    CHECK(files.scan(onroll::tests::eicar()).value() == ScanState::infected);
    CHECK(folder.count() == 1);
    clamd.end();
    const auto unanswered = files.keep(an_upload("a.pdf", letter));
    REQUIRE_FALSE(unanswered);
    CHECK(unanswered.error().kind == ErrorKind::unavailable);
    CHECK(folder.count() == 1);
}

struct Opened {
    Opened(const AdvicePlace& place, const access::AgencyId& the_agency)
        : stores(place, noon), agency(the_agency), database(*stores.of(agency).value())
    {
        auto transaction = database.begin("open case");
        of = *open_case(transaction, agency, {.child = crypto::new_id<people::PersonId>()}, adviser,
                        today);
        transaction.commit();
    }
    AdviceStores stores;
    access::AgencyId agency;
    access::UserId adviser = crypto::new_id<access::UserId>();
    db::Database& database;
    CaseId of = crypto::new_id<CaseId>();
};

TEST_CASE("a note is corrected by a new version, and what it said before stays")
{
    casework::tests::for_each_place([](const AdvicePlace& place, const access::AgencyId& agency) {
        Opened opened(place, agency);
        const NewNote first{.on = today, .words = "Met the SENCO."};
        const NewNote second{.on = today - Days{1}, .words = "Met the SENCO and the head."};
        auto transaction = opened.database.begin("write note");
        const auto id =
            write_note(transaction, opened.agency, opened.of, first, opened.adviser, noon.now());
        CHECK(correct_note(transaction, opened.agency, opened.of, id, 1, second, opened.adviser,
                           noon.now()));
        CHECK(correct_note(transaction, opened.agency, opened.of, id, 1, first, opened.adviser,
                           noon.now())
                  .error()
                  .kind == ErrorKind::conflict);
        CHECK(correct_note(transaction, opened.agency, opened.of, crypto::new_id<NoteId>(), 1,
                           first, opened.adviser, noon.now())
                  .error()
                  .kind == ErrorKind::not_found);
        transaction.commit();
        auto reading = opened.database.read();
        const auto found = find_note(reading, opened.agency, opened.of, id);
        REQUIRE(found);
        CHECK(found->written == second);
        CHECK(found->version == 2);
        const auto before = versions_before(reading, opened.agency, id);
        REQUIRE(before.size() == 1);
        CHECK(before.front().written == first);
        CHECK(notes_of(reading, opened.agency, opened.of).size() == 1);
        CHECK_FALSE(find_note(reading, crypto::new_id<access::AgencyId>(), opened.of, id));
    });
}

TEST_CASE("a file's row says what it is and to what it was added, and stands in the chronology "
          "with it")
{
    casework::tests::for_each_place([](const AdvicePlace& place, const access::AgencyId& agency) {
        Opened opened(place, agency);
        auto transaction = opened.database.begin("write note");
        const auto note =
            write_note(transaction, opened.agency, opened.of,
                       {.on = today, .words = "The letter came."}, opened.adviser, noon.now());
        Attachment with_note{.id = crypto::new_id<AttachmentId>(),
                             .of = opened.of,
                             .added_to = note,
                             .name = "letter.pdf",
                             .type = FileType::pdf,
                             .category = Category::school_letter,
                             .received_on = today,
                             .bytes = 300,
                             .sha256 = std::string(64, 'a'),
                             .added_at = noon.now(),
                             .added_by = opened.adviser};
        auto alone = with_note;
        alone.id = crypto::new_id<AttachmentId>();
        alone.added_to = {};
        alone.name = "plan.pdf";
        alone.category = Category::plan;
        add_attachment(transaction, opened.agency, with_note);
        add_attachment(transaction, opened.agency, alone);
        mark_scanned(transaction, opened.agency, alone.id, ScanState::clean, noon.now());
        transaction.commit();
        auto reading = opened.database.read();
        CHECK(find_attachment(reading, opened.agency, opened.of, with_note.id).value() ==
              with_note);
        CHECK(find_attachment(reading, opened.agency, opened.of, alone.id)->scan ==
              ScanState::clean);
        CHECK_FALSE(find_attachment(reading, opened.agency, crypto::new_id<CaseId>(), alone.id));
        const auto attachments = attachments_of(reading, opened.agency, opened.of);
        CHECK(attachments.size() == 2);
        CHECK(bytes_attached(reading, opened.agency, opened.of) == 600);
        CHECK(bytes_attached(reading, opened.agency, crypto::new_id<CaseId>()) == 0);
        CHECK(all_attachments(reading, opened.agency).size() == 2);
        CHECK(agencies_with_attachments(reading) == std::vector{opened.agency});
        CHECK(entries_of_notes(reading, opened.agency, opened.of, attachments).front().attached ==
              std::vector<std::string>{"letter.pdf"});
        const auto entries = entries_of_attachments(opened.of, attachments, {});
        REQUIRE(entries.size() == 1);
        CHECK(entries.front().title == "Document: EHC plan or assessment");
    });
}

TEST_CASE("what a file is can be corrected, and what it was said to be stays")
{
    casework::tests::for_each_place([](const AdvicePlace& place, const access::AgencyId& agency) {
        Opened opened(place, agency);
        auto transaction = opened.database.begin("attach");
        const Attachment file{.id = crypto::new_id<AttachmentId>(),
                              .of = opened.of,
                              .name = "scan.pdf",
                              .category = Category::other,
                              .received_on = today - Days{9},
                              .sha256 = std::string(64, 'a'),
                              .added_at = noon.now(),
                              .added_by = opened.adviser};
        auto untouched = file;
        untouched.id = crypto::new_id<AttachmentId>();
        add_attachment(transaction, opened.agency, file);
        add_attachment(transaction, opened.agency, untouched);
        const auto change = [&](const access::AgencyId& agency, std::int64_t version,
                                Category category) {
            return change_category(transaction, agency, opened.of, file.id, version, category,
                                   opened.adviser, noon.now());
        };
        CHECK(change(opened.agency, 1, Category::other));
        CHECK(change(opened.agency, 1, Category::report));
        CHECK(change(opened.agency, 1, Category::plan).error().kind == ErrorKind::conflict);
        CHECK(change(opened.agency, 2, Category::plan));
        CHECK(change(crypto::new_id<access::AgencyId>(), 3, Category::ours).error().kind ==
              ErrorKind::not_found);
        transaction.commit();

        auto reading = opened.database.read();
        const auto found = find_attachment(reading, opened.agency, opened.of, file.id);
        REQUIRE(found);
        CHECK(found->category == Category::plan);
        CHECK(found->version == 3);
        CHECK(find_attachment(reading, opened.agency, opened.of, untouched.id).value() ==
              untouched);
        const auto before = categories_before(reading, opened.agency, opened.of);
        REQUIRE(before.size() == 2);
        CHECK(before[0].category == Category::other);
        CHECK(before[1].category == Category::report);
        CHECK(before[1].changed_by == opened.adviser);
        const auto entries = entries_of_attachments(
            opened.of, attachments_of(reading, opened.agency, opened.of), before);
        REQUIRE(entries.size() == 4);
        const auto told = [&](std::string_view words) {
            return std::count_if(entries.begin(), entries.end(), [&](const ChronologyEntry& one) {
                return one.detail == words && one.on == today;
            });
        };
        CHECK(told("Was: Something else. Now: Report by a professional.") == 1);
        CHECK(told("Was: Report by a professional. Now: EHC plan or assessment.") == 1);
    });
}

TEST_CASE("several who send files at once cannot take more room than the service has, and what is "
          "refused adds no row")
{
    casework::tests::for_each_place([](const AdvicePlace& place, const access::AgencyId& agency) {
        Opened opened(place, agency);
        constexpr std::uint64_t most = 1'000;
        const auto send = [&](std::int64_t bytes) {
            return db::with_retry(
                opened.database, "attach", [&](db::Transaction& transaction) -> Result<void> {
                    wait_for_files(transaction, opened.agency);
                    const auto room = check_room(transaction, opened.agency, opened.of,
                                                 static_cast<std::uint64_t>(bytes), most);
                    if (!room) return room;
                    add_attachment(transaction, opened.agency,
                                   {.id = crypto::new_id<AttachmentId>(),
                                    .of = opened.of,
                                    .name = "letter.pdf",
                                    .type = FileType::pdf,
                                    .category = Category::school_letter,
                                    .received_on = today,
                                    .bytes = bytes,
                                    .sha256 = std::string(64, 'a'),
                                    .added_at = noon.now(),
                                    .added_by = opened.adviser});
                    return {};
                });
        };
        std::atomic<int> kept{0};
        std::vector<std::thread> together;
        for (int i = 0; i < 6; ++i) together.emplace_back([&] { kept += send(600).has_value(); });
        for (auto& one : together) one.join();
        CHECK(kept == 1);
        CHECK(send(400).has_value());
        const auto full = send(1);
        REQUIRE_FALSE(full);
        CHECK(full.error().kind == ErrorKind::too_large);
        CHECK(full.error().message.find("no room left") != std::string::npos);
        auto reading = opened.database.read();
        CHECK(bytes_of_agency(reading, opened.agency) == 1'000);
        CHECK(bytes_of_agency(reading, crypto::new_id<access::AgencyId>()) == 0);
        // A case that is full says so first.
        CHECK(check_room(reading, opened.agency, opened.of, most_in_a_case, most_of_a_service)
                  .error()
                  .message.find("This case can hold 200 MB") != std::string::npos);
    });
}

} // namespace casework_attachment_files_test
