// Writes the law data as C++: a header of enumerations and a source of constant rows.
#include "law_data.h"

#include <cctype>
#include <chrono>
#include <cstdio>
#include <sstream>

namespace onroll::law_constants {
namespace law_data_write {

std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out + "\"";
}

/// Texts written over several lines in the data are one paragraph.
std::string paragraph(const std::string& text)
{
    std::string out;
    bool space = false;
    for (const char c : text) {
        if (std::isspace(static_cast<unsigned char>(c))) {
            space = !out.empty();
            continue;
        }
        if (space) out += ' ';
        space = false;
        out += c;
    }
    return quoted(out);
}

std::string day(Day value)
{
    return "at(" + std::to_string(value) + ")";
}
std::string day(const std::optional<Day>& value)
{
    return value ? day(*value) : "std::nullopt";
}

/// A list of constants under a name that later lines refer to; nothing is written for an empty one.
std::string list(std::ostream& out, const std::string& type, const std::string& name,
                 const std::vector<std::string>& items)
{
    if (items.empty()) return "{}";
    out << "constexpr " << type << " " << name << "[] = {";
    for (const auto& item : items) out << "\n    " << item << ",";
    out << "};\n";
    return name;
}

std::vector<std::string> enumerators(const std::string& type, const std::vector<std::string>& ids)
{
    std::vector<std::string> out;
    for (const auto& id : ids) out.push_back(type + "::" + enumerator(id));
    return out;
}

const Instrument& named(const LawData& law, const std::string& id)
{
    for (const auto& each : law.instruments)
        if (each.id == id) return each;
    return law.instruments.front();
}

std::string place(const Row& row, const Instrument& instrument, const std::string& text,
                  const Edition* edition)
{
    const auto from = edition && edition->from > row.from ? edition->from : row.from;
    auto until = row.until;
    if (edition && edition->until && (!until || *edition->until < *until)) until = edition->until;
    auto link = edition && !edition->link.empty() ? edition->link : instrument.link;
    if (!row.link.empty()) link = row.link;
    return "{" + day(from) + ", " + day(until) + ", " + quoted(edition ? edition->name : "") +
           ", " + quoted(place_text(instrument, text, edition)) + ", " + quoted(link) + "}";
}

std::string sources(std::ostream& out, const LawData& law, const Row& row, const std::string& name)
{
    std::vector<std::string> items;
    auto without_link = row;
    for (std::size_t i = 0; i < row.sources.size(); ++i) {
        const auto& source = row.sources[i];
        const auto& instrument = named(law, source.instrument);
        if (i == 1) without_link.link.clear(); // a link in the row is the first source's own
        std::vector<std::string> places;
        if (instrument.editions.empty())
            places.push_back(place(without_link, instrument, source.place, nullptr));
        for (const auto& edition : instrument.editions) {
            if ((row.until && edition.from > *row.until) ||
                (edition.until && *edition.until < row.from))
                continue;
            places.push_back(place(without_link, instrument, source.place, &edition));
        }
        const auto places_name = list(out, "Place", name + "_places_" + std::to_string(i), places);
        items.push_back("{InstrumentId::" + enumerator(instrument.id) + ", " + places_name + "}");
    }
    return list(out, "Source", name + "_sources", items);
}

std::string rows(std::ostream& out, const LawData& law, const std::vector<Row>& all,
                 const std::string& name, bool with_value)
{
    std::vector<std::string> items;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& row = all[i];
        const auto from = sources(out, law, row, name + "_" + std::to_string(i));
        items.push_back("{" + day(row.from) + ", " + day(row.until) + ", " +
                        (with_value ? std::to_string(row.value) : "Force::" + row.force) +
                        ", Confidence::" + row.confidence + ", " + from + ", " + day(row.checked) +
                        ", " + paragraph(row.note) + "}");
    }
    return list(out, with_value ? "ValueInForce" : "InForce", name + "_rows", items);
}

void write_instruments(std::ostream& out, const LawData& law)
{
    std::vector<std::string> items;
    for (const auto& each : law.instruments) {
        std::vector<std::string> editions;
        for (const auto& edition : each.editions)
            editions.push_back("{" + day(edition.from) + ", " + day(edition.until) + ", " +
                               quoted(edition.name) + ", " + quoted(edition.link) + "}");
        const auto list_name = list(out, "Edition", enumerator(each.id) + "_editions", editions);
        items.push_back("{InstrumentId::" + enumerator(each.id) + ", " + quoted(each.id) + ", " +
                        paragraph(each.title) + ", " + paragraph(each.short_name) + ", " +
                        quoted(each.number) + ", " + quoted(each.link) + ", InstrumentKind::" +
                        each.kind + ", " + paragraph(each.how_read) + ", " + list_name + "}");
    }
    list(out, "Instrument", "all_instruments", items);
}

void write_rules(std::ostream& out, const LawData& law)
{
    std::vector<std::string> items;
    for (const auto& rule : law.rules) {
        const auto name = enumerator(rule.id);
        std::vector<std::string> severities;
        for (const auto& word : rule.severities) severities.push_back("Severity::" + word);
        const auto see = list(out, "RuleId", name + "_see", enumerators("RuleId", rule.see));
        const auto values =
            list(out, "ValueId", name + "_values", enumerators("ValueId", rule.values));
        const auto severity = list(out, "Severity", name + "_severity", severities);
        const auto in_force = rows(out, law, rule.rows, name, false);
        items.push_back("{RuleId::" + name + ", " + quoted(rule.id) + ", " + paragraph(rule.title) +
                        ", Topic::" + rule.topic + ", " + paragraph(rule.about) + ", " +
                        paragraph(rule.use) + ", " + paragraph(rule.reading) + ", " +
                        paragraph(rule.mistake) + ", " + paragraph(rule.ask) + ", " +
                        paragraph(rule.next) + ", " + see + ", " + values + ", " + severity + ", " +
                        in_force + "}");
    }
    list(out, "Rule", "all_rules", items);
}

void write_values(std::ostream& out, const LawData& law)
{
    std::vector<std::string> items;
    for (const auto& value : law.values) {
        const auto in_force = rows(out, law, value.rows, "value_" + enumerator(value.id), true);
        items.push_back("{ValueId::" + enumerator(value.id) + ", " + quoted(value.id) + ", " +
                        paragraph(value.about) + ", " + quoted(value.unit) + ", " +
                        (value.setting ? "true" : "false") + ", " + in_force + "}");
    }
    list(out, "Value", "all_values", items);
}

void write_switches(std::ostream& out, const LawData& law)
{
    std::vector<std::string> items;
    for (const auto& each : law.switches)
        items.push_back("{SwitchId::" + enumerator(each.id) + ", " + quoted(each.id) + ", " +
                        paragraph(each.title) + ", " + paragraph(each.about) + ", SwitchStatus::" +
                        each.status + ", " + day(each.from) + ", " + paragraph(each.source) + ", " +
                        quoted(each.link) + ", " + day(each.checked) + "}");
    list(out, "Switch", "all_switches", items);
}

void write_versions(std::ostream& out, const LawData& law)
{
    std::vector<std::string> items;
    for (std::size_t i = 0; i < law.versions.size(); ++i) {
        const auto& each = law.versions[i];
        const auto from = sources(out, law, each.row, "version_" + std::to_string(i));
        items.push_back("{" + quoted(each.label) + ", " + paragraph(each.title) + ", " +
                        paragraph(each.about) + ", " + day(each.row.from) + ", " +
                        day(each.row.until) + ", Confidence::" + each.row.confidence + ", " + from +
                        ", " + day(each.row.checked) + "}");
    }
    list(out, "Version", "all_versions", items);
}

void write_codes(std::ostream& out, const LawData& law, const std::string& set)
{
    std::vector<std::string> items;
    for (const auto& each : law.codes)
        if (each.set == set)
            items.push_back("{" + quoted(each.code) + ", " + paragraph(each.name) + ", " +
                            paragraph(each.about) + ", " + paragraph(each.signal) + ", " +
                            day(each.from) + ", " + day(each.until) +
                            ", Confidence::" + each.confidence + ", " + paragraph(each.source) +
                            ", " + day(each.checked) + "}");
    list(out, "Code", "all_" + set, items);
}

/// The function that answers a list; an empty list where the data has none.
void write_answer(std::ostream& out, const std::string& type, const std::string& name, bool any)
{
    out << "std::span<const " << type << "> " << name << "() { return "
        << (any ? "provisions_data::all_" + name : "{}") << "; }\n";
}

template <class Entries>
void write_enumeration(std::ostream& out, const std::string& name, const Entries& entries)
{
    out << "enum class " << name << " : std::uint16_t {\n";
    for (const auto& each : entries) out << "    " << enumerator(each.id) << ",\n";
    out << "};\n\n";
}

bool any(const LawData& law, const std::string& set)
{
    for (const auto& each : law.codes)
        if (each.set == set) return true;
    return false;
}

} // namespace law_data_write

std::string enumerator(const std::string& id)
{
    std::string out;
    for (const char c : id)
        out += std::isalnum(static_cast<unsigned char>(c))
                   ? static_cast<char>(std::tolower(static_cast<unsigned char>(c)))
                   : '_';
    return out;
}

std::string iso(Day value)
{
    const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{value}}};
    char out[16];
    std::snprintf(out, sizeof out, "%04d-%02u-%02u", int(ymd.year()), unsigned(ymd.month()),
                  unsigned(ymd.day()));
    return out;
}

std::string place_text(const Instrument& instrument, const std::string& place,
                       const Edition* edition)
{
    auto text = place;
    const auto open = text.find('{');
    const auto close = text.find('}');
    if (edition && open != std::string::npos && close != std::string::npos) {
        const auto subject = text.substr(open + 1, close - open - 1);
        const auto part = edition->parts.find(subject);
        const auto name = instrument.subjects.find(subject);
        if (part != edition->parts.end())
            text.replace(open, close - open + 1, part->second);
        else if (name != instrument.subjects.end())
            text.replace(open, close - open + 1, name->second);
    }
    return instrument.short_name + ", " + text;
}

std::string rule_ids_header(const LawData& law)
{
    using namespace law_data_write;
    std::ostringstream out;
    out << "// Made by law_constants from data/law; change the data, not this file.\n#pragma "
           "once\n\n"
           "#include <cstddef>\n#include <cstdint>\n\nnamespace onroll::law {\n\n";
    write_enumeration(out, "RuleId", law.rules);
    write_enumeration(out, "ValueId", law.values);
    write_enumeration(out, "SwitchId", law.switches);
    write_enumeration(out, "InstrumentId", law.instruments);
    out << "inline constexpr std::size_t rule_count = " << law.rules.size() << ";\n"
        << "inline constexpr std::size_t value_count = " << law.values.size() << ";\n\n"
        << "}  // namespace onroll::law\n";
    return out.str();
}

std::string provisions_source(const LawData& law)
{
    using namespace law_data_write;
    std::ostringstream out;
    out << "// Made by law_constants from data/law and data/reference; change the data, not this "
           "file.\n"
           "#include \"law/provisions.h\"\n\nnamespace onroll::law {\nnamespace provisions_data "
           "{\n\n"
           "constexpr Date at(int days) { return Date{Days{days}}; }\n\n";
    write_instruments(out, law);
    write_values(out, law);
    write_rules(out, law);
    write_switches(out, law);
    write_versions(out, law);
    for (const auto* set : {"exclusion_reasons", "attendance_codes", "exclusion_categories"})
        write_codes(out, law, set);
    out << "\n}  // namespace provisions_data\n\n";
    write_answer(out, "Instrument", "instruments", !law.instruments.empty());
    write_answer(out, "Value", "values", !law.values.empty());
    write_answer(out, "Rule", "rules", !law.rules.empty());
    write_answer(out, "Switch", "switches", !law.switches.empty());
    write_answer(out, "Version", "versions", !law.versions.empty());
    for (const auto* set : {"exclusion_reasons", "attendance_codes", "exclusion_categories"})
        write_answer(out, "Code", set, any(law, set));
    out << "\n}  // namespace onroll::law\n";
    return out.str();
}

} // namespace onroll::law_constants
