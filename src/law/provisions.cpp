// Looking up rules, dated values, switches and codes in the tables that the build makes from
// data/law.
#include "law/provisions.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace onroll::law {
namespace provisions_detail {

template <class Row>
bool covers(const Row& row, Date on)
{
    return row.from <= on && (!row.until || on <= *row.until);
}

/// The row of a list by date that covers a day; null outside.
template <class Row>
const Row* covering(std::span<const Row> rows, Date on)
{
    for (const auto& row : rows)
        if (covers(row, on)) return &row;
    return nullptr;
}

template <class Entry, class Id>
const Entry& at(std::span<const Entry> entries, Id id)
{
    const auto place = static_cast<std::size_t>(id);
    ensure(place < entries.size(), "an id of the law data is a row of its table");
    return entries[place];
}

std::vector<Code> in_use(std::span<const Code> codes, Date on)
{
    std::vector<Code> used;
    for (const auto& code : codes)
        if (code.from && *code.from <= on && (!code.until || on <= *code.until))
            used.push_back(code);
    return used;
}

bool is_word(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           static_cast<unsigned char>(c) >= 0x80;
}

char lower(char c)
{
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

/// Words in lower case; what joins them ("51A(3)", "day-6", "NT-04") parts them.
std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words;
    bool inside = false;
    for (const char c : text) {
        if (!is_word(c)) {
            inside = false;
            continue;
        }
        if (!inside) words.emplace_back();
        words.back() += lower(c);
        inside = true;
    }
    return words;
}

bool begins_a_word(const std::vector<std::string>& words, const std::string& sought)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const auto& word) { return word.starts_with(sought); });
}

bool holds_all(std::string_view text, const std::vector<std::string>& sought)
{
    const auto words = words_of(text);
    return std::all_of(sought.begin(), sought.end(),
                       [&](const auto& word) { return begins_a_word(words, word); });
}

std::string heading_of(const Rule& rule)
{
    return std::string(rule.name) + " " + std::string(rule.title);
}

std::string text_of(const Rule& rule)
{
    auto text = heading_of(rule);
    for (const auto part : {rule.about, rule.use, rule.reading, rule.mistake, rule.ask, rule.next})
        text.append(" ").append(part);
    for (const auto& row : rule.in_force) {
        text.append(" ").append(row.note);
        for (const auto& source : row.sources)
            for (const auto& place : source.places) text.append(" ").append(place.text);
    }
    return text;
}

/// From the decision to what comes after it; within a topic by name.
void in_the_order_of_topics(std::vector<const Rule*>& found)
{
    const auto order = topics();
    const auto place = [&](const Rule* one) {
        return std::find(order.begin(), order.end(), one->topic) - order.begin();
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const Rule* a, const Rule* b) { return place(a) < place(b); });
}

} // namespace provisions_detail

const Rule& rule(RuleId id)
{
    return provisions_detail::at(rules(), id);
}

std::string_view name_of(RuleId id)
{
    return rule(id).name;
}

std::optional<RuleId> find_rule(std::string_view name)
{
    for (const auto& each : rules())
        if (std::ranges::equal(each.name, name, {}, provisions_detail::lower,
                               provisions_detail::lower))
            return each.id;
    return {};
}

const InForce* in_force_on(RuleId id, Date on)
{
    return provisions_detail::covering(rule(id).in_force, on);
}

const Place* place_on(const Source& source, Date on)
{
    return provisions_detail::covering(source.places, on);
}

std::optional<Citation> citation(RuleId id, Date on)
{
    const auto* row = in_force_on(id, on);
    if (!row) return {};
    const auto* place = place_on(row->sources.front(), on);
    ensure(place != nullptr, "a row in force has a place on each of its days");
    return Citation{place->text, place->edition, place->link, row->confidence,
                    row->force,  row->from,      row->until};
}

const Instrument& instrument(InstrumentId id)
{
    return provisions_detail::at(instruments(), id);
}

const Value& value(ValueId id)
{
    return provisions_detail::at(values(), id);
}

std::optional<int> value_on(ValueId id, Date on)
{
    const auto* row = provisions_detail::covering(value(id).in_force, on);
    return row ? std::optional<int>(row->value) : std::nullopt;
}

bool switched_on(SwitchId id, Date on)
{
    const auto& each = provisions_detail::at(switches(), id);
    return each.from && *each.from <= on;
}

std::optional<std::string_view> law_version_on(Date decided_on)
{
    std::optional<std::string_view> label;
    for (const auto& version : versions())
        if (!version.label.empty() && version.from <= decided_on) label = version.label;
    return label;
}

std::vector<Code> reasons_on(Date on)
{
    return provisions_detail::in_use(exclusion_reasons(), on);
}
std::vector<Code> attendance_codes_on(Date on)
{
    return provisions_detail::in_use(attendance_codes(), on);
}
std::vector<Code> exclusion_categories_on(Date on)
{
    return provisions_detail::in_use(exclusion_categories(), on);
}

std::vector<const Rule*> search_rules(std::string_view words, std::optional<Topic> topic,
                                      std::optional<Date> in_force)
{
    const auto sought = provisions_detail::words_of(words);
    std::vector<const Rule*> by_heading;
    std::vector<const Rule*> by_text;
    for (const auto& each : rules()) {
        if (topic && each.topic != *topic) continue;
        if (in_force && !in_force_on(each.id, *in_force)) continue;
        if (provisions_detail::holds_all(provisions_detail::heading_of(each), sought))
            by_heading.push_back(&each);
        else if (provisions_detail::holds_all(provisions_detail::text_of(each), sought))
            by_text.push_back(&each);
    }
    provisions_detail::in_the_order_of_topics(by_heading);
    provisions_detail::in_the_order_of_topics(by_text);
    by_heading.insert(by_heading.end(), by_text.begin(), by_text.end());
    return by_heading;
}

std::span<const Topic> topics()
{
    static constexpr std::array all{
        Topic::the_power,
        Topic::telling_people,
        Topic::teaching,
        Topic::governors,
        Topic::review_panel,
        Topic::registers,
        Topic::tribunal_and_court,
        Topic::findings,
        Topic::moves,
        Topic::counting,
        Topic::money,
        Topic::records,
        Topic::advice,
        Topic::ehc_plans,
    };
    return all;
}

std::string_view words_for(Topic topic)
{
    switch (topic) {
    case Topic::counting:
        return "Counting";
    case Topic::the_power:
        return "The power";
    case Topic::telling_people:
        return "Telling people";
    case Topic::governors:
        return "Governors";
    case Topic::review_panel:
        return "Review panel";
    case Topic::tribunal_and_court:
        return "Tribunal and court";
    case Topic::teaching:
        return "Teaching";
    case Topic::registers:
        return "Registers";
    case Topic::moves:
        return "Moves";
    case Topic::findings:
        return "Findings";
    case Topic::money:
        return "Money";
    case Topic::records:
        return "Records";
    case Topic::advice:
        return "Advice";
    case Topic::ehc_plans:
        return "EHC plans";
    }
    throw Bug("a topic of the list has words");
}

std::string_view words_for(InstrumentKind kind)
{
    switch (kind) {
    case InstrumentKind::act:
        return "Act";
    case InstrumentKind::regulations:
        return "Regulations";
    case InstrumentKind::statutory_guidance:
        return "Statutory guidance";
    case InstrumentKind::code:
        return "Code";
    case InstrumentKind::practice:
        return "Practice";
    }
    throw Bug("a kind of instrument has words");
}

Date last_checked()
{
    Date newest{};
    for (const auto& one : rules())
        for (const auto& row : one.in_force) newest = std::max(newest, row.checked);
    return newest;
}

} // namespace onroll::law
