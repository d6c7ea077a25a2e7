// The style sheet, script and icon that the build makes from web/ and embeds, under addresses that
// change with their content.
#pragma once

#include "design/brand.h"

#include <string>
#include <string_view>

namespace onroll::http {
class Router;
}

namespace onroll::design {

/// The address to write in a page for "onroll.css", "mirrored.css" (the same from the right),
/// "onroll.js", "mark.svg". Throws Bug for a name that is not embedded.
const std::string& asset_url(std::string_view name);

/// The address of the style sheet with the brand's colour; changes with the colour.
std::string brand_url(const Brand& brand);

/// Adds the routes of all assets, open to all, and of the brand's style sheet.
void mount_assets(http::Router& router, const Brand& brand);

} // namespace onroll::design
