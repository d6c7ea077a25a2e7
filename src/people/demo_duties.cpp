#include "people/demo_duties.h"

#include "people/store_care.h"
#include "people/store_consents.h"
#include "people/store_data_protection.h"
#include "people/store_imports.h"
#include "people/store_limits.h"
#include "people/store_merge.h"
#include "people/store_requests.h"
#include "people/store_restrictions.h"
#include "people/store_retention.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace onroll::people {

namespace demo_duties_detail {

/// One agency's duties, in one transaction; every step must succeed, since all of it is ours.
class Duties {
public:
    Duties(db::Transaction& transaction, const AddressSafe& safe, const DemoAgency& whose,
           Instant now)
        : transaction_(transaction), safe_(safe), whose_(whose), now_(now)
    {
    }

    void fill();
    DemoPeopleFilled filled{};

private:
    struct Family {
        PersonId child;
        PersonId mother;
    };

    Scope at(const access::UserId& user, int days_ago) const
    {
        return scope_of(whose_.agency, user, now_ - std::chrono::hours{24} * days_ago);
    }
    Scope worker(int days_ago) const { return at(whose_.worker, days_ago); }
    Scope officer(int days_ago) const { return at(whose_.duties->officer, days_ago); }
    Date today() const { return in_london(now_).date; }
    template <class T>
    static T must(Result<T> done)
    {
        if (!done) ensure(false, done.error().message.c_str());
        return std::move(done).value();
    }
    static void must(const Result<void>& done)
    {
        if (!done) ensure(false, done.error().message.c_str());
    }

    PersonId child(std::string given, std::string family, Date born_on);
    Family family(std::string given, std::string mother, std::string name, Date born_on);
    ConsentId agreed(const Family& whose, const std::pair<std::string, std::string>& with,
                     int days_ago);
    ShareId shared(const PersonId& about, const std::pair<std::string, std::string>& with,
                   std::optional<ConsentId> consent, std::optional<Override> without, int days_ago);
    void sharing();
    void sharing_with_others();
    void sharing_without_consent();
    void keeping();
    void one_child_twice();
    void asked_and_complained();
    void looked_after();
    void withheld_from_most();
    void a_list_with_rows_that_wait();

    db::Transaction& transaction_;
    const AddressSafe& safe_;
    const DemoAgency& whose_;
    Instant now_;
};

PersonId Duties::child(std::string given, std::string family, Date born_on)
{
    PersonDetails details;
    details.name = {std::move(given), std::move(family), {}};
    details.born_on = born_on;
    ++filled.children;
    return must(create_person(transaction_, worker(400), details));
}

Duties::Family Duties::family(std::string given, std::string mother, std::string name, Date born_on)
{
    const auto id = child(std::move(given), name, born_on);
    PersonDetails details;
    details.kind = PersonKind::adult;
    details.name = {std::move(mother), std::move(name), {}};
    const auto adult = must(create_person(transaction_, worker(400), details));
    ++filled.adults;
    FamilyTie tie{id, adult};
    tie.bond = Bond::mother;
    tie.natural_parent = NaturalParent::yes;
    tie.responsibility = Responsibility::birth_mother;
    tie.care = HasCare::yes;
    tie.contact = ContactPermission::permitted;
    tie.emergency_contact = true;
    must(add_tie(transaction_, worker(400), tie));
    return {id, adult};
}

ConsentId Duties::agreed(const Family& whose, const std::pair<std::string, std::string>& with,
                         int days_ago)
{
    Consent consent{.id = ConsentId::parse(std::string(32, '0')).value(),
                    .about = whose.child,
                    .giver = whose.mother,
                    .given_on = today() - Days{days_ago}};
    consent.purpose = ConsentPurpose::sharing;
    consent.scope = "Name, date of birth and schools, to plan the way back";
    consent.with = with.first;
    consent.with_name = with.second;
    consent.expires_on = today() + Days{200};
    consent.evidence = "Signed form, shelf 3";
    return must(record_consent(transaction_, worker(days_ago), consent));
}

ShareId Duties::shared(const PersonId& about, const std::pair<std::string, std::string>& with,
                       std::optional<ConsentId> consent, std::optional<Override> without,
                       int days_ago)
{
    Share share{.id = ShareId::parse(std::string(32, '0')).value(), .about = about};
    share.with = with.first;
    share.with_name = with.second;
    share.fields = {"names", "schools"};
    share.purpose = "To plan a return to school";
    share.basis = without ? ShareBasis::override_of_consent : ShareBasis::consent;
    share.consent = consent;
    share.override_of_consent = std::move(without);
    share.starts_on = today() - Days{days_ago};
    share.ends_on = today() + Days{120};
    return must(begin_share(transaction_, worker(days_ago), share));
}

void Duties::sharing()
{
    const auto& duties = *whose_.duties;
    const auto first = family("Rowan", "Hester", "Aldgate", date(year_of(today()) - 11, 5, 9));
    shared(first.child, duties.with, agreed(first, duties.with, 40), {}, 38);
    const auto second = family("Bryn", "Carys", "Tolland", date(year_of(today()) - 13, 10, 2));
    const auto ended =
        shared(second.child, duties.also_with, agreed(second, duties.also_with, 90), {}, 88);
    must(stop_share(transaction_, worker(20), ended));
    Consent refused{.id = ConsentId::parse(std::string(32, '0')).value(),
                    .about = second.child,
                    .giver = second.mother,
                    .given_on = today() - Days{15}};
    refused.purpose = ConsentPurpose::survey;
    refused.channel = ConsentChannel::by_telephone;
    refused.evidence = "Note of the call";
    refused.refused = true;
    must(record_consent(transaction_, worker(15), refused));
}

void Duties::sharing_with_others()
{
    constexpr std::array<std::array<const char*, 3>, 4> families{{{"Maren", "Gudrun", "Solway"},
                                                                  {"Idris", "Leila", "Farran"},
                                                                  {"Pia", "Rosalind", "Hexham"},
                                                                  {"Tobin", "Maeve", "Carrow"}}};
    const auto& besides = whose_.duties->besides;
    for (std::size_t at = 0; at < std::min(besides.size(), families.size()); ++at) {
        const auto& [given, mother, name] = families[at];
        const auto one = family(given, mother, name, date(year_of(today()) - 12, 2, 19));
        shared(one.child, besides[at], agreed(one, besides[at], 30), {}, 28);
    }
}

void Duties::sharing_without_consent()
{
    const auto& duties = *whose_.duties;
    const auto late = family("Otis", "Verity", "Kelloway", date(year_of(today()) - 14, 1, 21));
    shared(late.child, duties.with, {},
           Override{.ground = OverrideGround::risk_of_harm,
                    .reason = "A risk of serious harm was found on a visit.",
                    .authorised_by = duties.manager.text(),
                    .family_told_on = today() - Days{17},
                    .not_told_because = {},
                    .review_on = today() - Days{4}},
           18);
    const auto waits = family("Senna", "Marisol", "Dray", date(year_of(today()) - 9, 7, 30));
    shared(waits.child, duties.also_with, {},
           Override{.ground = OverrideGround::threat_to_safety,
                    .reason = "A threat was made that could not wait.",
                    .authorised_by = duties.manager.text(),
                    .family_told_on = {},
                    .not_told_because = "Telling them would have put somebody at risk",
                    .review_on = today() + Days{6}},
           2);
}

void Duties::keeping()
{
    for (const auto& [given, family] :
         {std::pair{"Adrian", "Fossey"}, std::pair{"Paula", "Wenlock"}})
        child(given, family, date(year_of(today()) - 27, 2, 11));
    const auto held = child("Corin", "Maddox", date(year_of(today()) - 26, 6, 3));
    must(begin_hold(transaction_, officer(60), held, "An inquiry has asked for records"));
    const auto proposed = child("Tamsin", "Yelland", date(year_of(today()) - 27, 8, 19));
    must(propose_deletion(transaction_, officer(3), proposed));
    const auto cared_for = child("Jude", "Peverell", date(year_of(today()) - 15, 4, 27));
    must(add_to_group(transaction_, worker(200), cared_for, RetentionGroup::ever_looked_after, {},
                      {}));
}

void Duties::one_child_twice()
{
    const auto born_on = date(year_of(today()) - 10, 12, 5);
    const auto kept = child("Leon", "Vargha", born_on);
    const auto joined = child("Léon", "Varga", born_on);
    must(propose_merge(transaction_, worker(2), kept, joined));
}

void Duties::asked_and_complained()
{
    const auto asked = family("Iris", "Noelle", "Quennell", date(year_of(today()) - 12, 3, 14));
    must(receive_request(transaction_, officer(9), asked.child,
                         {.asked_by = "The child’s mother", .received_on = today() - Days{9}}));
    const auto disputed = child("Ewan", "Stroud", date(year_of(today()) - 8, 11, 8));
    must(note_dispute(transaction_, worker(12), disputed,
                      {.about = "The first day at the school",
                       .recorded = "3 September",
                       .said = "10 September",
                       .said_by = "The child’s father"}));
    const auto restricted = child("Nell", "Ormond", date(year_of(today()) - 16, 9, 22));
    must(restrict_use(transaction_, officer(25), restricted, RestrictionGround::objection,
                      "The young person objects, and it is being weighed"));
    must(receive_complaint(transaction_, officer(21),
                           {today() - Days{21}, "The mother of a child",
                            "A letter went to an address where the family lives no more."}));
    must(open_breach(transaction_, officer(34),
                     {.aware_at = now_ - std::chrono::hours{24} * 34,
                      .what = "A list of names was sent to the wrong team.",
                      .from = today() - Days{36},
                      .until = today() - Days{34}}));
}

void Duties::looked_after()
{
    const auto now = child("Wynn", "Delamere", date(year_of(today()) - 13, 6, 4));
    must(state_care(transaction_, worker(150), now,
                    {today() - Days{160}, CareStatus::section_20, "Tidemoor Council", {}}));
    const auto before = child("Sorrel", "Ibbotson", date(year_of(today()) - 9, 9, 12));
    must(state_care(transaction_, worker(150), before,
                    {today() - Days{900}, CareStatus::previously, "Wealdham Council", {}}));
}

void Duties::withheld_from_most()
{
    const auto one = child("Alba", "Thirlby", date(year_of(today()) - 10, 4, 23));
    must(withhold(transaction_, worker(30), one, "Somebody who works here is a neighbour"));
}

void Duties::a_list_with_rows_that_wait()
{
    const auto born = [&](int age, int month, int day) {
        return iso(
            date(year_of(today()) - age, static_cast<unsigned>(month), static_cast<unsigned>(day)));
    };
    child("Henrik", "Brandreth", date(year_of(today()) - 11, 1, 30));
    const auto list = "first name,surname,date of birth,known as\n"
                      "Nicola,Tamworth," +
                      born(12, 5, 14) +
                      ",Nicky\n"
                      "Henrick,Brandreth," +
                      born(11, 1, 30) +
                      ",\n"
                      "Nicola,Tamworth," +
                      born(12, 5, 14) + ",\n";
    const auto id = must(send_list(transaction_, worker(5), safe_, "new-in-september.csv", list));
    const auto plan = must(make_import(transaction_, worker(5), safe_, id, FaultyRows::refuse));
    filled.children += plan.count(RowOutcome::created);
}

void Duties::fill()
{
    sharing();
    sharing_with_others();
    sharing_without_consent();
    keeping();
    one_child_twice();
    asked_and_complained();
    looked_after();
    withheld_from_most();
    a_list_with_rows_that_wait();
}

} // namespace demo_duties_detail

DemoPeopleFilled fill_duties(db::Database& database, const AddressSafe& safe,
                             const DemoAgency& whose, const Clock& clock)
{
    auto transaction = database.begin("fill duties of the demonstration");
    demo_duties_detail::Duties duties(transaction, safe, whose, clock.now());
    duties.fill();
    transaction.commit();
    return duties.filled;
}

} // namespace onroll::people
