#include "platform/documents/document_metadata.h"

#include "platform/documents/bounded_process.h"
#include "platform/documents/read_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <optional>
#include <sstream>
#include <vector>

namespace onroll::documents {
namespace document_metadata_detail {

constexpr std::size_t nowhere = std::string_view::npos;

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

/// The objects that trailers and cross-reference streams name after `/Info`: "12 0".
std::vector<std::string> info_objects(std::string_view pdf)
{
    constexpr std::string_view key = "/Info";
    std::vector<std::string> objects;
    for (auto at = pdf.find(key); at != nowhere; at = pdf.find(key, at + 1)) {
        auto from = at + key.size();
        while (from < pdf.size() && (pdf[from] == ' ' || pdf[from] == '\r' || pdf[from] == '\n'))
            ++from;
        auto to = from;
        while (to < pdf.size() && is_digit(pdf[to])) ++to;
        const auto second = to + 1;
        auto end = second;
        while (end < pdf.size() && is_digit(pdf[end])) ++end;
        if (to > from && end > second && pdf[to] == ' ')
            objects.emplace_back(pdf.substr(from, end - from));
    }
    return objects;
}

/// Writes over a string in brackets, and answers where it ends. Escapes and inner brackets count.
std::size_t blank_literal(std::string& pdf, std::size_t open)
{
    int depth = 0;
    for (auto at = open; at < pdf.size(); ++at) {
        const char letter = pdf[at];
        if (letter == '\\' && at + 1 < pdf.size()) {
            pdf[at] = pdf[at + 1] = ' ';
            ++at;
        } else if (letter == '(') {
            if (depth++ > 0) pdf[at] = ' ';
        } else if (letter == ')') {
            if (--depth == 0) return at;
            pdf[at] = ' ';
        } else if (depth > 0) {
            pdf[at] = ' ';
        }
    }
    return pdf.size();
}

/// Writes over a string of hexadecimal digits.
std::size_t blank_hexadecimal(std::string& pdf, std::size_t open)
{
    auto at = open + 1;
    for (; at < pdf.size() && pdf[at] != '>'; ++at)
        if (std::isxdigit(static_cast<unsigned char>(pdf[at]))) pdf[at] = '0';
    return at;
}

/// Every text in the dictionaries that tell of the document; their lengths stay, so that no place
/// in the file moves.
void blank_info(std::string& pdf)
{
    for (const auto& object : info_objects(pdf)) {
        const auto begins = object + " obj";
        for (auto at = pdf.find(begins); at != nowhere; at = pdf.find(begins, at + 1)) {
            if (at > 0 && is_digit(pdf[at - 1])) continue;
            const auto end = std::min(pdf.find("endobj", at), pdf.size());
            for (auto inside = at; inside < end; ++inside) {
                if (pdf[inside] == '(')
                    inside = blank_literal(pdf, inside);
                else if (pdf[inside] == '<' && pdf[inside + 1] == '<')
                    ++inside;
                else if (pdf[inside] == '<')
                    inside = blank_hexadecimal(pdf, inside);
            }
        }
    }
}

/// The XML that tells of the document, or of a picture in it.
void blank_between(std::string& pdf, std::string_view begin, std::string_view end)
{
    for (auto at = pdf.find(begin); at != nowhere; at = pdf.find(begin, at)) {
        const auto from = pdf.find('>', at);
        if (from == nowhere) return;
        const auto to = std::min(pdf.find(end, from), pdf.size());
        for (auto inside = from + 1; inside < to; ++inside) pdf[inside] = ' ';
        at = to;
    }
}

/// Whether a reader is still told something; nothing where no program can read the file at all.
std::optional<bool> tells(std::string_view pdf)
{
    const auto about = run_bounded({"/usr/bin/pdfinfo", "-enc", "UTF-8", input_path}, pdf);
    if (about.end != ProcessEnd::exited || about.code != 0) return std::nullopt;
    const auto says = [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return std::isalnum(byte) || byte >= 0x80;
    };
    std::istringstream lines(about.output);
    for (std::string line; std::getline(lines, line);)
        for (const std::string_view name :
             {"Title:", "Subject:", "Keywords:", "Author:", "Creator:", "Producer:"})
            if (line.starts_with(name) &&
                std::any_of(line.begin() + std::ssize(name), line.end(), says))
                return true;
    const auto xml = run_bounded({"/usr/bin/pdfinfo", "-meta", input_path}, pdf);
    return xml.end != ProcessEnd::exited || xml.output.find("rdf:") != std::string::npos;
}

std::string blanked(std::string_view bytes)
{
    std::string pdf(bytes);
    blank_info(pdf);
    blank_between(pdf, "<?xpacket begin", "<?xpacket end");
    blank_between(pdf, "<x:xmpmeta", "</x:xmpmeta");
    return pdf;
}

/// Whether somebody's comment or change that nobody has settled is in the RTF.
bool is_unsettled(std::string_view rtf)
{
    for (const std::string_view word : {"\\annotation", "\\revised", "\\deleted"})
        for (auto at = rtf.find(word); at != nowhere; at = rtf.find(word, at + 1)) {
            const auto after = at + word.size();
            const bool goes_on =
                after < rtf.size() && std::isalnum(static_cast<unsigned char>(rtf[after]));
            const bool is_text = at > 0 && rtf[at - 1] == '\\';
            if (!goes_on && !is_text) return true;
        }
    return false;
}

} // namespace document_metadata_detail
using namespace document_metadata_detail;

Result<std::string> pdf_without_metadata(std::string_view bytes)
{
    auto pdf = blanked(bytes);
    const auto still = tells(pdf);
    // A file that no program reads is looked at by a person before it is given.
    if (!still || !*still) return pdf;
    // What is packed away inside cannot be written over: the pages are drawn into a new file.
    const auto drawn = run_bounded({"/usr/bin/pdftocairo", "-pdf", input_path, "-"}, bytes);
    if (drawn.end == ProcessEnd::exited && drawn.code == 0) {
        pdf = blanked(drawn.output);
        if (tells(pdf) == false) return pdf;
    }
    return bad_input("This PDF says who wrote it, and that cannot be taken out. Print it to a new "
                     "PDF and choose that one");
}

std::string rtf_without_metadata(std::string_view bytes)
{
    std::string rtf(bytes);
    for (auto at = rtf.find("{\\info"); at != nowhere; at = rtf.find("{\\info", at)) {
        int depth = 0;
        auto end = at;
        for (; end < rtf.size(); ++end) {
            if (rtf[end] == '\\')
                ++end;
            else if (rtf[end] == '{')
                ++depth;
            else if (rtf[end] == '}' && --depth == 0)
                break;
        }
        rtf.erase(at, std::min(end + 1, rtf.size()) - at);
    }
    return rtf;
}

Result<std::string> document_without_metadata(std::string_view bytes)
{
    switch (kind_of(bytes)) {
    case FileKind::pdf:
        return pdf_without_metadata(bytes);
    case FileKind::docx:
        return archive_without_metadata(bytes, true);
    case FileKind::odt:
        return archive_without_metadata(bytes, false);
    case FileKind::rtf:
        if (is_unsettled(bytes))
            return bad_input("The document has comments or tracked changes. Delete the comments, "
                             "accept or reject each change, save it, and choose it again");
        return rtf_without_metadata(bytes);
    case FileKind::text:
    case FileKind::picture:
    case FileKind::sound:
    case FileKind::other:
        break;
    }
    return std::string(bytes);
}

} // namespace onroll::documents
