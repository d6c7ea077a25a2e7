// A list that leaves as a file says who took it, when and what for, and nothing in it runs in a
// spreadsheet.
#include "casework/list_files.h"
#include "casework/store_actions.h"
#include "casework/store_lists.h"

#include "casework/tests/each_place.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <string>

namespace list_files_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::AdviceService;
using casework::tests::on_each_engine;

const FixedClock noon{date(2026, 11, 26)};

const Stamp stamp{.who = "Wren Holloway",
                  .service = "Tidemoor Advice and Support",
                  .at = "26 November 2026, 2:30pm",
                  .purpose = ListPurpose::supervision,
                  .on = date(2026, 11, 26)};

ListTable a_table()
{
    return {.title = "Cases",
            .columns = {"case", "child"},
            .rows = {{"1042", "=HYPERLINK(\"http://x\")"}, {"1043", "-Ada"}, {"1044", "Nell"}}};
}

/// Everything in the workbook, unpacked by Python's own zip.
std::string unpacked(const std::string& bytes)
{
    const ::onroll::tests::TestDatabase folder(db::Engine::sqlite);
    const auto path = folder.folder() / "list.xlsx";
    std::ofstream(path, std::ios::binary) << bytes;
    const auto command = "python3 -c \"import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);"
                         "[sys.stdout.buffer.write(z.read(n)) for n in z.namelist()]\" " +
                         path.string();
    std::string text;
    auto* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe);
    std::array<char, 4096> part{};
    for (std::size_t read = 0; (read = std::fread(part.data(), 1, part.size(), pipe)) > 0;)
        text.append(part.data(), read);
    REQUIRE(pclose(pipe) == 0);
    return text;
}

TEST_CASE("each row of a CSV file says who took it, when and what for")
{
    const auto written = csv_of(a_table(), stamp);
    CHECK(written.find("case,child,taken_by,taken_at,taken_for\r\n") != std::string::npos);
    CHECK(written.find("1044,Nell,\"Wren Holloway, Tidemoor Advice and Support\","
                       "\"26 November 2026, 2:30pm\",For supervision\r\n") != std::string::npos);
}

TEST_CASE("no cell of a CSV file begins as a formula does")
{
    const auto written = csv_of(a_table(), stamp);
    CHECK(written.find("'=HYPERLINK") != std::string::npos);
    CHECK(written.find("1043,'-Ada,") != std::string::npos);
    CHECK(written.find(",=") == std::string::npos);
    CHECK(written.find("\"=") == std::string::npos);
}

TEST_CASE("a workbook says who took it on its cover, and holds words where a formula was typed")
{
    const auto written = workbook_of(a_table(), stamp);
    REQUIRE(written.has_value());
    const auto all = unpacked(*written);
    CHECK(all.find("Taken by Wren Holloway, 26 November 2026, 2:30pm.") != std::string::npos);
    CHECK(all.find("For: For supervision.") != std::string::npos);
    CHECK(all.find("<f>") == std::string::npos);
    CHECK(all.find("HYPERLINK") != std::string::npos);
}

TEST_CASE("a file is named for its list and its day, and for nobody")
{
    for (const auto format : all_file_formats()) {
        const auto file = file_response(a_table(), ListKind::cases, format, stamp);
        REQUIRE(file.has_value());
        const auto name = file->headers["Content-Disposition"];
        CHECK(name.find("onroll-cases-2026-11-26." + std::string(key_of(format))) !=
              std::string_view::npos);
        CHECK(name.starts_with("attachment"));
    }
}

TEST_CASE("every list, purpose and kind of file is found by its word, which the audit can keep")
{
    for (const auto kind : all_list_kinds()) {
        CHECK(list_kind_named(key_of(kind)) == kind);
        CHECK(audit::may_be_noted(key_of(kind)));
    }
    for (const auto purpose : all_list_purposes()) {
        CHECK(list_purpose_named(key_of(purpose)) == purpose);
        CHECK(audit::may_be_noted(key_of(purpose)));
    }
    for (const auto format : all_file_formats()) CHECK(file_format_named(key_of(format)) == format);
    CHECK_FALSE(list_kind_named("dates"));
    CHECK_FALSE(list_purpose_named(""));
}

TEST_CASE("work done is listed from the first day until the last, of one worker or of all")
{
    on_each_engine(noon, [](const AdviceService& office) {
        const auto id = office.open({.child = office.child("Invented", "Child")});
        const auto work = [&](Date on, const access::UserId& worker, int minutes) {
            auto transaction = office.database->begin("test");
            record_action(transaction, office.agency, id,
                          {.kind = ActionKind::family,
                           .stage = Stage::school,
                           .took = std::chrono::minutes{minutes},
                           .on = on,
                           .worker = worker},
                          worker, noon.now());
            transaction.commit();
        };
        work(date(2026, 11, 1), office.adviser, 10);
        work(date(2026, 11, 2), office.adviser, 20);
        work(date(2026, 11, 3), office.manager, 30);
        work(date(2026, 11, 4), office.adviser, 40);
        auto reading = office.database->read();
        const auto all =
            work_done_between(reading, office.agency, date(2026, 11, 2), date(2026, 11, 4), {}, 10);
        REQUIRE(all.size() == 2);
        CHECK(all.front().took == std::chrono::minutes{20});
        CHECK(all.front().case_number == office.find(id).number);
        CHECK(all.back().worker == office.manager);
        const auto own = work_done_between(reading, office.agency, date(2026, 11, 1),
                                           date(2026, 12, 1), office.adviser, 10);
        CHECK(own.size() == 3);
        CHECK(work_done_between(reading, office.agency, date(2026, 11, 1), date(2026, 12, 1), {}, 1)
                  .size() == 1);
        CHECK(work_done_between(reading, crypto::new_id<access::AgencyId>(), date(2026, 11, 1),
                                date(2026, 12, 1), {}, 10)
                  .empty());
    });
}

} // namespace list_files_test
