#include "check/frame.h"

#include "law/provisions.h"

namespace onroll::check {

namespace frame_detail {

/// The site's own items, where this language has words for their addresses.
std::vector<design::MenuItem> menu_in(const Words& words, const design::Site& site)
{
    auto menu = site.menu;
    for (auto& item : menu)
        if (const auto key = "frame.menu." + item.href; words.knows(key)) item.text = words(key);
    return menu;
}

std::string service_name(const Words& words, const design::Site& site)
{
    const auto& area = site.brand.area_name;
    return area.empty() ? words("frame.name") : words("frame.name_of_area", {{"area", area}});
}

} // namespace frame_detail

design::FrameWords frame_words(const Words& words, const design::Site& site)
{
    const auto& area = site.brand.area_name;
    design::FrameWords frame{.error = words("frame.error", {{"title", ""}}),
                             .shortcuts = words("frame.shortcuts"),
                             .skip = words("frame.skip"),
                             .service = words("frame.service"),
                             .menu = words("frame.menu"),
                             .about_demonstration = words("frame.about_demonstration"),
                             .demonstration = words("frame.demonstration"),
                             .invented = words("frame.invented"),
                             .back = words("check.back"),
                             .exit = {words("frame.exit.emergency"), words("frame.exit"),
                                      words("frame.exit.activated"), words("frame.exit.timed_out"),
                                      words("frame.exit.two_more"), words("frame.exit.one_more")},
                             .support = words("frame.support"),
                             .note = area.empty() ? words("frame.note")
                                                  : words("frame.note_of_area", {{"area", area}})};
    for (auto& link : frame.links) link.text = words("frame.link." + link.href);
    if (!site.rules_checked.empty())
        frame.note +=
            " " + words("frame.rules_checked", {{"day", words.date(law::last_checked())}});
    return frame;
}

http::Response family_page(const Here& here, const FamilyPage& shown)
{
    const auto& words = here.words;
    const auto& site = *here.services.site;
    const auto frame = frame_words(words, site);
    const design::PageOptions options{.title = shown.title,
                                      .section = words("check.section"),
                                      .active = "/check",
                                      .menu = frame_detail::menu_in(words, site),
                                      .service_name = frame_detail::service_name(words, site),
                                      .has_errors = shown.has_errors,
                                      .exit_this_page = true,
                                      .width = shown.width,
                                      .lang = words.code(),
                                      .right_to_left = words.right_to_left(),
                                      .frame = &frame,
                                      .before_main = shown.before_main};
    return http::html(page(site, options, shown.content).str(), shown.has_errors ? 400 : 200);
}

} // namespace onroll::check
