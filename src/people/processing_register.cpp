#include "people/processing_register.h"

#include "embedded/people_data.h"
#include "kernel/ensure.h"
#include "platform/csv/reader.h"
#include "platform/csv/writer.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace onroll::people {

namespace processing_register_detail {

std::string_view file_named(std::string_view name)
{
    for (const auto& file : embedded::people_data())
        if (file.name == name) return file.bytes;
    ensure(false, "the register is embedded by the build");
    return {};
}

/// Whether the row is for agencies of that kind: "all", or their keys with spaces between.
bool is_for(std::string_view kinds, access::AgencyKind kind)
{
    const auto wanted = " " + std::string(key_of(kind)) + " ";
    return kinds == "all" || (" " + std::string(kinds) + " ").find(wanted) != std::string::npos;
}

std::string lower_first(std::string words)
{
    if (!words.empty())
        words.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(words.front())));
    return words;
}

} // namespace processing_register_detail

using namespace processing_register_detail;

Result<std::vector<Processing>> read_processing(std::string_view text, access::AgencyKind kind)
{
    std::vector<Processing> all;
    auto reader = csv::Reader::read(std::string(text));
    if (!reader) return reader.error();
    while (reader->next()) {
        const auto& cells = reader->row();
        if (cells.trouble != csv::RowTrouble::none)
            return bad_input(std::string(in_words(cells.trouble)), std::to_string(cells.number));
        const auto group = retention_group_named(cells[std::size_t{9}]);
        if (!group) return bad_input("No period is of that group", std::to_string(cells.number));
        if (!is_for(cells[std::size_t{1}], kind)) continue;
        const auto cell = [&](std::size_t column) { return std::string(cells[column]); };
        all.push_back({cell(0), cell(2), cell(3), cell(4), cell(5), cell(6), cell(7), cell(8),
                       *group, cell(10)});
    }
    return all;
}

Result<std::vector<ProtectionRisk>> read_risks(std::string_view text, access::AgencyKind kind)
{
    std::vector<ProtectionRisk> all;
    auto reader = csv::Reader::read(std::string(text));
    if (!reader) return reader.error();
    while (reader->next()) {
        const auto& row = reader->row();
        if (row.trouble != csv::RowTrouble::none)
            return bad_input(std::string(in_words(row.trouble)), std::to_string(row.number));
        const auto cell = [&](std::size_t column) { return std::string(row[column]); };
        if (is_for(cell(1), kind)) all.push_back({cell(0), cell(2), cell(3), cell(4), cell(5)});
    }
    return all;
}

std::vector<Processing> processing_of(access::AgencyKind kind)
{
    return read_processing(file_named("records_of_processing.csv"), kind).value();
}

std::vector<ProtectionRisk> risks_of(access::AgencyKind kind)
{
    return read_risks(file_named("data_protection_risks.csv"), kind).value();
}

std::string kept_in_words(RetentionGroup group, const std::vector<RetentionRule>& rules)
{
    std::string words;
    for (const auto& rule : rules) {
        if (rule.group != group) continue;
        words += words.empty() ? std::string(in_words(group)) + ": " : "; ";
        words += std::to_string(rule.years) + (rule.years == 1 ? " year" : " years");
        if (rule.months > 0)
            words +=
                " and " + std::to_string(rule.months) + (rule.months == 1 ? " month" : " months");
        words += " " + std::string(in_words(rule.trigger)) + ", then " +
                 lower_first(std::string(in_words(rule.action)));
    }
    return words.empty() ? "No period is set" : words;
}

std::string processing_csv(const std::vector<Processing>& all,
                           const std::vector<RetentionRule>& rules, std::string_view controller,
                           std::string_view contact)
{
    csv::Writer writer({"controller", "contact", "activity", "categories_of_people",
                        "categories_of_data", "purpose", "lawful_basis",
                        "condition_for_special_category_data", "recipients", "transfers_abroad",
                        "kept", "security_measures"});
    for (const auto& one : all) {
        writer.text(controller)
            .text(contact)
            .text(one.activity)
            .text(one.who)
            .text(one.what)
            .text(one.why)
            .text(one.basis)
            .text(one.condition)
            .text(one.recipients)
            .text("None: it stays on this organisation’s own server")
            .text(kept_in_words(one.group, rules))
            .text(one.security);
        writer.end_row();
    }
    return std::move(writer).take();
}

} // namespace onroll::people
