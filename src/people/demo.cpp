#include "people/demo.h"

#include "people/demo_duties.h"
#include "people/rules_consents.h"
#include "people/store_consents.h"
#include "people/store_enter.h"
#include "people/store_schools.h"

#include "kernel/ensure.h"
#include "platform/crypto/new_id.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace onroll::people {

namespace demo_detail {

constexpr std::array<std::string_view, 40> girls{
    "Amelia", "Aisha",    "Beatrice", "Bronwen", "Chloe",  "Daisy",  "Eleni",  "Esther",
    "Farah",  "Freya",    "Grace",    "Hannah",  "Imogen", "Ines",   "Isla",   "Jasmine",
    "Joanna", "Kiera",    "Layla",    "Leila",   "Lucy",   "Maja",   "Maryam", "Mia",
    "Nadia",  "Nia",      "Olivia",   "Phoebe",  "Poppy",  "Priya",  "Rosie",  "Ruby",
    "Safiya", "Scarlett", "Sofia",    "Tegan",   "Thea",   "Yasmin", "Zara",   "Zofia"};
constexpr std::array<std::string_view, 40> boys{
    "Adam",  "Alfie", "Arjun",  "Ben",      "Callum", "Connor", "Daniel",  "Dylan",
    "Elias", "Ethan", "Finley", "George",   "Hamza",  "Harry",  "Ibrahim", "Isaac",
    "Jack",  "Jakub", "Jayden", "Joel",     "Kai",    "Kacper", "Leo",     "Liam",
    "Lucas", "Mateo", "Max",    "Mohammed", "Noah",   "Oliver", "Omar",    "Oscar",
    "Reece", "Rhys",  "Ryan",   "Samuel",   "Tariq",  "Theo",   "Tyler",   "Yusuf"};
constexpr std::array<std::string_view, 48> families{
    "Ahmed",    "Allen",   "Bailey", "Baker",  "Begum",  "Bennett",  "Brown",    "Carter",
    "Chen",     "Clarke",  "Cooper", "Davies", "Dixon",  "Edwards",  "Evans",    "Foster",
    "Green",    "Griffin", "Hall",   "Harris", "Hughes", "Hussain",  "Jackson",  "James",
    "Johnson",  "Jones",   "Kaur",   "Khan",   "King",   "Kowalska", "Lewis",    "Mensah",
    "Mitchell", "Morgan",  "Murphy", "Nowak",  "Okafor", "Patel",    "Phillips", "Price",
    "Roberts",  "Shah",    "Singh",  "Smith",  "Taylor", "Turner",   "Walker",   "Wood"};
constexpr std::array<std::string_view, 12> streets{
    "Anchor Road",   "Beacon Lane",  "Chandler Street", "Dock View",
    "Estuary Close", "Foghorn Hill", "Gull Terrace",    "Harbour Rise",
    "Inlet Way",     "Jetty Lane",   "Kelp Gardens",    "Lantern Row"};
constexpr std::array<std::string_view, 6> languages{"", "", "", "Polish", "Urdu", "Romanian"};

constexpr std::size_t in_detail_at_most = 2'000;
constexpr std::size_t entered_at_once = 40'000;

/// Numbers that look random and are the same each time (splitmix64).
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next()
    {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
        return mixed ^ (mixed >> 31U);
    }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
    template <std::size_t size>
    std::string one_of(const std::array<std::string_view, size>& list)
    {
        return std::string(list[below(size)]);
    }

private:
    std::uint64_t state_;
};

/// Fills in one transaction; every step must succeed, since all of it is ours.
class Filler {
public:
    Filler(db::Transaction& transaction, const AddressSafe& safe, Scope scope, Numbers& numbers,
           const std::vector<Urn>& schools)
        : transaction_(transaction), safe_(safe), scope_(std::move(scope)), numbers_(numbers),
          schools_(schools)
    {
    }

    const Scope& scope() const { return scope_; }
    Date today() const { return scope_.today(); }

    PersonId child(std::string given, std::string family, int age, Sex sex)
    {
        PersonDetails details;
        details.name = {std::move(given), std::move(family), {}};
        details.sex = sex;
        details.born_on =
            date(year_of(today()) - age, 1, 1) + Days{static_cast<int>(numbers_.below(300))};
        details.upn = upn();
        return create_person(transaction_, scope_, details).value();
    }
    PersonId adult(std::string given, std::string family, std::string language = {})
    {
        PersonDetails details;
        details.kind = PersonKind::adult;
        details.name = {std::move(given), std::move(family), {}};
        details.needs_interpreter = !language.empty() && numbers_.below(2) == 0;
        details.language = std::move(language);
        const auto id = create_person(transaction_, scope_, details).value();
        // Numbers that Ofcom keeps for drama.
        const auto last = std::to_string(100 + numbers_.below(900));
        must(save_contacts(transaction_, scope_, id, {{Channel::telephone, "01632 960" + last}}));
        return id;
    }
    void tie(const PersonId& child, const PersonId& adult, Bond bond, Responsibility responsibility,
             HasCare care, ContactPermission contact = ContactPermission::permitted)
    {
        FamilyTie tie{child, adult};
        tie.bond = bond;
        tie.natural_parent =
            bond == Bond::mother || bond == Bond::father ? NaturalParent::yes : NaturalParent::no;
        tie.responsibility = responsibility;
        tie.care = care;
        tie.contact = contact;
        tie.emergency_contact = care == HasCare::yes;
        must(add_tie(transaction_, scope_, tie));
    }
    void home(const PersonId& person, const Address& address,
              Protection protection = Protection::open, int years = 4)
    {
        must(move_person(transaction_, scope_, safe_, person, address, protection,
                         date(year_of(today()) - years, 2, 1)));
    }
    Address somewhere()
    {
        const auto number = std::to_string(1 + numbers_.below(120));
        const std::string letters = "ABDEFGHJLNPQRSTUWXYZ";
        return {.lines = {number + " " + numbers_.one_of(streets), "Tidemoor"},
                .postcode = "ZZ" + std::to_string(1 + numbers_.below(9)) + " " +
                            std::to_string(1 + numbers_.below(9)) +
                            letters[numbers_.below(letters.size())] +
                            letters[numbers_.below(letters.size())]};
    }
    void school(const PersonId& child, int age)
    {
        if (schools_.empty()) return;
        const auto urn = schools_[numbers_.below(schools_.size())];
        const int since = age >= 11 ? age - 11 : age - 4;
        must(add_school(transaction_, scope_, child,
                        {urn, date(year_of(today()) - std::max(since, 0) - 1, 9, 2)}));
    }
    void sen(const PersonId& child)
    {
        const auto draw = numbers_.below(100);
        if (draw >= 22) return;
        const auto status = draw < 5    ? SenStatus::known_plan
                            : draw < 17 ? SenStatus::known_support
                            : draw < 19 ? SenStatus::suspected
                            : draw < 21 ? SenStatus::semh_only
                                        : SenStatus::unidentified;
        must(state_sen(transaction_, scope_, child,
                       {today() - Days{static_cast<int>(30 + numbers_.below(700))}, status,
                        status == SenStatus::known_plan ? "Autism spectrum condition" : "", ""}));
    }
    template <class T>
    T must(Result<T> done)
    {
        return std::move(done).value();
    }
    void must(const Result<void>& done)
    {
        ensure(done.has_value(), "the demonstration asks only for what can be done");
    }
    db::Transaction& transaction() { return transaction_; }
    Numbers& numbers() { return numbers_; }

    const std::vector<Urn>& schools() const { return schools_; }

private:
    Upn upn()
    {
        // Authority 001 is nobody's, so these are no child's.
        auto digits = std::to_string(1000000000ULL + numbers_.next() % 9000000000ULL);
        const auto twelve = "00" + digits;
        return Upn::parse(std::string(1, upn_check_letter(twelve)) + twelve).value();
    }

    db::Transaction& transaction_;
    const AddressSafe& safe_;
    Scope scope_;
    Numbers& numbers_;
    const std::vector<Urn>& schools_;
};

/// One or two children with their parents, together or apart. Answers the children and adults made.
std::pair<std::size_t, std::size_t> ordinary_family(Filler& fill)
{
    auto& numbers = fill.numbers();
    const auto family = numbers.one_of(families);
    const auto language = numbers.one_of(languages);
    const auto address = fill.somewhere();
    const auto mother = fill.adult(numbers.one_of(girls), family, language);
    fill.home(mother, address);
    const bool apart = numbers.below(4) == 0;
    const bool father_known = numbers.below(6) != 0;
    std::optional<PersonId> father;
    if (father_known) {
        father = fill.adult(numbers.one_of(boys), family, language);
        fill.home(*father, apart ? fill.somewhere() : address);
    }
    const std::size_t children = 1 + numbers.below(2);
    for (std::size_t i = 0; i < children; ++i) {
        const bool girl = numbers.below(2) == 0;
        const int age = static_cast<int>(5 + numbers.below(11));
        const auto child = fill.child(girl ? numbers.one_of(girls) : numbers.one_of(boys), family,
                                      age, girl ? Sex::female : Sex::male);
        fill.home(child, address);
        fill.tie(child, mother, Bond::mother, Responsibility::birth_mother,
                 apart && father ? HasCare::shared : HasCare::yes);
        if (father)
            fill.tie(child, *father, Bond::father, Responsibility::registered_at_birth,
                     apart ? HasCare::shared : HasCare::yes);
        fill.school(child, age);
        fill.sen(child);
    }
    return {children, 1 + (father ? 1 : 0)};
}

/// One child with one parent, for a county: many at once.
NewFamily county_family(Filler& fill, std::size_t number)
{
    auto& numbers = fill.numbers();
    const auto family = numbers.one_of(families);
    const bool girl = numbers.below(2) == 0;
    const int age = static_cast<int>(5 + numbers.below(11));
    NewFamily one{.child = {},
                  .adult = {},
                  .tie = {crypto::new_id<PersonId>(), crypto::new_id<PersonId>()},
                  .home = fill.somewhere(),
                  .since = date(year_of(fill.today()) - std::max(age - 11, 0) - 1, 9, 2)};
    one.child.name = {girl ? numbers.one_of(girls) : numbers.one_of(boys), family, {}};
    one.child.sex = girl ? Sex::female : Sex::male;
    one.child.born_on =
        date(year_of(fill.today()) - age, 1, 1) + Days{static_cast<int>(numbers.below(300))};
    // Each number once; none begins as those of the families told one by one do.
    const auto digits = std::to_string(10'000'000'000ULL + number).substr(1);
    const auto twelve = "00" + digits;
    one.child.upn = Upn::parse(std::string(1, upn_check_letter(twelve)) + twelve).value();
    one.adult.kind = PersonKind::adult;
    one.adult.name = {numbers.one_of(girls), family, {}};
    one.tie.bond = Bond::mother;
    one.tie.natural_parent = NaturalParent::yes;
    one.tie.responsibility = Responsibility::birth_mother;
    one.tie.care = HasCare::yes;
    one.tie.contact = ContactPermission::permitted;
    if (!fill.schools().empty()) one.school = fill.schools()[numbers.below(fill.schools().size())];
    return one;
}

/// Parents who live apart; the mother's and child's home is protected from the father.
void protected_family(Filler& fill)
{
    const Address old_home{.lines = {"14 Lantern Row", "Tidemoor"}, .postcode = "ZZ4 1LR"};
    const Address new_home{.lines = {"3 Quiet Court", "Saltmere"}, .postcode = "ZZ8 8QC"};
    const auto child = fill.child("Marta", "Lindqvist", 12, Sex::female);
    const auto mother = fill.adult("Elin", "Lindqvist");
    const auto father = fill.adult("Per", "Lindqvist");
    for (const auto& id : {child, mother, father}) fill.home(id, old_home);
    fill.home(child, new_home, Protection::protected_address, 0);
    fill.home(mother, new_home, Protection::protected_address, 0);
    fill.tie(child, mother, Bond::mother, Responsibility::birth_mother, HasCare::yes);
    fill.tie(child, father, Bond::father, Responsibility::registered_at_birth, HasCare::no,
             ContactPermission::in_writing_only);
    fill.must(add_order(fill.transaction(), fill.scope(), child,
                        {OrderKind::non_molestation,
                         father,
                         date(year_of(fill.today()), 2, 3),
                         {},
                         "Sealed copy, shelf 12"}));
    fill.must(save_safe_contact(fill.transaction(), fill.scope(), mother,
                                {.channels = {Channel::telephone},
                                 .asked = true,
                                 .code_name = "Karin from the library",
                                 .only_ask_for = "Ring only while the child is at school.",
                                 .earliest_minute = 9 * 60 + 30,
                                 .latest_minute = 14 * 60 + 30,
                                 .neutral_sender = true}));
    auto person = find_person(fill.transaction(), fill.scope().agency, child).value();
    auto details = details_of(person);
    details.alert = "Be careful who you speak to. Check who is asking before you say anything.";
    fill.must(change_person(fill.transaction(), fill.scope(), child, person.version, details));
    fill.school(child, 12);
}

void family_with_orders(Filler& fill)
{
    const auto guarded = fill.child("Teddy", "Ashdown", 8, Sex::male);
    const auto grandmother = fill.adult("Brenda", "Ashdown");
    const auto mother = fill.adult("Shelley", "Ashdown");
    fill.tie(guarded, grandmother, Bond::special_guardian, Responsibility::special_guardianship,
             HasCare::yes);
    fill.tie(guarded, mother, Bond::mother, Responsibility::birth_mother, HasCare::no);
    fill.must(add_order(fill.transaction(), fill.scope(), guarded,
                        {OrderKind::special_guardianship,
                         grandmother,
                         date(year_of(fill.today()) - 3, 6, 14),
                         {},
                         "Court bundle, page 2"}));
    fill.home(guarded, fill.somewhere());
    fill.school(guarded, 8);

    const auto in_care = fill.child("Kayleigh", "Thorne", 14, Sex::female);
    const auto carer = fill.adult("Gwen", "Pascoe");
    const auto birth_mother = fill.adult("Dawn", "Thorne");
    fill.tie(in_care, carer, Bond::foster_carer, Responsibility::none, HasCare::yes);
    fill.tie(in_care, birth_mother, Bond::mother, Responsibility::birth_mother, HasCare::no);
    fill.must(add_order(
        fill.transaction(), fill.scope(), in_care,
        {OrderKind::care, {}, date(year_of(fill.today()) - 5, 9, 1), {}, "Legal file 7"}));
    fill.school(in_care, 14);
    fill.must(state_sen(fill.transaction(), fill.scope(), in_care,
                        {fill.today() - Days{400}, SenStatus::semh_only, "", ""}));
}

/// One child twice, as two schools wrote the name.
void made_twice(Filler& fill)
{
    for (const auto* given : {"Catherine", "Kathryn"}) {
        PersonDetails details;
        details.name = {given, "O’Connell", given[0] == 'C' ? "Kit" : ""};
        details.born_on = date(year_of(fill.today()) - 11, 3, 17);
        details.sex = Sex::female;
        const auto id = create_person(fill.transaction(), fill.scope(), details).value();
        fill.school(id, 11);
    }
}

void wordings(Filler& fill)
{
    const auto since = date(year_of(fill.today()) - 1, 1, 1);
    for (const auto purpose : all_consent_purposes())
        fill.must(
            add_wording(fill.transaction(), fill.scope(), purpose, standing_words(purpose), since));
}

} // namespace demo_detail

Result<DemoPeopleFilled> fill_demo(db::Database& database, const AddressSafe& safe,
                                   const DemoAgency& whose, const std::vector<Urn>& schools,
                                   std::size_t children, const Clock& clock)
{
    using namespace demo_detail;
    {
        auto reader = database.read();
        if (count_children(reader, whose.agency) > 0) return DemoPeopleFilled{};
    }
    Numbers numbers(20261125);
    DemoPeopleFilled filled;
    const auto in_transaction = [&](auto work) {
        auto transaction = database.begin("fill demonstration");
        const auto& worker = whose.colleagues.empty() || numbers.below(3) != 0
                                 ? whose.worker
                                 : whose.colleagues[numbers.below(whose.colleagues.size())];
        Filler fill(transaction, safe, scope_of(whose.agency, worker, clock.now()), numbers,
                    schools);
        work(fill);
        transaction.commit();
    };
    in_transaction([&](Filler& fill) {
        wordings(fill);
        protected_family(fill);
        family_with_orders(fill);
        made_twice(fill);
        filled.children += 5;
        filled.adults += 6;
    });
    // The families of a town are told one by one; those of a county beyond them all at once.
    const auto in_detail = std::min<std::size_t>(children + 5, in_detail_at_most);
    while (filled.children < in_detail)
        in_transaction([&](Filler& fill) {
            for (int i = 0; i < 20 && filled.children < in_detail; ++i) {
                const auto [more, adults] = ordinary_family(fill);
                filled.children += more;
                filled.adults += adults;
            }
        });
    while (filled.children < children + 5)
        in_transaction([&](Filler& fill) {
            std::vector<NewFamily> county;
            const auto more =
                std::min<std::size_t>(children + 5 - filled.children, entered_at_once);
            county.reserve(more);
            while (county.size() < more)
                county.push_back(county_family(fill, filled.children + county.size()));
            enter_families(fill.transaction(), fill.scope(), county);
            filled.children += more;
            filled.adults += more;
        });
    if (whose.duties) {
        const auto more = fill_duties(database, safe, whose, clock);
        filled.children += more.children;
        filled.adults += more.adults;
    }
    return filled;
}

} // namespace onroll::people
