// School-day offsets on a prepared calendar with 200 closures, against NumPy's busday_offset on the
// same inputs.
#include "bench/stopwatch.h"
#include "kernel/bank_holidays.h"
#include "kernel/school_calendar.h"

#include <algorithm>
#include <cstdint>
#include <random>

namespace bench_deadlines {

using namespace onroll;

constexpr std::size_t count = 10'000'000;

constexpr auto numpy_program = R"(
import sys, time
import numpy as np
raw = np.fromfile(sys.argv[1], dtype=np.int32)
closed = raw[1:1 + raw[0]].astype('datetime64[D]')
rest = raw[1 + raw[0]:].reshape(2, -1)
start, offset = rest[0].astype('datetime64[D]'), rest[1]
calendar = np.busdaycalendar(holidays=closed)
began = time.perf_counter()
answer = np.busday_offset(start, offset, roll='preceding', busdaycal=calendar)
took = time.perf_counter() - began
print(took)
print(int(answer.astype(np.int64).sum()))
)";

void write(std::ofstream& file, std::int32_t number)
{
    file.write(reinterpret_cast<const char*>(&number), sizeof number);
}

} // namespace bench_deadlines

int main()
{
    using namespace bench_deadlines;
    std::mt19937 random(7);
    const auto first = date(2015, 9, 1), last = date(2025, 7, 22);
    std::vector<Closure> closures;
    std::vector<Date> closed;
    while (closures.size() < 200) {
        const auto day = first + Days{std::uniform_int_distribution<int>(0, 3600)(random)};
        if (!is_working_day(day) || std::find(closed.begin(), closed.end(), day) != closed.end())
            continue;
        closures.push_back({day, day, ClosureReason::inset});
        closed.push_back(day);
    }
    for (auto day = first; day <= last; day += Days{1})
        if (is_bank_holiday(day) && !is_weekend(day)) closed.push_back(day);
    const auto calendar =
        SchoolCalendar::create({{"Ten years", first, last}}, closures, TermSystem::three).value();

    std::vector<std::int32_t> start(count), offset(count);
    for (std::size_t i = 0; i < count; ++i) {
        start[i] = static_cast<std::int32_t>(
            (first + Days{std::uniform_int_distribution<int>(7, 3000)(random)})
                .time_since_epoch()
                .count());
        offset[i] = std::uniform_int_distribution<int>(1, 60)(random);
    }
    double best = 1e9;
    std::int64_t sum = 0;
    for (int round = 0; round < 5; ++round) {
        const bench::Stopwatch watch;
        sum = 0;
        for (std::size_t i = 0; i < count; ++i)
            sum += (*calendar.after(Date{Days{start[i]}}, SchoolDays{offset[i]}))
                       .time_since_epoch()
                       .count();
        bench::keep(sum);
        best = std::min(best, watch.seconds());
    }
    std::printf("school-day offset: %.2f ns each (%zu offsets, 200 closures, best of 5)\n",
                best / static_cast<double>(count) * 1e9, count);

    const auto path = std::filesystem::temp_directory_path() / "onroll_bench_deadlines.bin";
    {
        std::ofstream file(path, std::ios::binary);
        write(file, static_cast<std::int32_t>(closed.size()));
        for (const auto day : closed)
            write(file, static_cast<std::int32_t>(day.time_since_epoch().count()));
        file.write(reinterpret_cast<const char*>(start.data()),
                   static_cast<std::streamsize>(count * 4));
        file.write(reinterpret_cast<const char*>(offset.data()),
                   static_cast<std::streamsize>(count * 4));
    }
    const auto peer = bench::ask_numpy(numpy_program, path.string());
    std::filesystem::remove(path);
    if (peer.size() < 2) {
        std::printf("peer: NumPy is not installed, so no ratio\n");
        return 1;
    }
    std::printf("peer: NumPy busday_offset %.1f ns each; ratio %.0f\n",
                peer[0] / static_cast<double>(count) * 1e9, peer[0] / best);
    const bool same = static_cast<std::int64_t>(peer[1]) == sum;
    std::printf("same answers: %s\n", same ? "yes" : "NO");
    return same ? 0 : 1;
}
