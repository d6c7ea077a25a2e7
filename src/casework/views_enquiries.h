// The log of enquiries: demand by week and by day of the week, what came of them, and where they
// came from. Words and layout; no queries, no rules.
#pragma once

#include "casework/types_enquiries.h"

#include "design/chart/figure.h"
#include "design/html.h"

#include <string>
#include <vector>

namespace onroll::casework {

struct EnquiriesView {
    Date from{};
    Date to{};
    Demand all;
    std::vector<Demand> days;
    std::vector<Demand> weeks;
    std::vector<EnquiryCount> counts;
    Sources sources;
    std::vector<DriedUp> dried_up;
    int year = 0;        ///< the school year that begins in it
    int first_year = 0;  ///< that can be chosen
    int latest_year = 0; ///< the same
};
design::Html enquiries_view(const EnquiriesView& view);

/// Day by day, for a download.
design::chart::Rows rows_by_day(const EnquiriesView& view);
/// Week by week.
design::chart::Rows rows_by_week(const EnquiriesView& view);
/// By source.
design::chart::Rows rows_by_source(const EnquiriesView& view);

} // namespace onroll::casework
