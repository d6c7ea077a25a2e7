// Reading: the basic members of a history. Optional circumstances and movements are read by their
// own files.
#include "law/json.h"
#include "law/json_circumstances.h"
#include "law/json_movements.h"
#include "law/json_reader.h"
#include "law/json_schools.h"
#include "law/rules_reckoning.h"

namespace onroll::law {

namespace json_read_detail {

Result<Pupil> read_pupil(const json::Value& value)
{
    ObjectReader object(value, "/pupil");
    Pupil pupil;
    pupil.compulsory_school_age = object.boolean("compulsory_school_age", true);
    pupil.age_18_or_over = object.boolean("age_18_or_over", false);
    pupil.looked_after = object.boolean("looked_after", false);
    pupil.social_worker = object.boolean("social_worker", false);
    pupil.disabled = object.boolean("disabled", false);
    pupil.year11_exams_finished = object.boolean("year11_exams_finished", false);
    if (object.has("home_la")) {
        const auto code = read_la(object, "home_la");
        if (!code) return code.error();
        pupil.home_la = *code;
    }
    object.refuse_others(pupil_circumstance_members());
    if (pupil.age_18_or_over && object.has("compulsory_school_age") && pupil.compulsory_school_age)
        object.fail("compulsory_school_age", "cannot be true for a pupil of 18 or over");
    if (object.failed()) return object.error();
    auto circumstances = read_pupil_circumstances(value);
    if (!circumstances)
        return bad_input(circumstances.error().message, "/pupil/" + circumstances.error().where);
    pupil.circumstances = std::move(*circumstances);
    return pupil;
}

Cancellation read_cancellation(ObjectReader& exclusion)
{
    ObjectReader object(exclusion.at("cancelled"), exclusion.path("cancelled"));
    Cancellation cancellation;
    cancellation.on = object.day("on");
    cancellation.returned_on = object.optional_day("returned_on");
    cancellation.invalid = object.text("invalid");
    cancellation.everyone_told = object.optional_boolean("everyone_told");
    cancellation.meeting_offered = object.optional_boolean("meeting_offered");
    object.refuse_others();
    if (object.failed()) exclusion.fail(object.error());
    return cancellation;
}

void read_length(ObjectReader& object, Exclusion& one)
{
    one.length_not_told = object.boolean("length_not_told", false);
    if (one.length_not_told) {
        if (one.kind == Kind::permanent)
            object.fail("length_not_told", "belongs to a suspension only");
        for (const auto* length : {"sessions", "lunchtimes"})
            if (object.has(length)) object.fail(length, "cannot stand beside length_not_told");
        return;
    }
    if (one.kind == Kind::suspension) one.sessions = object.integer("sessions", 1, 2000);
    if (one.kind == Kind::lunchtime) one.lunchtimes = object.integer("lunchtimes", 1, 1000);
    if (one.kind != Kind::suspension && object.has("sessions"))
        object.fail("sessions", "belongs to a suspension only");
    if (one.kind != Kind::lunchtime && object.has("lunchtimes"))
        object.fail("lunchtimes", "belongs to a lunchtime suspension only");
}

/// What the facts of one exclusion contradict, if anything.
void check_dates(ObjectReader& object, const Exclusion& one, const School& school)
{
    if (object.failed()) return;
    if (!law_version_of(one.decided_on))
        object.fail("decided_on", "must be on or after 1 September 2012, when these rules began");
    if (one.board_notified_on < one.decided_on)
        object.fail("board_notified_on", "must be the same as or after decided_on");
    if (one.first_day < one.decided_on)
        object.fail("first_day", "must be the same as or after decided_on; a day out of school "
                                 "before any decision belongs in sent_home");
    if (one.cancelled && one.cancelled->on < one.decided_on)
        object.fail("cancelled", "must be on or after decided_on");
    if (!school.calendar.counted_from(one.first_day, SchoolDays{1}))
        object.fail("first_day", "must lie within the terms given for school " + school.key);
}

/// The pupil may be out for longer than was first said.
bool may_last_longer(const Exclusion& one)
{
    const auto& facts = one.circumstances;
    return one.length_not_told || facts.no_end_date.value_or(false) ||
           facts.changed_without_new_decision ||
           (facts.board && facts.board->other_outcome == BoardOutcome::lengthened);
}

void check_exam_dates(ObjectReader& object, const Exclusion& one, const School& school)
{
    const auto last =
        may_last_longer(one) ? std::nullopt : HalfDays::of(one, school.calendar).last_day();
    for (const auto day : one.exam_dates)
        if (day < one.first_day || (last && day > *last))
            object.fail("exam_dates", "must each be a day of the exclusion");
}

/// What belongs to the procedure after an exclusion cannot come before it. A family may have
/// written, and a name may have been deleted, before the decision; a claim made before it may be
/// amended to speak of it.
bool follows_the_decision(EventType type)
{
    return type != EventType::representations && type != EventType::deleted_from_register &&
           type != EventType::discrimination_claim;
}

Result<Exclusion> read_exclusion(const json::Value& value, const std::string& path,
                                 const Index& schools, const History& history)
{
    ObjectReader object(value, path);
    Exclusion one;
    one.id = object.required_text("id");
    const auto key = object.required_text("school");
    const auto found = schools.find(key);
    if (found == schools.end()) object.fail("school", "must be one of the keys of schools");
    one.kind = object.choice<Kind>("kind", {{"suspension", Kind::suspension},
                                            {"lunchtime", Kind::lunchtime},
                                            {"permanent", Kind::permanent}});
    one.decided_on = object.day("decided_on");
    one.board_notified_on = object.optional_day("board_notified_on").value_or(one.decided_on);
    one.first_day = object.day("first_day");
    one.first_session = object.choice<Session>(
        "first_session", {{"am", Session::am}, {"pm", Session::pm}}, Session::am);
    read_length(object, one);
    one.exam_dates = object.days("exam_dates");
    one.exam_day_not_told = object.boolean("exam_day_not_told", false);
    if (one.exam_day_not_told && !one.exam_dates.empty())
        object.fail("exam_dates", "cannot stand beside exam_day_not_told");
    one.excluded_after_afternoon_start = object.boolean("excluded_after_afternoon_start", false);
    if (object.has("decided_by")) {
        const auto by = object.text("decided_by");
        one.decided_by = by == "head_teacher"          ? DecidedBy::head_teacher
                         : by == "acting_head_teacher" ? DecidedBy::acting_head_teacher
                         : by == "deputy_head_teacher" ? DecidedBy::deputy_head_teacher
                                                       : DecidedBy::other;
    }
    one.new_evidence = object.boolean("new_evidence", false);
    if (object.has("cancelled")) one.cancelled = read_cancellation(object);
    object.refuse_others(circumstance_members());
    if (!object.failed()) {
        one.school = found->second;
        check_dates(object, one, *history.schools[one.school]);
    }
    if (object.failed()) return object.error();
    auto circumstances = read_circumstances(value);
    if (!circumstances)
        return bad_input(circumstances.error().message, path + "/" + circumstances.error().where);
    one.circumstances = std::move(*circumstances);
    check_exam_dates(object, one, *history.schools[one.school]);
    if (object.failed()) return object.error();
    return one;
}

Outcome read_outcome(ObjectReader& object, EventType type)
{
    if (type == EventType::board_decision_notice)
        return object.choice<Outcome>("outcome", {{"reinstate", Outcome::reinstate},
                                                  {"not_reinstate", Outcome::not_reinstate}});
    if (type == EventType::irp_decision_notice)
        return object.choice<Outcome>("outcome", {{"uphold", Outcome::uphold},
                                                  {"recommend", Outcome::recommend},
                                                  {"quash", Outcome::quash}});
    if (type == EventType::reconsideration)
        return object.choice<Outcome>(
            "outcome", {{"reinstated", Outcome::reinstated},
                        {"not_reinstated", Outcome::not_reinstated},
                        {"reinstatement_declined", Outcome::reinstatement_declined}});
    return Outcome::none;
}

Result<Event> read_event(const json::Value& value, const std::string& path, const Index& exclusions,
                         const History& history)
{
    ObjectReader object(value, path);
    Event event;
    event.type = object.choice<EventType>(
        "type", {{"representations", EventType::representations},
                 {"board_meeting", EventType::board_meeting},
                 {"board_decision_notice", EventType::board_decision_notice},
                 {"irp_application", EventType::irp_application},
                 {"irp_waived", EventType::irp_waived},
                 {"irp_decision_notice", EventType::irp_decision_notice},
                 {"reconsideration", EventType::reconsideration},
                 {"deleted_from_register", EventType::deleted_from_register},
                 {"discrimination_claim", EventType::discrimination_claim},
                 {"discrimination_determined", EventType::discrimination_determined}});
    const auto found = exclusions.find(object.required_text("exclusion"));
    if (found == exclusions.end())
        object.fail("exclusion", "must be the id of one of the exclusions");
    event.on = object.day("on");
    event.method = object.choice<Method>(
        "method",
        {{"delivered", Method::delivered}, {"first_class_post", Method::first_class_post}},
        Method::delivered);
    event.outcome = read_outcome(object, event.type);
    object.refuse_others();
    if (!object.failed() && follows_the_decision(event.type) &&
        event.on < history.exclusions[found->second].decided_on)
        object.fail("on", "must be on or after decided_on of exclusion " + found->first);
    if (object.failed()) return object.error();
    event.exclusion = found->second;
    return event;
}

Result<Separation> read_separation(const json::Value& value, const std::string& path,
                                   const Index& schools)
{
    ObjectReader object(value, path);
    Separation one;
    one.id = object.required_text("id");
    const auto found = schools.find(object.required_text("school"));
    if (found == schools.end()) object.fail("school", "must be one of the keys of schools");
    one.from = object.day("from");
    one.to = object.optional_day("to");
    one.basis = object.choice<SeparationBasis>("basis",
                                               {{"safeguarding", SeparationBasis::safeguarding},
                                                {"disciplinary", SeparationBasis::disciplinary}},
                                               SeparationBasis::safeguarding);
    one.dsl_led = object.boolean("dsl_led", true);
    one.s19_referral = object.optional_boolean("s19_referral");
    object.refuse_others();
    if (!object.failed() && one.to && *one.to < one.from)
        object.fail("to", "must be the same as or after from");
    if (!object.failed() && !law_version_of(one.from))
        object.fail("from", "must be on or after 1 September 2012, when these rules began");
    if (object.failed()) return object.error();
    one.school = found->second;
    return one;
}

void read_assumptions(ObjectReader& top, History& history)
{
    if (!top.has("assumptions")) return;
    ObjectReader object(top.at("assumptions"), "/assumptions");
    history.term_total_scope = object.choice<TermTotalScope>(
        "term_total_scope", {{"pupil", TermTotalScope::pupil}, {"school", TermTotalScope::school}},
        TermTotalScope::pupil);
    history.covid_not_practicable = object.boolean("covid_not_practicable", false);
    object.refuse_others();
    if (object.failed()) top.fail(object.error());
}

int read_half_days(ObjectReader& object, std::string_view name)
{
    if (!object.has(name)) return 0;
    const auto& value = object.at(name);
    const double doubled = value.is_number() ? 2 * value.get<double>() : -1;
    if (doubled < 0 || doubled > 400 || doubled != static_cast<int>(doubled)) {
        object.fail(name, "must be a number of days, in whole or half days");
        return 0;
    }
    return static_cast<int>(doubled);
}

void read_earlier_days(ObjectReader& top, History& history)
{
    if (!top.has("earlier_days")) return;
    ObjectReader object(top.at("earlier_days"), "/earlier_days");
    EarlierDays earlier;
    earlier.on = object.day("on");
    earlier.term_half_days = read_half_days(object, "term_days");
    earlier.year_half_days = read_half_days(object, "year_days");
    object.refuse_others();
    if (!object.failed() && earlier.year_half_days < earlier.term_half_days)
        object.fail("year_days", "must be the same as or more than term_days");
    if (object.failed()) return top.fail(object.error());
    history.earlier_days = earlier;
}

/// Reads a list whose elements are named by `id`, refusing a name used twice.
template <class One, class Read>
void read_named(ObjectReader& top, std::string_view name, std::vector<One>& into, Index& index,
                Read read)
{
    top.for_each(name, [&](const json::Value& value, const std::string& path) {
        if (top.failed()) return;
        auto one = read(value, path);
        if (!one) return top.fail(one.error());
        if (!index.emplace(one->id, into.size()).second)
            return top.fail(bad_input("This id is used twice", path + "/id"));
        into.push_back(std::move(*one));
    });
}

/// Members for people or for tests, which the engine does not read.
constexpr std::string_view members_for_people[] = {"title", "tests", "note", "expected", "schema"};

} // namespace json_read_detail

Result<OwnedHistory> read_history(const json::Value& value, const SchoolFinder& find_school)
{
    using namespace json_read_detail;
    ObjectReader top(value, "");
    OwnedHistory owned;
    auto& history = owned.history;
    if (top.has("id")) history.id = top.text("id");
    read_assumptions(top, history);
    read_earlier_days(top, history);
    Index schools, exclusions, separations;
    read_schools(top, owned, schools, find_school);
    if (top.has("pupil") && !top.failed()) {
        auto pupil = read_pupil(top.at("pupil"));
        if (pupil)
            history.pupil = std::move(*pupil);
        else
            top.fail(pupil.error());
    }
    read_named(top, "exclusions", history.exclusions, exclusions,
               [&](const json::Value& one, const std::string& path) {
                   return read_exclusion(one, path, schools, history);
               });
    top.for_each("events", [&](const json::Value& one, const std::string& path) {
        if (top.failed()) return;
        const auto event = read_event(one, path, exclusions, history);
        if (!event) return top.fail(event.error());
        history.events.push_back(*event);
    });
    read_named(top, "separations", history.separations, separations,
               [&](const json::Value& one, const std::string& path) {
                   return read_separation(one, path, schools);
               });
    std::vector<std::string_view> others(movement_members().begin(), movement_members().end());
    others.insert(others.end(), std::begin(members_for_people), std::end(members_for_people));
    top.refuse_others(others);
    if (top.failed()) return top.error();
    auto movements = read_movements(value, history.schools);
    if (!movements) return movements.error();
    history.movements = std::move(*movements);
    return owned;
}

std::string id_of(const json::Value& history, std::size_t place)
{
    if (history.is_object() && history.contains("id") && history.at("id").is_string())
        if (history.at("id").get_ref<const std::string&>().size() <= longest_text)
            return history.at("id").get<std::string>();
    return "history " + std::to_string(place + 1);
}

} // namespace onroll::law
