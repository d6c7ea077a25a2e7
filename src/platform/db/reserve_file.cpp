#include "platform/db/reserve_file.h"

#include "platform/db/reserve.h"
#include "platform/log/log.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace onroll::db {

namespace reserve_detail {

thread_local bool urgent = false;

} // namespace reserve_detail

UrgentWork::UrgentWork() : before_(std::exchange(reserve_detail::urgent, true)) {}

UrgentWork::~UrgentWork()
{
    reserve_detail::urgent = before_;
}

bool UrgentWork::is_done_here()
{
    return reserve_detail::urgent;
}

bool ReserveFile::make() const
{
    const int descriptor = ::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return false;
    const bool taken = ::posix_fallocate(descriptor, 0, static_cast<off_t>(bytes_)) == 0;
    ::close(descriptor);
    if (!taken) ::unlink(file_.c_str());
    return taken;
}

bool ReserveFile::keep(std::filesystem::path file, std::uint64_t bytes)
{
    const std::lock_guard lock(turn_);
    file_ = std::move(file);
    bytes_ = bytes;
    given_up_ = !make();
    return !given_up_;
}

void ReserveFile::give_up() noexcept
{
    const std::lock_guard lock(turn_);
    if (bytes_ == 0 || given_up_) return;
    given_up_ = true;
    ::unlink(file_.c_str());
    log::error("the disk is full: the reserve is given up, and only what must be is written");
}

bool ReserveFile::lets_work_go_on()
{
    const std::lock_guard lock(turn_);
    if (bytes_ == 0 || !given_up_) return true;
    // Twice the room, so that it is not given up again by the next save.
    struct statvfs disk = {};
    if (::statvfs(file_.parent_path().c_str(), &disk) != 0 ||
        static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize < 2 * bytes_ || !make())
        return false;
    given_up_ = false;
    log::info("there is room on the disk again: the reserve is kept");
    return true;
}

} // namespace onroll::db
