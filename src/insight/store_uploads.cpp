#include "insight/store_imports.h"
#include "insight/store_rows.h"

#include "kernel/ensure.h"
#include "platform/crypto/crypto.h"

#include <chrono>

namespace onroll::insight {

namespace store_uploads_detail {

using store_rows::sql;

Instant a_day_before(const Clock& clock)
{
    return clock.now() - std::chrono::hours(24);
}

/// What a row says of its owner: nothing to whoever does not know the owner's words already, and
/// something else in each row.
std::string mark_of(std::string_view owner, std::string_view token)
{
    return crypto::to_hex(crypto::hmac_sha256(owner, token));
}

std::string text_of(const std::vector<std::byte>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace store_uploads_detail

std::string keep_upload(db::Database& database, std::string_view owner, const ImportFile& file,
                        const Clock& clock)
{
    using namespace store_uploads_detail;
    ensure(file.bytes.has_value(), "a browser sends bytes");
    ensure(!owner.empty(), "a file that waits is somebody's");
    const auto token = crypto::random_token();
    db::with_retry(database, "keep upload", [&](db::Transaction& transaction) {
        transaction.run(sql()("drop_upload"), std::string_view(), a_day_before(clock));
        const auto meta = file.meta_bytes ? std::optional(db::as_blob(*file.meta_bytes))
                                          : std::optional<db::Bytes>();
        transaction.run(sql()("save_upload"), token, mark_of(owner, token), file.origin.file_name,
                        db::as_blob(*file.bytes), meta, file.origin.published_on, clock.now());
    });
    return token;
}

Result<ImportFile> find_upload(db::Queries& database, std::string_view owner,
                               std::string_view token, const Clock& clock)
{
    using namespace store_uploads_detail;
    auto rows =
        database.query(sql()("find_upload"), token, mark_of(owner, token), a_day_before(clock));
    if (!rows.next())
        return not_found("This file is no longer waiting. Send it again from the start");
    ImportFile file;
    file.bytes = text_of(rows.blob("file"));
    if (const auto meta = rows.optional_blob("meta")) file.meta_bytes = text_of(*meta);
    file.origin = {rows.text("file_name"), rows.optional_date("published_on")};
    return file;
}

void drop_upload(db::Database& database, std::string_view token, const Clock& clock)
{
    using namespace store_uploads_detail;
    db::with_retry(database, "drop upload", [&](db::Transaction& transaction) {
        transaction.run(sql()("drop_upload"), token, a_day_before(clock));
    });
}

void drop_old_uploads(db::Database& database, const Clock& clock)
{
    using namespace store_uploads_detail;
    db::with_retry(database, "drop old uploads", [&](db::Transaction& transaction) {
        transaction.run(sql()("drop_old_uploads"), a_day_before(clock));
    });
}

} // namespace onroll::insight
