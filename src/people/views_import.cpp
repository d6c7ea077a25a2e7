#include "people/views_import.h"

#include "design/components/button.h"
#include "design/components/file_upload.h"
#include "design/components/inset_text.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/warning_text.h"
#include "design/page.h"
#include "design/words.h"

#include <algorithm>

namespace onroll::people {

namespace views_import_detail {

using design::element;
using design::Html;

constexpr std::size_t most_shown = 200;

design::SummaryRow count_row(std::string_view key, std::size_t count)
{
    return {.key = {key}, .value = {design::with_thousands(static_cast<std::int64_t>(count))}};
}

Html counts(std::size_t created, std::size_t updated, std::size_t unchanged, std::size_t held,
            std::size_t rejected)
{
    return render(
        design::SummaryList{.rows = {count_row(in_words(RowOutcome::created), created),
                                     count_row(in_words(RowOutcome::updated), updated),
                                     count_row(in_words(RowOutcome::unchanged), unchanged),
                                     count_row(in_words(RowOutcome::held), held),
                                     count_row(in_words(RowOutcome::rejected), rejected)}});
}

Html error_table(const std::vector<CellError>& errors, std::string_view caption)
{
    if (errors.empty()) return {};
    design::Table table{.caption = std::string(caption),
                        .head = {{"Row"}, {"Column"}, {"There now"}, {"What to do"}}};
    for (const auto& error : errors) {
        if (table.rows.size() == most_shown) break;
        table.rows.push_back(
            {{std::to_string(error.row)}, {error.column}, {error.value_is}, {error.fix}});
    }
    Html out = render_stacking(table);
    if (errors.size() > most_shown)
        out += design::paragraph(
            "And " + design::with_thousands(static_cast<std::int64_t>(errors.size() - most_shown)) +
            " more.");
    return out;
}

Html held_table(const ImportPlan& plan)
{
    design::Table table{.caption = "Rows that somebody must look at",
                        .head = {{"Row"}, {"Why"}, {"Record"}}};
    for (const auto& one : plan.rows) {
        if (one.outcome != RowOutcome::held || table.rows.size() == most_shown) continue;
        table.rows.push_back(
            {{std::to_string(one.row)},
             {one.reason},
             {one.person ? design::link("/people/" + one.person->text(), "Open the record")
                         : Html("Search by name")}});
    }
    return table.rows.empty()
               ? Html{}
               : render_stacking(table) +
                     design::paragraph("Once the list is imported, you can settle each of them.");
}

Html changed_table(const ImportPlan& plan)
{
    design::Table table{.caption = "Records that would change",
                        .head = {{"Row"}, {"What changes"}, {"Record"}}};
    for (const auto& one : plan.rows) {
        if (one.outcome != RowOutcome::updated || table.rows.size() == most_shown) continue;
        std::vector<std::string> fields = one.fields;
        for (auto& field : fields) std::replace(field.begin(), field.end(), '_', ' ');
        table.rows.push_back({{std::to_string(one.row)},
                              {design::listed(fields)},
                              {design::link("/people/" + one.person->text(), "Open the record")}});
    }
    return table.rows.empty() ? Html{} : render_stacking(table);
}

Html preview(const ImportView& view)
{
    const auto action = "/people/import/" + view.import.id.text();
    Html out;
    if (!view.imported_before.empty())
        out += render(design::InsetText{.content = "This very file was imported on " +
                                                   view.imported_before + "."});
    out += design::paragraph(
        "Nothing has been stored yet. The file is " + view.list.encoding + " with " +
        design::counted(static_cast<std::int64_t>(view.list.rows), "row") + ".");
    out += counts(view.plan.count(RowOutcome::created), view.plan.count(RowOutcome::updated),
                  view.plan.count(RowOutcome::unchanged), view.plan.count(RowOutcome::held),
                  view.plan.count(RowOutcome::rejected));
    if (!view.list.unknown_columns.empty())
        out += design::paragraph(
            "Columns that are not kept: " + design::listed(view.list.unknown_columns) + ".");
    out += error_table(view.list.errors, "What is wrong, and what to do");
    if (!view.list.errors.empty())
        out += design::paragraph(design::link(action + "/errors.csv", "Download this as a file"));
    auto notes = view.list.notes;
    notes.insert(notes.end(), view.plan.notes.begin(), view.plan.notes.end());
    out += error_table(notes, "Worth knowing");
    out += held_table(view.plan) + changed_table(view.plan);
    if (view.list.rejected == 0)
        return out + posting(action, view.make_start, fields::hidden("faulty", "refuse"),
                             "Import this list");
    FormView form{.errors = view.errors};
    return out + posting(action, view.make_start,
                         fields::checkboxes(form, "faulty", "Rows that cannot be read",
                                            {{"leave_out", "Leave them out and import the rest"}},
                                            "Or correct the list and send it again."),
                         "Import this list");
}

} // namespace views_import_detail

using namespace views_import_detail;

Html imports_view(const ImportsView& view)
{
    Html out = error_summary(view.form) + design::page_heading("Import a list of children");
    out += design::paragraph("Send a list of children as a CSV file, or the Common Transfer File "
                             "(CTF) of a school. You see what it would do "
                             "before anything is stored, and can take it back for 30 days.");
    out += design::paragraph(
        design::link("/people/import/empty-list.csv", "Download an empty list to fill in"));
    design::FileUpload upload{.name = "file",
                              .label = {.content = "The list"},
                              .hint = design::Hint{.content = "CSV or CTF, up to 25 MB."}};
    for (const auto& error : view.form.errors)
        if (error.where == "file") upload.error = design::ErrorMessage{.content = error.message};
    out += posting("/people/import", view.start, render(upload), "Look at the list",
                   "multipart/form-data");
    if (view.imports.empty()) return out;
    design::Table table{.caption = "Lists imported before",
                        .head = {{"When"}, {"File"}, {"New"}, {"Changed"}, {"State"}}};
    for (const auto& import : view.imports)
        table.rows.push_back(
            {{design::link("/people/import/" + import.id.text(),
                           in_table(in_london(import.made_at.value_or(import.sent_at)).date))},
             {import.file_name},
             {design::with_thousands(import.created), "numeric"},
             {design::with_thousands(import.updated), "numeric"},
             {import.state == ImportState::undone ? "Taken back" : "Imported"}});
    return out + render_stacking(table);
}

Html import_view(const ImportView& view)
{
    const auto action = "/people/import/" + view.import.id.text();
    Html out = error_summary(view.errors) + design::page_heading("A list of children") +
               design::paragraph("File: " + view.import.file_name);
    if (view.import.state == ImportState::sent) return out + preview(view);
    const auto& import = view.import;
    out += counts(import.created, import.updated, import.unchanged, import.held, import.rejected);
    if (import.state == ImportState::undone)
        return out + design::paragraph("This list was taken back on " +
                                       in_words(in_london(*import.undone_at).date) + ".");
    out += design::paragraph("Imported on " + in_words(in_london(*import.made_at).date) +
                             (view.brought_by.empty() ? "" : ", by " + view.brought_by) + ".");
    if (view.waiting > 0)
        out += design::paragraph(design::counted(view.waiting, "row") +
                                 (view.waiting == 1 ? " waits" : " wait") +
                                 " for somebody to say of whom it is.");
    if (import.held > 0 && view.held.empty())
        out +=
            design::paragraph("To settle the rows that need a look, send the list again. What is "
                              "on record already does not change.");
    out += held_lines(action, view.held);
    if (view.may_undo)
        out += render(design::WarningText{
                   .content = "Taking the list back removes the children that it added and sets "
                              "back what it changed. What somebody has worked on since stays."}) +
               act_beside(action + "/undo", view.undo_start, Html{}, "Take this list back",
                          Weight::warning);
    return out;
}

} // namespace onroll::people
