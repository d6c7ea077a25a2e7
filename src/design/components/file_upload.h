// A file to send. GOV.UK Design System: file upload. Say the types and the size in the hint
// (CV-19).
#pragma once

#include "design/components/form_group.h"
#include "design/components/i18n.h"
#include "design/html.h"

namespace onroll::design {

struct FileUpload {
    std::string name;
    std::string id{}; ///< the name, when empty
    Label label{};
    std::optional<Hint> hint{};
    std::optional<ErrorMessage> error{};
    bool multiple = false;
    bool disabled = false;
    bool drop_zone = false; ///< the script adds a zone to drop files on
    std::string wrapper_classes{};
    Attributes wrapper_attributes{};
    std::string choose_files_text{};
    std::string no_file_chosen_text{};
    PluralWords multiple_files_chosen_text{};
    std::string drop_instruction_text{};
    std::string entered_drop_zone_text{};
    std::string left_drop_zone_text{};
    std::string classes{};
    std::string described_by{};
    FormGroup form_group{};
    Attributes attributes{};
};

Html render(const FileUpload& upload);

} // namespace onroll::design
