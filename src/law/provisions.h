// The rules that Onroll knows: what each says in our words, where it is written, since when, and
// how sure we are. Made by the build from data/law and data/reference (tools/law_constants). Pure:
// no clock, no database, no files at run time.
#pragma once

#include "kernel/citation.h"
#include "kernel/date.h"

#include "law/rule_ids.h" // generated: RuleId, ValueId, SwitchId, InstrumentId

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace onroll::law {

/// What a rule is about, for the filter of the list.
enum class Topic {
    counting,
    the_power,
    telling_people,
    governors,
    review_panel,
    tribunal_and_court,
    teaching,
    registers,
    moves,
    findings,
    money,
    records,
    advice,
    ehc_plans,
};

/// How grave a finding is. `unlawful`: against a statute or a clear rule; `breach`: a duty or limit
/// missed; `check`: a person has to answer; `indicator`: a pattern only; `reject_application`: came
/// too late and must be turned down.
enum class Severity : std::uint8_t { unlawful, breach, check, reject_application, indicator };

/// What kind of paper an instrument is.
enum class InstrumentKind { act, regulations, statutory_guidance, code, practice };

/// One edition of a paper that is reissued. `from` is the first day it applies to.
struct Edition {
    Date from{};
    std::optional<Date> until{}; ///< last day; nothing while it is the newest
    std::string_view name;       ///< "August 2024"
    std::string_view link;
};

/// An Act, a set of regulations, guidance, a code, or settled practice.
struct Instrument {
    InstrumentId id{};
    std::string_view name;       ///< "sdr_2012"
    std::string_view title;      ///< the full name
    std::string_view short_name; ///< as citations begin
    std::string_view number;     ///< "SI 2012/1033"; empty where there is none
    std::string_view link;
    InstrumentKind kind = InstrumentKind::regulations;
    std::string_view how_read; ///< how we know its words, to be shown beside what rests on it
    std::span<const Edition> editions;
};

/// A place in an instrument, as it stood in one edition (guidance) or throughout (legislation:
/// edition is empty).
struct Place {
    Date from{};
    std::optional<Date> until{}; ///< last day
    std::string_view edition;
    std::string_view text; ///< ready to show: "School Discipline Regulations 2012, regulation 5(1)"
    std::string_view link;
};

/// One paper that a rule rests on, with its places in the order of their dates.
struct Source {
    InstrumentId instrument{};
    std::span<const Place> places;
};

/// A stretch of time in which a rule stood as its note says. The first source is the one that is
/// cited.
struct InForce {
    Date from{};
    std::optional<Date> until{}; ///< last day; nothing while it runs on
    Force force = Force::must;
    Confidence confidence = Confidence::read;
    std::span<const Source> sources;
    Date checked{};        ///< when somebody last checked this row
    std::string_view note; ///< what was different from the stretch before; may be empty
};

/// One rule. Texts are plain English; those that do not apply are empty.
struct Rule {
    RuleId id{};
    std::string_view name;  ///< "NT-05T"
    std::string_view title; ///< "Last day to ask for a review"
    Topic topic = Topic::counting;
    std::string_view about;   ///< what it says
    std::string_view use;     ///< what Onroll uses it for
    std::string_view reading; ///< what the words leave open, which reading was taken and why
    std::string_view mistake; ///< what people often say instead, and why it is wrong
    std::string_view ask;     ///< findings: what to ask, or what would change this
    std::string_view next;    ///< findings: what the family or the authority can do next
    std::span<const RuleId> see;
    std::span<const ValueId> values;
    std::span<const Severity> severities;
    std::span<const InForce> in_force; ///< by date, without gap or overlap
};

/// A number in law over one stretch of time.
struct ValueInForce {
    Date from{};
    std::optional<Date> until{}; ///< last day
    int value = 0;
    Confidence confidence = Confidence::read;
    std::span<const Source> sources;
    Date checked{};
    std::string_view note;
};

/// A number in law or in our settings, with its unit. A `setting` may be changed by an area; law
/// may not.
struct Value {
    ValueId id{};
    std::string_view name;
    std::string_view about;
    std::string_view unit; ///< "school days"
    bool setting = false;
    std::span<const ValueInForce> in_force;
};

/// Where a change that has been enacted or announced stands.
enum class SwitchStatus { not_commenced, announced, commenced };

/// Law that is not in force yet. A date in `from` turns it on for that day and after.
struct Switch {
    SwitchId id{};
    std::string_view name;
    std::string_view title;
    std::string_view about;
    SwitchStatus status = SwitchStatus::not_commenced;
    std::optional<Date> from{};
    std::string_view source;
    std::string_view link;
    Date checked{};
};

/// A change of the rules over time. Only some carry a label that the engine answers with.
struct Version {
    std::string_view label; ///< "LV-2022"; empty for a change that is not a version of its own
    std::string_view title;
    std::string_view about; ///< what changed
    Date from{};
    std::optional<Date> until{}; ///< last day, for an overlay that ended
    Confidence confidence = Confidence::read;
    std::span<const Source> sources;
    Date checked{};
};

/// One code of an official set. Without `from` the code is known but the day of its first use is
/// not.
struct Code {
    std::string_view code;
    std::string_view name;
    std::string_view about;
    std::string_view signal; ///< attendance: the use that hints at an exclusion left unrecorded
    std::optional<Date> from{};
    std::optional<Date> until{}; ///< last day
    Confidence confidence = Confidence::read;
    std::string_view source;
    Date checked{};
};

/// Every rule, in the order of the files; the order of RuleId.
std::span<const Rule> rules();
/// The rule of this id.
const Rule& rule(RuleId id);
/// The rule with this name, in any case: "irp-02". Nothing where there is none.
std::optional<RuleId> find_rule(std::string_view name);
/// As printed: "NT-05T".
std::string_view name_of(RuleId id);

/// The row of the rule that stood on that day; null before the first and after the last.
const InForce* in_force_on(RuleId id, Date on);
/// Where the rule was written on that day, in which edition; nothing where it was not in force.
std::optional<Citation> citation(RuleId id, Date on);
/// The place of a source on that day; null outside its dates.
const Place* place_on(const Source& source, Date on);

/// Every instrument.
std::span<const Instrument> instruments();
/// The instrument of this id.
const Instrument& instrument(InstrumentId id);

/// Every number in law or settings.
std::span<const Value> values();
/// The number of this id with its rows.
const Value& value(ValueId id);
/// The number on that day. Nothing outside the known dates: never the nearest row.
std::optional<int> value_on(ValueId id, Date on);

/// Law that is enacted or announced and not in force.
std::span<const Switch> switches();
/// Whether the switch has a first day and `on` is that day or later.
bool switched_on(SwitchId id, Date on);

/// Every change over time, labelled or not, by first day.
std::span<const Version> versions();
/// The label of the rules for an exclusion decided on that day; nothing before 1 September 2012.
/// Source: rule VER-01.
std::optional<std::string_view> law_version_on(Date decided_on);

/// All reason codes of the school census with their dates, those without a first day included.
std::span<const Code> exclusion_reasons();
/// All attendance codes used around exclusion with their dates.
std::span<const Code> attendance_codes();
/// All categories of exclusion with their dates.
std::span<const Code> exclusion_categories();
/// The reason codes in use on that day. Codes whose first day is not known are left out.
std::vector<Code> reasons_on(Date on);
/// The attendance codes in use on that day.
std::vector<Code> attendance_codes_on(Date on);
/// The categories of exclusion in use on that day.
std::vector<Code> exclusion_categories_on(Date on);

/// The newest day on which somebody checked a rule against its source.
Date last_checked();

/// Rules whose name, title or texts hold each of the words, in any case and order; a word may be
/// the beginning of one in the text. No words means every rule. With a topic or a day, only those
/// of that topic, or in force on that day. Rules whose title or name holds the words come first;
/// among them, and after them, the order is that of the topics.
std::vector<const Rule*> search_rules(std::string_view words, std::optional<Topic> topic = {},
                                      std::optional<Date> in_force = {});

/// Every topic in the order in which a case meets it: the decision, whom to tell, teaching, the
/// governors, a review. The order of the filter and of the list.
std::span<const Topic> topics();
/// As shown: "Telling people".
std::string_view words_for(Topic topic);
/// As shown: "Act", "Statutory guidance".
std::string_view words_for(InstrumentKind kind);

} // namespace onroll::law
