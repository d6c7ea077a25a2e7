// What the law data may not contradict. Each refusal is one plain line that names the file and the
// entry.
#include "law_data.h"

#include <algorithm>
#include <set>

namespace onroll::law_constants {
namespace law_data_check {

using Troubles = std::vector<std::string>;
using Names = std::set<std::string>;

const Names kinds{"act", "regulations", "statutory_guidance", "code", "practice"};
const Names topics{"counting",     "the_power", "telling_people", "governors",
                   "review_panel", "teaching",  "registers",      "tribunal_and_court",
                   "moves",        "findings",  "money",          "records",
                   "advice",       "ehc_plans"};
const Names forces{"must", "should", "good_practice", "convention"};
const Names confidences{"read", "well_known", "our_reading"};
const Names severities{"unlawful", "breach", "check", "indicator", "reject_application"};
const Names statuses{"not_commenced", "announced", "commenced"};
const Names code_sets{"exclusion_reasons", "attendance_codes", "exclusion_categories"};

void one_of(const std::string& what, const std::string& word, const Names& allowed,
            const Where& where, Troubles& troubles)
{
    if (!word.empty() && !allowed.count(word))
        troubles.push_back(where + ": unknown " + what + " \"" + word + "\"");
}

void no_repeats(const std::string& what, const std::string& id, const Where& where, Names& seen,
                Troubles& troubles)
{
    if (!id.empty() && !seen.insert(id).second)
        troubles.push_back(where + ": " + what + " " + id + " is there twice");
}

const Instrument* find_instrument(const LawData& law, const std::string& id)
{
    const auto found = std::find_if(law.instruments.begin(), law.instruments.end(),
                                    [&](const auto& each) { return each.id == id; });
    return found == law.instruments.end() ? nullptr : &*found;
}

bool overlaps(const Edition& edition, const Row& row)
{
    return (!row.until || edition.from <= *row.until) &&
           (!edition.until || *edition.until >= row.from);
}

/// A paragraph number belongs to one edition; only a subject such as {power} may run over several.
void check_place(const Instrument& instrument, const Source& source, const Row& row,
                 const Where& where, Troubles& troubles)
{
    if (instrument.editions.empty()) return;
    const auto open = source.place.find('{');
    const bool by_subject = open != std::string::npos;
    const auto editions = std::count_if(instrument.editions.begin(), instrument.editions.end(),
                                        [&](const auto& each) { return overlaps(each, row); });
    if (editions > 1 && (!by_subject || source.place.find("paragraph") != std::string::npos))
        troubles.push_back(where + ": \"" + source.place + "\" stands for " +
                           std::to_string(editions) +
                           " editions; a paragraph belongs to one, or name a part by its subject");
    if (!by_subject) return;
    const auto subject = source.place.substr(open + 1, source.place.find('}') - open - 1);
    if (!instrument.subjects.count(subject))
        troubles.push_back(where + ": " + instrument.id + " has no subject \"" + subject + "\"");
}

/// The cited source, which is the first, must have an edition on each day of the row.
void check_cited(const Instrument& instrument, const Row& row, const Where& where,
                 Troubles& troubles)
{
    if (!instrument.editions.empty() && row.from < instrument.editions.front().from)
        troubles.push_back(where + ": " + instrument.id + " has no edition as early as " +
                           iso(row.from));
}

void check_rows(const std::vector<Row>& rows, const Where& where, const LawData& law,
                Troubles& troubles)
{
    if (rows.empty()) troubles.push_back(where + ": is never in force (no in_force row)");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        const auto here = where + ", from " + iso(row.from);
        one_of("force", row.force, forces, here, troubles);
        one_of("confidence", row.confidence, confidences, here, troubles);
        if (row.until && *row.until < row.from)
            troubles.push_back(here + ": ends on " + iso(*row.until) + ", before it begins");
        for (std::size_t j = 0; j < row.sources.size(); ++j) {
            const auto& source = row.sources[j];
            const auto* instrument = find_instrument(law, source.instrument);
            if (!instrument) {
                troubles.push_back(here + ": unknown instrument \"" + source.instrument + "\"");
                continue;
            }
            check_place(*instrument, source, row, here, troubles);
            if (j == 0) check_cited(*instrument, row, here, troubles);
        }
        if (i == 0) continue;
        const auto& before = rows[i - 1];
        if (!before.until || *before.until >= row.from)
            troubles.push_back(here + ": overlaps the row from " + iso(before.from));
        else if (*before.until + 1 < row.from)
            troubles.push_back(here + ": gap after " + iso(*before.until));
    }
}

template <class Entries>
Names ids_of(const Entries& entries)
{
    Names ids;
    for (const auto& each : entries) ids.insert(each.id);
    return ids;
}

void check_rules(const LawData& law, Troubles& troubles)
{
    const auto rule_ids = ids_of(law.rules);
    const auto value_ids = ids_of(law.values);
    Names seen;
    for (const auto& rule : law.rules) {
        no_repeats("the id", rule.id, rule.where, seen, troubles);
        one_of("topic", rule.topic, topics, rule.where, troubles);
        for (const auto& word : rule.severities)
            one_of("severity", word, severities, rule.where, troubles);
        for (const auto& id : rule.see) one_of("rule", id, rule_ids, rule.where, troubles);
        for (const auto& id : rule.values) one_of("value", id, value_ids, rule.where, troubles);
        if (rule.topic == "findings") {
            if (rule.severities.empty()) troubles.push_back(rule.where + ": has no severity");
            if (rule.ask.empty()) troubles.push_back(rule.where + ": has no ask");
            if (rule.next.empty()) troubles.push_back(rule.where + ": has no next");
        }
        const bool open = std::any_of(rule.rows.begin(), rule.rows.end(), [](const auto& row) {
            return row.confidence == "our_reading";
        });
        if (open && rule.reading.empty())
            troubles.push_back(rule.where + ": rests on our reading and has no reading to show");
        check_rows(rule.rows, rule.where, law, troubles);
    }
}

void check_instruments(const LawData& law, Troubles& troubles)
{
    Names seen;
    for (const auto& instrument : law.instruments) {
        no_repeats("the instrument", instrument.id, instrument.where, seen, troubles);
        one_of("kind", instrument.kind, kinds, instrument.where, troubles);
        for (std::size_t i = 1; i < instrument.editions.size(); ++i)
            if (instrument.editions[i].from <= instrument.editions[i - 1].from)
                troubles.push_back(instrument.where + ": edition " + instrument.editions[i].name +
                                   " does not follow the one before");
    }
}

void check_values(const LawData& law, Troubles& troubles)
{
    Names seen;
    for (const auto& value : law.values) {
        no_repeats("the value", value.id, value.where, seen, troubles);
        // A setting may be left for an area to set; a number in law may not.
        if (!value.setting || !value.rows.empty())
            check_rows(value.rows, value.where, law, troubles);
    }
}

void check_versions(const LawData& law, Troubles& troubles)
{
    Names seen;
    for (std::size_t i = 0; i < law.versions.size(); ++i) {
        const auto& version = law.versions[i];
        no_repeats("the label", version.label, version.where, seen, troubles);
        check_rows({version.row}, version.where, law, troubles);
        if (i > 0 && version.row.from <= law.versions[i - 1].row.from)
            troubles.push_back(version.where + ": does not begin after the version before it");
    }
}

void check_switches(const LawData& law, Troubles& troubles)
{
    Names seen;
    for (const auto& each : law.switches) {
        no_repeats("the switch", each.id, each.where, seen, troubles);
        one_of("status", each.status, statuses, each.where, troubles);
        if ((each.status == "commenced") != each.from.has_value())
            troubles.push_back(each.where +
                               ": a switch has a from date once it is commenced, and only then");
    }
}

void check_codes(const LawData& law, Troubles& troubles)
{
    for (std::size_t i = 0; i < law.codes.size(); ++i) {
        const auto& code = law.codes[i];
        one_of("set", code.set, code_sets, code.where, troubles);
        one_of("confidence", code.confidence, confidences, code.where, troubles);
        for (std::size_t j = 0; j < i; ++j) {
            const auto& other = law.codes[j];
            if (other.set != code.set || other.code != code.code) continue;
            if (!other.from || !code.from || !other.until || *other.until >= *code.from)
                troubles.push_back(code.where + ": overlaps the same code given before it");
        }
    }
}

} // namespace law_data_check

void check(const LawData& law, std::vector<std::string>& troubles)
{
    using namespace law_data_check;
    check_instruments(law, troubles);
    check_rules(law, troubles);
    check_values(law, troubles);
    check_versions(law, troubles);
    check_switches(law, troubles);
    check_codes(law, troubles);
}

} // namespace onroll::law_constants
