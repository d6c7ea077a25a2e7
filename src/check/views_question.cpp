#include "check/views_question.h"

#include "check/typed.h"
#include "design/components/button.h"
#include "design/components/checkboxes.h"
#include "design/components/date_input.h"
#include "design/components/details.h"
#include "design/components/error_summary.h"
#include "design/components/input.h"
#include "design/components/lead.h"
#include "design/components/radios.h"
#include "design/components/select.h"
#include "design/components/textarea.h"
#include "design/page.h"

#include <algorithm>

namespace onroll::check {

namespace views_question_detail {

using design::Html;

/// Draws the parts of one question's page.
struct Drawing {
    const Here& here;
    Question question;
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
    std::string error_text(const FieldError& error) const
    {
        return here.languages.find("en").has(error.key) ? words()(error.key) : error.key;
    }
    std::optional<design::ErrorMessage> error(std::string_view field) const
    {
        for (const auto& one : looked.errors)
            if (one.field == field) return design::error_message(error_text(one));
        return std::nullopt;
    }
    design::Fieldset heading() const
    {
        return {.legend = {.content = question_title(here, question),
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
    Html ticks(const std::string& name, const Codes& codes, bool can_be_unknown) const
    {
        design::Checkboxes all{
            .name = name, .fieldset = heading(), .hint = hint("hint"), .error = error(name)};
        for (const auto value : looked.fields.all(name)) all.values.emplace_back(value);
        for (const auto code : codes)
            all.items.push_back({.value = std::string(code), .content = text(code)});
        all.items.push_back({.divider = words()("check.or")});
        if (can_be_unknown)
            all.items.push_back({.value = "unknown",
                                 .content = words()("check.unknown"),
                                 .behaviour = "exclusive"});
        else
            all.items.push_back(
                {.value = "none", .content = words()("check.none"), .behaviour = "exclusive"});
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
                    if (one.field == prefix + part) wrong = design::error_message(error_text(one));
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
                                    .label = {.content = question_title(here, question),
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

Html what_page(const Drawing& draw)
{
    design::Radios all{.name = "what",
                       .fieldset = draw.heading(),
                       .hint = draw.hint("hint"),
                       .error = draw.error("what"),
                       .value = draw.typed("what")};
    for (const auto* code : {"suspended", "permanent", "lunchtimes", "sent_home", "collected_early",
                             "part_time", "unit", "moved", "home_education", "off_roll"})
        all.items.push_back(draw.choice(code));
    all.items.push_back({.divider = draw.words()("check.or")});
    all.items.push_back(draw.choice("unknown"));
    return render(all);
}

Html school_type_radios(const Drawing& draw)
{
    design::Radios types{.name = "school_type",
                         .fieldset = draw.smaller(draw.text("type")),
                         .error = draw.error("school_type"),
                         .value = draw.typed("school_type")};
    for (const auto* type : {"maintained", "academy", "ap_academy", "pru"})
        types.items.push_back({.value = type, .content = draw.text(std::string("type.") + type)});
    draw.add_unknown(types.items);
    return render(types);
}

Html council_select(const Drawing& draw)
{
    design::Select councils{.name = "council",
                            .label = {.content = draw.text("council"), .classes = "govuk-label--s"},
                            .error = draw.error("council"),
                            .value = draw.typed("council")};
    councils.items = {{.value = "", .text = draw.text("council.choose")},
                      {.value = "unknown", .text = draw.words()("check.unknown")}};
    for (const auto& council : draw.here.services.councils)
        councils.items.push_back({.value = std::to_string(council.code), .text = council.name});
    return render(councils);
}

Html school_choices(const Drawing& draw)
{
    design::Radios schools{
        .name = "urn", .fieldset = draw.smaller(draw.text("choose")), .error = draw.error("urn")};
    for (const auto& one : draw.looked.choices)
        schools.items.push_back({.value = one.urn.text(),
                                 .content = one.name,
                                 .hint = design::Hint{.content = one.place}});
    schools.items.push_back({.divider = draw.words()("check.or")});
    schools.items.push_back({.value = "none", .content = draw.text("not_listed")});
    return render(schools);
}

Html school_page(const Drawing& draw)
{
    if (draw.looked.fields["listed"] == "no")
        return design::page_heading(question_title(draw.here, draw.question)) +
               design::void_element("input",
                                    {{"type", "hidden"}, {"name", "listed"}, {"value", "no"}}) +
               school_type_radios(draw) + council_select(draw);
    Html content =
        render(design::Input{.name = "school",
                             .label = {.content = question_title(draw.here, draw.question),
                                       .classes = "govuk-label--l",
                                       .is_page_heading = true},
                             .hint = draw.hint("hint"),
                             .error = draw.error("school"),
                             .value = draw.typed("school"),
                             .spellcheck = false});
    if (!draw.looked.choices.empty()) content += school_choices(draw);
    if (draw.looked.ask_school_type)
        content += design::void_element("input", {{"type", "hidden"},
                                                  {"name", "urn"},
                                                  {"value", draw.looked.fields["urn"]}}) +
                   school_type_radios(draw);
    return content;
}

Html started_page(const Drawing& draw)
{
    Html content =
        draw.date("started", draw.heading(), draw.hint("hint")) + draw.not_known("started");
    const auto what = draw.looked.fields["what"];
    if (what != "suspended" && what != "permanent") return content;
    design::Radios half{.name = "half",
                        .fieldset = draw.smaller(draw.text("half")),
                        .value = draw.typed("half"),
                        .classes = "govuk-radios--inline"};
    half.items = {{.value = "am", .content = draw.text("am")},
                  {.value = "pm", .content = draw.text("pm")}};
    return content + render(half);
}

Html letter_page(const Drawing& draw)
{
    if (!read_answers(draw.looked.fields).an_exclusion())
        return render(draw.yes_no("letter", draw.heading()));
    design::Checkboxes says{.name = "letter_says",
                            .fieldset = draw.smaller(draw.text("says")),
                            .hint = draw.hint("says.hint")};
    for (const auto value : draw.looked.fields.all("letter_says")) says.values.emplace_back(value);
    for (const auto code : letter_codes)
        says.items.push_back({.value = std::string(code), .content = draw.text(code)});
    return render(draw.yes_no("letter", draw.heading())) + render(says);
}

Html said_page(const Drawing& draw)
{
    if (draw.looked.fields["what"] == "moved")
        return draw.ticks("said", std::array<std::string_view, 2>{"threatened", "trial"}, false);
    const std::array<std::string_view, 6> codes{"not_head",   "return_condition", "no_end_date",
                                                "lengthened", "told_45",          "no_adjustment"};
    return draw.ticks("said", codes, false);
}

Html number_box(const Drawing& draw, const std::string& name, const std::string& label)
{
    return render(design::Input{.name = name,
                                .label = {.content = label},
                                .error = draw.error(name),
                                .value = draw.typed(name),
                                .classes = "govuk-input--width-4",
                                .spellcheck = false});
}

Html earlier_page(const Drawing& draw)
{
    design::Radios where{.name = "earlier-where",
                         .fieldset = draw.smaller(draw.text("where")),
                         .value = draw.typed("earlier-where")};
    where.items = {{.value = "here", .content = draw.text("here")},
                   {.value = "other", .content = draw.text("other")}};
    auto any = draw.yes_no("earlier", draw.heading());
    any.hint = draw.hint("hint");
    return render(any) + number_box(draw, "earlier-term", draw.text("term")) +
           number_box(draw, "earlier-year", draw.text("year")) + render(where);
}

Html account_page(const Drawing& draw)
{
    auto asked = draw.yes_no("side", draw.heading());
    asked.hint = draw.hint("hint");
    return render(asked) + render(design::Textarea{
                               .name = "account",
                               .label = {.content = draw.text("text"), .classes = "govuk-label--s"},
                               .hint = draw.hint("text.hint"),
                               .value = draw.typed("account")});
}

Html work_page(const Drawing& draw)
{
    return design::page_heading(question_title(draw.here, draw.question)) +
           render(draw.yes_no("work", draw.smaller(draw.text("set")))) +
           render(draw.yes_no("day_six", draw.smaller(draw.text("day_six"))));
}

Html board_page(const Drawing& draw)
{
    design::Radios by{.name = "board_by",
                      .fieldset = draw.smaller(draw.text("by")),
                      .value = draw.typed("board_by")};
    by.items = {{.value = "hand", .content = draw.text("hand")},
                {.value = "post", .content = draw.text("post")}};
    design::Radios outcome{.name = "board",
                           .fieldset = draw.smaller(draw.text("outcome")),
                           .error = draw.error("board"),
                           .value = draw.typed("board")};
    outcome.items = {draw.choice("not_yet"), draw.choice("stays"), draw.choice("back")};
    draw.add_unknown(outcome.items);
    return design::page_heading(question_title(draw.here, draw.question)) +
           render(draw.yes_no("wrote", draw.smaller(draw.text("wrote")))) + render(outcome) +
           draw.date("board_on", draw.smaller(draw.text("date")), {}) + render(by);
}

Html fields_of_page(const Drawing& draw)
{
    switch (draw.question) {
    case Question::what:
        return what_page(draw);
    case Question::school:
        return school_page(draw);
    case Question::started:
        return started_page(draw);
    case Question::decided:
        return draw.date("decided", draw.heading(), draw.hint("hint")) + draw.not_known("decided");
    case Question::length:
        return draw.number("length");
    case Question::times:
        return draw.number("times");
    case Question::because:
        return draw.radios("because", {"behaviour", "staffing", "illness", "other"});
    case Question::agreed:
    case Question::disability: {
        auto all = draw.yes_no(std::string(name(draw.question)), draw.heading());
        all.hint = draw.hint("hint");
        return render(all);
    }
    case Question::ends:
        return render(draw.yes_no("has_end", draw.heading())) +
               draw.date("ends", draw.smaller(draw.text("date")), {});
    case Question::where:
        return draw.radios("where", {"own", "other", "online"});
    case Question::pressed:
        return draw.ticks("pressed", pressed_codes, false);
    case Question::why_off_roll:
        return draw.radios("why",
                           {"home_education", "moved", "excluded", "attendance", "no_reason"});
    case Question::letter:
        return letter_page(draw);
    case Question::reason:
        return draw.ticks("reason", reason_codes, true);
    case Question::said:
        return said_page(draw);
    case Question::exam: {
        auto all = draw.yes_no("exam", draw.heading());
        all.hint = draw.hint("hint");
        return render(all) + draw.date("exam_on", draw.smaller(draw.text("date")), {});
    }
    case Question::earlier:
        return earlier_page(draw);
    case Question::age:
        return draw.radios("age", {"under_five", "school", "sixth_form", "eighteen"});
    case Question::sen:
        return draw.radios("sen", {"plan", "support", "waiting", "none"});
    case Question::care:
        return draw.radios("care", {"looked_after", "social_worker", "neither"});
    case Question::account:
        return account_page(draw);
    case Question::work:
        return work_page(draw);
    case Question::board:
        return board_page(draw);
    }
    return {};
}

Html buttons_of_page(const Drawing& draw)
{
    std::vector<Html> buttons{render(design::Button{.content = draw.words()("check.continue"),
                                                    .name = "go",
                                                    .value = "next",
                                                    .prevent_double_click = true})};
    if (draw.question == Question::school && draw.looked.fields["listed"] != "no" &&
        draw.looked.choices.empty())
        buttons.push_back(render(design::Button{.content = draw.text("not_listed"),
                                                .name = "go",
                                                .value = "not_listed",
                                                .classes = "govuk-button--secondary"}));
    return design::button_group(buttons);
}

Html progress_of(const Drawing& draw)
{
    const auto answers = read_answers(draw.looked.fields);
    if (!answers.happened.asked()) return {};
    const auto all = questions_for(answers).size();
    return design::element(
        "p", {{"class", "govuk-caption-l"}},
        draw.words()("check.progress",
                     {{"number", std::to_string(place_of(answers, draw.question))},
                      {"all", std::to_string(all)}}));
}

} // namespace views_question_detail

std::string question_title(const Here& here, Question question)
{
    const auto key = "q." + std::string(name(question)) + ".title";
    const auto own = key + "." + std::string(here.fields["what"]);
    return here.words(here.languages.find("en").has(own) ? own : key);
}

design::Html question_view(const Here& here, Question question, const Looked& looked)
{
    using namespace views_question_detail;
    const Drawing draw{here, question, looked, "q." + std::string(name(question))};
    Html content;
    if (!looked.errors.empty()) {
        design::ErrorSummary summary{.title = here.words("check.problem")};
        for (const auto& error : looked.errors)
            summary.errors.push_back(
                {.content = draw.error_text(error), .href = "#" + error.field});
        content += render(summary);
    }
    content += progress_of(draw);
    auto without = field_names(question);
    content += carrying_form(here, "/check", fields_of_page(draw) + buttons_of_page(draw), without);
    content +=
        render(design::Details{.summary = here.words("check.why"), .content = draw.text("why")});
    if (question == Question::what)
        content += design::paragraph(design::link("/check/schools", here.words("check.schools")));
    return content + talk_view(here);
}

} // namespace onroll::check
