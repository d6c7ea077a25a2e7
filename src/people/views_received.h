// What other agencies share with this one: the list, and one child as far as it is shared. Words
// and layout only.
#pragma once

#include "people/types_received.h"

#include "design/html.h"

#include <functional>
#include <string>
#include <vector>

namespace onroll::people {

struct ReceivedView {
    std::vector<ReceivedShare> shares{};
    std::function<std::string(const access::AgencyId&)> agency_name{};
};
design::Html received_view(const ReceivedView& view);

struct SharedRecordView {
    SharedRecord record;
    std::string from{}; ///< the giving agency's name
    std::function<std::string(Urn)> school_name{};
    Date today{};
};
design::Html shared_record_view(const SharedRecordView& view);

} // namespace onroll::people
