// Several cases closed or written to at once: the form, whom it leaves out and why, what was done
// and its undoing. Words and layout only.
#pragma once

#include "casework/types_batches.h"
#include "casework/views_cases.h"

#include "design/html.h"
#include "forms/fields.h"

#include <string>
#include <vector>

namespace onroll::casework {

/// A case that was chosen.
struct ChosenRow {
    CaseRow row;
    std::string why_not{}; ///< why it is left out; empty where it is not
};
bool any_taken(const std::vector<ChosenRow>& cases);

struct CloseSeveralView {
    std::vector<ChosenRow> cases{};
    forms::FormView form{};
    design::Html start{};
    design::Html banner{};
};
design::Html close_several_view(const CloseSeveralView& view);

struct NoteSeveralView {
    std::vector<ChosenRow> cases{};
    forms::FormView form{};
    design::Html start{};
    design::Html banner{};
};
design::Html note_several_view(const NoteSeveralView& view);

/// Somebody of a family who may be written to, or why they are left out.
struct RecipientRow {
    CaseRow row;
    people::PersonId person;
    std::string name;      ///< "Ann Example, mother"
    std::string told_by{}; ///< "By email", "By text message"
    std::string waits{};   ///< "Safe between 9am and 3pm."
    std::string why_not{};
};

struct WriteSeveralView {
    std::vector<ChosenRow> cases{};
    std::vector<RecipientRow> recipients{}; ///< for the look before it is sent
    bool looks = false;                     ///< the words are written; this shows who gets them
    forms::FormView form{};
    design::Html start{};
    design::Html banner{};
};
design::Html write_several_view(const WriteSeveralView& view);

struct BatchLineRow {
    CaseRow row;
    std::string whom{};
    std::string why_not{};
};
struct BatchView {
    Batch batch;
    std::vector<BatchLineRow> lines{};
    std::string undo_action;
    design::Html undo_start{};
};
design::Html batch_view(const BatchView& view);

design::Html batches_view(const std::vector<Batch>& batches);

} // namespace onroll::casework
