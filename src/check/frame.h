// The frame of a family's page in the language that it reads: menu, way back, exit, foot.
#pragma once

#include "check/views_form.h"
#include "design/page.h"
#include "platform/http/response.h"

#include <string>

namespace onroll::check {

/// The frame's words in this language; the day of the rules stands there where the site has one.
design::FrameWords frame_words(const Words& words, const design::Site& site);

/// One page as a family gets it.
struct FamilyPage {
    std::string title;
    design::Html content;
    design::Html before_main{}; ///< the way back and the languages
    bool has_errors = false;
    design::PageWidth width = design::PageWidth::two_thirds;
};

/// The page in the language of `here`, with "Exit this page"; 400 where it has errors.
http::Response family_page(const Here& here, const FamilyPage& shown);

} // namespace onroll::check
