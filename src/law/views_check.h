// The check of one exclusion: the form, and what follows from it. Words and layout; the rules were
// applied before.
#pragma once

#include "law/check_form.h"
#include "law/types.h"

namespace onroll::law {

/// The form, with what was typed and what is wrong with it.
design::Html check_form_view(const CheckForm& typed, const CheckedForm* checked);

/// What follows, as seen on `today`.
struct CheckResult {
    const History* history = nullptr;
    const Evaluation* evaluation = nullptr;
    std::string school_name;
    std::vector<std::string> assumptions;
    Date today{};
    AdviceService advice;
    http::Fields answers; ///< what was typed, for changing it
};
design::Html check_result_view(const CheckResult& result);

} // namespace onroll::law
