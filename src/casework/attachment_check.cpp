#include "casework/attachment_check.h"

#include "casework/store_attachments.h"
#include "casework/store_open.h"

#include <ostream>
#include <vector>

namespace onroll::casework {
namespace attachment_check_detail {

struct Count {
    std::size_t sound = 0;
    std::size_t wrong = 0;
};

Result<Count> check_store(const std::filesystem::path& data, db::Database& store)
{
    auto reading = store.read();
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

Result<void> check_attachments(const std::filesystem::path& data,
                               const std::vector<std::unique_ptr<db::Database>>& stores,
                               std::ostream& out)
{
    Count all;
    for (const auto& store : stores) {
        const auto count = check_store(data, *store);
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
