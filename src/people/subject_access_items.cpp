// Everything that is held about one person as items of a copy, in the order in which people read
// them.
#include "people/subject_access.h"

#include "people/rules_contact.h"

#include "access/types.h"
#include "access/types_seen.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"

#include <algorithm>
#include <array>
#include <set>

namespace onroll::people {

namespace subject_access_items_detail {

using Facts = std::vector<std::pair<std::string, std::string>>;

/// Twelve hexadecimal digits of what the item says: enough to tell the items of one record apart.
std::string key_for(const HeldItem& item)
{
    std::string words = item.section;
    for (const auto& [name, value] : item.facts) words += '\x1F' + name + '\x1E' + value;
    constexpr std::string_view digits = "0123456789abcdef";
    std::string key;
    for (const unsigned char byte : crypto::sha256(words).substr(0, 6)) {
        key += digits[byte / 16];
        key += digits[byte % 16];
    }
    return key;
}

class Collector {
public:
    void add(std::string section, Facts facts, std::string about_another = {})
    {
        std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
        if (facts.empty()) return;
        const bool third_party = !about_another.empty();
        add({{}, std::move(section), std::move(facts), third_party, std::move(about_another)});
    }
    void add(HeldItem item)
    {
        item.key = key_for(item);
        for (int again = 2; !keys_.insert(item.key).second; ++again)
            item.key = key_for(item) + "-" + std::to_string(again);
        items_.push_back(std::move(item));
    }
    std::vector<HeldItem> take() && { return std::move(items_); }

private:
    std::vector<HeldItem> items_;
    std::set<std::string> keys_;
};

std::string day(const std::optional<Date>& date)
{
    return date ? in_words(*date) : std::string();
}

std::string day_of(std::chrono::sys_time<std::chrono::milliseconds> at)
{
    return in_words(in_london(at).date);
}

/// The parts that a consent names, then its words.
std::string covered_by(const Consent& consent)
{
    std::string scope;
    for (const auto& field : consent.fields) scope += (scope.empty() ? "" : ", ") + field;
    if (!consent.scope.empty()) scope += (scope.empty() ? "" : ". ") + consent.scope;
    return scope;
}

std::string fields_of(const Share& share)
{
    std::string fields;
    for (const auto& field : share.fields) fields += (fields.empty() ? "" : ", ") + field;
    return fields;
}

void add_person(Collector& collect, const Person& person)
{
    collect.add("Details", {{"Name", full_name(person.name)},
                            {"Date of birth", day(person.born_on)},
                            {"Died", day(person.died_on)},
                            {"Sex", std::string(in_words(person.sex))},
                            {"Pronouns", person.pronouns},
                            {"UPN", person.upn ? person.upn->text() : ""},
                            {"NHS number", person.nhs_number ? person.nhs_number->spaced() : ""},
                            {"Language", person.language},
                            {"Interpreter", person.needs_interpreter ? "Needed" : ""},
                            {"Access needs", person.access_needs}});
    for (const auto& name : person.other_names)
        collect.add("Other names", {{"Name", called({name.given, name.family, {}})}});
    for (const auto& upn : person.former_upns) collect.add("Details", {{"Former UPN", upn.text()}});
    collect.add("Alert", {{"Alert", person.alert}},
                "An alert often says something of another person, or came from them.");
}

void add_homes(Collector& collect, const std::vector<PersonAddress>& addresses)
{
    for (const auto& address : addresses) {
        const bool sealed = std::holds_alternative<ProtectedAddress>(address.where);
        collect.add("Homes",
                    {{"Address", sealed ? "Withheld here. It is opened by hand for the person alone"
                                        : shown_address(address.where)},
                     {"From", was_corrected(address) ? "" : day(address.from)},
                     {"Until", was_corrected(address) ? "" : day(address.until)},
                     {"Corrected", was_corrected(address) ? day(address.from) : ""}});
    }
}

void add_contacts(Collector& collect, const Gathered& gathered)
{
    for (const auto& line : gathered.contacts)
        collect.add("Contact", {{std::string(in_words(line.channel)), line.value}});
    if (!gathered.safe.asked) return;
    std::string warnings;
    for (const auto& warning : contact_warnings(gathered.safe, ContactPermission::permitted))
        warnings += (warnings.empty() ? "" : " ") + warning;
    collect.add("Contact", {{"How to make contact safely", warnings}});
}

void add_schooling(Collector& collect, const Gathered& gathered)
{
    for (const auto& place : gathered.record.schools)
        collect.add("Schools", {{"School", gathered.school_name(place.school)},
                                {"What", std::string(in_words(place.kind))},
                                {"From", day(place.from)},
                                {"Until", day(place.until)}});
    for (const auto& statement : gathered.record.sen)
        collect.add("Special educational needs",
                    {{"Known", std::string(in_words(statement.status))},
                     {"Since", day(statement.from)},
                     {"Need", statement.need},
                     {"Note", statement.note}},
                    statement.note.empty() ? "" : "A note may say something of another person.");
    for (const auto& statement : gathered.record.care)
        collect.add("Care by a council", {{"Known", std::string(in_words(statement.status))},
                                          {"Council", statement.council},
                                          {"From", day(statement.from)},
                                          {"Until", day(statement.until)}});
}

Facts facts_of(const FamilyTie& tie)
{
    return {{"Tie", std::string(in_words(tie.bond))},
            {"Parental responsibility", std::string(in_words(tie.responsibility))},
            {"Lives with them", std::string(in_words(tie.care))},
            {"Contact", std::string(in_words(tie.contact))},
            {"Emergency contact", tie.emergency_contact ? "Yes" : ""},
            {"From", day(tie.from)},
            {"Until", day(tie.until)}};
}

void add_family(Collector& collect, const Gathered& gathered)
{
    const auto& record = gathered.record;
    for (const auto& member : record.family) {
        auto facts = facts_of(member.tie);
        facts.insert(facts.begin(), {"Name", full_name(member.adult.name)});
        for (const auto& line : member.contacts)
            facts.emplace_back(in_words(line.channel), line.value);
        for (const auto& address : member.addresses)
            facts.emplace_back("Home", shown_address(address.where));
        collect.add("Family", std::move(facts), "About another adult of the family.");
    }
    for (const auto& [child, tie] : gathered.children) {
        auto facts = facts_of(tie);
        facts.insert(facts.begin(), {"Child", full_name(child.name)});
        collect.add("Children", std::move(facts), "About a child.");
    }
    for (const auto& sibling : record.siblings)
        collect.add("Family", {{"Brother or sister", full_name(sibling.name)}},
                    "About another child.");
    for (const auto& order : record.orders)
        collect.add("Court orders",
                    {{"Order", std::string(in_words(order.kind))},
                     {"Made", day(order.made_on)},
                     {"Ends", day(order.ends_on)},
                     {"Document", order.document}},
                    order.concerns ? "The order concerns another adult." : "");
    for (const auto& household : gathered.households) {
        std::string others;
        Facts facts{{"Household", household.name}};
        for (const auto& member : household.members) {
            if (member.person == record.child.id) {
                facts.emplace_back("From", day(member.from));
                facts.emplace_back("Until", day(member.until));
            } else {
                others += (others.empty() ? "" : ", ") + member.name;
            }
        }
        facts.emplace_back("With", others);
        collect.add("Who lives together", std::move(facts),
                    others.empty() ? "" : "Names others who live there.");
    }
}

void add_changes(Collector& collect, const Gathered& gathered)
{
    for (const auto& change : gathered.changes)
        collect.add("Earlier values",
                    {{"Field", change.field},
                     {"Before", change.before},
                     {"After", change.after},
                     {"Note", change.note},
                     {"When", day_of(change.changed_at)}},
                    change.note.empty() && change.field != "alert"
                        ? ""
                        : "A note or an alert may say something of another person.");
    for (const auto& dispute : gathered.disputes)
        collect.add("What is disputed",
                    {{"Fact", dispute.about},
                     {"The record says", dispute.recorded},
                     {"Somebody says", dispute.said},
                     {"Who", dispute.said_by},
                     {"Noted", day_of(dispute.noted_at)},
                     {"Settled", day(dispute.settled_on)},
                     {"How", dispute.outcome}},
                    "What somebody said may be about another person, or came from them.");
}

void add_sharing(Collector& collect, const Gathered& gathered)
{
    for (const auto& consent : gathered.consents) {
        const bool own = consent.about == gathered.record.child.id;
        collect.add("Consents",
                    {{"About", own ? "" : "A child"},
                     {"For", std::string(in_words(consent.purpose))},
                     {"With", consent.with_name},
                     {"What", covered_by(consent)},
                     {"In what right", std::string(in_words(consent.capacity))},
                     {"How", std::string(in_words(consent.channel))},
                     {"Given", day(consent.given_on)},
                     {"Last day", day(consent.expires_on)},
                     {"Withdrawn", day(consent.withdrawn_on)},
                     {"Evidence", consent.evidence}},
                    own ? "" : "About a child.");
    }
    for (const auto& share : gathered.shares)
        collect.add(
            "Sharing",
            {{"With", share.with_name},
             {"What", fields_of(share)},
             {"Words agreed with the family", share.statement},
             {"For what", share.purpose},
             {"Basis", std::string(in_words(share.basis))},
             {"Law", share.law},
             {"From", day(share.starts_on)},
             {"Last day", day(share.stopped_on.value_or(share.ends_on))},
             {"Reason", share.override_of_consent ? share.override_of_consent->reason : ""}},
            share.override_of_consent || !share.statement.empty()
                ? "The words may say something of another person."
                : "");
}

void add_keeping(Collector& collect, const Gathered& gathered)
{
    constexpr auto a_reason = "A reason may say something of another person.";
    for (const auto& hold : gathered.holds)
        collect.add(
            "Holds on deletion",
            {{"Why", hold.reason}, {"From", day(hold.begun_on)}, {"Until", day(hold.ended_on)}},
            a_reason);
    for (const auto& one : gathered.groups)
        collect.add("Why it is kept longer", {{"Group", std::string(in_words(one.group))},
                                              {"Closed", day(one.closed_on)},
                                              {"Decided", day(one.decided_on)}});
    for (const auto& one : gathered.restrictions)
        collect.add("Restrictions of use",
                    {{"Ground", std::string(in_words(one.ground))},
                     {"Why", one.reason},
                     {"Begun", day_of(one.begun_at)},
                     {"Person told it ends", day(one.told_on)}},
                    a_reason);
    for (const auto& request : gathered.requests)
        collect.add("Requests to see the record",
                    {{"Received", day(request.clock.received_on)},
                     {"Who asked", request.asked_by},
                     {"Longer because", request.why_complex},
                     {"Answered", day(request.answered_on)},
                     {"Answer", request.outcome}},
                    "It says who asked.");
    for (const auto& request : gathered.erasures)
        collect.add("Requests to erase the record",
                    {{"Received", day(request.clock.received_on)},
                     {"Who asked", request.asked_by},
                     {"What was to go", request.wanted},
                     {"Longer because", request.why_complex},
                     {"Decided", std::string(in_words(request.decision))},
                     {"Answered", day(request.answered_on)},
                     {"Answer", request.words}},
                    "It says who asked.");
}

std::string who_of(const Gathered& gathered, const audit::Deed& deed)
{
    for (const auto& field : deed.fields)
        if (field.starts_with("agency:")) return "Somebody at another organisation";
    if (const auto outside = access::who_by_link(deed); !outside.empty())
        return std::string(outside);
    const auto role = access::role_named(deed.role);
    return (role ? std::string(in_words(*role)) : "A member of staff") + ", " + gathered.agency;
}

/// What happened, not what was kept from happening; staff by what they are, never by name.
void add_seen(Collector& collect, const Gathered& gathered)
{
    for (const auto& entry : gathered.seen) {
        if (entry.deed.outcome != audit::Outcome::done || entry.erased) continue;
        collect.add("Who has seen this record", {{"When", moment_in_words(entry.at)},
                                                 {"Who", who_of(gathered, entry.deed)},
                                                 {"What", gathered.act_in_words(entry.deed)}});
    }
}

} // namespace subject_access_items_detail

std::vector<HeldItem> held_about(const Gathered& gathered)
{
    using namespace subject_access_items_detail;
    Collector collect;
    add_person(collect, gathered.record.child);
    add_homes(collect, gathered.record.addresses);
    add_contacts(collect, gathered);
    add_schooling(collect, gathered);
    add_family(collect, gathered);
    add_changes(collect, gathered);
    add_sharing(collect, gathered);
    add_keeping(collect, gathered);
    for (const auto& item : gathered.more) collect.add(item);
    add_seen(collect, gathered);
    return std::move(collect).take();
}

} // namespace onroll::people
