#include "casework/store_keep.h"

#include "casework/store.h"
#include "casework/store_cases.h"
#include "casework/store_keep_rows.h"
#include "casework/store_rows.h"

#include "forms/store.h"
#include "people/store_retention.h"

#include <utility>

namespace onroll::casework {
namespace store_keep_detail {

/// The children whose own record is on hold or restricted: their cases stay. All of them in one
/// text, in which a statement looks for a child.
std::string held_children(db::Queries& database, const access::AgencyId& agency)
{
    std::string held;
    for (const auto& child : people::held_people(database, agency)) held += child.text() + " ";
    return held;
}

OverRecord over_from(const db::Rows& rows, KeptKind kind)
{
    OverRecord over{.record = {kind, std::string(rows.text("id"))},
                    .over_on = rows.optional_date("over_on"),
                    .kept = people::CannotTellYet{}};
    if (kind == KeptKind::case_work) over.number = rows.integer("number");
    return over;
}

std::optional<CaseHold> hold_from(const db::Rows& rows)
{
    const auto begun_by = optional_user(rows, "begun_by");
    if (!begun_by) return std::nullopt;
    return CaseHold{.reason = std::string(rows.text("reason")),
                    .begun_by = *begun_by,
                    .begun_at = rows.instant("begun_at"),
                    .ending_asked_by = optional_user(rows, "ending_asked_by")};
}

std::optional<RemovalProposal> proposal_from(const db::Rows& rows)
{
    const auto by = optional_user(rows, "proposed_by");
    if (!by) return std::nullopt;
    return RemovalProposal{*by, rows.instant("proposed_at")};
}

/// Asks for one line more than a page has: whether there is a next one.
constexpr auto lines_asked = static_cast<std::int64_t>(kept_records_a_page + 1);

/// How many lines come before that page.
std::int64_t lines_before(std::int64_t page)
{
    return (page - 1) * static_cast<std::int64_t>(kept_records_a_page);
}

template <class Line>
PageOf<Line> page_of(std::vector<Line> lines)
{
    const bool has_next = lines.size() > kept_records_a_page;
    if (has_next) lines.pop_back();
    return {std::move(lines), has_next};
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
    std::optional<OverRecord> over;
    std::string child;
    {
        auto rows = database.query(search_of(record.kind), agency.text(), record.id);
        if (!rows.next()) return not_found("The page was not found. Check the address");
        over = over_from(rows, record.kind);
        over->hold = hold_from(rows);
        over->proposal = proposal_from(rows);
        if (record.kind == KeptKind::case_work) child = rows.text("child");
    }
    over->child_held =
        !child.empty() && held_children(database, agency).find(child) != std::string::npos;
    over->kept = over->over_on ? kept_until(people::retention_rules_of(database, agency),
                                            record.kind, *over->over_on,
                                            over->hold || over->child_held ? Held::yes : Held::no)
                               : people::Retention(people::OnLegalHold{});
    return std::move(*over);
}

PageOf<OverRecord> due_for_removal(db::Queries& database, const access::AgencyId& agency,
                                   Date today, std::int64_t page)
{
    const auto rules = people::retention_rules_of(database, agency);
    // Where no period can be told, nothing is due: nothing was over on the first of all days.
    const auto over_by = [&](KeptKind kind) {
        return due_when_over_by(rules, kind, today).value_or(date(1, 1, 1));
    };
    const auto held = held_children(database, agency);
    std::vector<OverRecord> due;
    auto rows =
        database.query(sql()("due_records"), agency.text(), over_by(KeptKind::case_work), held,
                       agency.text(), over_by(KeptKind::contact), lines_asked, lines_before(page));
    while (rows.next()) {
        const auto kind = kept_kind_named(rows.text("kind"));
        if (!kind) continue;
        auto over = over_from(rows, *kind);
        over.proposal = proposal_from(rows);
        over.kept = kept_until(rules, *kind, over.over_on.value(), Held::no);
        due.push_back(std::move(over));
    }
    return page_of(std::move(due));
}

PageOf<OverRecord> held_records(db::Queries& database, const access::AgencyId& agency,
                                std::int64_t page)
{
    auto rows =
        database.query(sql()("held_records"), agency.text(), lines_asked, lines_before(page));
    std::vector<OverRecord> held;
    while (rows.next()) {
        const auto kind = kept_kind_named(rows.text("kind"));
        if (!kind) continue;
        auto over = over_from(rows, *kind);
        over.hold = hold_from(rows);
        over.kept = people::OnLegalHold{};
        held.push_back(std::move(over));
    }
    return page_of(std::move(held));
}

PageOf<RemovedRecord> removed_records(db::Queries& database, const access::AgencyId& agency,
                                      std::int64_t page)
{
    auto rows =
        database.query(sql()("removed_records"), agency.text(), lines_asked, lines_before(page));
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
    return page_of(std::move(removed));
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
    wait_for(transaction, agency, record);
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
                    over->number, over->over_on.value(), period_in_words(period->rule), now,
                    by.text());
    return {};
}

Result<void> take_back_proposal(db::Transaction& transaction, const access::AgencyId& agency,
                                const KeptRecord& record, const access::UserId& by)
{
    wait_for(transaction, agency, record);
    const auto over = find_over(transaction, agency, record);
    if (!over) return over.error();
    const bool ending_waits = over->hold && over->hold->ending_asked_by;
    if (!ending_waits && !over->proposal)
        return Error{
            ErrorKind::conflict, "Nothing waits any more that could be taken back", {}, {}};
    // Both may wait: a removal was proposed, then it was held, and another asked to end the hold.
    const bool of_hold = ending_waits && over->hold->ending_asked_by == by;
    const auto taken =
        transaction.run(sql()(of_hold ? "take_back_end_of_hold" : "take_back_removal"),
                        agency.text(), key_of(record.kind), record.id, by.text());
    return taken == 0 ? Result<void>(somebody_else("Only who proposed it can take it back"))
                      : Result<void>();
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
