// Fixtures of the components that make forms.
#include "design/components/button.h"
#include "design/components/character_count.h"
#include "design/components/checkboxes.h"
#include "design/components/date_input.h"
#include "design/components/error_summary.h"
#include "design/components/file_upload.h"
#include "design/components/input.h"
#include "design/components/password_input.h"
#include "design/components/radios.h"
#include "design/components/select.h"
#include "design/components/textarea.h"
#include "design/tests/fixture_options.h"

namespace onroll::design::tests {
namespace fixture_fields_detail {

/// Whether an entry of a list stands for something; the templates pass over the others.
bool stands(const Options& entry)
{
    return entry.is_object() || entry.is_array();
}

std::optional<Affix> affix(const Options& options, const char* key)
{
    if (!is_present(options, key)) return std::nullopt;
    const Options& given = member(options, key);
    return Affix{.content = content(given),
                 .classes = words(given, "classes"),
                 .attributes = attributes(given)};
}

Input input(const Options& options)
{
    const Options& wrapper = member(options, "inputWrapper");
    return {.name = words(options, "name"),
            .id = words(options, "id"),
            .label = label(options),
            .hint = hint(options),
            .error = error(options),
            .value = words(options, "value"),
            .type = words(options, "type", "text"),
            .classes = words(options, "classes"),
            .inputmode = words(options, "inputmode"),
            .autocomplete = words(options, "autocomplete"),
            .autocapitalize = words(options, "autocapitalize"),
            .pattern = words(options, "pattern"),
            .described_by = words(options, "describedBy"),
            .spellcheck = yes_or_no(options, "spellcheck"),
            .disabled = is_present(options, "disabled"),
            .prefix = affix(options, "prefix"),
            .suffix = affix(options, "suffix"),
            .wrapper_classes = words(wrapper, "classes"),
            .wrapper_attributes = attributes(wrapper),
            .form_group = form_group(options),
            .attributes = attributes(options)};
}

Textarea textarea(const Options& options)
{
    return {.name = words(options, "name"),
            .id = words(options, "id"),
            .label = label(options),
            .hint = hint(options),
            .error = error(options),
            .value = words(options, "value"),
            .rows = number(options, "rows", 5),
            .classes = words(options, "classes"),
            .autocomplete = words(options, "autocomplete"),
            .described_by = words(options, "describedBy"),
            .spellcheck = yes_or_no(options, "spellcheck"),
            .disabled = is_present(options, "disabled"),
            .form_group = form_group(options),
            .attributes = attributes(options)};
}

Html select(const Options& options)
{
    Select made{.name = words(options, "name"),
                .id = words(options, "id"),
                .label = label(options),
                .hint = hint(options),
                .error = error(options),
                .value = words(options, "value"),
                .classes = words(options, "classes"),
                .described_by = words(options, "describedBy"),
                .disabled = is_present(options, "disabled"),
                .form_group = form_group(options),
                .attributes = attributes(options)};
    for (const auto& entry : member(options, "items")) {
        if (!stands(entry)) continue;
        SelectItem item{.text = words(entry, "text"),
                        .selected = yes_or_no(entry, "selected"),
                        .disabled = is_present(entry, "disabled"),
                        .attributes = attributes(entry)};
        if (entry.contains("value")) item.value = words(entry, "value", "false");
        made.items.push_back(item);
    }
    return render(made);
}

Html conditional(const Options& item)
{
    return content(member(item, "conditional"));
}

Html radios(const Options& options)
{
    Radios made{.name = words(options, "name"),
                .id_prefix = words(options, "idPrefix"),
                .fieldset = fieldset(options),
                .hint = hint(options),
                .error = error(options),
                .value = words(options, "value"),
                .classes = words(options, "classes"),
                .form_group = form_group(options),
                .attributes = attributes(options)};
    for (const auto& entry : member(options, "items")) {
        if (!stands(entry)) continue;
        const Options& own_label = member(entry, "label");
        made.items.push_back({.value = words(entry, "value"),
                              .content = content(entry),
                              .hint = hint(entry),
                              .checked = yes_or_no(entry, "checked"),
                              .conditional = conditional(entry),
                              .divider = words(entry, "divider"),
                              .id = words(entry, "id"),
                              .disabled = is_present(entry, "disabled"),
                              .label_classes = words(own_label, "classes"),
                              .label_attributes = attributes(own_label),
                              .attributes = attributes(entry)});
    }
    return render(made);
}

Html checkboxes(const Options& options)
{
    Checkboxes made{.name = words(options, "name"),
                    .id_prefix = words(options, "idPrefix"),
                    .fieldset = fieldset(options),
                    .hint = hint(options),
                    .error = error(options),
                    .classes = words(options, "classes"),
                    .described_by = words(options, "describedBy"),
                    .form_group = form_group(options),
                    .attributes = attributes(options)};
    for (const auto& value : member(options, "values")) made.values.push_back(value);
    for (const auto& entry : member(options, "items")) {
        if (!stands(entry)) continue;
        const Options& own_label = member(entry, "label");
        made.items.push_back({.value = words(entry, "value"),
                              .content = content(entry),
                              .hint = hint(entry),
                              .checked = yes_or_no(entry, "checked"),
                              .conditional = conditional(entry),
                              .divider = words(entry, "divider"),
                              .behaviour = words(entry, "behaviour"),
                              .id = words(entry, "id"),
                              .name = words(entry, "name"),
                              .disabled = is_present(entry, "disabled"),
                              .label_classes = words(own_label, "classes"),
                              .label_attributes = attributes(own_label),
                              .attributes = attributes(entry)});
    }
    return render(made);
}

DateBox date_box(const Options& entry, const char* name, int width)
{
    return {.name = words(entry, "name", name),
            .value = words(entry, "value"),
            .width = width,
            .label = words(entry, "label"),
            .classes = words(entry, "classes"),
            .id = words(entry, "id"),
            .inputmode = words(entry, "inputmode", "numeric"),
            .autocomplete = words(entry, "autocomplete"),
            .pattern = words(entry, "pattern"),
            .error = yes_or_no(entry, "error"),
            .attributes = attributes(entry)};
}

std::vector<DateBox> date_boxes_of(const Options& options)
{
    std::vector<DateBox> boxes;
    if (member(options, "items").is_array() && !member(options, "items").empty()) {
        for (const auto& entry : member(options, "items")) {
            if (!stands(entry)) continue;
            boxes.push_back(date_box(entry, "", words(entry, "name") == "year" ? 4 : 2));
        }
        return boxes;
    }
    for (const char* name : {"day", "month", "year"}) {
        const Options& entry = member(options, name);
        if (entry.is_boolean()) continue;
        boxes.push_back(date_box(entry, name, std::string(name) == "year" ? 4 : 2));
    }
    return boxes;
}

Html date_input(const Options& options)
{
    DateInput made{.id = words(options, "id"),
                   .name_prefix = words(options, "namePrefix"),
                   .boxes = date_boxes_of(options),
                   .fieldset = fieldset(options),
                   .hint = hint(options),
                   .error = error(options),
                   .classes = words(options, "classes"),
                   .form_group = form_group(options),
                   .attributes = attributes(options)};
    // The templates look values up by the name of the field, or by the plain name of the box.
    const Options& values = member(options, "values");
    for (auto& box : made.boxes) {
        if (!box.value.empty()) continue;
        const std::string field =
            made.name_prefix.empty() ? box.name : made.name_prefix + "-" + box.name;
        box.value = words(values, box.name.c_str(), words(values, field.c_str()));
        if (box.value.empty()) box.value = words(member(options, box.name.c_str()), "value");
    }
    return render(made);
}

Html button(const Options& options)
{
    return render(Button{.content = content(options),
                         .href = words(options, "href"),
                         .type = words(options, "type", "submit"),
                         .name = words(options, "name"),
                         .value = words(options, "value"),
                         .id = words(options, "id"),
                         .classes = words(options, "classes"),
                         .is_start = is_present(options, "isStartButton"),
                         .disabled = is_present(options, "disabled"),
                         .prevent_double_click = yes_or_no(options, "preventDoubleClick"),
                         .attributes = attributes(options)});
}

Html error_summary(const Options& options)
{
    ErrorSummary made{.title = content(options, "titleHtml", "titleText"),
                      .description = content(options, "descriptionHtml", "descriptionText"),
                      .classes = words(options, "classes"),
                      .disable_auto_focus = yes_or_no(options, "disableAutoFocus"),
                      .attributes = attributes(options)};
    for (const auto& entry : member(options, "errorList")) {
        made.errors.push_back({.content = content(entry),
                               .href = words(entry, "href"),
                               .attributes = attributes(entry)});
    }
    return render(made);
}

Html file_upload(const Options& options)
{
    return render(
        FileUpload{.name = words(options, "name"),
                   .id = words(options, "id"),
                   .label = label(options),
                   .hint = hint(options),
                   .error = error(options),
                   .multiple = is_present(options, "multiple"),
                   .disabled = is_present(options, "disabled"),
                   .drop_zone = is_present(options, "javascript"),
                   .wrapper_classes = words(options, "wrapperClasses"),
                   .wrapper_attributes = attributes(options, "wrapperAttributes"),
                   .choose_files_text = words(options, "chooseFilesButtonText"),
                   .no_file_chosen_text = words(options, "noFileChosenText"),
                   .multiple_files_chosen_text = plural_words(options, "multipleFilesChosenText"),
                   .drop_instruction_text = words(options, "dropInstructionText"),
                   .entered_drop_zone_text = words(options, "enteredDropZoneText"),
                   .left_drop_zone_text = words(options, "leftDropZoneText"),
                   .classes = words(options, "classes"),
                   .described_by = words(options, "describedBy"),
                   .form_group = form_group(options),
                   .attributes = attributes(options)});
}

Html character_count(const Options& options)
{
    return render(CharacterCount{
        .textarea = textarea(options),
        .max_length = maybe_number(options, "maxlength"),
        .max_words = maybe_number(options, "maxwords"),
        .threshold = maybe_number(options, "threshold"),
        .count_type = words(options, "countType"),
        .description = words(options, "textareaDescriptionText"),
        .message_classes = words(member(options, "countMessage"), "classes"),
        .characters_under_limit_text = plural_words(options, "charactersUnderLimitText"),
        .characters_at_limit_text = words(options, "charactersAtLimitText"),
        .characters_over_limit_text = plural_words(options, "charactersOverLimitText"),
        .words_under_limit_text = plural_words(options, "wordsUnderLimitText"),
        .words_at_limit_text = words(options, "wordsAtLimitText"),
        .words_over_limit_text = plural_words(options, "wordsOverLimitText")});
}

Html password_input(const Options& options)
{
    return render(
        PasswordInput{.input = input(options),
                      .show_text = words(options, "showPasswordText"),
                      .hide_text = words(options, "hidePasswordText"),
                      .show_label = words(options, "showPasswordAriaLabelText"),
                      .hide_label = words(options, "hidePasswordAriaLabelText"),
                      .shown_announcement = words(options, "passwordShownAnnouncementText"),
                      .hidden_announcement = words(options, "passwordHiddenAnnouncementText"),
                      .button_classes = words(member(options, "button"), "classes")});
}

} // namespace fixture_fields_detail

void add_field_renderers(std::map<std::string, Renderer>& all)
{
    namespace f = fixture_fields_detail;
    all["button"] = f::button;
    all["character-count"] = f::character_count;
    all["checkboxes"] = f::checkboxes;
    all["date-input"] = f::date_input;
    all["error-message"] = [](const Options& options) {
        return render(*error(Options{{"errorMessage", options}}));
    };
    all["error-summary"] = f::error_summary;
    all["fieldset"] = [](const Options& options) { return render(fieldset_from(options)); };
    all["file-upload"] = f::file_upload;
    all["hint"] = [](const Options& options) { return render(*hint(Options{{"hint", options}})); };
    all["input"] = [](const Options& options) { return render(f::input(options)); };
    all["label"] = [](const Options& options) {
        return render(label(Options{{"label", options}}));
    };
    all["password-input"] = f::password_input;
    all["radios"] = f::radios;
    all["select"] = f::select;
    all["textarea"] = [](const Options& options) { return render(f::textarea(options)); };
}

} // namespace onroll::design::tests
