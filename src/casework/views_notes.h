// What the pages of notes show. Words and layout; no queries, no rules.
#pragma once

#include "casework/types_attachments.h"
#include "casework/types_notes.h"

#include "design/html.h"
#include "forms/fields.h"

#include <string>
#include <vector>

namespace onroll::casework {

struct NoteFormView {
    std::string action;
    std::string heading;
    std::string leave;
    design::Html start;
    forms::FormView form;
    design::Html banner{};
    std::string scanning;
};
design::Html note_form_view(const NoteFormView& view);

struct NoteVersion {
    Note note;
    std::string by; ///< the colleague's name
};
struct NoteView {
    std::string address; ///< of the case
    NoteVersion now;
    std::vector<NoteVersion> before; ///< by whom each was corrected
    std::vector<Attachment> attachments;
    bool may_change = true;
};
design::Html note_view(const NoteView& view);

} // namespace onroll::casework
