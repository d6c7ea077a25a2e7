// Rates by size, with the limits that chance would give: who stands outside is worth a talk, not a
// league place.
#pragma once

#include "design/chart/figure.h"

namespace onroll::design::chart {

enum class Standing { inside, outside };

struct FunnelPoint {
    std::string name{}; ///< written beside it where it is outside or ours, else only in the table
    double size = 0;
    std::string size_shown{};
    Value rate{};
    Standing standing = Standing::inside;
    bool ours = false;
    std::string verdict{}; ///< for the table: "Inside both limits"
};

/// The limits for one size; given in order of size.
struct FunnelLimits {
    double size = 0;
    double low_95 = 0;
    double high_95 = 0;
    double low_998 = 0;
    double high_998 = 0;
};

struct FunnelChart {
    Figure figure{};
    std::string name_of_points = "Area";
    std::string name_of_sizes = "Pupils";
    std::string name_of_rates = "Rate";
    std::string axis{}; ///< "Pupils in the area"
    double centre = 0;
    std::string centre_name{}; ///< "England 0.09"
    std::vector<FunnelLimits> limits{};
    std::vector<FunnelPoint> points{};
    std::size_t names_at_most = 8; ///< beside points outside; ours is always named
};

/// Throws Bug for no point.
Html render(const FunnelChart& chart);
std::string picture_file(const FunnelChart& chart, std::string_view source);
Rows rows_of(const FunnelChart& chart);

} // namespace onroll::design::chart
