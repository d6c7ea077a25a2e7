#include "forms/store.h"

#include "embedded/forms_files.h"
#include "kernel/ensure.h"
#include "platform/db/agency_in_force.h"
#include "platform/db/failure.h"
#include "platform/log/log.h"
#include "platform/http/percent.h"

#include <algorithm>
#include <utility>

namespace onroll::forms {

namespace store_detail {

constexpr std::size_t largest_draft = 256 * 1024;

const db::SqlFiles& sql()
{
    static const db::SqlFiles files{embedded::forms_files()};
    return files;
}

constexpr auto short_of_memory =
    "This server has no memory left for this now. What was saved before is still there. Wait a "
    "minute, then send this again: it is saved once";

/// What to tell whoever sent the form when the store could not take it; nothing for a fault of
/// ours. What they typed is still in the page that shows it.
std::optional<Error> told_of(const db::Failure& failure)
{
    const auto because = [&](std::string message) {
        log::error("a form could not be saved", {{"why", log::safe(failure.what())}});
        return Error{ErrorKind::unavailable, std::move(message), failure.what(), {}};
    };
    switch (failure.kind()) {
    case db::FailureKind::busy:
        return because("Somebody else is saving at the same time. Send it again");
    case db::FailureKind::connection_lost:
        return because("The store of this service went away for a moment, and nothing was saved. "
                       "Send it again");
    case db::FailureKind::commit_unknown:
        return because("The store of this service went away, and it is not known whether this was "
                       "saved. Send it again: it is saved once");
    case db::FailureKind::out_of_memory:
        return because(short_of_memory);
    case db::FailureKind::disk_full:
        return because("There is no room left on this server, and nothing was saved. Tell whoever "
                       "looks after it, then send this again");
    case db::FailureKind::read_only:
    case db::FailureKind::writes_stopped:
        return because("This server cannot write to its disk now, and nothing was saved. What was "
                       "saved before is still there. Tell whoever looks after the server, then "
                       "send this again");
    default:
        return std::nullopt;
    }
}

StoreWatch*& watch_of_this_thread()
{
    static thread_local StoreWatch* watch = nullptr;
    return watch;
}

std::string hash_of(std::string_view key)
{
    return crypto::to_hex(crypto::sha256(key));
}

bool is_key(std::string_view text)
{
    const auto bytes = crypto::from_base64url(text);
    return bytes && bytes->size() == 32;
}

/// A path of our own without its query: a draft belongs to a page.
bool is_page(std::string_view path)
{
    return path.size() > 1 && path.size() <= 300 && path[0] == '/' && path[1] != '/' &&
           std::all_of(path.begin(), path.end(), [](char c) {
               return c > ' ' && c < 0x7f && c != '\\' && c != '?' && c != '#';
           });
}

bool is_kept(std::string_view name)
{
    return name != token_field && name != key_field && name != page_field &&
           name.find("password") == std::string_view::npos && name != "code" &&
           !name.ends_with("_code");
}

std::string context_of(const Owner& owner, std::string_view page)
{
    return "forms draft " + owner.agency + " " + owner.user + " " + std::string(page);
}

std::string written(const http::Form& form)
{
    std::string text;
    for (const auto& field : form.fields) {
        if (!is_kept(field.name)) continue;
        text += text.empty() ? "" : "&";
        text += http::percent_encoded(field.name) + "=" + http::percent_encoded(field.value);
    }
    return text;
}

} // namespace store_detail

Result<void> prepare(db::Database& database, const Clock& clock)
{
    const auto migrated = db::migrate(database, "forms", embedded::forms_files(), clock);
    if (!migrated) return migrated.error();
    return {};
}

StoreWatch::StoreWatch() : before_(std::exchange(store_detail::watch_of_this_thread(), this)) {}

StoreWatch::~StoreWatch()
{
    store_detail::watch_of_this_thread() = before_;
}

Result<std::string> save_once(db::Database& database, std::string_view name, const Owner& owner,
                              const http::Form& form, Instant now, const Work& work)
{
    using namespace store_detail;
    const auto key = form[key_field];
    if (!is_key(key))
        return bad_input("This form cannot be saved. Open the page again and send it from there");
    const auto hash = hash_of(key);
    const db::WorkFor own(owner.agency);
    const auto saving = [&](db::Transaction& transaction) -> Result<std::string> {
        transaction.run(sql()("drop_old_keys"), owner.agency, owner.user, now - keys_are_kept);
        if (transaction.run(sql()("claim_key"), owner.agency, owner.user, hash, now) == 0) {
            auto rows = transaction.query(sql()("find_key"), owner.agency, owner.user, hash);
            ensure(rows.next(), "a key that could not be claimed is there");
            return rows.text("answer");
        }
        auto answer = work(transaction);
        if (!answer) return answer;
        transaction.run(sql()("settle_key"), *answer, owner.agency, owner.user, hash);
        transaction.run(sql()("drop_draft"), owner.agency, owner.user, form[page_field]);
        return answer;
    };
    try {
        return db::with_retry(database, name, saving);
    } catch (const std::bad_alloc& fault) {
        if (auto* watch = watch_of_this_thread()) watch->took_nothing_ = true;
        return Error{ErrorKind::unavailable, short_of_memory, fault.what(), {}};
    } catch (const db::Failure& failure) {
        auto told = told_of(failure);
        if (!told) throw;
        if (auto* watch = watch_of_this_thread()) watch->took_nothing_ = true;
        return *std::move(told);
    }
}

bool keep_draft(db::Database& database, const crypto::Key& key, const Owner& owner,
                const http::Form& form, Instant now)
{
    using namespace store_detail;
    const auto page = form[page_field];
    const auto text = written(form);
    if (!is_page(page) || text.empty() || text.size() > largest_draft) return false;
    const auto sealed = crypto::seal(key, text, context_of(owner, page));
    const auto hash = hash_of(form[key_field]);
    const db::WorkFor own(owner.agency);
    return db::with_retry(database, "keep draft", [&](db::Transaction& transaction) {
        // What came late to a form that is saved by now would be offered again for nothing.
        if (transaction.query(sql()("find_key"), owner.agency, owner.user, hash).next())
            return false;
        transaction.run(sql()("drop_old_drafts"), owner.agency, now - drafts_are_kept);
        transaction.run(sql()("keep_draft"), owner.agency, owner.user, page, now,
                        db::as_blob(sealed));
        return true;
    });
}

std::optional<Draft> draft_of(db::Queries& database, const crypto::Key& key, const Owner& owner,
                              std::string_view page)
{
    using namespace store_detail;
    auto rows = database.query(sql()("find_draft"), owner.agency, owner.user, page);
    if (!rows.next()) return std::nullopt;
    const auto bytes = rows.blob("sealed");
    const std::string sealed(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const auto text = crypto::open(key, sealed, context_of(owner, page));
    if (!text) return std::nullopt;
    auto form = http::parse_urlencoded_form(*text);
    if (!form) return std::nullopt;
    Draft draft{std::move(form->fields), {}, rows.instant("kept_at")};
    draft.version = draft.fields[version_field];
    draft.fields.remove(version_field);
    return draft;
}

std::vector<KeptDraft> drafts_of(db::Queries& database, const Owner& owner)
{
    std::vector<KeptDraft> drafts;
    auto rows = database.query(store_detail::sql()("all_drafts"), owner.agency, owner.user);
    while (rows.next()) drafts.push_back({rows.text("page"), rows.instant("kept_at")});
    return drafts;
}

void drop_draft(db::Transaction& transaction, const Owner& owner, std::string_view page)
{
    transaction.run(store_detail::sql()("drop_draft"), owner.agency, owner.user, page);
}

void drop_drafts_naming(db::Transaction& transaction, std::string_view agency, std::string_view id)
{
    transaction.run(store_detail::sql()("drop_drafts_naming"), agency, "%" + std::string(id) + "%");
}

} // namespace onroll::forms
