#include "insight/measures.h"

#include "embedded/insight_data.h"
#include "kernel/ensure.h"
#include "platform/csv/reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace onroll::insight {

namespace measures_detail {

/// One of the files that the build embeds; always there, and well formed.
csv::Reader embedded_file(std::string_view name)
{
    for (const auto& file : embedded::insight_data())
        if (file.name == name) {
            auto reader = csv::Reader::read(std::string(file.bytes));
            ensure(reader.has_value(), "an embedded list can be read");
            return std::move(reader).value();
        }
    throw Bug("an embedded list is missing");
}

template <class T, std::size_t N>
T named(const std::array<std::pair<std::string_view, T>, N>& words, std::string_view word)
{
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const auto& entry) { return entry.first == word; });
    ensure(found != words.end(), "a measure uses only words that are known");
    return found->second;
}

constexpr std::array polarities = {
    std::pair<std::string_view, Polarity>{"low_is_good", Polarity::low_is_good},
    std::pair<std::string_view, Polarity>{"high_is_good", Polarity::high_is_good},
    std::pair<std::string_view, Polarity>{"neither", Polarity::neither},
};
constexpr std::array units = {
    std::pair<std::string_view, MeasureUnit>{"per_100_pupils", MeasureUnit::per_100_pupils},
    std::pair<std::string_view, MeasureUnit>{"percent", MeasureUnit::percent},
    std::pair<std::string_view, MeasureUnit>{"per_10000_children", MeasureUnit::per_10000_children},
    std::pair<std::string_view, MeasureUnit>{"number", MeasureUnit::number},
};
constexpr std::array counted = {
    std::pair<std::string_view, CountedAs>{"events", CountedAs::events},
    std::pair<std::string_view, CountedAs>{"pupils", CountedAs::pupils},
    std::pair<std::string_view, CountedAs>{"share", CountedAs::share},
};

Measure read_measure(const csv::Row& row, const csv::Header& header)
{
    const auto cell = [&](std::string_view column) {
        return std::string(row[header.find(column)]);
    };
    Measure measure;
    measure.key = cell("key");
    measure.topic = cell("topic");
    measure.name = cell("name");
    measure.in_sentence = cell("in_sentence");
    measure.definition = cell("definition");
    measure.caveat = cell("caveat");
    measure.polarity = named(polarities, cell("polarity"));
    measure.unit = named(units, cell("unit"));
    measure.decimals = cell("decimals").at(0) - '0';
    measure.counted = named(counted, cell("counted"));
    measure.headline = cell("headline") == "yes";
    measure.published_by = cell("published_by");
    return measure;
}

void add_sources(std::vector<Measure>& measures)
{
    auto reader = embedded_file("insight/measure_sources.csv");
    const auto& header = reader.header();
    while (reader.next()) {
        const auto& row = reader.row();
        const auto cell = [&](std::string_view column) {
            return std::string(row[header.find(column)]);
        };
        const auto key = cell("measure");
        const auto measure = std::find_if(measures.begin(), measures.end(),
                                          [&](const Measure& m) { return m.key == key; });
        ensure(measure != measures.end(), "a source belongs to a measure");
        const auto period = period_kind_named(cell("period"));
        ensure(period.has_value(), "a source has a kind of period");
        measure->sources.push_back({cell("dataset"), *period,
                                    Breakdown::from_text(cell("breakdown")), cell("value"),
                                    cell("count"), cell("base")});
    }
}

std::vector<Measure> read_measures()
{
    std::vector<Measure> measures;
    auto reader = embedded_file("insight/measures.csv");
    while (reader.next()) measures.push_back(read_measure(reader.row(), reader.header()));
    add_sources(measures);
    for (const auto& measure : measures)
        ensure(!measure.sources.empty(), "each measure has a source");
    return measures;
}

const std::vector<Measure>& all_measures()
{
    static const std::vector<Measure> measures = read_measures();
    return measures;
}

} // namespace measures_detail

std::span<const Measure> measures()
{
    return measures_detail::all_measures();
}

std::vector<const Measure*> headline_measures()
{
    std::vector<const Measure*> headline;
    for (const auto& measure : measures())
        if (measure.headline) headline.push_back(&measure);
    return headline;
}

const Measure* find_measure(std::string_view key)
{
    for (const auto& measure : measures())
        if (measure.key == key) return &measure;
    return nullptr;
}

Result<const Measure*> measure_named(std::string_view key)
{
    if (const auto* measure = find_measure(key)) return measure;
    std::string keys;
    for (const auto& measure : measures()) keys += (keys.empty() ? "" : ", ") + measure.key;
    return bad_input("There is no such measure. Choose one of: " + keys, "measure");
}

std::string_view in_words(MeasureUnit unit)
{
    switch (unit) {
    case MeasureUnit::per_100_pupils:
        return "for each 100 pupils";
    case MeasureUnit::percent:
        return "%";
    case MeasureUnit::per_10000_children:
        return "for each 10,000 children";
    case MeasureUnit::number:
        return "number";
    }
    return "";
}

std::string_view topic_in_words(std::string_view topic)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> words = {{
        {"suspensions", "Suspensions"},
        {"permanent_exclusions", "Permanent exclusions"},
        {"care", "Children in need and in care"},
        {"send", "Special educational needs"},
        {"attendance", "Attendance"},
        {"alternative_provision", "Alternative provision"},
        {"context", "About the area"},
    }};
    for (const auto& [key, word] : words)
        if (key == topic) return word;
    return topic;
}

} // namespace onroll::insight
