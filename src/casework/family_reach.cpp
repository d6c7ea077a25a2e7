#include "casework/family_reach.h"

#include "casework/rules_notices.h"

#include "people/store.h"

#include <algorithm>

namespace onroll::casework {
namespace family_reach_detail {

std::string why_not(const people::SafeContact& safe, people::ContactPermission permission,
                    NoticeChannel channel, const std::vector<people::ContactLine>& contacts,
                    int minute)
{
    const auto reach = may_notify(safe, permission, channel, minute);
    if (reach.answer == people::ReachAnswer::no || reach.answer == people::ReachAnswer::ask)
        return reach.reason;
    const bool any = std::any_of(contacts.begin(), contacts.end(), [&](const auto& line) {
        return channel == NoticeChannel::email ? line.channel == people::Channel::email
                                               : line.channel == people::Channel::text_message ||
                                                     line.channel == people::Channel::telephone;
    });
    if (any) return {};
    return channel == NoticeChannel::email ? "No email address is recorded."
                                           : "No mobile number is recorded.";
}

WritableTo made(const people::PersonId& person, std::string name, const people::SafeContact& safe,
                people::ContactPermission permission,
                const std::vector<people::ContactLine>& contacts, int minute)
{
    WritableTo one{.person = person, .name = std::move(name)};
    if (auto brief = people::contact_in_brief(safe, permission); !brief.empty())
        one.warnings.push_back(std::move(brief));
    one.email_no = why_not(safe, permission, NoticeChannel::email, contacts, minute);
    one.text_no = why_not(safe, permission, NoticeChannel::text, contacts, minute);
    const auto now = may_notify(safe, permission, NoticeChannel::email, minute);
    const auto by_text = may_notify(safe, permission, NoticeChannel::text, minute);
    if (now.answer == people::ReachAnswer::not_now)
        one.waits = now.reason;
    else if (by_text.answer == people::ReachAnswer::not_now)
        one.waits = by_text.reason;
    const auto post = people::may_reach(safe, permission, people::Channel::post, minute);
    if (post.answer != people::ReachAnswer::yes) one.post_no = post.reason;
    return one;
}

std::string with_small_letter(std::string_view words)
{
    std::string small(words);
    if (!small.empty() && small[0] >= 'A' && small[0] <= 'Z')
        small[0] = static_cast<char>(small[0] - 'A' + 'a');
    return small;
}

} // namespace family_reach_detail
using namespace family_reach_detail;

std::vector<WritableTo> whole_family(db::Queries& reading, const access::AgencyId& agency,
                                     const Case& found, Instant now)
{
    const auto record = people::find_child(reading, agency, found.child);
    return record ? whole_family(reading, agency, *record, now) : std::vector<WritableTo>();
}

std::vector<WritableTo> whole_family(db::Queries& reading, const access::AgencyId& agency,
                                     const people::ChildRecord& record, Instant now)
{
    std::vector<WritableTo> family;
    const auto at = in_london(now);
    const auto minute = static_cast<int>(at.since_midnight.count());
    for (const auto& member : record.family)
        if (!member.tie.until || *member.tie.until >= at.date)
            family.push_back(made(member.adult.id,
                                  people::called(member.adult.name) + ", " +
                                      with_small_letter(people::in_words(member.tie.bond)),
                                  member.safe, member.tie.contact, member.contacts, minute));
    family.push_back(made(record.child.id, people::called(record.child.name) + ", the child",
                          people::safe_contact_of(reading, agency, record.child.id),
                          people::ContactPermission::permitted,
                          people::contacts_of(reading, agency, record.child.id), minute));
    return family;
}

std::vector<WritableTo> writable_family(db::Queries& reading, const access::AgencyId& agency,
                                        const Case& found, Instant now)
{
    const auto record = people::find_child(reading, agency, found.child);
    if (!record) return {};
    return writable_of(whole_family(reading, agency, *record, now), *record);
}

std::vector<WritableTo> writable_of(std::vector<WritableTo> family,
                                    const people::ChildRecord& record)
{
    std::erase_if(family, [&](const WritableTo& one) {
        return std::any_of(record.family.begin(), record.family.end(), [&](const auto& member) {
            return member.adult.id == one.person &&
                   member.tie.contact == people::ContactPermission::not_permitted;
        });
    });
    return family;
}

const WritableTo* find_in(const std::vector<WritableTo>& family, std::string_view person)
{
    const auto found = std::find_if(family.begin(), family.end(), [&](const WritableTo& one) {
        return one.person.text() == person;
    });
    return found == family.end() ? nullptr : &*found;
}

} // namespace onroll::casework
