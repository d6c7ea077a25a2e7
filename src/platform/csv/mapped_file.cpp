#include "platform/csv/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace onroll::csv {

Result<MappedFile> MappedFile::open(const std::filesystem::path& file, const Limits& limits)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return not_found("There is no file that can be read at " + file.string());
    struct stat status {};
    const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    const auto size = regular ? static_cast<std::size_t>(status.st_size) : 0;
    void* mapped = MAP_FAILED;
    if (size > 0 && size <= limits.bytes) {
        mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
        if (mapped != MAP_FAILED) ::madvise(mapped, size, MADV_SEQUENTIAL);
    }
    ::close(descriptor);
    if (!regular) return bad_input(file.string() + " must be a file");
    if (size == 0) return bad_input("The file is empty");
    if (size > limits.bytes) return too_large(limits);
    if (mapped == MAP_FAILED)
        return Error{ErrorKind::unavailable, "The file could not be read", "mmap", {}};
    return MappedFile({static_cast<const char*>(mapped), size});
}

MappedFile::~MappedFile()
{
    if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

} // namespace onroll::csv
