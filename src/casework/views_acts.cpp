#include "casework/views_acts.h"

#include "design/components/button.h"

namespace onroll::casework {

design::Html act_beside(const std::string& action, const design::Html& start,
                        const design::Html& inside, std::string_view words, Weight weight,
                        std::string_view encoding)
{
    return design::element(
        "form",
        {{"method", "post"},
         {"action", action},
         design::maybe("enctype", encoding),
         design::flag("novalidate")},
        start, inside,
        render(design::Button{.content = words,
                              .classes = weight == Weight::warning ? "govuk-button--warning"
                                                                   : "govuk-button--secondary",
                              .prevent_double_click = true}));
}

} // namespace onroll::casework
