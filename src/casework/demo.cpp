#include "casework/demo.h"

#include "casework/demo_stories.h"
#include "casework/demo_told_cases.h"
#include "casework/store.h"
#include "casework/store_answers.h"
#include "casework/store_capacity.h"
#include "casework/store_opening.h"
#include "casework/store_service.h"

#include "kernel/ensure.h"
#include "platform/crypto/new_id.h"

#include <algorithm>
#include <array>
#include <utility>

namespace onroll::casework {
namespace demo_detail {

using demo::Numbers;
using demo::Story;

constexpr std::array<std::string_view, 24> given_names{
    "Ada",   "Bilal", "Carys", "Dominik", "Esme", "Femi", "Gwen",  "Haris",
    "Ilsa",  "Joss",  "Kezia", "Luca",    "Mina", "Nico", "Orla",  "Piotr",
    "Quinn", "Rhea",  "Saul",  "Tamsin",  "Umar", "Vera", "Willa", "Zeki"};
constexpr std::array<std::string_view, 24> family_names{
    "Abara", "Birch",  "Cove",   "Dunmore", "Eastly", "Farrow", "Gale",  "Hasan",
    "Iqbal", "Jarrow", "Kelso",  "Lunt",    "Marsh",  "Nowak",  "Okoro", "Pell",
    "Quaye", "Reed",   "Sharma", "Tidwell", "Upton",  "Varley", "Wren",  "Yilmaz"};
constexpr std::array<std::string_view, 8> adults{
    "Amara, mother",      "Tom, father",   "Salma, mother", "Grandmother",
    "Kate, foster carer", "Marek, father", "Joy, mother",   "Aunt"};

/// What was said at the first contact, by story.
struct Opening {
    Story story;
    WhatHappened happened;
    std::string_view words;
    std::size_t weight;
};
constexpr std::array openings{
    Opening{Story::question, WhatHappened::asking_before,
            "Worried that something is coming. Asks what the school may and may not do.", 6},
    Opening{Story::sent_home, WhatHappened::sent_home,
            "School rang at lunch and said to collect. No letter. Back tomorrow if calm.", 7},
    Opening{Story::suspensions, WhatHappened::suspended,
            "Suspended again. The letter says disruption. Nobody has talked about support.", 8},
    Opening{Story::permanent_exclusion, WhatHappened::permanently_excluded,
            "Permanently excluded. The letter came home in the school bag.", 4},
    Opening{Story::part_time, WhatHappened::part_time,
            "Only mornings since before the holidays, and nothing in writing.", 4},
    Opening{Story::home_education, WhatHappened::home_education,
            "Told that home education would be better than another exclusion.", 2},
    Opening{Story::managed_move, WhatHappened::moved,
            "The school offers a move to another school for a trial.", 3}};

const Opening& one_opening(Numbers& numbers)
{
    std::size_t all = 0;
    for (const auto& opening : openings) all += opening.weight;
    auto at = numbers.below(all);
    for (const auto& opening : openings) {
        if (at < opening.weight) return opening;
        at -= opening.weight;
    }
    return openings.front();
}

/// Where people heard of the service. One source dries up in the last months.
ReferralSource one_source(Numbers& numbers, bool lately)
{
    static constexpr std::array usual{
        ReferralSource::school,           ReferralSource::school,           ReferralSource::online,
        ReferralSource::another_family,   ReferralSource::council_sen_team, ReferralSource::health,
        ReferralSource::exclusion_letter, ReferralSource::been_before};
    const auto source = usual[numbers.below(usual.size())];
    if (lately && source == ReferralSource::exclusion_letter) return ReferralSource::online;
    return source;
}

NewContact one_contact(Numbers& numbers, const Opening& opening, const DemoSchool& school, Date day,
                       bool lately)
{
    static constexpr std::array channels{Channel::phone,  Channel::phone,       Channel::phone,
                                         Channel::email,  Channel::web,         Channel::drop_in,
                                         Channel::letter, Channel::face_to_face};
    static constexpr std::array minutes{5, 10, 15, 15, 30, 45};
    NewContact told;
    told.channel = channels[numbers.below(channels.size())];
    told.caller = Caller::parent_or_carer;
    told.caller_name = numbers.one_of(adults);
    told.child_name = numbers.one_of(given_names) + " " + numbers.one_of(family_names);
    told.story = opening.words;
    told.happened = {opening.happened};
    told.first_day = demo::day_of_term(day - Days{2});
    told.source = one_source(numbers, lately);
    told.minutes = minutes[numbers.below(minutes.size())];
    if (!numbers.one_in(7)) {
        told.school = school.urn;
        told.school_name = school.name;
    }
    if (numbers.one_in(3)) {
        told.safe = SafeToRing::only_as_said;
        told.safe_how = numbers.one_in(2) ? "After 3:30pm. No voicemail." : "Text first, no post.";
    } else if (numbers.one_in(2)) {
        told.safe = SafeToRing::any_time;
    }
    if (told.channel == Channel::phone)
        told.phone = "01632 960" + std::to_string(100 + numbers.below(900));
    return told;
}

/// A school's early enquiry, or advice to somebody who works with a child.
NewContact one_of_professionals(Numbers& numbers, const DemoSchool& school)
{
    NewContact told;
    told.channel = Channel::email;
    const bool is_early = numbers.one_in(2);
    told.caller = is_early ? Caller::school : Caller::other_professional;
    told.enquiry = is_early ? Enquiry::early : Enquiry::professional;
    told.caller_name = is_early ? "SENCO" : "Early help worker";
    told.story = is_early ? "A pupil has begun to miss lessons. What can we try first?"
                          : "How may a family ask for the governors to meet online?";
    told.school = school.urn;
    told.school_name = school.name;
    told.source = ReferralSource::been_before;
    told.minutes = 15;
    return told;
}

/// The end of the audit's chain is one row, which each deed moves. PostgreSQL looks through all
/// that it was in the same transaction, so that a long one slows itself down.
constexpr std::size_t contacts_at_once = 20;

class ServiceFiller {
public:
    ServiceFiller(db::Database& store, DemoService whose, const DemoAdviceSize& size,
                  const Clock& clock)
        : store_(store), whose_(std::move(whose)), weeks_(size.weeks), now_(clock.now()),
          today_(clock.today())
    {
        whose_.cases_stay_open = size.stays_open;
    }

    void fill_settings()
    {
        auto transaction = store_.begin("fill demonstration");
        const auto begun = Instant{today_ - Days{7 * weeks_}};
        const auto set = set_policy(
            transaction, whose_.agency, 0,
            {.eligibility = Eligibility::everyone,
             .whom = "Any family in Tidemoor whose child may be, or has been, excluded",
             .kind = ServiceKind::outsourced,
             .run_by = "Tidemoor Families Together",
             .exclusions_team = "Exclusions advice line",
             .will = "An answer within two working days\nHelp to understand every letter\n"
                     "Somebody beside you at the governors’ meeting",
             .will_not = "Legal representation in court\nA decision about who is right",
             .published = true},
            whose_.manager, begun);
        ensure(set.has_value(), "the invented service sets how it works");
        for (const auto& [name, kind, help, reach] :
             {std::array{"Harbour Law Centre", "legal_charity", "Review panels", "By appointment"},
              std::array{"Tidemoor Parents’ Evening", "parents_group", "Other families",
                         "First Tuesday of the month"}})
            places_.emplace_back(add_signpost_place(transaction, whose_.agency,
                                                    {.id = crypto::new_id<SignpostPlaceId>(),
                                                     .name = name,
                                                     .kind = signpost_kind_named(kind).value(),
                                                     .help = help,
                                                     .reach = reach}),
                                 name);
        fill_capacities(transaction);
        for (int month = 0; month < weeks_ * 7 / 30; ++month)
            record_open_offer(transaction, whose_.agency,
                              {.held_on = demo::day_of_term(today_ - Days{7 * weeks_ - month * 30}),
                               .kind = all_offer_kinds()[static_cast<std::size_t>(month) % 4],
                               .title = "What a school must do",
                               .people = 6 + month % 9,
                               .minutes = 60},
                              whose_.manager, begun);
        transaction.commit();
    }

    /// Services that help with needs: one with a wait, one that takes nobody and was asked long
    /// ago.
    void fill_capacities(db::Transaction& transaction)
    {
        const auto told = [&](const char* name, const Capacity& capacity) {
            const auto place =
                add_signpost_place(transaction, whose_.agency,
                                   {.id = crypto::new_id<SignpostPlaceId>(),
                                    .name = name,
                                    .kind = SignpostKind::health,
                                    .help = "Assessment and help",
                                    .reach = "By referral from a school or a doctor"});
            const auto done = tell_capacity(transaction, whose_.agency, place, 0, capacity,
                                            whose_.manager, Instant{capacity.told_on});
            ensure(done.has_value(), "what an invented service can take on is told once");
        };
        told("Tidemoor Speech and Language Clinic",
             {.helps_with = {NeedKind::speech_and_language, NeedKind::hearing},
              .takes = Takes::after_a_wait,
              .weeks = 18,
              .told_on = today_ - Days{20},
              .told_by = "their office"});
        told("Harbour Neurodevelopment Team", {.helps_with = {NeedKind::autism, NeedKind::adhd},
                                               .takes = Takes::nobody_now,
                                               .weeks = std::nullopt,
                                               .told_on = today_ - Days{150},
                                               .told_by = "a letter to doctors"});
        told("Tidemoor Young Minds Drop-in",
             {.helps_with = {NeedKind::mental_health, NeedKind::autism},
              .takes = Takes::at_once,
              .weeks = std::nullopt,
              .told_on = today_ - Days{7},
              .told_by = "their worker"});
    }

    void fill_week(Date monday, std::size_t contacts)
    {
        for (std::size_t first = 0; first < contacts; first += contacts_at_once) {
            auto transaction = store_.begin("fill demonstration");
            for (auto one = first; one < std::min(first + contacts_at_once, contacts); ++one) {
                const auto day = monday + Days{static_cast<int>(numbers_.below(5))};
                if (day > today_) continue;
                const auto at =
                    Instant{day} + std::chrono::minutes{9 * 60 + numbers_.below(7 * 60)};
                if (at > now_) continue;
                fill_contact(transaction, day, at);
            }
            transaction.commit();
        }
    }

    DemoAdviceFilled filled() const { return filled_; }

    void finish(bool told_by_hand)
    {
        auto transaction = store_.begin("fill demonstration");
        if (told_by_hand) {
            const auto more = demo::tell_cases_by_hand(transaction, whose_, today_);
            filled_.contacts += more.contacts;
            filled_.cases += more.cases;
        }
        note_calendar_seen(transaction, whose_.agency, whose_.reckoner.calendar_revision());
        transaction.commit();
    }

private:
    void fill_contact(db::Transaction& transaction, Date day, Instant at)
    {
        const auto& school = whose_.schools[numbers_.below(whose_.schools.size())];
        const auto& worker = whose_.advisers[numbers_.below(whose_.advisers.size())];
        const auto& opening = one_opening(numbers_);
        const bool is_lately = day + Days{70} > today_;
        const bool of_professionals = numbers_.one_in(9);
        const auto told = of_professionals ? one_of_professionals(numbers_, school)
                                           : one_contact(numbers_, opening, school, day, is_lately);
        const auto id = record_contact(transaction, whose_.agency, told, worker, at);
        ++filled_.contacts;
        const bool comes_to_a_case =
            opening.story == Story::question ? numbers_.one_in(4) : !numbers_.one_in(3);
        if (of_professionals) return;
        if (!comes_to_a_case) return signpost(transaction, id, worker, day);
        const auto contact = find_contact(transaction, whose_.agency, id);
        ensure(contact.has_value(), "the invented contact was recorded");
        const auto born = day - Days{static_cast<int>(365 * 6 + numbers_.below(365 * 9))};
        const auto opened =
            open_case_from(transaction, people::scope_of(whose_.agency, worker, at), *contact,
                           {.child_name = told.child_name, .born_on = born});
        ensure(opened.has_value(), "the invented case opens");
        ++filled_.cases;
        demo::CaseFiller(transaction, whose_, numbers_, *opened, worker, day, today_)
            .tell(opening.story, school);
    }

    /// Some who need no case are sent on; most are asked what came of it, and some never are.
    void signpost(db::Transaction& transaction, const ContactId& contact,
                  const access::UserId& worker, Date day)
    {
        if (!beside_.one_in(3)) return;
        const auto& [place, name] = places_.at(beside_.below(places_.size()));
        const auto given = Instant{day} + std::chrono::hours{16};
        if (given > now_) return;
        const auto id =
            record_signpost(transaction, whose_.agency, contact, place, name,
                            "Other families, and help that we do not give", worker, given);
        const auto asked = given + std::chrono::hours{24 * 23};
        if (asked > now_ || beside_.one_in(4)) return;
        const auto result = all_signpost_results().at(beside_.below(all_signpost_results().size()));
        const auto kept = record_signpost_result(transaction, whose_.agency, contact, id, result,
                                                 {}, worker, asked);
        ensure(kept.has_value(), "what came of an invented signpost is kept");
    }

    db::Database& store_;
    DemoService whose_;
    std::vector<std::pair<SignpostPlaceId, std::string>> places_{};
    Numbers beside_{19890620}; ///< for what came later, so that the calls stay as they are
    int weeks_;
    Instant now_;
    Date today_;
    Numbers numbers_{20241126};
    DemoAdviceFilled filled_;
};

/// Each time that the store has twice as much as before.
bool is_time_to_count(int weeks)
{
    return weeks >= 4 && (weeks & (weeks - 1)) == 0;
}

} // namespace demo_detail

DemoAdviceSize size_for_open_cases(std::size_t open_cases)
{
    // A year has 38 weeks of term, and of two contacts about one comes to a case.
    constexpr std::size_t contacts_a_week_for_cases = 19;
    return {.contacts_a_week = std::max<std::size_t>(open_cases / contacts_a_week_for_cases, 1),
            .weeks = 5 * 52,
            .stays_open = Days{365},
            .told_by_hand = false};
}

Result<DemoAdviceFilled> fill_demo_advice(db::Database& store, const DemoService& whose,
                                          const DemoAdviceSize& size, const Clock& clock)
{
    ensure(!whose.advisers.empty() && !whose.schools.empty(),
           "a demonstration has advisers and schools");
    {
        auto reading = store.read();
        if (count_contacts(reading, whose.agency) > 0) return DemoAdviceFilled{};
    }
    demo_detail::ServiceFiller filler(store, whose, size, clock);
    filler.fill_settings();
    const auto today = clock.today();
    const auto monday =
        today - Days{static_cast<int>(std::chrono::weekday{today}.iso_encoding()) - 1};
    for (int week = size.weeks; week >= 0; --week) {
        const auto begins = monday - Days{7 * week};
        const auto more = static_cast<std::size_t>(size.weeks - week) / 52;
        filler.fill_week(begins, demo::in_usual_holidays(begins) ? 1 : size.contacts_a_week + more);
        if (whose.count_rows && demo_detail::is_time_to_count(size.weeks - week + 1))
            whose.count_rows();
    }
    filler.finish(size.told_by_hand);
    return filler.filled();
}

} // namespace onroll::casework
