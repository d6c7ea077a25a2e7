#include "platform/crypto/sealed_file.h"

#include <sodium.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

namespace onroll::crypto {
namespace sealed_file_detail {

constexpr std::string_view beginning = "onroll sealed file 1\n";
constexpr std::size_t piece_size = 65536;
constexpr std::size_t more = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t key_size = crypto_secretstream_xchacha20poly1305_KEYBYTES;
constexpr std::size_t header_size = crypto_secretstream_xchacha20poly1305_HEADERBYTES;

unsigned char* bytes_in(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}
const unsigned char* bytes_in(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

Error cannot_write(const std::filesystem::path& file)
{
    return {ErrorKind::unavailable,
            file.string() + " cannot be written. Choose a new name, on a disk with room",
            std::strerror(errno),
            {}};
}
Error cannot_open(const std::filesystem::path& file)
{
    return bad_input(file.string() + " cannot be opened with this key: it is another file, or was "
                                     "sealed for another key, changed or cut short");
}

} // namespace sealed_file_detail
using namespace sealed_file_detail;

struct SealedFileWriter::Inside {
    std::filesystem::path file;
    int descriptor = -1;
    crypto_secretstream_xchacha20poly1305_state state{};
    std::string waiting; ///< less than a piece
    bool finished = false;

    ~Inside()
    {
        if (descriptor < 0) return;
        ::close(descriptor);
        if (!finished) ::unlink(file.c_str());
    }

    Result<void> put(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            const auto count = ::write(descriptor, bytes.data(), bytes.size());
            if (count < 0) return cannot_write(file);
            bytes.remove_prefix(std::size_t(count));
        }
        return {};
    }

    Result<void> put_piece(std::string_view plain, unsigned char tag)
    {
        std::string sealed(plain.size() + more, '\0');
        crypto_secretstream_xchacha20poly1305_push(&state, bytes_in(sealed), nullptr,
                                                   bytes_in(plain), plain.size(), nullptr, 0, tag);
        return put(sealed);
    }
};

SealedFileWriter::SealedFileWriter(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
SealedFileWriter::SealedFileWriter(SealedFileWriter&&) noexcept = default;
SealedFileWriter::~SealedFileWriter() = default;

Result<SealedFileWriter> SealedFileWriter::create(const std::filesystem::path& file,
                                                  std::string_view public_key)
{
    auto inside = std::make_unique<Inside>();
    std::string key(key_size, '\0');
    std::string header(header_size, '\0');
    const auto sealed_key = [&]() -> Result<std::string> {
        crypto_secretstream_xchacha20poly1305_keygen(bytes_in(key));
        return seal_to(public_key, key);
    }();
    if (!sealed_key) return sealed_key.error();
    crypto_secretstream_xchacha20poly1305_init_push(&inside->state, bytes_in(header),
                                                    bytes_in(key));
    sodium_memzero(key.data(), key.size());
    inside->file = file;
    inside->descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (inside->descriptor < 0) return cannot_write(file);
    if (const auto put = inside->put(std::string(beginning) + *sealed_key + header); !put)
        return put.error();
    return SealedFileWriter(std::move(inside));
}

Result<void> SealedFileWriter::write(std::string_view bytes)
{
    auto& waiting = inside_->waiting;
    while (waiting.size() + bytes.size() > piece_size) {
        const auto take = piece_size - waiting.size();
        waiting.append(bytes.substr(0, take));
        bytes.remove_prefix(take);
        if (const auto put = inside_->put_piece(waiting, 0); !put) return put.error();
        waiting.clear();
    }
    waiting.append(bytes);
    return {};
}

Result<void> SealedFileWriter::finish()
{
    const auto put =
        inside_->put_piece(inside_->waiting, crypto_secretstream_xchacha20poly1305_TAG_FINAL);
    if (!put) return put.error();
    if (::fsync(inside_->descriptor) != 0) return cannot_write(inside_->file);
    inside_->finished = true;
    return {};
}

struct SealedFileReader::Inside {
    std::filesystem::path path;
    std::ifstream file;
    crypto_secretstream_xchacha20poly1305_state state{};
    bool ended = false;

    std::string take(std::size_t count)
    {
        std::string bytes(count, '\0');
        file.read(bytes.data(), std::streamsize(count));
        bytes.resize(std::size_t(file.gcount()));
        return bytes;
    }
};

SealedFileReader::SealedFileReader(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
SealedFileReader::SealedFileReader(SealedFileReader&&) noexcept = default;
SealedFileReader::~SealedFileReader() = default;

Result<SealedFileReader> SealedFileReader::open(const std::filesystem::path& file,
                                                const KeyPair& pair)
{
    auto inside = std::make_unique<Inside>();
    inside->path = file;
    inside->file.open(file, std::ios::binary);
    if (inside->take(beginning.size()) != beginning) return cannot_open(file);
    const auto key = open_with(pair, inside->take(key_size + crypto_box_SEALBYTES));
    const auto header = inside->take(header_size);
    if (!key || key->size() != key_size || header.size() != header_size ||
        crypto_secretstream_xchacha20poly1305_init_pull(&inside->state,
                                                        bytes_in(std::string_view(header)),
                                                        bytes_in(std::string_view(*key))) != 0)
        return cannot_open(file);
    return SealedFileReader(std::move(inside));
}

Result<std::optional<std::string>> SealedFileReader::next()
{
    if (inside_->ended) return std::optional<std::string>();
    const auto sealed = inside_->take(piece_size + more);
    if (sealed.size() < more) return cannot_open(inside_->path);
    std::string plain(sealed.size() - more, '\0');
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&inside_->state, bytes_in(plain), nullptr, &tag,
                                                   bytes_in(std::string_view(sealed)),
                                                   sealed.size(), nullptr, 0) != 0)
        return cannot_open(inside_->path);
    inside_->ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return std::optional(std::move(plain));
}

} // namespace onroll::crypto
