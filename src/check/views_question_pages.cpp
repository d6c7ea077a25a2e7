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

Html council_page(const Drawing& draw)
{
    design::Select councils{.name = "council",
                            .label = {.content = question_title(draw.here, draw.asked),
                                      .classes = "govuk-label--l",
                                      .is_page_heading = true},
                            .error = draw.error("council"),
                            .value = draw.typed("council")};
    councils.items = {{.value = "", .text = draw.text("choose")},
                      {.value = "unknown", .text = draw.words()("check.unknown")}};
    for (const auto& council : draw.here.services.councils)
        councils.items.push_back({.value = council_as_typed(council.code), .text = council.name});
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
    const Html search =
        render(design::Input{.name = "school",
                             .label = {.content = question_title(draw.here, draw.asked),
                                       .classes = "govuk-label--l",
                                       .is_page_heading = true},
                             .hint = draw.hint("hint"),
                             .error = draw.error("school"),
                             .value = draw.typed("school"),
                             .spellcheck = false});
    return draw.looked.choices.empty() ? search : search + school_choices(draw);
}

/// A day, or that it is not known.
Html day_page(const Drawing& draw, const std::string& prefix)
{
    return draw.date(prefix, draw.heading(), draw.hint("hint")) + draw.not_known(prefix);
}

Html yes_no_page(const Drawing& draw, const std::string& field)
{
    auto all = draw.yes_no(field, draw.heading());
    all.hint = draw.hint("hint");
    return render(all);
}

Html said_page(const Drawing& draw)
{
    if (draw.looked.fields["what"] == "moved")
        return draw.ticks("said", std::array<std::string_view, 2>{"threatened", "trial"});
    const auto happened = read_answers(draw.looked.fields).happened;
    std::vector<std::string_view> codes;
    for (const auto code : {"not_head", "return_condition", "no_end_date", "lengthened",
                            "turned_permanent", "told_45", "no_adjustment"})
        if (can_be_said(code, happened)) codes.emplace_back(code);
    return draw.ticks("said", codes);
}

/// One thing about one of the times before.
Html time_before_page(const Drawing& draw)
{
    const auto prefix = earlier_time_prefix(draw.asked.time);
    if (draw.asked.question == Question::earlier_day) return day_page(draw, prefix);
    if (draw.asked.question == Question::earlier_days) return draw.number(prefix + "-days");
    if (draw.asked.question == Question::earlier_more) return yes_no_page(draw, prefix + "-more");
    const auto where = draw.radios(prefix + "-at", {"here", "other"});
    if (draw.asked.time < most_earlier_times) return where;
    return where + design::paragraph(draw.text("most"));
}

Html account_page(const Drawing& draw)
{
    return render(design::Textarea{.name = "account",
                                   .label = {.content = question_title(draw.here, draw.asked),
                                             .classes = "govuk-label--l",
                                             .is_page_heading = true},
                                   .hint = draw.hint("hint"),
                                   .error = draw.error("account"),
                                   .value = draw.typed("account")}) +
           draw.not_known("account");
}

Html fields_of_page(const Drawing& draw)
{
    const auto field = std::string(name(draw.asked.question));
    switch (draw.asked.question) {
    case Question::what:
        return what_page(draw);
    case Question::school:
        return school_page(draw);
    case Question::school_type:
        return draw.radios(field, {"maintained", "academy", "ap_academy", "pru"});
    case Question::council:
        return council_page(draw);
    case Question::started:
    case Question::decided:
    case Question::ends:
    case Question::exam_on:
    case Question::board_on:
        return day_page(draw, field);
    case Question::half:
        return draw.radios("half", {"am", "pm"});
    case Question::length:
    case Question::times:
        return draw.number(field);
    case Question::earlier_term:
        return draw.number("earlier-term");
    case Question::earlier_year:
        return draw.number("earlier-year");
    case Question::because:
        return draw.radios("because", {"behaviour", "staffing", "illness", "other"});
    case Question::agreed:
    case Question::disability:
    case Question::has_end:
    case Question::letter:
    case Question::exam:
    case Question::earlier:
    case Question::side:
    case Question::work:
    case Question::day_six:
    case Question::wrote:
        return yes_no_page(draw, field);
    case Question::where:
        return draw.radios("where", {"own", "other", "online"});
    case Question::pressed:
        return draw.ticks("pressed", pressed_codes);
    case Question::why_off_roll:
        return draw.radios("why",
                           {"home_education", "moved", "excluded", "attendance", "no_reason"});
    case Question::letter_says:
        return draw.ticks("letter_says", letter_codes);
    case Question::reason:
        return draw.ticks("reason", reason_codes);
    case Question::said:
        return said_page(draw);
    case Question::earlier_by:
        return draw.radios("earlier_by", {"dates", "days"});
    case Question::earlier_day:
    case Question::earlier_days:
    case Question::earlier_at:
    case Question::earlier_more:
        return time_before_page(draw);
    case Question::earlier_where:
        return draw.radios("earlier-where", {"here", "other", "both"});
    case Question::age:
        return draw.radios("age", {"under_five", "school", "sixth_form", "eighteen"});
    case Question::sen:
        return draw.radios("sen", {"plan", "support", "waiting", "none"});
    case Question::care:
        return draw.radios("care", {"looked_after", "social_worker", "neither"});
    case Question::account:
        return account_page(draw);
    case Question::board:
        return draw.radios("board", {"not_yet", "stays", "back"});
    case Question::board_by:
        return draw.radios("board_by", {"hand", "post"});
    }
    return {};
}

} // namespace onroll::check::views_question_detail
