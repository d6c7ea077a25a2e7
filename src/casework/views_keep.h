// What the pages about keeping and removing the service's own work show: numbers, days and reasons,
// nothing of what was told. Words and layout; no queries, no rules.
#pragma once

#include "casework/rules_keep.h"

#include "design/html.h"
#include "forms/fields.h"

#include <string>
#include <vector>

namespace onroll::casework {

/// What is over, with the names of colleagues.
struct KeptRow {
    OverRecord over;
    std::string held_by;     ///< who put the hold on it
    std::string proposed_by; ///< who proposed to remove it
    bool opens = false;      ///< the reader may open its page
    /// Whether the reader may give the second word: not for what they asked themselves.
    bool may_agree = false;
};

/// From one page of a list to the others; empty where there is no other.
struct OtherPages {
    std::string before;
    std::string next;
};

struct KeepListView {
    std::vector<KeptRow> due;
    OtherPages other_due{};
    std::vector<KeptRow> held;
    OtherPages other_held{};
    std::vector<std::pair<RemovedRecord, std::string>> removed; ///< with who removed it
    OtherPages other_removed{};
    std::string looked_for; ///< a case number, as typed
    std::string found;      ///< the page of that case, or empty
    bool looks = false;     ///< the reader opens pages of single cases
    design::Html start{};
    forms::Errors errors{};
};
design::Html keep_list_view(const KeepListView& view);

struct KeepRecordView {
    KeptRow row;
    bool due = false;
    std::string address; ///< of this page
    forms::FormView form{};
    design::Html start{};
};
design::Html keep_record_view(const KeepRecordView& view);

/// "/advice/keep/cases/<id>".
std::string keep_address(const KeptRecord& record);

} // namespace onroll::casework
