// Finding a child among 120,000 of one agency, as staff half remember them: a whole name, a name
// that sounds alike, a common family name, swapped names, initials, a postcode, a date of birth
// with one digit wrong, a UPN. The store is a real SQLite file, keys as the product writes them.
// Peer in the same run: `LIKE '%name%'` over the names, which finds only what is spelt right.
#include "bench/stopwatch.h"

#include "people/demo.h"
#include "people/store.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace bench_find_people {

using namespace onroll;
using bench::Stopwatch;

struct Times {
    double median = 0;
    double p99 = 0;
    double longest = 0;
};

Times times_of(std::vector<double> seconds)
{
    std::sort(seconds.begin(), seconds.end());
    const auto at = [&](double share) {
        return seconds[static_cast<std::size_t>(share * static_cast<double>(seconds.size() - 1))] *
               1000;
    };
    return {at(0.5), at(0.99), seconds.back() * 1000};
}

} // namespace bench_find_people

int main(int count, char** arguments)
{
    using namespace bench_find_people;
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // filling takes minutes: each line is said at once
    const std::size_t children = count > 1 ? std::stoul(arguments[1]) : 120'000;
    const auto folder = std::filesystem::temp_directory_path() / "onroll_bench_find_people";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    {
        const SystemClock clock;
        auto database =
            db::Database::open({.url = "sqlite:" + (folder / "people.db").string()}).value();
        if (!people::prepare(*database, clock)) return 1;
        const auto agency = access::AgencyId::parse(std::string(32, 'a')).value();
        const auto user = access::UserId::parse(std::string(32, '1')).value();
        const people::AddressSafe safe(crypto::Key::create());
        std::vector<Urn> schools;
        for (int number = 100001; number < 100301; ++number)
            schools.push_back(Urn::parse(std::to_string(number)).value());
        const Stopwatch filling;
        if (!people::fill_demo(*database, safe, {agency, user}, schools, children, clock)) return 1;
        std::printf("filled with %zu children in %.1f s, file %.0f MB\n", children,
                    filling.seconds(),
                    static_cast<double>(std::filesystem::file_size(folder / "people.db")) / 1e6);
        auto reader = database->read();
        const auto some =
            people::search_people(reader, agency, people::question_of("Smith"), 20).found;
        if (some.empty()) return 1;
        std::vector<std::string> questions{"Smith",        "Mohammed Khan", "Khan Mohamed",
                                           "Kathryn",      "a s",           "oconnell catherine",
                                           "Olivia Jonse", "Priya",         "Marta Lindqvist"};
        for (const auto& one : some) {
            questions.push_back(people::called(one.person.name));
            if (one.person.born_on) {
                questions.push_back(one.person.name.given + " " + iso(*one.person.born_on));
                questions.push_back(one.person.name.given + " " +
                                    iso(*one.person.born_on + Days{1}));
                questions.push_back(iso(*one.person.born_on));
            }
            if (one.person.upn) questions.push_back(one.person.upn->text());
            if (!one.postcodes.empty()) questions.push_back(one.postcodes.front());
        }
        std::vector<double> seconds;
        std::string slowest;
        double longest = 0;
        for (int round = 0; round < 5; ++round)
            for (const auto& question : questions) {
                const Stopwatch watch;
                const auto found =
                    people::search_people(reader, agency, people::question_of(question), 20);
                bench::keep(found);
                seconds.push_back(watch.seconds());
                if (seconds.back() > longest) longest = seconds.back(), slowest = question;
            }
        const auto ours = times_of(seconds);
        std::printf("%zu searches: median %.1f ms, p99 %.1f ms, longest %.1f ms (\"%s\")\n",
                    seconds.size(), ours.median, ours.p99, ours.longest, slowest.c_str());
        const db::Sql like{"like", "SELECT id FROM people_person WHERE agency = ? AND "
                                   "(given_name LIKE ? OR family_name LIKE ?) LIMIT 20"};
        std::vector<double> peer;
        for (const auto* name : {"Lindqvist", "Quennell", "Marta", "Okafor", "Zebedee"}) {
            const auto pattern = "%" + std::string(name) + "%";
            const Stopwatch watch;
            auto rows = reader.query(like, agency.text(), pattern, pattern);
            while (rows.next()) bench::keep(rows);
            peer.push_back(watch.seconds());
        }
        const auto scan = times_of(peer);
        std::printf("peer, LIKE over the names: median %.1f ms, longest %.1f ms, %.1f times ours\n",
                    scan.median, scan.longest, scan.longest / ours.median);
    }
    std::filesystem::remove_all(folder);
    return 0;
}
