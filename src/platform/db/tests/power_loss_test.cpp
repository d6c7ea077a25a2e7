// What a power cut leaves: at every point where SQLite asks the disk to make something durable, the
// bytes that were not yet durable are lost, kept, torn at 512 or 4,096 bytes and reordered, and the
// database is opened from what is left (trust.md R-04). ONROLL_POWER_CUTS asks for more of them.
#include "helpers/test_database.h"
#include "platform/db/db.h"
#include "platform/db/tests/recording_disk.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <algorithm>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

namespace power_loss_test {

namespace db = onroll::db;
using db::tests::DiskEvent;
using db::tests::Files;

constexpr int steps = 200;
constexpr db::Sql make_tables{"make tables",
                              "CREATE TABLE step (number INTEGER PRIMARY KEY) STRICT;"
                              "CREATE TABLE total (steps INTEGER NOT NULL) STRICT;"
                              "CREATE TABLE page (id INTEGER PRIMARY KEY, touched INTEGER NOT NULL,"
                              " filling TEXT NOT NULL) STRICT;"
                              "INSERT INTO total (steps) VALUES (0);"};
constexpr db::Sql add_page{"add page", "INSERT INTO page (id, touched, filling) VALUES (?, 0, ?)"};
constexpr db::Sql add_step{"add step", "INSERT INTO step (number) VALUES (?)"};
constexpr db::Sql raise_total{"raise total", "UPDATE total SET steps = steps + 1"};
constexpr db::Sql touch_pages{"touch pages", "UPDATE page SET touched = ? WHERE id % 10 = ? % 10"};
constexpr db::Sql what_is_there{
    "what is there",
    "SELECT (SELECT steps FROM total) AS total, (SELECT count(*) FROM step) AS steps,"
    " (SELECT coalesce(max(number), 0) FROM step) AS last,"
    " (SELECT count(*) FROM page WHERE touched <> coalesce((SELECT max(number) FROM step"
    " WHERE number % 10 = page.id % 10), 0)) AS stale"};
constexpr db::Sql integrity{"integrity", "PRAGMA integrity_check(1)"};

/// 200 transactions, each of an insert, a count and pages rewritten; long enough for the log to be
/// carried over into the file on the way. Each is said to the disk once it was acknowledged.
std::vector<DiskEvent> record_workload()
{
    const onroll::tests::TestDatabase place(db::Engine::sqlite);
    db::tests::RecordingDisk disk;
    {
        const auto database = place.open();
        {
            auto transaction = database->begin("make");
            transaction.run_script(make_tables);
            const std::string filling(3000, 'x');
            for (int page = 0; page < 100; ++page) transaction.run(add_page, page, filling);
            transaction.commit();
            disk.say(0);
        }
        for (int step = 1; step <= steps; ++step) {
            auto transaction = database->begin("step");
            transaction.run(add_step, step);
            transaction.run(raise_total);
            transaction.run(touch_pages, step, step);
            transaction.commit();
            disk.say(step);
        }
    }
    return disk.events();
}

/// How many steps a database made of these files holds; nothing where it is not sound: it does not
/// open, or a step is there in part.
std::optional<std::int64_t> steps_in(const Files& files, const std::filesystem::path& folder)
{
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
    std::filesystem::path database_file;
    for (const auto& [name, bytes] : files) {
        std::ofstream(folder / name, std::ios::binary) << bytes;
        if (name.ends_with(".db")) database_file = folder / name;
    }
    if (database_file.empty()) return std::nullopt;
    const auto opened = db::Database::open({"sqlite:" + database_file.string(), 1});
    if (!opened) return std::nullopt;
    try {
        auto reader = (*opened)->read();
        auto check = reader.query(integrity);
        if (!check.next() || check.text("integrity_check") != "ok") return std::nullopt;
        auto rows = reader.query(what_is_there);
        if (!rows.next() || rows.integer("total") != rows.integer("steps") ||
            rows.integer("last") != rows.integer("steps") || rows.integer("stale") != 0)
            return std::nullopt;
        return rows.integer("steps");
    } catch (const db::Failure&) {
        return std::nullopt;
    }
}

/// What the disk is sure to hold, and what it may lose, as time goes on.
class Disk {
public:
    explicit Disk(bool syncs_work) : syncs_work_(syncs_work) {}

    void take(const DiskEvent& event)
    {
        if (event.kind == DiskEvent::Kind::said) return;
        const bool removed_for_good = event.kind == DiskEvent::Kind::remove && event.at;
        if (event.kind != DiskEvent::Kind::sync && !removed_for_good)
            return unsure_.push_back(event);
        if (!syncs_work_) return;
        std::vector<DiskEvent> others;
        for (auto& one : unsure_) {
            // Making the folder durable makes what was removed from it stay away.
            const bool removed_before = event.at && one.kind == DiskEvent::Kind::remove;
            if (one.file == event.file || removed_before)
                keep(one, sure_);
            else
                others.push_back(std::move(one));
        }
        unsure_ = std::move(others);
        keep(event, sure_);
    }

    /// What is left: everything sure, and of the rest what the kind of cut keeps.
    Files left(int kind, std::mt19937& chance) const
    {
        auto files = sure_;
        if (kind == 0) return files;
        std::bernoulli_distribution half(0.5);
        for (const auto& event : unsure_) {
            if (kind == 1) keep(event, files);
            if (kind > 1)
                keep_in_part(event, files, kind % 2 ? 512 : 4096, [&] { return half(chance); });
        }
        return files;
    }

private:
    bool syncs_work_;
    Files sure_;
    std::vector<DiskEvent> unsure_;
};

struct Outcome {
    int cuts = 0;
    int lost = 0; ///< a step that was acknowledged is not there, or half a step is
};

/// Cuts the power just before every sync, `kinds` times each.
Outcome cut_the_power(const std::vector<DiskEvent>& events, bool syncs_work, int kinds, int every)
{
    auto name = (std::filesystem::temp_directory_path() / "onroll-power-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()));
    const std::filesystem::path folder = std::filesystem::path(name) / "left";
    std::mt19937 chance(20261125);
    Disk disk(syncs_work);
    Outcome outcome;
    std::int64_t acknowledged = -1;
    int syncs = 0;
    for (const auto& event : events) {
        if (event.kind == DiskEvent::Kind::said) acknowledged = event.at;
        if (event.kind == DiskEvent::Kind::sync && acknowledged >= 0 && ++syncs % every == 0) {
            for (int kind = 0; kind < kinds; ++kind) {
                const auto found = steps_in(disk.left(kind, chance), folder);
                ++outcome.cuts;
                if (!found || *found < acknowledged) ++outcome.lost;
            }
        }
        disk.take(event);
    }
    std::filesystem::remove_all(name);
    return outcome;
}

int kinds_of_cuts()
{
    const char* asked = std::getenv("ONROLL_POWER_CUTS");
    return asked ? std::max(4, std::atoi(asked) / 200) : 4;
}

TEST_CASE("a power cut at any point of 200 transactions loses none that was acknowledged, and "
          "leaves none in part")
{
    const onroll::log::Redirect quiet([](std::string_view) {});
    const auto events = record_workload();
    const auto log_was_carried_over =
        std::count_if(events.begin(), events.end(), [](const DiskEvent& event) {
            return event.kind == DiskEvent::Kind::sync && event.file.ends_with(".db");
        });
    CHECK(log_was_carried_over >= 2);
    const auto outcome = cut_the_power(events, true, kinds_of_cuts(), 1);
    MESSAGE(outcome.cuts, " power cuts");
    CHECK(outcome.cuts >= 4 * steps);
    CHECK(outcome.lost == 0);
}

TEST_CASE("the model would see what a disk loses that does not make anything durable")
{
    const onroll::log::Redirect quiet([](std::string_view) {});
    const auto outcome = cut_the_power(record_workload(), false, 4, 20);
    CHECK(outcome.lost > 0);
}

} // namespace power_loss_test
