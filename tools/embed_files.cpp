// Writes files into the binary: embed_files SET OUT ROOT FILE... makes OUT.cpp and OUT.h, where
// onroll::embedded::SET() answers the files as named byte ranges, names relative to ROOT.
// The bytes come in by the assembler's .incbin, so a large file costs the compiler nothing.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

/// A number that another content changes (FNV-1a). A cache of compiled units may not see what
/// .incbin brings in, so the source says it.
std::uint64_t number_of(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::uint64_t number = 14'695'981'039'346'656'037U;
    for (std::istreambuf_iterator<char> byte(in), end; byte != end; ++byte)
        number = (number ^ static_cast<unsigned char>(*byte)) * 1'099'511'628'211U;
    return number;
}

int main(int count, char** arguments)
{
    if (count < 4) {
        std::cerr << "usage: embed_files SET OUT ROOT FILE...\n";
        return 2;
    }
    const std::string set = arguments[1];
    const std::filesystem::path out = arguments[2];
    const std::filesystem::path root = arguments[3];
    std::vector<std::filesystem::path> files(arguments + 4, arguments + count);
    std::sort(files.begin(), files.end());
    std::filesystem::create_directories(out.parent_path());

    std::ofstream header(out.string() + ".h");
    header << "#pragma once\n#include \"kernel/embedded.h\"\n#include <span>\n"
           << "namespace onroll::embedded { std::span<const EmbeddedFile> " << set << "(); }\n";

    std::ofstream source(out.string() + ".cpp");
    source << "#include \"" << out.filename().string() << ".h\"\n";
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto symbol = "onroll_embedded_" + set + "_" + std::to_string(i);
        source << "// " << number_of(files[i]) << "\n"
               << "__asm__(\".pushsection .rodata\\n.balign 16\\n.global " << symbol << "\\n"
               << symbol << ":\\n.incbin \\\"" << std::filesystem::absolute(files[i]).string()
               << "\\\"\\n.global " << symbol << "_end\\n"
               << symbol << "_end:\\n.byte 0\\n.popsection\\n\");\n"
               << "extern \"C\" const char " << symbol << "[];\nextern \"C\" const char " << symbol
               << "_end[];\n";
    }
    source << "namespace onroll::embedded {\nstd::span<const EmbeddedFile> " << set
           << "()\n{\n    static const EmbeddedFile files[] = {\n";
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto symbol = "onroll_embedded_" + set + "_" + std::to_string(i);
        source << "        {\"" << std::filesystem::relative(files[i], root).generic_string()
               << "\", {" << symbol << ", static_cast<std::size_t>(" << symbol << "_end - "
               << symbol << ")}},\n";
    }
    if (files.empty()) source << "        {\"\", {}},\n";
    source << "    };\n    return " << (files.empty() ? "{}" : "files") << ";\n}\n}\n";
    return source.good() && header.good() ? 0 : 1;
}
