// What the chronology of a case shows, on a page and on paper. Words and layout; no queries, no
// rules.
#pragma once

#include "casework/chronology.h"
#include "casework/types_answers.h"

#include "design/html.h"
#include "forms/fields.h"
#include "platform/documents/document.h"

#include <string>
#include <vector>

namespace onroll::casework {

/// What the law makes of an event, beside its entry.
struct EntryFinding {
    std::string title;
    AnswerSource source;
};

/// An entry with the colleague's name, hidden where names are.
struct ChronologyLine {
    ChronologyEntry entry;
    std::string by;                       ///< empty for nobody
    std::vector<EntryFinding> findings{}; ///< of an event
};

struct ChronologyView {
    std::string address; ///< of the case
    ChronologyFilter filter;
    std::vector<ChronologyLine> lines; ///< as many as are shown
    std::size_t all = 0;               ///< before the filter
    std::size_t more = 0;              ///< that fit the filter and are not shown
    design::Html start;                ///< of the form that makes the PDF
    forms::FormView form;              ///< of the same
    /// Who may get the paper besides the service: members of the family, by their ids.
    forms::Choices readers{};
    bool may_change = true;
    design::Html views{}; ///< links to saved views
};
design::Html chronology_view(const ChronologyView& view);

/// The newest few on a case's first page.
design::Html chronology_section(const std::string& address,
                                const std::vector<ChronologyLine>& newest, std::size_t all);

/// "Only: Notes, from 1 June 2026. Names hidden."
std::string what_is_shown(const ChronologyFilter& filter);

struct ChronologyPaper {
    std::string service;
    std::string notice{}; ///< who runs the service, that it is confidential, and the limits
    std::string about;    ///< "Case 1042", with the child where names are shown
    std::vector<std::string> read_first; ///< safe contact; nothing where names are hidden
    ChronologyFilter filter;
    std::vector<ChronologyLine> lines;
    std::string made; ///< "Monday 6 July 2026 at 1:10pm by Ruth Adeyemi"
};
/// Every word of it that somebody could read, for the search of what must not reach them.
std::string words_of(const ChronologyPaper& paper);

/// Whose the paper is where it is nobody's in particular: a school, a council, a court.
inline constexpr std::string_view reader_outside = "outside";

/// The same to print: the oldest first, as a reader of papers expects.
documents::Document chronology_paper(const ChronologyPaper& paper);

/// "6 November 2026, 1:10pm".
std::string when_in_words(const ChronologyEntry& entry);

} // namespace onroll::casework
