// How hard a text is to read: the Flesch-Kincaid grade, and the words that a page shows.
// Conventions CV-34.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onroll::readability {

/// The school grade at which the text is read with ease; 0 where it has no words. Each of `terms`
/// counts as one word of one syllable: legal terms that cannot be put more simply.
double grade(std::string_view text, const std::vector<std::string>& terms = {});

/// The words inside <main> of a page. The end of a block ends a sentence, and blocks
/// of fewer than four words are left out. Elements whose class
/// holds one of `without_classes` are left out.
std::string shown_words(std::string_view page, const std::vector<std::string>& without_classes);

} // namespace onroll::readability
