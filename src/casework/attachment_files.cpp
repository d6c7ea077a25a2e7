#include "casework/attachment_files.h"

#include "casework/rules_files.h"

#include "platform/crypto/new_id.h"
#include "platform/crypto/sealed_file.h"
#include "platform/crypto/sha256.h"
#include "platform/documents/zip_entries.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <functional>
#include <set>
#include <utility>

namespace onroll::casework {
namespace attachment_files_detail {

namespace fs = std::filesystem;

constexpr std::string_view unfinished = ".part";

Error disk_refuses(std::string why)
{
    return {ErrorKind::unavailable,
            "The file could not be kept. Try again, and tell your administrator if it goes on",
            std::move(why),
            {}};
}

/// A letter that may not stand in a name that is shown and saved under.
bool is_control(char letter)
{
    return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f;
}

std::string shown_name(std::string name)
{
    std::replace_if(name.begin(), name.end(), is_control, ' ');
    return name.empty() ? "file" : name;
}

/// Gives the whole content to `take`, piece by piece.
Result<void> read_pieces(const http::Upload& upload,
                         const std::function<Result<void>(std::string_view)>& take)
{
    if (!upload.file) return take(upload.bytes);
    std::ifstream stream(upload.file->path(), std::ios::binary);
    std::array<char, 65'536> piece;
    while (stream.read(piece.data(), piece.size()) || stream.gcount() > 0)
        if (auto taken = take({piece.data(), static_cast<std::size_t>(stream.gcount())}); !taken)
            return taken.error();
    return stream.eof() ? Result<void>() : disk_refuses("a temporary file cannot be read");
}

void add_tail(std::string& tail, std::string_view piece)
{
    if (piece.size() >= tail_size) tail.clear();
    tail += piece.substr(piece.size() - std::min(piece.size(), tail_size));
    if (tail.size() > tail_size) tail.erase(0, tail.size() - tail_size);
}

void add_entries(Glimpse& file, const http::Upload& upload)
{
    const auto entries = upload.file ? documents::zip_entries(upload.file->path())
                                     : documents::zip_entries_in(upload.bytes);
    if (!entries) return;
    for (const auto& entry : *entries)
        file.entries.push_back({.name = entry.name,
                                .packed = entry.packed,
                                .unpacked = entry.unpacked,
                                .is_plain = entry.is_plain});
}

Result<Glimpse> glimpse_of(const http::Upload& upload)
{
    Glimpse file{.name = upload.file_name, .bytes = upload.size, .is_plain_text = true};
    const auto read = read_pieces(upload, [&](std::string_view piece) -> Result<void> {
        file.head += piece.substr(0, head_size - file.head.size());
        add_tail(file.tail, piece);
        file.is_plain_text = file.is_plain_text && may_be_text(piece);
        return {};
    });
    if (!read) return read.error();
    if (file.head.starts_with("PK")) add_entries(file, upload);
    return file;
}

Result<void> make_durable(const fs::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const auto why = std::strerror(errno);
    if (descriptor >= 0) ::close(descriptor);
    return synced ? Result<void>() : disk_refuses(why);
}

/// What scanning came to: infected is an error for what is to be kept.
Result<ScanState> scan_pieces(const std::optional<virus_scan::ScannerAddress>& scanner,
                              const std::function<Result<void>(virus_scan::Scan&)>& give)
{
    if (!scanner) return ScanState::not_scanned;
    auto scan = virus_scan::Scan::begin(*scanner);
    if (!scan) return scan.error();
    if (auto given = give(*scan); !given) return given.error();
    const auto answer = scan->finish();
    if (!answer) return answer.error();
    return answer->verdict == virus_scan::Verdict::clean ? ScanState::clean : ScanState::infected;
}

Error harmful()
{
    return bad_input("The selected file may harm computers, so it was not kept. Ask whoever sent "
                     "it to check their computer for viruses");
}

} // namespace attachment_files_detail
using namespace attachment_files_detail;

AttachmentFiles::AttachmentFiles(fs::path folder, crypto::KeyPair pair,
                                 std::optional<virus_scan::ScannerAddress> scanner)
    : folder_(std::move(folder)), pair_(std::move(pair)), scanner_(std::move(scanner))
{
}

Result<AttachmentFiles> AttachmentFiles::open(fs::path folder, const fs::path& key_file,
                                              std::optional<virus_scan::ScannerAddress> scanner)
{
    std::error_code trouble;
    fs::create_directories(folder, trouble);
    if (!trouble) fs::permissions(folder, fs::perms::owner_all, trouble);
    if (trouble)
        return Error{ErrorKind::unavailable,
                     folder.string() + " cannot be made. Check who owns the data folder",
                     trouble.message(),
                     {}};
    const auto key = crypto::key_in_file(key_file);
    if (!key) return key.error();
    return AttachmentFiles(std::move(folder), crypto::KeyPair::of(*key), std::move(scanner));
}

fs::path AttachmentFiles::path_of(const AttachmentId& id) const
{
    return folder_ / id.text();
}

Result<KeptFile> AttachmentFiles::keep(const http::Upload& upload) const
{
    if (upload.size > largest_attachment)
        return Error{ErrorKind::too_large, "The selected file must be smaller than 25 MB", {}, {}};
    const auto file = glimpse_of(upload);
    if (!file) return file.error();
    const auto type = type_to_keep(*file);
    if (!type) return type.error();
    const auto scanned = scan_pieces(scanner_, [&](virus_scan::Scan& scan) {
        return read_pieces(upload, [&](std::string_view piece) -> Result<void> {
            scan.give(piece);
            return {};
        });
    });
    if (!scanned) return scanned.error();
    if (*scanned == ScanState::infected) return harmful();
    KeptFile kept{.id = crypto::new_id<AttachmentId>(),
                  .name = shown_name(upload.file_name),
                  .type = *type,
                  .bytes = static_cast<std::int64_t>(upload.size),
                  .scan = *scanned};
    auto sha256 = seal(upload, kept.id);
    if (!sha256) return sha256.error();
    kept.sha256 = std::move(*sha256);
    return kept;
}

Result<std::string> AttachmentFiles::seal(const http::Upload& upload, const AttachmentId& id) const
{
    auto beginning = path_of(id);
    beginning += unfinished;
    auto writer = crypto::SealedFileWriter::create(beginning, pair_.public_key);
    if (!writer) return disk_refuses(writer.error().detail);
    crypto::Sha256 digest;
    const auto sealed = read_pieces(upload, [&](std::string_view piece) {
        digest.add(piece);
        return writer->write(piece);
    });
    if (!sealed) return disk_refuses(sealed.error().detail);
    if (const auto finished = writer->finish(); !finished)
        return disk_refuses(finished.error().detail);
    std::error_code trouble;
    fs::rename(beginning, path_of(id), trouble);
    if (trouble) return disk_refuses(trouble.message());
    if (const auto durable = make_durable(folder_); !durable) return durable.error();
    return crypto::to_hex(digest.finish());
}

Result<std::string> AttachmentFiles::content(const Attachment& attachment) const
{
    auto reader = crypto::SealedFileReader::open(path_of(attachment.id), pair_);
    if (!reader) return disk_refuses("an attachment cannot be opened");
    std::string bytes;
    for (;;) {
        auto piece = reader->next();
        if (!piece) return disk_refuses("an attachment was changed or cut short");
        if (!*piece) break;
        bytes += **piece;
    }
    if (crypto::to_hex(crypto::sha256(bytes)) != attachment.sha256)
        return disk_refuses("an attachment is not what was sent");
    return bytes;
}

Result<void> AttachmentFiles::check(const Attachment& attachment) const
{
    auto reader = crypto::SealedFileReader::open(path_of(attachment.id), pair_);
    if (!reader) return disk_refuses("an attachment cannot be opened");
    crypto::Sha256 digest;
    for (;;) {
        const auto piece = reader->next();
        if (!piece) return disk_refuses("an attachment was changed or cut short");
        if (!*piece) break;
        digest.add(**piece);
    }
    if (crypto::to_hex(digest.finish()) != attachment.sha256)
        return disk_refuses("an attachment is not what was sent");
    return {};
}

Result<ScanState> AttachmentFiles::scan(std::string_view bytes) const
{
    return scan_pieces(scanner_, [&](virus_scan::Scan& scan) -> Result<void> {
        scan.give(bytes);
        return {};
    });
}

void AttachmentFiles::discard(const AttachmentId& id) const
{
    std::error_code ignored;
    fs::remove(path_of(id), ignored);
}

std::size_t AttachmentFiles::sweep(const std::vector<Attachment>& rows,
                                   std::chrono::hours age) const
{
    const auto now = fs::file_time_type::clock::now();
    std::set<std::string> named;
    for (const auto& row : rows) named.insert(row.id.text());
    std::size_t taken_away = 0;
    std::error_code trouble;
    for (const auto& file : fs::directory_iterator(folder_, trouble)) {
        if (named.count(file.path().filename().string()) > 0) continue;
        if (age.count() > 0 && file.last_write_time(trouble) > now - age) continue;
        if (fs::remove(file.path(), trouble)) ++taken_away;
    }
    return taken_away;
}

} // namespace onroll::casework
