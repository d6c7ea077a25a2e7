// The chronology of a case: every noun's entries in one order, narrowed as somebody asked, with
// names hidden where they must be. Only reading; each noun's own store answers for itself. Source:
// capabilities.md, table stake 16.
#pragma once

#include "casework/rules_names.h"
#include "casework/types_actions.h"
#include "casework/types_case.h"
#include "casework/types_case_history.h"
#include "casework/types_chronology.h"
#include "casework/types_events.h"

#include "platform/db/db.h"
#include "platform/http/fields.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

/// What of a case its pages show beside the chronology, and which is therefore read before it.
struct ReadOfCase {
    std::vector<Event> events{};
    std::vector<Action> actions{};
    std::vector<LevelMove> levels{}; ///< the oldest first
};

/// Everything that happened in a case, the newest first; entries of a day without a time after
/// those with one.
std::vector<ChronologyEntry> chronology_of(db::Queries& database, const access::AgencyId& agency,
                                           const CaseId& of);
/// The same where all of `read` is read already: asks for the rest.
std::vector<ChronologyEntry> chronology_of(db::Queries& database, const access::AgencyId& agency,
                                           const CaseId& of, const ReadOfCase& read);

/// What is asked for. Nothing of it is personal, so that it may stand in an address.
struct ChronologyFilter {
    std::vector<EntryKind> kinds{}; ///< none: all
    std::optional<Date> from{};
    std::optional<Date> until{}; ///< the last day, included
    NamesShown names = NamesShown::as_recorded;

    bool operator==(const ChronologyFilter&) const = default;
};
/// Reads a query or a form; what is no answer is left out.
ChronologyFilter filter_in(const http::Fields& fields);
/// "?kind=action&from-day=1…": the same again, but for `without`, which names a field. Empty where
/// nothing is narrowed.
std::string query_of(const ChronologyFilter& filter);

std::vector<ChronologyEntry> narrowed(std::vector<ChronologyEntry> entries,
                                      const ChronologyFilter& filter);

/// Titles, words and file names with each name hidden, and no colleague named as the one who
/// recorded it.
void hide_names(std::vector<ChronologyEntry>& entries, const std::vector<HiddenName>& names);

std::string_view key_of(NamesShown names);
std::optional<NamesShown> names_shown_named(std::string_view key);
std::string_view in_words(NamesShown names);
const std::vector<NamesShown>& all_names_shown();

} // namespace onroll::casework
