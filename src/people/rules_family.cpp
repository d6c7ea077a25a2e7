#include "people/rules_family.h"

#include "people/rules_care.h"

#include <algorithm>
#include <initializer_list>

namespace onroll::people {

namespace rules_family_detail {

constexpr Right right(RightAnswer answer, std::string_view reason, std::string_view source)
{
    return {answer, reason, source};
}

/// Whether an order of one of the kinds is in force, for this adult or for everybody.
bool ordered(const ChildFacts& child, const FamilyTie& tie, Date today,
             std::initializer_list<OrderKind> kinds)
{
    return std::any_of(child.orders.begin(), child.orders.end(), [&](const CourtOrder& order) {
        return in_force(order, today) &&
               std::find(kinds.begin(), kinds.end(), order.kind) != kinds.end() &&
               (!order.concerns || *order.concerns == tie.adult);
    });
}

/// Whether an order of that kind is in force that names somebody else.
bool ordered_for_another(const ChildFacts& child, const FamilyTie& tie, Date today, OrderKind kind)
{
    return std::any_of(child.orders.begin(), child.orders.end(), [&](const CourtOrder& order) {
        return in_force(order, today) && order.kind == kind && order.concerns != tie.adult;
    });
}

bool kept_away(const ChildFacts& child, const FamilyTie& tie, Date today)
{
    return ordered(child, tie, today,
                   {OrderKind::no_contact, OrderKind::restraining, OrderKind::non_molestation});
}

bool is_adult(const ChildFacts& child, Date today)
{
    return child.born_on && age_on(*child.born_on, today) >= 18;
}

bool adopted_by_others(const ChildFacts& child, const FamilyTie& tie, Date today)
{
    return tie.responsibility != Responsibility::adoption && tie.bond != Bond::adoptive_parent &&
           std::any_of(child.orders.begin(), child.orders.end(), [&](const CourtOrder& order) {
               return order.kind == OrderKind::adoption && in_force(order, today);
           });
}

bool ended(const FamilyTie& tie, Date today)
{
    return tie.until && *tie.until < today;
}

Right parent_in_education_law(const FamilyTie& tie, const ChildFacts& child, Date today)
{
    constexpr auto source = "Education Act 1996, s576";
    if (adopted_by_others(child, tie, today))
        return right(RightAnswer::no, "The child has been adopted by others.",
                     "Adoption and Children Act 2002, s67");
    if (tie.natural_parent == NaturalParent::yes)
        return right(RightAnswer::yes,
                     "A natural parent is a parent for the school, with or without parental "
                     "responsibility.",
                     source);
    const auto responsible = has_parental_responsibility(tie, child, today);
    if (responsible == RightAnswer::yes)
        return right(RightAnswer::yes, "This adult has parental responsibility.", source);
    if (ended(tie, today)) return right(RightAnswer::no, "This tie has ended.", source);
    if (tie.bond == Bond::social_worker)
        return right(RightAnswer::no, "A social worker acts for the council, not as a parent.",
                     source);
    if (tie.care == HasCare::yes || tie.care == HasCare::shared)
        return right(RightAnswer::yes, "The child lives with this adult, who looks after them.",
                     source);
    if (responsible == RightAnswer::ask || tie.natural_parent == NaturalParent::not_known ||
        tie.care == HasCare::not_known)
        return right(RightAnswer::ask,
                     "Find out about parental responsibility and who has care of the child.",
                     source);
    return right(RightAnswer::no,
                 "Not a natural parent, has no parental responsibility, and does not have care.",
                 source);
}

Right exclusion_notice(const Right& parent, const FamilyTie& tie, const ChildFacts& child,
                       Date today)
{
    constexpr auto source = "SI 2012/1033, reg 2 (relevant person)";
    if (is_adult(child, today))
        return right(RightAnswer::no, "The pupil is 18 or over, and is told instead.", source);
    if (parent.answer != RightAnswer::yes) return right(parent.answer, parent.reason, source);
    if (kept_away(child, tie, today) || tie.contact == ContactPermission::not_permitted)
        return right(RightAnswer::ask,
                     "The law says to tell this parent. An order or rule limits contact: read it, "
                     "take advice, and check that nothing sent says where the child is.",
                     source);
    return right(RightAnswer::yes, "A parent of a pupil under 18.", source);
}

Right education_record(const Right& parent, const FamilyTie& tie, const ChildFacts& child,
                       Date today)
{
    constexpr auto source = "SI 2005/1437, reg 5";
    if (parent.answer != RightAnswer::yes) return right(parent.answer, parent.reason, source);
    if (child.serious_harm_likely)
        return right(RightAnswer::ask,
                     "Serious harm may follow. Ask the safeguarding lead whether to withhold.",
                     "Data Protection Act 2018, Schedule 3");
    if (kept_away(child, tie, today) || child.address_protected)
        return right(RightAnswer::ask,
                     "The record may say where the child is. Take that out, or withhold it.",
                     "Data Protection Act 2018, Schedule 3");
    return right(RightAnswer::yes,
                 "At a maintained school. What is about the other adults is taken out first.",
                 source);
}

Right where_child_lives(const FamilyTie& tie, const ChildFacts& child, Date today)
{
    if (child.address_protected)
        return right(RightAnswer::no, "The child’s address is protected.",
                     "This system’s rule on protected homes");
    if (kept_away(child, tie, today))
        return right(RightAnswer::no, "A court keeps this adult away.",
                     "Family Law Act 1996, s42; Children Act 1989, s34");
    if (tie.contact == ContactPermission::not_permitted)
        return right(RightAnswer::no, "This adult must not be contacted.",
                     "This system’s rule on safe contact");
    if (ended(tie, today) || adopted_by_others(child, tie, today))
        return right(RightAnswer::no, "This tie has ended.", "This system’s rule on safe contact");
    if (tie.care == HasCare::yes || tie.care == HasCare::shared)
        return right(RightAnswer::yes, "The child lives with this adult.",
                     "This system’s rule on who is told of a home");
    if (has_parental_responsibility(tie, child, today) == RightAnswer::yes)
        return right(RightAnswer::ask,
                     "Has parental responsibility but not care. Ask the adult with care first.",
                     "This system’s rule on who is told of a home");
    return right(RightAnswer::no, "Does not have care of the child.",
                 "This system’s rule on who is told of a home");
}

Right may_be_contacted(const FamilyTie& tie, const ChildFacts& child, Date today)
{
    constexpr auto source = "This system’s rule on safe contact";
    if (tie.contact == ContactPermission::not_permitted)
        return right(RightAnswer::no, "This adult must not be contacted.", source);
    if (kept_away(child, tie, today))
        return right(RightAnswer::ask, "A court keeps this adult away: read the order first.",
                     source);
    if (ended(tie, today) || adopted_by_others(child, tie, today))
        return right(RightAnswer::no, "This tie has ended.", source);
    if (tie.contact == ContactPermission::in_writing_only)
        return right(RightAnswer::yes, "In writing only.", source);
    if (tie.contact == ContactPermission::permitted)
        return right(RightAnswer::yes, "May be contacted, as the safe-contact rules say.", source);
    return right(RightAnswer::ask, "Ask how and when it is safe to get in touch.", source);
}

Right may_decide(const FamilyTie& tie, const ChildFacts& child, Date today)
{
    constexpr auto source = "Children Act 1989, s3";
    if (is_adult(child, today))
        return right(RightAnswer::no, "The young person is 18 or over and decides.",
                     "Children Act 1989, s105");
    const auto responsible = has_parental_responsibility(tie, child, today);
    if (responsible == RightAnswer::no)
        return right(RightAnswer::no, "Has no parental responsibility.", source);
    if (responsible == RightAnswer::ask)
        return right(RightAnswer::ask, "Find out whether this adult has parental responsibility.",
                     source);
    if (council_has_responsibility(child, today))
        return right(RightAnswer::ask,
                     "The council shares parental responsibility and may limit "
                     "how this adult uses it: ask the social worker.",
                     "Children Act 1989, s33(3)(b)");
    if (ordered_for_another(child, tie, today, OrderKind::special_guardianship))
        return right(RightAnswer::ask, "A special guardian may decide without this adult.",
                     "Children Act 1989, s14C(1)(b)");
    if (ordered(child, tie, today, {OrderKind::prohibited_steps, OrderKind::specific_issue}))
        return right(RightAnswer::ask, "An order settles or forbids some decisions: read it.",
                     "Children Act 1989, s8");
    return right(RightAnswer::yes, "Has parental responsibility.", source);
}

} // namespace rules_family_detail

int age_on(Date born_on, Date day)
{
    int age = year_of(day) - year_of(born_on);
    if (month_of(day) < month_of(born_on) ||
        (month_of(day) == month_of(born_on) && day_of(day) < day_of(born_on)))
        --age;
    return age;
}

bool in_force(const CourtOrder& order, Date today)
{
    return (!order.made_on || *order.made_on <= today) &&
           (!order.ends_on || *order.ends_on >= today);
}

RightAnswer has_parental_responsibility(const FamilyTie& tie, const ChildFacts& child, Date today)
{
    if (rules_family_detail::adopted_by_others(child, tie, today)) return RightAnswer::no;
    switch (tie.responsibility) {
    case Responsibility::none:
    case Responsibility::ended_by_court:
        return RightAnswer::no;
    case Responsibility::not_known:
        return RightAnswer::ask;
    // These end with the order on which they rest, so the order must still be in force.
    case Responsibility::lives_with_order:
    case Responsibility::special_guardianship: {
        const auto kind = tie.responsibility == Responsibility::lives_with_order
                              ? OrderKind::lives_with
                              : OrderKind::special_guardianship;
        bool known = false;
        for (const auto& order : child.orders) {
            if (order.kind != kind || order.concerns != tie.adult) continue;
            known = true;
            if (in_force(order, today)) return RightAnswer::yes;
        }
        return known ? RightAnswer::no : RightAnswer::ask;
    }
    case Responsibility::birth_mother:
    case Responsibility::married_to_mother:
    case Responsibility::registered_at_birth:
    case Responsibility::agreement:
    case Responsibility::parental_responsibility_order:
    case Responsibility::adoption:
    case Responsibility::guardian_of_orphan:
        return RightAnswer::yes;
    }
    return RightAnswer::ask;
}

bool council_has_responsibility(const ChildFacts& child, Date today)
{
    return std::any_of(child.orders.begin(), child.orders.end(), [&](const CourtOrder& order) {
        return in_force(order, today) && is_looked_after_by(order.kind);
    });
}

Rights rights_of(const FamilyTie& tie, const ChildFacts& child, Date today)
{
    using namespace rules_family_detail;
    const auto parent = parent_in_education_law(tie, child, today);
    return {parent,
            exclusion_notice(parent, tie, child, today),
            education_record(parent, tie, child, today),
            where_child_lives(tie, child, today),
            may_be_contacted(tie, child, today),
            may_decide(tie, child, today)};
}

} // namespace onroll::people
