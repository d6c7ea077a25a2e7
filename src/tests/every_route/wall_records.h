// Everything that an advice service can hold about a child, put into its own store by the functions
// that people use; for the two-world test.
#pragma once

#include "wiring.h"

#include "casework/store.h"
#include "casework/store_accounts.h"
#include "casework/store_actions.h"
#include "casework/store_allocation.h"
#include "casework/store_attachments.h"
#include "casework/store_cases.h"
#include "casework/store_events.h"
#include "casework/store_feedback.h"
#include "casework/store_links.h"
#include "casework/store_needs.h"
#include "casework/store_next_steps.h"
#include "casework/store_notes.h"
#include "casework/store_open.h"
#include "casework/store_profile.h"
#include "casework/store_releases.h"
#include "casework/store_service.h"
#include "casework/store_status.h"
#include "casework/store_tasks.h"
#include "casework/store_threads.h"
#include "forms/store_saved_views.h"
#include "people/store.h"
#include "people/store_consents.h"
#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace wall_records {

using namespace onroll;
namespace cw = onroll::casework;

/// What staff must know first of a child, and where that child lives, which nobody must learn.
inline constexpr std::string_view alert = "Two people answer this telephone";
inline constexpr std::string_view protected_line = "1 Invented Row";
inline constexpr std::string_view protected_postcode = "ZZ1 1ZZ";

/// A link that waits to be opened, and whose it is.
struct Unopened {
    cw::LinkPurpose purpose;
    std::string token;
};

/// The store of one advice service, and who records.
struct Recorder {
    cw::AdviceStores stores;
    std::filesystem::path data;
    access::AgencyId agency;
    access::UserId adviser;
    SystemClock clock{};
    /// Paths that the adviser was led to, and that no page links to.
    std::vector<std::string> handed{};
    /// What families and a school were sent.
    std::vector<Unopened> unopened{};

    Recorder(const cw::AdvicePlace& place, const access::AgencyId& of, const access::UserId& by)
        : stores(place, clock), data(place.data), agency(of), adviser(by)
    {
    }
    db::Database& store() { return **stores.of(agency); }

    /// What happened, what was done about it, notes, tasks, needs and the journey.
    std::vector<std::string> work(db::Transaction& to, const cw::CaseId& of)
    {
        const auto now = clock.now();
        const auto today = clock.today();
        cw::Facts facts;
        facts.set(cw::Fact::happened_on, iso(today));
        facts.set(cw::Fact::school_name, "Invented Winterbourne’s school");
        const auto event =
            cw::record_event(to, agency, of, cw::EventKind::suspension, facts, adviser, now);
        const auto action = cw::record_action(to, agency, of,
                                              {.took = std::chrono::minutes{20},
                                               .on = today,
                                               .what = "Rang Invented Caller Underhill"},
                                              adviser, now);
        const auto note = cw::write_note(
            to, agency, of, {today, "Invented Winterbourne was at home"}, adviser, now);
        const auto task = cw::add_task(
            to, agency, {.case_id = of, .title = "Ring Underhill", .due_on = today}, adviser, now);
        const auto need =
            cw::add_need(to, agency, of, cw::NeedKind::something_else, "Invented need",
                         {.on = today, .who = "Underhill", .note = ""}, adviser, now);
        const auto part = cw::add_journey_part(
            to, agency, of, {.from = today, .who = "", .words = "Invented Winterbourne waited"},
            adviser, now);
        const auto step = cw::add_next_step(to, agency, of,
                                            {.kind = cw::NextStepKind::other,
                                             .where = "Invented Winterbourne’s aunt",
                                             .advised_on = today},
                                            adviser, now);
        handed.push_back("/advice/cases/" + of.text() + "/next-steps/" + step.text());
        return {event.text(), action.text(), note.text(), task.text(),
                need.text(),  part.text(),   step.text()};
    }

    /// What passes between the service and the family: messages, links, the child's own account,
    /// where things stand, papers.
    std::vector<std::string> family(db::Transaction& to, const cw::CaseId& of,
                                    const people::PersonId& person)
    {
        const auto now = clock.now();
        const auto thread =
            cw::begin_thread(to, agency, of, {.person = person}, adviser, now).value();
        const auto message = cw::add_message(
            to, agency, thread, {.adviser = adviser, .words = "About Invented Winterbourne"}, now);
        cw::add_message(to, agency, thread,
                        {.said_by = cw::Speaker::family, .words = "Underhill asks back"}, now);
        const auto link = cw::add_link(
            to, agency, {.case_id = of, .person = person, .thread = thread, .made_by = adviser},
            crypto::Key::create(), now);
        handed.push_back("/advice/cases/" + of.text() + "/links/" + link.id.text());
        handed.push_back("/advice/cases/" + of.text() + "/messages/" + thread.text());
        const auto account =
            cw::add_account(to, agency, of, {.happened = "I, Invented Winterbourne, said no"}, now);
        cw::say_status(to, agency, of, {.words = "Underhill will be rung"}, adviser, now);
        const auto release = cw::begin_release(
            to, agency, of, {.person = person, .recipient = "Underhill"}, adviser, now);
        REQUIRE(cw::add_paper(to, agency, release,
                              {.name = "winterbourne.txt", .kind = "text/plain", .bytes = "Paper"},
                              paper_key(), now)
                    .has_value());
        cw::keep_back(to, agency, of, {.words = "Underhill"}, adviser, now);
        const auto papers = "/advice/cases/" + of.text() + "/papers/" + release.text();
        for (const auto* page : {"", "/choose", "/1"}) handed.push_back(papers + page);
        std::vector<std::string> ids{thread.text(), message.text(), link.id.text(), account.text(),
                                     release.text()};
        for (auto& id : links(to, of, person, thread)) ids.push_back(std::move(id));
        return ids;
    }

    /// Links that nobody has opened yet, and papers that wait behind one.
    std::vector<std::string> links(db::Transaction& to, const cw::CaseId& of,
                                   const people::PersonId& person, const cw::ThreadId& with_family)
    {
        const auto now = clock.now();
        cw::NewThread with_school{.kind = cw::ThreadKind::family_with_school,
                                  .person = person,
                                  .school_contact = "Underhill of the school",
                                  .school_email = "underhill@school.example",
                                  .agreed = "Underhill said so on the telephone",
                                  .agreed_on = clock.today()};
        const auto school = cw::begin_thread(to, agency, of, with_school, adviser, now).value();
        cw::add_message(to, agency, school,
                        {.adviser = adviser, .words = "Invented Winterbourne comes on Monday"},
                        now);
        const auto key = crypto::Key::create();
        std::vector<std::string> ids{school.text()};
        const auto link = [&](cw::NewLink made) {
            made.made_by = adviser;
            const auto id = cw::add_link(to, agency, made, key, now).id;
            unopened.push_back({made.purpose, cw::link_token(key, agency, id)});
            ids.push_back(id.text());
        };
        for (int times = 0; times < 3; ++times) {
            link({.case_id = of,
                  .purpose = cw::LinkPurpose::family,
                  .person = person,
                  .thread = with_family});
            link({.case_id = of, .purpose = cw::LinkPurpose::school, .thread = school});
            link({.case_id = of,
                  .purpose = cw::LinkPurpose::account,
                  .about = "The meeting of Underhill"});
        }
        ids.push_back(given_papers(to, of, person));
        return ids;
    }

    /// Papers that somebody looked through and gave.
    std::string given_papers(db::Transaction& to, const cw::CaseId& of,
                             const people::PersonId& person)
    {
        const auto now = clock.now();
        const auto release = cw::begin_release(to, agency, of, {.person = person}, adviser, now);
        const auto number = cw::add_paper(
            to, agency, release, {.name = "given.txt", .kind = "text/plain", .bytes = "Paper"},
            paper_key(), now);
        REQUIRE(number.has_value());
        REQUIRE(cw::decide_paper(to, agency, release,
                                 {.number = *number, .decision = cw::PaperDecision::looked},
                                 adviser, now)
                    .has_value());
        const auto version = cw::find_release(to, agency, release).value().version;
        REQUIRE(
            cw::end_release(to, agency, release, cw::ReleaseState::released, version, adviser, now)
                .has_value());
        handed.push_back("/advice/cases/" + of.text() + "/papers/" + release.text() + "/whole");
        return release.text();
    }

    /// Pages of the case to which the answer to a form leads, and no link.
    void pages_behind_forms(db::Transaction& to, const cw::CaseId& of,
                            const people::PersonId& child)
    {
        const auto now = clock.now();
        const auto scope = people::scope_of(agency, adviser, now);
        const auto mother =
            people::create_person(to, scope,
                                  {.kind = people::PersonKind::adult,
                                   .name = {.given = "Inventive", .family = "Winterbourne"}})
                .value();
        REQUIRE(people::add_tie(to, scope, {.child = child, .adult = mother}).has_value());
        const auto why =
            cw::write_note(to, agency, of, {clock.today(), "Underhill asked"}, adviser, now);
        const auto view = forms::save_view(to, {agency.text(), adviser.text()}, "chronology",
                                           {.name = "Underhill’s view"}, now);
        REQUIRE(view.has_value());
        const auto address = "/advice/cases/" + of.text();
        const auto reach = address + "/people/" + mother.text() + "/reach/telephone";
        for (const auto& path :
             {reach, reach + "/" + why.text(), address + "/events/new/suspension",
              address + "/chronology/views/new?kind=event",
              address + "/chronology/views/" + view->text()})
            handed.push_back(path);
    }

    crypto::Key paper_key() const
    {
        return wiring::advice_keys(wiring::root_key(data).value()).papers;
    }

    /// A file, whole and sealed as the service keeps it.
    std::string attachment(db::Transaction& to, const cw::CaseId& of)
    {
        const auto files = stores.files_of(agency);
        REQUIRE(files.has_value());
        http::Upload upload{.file_name = "winterbourne.txt",
                            .content_type = "text/plain",
                            .bytes = "A letter about Invented Winterbourne"};
        upload.size = upload.bytes.size();
        const auto kept = (*files)->keep(upload);
        REQUIRE(kept.has_value());
        cw::add_attachment(to, agency,
                           {.id = kept->id,
                            .of = of,
                            .name = kept->name,
                            .type = kept->type,
                            .received_on = clock.today(),
                            .bytes = kept->bytes,
                            .sha256 = kept->sha256,
                            .scan = kept->scan,
                            .added_at = clock.now(),
                            .added_by = adviser});
        REQUIRE(cw::change_category(to, agency, of, kept->id, 1, cw::Category::report, adviser,
                                    clock.now())
                    .has_value());
        return kept->id.text();
    }

    /// A school's enquiry before any exclusion, and what anybody can have.
    std::vector<std::string> service(db::Transaction& to)
    {
        const auto enquiry = cw::record_contact(to, agency,
                                                {.channel = cw::Channel::email,
                                                 .caller = cw::Caller::school,
                                                 .caller_name = "Invented Caller Underhill",
                                                 .child_name = "Invented Winterbourne",
                                                 .story = "What can be tried first?",
                                                 .enquiry = cw::Enquiry::early},
                                                adviser, clock.now());
        const auto offer = cw::record_open_offer(
            to, agency,
            {.held_on = clock.today(), .title = "Underhill talks", .people = 6, .minutes = 60},
            adviser, clock.now());
        const auto signpost = cw::record_signpost(to, agency, enquiry, {}, "Underhill’s charity",
                                                  "Invented reason", adviser, clock.now());
        return {enquiry.text(), offer.text(), signpost.text()};
    }

    /// A second case, which nobody had until it was given to the adviser.
    std::vector<std::string> given(db::Transaction& to)
    {
        const auto scope = people::scope_of(agency, adviser, clock.now());
        const auto child = people::create_person(
                               to, scope, {.name = {.given = "Second", .family = "Winterbourne"}})
                               .value();
        const auto of =
            cw::open_case(to, agency, {.child = child, .caseworker = {}}, adviser, clock.today())
                .value();
        const auto bulk =
            cw::allocate(to, scope, {of}, {.caseworker = adviser, .reason = "Underhill asked"})
                .value();
        return {of.text(), child.text(), bulk.text()};
    }

    /// A consent and an act of sharing with that agency.
    std::vector<std::string> sharing(db::Transaction& to, const people::PersonId& child,
                                     const std::string& with)
    {
        const auto scope = people::scope_of(agency, adviser, clock.now());
        const auto parent =
            people::create_person(to, scope,
                                  {.kind = people::PersonKind::adult,
                                   .name = {.given = "Invented", .family = "Underhill"}})
                .value();
        people::Consent given{.id = people::ConsentId::parse(std::string(32, '0')).value(),
                              .about = child,
                              .purpose = people::ConsentPurpose::sharing,
                              .fields = {"names", "statement"},
                              .with = with,
                              .with_name = "Somebody else",
                              .giver = parent,
                              .given_on = clock.today()};
        const auto consent = people::record_consent(to, scope, given).value();
        people::Share share{.id = people::ShareId::parse(std::string(32, '0')).value(),
                            .about = child,
                            .with = with,
                            .with_name = "Somebody else",
                            .fields = given.fields,
                            .statement = "Invented Winterbourne wants to come back",
                            .purpose = "To plan the return",
                            .consent = consent,
                            .starts_on = clock.today(),
                            .ends_on = clock.today() + Days{30}};
        return {consent.text(), people::begin_share(to, scope, share).value().text()};
    }

    /// The child alone, shared with that agency; answers the act of sharing.
    std::string shared_with(const std::string& with)
    {
        auto to = store().begin("share");
        const auto person =
            people::create_person(to, people::scope_of(agency, adviser, clock.now()),
                                  {.name = {.given = "Invented", .family = "Winterbourne"}})
                .value();
        auto share = sharing(to, person, with).back();
        to.commit();
        return share;
    }

    /// Where the child lives, sealed.
    void protect_home(db::Transaction& to, const people::PersonId& child)
    {
        REQUIRE(people::move_person(to, people::scope_of(agency, adviser, clock.now()),
                                    wiring::address_safe(wiring::root_key(data).value()), child,
                                    {.lines = {std::string(protected_line)},
                                     .postcode = std::string(protected_postcode)},
                                    people::Protection::protected_address, clock.today())
                    .has_value());
    }

    /// A case with all of it; answers the ids of what was kept.
    std::vector<std::string> everything()
    {
        auto to = store().begin("record case");
        const auto person =
            people::create_person(to, people::scope_of(agency, adviser, clock.now()),
                                  {.name = {.given = "Invented", .family = "Winterbourne"},
                                   .alert = std::string(alert)})
                .value();
        protect_home(to, person);
        const auto of = cw::open_case(to, agency, {.child = person, .caseworker = adviser}, adviser,
                                      clock.today())
                            .value();
        REQUIRE(cw::save_profile(to, agency, of, 0, {.strengths = "Invented strengths"}, adviser,
                                 clock.now())
                    .has_value());
        handed.push_back("/how-did-we-do/" + agency.text() + "/" +
                         cw::make_feedback_link(to, agency, of, adviser, clock.today()));
        std::vector<std::string> ids{of.text(), person.text(), attachment(to, of)};
        pages_behind_forms(to, of, person);
        for (auto& more : {work(to, of), family(to, of, person), service(to), given(to),
                           // Somebody whom none of those who look belongs to.
                           sharing(to, person, std::string(32, '7'))})
            ids.insert(ids.end(), more.begin(), more.end());
        to.commit();
        return ids;
    }
};

} // namespace wall_records
