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

    void number(const std::string& name, bool whole, const char* missing, const char* not_a_number)
    {
        if (field(name + "-known") == "unknown") return;
        if (field(name).empty()) return wrong(name, missing);
        const auto half_days = typed_half_days(field(name));
        if (!half_days || *half_days == 0 || (whole && *half_days % 2)) wrong(name, not_a_number);
    }
};

void use_school(Looking& looking, const Urn& urn, const Services& services)
{
    auto& fields = looking.out.fields;
    fields.set("urn", urn.text());
    fields.remove("listed");
    const auto type = read_answers(fields).school.value_or({}).type;
    const auto found = services.find_school(urn, type);
    if (found) {
        const auto named = services.search_schools(urn.text());
        if (!named.empty()) fields.set("school", named.front().name);
        return;
    }
    if (found.error().where == "school_type") {
        looking.out.ask_school_type = true;
        return looking.wrong("school_type", "error.school_type");
    }
    looking.wrong("school", found.error().message);
}

void look_for_the_school(Looking& looking, const Services& services)
{
    auto& fields = looking.out.fields;
    if (fields["urn"] == "none") {
        fields.remove("urn");
        fields.set("listed", "no");
    }
    if (fields["listed"] == "no") {
        fields.remove("urn");
        if (fields["school_type"].empty()) looking.wrong("school_type", "error.school_type");
        if (fields["council"].empty()) looking.wrong("council", "error.council");
        return;
    }
    if (const auto urn = Urn::parse(fields["urn"])) return use_school(looking, *urn, services);
    const auto words = std::string(fields["school"]);
    if (words.empty()) return looking.wrong("school", "error.school");
    const auto found = services.search_schools(words);
    if (found.empty()) return looking.wrong("school", "error.school_none");
    const auto same = [&](const SchoolChoice& one) { return one.name == words; };
    const auto exact = std::count_if(found.begin(), found.end(), same);
    if (exact == 1)
        return use_school(looking, std::find_if(found.begin(), found.end(), same)->urn, services);
    if (found.size() == 1) return use_school(looking, found.front().urn, services);
    looking.out.choices = found;
    looking.wrong("urn", "error.school_choose");
}

void look_at_earlier_days(Looking& looking)
{
    const auto any = looking.field("earlier");
    if (any.empty()) return looking.wrong("earlier", "error.earlier");
    if (any != "yes") return;
    if (looking.field("earlier-term").empty() && looking.field("earlier-year").empty())
        return looking.wrong("earlier-term", "error.earlier_days");
    for (const auto* name : {"earlier-term", "earlier-year"})
        if (!looking.field(name).empty() && !typed_half_days(looking.field(name)))
            looking.wrong(name, "error.earlier_days");
}

void look_at_the_board(Looking& looking)
{
    const auto outcome = looking.field("board");
    if (outcome.empty()) looking.wrong("board", "error.board");
    if (outcome == "stays" || outcome == "back") looking.day("board_on", "error.board_date");
}

/// A question that is one group of answers.
void look_at_choice(Looking& looking, Question question)
{
    const auto field = std::string(name(question) == "account" ? "side" : name(question));
    if (looking.field(field).empty()) looking.wrong(field, "error." + std::string(name(question)));
}

/// What only shows once the answers are put together: a day outside the term dates, say.
void look_at_all_of_it(Looking& looking, Question question, const Services& services, Date today)
{
    if (!looking.out.errors.empty()) return;
    const auto answers = read_answers(looking.out.fields);
    if (!answers.happened.asked() || !answers.school.asked()) return;
    const auto story = understand(answers, services, today);
    if (story || story.error().where != name(question)) return;
    looking.wrong(field_of_trouble(question), story.error().message);
}

} // namespace questions_detail

std::string field_of_trouble(Question question)
{
    if (question == Question::board) return "board_on-day";
    return std::string(field_names(question).front());
}

Looked look_at(Question question, http::Fields fields, const Services& services, Date today)
{
    using namespace questions_detail;
    Looked out{std::move(fields), {}, {}, false};
    Looking looking{out};
    switch (question) {
    case Question::school:
        look_for_the_school(looking, services);
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
    case Question::exam: {
        const bool ends = question == Question::ends;
        const auto* answer = ends ? "has_end" : "exam";
        if (out.fields[answer].empty()) looking.wrong(answer, ends ? "error.ends" : "error.exam");
        if (out.fields[answer] == "yes")
            looking.day(ends ? "ends" : "exam_on", ends ? "error.ends_date" : "error.exam_date");
        break;
    }
    case Question::earlier:
        look_at_earlier_days(looking);
        break;
    case Question::board:
        look_at_the_board(looking);
        break;
    default:
        look_at_choice(looking, question);
        break;
    }
    look_at_all_of_it(looking, question, services, today);
    return out;
}

std::optional<Question> next_question(const Answers& answers)
{
    for (const auto question : questions_for(answers))
        if (!answered(answers, question)) return question;
    return std::nullopt;
}

std::optional<Question> question_before(const Answers& answers, Question question)
{
    const auto list = questions_for(answers);
    const auto at = std::find(list.begin(), list.end(), question);
    if (at == list.begin() || at == list.end()) return std::nullopt;
    return *(at - 1);
}

int place_of(const Answers& answers, Question question)
{
    const auto list = questions_for(answers);
    const auto at = std::find(list.begin(), list.end(), question);
    return static_cast<int>(at - list.begin()) + 1;
}

} // namespace onroll::check
