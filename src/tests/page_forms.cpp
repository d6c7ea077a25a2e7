#include "tests/page_forms.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace tidemoor {

namespace page_forms_detail {

std::string unescaped(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, char>, 6> known{{{"&amp;", '&'},
                                                                      {"&lt;", '<'},
                                                                      {"&gt;", '>'},
                                                                      {"&quot;", '"'},
                                                                      {"&#39;", '\''},
                                                                      {"&#x27;", '\''}}};
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const auto* found = std::find_if(known.begin(), known.end(), [&](const auto& one) {
            return text.substr(at).starts_with(one.first);
        });
        if (found == known.end()) {
            plain += text[at++];
        } else {
            plain += found->second;
            at += found->first.size();
        }
    }
    return plain;
}

bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/// Reads one tag, from behind its "<".
PageTag read_tag(std::string_view page, std::size_t at)
{
    PageTag tag;
    const auto more = [&] { return at < page.size() && page[at] != '>'; };
    while (more() && !is_space(page[at]) && (page[at] != '/' || tag.name.empty()))
        tag.name += static_cast<char>(std::tolower(static_cast<unsigned char>(page[at++])));
    while (more()) {
        while (more() && (is_space(page[at]) || page[at] == '/')) ++at;
        std::string name, value;
        while (more() && !is_space(page[at]) && page[at] != '=' && page[at] != '/')
            name += static_cast<char>(std::tolower(static_cast<unsigned char>(page[at++])));
        if (more() && page[at] == '=') {
            ++at;
            const char quote = at < page.size() ? page[at] : ' ';
            if (quote == '"' || quote == '\'') {
                const auto end = std::min(page.find(quote, at + 1), page.size());
                value = page.substr(at + 1, end - at - 1);
                at = std::min(end + 1, page.size());
            } else {
                while (more() && !is_space(page[at])) value += page[at++];
            }
        }
        if (!name.empty()) tag.attributes.emplace_back(std::move(name), unescaped(value));
    }
    tag.ends_at = std::min(at + 1, page.size());
    return tag;
}

PageField& field_named(PageForm& form, const std::string& name, const std::string& kind)
{
    for (auto& field : form.fields)
        if (field.name == name && field.kind == kind) return field;
    return form.fields.emplace_back(PageField{.name = name, .kind = kind});
}

std::string kind_of(const PageTag& tag)
{
    if (tag.name != "input") return tag.name;
    const auto type = tag["type"];
    const bool is_text = type.empty() || type == "email" || type == "tel" || type == "search" ||
                         type == "password" || type == "number";
    return is_text ? "text" : type;
}

void add_field(PageForm& form, const PageTag& tag, std::string_view text)
{
    const auto kind = kind_of(tag);
    auto& field = field_named(form, tag["name"], kind);
    field.takes_digits = tag["inputmode"] == "numeric";
    field.values.push_back(kind == "textarea" ? unescaped(text) : tag["value"]);
}

std::string day_part(std::string_view name, Date day)
{
    const auto text = iso(day);
    if (name.ends_with("-day")) return text.substr(8);
    if (name.ends_with("-month")) return text.substr(5, 2);
    if (name.ends_with("-year")) return text.substr(0, 4);
    return {};
}

} // namespace page_forms_detail
using namespace page_forms_detail;

std::string PageTag::operator[](std::string_view attribute) const
{
    for (const auto& [name, value] : attributes)
        if (name == attribute) return value;
    return {};
}

bool PageTag::has(std::string_view attribute) const
{
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](const auto& one) { return one.first == attribute; });
}

std::vector<PageTag> tags_of(std::string_view page)
{
    std::vector<PageTag> tags;
    for (auto at = page.find('<'); at != std::string_view::npos; at = page.find('<', at)) {
        const char next = at + 1 < page.size() ? page[at + 1] : ' ';
        if (!std::isalpha(static_cast<unsigned char>(next)) && next != '/') {
            ++at;
            continue;
        }
        tags.push_back(read_tag(page, at + 1));
        at = tags.back().ends_at;
    }
    return tags;
}

std::vector<PageForm> forms_of(std::string_view page)
{
    std::vector<PageForm> forms;
    bool inside = false;
    std::string select;
    for (const auto& tag : tags_of(page)) {
        if (tag.name == "form") {
            forms.push_back({.action = tag["action"], .is_sent = tag["method"] == "post"});
            inside = true;
        }
        if (tag.name == "/form") inside = false;
        if (!inside) continue;
        if (tag.name == "select") select = tag["name"];
        if (tag.name == "option" && !tag["value"].empty())
            field_named(forms.back(), select, "select").values.push_back(tag["value"]);
        const bool is_button = tag.name == "button" && tag.has("name");
        if (is_button) {
            field_named(forms.back(), tag["name"], "radio").values.push_back(tag["value"]);
        } else if ((tag.name == "input" || tag.name == "textarea") && tag.has("name")) {
            const auto text = page.substr(tag.ends_at);
            add_field(forms.back(), tag, text.substr(0, text.find('<')));
        }
    }
    return forms;
}

std::vector<PageWay> ways_on(std::string_view page)
{
    std::vector<PageWay> ways;
    for (auto at = page.find("=\"/"); at != std::string_view::npos;
         at = page.find("=\"/", at + 1)) {
        const auto before = page.substr(0, at);
        const bool is_form = before.ends_with("action");
        if (!is_form && !before.ends_with("href")) continue;
        const auto target = page.substr(at + 2);
        ways.push_back({unescaped(target.substr(0, target.find_first_of("\"#"))), is_form});
    }
    return ways;
}

std::set<std::string> links_to_nothing(std::string_view page)
{
    std::set<std::string> links, places;
    for (const auto& tag : tags_of(page)) {
        if (tag.has("id")) places.insert("#" + tag["id"]);
        const auto leads = tag.name == "a" ? tag["href"] : std::string();
        if (leads.starts_with("#")) links.insert(leads);
    }
    std::erase_if(links, [&](const std::string& link) { return places.count(link) == 1; });
    return links;
}

std::set<std::string> names_on(std::string_view page, std::string_view begins)
{
    std::set<std::string> names;
    for (const auto& tag : tags_of(page))
        if (auto name = tag["name"]; name.starts_with(begins)) names.insert(std::move(name));
    return names;
}

std::string likely_words(const PageField& field)
{
    const std::string_view name = field.name;
    const auto has = [&](std::string_view part) { return name.find(part) != name.npos; };
    if (has("email")) return "somebody@school.example";
    if (name.ends_with("_on") || name == "on" || name == "when" || has("_day")) return "today";
    if (name == "phone") return "01234 567890";
    if (name == "upn" || name == "urn" || has("nhs") || has("uprn")) return {};
    if (name == "people" || has("minutes") || has("hours") || has("weeks")) return "10";
    if (has("_at") || has("time")) return "10:00";
    return "Invented words";
}

http::Form filled(const PageForm& form, Date today, std::size_t which, const WordsFor& words)
{
    http::Form sent;
    for (const auto& field : form.fields) {
        if (field.name == "form_token" || field.name == "form_page" || field.values.empty())
            continue;
        const bool is_choice = field.kind == "radio" || field.kind == "select";
        if (field.kind == "file")
            sent.uploads.push_back({.field = field.name,
                                    .file_name = words(field) + ".txt",
                                    .content_type = "text/plain",
                                    .size = 7,
                                    .bytes = "A page\n"});
        else if (field.kind == "hidden")
            for (const auto& value : field.values) sent.fields.add(field.name, value);
        else if (is_choice || field.kind == "checkbox")
            sent.fields.add(field.name, field.values[which % field.values.size()]);
        else if (const auto part = day_part(field.name, today); !part.empty())
            sent.fields.add(field.name, part);
        else
            sent.fields.add(field.name, field.takes_digits ? "10" : words(field));
    }
    return sent;
}

} // namespace tidemoor
