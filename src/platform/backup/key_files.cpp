#include "platform/backup/key_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <string_view>

namespace onroll::backup {
namespace key_files_detail {

constexpr std::string_view private_prefix = "onroll-backup-private-";
constexpr std::string_view public_prefix = "onroll-backup-public-";

Result<void> write_new(const std::filesystem::path& file, const std::string& line, mode_t mode)
{
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    const bool written = descriptor >= 0 &&
                         ::write(descriptor, line.data(), line.size()) == ssize_t(line.size()) &&
                         ::fsync(descriptor) == 0;
    if (descriptor >= 0) ::close(descriptor);
    if (written) return {};
    return Error{ErrorKind::unavailable,
                 file.string() + " cannot be made. Choose a name that is not there yet",
                 {},
                 {}};
}

Result<std::string> read_line(const std::filesystem::path& file, std::string_view prefix)
{
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    const auto wrong = bad_input(file.string() + " is not a key made by onroll backup new-key");
    if (!line.starts_with(prefix)) return wrong;
    auto bytes = crypto::from_base64url(std::string_view(line).substr(prefix.size()));
    if (!bytes || bytes->size() != crypto::Key::size) return wrong;
    return bytes;
}

} // namespace key_files_detail
using namespace key_files_detail;

Result<void> write_key_files(const std::filesystem::path& private_file,
                             const std::filesystem::path& public_file)
{
    // The seed is what is kept: the pair follows from it.
    const auto seed = crypto::Key::create();
    const auto pair = crypto::KeyPair::of(seed);
    const auto line = std::string(private_prefix) + crypto::to_base64url(seed.bytes()) + "\n";
    if (const auto made = write_new(private_file, line, 0400); !made) return made.error();
    return write_new(public_file,
                     std::string(public_prefix) + crypto::to_base64url(pair.public_key) + "\n",
                     0444);
}

Result<std::string> read_public_key(const std::filesystem::path& file)
{
    return read_line(file, public_prefix);
}

Result<crypto::KeyPair> read_private_key(const std::filesystem::path& file)
{
    const auto bytes = read_line(file, private_prefix);
    if (!bytes) return bytes.error();
    const auto seed = crypto::Key::from_bytes(*bytes);
    if (!seed) return seed.error();
    return crypto::KeyPair::of(*seed);
}

} // namespace onroll::backup
