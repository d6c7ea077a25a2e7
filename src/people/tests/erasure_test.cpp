// Requests to erase: the clock, the decision with its reasons, the answer before anything goes, two
// people, and what stays. trust.md G-04, G-06, G-08.
#include "people/store_consents.h"
#include "people/store_erasure.h"
#include "people/store_retention.h"
#include "people/tests/office.h"
#include "people/views_erasure.h"

#include "platform/documents/print_html.h"
#include "platform/documents/read_text.h"

namespace erasure_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::place_of;
using tests::primary_buttons;
using tests::says;

const auto nobody = access::UserId::parse(std::string(32, '9')).value();

ErasureRequest a_request(ErasureDecision decision)
{
    ErasureRequest request{.id = ErasureId::parse(std::string(32, 'e')).value(),
                           .person = PersonId::parse(std::string(32, 'c')).value(),
                           .made_by = an_officer};
    request.clock.received_on = date(2026, 11, 2);
    request.decision = decision;
    if (decision != ErasureDecision::open) {
        request.decided_by = an_officer;
        request.decided_on = date(2026, 11, 5);
    }
    return request;
}

TEST_CASE("a decision says what goes and why the rest stays")
{
    using enum ErasureDecision;
    const std::vector some{ErasablePart::contacts};
    const std::vector reasons{KeepReason::public_task};
    const auto where = [](const ErasureAnswer& answer) {
        std::string all;
        for (const auto& problem : problems_of(answer)) all += problem.where + " ";
        return all;
    };
    CHECK(where({open, {}, {}, {}}) == "decision ");
    CHECK(where({whole, {}, {}, {}}).empty());
    CHECK(where({whole, some, reasons, {}}) == "refusals parts ");
    CHECK(where({ErasureDecision::parts, {}, {}, {}}) == "parts refusals ");
    CHECK(where({ErasureDecision::parts, some, reasons, {}}).empty());
    CHECK(where({refused, {}, {}, {}}) == "refusals ");
    CHECK(where({refused, {}, reasons, {}}).empty());
    CHECK(where({refused, {}, reasons, std::string(2'001, 'x')}) == "words ");
    for (const auto reason : all_keep_reasons()) {
        CHECK(source_of(reason).starts_with("UK GDPR Article "));
        CHECK_FALSE(told_in_words(reason).empty());
    }
}

TEST_CASE("nothing goes before it is decided and answered, by whoever decided, on hold, while its "
          "use is restricted, or whole while a case is kept")
{
    using enum ErasureDecision;
    auto request = a_request(whole);
    const auto may = [&](const access::UserId& by, const ErasureState& state) {
        return !why_not_yet(request, by, state);
    };
    CHECK_FALSE(may(nobody, {}));
    request.answered_on = date(2026, 11, 9);
    CHECK(may(nobody, {}));
    CHECK_FALSE(may(an_officer, {}));
    CHECK_FALSE(may(nobody, {.on_hold = true}));
    CHECK_FALSE(may(nobody, {.is_restricted = true}));
    CHECK_FALSE(may(nobody, {.has_casework = true}));
    request.decision = ErasureDecision::parts;
    CHECK(may(nobody, {.has_casework = true}));
    request.decision = refused;
    CHECK_FALSE(may(nobody, {}));
    request = a_request(open);
    CHECK_FALSE(may(nobody, {}));
}

TEST_CASE("the answer says what stays, by which law, and what the person can do")
{
    ErasureLetter letter{"Tidemoor Council", "Maya Shah", a_request(ErasureDecision::parts)};
    letter.request.parts = {ErasablePart::other_names};
    letter.request.refusals = {KeepReason::public_task};
    letter.request.words = "OURwords";
    letter.whom_to_ask = {"Email: ASKemail"};
    letter.today = date(2026, 11, 6);
    const auto html = documents::body_html(erasure_letter(letter));
    for (const auto* words :
         {"Maya Shah", "2 November 2026", "Other names", "The law gives us a task",
          "UK GDPR Article 17(3)(b)", "OURwords", "ASKemail", "Information Commissioner", "court"})
        CHECK_MESSAGE(html.find(words) != std::string::npos, words);
    letter.request = a_request(ErasureDecision::whole);
    CHECK(documents::body_html(erasure_letter(letter)).find("Why it stays") == std::string::npos);
}

/// The officer's two data protection officers, and a child with something of each part.
struct Asked {
    Office office;
    access::User second;
    PersonId child;

    explicit Asked(db::Database& database)
        : office(database), second(office.add("Abe Second", "abe@example.org",
                                              access::Role::data_protection_officer)),
          child(office.child("Maya", "CHILDname"))
    {
        const auto scope = office.scope_for(office.officer);
        did(database, [&](db::Transaction& t) {
            return save_contacts(t, scope, child, {{Channel::telephone, "CHILDphone"}});
        });
        did(database, [&](db::Transaction& t) {
            return add_other_name(t, scope, child, {"OTHERname", "Moss", OtherNameKind::alias});
        });
    }
    std::string base() const { return "/people/" + child.text() + "/erasure"; }
    /// Received as the officer's page has it; answers the page of the request.
    std::string received(tests::Browser& browser)
    {
        const auto saved = filled_in(browser, base(),
                                     http::Fields{{"asked_by", "The mother"},
                                                  {"wanted", "WANTEDwords"},
                                                  {"ground", "consent_withdrawn"},
                                                  {"identity", "no"}} +
                                         dated("received_on", "20", "11", "2026"));
        REQUIRE(saved.status == 303);
        return place_of(saved);
    }
    void answered(tests::Browser& browser, const std::string& page)
    {
        CHECK(place_of(filled_in(browser, page,
                                 http::Fields{{"step", "answered"}} +
                                     dated("on", "25", "11", "2026"))) == page);
    }
};

TEST_CASE("an officer receives, decides, answers by a letter; a second one carries it out, and a "
          "line without a word of theirs stays")
{
    tests::for_each_engine([](db::Database& database) {
        Asked asked(database);
        auto kim = asked.office.signed_in(asked.office.officer);
        CHECK(kim.get(asked.base()).status == 404);
        auto ewa = asked.office.signed_in(asked.office.guardian);
        CHECK(says(ewa.get(asked.base()), "does not apply to that (UK GDPR Article 17(3)(b))"));
        const auto page = asked.received(ewa);
        CHECK(says(ewa.get(page), "Decide and answer by Monday 21 December 2026"));
        CHECK(primary_buttons(ewa.get(page)) == 1);
        CHECK(says(ewa.get("/data-protection"), "Requests to erase</a>: 1 open"));
        CHECK(ewa.get(page + "/letter").status == 404);
        const auto unreasoned = filled_in(ewa, page, {{"decision", "refused"}}, page + "/decision");
        CHECK(unreasoned.status == 400);
        CHECK(says(unreasoned, "Choose why all of it stays"));
        CHECK(place_of(filled_in(ewa, page, {{"decision", "whole"}}, page + "/decision")) == page);
        CHECK(says(ewa.get(page + "/letter"), "We will erase the whole record"));
        std::string words;
        for (const auto& place :
             documents::read_text(ewa.get(page + "/letter/pdf").content()).places)
            words += place.words;
        CHECK(words.find("We will erase the whole record") != std::string::npos);
        asked.answered(ewa, page);
        CHECK(says(ewa.get(page), "Somebody else must carry it out"));

        auto abe = asked.office.signed_in(asked.second);
        CHECK(says(abe.get(page), "govuk-button--warning"));
        CHECK(primary_buttons(abe.get(page)) == 0);
        const auto gone = filled_in(abe, page, {}, page + "/carry-out");
        CHECK(place_of(gone) == "/data-protection/erasures");
        CHECK(abe.get(page).status == 404);
        const auto list = abe.get("/data-protection/erasures");
        CHECK(says(list, "Erased on 25 November 2026"));
        CHECK(says(list, "No longer kept"));
        auto reader = database.read();
        CHECK_FALSE(find_person(reader, asked.office.council, asked.child).has_value());
        const auto lines = erasures_of_agency(reader, asked.office.council);
        REQUIRE(lines.size() == 1);
        CHECK(lines.front().wanted.empty());
        CHECK(lines.front().asked_by.empty());
        CHECK(lines.front().carried_out_by == asked.second.id);
        const auto entries = asked.office.entries();
        CHECK(std::any_of(entries.begin(), entries.end(), [&](const audit::Entry& entry) {
            return entry.deed.kind == audit::Kind::removed &&
                   entry.deed.record == asked.child.text();
        }));
    });
}

TEST_CASE("a leader who opens no record carries out what was decided, and sees nothing of it")
{
    tests::for_each_engine([](db::Database& database) {
        Asked asked(database);
        auto ewa = asked.office.signed_in(asked.office.guardian);
        auto dev = asked.office.signed_in(asked.office.leader);
        const auto page = asked.received(ewa);
        filled_in(ewa, page, {{"decision", "whole"}}, page + "/decision");
        CHECK_FALSE(says(dev.get("/people/agree"), "as somebody asked"));
        asked.answered(ewa, page);
        const auto waiting = dev.get("/people/agree");
        CHECK(says(waiting, "Erase a record, as somebody asked"));
        CHECK_FALSE(says(waiting, "CHILDname"));
        CHECK_FALSE(says(waiting, "WANTEDwords"));
        CHECK(dev.get(page).status == 404);
        CHECK(place_of(filled_in(dev, "/people/agree", {})) == "/people/agree");
        auto reader = database.read();
        CHECK_FALSE(find_person(reader, asked.office.council, asked.child).has_value());
    });
}

TEST_CASE("parts go and the rest stays, unless a hold has come; a stale page changes nothing")
{
    tests::for_each_engine([](db::Database& database) {
        Asked asked(database);
        auto ewa = asked.office.signed_in(asked.office.guardian);
        const auto page = asked.received(ewa);
        auto stale = form_in(ewa.get(page), page + "/decision");
        http::Fields parts{{"decision", "parts"}, {"refusals", "public_task"}};
        parts.add("parts", "contacts");
        parts.add("parts", "other_names");
        CHECK(place_of(filled_in(ewa, page, parts, page + "/decision")) == page);
        stale.add("decision", "whole");
        CHECK(says(ewa.post(page + "/decision", stale), "Somebody else has changed this record"));
        asked.answered(ewa, page);

        const auto guardian = asked.office.scope_for(asked.office.guardian);
        did(database,
            [&](db::Transaction& t) { return begin_hold(t, guardian, asked.child, "A claim"); });
        auto abe = asked.office.signed_in(asked.second);
        CHECK(says(filled_in(abe, page, {}, page + "/carry-out"), "on legal hold"));
        doing(database, [&](db::Transaction& t) { return end_hold(t, guardian, asked.child); });
        doing(database, [&](db::Transaction& t) {
            return end_hold(t, asked.office.scope_for(asked.second), asked.child);
        });
        CHECK(place_of(filled_in(abe, page, {}, page + "/carry-out")) == page);
        CHECK(says(abe.get(page), "Erased on 25 November 2026"));
        auto reader = database.read();
        const auto child = find_person(reader, asked.office.council, asked.child);
        REQUIRE(child.has_value());
        CHECK(child->other_names.empty());
        CHECK(contacts_of(reader, asked.office.council, asked.child).empty());
        const auto entries = asked.office.entries();
        CHECK(std::any_of(entries.begin(), entries.end(), [&](const audit::Entry& entry) {
            return entry.deed.kind == audit::Kind::removed &&
                   entry.deed.fields ==
                       std::vector<std::string>{"erased", "contacts", "other_names"};
        }));
    });
}

} // namespace erasure_test
