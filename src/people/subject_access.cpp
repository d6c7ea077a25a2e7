#include "people/subject_access.h"

#include "platform/json/json.h"

#include <algorithm>

namespace onroll::people {

namespace subject_access_detail {

class Collector {
public:
    void add(std::string section, std::vector<std::pair<std::string, std::string>> facts,
             std::string about_another = {})
    {
        std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
        if (facts.empty()) return;
        const bool third_party = !about_another.empty();
        items_.push_back({"item:" + std::to_string(items_.size() + 1), std::move(section),
                          std::move(facts), third_party, std::move(about_another)});
    }
    std::vector<HeldItem> take() && { return std::move(items_); }

private:
    std::vector<HeldItem> items_;
};

std::string day(const std::optional<Date>& date)
{
    return date ? in_words(*date) : std::string();
}

void add_person(Collector& collect, const Person& person)
{
    collect.add("Details", {{"Name", full_name(person.name)},
                            {"Date of birth", day(person.born_on)},
                            {"Sex", std::string(in_words(person.sex))},
                            {"Pronouns", person.pronouns},
                            {"UPN", person.upn ? person.upn->text() : ""},
                            {"NHS number", person.nhs_number ? person.nhs_number->spaced() : ""},
                            {"Language", person.language},
                            {"Access needs", person.access_needs}});
    for (const auto& name : person.other_names)
        collect.add("Other names", {{"Name", called({name.given, name.family, {}})}});
    collect.add("Alert", {{"Alert", person.alert}},
                "An alert often says something of another person, or came from them.");
}

void add_family(Collector& collect, const ChildRecord& record)
{
    for (const auto& member : record.family) {
        std::vector<std::pair<std::string, std::string>> facts{
            {"Name", full_name(member.adult.name)},
            {"Tie", std::string(in_words(member.tie.bond))},
            {"Parental responsibility", std::string(in_words(member.tie.responsibility))},
            {"Lives with them", std::string(in_words(member.tie.care))},
            {"Contact", std::string(in_words(member.tie.contact))}};
        for (const auto& line : member.contacts)
            facts.emplace_back(in_words(line.channel), line.value);
        for (const auto& address : member.addresses)
            facts.emplace_back("Home", shown_address(address.where));
        collect.add("Family", std::move(facts), "About another adult of the family.");
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
}

void add_history(Collector& collect, const Gathered& gathered)
{
    for (const auto& change : gathered.changes)
        collect.add("Earlier values",
                    {{"Field", change.field},
                     {"Before", change.before},
                     {"After", change.after},
                     {"Note", change.note},
                     {"When", day(in_london(change.changed_at).date)}},
                    change.note.empty() && change.field != "alert"
                        ? ""
                        : "A note or an alert may say something of another person.");
    for (const auto& consent : gathered.consents)
        collect.add("Consents", {{"For", std::string(in_words(consent.purpose))},
                                 {"With", consent.with_name},
                                 {"What", consent.scope},
                                 {"Given", day(consent.given_on)},
                                 {"Last day", day(consent.expires_on)},
                                 {"Withdrawn", day(consent.withdrawn_on)}});
    for (const auto& share : gathered.shares) {
        std::string fields;
        for (const auto& field : share.fields) fields += (fields.empty() ? "" : ", ") + field;
        collect.add(
            "Sharing",
            {{"With", share.with_name},
             {"What", fields},
             {"For what", share.purpose},
             {"Basis", std::string(in_words(share.basis))},
             {"From", day(share.starts_on)},
             {"Last day", day(share.stopped_on.value_or(share.ends_on))},
             {"Reason", share.override_of_consent ? share.override_of_consent->reason : ""}},
            share.override_of_consent ? "The reason may say something of another person." : "");
    }
}

json::Value written(const HeldItem& item)
{
    json::Value facts = json::Value::object();
    for (const auto& [name, value] : item.facts) facts[name] = value;
    return {{"section", item.section}, {"facts", facts}};
}

} // namespace subject_access_detail

std::vector<HeldItem> held_about(const Gathered& gathered)
{
    using namespace subject_access_detail;
    Collector collect;
    const auto& record = gathered.record;
    add_person(collect, record.child);
    for (const auto& address : record.addresses) {
        const bool sealed = std::holds_alternative<ProtectedAddress>(address.where);
        collect.add("Homes",
                    {{"Address", sealed ? "Withheld here. It is opened by hand for the person alone"
                                        : shown_address(address.where)},
                     {"From", day(address.from)},
                     {"Until", day(address.until)}});
    }
    for (const auto& place : record.schools)
        collect.add("Schools", {{"School", gathered.school_name(place.school)},
                                {"What", std::string(in_words(place.kind))},
                                {"From", day(place.from)},
                                {"Until", day(place.until)}});
    for (const auto& statement : record.sen)
        collect.add("Special educational needs",
                    {{"Known", std::string(in_words(statement.status))},
                     {"Since", day(statement.from)},
                     {"Need", statement.need},
                     {"Note", statement.note}},
                    statement.note.empty() ? "" : "A note may say something of another person.");
    add_family(collect, record);
    add_history(collect, gathered);
    return std::move(collect).take();
}

std::string access_copy(const std::vector<HeldItem>& items, const std::vector<std::string>& chosen,
                        Date made_on)
{
    json::Value copy{{"made_on", iso(made_on)},
                     {"items", json::Value::array()},
                     {"left_out", json::Value::array()}};
    for (const auto& item : items) {
        const bool included =
            !item.third_party || std::find(chosen.begin(), chosen.end(), item.key) != chosen.end();
        if (included)
            copy["items"].push_back(subject_access_detail::written(item));
        else
            copy["left_out"].push_back({{"section", item.section}, {"why", item.why_third_party}});
    }
    return json::print_indented(copy);
}

} // namespace onroll::people
