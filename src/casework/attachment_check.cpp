#include "casework/attachment_check.h"

#include "casework/store_attachments.h"
#include "casework/store_open.h"

#include <ostream>
#include <system_error>
#include <vector>

namespace onroll::casework {
namespace attachment_check_detail {

struct Count {
    std::size_t sound = 0;
    std::size_t wrong = 0;
};

Result<Count> check_store(const std::filesystem::path& data, const std::filesystem::path& file)
{
    auto store = db::Database::open({.url = "sqlite:" + file.string()});
    if (!store) return store.error();
    auto reading = (*store)->read();
    Count count;
    for (const auto& agency : agencies_with_attachments(reading)) {
        const auto files = open_files({.data = data, .postgres = {}}, agency);
        if (!files) return files.error();
        for (const auto& attachment : all_attachments(reading, agency))
            ++(files->check(attachment) ? count.sound : count.wrong);
    }
    return count;
}

} // namespace attachment_check_detail
using namespace attachment_check_detail;

Result<void> check_attachments(const std::filesystem::path& data, std::ostream& out)
{
    Count all;
    std::error_code none;
    for (const auto& file : std::filesystem::directory_iterator(data / "advice", none)) {
        if (file.path().extension() != ".db") continue;
        const auto count = check_store(data, file.path());
        if (!count) return count.error();
        all.sound += count->sound;
        all.wrong += count->wrong;
    }
    out << all.sound << (all.sound == 1 ? " attachment is sound\n" : " attachments are sound\n");
    if (all.wrong == 0) return {};
    return Error{ErrorKind::unavailable,
                 "Attachments that are missing or changed: " + std::to_string(all.wrong) +
                     ". Restore them from a backup",
                 {},
                 {}};
}

} // namespace onroll::casework
