#include "people/rules_received.h"

#include "people/rules_contact.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

bool names_field(const Share& share, std::string_view field)
{
    return std::find(share.fields.begin(), share.fields.end(), field) != share.fields.end();
}

bool covers_field(const Consent& consent, std::string_view field)
{
    return consent.fields.empty() ||
           std::find(consent.fields.begin(), consent.fields.end(), field) != consent.fields.end();
}

SharedRecord shared_of(const ChildRecord& record, ReceivedShare received,
                       const std::vector<PersonId>& agreed, Date today)
{
    SharedRecord shown{.share = std::move(received)};
    const auto& share = shown.share.share;
    if (names_field(share, shared_field::names)) {
        shown.name = full_name(record.child.name);
        shown.born_on = record.child.born_on;
    }
    if (names_field(share, shared_field::statement)) shown.statement = share.statement;
    if (names_field(share, shared_field::schools)) shown.schools = record.schools;
    if (names_field(share, shared_field::needs))
        for (auto statement : record.sen) {
            statement.note.clear();
            shown.sen.push_back(std::move(statement));
        }
    if (names_field(share, shared_field::contacts))
        for (const auto& member : record.family)
            if (std::find(agreed.begin(), agreed.end(), member.adult.id) != agreed.end())
                shown.contacts.push_back({called(member.adult.name),
                                          std::string(in_words(member.tie.bond)), member.contacts,
                                          contact_warnings(member.safe, member.tie.contact)});
    if (names_field(share, shared_field::home))
        if (const auto* home = present_home(record.addresses, today))
            shown.home = shown_address(home->where);
    return shown;
}

} // namespace onroll::people
