#include "casework/demo_told_case.h"

#include "casework/attachment_files.h"
#include "casework/demo_stories.h"
#include "casework/rules_hand_over.h"
#include "casework/store.h"
#include "casework/store_accounts.h"
#include "casework/store_actions.h"
#include "casework/store_allocation.h"
#include "casework/store_attachments.h"
#include "casework/store_case_states.h"
#include "casework/store_cases.h"
#include "casework/store_close.h"
#include "casework/store_events.h"
#include "casework/store_hand_over.h"
#include "casework/store_levels.h"
#include "casework/store_links.h"
#include "casework/store_needs.h"
#include "casework/store_next_steps.h"
#include "casework/store_notes.h"
#include "casework/store_notices.h"
#include "casework/store_opening.h"
#include "casework/store_status.h"
#include "casework/store_tasks.h"
#include "casework/store_threads.h"

#include "check/hand_over.h"
#include "kernel/ensure.h"
#include "people/store_consents.h"

#include <algorithm>
#include <utility>

namespace onroll::casework::demo {
namespace demo_told_case_detail {

template <class Value>
Value must(Result<Value> answer)
{
    ensure(answer.has_value(), "a step of an invented case is one that a page would take");
    return *std::move(answer);
}

/// The story as the service has it when somebody types the family's code.
check::HandedOver typed_code(const http::Fields& answers, Date made_on)
{
    const auto key = crypto::Key::create();
    constexpr std::string_view area = "Tidemoor";
    return must(check::read_hand_over(
        check::make_hand_over(check::read_answers(answers), key, area, made_on), key, area,
        made_on));
}

} // namespace demo_told_case_detail
using namespace demo_told_case_detail;

ToldCase::ToldCase(db::Transaction& transaction, const DemoService& whose,
                   const access::UserId& worker, Date today)
    : transaction_(transaction), whose_(whose), worker_(worker), today_(today)
{
}

Date ToldCase::day(int ago) const
{
    auto on = today_ - Days{ago};
    while (std::chrono::weekday{on}.iso_encoding() > 5) on -= Days{1};
    return on;
}

Instant ToldCase::at(int ago) const
{
    // Half past two in winter; inside office hours all year.
    return Instant{day(ago)} + std::chrono::hours{14} + std::chrono::minutes{30};
}

people::Scope ToldCase::scope(int ago) const
{
    return people::scope_of(agency(), worker_, at(ago));
}

void ToldCase::settle(const Result<void>& done) const
{
    ensure(done.has_value(), "a step of an invented case is one that a page would take");
}

void ToldCase::open(int ago, const NewContact& told, Date born, const http::Fields& code)
{
    auto whole = told;
    const auto taken = [&] {
        if (code.empty()) return record_contact(transaction_, agency(), told, worker_, at(ago));
        const auto story = typed_code(code, day(ago + 1));
        const auto from_answers = contact_of_story(story.answers, told.school_name);
        whole.happened = from_answers.happened;
        whole.first_day = from_answers.first_day;
        whole.source = ReferralSource::checker;
        return must(take_over(transaction_, agency(), story, whole, worker_, at(ago)));
    }();
    const auto contact = must(find_contact(transaction_, agency(), taken));
    id_ = must(open_case_from(transaction_, scope(ago), contact,
                              {.child_name = told.child_name, .born_on = born}));
    child_ = must(find_case(transaction_, agency(), *id_)).child;
}

std::optional<people::PersonId> ToldCase::caller() const
{
    const auto record = must(people::find_child(transaction_, agency(), *child_));
    if (record.family.empty()) return std::nullopt;
    return record.family.front().adult.id;
}

people::PersonId ToldCase::adult(int ago, const ToldAdult& adult)
{
    const auto id = must(people::create_person(transaction_, scope(ago), adult.details));
    auto tie = adult.tie;
    tie.child = *child_;
    tie.adult = id;
    settle(people::add_tie(transaction_, scope(ago), tie));
    settle(people::save_contacts(transaction_, scope(ago), id, adult.contacts));
    settle(people::save_safe_contact(transaction_, scope(ago), id, adult.safe));
    return id;
}

void ToldCase::lives(int ago, const people::PersonId& person, const people::Address& address,
                     people::Protection protection)
{
    if (whose_.safes)
        must(people::move_person(transaction_, scope(ago), *whose_.safes->addresses, person,
                                 address, protection, day(ago)));
}

void ToldCase::consent(int ago, const people::Consent& consent)
{
    must(people::record_consent(transaction_, scope(ago), consent));
}

void ToldCase::taken_on(int ago, std::string_view reason)
{
    must(allocate(transaction_, people::scope_of(agency(), whose_.manager, at(ago)), {*id_},
                  {.caseworker = worker_, .reason = std::string(reason), .starts = Starts::yes}));
}

void ToldCase::state(int ago, CaseState state, std::string_view reason)
{
    const auto found = must(find_case(transaction_, agency(), *id_));
    settle(change_state(transaction_, agency(), *id_, found.version,
                        {.state = state, .reason = std::string(reason)}, worker_, at(ago)));
}

void ToldCase::level(int ago, std::int64_t work, Level to, std::string_view reason)
{
    const auto moves = levels_of_case(transaction_, agency(), *id_).size();
    settle(move_level(
        transaction_, agency(), *id_, static_cast<std::int64_t>(moves),
        {.work = work, .level = to, .moved_on = day(ago), .reason = std::string(reason)}, worker_));
}

void ToldCase::more_work(int ago, std::string_view title, Level level, std::string_view reason)
{
    const auto moves = levels_of_case(transaction_, agency(), *id_).size();
    settle(move_level(transaction_, agency(), *id_, static_cast<std::int64_t>(moves),
                      {.title = std::string(title),
                       .level = level,
                       .moved_on = day(ago),
                       .reason = std::string(reason)},
                      worker_));
}

ProfessionalId ToldCase::professional(std::string_view name, std::string_view role,
                                      std::string_view organisation)
{
    return add_professional(transaction_, agency(), *id_, std::string(name), std::string(role),
                            std::string(organisation));
}

ActionId ToldCase::work(int ago, const NewAction& done)
{
    auto told = done;
    told.on = day(ago);
    told.worker = worker_;
    return record_action(transaction_, agency(), *id_, told, worker_, at(ago));
}

void ToldCase::correct(int ago, const ActionId& action, std::chrono::minutes took)
{
    const auto found = must(find_action(transaction_, agency(), *id_, action));
    auto done = found.done;
    done.took = took;
    settle(correct_action(transaction_, agency(), *id_, action, found.version, done, worker_,
                          at(ago)));
}

NoteId ToldCase::note(int ago, std::string_view words)
{
    return write_note(transaction_, agency(), *id_, {day(ago), std::string(words)}, worker_,
                      at(ago));
}

void ToldCase::correct(int ago, const NoteId& note, std::string_view words)
{
    const auto found = must(find_note(transaction_, agency(), *id_, note));
    settle(correct_note(transaction_, agency(), *id_, note, found.version,
                        {found.written.on, std::string(words)}, worker_, at(ago)));
}

std::optional<Attachment> ToldCase::document(int ago, const ToldDocument& document,
                                             const AddedTo& place)
{
    if (!whose_.safes) return std::nullopt;
    http::Upload upload;
    upload.file_name = std::string(document.name);
    upload.bytes = std::string(document.bytes);
    upload.size = document.bytes.size();
    const auto kept = must(whose_.safes->files->keep(upload));
    Attachment row{.id = kept.id,
                   .of = *id_,
                   .added_to = place,
                   .name = kept.name,
                   .type = kept.type,
                   .category = document.category,
                   .received_on = day(ago),
                   .bytes = kept.bytes,
                   .sha256 = kept.sha256,
                   .scan = kept.scan,
                   .added_at = std::chrono::time_point_cast<std::chrono::milliseconds>(at(ago)),
                   .added_by = worker_};
    add_attachment(transaction_, agency(), row);
    return row;
}

void ToldCase::correct(int ago, const std::optional<Attachment>& document, Category category)
{
    if (!document) return;
    settle(change_category(transaction_, agency(), *id_, document->id, document->version, category,
                           worker_, at(ago)));
}

EventId ToldCase::event(int ago, EventKind kind, const Facts& facts)
{
    return record_event(transaction_, agency(), *id_, kind, facts, worker_, at(ago));
}

void ToldCase::more(int ago, const EventId& event, const Facts& facts)
{
    const auto found = must(find_event(transaction_, agency(), event));
    auto all = found.facts;
    for (const auto& [fact, value] : facts.all()) all.set(fact, value);
    settle(tell_more(transaction_, agency(), event, found.version, all, worker_, at(ago)));
}

void ToldCase::account(int ago, const NewAccount& account)
{
    auto told = account;
    if (told.written_by == WrittenBy::adviser) told.taken_down_by = worker_;
    add_account(transaction_, agency(), *id_, told, at(ago));
}

void ToldCase::status(int ago, std::string_view words, std::optional<Date> on)
{
    say_status(transaction_, agency(), *id_, {std::string(words), on}, worker_, at(ago));
}

void ToldCase::need(int ago, NeedKind kind, std::string_view words,
                    const std::vector<NeedStepTold>& steps)
{
    const auto id = add_need(transaction_, agency(), *id_, kind, std::string(words), steps.front(),
                             worker_, at(ago));
    for (std::size_t step = 1; step < steps.size(); ++step)
        settle(add_need_step(transaction_, agency(), *id_, id, steps.at(step), worker_, at(ago)));
}

void ToldCase::next_step(int ago, const NewNextStep& told,
                         const std::vector<std::pair<NextStepResult, std::string>>& learnt)
{
    const auto id = add_next_step(transaction_, agency(), *id_, told, worker_, at(ago));
    for (const auto& [result, note] : learnt)
        settle(add_next_step_result(transaction_, agency(), *id_, id, result, note, worker_,
                                    at(std::max(ago - 2, 0))));
}

void ToldCase::lived_through(int ago, const NewJourneyPart& part)
{
    add_journey_part(transaction_, agency(), *id_, part, worker_, at(ago));
}

void ToldCase::task(int ago, int due_ago, std::string_view title, bool done,
                    std::optional<std::chrono::minutes> at_time)
{
    const auto id = add_task(
        transaction_, agency(),
        {.case_id = *id_, .title = std::string(title), .due_on = day(due_ago), .due_at = at_time},
        worker_, at(ago));
    if (done)
        settle(change_task(transaction_, agency(), id, 1, {.state = TaskState::done}, worker_,
                           at(due_ago)));
}

ThreadId ToldCase::conversation(int ago, const people::PersonId& with,
                                const std::vector<Said>& said)
{
    const auto thread =
        must(begin_thread(transaction_, agency(), *id_, {.person = with}, worker_, at(ago)));
    auto now = at(ago);
    for (const auto& one : said) {
        const bool ours = one.by == Speaker::adviser;
        NewMessage message{.said_by = one.by, .words = std::string(one.words)};
        if (ours) message.adviser = worker_;
        add_message(transaction_, agency(), thread, message, now);
        now += std::chrono::minutes{40};
        if (one.read)
            mark_read(transaction_, agency(), thread, ours ? Speaker::family : Speaker::adviser,
                      ours ? std::nullopt : std::optional(worker_), now);
        now += std::chrono::hours{20};
    }
    return thread;
}

void ToldCase::notice(int ago, const ThreadId& about, NoticeChannel channel, NoticeState state,
                      std::string_view reason)
{
    if (!whose_.safes) return;
    const auto id = add_notice(transaction_, agency(), about, Speaker::family, channel,
                               *whose_.safes->outbox, at(ago));
    change_notice(transaction_, agency(), id,
                  {.state = state, .reason = reason, .tried = state != NoticeState::held},
                  at(ago) + std::chrono::minutes{2});
}

void ToldCase::opens_link(int ago, const ThreadId& about, const people::PersonId& person)
{
    if (!whose_.safes) return;
    const auto link = add_link(transaction_, agency(),
                               {.case_id = *id_,
                                .purpose = LinkPurpose::family,
                                .person = person,
                                .thread = about,
                                .made_by = worker_},
                               *whose_.safes->links, at(ago));
    must(open_link(transaction_, agency(), link_token(*whose_.safes->links, agency(), link.id),
                   at(ago) + std::chrono::minutes{30}));
}

void ToldCase::close(int ago, Outcome outcome, std::string_view summary)
{
    const auto found = must(find_case(transaction_, agency(), *id_));
    settle(close_case(transaction_, agency(), *id_, found.version,
                      {.outcomes = {outcome},
                       .summary = std::string(summary),
                       .family = Impact::significant_long_term,
                       .school = Impact::some_short_term,
                       .authority = Impact::not_known},
                      worker_, at(ago)));
}

void ToldCase::recount(int ago)
{
    casework::recount(transaction_, agency(), must(find_case(transaction_, agency(), *id_)),
                      whose_.reckoner, worker_, at(ago), "what happened was told");
}

} // namespace onroll::casework::demo
