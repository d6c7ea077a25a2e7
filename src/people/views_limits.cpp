#include "people/views_limits.h"

#include "design/components/inset_text.h"
#include "design/components/table.h"
#include "design/components/warning_text.h"
#include "design/page.h"

namespace onroll::people {

design::Html declare_view(const DeclareView& view)
{
    return error_summary(view.form) + design::page_heading("Your own or a relative’s record") +
           design::paragraph("Nobody works on their own record, or on one of their family or a "
                             "close friend. Say so here, and ask your manager for a colleague to "
                             "take it on.") +
           render(design::WarningText{
               .content = "From then on you cannot open this record. Only the data protection "
                          "officer can undo it."}) +
           posting(view.action, view.start,
                   fields::checkboxes(view.form, "sure", "Is it?",
                                      {{"yes", "It is my own record, or a relative’s or close "
                                               "friend’s"}}),
                   "Say so");
}

design::Html withhold_view(const WithholdView& view)
{
    design::Html out = error_summary(view.form) + view.top;
    std::vector<design::Html> named;
    for (const auto& name : view.named) named.emplace_back(name);
    out += design::paragraph("Named on the caseload:") +
           (named.empty() ? design::paragraph("Nobody yet.") : design::bullets(named));
    if (view.is_withheld)
        return out +
               render(design::InsetText{
                   .content = "The record is open to these people only. Others at your "
                              "organisation must give an emergency reason, and two people are "
                              "told. The data protection officer can lift this."});
    return out +
           design::paragraph("Use this where most colleagues must not see the record, as where "
                             "somebody they know is in danger. Everybody else is then refused.") +
           posting(view.action, view.start,
                   fields::text(view.form, "reason", "Why is it withheld?",
                                "Do not name anybody here."),
                   "Open it to named people only");
}

design::Html limits_view(const LimitsView& view)
{
    design::Html out = design::page_heading("Limits on records");
    if (view.rows.empty())
        return out + design::paragraph("No record is limited. Staff set a limit from the record "
                                       "itself.");
    design::Table table{
        .caption = "Limits that stand",
        .head = {{"Limit"}, {"Record"}, {"For whom"}, {"Why"}, {"Set"}, {"What you can do"}}};
    for (const auto& row : view.rows) {
        const auto set_on = in_words(in_london(row.limit.set_at).date);
        // No name may stand here, so this tells one link from the next.
        const auto which = design::visually_hidden(": " + std::string(in_words(row.limit.kind)) +
                                                   ", set " + set_on);
        table.rows.push_back(
            {{in_words(row.limit.kind)},
             {design::link(row.record, design::Html("See whose it is") + which)},
             {row.limit.kind == LimitKind::conflict ? row.user : "All who are not named"},
             {row.limit.reason.empty() ? "Said by " + row.set_by : row.limit.reason},
             {set_on + ", by " + row.set_by},
             {design::element(
                 "form", {{"method", "post"}, {"action", row.lift.action}}, row.lift.start,
                 design::element("button", {{"class", "onr-link-button"}, {"type", "submit"}},
                                 "Lift this limit", which))}});
    }
    return out + render_stacking(table);
}

} // namespace onroll::people
