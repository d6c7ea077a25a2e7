// What the audit record holds: who did what to which record, in which agency, why, from where,
// when, and how it ended. Ids and names of fields only, never values. trust.md L-01. Pure.
#pragma once

#include "kernel/result.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::audit {

/// What sort of deed it was; the name of the act itself is Deed::act.
enum class Kind {
    read,
    searched,
    recorded,
    changed,
    removed,
    exported,
    printed,
    shared,
    signed_in,
    signed_out,
    denied,
    overrode,
    approved,
    erased, ///< the audit's own: older entries lost their content, as retention asks
};
std::string_view name_of(Kind kind);
std::optional<Kind> kind_named(std::string_view name);

enum class Outcome {
    done,
    refused, ///< the policy said no
    failed,  ///< it was allowed and did not happen
};
std::string_view name_of(Outcome outcome);
std::optional<Outcome> outcome_named(std::string_view name);

/// What is to be noted. Every text holds only what may_be_noted allows: an id, the name of an act
/// or of a field. Nothing that a person typed fits in.
struct Deed {
    std::string agency;   ///< whose chain it belongs to
    std::string actor;    ///< id of the user, or of the program's own work; empty: nobody signed in
    std::string role;     ///< the role in which the actor did it
    std::string relation; ///< of the actor to the record: "own", "team", "none"
    std::string purpose;  ///< where one was asked
    std::string act;      ///< as in the matrix: "people.view"
    Kind kind = Kind::read;
    std::string record_kind; ///< "person", "user"; empty where it concerned no single record
    std::string record;      ///< its id
    std::vector<std::string> fields; ///< names of what was changed or shown
    std::string origin;              ///< the address that it came from
    std::string request;             ///< id of the request, as in the log
    Outcome outcome = Outcome::done;

    bool operator==(const Deed&) const = default;
};

/// Letters, digits and `_ . : / { } -`, at most 200: an id or a name of ours, never words of a
/// person.
bool may_be_noted(std::string_view text);

/// An entry of a chain.
struct Entry {
    Deed deed;
    std::int64_t sequence =
        0; ///< 1, 2, 3 … in this agency; the order of events, whatever the clock
    std::chrono::sys_time<std::chrono::milliseconds> at{};
    std::string salt; ///< hexadecimal; so that an erased entry cannot be guessed from its hash
    std::string content_hash; ///< hexadecimal
    std::string hash;    ///< hexadecimal: this entry and, through the one before, all earlier ones
    bool erased = false; ///< retention took the content; the hashes stay
};

/// Where a chain ends. A later chain that does not hold this hash at this place was tampered with.
struct Head {
    std::string agency;
    std::int64_t sequence = 0;
    std::string hash;

    bool operator==(const Head&) const = default;
};

/// A head signed by this installation's key, and when. Kept here, and by whoever it is sent to.
struct SignedHead {
    Head head;
    std::chrono::sys_time<std::chrono::milliseconds> at{};
    std::string signature; ///< base64url, Ed25519

    bool operator==(const SignedHead&) const = default;
};

/// What is wrong with a chain, and from where on it cannot be relied upon.
struct Fault {
    std::int64_t sequence = 0;
    std::string what; ///< "its content was changed"
};

/// What the check of one agency's chain found.
struct ChainReport {
    std::string agency;
    std::int64_t entries = 0; ///< sound ones, counted from the first
    std::optional<Fault> first_fault;
};

} // namespace onroll::audit
