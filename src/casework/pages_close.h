// How the answers of a close are read: for the page of one case and the page of several. Only for
// this part's own pages.
#pragma once

#include "casework/types_close.h"

#include "kernel/result.h"
#include "platform/http/form.h"

#include <vector>

namespace onroll::casework {

struct TypedClose {
    NewClose told;
    std::vector<Error> errors{};
};
TypedClose read_close(const http::Form& form);

} // namespace onroll::casework
