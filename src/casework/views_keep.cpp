#include "casework/views_keep.h"

#include "design/components/pagination.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/warning_text.h"
#include "design/page.h"
#include "design/words.h"
#include "platform/clock/clock.h"

namespace onroll::casework {
namespace views_keep_detail {

using design::Html;
namespace fields = forms::fields;

std::string called(KeptKind kind, const std::optional<std::int64_t>& number)
{
    return kind == KeptKind::case_work ? "Case " + std::to_string(number.value_or(0))
                                       : "A contact that came to no case";
}

std::string over_words(KeptKind kind, const std::optional<Date>& day)
{
    if (!day) return "Not over: the case is open";
    return (kind == KeptKind::case_work ? "Closed on " : "Taken on ") + in_words(*day);
}

Html other_pages(const OtherPages& other, const char* list)
{
    if (other.before.empty() && other.next.empty()) return {};
    design::Pagination links{.landmark_label = std::string(list) + ": other pages"};
    if (!other.before.empty()) links.previous = design::PageLink{.href = other.before};
    if (!other.next.empty()) links.next = design::PageLink{.href = other.next};
    return render(links);
}

/// On a page of a list that others have emptied since.
Html nothing_more(const char* first_page)
{
    return design::paragraph(Html("Nothing is on this page any more. ") +
                             design::link(first_page, "Go to the first page"));
}

/// For who asked themselves: the way back.
Html way_back(const KeepRecordView& view)
{
    return forms::act_beside(view.address + "/take-back", view.start, {}, "Take it back");
}

std::string kept_words(const OverRecord& over)
{
    if (std::holds_alternative<people::OnLegalHold>(over.kept))
        return over.hold ? "On hold: it stays, whatever the period"
                         : "The child’s own record is on hold or restricted, so the case stays";
    if (const auto* unknown = std::get_if<people::CannotTellYet>(&over.kept))
        return "It cannot be told yet how long to keep it. " + unknown->missing;
    const auto& kept = std::get<people::KeepUntil>(over.kept);
    return "Until " + in_words(kept.last_day) + ": " + period_in_words(kept.rule) + ". " +
           kept.rule.source;
}

/// Who asked for what, and the second word for whoever may give it.
Html waits(const KeptRow& row, const Html& start)
{
    const auto& over = row.over;
    const bool ends_hold = over.hold && over.hold->ending_asked_by;
    if (over.hold && !ends_hold) return {"Nobody has asked to end the hold"};
    if (!ends_hold && !over.proposal) return {"Nobody has proposed to remove it"};
    Html out(ends_hold ? "Somebody asked to end the hold. A second person must agree."
                       : row.proposed_by + " proposed to remove it on " +
                             in_words(in_london(over.proposal->at).date) +
                             ". A second person must agree.");
    if (!row.may_agree) return out;
    return out + forms::act_beside("/advice/keep/agree", start,
                                   fields::hidden("kind", key_of(over.record.kind)) +
                                       fields::hidden("record", over.record.id) +
                                       fields::hidden("step", ends_hold ? "end_hold" : "remove"),
                                   ends_hold ? "Agree to end the hold" : "Agree to remove it");
}

Html rows_table(const std::string& caption, const std::vector<KeptRow>& rows, const Html& start)
{
    design::Table table{.caption = caption,
                        .head = {{"What"}, {"Over since"}, {"Kept"}, {"What waits"}}};
    for (const auto& row : rows) {
        const auto& over = row.over;
        const auto name = called(over.record.kind, over.number);
        table.rows.push_back(
            {{row.opens ? design::link(keep_address(over.record), name) : Html(name)},
             {over_words(over.record.kind, over.over_on)},
             {kept_words(over)},
             {waits(row, start)}});
    }
    return render_stacking(table);
}

Html removed_table(const KeepListView& view)
{
    design::Table table{.caption = "The line that stays of each",
                        .head = {{"What"}, {"Over since"}, {"Period"}, {"Removed"}}};
    for (const auto& [one, by] : view.removed)
        table.rows.push_back({{called(one.kind, one.number)},
                              {over_words(one.kind, one.over_on)},
                              {one.period},
                              {in_words(in_london(one.removed_at).date) + ", " + by}});
    return render_stacking(table);
}

Html hold_part(const KeepRecordView& view)
{
    const auto& hold = view.row.over.hold;
    if (!hold)
        return design::section_heading("hold", "Keep it longer") +
               forms::act_beside(view.address + "/hold", view.start,
                                 fields::text(view.form, "reason", "Why must it be held?",
                                              "For example, a complaint or a claim. Do not name "
                                              "anybody."),
                                 "Put it on hold");
    auto out = design::section_heading("hold", "The hold") +
               design::paragraph("Put on by " + view.row.held_by + " on " +
                                 in_words(in_london(hold->begun_at).date) + ": " + hold->reason);
    if (hold->ending_asked_by)
        out += design::paragraph("Somebody asked to end it. A second person must agree.");
    if (hold->ending_asked_by && !view.row.may_agree) return out + way_back(view);
    return out + forms::act_beside(view.address + "/end-hold", view.start, {}, "End the hold");
}

} // namespace views_keep_detail
using namespace views_keep_detail;

std::string keep_address(const KeptRecord& record)
{
    return std::string(record.kind == KeptKind::case_work ? "/advice/keep/cases/"
                                                          : "/advice/keep/contacts/") +
           record.id;
}

design::Html keep_list_view(const KeepListView& view)
{
    auto out = forms::error_summary(view.errors) + design::page_heading("How long cases are kept") +
               design::paragraph(
                   "A closed case, and a contact that came to no case, stay for the period of the "
                   "service. After that one person proposes to remove them and a second agrees. "
                   "You see numbers and days here, and nothing of what was told.");
    out += design::section_heading("due", "Due to be removed");
    if (!view.due.empty())
        out += rows_table("Their time has passed", view.due, view.start);
    else
        out += view.other_due.before.empty() ? design::paragraph("Nothing is due.")
                                             : nothing_more("/advice/keep#due");
    out += other_pages(view.other_due, "Due to be removed");
    if (!view.held.empty())
        out += design::section_heading("held", "On hold") +
               rows_table("Kept whatever the period", view.held, view.start);
    else if (!view.other_held.before.empty())
        out += design::section_heading("held", "On hold") + nothing_more("/advice/keep#held");
    out += other_pages(view.other_held, "On hold");
    if (view.looks) {
        const design::Html asked =
            fields::text({.values = http::Fields{{"number", view.looked_for}}}, "number",
                         "Number of a closed case", "To keep a case longer, find it by its number.",
                         "govuk-input--width-5");
        out += design::section_heading("find", "Keep one longer") +
               forms::posting("/advice/keep/find", view.start, asked, "Find the case");
        if (!view.found.empty())
            out += design::paragraph(design::link(view.found, "Case " + view.looked_for));
        else if (!view.looked_for.empty())
            out += design::paragraph("No closed case has this number.");
    }
    if (!view.removed.empty())
        out += design::section_heading("removed", "Removed") + removed_table(view);
    else if (!view.other_removed.before.empty())
        out += design::section_heading("removed", "Removed") + nothing_more("/advice/keep#removed");
    return out + other_pages(view.other_removed, "Removed");
}

design::Html keep_record_view(const KeepRecordView& view)
{
    const auto& over = view.row.over;
    auto out = forms::error_summary(view.form) + design::page_heading("How long it is kept");
    out += render(design::SummaryList{
        .rows = {{.key = {{"What"}}, .value = {{called(over.record.kind, over.number)}}},
                 {.key = {{"Over since"}}, .value = {{over_words(over.record.kind, over.over_on)}}},
                 {.key = {{"Kept"}}, .value = {{kept_words(over)}}}}});
    out += hold_part(view);
    if (!view.due) return out;
    out +=
        design::section_heading("end", "End of its time") +
        render(design::WarningText{
            .content = over.record.kind == KeptKind::case_work
                           ? "Removing takes the case with its contacts, notes, messages, papers "
                             "and files away for good. One line with its number stays, and the "
                             "numbers that yearly reports count. The child’s record stays until "
                             "its own period ends."
                           : "Removing takes the contact away for good. One line without names "
                             "stays, and the numbers that yearly reports count."});
    if (over.proposal)
        out += design::paragraph(view.row.proposed_by + " proposed to remove it on " +
                                 in_words(in_london(over.proposal->at).date) +
                                 ". A second person must agree.");
    if (over.proposal && !view.row.may_agree) return out + way_back(view);
    return out + forms::act_beside(view.address + "/remove", view.start, {},
                                   over.proposal ? "Agree to remove it" : "Propose to remove it",
                                   forms::Weight::warning);
}

} // namespace onroll::casework
