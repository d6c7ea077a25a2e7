#include "people/views_record.h"

#include "design/components/button.h"
#include "design/components/table.h"
#include "design/page.h"

#include <algorithm>

namespace onroll::people {

using design::element;
using design::Html;

Html history_view(const HistoryView& view)
{
    Html out = identity_bar("History of a record", view.person, view.alerts, view.today);
    out += element("h2", {{"class", "govuk-heading-m"}}, "Merged records");
    if (view.merges.empty()) out += design::paragraph("None.");
    const auto button_in = [](const std::vector<std::pair<MergeId, PostButton>>& buttons,
                              const MergeId& id, std::string_view words) {
        for (const auto& [merge, button] : buttons)
            if (merge == id)
                return element(
                    "form", {{"method", "post"}, {"action", button.action}}, button.start,
                    render(design::Button{.content = words, .classes = "govuk-button--secondary"}));
        return Html{};
    };
    for (const auto& merge : view.merges) {
        const auto state = merge.undone_at
                               ? (merge.made_at ? "Parted again." : "Found to be two people.")
                           : merge.made_at ? "Joined."
                                           : "Waiting for a second person to agree.";
        out += design::paragraph(
            Html("Proposed by " + view.staff_name(merge.proposed_by) + " on " +
                 in_words(in_london(merge.proposed_at).date) + ". " + state + " ") +
            design::link("/people/" + merge.kept.text() + "/compare/" + merge.joined.text(),
                         "Compare the two"));
        out += button_in(view.agree, merge.id, "Agree: they are one person");
        out += button_in(view.undo, merge.id, "Part these records");
    }
    out += design::section_heading("changes", "Earlier values");
    if (view.changes.empty()) return out + design::paragraph("Nothing has been changed.");
    design::Table table{.caption = "What was changed, newest first",
                        .head = {{"When"}, {"Who"}, {"Field"}, {"Before"}, {"After"}, {"Note"}}};
    for (const auto& change : view.changes) {
        auto field = change.field;
        std::replace(field.begin(), field.end(), '_', ' ');
        table.rows.push_back({{in_table(in_london(change.changed_at).date)},
                              {view.staff_name(change.changed_by)},
                              {field},
                              {change.before.empty() ? "blank" : change.before},
                              {change.after.empty() ? "blank" : change.after},
                              {change.note}});
    }
    return out + render_stacking(table);
}

} // namespace onroll::people
