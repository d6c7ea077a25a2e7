#include "places/types.h"

#include <array>
#include <cctype>
#include <span>

namespace onroll::places {

namespace types_detail {

template <class Enum>
struct Name {
    Enum value;
    std::string_view key;
    std::string_view words;
};

constexpr std::array<Name<SchoolKind>, 13> kinds = {{
    {SchoolKind::maintained, "maintained", "Maintained school"},
    {SchoolKind::maintained_special, "maintained_special", "Maintained special school"},
    {SchoolKind::maintained_nursery, "maintained_nursery", "Maintained nursery school"},
    {SchoolKind::academy, "academy", "Academy"},
    {SchoolKind::special_academy, "special_academy", "Special academy"},
    {SchoolKind::ap_academy, "ap_academy", "Alternative provision academy"},
    {SchoolKind::pru, "pru", "Pupil referral unit"},
    {SchoolKind::academy_16_to_19, "academy_16_to_19", "16 to 19 academy"},
    {SchoolKind::independent, "independent", "Independent school"},
    {SchoolKind::non_maintained_special, "non_maintained_special", "Non-maintained special school"},
    {SchoolKind::further_education, "further_education", "Further education or sixth-form college"},
    {SchoolKind::other, "other", "Other place of education"},
    {SchoolKind::unknown, "unknown", "Type not known"},
}};

constexpr std::array<Name<Phase>, 7> phases = {{
    {Phase::nursery, "nursery", "Nursery"},
    {Phase::primary, "primary", "Primary"},
    {Phase::secondary, "secondary", "Secondary"},
    {Phase::all_through, "all_through", "All-through"},
    {Phase::after_16, "after_16", "After 16"},
    {Phase::none, "none", "No phase"},
    {Phase::unknown, "unknown", "Phase not known"},
}};

constexpr std::array<Name<SchoolStatus>, 5> statuses = {{
    {SchoolStatus::open, "open", "Open"},
    {SchoolStatus::proposed_to_close, "proposed_to_close", "Open, but proposed to close"},
    {SchoolStatus::closed, "closed", "Closed"},
    {SchoolStatus::proposed, "proposed", "Proposed to open"},
    {SchoolStatus::unknown, "unknown", "Not known whether open"},
}};

constexpr std::array<Name<SchoolSource>, 4> sources = {{
    {SchoolSource::performance_list, "performance_list", "List of school numbers by academic year"},
    {SchoolSource::census, "census", "School census"},
    {SchoolSource::register_of_schools, "register_of_schools", "Get Information about Schools"},
    {SchoolSource::demonstration, "demonstration", "Invented for demonstration"},
}};

constexpr std::array<Name<LinkKind>, 3> link_kinds = {{
    {LinkKind::predecessor, "predecessor", "Predecessor"},
    {LinkKind::successor, "successor", "Successor"},
    {LinkKind::other, "other", "Other link"},
}};

template <class Enum, std::size_t N>
const Name<Enum>& row_of(const std::array<Name<Enum>, N>& names, Enum value)
{
    // The rows stand in the order of the enumeration.
    return names[static_cast<std::size_t>(value)];
}

template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<Name<Enum>, N>& names, std::string_view key)
{
    for (const auto& name : names)
        if (name.key == key) return name.value;
    return std::nullopt;
}

} // namespace types_detail

LawSchool law_school_type(SchoolKind kind)
{
    switch (kind) {
    case SchoolKind::maintained:
    case SchoolKind::maintained_special:
    case SchoolKind::maintained_nursery:
        return LawSchoolType::maintained;
    case SchoolKind::academy:
    case SchoolKind::special_academy:
        return LawSchoolType::academy;
    case SchoolKind::ap_academy:
        return LawSchoolType::ap_academy;
    case SchoolKind::pru:
        return LawSchoolType::pru;
    case SchoolKind::academy_16_to_19:
        return OutsideTheRules{"The exclusion rules for schools do not apply to 16 to 19 "
                               "academies. Their own policy and the "
                               "Equality Act 2010 do."};
    case SchoolKind::independent:
        return OutsideTheRules{
            "The exclusion rules for state schools do not apply to independent schools. The "
            "contract with "
            "the parents, the school's own policy and the Equality Act 2010 do."};
    case SchoolKind::non_maintained_special:
        return OutsideTheRules{"The exclusion rules for state schools do not apply to "
                               "non-maintained special schools. The "
                               "school's own policy and the Equality Act 2010 do."};
    case SchoolKind::further_education:
        return OutsideTheRules{"The exclusion rules for schools do not apply to colleges. The "
                               "college's own policy and the "
                               "Equality Act 2010 do."};
    case SchoolKind::other:
        return OutsideTheRules{"The exclusion rules name maintained schools, academies and pupil "
                               "referral units in England. "
                               "This place is none of them."};
    case SchoolKind::unknown:
        return KindNotKnown{};
    }
    return KindNotKnown{};
}

std::string shown_name(const School& school)
{
    return school.name.empty() ? "School with URN " + school.urn.text() : school.name;
}

std::string_view in_words(SchoolKind kind)
{
    return types_detail::row_of(types_detail::kinds, kind).words;
}
std::string_view in_words(Phase phase)
{
    return types_detail::row_of(types_detail::phases, phase).words;
}
std::string_view in_words(SchoolStatus status)
{
    return types_detail::row_of(types_detail::statuses, status).words;
}
std::string_view in_words(SchoolSource source)
{
    return types_detail::row_of(types_detail::sources, source).words;
}

std::string_view key_of(SchoolKind kind)
{
    return types_detail::row_of(types_detail::kinds, kind).key;
}
std::string_view key_of(Phase phase)
{
    return types_detail::row_of(types_detail::phases, phase).key;
}
std::string_view key_of(SchoolStatus status)
{
    return types_detail::row_of(types_detail::statuses, status).key;
}
std::string_view key_of(SchoolSource source)
{
    return types_detail::row_of(types_detail::sources, source).key;
}
std::string_view key_of(LinkKind kind)
{
    return types_detail::row_of(types_detail::link_kinds, kind).key;
}

std::string_view key_of(LawSchoolType type)
{
    switch (type) {
    case LawSchoolType::maintained:
        return "maintained";
    case LawSchoolType::academy:
        return "academy";
    case LawSchoolType::ap_academy:
        return "ap_academy";
    case LawSchoolType::pru:
        return "pru";
    }
    return "";
}

std::optional<SchoolKind> school_kind_named(std::string_view key)
{
    return types_detail::named(types_detail::kinds, key);
}
std::optional<Phase> phase_named(std::string_view key)
{
    return types_detail::named(types_detail::phases, key);
}
std::optional<SchoolStatus> school_status_named(std::string_view key)
{
    return types_detail::named(types_detail::statuses, key);
}
std::optional<SchoolSource> school_source_named(std::string_view key)
{
    return types_detail::named(types_detail::sources, key);
}
std::optional<LinkKind> link_kind_named(std::string_view key)
{
    return types_detail::named(types_detail::link_kinds, key);
}

std::string tidy_postcode(std::string_view text)
{
    std::string kept;
    for (const char c : text)
        if (std::isalnum(static_cast<unsigned char>(c)))
            kept += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    const auto digit = [&](std::size_t at) {
        return std::isdigit(static_cast<unsigned char>(kept[at])) != 0;
    };
    const auto n = kept.size();
    const bool full =
        n >= 5 && n <= 7 && digit(n - 3) && !digit(n - 2) && !digit(n - 1) && !digit(0);
    return full ? kept.substr(0, n - 3) + " " + kept.substr(n - 3) : kept;
}

} // namespace onroll::places
