// Every file that staff can take away, column by column, held to a reviewed list: a column that is
// new in one of them shows there before it leaves. trust.md W-07, Z-07.
#include "tests/page_forms.h"
#include "tests/every_route/stores.h"
#include "tests/every_route/walks.h"

#include "access/rules_policy.h"
#include "casework/types_lists.h"
#include "helpers/shared_data.h"
#include "platform/json/json.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>

namespace exports_test {

using namespace onroll;
using namespace tidemoor;

std::string type_of(const http::Response& answer)
{
    const std::string type(answer.headers["Content-Type"]);
    return type.substr(0, type.find(';'));
}

/// The first row, as it stands in the file.
std::string head_of(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return std::string(bytes.substr(0, bytes.find_first_of("\r\n")));
}

/// Names of properties, each once: a calendar's lines begin with them.
std::string properties_of(std::string_view bytes)
{
    std::set<std::string> names;
    std::istringstream lines{std::string(bytes)};
    for (std::string line; std::getline(lines, line);) {
        const auto name = line.substr(0, line.find_first_of(":;\r"));
        if (!name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) {
                return (c >= 'A' && c <= 'Z') || c == '-';
            }))
            names.insert(name);
    }
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "" : " ") + name;
    return all;
}

std::string columns_of(const http::Response& answer)
{
    const auto type = type_of(answer);
    if (type == "text/csv") {
        const auto content = answer.content();
        const auto head = head_of(content);
        // Who made a list of children and when stands above its columns.
        if (head.starts_with("\"Made by ")) return head_of(content.substr(content.find('\n') + 1));
        return head;
    }
    if (type == "text/calendar") return properties_of(answer.content());
    // A paper or a picture is whole, as it was given to the service or laid out for print.
    return "as it is";
}

std::string written(const std::map<std::string, std::string>& exports)
{
    std::string text =
        "Files that staff can take away, with their columns: reviewed, and held to by "
        "a test.\n\n";
    for (const auto& [route, columns] : exports) text += route + "\n    " + columns + "\n";
    return text;
}

/// What a copy for a person says of each thing that is held: the names of facts by section.
std::string facts_in(std::string_view content)
{
    const auto copy = json::parse(content);
    REQUIRE(copy.has_value());
    std::map<std::string, std::set<std::string>> sections;
    for (const auto& item : (*copy)["items"])
        for (const auto& fact : item["facts"])
            sections[item["section"].get<std::string>()].insert(fact["name"].get<std::string>());
    std::string all;
    for (const auto& [section, names] : sections) {
        std::string words;
        for (const auto& name : names) words += (words.empty() ? "" : ", ") + name;
        all += (all.empty() ? "" : "; ") + section + ": " + words;
    }
    return all;
}

/// The fields of each form that answers a file.
http::Form filled(const http::Route& route, const http::Response& page)
{
    http::Form form;
    if (route.pattern == "/people/export") {
        form.fields.add("purpose", "direct_work");
        form.fields.add("format", "csv");
    }
    if (route.pattern != "/people/{person}/copy") return form;
    for (const auto& name : names_on(page.content(), "item.")) form.fields.add(name, "give");
    form.fields.add("then", "download");
    return form;
}

/// Each way to send the form of a route, with what tells its file from the others.
std::vector<std::pair<std::string, http::Form>> ways_to_take(const http::Route& route,
                                                             const http::Response& page)
{
    if (route.pattern == "/advice/cases/{case}/dates/file") {
        http::Form form;
        form.fields.add("purpose", "supervision");
        form.fields.add("format", "csv");
        return {{"", form}};
    }
    if (route.pattern == "/people/export/{list}") {
        http::Form form;
        form.fields.add("format", "csv");
        return {{"", form}};
    }
    if (route.pattern != "/advice/lists") return {{"", filled(route, page)}};
    std::vector<std::pair<std::string, http::Form>> ways;
    for (const auto kind : casework::all_list_kinds())
        for (const auto format : casework::all_file_formats()) {
            http::Form form;
            form.fields.add("list", std::string(casework::key_of(kind)));
            form.fields.add("purpose", "supervision");
            form.fields.add("format", std::string(casework::key_of(format)));
            ways.emplace_back(", " + std::string(casework::key_of(kind)), form);
        }
    return ways;
}

/// The page that holds the form.
std::string page_of(const std::string& action)
{
    if (action.starts_with("/people/export/")) return "/people/export";
    return action.ends_with("/pdf") ? action.substr(0, action.size() - 4) : action;
}

http::Response shown_page(const std::string& target, const SignedIn& who)
{
    const auto matched =
        area().router.match(http::Method::get, http::Request::get(target).path_segments());
    const auto* found = std::get_if<http::RouteFound>(&matched);
    REQUIRE(found != nullptr);
    return area().ask(*found->route, target, &who);
}

bool takes_away(const http::Route& route)
{
    const auto* act = access::act_named(route.policy.name());
    return act && (act->kind == audit::Kind::exported || act->kind == audit::Kind::printed);
}

bool is_handed(const SignedIn& who, const Shown& one)
{
    const auto found = area().handed.find(who.actor.agency);
    return found != area().handed.end() &&
           std::any_of(found->second.begin(), found->second.end(),
                       [&](const std::string& path) { return one.target == path + "/copy"; });
}

void add_gets(std::map<std::string, std::string>& exports)
{
    for (const auto& [who, shown] : walks())
        for (const auto& one : shown) {
            if (one.route->method != http::Method::get || !is_guarded(*one.route)) continue;
            const auto answer = area().ask(*one.route, one.target, who);
            if (answer.status != 200 || type_of(answer) == "text/html") continue;
            const auto [known, added] =
                exports.emplace(one.route->pattern + " " + type_of(answer), columns_of(answer));
            CAPTURE(one.route->pattern);
            if (!added) CHECK(known->second == columns_of(answer));
        }
}

/// What a form brings; the copy of the one child of whom each agency keeps everything.
void add_posts(std::map<std::string, std::string>& exports)
{
    for (const auto& [who, shown] : walks())
        for (const auto& one : shown) {
            const bool is_copy = one.route->pattern == "/people/{person}/copy";
            if (one.route->method != http::Method::post || !takes_away(*one.route) ||
                (is_copy && !is_handed(*who, one)))
                continue;
            const auto page = shown_page(page_of(one.target), *who);
            // A list that a second person agreed to is offered to whoever asked for it alone.
            if (one.route->pattern == "/people/export/{list}" &&
                page.content().find(one.target) == std::string::npos)
                continue;
            for (const auto& [which, form] : ways_to_take(*one.route, page)) {
                const auto answer = area().ask(*one.route, one.target, who, {.form = form});
                CAPTURE(one.route->pattern);
                CAPTURE(who->actor.agency_name);
                CAPTURE(which);
                CHECK(answer.status == 200);
                const auto name =
                    "POST " + one.route->pattern + " " + type_of(answer) + which +
                    (is_copy ? ", of " + std::string(access::key_of(who->actor.agency_kind)) : "");
                exports.emplace(name, is_copy ? facts_in(answer.content()) : columns_of(answer));
            }
        }
}

TEST_CASE("each file that staff can take away holds the columns of the reviewed list")
{
    std::map<std::string, std::string> exports;
    add_gets(exports);
    add_posts(exports);
    const auto path = tests::source_file("docs/reference/exports.txt");
    if (std::getenv("ONROLL_UPDATE_DOCS")) std::ofstream(path) << written(exports);
    std::ifstream in(path);
    const std::string reviewed((std::istreambuf_iterator<char>(in)), {});
    CHECK(reviewed == written(exports));
    CHECK(exports.size() > 10);
}

TEST_CASE("every act that takes something away is a file of the list, or a page that is read")
{
    std::ifstream in(tests::source_file("docs/reference/exports.txt"));
    const std::string reviewed((std::istreambuf_iterator<char>(in)), {});
    // A pack leaves once somebody has given it: rules and pages of casework are tested for it.
    // The form for somebody to sign is a page to print, without a record's facts but the name.
    // A paper, the sources of enquiries and an answer to a request are linked once there are any.
    const std::set<std::string> left_out{
        "/advice/cases/{case}/papers/{release}/{number}", "/advice/enquiries/sources.csv",
        // The page of the form, and what somebody agreed to.
        "/people/export/{list}", "/people/{person}/erasure/{request}/letter/pdf",
        "/advice/cases/{case}/papers/{release}/whole",
        "/advice/cases/{case}/papers/{release}/whole/{note}",
        "/people/{person}/consents/forms/{purpose}"};
    std::int64_t listed = 0;
    for (const auto& route : area().router.routes()) {
        if (!takes_away(route) || left_out.count(route.pattern) == 1 ||
            (route.method == http::Method::get &&
             (route.pattern == "/people/{person}/copy" || route.pattern == "/people/export")))
            continue;
        CAPTURE(route.pattern);
        CHECK(reviewed.find(route.pattern + " ") != std::string::npos);
        ++listed;
    }
    CHECK(listed > 1);
}

bool is_file(const http::Response& answer)
{
    return answer.status == 200 &&
           (answer.headers["Content-Disposition"].starts_with("attachment") ||
            type_of(answer) != "text/html");
}

TEST_CASE("each file that is taken away is noted as exported or printed, once, and nothing else is")
{
    // An empty list to fill in holds nothing of anybody.
    const std::set<std::string> holds_nothing{"/people/import/empty-list.csv"};
    std::vector<std::pair<std::string, std::string>> taken; // the request and its route
    std::set<std::string> routes;
    std::int64_t number = 0;
    for (const auto& [who, shown] : walks())
        for (const auto& one : shown) {
            const bool asks = one.route->method == http::Method::get;
            if (!is_guarded(*one.route) || (!asks && !takes_away(*one.route))) continue;
            Sent sent{.id = "taken-away-" + std::to_string(++number)};
            if (!asks) sent.form = filled(*one.route, shown_page(page_of(one.target), *who));
            const auto answer = area().ask(*one.route, one.target, who, sent);
            if (!is_file(answer) || holds_nothing.count(one.route->pattern) == 1) continue;
            taken.emplace_back(sent.id, one.route->pattern);
            routes.insert(one.route->pattern);
        }
    const Stores stores(area());
    for (const auto& [request, pattern] : taken) {
        CAPTURE(pattern);
        const auto entries = stores.entries_of(request);
        CAPTURE(told(entries));
        CHECK(std::count_if(entries.begin(), entries.end(), [](const NotedIn& entry) {
                  return entry.kind == "exported" || entry.kind == "printed";
              }) == 1);
    }
    CHECK(routes.size() > 10);
}

TEST_CASE("a whole case, a list of records or a copy of one leaves after a fresh proof only")
{
    for (const auto* act :
         {"advice.print", "advice.export", "advice.take_list", "data_protection.export",
          "records_request.prepare", "records_request.letter"}) {
        CAPTURE(act);
        REQUIRE(access::act_named(act) != nullptr);
        CHECK(access::act_named(act)->fresh_proof);
    }
}

} // namespace exports_test
