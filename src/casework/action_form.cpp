#include "casework/action_form.h"

#include "casework/typed_words.h"

#include "kernel/one_line.h"

#include <algorithm>
#include <charconv>

namespace onroll::casework {
namespace action_form_detail {

constexpr std::size_t longest_what = 20'000;
constexpr std::size_t longest_professional = 200;

std::optional<std::chrono::minutes> minutes_in(std::string_view text)
{
    int minutes = 0;
    const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), minutes);
    if (text.empty() || trouble != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return std::chrono::minutes(minutes);
}

void read_time(const http::Form& form, TypedAction& typed)
{
    const auto pressed = form["took"];
    const auto text = without_blanks_around(pressed.empty() ? form["minutes"] : pressed);
    const auto minutes = minutes_in(text);
    if (text.empty())
        typed.errors.push_back(bad_input("Enter how many minutes it took", "minutes"));
    else if (!minutes || minutes->count() < 1 || *minutes > longest_action)
        typed.errors.push_back(
            bad_input("Minutes must be a whole number from 1 to 1,440", "minutes"));
    else
        typed.done.took = *minutes;
}

void read_day(const http::Form& form, Date today, TypedAction& typed)
{
    auto day =
        parse_typed_date(form["on-day"], form["on-month"], form["on-year"], "The day you did it");
    if (!day) {
        typed.errors.push_back(bad_input(day.error().message, "on"));
        return;
    }
    typed.done.on = *day;
    if (*day > today)
        typed.errors.push_back(bad_input("The day you did it must be today or in the past", "on"));
}

void read_worker(const http::Form& form, const std::vector<access::UserId>& colleagues,
                 TypedAction& typed)
{
    const auto named = form["worker"];
    if (named.empty()) return;
    for (const auto& colleague : colleagues)
        if (colleague.text() == named) typed.done.worker = colleague;
    if (!typed.done.worker)
        typed.errors.push_back(bad_input("Select a colleague who works on cases now", "worker"));
}

void read_professionals(const http::Form& form, const std::vector<Professional>& known,
                        TypedAction& typed)
{
    const auto ticked = form.all("with");
    for (const auto& professional : known)
        if (std::find(ticked.begin(), ticked.end(), professional.id.text()) != ticked.end())
            typed.done.with.push_back(professional.id);
    NewProfessional somebody{.name = one_line(form["new_name"]),
                             .role = one_line(form["new_role"]),
                             .organisation = one_line(form["new_organisation"])};
    if (somebody == NewProfessional{}) return;
    if (somebody.name.empty() && somebody.role.empty())
        typed.errors.push_back(bad_input("Enter the name or the role of the person", "new_name"));
    for (const auto& [words, field] :
         {std::pair(&somebody.name, "new_name"), std::pair(&somebody.role, "new_role"),
          std::pair(&somebody.organisation, "new_organisation")})
        if (count_of_letters(*words) > longest_professional)
            typed.errors.push_back(bad_input("This must be 200 characters or fewer", field));
    typed.professional = std::move(somebody);
}

} // namespace action_form_detail
using namespace action_form_detail;

TypedAction read_action(const http::Form& form, const std::vector<Professional>& known,
                        const std::vector<access::UserId>& colleagues, Date today)
{
    TypedAction typed;
    const auto kind = action_kind_named(form["kind"]);
    typed.done.kind = kind.value_or(ActionKind::other);
    if (!kind) typed.errors.push_back(bad_input("Select what you did", "kind"));
    typed.done.stage = stage_named(form["stage"]).value_or(Stage::any);
    read_worker(form, colleagues, typed);
    read_day(form, today, typed);
    typed.done.what = without_blanks_around(form["what"]);
    if (count_of_letters(typed.done.what) > longest_what)
        typed.errors.push_back(
            bad_input("What you did must be 20,000 characters or fewer", "what"));
    const auto ticked = form.all("topic");
    for (const auto topic : all_topics())
        if (std::find(ticked.begin(), ticked.end(), key_of(topic)) != ticked.end())
            typed.done.topics.push_back(topic);
    read_professionals(form, known, typed);
    read_time(form, typed);
    return typed;
}

http::Fields fields_of(const NewAction& done)
{
    http::Fields fields;
    fields.add("kind", std::string(key_of(done.kind)));
    fields.add("stage", std::string(key_of(done.stage)));
    if (done.took.count() > 0) fields.add("minutes", std::to_string(done.took.count()));
    add_day(fields, "on", done.on);
    if (done.worker) fields.add("worker", done.worker->text());
    fields.add("what", done.what);
    for (const auto topic : done.topics) fields.add("topic", std::string(key_of(topic)));
    for (const auto& professional : done.with) fields.add("with", professional.text());
    return fields;
}

} // namespace onroll::casework
