#include "casework/store_notes.h"

#include "casework/store_attachments.h"
#include "casework/store_rows.h"

#include "platform/crypto/new_id.h"

namespace onroll::casework {
namespace store_notes_detail {

Note note_from(const db::Rows& rows)
{
    return {.id = NoteId::parse(rows.text("id")).value(),
            .of = CaseId::parse(rows.text("case_id")).value(),
            .written = {.on = rows.date("about_on"), .words = rows.text("words")},
            .written_at = rows.instant("written_at"),
            .written_by = access::UserId::parse(rows.text("written_by")).value(),
            .version = rows.integer("version")};
}

std::vector<Note> notes_from(db::Rows rows)
{
    std::vector<Note> notes;
    while (rows.next()) notes.push_back(note_from(rows));
    return notes;
}

} // namespace store_notes_detail
using namespace store_notes_detail;

NoteId write_note(db::Transaction& transaction, const access::AgencyId& agency, const CaseId& of,
                  const NewNote& note, const access::UserId& by, Instant now)
{
    const auto id = crypto::new_id<NoteId>();
    transaction.run(sql()("add_note"), agency.text(), id.text(), of.text(), note.on, note.words,
                    now, by.text());
    return id;
}

Result<void> correct_note(db::Transaction& transaction, const access::AgencyId& agency,
                          const CaseId& of, const NoteId& id, std::int64_t version,
                          const NewNote& note, const access::UserId& by, Instant now)
{
    const auto kept = transaction.run(sql()("keep_note_before"), now, by.text(), agency.text(),
                                      of.text(), id.text(), version);
    if (kept == 0) {
        const auto there = find_note(transaction, agency, of, id);
        if (!there) return there.error();
        return Error{ErrorKind::conflict,
                     "Somebody corrected this note while you were writing. Compare the two",
                     {},
                     {}};
    }
    transaction.run(sql()("correct_note"), note.on, note.words, agency.text(), id.text(), version);
    return {};
}

Result<Note> find_note(db::Queries& database, const access::AgencyId& agency, const CaseId& of,
                       const NoteId& id)
{
    auto rows = database.query(sql()("find_note"), agency.text(), of.text(), id.text());
    if (!rows.next()) return not_found("The page was not found. Check the address");
    return note_from(rows);
}

std::vector<Note> notes_of(db::Queries& database, const access::AgencyId& agency, const CaseId& of)
{
    return notes_from(database.query(sql()("notes_of_case"), agency.text(), of.text()));
}

std::vector<Note> versions_before(db::Queries& database, const access::AgencyId& agency,
                                  const NoteId& id)
{
    return notes_from(database.query(sql()("notes_before"), agency.text(), id.text()));
}

std::vector<ChronologyEntry> entries_of_notes(db::Queries& database, const access::AgencyId& agency,
                                              const CaseId& of,
                                              const std::vector<Attachment>& attachments)
{
    std::vector<ChronologyEntry> entries;
    for (const auto& note : notes_of(database, agency, of)) {
        ChronologyEntry entry{.on = note.written.on,
                              .kind = EntryKind::note,
                              .title = "Note",
                              .by = note.written_by,
                              .detail = note.written.words,
                              .href = "/advice/cases/" + of.text() + "/notes/" + note.id.text()};
        if (in_london(note.written_at).date == note.written.on) entry.at = note.written_at;
        entry.attached = names_added_to(attachments, note.id);
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace onroll::casework
