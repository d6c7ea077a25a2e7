// The only code that touches the tables of forms: keys that make a second delivery harmless, and
// drafts. Works on any database that `prepare` has met, so that what is typed about a record stays
// in that record's own store. trust.md.
#pragma once

#include "forms/types.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"
#include "platform/http/form.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::forms {

/// Brings the tables to their present shape. Conflict for a newer database.
Result<void> prepare(db::Database& database, const Clock& clock);

/// What saving does: stores, and answers the path to show next. With an error nothing is stored.
using Work = std::function<Result<std::string>(db::Transaction& transaction)>;

/// Does `work` once for the key that the form carries, in one transaction with the key, and forgets
/// the draft of its page. A second delivery of the same form changes nothing and answers where the
/// first one led. After an error the same form may be sent again. bad_input for a form without a
/// key, as one that was not made by forms::start. `name` is the act, as in "change person".
Result<std::string> save_once(db::Database& database, std::string_view name, const Owner& owner,
                              const http::Form& form, Instant now, const Work& work);

/// Notices, while it lives, whether the store took nothing of a form that this thread saves: full,
/// not to be written to, or not there. The page shows the form again, and is answered as
/// unavailable.
class StoreWatch {
public:
    StoreWatch();
    ~StoreWatch();
    StoreWatch(const StoreWatch&) = delete;
    StoreWatch& operator=(const StoreWatch&) = delete;
    bool took_nothing() const { return took_nothing_; }

private:
    friend Result<std::string> save_once(db::Database&, std::string_view, const Owner&,
                                         const http::Form&, Instant, const Work&);
    StoreWatch* before_;
    bool took_nothing_ = false;
};

/// Typed work that could not be saved, as it was typed.
struct Draft {
    http::Fields fields;
    std::string version; ///< of what the form changes, when it was opened
    Instant kept_at{};
};

/// Keeps what a form holds for its page, sealed, in place of an earlier draft of the page. Without
/// tokens, keys, files, and fields named for a password or a code. False where the form names no
/// page of ours, holds more than 256 KiB, or was saved already.
bool keep_draft(db::Database& database, const crypto::Key& key, const Owner& owner,
                const http::Form& form, Instant now);
/// The draft of a page; nothing where there is none, or it cannot be opened with this key.
std::optional<Draft> draft_of(db::Queries& database, const crypto::Key& key, const Owner& owner,
                              std::string_view page);
/// Where the owner has drafts, newest first.
std::vector<KeptDraft> drafts_of(db::Queries& database, const Owner& owner);
void drop_draft(db::Transaction& transaction, const Owner& owner, std::string_view page);
/// Forgets the drafts of everybody in the agency for pages whose address holds this id.
void drop_drafts_naming(db::Transaction& transaction, std::string_view agency, std::string_view id);

} // namespace onroll::forms
