#include "check/letter_form.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace onroll::check {

namespace letter_form_detail {

constexpr std::array<std::pair<std::string_view, law::Kind>, 3> kinds{
    {{"suspension", law::Kind::suspension},
     {"permanent", law::Kind::permanent},
     {"lunchtime", law::Kind::lunchtime}}};

constexpr std::array<std::string_view, 4> fact_names{"kind", "days", "date", "total"};
constexpr std::string_view unknown = "unknown";

std::optional<law::Kind> kind_of(const LetterForm& form)
{
    for (const auto& [code, kind] : kinds)
        if (code == form.kind) return kind;
    return std::nullopt;
}

/// Half days of a suspension, or twice the lunchtimes; nothing where the number cannot be used.
std::optional<int> half_days_of(const LetterForm& form)
{
    const auto half_days = typed_half_days(form.days);
    if (!half_days || *half_days == 0) return std::nullopt;
    if (form.kind == "lunchtime" && *half_days % 2) return std::nullopt;
    return half_days;
}

std::string_view wrong_with_the_date(const TypedDate& date, std::string& part)
{
    for (const auto& [name, value, key] : {std::tuple{"day", &date.day, "error.date_day"},
                                           {"month", &date.month, "error.date_month"},
                                           {"year", &date.year, "error.date_year"}})
        if (value->empty()) return part = name, key;
    const auto parsed = parse_typed_date(date.day, date.month, date.year, "The date");
    part = "day";
    if (parsed) return law::law_version_of(*parsed) ? "" : "error.before_2012";
    if (!parsed.error().where.empty()) part = parsed.error().where;
    return "error.date_real";
}

} // namespace letter_form_detail

LetterForm read_letter_form(const http::Form& form)
{
    const auto text = [&](std::string_view name) { return std::string(form[name]); };
    LetterForm read;
    read.pasted = text("letter_text");
    read.way = text("letter_way");
    read.kind = text("letter_kind");
    read.days = text("letter_days");
    read.total = text("letter_total");
    read.days_not_known = form["letter_days-known"] == letter_form_detail::unknown;
    read.date = typed_date(form.fields, "letter_date");
    read.date_not_known = form["letter_date-known"] == letter_form_detail::unknown;
    read.facts_given = form["letter_facts"] == "given";
    for (const auto one : form.all("letter_ticked"))
        if (one.size() < 50) read.ticked.emplace(one);
    read.answers = carried_fields(form.fields);
    return read;
}

http::Fields fields_of(const LetterForm& form, const std::vector<std::string_view>& without)
{
    http::Fields fields = form.answers;
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty() && std::find(without.begin(), without.end(), name) == without.end())
            fields.add(name, value);
    };
    add("letter_text", form.pasted);
    add("letter_way", form.way);
    add("letter_kind", form.kind);
    add("letter_days", form.days);
    add("letter_total", form.total);
    add("letter_date-day", form.date.day);
    add("letter_date-month", form.date.month);
    add("letter_date-year", form.date.year);
    add("letter_days-known", form.days_not_known ? "unknown" : "");
    add("letter_date-known", form.date_not_known ? "unknown" : "");
    add("letter_facts", form.facts_given ? "given" : "");
    for (const auto& one : form.ticked) add("letter_ticked", one);
    return fields;
}

std::string_view name(LetterFact fact)
{
    return letter_form_detail::fact_names[static_cast<std::size_t>(fact)];
}

std::optional<LetterFact> letter_fact_named(std::string_view words)
{
    const auto& names = letter_form_detail::fact_names;
    const auto found = std::find(names.begin(), names.end(), words);
    if (found == names.end()) return std::nullopt;
    return static_cast<LetterFact>(found - names.begin());
}

std::vector<std::string_view> field_names(LetterFact fact)
{
    switch (fact) {
    case LetterFact::kind:
        return {"letter_kind"};
    case LetterFact::days:
        return {"letter_days", "letter_days-known"};
    case LetterFact::date:
        return {"letter_date-day", "letter_date-month", "letter_date-year", "letter_date-known"};
    case LetterFact::total:
        return {"letter_total"};
    }
    return {};
}

std::vector<LetterFact> facts_to_ask(const LetterForm& form)
{
    using namespace letter_form_detail;
    if (form.kind == "permanent") return {LetterFact::kind, LetterFact::date};
    const auto half_days = half_days_of(form);
    // A suspension of more than five days always goes to the governors.
    if (form.kind == "suspension" && !form.days_not_known && half_days && *half_days > 10)
        return {LetterFact::kind, LetterFact::days, LetterFact::date};
    if (form.kind == unknown) return {LetterFact::kind, LetterFact::date, LetterFact::total};
    return {LetterFact::kind, LetterFact::days, LetterFact::date, LetterFact::total};
}

bool answered(const LetterForm& form, LetterFact fact)
{
    switch (fact) {
    case LetterFact::kind:
        return !form.kind.empty();
    case LetterFact::days:
        return form.days_not_known || !form.days.empty();
    case LetterFact::date:
        return form.date_not_known || !form.date.empty();
    case LetterFact::total:
        return !form.total.empty();
    }
    return false;
}

std::optional<LetterFormError> look_at(const LetterForm& form, LetterFact fact)
{
    using namespace letter_form_detail;
    const auto field = "letter_" + std::string(name(fact));
    switch (fact) {
    case LetterFact::kind:
        if (kind_of(form) || form.kind == unknown) return std::nullopt;
        return LetterFormError{field, "letter_check.error_kind"};
    case LetterFact::days:
        if (form.days_not_known || half_days_of(form)) return std::nullopt;
        return LetterFormError{field, form.days.empty()          ? "letter_check.error_days_empty"
                                      : form.kind == "lunchtime" ? "letter_check.error_lunchtimes"
                                                                 : "letter_check.error_days"};
    case LetterFact::date: {
        if (form.date_not_known) return std::nullopt;
        if (form.date.empty())
            return LetterFormError{field + "-day", "letter_check.error_date_empty"};
        std::string part;
        const auto key = wrong_with_the_date(form.date, part);
        if (key.empty()) return std::nullopt;
        return LetterFormError{field + "-" + part, std::string(key)};
    }
    case LetterFact::total:
        if (form.total == "yes" || form.total == "no" || form.total == unknown) return std::nullopt;
        return LetterFormError{field, "letter_check.error_total"};
    }
    return std::nullopt;
}

std::optional<LetterFacts> typed_facts(const LetterForm& form, Date today)
{
    using namespace letter_form_detail;
    const auto asked = facts_to_ask(form);
    for (const auto fact : asked)
        if (look_at(form, fact)) return std::nullopt;
    LetterFacts facts;
    facts.kind = kind_of(form).value_or(law::Kind::suspension);
    facts.decided_on = today;
    if (!form.date_not_known)
        if (const auto date =
                parse_typed_date(form.date.day, form.date.month, form.date.year, "The date"))
            facts.decided_on = *date;
    const bool days_asked = std::count(asked.begin(), asked.end(), LetterFact::days) > 0;
    if (days_asked && !form.days_not_known)
        facts.half_days = *half_days_of(form) / (facts.kind == law::Kind::lunchtime ? 2 : 1);
    const bool total_asked = asked.back() == LetterFact::total;
    if (total_asked && form.total != unknown) facts.over_five_days_or_exam = form.total == "yes";
    if (days_asked && !total_asked) facts.over_five_days_or_exam = true;
    facts.over_fifteen_days = days_asked && facts.half_days > 30;
    return facts;
}

LetterForm with_facts(LetterForm form, const LetterFacts& facts)
{
    for (const auto& [code, kind] : letter_form_detail::kinds)
        if (kind == facts.kind) form.kind = code;
    form.days = half_days_as_typed(facts.half_days * (form.kind == "lunchtime" ? 2 : 1));
    form.date = {std::to_string(day_of(facts.decided_on)),
                 std::to_string(month_of(facts.decided_on)),
                 std::to_string(year_of(facts.decided_on))};
    form.total = !facts.over_five_days_or_exam   ? "unknown"
                 : *facts.over_five_days_or_exam ? "yes"
                                                 : "no";
    return form;
}

LetterForm with_what_was_read(LetterForm form)
{
    const auto reading = read_facts(read_letter(form.pasted));
    if (form.kind.empty() && reading.kind)
        for (const auto& [name, kind] : letter_form_detail::kinds)
            if (kind == *reading.kind) form.kind = name;
    if (reading.half_days && form.kind != "permanent" && form.days.empty())
        form.days = half_days_as_typed(*reading.half_days);
    if (reading.date && form.date.empty())
        form.date = {std::to_string(day_of(*reading.date)), std::to_string(month_of(*reading.date)),
                     std::to_string(year_of(*reading.date))};
    return form;
}

} // namespace onroll::check
