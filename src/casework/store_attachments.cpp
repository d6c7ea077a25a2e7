#include "casework/store_attachments.h"

#include "casework/store_rows.h"

#include "kernel/ensure.h"
#include "platform/clock/clock.h"

#include <iterator>
#include <optional>
#include <utility>

namespace onroll::casework {
namespace store_attachments_detail {

AddedTo added_to_from(const db::Rows& rows)
{
    if (const auto action = rows.optional_text("action_id"))
        return ActionId::parse(*action).value();
    if (const auto note = rows.optional_text("note_id")) return NoteId::parse(*note).value();
    return {};
}

Attachment attachment_from(const db::Rows& rows)
{
    const auto type = file_type_named(rows.text("type"));
    const auto category = category_named(rows.text("category"));
    const auto scan = scan_state_named(rows.text("scan"));
    ensure(type && category && scan, "the store holds only words for files that it was given");
    return {.id = AttachmentId::parse(rows.text("id")).value(),
            .of = CaseId::parse(rows.text("case_id")).value(),
            .added_to = added_to_from(rows),
            .name = rows.text("name"),
            .type = *type,
            .category = *category,
            .received_on = rows.date("received_on"),
            .bytes = rows.integer("bytes"),
            .sha256 = rows.text("sha256"),
            .scan = *scan,
            .scanned_at = rows.optional_instant("scanned_at"),
            .added_at = rows.instant("added_at"),
            .added_by = access::UserId::parse(rows.text("added_by")).value(),
            .version = rows.integer("version")};
}

std::vector<Attachment> attachments_from(db::Rows rows)
{
    std::vector<Attachment> attachments;
    while (rows.next()) attachments.push_back(attachment_from(rows));
    return attachments;
}

/// In order, so that what it became stands in the next one, or with the file as it is.
ChronologyEntry entry_of_correction(const Attachment& attachment, const CategoryBefore& before,
                                    Category became)
{
    return {.on = in_london(before.changed_at).date,
            .at = before.changed_at,
            .kind = EntryKind::note,
            .title = "Document: what it is was corrected",
            .by = before.changed_by,
            .detail = "Was: " + std::string(in_words(before.category)) +
                      ". Now: " + std::string(in_words(became)) + ".",
            .href = "/advice/cases/" + attachment.of.text() + "/documents",
            .attached = {attachment.name}};
}

template <class Id>
std::optional<std::string> place_of(const AddedTo& added_to)
{
    if (const auto* id = std::get_if<Id>(&added_to)) return id->text();
    return std::nullopt;
}

} // namespace store_attachments_detail
using namespace store_attachments_detail;

void add_attachment(db::Transaction& transaction, const access::AgencyId& agency,
                    const Attachment& attachment)
{
    transaction.run(sql()("add_attachment"), agency.text(), attachment.id.text(),
                    attachment.of.text(), place_of<ActionId>(attachment.added_to),
                    place_of<NoteId>(attachment.added_to), attachment.name, key_of(attachment.type),
                    key_of(attachment.category), attachment.received_on, attachment.bytes,
                    attachment.sha256, key_of(attachment.scan), attachment.scanned_at,
                    attachment.added_at, attachment.added_by.text());
}

Result<void> change_category(db::Transaction& transaction, const access::AgencyId& agency,
                             const CaseId& of, const AttachmentId& id, std::int64_t version,
                             Category category, const access::UserId& by, Instant now)
{
    const auto there = find_attachment(transaction, agency, of, id);
    if (!there) return there.error();
    if (there->category == category) return {};
    const auto kept = transaction.run(sql()("keep_attachment_before"), now, by.text(),
                                      agency.text(), of.text(), id.text(), version);
    if (kept == 0)
        return Error{ErrorKind::conflict,
                     "Somebody corrected what this document is while you were looking at it",
                     {},
                     {}};
    transaction.run(sql()("change_category"), key_of(category), agency.text(), of.text(), id.text(),
                    version);
    return {};
}

std::vector<CategoryBefore> categories_before(db::Queries& database, const access::AgencyId& agency,
                                              const CaseId& of)
{
    auto rows = database.query(sql()("categories_before"), agency.text(), of.text());
    std::vector<CategoryBefore> all;
    while (rows.next()) {
        const auto category = category_named(rows.text("category"));
        ensure(category.has_value(), "the store holds only words for files that it was given");
        all.push_back({.id = AttachmentId::parse(rows.text("id")).value(),
                       .version = rows.integer("version"),
                       .category = *category,
                       .changed_at = rows.instant("changed_at"),
                       .changed_by = access::UserId::parse(rows.text("changed_by")).value()});
    }
    return all;
}

Result<Attachment> find_attachment(db::Queries& database, const access::AgencyId& agency,
                                   const CaseId& of, const AttachmentId& id)
{
    auto rows = database.query(sql()("find_attachment"), agency.text(), of.text(), id.text());
    if (!rows.next()) return not_found("The page was not found. Check the address");
    return attachment_from(rows);
}

std::vector<Attachment> attachments_of(db::Queries& database, const access::AgencyId& agency,
                                       const CaseId& of)
{
    return attachments_from(database.query(sql()("attachments_of_case"), agency.text(), of.text()));
}

std::vector<Attachment> all_attachments(db::Queries& database, const access::AgencyId& agency)
{
    return attachments_from(database.query(sql()("all_attachments"), agency.text()));
}

std::vector<access::AgencyId> agencies_with_attachments(db::Queries& database)
{
    auto rows = database.query(sql()("agencies_with_attachments"));
    std::vector<access::AgencyId> agencies;
    while (rows.next()) agencies.push_back(access::AgencyId::parse(rows.text("agency")).value());
    return agencies;
}

std::uint64_t bytes_attached(db::Queries& database, const access::AgencyId& agency,
                             const CaseId& of)
{
    auto rows = database.query(sql()("bytes_attached"), agency.text(), of.text());
    return rows.next() ? static_cast<std::uint64_t>(rows.integer("bytes")) : 0;
}

std::uint64_t bytes_of_agency(db::Queries& database, const access::AgencyId& agency)
{
    auto rows = database.query(sql()("bytes_of_agency"), agency.text());
    return rows.next() ? static_cast<std::uint64_t>(rows.integer("bytes")) : 0;
}

Result<void> check_room(db::Queries& database, const access::AgencyId& agency, const CaseId& of,
                        std::uint64_t more, std::uint64_t most_of_agency)
{
    const auto too_much = [](const char* words) {
        return Error{ErrorKind::too_large, words, {}, {}};
    };
    if (bytes_attached(database, agency, of) + more > most_in_a_case)
        return too_much("This case can hold 200 MB of files, and these would be more. Attach "
                        "smaller copies");
    if (bytes_of_agency(database, agency) + more > most_of_agency)
        return too_much("The files of your service have no room left. Nothing was saved. Ask "
                        "whoever runs this server for more room");
    return {};
}

void wait_for_files(db::Transaction& transaction, const access::AgencyId& agency)
{
    auto rows = transaction.query(sql()("wait_for_files"), agency.text());
    while (rows.next()) {
    }
}

void mark_scanned(db::Transaction& transaction, const access::AgencyId& agency,
                  const AttachmentId& id, ScanState scan, Instant now)
{
    transaction.run(sql()("mark_scanned"), key_of(scan), now, agency.text(), id.text());
}

std::vector<std::string> names_added_to(const std::vector<Attachment>& attachments,
                                        const AddedTo& place)
{
    std::vector<std::string> names;
    for (const auto& attachment : attachments)
        if (attachment.added_to == place) names.push_back(attachment.name);
    return names;
}

std::vector<ChronologyEntry> entries_of_attachments(const CaseId& of,
                                                    const std::vector<Attachment>& attachments,
                                                    const std::vector<CategoryBefore>& before)
{
    std::vector<ChronologyEntry> entries;
    for (const auto& attachment : attachments) {
        for (auto one = before.begin(); one != before.end(); ++one) {
            if (one->id != attachment.id) continue;
            const auto next = std::next(one);
            const bool is_last = next == before.end() || next->id != attachment.id;
            entries.push_back(entry_of_correction(attachment, *one,
                                                  is_last ? attachment.category : next->category));
        }
        if (!std::holds_alternative<std::monostate>(attachment.added_to)) continue;
        entries.push_back({.on = attachment.received_on,
                           .kind = EntryKind::note,
                           .title = "Document: " + std::string(in_words(attachment.category)),
                           .by = attachment.added_by,
                           .href = "/advice/cases/" + of.text() + "/documents",
                           .attached = {attachment.name}});
    }
    return entries;
}

} // namespace onroll::casework
