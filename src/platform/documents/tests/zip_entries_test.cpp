#include "platform/documents/zip_entries.h"

#include "platform/documents/open_document.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>

namespace zip_entries_test {

using namespace onroll;
using namespace onroll::documents;

std::string a_document()
{
    return open_document({.title = "Letter", .blocks = {Paragraph{"Dear parent"}}});
}

TEST_CASE("an archive says what it holds, from memory and from a file alike")
{
    const auto odt = a_document();
    const auto entries = zip_entries_in(odt);
    REQUIRE(entries);
    CHECK(entries->front().name == "mimetype");
    CHECK(std::any_of(entries->begin(), entries->end(), [](const ZipEntry& entry) {
        return entry.name == "content.xml" && entry.unpacked > 0 && entry.is_plain;
    }));
    auto name = (std::filesystem::temp_directory_path() / "onroll-zip-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()));
    const auto file = std::filesystem::path(name) / "letter.odt";
    std::ofstream(file, std::ios::binary) << odt;
    CHECK(zip_entries(file).value() == *entries);
    std::filesystem::remove_all(name);
}

TEST_CASE("what is no archive, or was cut short, is said to be none")
{
    const auto odt = a_document();
    CHECK_FALSE(zip_entries_in(""));
    CHECK_FALSE(zip_entries_in("PK\x03\x04 and nothing more"));
    CHECK_FALSE(zip_entries_in(std::string_view(odt).substr(0, odt.size() - 30)));
    CHECK_FALSE(zip_entries("/nonexistent/letter.odt"));
}

} // namespace zip_entries_test
