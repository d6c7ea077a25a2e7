#include "casework/views_levels.h"

#include "design/components/button.h"
#include "design/components/card.h"
#include "design/components/radios.h"
#include "design/components/table.h"
#include "design/components/work_list.h"
#include "design/page.h"

#include <algorithm>

namespace onroll::casework {
namespace views_levels_detail {

using design::element;
using design::Html;

/// "Level 1 on 6 November 2026, level 2 on 12 November 2026."
std::string history_in_words(const std::vector<LevelMove>& moves)
{
    std::string words;
    for (std::size_t each = moves.size() > 4 ? moves.size() - 4 : 0; each < moves.size(); ++each) {
        auto level = std::string(in_words(moves[each].level));
        if (!words.empty()) {
            words += ", ";
            level[0] = static_cast<char>(level[0] | 0x20);
        }
        words += level + " on " + in_words(moves[each].moved_on);
    }
    return words.empty() ? words : words + ".";
}

design::Steps steps_of(Level present, const std::vector<LevelMove>& moves)
{
    design::Steps steps{.label = "Levels this case has reached"};
    for (const auto level : all_levels()) {
        const bool reached = std::any_of(
            moves.begin(), moves.end(), [&](const LevelMove& move) { return move.level == level; });
        steps.steps.push_back({level == Level::tribunal
                                   ? element("span", {{"aria-hidden", "true"}}, "T") +
                                         design::visually_hidden("Tribunal")
                                   : Html(key_of(level)),
                               level == present ? design::StepState::now
                               : reached        ? design::StepState::before
                                                : design::StepState::ahead});
    }
    return steps;
}

Html end_form(const LevelsView& view, const Work& work)
{
    return element(
        "form",
        {{"method", "post"}, {"action", view.address + "/levels/end"}, {"class", "onr-noprint"}},
        view.end_start, forms::fields::hidden("work", std::to_string(work.place)),
        element("button", {{"class", "onr-link-button"}, {"type", "submit"}}, "End this work",
                design::visually_hidden(": " + work.title)));
}

Html work_table(const LevelsView& view)
{
    const auto going_on = std::count_if(view.work.begin(), view.work.end(),
                                        [](const Work& work) { return !work.ended_on; });
    design::Table table{.caption = "Pieces of work",
                        .head = {{"What for"}, {"Level"}, {"Since"}, {"Ended"}}};
    for (const auto& work : view.work)
        table.rows.push_back({{work.title},
                              {std::string(in_words(work.level))},
                              {in_table(work.begun_on)},
                              {work.ended_on                     ? Html(in_table(*work.ended_on))
                               : view.may_change && going_on > 1 ? end_form(view, work)
                                                                 : Html("Going on")}});
    return render_stacking(table);
}

Html moves_table(const LevelsView& view)
{
    design::Table table{.caption = "Every move, the newest first",
                        .head = {{"Day"}, {"What for"}, {"Level"}, {"Why"}, {"By"}}};
    for (auto move = view.moves.rbegin(); move != view.moves.rend(); ++move)
        table.rows.push_back({{in_table(move->moved_on)},
                              {move->title},
                              {std::string(in_words(move->level))},
                              {move->reason.empty() ? "Not said" : move->reason},
                              {view.name_of(move->moved_by)}});
    return render_stacking(table);
}

} // namespace views_levels_detail
using namespace views_levels_detail;

design::Html levels_section(const LevelsSection& section)
{
    const auto present = section.found.level;
    std::string title(in_words(present));
    const auto last = std::find_if(section.moves.rbegin(), section.moves.rend(),
                                   [&](const LevelMove& move) { return move.level == present; });
    if (last != section.moves.rend()) title += ", since " + in_words(last->moved_on);
    Html history = history_in_words(section.moves);
    if (section.may_change)
        history += Html(" ") + design::link(section.address + "/levels/move", "Change level");
    return render(
        design::Card{.title = title,
                     .content = render(steps_of(present, section.moves)) +
                                element("p", {{"class", "govuk-body onr-small"}}, history)});
}

design::Html levels_view(const LevelsView& view)
{
    auto out = design::page_heading("Levels of this case") +
               design::paragraph("The case has the highest level of the work that is going on: " +
                                 std::string(in_words(view.found.level)) + ".");
    if (view.may_change)
        out += design::render(
            design::Button{.content = "Change level", .href = view.address + "/levels/move"});
    return out + work_table(view) + moves_table(view);
}

design::Html level_form_view(const LevelFormView& view)
{
    using namespace forms;
    design::Radios works{.name = "work"};
    works.fieldset = design::Fieldset{
        .legend = {.content = "Which piece of work?", .classes = "govuk-fieldset__legend--s"}};
    for (const auto& error : view.form.errors)
        if (error.where == "work") works.error = design::ErrorMessage{.content = error.message};
    for (const auto& work : view.going_on)
        works.items.push_back(
            {.value = std::to_string(work.place),
             .content = work.title + ", now " + std::string(in_words(work.level))});
    works.items.push_back({.value = "new", .content = "Another piece of work"});
    works.value = std::string(view.form.values["work"]);
    design::Radios levels{.name = "level"};
    levels.fieldset = design::Fieldset{
        .legend = {.content = "Which level?", .classes = "govuk-fieldset__legend--s"}};
    for (const auto& error : view.form.errors)
        if (error.where == "level") levels.error = design::ErrorMessage{.content = error.message};
    for (const auto level : all_levels())
        levels.items.push_back({.value = std::string(key_of(level)),
                                .content = std::string(in_words(level)),
                                .hint = design::Hint{.content = meaning_of(level)}});
    levels.value = std::string(view.form.values["level"]);
    return error_summary(view.form) + design::page_heading("Change level") + view.banner +
           posting(view.address + "/levels/move", view.start,
                   design::render(works) +
                       fields::text(view.form, "title", "What is the other work for?",
                                    "Only for another piece of work. For example: appeal about "
                                    "the EHC plan") +
                       design::render(levels) + fields::date(view.form, "moved_on", "Since when?") +
                       fields::long_text(view.form, "reason", "Why?",
                                         "One line that a colleague would understand"),
                   "Save") +
           design::paragraph(design::link(view.address + "/levels", "Leave without saving"));
}

} // namespace onroll::casework
