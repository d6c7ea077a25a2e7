// The files of a form, in the order of trust.md R-08: bytes first, then, in the transaction of what
// they belong to, their rows; bytes without a row are taken away again. Only for this part's own
// pages.
#pragma once

#include "casework/attachment_files.h"
#include "casework/pages_shared.h"
#include "casework/types_case.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// The input's name.
inline constexpr std::string_view files_field = "files";

/// Files of a form that lie on the disk and have no row yet.
struct BroughtFiles {
    std::vector<KeptFile> kept;
    std::vector<Error> errors; ///< then nothing was kept
};
/// Keeps each file that the form brought in that field, or none.
BroughtFiles keep_files(const http::Request& request, const Services& services, const Case& found,
                        std::string_view field = files_field);

/// Whether the form brought any file.
bool brings_files(const http::Form& form);

/// Their rows. too_large at the files' field where there is no room any more: somebody else may
/// have taken it since keep_files.
Result<void> add_rows(db::Transaction& transaction, const Services& services,
                      const access::Actor& actor, const CaseId& of, const BroughtFiles& brought,
                      const AddedTo& place, Category category, Date received_on, Instant now);

/// Takes them away again.
void discard(const http::Request& request, const Services& services, const BroughtFiles& brought);

/// Saves by `save`, which tells through `stored` that the work that adds the rows was done, and
/// takes the files away where it was not: a form that was sent twice leaves one set of files. What
/// throws leaves them, since the rows may be there; the next start sweeps those that have none.
Result<std::string> save_with_files(const http::Request& request, const Services& services,
                                    const BroughtFiles& brought,
                                    const std::function<Result<std::string>(bool& stored)>& save);

/// The category that the form names, for all its files.
Category category_in(const http::Form& form);

} // namespace onroll::casework
