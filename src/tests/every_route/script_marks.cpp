#include "tests/every_route/script_marks.h"

#include "tests/page_forms.h"

#include "platform/documents/tests/read_documents.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace script_marks {

namespace script_marks_detail {

using tidemoor::PageTag;

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

/// Whether that place of a table lies within a quoted cell, where a line break is a part of the
/// words.
bool within_a_cell(std::string_view text, std::size_t at)
{
    return std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '"') % 2 == 1;
}

/// No cell begins as a formula does, and no line as a header.
void check_lines(std::string_view text)
{
    for (const std::string_view begins : {"\n=", ",=", "\"=", "\nSet-Cookie", "\n+HYPER"})
        for (auto at = text.find(begins); at != std::string_view::npos;
             at = text.find(begins, at + 1)) {
            CAPTURE(std::string(text.substr(at, 40)));
            CHECK((begins.front() == '\n' && within_a_cell(text, at)));
        }
}

/// Words are words in a workbook, and no cell reckons.
void check_workbook(std::string_view bytes)
{
    const auto sheet = documents::tests::part_of(bytes, "xl/worksheets/sheet1.xml");
    CHECK(sheet.find("<sheetData") != std::string::npos);
    CHECK(sheet.find("<f>") == std::string::npos);
}

/// Words are words in a letter, and no link of it runs.
void check_document(std::string_view bytes)
{
    for (const auto* part : {"content.xml", "styles.xml", "meta.xml"})
        for (const auto& tag : tidemoor::tags_of(documents::tests::part_of(bytes, part))) {
            CHECK(tag.name.find(mark) == std::string::npos);
            for (const auto& [name, value] : tag.attributes) {
                CHECK(name.find(mark) == std::string::npos);
                if (name == "xlink:href")
                    CHECK(lower(value).find("javascript:") == std::string::npos);
            }
        }
}

/// What names a file ends where its quotes do, and leads nowhere but to a page of ours.
void check_headers(const http::Response& answer)
{
    for (const auto& header : answer.headers)
        CHECK(header.value.find_first_of("\r\n") == std::string::npos);
    // Sealed values are letters and numbers by chance, the mark now and then among them; no text of
    // the corpus is made of those alone.
    for (const auto& cookie : answer.cookies)
        CHECK(std::all_of(cookie.value.begin(), cookie.value.end(), [](unsigned char c) {
            return std::isalnum(c) || c == '-' || c == '_' || c == '.';
        }));
    const auto name = answer.headers["Content-Disposition"];
    CHECK((std::count(name.begin(), name.end(), '"') - std::count(name.begin(), name.end(), '\\')) %
              2 ==
          0);
    const auto leads = answer.headers["Location"];
    if (leads.find(mark) != std::string_view::npos)
        CHECK((leads.starts_with("/") && !leads.starts_with("//")));
}

} // namespace script_marks_detail
using namespace script_marks_detail;

std::string Marks::next(const std::string& route, const std::string& field)
{
    const auto number = std::to_string(fields_.size());
    std::string text(hostile[fields_.size() % hostile.size()]);
    for (auto at = text.find('#'); at != std::string::npos; at = text.find('#', at))
        text.replace(at, 1, number);
    fields_.push_back(route + " " + field);
    return text;
}

void Marks::look_for(std::string_view content)
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
void check_page(std::string_view page)
{
    for (const auto& tag : tidemoor::tags_of(page)) {
        // The one inline script of the design system, by its hash in the policy.
        const auto inside = page.substr(tag.ends_at, 40);
        if (tag.name == "script" && inside.find("js-enabled") != std::string_view::npos) continue;
        const auto wrong = what_is_wrong(tag);
        CAPTURE(tag.name);
        CHECK(wrong == "");
    }
}

void check_answer(const http::Response& answer, Marks& marks)
{
    check_headers(answer);
    const auto content = answer.content();
    const auto type = answer.headers["Content-Type"];
    if (type.find("spreadsheetml") != std::string_view::npos) check_workbook(content);
    if (type.find("opendocument") != std::string_view::npos) check_document(content);
    if (content.find(mark) == std::string_view::npos) return;
    marks.look_for(content);
    if (type.starts_with("text/html"))
        check_page(content);
    else if (type.starts_with("text/csv") || type.starts_with("text/calendar"))
        check_lines(content);
    else
        CHECK(type.starts_with("application/"));
}

void check_mail(const mail::Message& message)
{
    constexpr std::array<std::string_view, 9> ours{
        "Date: ",         "From: ",         "To: ",
        "Subject: ",      "Message-ID: ",   "MIME-Version: ",
        "Content-Type: ", "Auto-Submitted", "Content-Transfer-Encoding: "};
    const auto file = mail::as_file(message, "onroll@localhost", "reference", {});
    const auto end = file.find("\r\n\r\n");
    REQUIRE(end != std::string::npos);
    for (std::size_t at = 0; at < end;) {
        const auto next = std::min(file.find("\r\n", at), end);
        const auto line = std::string_view(file).substr(at, next - at);
        // A line that goes on begins with a space.
        CHECK((line.starts_with(" ") ||
               std::any_of(ours.begin(), ours.end(),
                           [&](const auto& name) { return line.starts_with(name); })));
        CHECK(line.find_first_of("\r\n") == std::string_view::npos);
        at = next + 2;
    }
}

} // namespace script_marks
