#include "casework/types_chronology.h"

#include "casework/words.h"

namespace onroll::casework {
namespace types_chronology_detail {

constexpr Word<EntryKind> entry_kinds[] = {
    {EntryKind::contact, "contact", "Contacts"},
    {EntryKind::event, "event", "What happened to the child"},
    {EntryKind::action, "action", "Work done"},
    {EntryKind::note, "note", "Notes"},
    {EntryKind::message, "message", "Messages"},
    {EntryKind::account, "account", "The child’s own account"},
    {EntryKind::paper, "paper", "Papers given to somebody"},
    {EntryKind::level, "level", "Levels and allocation"},
    {EntryKind::task, "task", "Tasks"},
    {EntryKind::people, "people", "People and consents"},
    {EntryKind::close, "close", "Opening and closing"},
};

} // namespace types_chronology_detail
using namespace types_chronology_detail;

std::string_view key_of(EntryKind kind)
{
    return word_of(entry_kinds, kind).key;
}
std::optional<EntryKind> entry_kind_named(std::string_view key)
{
    return value_named(entry_kinds, key);
}
std::string_view in_words(EntryKind kind)
{
    return word_of(entry_kinds, kind).words;
}
const std::vector<EntryKind>& all_entry_kinds()
{
    static const auto all = values_of(entry_kinds);
    return all;
}

} // namespace onroll::casework
