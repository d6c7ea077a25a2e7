// A file sealed to a public key while it is written, and opened in one pass, in pieces of 64 KiB,
// so that no part of it is anywhere in clear. libsodium's secretstream under a key that is sealed
// to the recipient. A file that was cut short or changed does not open to its end.
#pragma once

#include "platform/crypto/crypto.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace onroll::crypto {

/// Writes what it is given, sealed. Nothing is kept unless finish() was called.
class SealedFileWriter {
public:
    /// unavailable where the file cannot be made, or is there already; bad_input for a key that is
    /// none.
    static Result<SealedFileWriter> create(const std::filesystem::path& file,
                                           std::string_view public_key);
    SealedFileWriter(SealedFileWriter&&) noexcept;
    ~SealedFileWriter();

    /// unavailable where the disk refuses.
    Result<void> write(std::string_view bytes);
    /// The last piece, made durable.
    Result<void> finish();

private:
    struct Inside;
    explicit SealedFileWriter(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

/// Reads it again, piece by piece.
class SealedFileReader {
public:
    /// bad_input where it is no such file, or another pair's.
    static Result<SealedFileReader> open(const std::filesystem::path& file, const KeyPair& pair);
    SealedFileReader(SealedFileReader&&) noexcept;
    ~SealedFileReader();

    /// The next piece; nothing after the last. bad_input where it was changed or cut short.
    Result<std::optional<std::string>> next();

private:
    struct Inside;
    explicit SealedFileReader(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

} // namespace onroll::crypto
