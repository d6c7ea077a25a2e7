// Random numbers by counting: the number at a place of a stream depends only on the seed, the
// stream and the place, so a simulation gives the same answer on any machine and however its work
// is shared out. The mixing is SplitMix64's (Steele, Lea and Flood 2014). Not for secrets.
#pragma once

#include <cstdint>
#include <limits>

namespace onroll::insight {

class CountedRandom {
public:
    using result_type = std::uint64_t;

    CountedRandom(std::uint64_t seed, std::uint64_t stream)
        : at_(mixed(seed) + mixed(stream * golden + 1))
    {
    }

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

    result_type operator()() { return mixed(at_ += golden); }
    /// From 0 (included) to 1 (not included).
    double uniform() { return static_cast<double>((*this)() >> 11) * 0x1.0p-53; }

private:
    static constexpr std::uint64_t golden = 0x9e3779b97f4a7c15;

    static constexpr std::uint64_t mixed(std::uint64_t bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
        bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
        return bits ^ (bits >> 31);
    }

    std::uint64_t at_;
};

} // namespace onroll::insight
