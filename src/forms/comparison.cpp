#include "forms/comparison.h"

#include "design/components/button.h"
#include "design/components/radios.h"

#include <map>
#include <string_view>
#include <utility>

namespace onroll::forms {

namespace comparison_detail {

using design::Html;
using design::HtmlWriter;

bool same(const http::Fields& one, const http::Fields& other)
{
    if (one.size() != other.size()) return false;
    for (auto left = one.begin(), right = other.begin(); left != one.end(); ++left, ++right)
        if (!(*left == *right)) return false;
    return true;
}

Html hidden(const std::string& name, std::string_view value)
{
    return design::void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

Html carried(const http::Fields& fields, const std::string& prefix)
{
    Html all;
    for (const auto& field : fields) all += hidden(prefix + field.name, field.value);
    return all;
}

Html shown(const std::string& words)
{
    return words.empty() ? Html("Nothing") : Html(words);
}

/// Whose answer is chosen beforehand.
std::string_view proposed(const Compared& question)
{
    const bool only_they_changed =
        question.opened_words && *question.opened_words == question.typed_words;
    return only_they_changed ? "saved" : "typed";
}

Html choice(const Compared& question, std::size_t number)
{
    const auto place = std::to_string(number);
    design::Radios radios{.name = std::string(choice_prefix) + place};
    radios.id_prefix = "choose-" + place;
    radios.fieldset =
        design::Fieldset{.legend = design::Legend{.content = question.label,
                                                  .classes = "govuk-fieldset__legend--s"}};
    if (question.opened_words)
        radios.hint =
            design::Hint{.content = "When you opened the form: " + shown(*question.opened_words)};
    radios.items = {{.value = "saved",
                     .content = shown(question.saved_words),
                     .hint = design::Hint{.content = "Saved since you opened the form"}},
                    {.value = "typed",
                     .content = shown(question.typed_words),
                     .hint = design::Hint{.content = "Typed by you"}}};
    radios.value = proposed(question);
    return design::render(radios) +
           carried(question.saved, std::string(saved_prefix) + place + ".") +
           carried(question.typed, std::string(typed_prefix) + place + ".");
}

} // namespace comparison_detail

Compared compared(std::string name, std::string label, std::string saved, std::string typed,
                  std::optional<std::string> opened)
{
    Compared question;
    question.label = std::move(label);
    question.saved.add(name, saved);
    question.typed.add(std::move(name), typed);
    question.saved_words = std::move(saved);
    question.typed_words = std::move(typed);
    question.opened_words = std::move(opened);
    return question;
}

design::Html comparison_form(const Comparison& comparison)
{
    using namespace comparison_detail;
    const auto who = comparison.saved_by.empty() ? "Somebody else" : comparison.saved_by;
    auto first = who + " changed this record while you had it open";
    if (!comparison.saved_when.empty()) first += ", on " + comparison.saved_when;
    HtmlWriter out;
    out.add(design::paragraph(first + ". Nothing you typed has been lost, and nothing has been "
                                      "saved over."));
    out.add(design::paragraph("Choose which answer to keep for each question, then save."));
    out.open("form", {{"method", "post"}, {"action", comparison.action}, {"novalidate", ""}});
    out.add(start(comparison.start));
    std::size_t number = 0;
    for (const auto& question : comparison.questions)
        out.add(same(question.saved, question.typed) ? carried(question.typed, {})
                                                     : choice(question, ++number));
    out.add(design::button_group(
        {design::render(design::Button{.content = "Save these answers"}),
         design::element("a", {{"class", "govuk-link"}, {"href", comparison.leave_href}},
                         "Leave it as it is saved")}));
    out.close();
    return std::move(out).done();
}

} // namespace onroll::forms
