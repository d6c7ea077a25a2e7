#include "casework/store_keep.h"

#include "casework/store.h"
#include "casework/store_cases.h"
#include "casework/store_keep_rows.h"
#include "casework/store_rows.h"

#include "forms/store.h"
#include "people/store_restrictions.h"
#include "people/store_retention.h"

#include <utility>

namespace onroll::casework {
namespace store_keep_detail {

/// Whether a hold or a restriction on the child's record keeps the case.
bool holds_child(db::Queries& database, const access::AgencyId& agency, std::string_view child)
{
    const auto id = people::PersonId::parse(child).value();
    return people::on_hold(database, agency, id) || people::is_restricted(database, agency, id);
}

/// A row of a statement about what is over. The child is looked at afterwards.
struct OverRow {
    OverRecord over;
    std::string child;
};

OverRow over_from(const db::Rows& rows, KeptKind kind)
{
    OverRow row{.over = {.record = {kind, std::string(rows.text("id"))},
                         .over_on = rows.date("over_on"),
                         .kept = people::CannotTellYet{}},
                .child = {}};
    if (kind == KeptKind::case_work) {
        row.over.number = rows.integer("number");
        row.child = rows.text("child");
    }
    if (const auto begun_by = optional_user(rows, "begun_by"))
        row.over.hold = {.reason = std::string(rows.text("reason")),
                         .begun_by = *begun_by,
                         .begun_at = rows.instant("begun_at"),
                         .ending_asked_by = optional_user(rows, "ending_asked_by")};
    if (const auto by = optional_user(rows, "proposed_by"))
        row.over.proposal = {*by, rows.instant("proposed_at")};
    return row;
}

OverRecord completed(db::Queries& database, const access::AgencyId& agency, OverRow row,
                     const std::vector<people::RetentionRule>& rules)
{
    auto& over = row.over;
    over.child_held = !row.child.empty() && holds_child(database, agency, row.child);
    over.kept = kept_until(rules, over.record.kind, over.over_on,
                           over.hold || over.child_held ? Held::yes : Held::no);
    return std::move(over);
}

const db::Sql& list_of(KeptKind kind)
{
    return sql()(kind == KeptKind::case_work ? "cases_over_before" : "contacts_over_before");
}

const db::Sql& search_of(KeptKind kind)
{
    return sql()(kind == KeptKind::case_work ? "find_case_that_is_over"
                                             : "find_contact_that_is_over");
}

/// Why it may not go, where it may not.
Result<people::KeepUntil> due_period(const OverRecord& over, Date today)
{
    if (std::holds_alternative<people::OnLegalHold>(over.kept))
        return Error{ErrorKind::conflict, "This is on hold and stays", {}, {}};
    if (!people::is_due(over.kept, today)) return bad_input("This is not due for removal yet");
    return std::get<people::KeepUntil>(over.kept);
}

/// A case that is still open may be held before it is over.
Result<void> check_there(db::Queries& database, const access::AgencyId& agency,
                         const KeptRecord& record)
{
    const auto id = CaseId::parse(record.id);
    if (record.kind == KeptKind::case_work && id && find_case(database, agency, *id)) return {};
    const auto over = find_over(database, agency, record);
    return over ? Result<void>() : Result<void>(over.error());
}

/// Whoever holds, reopens or removes it at the same time comes before or after, never between:
/// the row is written over with what it says.
void wait_for(db::Transaction& transaction, const access::AgencyId& agency,
              const KeptRecord& record)
{
    transaction.run(
        sql()(record.kind == KeptKind::case_work ? "wait_for_case" : "wait_for_contact"),
        agency.text(), record.id);
}

bool is_held(db::Queries& database, const access::AgencyId& agency, const KeptRecord& record)
{
    auto rows =
        database.query(sql()("find_case_hold"), agency.text(), key_of(record.kind), record.id);
    return rows.next();
}

Error somebody_else(const char* words)
{
    return {ErrorKind::not_allowed, words, {}, {}};
}

} // namespace store_keep_detail
using namespace store_keep_detail;

Result<OverRecord> find_over(db::Queries& database, const access::AgencyId& agency,
                             const KeptRecord& record)
{
    std::optional<OverRow> row;
    {
        auto rows = database.query(search_of(record.kind), agency.text(), record.id);
        if (!rows.next()) return not_found("The page was not found. Check the address");
        row = over_from(rows, record.kind);
    }
    return completed(database, agency, std::move(*row),
                     people::retention_rules_of(database, agency));
}

std::vector<OverRecord> due_for_removal(db::Queries& database, const access::AgencyId& agency,
                                        Date today)
{
    const auto rules = people::retention_rules_of(database, agency);
    std::vector<OverRecord> due;
    for (const auto kind : {KeptKind::case_work, KeptKind::contact}) {
        std::vector<OverRow> read;
        {
            auto rows = database.query(list_of(kind), agency.text(), today,
                                       static_cast<std::int64_t>(kept_records_shown));
            while (rows.next()) read.push_back(over_from(rows, kind));
        }
        for (auto& row : read) {
            // Those over first come first, so that behind one that is not due none is.
            const auto alone = kept_until(rules, kind, row.over.over_on, Held::no);
            if (!people::is_due(alone, today)) break;
            auto over = completed(database, agency, std::move(row), rules);
            if (people::is_due(over.kept, today)) due.push_back(std::move(over));
        }
    }
    return due;
}

std::vector<OverRecord> held_records(db::Queries& database, const access::AgencyId& agency)
{
    std::vector<KeptRecord> records;
    {
        auto rows = database.query(sql()("records_on_hold"), agency.text(),
                                   static_cast<std::int64_t>(kept_records_shown));
        while (rows.next())
            if (const auto kind = kept_kind_named(rows.text("kind")))
                records.push_back({*kind, std::string(rows.text("record"))});
    }
    std::vector<OverRecord> held;
    for (const auto& record : records)
        if (auto over = find_over(database, agency, record)) held.push_back(std::move(*over));
    return held;
}

std::vector<RemovedRecord> removed_records(db::Queries& database, const access::AgencyId& agency)
{
    auto rows = database.query(sql()("removed_records"), agency.text(),
                               static_cast<std::int64_t>(kept_records_shown));
    std::vector<RemovedRecord> removed;
    while (rows.next()) {
        const auto kind = kept_kind_named(rows.text("kind"));
        const auto removed_by = optional_user(rows, "removed_by");
        if (!kind || !removed_by) continue;
        removed.push_back({.kind = *kind,
                           .number = rows.optional_integer("number"),
                           .over_on = rows.date("over_on"),
                           .period = std::string(rows.text("period")),
                           .proposed_by = access::UserId::parse(rows.text("proposed_by")).value(),
                           .removed_by = *removed_by,
                           .removed_at = rows.instant("removed_at")});
    }
    return removed;
}

std::optional<CaseId> closed_case_numbered(db::Queries& database, const access::AgencyId& agency,
                                           std::int64_t number)
{
    auto rows = database.query(sql()("find_case_by_number"), agency.text(), number);
    if (!rows.next() || case_state_named(rows.text("state")) != CaseState::closed)
        return std::nullopt;
    return CaseId::parse(rows.text("id")).value();
}

Result<void> begin_case_hold(db::Transaction& transaction, const access::AgencyId& agency,
                             const KeptRecord& record, std::string_view reason,
                             const access::UserId& by, Instant now)
{
    if (reason.empty()) return bad_input("Say why it must be held", "reason");
    if (reason.size() > 2000) return bad_input("The reason must be shorter", "reason");
    wait_for(transaction, agency, record);
    if (const auto there = check_there(transaction, agency, record); !there) return there;
    if (is_held(transaction, agency, record))
        return Error{ErrorKind::conflict, "This is on hold already", {}, {}};
    transaction.run(sql()("begin_case_hold"), agency.text(), key_of(record.kind), record.id,
                    agency.text(), key_of(record.kind), record.id, reason, now, by.text());
    return {};
}

Result<bool> end_case_hold(db::Transaction& transaction, const access::AgencyId& agency,
                           const KeptRecord& record, const access::UserId& by, Instant now)
{
    const auto over = find_over(transaction, agency, record);
    if (!over) return over.error();
    if (!over->hold) return Error{ErrorKind::conflict, "This is not on hold", {}, {}};
    if (!over->hold->ending_asked_by) {
        transaction.run(sql()("ask_to_end_case_hold"), by.text(), agency.text(),
                        key_of(record.kind), record.id);
        return false;
    }
    if (over->hold->ending_asked_by == by)
        return somebody_else("Somebody other than you must agree to end the hold");
    transaction.run(sql()("end_case_hold"), std::optional(now), std::optional(by.text()),
                    agency.text(), key_of(record.kind), record.id);
    return true;
}

Result<void> propose_removal(db::Transaction& transaction, const access::AgencyId& agency,
                             const KeptRecord& record, const access::UserId& by, Instant now)
{
    const auto over = find_over(transaction, agency, record);
    if (!over) return over.error();
    const auto period = due_period(*over, in_london(now).date);
    if (!period) return period.error();
    transaction.run(sql()("propose_removal"), agency.text(), key_of(record.kind), record.id,
                    over->number, over->over_on, period_in_words(period->rule), now, by.text());
    return {};
}

Result<std::vector<AttachmentId>> agree_to_removal(db::Transaction& transaction,
                                                   const access::AgencyId& agency,
                                                   const KeptRecord& record,
                                                   const access::UserId& by, Instant now)
{
    wait_for(transaction, agency, record);
    const auto over = find_over(transaction, agency, record);
    if (!over) return over.error();
    if (!over->proposal)
        return Error{ErrorKind::conflict, "Nobody has proposed to remove this", {}, {}};
    if (over->proposal->by == by)
        return somebody_else("Somebody other than you must agree to remove this");
    // Asked again: a hold may have come, or a longer period.
    const auto period = due_period(*over, in_london(now).date);
    if (!period)
        return Error{ErrorKind::conflict, "This must now be kept. Nothing was removed", {}, {}};
    auto files = remove_rows(transaction, agency, record);
    transaction.run(sql()("finish_removal"), period_in_words(period->rule), std::optional(now),
                    std::optional(by.text()), agency.text(), key_of(record.kind), record.id);
    return files;
}

std::vector<KeptFigure> kept_figures(db::Queries& database, const access::AgencyId& agency)
{
    auto rows = database.query(sql()("kept_figures"), agency.text());
    std::vector<KeptFigure> kept;
    while (rows.next())
        kept.push_back({rows.date("month"), std::string(rows.text("figure")),
                        std::string(rows.text("word")), rows.integer("number")});
    return kept;
}

} // namespace onroll::casework
