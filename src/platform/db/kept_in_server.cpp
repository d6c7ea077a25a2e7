#include "platform/db/kept_in_server.h"

#include <fstream>
#include <system_error>

namespace onroll::db {
namespace kept_in_server_detail {

std::filesystem::path mark(const std::filesystem::path& data)
{
    return data / "kept-in-postgresql";
}

} // namespace kept_in_server_detail
using namespace kept_in_server_detail;

Result<void> mark_kept_in_server(const std::filesystem::path& data)
{
    std::error_code trouble;
    std::filesystem::create_directories(data, trouble);
    if (std::filesystem::exists(mark(data), trouble)) return {};
    std::ofstream file(mark(data));
    file << "The store of this data folder lies in a PostgreSQL server. Every command wants its "
            "address, with --database or in ONROLL_DATABASE.\n";
    file.close();
    if (file) return {};
    return Error{ErrorKind::unavailable,
                 data.string() + " cannot be written to. Check its owner and permissions",
                 {},
                 {}};
}

Result<void> check_server_is_named(const std::filesystem::path& data, std::string_view server)
{
    std::error_code trouble;
    if (!server.empty() || !std::filesystem::exists(mark(data), trouble)) return {};
    return bad_input("What belongs to " + data.string() +
                     " lies in a PostgreSQL server. Give its address with --database or in "
                     "ONROLL_DATABASE");
}

} // namespace onroll::db
