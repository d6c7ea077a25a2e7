#include "platform/documents/tests/read_documents.h"

#include <pugixml.hpp>
#include <zip.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <unistd.h>

namespace onroll::documents::tests {

namespace {

std::string words_of(const pugi::xml_node& node)
{
    std::string words;
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_pcdata)
            words += child.value();
        else if (std::string_view(child.name()) == "text:line-break")
            words += '\n';
        else
            words += words_of(child);
    }
    return words;
}

void add_paragraphs(const pugi::xml_node& node, std::vector<std::string>& all)
{
    for (const auto child : node.children()) {
        const std::string_view name = child.name();
        if (name == "text:p" || name == "text:h")
            all.push_back(words_of(child));
        else
            add_paragraphs(child, all);
    }
}

} // namespace

Document a_letter()
{
    return {.title = "Request for work",
            .blocks = {AddressBlock{{"1 Example Street", "Tidemoor"}, AddressBlock::Side::sender},
                       AddressBlock{{"The chair of governors"}}, Heading{"Request for work", 1},
                       Paragraph{"Dear chair"}, Paragraph{"Work & tests < 5 days"},
                       List{{"First", "Second"}},
                       Table{"What is due", {"Day", "Work"}, {{"Monday", "Maths"}}},
                       SignatureBlock{"Yours faithfully", {"A parent"}}},
            .footer = "Onroll"};
}

std::string part_of(std::string_view archive, const char* name)
{
    zip_error_t error;
    auto* source = zip_source_buffer_create(archive.data(), archive.size(), 0, &error);
    auto* zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (!zip) throw std::runtime_error("not a zip archive");
    zip_stat_t stat;
    std::string bytes;
    if (zip_stat(zip, name, 0, &stat) == 0) {
        bytes.resize(stat.size);
        auto* file = zip_fopen(zip, name, 0);
        zip_fread(file, bytes.data(), bytes.size());
        zip_fclose(file);
    }
    zip_discard(zip);
    if (bytes.empty()) throw std::runtime_error("the archive has no such part");
    return bytes;
}

std::vector<std::string> paragraphs_of(const std::string& xml)
{
    pugi::xml_document document;
    if (!document.load_string(xml.c_str(), pugi::parse_default | pugi::parse_ws_pcdata))
        throw std::runtime_error("not XML");
    std::vector<std::string> all;
    add_paragraphs(document, all);
    return all;
}

bool poppler_is_installed()
{
    return std::filesystem::exists("/usr/bin/pdftotext");
}

std::string poppler(const std::string& command, std::string_view pdf)
{
    auto path = (std::filesystem::temp_directory_path() / "onroll-test-XXXXXX").string();
    const int file = ::mkstemp(path.data());
    if (file < 0) throw std::runtime_error("no room for a PDF");
    ::close(file);
    std::ofstream(path, std::ios::binary) << pdf;
    const auto line = command + " " + path + (command.starts_with("pdftotext") ? " -" : "");
    std::string said;
    if (auto* out = ::popen(line.c_str(), "r")) {
        char buffer[4096];
        while (const auto got = std::fread(buffer, 1, sizeof buffer, out)) said.append(buffer, got);
        ::pclose(out);
    }
    std::filesystem::remove(path);
    return said;
}

} // namespace onroll::documents::tests
