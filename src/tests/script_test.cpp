// Scripts typed into every field of every form, and then looked for in everything that anybody is
// shown: nothing that was typed becomes a tag, an attribute, an address that runs, a formula or a
// header. trust.md S-01.
#include "tests/page_forms.h"
#include "tests/walks.h"

#include "platform/documents/tests/read_documents.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace script_test {

using namespace onroll;
using namespace tidemoor;

/// What breaks out of one place or another; "#" is where each has its own number.
constexpr std::array<std::string_view, 12> hostile{
    "<script>x7q#()</script>",
    "\"><img src=x onerror=x7q#()>",
    "' onmouseover='x7q#()' x='",
    "javascript:x7q#()",
    "</title></textarea><script>x7q#()</script>",
    "<svg/onload=x7q#()>",
    "=HYPERLINK(\"http://x7q#\")",
    "x7q#\r\nSet-Cookie: x7q=1",
    "--><iframe srcdoc='<script>x7q#()</script>'>",
    "{{x7q#}}${x7q#}<%= x7q# %>",
    "\xEF\xBC\x9Cscript\xEF\xBC\x9Ex7q#()\xEF\xBC\x9C/script\xEF\xBC\x9E",
    "\" style=\"background:url(javascript:x7q#())\" onfocus=\"x7q#()\" autofocus=\""};
constexpr std::string_view mark = "x7q";

/// Gives each field a text of its own, and finds out later which came back.
class Marks {
public:
    std::string next(const std::string& route, const std::string& field)
    {
        const auto number = std::to_string(fields_.size());
        std::string text(hostile[fields_.size() % hostile.size()]);
        for (auto at = text.find('#'); at != std::string::npos; at = text.find('#', at))
            text.replace(at, 1, number);
        fields_.push_back(route + " " + field);
        return text;
    }

    /// Notes what of it the answer holds.
    void look_for(std::string_view content)
    {
        for (auto at = content.find(mark); at != std::string_view::npos;
             at = content.find(mark, at + 1)) {
            std::size_t number = 0, digits = 0;
            for (auto digit = at + mark.size();
                 digit < content.size() && std::isdigit(static_cast<unsigned char>(content[digit]));
                 ++digit, ++digits)
                number = number * 10 + static_cast<std::size_t>(content[digit] - '0');
            if (digits > 0 && number < fields_.size()) came_back_.insert(fields_[number]);
        }
    }
    const std::set<std::string>& came_back() const { return came_back_; }

private:
    std::vector<std::string> fields_;
    std::set<std::string> came_back_;
};

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool is_address(const std::string& attribute)
{
    return attribute == "href" || attribute == "src" || attribute == "action" ||
           attribute == "formaction" || attribute == "srcdoc" || attribute == "style";
}

/// Why a tag is one that somebody's typing made; empty where it is ours.
std::string what_is_wrong(const PageTag& tag)
{
    if (tag.name.find(mark) != std::string::npos) return "a tag of its own";
    if (tag.name == "iframe" || tag.name == "object" || tag.name == "embed") return tag.name;
    if (tag.name == "script" && !tag["src"].starts_with("/assets/")) return "a script of its own";
    for (const auto& [name, value] : tag.attributes) {
        if (name.starts_with("on") || name == "srcdoc") return "an attribute " + name;
        if (name.find(mark) != std::string::npos) return "an attribute of its own";
        if (is_address(name) && lower(value).find("javascript:") != std::string::npos &&
            !value.starts_with("/"))
            return "an address that runs";
    }
    return {};
}

void check_page(std::string_view page)
{
    for (const auto& tag : tags_of(page)) {
        // The one inline script of the design system, by its hash in the policy.
        const auto inside = page.substr(tag.ends_at, 40);
        if (tag.name == "script" && inside.find("js-enabled") != std::string_view::npos) continue;
        const auto wrong = what_is_wrong(tag);
        CAPTURE(tag.name);
        CHECK(wrong == "");
    }
}

/// No cell begins as a formula does, and no line as a header.
void check_lines(std::string_view text)
{
    for (const std::string_view begins : {"\n=", ",=", "\"=", "\nSet-Cookie", "\n+HYPER"})
        CHECK(text.find(begins) == std::string_view::npos);
}

/// Words are words in a workbook, and no cell reckons.
void check_workbook(std::string_view bytes)
{
    const auto sheet = documents::tests::part_of(bytes, "xl/worksheets/sheet1.xml");
    CHECK(sheet.find("<sheetData") != std::string::npos);
    CHECK(sheet.find("<f>") == std::string::npos);
}

void check_answer(const http::Response& answer, Marks& marks)
{
    for (const auto& header : answer.headers)
        CHECK(header.value.find_first_of("\r\n") == std::string::npos);
    for (const auto& cookie : answer.cookies) CHECK(cookie.value.find(mark) == std::string::npos);
    const auto content = answer.content();
    const auto type = answer.headers["Content-Type"];
    if (type.find("spreadsheetml") != std::string_view::npos) check_workbook(content);
    if (content.find(mark) == std::string_view::npos) return;
    marks.look_for(content);
    if (type.starts_with("text/html"))
        check_page(content);
    else if (type.starts_with("text/csv") || type.starts_with("text/calendar"))
        check_lines(content);
    else
        CHECK(type.starts_with("application/"));
}

/// Sends the forms of what somebody is shown: first with scripts where words are asked and sound
/// answers elsewhere, so that they are kept; then with scripts in every field, so that they are
/// shown again.
class Sender {
public:
    Sender(const Area& area, Marks& marks) : area_(area), marks_(marks) {}

    void send_forms(const http::Response& page, const SignedIn* who)
    {
        for (const auto& form : forms_of(page.content())) {
            const auto matched = area_.router.match(
                http::Method::post, http::Request::get(form.action).path_segments());
            const auto* found = std::get_if<http::RouteFound>(&matched);
            if (!form.is_sent || !found || ends_a_sign_in(*found->route)) continue;
            const auto& pattern = found->route->pattern;
            auto& turn = times_[(who ? who->actor.agency.text() : "") + pattern];
            if (turn > 3) continue;
            const bool is_kept = turn++ % 2 == 0;
            const auto sent =
                filled(form, area_.clock.today(), turn / 2, [&](const PageField& field) {
                    const auto likely = likely_words(field);
                    return is_kept && likely != "Invented words" ? likely
                                                                 : marks_.next(pattern, field.name);
                });
            CAPTURE(pattern);
            const auto answer = area_.ask(*found->route, form.action, who, {.form = sent});
            CHECK(answer.status != 500);
            check_answer(answer, marks_);
            if (answer.status < 400) taken_.insert(pattern);
            sent_.insert(pattern);
        }
    }

    const std::set<std::string>& taken() const { return taken_; }
    const std::set<std::string>& sent() const { return sent_; }

private:
    static bool ends_a_sign_in(const http::Route& route)
    {
        return route.policy.name().starts_with("account.") || route.pattern == "/sign-out";
    }

    const Area& area_;
    Marks& marks_;
    std::map<std::string, int> times_;
    std::set<std::string> taken_, sent_;
};

TEST_CASE("nothing that somebody types into any field becomes a tag, an attribute, an address that "
          "runs, a formula or a header of what anybody is shown")
{
    const log::Redirect quiet([](std::string_view) {});
    const Area fresh;
    Marks marks;
    Sender sender(fresh, marks);
    for (const auto& route : fresh.router.routes())
        if (route.method == http::Method::get && !is_guarded(route) &&
            route.pattern.find('{') == std::string::npos)
            sender.send_forms(fresh.ask(route, route.pattern, nullptr), nullptr);
    for (const auto& who : fresh.staff)
        for (const auto& one : walk(fresh, who))
            if (one.route->method == http::Method::get)
                sender.send_forms(fresh.ask(*one.route, one.target, &who), &who);

    std::int64_t looked_at = 0;
    for (const auto* people : {&fresh.staff, &fresh.neighbours})
        for (const auto& who : *people)
            for (const auto& one : walk(fresh, who)) {
                if (one.route->method != http::Method::get) continue;
                CAPTURE(one.route->pattern);
                CAPTURE(access::key_of(who.role));
                check_answer(fresh.ask(*one.route, one.target, &who), marks);
                ++looked_at;
            }
    std::cout << "forms filled with scripts: " << sender.sent().size() << " routes, "
              << sender.taken().size()
              << " taken; fields that came back: " << marks.came_back().size()
              << "; answers looked at: " << looked_at << "\n";
    CHECK(sender.sent().size() > 70);
    CHECK(sender.taken().size() > 50);
    CHECK(marks.came_back().size() > 75);
}

} // namespace script_test
