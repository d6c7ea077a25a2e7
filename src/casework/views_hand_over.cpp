#include "casework/views_hand_over.h"

#include "access/staff_page.h"
#include "design/components/button.h"
#include "design/components/summary_list.h"
#include "design/components/textarea.h"
#include "design/components/warning_text.h"
#include "design/page.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace views_hand_over_detail {

using design::Html;

Html lines_of(std::string_view text)
{
    Html lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (!lines.empty()) lines += design::void_element("br");
        lines += Html(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

} // namespace views_hand_over_detail
using namespace views_hand_over_detail;

Html hand_over_view(const HandOverView& view)
{
    design::HtmlWriter out;
    out.add(access::error_summary_of(view.errors));
    out.add(design::page_heading("Take over a family’s answers"));
    out.add(design::paragraph(
        "A family that used the exclusions checker can give you its answers by a code, so that it "
        "need not tell them again. A code works once, for 28 days."));
    if (!view.taken_contact.empty())
        out.add(design::render(design::WarningText{.content = "This code was taken over on " +
                                                              view.taken_when + "."}) +
                design::paragraph(
                    design::link(view.taken_contact, "Open the contact that has the answers")));
    out.open("form", {{"method", "post"}, {"action", "/advice/contacts/code"}, {"novalidate", ""}});
    out.add(forms::start(view.start));
    design::Textarea code{.name = "code"};
    code.label = {.content = "The code", .classes = "govuk-label--s"};
    code.hint = design::Hint{.content = "Letters and digits in groups of five. Paste it whole; "
                                        "spaces and small letters do not matter."};
    if (const auto error = access::error_at(view.errors, "code"))
        code.error = design::ErrorMessage{.content = *error};
    code.value = view.code;
    code.rows = 5;
    code.autocomplete = "off";
    code.spellcheck = false;
    out.add(design::render(code));
    out.add(design::button_group(
        {design::render(
             design::Button{.content = "Take the answers over", .prevent_double_click = true}),
         design::link("/advice/contacts/new", "Record a contact without a code")}));
    out.close();
    return std::move(out).done();
}

Html told_story(const std::string& made_on,
                const std::vector<std::pair<std::string, std::string>>& answers)
{
    design::SummaryList list;
    for (const auto& [question, answer] : answers)
        list.rows.push_back({.key = {.content = question}, .value = {.content = lines_of(answer)}});
    return design::element("h2", {{"class", "govuk-heading-m"}},
                           "What the family told the checker") +
           design::paragraph("Given by a code that the family made on " + made_on +
                             ". It is kept as it was given.") +
           design::render(list);
}

} // namespace onroll::casework
