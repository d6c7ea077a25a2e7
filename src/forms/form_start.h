// The hidden fields at the start of each form of signed-in pages, and what says that typed work was
// kept. trust.md S-06, R-09, R-10, A-10.
#pragma once

#include "design/html.h"

#include <string>
#include <string_view>

namespace onroll::forms {

struct FormStart {
    std::string page;       ///< the path of the page that shows the form, for a draft of it
    std::string form_token; ///< the actor's sign_in.form_token
    std::string version{};  ///< of what the form changes; empty for something new
};

/// Hidden fields, with a new one-time key: the first thing inside a <form>.
design::Html start(const FormStart& start);

/// Above a form that shows a draft.
design::Html draft_banner();

} // namespace onroll::forms
