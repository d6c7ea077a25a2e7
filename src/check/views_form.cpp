#include "check/views_form.h"

#include "design/components/lead.h"

#include <algorithm>

namespace onroll::check {

namespace views_form_detail {

using design::Html;

Html hidden(std::string_view name, std::string_view value)
{
    return design::void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

Html plain_button(const Html& words, std::string_view name, std::string_view value,
                  std::string_view css, std::string_view lang = {})
{
    return design::element("button",
                           {{"type", "submit"},
                            {"class", css},
                            {"name", name},
                            {"value", value},
                            design::maybe("lang", lang)},
                           words);
}

Html lines_of(std::string_view value)
{
    Html content;
    for (std::size_t from = 0; from <= value.size();) {
        const auto to = std::min(value.find('\n', from), value.size());
        if (from > 0) content += design::void_element("br");
        content += Html(value.substr(from, to - from));
        from = to + 1;
    }
    return content;
}

} // namespace views_form_detail

design::Html given_answers_view(const Words& words, const std::vector<GivenAnswer>& answers,
                                std::string_view button)
{
    using namespace views_form_detail;
    std::vector<Html> lines;
    for (const auto& answer : answers) {
        Html change;
        if (!answer.change.empty())
            change =
                plain_button(words("check.change") + design::visually_hidden(" " + answer.question),
                             button, answer.change, "onr-button-link");
        lines.push_back(design::element(
            "div", {{"class", "govuk-summary-list__row"}},
            design::element("dt", {{"class", "govuk-summary-list__key"}}, answer.question),
            design::element("dd", {{"class", "govuk-summary-list__value"}}, lines_of(answer.value)),
            design::element("dd", {{"class", "govuk-summary-list__actions"}}, change)));
    }
    return design::element("dl", {{"class", "govuk-summary-list"}}, lines);
}

design::Html hidden_fields(const Here& here, const std::vector<std::string_view>& without)
{
    using views_form_detail::hidden;
    std::vector<design::Html> all;
    for (const auto& [name, value] : here.fields)
        if (std::find(without.begin(), without.end(), name) == without.end())
            all.push_back(hidden(name, value));
    all.push_back(hidden("at", here.at));
    if (here.returning) all.push_back(hidden("returning", "yes"));
    return design::join(all);
}

design::Html carrying_form(const Here& here, std::string_view action, const design::Html& inside,
                           const std::vector<std::string_view>& without)
{
    const bool has_language =
        std::find(without.begin(), without.end(), "language") == without.end() &&
        inside.view().find("name=\"language\"") == std::string_view::npos;
    return design::element(
        "form",
        {{"method", "post"}, {"action", action}, {"novalidate", ""}, {"autocomplete", "off"}},
        hidden_fields(here, without),
        has_language ? views_form_detail::hidden("language", here.words.code()) : design::Html{},
        inside);
}

design::Html in_english(const Words& words, const design::Html& content)
{
    if (words.code() == "en") return content;
    return design::element("span", {{"lang", "en"}}, content);
}

design::SourceWords source_words_in(const Words& words)
{
    const auto before = words("source", {{"source", ""}});
    return {before, words("sources", {{"source", ""}}), words.code() == "en" ? "" : "en"};
}

design::Html phone_in(const Words& words, std::string_view number)
{
    const auto link = design::telephone(std::string(number));
    return words.right_to_left() ? design::element("bdi", {{"dir", "ltr"}}, link) : link;
}

design::Html hours_in(const Words& words, std::string_view hours)
{
    return words.right_to_left() ? design::element("bdi", {}, hours) : design::Html(hours);
}

AdviceService advice_in(const Here& here)
{
    auto advice = here.services.advice;
    if (here.words.has("advice.name")) advice.name = here.words("advice.name");
    if (here.words.has("advice.hours")) advice.hours = here.words("advice.hours");
    return advice;
}

design::Html languages_view(const Here& here, std::string_view action, const design::Html& carried)
{
    using namespace views_form_detail;
    const auto all = here.languages.all();
    if (all.size() < 2) return {};
    std::vector<Html> items;
    for (const auto* language : all) {
        const bool current = language == &here.words;
        items.push_back(design::element(
            "li", {},
            current ? design::element("strong", {{"lang", language->code()}}, language->name())
                    : plain_button(language->name(), "language", language->code(),
                                   "onr-button-link", language->code())));
    }
    return design::element(
        "nav", {{"aria-label", here.words("check.languages")}, {"class", "onr-noprint"}},
        design::element("form", {{"method", "post"}, {"action", action}, {"autocomplete", "off"}},
                        carried, design::element("ul", {{"class", "onr-languages"}}, items)));
}

design::Html way_back_and_languages(const Here& here, bool can_go_back)
{
    using namespace views_form_detail;
    Html content;
    if (can_go_back)
        content += design::element(
            "nav", {{"aria-label", here.words("check.back")}, {"class", "onr-noprint"}},
            carrying_form(here, "/check",
                          plain_button(here.words("check.back"), "go", "back",
                                       "govuk-back-link onr-back-button")));
    return content + languages_view(here, "/check", hidden_fields(here) + hidden("go", "stay"));
}

design::Html talk_view(const Here& here)
{
    const auto advice = advice_in(here);
    if (advice.name.empty()) return {};
    const auto& words = here.words;
    design::Html line;
    if (advice.phone.empty()) {
        line = words("check.talk_to_name", {{"name", advice.name}});
    } else {
        // The number is a link, so the sentence is cut where it stands.
        const auto sentence = words("check.talk_to", {{"name", advice.name}});
        const auto at = sentence.find("{phone}");
        line = sentence.substr(0, at) + phone_in(words, advice.phone);
        if (at != std::string::npos) line += design::Html(sentence.substr(at + 7));
    }
    if (!advice.hours.empty()) line += " " + hours_in(words, advice.hours);
    return design::paragraph(words("check.talk") + " " + line);
}

} // namespace onroll::check
