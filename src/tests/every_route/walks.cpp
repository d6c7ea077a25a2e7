#include "tests/every_route/walks.h"

#include "tests/page_forms.h"

#include <doctest/doctest.h>

#include <deque>
#include <map>
#include <set>

namespace tidemoor {

namespace walks_detail {

std::vector<std::string> segments_of(const std::string& target)
{
    return http::Request::get(target).path_segments();
}

} // namespace walks_detail
using namespace walks_detail;

std::vector<Shown> walk(const Area& all, const SignedIn& who)
{
    constexpr int of_each_kind = 3;
    std::vector<Shown> shown;
    std::set<std::string> met{"/start"};
    std::map<const http::Route*, int> times;
    std::deque<std::string> to_open{"/start"};
    const auto handed = all.handed.find(who.actor.agency);
    if (handed != all.handed.end())
        for (const auto& target : handed->second) {
            const auto matched = all.router.match(http::Method::get, segments_of(target));
            const auto* found = std::get_if<http::RouteFound>(&matched);
            REQUIRE(found != nullptr);
            shown.push_back({found->route, target, found->parameters});
            if (met.insert(target).second) to_open.push_back(target);
        }
    while (!to_open.empty()) {
        const auto target = to_open.front();
        to_open.pop_front();
        const auto matched = all.router.match(http::Method::get, segments_of(target));
        const auto* here = std::get_if<http::RouteFound>(&matched);
        if (!here) continue;
        const auto answer = all.ask(*here->route, target, &who);
        if (answer.status == 303) {
            const std::string next(answer.headers["Location"]);
            if (met.insert(next).second) to_open.push_back(next);
        }
        for (auto& [way, is_form] : ways_on(answer.content())) {
            const auto method = is_form ? http::Method::post : http::Method::get;
            const auto leads = all.router.match(method, segments_of(way));
            const auto* found = std::get_if<http::RouteFound>(&leads);
            if (!found || !met.insert(way + (method == http::Method::post ? " POST" : "")).second)
                continue;
            if (++times[found->route] > of_each_kind) continue;
            shown.push_back({found->route, way, found->parameters});
            if (method == http::Method::get) to_open.push_back(way);
        }
    }
    return shown;
}

const Walks& walks()
{
    static const Walks all = [] {
        Walks made;
        for (const auto* people : {&area().staff, &area().neighbours})
            for (const auto& who : *people) made.emplace_back(&who, walk(area(), who));
        return made;
    }();
    return all;
}

} // namespace tidemoor
