// What each question's page asks.
#include "check/views_question_drawing.h"

#include "design/components/select.h"
#include "design/components/textarea.h"
#include "design/page.h"

#include <array>

namespace onroll::check::views_question_detail {

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

} // namespace onroll::check::views_question_detail
