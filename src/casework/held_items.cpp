#include "casework/held_items.h"

#include "casework/chronology.h"
#include "casework/store_cases.h"
#include "casework/store_threads.h"
#include "people/store.h"

#include "platform/clock/clock.h"

#include <utility>

namespace onroll::casework {
namespace held_items_detail {

using people::HeldItem;

constexpr auto words_of_others =
    "The words may say something of another person, or come from them.";

std::string called(const Case& found)
{
    return "Case " + std::to_string(found.number);
}

HeldItem case_item(const Case& found)
{
    HeldItem item{.section = called(found)};
    item.facts = {{"Opened", in_words(found.opened_on)},
                  {"State", std::string(in_words(found.state))},
                  {"Level", std::string(in_words(found.level))}};
    if (found.closed_on) item.facts.emplace_back("Closed", in_words(*found.closed_on));
    if (!found.waiting_reason.empty()) {
        item.facts.emplace_back("Why it waits", found.waiting_reason);
        item.third_party = true;
        item.why_third_party = words_of_others;
    }
    return item;
}

HeldItem entry_item(const Case& found, const ChronologyEntry& entry)
{
    HeldItem item{.section = called(found) + ": " + std::string(in_words(entry.kind))};
    item.facts = {{"When", entry.at ? moment_in_words(*entry.at) : in_words(entry.on)},
                  {"What", entry.title}};
    if (!entry.detail.empty()) item.facts.emplace_back("Words", entry.detail);
    for (const auto& name : entry.attached) item.facts.emplace_back("File", name);
    item.third_party =
        !entry.detail.empty() || !entry.attached.empty() || entry.kind == EntryKind::people;
    if (item.third_party) item.why_third_party = words_of_others;
    return item;
}

/// The conversations that this adult had with the service about their children.
void add_messages(db::Queries& database, const access::AgencyId& agency,
                  const people::PersonId& adult, std::vector<HeldItem>& items)
{
    for (const auto& [child, tie] : people::children_of(database, agency, adult))
        for (const auto& found : cases_of_child(database, agency, child.id))
            for (const auto& thread : threads_of_case(database, agency, found.id)) {
                if (thread.with.person != adult) continue;
                for (const auto& message : messages_of_thread(database, agency, thread.id)) {
                    if (!message.is_shown()) continue;
                    const auto from = message.said.said_by == Speaker::adviser  ? "From the service"
                                      : message.said.said_by == Speaker::family ? "From you"
                                                                                : "From the school";
                    items.push_back({.section = "Messages",
                                     .facts = {{"When", moment_in_words(message.said_at)},
                                               {"What", from},
                                               {"Words", message.said.words}},
                                     .third_party = true,
                                     .why_third_party = words_of_others});
                }
            }
}

} // namespace held_items_detail

std::vector<people::HeldItem> held_items_of(db::Queries& database, const access::AgencyId& agency,
                                            const people::PersonId& person)
{
    using namespace held_items_detail;
    std::vector<people::HeldItem> items;
    for (const auto& found : cases_of_child(database, agency, person)) {
        items.push_back(case_item(found));
        for (const auto& entry : chronology_of(database, agency, found.id))
            items.push_back(entry_item(found, entry));
    }
    add_messages(database, agency, person, items);
    return items;
}

} // namespace onroll::casework
