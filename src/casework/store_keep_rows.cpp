#include "casework/store_keep_rows.h"

#include "casework/rules_keep.h"
#include "casework/store.h"
#include "casework/store_attachments.h"
#include "casework/store_cases.h"
#include "casework/store_close.h"
#include "casework/store_events.h"
#include "casework/store_keep.h"
#include "casework/store_levels.h"
#include "casework/store_profile.h"
#include "casework/store_rows.h"
#include "casework/store_service.h"

#include "forms/store.h"

#include <array>

namespace onroll::casework {
namespace store_keep_rows_detail {

/// A table, and the statement that empties it of one record. The statement names the agency once
/// for each table that it goes through to the record, and for itself.
struct Emptied {
    std::string_view table;
    const char* statement;
    int through;
};

// Each before what it refers to.
constexpr std::array<Emptied, 7> of_contact{{
    {"casework_task_before", "remove_signpost_task_before", 1},
    {"casework_task", "remove_signpost_task", 0},
    {"casework_signpost_result", "remove_signpost_result", 1},
    {"casework_signpost", "remove_signpost", 0},
    {"casework_hand_over", "remove_hand_over", 0},
    {"casework_contact_before", "remove_contact_before", 0},
    {"casework_contact", "remove_contact", 0},
}};

constexpr std::array<Emptied, 42> of_case{{
    {"casework_next_step_result", "remove_next_step_result", 1},
    {"casework_next_step", "remove_next_step", 0},
    {"casework_message_mark", "remove_message_mark", 2},
    {"casework_message", "remove_message", 1},
    {"casework_notice", "remove_notice", 1},
    {"casework_thread", "remove_thread", 0},
    {"casework_visit", "remove_visit", 1},
    {"casework_link", "remove_link", 0},
    {"casework_account", "remove_account", 0},
    {"casework_status", "remove_status", 0},
    {"casework_paper", "remove_paper", 1},
    {"casework_release", "remove_release", 0},
    {"casework_kept_back", "remove_kept_back", 0},
    {"casework_attachment_before", "remove_attachment_before", 1},
    {"casework_attachment", "remove_attachment", 0},
    {"casework_action_with", "remove_action_with", 1},
    {"casework_action_topic", "remove_action_topic", 1},
    {"casework_action_before", "remove_action_before", 1},
    {"casework_action", "remove_action", 0},
    {"casework_professional", "remove_professional", 0},
    {"casework_note_before", "remove_note_before", 1},
    {"casework_note", "remove_note", 0},
    {"casework_task_before", "remove_task_before", 1},
    {"casework_task", "remove_task", 0},
    {"casework_event_fact", "remove_event_fact", 1},
    {"casework_event", "remove_event", 0},
    {"casework_date", "remove_date", 0},
    {"casework_date_change", "remove_date_change", 0},
    {"casework_counted", "remove_counted", 0},
    {"casework_need_step", "remove_need_step", 1},
    {"casework_need", "remove_need", 0},
    {"casework_journey", "remove_journey", 0},
    {"casework_batch_line", "remove_batch_line", 0},
    {"casework_close_taken_back", "remove_close_taken_back", 0},
    {"casework_close", "remove_close", 0},
    {"casework_feedback_link", "remove_feedback_link", 0},
    {"casework_profile", "remove_profile", 0},
    {"casework_allocation", "remove_allocation", 0},
    {"casework_case_state", "remove_case_state", 0},
    {"casework_level", "remove_level", 0},
    {"casework_work", "remove_work", 0},
    {"casework_case", "remove_case", 0},
}};

void empty_of(db::Transaction& transaction, const access::AgencyId& agency, const Emptied& one,
              const std::string& record)
{
    const auto& statement = sql()(one.statement);
    const auto& own = agency.text();
    if (one.through == 0)
        transaction.run(statement, own, record);
    else if (one.through == 1)
        transaction.run(statement, own, own, record);
    else
        transaction.run(statement, own, own, own, record);
}

void keep(db::Transaction& transaction, const access::AgencyId& agency, const KeptFigure& figure)
{
    transaction.run(sql()("add_kept_figure"), agency.text(), figure.month, figure.figure,
                    figure.word, figure.number);
}

std::vector<SentOn> sent_on_at(db::Queries& database, const access::AgencyId& agency,
                               const std::string& contact)
{
    std::vector<SentOn> given;
    auto rows = database.query(sql()("signpost_results_of_contact"), agency.text(), contact);
    while (rows.next()) {
        const auto result = rows.optional_text("result");
        given.emplace_back(in_london(rows.instant("given_at")).date,
                           result ? signpost_result_named(*result) : std::nullopt);
    }
    return given;
}

/// The days on which the same child's family was sent on in its other cases, which stay.
std::vector<Date> sent_on_elsewhere(db::Queries& database, const access::AgencyId& agency,
                                    const Case& of)
{
    std::vector<Date> days;
    for (const auto& other :
         cases_of_child(database, agency, present_child(database, agency, of))) {
        if (other.id == of.id) continue;
        for (const auto& given : signposts_of_case(database, agency, other.id))
            days.push_back(in_london(given.given_at).date);
    }
    return days;
}

/// What a family's contacts give to the reports, before they go; `elsewhere` are the days on which
/// it was sent on and of which more is kept.
void keep_signposts(db::Transaction& transaction, const access::AgencyId& agency,
                    const std::vector<std::string>& contacts, const std::vector<Date>& elsewhere)
{
    std::vector<SentOn> all;
    for (const auto& contact : contacts) {
        const auto given = sent_on_at(transaction, agency, contact);
        all.insert(all.end(), given.begin(), given.end());
    }
    for (const auto& one : all) keep(transaction, agency, figure_of_signpost(one));
    if (!all.empty()) keep(transaction, agency, figure_of_family_sent_on(all, elsewhere));
}

void remove_contact(db::Transaction& transaction, const access::AgencyId& agency,
                    const std::string& id)
{
    for (const auto& one : of_contact) empty_of(transaction, agency, one, id);
    transaction.run(sql()("remove_holds"), agency.text(), key_of(KeptKind::contact), id);
    forms::drop_drafts_naming(transaction, agency.text(), id);
}

std::vector<NextStepFigure> next_steps_told(db::Queries& database, const access::AgencyId& agency,
                                            const CaseId& of)
{
    auto rows = database.query(sql()("next_step_results_of_case"), agency.text(), of.text());
    std::vector<NextStepFigure> told;
    while (rows.next()) {
        const auto result = rows.optional_text("result");
        told.push_back({rows.date("advised_on"),
                        next_step_kind_named(rows.text("kind")).value_or(NextStepKind::other),
                        result ? next_step_result_named(*result) : std::nullopt});
    }
    return told;
}

CaseFigures figures_told(db::Queries& database, const access::AgencyId& agency, const Case& of)
{
    CaseFigures told{.opened_on = of.opened_on,
                     .closed_on = of.closed_on.value_or(of.opened_on),
                     .needs = profile_of(database, agency, of.id).told.needs,
                     .closes = closes_of_case(database, agency, of.id),
                     .events = events_of_case(database, agency, of.id),
                     .next_steps = next_steps_told(database, agency, of.id)};
    for (const auto& move : levels_of_case(database, agency, of.id))
        told.levels.emplace_back(move.moved_on, move.level);
    for (const auto& contact : contacts_of_case(database, agency, of.id))
        told.contacts.emplace_back(contact.taken_on, contact.told.channel);
    {
        auto rows = database.query(sql()("work_of_case_by_day"), agency.text(), of.id.text());
        while (rows.next())
            if (const auto stage = stage_named(rows.text("stage")))
                told.work.emplace_back(
                    rows.date("done_on"),
                    HoursByStage{*stage, std::chrono::minutes(rows.integer("minutes"))});
    }
    auto rows = database.query(sql()("topics_of_case_by_day"), agency.text(), of.id.text());
    while (rows.next())
        if (const auto topic = topic_named(rows.text("topic")))
            told.topics.emplace_back(rows.date("done_on"),
                                     std::pair(*topic, rows.integer("times")));
    return told;
}

std::vector<AttachmentId> remove_case(db::Transaction& transaction, const access::AgencyId& agency,
                                      const CaseId& id)
{
    const auto of = find_case(transaction, agency, id);
    if (!of) return {};
    for (const auto& figure : figures_of(figures_told(transaction, agency, *of)))
        keep(transaction, agency, figure);
    std::vector<AttachmentId> files;
    for (const auto& file : attachments_of(transaction, agency, id)) files.push_back(file.id);
    std::vector<std::string> contacts;
    for (const auto& contact : contacts_of_case(transaction, agency, id))
        contacts.push_back(contact.id.text());
    keep_signposts(transaction, agency, contacts, sent_on_elsewhere(transaction, agency, *of));
    for (const auto& contact : contacts) remove_contact(transaction, agency, contact);
    for (const auto& one : of_case) empty_of(transaction, agency, one, id.text());
    // What was done to several cases goes with the last of them.
    transaction.run(sql()("remove_empty_batches"), agency.text());
    transaction.run(sql()("remove_empty_bulks"), agency.text());
    transaction.run(sql()("remove_holds"), agency.text(), key_of(KeptKind::case_work), id.text());
    forms::drop_drafts_naming(transaction, agency.text(), id.text());
    return files;
}

} // namespace store_keep_rows_detail
using namespace store_keep_rows_detail;

std::vector<AttachmentId> remove_rows(db::Transaction& transaction, const access::AgencyId& agency,
                                      const KeptRecord& record)
{
    if (record.kind == KeptKind::case_work) {
        const auto id = CaseId::parse(record.id);
        return id ? remove_case(transaction, agency, *id) : std::vector<AttachmentId>{};
    }
    const auto id = ContactId::parse(record.id);
    const auto contact = id ? find_contact(transaction, agency, *id) : Result<Contact>(id.error());
    if (!contact) return {};
    keep(transaction, agency, figure_of_contact(contact->taken_on, contact->told.channel));
    keep_signposts(transaction, agency, {record.id}, {});
    remove_contact(transaction, agency, record.id);
    return {};
}

std::vector<std::string_view> tables_of_a_case()
{
    std::vector<std::string_view> tables;
    for (const auto& one : of_contact) tables.push_back(one.table);
    for (const auto& one : of_case) tables.push_back(one.table);
    return tables;
}

} // namespace onroll::casework
