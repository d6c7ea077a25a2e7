// The bytes of an advice service's attachments: one sealed file each, under a random name, in a
// folder that nothing serves. Written whole or not at all, and before the row that names it:
// temporary name, made durable, renamed, the folder made durable (trust.md R-08). The key is the
// agency's own, in a file beside the folder; without it nothing opens (C-03, U-04).
#pragma once

#include "casework/types_attachments.h"

#include "kernel/result.h"
#include "platform/crypto/crypto.h"
#include "platform/http/form.h"
#include "platform/virus_scan/virus_scan.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

/// What came of keeping a file.
struct KeptFile {
    AttachmentId id;
    std::string name;
    FileType type = FileType::pdf;
    std::int64_t bytes = 0;
    std::string sha256;
    ScanState scan = ScanState::not_scanned;
};

class AttachmentFiles {
public:
    /// The files in `folder`, which is made where there is none, under the key in `key_file`, made
    /// the first time. `scanner`: nothing where none is configured.
    static Result<AttachmentFiles> open(std::filesystem::path folder,
                                        const std::filesystem::path& key_file,
                                        std::optional<virus_scan::ScannerAddress> scanner);

    /// Tells what the file is, has it scanned, and keeps it sealed, durable when this returns.
    /// bad_input or too_large for a file that is not kept, unavailable where the scanner or the
    /// disk refuses; then nothing of it is kept. Messages do not hold its name.
    Result<KeptFile> keep(const http::Upload& upload) const;

    /// The bytes as they were sent. unavailable where they are gone or changed.
    Result<std::string> content(const Attachment& attachment) const;
    /// Whether the bytes are there and are those that were sent, without holding them.
    Result<void> check(const Attachment& attachment) const;
    /// Scans bytes that are kept; not_scanned where no scanner is configured.
    Result<ScanState> scan(std::string_view bytes) const;

    /// Takes away a file whose row was not written.
    void discard(const AttachmentId& id) const;
    /// Takes away every file that no row names, and what was begun and not finished, where it was
    /// written at least `age` ago; answers how many. Nobody keeps a file meanwhile, or for longer
    /// than that.
    std::size_t sweep(const std::vector<Attachment>& rows, std::chrono::hours age) const;
    /// Whether what is kept is scanned first.
    bool is_scanning() const { return scanner_.has_value(); }

private:
    AttachmentFiles(std::filesystem::path folder, crypto::KeyPair pair,
                    std::optional<virus_scan::ScannerAddress> scanner);
    std::filesystem::path path_of(const AttachmentId& id) const;
    Result<std::string> seal(const http::Upload& upload, const AttachmentId& id) const;

    std::filesystem::path folder_;
    crypto::KeyPair pair_;
    std::optional<virus_scan::ScannerAddress> scanner_;
};

} // namespace onroll::casework
