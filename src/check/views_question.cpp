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
    if (draw.question == Question::school && draw.looked.fields["listed"] != "no" &&
        draw.looked.choices.empty())
        buttons.push_back(render(design::Button{.content = draw.text("not_listed"),
                                                .name = "go",
                                                .value = "not_listed",
                                                .classes = "govuk-button--secondary"}));
    // After "Continue", which is what the Enter key presses.
    if (draw.question == Question::earlier_times && draw.earlier_times_shown() < most_earlier_times)
        buttons.push_back(render(design::Button{.content = draw.text("add"),
                                                .name = "go",
                                                .value = "one_more",
                                                .classes = "govuk-button--secondary"}));
    if (draw.question == Question::earlier_times)
        buttons.push_back(render(design::Button{.content = draw.text("not_known"),
                                                .name = "go",
                                                .value = "by_days",
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
            summary.errors.push_back({.content = here.words(error.key), .href = "#" + error.field});
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
