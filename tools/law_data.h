// What data/law holds, as read, before it becomes constants. Used by law_constants only; see
// docs/decisions.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace onroll::law_constants {

/// A civil date as days since 1970-01-01.
using Day = long;

/// Where something was written in the data, for messages: "data/law/notices.toml: NT-05".
using Where = std::string;

struct Edition {
    std::string name;
    std::string link;
    Day from = 0;
    std::optional<Day> until; ///< the day before the next edition
    std::map<std::string, std::string> parts;
};

struct Instrument {
    Where where;
    std::string id, title, short_name, number, link, kind, how_read;
    std::vector<Edition> editions;
    std::map<std::string, std::string>
        subjects; ///< what a part is called where its number is not known
};

/// "sdr_2012: regulation 5(1)"; a place "{power}" names a part by its subject.
struct Source {
    std::string instrument;
    std::string place;
};

struct Row {
    Day from = 0;
    std::optional<Day> until;
    std::string force, confidence, note, link;
    std::vector<Source> sources;
    Day checked = 0;
    int value = 0; ///< of dated values
};

struct Rule {
    Where where;
    std::string id, title, topic, about, use, reading, mistake, ask, next;
    std::vector<std::string> see, values, severities;
    std::vector<Row> rows;
};

struct Value {
    Where where;
    std::string id, about, unit;
    bool setting = false;
    std::vector<Row> rows;
};

struct Switch {
    Where where;
    std::string id, title, about, status, source, link;
    std::optional<Day> from;
    Day checked = 0;
};

struct Version {
    Where where;
    std::string label, title, about;
    Row row;
};

struct Code {
    Where where;
    std::string set, code, name, about, signal, source, confidence;
    std::optional<Day> from, until;
    Day checked = 0;
};

struct LawData {
    std::vector<Instrument> instruments;
    std::vector<Rule> rules;
    std::vector<Value> values;
    std::vector<Switch> switches;
    std::vector<Version> versions;
    std::vector<Code> codes;
};

/// Reads one file into `law`. Each trouble is a line that names the file and the entry.
void read_file(const std::string& path, LawData& law, std::vector<std::string>& troubles);

/// What one entry or the whole contradicts: unknown instrument, topic or severity, an id given
/// twice, a gap, an overlap.
void check(const LawData& law, std::vector<std::string>& troubles);

/// The header with the enumerations.
std::string rule_ids_header(const LawData& law);
/// The source with every text and row.
std::string provisions_source(const LawData& law);

/// "NT-05T" as an enumerator: nt_05t.
std::string enumerator(const std::string& id);
/// 2012-09-01 from days.
std::string iso(Day day);
/// The words a citation shows for this place of this instrument in one edition (null for
/// legislation).
std::string place_text(const Instrument& instrument, const std::string& place,
                       const Edition* edition);

} // namespace onroll::law_constants
