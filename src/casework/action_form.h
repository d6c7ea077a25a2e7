// Work on a case as it was typed into its form, and what must be put right. Pure.
#pragma once

#include "casework/types_actions.h"

#include "kernel/result.h"
#include "platform/http/form.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// Somebody who is added to the case's professionals with the action.
struct NewProfessional {
    std::string name;
    std::string role;
    std::string organisation;
    bool operator==(const NewProfessional&) const = default;
};

struct TypedAction {
    NewAction done;
    std::optional<NewProfessional> professional;
    std::vector<Error> errors; ///< each with its field in `where`
};

/// The time is that of the button that was pressed ("took"), else what was typed ("minutes").
/// `known` are the professionals of the case; others are not taken. A day after `today` is an
/// error. A field "worker" names who did it, one of `colleagues`; without it nobody is named, which
/// is whoever records it.
TypedAction read_action(const http::Form& form, const std::vector<Professional>& known,
                        const std::vector<access::UserId>& colleagues, Date today);

/// The answers as fields of the form, for showing it again, a correction or a comparison.
http::Fields fields_of(const NewAction& done);

} // namespace onroll::casework
