#include "casework/chronology.h"
#include "casework/store.h"
#include "casework/store_accounts.h"
#include "casework/store_actions.h"
#include "casework/store_attachments.h"
#include "casework/store_case_list.h"
#include "casework/store_events.h"
#include "casework/store_next_steps.h"
#include "casework/store_notes.h"
#include "casework/store_threads.h"

#include "casework/tests/each_place.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace casework_store_case_words_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::AdviceService;
using casework::tests::on_each_engine;

const FixedClock noon(date(2026, 11, 26));
const Date today = date(2026, 11, 26);
const Reach everything{.whole_service = true};

using Writes = std::function<void(db::Transaction&, const AdviceService&, const CaseId&)>;

std::string lower(std::string text)
{
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// One word in each place where something can be written, and what the list says of it.
const std::vector<std::pair<std::string, Writes>>& places()
{
    static const std::vector<std::pair<std::string, Writes>> all{
        {"Said in a note",
         [](db::Transaction& to, const AdviceService& service, const CaseId& of) {
             write_note(to, service.agency, of, {today, "The Lighthouse rang"}, service.adviser,
                        noon.now());
         }},
        {"Said in a contact",
         [](db::Transaction& to, const AdviceService& service, const CaseId& of) {
             const auto contact =
                 record_contact(to, service.agency, {.story = "Lives by the lighthouse"},
                                service.adviser, noon.now());
             const auto child = find_case(to, service.agency, of)->child;
             REQUIRE(attach_contact(to, service.agency, contact, of, child));
         }},
        {"Said in work done",
         [](db::Transaction& to, const AdviceService& service, const CaseId& of) {
             record_action(to, service.agency, of,
                           {.took = std::chrono::minutes(5), .on = today, .what = "LIGHTHOUSE"},
                           service.adviser, noon.now());
         }},
        {"Said of next steps",
         [](db::Transaction& to, const AdviceService& service, const CaseId& of) {
             add_next_step(
                 to, service.agency, of,
                 {.where = "Lighthouse College", .advised = "Look in", .advised_on = today},
                 service.adviser, noon.now());
         }},
        {"Said of next steps",
         [](db::Transaction& to, const AdviceService& service, const CaseId& of) {
             const auto step =
                 add_next_step(to, service.agency, of, {.advised = "Look in", .advised_on = today},
                               service.adviser, noon.now());
             REQUIRE(add_next_step_result(to, service.agency, of, step, NextStepResult::began,
                                          "Began at the lighthouse", service.adviser, noon.now()));
         }},
        {"Said in a message",
         [](db::Transaction& to, const AdviceService& service, const CaseId& of) {
             const auto person = find_case(to, service.agency, of)->child;
             const auto thread = begin_thread(to, service.agency, of, {.person = person},
                                              service.adviser, noon.now());
             REQUIRE(thread);
             add_message(to, service.agency, *thread,
                         {.adviser = service.adviser, .words = "Meet at the lighthouse"},
                         noon.now());
         }},
        {"Said by the child",
         [](db::Transaction& to, const AdviceService& service, const CaseId& of) {
             add_account(to, service.agency, of, {.trusted = "The man at the lighthouse"},
                         noon.now());
         }},
        {"Said of what happened",
         [](db::Transaction& to, const AdviceService& service, const CaseId& of) {
             Facts facts;
             facts.set(Fact::happened_on, iso(today));
             facts.set(Fact::what_was_said, "He ran to the lighthouse");
             record_event(to, service.agency, of, EventKind::suspension, facts, service.adviser,
                          noon.now());
         }},
        {"In a document’s name",
         [](db::Transaction& to, const AdviceService& service, const CaseId& of) {
             add_attachment(to, service.agency,
                            {.id = crypto::new_id<AttachmentId>(),
                             .of = of,
                             .name = "lighthouse letter.pdf",
                             .received_on = today,
                             .added_at = noon.now(),
                             .added_by = service.adviser});
         }}};
    return all;
}

TEST_CASE("a word is found wherever it was written or said, with where, and within one's reach")
{
    for (const auto& [where, writes] : places()) {
        CAPTURE(where);
        on_each_engine(noon, [&](const AdviceService& service) {
            const auto id = service.open(
                {.child = service.child("Asha", "Hill"), .caseworker = service.adviser});
            service.open({.child = service.child("Bela", "Hill"), .caseworker = service.adviser});
            auto to = service.database->begin("write");
            writes(to, service, id);
            to.commit();
            auto reading = service.database->read();
            const auto found =
                cases_that_say(reading, service.agency, everything, "Lighthouse", 10);
            REQUIRE(found.size() == 1);
            CHECK(found.front().found.id == id);
            CHECK(found.front().why == where);
            // The link to the chronology shows the entry, whatever else is narrowed away.
            REQUIRE(found.front().said);
            const auto entries = narrowed(chronology_of(reading, service.agency, id),
                                          {.kinds = {*found.front().said}});
            CHECK(std::any_of(entries.begin(), entries.end(), [](const ChronologyEntry& entry) {
                const auto all = lower(entry.title + entry.detail +
                                       (entry.attached.empty() ? "" : entry.attached.front()));
                return all.find("lighthouse") != std::string::npos;
            }));
            CHECK(cases_that_say(reading, service.agency, {.caseloads = {service.adviser}},
                                 "lighthouse", 10)
                      .size() == 1);
            CHECK(cases_that_say(reading, service.agency, {.caseloads = {service.manager}},
                                 "lighthouse", 10)
                      .empty());
            CHECK(cases_that_say(reading, crypto::new_id<access::AgencyId>(), everything,
                                 "lighthouse", 10)
                      .empty());
            // A sign that a pattern would read is a letter like another.
            CHECK(cases_that_say(reading, service.agency, everything, "light%", 10).empty());
        });
    }
}

TEST_CASE(
    "what was corrected is not found by the words it had, and no more come than are asked for")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto id = service.open({.child = service.child("Asha", "Hill")});
        const auto other = service.open({.child = service.child("Bela", "Hill")});
        auto to = service.database->begin("write");
        Facts facts;
        facts.set(Fact::happened_on, iso(today));
        facts.set(Fact::what_was_said, "A harbour");
        const auto event = record_event(to, service.agency, id, EventKind::suspension, facts,
                                        service.adviser, noon.now());
        facts.set(Fact::what_was_said, "A bridge");
        REQUIRE(tell_more(to, service.agency, event, 1, facts, service.adviser, noon.now()));
        write_note(to, service.agency, other, {today, "By the bridge"}, service.adviser,
                   noon.now());
        const auto step =
            add_next_step(to, service.agency, id, {.where = "The jetty", .advised_on = today},
                          service.adviser, noon.now());
        REQUIRE(add_next_step_result(to, service.agency, id, step, NextStepResult::mistake, "",
                                     service.adviser, noon.now()));
        to.commit();
        auto reading = service.database->read();
        CHECK(cases_that_say(reading, service.agency, everything, "harbour", 10).empty());
        CHECK(cases_that_say(reading, service.agency, everything, "bridge", 10).size() == 2);
        CHECK(cases_that_say(reading, service.agency, everything, "bridge", 1).size() == 1);
        CHECK(cases_that_say(reading, service.agency, everything, "br", 10).empty());
        CHECK(cases_that_say(reading, service.agency, everything, "jetty", 10).empty());
    });
}

} // namespace casework_store_case_words_test
