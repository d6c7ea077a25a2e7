// The drawing of a family's journey, with its table.
#include "casework/views_needs.h"

#include "design/chart/drawing.h"
#include "design/components/button.h"
#include "design/components/details.h"
#include "design/components/table.h"
#include "design/page.h"
#include "design/words.h"

#include <algorithm>

namespace onroll::casework {
namespace views_journey_detail {

using design::element;
using design::Html;
using namespace design::chart;
namespace fields = forms::fields;

std::string days_of(const Stretch& stretch)
{
    if (stretch.kind == StretchKind::day) return in_table(stretch.from);
    return in_table(stretch.from) + " to " +
           (stretch.until ? in_table(*stretch.until) : std::string("now"));
}

/// What a stretch says, without the lane.
std::string said(const Stretch& stretch)
{
    auto words = stretch.words;
    if (stretch.kind == StretchKind::wait && words != "Waiting")
        words = words.empty() ? "Waiting" : "Waiting: " + words;
    if (stretch.feeling) {
        if (!words.empty()) words += words.ends_with('.') ? " " : ". ";
        words += "It felt: " + std::string(feeling_in_words(*stretch.feeling));
    }
    return words;
}

/// One line of time for each lane, from left to right.
struct WideDrawing {
    const Journey& journey;
    Sketch sketch{.drawing = {}, .width = units_of(Width::wide), .height = 0};
    double left = 250;
    double row = 56;
    double top = 40;

    double x(Date day) const
    {
        const auto whole =
            std::max<double>(1, static_cast<double>((journey.until - journey.from).count()));
        return left + (sketch.width - left - 24) *
                          static_cast<double>((day - journey.from).count()) / whole;
    }
    double y(const std::string& lane) const
    {
        const auto place = std::find(journey.lanes.begin(), journey.lanes.end(), lane);
        return top + row * static_cast<double>(place - journey.lanes.begin()) + row / 2;
    }
    void draw_ends()
    {
        auto& drawing = sketch.drawing;
        const double bottom = top + row * static_cast<double>(journey.lanes.size());
        drawing.words({x(journey.from), top - 14}, in_table(journey.from), Words::soft);
        drawing.words({x(journey.until), top - 14}, in_table(journey.until), Words::soft,
                      Anchor::end);
        drawing.line(Ink::axis, {x(journey.from), top}, {x(journey.from), bottom});
        drawing.line(Ink::axis, {x(journey.until), top}, {x(journey.until), bottom});
        sketch.height = bottom + 12;
    }
    void draw_lane(const std::string& lane)
    {
        const double middle = y(lane);
        const auto lines = lines_of(lane, left - 30, Words::strong);
        sketch.drawing.wrapped({0, middle + 5 - 10 * (static_cast<double>(lines.size()) - 1)}, lane,
                               left - 30, Words::strong);
        sketch.drawing.line(Ink::grid, {left, middle}, {sketch.width - 24, middle});
    }
    void draw_stretch(const Stretch& stretch)
    {
        const double middle = y(stretch.lane);
        const double from = x(stretch.from);
        const double to = x(stretch.until.value_or(journey.until));
        if (stretch.kind == StretchKind::going_on)
            sketch.drawing.box(Ink::mark_1, {from, middle - 7, std::max(4.0, to - from), 14}, 3);
        if (stretch.kind == StretchKind::wait)
            sketch.drawing.line(Ink::line_3, {from, middle}, {std::max(to, from + 4), middle});
        if (stretch.kind == StretchKind::day && !stretch.feeling)
            sketch.drawing.diamond(Ink::mark_4, {from, middle}, 8);
        if (!stretch.feeling) return;
        sketch.drawing.circle(answer_of(*stretch.feeling), {from, middle}, 13);
        sketch.drawing.words({from, middle + 6}, std::to_string(*stretch.feeling),
                             *stretch.feeling == 1 || *stretch.feeling == 5 ? Words::white
                                                                            : Words::strong,
                             Anchor::middle);
    }
    static Ink answer_of(int feeling)
    {
        constexpr Ink inks[]{Ink::answer_1, Ink::answer_2, Ink::answer_3, Ink::answer_4,
                             Ink::answer_5};
        return inks[feeling - 1];
    }
};

Sketch draw_wide(const Journey& journey)
{
    WideDrawing drawing{journey};
    drawing.draw_ends();
    for (const auto& lane : journey.lanes) drawing.draw_lane(lane);
    for (const auto& stretch : journey.stretches) drawing.draw_stretch(stretch);
    return std::move(drawing.sketch);
}

/// One line that runs down the page, each thing beside it in words.
Sketch draw_narrow(const Journey& journey)
{
    Sketch sketch{.drawing = {}, .width = units_of(Width::narrow), .height = 0};
    const double line = 20;
    const double words_at = 44;
    // Some room is left over: widths are Arial's, and letters of another kind are wider.
    const double room = sketch.width - words_at - 20;
    double y = 8;
    for (const auto& stretch : journey.stretches) {
        const double began = y;
        double below =
            sketch.drawing.wrapped({words_at, y + 16}, stretch.lane, room, Words::strong);
        below = sketch.drawing.wrapped({words_at, below}, days_of(stretch), room, Words::soft);
        const auto words = said(stretch);
        if (!words.empty()) below = sketch.drawing.wrapped({words_at, below}, words, room);
        y = below + 2;
        sketch.drawing.line(Ink::grid, {line, began}, {line, y});
        if (stretch.kind == StretchKind::going_on)
            sketch.drawing.box(Ink::mark_1, {line - 7, began + 4, 14, y - began - 16}, 3);
        if (stretch.kind == StretchKind::wait)
            sketch.drawing.line(Ink::line_3, {line, began + 4}, {line, y - 12});
        if (stretch.feeling)
            sketch.drawing.circle(WideDrawing::answer_of(*stretch.feeling), {line, began + 12}, 10);
        else if (stretch.kind == StretchKind::day)
            sketch.drawing.diamond(Ink::mark_4, {line, began + 12}, 8);
    }
    sketch.height = y + 4;
    return sketch;
}

std::string finding_of(const Journey& journey)
{
    const auto waits =
        std::count_if(journey.stretches.begin(), journey.stretches.end(),
                      [](const Stretch& stretch) { return stretch.kind == StretchKind::wait; });
    const auto weeks = (journey.until - journey.from).count() / 7;
    const auto days = (journey.until - journey.from).count() + 1;
    return (weeks > 0 ? design::counted(weeks, "week") : design::counted(days, "day")) + ", " +
           design::counted(static_cast<std::int64_t>(journey.lanes.size()), "service or place",
                           "services and places") +
           (waits > 0 ? ", " + design::counted(waits, "wait") : std::string());
}

std::string described(const Journey& journey)
{
    std::string words = "From " + in_words(journey.from) + " to " + in_words(journey.until) + ": ";
    for (const auto& lane : journey.lanes) {
        if (!words.ends_with(": ")) words += "; ";
        const auto here =
            std::count_if(journey.stretches.begin(), journey.stretches.end(),
                          [&](const Stretch& stretch) { return stretch.lane == lane; });
        words += lane + ", " + design::counted(here, "entry", "entries");
    }
    return words + ". The table below gives each one.";
}

Html told_part(const JourneyView& view)
{
    Html rows;
    for (const auto& stretch : view.journey.stretches) {
        if (!stretch.told || !view.may_change) continue;
        rows += element(
            "form",
            {{"method", "post"},
             {"action", view.address + "/journey/" + stretch.told->text() + "/take-out"},
             {"class", "onr-noprint"}},
            view.start(), stretch.lane + ", " + days_of(stretch) + " ",
            element("button", {{"class", "onr-link-button"}, {"type", "submit"}},
                    "Take out of the drawing",
                    design::visually_hidden(": " + stretch.lane + ", " + days_of(stretch))));
    }
    if (rows.empty()) return {};
    return render(design::Details{.summary = "Take something out", .content = rows});
}

} // namespace views_journey_detail

design::chart::Picture picture_of(const Journey& journey)
{
    using namespace views_journey_detail;
    return {draw_wide(journey), draw_narrow(journey)};
}

design::chart::Rows rows_of(const Journey& journey)
{
    using namespace views_journey_detail;
    Rows rows{.head = {"Where", "From", "To", "What"}, .cells = {}, .words_columns = 4};
    for (const auto& stretch : journey.stretches)
        rows.cells.push_back({stretch.lane, in_table(stretch.from),
                              stretch.until ? in_table(*stretch.until) : std::string("Now"),
                              said(stretch)});
    return rows;
}

design::Html journey_view(const JourneyView& view)
{
    using namespace views_journey_detail;
    auto content = design::page_heading("The family’s journey");
    if (view.may_change)
        content += render(
            design::Button{.content = "Add to the journey", .href = view.address + "/journey/new"});
    if (view.journey.empty())
        return content + design::paragraph("Nothing can be drawn yet. What is recorded of school "
                                           "and of needs comes here by itself; add agencies, waits "
                                           "and what it felt like.");
    const Figure figure{
        .id = "journey",
        .message = finding_of(view.journey),
        .subtitle = "From " + in_words(view.journey.from) + " to " + in_words(view.journey.until),
        .description = described(view.journey),
        .source = "What is recorded in this case, and what the family told",
        .notes = "A bar goes on, a dashed line is a wait, a diamond is one day, and a number in a "
                 "circle is how it felt, from 1 very hard to 5 good.",
        .about = "the family’s journey",
        .downloads = {{"CSV", view.address + "/journey.csv"}},
        .heading_level = 2};
    return content + render(figure, picture_of(view.journey), rows_of(view.journey)) +
           told_part(view);
}

design::Html journey_form_view(const JourneyFormView& view)
{
    using namespace views_journey_detail;
    const auto& form = view.form;
    forms::Choices kinds;
    for (const auto kind : all_journey_kinds())
        kinds.emplace_back(std::string(key_of(kind)), std::string(in_words(kind)));
    forms::Choices feelings;
    for (int feeling = 1; feeling <= 5; ++feeling)
        feelings.emplace_back(std::to_string(feeling), std::to_string(feeling) + " " +
                                                           std::string(feeling_in_words(feeling)));
    feelings.emplace_back("", "Not said");
    auto inside = fields::radios(form, "kind", "What is it?", kinds);
    inside += fields::date(form, "from", "From, or on, which day?");
    inside += fields::date(form, "until", "Until which day? (optional)",
                           "Left empty, it goes on. A day of its own needs none");
    inside += fields::text(form, "who", "Which agency or service? (optional)",
                           "For example: early help. Left empty, it stands under “At home”");
    inside += fields::long_text(form, "words", "In the family’s words");
    inside += fields::radios(form, "feeling", "What did it feel like? (optional)", feelings);
    return forms::error_summary(form) + design::page_heading("Add to the journey") + view.banner +
           forms::posting(view.action, view.start, inside, "Save") +
           design::paragraph(design::link(view.leave, "Leave without saving"));
}

} // namespace onroll::casework
