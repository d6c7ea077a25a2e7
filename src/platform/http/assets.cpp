#include "platform/http/assets.h"

#include "platform/http/finish.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <array>
#include <utility>

namespace onroll::http {

namespace assets_detail {

constexpr std::string_view mount_path = "/assets/";

/// "W/"0123"" as just its digits.
std::string hash_of(std::string_view content)
{
    const auto tag = weak_etag(content);
    return tag.substr(3, tag.size() - 4);
}

std::string hashed_name(std::string_view name, std::string_view content)
{
    const auto slash = name.rfind('/');
    const auto dot = name.rfind('.');
    const bool has_ending =
        dot != std::string_view::npos && (slash == std::string_view::npos || dot > slash);
    const auto stem = name.substr(0, has_ending ? dot : name.size());
    return std::string(stem) + '.' + hash_of(content) + std::string(name.substr(stem.size()));
}

Response serve(const std::vector<Asset>& assets, std::string_view path)
{
    const auto serves = [&](const Asset& asset) {
        return asset.name == path || std::string_view(asset.url).substr(mount_path.size()) == path;
    };
    const auto found = std::ranges::find_if(assets, serves);
    if (found == assets.end()) return not_found();
    auto response = bytes({}, std::string(content_type_of(found->name)));
    response.embedded = found->body;
    response.caching =
        found->name == path ? Caching::public_revalidated : Caching::public_immutable;
    // Known without reading the content again.
    if (found->name != path) response.headers.set("ETag", "W/\"" + std::string(path) + '"');
    return response;
}

} // namespace assets_detail

Assets::Assets(std::span<const EmbeddedFile> files, std::string_view folder)
{
    const auto bytes_of = [&](const std::string& name) {
        const auto file = std::ranges::find(files, std::string_view(name), &EmbeddedFile::name);
        return file == files.end() ? std::string_view{} : file->bytes;
    };
    for (const auto& file : files) {
        if (!file.name.starts_with(folder)) continue;
        if (file.name.ends_with(".br") || file.name.ends_with(".gz")) continue;
        const auto name = file.name.substr(folder.size());
        const std::string full(file.name);
        assets_.push_back(
            {std::string(name),
             std::string(assets_detail::mount_path) + assets_detail::hashed_name(name, file.bytes),
             {file.bytes, bytes_of(full + ".br"), bytes_of(full + ".gz")}});
    }
}

const std::string& Assets::url(std::string_view name) const
{
    const auto found = std::ranges::find(assets_, name, &Asset::name);
    ensure(found != assets_.end(), "a page names only assets that are embedded");
    return found->url;
}

void Assets::mount(Router& router) const
{
    router.get("/assets/{path...}", Policy::open_to_all(),
               [assets = assets_](const Request& request) {
                   return assets_detail::serve(assets, request.path_parameter("path"));
               },
               {});
}

std::string_view content_type_of(std::string_view file_name)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 14> types{{
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".html", "text/html; charset=utf-8"},
        {".txt", "text/plain; charset=utf-8"},
        {".json", "application/json; charset=utf-8"},
        {".webmanifest", "application/manifest+json; charset=utf-8"},
        {".svg", "image/svg+xml; charset=utf-8"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".ico", "image/x-icon"},
        {".woff", "font/woff"},
        {".woff2", "font/woff2"},
        {".map", "application/json; charset=utf-8"},
    }};
    for (const auto& [ending, type] : types) {
        if (file_name.ends_with(ending)) return type;
    }
    return "application/octet-stream";
}

} // namespace onroll::http
