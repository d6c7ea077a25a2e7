#include "casework/views_same_again.h"

#include "design/components/button.h"
#include "design/page.h"
#include "forms/fields.h"
#include "forms/types.h"

namespace onroll::casework {

std::string same_again_title(const SameAgainView& view)
{
    return view.heading + " at " + time_in_words(in_london(view.before.at).since_midnight);
}

design::Html same_again_view(const SameAgainView& view)
{
    design::Html kept = view.start;
    for (const auto& field : view.typed.fields)
        if (!field.name.starts_with("form_") && field.name != again_field)
            kept += forms::fields::hidden(field.name, field.value);
    kept += forms::fields::hidden(again_field, "yes");
    return design::page_heading(same_again_title(view)) +
           design::paragraph(
               "Nothing was saved a second time. If you came back to look, there is nothing "
               "more to do. If you mean " +
               view.second + ", press “" + view.button + "”.") +
           render(design::Button{.content = view.show, .href = view.before.address}) +
           forms::act_beside(view.action, kept, {}, view.button);
}

bool is_meant_again(const http::Form& form)
{
    return form[again_field] == "yes";
}

} // namespace onroll::casework
