#include "people/rules_contact.h"

#include <algorithm>

namespace onroll::people {

namespace rules_contact_detail {

std::string clock_time(int minute)
{
    const int hour = minute / 60 % 24;
    const int rest = minute % 60;
    const int shown = hour % 12 == 0 ? 12 : hour % 12;
    return std::to_string(shown) +
           (rest == 0 ? "" : (rest < 10 ? ":0" : ":") + std::to_string(rest)) +
           (hour < 12 ? "am" : "pm");
}

bool allowed(const SafeContact& safe, Channel channel)
{
    return std::find(safe.channels.begin(), safe.channels.end(), channel) != safe.channels.end();
}

bool rings(Channel channel)
{
    return channel == Channel::telephone || channel == Channel::voicemail ||
           channel == Channel::text_message || channel == Channel::in_person;
}

bool written(Channel channel)
{
    return channel == Channel::post || channel == Channel::email;
}

const char* way_in_brief(Channel channel)
{
    switch (channel) {
    case Channel::telephone:
        return "telephone";
    case Channel::text_message:
        return "text";
    case Channel::voicemail:
        return "voicemail";
    case Channel::email:
        return "email";
    case Channel::post:
        return "post";
    case Channel::in_person:
        return "visit";
    }
    return "";
}

/// "telephone, email or post".
std::string listed(const std::vector<std::string>& ways)
{
    std::string words;
    for (std::size_t i = 0; i < ways.size(); ++i)
        words += (i == 0 ? "" : i + 1 == ways.size() ? " or " : ", ") + ways[i];
    return words;
}

/// "between 9am and 3pm", "after 3:30pm", "before 9am".
std::string hours_in_brief(const SafeContact& safe)
{
    if (safe.latest_minute >= 24 * 60) return "after " + clock_time(safe.earliest_minute);
    if (safe.earliest_minute <= 0) return "before " + clock_time(safe.latest_minute);
    return "between " + clock_time(safe.earliest_minute) + " and " + clock_time(safe.latest_minute);
}

/// Whether the person's own words name the hours already.
bool says_hours(const SafeContact& safe)
{
    const auto says = [&](int minute) {
        return safe.only_ask_for.find(clock_time(minute)) != std::string::npos;
    };
    return (safe.earliest_minute <= 0 || says(safe.earliest_minute)) &&
           (safe.latest_minute >= 24 * 60 || says(safe.latest_minute));
}

bool all_day(const SafeContact& safe)
{
    return safe.earliest_minute <= 0 && safe.latest_minute >= 24 * 60;
}

} // namespace rules_contact_detail

Reach may_reach(const SafeContact& safe, ContactPermission permission, Channel channel,
                int minute_of_day)
{
    using namespace rules_contact_detail;
    if (permission == ContactPermission::not_permitted)
        return {ReachAnswer::no, "This person must not be contacted."};
    if (permission == ContactPermission::in_writing_only && !written(channel))
        return {ReachAnswer::no, "Write to this person. Do not ring, text or visit."};
    if (!safe.asked)
        return {ReachAnswer::ask, "Nobody has asked this person what is safe. Ask them first."};
    if (!allowed(safe, channel))
        return {ReachAnswer::no, std::string(in_words(channel)) + " is not safe for this person."};
    if (rings(channel) &&
        (minute_of_day < safe.earliest_minute || minute_of_day >= safe.latest_minute))
        return {ReachAnswer::not_now, "Safe between " + clock_time(safe.earliest_minute) + " and " +
                                          clock_time(safe.latest_minute) + "."};
    return {ReachAnswer::yes, "This is safe as far as the person has said."};
}

std::vector<std::string> contact_warnings(const SafeContact& safe, ContactPermission permission)
{
    using namespace rules_contact_detail;
    std::vector<std::string> warnings;
    if (permission == ContactPermission::not_permitted) {
        warnings.emplace_back("Must not be contacted.");
        return warnings;
    }
    if (permission == ContactPermission::in_writing_only)
        warnings.emplace_back("Write only. Do not ring, text or visit.");
    if (!safe.asked) return warnings;
    for (const auto channel : all_channels())
        if (!allowed(safe, channel))
            warnings.push_back(channel == Channel::voicemail      ? "Do not leave a voicemail."
                               : channel == Channel::text_message ? "Do not send a text message."
                               : channel == Channel::post         ? "Do not post anything."
                               : channel == Channel::email        ? "Do not send an email."
                               : channel == Channel::telephone    ? "Do not ring."
                                                                  : "Do not visit.");
    if (!all_day(safe))
        warnings.push_back("Contact only between " + clock_time(safe.earliest_minute) + " and " +
                           clock_time(safe.latest_minute) + ".");
    if (!safe.code_name.empty())
        warnings.push_back("If somebody else answers, say that you are “" + safe.code_name + "”.");
    if (!safe.only_ask_for.empty()) warnings.push_back(safe.only_ask_for);
    if (safe.neutral_sender) warnings.emplace_back("Do not let the sender’s name say who we are.");
    return warnings;
}

std::string contact_in_brief(const SafeContact& safe, ContactPermission permission)
{
    using namespace rules_contact_detail;
    if (permission == ContactPermission::not_permitted) return "Must not be contacted.";
    std::string brief;
    const bool only_writing = permission == ContactPermission::in_writing_only;
    std::vector<std::string> ways;
    for (const auto channel : all_channels())
        if (allowed(safe, channel) && (!only_writing || written(channel)))
            ways.emplace_back(way_in_brief(channel));
    const auto hours =
        safe.asked && !all_day(safe) && !says_hours(safe) ? hours_in_brief(safe) : std::string();
    const bool by_few = safe.asked && (only_writing || ways.size() < all_channels().size());
    if (safe.asked && ways.empty())
        brief = "No way is safe: ask a manager.";
    else if (by_few)
        brief = "Only by " + listed(ways) + (hours.empty() ? "" : ", ") + hours + ".";
    else if (!hours.empty())
        brief = "Only " + hours + ".";
    else if (only_writing)
        brief = "Write only: do not ring, text or visit.";
    const auto add = [&](const std::string& words) {
        if (!words.empty()) brief += (brief.empty() ? "" : " ") + words;
    };
    if (!safe.code_name.empty()) add("Say that you are “" + safe.code_name + "”.");
    add(safe.only_ask_for);
    if (safe.asked && safe.neutral_sender) add("Do not show who we are.");
    return brief;
}

bool was_corrected(const PersonAddress& address)
{
    return address.from && address.until && *address.until < *address.from;
}

const PersonAddress* present_home(const std::vector<PersonAddress>& addresses, Date today)
{
    const PersonAddress* home = nullptr;
    for (const auto& address : addresses) {
        if ((address.from && *address.from > today) || (address.until && *address.until < today))
            continue;
        // An address without a first day is older than any that has one.
        if (!home || (address.from && (!home->from || *home->from <= *address.from)))
            home = &address;
    }
    return home;
}

Posting check_before_posting(const QueuedLetter& letter,
                             const std::vector<PersonAddress>& addresses, const SafeContact& safe,
                             ContactPermission permission, Date today)
{
    const auto reach = may_reach(safe, permission, Channel::post, 12 * 60);
    if (reach.answer == ReachAnswer::no) return {PostingAnswer::hold, {}, reach.reason};
    const auto* home = present_home(addresses, today);
    if (!home) return {PostingAnswer::hold, {}, "It is not known where this person lives now."};
    if (home->id == letter.address && home->person == letter.recipient)
        return {PostingAnswer::post, {}, {}};
    return {PostingAnswer::write_again, home->id,
            "The person has moved since the letter was made. Make it again."};
}

} // namespace onroll::people
