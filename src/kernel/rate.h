// A rate carries its counts; it is exact until shown.
#pragma once

#include <cstdint>

namespace onroll {

struct Rate {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0; ///< 0 means that no rate can be given

    bool known() const { return denominator > 0; }
    double per(double base) const
    {
        return base * static_cast<double>(numerator) / static_cast<double>(denominator);
    }
    bool operator==(const Rate&) const = default;
};

} // namespace onroll
