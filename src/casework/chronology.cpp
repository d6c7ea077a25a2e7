#include "casework/chronology.h"

#include "casework/chronology_entries.h"
#include "casework/chronology_events.h"
#include "casework/store_accounts.h"
#include "casework/store_actions.h"
#include "casework/store_attachments.h"
#include "casework/store_events.h"
#include "casework/store_levels.h"
#include "casework/store_notes.h"
#include "casework/store_releases.h"
#include "casework/store_threads.h"
#include "casework/typed_words.h"
#include "casework/words.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace onroll::casework {
namespace chronology_detail {

constexpr Word<NamesShown> ways[] = {
    {NamesShown::as_recorded, "recorded", "As recorded"},
    {NamesShown::initials, "initials", "As initials"},
    {NamesShown::roles, "roles", "As who they are, such as “the mother”"},
};

void add(std::vector<ChronologyEntry>& all, std::vector<ChronologyEntry> more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

bool is_newer(const ChronologyEntry& left, const ChronologyEntry& right)
{
    if (left.on != right.on) return left.on > right.on;
    if (left.at.has_value() != right.at.has_value()) return left.at.has_value();
    return left.at && *left.at > *right.at;
}

std::optional<Date> day_in(const http::Fields& fields, const std::string& name)
{
    const auto day = parse_typed_date(fields[name + "-day"], fields[name + "-month"],
                                      fields[name + "-year"], "The day");
    if (!day) return std::nullopt;
    return *day;
}

/// What stands for a name at the beginning has its capital: "The mother rang".
std::string beginning_as(const std::string& was, std::string words)
{
    const auto between = [](char letter, char first, char last) {
        return letter >= first && letter <= last;
    };
    if (!was.empty() && !words.empty() && was.front() != words.front() &&
        !between(was.front(), 'a', 'z') && between(words.front(), 'a', 'z'))
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

} // namespace chronology_detail
using namespace chronology_detail;

std::vector<ChronologyEntry> chronology_of(db::Queries& database, const access::AgencyId& agency,
                                           const CaseId& of)
{
    return chronology_of(database, agency, of,
                         {.events = events_of_case(database, agency, of),
                          .actions = actions_of(database, agency, of),
                          .levels = levels_of_case(database, agency, of)});
}

std::vector<ChronologyEntry> chronology_of(db::Queries& database, const access::AgencyId& agency,
                                           const CaseId& of, const ReadOfCase& read)
{
    const auto attachments = attachments_of(database, agency, of);
    std::vector<ChronologyEntry> all;
    add(all, entries_of_contacts(database, agency, of));
    add(all, entries_of_events(read.events));
    add(all, entries_of_messages(database, agency, of));
    add(all, entries_of_accounts(database, agency, of));
    add(all, entries_of_actions(read.actions));
    add(all, entries_of_notes(database, agency, of, attachments));
    add(all, entries_of_attachments(of, attachments, categories_before(database, agency, of)));
    add(all, entries_of_releases(database, agency, of));
    add(all, entries_of_states(database, agency, of));
    add(all, entries_of_allocations(database, agency, of));
    add(all, entries_of_levels(of, read.levels));
    add(all, entries_of_tasks(database, agency, of));
    add(all, entries_of_needs(database, agency, of));
    add(all, entries_of_next_steps(database, agency, of));
    std::stable_sort(all.begin(), all.end(), is_newer);
    return all;
}

ChronologyFilter filter_in(const http::Fields& fields)
{
    ChronologyFilter filter;
    const auto ticked = fields.all("kind");
    for (const auto kind : all_entry_kinds())
        if (std::find(ticked.begin(), ticked.end(), key_of(kind)) != ticked.end())
            filter.kinds.push_back(kind);
    filter.from = day_in(fields, "from");
    filter.until = day_in(fields, "until");
    filter.names = names_shown_named(fields["names"]).value_or(NamesShown::as_recorded);
    return filter;
}

std::string query_of(const ChronologyFilter& filter)
{
    http::Fields fields;
    for (const auto kind : filter.kinds) fields.add("kind", std::string(key_of(kind)));
    if (filter.from) add_day(fields, "from", *filter.from);
    if (filter.until) add_day(fields, "until", *filter.until);
    if (filter.names != NamesShown::as_recorded)
        fields.add("names", std::string(key_of(filter.names)));
    std::string query;
    for (const auto& field : fields)
        query += (query.empty() ? "?" : "&") + field.name + "=" + field.value;
    return query;
}

std::vector<ChronologyEntry> narrowed(std::vector<ChronologyEntry> entries,
                                      const ChronologyFilter& filter)
{
    std::erase_if(entries, [&](const ChronologyEntry& entry) {
        const bool is_wanted =
            filter.kinds.empty() ||
            std::find(filter.kinds.begin(), filter.kinds.end(), entry.kind) != filter.kinds.end();
        return !is_wanted || (filter.from && entry.on < *filter.from) ||
               (filter.until && entry.on > *filter.until);
    });
    return entries;
}

void hide_names(std::vector<ChronologyEntry>& entries, const std::vector<HiddenName>& names)
{
    for (auto& entry : entries) {
        entry.title = beginning_as(entry.title, with_names_hidden(entry.title, names));
        entry.detail = beginning_as(entry.detail, with_names_hidden(entry.detail, names));
        for (auto& name : entry.attached) name = with_names_hidden(name, names);
    }
}

std::string_view key_of(NamesShown names)
{
    return word_of(ways, names).key;
}
std::optional<NamesShown> names_shown_named(std::string_view key)
{
    return value_named(ways, key);
}
std::string_view in_words(NamesShown names)
{
    return word_of(ways, names).words;
}
const std::vector<NamesShown>& all_names_shown()
{
    static const auto all = values_of(ways);
    return all;
}

} // namespace onroll::casework
