// The families' checker as a visitor meets it: how soon the program answers on an empty folder, how
// long the server takes for the result page, and how much travels. Peer in the same run: the
// liveness page of the same server over the same connection, which is what a page costs at least.
// Usage: bench_check_page PATH_OF_ONROLL
#include "bench/served.h"

#include <algorithm>
#include <string>
#include <unistd.h>

namespace bench_check_page {

using namespace onroll::bench;

constexpr auto answers =
    "at=answers&go=answer&what=permanent&urn=990015&started-day=19&started-month=11&started-year="
    "2026&half=am&decided-day=18&decided-month=11&decided-year=2026&letter=yes&letter_says=reasons"
    "&reason=needs&said=not_head&said=return_condition&exam=no&earlier=no&age=school&sen=plan"
    "&disability=yes&care=unknown&side=no&account-known=unknown&work=no&day_six=no&wrote=yes&board="
    "not_yet";

} // namespace bench_check_page

int main(int count, char** arguments)
{
    using namespace bench_check_page;
    const std::string program = count > 1 ? arguments[1] : "build/release/onroll";
    const auto data =
        (std::filesystem::temp_directory_path() / ("onroll_bench_page_" + std::to_string(getpid())))
            .string();

    double slowest = 0, quickest = 1e9;
    for (int i = 0; i < 5; ++i) {
        const Served empty(program, data + "_empty_" + std::to_string(i));
        slowest = std::max(slowest, empty.started_in());
        quickest = std::min(quickest, empty.started_in());
        std::filesystem::remove_all(data + "_empty_" + std::to_string(i));
    }
    std::printf("start on an empty folder: %.0f to %.0f ms (5 starts)\n", quickest * 1000,
                slowest * 1000);

    if (std::system((program + " demo fill --data " + data + " >/dev/null 2>&1").c_str()) != 0)
        return 1;
    int status = 1;
    {
        const Served served(program, data);
        const double idle = served.megabytes();
        Connection connection(served.port());
        const auto first = connection.ask("POST", "/check", answers);
        if (first.status != 200) {
            std::printf("the checker answered %d\n", first.status);
        } else {
            connection.ask("GET", "/health/live");
            const auto page =
                milliseconds_of(5000, [&](int) { connection.ask("POST", "/check", answers); });
            const auto least =
                milliseconds_of(5000, [&](int) { connection.ask("GET", "/health/live"); });
            std::printf("checker, result page: median %.2f ms, p99 %.2f ms (5,000 requests, "
                        "compressed with brotli)\n",
                        page.median, page.p99);
            std::printf(
                "peer: liveness page of the same server: median %.3f ms, p99 %.3f ms; ratio %.1f\n",
                least.median, least.p99, page.median / least.median);
            std::printf("result page travels as %zu bytes; memory idle %.0f MB, after 5,000 pages "
                        "%.0f MB\n",
                        first.bytes, idle, served.megabytes());
            status = 0;
        }
    }
    std::filesystem::remove_all(data);
    return status;
}
