#include "platform/backup/server_copy.h"

#include "platform/crypto/sealed_file.h"
#include "platform/db/db.h"
#include "platform/db/server_environment.h"
#include "platform/documents/bounded_process.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace onroll::backup {
namespace server_copy_detail {

namespace fs = std::filesystem;

constexpr std::chrono::hours longest{12};
constexpr std::size_t most_memory = std::size_t{4} << 30;
constexpr db::Sql things_of_ours{
    "count what a server holds",
    "SELECT count(*) AS n FROM pg_class AS thing "
    "JOIN pg_namespace AS place ON place.oid = thing.relnamespace "
    "WHERE place.nspname !~ '^pg_' AND place.nspname <> 'information_schema'"};

/// The newest that Debian's packages have put there; an older one refuses a newer server. The one
/// on the path of programs picks by settings of a home folder.
fs::path program(const std::string& name)
{
    std::error_code none;
    std::vector<std::pair<int, fs::path>> found;
    for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", none)) {
        const auto file = version.path() / "bin" / name;
        if (fs::exists(file, none))
            found.emplace_back(std::atoi(version.path().filename().c_str()), file);
    }
    if (found.empty()) return "/usr/bin/" + name;
    return std::max_element(found.begin(), found.end())->second;
}

Result<void> run(const std::string& name, std::vector<std::string> options,
                 const std::string& server, documents::FileWork work, const std::string& otherwise)
{
    auto environment = db::server_environment(server);
    if (!environment) return environment.error();
    work.environment = std::move(*environment);
    options.insert(options.begin(), program(name).string());
    const auto ended =
        documents::run_on_files(options, work, {.time = longest, .memory_bytes = most_memory});
    if (ended.end == documents::ProcessEnd::not_there)
        return Error{ErrorKind::unavailable,
                     name + " is not installed. Install PostgreSQL’s programs: apt-get install "
                            "postgresql-client",
                     {},
                     {}};
    if (ended.end == documents::ProcessEnd::exited && ended.code == 0) return {};
    return Error{ErrorKind::unavailable, otherwise, {}, {}};
}

} // namespace server_copy_detail
using namespace server_copy_detail;

Result<std::int64_t> copy_server(const std::string& server, const std::filesystem::path& file,
                                 std::string_view public_key)
{
    auto sealed = crypto::SealedFileWriter::create(file, public_key);
    if (!sealed) return sealed.error();
    std::int64_t bytes = 0;
    std::optional<Error> trouble;
    documents::FileWork work;
    work.take = [&](std::string_view piece) {
        if (const auto written = sealed->write(piece); !written) trouble = written.error();
        bytes += std::int64_t(piece.size());
        return !trouble;
    };
    const auto copied =
        run("pg_dump", {"--format=custom", "--no-password"}, server, std::move(work),
            "pg_dump could not copy the database. Check its address, that it is signed in as the "
            "owner of the tables, that pg_dump is not older than the server, and that there is "
            "room beside the backup");
    if (trouble) return *trouble;
    if (!copied) return copied.error();
    if (const auto finished = sealed->finish(); !finished) return finished.error();
    return bytes;
}

Result<void> read_through_server(const std::string& server)
{
    return run("pg_dump", {"--format=plain", "--no-password"}, server, {},
               "The database cannot be read to its end. Check its address, that it is signed in as "
               "the owner of the tables, and that pg_dump is not older than the server; else keep "
               "the server as it is and restore a backup elsewhere");
}

Result<void> check_server_is_empty(const std::string& server)
{
    auto database = db::Database::open({.url = server});
    if (!database) return database.error();
    auto reader = (*database)->read();
    auto rows = reader.query(things_of_ours);
    if (rows.next() && rows.integer("n") == 0) return {};
    return bad_input("That database is not empty. Make a new one to restore into, so that nothing "
                     "is replaced",
                     "--database");
}

Result<void> put_back_into_server(const std::filesystem::path& file, const crypto::KeyPair& pair,
                                  const std::string& server)
{
    auto sealed = crypto::SealedFileReader::open(file, pair);
    if (!sealed) return sealed.error();
    std::optional<std::string> piece;
    std::optional<Error> trouble;
    documents::FileWork work;
    work.give = [&]() -> Result<std::optional<std::string_view>> {
        auto next = sealed->next();
        if (!next) return *(trouble = next.error());
        piece = std::move(*next);
        return piece ? std::optional<std::string_view>(*piece) : std::nullopt;
    };
    // An empty name of a database leaves it to the environment.
    const auto put =
        run("pg_restore",
            {"--dbname=", "--single-transaction", "--no-owner", "--no-privileges", "--no-comments",
             "--no-tablespaces", "--no-publications", "--no-subscriptions", "--no-password"},
            server, std::move(work),
            "pg_restore could not put the database back, and left nothing in it. Check that "
            "pg_restore is not older than the server that was backed up");
    if (trouble) return *trouble;
    return put;
}

} // namespace onroll::backup
