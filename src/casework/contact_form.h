// A contact as it was typed into the form, and what must be put right. Pure.
#pragma once

#include "casework/types.h"

#include "forms/asked.h"
#include "kernel/result.h"
#include "platform/http/form.h"

#include <string>
#include <vector>

namespace onroll::casework {

struct TypedContact {
    NewContact told;                    ///< `school` where one was chosen from a list
    std::string first_day;              ///< as it was typed
    std::vector<std::string> earlier{}; ///< ids of earlier contacts about the same child
    std::string same_child;             ///< "new", "unsure", a person's id, or empty: not asked
    std::vector<Error> errors;          ///< each with its field in `where`
};

/// The questions of the form, and what it is sent for.
const forms::Asked& asked_of_contact();

/// Something must be known; which is open. Short answers up to 200 letters, long ones up to 20,000.
TypedContact read_contact(const http::Form& form, Date today);

/// The same for what is saved already: nothing is wrong with it.
TypedContact typed_contact(const NewContact& told);

} // namespace onroll::casework
