// Prints what a page's words are and not how they look, so that a test reads them in the file and
// hundreds of them cost no time. How a PDF is made is tested in platform/documents.
#pragma once

#include "platform/documents/pdf.h"

#include <string>
#include <string_view>

namespace tidemoor {

struct PrintedAsWords {
    onroll::documents::PrintInstead press{
        [](std::string_view html) { return "%PDF-1.7\n" + std::string(html); }};
};

} // namespace tidemoor
