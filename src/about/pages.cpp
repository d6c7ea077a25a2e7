#include "about/pages.h"

#include "design/markdown.h"
#include "embedded/about_files.h"
#include "kernel/ensure.h"

#include <utility>

namespace onroll::about {

namespace pages_detail {

std::string text_named(std::string_view name)
{
    const auto file_name = "content/en/" + std::string(name) + ".md";
    for (const auto& file : embedded::about_files())
        if (file.name == file_name) return std::string(file.bytes);
    ensure(false, "each page of this part has its text");
    return {};
}

std::string filled(std::string text, const Area& area)
{
    const auto contact = area.advice_phone.empty()
                             ? std::string("Ask your council for its number.")
                             : "Ring " + area.advice_phone + ". " + area.advice_hours;
    const std::pair<std::string_view, std::string_view> words[] = {
        {"{area}", area.name}, {"{advice_name}", area.advice_name}, {"{advice_contact}", contact}};
    for (const auto& [mark, value] : words)
        for (auto at = text.find(mark); at != std::string::npos;
             at = text.find(mark, at + value.size()))
            text.replace(at, mark.size(), value);
    return text;
}

http::Response show(std::string_view name, const Area& area)
{
    const auto text = design::read_markdown(filled(text_named(name), area));
    const design::PageOptions options{.title = text.title};
    auto response =
        http::html(page(*area.site, options, design::page_heading(text.title) + text.body).str());
    response.caching = http::Caching::public_revalidated;
    return response;
}

} // namespace pages_detail

void add_pages(http::Router& router, const Area& area)
{
    const auto add = [&](std::string_view path, std::string name) {
        router.get(path, http::Policy::open_to_all(),
                   [&area, name](const http::Request&) { return pages_detail::show(name, area); });
    };
    add("/", "home");
    add("/help", "help");
    add("/privacy", "privacy");
    add("/accessibility", "accessibility");
    add("/cookies", "cookies");
    add("/feedback", "feedback");
}

} // namespace onroll::about
