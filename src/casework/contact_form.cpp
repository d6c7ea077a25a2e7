#include "casework/contact_form.h"

namespace onroll::casework {
namespace contact_form_detail {

constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_story = 20'000;

/// Letters as people count them: the first byte of each in UTF-8.
std::size_t letters_in(std::string_view text)
{
    std::size_t letters = 0;
    for (const char byte : text) letters += (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
    return letters;
}

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

} // namespace contact_form_detail

TypedContact read_contact(const http::Form& form)
{
    using namespace contact_form_detail;
    TypedContact typed;
    const auto channel = channel_named(form["channel"]);
    typed.channel_chosen = channel.has_value();
    typed.told = {.channel = channel.value_or(Channel::phone),
                  .caller = caller_named(form["caller"]),
                  .caller_name = trimmed(form["caller_name"]),
                  .child_name = trimmed(form["child_name"]),
                  .story = trimmed(form["story"])};
    if (!channel) typed.errors.push_back(bad_input("Select how they got in touch", "channel"));
    if (letters_in(typed.told.child_name) > longest_name)
        typed.errors.push_back(
            bad_input("Child’s name must be 200 characters or fewer", "child_name"));
    if (letters_in(typed.told.caller_name) > longest_name)
        typed.errors.push_back(
            bad_input("Caller’s name must be 200 characters or fewer", "caller_name"));
    if (letters_in(typed.told.story) > longest_story)
        typed.errors.push_back(
            bad_input("What happened must be 20,000 characters or fewer", "story"));
    return typed;
}

http::Fields fields_of(const NewContact& told)
{
    http::Fields fields;
    fields.add("channel", std::string(key_of(told.channel)));
    fields.add("caller", told.caller ? std::string(key_of(*told.caller)) : std::string());
    fields.add("caller_name", told.caller_name);
    fields.add("child_name", told.child_name);
    fields.add("story", told.story);
    return fields;
}

} // namespace onroll::casework
