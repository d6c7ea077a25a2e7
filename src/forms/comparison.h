// Two people changed one record: what is saved now beside what was typed, field by field, so that
// nothing is lost and nothing is overwritten unseen. trust.md R-09.
#pragma once

#include "design/html.h"
#include "forms/form_start.h"
#include "forms/settled.h" // IWYU pragma: export
#include "platform/http/form.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::forms {

/// One question of a form, which may have several inputs, as a date has.
struct Compared {
    std::string label;       ///< "Known as"
    http::Fields saved;      ///< its inputs as they are saved now
    http::Fields typed;      ///< the same as they were sent
    std::string saved_words; ///< as people read it; empty: nothing
    std::string typed_words;
    std::optional<std::string> opened_words{}; ///< what stood there when the form was opened
};
/// A question of one input.
Compared compared(std::string name, std::string label, std::string saved, std::string typed,
                  std::optional<std::string> opened = {});

struct Comparison {
    std::string action;     ///< where the form was sent, and goes again
    FormStart start;        ///< with the version that is saved now
    std::string saved_by;   ///< the colleague; empty where nobody is named
    std::string saved_when; ///< "Wednesday 25 November 2026 at 2:05pm"; may be empty
    std::vector<Compared> questions;
    std::string leave_href; ///< back to the record without saving
};

/// The words and the form of the page; its h1 is the caller's. Answers that are the same are
/// carried along unseen. What only one of the two changed is chosen beforehand; where both did,
/// what was typed is.
design::Html comparison_form(const Comparison& comparison);

} // namespace onroll::forms
