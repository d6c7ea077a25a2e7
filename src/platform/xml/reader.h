// Reads XML that somebody sent: a tree of elements with their text, within limits. No document
// type, no entities beside the five of XML, nothing fetched. trust.md S-05.
#pragma once

#include "kernel/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::xml {

struct Element {
    std::string name{};
    std::string text{}; ///< its own, without spaces around
    std::vector<Element> below{};

    /// The first element below with that name; nothing where there is none.
    const Element* find(std::string_view wanted) const;
    /// The text of the first one below with that name; empty where there is none.
    std::string_view text_of(std::string_view wanted) const;
};

struct Limits {
    std::size_t bytes = 25U << 20U;
    std::size_t elements = 1'000'000;
    std::size_t levels = 24;
};

/// The outermost element. bad_input where the bytes are no whole XML, hold a document type, or are
/// beyond a limit.
Result<Element> read(std::string_view bytes, const Limits& limits = {});

} // namespace onroll::xml
