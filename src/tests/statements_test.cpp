// Each statement over what agencies keep names the agency whose rows it means. trust.md W-01.
#include "helpers/shared_data.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

namespace statements_test {

using namespace onroll;
namespace fs = std::filesystem;

/// What is nobody's in particular: guesses by whoever is not signed in, the secret of an empty
/// store, a link that is known by its hash alone, and what is old whosever it is.
const std::set<std::string> of_no_agency{
    "access/add_failed_guess",   "access/add_setup_secret",          "access/drop_failed_guesses",
    "access/drop_guess",         "access/drop_unused_setup_secrets", "access/failed_guesses",
    "access/forget_old_guesses", "access/forget_old_sign_ins",       "access/use_link",
    "access/use_setup_secret",   "sign_on/forget_answered"};

TEST_CASE("every statement of a part that keeps agencies' rows names the agency, but for those of "
          "none")
{
    static const std::regex migration("[0-9]{4}_.*");
    std::set<std::string> without;
    std::size_t read = 0;
    for (const auto* part : {"access", "audit", "casework", "forms", "people", "sign_on"})
        for (const auto& one : fs::directory_iterator(tests::source_file("src") / part / "sql")) {
            const auto name = one.path().stem().string();
            if (one.path().extension() != ".sql" || std::regex_match(name, migration)) continue;
            std::ifstream in(one.path());
            const std::string text{std::istreambuf_iterator<char>(in), {}};
            ++read;
            if (text.find("agency") == std::string::npos)
                without.insert(std::string(part) + "/" + name);
        }
    CHECK(without == of_no_agency);
    CHECK(read > 250);
}

} // namespace statements_test
