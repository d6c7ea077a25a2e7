#include "platform/backup/backup.h"

#include "platform/backup/archive.h"
#include "platform/backup/manifest.h"
#include "platform/backup/quarantine.h"
#include "platform/backup/server_copy.h"
#include "platform/db/sqlite_file.h"

#include <algorithm>
#include <string_view>
#include <system_error>

namespace onroll::backup {
namespace backup_detail {

namespace fs = std::filesystem;

constexpr std::string_view manifest_name = "manifest.csv";

/// Every file below `data`, relative to it, databases first, each kind by name.
Result<std::vector<fs::path>> files_in(const fs::path& data)
{
    std::error_code trouble;
    std::vector<fs::path> files;
    fs::recursive_directory_iterator walk(data, trouble);
    for (; !trouble && walk != fs::recursive_directory_iterator(); walk.increment(trouble)) {
        if (!walk->is_regular_file() || walk->is_symlink()) continue;
        auto relative = walk->path().lexically_relative(data);
        if (treatment_of(relative) != Treatment::leave_out) files.push_back(std::move(relative));
    }
    if (trouble) return cannot_read(data);
    std::sort(files.begin(), files.end(), [](const fs::path& left, const fs::path& right) {
        const bool left_later = treatment_of(left) != Treatment::copy_database;
        const bool right_later = treatment_of(right) != Treatment::copy_database;
        return std::pair(left_later, left) < std::pair(right_later, right);
    });
    return files;
}

/// A file that is gone again whatever happens.
struct Passing {
    fs::path path;
    ~Passing()
    {
        std::error_code ignored;
        fs::remove(path, ignored);
    }
};

Result<Entry> add(ArchiveWriter& archive, const fs::path& data, const fs::path& relative)
{
    const auto name = relative.generic_string();
    return treatment_of(relative) == Treatment::as_it_is
               ? archive.add(name, data / relative)
               : archive.add_database(name, data / relative);
}

/// A tar says how long a file is before the file, so the copy lies beside the backup until that is
/// known: sealed, to a key that is in memory alone.
Result<Entry> add_server(ArchiveWriter& archive, const std::string& server, const fs::path& scratch)
{
    const auto passing = crypto::KeyPair::create();
    const Passing copy{scratch / server_copy_name};
    const auto bytes = copy_server(server, copy.path, passing.public_key);
    if (!bytes) return bytes.error();
    return archive.add_sealed(std::string(server_copy_name), copy.path, passing, *bytes);
}

/// Whether what was put back is what the manifest says; names the first file that is not.
Result<void> compare(const std::vector<Entry>& found, const std::vector<Entry>& promised)
{
    const auto among = [](const std::vector<Entry>& entries, const std::string& name) {
        return std::find_if(entries.begin(), entries.end(),
                            [&](const Entry& entry) { return entry.name == name; });
    };
    const auto refuse = [](const std::string& name, const std::string& what) {
        return bad_input("The backup is damaged: " + name + " " + what + ". Take another backup");
    };
    for (const auto& entry : promised) {
        const auto there = among(found, entry.name);
        if (there == found.end()) return refuse(entry.name, "is missing");
        if (there->bytes < entry.bytes) return refuse(entry.name, "is cut short");
        if (*there != entry) return refuse(entry.name, "is not as it was backed up");
    }
    for (const auto& entry : found)
        if (among(promised, entry.name) == promised.end())
            return refuse(entry.name, "is not in its list");
    if (found.size() != promised.size())
        return bad_input("The backup is damaged: its list names a file twice. Take another backup");
    return {};
}

/// The copy of a server's database goes into a server, where one is given, and leaves the folder.
Result<void> put_server_back(const fs::path& data, const std::string& server,
                             const crypto::KeyPair& passing)
{
    const Passing copy{data / server_copy_name};
    std::error_code trouble;
    const bool there = fs::exists(copy.path, trouble);
    if (there && server.empty())
        return bad_input("This backup holds a PostgreSQL database. Make an empty one and give its "
                         "address with --database");
    if (!there && !server.empty())
        return bad_input("This backup holds no PostgreSQL database. Restore it without --database "
                         "and ONROLL_DATABASE");
    if (!there) return {};
    return put_back_into_server(copy.path, passing, server);
}

Result<std::vector<Entry>> put_back(const fs::path& file, const crypto::KeyPair& pair,
                                    const fs::path& data, const std::string& server)
{
    // All of it is compared with the manifest before the server sees any of its rows, and until
    // then they lie sealed to a key that is in memory alone.
    const auto passing = crypto::KeyPair::create();
    auto found = extract(file, pair, data, passing.public_key);
    if (!found) return found.error();
    const auto listed = std::find_if(found->begin(), found->end(), [](const Entry& entry) {
        return entry.name == manifest_name;
    });
    if (listed == found->end())
        return bad_input("The backup has no list of what is in it. Take another one");
    found->erase(listed);
    const auto promised = read_manifest(data / manifest_name);
    if (!promised) return promised.error();
    if (const auto same = compare(*found, *promised); !same) return same.error();
    for (const auto& entry : *promised)
        if (treatment_of(entry.name) == Treatment::copy_database)
            if (const auto sound = db::check_sqlite_file(data / entry.name); !sound)
                return sound.error();
    fs::remove(data / manifest_name);
    // Before the rows are there: a server that starts in between sends nothing either.
    if (const auto marked = put_into_quarantine(data); !marked) return marked.error();
    if (const auto put = put_server_back(data, server, passing); !put) return put.error();
    return promised;
}

} // namespace backup_detail
using namespace backup_detail;

Treatment treatment_of(const fs::path& relative)
{
    if (*relative.begin() == uploads_folder || relative == server_copy_name)
        return Treatment::leave_out;
    const auto name = relative.filename().string();
    const auto ends = [&](std::string_view ending) { return name.ends_with(ending); };
    if (ends(".lock") || ends("-wal") || ends("-shm") || ends("-journal") || ends(".part") ||
        ends(".reserve") || ends(".probe") || ends(".backup") ||
        name.find(".db.before-") != std::string::npos)
        return Treatment::leave_out;
    return ends(".db") ? Treatment::copy_database : Treatment::as_it_is;
}

Result<std::vector<Entry>> back_up(const fs::path& data, const fs::path& file,
                                   std::string_view public_key, const fs::path& scratch,
                                   const std::string& server)
{
    const auto found = files_in(data);
    if (!found) return found.error();
    if (found->empty()) return bad_input(data.string() + " holds nothing to back up");
    auto archive = ArchiveWriter::create(file, public_key);
    if (!archive) return archive.error();
    std::vector<Entry> entries;
    if (!server.empty()) {
        auto entry = add_server(*archive, server, scratch);
        if (!entry) return entry.error();
        entries.push_back(std::move(*entry));
    }
    // Looked for anew: a file that a row of the copy names may have come meanwhile.
    const auto files = files_in(data);
    if (!files) return files.error();
    for (const auto& relative : *files) {
        auto entry = add(*archive, data, relative);
        if (!entry) return entry.error();
        entries.push_back(std::move(*entry));
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& left, const Entry& right) { return left.name < right.name; });
    const Passing manifest{scratch / "manifest.copy"};
    if (const auto written = write_manifest(entries, manifest.path); !written)
        return written.error();
    if (const auto added = archive->add(std::string(manifest_name), manifest.path); !added)
        return added.error();
    if (const auto finished = archive->finish(); !finished) return finished.error();
    return entries;
}

Result<std::vector<Entry>> restore(const fs::path& file, const crypto::KeyPair& pair,
                                   const fs::path& data, const std::string& server)
{
    std::error_code trouble;
    if (!server.empty())
        if (const auto empty = check_server_is_empty(server); !empty) return empty.error();
    if (fs::exists(data, trouble) && !fs::is_empty(data, trouble))
        return bad_input(data.string() +
                         " is not empty. Restore into a new folder, so that nothing is replaced");
    const bool was_there = fs::exists(data, trouble);
    fs::create_directories(data, trouble);
    if (trouble) return cannot_read(data);
    fs::permissions(data, fs::perms::owner_all, trouble);
    auto restored = put_back(file, pair, data, server);
    if (restored) return restored;
    for (const auto& one : fs::directory_iterator(data, trouble)) fs::remove_all(one, trouble);
    if (!was_there) fs::remove(data, trouble);
    return restored;
}

} // namespace onroll::backup
