#include "people/views_agree.h"

#include "design/components/inset_text.h"
#include "design/page.h"

namespace onroll::people {

design::Html agree_view(const AgreeView& view)
{
    design::Html out =
        error_summary(view.errors) + design::page_heading("What waits for a second person");
    out += design::paragraph(
        "Nothing is deleted or erased, and no hold ends, until a second person agrees. You see the "
        "period "
        "that has passed, and nothing of the record. Agree if the period is right and you know of "
        "no reason to keep the record, such as a complaint, a claim or an inquiry.");
    if (view.rows.empty()) return out + design::paragraph("Nothing waits.");
    for (const auto& row : view.rows) {
        auto words = design::element("h2", {{"class", "govuk-heading-s"}}, row.what) +
                     design::paragraph(row.period) +
                     design::paragraph("Asked for by " + row.asked_by + ".");
        words +=
            row.own
                ? design::paragraph("You asked for this. Somebody else must agree.")
                : posting(view.action, view.start,
                          fields::hidden("person", row.person) + fields::hidden("step", row.step),
                          row.step == "delete"  ? "Agree to delete it"
                          : row.step == "erase" ? "Agree, and erase it"
                                                : "Agree to end the hold");
        out += render(design::InsetText{.content = words});
    }
    return out;
}

} // namespace onroll::people
