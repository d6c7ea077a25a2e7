// A copy of what is held, for a child and for an adult: everything of their own, and of others only
// what somebody chose. trust.md G-02.
#include "people/store_consents.h"
#include "people/store_gathered.h"
#include "people/store_households.h"
#include "people/store_requests.h"
#include "people/store_restrictions.h"
#include "people/store_retention.h"
#include "people/tests/office.h"
#include "people/views_copy.h"

#include "platform/documents/read_text.h"

#include <algorithm>

namespace subject_access_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::says;

/// A child with a mother, and something of every kind that is held about either.
struct Known {
    Office office;
    PersonId child, mother;

    explicit Known(db::Database& database)
        : office(database), child(office.child("Lena", "CHILDname")),
          mother(made(database, an_adult_named("MOTHERname", "Rath"),
                      office.scope_for(office.officer)))
    {
        const auto scope = office.scope_for(office.officer);
        const auto does = [&](auto work) { did(database, work); };
        does([&](db::Transaction& t) {
            FamilyTie tie{child, mother};
            tie.bond = Bond::mother;
            return add_tie(t, scope, tie);
        });
        does([&](db::Transaction& t) {
            return save_contacts(t, scope, child, {{Channel::email, "CHILDmail"}});
        });
        does([&](db::Transaction& t) {
            return save_contacts(t, scope, mother, {{Channel::telephone, "MOTHERphone"}});
        });
        does([&](db::Transaction& t) {
            return move_person(t, scope, office.safe, mother,
                               {.lines = {"5 MOTHERroad"}, .postcode = "ZZ1 1AA"}, Protection::open,
                               date(2025, 5, 1));
        });
        does([&](db::Transaction& t) {
            return move_person(t, scope, office.safe, child,
                               {.lines = {"77 HIDDENlane"}, .postcode = "ZZ9 9ZZ"},
                               Protection::protected_address, date(2026, 1, 1));
        });
        does([&](db::Transaction& t) {
            return form_household(t, scope, child, "HOUSEname", {mother}, date(2026, 1, 1));
        });
        Consent consent{
            .id = ConsentId::parse(std::string(32, '0')).value(), .about = child, .giver = mother};
        consent.purpose = ConsentPurpose::survey;
        consent.given_on = test_day;
        consent.evidence = "EVIDENCEshelf";
        does([&](db::Transaction& t) { return record_consent(t, scope, consent); });
        Share share{.id = ShareId::parse(std::string(32, '0')).value(), .about = child};
        share.with = std::string(32, 'd');
        share.with_name = "SHAREDschool";
        share.fields = {"names"};
        share.purpose = "SHAREpurpose";
        share.basis = ShareBasis::legal_duty;
        share.law = "Children Act 1989, section 47";
        share.starts_on = test_day;
        share.ends_on = test_day + Days{9};
        does([&](db::Transaction& t) { return begin_share(t, scope, share); });
        const auto guardian = office.scope_for(office.guardian);
        does([&](db::Transaction& t) { return begin_hold(t, guardian, child, "HOLDreason"); });
        does([&](db::Transaction& t) {
            return receive_request(t, guardian, child, {"ASKEDby", date(2026, 11, 2), false});
        });
        does([&](db::Transaction& t) {
            return note_dispute(t, scope, child,
                                {"DISPUTEfact", "RECORDEDview", "SAIDview", "SAIDby"});
        });
        does([&](db::Transaction& t) {
            return restrict_use(t, guardian, mother, RestrictionGround::claim, "CLAIMreason");
        });
        office.services.more_held = [](db::Queries&, const access::AgencyId&, access::AgencyKind,
                                       const PersonId&) {
            return std::vector<HeldItem>{{.section = "Casework", .facts = {{"Note", "CASEnote"}}}};
        };
    }
    std::vector<HeldItem> held(const PersonId& id)
    {
        auto reader = office.database.read();
        auto gathered = gather(reader, office.council, id).value();
        gathered.school_name = office.services.school_name;
        gathered.act_in_words = [](const audit::Deed& deed) { return deed.act; };
        gathered.agency = "Tidemoor Council";
        return held_about(gathered);
    }
    /// Everything decided alike.
    http::Fields decided(const PersonId& id, std::string answer, std::string then)
    {
        http::Fields fields{{"then", std::move(then)}};
        for (const auto& item : held(id))
            if (item.third_party) fields.add("item." + item.key, answer);
        return fields;
    }
};

/// Whether some item of that kind holds the words.
bool holds(const std::vector<HeldItem>& items, bool third_party, std::string_view words)
{
    return std::any_of(items.begin(), items.end(), [&](const HeldItem& item) {
        return item.third_party == third_party &&
               std::any_of(item.facts.begin(), item.facts.end(), [&](const auto& fact) {
                   return fact.second.find(words) != std::string::npos;
               });
    });
}

TEST_CASE("a child’s copy gathers everything, and marks what says something of others")
{
    tests::for_each_engine([](db::Database& database) {
        Known known(database);
        const auto items = known.held(known.child);
        for (const auto* own : {"CHILDname", "CHILDmail", "EVIDENCEshelf", "SHAREDschool",
                                "SHAREpurpose", "people.change", "Tidemoor Council"})
            CHECK_MESSAGE(holds(items, false, own), own);
        for (const auto* others : {"MOTHERname", "MOTHERphone", "5 MOTHERroad", "HOUSEname",
                                   "HOLDreason", "ASKEDby", "RECORDEDview", "SAIDview"})
            CHECK_MESSAGE((holds(items, true, others) && !holds(items, false, others)), others);
        CHECK_FALSE(holds(items, true, "HIDDENlane"));
        CHECK_FALSE(holds(items, false, "HIDDENlane"));
        CHECK(holds(items, false, "Withheld here"));
        CHECK_FALSE(holds(items, false, "Kim Lee")); // staff by what they are
    });
}

TEST_CASE("an adult’s copy gathers their contact, homes, ties, households, consents and who looked")
{
    tests::for_each_engine([](db::Database& database) {
        Known known(database);
        const auto items = known.held(known.mother);
        for (const auto* own : {"MOTHERname", "MOTHERphone", "5 MOTHERroad", "people.change"})
            CHECK_MESSAGE(holds(items, false, own), own);
        for (const auto* others : {"CHILDname", "HOUSEname", "EVIDENCEshelf", "CLAIMreason"})
            CHECK_MESSAGE((holds(items, true, others) && !holds(items, false, others)), others);
        CHECK_FALSE(holds(items, false, "CHILDmail"));
        CHECK_FALSE(holds(items, true, "CHILDmail"));
    });
}

TEST_CASE("nothing leaves until somebody has looked at each item about others, and then only what "
          "they chose, as a page, as a PDF and as a file")
{
    tests::for_each_engine([](db::Database& database) {
        Known known(database);
        const auto page = "/people/" + known.child.text() + "/copy";
        auto kim = known.office.signed_in(known.office.officer);
        CHECK(kim.get(page).status == 404);
        auto ewa = known.office.signed_in(known.office.guardian);
        const auto form = ewa.get(page);
        CHECK(says(form, "MOTHERphone"));
        CHECK(says(form, "About another adult of the family"));
        const auto unread = filled_in(ewa, page, {{"then", "page"}});
        CHECK(unread.status == 400);
        CHECK(says(unread, "Choose what happens to each item about others"));

        const auto printed = filled_in(ewa, page, known.decided(known.child, "others", "page"));
        REQUIRE(printed.status == 200);
        for (const auto* own : {"CHILDname", "CHILDmail", "SHAREDschool", "CASEnote",
                                "What is not here", "Schedule 2, paragraph 16"})
            CHECK_MESSAGE(says(printed, own), own);
        for (const auto* others : {"MOTHERname", "HOLDreason", "SAIDview", "HIDDENlane", "Ewa"})
            CHECK_MESSAGE(!says(printed, others), others);
        const auto entry = known.office.entries().back();
        CHECK(entry.deed.act == "records_request.prepare");
        CHECK(entry.deed.kind == audit::Kind::exported);

        const auto file = filled_in(ewa, page, known.decided(known.child, "give", "download"));
        CHECK(file.headers["Content-Disposition"].find("attachment") == 0);
        for (const auto* given : {"CHILDname", "MOTHERname", "HOLDreason", "SAIDview", "CASEnote"})
            CHECK_MESSAGE(says(file, given), given);
        CHECK_FALSE(says(file, "HIDDENlane"));

        const auto pdf = filled_in(ewa, page, known.decided(known.child, "others", "pdf"));
        CHECK(pdf.headers["Content-Type"] == "application/pdf");
        std::string words;
        for (const auto& place : documents::read_text(pdf.content()).places) words += place.words;
        for (const auto* own : {"CHILDname", "CHILDmail", "SHAREDschool", "What is not here"})
            CHECK_MESSAGE(words.find(own) != std::string::npos, own);
        for (const auto* others : {"MOTHERname", "HOLDreason", "SAIDview", "HIDDENlane", "Ewa"})
            CHECK_MESSAGE(words.find(others) == std::string::npos, others);
        CHECK(known.office.entries().back().deed.act == "records_request.prepare");

        const auto adult = "/people/" + known.mother.text() + "/copy";
        const auto hers = filled_in(ewa, adult, known.decided(known.mother, "harm", "page"));
        CHECK(says(hers, "5 MOTHERroad"));
        CHECK(says(hers, "Likely to cause serious harm"));
        CHECK_FALSE(says(hers, "CHILDname"));
    });
}

TEST_CASE("a decision follows what an item says: it never meets another one")
{
    tests::for_each_engine([](db::Database& database) {
        Known known(database);
        const auto before = known.held(known.child);
        const auto sister = made(database, an_adult_named("AUNTname", "Rath"),
                                 known.office.scope_for(known.office.officer));
        did(database, [&](db::Transaction& t) {
            FamilyTie tie{known.child, sister};
            return add_tie(t, known.office.scope_for(known.office.officer), tie);
        });
        const auto after = known.held(known.child);
        const auto same = [&](const HeldItem& item) {
            return std::find_if(after.begin(), after.end(), [&](const HeldItem& other) {
                       return other.key == item.key;
                   })->facts == item.facts;
        };
        for (const auto& item : before)
            if (item.third_party) CHECK(same(item));
        std::vector<std::string> keys;
        for (const auto& item : after) keys.push_back(item.key);
        std::sort(keys.begin(), keys.end());
        CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
    });
}

TEST_CASE("a copy has each heading once, over all that belongs under it")
{
    const AccessCopy copy{.items = {{"1", "Details", {{"Name", "Lena"}}},
                                    {"2", "Other names", {{"Name", "Lenka"}}},
                                    {"3", "Details", {{"Former UPN", "A1"}}}}};
    const std::string page(access_copy_view(copy).view());
    const auto times = [&](std::string_view words) {
        int found = 0;
        for (auto at = page.find(words); at != std::string::npos; at = page.find(words, at + 1))
            ++found;
        return found;
    };
    CHECK(times(">Details<") == 1);
    CHECK(times(">Other names<") == 1);
    CHECK(page.find("Details 2") < page.find(">Other names<"));
    const auto paper = access_copy_paper(copy);
    CHECK(std::count(paper.blocks.begin(), paper.blocks.end(),
                     documents::Block(documents::Heading{"Details", 2})) == 1);
}

} // namespace subject_access_test
