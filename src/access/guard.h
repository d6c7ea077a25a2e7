// Where the policy meets requests: each route declares its act, each handler enters a record
// through it, and what was read or refused is noted before it is answered. trust.md Z-01, Z-03,
// Z-05, L-01.
#pragma once

#include "access/gate.h"
#include "access/rules_policy.h"
#include "access/types.h"

#include "audit/recorder.h"
#include "audit/types.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"
#include "platform/http/policy.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::access {

/// The record that an act is done to.
struct Subject {
    std::string kind;   ///< "person"
    std::string record; ///< its id
    Standing standing{};
    bool second_person = false;        ///< somebody else has agreed to this very act
    std::vector<std::string> fields{}; ///< names of what is shown or changed; may be empty
};

/// Where an actor's deeds are noted: the database of their agency. The advice service has its own.
struct AuditPlace {
    db::Database* database = nullptr;
    audit::Recorder* recorder = nullptr;
};

/// All of it outlives the router.
struct GuardSettings {
    /// What is answered instead where nobody is signed in; else attaches the Actor to the request.
    std::function<std::optional<http::Response>(const http::Request&)> ask_sign_in;
    /// The same by the headers alone, before a long form is read; attaches nothing.
    std::function<std::optional<http::Response>(const http::Request&)> turn_away = {};
    /// What is answered instead where the proof is not fresh; then back to `next`.
    std::function<std::optional<http::Response>(const http::Request&, std::string_view next)>
        ask_proof;
    /// For routes of programs: what is answered where no key that works is sent; else attaches the
    /// Actor. Attaches it for a key that worked once, too.
    std::function<std::optional<http::Response>(const http::Request&)> ask_key;
    std::function<AuditPlace(const Actor&)> place;
    db::Database* database = nullptr; ///< of break-glass, which is the council's alone
    const Clock* clock = nullptr;
    /// Keeps what a form held that is not taken now, for its owner.
    KeepDraft keep_draft = {};
};

/// Somebody's rights changed while what they asked was on its way; nothing of it was stored.
class NoLongerLetIn : public std::runtime_error {
public:
    NoLongerLetIn() : std::runtime_error("rights changed while a request was on its way") {}
};

class Guard {
public:
    explicit Guard(GuardSettings settings) : settings_(std::move(settings)) {}

    /// For a route. Signed in, and in a role that may ever do this; else 404, noted. Acts that
    /// concern no single record are decided whole, and their reads noted. Throws Bug for a name
    /// that is no act. An act that takes two people goes on: its handler asks whether another
    /// agreed.
    http::Policy policy(std::string_view act) const;

    /// For a route of programs: a key that opens this act, instead of a sign-in. A sign-in opens no
    /// such route, and a key no page.
    http::Policy key_policy(std::string_view act) const;

    /// For a handler that has found the record: nothing where it may go on, else what to answer
    /// instead: the question for a purpose, a fresh proof or break-glass, or 404. Reads are noted
    /// before this returns; a change is noted by its own transaction with note().
    std::optional<http::Response> enter(const http::Request& request, std::string_view act,
                                        const Subject& subject) const;

    /// For a handler that found no such record: noted and answered as a refusal is.
    http::Response missing(const http::Request& request, std::string_view act,
                           std::string_view kind, std::string_view record) const;

    /// The decision alone, for a page that shows what else can be done. Notes nothing.
    Answer answer(const http::Request& request, std::string_view act, const Subject& subject) const;

    /// Once a request was answered: notes that what was let in did not happen, where the answer
    /// says so and nothing was noted of it yet. A change that did happen was noted by its
    /// transaction.
    void note_failure(const http::Request& request, const http::Response& response) const;

    /// Before what was let in is stored: whether whoever asks still is who they were, with the
    /// roles and teams that they had, and still signed in. Throws NoLongerLetIn where they are not.
    /// Acts on one's own account change just that. trust.md Z-08.
    void check_still_let_in(const http::Request& request) const;

    AuditPlace place_of(const Actor& actor) const { return settings_.place(actor); }
    const Clock& clock() const { return *settings_.clock; }

private:
    /// `given` is what is known already.
    Given given_by(const Actor& actor, const Act& act, const Subject& subject, Given given) const;
    std::optional<http::Response> refuses(const http::Request& request, const Act& act) const;
    std::optional<http::Response> refuses_key(const http::Request& request, const Act& act) const;
    std::optional<http::Response> asks_for_key(const http::Request& request, const Act& act) const;
    std::optional<http::Response> refuses_actor(const http::Request& request, const Act& act) const;
    http::Response denied(const http::Request& request, const Act& act) const;
    http::Response ask_proof(const http::Request& request) const;
    void record(const http::Request& request, const audit::Deed& deed) const;
    void keep_typed(const http::Request& request) const;

    GuardSettings settings_;
};

/// What the audit says of an act on a record: the actor, the role that may, purpose, origin.
audit::Deed deed_of(const http::Request& request, std::string_view act, const Subject& subject,
                    audit::Outcome outcome = audit::Outcome::done);
/// The same for an act that concerns no single record.
audit::Deed deed_of(const http::Request& request, std::string_view act,
                    audit::Outcome outcome = audit::Outcome::done);

/// Notes a change in its own transaction, which is one of the actor's place.
void note(db::Transaction& transaction, const http::Request& request, std::string_view act,
          const Subject& subject, Instant now);

} // namespace onroll::access
