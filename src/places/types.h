// The words of places: schools, trusts, local authorities and how they follow one another. Values
// only. Source of the words: Get Information about Schools (GIAS). Pure: no clock, no database.
#pragma once

#include "kernel/date.h"
#include "kernel/identifiers.h"
#include "kernel/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace onroll::places {

using onroll::in_words; // of a date, beside those below

/// What a school is, as far as the rules of exclusion tell schools apart.
enum class SchoolKind : std::uint8_t {
    maintained,
    maintained_special,
    maintained_nursery,
    academy,
    special_academy,
    ap_academy,
    pru,
    academy_16_to_19,
    independent,
    non_maintained_special,
    further_education,
    other,
    unknown,
};

enum class SchoolStatus : std::uint8_t { open, proposed_to_close, closed, proposed, unknown };

enum class Phase : std::uint8_t {
    nursery,
    primary,
    secondary,
    all_through,
    after_16,
    none,
    unknown
};

/// How far a statement about a school can be trusted: what comes later in this list is never
/// overruled by what comes before.
enum class SchoolSource : std::uint8_t {
    performance_list,
    census,
    register_of_schools,
    demonstration
};

/// A multi-academy or single-academy trust; `uid` is its group number in the register.
struct Trust {
    int uid = 0;
    std::string name;
    bool operator==(const Trust&) const = default;
};

/// The words of the source beside ours.
struct AsRecorded {
    std::string type;
    std::string type_group;
    std::string status;
    std::string phase;
    bool operator==(const AsRecorded&) const = default;
};

/// Pupils on roll; the day of the count where the source gives it.
struct PupilCount {
    int pupils = 0;
    std::optional<Date> counted_on{};
    bool operator==(const PupilCount&) const = default;
};

struct School {
    Urn urn;
    LaCode authority;
    std::optional<Laestab> laestab{};
    std::vector<Laestab> former_laestabs{}; ///< ascending, without the present one
    std::string name{}; ///< empty where only numbers are known; shown_name() always says something
    SchoolKind kind = SchoolKind::unknown;
    Phase phase = Phase::unknown;
    SchoolStatus status = SchoolStatus::unknown;
    std::optional<Date> opened_on{};
    std::optional<Date> closed_on{};
    std::string street{};
    std::string locality{};
    std::string town{};
    std::string postcode{};
    std::optional<Trust> trust{};
    std::optional<PupilCount> pupils{};
    AsRecorded as_recorded{};
    SchoolSource source = SchoolSource::performance_list;

    bool operator==(const School&) const = default;
};

/// An ONS code that a local authority had, by calendar year: first and last year of the lists that
/// were read.
struct AuthorityCode {
    std::string ons_code;
    int first_year = 0;
    int last_year = 0;
    bool operator==(const AuthorityCode&) const = default;
};

struct LocalAuthority {
    LaCode code;
    std::string name{};
    std::string region{};
    std::vector<AuthorityCode> ons_codes{}; ///< by first year
    bool operator==(const LocalAuthority&) const = default;
};

enum class LinkKind : std::uint8_t { predecessor, successor, other };

/// How one school is linked to another: `other` is the predecessor or successor of `school`.
struct SchoolLink {
    Urn school;
    Urn other;
    LinkKind kind = LinkKind::other;
    std::string as_recorded{};
    std::string other_name{};
    std::optional<Date> since{};
    bool operator==(const SchoolLink&) const = default;
};

/// The four sorts of school to which the rules of exclusion apply.
enum class LawSchoolType : std::uint8_t { maintained, academy, ap_academy, pru };

/// A school to which they do not apply.
struct OutsideTheRules {
    std::string reason; ///< one sentence for the person
    bool operator==(const OutsideTheRules&) const = default;
};

/// The list that the school came from does not say what it is.
struct KindNotKnown {
    bool operator==(const KindNotKnown&) const = default;
};

using LawSchool = std::variant<LawSchoolType, OutsideTheRules, KindNotKnown>;

/// Which of the four sorts a school is in law, or why it is none.
/// Source: Education Act 2002 s51A(1), (3), (10) and (12), read with s39(1); SI 2012/1033 reg 2.
LawSchool law_school_type(SchoolKind kind);
inline LawSchool law_school_type(const School& school)
{
    return law_school_type(school.kind);
}

/// The name, or "School with URN 149636".
std::string shown_name(const School& school);

/// "Academy", "Pupil referral unit": as shown on pages.
std::string_view in_words(SchoolKind kind);
std::string_view in_words(Phase phase);
std::string_view in_words(SchoolStatus status);
std::string_view in_words(SchoolSource source);

/// The names used in storage, CSV and the API: `special_academy`. Nothing for a name that is none
/// of them.
std::string_view key_of(SchoolKind kind);
std::string_view key_of(Phase phase);
std::string_view key_of(SchoolStatus status);
std::string_view key_of(SchoolSource source);
std::string_view key_of(LinkKind kind);
std::string_view key_of(LawSchoolType type);
std::optional<SchoolKind> school_kind_named(std::string_view key);
std::optional<Phase> phase_named(std::string_view key);
std::optional<SchoolStatus> school_status_named(std::string_view key);
std::optional<SchoolSource> school_source_named(std::string_view key);
std::optional<LinkKind> link_kind_named(std::string_view key);

/// `S10 2TN` for `s102tn`; the text in capitals where it is no full postcode.
std::string tidy_postcode(std::string_view text);

} // namespace onroll::places
