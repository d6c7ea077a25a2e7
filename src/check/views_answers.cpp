// The page that shows every answer, each with a button that changes it.
#include "check/views_question.h"
#include "design/components/button.h"
#include "design/components/lead.h"
#include "design/page.h"

#include <string>
#include <vector>

namespace onroll::check {

design::Html answers_view(const Here& here, const NamesTold& names)
{
    std::vector<GivenAnswer> given;
    for (const auto& told : told_answers(here.words, here.fields, names))
        given.push_back({told.name, told.value, "change-" + name(told.asked)});
    const auto show = render(design::Button{.content = here.words("answers.button"),
                                            .name = "go",
                                            .value = "answer",
                                            .prevent_double_click = true});
    return design::page_heading(here.words("answers.title")) +
           design::lead(here.words("answers.lead")) +
           carrying_form(here, "/check",
                         // The first button is what the Enter key presses; the second stands where
                         // a reader of the list arrives.
                         show + given_answers_view(here.words, given, "go") + show) +
           talk_view(here);
}

} // namespace onroll::check
