// The invented authorities and how often their pupils are suspended: numbers that follow from the
// seed, with the unevenness of real ones. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::insight::demo {

constexpr int first_year = 2018;
constexpr int last_year = 2024;
constexpr std::array<std::string_view, 3> phases{"State-funded primary", "State-funded secondary",
                                                 "Special"};

struct Authority {
    int code = 0;
    std::string name{};
    std::string region_code{};
    std::string region{};
    int column = 0; ///< on the invented map
    int row = 0;
    int pupils = 0;
    int hardship = 0; ///< 0 to 100
};
const std::vector<Authority>& authorities();

/// Counts of one authority, year and phase.
struct Counts {
    int pupils = 0;
    int suspensions = 0;
    int pupils_suspended = 0;
    int permanent = 0;
    void add(const Counts& other);
};

class Model {
public:
    explicit Model(std::uint64_t seed) : seed_(seed) {}

    /// `phase` counts from 0; -1 is all.
    Counts counts(const Authority& authority, int year, int phase) const;
    /// 0 to 1, the same for the same words and seed.
    double chance(std::string_view what, int one, int other = 0) const;
    /// A count whose mean is `expected`, spread as events that come in bunches are.
    int count(double expected, std::string_view what, int one, int other = 0) const;

private:
    std::uint64_t seed_;
};

} // namespace onroll::insight::demo
