// A whole data folder in one sealed file, with what a PostgreSQL server holds for it, made while
// the server runs, and put back into an empty folder and database in one go. Knows nothing of what
// the files mean. trust.md O-01, O-05, C-05.
#pragma once

#include "kernel/result.h"
#include "platform/crypto/crypto.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::backup {

/// One file of a backup, its name relative to the data folder.
struct Entry {
    std::string name;
    std::int64_t bytes = 0;
    std::string sha256; ///< hexadecimal
    bool operator==(const Entry&) const = default;
};

/// Writes `file`, sealed to `public_key`; answers what is in it, by name. A SQLite
/// database goes into it page by page, from one snapshot, so that its log grows until then.
/// `scratch` takes the list of files and the sealed copy of a server's database meanwhile, so it
/// needs as much room as that, and is not inside `data`. `server` is the address of the PostgreSQL
/// server that holds the store; empty for SQLite.
/// unavailable where something cannot be read or there is no room; no half file is left.
Result<std::vector<Entry>> back_up(const std::filesystem::path& data,
                                   const std::filesystem::path& file, std::string_view public_key,
                                   const std::filesystem::path& scratch,
                                   const std::string& server = {});

/// Puts it back into `data` and `server`, which must be empty or not there, checks every file
/// against the manifest, and puts it into quarantine. Where anything is wrong nothing is left in
/// either. bad_input where the backup holds a server's database and none is given, or the other way
/// round.
Result<std::vector<Entry>> restore(const std::filesystem::path& file, const crypto::KeyPair& pair,
                                   const std::filesystem::path& data,
                                   const std::string& server = {});

/// The name in a backup of what a PostgreSQL server held.
inline constexpr std::string_view server_copy_name = "postgresql.dump";

/// The folder below the data folder that holds what is being sent, in clear, while it is answered.
inline constexpr std::string_view uploads_folder = "incoming";

/// Whether a file of that name is backed up as a copy of a database, as it is, or not at all.
enum class Treatment { copy_database, as_it_is, leave_out };
Treatment treatment_of(const std::filesystem::path& relative);

} // namespace onroll::backup
