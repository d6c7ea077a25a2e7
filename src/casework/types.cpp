#include "casework/types.h"

namespace onroll::casework {
namespace types_detail {

template <class Value>
struct Word {
    Value value;
    std::string_view key;
    std::string_view words;
};

constexpr Word<Channel> channels[] = {
    {Channel::phone, "phone", "Phone"},
    {Channel::email, "email", "Email"},
    {Channel::face_to_face, "face_to_face", "Face to face"},
    {Channel::drop_in, "drop_in", "Drop-in"},
    {Channel::web, "web", "Web form"},
    {Channel::letter, "letter", "Letter"},
};
constexpr Word<Caller> callers[] = {
    {Caller::parent_or_carer, "parent_or_carer", "A parent or carer"},
    {Caller::child_or_young_person, "child_or_young_person", "The child or young person"},
    {Caller::school, "school", "A school"},
    {Caller::other_professional, "other_professional", "Another professional"},
    {Caller::somebody_else, "somebody_else", "Somebody else"},
};

template <class Value, std::size_t n>
const Word<Value>& word_of(const Word<Value> (&words)[n], Value value)
{
    return words[static_cast<std::size_t>(value)];
}

template <class Value, std::size_t n>
std::optional<Value> named(const Word<Value> (&words)[n], std::string_view key)
{
    for (const auto& word : words)
        if (word.key == key) return word.value;
    return std::nullopt;
}

template <class Value, std::size_t n>
std::vector<Value> all_of(const Word<Value> (&words)[n])
{
    std::vector<Value> values;
    for (const auto& word : words) values.push_back(word.value);
    return values;
}

} // namespace types_detail
using namespace types_detail;

std::string_view key_of(Channel channel)
{
    return word_of(channels, channel).key;
}
std::string_view key_of(Caller caller)
{
    return word_of(callers, caller).key;
}
std::optional<Channel> channel_named(std::string_view key)
{
    return named(channels, key);
}
std::optional<Caller> caller_named(std::string_view key)
{
    return named(callers, key);
}
std::string_view in_words(Channel channel)
{
    return word_of(channels, channel).words;
}
std::string_view in_words(Caller caller)
{
    return word_of(callers, caller).words;
}
const std::vector<Channel>& all_channels()
{
    static const auto all = all_of(channels);
    return all;
}
const std::vector<Caller>& all_callers()
{
    static const auto all = all_of(callers);
    return all;
}

} // namespace onroll::casework
