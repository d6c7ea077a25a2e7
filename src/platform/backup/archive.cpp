#include "platform/backup/archive.h"

#include "platform/crypto/sealed_file.h"
#include "platform/crypto/sha256.h"
#include "platform/db/sqlite_file.h"

#include <archive.h>
#include <archive_entry.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <functional>
#include <optional>
#include <utility>

namespace onroll::backup {
namespace archive_detail {

constexpr std::size_t at_once = 65536;

struct FreeEntry {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

} // namespace archive_detail
using namespace archive_detail;

Error cannot_read(const std::filesystem::path& path)
{
    return {ErrorKind::unavailable,
            path.string() + " cannot be read. Check its owner and permissions",
            {},
            {}};
}

struct ArchiveWriter::Inside {
    crypto::SealedFileWriter sealed;
    archive* tar = archive_write_new();
    std::optional<Error> trouble; ///< what the sealed file said; libarchive only passes on "failed"

    explicit Inside(crypto::SealedFileWriter writer) : sealed(std::move(writer)) {}
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    ~Inside() { archive_write_free(tar); }

    static la_ssize_t write(archive*, void* inside, const void* bytes, std::size_t count)
    {
        auto& self = *static_cast<Inside*>(inside);
        const auto written = self.sealed.write({static_cast<const char*>(bytes), count});
        if (written) return la_ssize_t(count);
        self.trouble = written.error();
        return -1;
    }

    Error failed() const
    {
        if (trouble) return *trouble;
        return {ErrorKind::unavailable, "The backup could not be written", {}, {}};
    }
};

ArchiveWriter::ArchiveWriter(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
ArchiveWriter::ArchiveWriter(ArchiveWriter&&) noexcept = default;
ArchiveWriter::~ArchiveWriter() = default;

Result<ArchiveWriter> ArchiveWriter::create(const std::filesystem::path& file,
                                            std::string_view public_key)
{
    auto sealed = crypto::SealedFileWriter::create(file, public_key);
    if (!sealed) return sealed.error();
    auto inside = std::make_unique<Inside>(std::move(*sealed));
    archive_write_set_format_pax_restricted(inside->tar);
    if (archive_write_open(inside->tar, inside.get(), nullptr, Inside::write, nullptr) !=
        ARCHIVE_OK)
        return inside->failed();
    return ArchiveWriter(std::move(inside));
}

Result<Entry> ArchiveWriter::add_pieces(const std::string& name, std::int64_t bytes,
                                        unsigned permissions, const Pieces& next)
{
    const std::unique_ptr<archive_entry, FreeEntry> head(archive_entry_new());
    archive_entry_set_pathname_utf8(head.get(), name.c_str());
    archive_entry_set_size(head.get(), bytes);
    archive_entry_set_filetype(head.get(), AE_IFREG);
    archive_entry_set_perm(head.get(), permissions);
    if (archive_write_header(inside_->tar, head.get()) != ARCHIVE_OK) return inside_->failed();
    crypto::Sha256 digest;
    for (;;) {
        const auto piece = next();
        if (!piece) return piece.error();
        if (!*piece) break;
        digest.add(**piece);
        if (archive_write_data(inside_->tar, (*piece)->data(), (*piece)->size()) !=
            la_ssize_t((*piece)->size()))
            return inside_->failed();
    }
    return Entry{name, bytes, crypto::to_hex(digest.finish())};
}

Result<Entry> ArchiveWriter::add(const std::string& name, const std::filesystem::path& from)
{
    std::ifstream in(from, std::ios::binary);
    struct stat facts {};
    if (!in || ::stat(from.c_str(), &facts) != 0) return cannot_read(from);
    std::string piece(at_once, '\0');
    auto left = std::int64_t(facts.st_size);
    return add_pieces(name, facts.st_size, facts.st_mode & 0700,
                      [&]() -> Result<std::optional<std::string_view>> {
                          if (left == 0) return std::optional<std::string_view>();
                          in.read(piece.data(), std::min<std::int64_t>(left, at_once));
                          const auto count = in.gcount();
                          if (count <= 0) return cannot_read(from);
                          left -= count;
                          return std::optional(std::string_view(piece.data(), std::size_t(count)));
                      });
}

Result<Entry> ArchiveWriter::add_database(const std::string& name,
                                          const std::filesystem::path& from)
{
    auto pages = db::SqliteFilePages::of(from);
    if (!pages) return pages.error();
    return add_pieces(name, pages->bytes(), 0600, [&] { return pages->next(); });
}

Result<Entry> ArchiveWriter::add_sealed(const std::string& name, const std::filesystem::path& from,
                                        const crypto::KeyPair& pair, std::int64_t bytes)
{
    auto sealed = crypto::SealedFileReader::open(from, pair);
    if (!sealed) return sealed.error();
    std::optional<std::string> piece;
    return add_pieces(name, bytes, 0600, [&]() -> Result<std::optional<std::string_view>> {
        auto next = sealed->next();
        if (!next) return next.error();
        piece = std::move(*next);
        return piece ? std::optional<std::string_view>(*piece) : std::nullopt;
    });
}

Result<void> ArchiveWriter::finish()
{
    if (archive_write_close(inside_->tar) != ARCHIVE_OK) return inside_->failed();
    return inside_->sealed.finish();
}

namespace archive_detail {

/// A tar that is opened as libarchive asks for it.
struct Opening {
    crypto::SealedFileReader sealed;
    archive* tar = archive_read_new();
    std::string piece;
    std::optional<Error> trouble;

    explicit Opening(crypto::SealedFileReader reader) : sealed(std::move(reader)) {}
    Opening(const Opening&) = delete;
    Opening& operator=(const Opening&) = delete;
    ~Opening() { archive_read_free(tar); }

    static la_ssize_t read(archive* tar, void* opening, const void** bytes)
    {
        auto& self = *static_cast<Opening*>(opening);
        auto next = self.sealed.next();
        if (!next) {
            self.trouble = next.error();
            archive_set_error(tar, EIO, "the sealed file does not open");
            return -1;
        }
        self.piece = next->value_or(std::string());
        *bytes = self.piece.data();
        return la_ssize_t(self.piece.size());
    }

    Error failed() const
    {
        if (trouble) return *trouble;
        return bad_input("The backup is damaged. Take another one");
    }
};

/// Whether a name stays inside the folder that it is unpacked into.
bool stays_inside(const std::filesystem::path& name)
{
    if (name.empty() || name.is_absolute()) return false;
    for (const auto& part : name)
        if (part == ".." || part == ".") return false;
    return true;
}

struct File {
    int descriptor;
    ~File()
    {
        if (descriptor >= 0) ::close(descriptor);
    }
};

/// Takes the content of one entry, piece by piece.
using Take = std::function<Result<void>(std::string_view)>;

Result<Entry> unpack_pieces(Opening& opening, std::string name, const Take& take)
{
    crypto::Sha256 digest;
    Entry entry{std::move(name), 0, {}};
    std::string piece(at_once, '\0');
    for (;;) {
        const auto count = archive_read_data(opening.tar, piece.data(), piece.size());
        if (count < 0) return opening.failed();
        if (count == 0) break;
        const std::string_view bytes(piece.data(), std::size_t(count));
        digest.add(bytes);
        if (const auto taken = take(bytes); !taken) return taken.error();
        entry.bytes += count;
    }
    entry.sha256 = crypto::to_hex(digest.finish());
    return entry;
}

Result<Entry> unpack_sealed(Opening& opening, const std::string& name,
                            const std::filesystem::path& to, std::string_view passing_key)
{
    auto sealed = crypto::SealedFileWriter::create(to, passing_key);
    if (!sealed) return sealed.error();
    auto entry =
        unpack_pieces(opening, name, [&](std::string_view bytes) { return sealed->write(bytes); });
    if (!entry) return entry;
    if (const auto finished = sealed->finish(); !finished) return finished.error();
    return entry;
}

Result<Entry> unpack(Opening& opening, archive_entry* head, const std::filesystem::path& into,
                     std::string_view passing_key)
{
    const char* written = archive_entry_pathname_utf8(head);
    const std::string name = written ? written : "";
    if (!stays_inside(name) || archive_entry_filetype(head) != AE_IFREG)
        return bad_input("The backup holds something that is not a file of a data folder");
    if (name == server_copy_name) return unpack_sealed(opening, name, into / name, passing_key);
    std::error_code trouble;
    std::filesystem::create_directories((into / name).parent_path(), trouble);
    const File file{::open((into / name).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                           archive_entry_perm(head) & 0700)};
    const Error cannot_write{ErrorKind::unavailable,
                             (into / name).string() + " cannot be written. Is the disk full?",
                             {},
                             {}};
    if (file.descriptor < 0) return cannot_write;
    auto entry = unpack_pieces(opening, name, [&](std::string_view bytes) -> Result<void> {
        if (::write(file.descriptor, bytes.data(), bytes.size()) != la_ssize_t(bytes.size()))
            return cannot_write;
        return {};
    });
    if (entry && ::fsync(file.descriptor) != 0) return cannot_write;
    return entry;
}

} // namespace archive_detail

Result<std::vector<Entry>> extract(const std::filesystem::path& file, const crypto::KeyPair& pair,
                                   const std::filesystem::path& into, std::string_view passing_key)
{
    auto sealed = crypto::SealedFileReader::open(file, pair);
    if (!sealed) return sealed.error();
    Opening opening(std::move(*sealed));
    archive_read_support_format_tar(opening.tar);
    if (archive_read_open(opening.tar, &opening, nullptr, Opening::read, nullptr) != ARCHIVE_OK)
        return opening.failed();
    std::vector<Entry> entries;
    for (;;) {
        archive_entry* head = nullptr;
        const int code = archive_read_next_header(opening.tar, &head);
        if (code == ARCHIVE_EOF) break;
        if (code != ARCHIVE_OK) return opening.failed();
        auto entry = unpack(opening, head, into, passing_key);
        if (!entry) return entry.error();
        entries.push_back(std::move(*entry));
    }
    // A tar may end before the sealed file does; only the last piece proves that nothing was cut
    // off.
    for (;;) {
        auto rest = opening.sealed.next();
        if (!rest) return rest.error();
        if (!*rest) return entries;
    }
}

} // namespace onroll::backup
