#include "casework/event_form.h"

#include "casework/pages_case_frame.h"

#include <algorithm>
#include <string>

namespace onroll::casework {
namespace event_form_detail {

constexpr std::size_t longest_line = 200;
constexpr std::size_t longest_story = 20'000;

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

bool offers(const EventQuestion& question, std::string_view key)
{
    return std::any_of(question.options.begin(), question.options.end(),
                       [&](const AnswerOption& option) { return option.key == key; });
}

struct Reading {
    const http::Form& form;
    TypedFacts& out;
    Date today;

    void wrong(std::string_view name, std::string message)
    {
        out.errors.push_back(bad_input(std::move(message), std::string(name)));
    }

    void day(const EventQuestion& question, std::string_view name)
    {
        const auto part = [&](const char* which) { return form[std::string(name) + "-" + which]; };
        out.facts.set(question.fact, {});
        if (part("day").empty() && part("month").empty() && part("year").empty()) {
            if (question.needed) wrong(name, "Enter the day");
            return;
        }
        const auto typed = typed_date(form, name, "The day");
        if (!typed) {
            out.errors.push_back(typed.error());
        } else if (*typed < date(2012, 9, 1) || *typed > today + Days{731}) {
            wrong(name, "Enter a day from 1 September 2012 on and within the next two years");
        } else {
            out.facts.set(question.fact, iso(*typed));
        }
    }

    void choice(const EventQuestion& question, std::string_view name)
    {
        const auto key = form[name];
        out.facts.set(question.fact, offers(question, key) ? std::string(key) : std::string());
    }

    void ticks(const EventQuestion& question, std::string_view name)
    {
        std::string ticked;
        for (const auto key : form.all(name)) {
            if (!offers(question, key)) continue;
            if (!ticked.empty()) ticked += ' ';
            ticked += key;
        }
        out.facts.set(question.fact, std::move(ticked));
    }

    void words(const EventQuestion& question, std::string_view name, std::size_t longest)
    {
        auto typed = trimmed(form[name]);
        if (typed.size() > longest) return wrong(name, "This must be shorter");
        out.facts.set(question.fact, std::move(typed));
    }

    void length(const EventQuestion& question, std::string_view name)
    {
        Facts read;
        read.set(question.fact, trimmed(form[name]));
        out.facts.set(question.fact, std::string(read.text(question.fact)));
        if (!read.known(question.fact)) return;
        const auto half_days = question.asks == Asks::length ? read.half_days(question.fact)
                                                             : read.number(question.fact);
        if (!half_days || *half_days < 1 || *half_days > 90)
            wrong(name, question.asks == Asks::length
                            ? "Enter a number of days up to 45, such as 5 or 2.5"
                            : "Enter a number up to 90, such as 3");
    }

    void read(const EventQuestion& question)
    {
        const auto name = key_of(question.fact);
        switch (question.asks) {
        case Asks::day:
            return day(question, name);
        case Asks::yes_no:
            return out.facts.set(question.fact, form[name] == "yes"  ? "yes"
                                                : form[name] == "no" ? "no"
                                                                     : "");
        case Asks::choice:
            return choice(question, name);
        case Asks::ticks:
            return ticks(question, name);
        case Asks::length:
        case Asks::number:
            return length(question, name);
        case Asks::line:
            return words(question, name, longest_line);
        case Asks::story:
            return words(question, name, longest_story);
        case Asks::school:
            return;
        }
    }
};

void add_day(http::Fields& fields, std::string_view name, std::string_view value)
{
    const auto day = parse_date(value);
    add_date(fields, name, day ? std::optional(*day) : std::nullopt);
}

void add_ticks(http::Fields& fields, std::string_view name, std::string_view ticks)
{
    for (std::size_t from = 0; from < ticks.size();) {
        const auto to = std::min(ticks.find(' ', from), ticks.size());
        fields.add(std::string(name), std::string(ticks.substr(from, to - from)));
        from = to + 1;
    }
}

} // namespace event_form_detail

TypedFacts read_group(const http::Form& form, const QuestionGroup& group, const Facts& saved,
                      Date today)
{
    using namespace event_form_detail;
    TypedFacts typed{saved, {}};
    Reading reading{form, typed, today};
    for (const auto& question : group.questions) reading.read(question);
    return typed;
}

http::Fields fields_of(const EventQuestion& question, const Facts& facts)
{
    using namespace event_form_detail;
    http::Fields fields;
    const auto name = key_of(question.fact);
    const auto value = facts.text(question.fact);
    switch (question.asks) {
    case Asks::day:
        add_day(fields, name, value);
        break;
    case Asks::ticks:
        add_ticks(fields, name, value);
        break;
    case Asks::school:
        fields.add(std::string(school_words), std::string(facts.text(Fact::school_name)));
        fields.add(std::string(school_called), std::string(facts.text(Fact::school_name)));
        fields.add(std::string(name), std::string(value));
        break;
    case Asks::yes_no:
    case Asks::choice:
    case Asks::length:
    case Asks::number:
    case Asks::line:
    case Asks::story:
        fields.add(std::string(name), std::string(value));
        break;
    }
    return fields;
}

http::Fields fields_of(const QuestionGroup& group, const Facts& facts)
{
    http::Fields fields;
    for (const auto& question : group.questions)
        for (const auto& [name, value] : fields_of(question, facts)) fields.add(name, value);
    return fields;
}

} // namespace onroll::casework
