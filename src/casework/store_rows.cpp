#include "casework/store_rows.h"

#include "embedded/casework_files.h"

namespace onroll::casework {

const db::SqlFiles& sql()
{
    static const db::SqlFiles files{embedded::casework_files()};
    return files;
}

std::optional<access::UserId> optional_user(const db::Rows& rows, std::string_view column)
{
    const auto text = rows.optional_text(column);
    if (!text) return std::nullopt;
    return access::UserId::parse(*text).value();
}

} // namespace onroll::casework
