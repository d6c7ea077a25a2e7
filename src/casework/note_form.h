// A note as it was typed into its form, and what must be put right. Pure.
#pragma once

#include "casework/types_notes.h"

#include "kernel/result.h"
#include "platform/http/form.h"

#include <vector>

namespace onroll::casework {

struct TypedNote {
    NewNote written;
    std::vector<Error> errors; ///< each with its field in `where`
};

/// Words are needed, and a day that is not after `today`.
TypedNote read_note(const http::Form& form, Date today);

/// The answers as fields of the form.
http::Fields fields_of(const NewNote& note);

} // namespace onroll::casework
