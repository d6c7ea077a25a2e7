// Reads data/law and data/reference. The one unit that includes toml++.
#include "law_data.h"

#include <toml++/toml.h>

#include <chrono>
#include <filesystem>
#include <set>
#include <sstream>
#include <string_view>

namespace onroll::law_constants {
namespace law_data_read {

/// One entry being read: its table, its name for messages and where troubles go. Keys that nobody
/// asked for are a trouble.
class Entry {
public:
    Entry(const toml::table& table, Where where, std::vector<std::string>& troubles)
        : table_(table), where_(std::move(where)), troubles_(troubles)
    {
    }

    const Where& where() const { return where_; }
    void rename(Where where) { where_ = std::move(where); }
    void complain(const std::string& what) { troubles_.push_back(where_ + ": " + what); }
    bool has(std::string_view key) const { return table_.contains(key); }

    std::string optional_text(std::string_view key)
    {
        asked_.emplace(key);
        const auto* node = table_.get(key);
        if (!node) return {};
        const auto text = node->value<std::string>();
        if (!text) complain(std::string(key) + " must be text");
        return text.value_or("");
    }

    std::string text(std::string_view key)
    {
        auto read = optional_text(key);
        if (read.find_first_not_of(" \n\t") == std::string::npos)
            complain("has no " + std::string(key));
        return read;
    }

    std::optional<Day> optional_day(std::string_view key)
    {
        asked_.emplace(key);
        const auto* node = table_.get(key);
        if (!node) return {};
        const auto read = node->value<toml::date>();
        if (!read) {
            complain(std::string(key) + " must be a date such as 2012-09-01");
            return {};
        }
        const auto ymd = std::chrono::year_month_day{std::chrono::year{read->year},
                                                     std::chrono::month{read->month},
                                                     std::chrono::day{read->day}};
        return std::chrono::sys_days{ymd}.time_since_epoch().count();
    }

    Day day(std::string_view key)
    {
        const auto read = optional_day(key);
        if (!read && !has(key)) complain("has no " + std::string(key) + " date");
        return read.value_or(0);
    }

    bool flag(std::string_view key)
    {
        asked_.emplace(key);
        return table_[key].value_or(false);
    }

    int number(std::string_view key)
    {
        asked_.emplace(key);
        const auto read = table_[key].value<int>();
        if (!read) complain("has no whole number in " + std::string(key));
        return read.value_or(0);
    }

    /// A text or a list of texts.
    std::vector<std::string> texts(std::string_view key)
    {
        asked_.emplace(key);
        std::vector<std::string> read;
        const auto* node = table_.get(key);
        if (!node) return read;
        if (const auto* list = node->as_array()) {
            for (const auto& item : *list)
                if (auto text = item.value<std::string>()) read.push_back(*text);
        } else if (auto text = node->value<std::string>()) {
            read.push_back(*text);
        }
        return read;
    }

    std::map<std::string, std::string> texts_by_name(std::string_view key)
    {
        asked_.emplace(key);
        std::map<std::string, std::string> read;
        if (const auto* table = table_[key].as_table())
            for (const auto& [name, node] : *table)
                read[std::string(name.str())] = node.value_or<std::string>("");
        return read;
    }

    /// The tables of a list of tables.
    std::vector<Entry> entries(std::string_view key)
    {
        asked_.emplace(key);
        std::vector<Entry> read;
        if (const auto* list = table_[key].as_array())
            for (const auto& item : *list)
                if (const auto* table = item.as_table())
                    read.emplace_back(*table, where_, troubles_);
        return read;
    }

    void finish()
    {
        for (const auto& [key, node] : table_)
            if (!asked_.count(std::string(key.str())))
                complain("has a key that nothing reads: " + std::string(key.str()));
    }

private:
    const toml::table& table_;
    Where where_;
    std::vector<std::string>& troubles_;
    std::set<std::string> asked_;
};

std::vector<Source> read_sources(Entry& entry)
{
    std::vector<Source> sources;
    const auto texts = entry.texts("source");
    if (texts.empty()) entry.complain("has no source");
    for (const auto& text : texts) {
        const auto colon = text.find(": ");
        if (colon == std::string::npos || colon == 0 || colon + 2 == text.size())
            entry.complain("source \"" + text + "\" must read \"instrument: place\"");
        else
            sources.push_back({text.substr(0, colon), text.substr(colon + 2)});
    }
    return sources;
}

Row read_row(Entry& entry)
{
    Row row;
    row.from = entry.day("from");
    if (entry.has("from")) entry.rename(entry.where() + ", from " + iso(row.from));
    row.until = entry.optional_day("until");
    row.confidence = entry.text("confidence");
    row.note = entry.optional_text("note");
    row.link = entry.optional_text("link");
    row.sources = read_sources(entry);
    row.checked = entry.day("checked");
    return row;
}

void read_instrument(Entry entry, LawData& law)
{
    Instrument read;
    read.id = entry.text("id");
    entry.rename(entry.where() + ": " + read.id);
    read.where = entry.where();
    read.title = entry.text("title");
    read.short_name = entry.text("short");
    read.number = entry.optional_text("number");
    read.link = entry.optional_text("link");
    read.kind = entry.text("kind");
    read.how_read = entry.text("how_read");
    read.subjects = entry.texts_by_name("subjects");
    for (auto& each : entry.entries("edition")) {
        Edition edition;
        edition.name = each.text("name");
        edition.link = each.optional_text("link");
        edition.from = each.day("from");
        edition.parts = each.texts_by_name("parts");
        each.finish();
        if (!read.editions.empty()) read.editions.back().until = edition.from - 1;
        read.editions.push_back(std::move(edition));
    }
    entry.finish();
    law.instruments.push_back(std::move(read));
}

void read_rule(Entry entry, LawData& law)
{
    Rule read;
    read.id = entry.text("id");
    entry.rename(entry.where() + ": " + read.id);
    read.where = entry.where();
    read.title = entry.text("title");
    read.topic = entry.text("topic");
    read.about = entry.text("about");
    read.use = entry.text("use");
    read.reading = entry.optional_text("reading");
    read.mistake = entry.optional_text("mistake");
    read.ask = entry.optional_text("ask");
    read.next = entry.optional_text("next");
    read.see = entry.texts("see");
    read.values = entry.texts("values");
    read.severities = entry.texts("severity");
    for (auto& each : entry.entries("in_force")) {
        auto row = read_row(each);
        row.force = each.text("force");
        each.finish();
        read.rows.push_back(std::move(row));
    }
    entry.finish();
    law.rules.push_back(std::move(read));
}

void read_value(Entry entry, const std::string& id, LawData& law)
{
    Value read;
    read.id = id;
    entry.rename(entry.where() + ": " + id);
    read.where = entry.where();
    read.about = entry.text("about");
    read.unit = entry.text("unit");
    read.setting = entry.flag("setting");
    for (auto& each : entry.entries("in_force")) {
        auto row = read_row(each);
        row.value = each.number("value");
        each.finish();
        read.rows.push_back(std::move(row));
    }
    entry.finish();
    law.values.push_back(std::move(read));
}

void read_switch(Entry entry, LawData& law)
{
    Switch read;
    read.id = entry.text("id");
    entry.rename(entry.where() + ": " + read.id);
    read.where = entry.where();
    read.title = entry.text("title");
    read.about = entry.text("about");
    read.status = entry.text("status");
    read.source = entry.text("source");
    read.link = entry.optional_text("link");
    read.from = entry.optional_day("from");
    read.checked = entry.day("checked");
    entry.finish();
    law.switches.push_back(std::move(read));
}

void read_version(Entry entry, LawData& law)
{
    Version read;
    read.label = entry.optional_text("label");
    read.title = entry.text("title");
    entry.rename(entry.where() + ": " + (read.label.empty() ? read.title : read.label));
    read.where = entry.where();
    read.about = entry.text("about");
    read.row = read_row(entry);
    entry.finish();
    law.versions.push_back(std::move(read));
}

/// A set states what its codes share; a code states what is its own.
void read_code_set(Entry entry, LawData& law)
{
    const auto set = entry.text("set");
    entry.rename(entry.where() + ": " + set);
    const auto source = entry.text("source");
    const auto confidence = entry.text("confidence");
    const auto checked = entry.day("checked");
    const auto from = entry.optional_day("from");
    const auto until = entry.optional_day("until");
    for (auto& each : entry.entries("code")) {
        Code read;
        read.set = set;
        read.code = each.text("code");
        each.rename(each.where() + ": " + read.code);
        read.where = each.where();
        read.name = each.text("name");
        read.about = each.optional_text("about");
        read.signal = each.optional_text("signal");
        read.source = source;
        read.confidence = each.has("confidence") ? each.text("confidence") : confidence;
        read.from = each.has("from") ? each.optional_day("from") : from;
        read.until = each.has("until") ? each.optional_day("until") : until;
        read.checked = checked;
        each.finish();
        law.codes.push_back(std::move(read));
    }
    entry.finish();
}

void read_list(const toml::array& list, std::string_view kind, const Where& file, LawData& law,
               std::vector<std::string>& troubles)
{
    for (const auto& item : list) {
        const auto* table = item.as_table();
        if (!table) continue;
        Entry entry(*table, file, troubles);
        if (kind == "instrument")
            read_instrument(entry, law);
        else if (kind == "rule")
            read_rule(entry, law);
        else if (kind == "switch")
            read_switch(entry, law);
        else if (kind == "version")
            read_version(entry, law);
        else if (kind == "code_set")
            read_code_set(entry, law);
        else {
            entry.complain("has a list that nothing reads: " + std::string(kind));
            return;
        }
    }
}

} // namespace law_data_read

void read_file(const std::string& path, LawData& law, std::vector<std::string>& troubles)
{
    using namespace law_data_read;
    const Where file = std::filesystem::path(path).filename().string();
    toml::table table;
    try {
        table = toml::parse_file(path);
    } catch (const toml::parse_error& error) {
        std::ostringstream says;
        says << file << ": line " << error.source().begin.line << ": " << error.description();
        troubles.push_back(says.str());
        return;
    }
    // Lists are rules, instruments and the like; a plain table is a dated value under its own name.
    for (const auto& [key, node] : table) {
        if (const auto* list = node.as_array())
            read_list(*list, key.str(), file, law, troubles);
        else if (const auto* value = node.as_table())
            read_value(Entry(*value, file, troubles), std::string(key.str()), law);
        else
            troubles.push_back(file + ": has a key that nothing reads: " + std::string(key.str()));
    }
}

} // namespace onroll::law_constants
