#include "platform/db/server_environment.h"

#include <libpq-fe.h>

#include <cstdlib>
#include <memory>
#include <string_view>

#include <unistd.h>

namespace onroll::db {

Result<std::vector<std::string>> server_environment(const std::string& url)
{
    char* trouble = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(url.c_str(), &trouble), &PQconninfoFree);
    // What it says repeats the address, and with it a password.
    if (trouble) PQfreemem(trouble);
    if (!options)
        return bad_input("That is no address of a PostgreSQL server. Write it as "
                         "postgres://user@host/database",
                         "--database");
    std::vector<std::string> environment;
    for (const auto* option = options.get(); option->keyword; ++option)
        if (option->envvar && option->val && *option->val)
            environment.push_back(std::string(option->envvar) + "=" + option->val);
    for (char** variable = environ; *variable; ++variable) {
        const std::string_view text(*variable);
        if (text.starts_with("PG") || text.starts_with("HOME=")) environment.emplace_back(text);
    }
    return environment;
}

} // namespace onroll::db
