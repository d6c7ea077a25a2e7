// An authority's page as a reader meets it: every authority once, which is its first visit, and
// again when the page is kept; England's page first and again. On the real files where the shared
// data is present, else on the invented area. Peer in the same run: the liveness page of the same
// server over the same connection, which is what any answer costs at least.
// Usage: bench_area_page PATH_OF_ONROLL
#include "bench/served.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace bench_area_page {

using namespace onroll::bench;

/// The codes of the authorities that the list of areas leads to.
std::vector<std::string> authorities(Connection& connection)
{
    const auto page = connection.ask("GET", "/area", {}, "identity").body;
    std::vector<std::string> codes;
    constexpr std::string_view mark = "href=\"/area/";
    for (auto at = page.find(mark); at != std::string::npos; at = page.find(mark, at + 1)) {
        const auto code = page.substr(at + mark.size(), 3);
        const bool number = code.find_first_not_of("0123456789") == std::string::npos &&
                            page[at + mark.size() + 3] == '"';
        if (number && std::find(codes.begin(), codes.end(), code) == codes.end())
            codes.push_back(code);
    }
    return codes;
}

/// Fills a data folder; says with what.
std::string fill(const std::string& program, const std::string& data)
{
    const char* const named = std::getenv("ONROLL_SHARED");
    const auto shared =
        (named ? std::filesystem::path(named) : std::filesystem::path("../shared")) / "data";
    const auto real =
        shared / "exclusions/ees2019_exclusions_by_geographic_level_200607_201516.csv.gz";
    if (!std::filesystem::exists(real)) {
        const auto command = program + " demo fill --data " + data + " >/dev/null 2>&1";
        return std::system(command.c_str()) == 0 ? "invented figures" : "";
    }
    std::string files = "'" + real.string() + "'";
    for (const auto& entry : std::filesystem::directory_iterator(shared / "exclusions")) {
        const auto name = entry.path().filename().string();
        if (name.starts_with("ees2019_") && name.find("geographic") == std::string::npos &&
            name.find("meta") == std::string::npos)
            files += " '" + entry.path().string() + "'";
    }
    const auto command =
        program + " insight import " + files + " --data " + data + " >/dev/null 2>&1";
    // Files of other kinds in the folder are refused by name; those that are read are enough.
    return std::system(command.c_str()) >= 0 ? "the real files" : "";
}

void say(const char* what, const Times& times, const Times& least)
{
    std::printf("%s: median %.2f ms, p99 %.2f ms; %.1f times the liveness page\n", what,
                times.median, times.p99, times.median / least.median);
}

int run(const std::string& program, const std::string& data)
{
    const auto filled = fill(program, data);
    if (filled.empty()) return 1;
    const Served served(program, data);
    Connection connection(served.port());
    const auto codes = authorities(connection);
    if (codes.empty()) {
        std::printf("the list of areas names none\n");
        return 1;
    }
    const auto path = [&](int i) {
        return "/area/" + codes[static_cast<std::size_t>(i) % codes.size()];
    };
    const auto count = static_cast<int>(codes.size());
    const auto least = milliseconds_of(5000, [&](int) { connection.ask("GET", "/health/live"); });
    const Stopwatch after_start;
    const auto first = connection.ask("GET", path(0));
    const double made = after_start.seconds() * 1000;
    if (first.status != 200) return 1;
    std::printf("%d authorities, %s; peer: liveness page, median %.3f ms, p99 %.3f ms\n", count,
                filled.c_str(), least.median, least.p99);
    std::printf("the very first page after a start, ranks drawn for it: %.0f ms; %zu bytes\n", made,
                first.bytes);
    say("first visit of each other authority",
        milliseconds_of(count - 1, [&](int i) { connection.ask("GET", path(i + 1)); }), least);
    say("an authority's page again, all in turn",
        milliseconds_of(5000, [&](int i) { connection.ask("GET", path(i)); }), least);
    const Stopwatch england;
    connection.ask("GET", "/area/E92000001");
    std::printf("England's page, first visit: %.1f ms\n", england.seconds() * 1000);
    say("England's page again",
        milliseconds_of(2000, [&](int) { connection.ask("GET", "/area/E92000001"); }), least);
    std::printf("memory after that: %.0f MB\n", served.megabytes());
    return 0;
}

} // namespace bench_area_page

int main(int count, char** arguments)
{
    const std::string program = count > 1 ? arguments[1] : "build/release/onroll";
    const auto data =
        (std::filesystem::temp_directory_path() / ("onroll_bench_area_" + std::to_string(getpid())))
            .string();
    const int status = bench_area_page::run(program, data);
    std::filesystem::remove_all(data);
    return status;
}
