#include "casework/views_attachments.h"

#include "casework/rules_files.h"

#include "design/components/button.h"
#include "design/components/file_upload.h"
#include "design/components/table.h"
#include "design/page.h"
#include "platform/clock/clock.h"

#include <utility>

namespace onroll::casework {
namespace views_attachments_detail {

using design::Html;

std::string address_of_file(const Attachment& attachment, const std::string& address)
{
    return address + "/attachments/" + attachment.id.text();
}

Html name_of_file(const Attachment& attachment, const std::string& address)
{
    if (attachment.scan == ScanState::infected)
        return design::element("span", {{"dir", "auto"}}, attachment.name);
    return design::element(
        "a",
        {{"class", "govuk-link"}, {"dir", "auto"}, {"href", address_of_file(attachment, address)}},
        attachment.name);
}

Html kind_of_file(const Attachment& attachment, const std::string& address, MayCorrect may_correct)
{
    Html words =
        std::string(in_words(attachment.category)) + ", " + std::string(in_words(attachment.type));
    if (may_correct == MayCorrect::no) return words;
    return words + " " +
           design::element("a",
                           {{"class", "govuk-link onr-noprint"},
                            {"href", address_of_file(attachment, address) + "/kind"}},
                           "Change",
                           design::visually_hidden(" what this document is: " + attachment.name));
}

Html kinds_before(const KindView& view)
{
    if (view.before.empty()) return {};
    design::Table table{.caption = "What it was said to be before, the newest first",
                        .head = {{"Corrected"}, {"It was"}, {"By"}}};
    for (const auto& before : view.before)
        table.rows.push_back({{moment_in_words(before.changed_at)},
                              {std::string(in_words(before.category))},
                              {view.name_of(before.changed_by)}});
    return render_stacking(table);
}

} // namespace views_attachments_detail
using namespace views_attachments_detail;

forms::Choices category_choices()
{
    forms::Choices choices;
    for (const auto category : all_categories())
        choices.emplace_back(key_of(category), in_words(category));
    return choices;
}

std::string scanning_in_words(bool is_scanned)
{
    return is_scanned ? "Each is scanned for viruses before it is kept."
                      : "They are not scanned for viruses here.";
}

// A plain field: files can be dropped on it as well, and it is called what is seen.
Html files_input(const forms::FormView& form, const std::string& label, const std::string& scanning)
{
    design::FileUpload input{
        .name = "files",
        .label = {.content = label},
        .hint = design::Hint{.content = std::string(files_that_are_kept()) + " " + scanning},
        .multiple = true};
    for (const auto& error : form.errors)
        if (error.where == "files") input.error = design::ErrorMessage{.content = error.message};
    if (!form.errors.empty() && !input.error)
        input.hint = design::Hint{.content = "If you had selected files, select them again. " +
                                             std::string(files_that_are_kept()) + " " + scanning};
    return render(input) + forms::fields::select(form, "category", "What the files are (optional)",
                                                 category_choices());
}

Html attachment_list(const std::vector<Attachment>& attachments, const std::string& address,
                     const std::string& caption, MayCorrect may_correct)
{
    if (attachments.empty()) return {};
    design::Table table{.caption = caption,
                        .head = {{.content = "File"},
                                 {.content = "What it is"},
                                 {.content = "Received"},
                                 {.content = "Size", .format = "numeric"},
                                 {.content = "Viruses"}}};
    for (const auto& attachment : attachments)
        table.rows.push_back({{.content = name_of_file(attachment, address)},
                              {.content = kind_of_file(attachment, address, may_correct)},
                              {.content = in_table(attachment.received_on)},
                              {.content = size_in_words(attachment.bytes), .format = "numeric"},
                              {.content = std::string(in_words(attachment.scan))}});
    return design::render_stacking(table);
}

Html documents_view(const DocumentsView& view)
{
    auto page = forms::error_summary(view.form) + design::page_heading("Documents") + view.banner;
    page += view.attachments.empty()
                ? design::paragraph("No file is attached to this case yet. Letters, reports and "
                                    "recordings can be added here, or with a note or the work that "
                                    "you record.")
                : attachment_list(view.attachments, view.address, "Received last, first",
                                  view.may_change ? MayCorrect::yes : MayCorrect::no);
    if (!view.may_change) return page;
    const auto inside = files_input(view.form, "Files", view.scanning) +
                        forms::fields::date(view.form, "received", "When they were received",
                                            "For example, the day the letter came");
    return page + design::element("h2", {{"class", "govuk-heading-m"}}, "Add documents") +
           forms::posting(view.address + "/documents", view.start, inside, "Add documents",
                          "multipart/form-data");
}

Html kind_view(const KindView& view)
{
    const auto& attachment = view.attachment;
    const auto inside =
        forms::fields::radios(view.form, "category", "What is it?", category_choices(),
                              "A pack that is being prepared follows it");
    return forms::error_summary(view.form) +
           design::page_heading("Change what kind of paper this is") + view.banner +
           design::element("p", {{"class", "govuk-body"}},
                           design::element("bdi", {}, attachment.name), ", received on ",
                           with_weekday(attachment.received_on)) +
           forms::posting(address_of_file(attachment, view.address) + "/kind", view.start, inside,
                          "Save") +
           design::paragraph(design::link(view.address + "/documents", "Leave without saving")) +
           kinds_before(view);
}

Html kept_closed_view(const std::string& address)
{
    return design::page_heading("This file is kept closed") +
           design::paragraph("The virus scanner found something in it that may harm computers, so "
                             "nobody can open it. Ask whoever sent it for another copy.") +
           design::paragraph(design::link(address + "/documents", "Documents of this case"));
}

} // namespace onroll::casework
