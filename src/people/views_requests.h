// The pages about requests to see what is held about somebody. Words and layout only.
#pragma once

#include "people/records_request.h"
#include "people/views_fields.h"

#include "design/html.h"

#include <string>
#include <vector>

namespace onroll::people {

struct OpenRequestsView {
    std::vector<RecordsRequest> requests{};
    Date today{};
};
design::Html open_requests_view(const OpenRequestsView& view);

struct RequestsView {
    FormView form{};
    std::string action;
    design::Html start{};
    design::Html top{};
    std::vector<RecordsRequest> requests{};
    std::vector<design::Html> more{}; ///< links to what else can be done with the record
    Date today{};
};
design::Html requests_view(const RequestsView& view);

struct RequestView {
    RecordsRequest request;
    FormView form{};
    std::string action;
    design::Html start{};
    design::Html top{};
    std::string copy{}; ///< where the copy for the person is made
    Date today{};
};
design::Html request_view(const RequestView& view);

} // namespace onroll::people
