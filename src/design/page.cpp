#include "design/page.h"

#include "design/assets.h"
#include "design/components/back_link.h"
#include "design/components/breadcrumbs.h"
#include "design/components/exit_this_page.h"
#include "design/components/footer.h"
#include "design/components/generic_header.h"
#include "design/components/phase_banner.h"
#include "design/components/service_navigation.h"
#include "design/components/skip_link.h"
#include "design/mark.h"

namespace onroll::design {
namespace page_detail {

const FrameWords& frame_of(const PageOptions& options)
{
    static const FrameWords english;
    return options.frame ? *options.frame : english;
}

std::string title(const Site& site, const PageOptions& options)
{
    std::string words = options.has_errors ? frame_of(options).error : "";
    words += options.title;
    for (const std::string_view part :
         {std::string_view(options.section), std::string_view("Onroll"),
          std::string_view(site.brand.area_name)}) {
        if (!part.empty()) words.append(" – ").append(part);
    }
    return words;
}

Html head(const Site& site, const PageOptions& options)
{
    HtmlWriter out;
    out.open("head");
    out.empty_element("meta", {{"charset", "utf-8"}});
    out.open("title").add(title(site, options)).close();
    out.empty_element("meta",
                      {{"name", "viewport"},
                       {"content", "width=device-width, initial-scale=1, viewport-fit=cover"}});
    out.empty_element("meta", {{"name", "theme-color"}, {"content", "#163f45"}});
    if (options.keep_out_of_search) {
        out.empty_element("meta", {{"name", "robots"}, {"content", "noindex"}});
    }
    out.empty_element(
        "link", {{"rel", "icon"}, {"href", asset_url("mark.svg")}, {"type", "image/svg+xml"}});
    const auto* styles = options.right_to_left ? "mirrored.css" : "onroll.css";
    out.empty_element("link", {{"rel", "stylesheet"}, {"href", asset_url(styles)}});
    if (!site.brand.colour.empty()) {
        out.empty_element("link", {{"rel", "stylesheet"}, {"href", brand_url(site.brand)}});
    }
    out.open("script", {{"type", "module"}, {"src", asset_url("onroll.js")}}).close();
    out.close();
    return std::move(out).done();
}

Html header(const Site& site, const PageOptions& options)
{
    Html logo = wordmark() + visually_hidden("Onroll ");
    if (!site.brand.area_name.empty()) {
        logo += element("span", {{"class", "onr-area"}}, site.brand.area_name);
    }
    ServiceNavigation navigation{
        .service_name = options.service_name.empty() ? site.service_name : options.service_name};
    // Few and short: shown on a narrow screen too, rather than behind a button.
    navigation.collapse_on_mobile = false;
    navigation.label = navigation.menu_text = frame_of(options).menu;
    navigation.aria_label = frame_of(options).service;
    for (const auto& item : options.menu.empty() ? site.menu : options.menu) {
        const Here here = item.href == options.active ? Here::in_this_part : Here::no;
        navigation.items.push_back({.content = item.text, .href = item.href, .here = here});
    }
    return element("header", {{"class", "govuk-template__header"}},
                   render(GenericHeader{.logo = logo}), render(navigation));
}

Html demonstration_banner(const FrameWords& frame)
{
    return element(
        "aside", {{"aria-label", frame.about_demonstration}},
        render(PhaseBanner{.tag = {.content = frame.demonstration, .classes = "govuk-tag--grey"},
                           .content = frame.invented}));
}

const std::string& way_out(const Site& site, const PageOptions& options)
{
    return options.exit_href.empty() ? site.exit_href : options.exit_href;
}

Html exit_button(const std::string& href, const ExitWords& words)
{
    ExitThisPage exit{.href = href,
                      .activated_text = words.activated,
                      .timed_out_text = words.timed_out,
                      .press_two_more_times_text = words.two_more,
                      .press_one_more_time_text = words.one_more};
    if (!words.exit.empty()) exit.content = visually_hidden(words.emergency) + " " + words.exit;
    return render(exit);
}

Html way_back(const PageOptions& options)
{
    if (!options.breadcrumbs.empty()) {
        Breadcrumbs trail{.classes = "onr-noprint"};
        for (const auto& crumb : options.breadcrumbs) {
            trail.items.push_back({.content = crumb.text, .href = crumb.href});
        }
        return render(trail);
    }
    if (!options.back) return {};
    const auto& words = frame_of(options).back;
    return element("nav", {{"aria-label", words}, {"class", "onr-noprint"}},
                   render(BackLink{.href = *options.back, .content = words}));
}

Html main(const PageOptions& options, const Html& content)
{
    const Attributes attributes{{"class", "govuk-main-wrapper govuk-main-wrapper--auto-spacing"},
                                {"id", "main-content"}};
    if (options.width == PageWidth::full) return element("main", attributes, content);
    return element("main", attributes,
                   element("div", {{"class", "govuk-grid-row"}},
                           element("div", {{"class", "govuk-grid-column-two-thirds"}}, content)));
}

std::string note_of(const Site& site)
{
    const std::string& area = site.brand.area_name;
    std::string note = area.empty() ? "Onroll." : "Onroll for " + area + ".";
    note += " This is not a GOV.UK service.";
    if (!site.rules_checked.empty()) note += " Rules last checked " + site.rules_checked + ".";
    return note;
}

Footer footer(const Site& site, const FrameWords& frame)
{
    Footer footer{.title = frame.support, .note = frame.note.empty() ? note_of(site) : frame.note};
    for (const auto& one : frame.links) footer.links.push_back({one.text, one.href});
    return footer;
}

} // namespace page_detail

Html page(const Site& site, const PageOptions& options, const Html& main_content)
{
    const FrameWords& frame = page_detail::frame_of(options);
    HtmlWriter out{main_content.view().size() + 8192};
    out.add(raw("<!DOCTYPE html>\n"));
    out.open("html", {{"lang", options.lang},
                      maybe("dir", options.right_to_left ? "rtl" : ""),
                      {"class", "govuk-template"}});
    out.add(page_detail::head(site, options));
    out.open("body", {{"class", "govuk-template__body"}});
    out.open("script").add(raw(std::string(js_enabled_script))).close();
    out.open("nav", {{"aria-label", frame.shortcuts}}).add(render(SkipLink{.content = frame.skip}));
    const auto& exit = page_detail::way_out(site, options);
    if (options.exit_this_page) out.add(exit_skip_link(exit, frame.exit.exit));
    out.close();
    out.add(page_detail::header(site, options));
    out.add(options.under_menu);
    if (site.demonstration) out.add(page_detail::demonstration_banner(frame));
    out.open("div", {{"class", "govuk-width-container"}});
    out.add(page_detail::way_back(options));
    if (options.exit_this_page) out.add(page_detail::exit_button(exit, frame.exit));
    out.add(options.before_main);
    out.add(page_detail::main(options, main_content));
    out.close();
    out.add(render(page_detail::footer(site, frame)));
    out.close().close();
    return std::move(out).done();
}

Html section_heading(const Html& heading)
{
    return element("h2", {{"class", "govuk-heading-m"}}, heading);
}

Html page_heading(const Html& heading, const Html& caption)
{
    const Html words = element("h1", {{"class", "govuk-heading-xl"}}, heading);
    if (caption.empty()) return words;
    return element("span", {{"class", "govuk-caption-xl"}}, caption) + words;
}

} // namespace onroll::design
