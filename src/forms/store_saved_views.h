// Views of a list that were saved by name: one's own, and those of the agency. Nobody finds what
// somebody else keeps for themselves. capabilities.md table stake 11.
#pragma once

#include "forms/types.h"
#include "forms/saved_view.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <string_view>
#include <vector>

namespace onroll::forms {

/// Those that this person may use, by name.
std::vector<SavedView> saved_views_of(db::Queries& database, const Owner& who,
                                      std::string_view list);
/// not_found for one of another list or agency, and for what somebody else keeps to themselves.
Result<SavedView> find_saved_view(db::Queries& database, const Owner& who, std::string_view list,
                                  const SavedViewId& id);

/// bad_input, with the field "view_name", for no name, a long one, or one that stands there
/// already; and for one more than most_saved_views.
Result<SavedViewId> save_view(db::Transaction& transaction, const Owner& who, std::string_view list,
                              const NewSavedView& view, Instant now);
/// Its name and who finds it; what it asks stays. conflict where `version` is not the saved one.
Result<void> change_saved_view(db::Transaction& transaction, const Owner& who,
                               std::string_view list, const SavedViewId& id, std::int64_t version,
                               const NewSavedView& view);
Result<void> drop_saved_view(db::Transaction& transaction, const Owner& who, std::string_view list,
                             const SavedViewId& id);

} // namespace onroll::forms
