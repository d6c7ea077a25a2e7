#include "casework/outgoing_check.h"

#include "casework/store_releases.h"

#include "people/rules_disclosure.h"
#include "people/store.h"
#include "platform/documents/read_text.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace outgoing_check_detail {

/// Adds homes, protected ones opened for the comparison alone.
Result<void> add_addresses(KnownPerson& person, const std::vector<people::PersonAddress>& addresses,
                           const access::AgencyId& agency, const OutgoingSources& sources)
{
    for (const auto& address : addresses) {
        if (const auto* open = std::get_if<people::Address>(&address.where)) {
            person.addresses.push_back(*open);
            continue;
        }
        person.has_protected = true;
        auto opened = sources.safe->take_out(
            agency.text(), address.id, std::get<people::ProtectedAddress>(address.where),
            people::RevealPermit::given(people::RevealPermit::For::searching_what_leaves));
        if (!opened) return opened.error();
        person.addresses.push_back(std::move(*opened));
    }
    return {};
}

void add_contacts(KnownPerson& person, const std::vector<people::ContactLine>& contacts)
{
    for (const auto& line : contacts) {
        if (line.channel == people::Channel::email)
            person.emails.push_back(line.value);
        else if (line.channel == people::Channel::telephone ||
                 line.channel == people::Channel::text_message ||
                 line.channel == people::Channel::voicemail)
            person.phones.push_back(line.value);
    }
}

Result<std::vector<KnownPerson>> known_family(db::Queries& database, const access::AgencyId& agency,
                                              const people::ChildRecord& record,
                                              const OutgoingSources& sources, Date today)
{
    std::vector<KnownPerson> family;
    KnownPerson child{
        .id = record.child.id, .called = people::called(record.child.name), .is_child = true};
    if (auto added = add_addresses(child, record.addresses, agency, sources); !added)
        return added.error();
    add_contacts(child, people::contacts_of(database, agency, record.child.id));
    for (const auto& place : record.schools)
        if (!place.until || *place.until >= today)
            child.schools.push_back(sources.school_name(place.school));
    family.push_back(std::move(child));
    for (const auto& member : record.family) {
        KnownPerson adult{.id = member.adult.id, .called = people::called(member.adult.name)};
        // Whoever the child lives with lives where the child does.
        adult.has_protected =
            family.front().has_protected && member.tie.care == people::HasCare::yes;
        if (auto added = add_addresses(adult, member.addresses, agency, sources); !added)
            return added.error();
        add_contacts(adult, member.contacts);
        family.push_back(std::move(adult));
    }
    for (const auto& sibling : record.siblings) {
        KnownPerson other{.id = sibling.id, .called = people::called(sibling.name)};
        if (auto added = add_addresses(other, people::addresses_of(database, agency, sibling.id),
                                       agency, sources);
            !added)
            return added.error();
        add_contacts(other, people::contacts_of(database, agency, sibling.id));
        family.push_back(std::move(other));
    }
    return family;
}

Recipient recipient_of(const people::ChildRecord& record,
                       const std::optional<people::PersonId>& person, Date today)
{
    Recipient recipient{.person = person};
    for (const auto& member : record.family)
        if (person == member.adult.id)
            recipient.where_child_lives =
                people::rights_of(member.tie, people::facts_for(record, member, today), today)
                    .where_child_lives.answer;
    return recipient;
}

} // namespace outgoing_check_detail
using namespace outgoing_check_detail;

Result<std::vector<ProtectedWord>> words_to_keep_from(db::Queries& database,
                                                      const access::AgencyId& agency,
                                                      const Case& found,
                                                      const std::optional<people::PersonId>& person,
                                                      const OutgoingSources& sources, Date today)
{
    const auto record = people::find_child(database, agency, found.child);
    if (!record) return record.error();
    const auto family = known_family(database, agency, *record, sources, today);
    if (!family) return family.error();
    auto words = protected_words(*family, recipient_of(*record, person, today));
    for (auto& kept : kept_back_in_case(database, agency, found.id))
        if (!kept.told_to || kept.told_to != person)
            words.push_back({ProtectedKind::other, std::move(kept.words), "the family"});
    return words;
}

Result<std::vector<ProtectedWord>>
words_to_keep_from_all(db::Queries& database, const access::AgencyId& agency, const Case& found,
                       const std::vector<people::PersonId>& people, const OutgoingSources& sources,
                       Date today)
{
    std::vector<ProtectedWord> all;
    for (const auto& person : people) {
        auto words = words_to_keep_from(database, agency, found, person, sources, today);
        if (!words) return words.error();
        for (auto& word : *words)
            if (std::find(all.begin(), all.end(), word) == all.end())
                all.push_back(std::move(word));
    }
    return all;
}

OutgoingAnswer check_outgoing_text(std::string_view text, const std::vector<ProtectedWord>& words)
{
    return {.hits = hits_in({{"", std::string(text)}}, words)};
}

OutgoingAnswer check_outgoing_file(std::string_view bytes, const std::vector<ProtectedWord>& words)
{
    auto read = documents::read_text(bytes);
    std::vector<OutgoingText> texts;
    for (auto& place : read.places)
        texts.push_back({std::move(place.place), std::move(place.words)});
    return {hits_in(texts, words), std::move(read.to_look_at), read.pages};
}

std::vector<std::string> sentences_of(const OutgoingAnswer& answer)
{
    std::vector<std::string> sentences;
    for (const auto& hit : answer.hits)
        sentences.push_back(std::string(in_words(hit.kind)) + " of " + hit.whose +
                            (hit.place.empty() ? "" : ", " + hit.place) +
                            (hit.close_spelling ? ", spelt nearly so: " : ": ") + hit.around);
    for (const auto& place : answer.to_look_at) sentences.push_back(place + ".");
    return sentences;
}

} // namespace onroll::casework
