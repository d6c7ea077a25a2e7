#include "check/views_question.h"

#include "check/views_question_drawing.h"
#include "design/components/button.h"
#include "design/components/details.h"
#include "design/components/error_summary.h"

namespace onroll::check {

namespace views_question_detail {

using design::Html;

Html buttons_of_page(const Drawing& draw)
{
    std::vector<Html> buttons{render(design::Button{.content = draw.words()("check.continue"),
                                                    .name = "go",
                                                    .value = "next",
                                                    .prevent_double_click = true})};
    // After "Continue", which is what the Enter key presses.
    const auto add = [&](const char* words, const char* value) {
        buttons.push_back(render(design::Button{.content = draw.text(words),
                                                .name = "go",
                                                .value = value,
                                                .classes = "govuk-button--secondary"}));
    };
    if (draw.asked.question == Question::school && draw.looked.choices.empty())
        add("not_listed", "not_listed");
    const auto told = read_answers(draw.looked.fields).earlier_times.size();
    if (draw.asked.question == Question::earlier_day && (draw.asked.time > 1 || told > 0))
        add("remove", "remove");
    return design::button_group(buttons);
}

Html progress_of(const Drawing& draw)
{
    const auto answers = read_answers(draw.looked.fields);
    if (!answers.happened.asked()) return {};
    const auto all = questions_for(answers).size();
    return design::element(
        "p", {{"class", "govuk-caption-l"}},
        draw.words()("check.progress", {{"number", std::to_string(place_of(answers, draw.asked))},
                                        {"all", std::to_string(all)}}));
}

} // namespace views_question_detail

std::string question_title(const Here& here, const Asked& asked)
{
    const auto key = "q." + std::string(name(asked.question)) + ".title";
    const auto own = key + "." + std::string(here.fields["what"]);
    return here.words(
        here.languages.find("en").has(own) ? own : key,
        {{"number", std::to_string(asked.time)}, {"next", std::to_string(asked.time + 1)}});
}

design::Html question_view(const Here& here, const Asked& asked, const Looked& looked)
{
    using namespace views_question_detail;
    const Drawing draw{here, asked, looked, "q." + std::string(name(asked.question))};
    Html content;
    if (!looked.errors.empty()) {
        design::ErrorSummary summary{.title = here.words("check.problem")};
        for (const auto& error : looked.errors)
            summary.errors.push_back({.content = here.words(error.key), .href = "#" + error.field});
        content += render(summary);
    }
    content += progress_of(draw);
    auto without = field_names(asked);
    content += carrying_form(here, "/check", fields_of_page(draw) + buttons_of_page(draw), without);
    content +=
        render(design::Details{.summary = here.words("check.why"), .content = draw.text("why")});
    if (asked.question == Question::what)
        content += design::paragraph(design::link("/check/schools", here.words("check.schools")));
    return content + talk_view(here);
}

} // namespace onroll::check
