// What the pages of work done on a case show: hours, one press for minutes, the form, one action.
// Words and layout; no queries, no rules.
#pragma once

#include "casework/types_actions.h"
#include "casework/types_attachments.h"

#include "design/html.h"
#include "forms/fields.h"

#include <string>
#include <vector>

namespace onroll::casework {

/// Recording a time by one press: what it was is chosen beforehand, as it was last time.
struct OnePressView {
    std::string address; ///< of the case
    design::Html start;  ///< of the form
    ActionKind kind = ActionKind::family;
    Stage stage = Stage::any;
};

/// The card on a case's first page.
struct HoursView {
    Hours hours;
    OnePressView press;
    bool may_change = true;
};
design::Html hours_section(const HoursView& view);

struct ActionRow {
    Action action;
    std::string worker; ///< the colleague's name
};
struct ActionsView {
    std::string address;
    Hours hours;
    std::vector<ActionRow> actions;
    OnePressView press;
    bool may_change = true;
};
design::Html actions_view(const ActionsView& view);

struct ActionFormView {
    std::string action; ///< where it is sent
    std::string heading;
    std::string leave;
    design::Html start;
    forms::FormView form;
    design::Html banner{};
    std::vector<Professional> known;
    forms::Choices colleagues{}; ///< who may have done it; nothing is asked where there is one
    std::string scanning;        ///< whether files are scanned, for the hint
    bool is_new = true;          ///< a correction asks for no files
};
design::Html action_form_view(const ActionFormView& view);

struct ActionView {
    std::string address; ///< of the case
    Action action;
    std::string worker;
    std::vector<Professional> with;
    std::vector<ActionRow> before; ///< who corrected it
    std::vector<Attachment> attachments;
    bool may_change = true;
};
design::Html action_view(const ActionView& view);

/// "Name, role, organisation", as far as they are known.
std::string in_words(const Professional& professional);

} // namespace onroll::casework
