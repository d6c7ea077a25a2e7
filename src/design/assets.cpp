#include "design/assets.h"

#include "platform/http/assets.h"
#include "platform/http/router.h"

#include "embedded/web_files.h"

namespace onroll::design {
namespace assets_detail {

const http::Assets& assets()
{
    static const http::Assets all{embedded::web_files()};
    return all;
}

} // namespace assets_detail

const std::string& asset_url(std::string_view name)
{
    return assets_detail::assets().url(name);
}

std::string brand_url(const Brand& brand)
{
    return "/brand/" + brand.colour.substr(brand.colour.empty() ? 0 : 1) + ".css";
}

void mount_assets(http::Router& router, const Brand& brand)
{
    assets_detail::assets().mount(router);
    if (brand.colour.empty()) return;
    const std::string sheet = brand_stylesheet(brand);
    router.get(brand_url(brand), http::Policy::open_to_all(), [sheet](const http::Request&) {
        auto answer = http::bytes(sheet, "text/css; charset=utf-8");
        answer.caching = http::Caching::public_immutable;
        return answer;
    });
}

} // namespace onroll::design
