#include "people/forms.h"

#include "kernel/one_line.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace onroll::people {

namespace forms_detail {

std::string answer(const http::Form& form, std::string_view name)
{
    std::string_view text = form[name];
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return std::string(text);
}

/// What stands on one line, whatever was sent.
std::string line(const http::Form& form, std::string_view name)
{
    return one_line(form[name]);
}

std::string box(std::string_view name, std::string_view part)
{
    return std::string(name) + "-" + std::string(part);
}

/// An hour and minute as people write them: "9", "9:30", "17.00".
std::optional<int> minute_of_day(std::string_view text)
{
    int hour = 0;
    int minute = 0;
    auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), hour);
    if (trouble != std::errc()) return std::nullopt;
    if (end != text.data() + text.size()) {
        if (*end != ':' && *end != '.') return std::nullopt;
        const auto rest = std::from_chars(end + 1, text.data() + text.size(), minute);
        if (rest.ec != std::errc() || rest.ptr != text.data() + text.size()) return std::nullopt;
    }
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || hour * 60 + minute > 24 * 60)
        return std::nullopt;
    return hour * 60 + minute;
}

std::string clock_text(int minute)
{
    const int rest = minute % 60;
    return std::to_string(minute / 60) + ":" + (rest < 10 ? "0" : "") + std::to_string(rest);
}

template <class Enum>
Enum choice(const http::Form& form, std::string_view name,
            std::optional<Enum> (*named)(std::string_view), std::string_view ask, Errors& errors,
            Enum otherwise)
{
    const auto found = named(form[name]);
    if (!found) errors.push_back(bad_input(std::string(ask), std::string(name)));
    return found.value_or(otherwise);
}

SafeContact read_safe(const http::Form& form, Errors& errors)
{
    SafeContact safe;
    safe.asked = form["safe_asked"] == "yes";
    if (!safe.asked) return safe;
    for (const auto value : form.all("safe_channels"))
        if (const auto channel = channel_named(value)) safe.channels.push_back(*channel);
    safe.code_name = line(form, "code_name");
    safe.only_ask_for = line(form, "only_ask_for");
    safe.neutral_sender = form["neutral_sender"] == "yes";
    if (const auto text = answer(form, "earliest"); !text.empty()) {
        const auto minute = minute_of_day(text);
        if (!minute) errors.push_back(bad_input("Write the time as 9:30", "earliest"));
        safe.earliest_minute = minute.value_or(0);
    }
    if (const auto text = answer(form, "latest"); !text.empty()) {
        const auto minute = minute_of_day(text);
        if (!minute) errors.push_back(bad_input("Write the time as 15:00", "latest"));
        safe.latest_minute = minute.value_or(24 * 60);
    }
    if (safe.earliest_minute >= safe.latest_minute)
        errors.push_back(bad_input("The earliest time must be before the latest", "earliest"));
    return safe;
}

} // namespace forms_detail

using forms_detail::answer;
using forms_detail::line;

std::optional<Date> read_date(const http::Form& form, std::string_view name, std::string_view label,
                              Blank blank, Errors& errors)
{
    const auto day = answer(form, forms_detail::box(name, "day"));
    const auto month = answer(form, forms_detail::box(name, "month"));
    const auto year = answer(form, forms_detail::box(name, "year"));
    if (blank == Blank::allowed && day.empty() && month.empty() && year.empty())
        return std::nullopt;
    const auto date = parse_typed_date(day, month, year, label);
    if (date) return *date;
    auto error = date.error();
    error.where = name;
    errors.push_back(std::move(error));
    return std::nullopt;
}

void write_date(http::Fields& values, std::string_view name, const std::optional<Date>& date)
{
    if (!date) return;
    values.set(forms_detail::box(name, "day"), std::to_string(day_of(*date)));
    values.set(forms_detail::box(name, "month"), std::to_string(month_of(*date)));
    values.set(forms_detail::box(name, "year"), std::to_string(year_of(*date)));
}

Read<PersonDetails> read_details(const http::Form& form, PersonKind kind)
{
    Read<PersonDetails> read;
    auto& details = read.value;
    details.kind = kind;
    details.name = {line(form, "given_name"), line(form, "family_name"), line(form, "known_as")};
    details.born_on = read_date(form, "born_on", "Date of birth", Blank::allowed, read.errors);
    details.sex = sex_named(form["sex"]).value_or(Sex::not_stated);
    details.pronouns = line(form, "pronouns");
    if (const auto text = answer(form, "upn"); !text.empty()) {
        const auto upn = Upn::parse(text);
        if (upn)
            details.upn = *upn;
        else
            read.errors.push_back(
                bad_input("Check the UPN: a letter, then 12 characters that fit together", "upn"));
    }
    details.language = line(form, "language");
    details.needs_interpreter = form["needs_interpreter"] == "yes";
    details.access_needs = answer(form, "access_needs");
    details.alert = answer(form, "alert");
    return read;
}

http::Fields values_of(const PersonDetails& details)
{
    http::Fields values;
    values.set("given_name", details.name.given);
    values.set("family_name", details.name.family);
    values.set("known_as", details.name.known_as);
    write_date(values, "born_on", details.born_on);
    values.set("sex", std::string(key_of(details.sex)));
    values.set("pronouns", details.pronouns);
    values.set("upn", details.upn ? details.upn->text() : "");
    values.set("language", details.language);
    values.set("needs_interpreter", details.needs_interpreter ? "yes" : "");
    values.set("access_needs", details.access_needs);
    values.set("alert", details.alert);
    return values;
}

Read<Move> read_move(const http::Form& form)
{
    Read<Move> read;
    auto& move = read.value;
    for (const auto* name : {"line_1", "line_2", "town"})
        if (auto line = answer(form, name); !line.empty())
            move.address.lines.push_back(std::move(line));
    move.address.postcode = tidy_postcode(answer(form, "postcode"));
    if (move.address.lines.empty())
        read.errors.push_back(bad_input("Enter the first line of the address", "line_1"));
    if (!move.address.postcode.empty() && !is_postcode(move.address.postcode))
        read.errors.push_back(bad_input("Enter a full UK postcode", "postcode"));
    if (form["protected"] != "yes" && form["protected"] != "no")
        read.errors.push_back(
            bad_input("Choose whether this address must be kept from somebody", "protected"));
    if (form["protected"] == "yes") move.protection = Protection::protected_address;
    move.from = read_date(form, "from", "The date they moved", Blank::refused, read.errors);
    for (const auto id : form.all("also")) move.also.emplace_back(id);
    return read;
}

Read<TieAnswers> read_tie(const http::Form& form)
{
    using forms_detail::choice;
    Read<TieAnswers> read;
    auto& tie = read.value;
    auto& errors = read.errors;
    tie.bond = choice(form, "bond", bond_named, "Choose how they are related", errors, Bond::other);
    tie.natural_parent =
        choice(form, "natural_parent", natural_parent_named,
               "Choose whether they are a natural parent", errors, NaturalParent::not_known);
    tie.responsibility = choice(form, "responsibility", responsibility_named,
                                "Choose whether they have parental responsibility", errors,
                                Responsibility::not_known);
    tie.care = choice(form, "care", has_care_named, "Choose whether the child lives with them",
                      errors, HasCare::not_known);
    tie.contact =
        choice(form, "contact", contact_permission_named, "Choose whether they may be contacted",
               errors, ContactPermission::not_stated);
    if (auto number = answer(form, "telephone"); !number.empty())
        tie.contacts.push_back({Channel::telephone, std::move(number)});
    if (auto address = answer(form, "email"); !address.empty()) {
        if (address.find('@') == std::string::npos)
            errors.push_back(bad_input("Enter an email address with an @", "email"));
        tie.contacts.push_back({Channel::email, std::move(address)});
    }
    tie.safe = forms_detail::read_safe(form, errors);
    return read;
}

http::Fields values_of(const FamilyMember& member)
{
    http::Fields values;
    values.set("bond", std::string(key_of(member.tie.bond)));
    values.set("natural_parent", std::string(key_of(member.tie.natural_parent)));
    values.set("responsibility", std::string(key_of(member.tie.responsibility)));
    values.set("care", std::string(key_of(member.tie.care)));
    values.set("contact", std::string(key_of(member.tie.contact)));
    for (const auto& line : member.contacts)
        values.set(line.channel == Channel::email ? "email" : "telephone", line.value);
    const auto& safe = member.safe;
    if (!safe.asked) return values;
    values.set("safe_asked", "yes");
    for (const auto channel : safe.channels)
        values.add("safe_channels", std::string(key_of(channel)));
    values.set("code_name", safe.code_name);
    values.set("only_ask_for", safe.only_ask_for);
    values.set("neutral_sender", safe.neutral_sender ? "yes" : "");
    if (safe.earliest_minute > 0)
        values.set("earliest", forms_detail::clock_text(safe.earliest_minute));
    if (safe.latest_minute < 24 * 60)
        values.set("latest", forms_detail::clock_text(safe.latest_minute));
    return values;
}

} // namespace onroll::people
