#include "access/guard.h"

#include "access/store_break_glass.h"
#include "access/store_sign_ins.h"
#include "access/store_keys.h"
#include "access/store_users.h"

#include "audit/store.h"
#include "audit/store_purposes.h"
#include "forms/types.h"
#include "kernel/ensure.h"
#include "platform/db/agency_in_force.h"
#include "platform/http/percent.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace onroll::access {

namespace guard_detail {

/// What was given for the record that this request entered: for the entry that its transaction
/// notes, and for what else its page asks about the same record.
struct GivenHere {
    Given given;
    std::string kind;
    std::string record;
};

/// What this request knows already of a record that it entered.
Given given_before(const http::Request& request, const Subject& subject)
{
    const auto* here = request.attached<GivenHere>();
    const bool entered = here && !subject.record.empty() && here->kind == subject.kind &&
                         here->record == subject.record;
    return entered ? here->given : Given{};
}

/// What the policy let this request do so far, for what is noted where that did not happen.
struct LetIn {
    const Act* act = nullptr;
    std::optional<Subject> subject{};
};

/// That an entry of this request is in the audit for good.
struct Recorded {};

constexpr int first_status_of_trouble = 400;

std::string noted(std::string_view text)
{
    return audit::may_be_noted(text) ? std::string(text) : std::string();
}

/// The page to come back to: of a form, the one that shows it.
std::string way_back(const http::Request& request)
{
    if (request.method() == http::Method::get || request.method() == http::Method::head)
        return request.path();
    const auto page = request.form()[forms::page_field];
    return page.empty() ? "/" : std::string(page);
}

/// The first of the actor's roles that has the answer which all of them together have.
std::string_view role_for(const Actor& actor, const Act& act, const Standing& standing,
                          const Given& given, PolicyMoment now)
{
    if (actor.key) return "program";
    auto one = actor;
    const auto ask = [&](const Actor& whoever) {
        return act.concerns == Concerns::record ? decide(whoever, act.name, standing, given, now)
                                                : decide(whoever, act.name, given, now);
    };
    const auto best = ask(actor);
    for (const auto role : actor.roles) {
        one.roles = {role};
        if (ask(one) == best) return key_of(role);
    }
    return {};
}

const Act& known(std::string_view name)
{
    const auto* act = act_named(name);
    ensure(act != nullptr, "an act is one of the policy's list");
    return *act;
}

/// What no record and no moment would change.
bool may_never(const Actor& actor, const Act& act, PolicyMoment now)
{
    if (act.concerns == Concerns::record) return !may_ever(actor, act.name);
    const auto answer = decide(actor, act.name, {.second_person = true}, now);
    return answer != Answer::allowed && answer != Answer::ask_proof;
}

bool only_asks(const http::Request& request)
{
    return request.method() == http::Method::get || request.method() == http::Method::head;
}

audit::Deed common(const http::Request& request, const Act& act, audit::Outcome outcome)
{
    const auto& actor = access::actor(request);
    audit::Deed deed;
    deed.agency = actor.agency.text();
    deed.actor = actor.user.text();
    deed.act = act.name;
    if (actor.key) deed.purpose = key_of(*actor.key);
    deed.kind = outcome == audit::Outcome::refused ? audit::Kind::denied : act.kind;
    deed.origin = noted(request.address());
    deed.request = noted(request.id());
    deed.outcome = outcome;
    return deed;
}

/// What an agency keeps was looked at: the page of a setting shows it, so opening it is a read.
audit::Deed read_of_agency(const http::Request& request, const Act& act)
{
    auto deed = deed_of(request, act.name);
    if (act.effect != Effect::reads) deed.kind = audit::Kind::read;
    return deed;
}

} // namespace guard_detail
using namespace guard_detail;

audit::Deed deed_of(const http::Request& request, std::string_view act, const Subject& subject,
                    audit::Outcome outcome)
{
    auto deed = common(request, known(act), outcome);
    deed.record_kind = noted(subject.kind);
    deed.record = noted(subject.record);
    deed.fields = subject.fields;
    // A refusal says nothing of whether there is such a record, or whose it is.
    if (outcome == audit::Outcome::refused) return deed;
    const auto* here = request.attached<GivenHere>();
    const auto given = here ? here->given : Given{};
    deed.role =
        role_for(access::actor(request), known(act), subject.standing, given, PolicyMoment{});
    deed.relation = key_of(subject.standing.relation);
    if (given.purpose && subject.standing.relation == Relation::same_agency)
        deed.purpose = key_of(*given.purpose);
    if (given.glass_until) deed.purpose = "break_glass";
    return deed;
}

audit::Deed deed_of(const http::Request& request, std::string_view act, audit::Outcome outcome)
{
    auto deed = common(request, known(act), outcome);
    if (outcome != audit::Outcome::refused)
        deed.role = role_for(access::actor(request), known(act), {}, {.second_person = true}, {});
    return deed;
}

void note(db::Transaction& transaction, const http::Request& request, std::string_view act,
          const Subject& subject, Instant now)
{
    audit::note(transaction, deed_of(request, act, subject), now);
}

http::Policy Guard::policy(std::string_view act) const
{
    const auto& its_act = known(act);
    auto policy =
        http::Policy::named(std::string(act), [this, &its_act](const http::Request& request) {
            return refuses(request, its_act);
        });
    return settings_.turn_away ? policy.turning_away_first(settings_.turn_away) : policy;
}

http::Policy Guard::key_policy(std::string_view act) const
{
    const auto& its_act = known(act);
    return http::Policy::named(std::string(act),
                               [this, &its_act](const http::Request& request) {
                                   return refuses_key(request, its_act);
                               })
        .turning_away_first(
            [this, &its_act](const http::Request& request) -> std::optional<http::Response> {
                if (auto instead = asks_for_key(request, its_act)) return instead;
                if (may_never(access::actor(request), its_act, clock().now()))
                    return denied(request, its_act);
                return std::nullopt;
            });
}

std::optional<http::Response> Guard::refuses_key(const http::Request& request, const Act& act) const
{
    if (auto instead = asks_for_key(request, act)) return instead;
    return refuses_actor(request, act);
}

std::optional<http::Response> Guard::asks_for_key(const http::Request& request,
                                                  const Act& act) const
{
    auto instead = settings_.ask_key(request);
    // A key that was revoked or has ended still says whose it was.
    if (instead && actor_or_none(request))
        record(request, deed_of(request, act.name, audit::Outcome::refused));
    return instead;
}

std::optional<http::Response> Guard::refuses(const http::Request& request, const Act& act) const
{
    if (auto instead = settings_.ask_sign_in(request)) return instead;
    return refuses_actor(request, act);
}

std::optional<http::Response> Guard::refuses_actor(const http::Request& request,
                                                   const Act& act) const
{
    const auto& actor = access::actor(request);
    const auto now = clock().now();
    request.attach(std::make_shared<const LetIn>(LetIn{.act = &act}));
    if (may_never(actor, act, now)) return denied(request, act);
    if (act.concerns == Concerns::record) return std::nullopt;
    if (decide(actor, act.name, {.second_person = true}, now) == Answer::ask_proof)
        return ask_proof(request);
    if (act.concerns == Concerns::agency && (act.effect == Effect::reads || only_asks(request)))
        record(request, read_of_agency(request, act));
    return std::nullopt;
}

http::Response Guard::denied(const http::Request& request, const Act& act) const
{
    record(request, deed_of(request, act.name, audit::Outcome::refused));
    return http::not_found();
}

http::Response Guard::ask_proof(const http::Request& request) const
{
    auto instead = settings_.ask_proof(request, way_back(request));
    ensure(instead.has_value(), "the policy asks for a fresh proof only where it is not fresh");
    keep_typed(request);
    return *std::move(instead);
}

void Guard::record(const http::Request& request, const audit::Deed& deed) const
{
    settings_.place(access::actor(request)).recorder->record(deed);
    request.attach(std::make_shared<const Recorded>());
}

void Guard::note_failure(const http::Request& request, const http::Response& response) const
{
    const auto* let_in = request.attached<LetIn>();
    if (!let_in || response.status < first_status_of_trouble || request.attached<Recorded>())
        return;
    constexpr auto failed = audit::Outcome::failed;
    record(request, let_in->subject ? deed_of(request, let_in->act->name, *let_in->subject, failed)
                                    : deed_of(request, let_in->act->name, failed));
}

void Guard::check_still_let_in(const http::Request& request) const
{
    const auto* let_in = request.attached<LetIn>();
    if (!let_in || let_in->act->concerns == Concerns::self) return;
    const auto& actor = access::actor(request);
    // What is stored may be another agency's.
    const db::WorkFor own(actor.agency.text());
    auto reader = settings_.database->read();
    if (actor.key) {
        const auto keys = api_keys_of_agency(reader, actor.agency);
        const auto today = in_london(clock().now()).date;
        const bool still_works = std::any_of(keys.begin(), keys.end(), [&](const ApiKey& key) {
            return key.id.text() == actor.sign_in.id.text() && works(key, today);
        });
        if (!still_works) throw NoLongerLetIn();
        return;
    }
    const auto user = find_user(reader, actor.agency, actor.user);
    const auto lasting = sign_ins_of(reader, {actor.agency, actor.user}, clock().now());
    const bool lasts = std::any_of(lasting.begin(), lasting.end(), [&](const SignInSeen& one) {
        return one.id == actor.sign_in.id;
    });
    if (!user || user->state != UserState::active || user->roles != actor.roles ||
        user->teams != actor.teams || !lasts)
        throw NoLongerLetIn();
}

void Guard::keep_typed(const http::Request& request) const
{
    const auto& actor = access::actor(request);
    if (settings_.keep_draft && !request.form().empty())
        settings_.keep_draft(request, actor.agency, actor.user);
}

Given Guard::given_by(const Actor& actor, const Act& act, const Subject& subject, Given given) const
{
    given.second_person = subject.second_person;
    const auto now = clock().now();
    auto answer = decide(actor, act.name, subject.standing, given, now);
    if (answer == Answer::ask_purpose) {
        auto reader = settings_.place(actor).database->read();
        const auto purpose = audit::purpose_given(
            reader,
            {actor.agency.text(), actor.user.text(), actor.sign_in.id.text(), subject.record}, now);
        if (purpose) given.purpose = purpose_named(*purpose);
        answer = decide(actor, act.name, subject.standing, given, now);
    }
    if (answer == Answer::ask_break_glass) {
        auto reader = settings_.database->read();
        given.glass_until = glass_runs_until(reader, actor, subject.record, now);
    }
    return given;
}

Answer Guard::answer(const http::Request& request, std::string_view act,
                     const Subject& subject) const
{
    const auto& actor = access::actor(request);
    return decide(actor, act, subject.standing,
                  given_by(actor, known(act), subject, given_before(request, subject)),
                  clock().now());
}

std::optional<http::Response> Guard::enter(const http::Request& request, std::string_view act_name,
                                           const Subject& subject) const
{
    const auto& act = known(act_name);
    const auto& actor = access::actor(request);
    const auto given = given_by(actor, act, subject, {});
    const auto query = "?kind=" + http::percent_encoded(subject.kind) +
                       "&record=" + http::percent_encoded(subject.record) +
                       "&next=" + http::percent_encoded(way_back(request));
    switch (decide(actor, act.name, subject.standing, given, clock().now())) {
    case Answer::allowed:
        request.attach(
            std::make_shared<const GivenHere>(GivenHere{given, subject.kind, subject.record}));
        request.attach(std::make_shared<const LetIn>(LetIn{&act, subject}));
        if (act.effect == Effect::reads || only_asks(request)) {
            auto deed = deed_of(request, act.name, subject);
            // The form of a change shows what is kept, so opening it is a read.
            if (act.effect != Effect::reads) deed.kind = audit::Kind::read;
            record(request, deed);
        }
        return std::nullopt;
    case Answer::ask_proof:
        return ask_proof(request);
    case Answer::ask_purpose:
        keep_typed(request);
        return http::redirect("/purpose" + query);
    case Answer::ask_break_glass:
        return http::redirect("/break-glass/open" + query);
    case Answer::ask_second_person:
        return http::failure({ErrorKind::not_allowed,
                              "A second person has to agree to this first. Ask a colleague who may",
                              {},
                              {}});
    case Answer::refused:
        break;
    }
    return missing(request, act_name, subject.kind, subject.record);
}

http::Response Guard::missing(const http::Request& request, std::string_view act,
                              std::string_view kind, std::string_view record) const
{
    const Subject subject{.kind = std::string(kind), .record = std::string(record)};
    this->record(request, deed_of(request, act, subject, audit::Outcome::refused));
    return http::not_found();
}

} // namespace onroll::access
