// A child's account as it was typed, by the child or by an adviser. Pure.
#pragma once

#include "casework/types_messages.h"

#include "forms/asked.h"
#include "kernel/result.h"
#include "platform/http/form.h"

#include <vector>

namespace onroll::casework {

struct TypedAccount {
    NewAccount told;
    std::vector<Error> errors; ///< each with its field in `where`
};

const forms::Asked& asked_of_account();

/// Any box may be empty, not all of them. Who may know must be chosen.
TypedAccount read_account(const http::Form& form);

} // namespace onroll::casework
