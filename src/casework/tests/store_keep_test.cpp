#include "casework/store_keep.h"

#include "casework/store.h"
#include "casework/store_attachments.h"
#include "casework/store_case_states.h"
#include "casework/store_reports.h"
#include "casework/store_tasks.h"

#include "casework/tests/full_case.h"
#include "forms/store.h"
#include "helpers/test_database.h"
#include "people/store_retention.h"
#include "platform/log/log.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

namespace casework_store_keep_test {

using namespace onroll;
using namespace onroll::casework;
using namespace onroll::casework::tests;

const FixedClock noon(date(2026, 11, 26));

/// What may hold nothing of a case; feedback has no way back to one.
constexpr std::array of_the_service{
    "casework_service",        "casework_signpost_place",  "casework_open_offer",
    "casework_calendar_seen",  "casework_reminder_choice", "casework_feedback",
    "casework_place_capacity", "casework_batch",           "casework_bulk",
    "casework_hold",           "casework_removal",         "casework_kept_figure"};

TEST_CASE("every table of casework is emptied with a case, or holds nothing of one")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto emptied = tables_of_a_case();
        for (const auto& table : tables_in(*service.database)) {
            const bool of_case = std::count(emptied.begin(), emptied.end(), table) > 0;
            const bool of_service =
                std::count(of_the_service.begin(), of_the_service.end(), table) > 0;
            CHECK_MESSAGE(of_case != of_service, table);
            for (const auto& column : columns_of(*service.database, table))
                if (column.name == "case_id" || column.name == "contact" || column.name == "event")
                    CHECK_MESSAGE(of_case, table);
        }
    });
}

TEST_CASE("two people remove a case after its time: no row of it is left in any table, one line "
          "is, and another case stays whole")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const FullCase other(service, "STAYS");
        const auto stays = texts_with(*service.database, "STAYS");
        const FullCase full(service);
        for (const auto table : tables_of_a_case())
            CHECK_MESSAGE(rows_in(*service.database, std::string(table)) > 0, table);
        CHECK(texts_with(*service.database, "CANARY") > 4);
        CHECK(full.agreed(service.manager).error().kind == ErrorKind::conflict);
        REQUIRE(full.proposed(service.adviser));
        CHECK(full.agreed(service.adviser).error().kind == ErrorKind::not_allowed);
        REQUIRE(full.agreed(service.manager));
        CHECK(texts_with(*service.database, "CANARY") == 0);
        CHECK(texts_with(*service.database, full.id.text()) == 1);
        CHECK(texts_with(*service.database, "STAYS") == stays);
        auto reading = service.database->read();
        CHECK(find_case(reading, service.agency, full.id).error().kind == ErrorKind::not_found);
        const auto lines = removed_records(reading, service.agency).lines;
        REQUIRE(lines.size() == 1);
        CHECK(lines.front().number == 1002);
        CHECK(lines.front().over_on == case_closed_on);
        CHECK(lines.front().period == "6 years after closing");
        CHECK(lines.front().removed_by == service.manager);
        CHECK(find_over(reading, service.agency, full.record()).error().kind ==
              ErrorKind::not_found);
    });
}

TEST_CASE("a case is due six years after its closing, a contact without one after two")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const FullCase full(service);
        const auto record = [&](Date day) {
            auto to = service.database->begin("record");
            auto id = record_contact(to, service.agency, {.story = "A call"}, service.adviser,
                                     start_of_day_in_london(day));
            to.commit();
            return id;
        };
        const auto old = record(date(2024, 11, 25));
        record(date(2024, 11, 26));
        auto reading = service.database->read();
        CHECK(due_for_removal(reading, service.agency, date(2026, 11, 20)).lines.empty());
        const auto due = due_for_removal(reading, service.agency, date(2026, 11, 26)).lines;
        REQUIRE(due.size() == 2);
        CHECK(due.front().record == full.record());
        CHECK(due.back().record == KeptRecord{KeptKind::contact, old.text()});
    });
}

TEST_CASE("the task to ask what came of a signpost goes with its contact, and no other task")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto record = service.in_transaction([&](db::Transaction& to) {
            const auto id = record_contact(to, service.agency, {.story = "A call"}, service.adviser,
                                           start_of_day_in_london(date(2024, 11, 25)));
            for (const auto& duty : {std::string(of_a_signpost) + id.text() + " one",
                                     std::string(of_a_signpost) + "another one"})
                add_task(to, service.agency,
                         {.title = "Ask the family", .owner = service.adviser, .duty = duty},
                         service.adviser, noon.now());
            return Result<KeptRecord>(KeptRecord{KeptKind::contact, id.text()});
        });
        REQUIRE(record);
        REQUIRE(service.in_transaction([&](db::Transaction& to) {
            return propose_removal(to, service.agency, *record, service.adviser, noon.now());
        }));
        const auto owner = service.stores.as_owner(service.agency);
        REQUIRE(owner);
        {
            auto to = (*owner ? **owner : *service.database).begin("remove");
            REQUIRE(agree_to_removal(to, service.agency, *record, service.manager, noon.now()));
            to.commit();
        }
        CHECK(rows_in(*service.database, "casework_task") == 1);
        CHECK(rows_in(*service.database, "casework_contact") == 0);
    });
}

TEST_CASE("a hold keeps what is due, needs a reason, and ends by two people; so does one on the "
          "child’s record")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const FullCase full(service);
        const auto hold = [&](std::string_view reason) {
            return service.in_transaction([&](db::Transaction& to) {
                return begin_case_hold(to, service.agency, full.record(), reason, service.adviser,
                                       noon.now());
            });
        };
        const auto end = [&](const access::UserId& by) {
            return service.in_transaction([&](db::Transaction& to) {
                return end_case_hold(to, service.agency, full.record(), by, noon.now());
            });
        };
        const auto due = [&] {
            auto reading = service.database->read();
            return due_for_removal(reading, service.agency, noon.today()).lines.size();
        };
        CHECK(hold("").error().kind == ErrorKind::bad_input);
        REQUIRE(hold("A complaint"));
        CHECK(hold("Another").error().kind == ErrorKind::conflict);
        CHECK(due() == 0);
        CHECK(full.proposed(service.adviser).error().kind == ErrorKind::conflict);
        {
            auto reading = service.database->read();
            REQUIRE(held_records(reading, service.agency).lines.size() == 1);
        }
        CHECK(end(service.adviser).value() == false);
        CHECK(end(service.adviser).error().kind == ErrorKind::not_allowed);
        CHECK(end(service.manager).value() == true);
        CHECK(due() == 1);
        REQUIRE(full.proposed(service.adviser));
        const auto child = service.find(full.id).child;
        REQUIRE(service.in_transaction([&](db::Transaction& to) {
            return people::begin_hold(to,
                                      people::scope_of(service.agency, service.adviser, noon.now()),
                                      child, "A claim");
        }));
        CHECK(due() == 0);
        CHECK(full.agreed(service.manager).error().kind == ErrorKind::conflict);
    });
}

TEST_CASE("a hold on a contact holds the case that the contact comes to")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto id = service.open({.child = service.child("Asha", "Hill")});
        const KeptRecord record{KeptKind::case_work, id.text()};
        const auto child = service.find(id).child;
        REQUIRE(service.in_transaction([&](db::Transaction& to) -> Result<void> {
            const auto contact = record_contact(to, service.agency, {.story = "A call"},
                                                service.adviser, noon.now());
            const auto held =
                begin_case_hold(to, service.agency, {KeptKind::contact, contact.text()},
                                "A complaint", service.adviser, noon.now());
            if (!held) return held;
            return attach_contact(to, service.agency, contact, id, child);
        }));
        const auto again = service.in_transaction([&](db::Transaction& to) {
            return begin_case_hold(to, service.agency, record, "Another", service.adviser,
                                   noon.now());
        });
        REQUIRE_FALSE(again.has_value());
        CHECK(again.error().kind == ErrorKind::conflict);
    });
}

TEST_CASE("an open case that is held is listed, before it is over and after, and let go by two")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto id = service.open({.child = service.child("Asha", "Hill")});
        const KeptRecord record{KeptKind::case_work, id.text()};
        const auto holds = [&] {
            return service.in_transaction([&](db::Transaction& to) {
                return begin_case_hold(to, service.agency, record, "A complaint", service.adviser,
                                       noon.now());
            });
        };
        REQUIRE(holds());
        CHECK(holds().error().kind == ErrorKind::conflict);
        const auto listed = [&] {
            auto reading = service.database->read();
            return held_records(reading, service.agency).lines;
        };
        REQUIRE(listed().size() == 1);
        CHECK(listed().front().record == record);
        CHECK_FALSE(listed().front().over_on.has_value());
        CHECK(listed().front().hold->reason == "A complaint");
        REQUIRE(service.in_transaction([&](db::Transaction& to) {
            return close_case(to, service.agency, id, 1, {}, service.adviser, noon.now());
        }));
        REQUIRE(listed().size() == 1);
        CHECK(listed().front().over_on == noon.today());
        REQUIRE(service.in_transaction([&](db::Transaction& to) {
            return change_state(to, service.agency, id, 2, {CaseState::open, "Rang again"},
                                service.adviser, noon.now());
        }));
        const auto end = [&](const access::UserId& by) {
            return service.in_transaction([&](db::Transaction& to) {
                return end_case_hold(to, service.agency, record, by, noon.now());
            });
        };
        CHECK(end(service.adviser).value() == false);
        CHECK(end(service.manager).value() == true);
        CHECK(listed().empty());
        auto reading = service.database->read();
        CHECK(find_over(reading, service.agency, record).error().kind == ErrorKind::not_found);
    });
}

TEST_CASE("what somebody proposed they alone take back: a removal, and the end of a hold")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const FullCase full(service);
        const auto take_back = [&](const access::UserId& by) {
            return service.in_transaction([&](db::Transaction& to) {
                return take_back_proposal(to, service.agency, full.record(), by);
            });
        };
        CHECK(take_back(service.adviser).error().kind == ErrorKind::conflict);
        REQUIRE(full.proposed(service.adviser));
        CHECK(take_back(service.manager).error().kind == ErrorKind::not_allowed);
        REQUIRE(take_back(service.adviser));
        CHECK(full.agreed(service.manager).error().kind == ErrorKind::conflict);
        REQUIRE(full.proposed(service.adviser));
        REQUIRE(service.in_transaction([&](db::Transaction& to) {
            return begin_case_hold(to, service.agency, full.record(), "A claim", service.adviser,
                                   noon.now());
        }));
        const auto end = [&](const access::UserId& by) {
            return service.in_transaction([&](db::Transaction& to) {
                return end_case_hold(to, service.agency, full.record(), by, noon.now());
            });
        };
        CHECK(end(service.adviser).value() == false);
        CHECK(take_back(service.manager).error().kind == ErrorKind::not_allowed);
        REQUIRE(take_back(service.adviser));
        // The next to ask is the first again.
        CHECK(end(service.manager).value() == false);
        // What the other asked keeps nobody from taking back their own.
        REQUIRE(take_back(service.adviser));
        CHECK(take_back(service.adviser).error().kind == ErrorKind::not_allowed);
        CHECK(end(service.adviser).value() == true);
    });
}

TEST_CASE("what is due comes page by page, those over first, and no page leaves one out")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const std::size_t all = kept_records_a_page + 3;
        REQUIRE(service.in_transaction([&](db::Transaction& to) -> Result<void> {
            for (std::size_t at = 0; at < all; ++at)
                record_contact(
                    to, service.agency, {.story = "A call"}, service.adviser,
                    start_of_day_in_london(date(2024, 1, 1) + Days{static_cast<int>(at)}));
            return {};
        }));
        auto reading = service.database->read();
        const auto first = due_for_removal(reading, service.agency, noon.today());
        CHECK(first.lines.size() == kept_records_a_page);
        CHECK(first.has_next);
        CHECK(first.lines.front().over_on == date(2024, 1, 1));
        const auto second = due_for_removal(reading, service.agency, noon.today(), 2);
        REQUIRE(second.lines.size() == 3);
        CHECK_FALSE(second.has_next);
        CHECK(second.lines.back().over_on == date(2024, 1, 1) + Days{static_cast<int>(all) - 1});
    });
}

TEST_CASE("the yearly figures say the same after a case and a contact were removed")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const FullCase full(service);
        const auto tables = [&](const Period& period) {
            auto reading = service.database->read();
            return tables_of(counted_in(reading, service.agency, period, noon.today()));
        };
        const std::vector<Period> years{school_year_from(2018),    school_year_from(2019),
                                        school_year_from(2020),    financial_year_from(2018),
                                        financial_year_from(2019), financial_year_from(2020)};
        std::vector<std::vector<ReportTable>> before;
        for (const auto& year : years) before.push_back(tables(year));
        REQUIRE(full.proposed(service.adviser));
        REQUIRE(full.agreed(service.manager));
        for (std::size_t at = 0; at < years.size(); ++at)
            CHECK_MESSAGE(tables(years[at]) == before[at], years[at].name);
        CHECK(before.front() != tables(school_year_from(2012)));
        auto reading = service.database->read();
        CHECK(first_case_opened(reading, service.agency) == date(2019, 3, 1));
    });
}

/// Every byte of the files below the folder.
std::string bytes_below(const std::filesystem::path& folder)
{
    std::string bytes;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        if (!file.is_regular_file()) continue;
        std::ifstream stream(file.path(), std::ios::binary);
        bytes.append(std::istreambuf_iterator<char>(stream), {});
    }
    return bytes;
}

std::size_t files_below(const std::filesystem::path& folder)
{
    std::size_t files = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder))
        if (file.is_regular_file()) ++files;
    return files;
}

TEST_CASE("after a removal no byte of the case is left in the store, and no file of it beside")
{
    const log::Redirect quiet([](std::string_view) {});
    const ::onroll::tests::TestDatabase place(db::Engine::sqlite);
    const auto key = crypto::Key::create();
    std::filesystem::path attachments;
    std::string sealed_name;
    {
        const AdviceService service({.data = place.folder(), .postgres = {}}, noon);
        const FullCase full(service);
        attachments = place.folder() / "advice" / service.agency.text();
        const auto files = service.stores.files_of(service.agency);
        REQUIRE(files);
        http::Upload upload{.file_name = "CANARYletter.txt",
                            .content_type = "text/plain",
                            .bytes = "CANARYbytes of a letter"};
        upload.size = upload.bytes.size();
        const auto kept = (*files)->keep(upload);
        REQUIRE(kept);
        {
            auto to = service.database->begin("attach");
            add_attachment(to, service.agency,
                           {.id = kept->id,
                            .of = full.id,
                            .name = kept->name,
                            .type = kept->type,
                            .received_on = case_opened_on,
                            .bytes = kept->bytes,
                            .sha256 = kept->sha256,
                            .scan = kept->scan,
                            .added_at = noon.now(),
                            .added_by = service.adviser});
            to.commit();
        }
        sealed_name = kept->id.text();
        const auto draft_page = "/advice/cases/" + full.id.text() + "/notes/new";
        http::Form draft;
        draft.fields = {{"form_page", draft_page},
                        {"form_key", crypto::random_token()},
                        {"words", "CANARYdraft"}};
        const forms::Owner owner{service.agency.text(), service.adviser.text()};
        REQUIRE(forms::keep_draft(*service.database, key, owner, draft, noon.now()));
        CHECK(files_below(attachments) == 1);
        REQUIRE(full.proposed(service.adviser));
        const auto removed = full.agreed(service.manager);
        REQUIRE(removed);
        CHECK(std::count(removed->begin(), removed->end(), kept->id) == 1);
        for (const auto& file : *removed) (*files)->discard(file);
        auto reading = service.database->read();
        CHECK(forms::drafts_of(reading, owner).empty());
    }
    // What waited beside the store is written into it by now.
    CHECK(files_below(attachments) == 0);
    const auto bytes = bytes_below(place.folder());
    CHECK(bytes.find("Asha") != std::string::npos); // the child's record has a period of its own
    CHECK(bytes.find("CANARY") == std::string::npos);
    CHECK(bytes.find(sealed_name) == std::string::npos);
}

} // namespace casework_store_keep_test
