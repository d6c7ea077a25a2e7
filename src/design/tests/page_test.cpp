#include "design/page.h"

#include "design/assets.h"
#include "design/error_pages.h"
#include "design/tests/fixture_options.h"
#include "design/tests/sha256.h"
#include "helpers/shared_data.h"
#include "platform/http/request.h"
#include "platform/http/router.h"

#include <doctest/doctest.h>

#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace onroll::design::tests::page_test {

Site a_site()
{
    return {.brand = {.area_name = "Tidemoor"},
            .service_name = "Exclusions in Tidemoor",
            .menu = {{"Check an exclusion", "/check"}, {"The law", "/law"}},
            .demonstration = true,
            .rules_checked = "16 November 2026"};
}

PageOptions a_page()
{
    return {.title = "Last day to ask for a review", .section = "The law", .active = "/law"};
}

bool holds(const Html& html, std::string_view words)
{
    return html.view().find(words) != std::string_view::npos;
}

std::string content_of(const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

int count(std::string_view html, std::string_view words)
{
    int found = 0;
    for (auto at = html.find(words); at != std::string_view::npos; at = html.find(words, at + 1)) {
        ++found;
    }
    return found;
}

TEST_CASE("a title goes from the page to the area, and says first that there are errors")
{
    CHECK(holds(page(a_site(), a_page(), {}),
                "<title>Last day to ask for a review – The law – Onroll – Tidemoor</title>"));
    PageOptions wrong = a_page();
    wrong.has_errors = true;
    wrong.section.clear();
    CHECK(holds(page(a_site(), wrong, {}),
                "<title>Error: Last day to ask for a review – Onroll – Tidemoor</title>"));
}

TEST_CASE("the way out of a page can lead past an address of ours that ends a visit")
{
    PageOptions options = a_page();
    options.exit_this_page = true;
    options.exit_href = "/family/exit";
    const Html html = page(a_site(), options, element("h1", {}, "Here"));
    CHECK(holds(html, "href=\"/family/exit\""));
    CHECK_FALSE(holds(html, a_site().exit_href));
}

TEST_CASE("the parts of a page come in the same order on every page")
{
    PageOptions options = a_page();
    options.exit_this_page = true;
    options.back = "/law";
    const Html html = page(a_site(), options, element("h1", {}, "Here"));
    std::size_t before = 0;
    for (const std::string_view part :
         {"<script>", "govuk-skip-link", "Exit this page", "<header", "govuk-service-navigation",
          "govuk-phase-banner", "govuk-back-link", "govuk-exit-this-page\"", "<main", "<h1>Here",
          "<footer"}) {
        CAPTURE(part);
        const auto at = html.view().find(part, before);
        CHECK(at != std::string_view::npos);
        before = at;
    }
}

TEST_CASE("every page has the links that must be everywhere, and says that it is not GOV.UK")
{
    const Html html = page(a_site(), a_page(), {});
    for (const std::string_view part :
         {">Contact and help</a>", ">Privacy</a>", ">Accessibility</a>", ">Cookies</a>",
          ">Feedback or complaint</a>", "Onroll for Tidemoor. This is not a GOV.UK service.",
          "Rules last checked 16 November 2026.", "<html lang=\"en\"", "id=\"main-content\""}) {
        CAPTURE(part);
        CHECK(holds(html, part));
    }
}

TEST_CASE("a demonstration says so on every page, and a real area does not")
{
    CHECK(holds(page(a_site(), a_page(), {}), "Everyone and everything here is invented."));
    CHECK(holds(failed_page(a_site(), "a1"), "Everyone and everything here is invented."));
    Site real = a_site();
    real.demonstration = false;
    CHECK(!holds(page(real, a_page(), {}), "invented"));
}

TEST_CASE("the menu marks the part that the page belongs to")
{
    const Html html = page(a_site(), a_page(), {});
    CHECK(holds(html, "href=\"/law\" aria-current=\"true\""));
    CHECK(!holds(html, "href=\"/check\" aria-current"));
}

TEST_CASE("the only inline script is the one whose hash is in the security policy")
{
    CHECK("sha256-" + sha256_in_base64(js_enabled_script) == js_enabled_script_hash);
    // The words that govuk-frontend's own template has, so that an upgrade is noticed.
    const auto theirs = content_of(
        onroll::tests::source_file("web/node_modules/govuk-frontend/dist/govuk/template.njk"));
    CHECK(theirs.find(std::string(js_enabled_script)) != std::string::npos);

    const Html html = page(a_site(), a_page(), {});
    CHECK(count(html.view(), "<script") == 2);
    CHECK(count(html.view(), "<script>") == 1);
    CHECK(holds(html, "<script>" + std::string(js_enabled_script) + "</script>"));
}

TEST_CASE("a digest is the standard's own")
{
    CHECK(sha256_in_base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    CHECK(sha256_in_base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

TEST_CASE("no page has an inline style or an inline handler")
{
    const std::regex inline_code(R"(<[^>]* (style|on[a-z]+)=|<style)");
    for (const Html& html : {page(a_site(), a_page(), {}), not_found_page(a_site()),
                             failed_page(a_site(), "a1"), unavailable_page(a_site())}) {
        CHECK(!std::regex_search(std::string(html.view()), inline_code));
    }
}

TEST_CASE("styles, script and icon are answered under the names that pages use, for ever")
{
    http::Router router;
    mount_assets(router, {.area_name = "Tidemoor", .colour = "#123456"});
    for (const char* name : {"onroll.css", "mirrored.css", "onroll.js", "mark.svg"}) {
        CAPTURE(name);
        const std::string& url = asset_url(name);
        CHECK(std::regex_match(url, std::regex(R"(/assets/[a-z]+\.[0-9a-f]{16}\.[a-z]+)")));
        const auto request = http::Request::get(url);
        const auto answer = http::handle(router, request);
        CHECK(answer.status == 200);
        CHECK(answer.caching == http::Caching::public_immutable);
        REQUIRE(answer.embedded);
        CHECK(!answer.embedded->plain.empty());
        CHECK(answer.embedded->brotli.size() < answer.embedded->plain.size());
        CHECK(answer.embedded->gzip.size() < answer.embedded->plain.size());
    }
}

TEST_CASE("the styles name no file of GOV.UK's and no font of its own")
{
    http::Router router;
    mount_assets(router, {});
    const auto request = http::Request::get(asset_url("onroll.css"));
    const std::string css(http::handle(router, request).content());
    CHECK(css.find("GDS Transport") == std::string::npos);
    CHECK(css.find("@font-face") == std::string::npos);
    CHECK(css.find("url(") == std::string::npos);
    CHECK(css.find(".onr-dates") != std::string::npos);
}

TEST_CASE("a page that runs from the right has the styles turned about, and those alone")
{
    auto options = a_page();
    CHECK(holds(page(a_site(), options, {}), asset_url("onroll.css")));
    options.right_to_left = true;
    const auto turned = page(a_site(), options, {});
    CHECK(holds(turned, asset_url("mirrored.css")));
    CHECK_FALSE(holds(turned, asset_url("onroll.css")));
    http::Router router;
    mount_assets(router, {});
    const auto request = http::Request::get(asset_url("mirrored.css"));
    const std::string css(http::handle(router, request).content());
    CHECK(css.find("float:right") != std::string::npos);
    CHECK(css.find("transform:rotate(-225deg)") != std::string::npos);
}

TEST_CASE("styles and script leave room for the page in 60 kB")
{
    http::Router router;
    mount_assets(router, {});
    std::size_t sent = 0;
    for (const char* name : {"onroll.css", "onroll.js", "mark.svg"}) {
        const auto request = http::Request::get(asset_url(name));
        sent += http::handle(router, request).embedded->gzip.size();
    }
    CHECK(sent < 40'000);
}

TEST_CASE("a council's colour comes as a style sheet of its own")
{
    Site site = a_site();
    CHECK(!holds(page(site, a_page(), {}), "/brand/"));
    site.brand.colour = "#123456";
    CHECK(holds(page(site, a_page(), {}), "href=\"/brand/123456.css\""));
    http::Router router;
    mount_assets(router, site.brand);
    const auto request = http::Request::get(brand_url(site.brand));
    CHECK(http::handle(router, request).content() == brand_stylesheet(site.brand));
}

TEST_CASE("each component that is rendered has its styles, and its script where it asks for one")
{
    const std::string styles = content_of(onroll::tests::source_file("web/styles/onroll.scss"));
    const std::string script = content_of(onroll::tests::source_file("web/scripts/onroll.js"));
    const auto root =
        onroll::tests::source_file("web/node_modules/govuk-frontend/dist/govuk/components");
    for (const auto& [component, renderer] : renderers()) {
        CAPTURE(component);
        CHECK(styles.find("components/" + component + "\"") != std::string::npos);
        std::string class_name;
        bool capital = true;
        for (const char c : component) {
            if (c != '-') class_name += capital ? static_cast<char>(c - 'a' + 'A') : c;
            capital = c == '-';
        }
        const bool has_script = std::filesystem::exists(root / component / (component + ".mjs"));
        CHECK((script.find("  " + class_name + ",") != std::string::npos) == has_script);
    }
}

TEST_CASE("an error page says what to do, and never more than it may")
{
    const Html missing = error_page(a_site(), not_found("No school has this number"));
    CHECK(holds(missing, "<h1 class=\"govuk-heading-xl\">We cannot find that page</h1>"));
    CHECK(!holds(missing, "No school"));
    CHECK(holds(missing, "href=\"/check\""));
    CHECK(holds(missing, "noindex"));
    CHECK(holds(error_page(a_site(), bad_input("Enter <a> date")), "Enter &lt;a&gt; date"));
    CHECK(holds(error_page(a_site(), {ErrorKind::not_allowed, "secret", "", ""}),
                "You cannot see this page"));
    CHECK(!holds(error_page(a_site(), {ErrorKind::not_allowed, "secret", "", ""}), "secret"));
    CHECK(holds(error_page(a_site(), 500, "7f3a"), "7f3a"));
    CHECK(holds(error_page(a_site(), 503, ""), "This page is busy"));
    CHECK(holds(error_page(a_site(), 405, ""), "We could not do that"));
}

} // namespace onroll::design::tests::page_test
