#include "law/pages.h"

#include "design/error_pages.h"
#include "law/rule_lists.h"
#include "law/views.h"

#include <algorithm>
#include <charconv>

namespace onroll::law {

namespace pages_detail {

http::Response public_page(std::string markup)
{
    auto response = http::html(std::move(markup));
    response.caching = http::Caching::public_revalidated;
    return response;
}

std::vector<const Rule*> all_rules()
{
    std::vector<const Rule*> all;
    for (const auto& one : rules()) all.push_back(&one);
    return all;
}

std::optional<Topic> topic_of(std::string_view value)
{
    for (const auto topic : topics())
        if (std::to_string(static_cast<int>(topic)) == value) return topic;
    return std::nullopt;
}

/// The page asked for, or the nearest that there is.
int page_number(std::string_view typed, int pages)
{
    int number = 1;
    std::from_chars(typed.data(), typed.data() + typed.size(), number);
    return std::clamp(number, 1, pages);
}

http::Response show_rules(const http::Request& request, const Services& services)
{
    RuleListView list{.words = std::string(request.query("q")),
                      .on_typed = std::string(request.query("on")),
                      .topic = std::string(request.query("topic")),
                      .date_error = {},
                      .on = services.clock->today(),
                      .found = {},
                      .of_all = rules().size()};
    if (list.on_typed.empty()) {
        list.on_typed = in_words(*list.on);
    } else if (const auto typed = parse_written_date(list.on_typed, "The date")) {
        list.on = *typed;
    } else {
        list.date_error = typed.error().message;
        list.on.reset();
    }
    list.found = search_rules(list.words, topic_of(list.topic), list.on);
    list.on_one_page = request.query("all") == "yes";
    list.page = page_number(request.query("page"), pages_of(list));
    const design::PageOptions options{.title = "The law we use",
                                      .section = "The law",
                                      .active = "/law",
                                      .has_errors = list.date_error.has_value(),
                                      .width = design::PageWidth::full};
    return public_page(page(*services.site, options, rule_list_view(list)).str());
}

http::Response show_rule(const http::Request& request, const Services& services)
{
    const auto id = find_rule(request.path("rule"));
    if (!id) return http::not_found();
    const auto& one = rule(*id);
    const design::PageOptions options{.title = std::string(one.title),
                                      .section = "The law",
                                      .active = "/law",
                                      .back = "/law",
                                      .width = design::PageWidth::full};
    return public_page(
        page(*services.site, options, rule_view(one, services.clock->today())).str());
}

http::Response show_changes(const http::Request&, const Services& services)
{
    const design::PageOptions options{.title = "What changed, and when",
                                      .section = "The law",
                                      .active = "/law",
                                      .back = "/law",
                                      .width = design::PageWidth::full};
    return public_page(page(*services.site, options, law_changes_view()).str());
}

http::Response download_rules(const http::Request&)
{
    auto response = http::csv(rules_csv(all_rules()), "onroll-law-rules.csv");
    response.caching = http::Caching::public_revalidated;
    return response;
}

} // namespace pages_detail

void add_pages(http::Router& router, const Services& services)
{
    using namespace pages_detail;
    const auto open = http::Policy::open_to_all();
    router.get("/law", open,
               [&services](const http::Request& request) { return show_rules(request, services); });
    router.get("/law/changes", open, [&services](const http::Request& request) {
        return show_changes(request, services);
    });
    router.get("/law/rules.csv", open, download_rules);
    router.get("/law/{rule}", open,
               [&services](const http::Request& request) { return show_rule(request, services); });
}

} // namespace onroll::law
