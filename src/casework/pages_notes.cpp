#include "casework/attachment_upload.h"
#include "casework/colleague_names.h"
#include "casework/note_form.h"
#include "casework/pages_case_frame.h"
#include "casework/pages_same_again.h"
#include "casework/pages_work.h"
#include "casework/store_attachments.h"
#include "casework/store_notes.h"
#include "casework/views_notes.h"

#include "forms/asked.h"
#include "forms/comparison.h"

#include <utility>

namespace onroll::casework {
namespace pages_notes_detail {

NoteFormView form_for(const http::Request& request, const Services& services, const Case& found,
                      forms::FormView form)
{
    const auto address = address_of(found.id);
    return {.action = address + "/notes",
            .heading = "Write a note",
            .leave = address + "/chronology",
            .start = start_of(request, address + "/notes/new"),
            .form = std::move(form),
            .scanning = scanning_of(request, services)};
}

http::Response show_new(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    auto first =
        first_view(request, services, fields_of(NewNote{.on = services.guard->clock().today()}));
    auto view = form_for(request, services, found, std::move(first.form));
    view.banner = std::move(first.banner);
    return case_page(request, services, found, view.heading, note_form_view(view));
}

/// conflict where the same note was written on the case just before.
Result<void> look_for_the_same(SameAgain& same, const std::vector<Note>& notes,
                               const NewNote& written, const access::UserId& by, Instant now,
                               const std::string& address)
{
    return same.look(
        notes, now,
        [&](const Note& note) { return note.written_by == by && note.written == written; },
        [](const Note& note) { return note.written_at; },
        [&](const Note& note) { return address + "/notes/" + note.id.text(); });
}

http::Response asked_again(const http::Request& request, const Services& services,
                           const Case& found, const SavedBefore& before)
{
    const auto address = address_of(found.id);
    const SameAgainView view{.before = before,
                             .heading = "You wrote this note",
                             .second = "to have the same note twice",
                             .show = "Show the note",
                             .action = address + "/notes",
                             .start = start_of(request, address + "/notes/new"),
                             .typed = request.form(),
                             .button = "Write it again"};
    return case_page(request, services, found, same_again_title(view), same_again_view(view));
}

http::Response write(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto now = services.guard->clock().now();
    auto typed = read_note(form, in_london(now).date);
    const auto again = [&](std::vector<Error> errors) {
        const auto view = form_for(request, services, found,
                                   {.values = form.fields, .errors = std::move(errors)});
        return case_page(request, services, found, view.heading, note_form_view(view), true);
    };
    if (!typed.errors.empty()) return again(std::move(typed.errors));
    const auto brought = keep_files(request, services, found);
    if (!brought.errors.empty()) return again(brought.errors);
    SameAgain same(form);
    const auto path = save_with_files(request, services, brought, [&](bool& stored) {
        return save_in_case(
            request, services, "advice.change", found, form, {"note"},
            [&](db::Transaction& transaction) -> Result<std::string> {
                if (!brings_files(form)) {
                    const auto first =
                        look_for_the_same(same, notes_of(transaction, actor.agency, found.id),
                                          typed.written, actor.user, now, address_of(found.id));
                    if (!first) return first.error();
                }
                const auto id =
                    write_note(transaction, actor.agency, found.id, typed.written, actor.user, now);
                if (const auto added = add_rows(transaction, services, actor, found.id, brought, id,
                                                category_in(form), typed.written.on, now);
                    !added)
                    return added.error();
                stored = true;
                return address_of(found.id) + "/notes/" + id.text();
            });
    });
    if (same.before()) return asked_again(request, services, found, *same.before());
    return path ? http::redirect(*path) : again({path.error()});
}

/// The note of the address, in its case, entered by the policy; or what to answer instead.
struct EnteredNote {
    Case found;
    Note note;
};
std::variant<EnteredNote, http::Response>
entered_note(const http::Request& request, const Services& services, std::string_view act)
{
    auto entered = entered_case(request, services, act);
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    auto& found = std::get<Case>(entered);
    const auto id = request.path<NoteId>("note");
    if (!id) return http::not_found();
    auto reading = store_of(request, services).read();
    auto note = find_note(reading, access::actor(request).agency, found.id, *id);
    if (!note) return http::failure(note.error());
    return EnteredNote{std::move(found), std::move(*note)};
}

std::string own_address(const EnteredNote& both)
{
    return address_of(both.found.id) + "/notes/" + both.note.id.text();
}

http::Response show_note(const http::Request& request, const Services& services)
{
    auto entered = entered_note(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& [found, note] = std::get<EnteredNote>(entered);
    const auto& agency = access::actor(request).agency;
    ColleagueNames names(services, agency);
    NoteView view{.address = address_of(found.id),
                  .now = {note, names.of(note.written_by)},
                  .may_change = may(request, services, "advice.change", found)};
    {
        auto reading = store_of(request, services).read();
        for (auto& before : versions_before(reading, agency, note.id)) {
            const auto& by = names.of(before.written_by);
            view.before.push_back({std::move(before), by});
        }
        for (auto& attachment : attachments_of(reading, agency, found.id))
            if (attachment.added_to == AddedTo(note.id))
                view.attachments.push_back(std::move(attachment));
    }
    return case_page(request, services, found, "Note", note_view(view));
}

NoteFormView correction_of(const http::Request& request, const Services& services,
                           const EnteredNote& both, forms::FormView form, std::int64_t version)
{
    const auto own = own_address(both);
    auto view = form_for(request, services, both.found, std::move(form));
    view.action = own + "/correct";
    view.heading = "Correct or add to a note";
    view.leave = own;
    view.start = start_of(request, own + "/correct", version);
    return view;
}

http::Response show_correction(const http::Request& request, const Services& services)
{
    auto entered = entered_note(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& both = std::get<EnteredNote>(entered);
    auto first = first_view(request, services, fields_of(both.note.written), both.note.version);
    auto view = correction_of(request, services, both, std::move(first.form), first.version);
    view.banner = std::move(first.banner);
    return case_page(request, services, both.found, view.heading, note_form_view(view));
}

/// What is saved now beside what was typed.
design::Html comparison_of(const http::Request& request, const Services& services,
                           const EnteredNote& both, const NewNote& typed)
{
    const auto own = own_address(both);
    const auto& saved = both.note.written;
    forms::Compared day{.label = "The day that it tells of"};
    for (const auto& field : fields_of(saved))
        if (field.name != "words") day.saved.add(field.name, field.value);
    for (const auto& field : fields_of(typed))
        if (field.name != "words") day.typed.add(field.name, field.value);
    day.saved_words = with_weekday(saved.on);
    day.typed_words = with_weekday(typed.on);
    std::string saved_by;
    std::string saved_when;
    {
        auto reading = store_of(request, services).read();
        const auto& agency = access::actor(request).agency;
        const auto before = versions_before(reading, agency, both.note.id);
        if (!before.empty()) {
            saved_by = services.name_of(agency, before.back().written_by);
            saved_when = moment_in_words(before.back().written_at);
        }
    }
    return forms::comparison_form(
        {.action = own + "/correct",
         .start = {.page = own + "/correct",
                   .form_token = access::actor(request).sign_in.form_token,
                   .version = std::to_string(both.note.version)},
         .saved_by = saved_by,
         .saved_when = saved_when,
         .questions = {forms::compared("words", "The note", saved.words, typed.words), day},
         .leave_href = own});
}

http::Response correct(const http::Request& request, const Services& services)
{
    auto entered = entered_note(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& both = std::get<EnteredNote>(entered);
    const auto& actor = access::actor(request);
    const auto now = services.guard->clock().now();
    const auto form = forms::settled(request.form());
    auto typed = read_note(form, in_london(now).date);
    const auto again = [&](std::vector<Error> errors) {
        const auto view =
            correction_of(request, services, both,
                          {.values = form.fields, .errors = std::move(errors)}, version_in(form));
        return case_page(request, services, both.found, view.heading, note_form_view(view), true);
    };
    if (!typed.errors.empty()) return again(std::move(typed.errors));
    const auto brought = keep_files(request, services, both.found);
    if (!brought.errors.empty()) return again(brought.errors);
    const auto path = save_with_files(request, services, brought, [&](bool& stored) {
        return save_in_case(request, services, "advice.change", both.found, form, {"note"},
                            [&](db::Transaction& transaction) -> Result<std::string> {
                                const auto corrected = correct_note(
                                    transaction, actor.agency, both.found.id, both.note.id,
                                    version_in(form), typed.written, actor.user, now);
                                if (!corrected) return corrected.error();
                                if (const auto added = add_rows(
                                        transaction, services, actor, both.found.id, brought,
                                        both.note.id, category_in(form), typed.written.on, now);
                                    !added)
                                    return added.error();
                                stored = true;
                                return own_address(both);
                            });
    });
    if (path) return http::redirect(*path);
    if (path.error().kind != ErrorKind::conflict) return again({path.error()});
    const std::string title = "Somebody else corrected this note";
    auto content = design::page_heading(title);
    if (brings_files(form))
        content += design::paragraph("The files that you selected were not kept. Add them when "
                                     "you have saved the note.");
    return case_page(request, services, both.found, title,
                     std::move(content) + comparison_of(request, services, both, typed.written));
}

} // namespace pages_notes_detail

void add_note_pages(http::Router& router, const Services& services)
{
    using namespace pages_notes_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    router.get("/advice/cases/{case}/notes/new", guard.policy("advice.change"), page_of(show_new));
    router.post(
        "/advice/cases/{case}/notes",
        forms::taking(guard.policy("advice.change"), {"on", "words", "category", "files", "again"}),
        page_of(write), {.body_limit = most_in_a_form});
    router.get("/advice/cases/{case}/notes/{note}", guard.policy("advice.view"),
               page_of(show_note));
    router.get("/advice/cases/{case}/notes/{note}/correct", guard.policy("advice.change"),
               page_of(show_correction));
    router.post("/advice/cases/{case}/notes/{note}/correct",
                forms::taking(guard.policy("advice.change"), {"on", "words", "category", "files"}),
                page_of(correct), {.body_limit = most_in_a_form});
}

} // namespace onroll::casework
