// What is shown of the files of a case: the input that takes them, the list, and why one is kept
// closed. Words and layout; no queries, no rules.
#pragma once

#include "casework/types_attachments.h"

#include "design/html.h"
#include "forms/fields.h"

#include <functional>
#include <string>
#include <vector>

namespace onroll::casework {

/// What is said of scanning beside the input.
std::string scanning_in_words(bool is_scanned);

/// Every kind of file that is kept with a case, to choose from.
forms::Choices category_choices();

/// The input for any number of files and what they are; `scanning` as scanning_in_words says.
design::Html files_input(const forms::FormView& form, const std::string& label,
                         const std::string& scanning);

/// Whether a list leads to the pages that correct what each file is.
enum class MayCorrect { no, yes };

/// Links to save each, with what it is, its size and whether it was scanned. Nothing for none.
design::Html attachment_list(const std::vector<Attachment>& attachments, const std::string& address,
                             const std::string& caption, MayCorrect may_correct = MayCorrect::no);

struct DocumentsView {
    std::string address; ///< of the case
    std::vector<Attachment> attachments;
    design::Html start;
    forms::FormView form;
    design::Html banner{};
    std::string scanning;
    bool may_change = true;
};
design::Html documents_view(const DocumentsView& view);

/// The page that corrects what a file is.
struct KindView {
    std::string address; ///< of the case
    Attachment attachment;
    forms::FormView form{};
    design::Html start{};
    design::Html banner{};
    std::vector<CategoryBefore> before{}; ///< of this file, the newest first
    std::function<std::string(const access::UserId&)> name_of;
};
design::Html kind_view(const KindView& view);

/// Where a scanner found something in a file that was kept before there was one.
design::Html kept_closed_view(const std::string& address);

} // namespace onroll::casework
