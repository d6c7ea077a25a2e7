// Who may do what to which record: one pure function, asked by pages, commands, exports and search
// alike. What is not listed is refused. The reviewed table of its answers is
// docs/reference/authorisation-matrix.csv. Pure: no clock, no database.
#pragma once

#include "access/types.h"
#include "audit/types.h"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace onroll::access {

/// What an act is done to.
enum class Concerns {
    self,   ///< the actor's own account or typed work
    agency, ///< the actor's agency as a whole: its staff, a search of its records, its audit
    record  ///< one person's record, or a case
};

enum class Effect { reads, changes };

/// An act by its name, as routes declare it and the audit notes it.
struct Act {
    std::string_view name; ///< "people.view"
    Concerns concerns = Concerns::record;
    Effect effect = Effect::reads;
    audit::Kind kind = audit::Kind::read;
    bool fresh_proof = false;   ///< asks for the password or a key again (trust.md A-11)
    bool two_people = false;    ///< a second person must agree (Z-10)
    bool named_people = false;  ///< only those whose caseload it is on (D2)
    bool when_closed = false;   ///< may change a closed record too
    bool on_shared = false;     ///< may be done to what another agency shares
    bool in_any_strand = false; ///< of the actor's own agency
};

/// Every act there is.
/// Source: trust.md section 1 (AC3 to AC13) and Z-01.
const std::vector<Act>& all_acts();
/// Nothing for a name that is no act.
/// Source: trust.md Z-01: what is not listed is refused.
const Act* act_named(std::string_view name);

/// How the actor stands to a record, and what the record is.
struct Standing {
    Relation relation = Relation::other_agency;
    Strand strand = Strand::general;
    bool closed = false;
    bool withheld = false; ///< for named people only, as where an address is protected
    bool conflict = false; ///< the actor's own record, or a relative's (Z-11)

    bool operator==(const Standing&) const = default;
};

using PolicyMoment = std::chrono::sys_time<std::chrono::milliseconds>;

/// What the actor has given for this act so far.
struct Given {
    std::optional<Purpose> purpose{};          ///< for opening a record outside the caseload
    std::optional<PolicyMoment> glass_until{}; ///< break-glass on this record runs until then
    bool second_person = false;                ///< somebody else has agreed to this very act
};

enum class Answer {
    allowed,
    ask_proof,         ///< allowed once the actor has proved again who they are
    ask_second_person, ///< allowed once another person has agreed
    ask_purpose,       ///< allowed once the actor has said why
    ask_break_glass,   ///< refused, but the actor may break the glass
    refused            ///< answered exactly as if there were no such record
};
/// "ask_purpose": the word in the matrix.
/// Source: trust.md Z-02.
std::string_view key_of(Answer answer);

/// The decision. The best answer that one of the actor's roles has.
/// Source: trust.md Z-01, Z-05, Z-06, Z-10, Z-11; section 2, D2, D7, D8 and D12 for the strands.
Answer decide(const Actor& actor, std::string_view act, const Standing& standing,
              const Given& given, PolicyMoment now);

/// The same for acts that concern no single record.
/// Source: trust.md Z-01.
Answer decide(const Actor& actor, std::string_view act, const Given& given, PolicyMoment now);

/// Whether an agency of that kind may have keys of that scope.
/// Source: trust.md A-16, W-01 and W-03.
bool fits(AgencyKind kind, KeyScope scope);

/// Whether there is any record to which the actor may do this: what a route can know before it has
/// looked for the record.
/// Source: trust.md Z-01, Z-03.
bool may_ever(const Actor& actor, std::string_view act);

/// Who a record belongs to, as its part knows it.
struct Holding {
    AgencyId agency;               ///< whose record it is
    std::vector<UserId> workers{}; ///< on whose caseload it is
    std::vector<TeamId> teams{};
    /// Of an act of sharing with the actor's agency: whether it runs now. Nothing: never shared.
    std::optional<bool> share_runs{};
};

/// How the actor stands to a record held so.
/// Source: trust.md Z-02, W-04.
Relation relation_of(const Actor& actor, const Holding& holding);

} // namespace onroll::access
