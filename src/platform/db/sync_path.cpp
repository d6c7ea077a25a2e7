#include "platform/db/sync_path.h"

#include "platform/db/failure.h"

#include <fcntl.h>
#include <unistd.h>

namespace onroll::db {

void sync_path(const std::filesystem::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) ::close(descriptor);
    if (!synced)
        throw Failure(FailureKind::other, "copy the database",
                      "the copy could not be made durable");
}

} // namespace onroll::db
