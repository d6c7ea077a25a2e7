// Consents of a person and acts of sharing.
#include "people/forms.h"
#include "people/pages_overrides.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/rules_consents.h"
#include "people/store_consents.h"
#include "people/store_limits.h"
#include "people/store_restrictions.h"
#include "people/views_consents.h"
#include "people/views_forms.h"

#include "forms/asked.h"
#include "access/store_users.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

namespace pages_consents_detail {

using namespace pages_shared;

std::string name_in(const Choices& choices, std::string_view value)
{
    for (const auto& [key, words] : choices)
        if (key == value) return words;
    return {};
}

/// Names of what may be shared, as they were ticked.
std::vector<std::string> fields_in(const http::Form& form)
{
    std::vector<std::string> fields;
    for (const auto field : form.all("fields"))
        if (!name_in(shareable_fields(), field).empty()) fields.emplace_back(field);
    return fields;
}

/// The agencies to share with: every one but the actor's own.
Choices other_agencies(const http::Request& request, const Services& services)
{
    Choices others;
    for (auto& agency : services.agencies())
        if (agency.first != access::actor(request).agency.text())
            others.push_back(std::move(agency));
    return others;
}

/// The person, and for a child the adults of the family.
Choices givers_of(db::Queries& database, const access::AgencyId& agency, const Person& person)
{
    Choices givers{{person.id.text(), called(person.name)}};
    if (const auto record = find_child(database, agency, person.id))
        for (const auto& member : record->family)
            givers.emplace_back(member.adult.id.text(), called(member.adult.name) + ", " +
                                                            std::string(in_words(member.tie.bond)));
    return givers;
}

/// Why acts of sharing open nothing now; empty where they do.
std::string why_shut(db::Queries& database, const access::AgencyId& agency, const PersonId& id)
{
    if (is_restricted(database, agency, id))
        return "The use of this record is restricted, so nothing of it can be opened by others "
               "now.";
    for (const auto& limit : limits_of(database, agency, id))
        if (limit.kind == LimitKind::named_people)
            return "This record is open to named people only, so nothing of it can be opened by "
                   "others now.";
    return {};
}

http::Response show(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "consents.view");
    if (entered.instead) return *entered.instead;
    const auto& actor = access::actor(request);
    auto reader = database_of(request, services).read(db::View::snapshot);
    ConsentsView view{.person = entered.person->id};
    view.today = today_of(services);
    view.top =
        top_of(reader, actor.agency, *entered.person, view.today, "Consents and sharing").bar;
    view.consents = consents_about(reader, actor.agency, entered.person->id);
    view.shares = shares_about(reader, actor.agency, entered.person->id);
    view.wordings = wordings_of(reader, actor.agency);
    view.name_of = [&](const PersonId& id) {
        const auto giver = find_person(reader, actor.agency, id);
        return giver ? called(giver->name) : std::string("Somebody no longer on record");
    };
    view.staff_name = [&](std::string_view user) {
        return services.staff_name(actor.agency, user);
    };
    view.confidential = actor.agency_kind == access::AgencyKind::advice_service;
    view.may_word = access::may_ever(actor, "consents.word");
    view.shut = why_shut(reader, actor.agency, entered.person->id);
    view.may_record = may(request, services, "consents.record", entered.subject);
    view.may_share = may(request, services, "shares.begin", entered.subject);
    const auto here = path_of(entered.person->id, "/consents");
    if (view.may_record)
        for (const auto& consent : view.consents)
            view.withdraw.emplace_back(consent.id.text(), start_of(request, here));
    if (may(request, services, "shares.end", entered.subject))
        for (const auto& share : view.shares)
            view.stop.emplace_back(share.id.text(), start_of(request, here));
    return page(request, services, "Consents and sharing", consents_view(view),
                path_of(entered.person->id));
}

http::Response show_consent_form(const http::Request& request, const Services& services,
                                 const Entered& entered, FormView form)
{
    const auto here = path_of(entered.person->id, "/consents/new");
    const auto& agency = access::actor(request).agency;
    const bool wrong = !form.errors.empty();
    auto reader = database_of(request, services).read(db::View::snapshot);
    ConsentFormView view{.form = std::move(form), .start = start_of(request, here), .action = here};
    view.top = top_of(reader, agency, *entered.person, today_of(services), "Record a consent").bar;
    view.givers = givers_of(reader, agency, *entered.person);
    view.agencies = other_agencies(request, services);
    for (const auto& consent : consents_about(reader, agency, entered.person->id)) {
        const auto giver = find_person(reader, agency, consent.giver);
        auto words = std::string(in_words(consent.purpose));
        if (!consent.with_name.empty()) words += " with " + consent.with_name;
        words += ": " + std::string(in_words(state_of(consent, today_of(services)))) + ", " +
                 in_words(consent.withdrawn_on.value_or(consent.given_on));
        if (giver) words += ", " + called(giver->name);
        view.answered.push_back(std::move(words));
    }
    view.wordings = asked_wordings(reader, agency, today_of(services));
    view.papers = path_of(entered.person->id, "/consents/forms/");
    return page(request, services, "Record a consent", consent_form_view(view),
                path_of(entered.person->id, "/consents"), wrong);
}

http::Response record(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "consents.record");
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    Errors errors;
    const auto purpose = consent_purpose_named(form["purpose"]);
    if (!purpose) errors.push_back(bad_input("Choose what was asked", "purpose"));
    const auto answer = form["answer"];
    if (answer != "yes" && answer != "no")
        errors.push_back(bad_input("Choose what they said", "answer"));
    const auto giver = PersonId::parse(form["giver"]);
    if (!giver) errors.push_back(bad_input("Choose who answered", "giver"));
    const auto capacity = capacity_named(form["capacity"]);
    if (!capacity) errors.push_back(bad_input("Choose in what right they answer", "capacity"));
    const auto channel = consent_channel_named(form["channel"]);
    if (!channel) errors.push_back(bad_input("Choose how they answered", "channel"));
    const auto given =
        read_date(form, "given_on", "The date they answered", Blank::refused, errors);
    const auto expires = read_date(form, "expires_on", "The last day", Blank::allowed, errors);
    const auto& about = entered.person->id;
    if (errors.empty()) {
        Consent consent{.id = ConsentId::parse(std::string(32, '0')).value(),
                        .about = about,
                        .purpose = *purpose,
                        .scope = std::string(form["scope"]),
                        .giver = *giver,
                        .capacity = *capacity,
                        .channel = *channel,
                        .given_on = *given,
                        .expires_on = expires,
                        .evidence = std::string(form["evidence"]),
                        .refused = answer == "no"};
        if (*purpose == ConsentPurpose::sharing) {
            consent.fields = fields_in(form);
            consent.with_name = name_in(other_agencies(request, services), form["with"]);
            if (!consent.with_name.empty()) consent.with = form["with"];
        }
        const auto saved =
            save(request, services, "record consent", form,
                 [&](db::Transaction& transaction) -> Result<std::string> {
                     const auto id = record_consent(
                         transaction,
                         scope_of(request, services, "consents.record", entered.subject), consent);
                     if (!id) return id.error();
                     return path_of(about, "/consents");
                 });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    return show_consent_form(request, services, entered, {form.fields, std::move(errors)});
}

http::Response withdraw(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "consents.record");
    if (entered.instead) return *entered.instead;
    const auto id = request.path<ConsentId>("consent");
    const auto form = form_of(request);
    if (!id) return http::not_found();
    const auto& about = entered.person->id;
    const auto saved = save(
        request, services, "withdraw consent", form,
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto consent = find_consent(transaction, access::actor(request).agency, *id);
            if (!consent || consent->about != about) return not_found("The consent was not found");
            const auto done = withdraw_consent(
                transaction, scope_of(request, services, "consents.record", entered.subject), *id);
            if (!done) return done.error();
            return path_of(about, "/consents");
        });
    return saved ? http::redirect(*saved) : http::failure(saved.error());
}

http::Response show_share_form(const http::Request& request, const Services& services,
                               const Entered& entered, FormView form)
{
    const auto here = path_of(entered.person->id, "/shares/new");
    const auto& actor = access::actor(request);
    const bool wrong = !form.errors.empty();
    auto reader = database_of(request, services).read(db::View::snapshot);
    ShareFormView view{.form = std::move(form), .start = start_of(request, here), .action = here};
    view.top =
        top_of(reader, actor.agency, *entered.person, today_of(services), "Share something").bar;
    view.agencies = other_agencies(request, services);
    for (const auto& consent : consents_about(reader, actor.agency, entered.person->id))
        if (consent.purpose == ConsentPurpose::sharing &&
            state_of(consent, today_of(services)) == ConsentState::holds)
            view.consents.emplace_back(consent.id.text(),
                                       consent.with_name + ": " + what_is_covered(consent));
    view.confidential = actor.agency_kind == access::AgencyKind::advice_service;
    for (const auto& user : who_may_allow(request, services))
        view.colleagues.emplace_back(user.id.text(), user.name);
    return page(request, services, "Share something", share_form_view(view),
                path_of(entered.person->id, "/consents"), wrong);
}

std::optional<Override> read_override(const http::Form& form,
                                      const std::vector<access::User>& may_allow, Errors& errors)
{
    Override given;
    const auto ground = override_ground_named(form["ground"]);
    if (!ground) errors.push_back(bad_input("Choose the exception", "ground"));
    given.ground = ground.value_or(OverrideGround::risk_of_harm);
    given.reason = std::string(form["reason"]);
    for (const auto& user : may_allow)
        if (user.id.text() == form["authorised_by"]) given.authorised_by = user.id.text();
    given.family_told_on =
        read_date(form, "told_on", "The date the family was told", Blank::allowed, errors);
    given.not_told_because = std::string(form["not_told"]);
    given.review_on = read_date(form, "review_on", "The date of review", Blank::allowed, errors);
    return given;
}

http::Response share(const http::Request& request, const Services& services)
{
    const auto form = form_of(request);
    const auto basis = share_basis_named(form["basis"]);
    const auto* act = basis == ShareBasis::override_of_consent ? "shares.override" : "shares.begin";
    const auto entered = enter(request, services, act);
    if (entered.instead) return *entered.instead;
    Errors errors;
    if (!basis) errors.push_back(bad_input("Choose what allows the sharing", "basis"));
    const auto starts = read_date(form, "starts_on", "First day", Blank::refused, errors);
    const auto ends = read_date(form, "ends_on", "Last day", Blank::refused, errors);
    Share given{.id = ShareId::parse(std::string(32, '0')).value(), .about = entered.person->id};
    given.with_name = name_in(other_agencies(request, services), form["with"]);
    if (!given.with_name.empty()) given.with = form["with"];
    given.fields = fields_in(form);
    given.statement = std::string(form["statement"]);
    given.purpose = std::string(form["purpose"]);
    given.basis = basis.value_or(ShareBasis::consent);
    if (const auto consent = ConsentId::parse(form["consent"])) given.consent = *consent;
    if (given.basis != ShareBasis::consent) given.consent.reset();
    given.law = std::string(form["law"]);
    if (given.basis == ShareBasis::override_of_consent)
        given.override_of_consent = read_override(form, who_may_allow(request, services), errors);
    if (errors.empty()) {
        given.starts_on = *starts;
        given.ends_on = *ends;
        const auto saved =
            save(request, services, "share", form,
                 [&](db::Transaction& transaction) -> Result<std::string> {
                     const auto id = begin_share(
                         transaction, scope_of(request, services, act, entered.subject), given);
                     if (!id) return id.error();
                     if (given.override_of_consent)
                         tell_of_override(request, services, transaction,
                                          given.override_of_consent->authorised_by);
                     return path_of(given.about, "/consents");
                 });
        if (saved && given.override_of_consent) wake_mail_of_override(services);
        if (saved) return http::redirect(*saved);
        auto error = saved.error();
        if (error.where == "told") error.where = "not_told";
        if (error.where == "review") error.where = "review_on";
        errors.push_back(std::move(error));
    }
    return show_share_form(request, services, entered, {form.fields, std::move(errors)});
}

http::Response stop(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "shares.end");
    if (entered.instead) return *entered.instead;
    const auto id = request.path<ShareId>("share");
    const auto form = form_of(request);
    if (!id) return http::not_found();
    const auto& about = entered.person->id;
    const auto saved = save(
        request, services, "stop sharing", form,
        [&](db::Transaction& transaction) -> Result<std::string> {
            bool theirs = false;
            for (const auto& one : shares_about(transaction, access::actor(request).agency, about))
                theirs = theirs || one.id == *id;
            if (!theirs) return not_found("The act of sharing was not found");
            const auto done = stop_share(
                transaction, scope_of(request, services, "shares.end", entered.subject), *id);
            if (!done) return done.error();
            return path_of(about, "/consents");
        });
    return saved ? http::redirect(*saved) : http::failure(saved.error());
}

} // namespace pages_consents_detail

void add_consent_pages(http::Router& router, const Services& services)
{
    using namespace pages_consents_detail;
    const auto& guard = *services.guard;
    router.get("/people/{person}/consents", guard.policy("consents.view"),
               [&services](const http::Request& request) { return show(request, services); });
    router.get("/people/{person}/consents/new", guard.policy("consents.record"),
               [&services](const http::Request& request) {
                   const auto entered = enter(request, services, "consents.record");
                   if (entered.instead) return *entered.instead;
                   return show_consent_form(request, services, entered,
                                            first_view(request, services, {}));
               });
    router.post("/people/{person}/consents/new",
                forms::taking(guard.policy("consents.record"),
                              {"purpose", "answer", "giver", "capacity", "channel", "given_on",
                               "expires_on", "with", "fields", "scope", "evidence"}),
                [&services](const http::Request& request) { return record(request, services); });
    router.post("/people/{person}/consents/{consent}/withdraw",
                forms::taking(guard.policy("consents.record"), forms::Asked{}),
                [&services](const http::Request& request) { return withdraw(request, services); });
    router.get("/people/{person}/shares/new", guard.policy("shares.begin"),
               [&services](const http::Request& request) {
                   const auto entered = enter(request, services, "shares.begin");
                   if (entered.instead) return *entered.instead;
                   return show_share_form(request, services, entered,
                                          first_view(request, services, {}));
               });
    router.post("/people/{person}/shares/new",
                forms::taking(guard.policy("shares.begin"),
                              {"with", "fields", "statement", "purpose", "basis", "consent", "law",
                               "ground", "reason", "authorised_by", "told_on", "not_told",
                               "review_on", "starts_on", "ends_on"}),
                [&services](const http::Request& request) { return share(request, services); });
    router.post("/people/{person}/shares/{share}/stop",
                forms::taking(guard.policy("shares.end"), forms::Asked{}),
                [&services](const http::Request& request) { return stop(request, services); });
}

} // namespace onroll::people
