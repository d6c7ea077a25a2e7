// The parts that questions are drawn from, shared by views_question.cpp and
// views_question_pages.cpp.
#pragma once

#include "check/typed.h"
#include "check/views_question.h"
#include "design/components/checkboxes.h"
#include "design/components/date_input.h"
#include "design/components/input.h"
#include "design/components/radios.h"

#include <optional>
#include <string>

namespace onroll::check::views_question_detail {

using design::Html;

/// Draws the parts of one question's page.
struct Drawing {
    const Here& here;
    Asked asked;
    const Looked& looked;
    std::string key; ///< "q.started"

    const Words& words() const { return here.words; }
    std::string text(std::string_view rest) const { return words()(key + "." + std::string(rest)); }
    /// The text for what happened, where there is one of its own.
    std::optional<std::string> optional_text(const std::string& rest) const
    {
        const auto own = key + "." + rest + "." + std::string(looked.fields["what"]);
        const auto& english = here.languages.find("en");
        if (english.has(own)) return words()(own);
        if (english.has(key + "." + rest)) return words()(key + "." + rest);
        return std::nullopt;
    }
    std::optional<design::Hint> hint(const std::string& rest) const
    {
        const auto found = optional_text(rest);
        return found ? std::optional(design::Hint{.content = *found}) : std::nullopt;
    }
    std::string typed(std::string_view name) const { return std::string(looked.fields[name]); }
    design::ErrorMessage message(const FieldError& error) const
    {
        return {.content = words()(error.key), .visually_hidden = words()("check.error")};
    }
    std::optional<design::ErrorMessage> error(std::string_view field) const
    {
        for (const auto& one : looked.errors)
            if (one.field == field) return message(one);
        return std::nullopt;
    }
    design::Fieldset heading() const
    {
        return {.legend = {.content = question_title(here, asked),
                           .classes = "govuk-fieldset__legend--l",
                           .is_page_heading = true}};
    }
    design::Fieldset smaller(const std::string& content) const
    {
        return {.legend = {.content = content, .classes = "govuk-fieldset__legend--s"}};
    }

    design::Radio choice(std::string_view code) const
    {
        const auto rest = std::string(code);
        return {.value = rest, .content = text(code), .hint = hint(rest + ".hint")};
    }
    void add_unknown(std::vector<design::Radio>& items) const
    {
        items.push_back({.divider = words()("check.or")});
        items.push_back({.value = "unknown", .content = words()("check.unknown")});
    }

    Html radios(const std::string& name, std::initializer_list<std::string_view> codes) const
    {
        design::Radios all{.name = name,
                           .fieldset = heading(),
                           .hint = hint("hint"),
                           .error = error(name),
                           .value = typed(name)};
        for (const auto code : codes) all.items.push_back(choice(code));
        add_unknown(all.items);
        return render(all);
    }

    design::Radios yes_no(const std::string& name, design::Fieldset fieldset) const
    {
        design::Radios all{.name = name,
                           .fieldset = std::move(fieldset),
                           .error = error(name),
                           .value = typed(name)};
        all.items = {{.value = "yes", .content = words()("check.yes")},
                     {.value = "no", .content = words()("check.no")}};
        add_unknown(all.items);
        return all;
    }

    template <class Codes>
    Html ticks(const std::string& name, const Codes& codes) const
    {
        design::Checkboxes all{
            .name = name, .fieldset = heading(), .hint = hint("hint"), .error = error(name)};
        for (const auto value : looked.fields.all(name)) all.values.emplace_back(value);
        for (const auto code : codes)
            all.items.push_back({.value = std::string(code), .content = text(code)});
        all.items.push_back({.divider = words()("check.or")});
        for (const auto& [value, said] :
             {std::pair{"none", "check.none"}, {"unknown", "check.unknown"}})
            all.items.push_back(
                {.value = value, .content = words()(said), .behaviour = "exclusive"});
        return render(all);
    }

    Html date(const std::string& prefix, design::Fieldset fieldset,
              std::optional<design::Hint> date_hint) const
    {
        const auto of = typed_date(looked.fields, prefix);
        auto boxes = design::date_boxes(of.day, of.month, of.year);
        boxes[0].label = words()("check.day");
        boxes[1].label = words()("check.month");
        boxes[2].label = words()("check.year");
        std::optional<design::ErrorMessage> wrong;
        for (const auto* part : {"-day", "-month", "-year"})
            if (!wrong)
                for (const auto& one : looked.errors)
                    if (one.field == prefix + part) wrong = message(one);
        return render(design::DateInput{.id = prefix,
                                        .name_prefix = prefix,
                                        .boxes = std::move(boxes),
                                        .fieldset = std::move(fieldset),
                                        .hint = std::move(date_hint),
                                        .error = wrong});
    }

    /// "I do not know", beside boxes.
    Html not_known(const std::string& name) const
    {
        design::Checkboxes one{.name = name + "-known", .classes = "govuk-checkboxes--small"};
        if (looked.fields[name + "-known"] == "unknown") one.values = {"unknown"};
        one.items = {{.value = "unknown", .content = words()("check.unknown")}};
        return render(one);
    }

    Html number(const std::string& name) const
    {
        return render(design::Input{.name = name,
                                    .label = {.content = question_title(here, asked),
                                              .classes = "govuk-label--l",
                                              .is_page_heading = true},
                                    .hint = hint("hint"),
                                    .error = error(name),
                                    .value = typed(name),
                                    .classes = "govuk-input--width-4",
                                    .spellcheck = false}) +
               not_known(name);
    }
};

/// What the question's page asks, its heading first.
Html fields_of_page(const Drawing& draw);

} // namespace onroll::check::views_question_detail
