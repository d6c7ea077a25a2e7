#include "people/types_family.h"

#include "people/named_values.h"

namespace onroll::people {

namespace types_family_detail {

constexpr std::array<NamedValue<Bond>, 11> bonds{
    {{Bond::mother, "mother", "Mother"},
     {Bond::father, "father", "Father"},
     {Bond::second_parent, "second_parent", "Second female parent"},
     {Bond::step_parent, "step_parent", "Step-parent"},
     {Bond::grandparent, "grandparent", "Grandparent"},
     {Bond::other_relative, "other_relative", "Other relative"},
     {Bond::foster_carer, "foster_carer", "Foster carer"},
     {Bond::special_guardian, "special_guardian", "Special guardian"},
     {Bond::adoptive_parent, "adoptive_parent", "Adoptive parent"},
     {Bond::social_worker, "social_worker", "Social worker"},
     {Bond::other, "other", "Someone else"}}};

constexpr std::array<NamedValue<NaturalParent>, 3> natural{
    {{NaturalParent::yes, "yes", "Natural parent"},
     {NaturalParent::no, "no", "Not a natural parent"},
     {NaturalParent::not_known, "not_known", "Not known"}}};

constexpr std::array<NamedValue<Responsibility>, 12> responsibilities{
    {{Responsibility::birth_mother, "birth_mother", "Yes: gave birth to the child"},
     {Responsibility::married_to_mother, "married_to_mother", "Yes: married to the mother"},
     {Responsibility::registered_at_birth, "registered_at_birth",
      "Yes: on the birth certificate (registered from 1 December 2003)"},
     {Responsibility::agreement, "agreement", "Yes: by a signed and registered agreement"},
     {Responsibility::parental_responsibility_order, "parental_responsibility_order",
      "Yes: by a parental responsibility order"},
     {Responsibility::lives_with_order, "lives_with_order",
      "Yes: by an order that the child lives with them"},
     {Responsibility::special_guardianship, "special_guardianship", "Yes: special guardian"},
     {Responsibility::adoption, "adoption", "Yes: by adoption"},
     {Responsibility::guardian_of_orphan, "guardian_of_orphan",
      "Yes: guardian named by a parent who has died"},
     {Responsibility::ended_by_court, "ended_by_court", "No: ended by a court"},
     {Responsibility::none, "none", "No"},
     {Responsibility::not_known, "not_known", "Not known"}}};

constexpr std::array<NamedValue<HasCare>, 4> cares{
    {{HasCare::yes, "yes", "Yes"},
     {HasCare::shared, "shared", "Yes, shared"},
     {HasCare::no, "no", "No"},
     {HasCare::not_known, "not_known", "Not known"}}};

constexpr std::array<NamedValue<ContactPermission>, 4> permissions{
    {{ContactPermission::permitted, "permitted", "May be contacted"},
     {ContactPermission::in_writing_only, "in_writing_only", "In writing only"},
     {ContactPermission::not_permitted, "not_permitted", "Must not be contacted"},
     {ContactPermission::not_stated, "not_stated", "Not stated"}}};

constexpr std::array<NamedValue<OrderKind>, 15> orders{
    {{OrderKind::lives_with, "lives_with", "Child arrangements: lives with"},
     {OrderKind::spends_time_with, "spends_time_with", "Child arrangements: spends time with"},
     {OrderKind::prohibited_steps, "prohibited_steps", "Prohibited steps"},
     {OrderKind::specific_issue, "specific_issue", "Specific issue"},
     {OrderKind::special_guardianship, "special_guardianship", "Special guardianship"},
     {OrderKind::care, "care", "Care"},
     {OrderKind::interim_care, "interim_care", "Interim care"},
     {OrderKind::emergency_protection, "emergency_protection", "Emergency protection"},
     {OrderKind::supervision, "supervision", "Supervision"},
     {OrderKind::placement_for_adoption, "placement_for_adoption", "Placement for adoption"},
     {OrderKind::adoption, "adoption", "Adoption"},
     {OrderKind::non_molestation, "non_molestation", "Non-molestation"},
     {OrderKind::occupation, "occupation", "Occupation"},
     {OrderKind::restraining, "restraining", "Restraining"},
     {OrderKind::no_contact, "no_contact", "No contact with the child"}}};

constexpr std::array<NamedValue<Channel>, 6> channels{
    {{Channel::telephone, "telephone", "Telephone"},
     {Channel::text_message, "text_message", "Text message"},
     {Channel::voicemail, "voicemail", "Voicemail"},
     {Channel::email, "email", "Email"},
     {Channel::post, "post", "Post"},
     {Channel::in_person, "in_person", "In person"}}};

template <class Enum, std::size_t count>
std::vector<Enum> values_of(const std::array<NamedValue<Enum>, count>& table)
{
    std::vector<Enum> values;
    for (const auto& row : table) values.push_back(row.value);
    return values;
}

} // namespace types_family_detail

#define ONROLL_PEOPLE_WORDS(Enum, table, named)                                                    \
    std::string_view in_words(Enum value)                                                          \
    {                                                                                              \
        return named_value(types_family_detail::table, value).words;                               \
    }                                                                                              \
    std::string_view key_of(Enum value)                                                            \
    {                                                                                              \
        return named_value(types_family_detail::table, value).key;                                 \
    }                                                                                              \
    std::optional<Enum> named(std::string_view key)                                                \
    {                                                                                              \
        return value_named(types_family_detail::table, key);                                       \
    }

ONROLL_PEOPLE_WORDS(Bond, bonds, bond_named)
ONROLL_PEOPLE_WORDS(NaturalParent, natural, natural_parent_named)
ONROLL_PEOPLE_WORDS(Responsibility, responsibilities, responsibility_named)
ONROLL_PEOPLE_WORDS(HasCare, cares, has_care_named)
ONROLL_PEOPLE_WORDS(ContactPermission, permissions, contact_permission_named)
ONROLL_PEOPLE_WORDS(OrderKind, orders, order_kind_named)
ONROLL_PEOPLE_WORDS(Channel, channels, channel_named)

#undef ONROLL_PEOPLE_WORDS

const std::vector<Bond>& all_bonds()
{
    static const auto all = types_family_detail::values_of(types_family_detail::bonds);
    return all;
}
const std::vector<Responsibility>& all_responsibilities()
{
    static const auto all = types_family_detail::values_of(types_family_detail::responsibilities);
    return all;
}
const std::vector<OrderKind>& all_order_kinds()
{
    static const auto all = types_family_detail::values_of(types_family_detail::orders);
    return all;
}
const std::vector<Channel>& all_channels()
{
    static const auto all = types_family_detail::values_of(types_family_detail::channels);
    return all;
}

} // namespace onroll::people
