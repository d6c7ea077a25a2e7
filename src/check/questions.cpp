#include "check/questions.h"

#include "check/story.h"
#include "check/typed.h"

#include <algorithm>

namespace onroll::check {

namespace questions_detail {

struct Looking {
    Looked& out;

    std::string_view field(std::string_view name) const { return out.fields[name]; }
    void wrong(std::string field, std::string key)
    {
        out.errors.push_back({std::move(field), std::move(key)});
    }

    /// A date in three boxes, unless "I do not know" was chosen.
    void day(const std::string& prefix, const char* missing)
    {
        if (field(prefix + "-known") == "unknown") return;
        const auto typed = typed_date(out.fields, prefix);
        if (typed.empty()) return wrong(prefix + "-day", missing);
        for (const auto& [part, value, key] : {std::tuple{"-day", &typed.day, "error.date_day"},
                                               {"-month", &typed.month, "error.date_month"},
                                               {"-year", &typed.year, "error.date_year"}})
            if (value->empty()) return wrong(prefix + part, key);
        const auto parsed = parse_typed_date(typed.day, typed.month, typed.year, "The date");
        if (parsed) return;
        const auto& where = parsed.error().where;
        wrong(prefix + "-" + (where.empty() ? "day" : where), "error.date_real");
    }

    /// Days or half days, of which there may be none.
    void half_days_or_none(const std::string& name, const char* not_a_number)
    {
        if (field(name + "-known") != "unknown" && !typed_half_days(field(name)))
            wrong(name, not_a_number);
    }

    void number(const std::string& name, bool whole, const char* missing, const char* not_a_number)
    {
        if (field(name + "-known") == "unknown") return;
        if (field(name).empty()) return wrong(name, missing);
        const auto half_days = typed_half_days(field(name));
        if (!half_days || *half_days == 0 || (whole && *half_days % 2)) wrong(name, not_a_number);
    }
};

/// The school is settled; what was said of another one is taken back. Of a school whose kind no
/// list says, it is asked next.
void use_school(Looking& looking, const Urn& urn, const Services& services, Date today)
{
    auto& fields = looking.out.fields;
    fields.set("urn", urn.text());
    for (const auto* field : {"listed", "ask_type", "school_type", "council"}) fields.remove(field);
    const auto found = find_school(read_answers(fields).school.value_or({}), services, today);
    const auto named = services.search_schools(urn.text());
    if (!named.empty()) fields.set("school", named.front().name);
    if (!found) {
        const bool outside = found.error().where == "outside_the_rules";
        return looking.wrong("school", outside ? "error.school_outside" : "error.school_none");
    }
    if (found->type_taken) fields.set("ask_type", "yes");
}

void look_for_the_school(Looking& looking, const Services& services, Date today)
{
    auto& fields = looking.out.fields;
    if (fields["urn"] == "none") {
        fields.remove("urn");
        fields.set("listed", "no");
        return;
    }
    if (const auto urn = Urn::parse(fields["urn"]))
        return use_school(looking, *urn, services, today);
    const auto words = std::string(fields["school"]);
    if (words.empty()) return looking.wrong("school", "error.school");
    const auto found = services.search_schools(words);
    if (found.empty()) return looking.wrong("school", "error.school_none");
    const auto same = [&](const SchoolChoice& one) { return one.name == words; };
    const auto exact = std::count_if(found.begin(), found.end(), same);
    if (exact == 1)
        return use_school(looking, std::find_if(found.begin(), found.end(), same)->urn, services,
                          today);
    if (found.size() == 1) return use_school(looking, found.front().urn, services, today);
    looking.out.choices = found;
    looking.wrong("urn", "error.school_choose");
}

/// A question that is one group of answers.
void look_at_choice(Looking& looking, const Asked& asked)
{
    const auto field = std::string(field_names(asked).front());
    if (looking.field(field).empty())
        looking.wrong(field, "error." + std::string(name(asked.question)));
}

/// What only shows once the answers are put together: a day outside the term dates, say.
void look_at_all_of_it(Looking& looking, const Asked& asked, const Services& services, Date today)
{
    if (!looking.out.errors.empty()) return;
    const auto answers = read_answers(looking.out.fields);
    if (!answers.happened.asked() || !answers.school.asked()) return;
    const auto story = understand(answers, services, today);
    if (story || story.error().where != name(asked)) return;
    looking.wrong(field_of_trouble(asked), story.error().message);
}

} // namespace questions_detail

std::string field_of_trouble(const Asked& asked)
{
    return std::string(field_names(asked).front());
}

Looked look_at(const Asked& asked, http::Fields fields, const Services& services, Date today)
{
    using namespace questions_detail;
    Looked out{std::move(fields), {}, {}};
    Looking looking{out};
    switch (asked.question) {
    case Question::school:
        look_for_the_school(looking, services, today);
        break;
    case Question::started:
        looking.day("started", "error.started");
        break;
    case Question::decided:
        looking.day("decided", "error.decided");
        break;
    case Question::length: {
        const bool lunchtimes = out.fields["what"] == "lunchtimes";
        looking.number("length", lunchtimes, "error.length",
                       lunchtimes ? "error.lunchtimes_number" : "error.length_number");
        break;
    }
    case Question::times:
        looking.number("times", true, "error.times", "error.times_number");
        break;
    case Question::ends:
        looking.day("ends", "error.ends_date");
        break;
    case Question::exam_on:
        looking.day("exam_on", "error.exam_date");
        break;
    case Question::board_on:
        looking.day("board_on", "error.board_date");
        break;
    case Question::earlier_day:
        looking.day(earlier_time_prefix(asked.time), "error.earlier_date");
        break;
    case Question::earlier_days:
        looking.number(earlier_time_prefix(asked.time) + "-days", false, "error.earlier_length",
                       "error.length_number");
        break;
    case Question::earlier_term:
        looking.half_days_or_none("earlier-term", "error.earlier_days");
        break;
    case Question::earlier_year:
        looking.half_days_or_none("earlier-year", "error.earlier_days");
        break;
    case Question::account:
        if (out.fields["account-known"] != "unknown" && out.fields["account"].empty())
            looking.wrong("account", "error.account");
        break;
    default:
        look_at_choice(looking, asked);
        break;
    }
    look_at_all_of_it(looking, asked, services, today);
    return out;
}

std::optional<Asked> next_question(const Answers& answers)
{
    for (const auto& asked : questions_for(answers))
        if (!answered(answers, asked)) return asked;
    return std::nullopt;
}

std::optional<Asked> question_before(const Answers& answers, const Asked& asked)
{
    const auto list = questions_for(answers);
    const auto at = std::find(list.begin(), list.end(), asked);
    if (at == list.begin() || at == list.end()) return std::nullopt;
    return *(at - 1);
}

int place_of(const Answers& answers, const Asked& asked)
{
    const auto list = questions_for(answers);
    const auto at = std::find(list.begin(), list.end(), asked);
    return static_cast<int>(at - list.begin()) + 1;
}

} // namespace onroll::check
