// Files one after another in a tar, sealed as it is written and unpacked as it is opened.
// libarchive reads and writes the tar. Internal to platform/backup.
#pragma once

#include "platform/backup/backup.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace onroll::backup {

class ArchiveWriter {
public:
    static Result<ArchiveWriter> create(const std::filesystem::path& file,
                                        std::string_view public_key);
    ArchiveWriter(ArchiveWriter&&) noexcept;
    ~ArchiveWriter();

    /// Adds a file under a name, with its own permissions. unavailable where it cannot be read.
    Result<Entry> add(const std::string& name, const std::filesystem::path& from);
    /// The same for a SQLite database, as it is at one moment; no copy of it lies anywhere.
    Result<Entry> add_database(const std::string& name, const std::filesystem::path& from);
    /// The same for a file that was sealed to `pair` and opens to so many bytes.
    Result<Entry> add_sealed(const std::string& name, const std::filesystem::path& from,
                             const crypto::KeyPair& pair, std::int64_t bytes);
    Result<void> finish();

private:
    struct Inside;
    /// `next` gives the content piece by piece, and nothing after the last.
    using Pieces = std::function<Result<std::optional<std::string_view>>()>;
    Result<Entry> add_pieces(const std::string& name, std::int64_t bytes, unsigned permissions,
                             const Pieces& next);
    explicit ArchiveWriter(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

/// What is said of a file or folder that cannot be read.
Error cannot_read(const std::filesystem::path& path);

/// Unpacks into `into` and answers what was there, in order. Nothing is written outside `into`; the
/// copy of a server's database is sealed to `passing_key` as it is written.
Result<std::vector<Entry>> extract(const std::filesystem::path& file, const crypto::KeyPair& pair,
                                   const std::filesystem::path& into, std::string_view passing_key);

} // namespace onroll::backup
