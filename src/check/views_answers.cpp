// The page that shows every answer, each with a button that changes it.
#include "check/told.h"
#include "check/views_question.h"
#include "design/components/button.h"
#include "design/components/lead.h"
#include "design/page.h"

#include <algorithm>

namespace onroll::check {

namespace views_answers_detail {

using design::Html;

Html lines_of(const std::string& value)
{
    Html content;
    std::size_t from = 0;
    while (from <= value.size()) {
        const auto to = std::min(value.find('\n', from), value.size());
        if (from > 0) content += design::void_element("br");
        content += Html(std::string_view(value).substr(from, to - from));
        from = to + 1;
    }
    return content;
}

/// As a summary list, whose change links are buttons: answers are never in an address.
Html list_of(const Here& here, const std::vector<ToldAnswer>& rows)
{
    std::vector<Html> lines;
    std::optional<Question> last;
    for (const auto& row : rows) {
        const auto change = design::element(
            "button",
            {{"type", "submit"},
             {"class", "onr-button-link"},
             {"name", "go"},
             {"value", "change-" + std::string(name(row.question))}},
            here.words("check.change"), design::visually_hidden(" " + here.words(row.key)));
        lines.push_back(design::element(
            "div", {{"class", "govuk-summary-list__row"}},
            design::element("dt", {{"class", "govuk-summary-list__key"}}, here.words(row.key)),
            design::element("dd", {{"class", "govuk-summary-list__value"}}, lines_of(row.value)),
            design::element("dd", {{"class", "govuk-summary-list__actions"}},
                            last == row.question ? Html{} : change)));
        last = row.question;
    }
    return design::element("dl", {{"class", "govuk-summary-list"}}, lines);
}

} // namespace views_answers_detail

design::Html answers_view(const Here& here, std::string_view school_name)
{
    using namespace views_answers_detail;
    const auto rows = told_answers(here.words, here.fields, std::string(school_name));
    const auto show = render(design::Button{.content = here.words("answers.button"),
                                            .name = "go",
                                            .value = "answer",
                                            .prevent_double_click = true});
    return design::page_heading(here.words("answers.title")) +
           design::lead(here.words("answers.lead")) +
           carrying_form(here, "/check",
                         // The first button is what the Enter key presses; the second stands where
                         // a reader of the list arrives.
                         show + list_of(here, rows) + show) +
           talk_view(here);
}

} // namespace onroll::check
