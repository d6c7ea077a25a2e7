// The frame around every page: title, skip link, header with our mark, menu, demonstration banner,
// way back, main, footer. Follows conventions.md CV-01, CV-02, CV-33 and CV-41. Holds layout only:
// no rules, no queries.
#pragma once

#include "design/brand.h"
#include "design/html.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::design {

struct MenuItem {
    std::string text;
    std::string href;
    bool operator==(const MenuItem&) const = default;
};

/// What is the same on every page of one installation. main.cpp makes it once from the settings and
/// passes it to the parts.
struct Site {
    Brand brand{}; ///< the area's name, which may be empty, and colour
    std::string service_name = "Exclusions";
    std::vector<MenuItem> menu;  ///< the service navigation
    bool demonstration = false;  ///< everything in the store is invented: said on every page
    std::string rules_checked{}; ///< "16 November 2026", said in the footer; may be empty
    std::string exit_href = "https://www.bbc.co.uk/weather";
};

struct Crumb {
    std::string text;
    std::string href;
};

/// What "Exit this page" says; each empty for the component's own words.
struct ExitWords {
    std::string emergency{}; ///< before the button's text, for screen readers
    std::string exit{};
    std::string activated{};
    std::string timed_out{};
    std::string two_more{};
    std::string one_more{};
};

/// What the frame itself says. English, unless a part passes its own for the language of a page.
struct FrameWords {
    std::string error = "Error: "; ///< begins the title of a page with errors
    std::string shortcuts = "Shortcuts";
    std::string skip = "Skip to main content";
    std::string service = "Service information";
    std::string menu = "Menu";
    std::string about_demonstration = "About this demonstration";
    std::string demonstration = "Demonstration";
    std::string invented = "Everyone and everything here is invented.";
    std::string back = "Back";
    ExitWords exit{};
    std::string support = "Support links";
    std::vector<MenuItem> links{{"Contact and help", "/help"},
                                {"Privacy", "/privacy"},
                                {"Accessibility", "/accessibility"},
                                {"Cookies", "/cookies"},
                                {"Feedback or complaint", "/feedback"}};
    std::string
        note{}; ///< of the foot; empty for whose service it is and when the rules were checked
};

enum class PageWidth { two_thirds, full };

struct PageOptions {
    std::string title;            ///< the words of the h1, as plain text
    std::string section{};        ///< second part of the title: "Check an exclusion", "The law"
    std::string active{};         ///< href of the menu item that these pages belong to
    std::vector<MenuItem> menu{}; ///< instead of the site's own menu, where a flow has another one
    std::string service_name{};   ///< instead of the site's own
    std::optional<std::string> back{}; ///< where the back link goes
    std::vector<Crumb> breadcrumbs{};  ///< instead of a back link
    bool has_errors = false;           ///< the title starts with "Error: "
    bool exit_this_page = false;       ///< families' pages about safety
    std::string exit_href{};           ///< where that leads, instead of the site's own
    bool keep_out_of_search = false;   ///< tells search engines not to list the page
    PageWidth width = PageWidth::two_thirds;
    std::string lang = "en"; ///< of the words in main, and of the frame where it has its own
    bool right_to_left = false;
    const FrameWords* frame = nullptr; ///< of the frame, in `lang`; English where there are none
    Html under_menu{};  ///< the whole width, under the menu: whose pages these are, whose record
    Html before_main{}; ///< under the back link, outside main: languages and formats
};

/// The only inline script of any page: it marks the body so that styles and scripts know that
/// scripts run. Its hash goes into the content security policy (http::HeaderSettings::script_hash).
inline constexpr std::string_view js_enabled_script =
    "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' "
    "govuk-frontend-supported' : '');";
inline constexpr std::string_view js_enabled_script_hash =
    "sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw=";

/// A whole document. `main_content` starts with the error summary, where there is one, and holds
/// the only h1.
Html page(const Site& site, const PageOptions& options, const Html& main_content);

/// The h1 of a page, with its caption above it where there is one.
Html page_heading(const Html& heading, const Html& caption = {});
/// The heading of a section of the page.
Html section_heading(const Html& heading);

} // namespace onroll::design
