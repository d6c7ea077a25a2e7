#include "people/rules_disclosure.h"

#include "people/rules_care.h"
#include "people/rules_contact.h"

#include <algorithm>

namespace onroll::people {

namespace rules_disclosure_detail {

bool lives_protected(const std::vector<PersonAddress>& addresses, Date today)
{
    const auto* home = present_home(addresses, today);
    return home && std::holds_alternative<ProtectedAddress>(home->where);
}

bool has_care(const FamilyMember& member)
{
    return member.tie.care == HasCare::yes || member.tie.care == HasCare::shared;
}

std::string home_words(const std::vector<PersonAddress>& addresses, Date today)
{
    const auto* home = present_home(addresses, today);
    return home ? shown_address(home->where) : std::string();
}

/// All that must be known first about one adult, in one line; empty where all is ordinary.
std::string line_about(const FamilyMember& member, Date today)
{
    std::string line = member.adult.alert;
    const auto add = [&](const std::string& words) {
        if (words.empty()) return;
        if (!line.empty() && line.find_last_of(".!?") != line.size() - 1) line += ".";
        line += (line.empty() ? "" : " ") + words;
    };
    if (lives_protected(member.addresses, today)) add("Home is protected.");
    add(contact_in_brief(member.safe, member.tie.contact));
    return line.empty() ? line : called(member.adult.name) + ": " + line;
}

} // namespace rules_disclosure_detail

ChildFacts facts_for(const ChildRecord& record, const FamilyMember& member, Date today)
{
    using namespace rules_disclosure_detail;
    ChildFacts facts{.born_on = record.child.born_on, .orders = record.orders};
    if (member.tie.care == HasCare::yes) return facts;
    facts.address_protected =
        lives_protected(record.addresses, today) ||
        std::any_of(record.family.begin(), record.family.end(), [&](const FamilyMember& other) {
            return other.adult.id != member.adult.id && has_care(other) &&
                   lives_protected(other.addresses, today);
        });
    return facts;
}

std::optional<AdultCopy> copy_for_adult(const ChildRecord& record, const PersonId& adult,
                                        Date today)
{
    using namespace rules_disclosure_detail;
    const auto member = std::find_if(record.family.begin(), record.family.end(),
                                     [&](const auto& one) { return one.adult.id == adult; });
    if (member == record.family.end()) return std::nullopt;
    const auto rights = rights_of(member->tie, facts_for(record, *member, today), today);
    if (rights.parent_in_education_law.answer != RightAnswer::yes) return std::nullopt;
    AdultCopy copy;
    copy.child = called(record.child.name);
    copy.born_on = record.child.born_on;
    copy.home = rights.where_child_lives.answer == RightAnswer::yes
                    ? home_words(record.addresses, today)
                    : std::string(withheld);
    for (const auto& place : record.schools) {
        const bool now = !place.until || *place.until >= today;
        if (now && rights.where_child_lives.answer == RightAnswer::no)
            copy.schools_withheld = true;
        else
            copy.schools.push_back(place);
    }
    for (auto statement : record.sen) {
        statement.note.clear(); // a note may hold what somebody else said
        copy.sen.push_back(std::move(statement));
    }
    copy.adult = called(member->adult.name);
    for (const auto& line : member->contacts) copy.own_contacts.push_back(line.value);
    copy.own_home = home_words(member->addresses, today);
    return copy;
}

std::vector<std::string> alerts_of(const ChildRecord& record, Date today)
{
    using namespace rules_disclosure_detail;
    std::vector<std::string> alerts;
    if (!record.child.alert.empty()) alerts.push_back(record.child.alert);
    if (lives_protected(record.addresses, today))
        alerts.emplace_back("The child’s home is protected. Do not say or write where they live.");
    if (auto care = care_alert(record.care, record.orders, today); !care.empty())
        alerts.push_back(std::move(care));
    // Who must not be contacted comes before how others may be.
    for (const auto& member : record.family)
        if (member.tie.contact == ContactPermission::not_permitted)
            alerts.push_back(line_about(member, today));
    for (const auto& order : record.orders)
        if (in_force(order, today))
            alerts.push_back("Court order in force: " + std::string(in_words(order.kind)) +
                             (order.document.empty() ? ". Nobody has seen the document." : "."));
    for (const auto& member : record.family)
        if (member.tie.contact != ContactPermission::not_permitted)
            if (auto line = line_about(member, today); !line.empty())
                alerts.push_back(std::move(line));
    return alerts;
}

} // namespace onroll::people
