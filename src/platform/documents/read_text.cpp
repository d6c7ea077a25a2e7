#include "platform/documents/read_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <utility>

namespace onroll::documents {

namespace read_text_detail {

constexpr const char* not_readable =
    "This file could not be read. Open it and look at every page yourself";
constexpr std::size_t few_letters = 12; ///< fewer on a page are no text: a page's number, a stamp

/// Poppler's programs each start in some milliseconds; more than this at once gain nothing.
Turns& turns()
{
    static Turns shared(2);
    return shared;
}

std::optional<std::string> poppler(std::vector<std::string> arguments, std::string_view pdf,
                                   const ReadLimits& limits)
{
    arguments.front() = "/usr/bin/" + arguments.front();
    auto answer = run_bounded(arguments, pdf, limits.process);
    if (answer.end != ProcessEnd::exited || answer.code != 0) return std::nullopt;
    return std::move(answer.output);
}

/// pdftotext ends each page with a form feed.
std::vector<std::string> pages_in(const std::string& output)
{
    std::vector<std::string> pages;
    std::size_t from = 0;
    for (auto end = output.find('\f'); end != std::string::npos; end = output.find('\f', from)) {
        pages.push_back(output.substr(from, end - from));
        from = end + 1;
    }
    if (from < output.size()) pages.push_back(output.substr(from));
    return pages;
}

std::size_t letters_in(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
               (byte >= '0' && byte <= '9');
    }));
}

std::string page_named(std::size_t index)
{
    return "Page " + std::to_string(index + 1);
}

/// Pages that hold a picture large enough to show words: 150 dots each way or more.
std::vector<std::size_t> pages_with_pictures(const std::string& list)
{
    std::vector<std::size_t> pages;
    std::istringstream lines(list);
    std::string line;
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        std::size_t page = 0, number = 0, wide = 0, high = 0;
        std::string type;
        if (!(words >> page >> number >> type >> wide >> high) || page == 0) continue;
        if (wide >= 150 && high >= 150 && (pages.empty() || pages.back() != page))
            pages.push_back(page);
    }
    return pages;
}

/// "Title", "Subject", "Keywords" and "Author" of a PDF, and whether it has a form.
void read_about(const std::string& about, ReadText& read)
{
    std::istringstream lines(about);
    std::string line;
    while (std::getline(lines, line)) {
        const auto colon = line.find(':');
        if (colon == std::string::npos) continue;
        const auto name = line.substr(0, colon);
        const auto from = line.find_first_not_of(' ', colon + 1);
        const auto value = from == std::string::npos ? std::string() : line.substr(from);
        if (name == "Form" && value != "none")
            read.to_look_at.emplace_back(
                "The file holds a form. Open it and read what is filled in");
        if (name == "Title" || name == "Subject" || name == "Keywords" || name == "Author")
            read.places.push_back({name + " of the file", value});
    }
}

void read_attached(const std::string& list, ReadText& read)
{
    if (list.empty() || list.starts_with("0 embedded")) return;
    read.to_look_at.emplace_back("Other files are hidden inside this one. Open and read each");
}

ReadText read_pdf(std::string_view bytes, const ReadLimits& limits)
{
    ReadText read{.kind = FileKind::pdf};
    if (!turns().take(limits.process.time)) {
        read.to_look_at.emplace_back(not_readable);
        return read;
    }
    struct Turn {
        ~Turn() { turns().give_back(); }
    } turn;
    // Twice: in the order of reading, and line by line, so that an address in a column beside
    // another one is whole in one of the two.
    const auto ordered = poppler({"pdftotext", "-enc", "UTF-8", input_path, "-"}, bytes, limits);
    const auto lines =
        poppler({"pdftotext", "-layout", "-enc", "UTF-8", input_path, "-"}, bytes, limits);
    const auto about = poppler({"pdfinfo", "-enc", "UTF-8", input_path}, bytes, limits);
    const auto pictures = poppler({"pdfimages", "-list", input_path}, bytes, limits);
    const auto attached = poppler({"pdfdetach", "-list", input_path}, bytes, limits);
    if (!ordered || !lines || !about || !pictures || !attached) {
        read.to_look_at.emplace_back(not_readable);
        return read;
    }
    const auto pages = pages_in(*ordered);
    read.pages = pages.size();
    const auto again = pages_in(*lines);
    const auto pictured = pages_with_pictures(*pictures);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        read.places.push_back({page_named(i), pages[i]});
        if (i < again.size()) read.places.push_back({page_named(i), again[i]});
        if (letters_in(pages[i]) < few_letters)
            read.to_look_at.push_back(page_named(i) +
                                      " has no words that can be searched. It may be a scan");
        else if (std::binary_search(pictured.begin(), pictured.end(), i + 1))
            read.to_look_at.push_back(page_named(i) +
                                      " has a picture. Look whether words are in it");
    }
    if (pages.empty()) read.to_look_at.emplace_back(not_readable);
    read_about(*about, read);
    read_attached(*attached, read);
    return read;
}

bool is_utf8_text(std::string_view bytes)
{
    for (std::size_t i = 0; i < bytes.size();) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        if (first < 0x20 && first != '\n' && first != '\r' && first != '\t' && first != '\f')
            return false;
        const std::size_t length = first < 0x80   ? 1
                                   : first < 0xC2 ? 0
                                   : first < 0xE0 ? 2
                                   : first < 0xF0 ? 3
                                   : first < 0xF5 ? 4
                                                  : 0;
        if (length == 0 || i + length > bytes.size()) return false;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(bytes[i + k]) & 0xC0U) != 0x80U) return false;
        i += length;
    }
    return true;
}

bool starts_with_any(std::string_view bytes, std::initializer_list<std::string_view> all)
{
    return std::any_of(all.begin(), all.end(),
                       [&](std::string_view one) { return bytes.starts_with(one); });
}

} // namespace read_text_detail

FileKind kind_of(std::string_view bytes)
{
    using namespace read_text_detail;
    using namespace std::string_view_literals;
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return FileKind::pdf;
    if (bytes.starts_with("PK\x03\x04"sv)) {
        // The names of its parts stand in an archive as they are.
        if (bytes.find("word/document.xml") != std::string_view::npos) return FileKind::docx;
        if (bytes.find("application/vnd.oasis.opendocument.text") != std::string_view::npos)
            return FileKind::odt;
        return FileKind::other;
    }
    if (bytes.starts_with("{\\rtf")) return FileKind::rtf;
    if (starts_with_any(bytes, {"\xFF\xD8\xFF"sv, "\x89PNG\r\n"sv, "GIF8"sv, "II*\0"sv, "MM\0*"sv}))
        return FileKind::picture;
    if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp")
        return bytes.substr(8, 3) == "M4A" ? FileKind::sound : FileKind::picture;
    if (starts_with_any(bytes, {"ID3"sv, "\xFF\xFB"sv, "\xFF\xF3"sv})) return FileKind::sound;
    return is_utf8_text(bytes) ? FileKind::text : FileKind::other;
}

ReadText read_text(std::string_view bytes, const ReadLimits& limits)
{
    using namespace read_text_detail;
    ReadText read{.kind = kind_of(bytes)};
    if (bytes.size() > limits.file_bytes) {
        read.to_look_at.emplace_back("This file is too long to search. Read it yourself");
        return read;
    }
    switch (read.kind) {
    case FileKind::pdf:
        return read_pdf(bytes, limits);
    case FileKind::docx:
    case FileKind::odt:
        return read_archive_text(bytes, limits);
    case FileKind::text:
        read.places.push_back({"Text", std::string(bytes)});
        return read;
    case FileKind::picture:
        read.to_look_at.emplace_back("This is a picture. Look whether words are in it");
        return read;
    case FileKind::sound:
        read.to_look_at.emplace_back("This is a recording. Listen to all of it");
        return read;
    case FileKind::rtf:
    case FileKind::other:
        break;
    }
    read.to_look_at.emplace_back(
        "This kind of file cannot be searched. Open it and read all of it");
    return read;
}

} // namespace onroll::documents
