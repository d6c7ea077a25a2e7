#include "design/components/file_upload.h"

namespace onroll::design {
namespace file_upload_detail {

Html in_drop_zone(const FileUpload& upload, const Html& field)
{
    if (!upload.drop_zone) return field;
    return element(
        "div",
        Attributes{{"class", classes({"govuk-file-upload-wrapper", upload.wrapper_classes})},
                   {"data-module", "govuk-file-upload"}} +
            i18n("choose-files-button", upload.choose_files_text) +
            i18n("no-file-chosen", upload.no_file_chosen_text) +
            i18n("multiple-files-chosen", upload.multiple_files_chosen_text) +
            i18n("drop-instruction", upload.drop_instruction_text) +
            i18n("entered-drop-zone", upload.entered_drop_zone_text) +
            i18n("left-drop-zone", upload.left_drop_zone_text) + upload.wrapper_attributes,
        field);
}

} // namespace file_upload_detail

Html render(const FileUpload& upload)
{
    const std::string& id = upload.id.empty() ? upload.name : upload.id;
    const FieldTop top =
        field_top(id, upload.described_by, upload.label, upload.hint, upload.error);
    const Html field = void_element(
        "input", Attributes{{"class", classes({"govuk-file-upload", upload.classes,
                                               upload.error ? "govuk-file-upload--error" : ""})},
                            {"id", id},
                            {"name", upload.name},
                            {"type", "file"},
                            flag("disabled", upload.disabled),
                            flag("multiple", upload.multiple),
                            maybe("aria-describedby", top.described_by)} +
                     upload.attributes);
    return render(upload.form_group, upload.error.has_value(),
                  top.html + upload.form_group.before_input +
                      file_upload_detail::in_drop_zone(upload, field) +
                      upload.form_group.after_input);
}

} // namespace onroll::design
