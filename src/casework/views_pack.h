// What an adviser sees who chooses from a case what goes into a copy of papers, and the papers that
// are made from the record: representations, findings, notes, a child's account, the index. Words
// and layout; no queries, no rules. capabilities.md J1 step 9; trust.md F-13.
#pragma once

#include "casework/types_answers.h"
#include "casework/types_pack.h"
#include "casework/views_papers.h"

#include "forms/fields.h"
#include "platform/documents/document.h"

#include <string>
#include <vector>

namespace onroll::casework {

struct ChooseView {
    std::string address; ///< of the copy
    Release release;
    std::string for_whom;
    Offered offered;
    std::size_t findings = 0;
    std::vector<Paper> in_it{}; ///< the papers that are in the copy already
    forms::FormView form{};
    design::Html start{};
    design::Html banner{};
};
design::Html choose_view(const ChooseView& view);

/// What stands in the form at first: for the two boards what a pack begins with.
http::Fields first_choice(const Release& release, const std::string& representations);

/// What all papers of a pack say alike.
struct PackFrame {
    std::string about;    ///< "Sami Rahman, case 1042"
    std::string footer;   ///< "Tidemoor Advice. Made on Monday 6 July 2026."
    std::string notice{}; ///< who runs the service, that it is confidential, and the limits
};

/// A first draft of what the family puts to a board, from what was found; the adviser changes it.
std::string representations_draft(const Release& release, const std::string& child,
                                  const std::vector<LawFinding>& findings);
documents::Document representations_paper(const PackFrame& frame, const std::string& words);
/// Dates and findings, each with the rule that it follows from.
documents::Document findings_paper(const PackFrame& frame, const CaseAnswers& answers);
documents::Document notes_paper(const PackFrame& frame, const std::vector<Note>& notes);
/// As it was written: nothing of it is changed.
documents::Document account_paper(const PackFrame& frame, const Account& account);
/// "03-Report-of-June.pdf": the name of a part in the file that holds all.
std::string part_file_name(int number, const Paper& paper);
/// What each part of the copy is, and how many pages it has; `parts` are those that are given.
documents::Document index_paper(const PackFrame& frame, const std::string& for_whom,
                                const std::vector<PaperLine>& parts);

} // namespace onroll::casework
