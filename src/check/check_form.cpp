#include "check/check_form.h"

#include "law/duty_words.h"
#include "law/rules_reckoning.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace onroll::check {

using namespace law;

namespace check_form_detail {

std::vector<std::string> ticked(const http::Form& form, std::string_view name)
{
    std::vector<std::string> all;
    for (const auto value : form.all(name)) all.emplace_back(value);
    return all;
}

bool has(const std::vector<std::string>& ticks, std::string_view value)
{
    return std::find(ticks.begin(), ticks.end(), value) != ticks.end();
}

/// Collects what is wrong while the form is read in the order of the page.
struct Reading {
    const CheckForm& form;
    CheckedForm& out;

    void wrong(std::string field, std::string message)
    {
        out.errors.push_back({std::move(field), std::move(message)});
    }

    std::optional<Date> day(const TypedDate& typed, const std::string& field,
                            std::string_view label)
    {
        const auto parsed = parse_typed_date(typed.day, typed.month, typed.year, label);
        if (parsed) return *parsed;
        wrong(field + "-" + (parsed.error().where.empty() ? "day" : parsed.error().where),
              parsed.error().message);
        return std::nullopt;
    }

    /// Half days written as days, such as "4.5"; nothing where the box is empty.
    std::optional<int> half_days(const std::string& typed, const std::string& field,
                                 const std::string& label)
    {
        std::string kept;
        for (const char c : typed)
            if (c != ' ') kept += c;
        if (kept.empty()) return std::nullopt;
        double number = 0;
        const auto [stop, trouble] =
            std::from_chars(kept.data(), kept.data() + kept.size(), number);
        if (trouble != std::errc{} || stop != kept.data() + kept.size() || number < 0 ||
            number > 200 || 2 * number != std::floor(2 * number)) {
            wrong(field, label + " must be a number of whole or half days, like 4 or 4.5");
            return std::nullopt;
        }
        return static_cast<int>(2 * number);
    }
};

/// The kind of school that a person gave, where the list does not say it.
std::optional<SchoolType> stated_type(const CheckForm& form)
{
    if (form.school_type == "maintained") return SchoolType::maintained;
    if (form.school_type == "academy") return SchoolType::academy;
    if (form.school_type == "ap_academy") return SchoolType::ap_academy;
    if (form.school_type == "pru") return SchoolType::pru;
    return std::nullopt;
}

void find_the_school(Reading& reading, const check::Services& services, OwnedHistory& owned)
{
    const auto take = [&](const Urn& urn, const std::string& name) {
        auto school = services.find_school(urn, stated_type(reading.form));
        if (!school && school.error().where == "school_type") {
            reading.out.ask_school_type = true;
            return reading.wrong("school_type", "Select what kind of school it is");
        }
        if (!school) return reading.wrong("school", school.error().message);
        reading.out.school_name = name;
        school->key = "school";
        owned.schools.push_back(std::make_unique<School>(std::move(*school)));
        owned.history.schools.push_back(owned.schools.back().get());
    };
    const auto words = reading.form.urn.empty() ? reading.form.school : reading.form.urn;
    if (words.empty()) return reading.wrong("school", "Enter the name or number of the school");
    const auto found = services.search_schools(words);
    if (found.empty())
        return reading.wrong("school", "No school was found with that name or number. Check the "
                                       "spelling, or use the school’s number (URN)");
    const auto chosen = std::find_if(found.begin(), found.end(), [&](const SchoolChoice& one) {
        return one.urn.text() == words || one.name == words;
    });
    if (chosen != found.end()) return take(chosen->urn, chosen->name);
    if (found.size() == 1) return take(found.front().urn, found.front().name);
    reading.out.choices = found;
    reading.wrong("urn", "Select which school it is");
}

void read_pupil_facts(const CheckForm& form, Pupil& pupil)
{
    pupil.looked_after = has(form.pupil, "looked_after");
    pupil.social_worker = has(form.pupil, "social_worker");
    pupil.disabled = has(form.pupil, "disabled");
    pupil.age_18_or_over = has(form.pupil, "age_18");
    pupil.compulsory_school_age = !pupil.age_18_or_over && !has(form.pupil, "not_compulsory_age");
    if (has(form.pupil, "ehc_plan")) pupil.circumstances.ehc_plan = true;
}

void read_facts(const CheckForm& form, Exclusion& one)
{
    if (has(form.facts, "not_head")) one.decided_by = DecidedBy::other;
    if (has(form.facts, "needs_not_met"))
        one.circumstances.reasons.add(StatedReason::needs_cannot_be_met);
    if (has(form.facts, "attainment")) one.circumstances.reasons.add(StatedReason::attainment);
    if (has(form.facts, "parent_conduct"))
        one.circumstances.reasons.add(StatedReason::parent_conduct);
    if (has(form.facts, "return_condition"))
        one.circumstances.return_condition = ReturnCondition::meeting_with_parent;
    if (has(form.facts, "no_end_date")) one.circumstances.no_end_date = true;
    if (has(form.facts, "lengthened"))
        one.circumstances.changed_without_new_decision = ChangeMade::lengthened;
    if (has(form.facts, "told_45"))
        one.circumstances.wrongly_told.add(WrongStatement::days_45_make_it_permanent);
}

void read_kind(Reading& reading, Exclusion& one)
{
    const auto& kind = reading.form.kind;
    if (kind == "permanent")
        one.kind = Kind::permanent;
    else if (kind == "lunchtime")
        one.kind = Kind::lunchtime;
    else if (kind != "suspension" && kind != "unknown")
        reading.wrong("kind", "Select what kind of exclusion it is, or that you do not know");
}

/// Half days of a suspension, or lunchtimes. Left empty, the length is not known.
void read_length(Reading& reading, Exclusion& one)
{
    const auto& form = reading.form;
    if (form.kind == "permanent") return;
    const auto wrong_before = reading.out.errors.size();
    const bool lunchtimes = form.kind == "lunchtime";
    const auto length = reading.half_days(form.length, "length",
                                          lunchtimes ? "The number of lunchtimes" : "The length");
    if (reading.out.errors.size() > wrong_before) return;
    if (length && *length == 0)
        return reading.wrong("length", lunchtimes ? "The number of lunchtimes must be 1 or more"
                                                  : "The length must be half a day or more");
    if (lunchtimes && length && *length % 2 == 1)
        return reading.wrong("length", "The number of lunchtimes must be a whole number");
    if (lunchtimes && !length)
        return reading.wrong("length", "Enter how many lunchtimes, as a whole number");
    if (lunchtimes)
        one.lunchtimes = *length / 2;
    else
        one.sessions = length.value_or(2);
}

/// The day of the decision and the first day. Where one is not known, the other stands in for it.
void read_days(Reading& reading, Exclusion& one)
{
    const auto& form = reading.form;
    const bool only_first = form.decided.empty() && !form.first_day.empty();
    const auto decided =
        only_first ? std::nullopt
                   : reading.day(form.decided, "decided", "The date the head teacher decided");
    const auto first = form.first_day.empty()
                           ? std::nullopt
                           : reading.day(form.first_day, "first", "The first day of the exclusion");
    if (first) one.decided_on = one.first_day = *first;
    if (decided) one.decided_on = *decided;
    if (decided && form.first_day.empty()) one.first_day = *decided + Days{1};
    one.board_notified_on = one.decided_on;
    if ((decided || only_first) && (decided || first) && !law_version_of(one.decided_on))
        reading.wrong(only_first ? "first-year" : "decided-year",
                      "The date the head teacher decided must be on or after 1 September 2012");
    if (only_first && first)
        reading.out.assumptions.push_back(
            "The day of the decision. We took it as the first day, " + with_weekday(*first) +
            ". If it was before that, some of the last days are sooner.");
}

void read_exclusion_facts(Reading& reading, OwnedHistory& owned)
{
    const auto& form = reading.form;
    Exclusion one;
    one.id = "exclusion";
    read_kind(reading, one);
    read_days(reading, one);
    one.first_session = form.first_session == "pm" ? Session::pm : Session::am;
    read_length(reading, one);
    if (!form.exam.empty())
        if (const auto exam = reading.day(form.exam, "exam", "The date of the exam or test"))
            one.exam_dates.push_back(*exam);
    read_facts(form, one);
    owned.history.exclusions.push_back(std::move(one));
}

/// The first day, where it was not given: the first school day after the decision.
void settle_first_day(Reading& reading, OwnedHistory& owned)
{
    auto& one = owned.history.exclusions.front();
    const auto& calendar = owned.schools.front()->calendar;
    if (reading.form.first_day.empty())
        if (const auto next = calendar.after(one.decided_on, SchoolDays{1})) {
            one.first_day = *next;
            reading.out.assumptions.push_back("The first day out of school. We took it as " +
                                              with_weekday(*next) +
                                              ", the next school day after the decision.");
        }
    if (!calendar.counted_from(one.first_day, SchoolDays{1}))
        reading.wrong("first-day", "The first day of the exclusion must lie within the term "
                                   "dates that we hold for this school, " +
                                       in_words(calendar.first_day()) + " to " +
                                       in_words(calendar.last_day()));
}

/// Where kind or length is not known: each way it may be, and what to ask.
void spread_what_is_not_known(const CheckForm& form, const History& history, CheckedForm& out)
{
    const bool kind_unknown = form.kind == "unknown";
    const bool length_unknown = form.length.empty() && (kind_unknown || form.kind == "suspension");
    out.title = kind_unknown ? "Exclusion of a kind not known yet"
                             : kind_in_words(history.exclusions.front().kind);
    if (!kind_unknown && !length_unknown) return;
    const auto add = [&](const char* if_words, Kind kind, int half_days) {
        out.otherwise.push_back({if_words, history});
        auto& one = out.otherwise.back().history.exclusions.front();
        one.kind = kind;
        one.sessions = half_days;
    };
    if (length_unknown) {
        add("If it is a suspension of 5 school days or less", Kind::suspension, 2);
        add("If it is a suspension of 6 to 15 school days", Kind::suspension, 12);
        add("If it is a suspension of more than 15 school days", Kind::suspension, 32);
    } else {
        add("If it is a suspension", Kind::suspension, history.exclusions.front().sessions);
    }
    if (kind_unknown) add("If it is permanent", Kind::permanent, 0);
    out.question = !kind_unknown     ? "when does it end?"
                   : !length_unknown ? "is it permanent?"
                                     : "is it permanent? If not, when does it end?";
    if (kind_unknown)
        out.assumptions.push_back("What kind of exclusion it is. What hangs on it is above.");
    if (length_unknown)
        out.assumptions.push_back("How long it lasts. A suspension must have a set end.");
}

void read_earlier_days(Reading& reading, History& history)
{
    const auto term = reading.half_days(reading.form.earlier_term, "earlier-term",
                                        "The days lost earlier this term");
    const auto year = reading.half_days(reading.form.earlier_year, "earlier-year",
                                        "The days lost earlier this school year");
    if (term && year && *year < *term)
        reading.wrong("earlier-year", "The days lost earlier this school year must be the same as "
                                      "or more than those lost this term");
    if (!term)
        reading.out.assumptions.push_back("Days lost earlier this term. We took it that there were "
                                          "none. Days lost at a past school may count too.");
    if (!year && !term)
        reading.out.assumptions.push_back(
            "Days lost earlier this school year. We took it that there were none.");
    if (term || year)
        history.earlier_days = EarlierDays{history.exclusions.front().first_day, term.value_or(0),
                                           std::max(year.value_or(0), term.value_or(0))};
}

void read_what_followed(Reading& reading, History& history)
{
    const auto& form = reading.form;
    const auto decided = history.exclusions.front().decided_on;
    if (form.representations == "yes")
        history.events.push_back(
            {EventType::representations, 0, decided, Method::delivered, Outcome::none});
    if (form.board_outcome != "reinstate" && form.board_outcome != "not_reinstate") return;
    const auto letter =
        reading.day(form.board_letter, "board", "The date of the governors’ letter");
    if (!letter) return;
    if (*letter < decided)
        return reading.wrong("board-day", "The date of the governors’ letter must be the same as "
                                          "or after the date of the decision");
    history.events.push_back(
        {EventType::board_decision_notice, 0, *letter,
         form.board_method == "post" ? Method::first_class_post : Method::delivered,
         form.board_outcome == "reinstate" ? Outcome::reinstate : Outcome::not_reinstate});
}

} // namespace check_form_detail

CheckForm read_check_form(const http::Form& form)
{
    using namespace check_form_detail;
    const auto one = [&](const char* name) { return std::string(form[name]); };
    CheckForm typed;
    typed.school = one("school");
    typed.urn = one("urn");
    typed.school_type = one("school_type");
    typed.kind = one("kind");
    typed.decided = typed_date(form.fields, "decided");
    typed.first_day = typed_date(form.fields, "first");
    typed.exam = typed_date(form.fields, "exam");
    typed.board_letter = typed_date(form.fields, "board");
    typed.length = one("length");
    typed.first_session = one("first_session");
    typed.earlier_term = one("earlier-term");
    typed.earlier_year = one("earlier-year");
    typed.representations = one("representations");
    typed.board_outcome = one("board_outcome");
    typed.board_method = one("board_method");
    typed.pupil = ticked(form, "pupil");
    typed.facts = ticked(form, "facts");
    return typed;
}

http::Fields fields_of(const CheckForm& form)
{
    http::Fields fields;
    const auto add = [&](const std::string& name, const std::string& value) {
        if (!value.empty()) fields.add(name, value);
    };
    const auto add_date = [&](const std::string& prefix, const TypedDate& typed) {
        add(prefix + "-day", typed.day);
        add(prefix + "-month", typed.month);
        add(prefix + "-year", typed.year);
    };
    add("school", form.school);
    add("urn", form.urn);
    add("school_type", form.school_type);
    add("kind", form.kind);
    add_date("decided", form.decided);
    add_date("first", form.first_day);
    add_date("exam", form.exam);
    add_date("board", form.board_letter);
    add("length", form.length);
    add("first_session", form.first_session);
    add("earlier-term", form.earlier_term);
    add("earlier-year", form.earlier_year);
    add("representations", form.representations);
    add("board_outcome", form.board_outcome);
    add("board_method", form.board_method);
    for (const auto& tick : form.pupil) add("pupil", tick);
    for (const auto& tick : form.facts) add("facts", tick);
    return fields;
}

CheckedForm understand(const CheckForm& form, const check::Services& services)
{
    using namespace check_form_detail;
    CheckedForm out;
    Reading reading{form, out};
    OwnedHistory owned;
    owned.history.id = "check";
    find_the_school(reading, services, owned);
    read_exclusion_facts(reading, owned);
    read_pupil_facts(form, owned.history.pupil);
    read_earlier_days(reading, owned.history);
    read_what_followed(reading, owned.history);
    if (out.errors.empty()) settle_first_day(reading, owned);
    if (!out.errors.empty()) return out;
    out.assumptions.insert(out.assumptions.begin(),
                           "The day the governors were told. We took it as " +
                               with_weekday(owned.history.exclusions.front().decided_on) +
                               ". If it was later, the last day for their meeting is later too.");
    spread_what_is_not_known(form, owned.history, out);
    out.history = std::move(owned);
    return out;
}

} // namespace onroll::check
