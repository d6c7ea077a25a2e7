// The service's own figures for a year, as the service sees them and as they may leave it. Words
// and layout only.
#pragma once

#include "casework/rules_reports.h"

#include "design/html.h"

#include <string>
#include <vector>

namespace onroll::casework {

enum class Audience { the_service, outside };

struct ReportView {
    Period period;
    std::vector<ReportTable> tables{};
    Audience audience = Audience::the_service;
    struct Year {
        std::string name;
        std::string href;
    };
    std::vector<Year> years{};  ///< that can be chosen
    std::string other_audience; ///< address of the same year for the other audience
    std::string csv;            ///< address
};
design::Html report_view(const ReportView& view);

} // namespace onroll::casework
