// The same page in other languages. GOV.UK Design System: language navigation.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct Language {
    Html content{}; ///< the language's own name
    std::string href{};
    std::string lang{};
    std::string href_lang{}; ///< the same as lang, when empty
    std::string dir{};       ///< rtl
    bool current = false;
    std::string description{}; ///< "Change the language to Welsh", for screen readers
    std::string classes{};
    Attributes attributes{};
};

struct LanguageNavigation {
    std::vector<Language> items{};
    std::string label = "Language";
    std::string classes{};
    Attributes attributes{};
};

Html render(const LanguageNavigation& navigation);

} // namespace onroll::design
