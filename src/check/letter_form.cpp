#include "check/letter_form.h"

#include <algorithm>
#include <array>
#include <utility>

namespace onroll::check {

namespace letter_form_detail {

constexpr std::array<std::pair<std::string_view, law::Kind>, 3> kinds{
    {{"suspension", law::Kind::suspension},
     {"permanent", law::Kind::permanent},
     {"lunchtime", law::Kind::lunchtime}}};

bool spaces_only(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
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
    read.date = typed_date(form.fields, "letter_date");
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
    add("letter_facts", form.facts_given ? "given" : "");
    for (const auto& one : form.ticked) add("letter_ticked", one);
    return fields;
}

TypedFacts typed_facts(const LetterForm& form, Date today)
{
    TypedFacts typed;
    LetterFacts facts;
    const auto wrong = [&](std::string field, std::string key) {
        typed.errors.push_back({std::move(field), std::move(key), {}});
    };
    const auto& kinds = letter_form_detail::kinds;
    const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                   [&](const auto& one) { return one.first == form.kind; });
    if (kind == kinds.end())
        wrong("letter_kind", "letter_check.error_kind");
    else
        facts.kind = kind->second;
    if (form.kind == "suspension" && !letter_form_detail::spaces_only(form.days)) {
        const auto half_days = typed_half_days(form.days);
        if (half_days && *half_days > 0)
            facts.half_days = *half_days;
        else
            wrong("letter_days", "letter_check.error_days");
    }
    if (form.kind == "lunchtime" && !letter_form_detail::spaces_only(form.days)) {
        const auto twice = typed_half_days(form.days);
        if (twice && *twice > 0 && *twice % 2 == 0)
            facts.half_days = *twice / 2;
        else
            wrong("letter_days", "letter_check.error_lunchtimes");
    }
    facts.decided_on = today;
    if (!form.date.empty()) {
        const auto date = parse_typed_date(form.date.day, form.date.month, form.date.year,
                                           "The date on the letter");
        if (!date)
            typed.errors.push_back({"letter_date", {}, date.error().message});
        else if (!law::law_version_of(*date))
            wrong("letter_date", "error.before_2012");
        else
            facts.decided_on = *date;
    }
    if (form.kind != "permanent") {
        if (form.total == "yes" || form.total == "no")
            facts.over_five_days_or_exam = form.total == "yes";
        else if (form.total != "unknown")
            wrong("letter_total", "letter_check.error_total");
    }
    if (typed.errors.empty()) typed.facts = facts;
    return typed;
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
