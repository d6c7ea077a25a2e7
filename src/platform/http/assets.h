// Files embedded in the program, served under /assets/<name>.<hash>.<ext> for ever, and under their
// bare name with revalidation.
#pragma once

#include "platform/http/router.h"

#include "kernel/embedded.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::http {

struct Asset {
    std::string name; ///< "onroll.css"; folders with forward slashes are allowed
    std::string url;  ///< "/assets/onroll.1f2e3d4c5b6a7988.css"
    EmbeddedBody body;
};

class Assets {
public:
    /// `files` live as long as the program. "x.css.br" and "x.css.gz" are the compressed forms of
    /// "x.css". A leading `folder` ("content/assets/") is left off the names, and files outside it
    /// are left out.
    explicit Assets(std::span<const EmbeddedFile> files, std::string_view folder = {});

    /// The address to write in a page. Throws Bug for a name that is not embedded.
    const std::string& url(std::string_view name) const;
    const std::vector<Asset>& all() const { return assets_; }

    /// Adds GET /assets/{path...}, open to all. The router keeps a copy of the table.
    void mount(Router& router) const;

private:
    std::vector<Asset> assets_;
};

/// By the end of the name: "text/css; charset=utf-8" for .css; application/octet-stream for what is
/// not known.
std::string_view content_type_of(std::string_view file_name);

} // namespace onroll::http
