// Requests to erase: those of a person, all of an agency, one with its decision, and the answer as
// a letter. Words and layout only.
#pragma once

#include "people/rules_erasure.h"
#include "people/views_fields.h"

#include "design/html.h"
#include "platform/documents/document.h"

#include <functional>
#include <string>
#include <vector>

namespace onroll::people {

struct AllErasuresView {
    std::vector<ErasureRequest> requests{};
    Date today{};
};
design::Html all_erasures_view(const AllErasuresView& view);

struct ErasuresView {
    std::vector<ErasureRequest> requests{};
    FormView form{};
    std::string action;
    design::Html start{};
    design::Html top{};
    bool by_consent = false; ///< an advice service's records, which rest on consent
    Date today{};
};
design::Html erasures_view(const ErasuresView& view);

struct ErasureView {
    ErasureRequest request;
    std::function<std::string(const access::UserId&)> staff_name{};
    FormView form{};
    std::string action;
    design::Html step_start{};
    design::Html decide_start{};
    design::Html carry_out_start{};
    design::Html top{};
    bool decided_by_me = false;
    Date today{};
};
design::Html erasure_view(const ErasureView& view);

/// The answer that the person is sent.
struct ErasureLetter {
    std::string agency;
    std::string about; ///< whose record it is
    ErasureRequest request;
    std::vector<std::string> whom_to_ask{}; ///< "Email: …"; may be empty
    Date today{};
};
documents::Document erasure_letter(const ErasureLetter& letter);

} // namespace onroll::people
