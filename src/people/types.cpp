#include "people/types.h"

#include "people/named_values.h"

#include <algorithm>

namespace onroll::people {

namespace types_detail {

constexpr std::array<NamedValue<PersonKind>, 2> kinds{
    {{PersonKind::child, "child", "Child"}, {PersonKind::adult, "adult", "Adult"}}};

constexpr std::array<NamedValue<Sex>, 3> sexes{{{Sex::female, "female", "Female"},
                                                {Sex::male, "male", "Male"},
                                                {Sex::not_stated, "not_stated", "Not stated"}}};

constexpr std::array<NamedValue<OtherNameKind>, 3> other_name_kinds{
    {{OtherNameKind::alias, "alias", "Also known as"},
     {OtherNameKind::former, "former", "Former name"},
     {OtherNameKind::spelling, "spelling", "Other spelling"}}};

constexpr std::array<NamedValue<PlacementKind>, 4> placements{
    {{PlacementKind::main, "main", "Main school"},
     {PlacementKind::subsidiary, "subsidiary", "Second school"},
     {PlacementKind::guest, "guest", "Guest pupil"},
     {PlacementKind::alternative_provision, "alternative_provision", "Alternative provision"}}};

constexpr std::array<NamedValue<SenStatus>, 7> statuses{
    {{SenStatus::known_plan, "known_plan", "Known: EHC plan"},
     {SenStatus::known_support, "known_support", "Known: SEN support"},
     {SenStatus::suspected, "suspected", "Suspected, not yet assessed"},
     {SenStatus::unidentified, "unidentified", "Described by the family, not recorded by a school"},
     {SenStatus::semh_only, "semh_only", "Social, emotional and mental health need only"},
     {SenStatus::none, "none", "None"},
     {SenStatus::not_asked, "not_asked", "Not asked yet"}}};

std::string joined(std::string_view one, std::string_view other)
{
    if (one.empty()) return std::string(other);
    if (other.empty()) return std::string(one);
    return std::string(one) + " " + std::string(other);
}

} // namespace types_detail

std::string called(const Name& name)
{
    return types_detail::joined(name.known_as.empty() ? name.given : name.known_as, name.family);
}

std::string full_name(const Name& name)
{
    if (name.known_as.empty() || name.known_as == name.given) return called(name);
    return called(name) + " (recorded as " + types_detail::joined(name.given, name.family) + ")";
}

PersonDetails details_of(const Person& person)
{
    return {person.kind,         person.name,     person.born_on,
            person.sex,          person.pronouns, person.upn,
            person.nhs_number,   person.language, person.needs_interpreter,
            person.access_needs, person.alert};
}

std::string tidy_postcode(std::string_view text)
{
    std::string tidy;
    for (const char c : text) {
        if (c == ' ') continue;
        tidy += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    if (tidy.size() >= 5 && tidy.size() <= 7) tidy.insert(tidy.size() - 3, " ");
    return tidy;
}

bool is_postcode(std::string_view tidy)
{
    const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto gap = tidy.find(' ');
    if (gap == std::string_view::npos || gap < 2 || gap > 4 || tidy.size() != gap + 4) return false;
    if (!letter(tidy[0])) return false;
    if (!digit(tidy[gap + 1]) || !letter(tidy[gap + 2]) || !letter(tidy[gap + 3])) return false;
    const auto outward = tidy.substr(0, gap);
    return std::all_of(outward.begin(), outward.end(),
                       [&](char c) { return letter(c) || digit(c); }) &&
           std::any_of(outward.begin(), outward.end(), digit);
}

std::string shown_address(const Whereabouts& where)
{
    const auto* address = std::get_if<Address>(&where);
    if (!address) return std::string(withheld);
    std::string shown;
    for (const auto& line : address->lines) {
        if (line.empty()) continue;
        if (!shown.empty()) shown += ", ";
        shown += line;
    }
    if (!address->postcode.empty()) shown += (shown.empty() ? "" : ", ") + address->postcode;
    return shown;
}

std::string_view in_words(SenStatus status)
{
    return named_value(types_detail::statuses, status).words;
}
std::string_view in_words(Sex sex)
{
    return named_value(types_detail::sexes, sex).words;
}
std::string_view in_words(PlacementKind kind)
{
    return named_value(types_detail::placements, kind).words;
}
std::string_view in_words(OtherNameKind kind)
{
    return named_value(types_detail::other_name_kinds, kind).words;
}

std::string_view key_of(PersonKind kind)
{
    return named_value(types_detail::kinds, kind).key;
}
std::string_view key_of(Sex sex)
{
    return named_value(types_detail::sexes, sex).key;
}
std::string_view key_of(OtherNameKind kind)
{
    return named_value(types_detail::other_name_kinds, kind).key;
}
std::string_view key_of(PlacementKind kind)
{
    return named_value(types_detail::placements, kind).key;
}
std::string_view key_of(SenStatus status)
{
    return named_value(types_detail::statuses, status).key;
}

std::optional<PersonKind> person_kind_named(std::string_view key)
{
    return value_named(types_detail::kinds, key);
}
std::optional<Sex> sex_named(std::string_view key)
{
    return value_named(types_detail::sexes, key);
}
std::optional<OtherNameKind> other_name_kind_named(std::string_view key)
{
    return value_named(types_detail::other_name_kinds, key);
}
std::optional<PlacementKind> placement_kind_named(std::string_view key)
{
    return value_named(types_detail::placements, key);
}
std::optional<SenStatus> sen_status_named(std::string_view key)
{
    return value_named(types_detail::statuses, key);
}

const std::vector<SenStatus>& all_sen_statuses()
{
    static const std::vector<SenStatus> all = [] {
        std::vector<SenStatus> list;
        for (const auto& row : types_detail::statuses) list.push_back(row.value);
        return list;
    }();
    return all;
}

} // namespace onroll::people
