#include "platform/crypto/sealed_file.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace onroll;
using namespace onroll::crypto;

namespace sealed_file_test {

struct Folder {
    Folder()
    {
        auto name = (std::filesystem::temp_directory_path() / "onroll-sealed-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()));
        path = name;
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
};

std::string read_file(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

/// What the file opens to; nothing where it does not open to its end.
std::optional<std::string> opened(const std::filesystem::path& file, const KeyPair& pair)
{
    auto reader = SealedFileReader::open(file, pair);
    if (!reader) return std::nullopt;
    std::string all;
    for (;;) {
        auto piece = reader->next();
        if (!piece) return std::nullopt;
        if (!*piece) return all;
        all += **piece;
    }
}

void write(const std::filesystem::path& file, const KeyPair& pair, const std::string& plain,
           std::size_t at_once)
{
    auto writer = SealedFileWriter::create(file, pair.public_key);
    REQUIRE(writer);
    for (std::size_t at = 0; at < plain.size(); at += at_once)
        REQUIRE(writer->write(std::string_view(plain).substr(at, at_once)));
    REQUIRE(writer->finish());
}

TEST_CASE("a sealed file of any length opens to what was written, and holds none of it in clear")
{
    const Folder folder;
    const auto pair = KeyPair::create();
    for (const std::size_t length : {0u, 1u, 65535u, 65536u, 65537u, 131072u, 200000u}) {
        std::string plain;
        while (plain.size() < length) plain += "a canary sings; ";
        plain.resize(length);
        const auto file = folder.path / std::to_string(length);
        write(file, pair, plain, length % 7 * 1000 + 999);
        CHECK(opened(file, pair) == plain);
        CHECK(read_file(file).find("canary") == std::string::npos);
        CHECK_FALSE(opened(file, KeyPair::create()).has_value());
    }
}

TEST_CASE("a sealed file that was cut short, lengthened or changed does not open to its end")
{
    const Folder folder;
    const auto pair = KeyPair::create();
    write(folder.path / "whole", pair, std::string(150000, 'x'), 150000);
    const auto whole = read_file(folder.path / "whole");
    const auto opens = [&](const std::string& bytes) {
        std::ofstream(folder.path / "changed", std::ios::binary) << bytes;
        return opened(folder.path / "changed", pair).has_value();
    };
    CHECK(opens(whole));
    for (const std::size_t length : {0ul, 10ul, 60ul, 120ul, 70000ul, whole.size() - 1})
        CHECK_FALSE(opens(whole.substr(0, length)));
    for (const std::size_t at : {3ul, 40ul, 110ul, 200ul, 80000ul, whole.size() - 1}) {
        auto changed = whole;
        changed[at] = char(changed[at] ^ 1);
        CHECK_FALSE(opens(changed));
    }
}

TEST_CASE("a sealed file that was not finished is not left behind, and none is written over")
{
    const Folder folder;
    const auto pair = KeyPair::create();
    {
        auto writer = SealedFileWriter::create(folder.path / "half", pair.public_key);
        REQUIRE(writer);
        REQUIRE(writer->write("half"));
    }
    CHECK_FALSE(std::filesystem::exists(folder.path / "half"));
    write(folder.path / "whole", pair, "whole", 5);
    CHECK_FALSE(SealedFileWriter::create(folder.path / "whole", pair.public_key));
    CHECK(opened(folder.path / "whole", pair) == "whole");
}

} // namespace sealed_file_test
