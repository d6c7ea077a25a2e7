#include "people/views_export.h"

#include "people/rules_export.h"

#include "design/components/inset_text.h"
#include "design/page.h"
#include "design/words.h"
#include "platform/clock/clock.h"

namespace onroll::people {

namespace views_export_detail {

using design::Html;

std::string counted_children(std::size_t count)
{
    return design::counted(static_cast<std::int64_t>(count), "child", "children");
}

Choices formats()
{
    return {{"csv", "CSV, for any program"}, {"workbook", "Excel workbook"}};
}

/// A list that the reader asked for: to be taken where somebody agreed.
Html own_request(const ExportView& view, const ExportAsked& one)
{
    auto words = design::paragraph("A list of " + counted_children(one.children) +
                                   ", asked for on " + moment_in_words(one.asked_at) + ".");
    if (!one.agreed_at)
        return words + design::paragraph("It waits for a second person, until " +
                                         moment_in_words(one.asked_at + export_counts_for) + ".");
    const auto as = [&](std::string_view format, const char* words_of_button) {
        return posting("/people/export/" + one.id.text(), view.start,
                       fields::hidden("format", format), words_of_button);
    };
    return words +
           design::paragraph("Somebody agreed on " + moment_in_words(*one.agreed_at) + ".") +
           as("csv", "Take it as CSV") + as("workbook", "Take it as an Excel workbook");
}

} // namespace views_export_detail

using namespace views_export_detail;

design::Html export_view(const ExportView& view)
{
    Html out = error_summary(view.form) + design::page_heading("Your list of children as a file");
    out += design::paragraph(
        "The file holds names, dates of birth, UPNs, schools and what is known of special "
        "educational needs. It never holds where a child lives, nor a child whose record is open "
        "to named people only. It says who made it and why, and that it was made is written down.");
    for (const auto& one : view.asked)
        out += render(design::InsetText{.content = own_request(view, one)});
    if (view.children == 0)
        return out + design::paragraph("No child is on your list. Somebody who works with a child "
                                       "can put you on the record.");
    out += design::paragraph(counted_children(view.children) + " on your list." +
                             (takes_second_person(view.children)
                                  ? " A list of more than 100 leaves once a second person agrees."
                                  : ""));
    Choices purposes;
    for (const auto purpose : access::all_purposes())
        purposes.emplace_back(access::key_of(purpose), access::in_words(purpose));
    out += posting("/people/export", view.start,
                   fields::radios(view.form, "purpose", "What is it for?", purposes) +
                       fields::radios(view.form, "format", "Which kind of file?", formats()),
                   takes_second_person(view.children) ? "Ask for the list" : "Download the list");
    if (view.may_agree)
        out += design::paragraph(
            design::link("/people/export/waiting", "Lists that wait for a second person"));
    return out;
}

design::Html exports_waiting_view(const ExportsWaitingView& view)
{
    Html out =
        error_summary(view.errors) + design::page_heading("Lists that wait for a second person");
    out +=
        design::paragraph("A colleague wants to take a list of more than 100 children as a file. "
                          "Agree if you know what it is for and that they will keep it safe.");
    if (view.waiting.empty()) return out + design::paragraph("Nothing waits.");
    for (const auto& one : view.waiting)
        out += render(design::InsetText{
            .content =
                design::paragraph("A list of " + counted_children(one.children) +
                                  ", asked for by " + view.staff_name(one.asked_by) + " on " +
                                  moment_in_words(one.asked_at) + ".") +
                design::paragraph("For: " + std::string(access::in_words(one.purpose)) + ".") +
                posting("/people/export/waiting", view.start, fields::hidden("list", one.id.text()),
                        "Agree to this list")});
    return out;
}

} // namespace onroll::people
