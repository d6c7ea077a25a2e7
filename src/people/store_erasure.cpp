#include "people/store_erasure.h"

#include "people/store_detail.h"
#include "people/store_restrictions.h"
#include "people/store_retention.h"
#include "people/store_rows.h"

#include "platform/crypto/new_id.h"

#include <utility>

namespace onroll::people {

using store_rows::sql;
using store_rows::stored_id;

namespace store_erasure_detail {

template <class Enum>
std::string keys_of(const std::vector<Enum>& values)
{
    std::vector<std::string> keys;
    for (const auto value : values) keys.emplace_back(key_of(value));
    return store_rows::joined_lines(keys, ' ');
}

std::optional<access::UserId> user_in(const db::Rows& rows, const char* column)
{
    const auto text = rows.optional_text(column);
    return text ? std::optional(stored_id<access::UserId>(*text)) : std::nullopt;
}

ErasureRequest erasure_from(const db::Rows& rows)
{
    ErasureRequest request{.id = stored_id<ErasureId>(rows.text("id")),
                           .person = stored_id<PersonId>(rows.text("person")),
                           .made_by = stored_id<access::UserId>(rows.text("made_by"))};
    request.asked_by = rows.text("asked_by");
    request.ground = erasure_ground_named(rows.text("ground")).value_or(ErasureGround::not_said);
    request.wanted = rows.text("wanted");
    request.clock.received_on = rows.date("received_on");
    request.clock.identity_asked = rows.boolean("identity_asked");
    request.clock.identity_shown_on = rows.optional_date("identity_shown_on");
    request.clock.complexity = rows.boolean("complex") ? Complexity::complex : Complexity::ordinary;
    request.why_complex = rows.text("why_complex");
    request.decision =
        erasure_decision_named(rows.text("decision")).value_or(ErasureDecision::open);
    for (const auto& key : store_rows::split_lines(rows.text("parts"), ' '))
        if (const auto part = erasable_part_named(key)) request.parts.push_back(*part);
    for (const auto& key : store_rows::split_lines(rows.text("refusals"), ' '))
        if (const auto reason = keep_reason_named(key)) request.refusals.push_back(*reason);
    request.words = rows.text("words");
    request.decided_on = rows.optional_date("decided_on");
    request.decided_by = user_in(rows, "decided_by");
    request.answered_on = rows.optional_date("answered_on");
    request.carried_out_on = rows.optional_date("carried_out_on");
    request.carried_out_by = user_in(rows, "carried_out_by");
    request.version = static_cast<int>(rows.integer("version"));
    return request;
}

std::vector<ErasureRequest> erasures_in(db::Rows rows)
{
    std::vector<ErasureRequest> requests;
    while (rows.next()) requests.push_back(erasure_from(rows));
    return requests;
}

std::optional<std::string> text_of(const std::optional<access::UserId>& user)
{
    return user ? std::optional(user->text()) : std::nullopt;
}

Result<void> check_day(const Scope& scope, const ErasureRequest& request, Date on)
{
    if (on > scope.today()) return bad_input("The day must be today or earlier", "on");
    if (on < request.clock.received_on)
        return bad_input("The day must not be before the request was received", "on");
    return {};
}

Error answered_already()
{
    return {ErrorKind::conflict, "The answer has gone already, so this stays as it is", {}, {}};
}

/// Writes the request as it is now; conflict where somebody else wrote first.
Result<void> write(db::Transaction& transaction, const Scope& scope, const ErasureRequest& request,
                   std::string_view field)
{
    if (transaction.run(sql()("change_erasure_request"), request.clock.identity_shown_on,
                        request.clock.complexity == Complexity::complex, request.why_complex,
                        key_of(request.decision), keys_of(request.parts), keys_of(request.refusals),
                        request.words, request.decided_on, text_of(request.decided_by),
                        request.answered_on, request.carried_out_on,
                        text_of(request.carried_out_by), scope.agency.text(), request.id.text(),
                        request.version) != 1)
        return store_detail::stale();
    store_detail::note(transaction, scope, audit::Kind::changed, "records_request.change", "person",
                       request.person.text(), {std::string(field), "erasure:" + request.id.text()});
    return {};
}

constexpr const char* statement_for(ErasablePart part)
{
    switch (part) {
    case ErasablePart::contacts:
        return "drop_contacts";
    case ErasablePart::old_addresses:
        return "delete_old_addresses";
    case ErasablePart::other_names:
        return "delete_other_names";
    case ErasablePart::earlier_values:
        return "delete_changes";
    case ErasablePart::households:
        return "delete_household_members";
    }
    return "";
}

void erase_parts(db::Transaction& transaction, const Scope& scope, const ErasureRequest& request)
{
    const auto& agency = scope.agency.text();
    for (const auto& one : store_detail::group_of(transaction, scope.agency, request.person))
        for (const auto part : request.parts)
            transaction.run(sql()(statement_for(part)), agency, one.text());
    transaction.run(sql()("delete_empty_households"), agency);
    store_detail::refresh_keys(transaction, scope.agency, request.person);
}

} // namespace store_erasure_detail

using namespace store_erasure_detail;

bool waits_for_second(const ErasureRequest& request)
{
    return request.answered_on && request.decision != ErasureDecision::refused &&
           !request.carried_out_on;
}

bool is_open(const ErasureRequest& request)
{
    return !request.answered_on || waits_for_second(request);
}

Result<ErasureId> receive_erasure(db::Transaction& transaction, const Scope& scope,
                                  const PersonId& person, const NewErasureRequest& asked)
{
    if (asked.asked_by.empty()) return bad_input("Enter who asks", "asked_by");
    if (asked.asked_by.size() > 200)
        return bad_input("Keep who asks under 200 characters", "asked_by");
    if (asked.wanted.empty()) return bad_input("Enter what they want erased", "wanted");
    if (asked.wanted.size() > 1'000)
        return bad_input("Keep what they want under 1,000 characters", "wanted");
    if (asked.received_on > scope.today())
        return bad_input("The day must be today or earlier", "received_on");
    if (const auto changeable = store_detail::check_changeable(transaction, scope.agency, person);
        !changeable)
        return changeable.error();
    const auto id = crypto::new_id<ErasureId>();
    transaction.run(sql()("add_erasure_request"), scope.agency.text(), id.text(), person.text(),
                    asked.asked_by, key_of(asked.ground), asked.wanted, asked.received_on,
                    asked.identity_asked, scope.user.text());
    store_detail::note(transaction, scope, audit::Kind::recorded, "records_request.change",
                       "person", person.text(), {"erasure:" + id.text()});
    return id;
}

Result<void> erasure_identity_shown(db::Transaction& transaction, const Scope& scope,
                                    const ErasureRequest& request, Date on)
{
    if (request.answered_on) return answered_already();
    if (const auto fits = check_day(scope, request, on); !fits) return fits;
    if (!request.clock.identity_asked) return bad_input("They were not asked who they are", "step");
    auto now = request;
    now.clock.identity_shown_on = on;
    return write(transaction, scope, now, "identity_shown_on");
}

Result<void> erasure_takes_longer(db::Transaction& transaction, const Scope& scope,
                                  const ErasureRequest& request, std::string_view why)
{
    if (request.answered_on) return answered_already();
    if (why.empty()) return bad_input("Enter why it takes longer, as you tell the person", "why");
    if (why.size() > 500) return bad_input("Keep the reason under 500 characters", "why");
    const auto due = subject_request_due(request.clock);
    if (request.clock.complexity == Complexity::ordinary && due.by && *due.by < scope.today())
        return bad_input("The first month is over, so it cannot be made longer", "step");
    auto now = request;
    now.clock.complexity = Complexity::complex;
    now.why_complex = why;
    return write(transaction, scope, now, "complex");
}

Result<void> decide_erasure(db::Transaction& transaction, const Scope& scope,
                            const ErasureRequest& request, const ErasureAnswer& answer)
{
    if (request.answered_on) return answered_already();
    if (const auto problems = problems_of(answer); !problems.empty()) return problems.front();
    auto now = request;
    now.decision = answer.decision;
    now.parts = answer.parts;
    now.refusals = answer.refusals;
    now.words = answer.words;
    now.decided_on = scope.today();
    now.decided_by = scope.user;
    return write(transaction, scope, now, "decision");
}

Result<void> answer_erasure(db::Transaction& transaction, const Scope& scope,
                            const ErasureRequest& request, Date on)
{
    if (request.answered_on) return answered_already();
    if (request.decision == ErasureDecision::open)
        return bad_input("Decide first, then send the answer", "step");
    if (const auto fits = check_day(scope, request, on); !fits) return fits;
    if (on < *request.decided_on) return bad_input("The day must not be before you decided", "on");
    auto now = request;
    now.answered_on = on;
    return write(transaction, scope, now, "answered_on");
}

Result<void> carry_out_erasure(db::Transaction& transaction, const Scope& scope,
                               const ErasureRequest& request, bool has_casework)
{
    ErasureState state{.has_casework = has_casework};
    for (const auto& one : store_detail::group_of(transaction, scope.agency, request.person))
        state.on_hold = state.on_hold || on_hold(transaction, scope.agency, one);
    state.is_restricted = is_restricted(transaction, scope.agency, request.person);
    if (const auto not_yet = why_not_yet(request, scope.user, state)) return *not_yet;
    auto now = request;
    now.carried_out_on = scope.today();
    now.carried_out_by = scope.user;
    if (const auto written = write(transaction, scope, now, "carried_out_on"); !written)
        return written;
    if (request.decision == ErasureDecision::whole) {
        delete_on_request(transaction, scope, request.person, *request.decided_by);
        return {};
    }
    erase_parts(transaction, scope, request);
    std::vector<std::string> fields{"erased"};
    for (const auto part : request.parts) fields.emplace_back(key_of(part));
    store_detail::note(transaction, scope, audit::Kind::removed, "retention.delete", "person",
                       request.person.text(), fields);
    return {};
}

std::vector<ErasureRequest> erasures_of(db::Queries& database, const access::AgencyId& agency,
                                        const PersonId& person)
{
    return erasures_in(database.query(sql()("erasure_requests_of"), agency.text(), person.text()));
}

std::vector<ErasureRequest> erasures_of_agency(db::Queries& database,
                                               const access::AgencyId& agency)
{
    return erasures_in(database.query(sql()("erasure_requests_of_agency"), agency.text()));
}

Result<ErasureRequest> find_erasure(db::Queries& database, const access::AgencyId& agency,
                                    const ErasureId& id)
{
    auto rows = database.query(sql()("find_erasure_request"), agency.text(), id.text());
    if (!rows.next()) return not_found("There is no such request");
    return erasure_from(rows);
}

} // namespace onroll::people
