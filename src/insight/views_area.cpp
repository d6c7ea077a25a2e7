#include "insight/views_area.h"

#include "insight/charts_area.h"
#include "insight/views_areas.h"
#include "insight/words_of_figures.h"

#include "design/chart/multiples.h"
#include "design/components/button.h"
#include "design/components/card.h"
#include "design/components/details.h"
#include "design/components/inset_text.h"
#include "design/components/lead.h"
#include "design/components/select.h"
#include "design/components/table.h"
#include "design/page.h"
#include "design/words.h"

#include <algorithm>
#include <set>

namespace onroll::insight {
namespace views_area_detail {

using design::element;
using design::Html;
using design::link;
using design::paragraph;

struct Section {
    const char* id;
    const char* title;
    std::vector<std::string_view> charts;
};

const std::vector<Section>& sections()
{
    static const std::vector<Section> list{
        {"over-time", "Over time", {"trend"}},
        {"beside-other-areas", "Beside other areas", {"ranks", "areas", "neighbours"}},
        {"phases-and-groups", "Who is affected most", {"phases", "groups", "years"}},
        {"reasons-and-lengths", "Reasons and lengths", {"reasons", "lengths"}},
        {"through-the-year", "Through the year", {"so-far", "weeks"}},
    };
    return list;
}

/// "4,810"; old counts may have decimals and keep them.
std::string counted_words(double count)
{
    const auto whole = static_cast<std::int64_t>(count);
    return static_cast<double>(whole) == count ? design::with_thousands(whole)
                                               : shown_number(count, 1);
}

/// A headline figure with its definition, caveat and source one press away.
Html headline_item(const AreaPicture& picture, const MeasureHere& here)
{
    const auto& measure = *here.measure;
    const auto* value = here.values->find(picture.area.code, here.period);
    if (!value) return {};
    const auto* england = here.values->find(AreaCode::england(), here.period);
    const auto range = range_in_words(*value, measure);
    Html beside;
    if (england && picture.area.code != AreaCode::england())
        beside = element("p", {{"class", "onr-soft"}},
                         "England " + chart_value(england, measure).shown + ". " +
                             std::string(in_words(against(*value, england, measure))));
    Html about = paragraph(measure.definition);
    if (!measure.caveat.empty()) about += paragraph(measure.caveat);
    if (value->count && value->pupils > 0)
        about += paragraph("Counted: " + counted_words(*value->count) + " among " +
                           design::with_thousands(value->pupils) + " pupils.");
    about += paragraph(
        Html("Source: ") + link("#sources", source_in_words(picture, value->release)) +
        Html(value->row > 0 ? ", row " + std::to_string(value->row) + " of the file. " : ". ") +
        link("/area/method#rates",
             Html("How we worked this out") + design::visually_hidden(": " + measure.name)));
    return element(
        "li", {}, element("h3", {}, measure.name),
        element("span", {{"class", "onr-figures__value"}}, chart_value(value, measure).shown),
        element("p", {}, in_words(measure.unit),
                range.empty() ? Html() : design::raw("<br>") + Html(range)),
        beside,
        render(design::Details{.summary = "About this figure" +
                                          design::visually_hidden(": " + measure.name),
                               .content = about,
                               .classes = "onr-figures__about"}));
}

Html headline_of(const AreaPicture& picture)
{
    if (picture.headline.empty()) return {};
    std::vector<Html> items;
    bool ranges = false;
    for (const auto& here : picture.headline) {
        items.push_back(headline_item(picture, here));
        const auto* value = here.values->find(picture.area.code, here.period);
        ranges = ranges || (value && value->interval);
    }
    return element("h2", {{"class", "govuk-visually-hidden"}}, "Headline figures") +
           element("ul", {{"class", "onr-figures"}}, items) +
           element("p", {{"class", "govuk-body onr-small onr-soft"}},
                   ranges ? "The range under each figure is where the true rate is likely to lie "
                            "(95%)."
                          : "The file gives rates without counts, so no range can be shown.");
}

/// "About one pupil in 22 was suspended at least once. That is more than in England."
std::string lead_words(const AreaPicture& picture)
{
    const auto* measure = find_measure("pupils_suspended_rate");
    for (const auto& here : picture.headline) {
        if (here.measure != measure) continue;
        const auto* value = here.values->find(picture.area.code, here.period);
        if (!value || !value->value) continue;
        const auto one = one_in(*value->value);
        if (!one) continue;
        std::string words = sentence_case(*one) + " was suspended at least once in " +
                            period_in_sentence(here.period) + ".";
        const auto* england = here.values->find(AreaCode::england(), here.period);
        if (picture.area.code == AreaCode::england()) return words;
        switch (against(*value, england, *measure)) {
        case Against::higher:
            return words + " That is more than in England.";
        case Against::lower:
            return words + " That is fewer than in England.";
        case Against::no_clear_difference:
            return words + " That is about the same as in England.";
        case Against::not_known:
            return words;
        }
    }
    return "How many pupils are suspended or excluded, and how sure that is.";
}

Html sections_of(const AreaPicture& picture)
{
    Html all;
    for (const auto& section : sections()) {
        Html charts;
        for (const auto name : section.charts)
            if (const auto chart = area_chart(picture, name)) charts += render_chart(*chart);
        if (section.id == std::string_view("over-time") && !picture.growth.empty())
            charts = paragraph(picture.growth) + charts;
        if (charts.empty()) continue;
        all += design::section_heading(section.id, section.title) + charts;
    }
    return all;
}

/// A sparkline, or words where there is only one figure.
Html over_time(const std::string& description, const std::vector<design::chart::Value>& values)
{
    auto line = design::chart::sparkline(description, values);
    return line.empty() ? Html("One period only") : line;
}

Html other_measures(const AreaPicture& picture)
{
    if (picture.others.empty()) return {};
    design::Table table{.caption = "Other figures of " + picture.area.name,
                        .caption_classes = "govuk-visually-hidden",
                        .head = {{.content = "Measure"},
                                 {.content = "Period"},
                                 {.content = picture.area.name, .format = "numeric"},
                                 {.content = "England", .format = "numeric"},
                                 {.content = "Over time"}},
                        .first_cell_is_header = true};
    for (const auto& here : picture.others) {
        const auto& measure = *here.measure;
        const auto* ours = here.values->find(picture.area.code, here.period);
        const auto* england = here.values->find(AreaCode::england(), here.period);
        std::vector<design::chart::Value> values;
        const auto periods = periods_of(*here.values, picture.area.code);
        for (const auto& period : periods)
            values.push_back(chart_value(here.values->find(picture.area.code, period), measure));
        const auto unit = measure.unit == MeasureUnit::percent ? "%" : "";
        const auto with_unit = [&](const AreaValue* value) {
            const auto words = chart_value(value, measure);
            return words.drawn() ? words.shown + unit : words.shown;
        };
        table.rows.push_back(
            {{.content = link("/area/" + picture.area.code.text() + "?measure=" + measure.key,
                              measure.name)},
             {.content = here.period.text()},
             {.content = with_unit(ours), .format = "numeric"},
             {.content = with_unit(england), .format = "numeric"},
             {.content = over_time(measure.name + ": " + values.front().shown + " in " +
                                       periods.front().text() + ", " + values.back().shown +
                                       " in " + periods.back().text(),
                                   values)}});
    }
    return design::section_heading("other-figures", "Other figures") + render_stacking(table);
}

Html what_happened_to(const AreaPicture& picture)
{
    std::vector<Html> items;
    for (const auto& change : picture.changes)
        if (change.kind != AreaChangeKind::new_code)
            items.push_back(Html(change.words + " (" + onroll::in_words(change.on) + ")"));
    if (items.empty()) return {};
    return render(
        design::InsetText{.content = paragraph("This area has changed:") + design::bullets(items)});
}

Html what_this_does_not_show()
{
    return design::section_heading("limits", "What this does not show") +
           design::bullets(
               {"Children sent home, moved or kept on part-time timetables without a record.",
                "How long children were out of school, or what happened to them next.",
                "Whether a school was right. A high figure is a question, not a verdict.",
                "Numbers so small that a child could be known. They are hidden, not zero."}) +
           paragraph(link("/area/limits", "More about what the figures do not show"));
}

Html all_files(const AreaPicture& picture)
{
    const auto path = "/area/" + picture.area.code.text();
    const auto query = view_query(picture);
    return design::section_heading("all-figures", "All figures") +
           design::lines({{link(path + "/figures.xlsx" + query, "All tables on this page"),
                           "Spreadsheet, a sheet for each chart"},
                          {link(path + "/briefing" + query, "Write a briefing from these figures"),
                           "For headteachers or a scrutiny committee, to print or edit"},
                          {link(path + "/patterns", "Schools, trusts and parts of the area"),
                           "In order of name, with chance allowed for. Not a league table"},
                          {link(path + "/schools", "Who runs the schools"),
                           "Each school’s type, trust, and who considers an exclusion"},
                          {link("/area/compare?area=" + picture.area.code.text() +
                                    "&measure=" + picture.chosen.measure->key,
                                "Compare with other areas"),
                           "Choose any areas"},
                          {link(path + query, "A lasting link to this view"),
                           "The address holds the choice. Copy it to share it"}});
}

std::string day_loaded(const Release& release)
{
    const auto day = onroll::parse_date(release.imported_at.substr(0, 10));
    return day ? onroll::in_table(*day) : std::string("Not known");
}

} // namespace views_area_detail

design::Html choose_figures_form(const std::string& action, const Measure& chosen,
                                 const std::vector<Period>& periods, int year)
{
    using namespace views_area_detail;
    design::Select which{
        .name = "measure", .label = {.content = "Measure"}, .items = {}, .value = chosen.key};
    for (const auto& measure : measures())
        which.items.push_back({.value = measure.key, .text = measure.name});
    design::Select when{
        .name = "year", .label = {.content = "Year"}, .value = std::to_string(year)};
    std::set<int> listed;
    for (auto period = periods.rbegin(); period != periods.rend(); ++period)
        if (listed.insert(period->year).second)
            when.items.push_back({.value = std::to_string(period->year), .text = period->text()});
    return element("form",
                   {{"action", action}, {"method", "get"}, {"class", "onr-choose onr-noprint"}},
                   render(which), when.items.empty() ? Html() : render(when),
                   render(design::Button{.content = "Show", .classes = "govuk-button--secondary"}));
}

design::Html sources_view(const std::map<ReleaseId, Release>& releases)
{
    using namespace views_area_detail;
    if (releases.empty()) return {};
    design::Table table{.caption = "Files that figures here come from",
                        .caption_classes = "govuk-visually-hidden",
                        .head = {{.content = "File"},
                                 {.content = "Publisher"},
                                 {.content = "Periods"},
                                 {.content = "Licence"},
                                 {.content = "Loaded"},
                                 {.content = "Fingerprint (SHA-256)"}},
                        .first_cell_is_header = true};
    for (const auto& [id, release] : releases)
        table.rows.push_back(
            {{.content = Html(release.title + ": ") +
                         element("span", {{"class", "onr-break"}}, release.file_name)},
             {.content = release.source},
             {.content = release.periods},
             {.content = release.licence},
             {.content = day_loaded(release)},
             {.content = element("span", {{"class", "onr-break"}}, release.sha256.substr(0, 16))}});
    return design::section_heading("sources", "Sources") + render_stacking(table) +
           paragraph(link("/area/files", "How each file was read")) +
           paragraph("Official figures are licensed under the Open Government Licence v3.0.");
}

design::Html area_view(const AreaPicture& picture, ShowsDemonstration demonstration)
{
    using namespace views_area_detail;
    const auto path = "/area/" + picture.area.code.text();
    if (!picture.any_figures())
        return design::page_heading("Exclusions in " + picture.area.name, "The area’s figures") +
               design::lead("There are no figures here for this area and measure.") +
               (demonstration == ShowsDemonstration::yes
                    ? paragraph("This is a demonstration. It holds invented areas only.")
                    : Html()) +
               what_happened_to(picture) +
               choose_figures_form(path, *picture.chosen.measure, {}, 0) +
               paragraph(
                   "The figures may be under another area where councils have changed, or the "
                   "files that hold them may not have been loaded.") +
               paragraph(link("/area", "Choose another area")) + sources_view(picture.releases);
    Html banner;
    if (demonstration == ShowsDemonstration::yes)
        banner = render(design::InsetText{
            .content = "These figures are made up to show the page. Do not quote them."});
    return design::page_heading("Exclusions in " + picture.area.name,
                                "The area’s figures, " + picture.chosen.period.text()) +
           design::lead(lead_words(picture)) + banner + what_happened_to(picture) +
           headline_of(picture) +
           choose_figures_form(path, *picture.chosen.measure, picture.periods,
                               picture.chosen.period.year) +
           sections_of(picture) + other_measures(picture) + what_this_does_not_show() +
           all_files(picture) + sources_view(picture.releases);
}

} // namespace onroll::insight
