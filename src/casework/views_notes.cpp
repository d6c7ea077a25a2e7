#include "casework/views_notes.h"

#include "casework/views_attachments.h"

#include "design/components/button.h"
#include "design/components/details.h"
#include "design/components/textarea.h"
#include "design/page.h"
#include "platform/clock/clock.h"

#include <utility>

namespace onroll::casework {
namespace views_notes_detail {

using design::Html;

Html note_words(const std::string& words)
{
    return design::element("div", {{"dir", "auto"}, {"class", "govuk-body onr-as-typed"}}, words);
}

Html words_input(const forms::FormView& form)
{
    design::Textarea words{.name = "words",
                           .label = {.content = "Your note"},
                           .hint = design::Hint{.content = "Up to 50,000 characters. If your "
                                                           "sign-in ends while you write, what you "
                                                           "wrote is kept when you press Save."},
                           .value = std::string(form.values["words"]),
                           .rows = 14};
    for (const auto& error : form.errors)
        if (error.where == "words") words.error = design::ErrorMessage{.content = error.message};
    return render(words);
}

/// "Written by Ruth Adeyemi on Monday 6 July 2026 at 1:10pm".
std::string written_line(const NoteVersion& version)
{
    return "Written by " + version.by + " on " + moment_in_words(version.note.written_at);
}

Html versions(const std::vector<NoteVersion>& before)
{
    Html out;
    for (const auto& [note, by] : before)
        out += render(
            design::Details{.summary = "Before it was corrected by " + by + " on " +
                                       moment_in_words(note.written_at),
                            .content = design::paragraph("About " + with_weekday(note.written.on)) +
                                       note_words(note.written.words)});
    return out;
}

} // namespace views_notes_detail
using namespace views_notes_detail;

Html note_form_view(const NoteFormView& view)
{
    design::HtmlWriter out;
    out.add(forms::error_summary(view.form));
    out.add(design::page_heading(view.heading));
    out.add(view.banner);
    out.open("form", {{"method", "post"},
                      {"action", view.action},
                      {"enctype", "multipart/form-data"},
                      {"novalidate", ""},
                      {"data-onr-draft", "/drafts/keep"}});
    out.add(view.start);
    out.add(words_input(view.form));
    out.add(forms::fields::date(view.form, "on", "The day that it tells of"));
    out.add(files_input(view.form, "Files (optional)", view.scanning));
    out.add(design::button_group(
        {render(design::Button{.content = "Save", .prevent_double_click = true}),
         design::link(view.leave, "Leave without saving")}));
    out.add(design::element(
        "p", {{"class", "govuk-body onr-small onr-soft"}, {"data-onr-draft-said", ""}}));
    out.close();
    return std::move(out).done();
}

Html note_view(const NoteView& view)
{
    const auto& note = view.now.note;
    auto page = design::page_heading("Note") +
                design::paragraph("About " + with_weekday(note.written.on) + ". " +
                                  written_line(view.now) + ".") +
                note_words(note.written.words) +
                attachment_list(view.attachments, view.address, "Files");
    if (view.may_change)
        page +=
            render(design::Button{.content = "Correct or add to this note",
                                  .href = view.address + "/notes/" + note.id.text() + "/correct",
                                  .classes = "govuk-button--secondary"});
    page += versions(view.before);
    return page + design::paragraph(design::link(view.address + "/chronology", "Chronology"));
}

} // namespace onroll::casework
