#include "places/rules_kinds.h"

#include <array>
#include <string>

namespace onroll::places {

namespace rules_kinds_detail {

struct RegisterType {
    std::string_view code;
    std::string_view name; ///< folded: lower case, letters and digits only
    SchoolKind kind;
};

constexpr auto ours = std::to_array<RegisterType>({
    {"01", "communityschool", SchoolKind::maintained},
    {"02", "voluntaryaidedschool", SchoolKind::maintained},
    {"03", "voluntarycontrolledschool", SchoolKind::maintained},
    {"05", "foundationschool", SchoolKind::maintained},
    {"06", "citytechnologycollege", SchoolKind::other},
    {"07", "communityspecialschool", SchoolKind::maintained_special},
    {"08", "nonmaintainedspecialschool", SchoolKind::non_maintained_special},
    {"10", "otherindependentspecialschool", SchoolKind::independent},
    {"11", "otherindependentschool", SchoolKind::independent},
    {"12", "foundationspecialschool", SchoolKind::maintained_special},
    {"14", "pupilreferralunit", SchoolKind::pru},
    {"15", "localauthoritynurseryschool", SchoolKind::maintained_nursery},
    {"18", "furthereducation", SchoolKind::further_education},
    {"24", "secureunits", SchoolKind::other},
    {"25", "offshoreschools", SchoolKind::other},
    {"26", "servicechildrenseducation", SchoolKind::other},
    {"27", "miscellaneous", SchoolKind::other},
    {"28", "academysponsorled", SchoolKind::academy},
    {"29", "highereducationinstitutions", SchoolKind::other},
    {"30", "welshestablishment", SchoolKind::other},
    {"31", "sixthformcentres", SchoolKind::further_education},
    {"32", "specialpost16institution", SchoolKind::further_education},
    {"33", "academyspecialsponsorled", SchoolKind::special_academy},
    {"34", "academyconverter", SchoolKind::academy},
    {"35", "freeschools", SchoolKind::academy},
    {"36", "freeschoolsspecial", SchoolKind::special_academy},
    {"37", "britishschoolsoverseas", SchoolKind::other},
    {"38", "freeschoolsalternativeprovision", SchoolKind::ap_academy},
    {"39", "freeschools16to19", SchoolKind::academy_16_to_19},
    {"40", "universitytechnicalcollege", SchoolKind::academy},
    {"41", "studioschools", SchoolKind::academy},
    {"42", "academyalternativeprovisionconverter", SchoolKind::ap_academy},
    {"43", "academyalternativeprovisionsponsorled", SchoolKind::ap_academy},
    {"44", "academyspecialconverter", SchoolKind::special_academy},
    {"45", "academy1619converter", SchoolKind::academy_16_to_19},
    {"46", "academy16to19sponsorled", SchoolKind::academy_16_to_19},
    {"49", "onlineprovider", SchoolKind::other},
    {"56", "institutionfundedbyothergovernmentdepartment", SchoolKind::other},
    {"57", "academysecure16to19", SchoolKind::academy_16_to_19},
});

std::string folded(std::string_view words)
{
    std::string kept;
    for (const char c : words) {
        if (c >= 'A' && c <= 'Z')
            kept += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            kept += c;
    }
    return kept;
}

} // namespace rules_kinds_detail

SchoolKind kind_by_register_type(std::string_view code, std::string_view name)
{
    // Spreadsheets drop the nought of "01".
    const std::string padded = code.size() == 1 ? "0" + std::string(code) : std::string(code);
    for (const auto& type : rules_kinds_detail::ours)
        if (!padded.empty() && type.code == padded) return type.kind;
    const auto words = rules_kinds_detail::folded(name);
    for (const auto& type : rules_kinds_detail::ours)
        if (!words.empty() && type.name == words) return type.kind;
    return SchoolKind::unknown;
}

std::optional<SchoolKind> kind_by_census_type(std::string_view type)
{
    const auto words = rules_kinds_detail::folded(type);
    if (words == "independentschool") return SchoolKind::independent;
    if (words == "nonmaintainedspecialschool") return SchoolKind::non_maintained_special;
    if (words == "statefundednursery") return SchoolKind::maintained_nursery;
    return std::nullopt;
}

Phase phase_by_words(std::string_view words)
{
    const auto phase = rules_kinds_detail::folded(words);
    if (phase == "nursery" || phase == "statefundednursery") return Phase::nursery;
    if (phase == "primary" || phase == "middledeemedprimary" || phase == "statefundedprimary")
        return Phase::primary;
    if (phase == "secondary" || phase == "middledeemedsecondary" || phase == "statefundedsecondary")
        return Phase::secondary;
    if (phase == "allthrough") return Phase::all_through;
    if (phase == "16plus") return Phase::after_16;
    if (phase == "notapplicable") return Phase::none;
    return Phase::unknown;
}

SchoolStatus status_by_words(std::string_view words)
{
    const auto status = rules_kinds_detail::folded(words);
    if (status == "open") return SchoolStatus::open;
    if (status == "openbutproposedtoclose") return SchoolStatus::proposed_to_close;
    if (status == "closed") return SchoolStatus::closed;
    if (status == "proposedtoopen") return SchoolStatus::proposed;
    return SchoolStatus::unknown;
}

LinkKind link_kind_by_words(std::string_view words)
{
    const auto kind = rules_kinds_detail::folded(words);
    if (kind.starts_with("predecessor")) return LinkKind::predecessor;
    if (kind.starts_with("successor")) return LinkKind::successor;
    return LinkKind::other;
}

} // namespace onroll::places
