#include "design/tests/compare_html.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace onroll::design::tests {
namespace compare_html_detail {

bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::string collapsed(std::string_view words)
{
    std::string out;
    bool pending = false;
    for (const char c : words) {
        if (is_space(c)) {
            pending = true;
            continue;
        }
        if (pending && !out.empty()) out += ' ';
        pending = false;
        out += c;
    }
    return out;
}

std::string decoded(std::string_view words)
{
    static const std::map<std::string_view, std::string_view> entities{
        {"amp", "&"}, {"lt", "<"},  {"gt", ">"},         {"quot", "\""},
        {"#39", "'"}, {"#96", "`"}, {"ctdot", "\u22ef"}, {"nbsp", "\u00a0"}};
    std::string out;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::size_t end = words[at] == '&' ? words.find(';', at) : std::string_view::npos;
        const auto found = end == std::string_view::npos
                               ? entities.end()
                               : entities.find(words.substr(at + 1, end - at - 1));
        if (found == entities.end()) {
            out += words[at];
            continue;
        }
        out += found->second;
        at = end;
    }
    return out;
}

bool is_void(std::string_view tag)
{
    constexpr std::array tags{std::string_view("br"),   std::string_view("hr"),
                              std::string_view("img"),  std::string_view("input"),
                              std::string_view("link"), std::string_view("meta")};
    return std::ranges::find(tags, tag) != tags.end();
}

bool flows_in_a_line(std::string_view tag)
{
    constexpr std::array tags{std::string_view("a"),      std::string_view("span"),
                              std::string_view("strong"), std::string_view("b"),
                              std::string_view("em"),     std::string_view("i"),
                              std::string_view("time"),   std::string_view("code")};
    return std::ranges::find(tags, tag) != tags.end();
}

class Reader {
public:
    explicit Reader(std::string_view html) : html_(html) {}

    NormalHtml read()
    {
        while (at_ < html_.size()) {
            if (html_.substr(at_, 4) == "<!--") {
                at_ = html_.find("-->", at_) + 3;
            } else if (html_[at_] == '<') {
                read_tag();
            } else {
                read_text();
            }
        }
        out_.flow = flow_of(flow_);
        return std::move(out_);
    }

private:
    void read_text()
    {
        const std::size_t end = std::min(html_.find('<', at_), html_.size());
        const std::string words = decoded(html_.substr(at_, end - at_));
        at_ = end;
        if (exact_) {
            out_.structure += "exactly " + words + "\n";
            return;
        }
        if (const std::string short_words = collapsed(words); !short_words.empty()) {
            out_.structure += short_words + "\n";
        }
        flow_ += words;
    }

    void read_tag()
    {
        const bool closing = html_.substr(at_, 2) == "</";
        at_ += closing ? 2 : 1;
        std::string tag;
        while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>' &&
               html_[at_] != '/') {
            tag += html_[at_++];
        }
        std::set<std::string> attributes;
        bool closes_itself = false;
        while (at_ < html_.size() && html_[at_] != '>') {
            if (is_space(html_[at_])) {
                ++at_;
            } else if (html_[at_] == '/') {
                closes_itself = true;
                ++at_;
            } else {
                attributes.insert(read_attribute());
            }
        }
        ++at_;
        exact_ = !closing && tag == "textarea";
        if (!flows_in_a_line(tag)) flow_ += '\v';
        out_.structure += closing ? "</" + tag : "<" + tag;
        for (const auto& attribute : attributes) out_.structure += " " + attribute;
        out_.structure += ">\n";
        if (closes_itself && !is_void(tag)) out_.structure += "</" + tag + ">\n";
    }

    std::string read_attribute()
    {
        std::string name;
        while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '=' &&
               html_[at_] != '>' && html_[at_] != '/') {
            name += html_[at_++];
        }
        if (at_ >= html_.size() || html_[at_] != '=') return name + "=\"\"";
        ++at_;
        const char quote = html_[at_];
        const std::size_t end = html_.find(quote, at_ + 1);
        std::string value = decoded(html_.substr(at_ + 1, end - at_ - 1));
        at_ = end + 1;
        if (name == "class") value = collapsed(value);
        return name + "=\"" + value + "\"";
    }

    /// White space at the edge of a block shows nothing; elsewhere it is one space. \v stands for
    /// an edge.
    static std::string flow_of(std::string_view words)
    {
        std::string out;
        for (std::size_t at = 0; at < words.size();) {
            if (!is_space(words[at]) && words[at] != '\v') {
                out += words[at++];
                continue;
            }
            bool edge = false;
            while (at < words.size() && (is_space(words[at]) || words[at] == '\v')) {
                edge = words[at++] == '\v' || edge;
            }
            out += edge ? '\n' : ' ';
        }
        const auto first = out.find_first_not_of(" \n");
        if (first == std::string::npos) return {};
        return out.substr(first, out.find_last_not_of(" \n") - first + 1);
    }

    std::string_view html_;
    std::size_t at_ = 0;
    bool exact_ = false;
    std::string flow_;
    NormalHtml out_;
};

} // namespace compare_html_detail

NormalHtml normal_html(std::string_view html)
{
    return compare_html_detail::Reader(html).read();
}

std::string normal_text(std::string_view html)
{
    const NormalHtml normal = normal_html(html);
    return normal.structure + "--\n" + normal.flow + "\n";
}

} // namespace onroll::design::tests
