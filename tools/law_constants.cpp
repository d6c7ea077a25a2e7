// Turns data/law and data/reference into constants: law_constants OUT_DIR FILE... writes
// OUT_DIR/rule_ids.h and OUT_DIR/provisions_data.cpp, or says every contradiction it found and
// writes nothing. A rule without a source does not build.
#include "law_data.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace law_constants_main {

/// Leaves an unchanged file alone, so that nothing is compiled again for a change of words
/// elsewhere.
bool write_if_changed(const std::filesystem::path& path, const std::string& text)
{
    {
        std::ifstream old(path, std::ios::binary);
        const std::string had{std::istreambuf_iterator<char>(old), {}};
        if (old && had == text) return true;
    }
    std::ofstream out(path, std::ios::binary);
    out << text;
    return out.good();
}

} // namespace law_constants_main

int main(int count, char** arguments)
{
    if (count < 3) {
        std::cerr << "usage: law_constants OUT_DIR FILE...\n";
        return 2;
    }
    namespace fs = std::filesystem;
    onroll::law_constants::LawData law;
    std::vector<std::string> troubles;
    for (int i = 2; i < count; ++i) onroll::law_constants::read_file(arguments[i], law, troubles);
    if (troubles.empty()) onroll::law_constants::check(law, troubles);
    if (!troubles.empty()) {
        for (const auto& trouble : troubles) std::cerr << trouble << "\n";
        return 1;
    }
    const fs::path out = arguments[1];
    fs::create_directories(out);
    using law_constants_main::write_if_changed;
    return write_if_changed(out / "rule_ids.h", rule_ids_header(law)) &&
                   write_if_changed(out / "provisions_data.cpp", provisions_source(law))
               ? 0
               : 1;
}
