#include "design/error_pages.h"

#include "kernel/ensure.h"

namespace onroll::design {
namespace error_pages_detail {

Html plain_page(const Site& site, std::string title, const Html& content)
{
    const Html heading = page_heading(title);
    return page(site, {.title = std::move(title), .keep_out_of_search = true}, heading + content);
}

Html whom_to_ask()
{
    return paragraph("If you need to talk to someone, use " + link("/help", "Contact and help") +
                     ".");
}

Html ways_on(const Site& site)
{
    if (site.menu.empty()) return {};
    std::vector<Html> links;
    for (const auto& item : site.menu) links.push_back(link(item.href, item.text));
    return element("h2", {{"class", "govuk-heading-m"}}, "You may be looking for") + bullets(links);
}

} // namespace error_pages_detail

Html not_found_page(const Site& site)
{
    using namespace error_pages_detail;
    return plain_page(site, "We cannot find that page",
                      paragraph("If you typed the address, check each part of it. If you followed "
                                "a link from a letter, ring the number on the letter: it is still "
                                "right.") +
                          ways_on(site) + whom_to_ask());
}

Html failed_page(const Site& site, std::string_view reference)
{
    using namespace error_pages_detail;
    Html content = paragraph("The fault is ours. Nothing that you saved before is lost. Try again "
                             "in a few minutes.");
    if (!reference.empty()) {
        content += paragraph("If it happens again, tell us this reference: " +
                             element("strong", {{"class", "onr-reference"}}, reference));
    }
    return plain_page(site, "Something went wrong", content + whom_to_ask());
}

Html unavailable_page(const Site& site)
{
    using namespace error_pages_detail;
    return plain_page(site, "This page is busy",
                      paragraph("Too many people are using it at the moment, or it is being "
                                "mended. Try again in a few minutes.") +
                          paragraph("A date in law does not move because this page is busy. If "
                                    "one is today, ring the number on your letter.") +
                          whom_to_ask());
}

Html unavailable_page(const Site& site, std::string_view message)
{
    using namespace error_pages_detail;
    return plain_page(site, "We cannot do that at the moment", paragraph(message) + whom_to_ask());
}

Html not_allowed_page(const Site& site)
{
    using namespace error_pages_detail;
    return plain_page(site, "You cannot see this page",
                      paragraph("Your sign-in does not open it. If you need it for your work, ask "
                                "the person who looks after Onroll in your organisation.") +
                          whom_to_ask());
}

Html refused_page(const Site& site, std::string_view message, std::string_view title,
                  std::string_view way_back)
{
    using namespace error_pages_detail;
    const auto back = way_back.empty() ? paragraph("Go back, and try again.")
                                       : paragraph(link(way_back, "Go back and try again"));
    return plain_page(site, title.empty() ? "We could not do that" : std::string(title),
                      paragraph(message) + back + whom_to_ask());
}

Html error_page(const Site& site, const Error& error)
{
    switch (error.kind) {
    case ErrorKind::not_found:
        return not_found_page(site);
    case ErrorKind::not_allowed:
        return not_allowed_page(site);
    case ErrorKind::unavailable:
        return unavailable_page(site);
    case ErrorKind::bad_input:
    case ErrorKind::conflict:
    case ErrorKind::too_large:
        return refused_page(site, error.message);
    }
    ensure(false, "every kind of error has a page");
    return {};
}

Html error_page(const Site& site, int status, std::string_view reference)
{
    if (status == 404) return not_found_page(site);
    if (status == 403) return not_allowed_page(site);
    if (status == 503) return unavailable_page(site);
    if (status < 500) return refused_page(site, "This address does not take what was sent to it.");
    return failed_page(site, reference);
}

} // namespace onroll::design
