#include "casework/types_pack.h"

#include "casework/words.h"

namespace onroll::casework {
namespace types_pack_detail {

constexpr Word<PackNames> pack_names[] = {
    {PackNames::family_named, "family", "The child and the family by name, all others by initials"},
    {PackNames::initials, "initials", "Everybody by initials"},
    {PackNames::as_recorded, "recorded", "Everybody by name"},
};

} // namespace types_pack_detail
using namespace types_pack_detail;

std::string_view key_of(PackNames names)
{
    return word_of(pack_names, names).key;
}
std::optional<PackNames> pack_names_named(std::string_view key)
{
    return value_named(pack_names, key);
}
std::string_view in_words(PackNames names)
{
    return word_of(pack_names, names).words;
}
const std::vector<PackNames>& all_pack_names()
{
    static const auto all = values_of(pack_names);
    return all;
}

const std::vector<EntryKind>& pack_kinds()
{
    static const auto kinds = [] {
        auto all = all_entry_kinds();
        std::erase_if(all, [](EntryKind kind) {
            return kind == EntryKind::message || kind == EntryKind::account ||
                   kind == EntryKind::paper;
        });
        return all;
    }();
    return kinds;
}

std::string plain_file_name(std::string_view name)
{
    std::string plain;
    for (const char c : name)
        plain += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                         c == '.' || c == '-' || c == '_'
                     ? c
                     : '-';
    return plain;
}

} // namespace onroll::casework
