// HTML as PDF, by WeasyPrint in a process of its own: no network, no files, no environment, little
// memory and time. What is printed stays in memory; the folder it works in is empty and removed.
#pragma once

#include "platform/documents/bounded_process.h"

#include "kernel/result.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace onroll::documents {

/// What one printing may take. A printing that takes more is ended.
struct PdfLimits {
    std::chrono::milliseconds time{20'000};
    std::size_t memory_bytes = std::size_t{1} << 30; ///< of addresses, of which it uses a tenth
    std::size_t html_bytes = std::size_t{4} << 20;
    std::size_t pdf_bytes = std::size_t{32} << 20;
    std::chrono::milliseconds wait{10'000}; ///< for a turn, while others are printed
};

/// How many PDFs are made at once; others wait for their turn.
inline constexpr int pdfs_at_once = 2;

/// The bytes of a tagged PDF with the title and the language of the HTML. Nothing that the HTML
/// names is fetched: no picture, no style sheet, whatever its address. too_large for more HTML than
/// the limit; unavailable where WeasyPrint is not installed, all turns are taken, or a limit was
/// reached. No error holds a word of the HTML.
Result<std::string> html_to_pdf(std::string_view html, const PdfLimits& limits = {});

/// Prints in the place of WeasyPrint while it lives, for tests that read what is printed: is given
/// the HTML and answers the bytes. One within another prints until it ends.
class PrintInstead {
public:
    explicit PrintInstead(std::function<std::string(std::string_view html)> print);
    ~PrintInstead();
    PrintInstead(const PrintInstead&) = delete;
    PrintInstead& operator=(const PrintInstead&) = delete;

private:
    std::function<std::string(std::string_view html)> before_;
};

} // namespace onroll::documents
