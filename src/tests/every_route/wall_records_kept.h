// What else an advice service can hold, beside a case with its family: closed cases, batches,
// corrections, settings, what is sent and answered; so that no table of the service is empty in the
// tests of walls.
#pragma once

#include "tests/every_route/wall_records.h"

#include "casework/store_answers.h"
#include "casework/store_batches.h"
#include "casework/store_capacity.h"
#include "casework/store_case_states.h"
#include "casework/store_close.h"
#include "casework/store_hand_over.h"
#include "casework/store_keep.h"
#include "casework/store_levels.h"
#include "casework/store_next_steps.h"
#include "casework/store_notices.h"
#include "casework/store_reminders.h"
#include "casework/store_service.h"
#include "forms/store_saved_views.h"

#include <string>
#include <utility>
#include <vector>

namespace wall_records {

/// Fills what Recorder::everything leaves empty, into the same store.
class KeptRecorder {
public:
    KeptRecorder(Recorder& recorder, db::Transaction& to)
        : recorder_(recorder), to_(to), agency_(recorder.agency), by_(recorder.adviser),
          now_(recorder.clock.now()), today_(recorder.clock.today())
    {
    }

    std::vector<std::string> all()
    {
        const auto of = a_case("Third");
        corrected_contact(of);
        corrected_work(of);
        levels_and_dates(of);
        closed_with_feedback();
        batches();
        register_of_places();
        messages_and_visit(of);
        settings();
        return std::move(ids_);
    }

private:
    template <class Id>
    Id kept(Id id)
    {
        ids_.push_back(id.text());
        return id;
    }

    people::PersonId somebody(std::string given, people::PersonKind kind,
                              std::string_view first = {})
    {
        return people::create_person(to_, people::scope_of(agency_, by_, now_),
                                     {.kind = kind,
                                      .name = {.given = std::move(given), .family = "Winterbourne"},
                                      .alert = std::string(first)})
            .value();
    }

    cw::CaseId a_case(std::string given, std::string_view first = {})
    {
        const auto child = kept(somebody(std::move(given), people::PersonKind::child, first));
        return kept(
            cw::open_case(to_, agency_, {.child = child, .caseworker = by_}, by_, today_).value());
    }

    std::int64_t version_of(const cw::CaseId& of)
    {
        return cw::find_case(to_, agency_, of).value().version;
    }

    /// One that was corrected, and one that took over what the family had answered already.
    void corrected_contact(const cw::CaseId& of)
    {
        cw::NewContact told{.channel = cw::Channel::phone,
                            .caller = cw::Caller::parent_or_carer,
                            .caller_name = "Invented Caller Underhill",
                            .child_name = "Invented Winterbourne",
                            .story = "Sent home at ten."};
        const auto contact = kept(cw::record_contact(to_, agency_, told, by_, now_));
        told.story = "Sent home at eleven.";
        REQUIRE(cw::change_contact(to_, agency_, contact,
                                   cw::find_contact(to_, agency_, contact).value().version, told,
                                   by_, now_)
                    .has_value());
        const check::HandedOver story{.id = std::string(32, '5'), .made_on = today_, .answers = {}};
        kept(cw::take_over(to_, agency_, story, told, by_, now_).value());
        const auto signpost = kept(cw::record_signpost(
            to_, agency_, contact, {}, "Underhill’s charity", "Invented reason", by_, now_));
        REQUIRE(cw::record_signpost_result(to_, agency_, contact, signpost,
                                           cw::SignpostResult::helped, "Underhill said", by_, now_)
                    .has_value());
        const auto child = cw::find_case(to_, agency_, of).value().child;
        REQUIRE(cw::attach_contact(to_, agency_, contact, of, child).has_value());
    }

    void corrected_work(const cw::CaseId& of)
    {
        const auto colleague =
            cw::add_professional(to_, agency_, of, "Invented Underhill", "Head of year",
                                 "Invented Winterbourne’s school");
        cw::NewAction done{.took = std::chrono::minutes{30},
                           .on = today_,
                           .what = "Met Underhill",
                           .topics = {cw::Topic::suspension},
                           .with = {colleague}};
        const auto action = kept(cw::record_action(to_, agency_, of, done, by_, now_));
        done.what = "Met Underhill at school";
        REQUIRE(cw::correct_action(to_, agency_, of, action, 1, done, by_, now_).has_value());
        const auto note =
            kept(cw::write_note(to_, agency_, of, {today_, "Winterbourne waits"}, by_, now_));
        REQUIRE(
            cw::correct_note(to_, agency_, of, note, 1, {today_, "Winterbourne waited"}, by_, now_)
                .has_value());
        const auto step = kept(cw::add_next_step(to_, agency_, of,
                                                 {.kind = cw::NextStepKind::new_school,
                                                  .where = "Winterbourne Upper",
                                                  .advised = "Visit Winterbourne Upper first",
                                                  .advised_on = today_},
                                                 by_, now_));
        REQUIRE(cw::add_next_step_result(to_, agency_, of, step, cw::NextStepResult::waiting,
                                         "Underhill asked", by_, now_)
                    .has_value());
        const auto task = kept(cw::add_task(
            to_, agency_, {.case_id = of, .title = "Ask Underhill", .due_on = today_}, by_, now_));
        REQUIRE(cw::change_task(to_, agency_, task, 1,
                                {.title = "Ask Underhill again", .why = "Nobody answered"}, by_,
                                now_)
                    .has_value());
    }

    void levels_and_dates(const cw::CaseId& of)
    {
        const auto moves = cw::levels_of_case(to_, agency_, of).size();
        REQUIRE(cw::move_level(to_, agency_, of, static_cast<std::int64_t>(moves),
                               {.title = "Winterbourne’s return",
                                .level = cw::Level::two,
                                .moved_on = today_,
                                .reason = "Underhill asked"},
                               by_)
                    .has_value());
        cw::Facts facts;
        facts.set(cw::Fact::happened_on, iso(today_));
        const auto event =
            kept(cw::record_event(to_, agency_, of, cw::EventKind::suspension, facts, by_, now_));
        const cw::KeptDate date{.name = "board_meets",
                                .event = event,
                                .words = "The board must meet about Winterbourne",
                                .due = today_};
        cw::keep_dates(to_, agency_, of, {}, {date});
        cw::keep_days_counted(to_, agency_, of, {{"990022", {today_, "1"}}});
        cw::add_date_changes(to_, agency_, of,
                             {{.name = date.name,
                               .words = date.words,
                               .was = today_,
                               .now = today_ + Days{1},
                               .why = "Underhill’s school is closed",
                               .changed_at = now_}});
        cw::note_calendar_seen(to_, agency_, "1");
        REQUIRE(cw::change_state(to_, agency_, of, version_of(of),
                                 {.state = cw::CaseState::waiting, .reason = "Underhill is away"},
                                 by_, now_)
                    .has_value());
    }

    cw::NewClose ending() const
    {
        return {.outcomes = {cw::Outcome::information_enough},
                .summary = "Winterbourne is back",
                .family = cw::Impact::not_known,
                .school = cw::Impact::not_known,
                .authority = cw::Impact::not_known};
    }

    void closed_with_feedback()
    {
        const auto of = a_case("Fourth", alert);
        REQUIRE(cw::close_case(to_, agency_, of, version_of(of), ending(), by_, now_).has_value());
        REQUIRE(cw::begin_case_hold(to_, agency_,
                                    {.kind = cw::KeptKind::case_work, .id = of.text()},
                                    "Underhill goes to the tribunal", by_, now_)
                    .has_value());
        recorder_.handed.push_back("/advice/cases/" + of.text() + "/reopen");
        recorder_.handed.push_back("/advice/keep/cases/" + of.text());
        const auto secret = cw::make_feedback_link(to_, agency_, of, by_, today_);
        REQUIRE(
            cw::give_feedback(to_, agency_, secret, cw::Helped::a_lot, "Underhill helped", today_)
                .has_value());
    }

    cw::BatchId a_batch(const cw::CaseId& of)
    {
        cw::BatchLine line{.case_id = of};
        REQUIRE(cw::close_in_batch(to_, agency_, line, ending(), by_, now_).has_value());
        return kept(cw::add_batch(
            to_, agency_,
            {.kind = cw::BatchKind::closed, .words = "Winterbourne is back", .lines = {line}}, by_,
            now_));
    }

    /// One that stands, and one that was taken back.
    void batches()
    {
        const auto stands = a_batch(a_case("Fifth"));
        recorder_.handed.push_back("/advice/batches/" + stands.text());
        const auto of = a_case("Sixth");
        const auto undone = a_batch(of);
        REQUIRE(cw::undo_batch(to_, agency_, undone, {of}, {}, by_, now_).has_value());
    }

    void register_of_places()
    {
        const auto place = kept(cw::add_signpost_place(
            to_, agency_,
            {.id = crypto::new_id<cw::SignpostPlaceId>(), .name = "Underhill’s helpline"}));
        REQUIRE(cw::tell_capacity(to_, agency_, place, 0,
                                  {.helps_with = {cw::NeedKind::something_else},
                                   .takes = cw::Takes::at_once,
                                   .told_on = today_,
                                   .told_by = "Underhill"},
                                  by_, now_)
                    .has_value());
        recorder_.handed.push_back("/advice/signposts/" + place.text() + "/capacity");
    }

    /// A message that was read, a notice that waits to be sent, and a visit by a link.
    void messages_and_visit(const cw::CaseId& of)
    {
        const auto person = somebody("Inventive", people::PersonKind::adult);
        const auto thread =
            kept(cw::begin_thread(to_, agency_, of, {.person = person}, by_, now_).value());
        kept(cw::add_message(to_, agency_, thread,
                             {.said_by = cw::Speaker::family, .words = "Winterbourne is well"},
                             now_));
        cw::mark_read(to_, agency_, thread, cw::Speaker::adviser, by_, now_);
        kept(cw::add_notice(to_, agency_, thread, cw::Speaker::family, cw::NoticeChannel::email,
                            crypto::Key::create(), now_));
        const auto key = crypto::Key::create();
        const auto link = cw::add_link(
            to_, agency_, {.case_id = of, .person = person, .thread = thread, .made_by = by_}, key,
            now_);
        kept(link.id);
        REQUIRE(
            cw::open_link(to_, agency_, cw::link_token(key, agency_, link.id), now_).has_value());
    }

    /// What the service has set for itself, and the adviser for herself; nothing that it publishes.
    void settings()
    {
        const auto set = cw::policy_of(to_, agency_);
        REQUIRE(cw::set_policy(to_, agency_, set ? set->version : 0,
                               {.whom = "Underhill and Winterbourne"}, by_, now_)
                    .has_value());
        cw::save_reminder_choice(to_, agency_, by_, {.feed_number = 1, .feed_open = true});
        const auto view = forms::save_view(to_, {agency_.text(), by_.text()}, "cases",
                                           {.name = "Winterbourne’s"}, now_);
        REQUIRE(view.has_value());
        kept(*view);
        recorder_.handed.push_back("/advice/cases/views/" + view->text());
    }

    Recorder& recorder_;
    db::Transaction& to_;
    const access::AgencyId& agency_;
    const access::UserId& by_;
    Instant now_;
    Date today_;
    std::vector<std::string> ids_;
};

/// A contact of long ago that came to no case, proposed for removal.
inline cw::KeptRecord propose_an_old_contact(Recorder& recorder)
{
    const auto& agency = recorder.agency;
    const auto now = recorder.clock.now();
    auto to = recorder.store().begin("propose removal");
    const auto contact =
        cw::record_contact(to, agency,
                           {.channel = cw::Channel::phone,
                            .caller = cw::Caller::parent_or_carer,
                            .caller_name = "Invented Caller Underhill",
                            .story = "Sent home at one."},
                           recorder.adviser, now - std::chrono::hours(24 * 365 * 3));
    const cw::KeptRecord record{.kind = cw::KeptKind::contact, .id = contact.text()};
    REQUIRE(cw::propose_removal(to, agency, record, recorder.adviser, now).has_value());
    to.commit();
    return record;
}

/// What was removed after its time, and leaves a line and figures; by two people.
inline std::string remove_an_old_contact(Recorder& recorder)
{
    const auto record = propose_an_old_contact(recorder);
    const auto owner = recorder.stores.as_owner(recorder.agency).value();
    auto to = (owner ? *owner : recorder.store()).begin("agree to removal");
    REQUIRE(cw::agree_to_removal(to, recorder.agency, record, crypto::new_id<access::UserId>(),
                                 recorder.clock.now())
                .has_value());
    to.commit();
    return record.id;
}

/// Answers the ids of what was kept.
inline std::vector<std::string> keep_the_rest(Recorder& recorder)
{
    std::vector<std::string> ids;
    {
        auto to = recorder.store().begin("keep the rest");
        ids = KeptRecorder(recorder, to).all();
        to.commit();
    }
    ids.push_back(remove_an_old_contact(recorder));
    return ids;
}

} // namespace wall_records
