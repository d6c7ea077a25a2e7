#include "casework/demo_told_cases.h"

#include "casework/demo_stories.h"
#include "casework/demo_told_case.h"
#include "casework/store.h"
#include "casework/store_keep.h"
#include "casework/store_profile.h"
#include "casework/store_releases.h"
#include "casework/store_reminders.h"

#include "kernel/ensure.h"
#include "platform/crypto/new_id.h"

#include <utility>

namespace onroll::casework::demo {
namespace demo_told_cases_detail {

Facts of_school(const DemoSchool& school)
{
    Facts facts;
    facts.set(Fact::school, school.urn.text());
    facts.set(Fact::school_name, school.name);
    return facts;
}

NewContact first_call(const DemoSchool& school, std::string caller, std::string child,
                      std::string story)
{
    NewContact told;
    told.caller = Caller::parent_or_carer;
    told.caller_name = std::move(caller);
    told.child_name = std::move(child);
    told.story = std::move(story);
    told.school = school.urn;
    told.school_name = school.name;
    told.source = ReferralSource::another_family;
    told.minutes = 35;
    return told;
}

people::Consent agrees_to_advice(const people::PersonId& child, const people::PersonId& parent,
                                 Date on)
{
    return {.id = crypto::new_id<people::ConsentId>(),
            .about = child,
            .purpose = people::ConsentPurpose::advice,
            .giver = parent,
            .capacity = people::Capacity::parental_responsibility,
            .channel = people::ConsentChannel::by_telephone,
            .given_on = on,
            .evidence = "Read out and agreed to in the first call"};
}

void have_noticed_needs(ToldCase& one)
{
    one.need(20, NeedKind::speech_and_language, "Misses half of what is said in a noisy room",
             {{NeedStep::noticed, one.day(420), "Parent", ""},
              {NeedStep::asked, one.day(400), "School", "The SENCO would ask"},
              {NeedStep::waiting, one.day(300), "Speech and language clinic", ""}});
    one.need(20, NeedKind::hearing, "",
             {{NeedStep::noticed, one.day(380), "Class teacher", ""},
              {NeedStep::seen, one.day(200), "Audiology", ""},
              {NeedStep::met, one.day(150), "Audiology", "Grommets, hears well again"}});
    one.need(20, NeedKind::autism, "",
             {{NeedStep::noticed, one.day(500), "Parent", ""},
              {NeedStep::asked, one.day(450), "GP", ""},
              {NeedStep::refused, one.day(360), "Community paediatrics",
               "School must ask, not the family"}});
}

void have_advised_next_steps(ToldCase& one)
{
    one.next_step(9,
                  {.kind = NextStepKind::pupil_referral_unit,
                   .where = "Quayside pupil referral unit",
                   .starts_on = one.day(8),
                   .advised = "It must teach from the sixth school day. Ask for a visit first, and "
                              "who brings the support plan along.",
                   .advised_on = one.day(9)},
                  {{NextStepResult::waiting, "A taxi is not ordered yet"},
                   {NextStepResult::began, "Three mornings a week"}});
    one.next_step(4,
                  {.kind = NextStepKind::new_school,
                   .advised = "If the governors uphold it: how to apply in the year, and that the "
                              "fair access protocol can find a place.",
                   .advised_on = one.day(4)},
                  {});
}

void have_lived_through(ToldCase& one)
{
    one.lived_through(20, {.kind = JourneyKind::contact,
                           .from = one.day(450),
                           .until = one.day(360),
                           .who = "GP",
                           .words = "We asked three times",
                           .feeling = 2});
    one.lived_through(20, {.kind = JourneyKind::wait,
                           .from = one.day(300),
                           .who = "Speech and language clinic",
                           .words = "Still on the list",
                           .feeling = 1});
    one.lived_through(20, {.kind = JourneyKind::moment,
                           .from = one.day(90),
                           .words = "He won the boat race at the harbour fair",
                           .feeling = 5});
}

/// What the family told the checker before it rang.
http::Fields told_the_checker(const DemoSchool& school, Date decided)
{
    http::Fields fields;
    fields.add("what", "permanent");
    fields.add("school", school.urn.text());
    const auto parts = std::chrono::year_month_day{decided};
    for (const std::string question : {"started", "decided"}) {
        fields.add(question + "-day", std::to_string(static_cast<unsigned>(parts.day())));
        fields.add(question + "-month", std::to_string(static_cast<unsigned>(parts.month())));
        fields.add(question + "-year", std::to_string(static_cast<int>(parts.year())));
    }
    fields.add("letter", "yes");
    fields.add("sen", "waiting");
    fields.add("side", "no");
    return fields;
}

/// A boy excluded for good: everything that the service does before the governors meet.
CaseId the_excluded_boy(db::Transaction& transaction, const DemoService& whose, Date today)
{
    const auto& school = whose.schools.front();
    ToldCase one(transaction, whose, whose.advisers.back(), today);
    const auto decided = day_of_term_before(one.day(18));
    auto told = first_call(school, "Hana Castellan, mother", "Leopold Castellan",
                           "Excluded for good after a fight at lunch. Nobody asked Leopold what "
                           "happened. The letter came home in the school bag.");
    told.phone = "01632 960771";
    told.safe = SafeToRing::any_time;
    one.open(17, told, today - Days{365 * 13 + 40}, told_the_checker(school, decided));
    one.taken_on(17, "Took the first call");
    const auto mother = one.caller();
    ensure(mother.has_value(), "the mother rang");
    one.consent(17, agrees_to_advice(one.child(), *mother, one.day(17)));
    one.level(17, 1, Level::three, "A governors’ meeting to prepare for");
    const auto senco = one.professional("Ms Adair", "SENCO", school.name);
    one.professional("Mr Quist", "Youth worker", "Harbour Boxing Club");
    auto facts = of_school(school);
    facts.set(Fact::decided_on, iso(decided));
    facts.set(Fact::happened_on, iso(decided));
    facts.set(Fact::reasons, "behaviour");
    facts.set(Fact::letter, "yes");
    facts.set(Fact::letter_on, iso(decided));
    facts.set(Fact::letter_says, "reasons right_to_make_representations");
    facts.set(Fact::account_taken, "no");
    const auto exclusion = one.event(17, EventKind::permanent_exclusion, facts);
    const auto call = one.work(16, {.kind = ActionKind::family,
                                    .stage = Stage::governing_board,
                                    .took = std::chrono::minutes{45},
                                    .what = "First long talk. The letter read together.",
                                    .topics = {Topic::permanent_exclusion, Topic::next_steps}});
    one.document(16, {"School letter.pdf", demo_paper("demo/advice/school_letter.pdf"),
                      Category::school_letter});
    one.document(
        15, {"What Hana wrote.txt", demo_paper("demo/advice/family_account.txt"), Category::family},
        call);
    one.correct(15, call, std::chrono::minutes{60});
    one.work(12, {.kind = ActionKind::school,
                  .stage = Stage::governing_board,
                  .took = std::chrono::minutes{20},
                  .what = "Asked for statements and the behaviour log",
                  .topics = {Topic::permanent_exclusion},
                  .with = {senco}});
    const auto note =
        one.note(11, "The SENCO says the support plan was never written. Asked for it by email.");
    one.correct(10, note,
                "The SENCO says the support plan was begun in May and never finished. Asked for it "
                "by email.");
    const auto report = one.document(
        10,
        {"Report of the clinic.pdf", demo_paper("demo/advice/clinic_report.pdf"), Category::other},
        note);
    one.correct(9, report, Category::report);
    one.recount(16);
    Facts since;
    since.set(Fact::day_six, "no");
    since.set(Fact::board_told_on, iso(one.day(12)));
    one.more(9, exclusion, since);
    one.account(9, {.written_by = WrittenBy::child,
                    .meeting = "The governors",
                    .happened = "He took my bag and I pushed him. I said sorry after.",
                    .felt = "Nobody wanted to hear it.",
                    .wanted = "To go back, and have my bag in the office at lunch.",
                    .trusted = "Mr Quist",
                    .who_may_know = WhoMayKnow::family_and_school});
    have_noticed_needs(one);
    have_advised_next_steps(one);
    have_lived_through(one);
    NewProfile profile;
    profile.strengths = "Kind to little ones, knows every boat in the harbour";
    profile.child_aims = "Back with friends before the holidays";
    profile.family_aims = "One person at school to ring";
    profile.what_helps = "Being told first, and time to walk round once";
    profile.trusted_adult = "Mr Quist";
    profile.trusted_role = "Youth worker";
    profile.trusted_chosen_by = ChosenBy::child;
    profile.needs = {WiderNeed::speech_and_language, WiderNeed::transport};
    const auto saved = save_profile(transaction, whose.agency, one.id(), 0, profile,
                                    whose.advisers.back(), one.at(9));
    ensure(saved.has_value(), "the invented profile is saved");
    const auto thread = one.conversation(
        14, *mother,
        {{Speaker::adviser, "Here is what the school must do next, and by when. Ring me any day."},
         {Speaker::family, "Thank you. Leopold wants to write to the governors himself. Can he?"},
         {Speaker::adviser, "Yes. I have sent a page on which he can say it in his own words."}});
    one.notice(13, thread, NoticeChannel::email, NoticeState::held,
               "No email address is recorded for this person.");
    one.notice(13, thread, NoticeChannel::text, NoticeState::sent, "");
    one.notice(6, thread, NoticeChannel::text, NoticeState::failed,
               "It was sent, and could not be delivered.");
    one.task(6, 5, "A notice did not reach the family: see why under Messages, then ring or write",
             true);
    one.task(7, 3, "Ask the school for the missing statements", false);
    one.task(2, 0, "Ring the clerk about the room", false, std::chrono::hours{13});
    one.opens_link(13, thread, *mother);
    one.status(12, "We wrote to the governors and asked for the school’s papers.");
    one.status(4, "The papers are here. We read them together before the meeting.",
               day_of_term(today + Days{4}));
    one.recount(4);
    if (whose.safes)
        give_papers(transaction, whose, one.id(), *mother, whose.advisers.back(), one.at(3));
    return one.id();
}

/// Parents who live apart: the mother's home is protected, and the father asks for papers.
CaseId the_separated_family(db::Transaction& transaction, const DemoService& whose, Date today)
{
    const auto& school = whose.schools.at(whose.schools.size() / 2);
    ToldCase one(transaction, whose, whose.advisers.back(), today);
    auto told = first_call(school, "Orsolya Sundgaard, mother", "Nell Sundgaard",
                           "Mornings only since September. Please never post anything: her father "
                           "must not learn where we live.");
    told.phone = "01632 960772";
    told.safe = SafeToRing::only_as_said;
    told.safe_how = "Only between 9am and 2:30pm. No texts, no voicemail, no post.";
    one.open(48, told, today - Days{365 * 11 + 15});
    one.taken_on(48, "Took the first call");
    const auto mother = one.caller();
    ensure(mother.has_value(), "the mother rang");
    one.lives(48, *mother, {.lines = {"9 Lantern Row"}, .postcode = "QT1 4LR"},
              people::Protection::protected_address);
    const auto father =
        one.adult(47, {.details = {.kind = people::PersonKind::adult,
                                   .name = {.given = "Gareth", .family = "Sundgaard"}},
                       .tie = {.child = one.child(),
                               .adult = one.child(),
                               .bond = people::Bond::father,
                               .natural_parent = people::NaturalParent::yes,
                               .responsibility = people::Responsibility::registered_at_birth,
                               .care = people::HasCare::no,
                               .contact = people::ContactPermission::in_writing_only},
                       .contacts = {{people::Channel::email, "gareth@example.invalid"}},
                       .safe = {.channels = {people::Channel::email}, .asked = true}});
    const auto ordered = people::add_order(transaction, one.scope(47), one.child(),
                                           {.kind = people::OrderKind::non_molestation,
                                            .concerns = father,
                                            .made_on = one.day(200),
                                            .document = "Scan among the documents"});
    ensure(ordered.has_value(), "the invented order is recorded");
    one.consent(48, agrees_to_advice(one.child(), *mother, one.day(48)));
    auto facts = of_school(school);
    facts.set(Fact::happened_on, iso(day_of_term_before(one.day(60))));
    facts.set(Fact::no_end, "yes");
    facts.set(Fact::written, "no");
    facts.set(Fact::because, "behaviour");
    one.event(48, EventKind::part_time_timetable, facts);
    one.work(47, {.kind = ActionKind::family,
                  .stage = Stage::school,
                  .took = std::chrono::minutes{40},
                  .what = "What is safe, and what the school must put in writing",
                  .topics = {Topic::part_time}});
    one.note(40, "Father wrote and asks for a copy of everything. He has parental responsibility; "
                 "the address must not be in it.");
    one.document(40, {"School letter.pdf", demo_paper("demo/advice/school_letter.pdf"),
                      Category::school_letter});
    keep_back(transaction, whose.agency, one.id(), {.words = "Lantern Row"}, whose.advisers.back(),
              one.at(40));
    one.conversation(39, father,
                     {{Speaker::family, "When do I get the papers?"},
                      {Speaker::adviser, "We look through each paper first. By the end of next "
                                         "week."}});
    one.status(20, "The school will put the timetable in writing.");
    one.recount(20);
    if (whose.safes)
        begin_copy(transaction, whose, one.id(), father, whose.advisers.back(), one.at(8));
    return one.id();
}

/// A girl whose appeal went to the tribunal; the case was closed once and opened again.
void the_girl_at_the_tribunal(db::Transaction& transaction, const DemoService& whose, Date today)
{
    const auto& school = whose.schools.back();
    ToldCase one(transaction, whose, whose.advisers.front(), today);
    one.open(330,
             first_call(school, "Mireille Sorrel, mother", "Robin Sorrel",
                        "The council will not assess her, and school sends her home."),
             today - Days{365 * 9 + 100});
    one.taken_on(330, "Took the first call");
    const auto stated = people::state_sen(
        transaction, one.scope(330), one.child(),
        {.from = one.day(330), .status = people::SenStatus::suspected, .need = "Autism"});
    ensure(stated.has_value(), "what is known of needs is stated");
    one.level(320, 1, Level::two, "Several talks with the school");
    one.close(250, Outcome::support_begun, "A mentor and a quiet room from January.");
    const auto held =
        begin_case_hold(transaction, whose.agency, {KeptKind::case_work, one.id().text()},
                        "A complaint is with the ombudsman", whose.manager, one.at(245));
    ensure(held.has_value(), "an invented case is held");
    one.state(190, CaseState::open, "The support stopped, and she is sent home again");
    one.more_work(188, "Refusal to assess", Level::tribunal, "Appeal to the tribunal");
    const auto planned = people::state_sen(transaction, one.scope(60), one.child(),
                                           {.from = one.day(60),
                                            .status = people::SenStatus::known_plan,
                                            .need = "Autism",
                                            .note = "Ordered by the tribunal"});
    ensure(planned.has_value(), "what is known of needs is stated");
    one.work(150, {.kind = ActionKind::drafting,
                   .stage = Stage::tribunal,
                   .took = std::chrono::minutes{240},
                   .what = "Grounds of appeal, with the family",
                   .topics = {Topic::plan}});
    one.work(75, {.kind = ActionKind::hearing,
                  .stage = Stage::tribunal,
                  .took = std::chrono::minutes{330},
                  .what = "At the hearing",
                  .topics = {Topic::plan}});
    one.need(180, NeedKind::autism, "",
             {{NeedStep::noticed, one.day(700), "Parent", ""},
              {NeedStep::waiting, one.day(500), "Neurodevelopment team", ""},
              {NeedStep::met, one.day(55), "Council", "In the plan"}});
    one.status(50, "The plan is being written. We look through the draft together.");
}

/// A family that stopped answering.
CaseId the_quiet_case(db::Transaction& transaction, const DemoService& whose, Date today)
{
    ToldCase one(transaction, whose, whose.advisers.front(), today);
    one.open(160,
             first_call(whose.schools.front(), "Tova Lindqvist, aunt", "Pia Lindqvist",
                        "Asked what a managed move is."),
             today - Days{365 * 14 + 200});
    one.taken_on(160, "Took the first call");
    one.note(150, "Rang twice and wrote. No answer.");
    one.task(150, 120, "Ring once more after the holidays", true);
    one.state(118, CaseState::inactive, "Nobody answers; they know how to reach us");
    return one.id();
}

/// The first contact was typed for the wrong school, and put right.
void correct_a_contact(db::Transaction& transaction, const DemoService& whose, const CaseId& id,
                       Instant now)
{
    const auto contacts = contacts_of_case(transaction, whose.agency, id);
    ensure(!contacts.empty(), "an invented case begins with a contact");
    auto told = contacts.back().told;
    told.minutes = 50;
    told.advice = "Write to the governors first; we do it together on Thursday.";
    const auto changed = change_contact(transaction, whose.agency, contacts.back().id,
                                        contacts.back().version, told, whose.advisers.back(), now);
    ensure(changed.has_value(), "the invented contact is put right");
}

} // namespace demo_told_cases_detail
using namespace demo_told_cases_detail;

DemoAdviceFilled tell_cases_by_hand(db::Transaction& transaction, const DemoService& whose,
                                    Date today)
{
    const auto boy = the_excluded_boy(transaction, whose, today);
    const auto family = the_separated_family(transaction, whose, today);
    the_girl_at_the_tribunal(transaction, whose, today);
    const auto quiet = the_quiet_case(transaction, whose, today);
    const auto lately = Instant{today - Days{4}} + std::chrono::hours{15};
    correct_a_contact(transaction, whose, boy, lately);
    work_on_several(transaction, whose, {boy, family, quiet}, lately);
    save_reminder_choice(transaction, whose.agency, whose.manager, {.by_mail = true});
    return {.contacts = 4, .cases = 4};
}

} // namespace onroll::casework::demo
