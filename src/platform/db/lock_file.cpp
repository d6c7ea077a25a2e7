#include "platform/db/lock_file.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/types.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace onroll::db {

namespace lock_file_detail {

/// What the holder wrote: its process number, or nothing after a clean stop.
std::string content_of(int descriptor)
{
    std::array<char, 32> bytes{};
    const auto count = ::pread(descriptor, bytes.data(), bytes.size(), 0);
    std::string text(bytes.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
    return text.substr(0, text.find_first_not_of("0123456789"));
}

Error in_use(const std::filesystem::path& path, const std::string& process)
{
    auto database = path;
    database.replace_extension();
    const std::string who =
        process.empty() ? "Another process" : "Another process (number " + process + ")";
    return Error{ErrorKind::conflict,
                 who + " is using " + database.string() +
                     ". Stop it first, or give another folder with --data",
                 "the lock file is held",
                 {}};
}

} // namespace lock_file_detail

Result<LockFile> LockFile::take(const std::filesystem::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        const std::string why = std::generic_category().message(errno);
        return Error{ErrorKind::unavailable,
                     "The folder " + path.parent_path().string() +
                         " cannot be written to. Check that it exists and that its owner and "
                         "permissions are right",
                     "lock file: " + why,
                     {}};
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const auto error = lock_file_detail::in_use(path, lock_file_detail::content_of(descriptor));
        ::close(descriptor);
        return error;
    }
    LockFile lock(descriptor, !lock_file_detail::content_of(descriptor).empty());
    const auto process = std::to_string(::getpid()) + "\n";
    // Written before it is cut to length, so that it is never empty while held.
    const bool noted = ::pwrite(descriptor, process.data(), process.size(), 0) ==
                           static_cast<ssize_t>(process.size()) &&
                       ::ftruncate(descriptor, static_cast<off_t>(process.size())) == 0 &&
                       ::fsync(descriptor) == 0;
    if (!noted)
        return Error{ErrorKind::unavailable,
                     "The disk of " + path.parent_path().string() +
                         " cannot be written to. Check that it is not full",
                     "lock file: " + std::generic_category().message(errno),
                     {}};
    return lock;
}

LockFile::LockFile(LockFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), was_left_in_use_(other.was_left_in_use_)
{
}

LockFile& LockFile::operator=(LockFile&& other) noexcept
{
    std::swap(descriptor_, other.descriptor_);
    std::swap(was_left_in_use_, other.was_left_in_use_);
    return *this;
}

LockFile::~LockFile()
{
    if (descriptor_ >= 0) ::close(descriptor_);
}

void LockFile::note_clean_stop() noexcept
{
    // When this cannot be written, the next start checks the file once more than it needs to.
    if (::ftruncate(descriptor_, 0) == 0) ::fsync(descriptor_);
}

} // namespace onroll::db
