#include "casework/store_hand_over.h"

#include "casework/store.h"
#include "casework/store_rows.h"

#include "platform/http/form.h"
#include "platform/http/percent.h"

#include <utility>

namespace onroll::casework {
namespace store_hand_over_detail {

std::string written(const http::Fields& fields)
{
    std::string text;
    for (const auto& [name, value] : fields)
        text += (text.empty() ? "" : "&") + http::percent_encoded(name) + "=" +
                http::percent_encoded(value);
    return text;
}

TakenStory story_from(const db::Rows& rows)
{
    auto answers = http::parse_urlencoded_form(rows.text("answers"));
    return {.contact = ContactId::parse(rows.text("contact")).value(),
            .made_on = rows.date("made_on"),
            .taken_at = rows.instant("taken_at"),
            .taken_by = access::UserId::parse(rows.text("taken_by")).value(),
            .answers = std::move(answers).value().fields};
}

} // namespace store_hand_over_detail
using namespace store_hand_over_detail;

Result<ContactId> take_over(db::Transaction& transaction, const access::AgencyId& agency,
                            const check::HandedOver& story, const NewContact& told,
                            const access::UserId& by, Instant now)
{
    if (find_story(transaction, agency, story.id))
        return Error{ErrorKind::conflict, "This code was taken over already", {}, "code"};
    const auto contact = record_contact(transaction, agency, told, by, now);
    transaction.run(sql()("add_hand_over"), agency.text(), story.id, contact.text(), story.made_on,
                    now, by.text(), written(check::fields_of(story.answers)));
    return contact;
}

std::optional<TakenStory> find_story(db::Queries& database, const access::AgencyId& agency,
                                     const std::string& code_id)
{
    auto rows = database.query(sql()("find_hand_over"), agency.text(), code_id);
    if (!rows.next()) return std::nullopt;
    return story_from(rows);
}

std::optional<TakenStory> story_of_contact(db::Queries& database, const access::AgencyId& agency,
                                           const ContactId& contact)
{
    auto rows = database.query(sql()("hand_over_of_contact"), agency.text(), contact.text());
    if (!rows.next()) return std::nullopt;
    return story_from(rows);
}

std::vector<TakenStory> stories_of_case(db::Queries& database, const access::AgencyId& agency,
                                        const CaseId& id)
{
    auto rows = database.query(sql()("hand_overs_of_case"), agency.text(), id.text());
    std::vector<TakenStory> stories;
    while (rows.next()) stories.push_back(story_from(rows));
    return stories;
}

std::vector<FamilyStory> family_stories(db::Queries& database, const access::AgencyId& agency,
                                        const CaseId& id)
{
    std::vector<FamilyStory> stories;
    for (const auto& taken : stories_of_case(database, agency, id))
        stories.push_back({taken.contact, taken.made_on, taken.read()});
    return stories;
}

} // namespace onroll::casework
