#include "insight/figures_schools.h"

#include "insight/patterns.h"

#include <string>
#include <string_view>

namespace onroll::insight {

namespace figures_schools_detail {

std::string_view in_words(PatternReading reading)
{
    switch (reading) {
    case PatternReading::like_others:
        return "like others";
    case PatternReading::above:
        return "above others";
    case PatternReading::below:
        return "below others";
    case PatternReading::cannot_be_told:
        return "cannot be told";
    }
    return "";
}

void add_schools(FiguresTable& table, const FiguresQuestion& question, const Measure& measure,
                 const PatternPicture& picture)
{
    for (const auto& school : picture.patterns) {
        const auto number = [&](double value) { return FigureCell::rounded(value, 2); };
        const auto absent = FigureCell::absent(
            school.state == CellState::known ? CellState::not_available : school.state);
        table.add({FigureCell::words(question.area.code.text()),
                   FigureCell::words(question.area.name), FigureCell::words(picture.period.text()),
                   FigureCell::words(measure.key), FigureCell::words(school.code),
                   FigureCell::words(school.name), FigureCell::words(school.phase),
                   school.rate ? number(school.rate->mean) : absent,
                   school.rate ? number(school.rate->low) : FigureCell::none(),
                   school.rate ? number(school.rate->high) : FigureCell::none(),
                   FigureCell::words(std::string(in_words(school.reading)))});
    }
    for (const auto& [phase, rate] : picture.overall)
        table.notes.push_back(measure.name + ", " + picture.period.text() + ", " + phase +
                              ": the schools whose count is known, together: " +
                              shown_number(rate, 2) + " for each 100 pupils.");
    if (picture.hidden > 0)
        table.notes.push_back(measure.name + ", " + picture.period.text() + ": " +
                              std::to_string(picture.hidden) +
                              " schools have a count that is hidden, and cannot be told.");
}

} // namespace figures_schools_detail

FiguresTable schools_table(db::Queries& database, Comparisons&, const FiguresQuestion& question)
{
    FiguresTable table;
    table.kind = "schools";
    table.title = question.area.name + ": schools, in order of name";
    table.columns = {"area_code", "area", "year", "measure", "school_code", "school",
                     "phase",     "rate", "low",  "high",    "reading"};
    table.notes.push_back("Each rate is drawn towards that of all schools of its phase, the more "
                          "the smaller the school, so that chance is not taken for a pattern. The "
                          "range holds the true rate 95 times in 100. This is not a league table.");
    for (const auto* measure : question.measures)
        for (int year = question.from_year; year <= question.to_year; ++year) {
            const Period period{measure->period(), static_cast<std::int16_t>(year), 0};
            const bool by_school = measure->sources.front().dataset == "exclusions";
            const auto picture =
                by_school ? school_patterns(database, *measure, question.area.code, period)
                          : PatternPicture{.period = period};
            if (picture.patterns.empty())
                table.notes.push_back("There are no figures by school for " + measure->name +
                                      " in " + period.text() + ".");
            figures_schools_detail::add_schools(table, question, *measure, picture);
        }
    for (const auto& [id, release] : releases_in_use(database))
        if (release.dataset == "exclusions")
            table.sources.push_back(release.source + ": " + release.title + " (" +
                                    release.file_name + "). " + release.licence + ".");
    return table;
}

} // namespace onroll::insight
