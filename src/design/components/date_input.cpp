#include "design/components/date_input.h"

#include "design/components/input.h"

#include <algorithm>

namespace onroll::design {
namespace date_input_detail {

constexpr std::string_view error_class = "govuk-input--error";

bool names_error(const DateBox& box)
{
    return box.error.value_or(false) || box.classes.find(error_class) != std::string::npos;
}

std::string capitalized(std::string word)
{
    for (char& c : word) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    if (!word.empty() && word.front() >= 'a' && word.front() <= 'z') {
        word.front() = static_cast<char>(word.front() - 'a' + 'A');
    }
    return word;
}

std::string box_classes(const DateBox& box, bool any_box_wrong, bool has_message)
{
    const bool wrong =
        names_error(box) || (box.error.value_or(true) && has_message && !any_box_wrong);
    const bool own_error = box.classes.find(error_class) != std::string::npos;
    const bool own_width = box.classes.find("govuk-input--width-") != std::string::npos;
    return classes({"govuk-date-input__input", wrong && !own_error ? error_class : "",
                    own_width ? "" : "govuk-input--width-" + std::to_string(box.width),
                    box.classes});
}

Html box(const DateInput& date, const DateBox& box, bool any_box_wrong)
{
    return element(
        "div", {{"class", "govuk-date-input__item"}},
        render(
            Input{.name = date.name_prefix.empty() ? box.name : date.name_prefix + "-" + box.name,
                  .id = box.id.empty() ? date.id + "-" + box.name : box.id,
                  .label = {.content = box.label.empty() ? capitalized(box.name) : box.label,
                            .classes = "govuk-date-input__label"},
                  .value = box.value,
                  .classes = box_classes(box, any_box_wrong, date.error.has_value()),
                  .inputmode = box.inputmode,
                  .autocomplete = box.autocomplete,
                  .pattern = box.pattern,
                  .attributes = box.attributes}));
}

} // namespace date_input_detail

Html render(const DateInput& date)
{
    const FieldTop top =
        field_top(date.id, date.fieldset ? date.fieldset->described_by : "", date.hint, date.error);
    const bool any_box_wrong =
        std::any_of(date.boxes.begin(), date.boxes.end(), date_input_detail::names_error);
    HtmlWriter out;
    out.add(top.html);
    out.open("div", Attributes{{"class", classes({"govuk-date-input", date.classes})}} +
                        date.attributes + Attributes{maybe("id", date.id)});
    out.add(date.form_group.before_input);
    for (const auto& box : date.boxes) out.add(date_input_detail::box(date, box, any_box_wrong));
    out.add(date.form_group.after_input).close();
    return render(date.form_group, date.error.has_value(),
                  in_fieldset(date.fieldset, top.described_by, std::move(out).done(), "group"));
}

std::vector<DateBox> date_boxes(std::string_view day, std::string_view month, std::string_view year)
{
    return {{.name = "day", .value = std::string(day)},
            {.name = "month", .value = std::string(month)},
            {.name = "year", .value = std::string(year), .width = 4}};
}

} // namespace onroll::design
