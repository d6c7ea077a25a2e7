#include "insight/demo_model.h"

#include "insight/counted_random.h"

#include "embedded/insight_data.h"
#include "kernel/ensure.h"
#include "platform/csv/reader.h"

#include <charconv>
#include <cmath>
#include <map>
#include <numbers>

namespace onroll::insight::demo {

namespace demo_model_detail {

/// How much each year differs from the first: two years of closed schools, then a rise.
constexpr std::array year_factors{1.0, 0.72, 0.80, 1.14, 1.46, 1.68, 1.61};
constexpr std::array suspension_rates{1.5, 12.4, 8.8};
constexpr std::array permanent_rates{0.018, 0.21, 0.06};
constexpr std::array phase_shares{0.53, 0.44, 0.03};

int number(std::string_view text)
{
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    ensure(read.ec == std::errc{}, "the numbers of data/insight are numbers");
    return value;
}

csv::Reader file(std::string_view name)
{
    for (const auto& one : embedded::insight_data())
        if (one.name == name) {
            auto reader = csv::Reader::read(std::string(one.bytes));
            ensure(reader.has_value(), "the files of data/insight are tables");
            return std::move(reader).value();
        }
    ensure(false, "the files of data/insight are embedded by the build");
    return csv::Reader::read({}).value();
}

} // namespace demo_model_detail

const std::vector<Authority>& authorities()
{
    using namespace demo_model_detail;
    static const std::vector<Authority> known = [] {
        std::map<std::string, std::string> regions;
        auto names = file("insight/demo_regions.csv");
        while (names.next())
            regions.emplace(names.row()[std::size_t{0}], names.row()[std::size_t{1}]);
        std::vector<Authority> made;
        auto reader = file("insight/demo_authorities.csv");
        const auto& header = reader.header();
        const auto code = header.find("code"), name = header.find("name"),
                   region = header.find("region"), column = header.find("column"),
                   row_at = header.find("row"), pupils = header.find("pupils"),
                   hardship = header.find("hardship");
        while (reader.next()) {
            const auto& row = reader.row();
            const auto region_code = "E" + std::string(row[region]);
            made.push_back({number(row[code]), std::string(row[name]), region_code,
                            regions.at(region_code), number(row[column]), number(row[row_at]),
                            number(row[pupils]), number(row[hardship])});
        }
        return made;
    }();
    return known;
}

void Counts::add(const Counts& other)
{
    pupils += other.pupils;
    suspensions += other.suspensions;
    pupils_suspended += other.pupils_suspended;
    permanent += other.permanent;
}

double Model::chance(std::string_view what, int one, int other) const
{
    std::uint64_t stream = 1469598103934665603U;
    for (const char c : what) stream = (stream ^ static_cast<unsigned char>(c)) * 1099511628211U;
    CountedRandom random(seed_, stream + static_cast<std::uint64_t>(one) * 100'003 +
                                    static_cast<std::uint64_t>(other) * 1'009);
    return random.uniform();
}

int Model::count(double expected, std::string_view what, int one, int other) const
{
    if (expected <= 0) return 0;
    const double u = chance(what, one, other * 2 + 1), v = chance(what, one, other * 2 + 2);
    const double spread =
        std::sqrt(-2 * std::log(1 - u * 0.999999)) * std::cos(2 * std::numbers::pi * v);
    const double drawn = expected + std::sqrt(expected * 1.5) * spread;
    return drawn <= 0 ? 0 : static_cast<int>(std::lround(drawn));
}

Counts Model::counts(const Authority& authority, int year, int phase) const
{
    using namespace demo_model_detail;
    if (phase < 0) {
        Counts all;
        for (int one = 0; one < 3; ++one) all.add(counts(authority, year, one));
        return all;
    }
    const auto at = static_cast<std::size_t>(phase);
    const auto step = year - first_year;
    const auto key = authority.code * 10 + phase;
    const double growth = 1 + 0.012 * (chance("growth", authority.code) - 0.4) * step;
    Counts counts;
    counts.pupils = static_cast<int>(std::lround(authority.pupils * phase_shares[at] * growth));
    // Places differ for reasons beyond hardship, and drift over the years.
    const double place = 0.9 * (chance("place", authority.code) - 0.5) +
                         0.12 * step * (chance("drift", authority.code) - 0.5);
    const double factor = std::exp(0.45 * (authority.hardship - 50) / 50.0 + place) *
                          year_factors[static_cast<std::size_t>(step)];
    counts.suspensions =
        count(counts.pupils * suspension_rates[at] / 100 * factor, "suspensions", key, year);
    const double each = 1.9 + 0.8 * chance("each", key, year);
    counts.pupils_suspended = static_cast<int>(std::lround(counts.suspensions / each));
    counts.permanent = count(counts.pupils * permanent_rates[at] / 100 * std::sqrt(factor),
                             "permanent", key, year);
    return counts;
}

} // namespace onroll::insight::demo
