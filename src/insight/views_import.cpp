#include "insight/views_import.h"

#include "insight/files.h"

#include "design/components/button.h"
#include "design/components/date_input.h"
#include "design/components/details.h"
#include "design/components/error_summary.h"
#include "design/components/file_upload.h"
#include "design/components/inset_text.h"
#include "design/components/lead.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/page.h"
#include "design/words.h"

#include <algorithm>

namespace onroll::insight {

namespace views_import_detail {

using design::element;
using design::Html;
using design::link;
using design::paragraph;

constexpr std::size_t most_problems = 20;

design::Cell number(std::int64_t count)
{
    return {.content = design::with_thousands(count), .format = "numeric"};
}

design::SummaryRow fact(std::string_view key, Html value)
{
    return {.key = {.content = key}, .value = {.content = std::move(value)}};
}

/// How each column was read: the codebook.
Html columns_table(const std::vector<CodebookColumn>& columns)
{
    design::Table table{.caption = "How each column was read",
                        .caption_classes = "govuk-table__caption--m",
                        .head = {{.content = "Column"},
                                 {.content = "Read as"},
                                 {.content = "Numbers", .format = "numeric"},
                                 {.content = "Hidden", .format = "numeric"},
                                 {.content = "Not available", .format = "numeric"},
                                 {.content = "Does not apply", .format = "numeric"}},
                        .rows = {},
                        .first_cell_is_header = true};
    for (const auto& column : columns) {
        auto read_as = column.role;
        if (!column.read_as.empty()) read_as += ": " + column.read_as;
        if (!column.label.empty()) read_as += " (" + column.label + ")";
        std::vector<design::Cell> row{{.content = column.name}, {.content = read_as}};
        const bool counted = column.role == "indicator";
        for (const auto count :
             {column.known, column.suppressed, column.not_available, column.not_applicable})
            row.push_back(counted ? number(count)
                                  : design::Cell{.content = "", .format = "numeric"});
        table.rows.push_back(std::move(row));
    }
    return render_stacking(table);
}

Html problems_of(const ImportReport& report)
{
    std::vector<Html> items;
    for (std::size_t i = 0; i < std::min(most_problems, report.problems.size()); ++i) {
        const auto& problem = report.problems[i];
        std::string where;
        if (problem.row > 0) where = "Row " + std::to_string(problem.row);
        if (!problem.column.empty()) where += (where.empty() ? "" : ", ") + problem.column;
        items.push_back(where.empty() ? Html(problem.message)
                                      : Html(where + ": " + problem.message));
    }
    auto html =
        design::section_heading("problems", "What has to be put right") + design::bullets(items);
    if (report.problem_count > static_cast<std::int64_t>(items.size()))
        html = html + paragraph("There are " +
                                design::with_thousands(report.problem_count -
                                                       static_cast<std::int64_t>(items.size())) +
                                " more like these.");
    return html;
}

Html notes_of(const ImportReport& report)
{
    std::vector<Html> items;
    for (const auto& notice : report.notices) items.push_back(notice);
    for (const auto& name : report.supersedes)
        items.push_back("It takes the place of " + name +
                        ". The figures of that file stay readable.");
    if (items.empty()) return {};
    return design::section_heading("notes", "What to know") + design::bullets(items);
}

Html files_that_can_be_imported()
{
    std::vector<Html> kinds;
    for (const auto& kind : file_kinds()) kinds.emplace_back(kind.title);
    kinds.emplace_back("Boundaries of local authorities as GeoJSON");
    return render(design::Details{.summary = "Files that can be imported",
                                  .content = design::bullets(kinds)});
}

bool can_be_loaded(const ImportReport& report)
{
    return report.problem_count == 0 && !report.already_there;
}

} // namespace views_import_detail

design::Html files_view(const std::vector<Release>& files, MayImport may_import)
{
    using namespace views_import_detail;
    auto html = design::page_heading("Where the figures come from") +
                design::lead("Each number on the pages about areas stands in one of these files.");
    if (may_import == MayImport::yes)
        html = html + paragraph(link("/area/import", "Load a file of statistics"));
    if (files.empty()) return html + paragraph("No file has been loaded yet.");
    design::Table table{.caption = "Files, newest first",
                        .caption_classes = "govuk-table__caption--m",
                        .head = {{.content = "What it holds"},
                                 {.content = "File"},
                                 {.content = "Covers"},
                                 {.content = "Figures", .format = "numeric"},
                                 {.content = "State"}},
                        .rows = {},
                        .first_cell_is_header = true};
    for (const auto& file : files)
        table.rows.push_back(
            {{.content = file.title},
             {.content = link("/area/files/" + std::to_string(file.id),
                              element("span", {{"class", "onr-break"}}, file.file_name))},
             {.content = file.periods.empty() ? std::string("No years") : file.periods},
             number(file.cells),
             {.content = file.superseded ? "A later file took its place" : "In use"}});
    return html + render_stacking(table);
}

design::Html file_view(const Release& file, const std::vector<CodebookColumn>& columns)
{
    using namespace views_import_detail;
    design::SummaryList facts{
        .rows = {
            fact("File", file.file_name),
            fact("Published by", file.source),
            fact("Licence", file.licence),
            fact("Rows", design::with_thousands(file.rows)),
            fact("Figures", design::with_thousands(file.cells)),
            fact("SHA-256 of the file", element("span", {{"class", "onr-break"}}, file.sha256)),
        }};
    if (!file.periods.empty())
        facts.rows.insert(facts.rows.begin() + 1, fact("Covers", file.periods));
    if (file.published_on)
        facts.rows.push_back(fact("Published on", onroll::in_words(*file.published_on)));
    auto html = design::page_heading(file.title);
    if (file.superseded)
        html = html + render(design::InsetText{
                          .content = "A later file took its place. Its figures are kept, and no "
                                     "page shows them."});
    return html + render(facts) + columns_table(columns) +
           design::section_heading("symbols", "What the symbols say") +
           design::bullets({"c: hidden to protect pupils", "x: not available", "z: does not apply",
                            "low: more than zero, but rounds to zero"});
}

design::Html import_form_view(const ImportForm& form, const design::Html& token)
{
    using namespace views_import_detail;
    Html errors;
    const auto error_at = [&](std::string_view field) -> std::optional<design::ErrorMessage> {
        if (!form.error || form.error->where != field) return std::nullopt;
        return design::ErrorMessage{.content = form.error->message};
    };
    if (form.error)
        errors = render(design::ErrorSummary{
            .errors = {{form.error->message, form.error->where == "published"
                                                 ? std::string("#published-day")
                                                 : "#" + form.error->where}}});
    design::FileUpload file{
        .name = "file",
        .label = {.content = "File of statistics", .classes = "govuk-label--m"},
        .hint = design::Hint{.content = "CSV, or CSV packed as gzip, up to 25 MB; or GeoJSON with "
                                        "boundaries"},
        .error = error_at("file")};
    design::FileUpload meta{
        .name = "meta",
        .label = {.content = "Its meta file, if there is one", .classes = "govuk-label--m"},
        .hint = design::Hint{.content = "The file whose name ends in .meta.csv"},
        .error = error_at("meta")};
    design::DateInput published{
        .id = "published",
        .name_prefix = "published",
        .boxes = design::date_boxes(form.day, form.month, form.year),
        .fieldset =
            design::Fieldset{.legend =
                                 design::Legend{.content = "When was it published? (optional)",
                                                .classes = "govuk-fieldset__legend--m"}},
        .hint = design::Hint{.content = "Where two files have the same figures, the later one is "
                                        "shown. Leave blank if you do not know."},
        .error = error_at("published")};
    return errors + design::page_heading("Load a file of statistics") +
           design::lead("You see what the file would change before anything is stored.") +
           files_that_can_be_imported() +
           element("form",
                   {{"action", "/area/import"},
                    {"method", "post"},
                    {"enctype", "multipart/form-data"},
                    {"novalidate", ""}},
                   token, render(file), render(meta), render(published),
                   render(design::Button{.content = "Show what it would change"}));
}

std::string import_preview_heading(const ImportReport& report)
{
    return views_import_detail::can_be_loaded(report) ? "Check before you load"
                                                      : "This file was not loaded";
}

design::Html import_preview_view(const ImportReport& report, std::string_view action,
                                 const design::Html& token)
{
    using namespace views_import_detail;
    const bool can = can_be_loaded(report);
    auto html = design::page_heading(import_preview_heading(report));
    design::SummaryList facts{
        .rows = {
            fact("File", report.file_name),
            fact("Recognised as", report.what),
            fact("Covers", report.periods.empty() ? "No years" : report.periods),
            fact("Read as", report.encoding),
            fact("Rows", design::with_thousands(report.rows)),
            fact("Rows left out", design::with_thousands(report.left_out)),
            fact("Figures", design::with_thousands(report.cells)),
        }};
    html = html + render(facts);
    if (report.already_there)
        html = html + paragraph(Html("This file was loaded before. ") +
                                link("/area/files/" + std::to_string(report.release),
                                     "See how it was read"));
    if (report.problem_count > 0) html = html + problems_of(report);
    html = html + notes_of(report);
    if (can)
        html = html + element("form", {{"action", std::string(action)}, {"method", "post"}}, token,
                              render(design::Button{.content = "Load this file"}));
    html = html + paragraph(link("/area/import", can ? "Cancel" : "Send another file"));
    return html + columns_table(report.columns);
}

} // namespace onroll::insight
