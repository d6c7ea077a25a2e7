// Papers that leave an invented case, and what was done to several of them at once.
#include "casework/demo_told_cases.h"

#include "casework/store_allocation.h"
#include "casework/store_batches.h"
#include "casework/store_cases.h"
#include "casework/store_notes.h"
#include "casework/store_releases.h"

#include "embedded/casework_data.h"
#include "kernel/ensure.h"

#include <algorithm>

namespace onroll::casework::demo {

std::string_view demo_paper(std::string_view name)
{
    const auto files = embedded::casework_data();
    const auto found = std::find_if(files.begin(), files.end(),
                                    [&](const EmbeddedFile& file) { return file.name == name; });
    ensure(found != files.end(), "the papers of the demonstration are built in");
    return found->bytes;
}

namespace demo_told_together_detail {

constexpr std::string_view letter = "School letter.pdf";

void add_letter(db::Transaction& transaction, const DemoService& whose, const ReleaseId& release,
                Instant now)
{
    const auto added =
        add_paper(transaction, whose.agency, release,
                  {std::string(letter), "application/pdf",
                   demo_paper("demo/advice/school_letter.pdf"), ScanState::not_scanned},
                  *whose.safes->papers, now);
    ensure(added.has_value(), "a paper is added to an invented copy");
}

void give(db::Transaction& transaction, const DemoService& whose, const ReleaseId& release,
          const access::UserId& worker, Instant now)
{
    const auto found = find_release(transaction, whose.agency, release);
    ensure(found.has_value(), "the invented copy was begun");
    const auto given = end_release(transaction, whose.agency, release, ReleaseState::released,
                                   found->version, worker, now);
    ensure(given.has_value(), "the invented copy is given");
}

} // namespace demo_told_together_detail
using namespace demo_told_together_detail;

void give_papers(db::Transaction& transaction, const DemoService& whose, const CaseId& id,
                 const people::PersonId& reader, const access::UserId& worker, Instant given)
{
    const auto pack = begin_release(transaction, whose.agency, id,
                                    {.recipient = "The clerk to the governors",
                                     .purpose = "For the meeting",
                                     .audience = PackFor::governing_board},
                                    worker, given);
    add_letter(transaction, whose, pack, given);
    give(transaction, whose, pack, worker, given);
    const auto copy =
        begin_release(transaction, whose.agency, id,
                      {.person = reader, .purpose = "The family asked for a copy"}, worker, given);
    add_letter(transaction, whose, copy, given);
    give(transaction, whose, copy, worker, given);
}

void begin_copy(db::Transaction& transaction, const DemoService& whose, const CaseId& id,
                const people::PersonId& reader, const access::UserId& worker, Instant now)
{
    const auto copy = begin_release(
        transaction, whose.agency, id,
        {.person = reader, .purpose = "A parent asked for everything about the child"}, worker,
        now);
    add_letter(transaction, whose, copy, now);
    const auto decided = decide_paper(transaction, whose.agency, copy,
                                      {.number = 1,
                                       .decision = PaperDecision::looked,
                                       .found = 0,
                                       .reason = "Read from end to end"},
                                      worker, now);
    ensure(decided.has_value(), "the invented paper was read");
}

void work_on_several(db::Transaction& transaction, const DemoService& whose,
                     const std::vector<CaseId>& cases, Instant when)
{
    const auto day = in_london(when).date;
    NewBatch notes{.kind = BatchKind::notes,
                   .words = "The service is closed on Friday afternoon for training."};
    for (const auto& id : cases) {
        const auto note =
            write_note(transaction, whose.agency, id, {day, notes.words}, whose.manager, when);
        notes.lines.push_back({.case_id = id, .note = note, .version_after = 1});
    }
    add_batch(transaction, whose.agency, notes, whose.manager, when);

    NewBatch closed{.kind = BatchKind::closed, .words = "Nobody answers"};
    BatchLine line{.case_id = cases.back()};
    const auto done = close_in_batch(
        transaction, whose.agency, line,
        {.outcomes = {Outcome::family_stopped}, .summary = closed.words}, whose.manager, day);
    ensure(done.has_value(), "an invented case is closed with others");
    closed.lines.push_back(line);
    const auto batch = add_batch(transaction, whose.agency, closed, whose.manager, when);
    const auto undone = undo_batch(transaction, whose.agency, batch, {cases.back()}, whose.reckoner,
                                   whose.manager, when + std::chrono::minutes{5});
    ensure(undone.has_value() && undone->back == 1, "an invented case is opened again");
}

} // namespace onroll::casework::demo
