// A contact as it was typed into the form, and what must be put right. Pure.
#pragma once

#include "casework/types.h"

#include "kernel/result.h"
#include "platform/http/form.h"

#include <vector>

namespace onroll::casework {

struct TypedContact {
    NewContact told;
    bool channel_chosen = false;
    std::vector<Error> errors; ///< each with its field in `where`
};

/// Only the way it came is needed. Names up to 200 letters, the story up to 20,000.
TypedContact read_contact(const http::Form& form);

/// The answers as fields of the form, for a draft or a comparison.
http::Fields fields_of(const NewContact& told);

} // namespace onroll::casework
