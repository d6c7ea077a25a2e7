// A year of England: 955,000 suspensions and 10,900 permanent exclusions over 24,000 calendars,
// full duties and findings, in memory, calendars by key, without JSON, on two threads. Peer: NumPy
// reckoning one date alone, the board's limit, for the same exclusions calendar by calendar.
#include "bench/stopwatch.h"
#include "law/evaluate.h"

#include <atomic>
#include <cstdint>
#include <ctime>
#include <random>
#include <thread>

namespace bench_england {

using namespace onroll;
using namespace onroll::law;

constexpr int schools = 24'000, suspensions = 955'000, permanents = 10'900, pupils = 340'000;

constexpr auto numpy_program = R"(
import sys, time
import numpy as np
raw = np.fromfile(sys.argv[1], dtype=np.int32)
groups, at = raw[0], 1
seconds, sum = 0.0, 0
for _ in range(groups):
    closed_count, count = raw[at], raw[at + 1]
    closed = raw[at + 2:at + 2 + closed_count].astype('datetime64[D]')
    decided = raw[at + 2 + closed_count:at + 2 + closed_count + count].astype('datetime64[D]')
    at += 2 + closed_count + count
    began = time.perf_counter()
    calendar = np.busdaycalendar(holidays=closed)
    answer = np.busday_offset(decided, 15, roll='preceding', busdaycal=calendar)
    seconds += time.perf_counter() - began
    sum += int(answer.astype(np.int64).sum())
print(seconds)
print(sum)
)";

std::vector<School> make_schools(std::mt19937& random)
{
    std::vector<School> all;
    all.reserve(schools);
    const auto shift = [&](int most) {
        return Days{std::uniform_int_distribution<int>(0, most)(random)};
    };
    for (int i = 0; i < schools; ++i) {
        std::vector<Term> terms{
            {"Autumn 2024", date(2024, 9, 2) + shift(3), date(2024, 12, 18) + shift(2)},
            {"Spring 2025", date(2025, 1, 6) + shift(1), date(2025, 4, 2) + shift(2)},
            {"Summer 2025", date(2025, 4, 22) + shift(2), date(2025, 7, 18) + shift(4)},
            {"Autumn 2025", date(2025, 9, 1) + shift(3), date(2025, 12, 17) + shift(2)},
            {"Spring 2026", date(2026, 1, 5), date(2026, 3, 27)}};
        std::vector<Closure> closures{
            {date(2024, 10, 28), date(2024, 11, 1), ClosureReason::half_term},
            {date(2025, 2, 17), date(2025, 2, 21), ClosureReason::half_term},
            {date(2025, 5, 26), date(2025, 5, 30), ClosureReason::half_term},
            {date(2025, 10, 27), date(2025, 10, 31), ClosureReason::half_term},
            {date(2026, 2, 16), date(2026, 2, 20), ClosureReason::half_term}};
        for (int inset = 0; inset < 5; ++inset) {
            const auto day = date(2024, 9, 9) + shift(300);
            closures.push_back({day, day, ClosureReason::inset});
        }
        const auto type = i % 10 < 4      ? SchoolType::maintained
                          : i % 100 == 99 ? SchoolType::pru
                          : i % 100 == 98 ? SchoolType::ap_academy
                                          : SchoolType::academy;
        all.push_back(School{std::to_string(100000 + i), type, 200 + i % 700,
                             SchoolCalendar::create(terms, closures, TermSystem::three).value()});
    }
    return all;
}

/// A pupil's year: first day of each exclusion as days after the start, half days, and whether the
/// last one is permanent.
struct PupilYear {
    std::uint16_t school = 0;
    bool permanent = false, social_worker = false, looked_after = false, disabled = false,
         represented = false;
    std::vector<std::pair<std::uint16_t, std::uint8_t>> suspensions;
};

std::vector<PupilYear> make_pupils(std::mt19937& random)
{
    std::vector<PupilYear> all(pupils);
    const auto number = [&](int from, int to) {
        return std::uniform_int_distribution<int>(from, to)(random);
    };
    for (int i = 0; i < pupils; ++i) {
        auto& one = all[static_cast<std::size_t>(i)];
        one.school = static_cast<std::uint16_t>(number(0, schools - 1));
        one.social_worker = number(0, 9) == 0;
        one.looked_after = number(0, 29) == 0;
        one.disabled = number(0, 9) == 0;
        one.represented = number(0, 7) == 0;
        one.permanent = i < permanents;
    }
    for (int i = 0; i < suspensions; ++i) {
        auto& one = all[static_cast<std::size_t>(number(0, pupils - 1))];
        one.suspensions.emplace_back(
            static_cast<std::uint16_t>(number(7, 310)),
            static_cast<std::uint8_t>(number(0, 19) == 0 ? number(11, 30) : number(1, 10)));
    }
    return all;
}

struct Counts {
    std::size_t exclusions = 0, duties = 0, findings = 0, totals = 0;
};

/// Builds each pupil's history in place and evaluates it, reusing memory from pupil to pupil.
Counts evaluate_pupils(const std::vector<School>& all_schools, const std::vector<PupilYear>& all,
                       std::size_t from, std::size_t until)
{
    const auto start = date(2024, 9, 2);
    Counts counts;
    History history;
    Evaluation out;
    for (auto i = from; i < until; ++i) {
        const auto& pupil = all[i];
        const auto& school = all_schools[pupil.school];
        history.schools.assign(1, &school);
        history.exclusions.clear();
        history.events.clear();
        history.pupil.social_worker = pupil.social_worker;
        history.pupil.looked_after = pupil.looked_after;
        history.pupil.disabled = pupil.disabled;
        const auto add = [&](Kind kind, int day, int half_days) {
            const auto decided = school.calendar.counted_from(start + Days{day}, SchoolDays{1});
            if (!decided) return;
            const auto first = school.calendar.after(*decided, SchoolDays{1});
            auto& one = history.exclusions.emplace_back();
            one.kind = kind;
            one.decided_on = one.board_notified_on = *decided;
            one.first_day = first.value_or(*decided);
            one.sessions = half_days;
        };
        for (const auto& [day, half_days] : pupil.suspensions)
            add(Kind::suspension, day, half_days);
        if (pupil.permanent) add(Kind::permanent, 312, 0);
        if (history.exclusions.empty()) continue;
        if (pupil.represented)
            history.events.push_back(Event{EventType::representations, 0,
                                           history.exclusions.front().decided_on, Method::delivered,
                                           Outcome::none});
        evaluate(history, out);
        counts.exclusions += history.exclusions.size();
        counts.duties += out.duties.size();
        counts.findings += out.findings.size();
        counts.totals += out.totals.size();
    }
    return counts;
}

void write(std::ofstream& file, std::int64_t number)
{
    const auto small = static_cast<std::int32_t>(number);
    file.write(reinterpret_cast<const char*>(&small), sizeof small);
}

/// For the peer: for each school its closed weekdays and the decision dates of its exclusions.
std::int64_t write_peer_input(const std::filesystem::path& path,
                              const std::vector<School>& all_schools,
                              const std::vector<PupilYear>& all)
{
    const auto start = date(2024, 9, 2);
    std::vector<std::vector<Date>> decided(all_schools.size());
    for (const auto& pupil : all) {
        const auto& calendar = all_schools[pupil.school].calendar;
        for (const auto& [day, half_days] : pupil.suspensions)
            if (const auto one = calendar.counted_from(start + Days{day}, SchoolDays{1}))
                decided[pupil.school].push_back(*one);
        if (pupil.permanent)
            if (const auto one = calendar.counted_from(start + Days{312}, SchoolDays{1}))
                decided[pupil.school].push_back(*one);
    }
    std::ofstream file(path, std::ios::binary);
    write(file, static_cast<std::int64_t>(all_schools.size()));
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < all_schools.size(); ++i) {
        const auto& calendar = all_schools[i].calendar;
        std::vector<Date> closed;
        for (auto day = calendar.first_day(); day <= calendar.last_day(); day += Days{1})
            if (!is_weekend(day) && !calendar.is_school_day(day)) closed.push_back(day);
        write(file, static_cast<std::int64_t>(closed.size()));
        write(file, static_cast<std::int64_t>(decided[i].size()));
        for (const auto day : closed) write(file, day.time_since_epoch().count());
        for (const auto day : decided[i]) write(file, day.time_since_epoch().count());
        for (const auto day : decided[i])
            sum += calendar.after(day, SchoolDays{15}).value().time_since_epoch().count();
    }
    return sum;
}

} // namespace bench_england

int main()
{
    using namespace bench_england;
    std::mt19937 random(2026);
    const auto all_schools = make_schools(random);
    const auto all_pupils = make_pupils(random);
    const double memory_before = bench::peak_megabytes();

    double best = 1e9, processor = 0;
    Counts counts;
    for (int round = 0; round < 3; ++round) {
        const bench::Stopwatch watch;
        const auto processor_before = std::clock();
        constexpr std::size_t slice = 4096;
        std::atomic<std::size_t> next{0};
        std::vector<Counts> by_thread(2);
        std::vector<std::thread> threads;
        for (auto& own : by_thread)
            threads.emplace_back([&] {
                for (auto from = next.fetch_add(slice); from < all_pupils.size();
                     from = next.fetch_add(slice)) {
                    const auto some = evaluate_pupils(all_schools, all_pupils, from,
                                                      std::min(from + slice, all_pupils.size()));
                    own.exclusions += some.exclusions, own.duties += some.duties,
                        own.findings += some.findings, own.totals += some.totals;
                }
            });
        for (auto& thread : threads) thread.join();
        if (const double seconds = watch.seconds(); seconds < best) {
            best = seconds;
            processor = static_cast<double>(std::clock() - processor_before) / CLOCKS_PER_SEC;
        }
        counts = {};
        for (const auto& own : by_thread)
            counts.exclusions += own.exclusions, counts.duties += own.duties,
                counts.findings += own.findings, counts.totals += own.totals;
    }
    std::printf("a year of England: %.2f s on 2 threads, %.2f s of processor time (best of 3): %zu "
                "exclusions, %zu "
                "calendars, %zu duties, %zu totals, %zu findings\n",
                best, processor, counts.exclusions, all_schools.size(), counts.duties,
                counts.totals, counts.findings);
    std::printf("peak memory %.0f MB, of which calendars and input %.0f MB\n",
                bench::peak_megabytes(), memory_before);

    const auto path = std::filesystem::temp_directory_path() / "onroll_bench_england.bin";
    const auto sum = write_peer_input(path, all_schools, all_pupils);
    const auto peer = bench::ask_numpy(numpy_program, path.string());
    std::filesystem::remove(path);
    if (peer.size() < 2) {
        std::printf("peer: NumPy is not installed, so no ratio\n");
        return 1;
    }
    std::printf("peer: NumPy, the board's limit alone: %.2f s on 1 thread; ratio %.2f\n", peer[0],
                peer[0] / best);
    const bool same = static_cast<std::int64_t>(peer[1]) == sum;
    std::printf("same limits: %s\n", same ? "yes" : "NO");
    return same ? 0 : 1;
}
