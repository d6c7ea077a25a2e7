// A document as paragraphs, lists and tables: what a letter or a report says, before it becomes a
// page, a PDF or an editable text. Knows no word of the field. Pure.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace onroll::documents {

/// 12 point, or 18 point for people who read large print.
enum class FontSize { ordinary, large };

struct Heading {
    std::string words;
    int level = 2; ///< 1 to 3; the first heading of a document is of level 1
    bool operator==(const Heading&) const = default;
};

/// A newline within the words is a line break.
struct Paragraph {
    std::string words;
    bool operator==(const Paragraph&) const = default;
};

struct List {
    std::vector<std::string> items;
    bool numbered = false;
    std::string language{}; ///< where it is not the document's
    /// "[2]" anywhere in the document leads to the second item. At most one list of a document.
    bool sources = false;
    bool operator==(const List&) const = default;
};

/// The first column heads its rows where `row_headings`. Rows are as long as `headings`, which may
/// be empty.
struct Table {
    std::string caption;
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows;
    bool row_headings = true;
    bool operator==(const Table&) const = default;
};

/// Who writes stands at the right, who is written to at the left.
struct AddressBlock {
    enum class Side { sender, recipient };
    std::vector<std::string> lines;
    Side side = Side::recipient;
    bool operator==(const AddressBlock&) const = default;
};

/// "Yours faithfully", room for a signature, and the lines beneath it.
struct SignatureBlock {
    std::string closing;
    std::vector<std::string> lines;
    bool operator==(const SignatureBlock&) const = default;
};

using Block = std::variant<Heading, Paragraph, List, Table, AddressBlock, SignatureBlock>;

struct Document {
    std::string title;           ///< the file's own title, which readers aloud say first
    std::string language = "en"; ///< BCP 47
    bool right_to_left = false;
    FontSize size = FontSize::ordinary;
    std::vector<Block> blocks;
    std::string footer; ///< at the foot of each page, before the page's number; may be empty
};

/// 12 or 18
int points(FontSize size);

/// Words of a document, or one reference to a source: "[2]".
struct WordsPart {
    std::string words;
    std::size_t source = 0; ///< the number of the source, from 1; 0 for ordinary words
    bool operator==(const WordsPart&) const = default;
};

/// How many sources the document's list of them has; 0 without one.
std::size_t count_sources(const Document& document);
/// `words` cut at each reference to one of so many sources.
std::vector<WordsPart> parts_of(const std::string& words, std::size_t sources);

/// The words without the characters that neither HTML nor XML may hold; tabs become spaces.
std::string printable(const std::string& words);

} // namespace onroll::documents
