// The same message to several families, or the same note on several cases. Before a message goes,
// a page shows who gets it and how, and who is left out and why.
#include "casework/pages_batches.h"

#include "casework/family_reach.h"
#include "casework/outgoing_check.h"
#include "casework/store_batches.h"
#include "casework/store_notes.h"
#include "casework/store_notices.h"
#include "casework/store_threads.h"

#include "forms/asked.h"
#include "people/store.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_write_several_detail {

constexpr std::size_t longest_message_to_several = 10'000;

bool is_blank(std::string_view words)
{
    return words.find_first_not_of(" \r\n\t") == std::string_view::npos;
}

forms::Errors errors_in(const http::Form& form, const std::vector<ChosenRow>& cases)
{
    forms::Errors errors;
    if (!any_taken(cases)) errors.push_back(bad_input("Choose at least one case", "case"));
    if (is_blank(form["words"])) errors.push_back(bad_input("Write the words", "words"));
    if (form["words"].size() > longest_message_to_several)
        errors.push_back(bad_input("The words must be shorter", "words"));
    return errors;
}

/// What of the words must not reach this person; empty where nothing was found.
std::string found_for(db::Queries& reading, const http::Request& request, const Services& services,
                      const Case& one, const WritableTo& person, std::string_view words)
{
    const OutgoingSources sources{services.safe, services.school_name};
    const auto kept = words_to_keep_from(reading, access::actor(request).agency, one, person.person,
                                         sources, services.guard->clock().today());
    if (!kept) return kept.error().message;
    std::string found;
    for (const auto& sentence : sentences_of(check_outgoing_text(words, *kept)))
        found += (found.empty() ? "" : " ") + sentence;
    return found;
}

/// How a person is told, or why they are left out.
void add_way(RecipientRow& row, const WritableTo& person, bool is_forbidden)
{
    if (is_forbidden) {
        row.why_not = "They must not be contacted.";
    } else if (person.email_no.empty()) {
        row.told_by = "By email";
        row.waits = person.waits;
    } else if (person.text_no.empty()) {
        row.told_by = "By text message";
        row.waits = person.waits;
    } else {
        row.why_not = "By email: " + person.email_no + " By text: " + person.text_no;
    }
}

/// The adults of each family. A child is written to from the case alone.
std::vector<RecipientRow> recipients_for(const http::Request& request, const Services& services,
                                         const std::vector<ChosenRow>& cases,
                                         std::string_view words)
{
    const auto& agency = access::actor(request).agency;
    const auto now = services.guard->clock().now();
    auto reading = store_of(request, services).read();
    std::vector<RecipientRow> rows;
    for (const auto& [chosen, why_not] : cases) {
        if (!why_not.empty()) continue;
        const auto record = people::find_child(reading, agency, chosen.one.child);
        const auto family =
            record ? whole_family(reading, agency, *record, now) : std::vector<WritableTo>();
        const auto writable = record ? writable_of(family, *record) : std::vector<WritableTo>();
        bool is_any = false;
        for (const auto& person : family) {
            if (person.person == chosen.one.child) continue;
            RecipientRow row{.row = chosen, .person = person.person, .name = person.name};
            add_way(row, person, find_in(writable, person.person.text()) == nullptr);
            if (row.why_not.empty())
                row.why_not = found_for(reading, request, services, chosen.one, person, words);
            rows.push_back(std::move(row));
            is_any = true;
        }
        if (!is_any)
            rows.push_back({.row = chosen,
                            .person = chosen.one.child,
                            .name = "Nobody",
                            .why_not = "No adult of the family is recorded."});
    }
    return rows;
}

std::string key_of(const RecipientRow& row)
{
    return row.row.one.id.text() + "." + row.person.text();
}

http::Response write_page(const http::Request& request, const Services& services, FirstView first,
                          std::vector<RecipientRow> recipients = {}, bool looks = false)
{
    auto cases = offered_cases(request, services, first.form.values, "advice.change");
    if (looks) cases = ticked_of(std::move(cases), first.form.values);
    WriteSeveralView view{.cases = std::move(cases),
                          .recipients = std::move(recipients),
                          .looks = looks,
                          .form = std::move(first.form),
                          .start = start_of(request, "/advice/batches/messages"),
                          .banner = std::move(first.banner)};
    const bool wrong = !view.form.errors.empty();
    return page(request, services,
                looks ? "Check who gets the message" : "Write to several families",
                write_several_view(view), wrong);
}

http::Response show_write(const http::Request& request, const Services& services)
{
    auto first = first_view(request, services, request.query());
    first.form.values.remove("step");
    const auto cases = offered_cases(request, services, first.form.values, "advice.change");
    if (auto instead = refuses_any(request, services, cases, "advice.view"))
        return *std::move(instead);
    return write_page(request, services, std::move(first));
}

ThreadId thread_with(db::Transaction& transaction, const access::Actor& actor,
                     const RecipientRow& row, Instant now)
{
    for (const auto& thread : threads_of_case(transaction, actor.agency, row.row.one.id))
        if (thread.with.kind == ThreadKind::with_family && !thread.ended_at &&
            thread.with.person == row.person)
            return thread.id;
    return begin_thread(transaction, actor.agency, row.row.one.id,
                        {.kind = ThreadKind::with_family, .person = row.person}, actor.user, now)
        .value();
}

BatchLine sent_to(db::Transaction& transaction, const Services& services,
                  const access::Actor& actor, const RecipientRow& row, const std::string& words,
                  Instant now)
{
    BatchLine line{.case_id = row.row.one.id, .person = row.person};
    line.thread = thread_with(transaction, actor, row, now);
    line.message =
        add_message(transaction, actor.agency, *line.thread,
                    {.said_by = Speaker::adviser, .adviser = actor.user, .words = words}, now);
    add_notice(transaction, actor.agency, *line.thread, Speaker::family,
               row.told_by == "By email" ? NoticeChannel::email : NoticeChannel::text,
               *services.outbox, now);
    return line;
}

http::Response send(const http::Request& request, const Services& services,
                    const std::vector<ChosenRow>& cases, std::vector<RecipientRow> recipients)
{
    const auto& form = request.form();
    const auto& actor = access::actor(request);
    const auto ticked = form.all("to");
    const auto is_ticked = [&](const RecipientRow& row) {
        return std::find(ticked.begin(), ticked.end(), key_of(row)) != ticked.end();
    };
    const auto again = [&](std::string why) {
        return write_page(
            request, services,
            {.form = {.values = form.fields, .errors = {bad_input(std::move(why), "to")}},
             .version = 0,
             .banner = {}},
            recipients, true);
    };
    if (ticked.empty()) return again("Choose at least one person");
    const bool any_refused =
        std::any_of(recipients.begin(), recipients.end(), [&](const RecipientRow& row) {
            return is_ticked(row) && !row.why_not.empty();
        });
    if (any_refused)
        return again("Somebody you ticked can no longer get these words. See who is left out");
    const auto path = save_batch(
        request, services, cases, "advice.change",
        [&](db::Transaction& transaction, Instant now) -> Result<NewBatch> {
            NewBatch batch{.kind = BatchKind::messages, .words = std::string(form["words"])};
            for (const auto& row : recipients) {
                if (is_ticked(row)) {
                    batch.lines.push_back(
                        sent_to(transaction, services, actor, row, batch.words, now));
                    continue;
                }
                BatchLine line{.case_id = row.row.one.id,
                               .why_not = row.why_not.empty() ? "You took them out." : row.why_not};
                if (row.person != row.row.one.child) line.person = row.person;
                batch.lines.push_back(std::move(line));
            }
            for (auto& line : lines_left_out(cases)) batch.lines.push_back(std::move(line));
            return batch;
        });
    if (!path) return again(path.error().message);
    services.wake_notices();
    return http::redirect(*path);
}

http::Response write(const http::Request& request, const Services& services)
{
    const auto& form = request.form();
    const auto cases =
        ticked_of(offered_cases(request, services, form.fields, "advice.change"), form.fields);
    auto errors = errors_in(form, cases);
    if (!errors.empty())
        return write_page(request, services,
                          {.form = {.values = form.fields, .errors = std::move(errors)},
                           .version = 0,
                           .banner = {}});
    const bool sends = form["step"] == "send";
    if (auto instead =
            refuses_any(request, services, cases, sends ? "advice.change" : "advice.view"))
        return *std::move(instead);
    auto recipients = recipients_for(request, services, cases, form["words"]);
    if (sends) return send(request, services, cases, std::move(recipients));
    auto values = form.fields;
    values.remove("to");
    for (const auto& row : recipients)
        if (row.why_not.empty()) values.add("to", key_of(row));
    return write_page(request, services,
                      {.form = {.values = std::move(values)}, .version = 0, .banner = {}},
                      std::move(recipients), true);
}

http::Response note_page(const http::Request& request, const Services& services, FirstView first)
{
    NoteSeveralView view{.cases =
                             offered_cases(request, services, first.form.values, "advice.change"),
                         .form = std::move(first.form),
                         .start = start_of(request, "/advice/batches/notes"),
                         .banner = std::move(first.banner)};
    const bool wrong = !view.form.errors.empty();
    return page(request, services, "Write a note on several cases", note_several_view(view), wrong);
}

http::Response show_note_form(const http::Request& request, const Services& services)
{
    auto first = first_view(request, services, request.query());
    const auto cases = offered_cases(request, services, first.form.values, "advice.change");
    if (auto instead = refuses_any(request, services, cases, "advice.view"))
        return *std::move(instead);
    return note_page(request, services, std::move(first));
}

http::Response write_notes(const http::Request& request, const Services& services)
{
    const auto& form = request.form();
    const auto& actor = access::actor(request);
    const auto cases =
        ticked_of(offered_cases(request, services, form.fields, "advice.change"), form.fields);
    const auto again = [&](forms::Errors errors) {
        return note_page(request, services,
                         {.form = {.values = form.fields, .errors = std::move(errors)},
                          .version = 0,
                          .banner = {}});
    };
    auto errors = errors_in(form, cases);
    if (!errors.empty()) return again(std::move(errors));
    if (auto instead = refuses_any(request, services, cases, "advice.change"))
        return *std::move(instead);
    const auto path = save_batch(
        request, services, cases, "advice.change",
        [&](db::Transaction& transaction, Instant now) -> Result<NewBatch> {
            NewBatch batch{.kind = BatchKind::notes, .words = std::string(form["words"])};
            for (const auto& [row, why_not] : cases) {
                if (!why_not.empty()) continue;
                BatchLine line{.case_id = row.one.id};
                line.note =
                    write_note(transaction, actor.agency, row.one.id,
                               {.on = in_london(now).date, .words = batch.words}, actor.user, now);
                line.version_after = 1;
                batch.lines.push_back(std::move(line));
            }
            for (auto& line : lines_left_out(cases)) batch.lines.push_back(std::move(line));
            return batch;
        });
    return path ? http::redirect(*path) : again({path.error()});
}

} // namespace pages_write_several_detail

void add_write_several_pages(http::Router& router, const Services& services)
{
    using namespace pages_write_several_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto change = services.guard->policy("advice.change");
    router.get("/advice/batches/messages", change, page_of(show_write));
    router.post("/advice/batches/messages",
                forms::taking(change, {"case", "offered", "words", "step", "to"}), page_of(write));
    router.get("/advice/batches/notes", change, page_of(show_note_form));
    router.post("/advice/batches/notes", forms::taking(change, {"case", "offered", "words"}),
                page_of(write_notes));
}

} // namespace onroll::casework
