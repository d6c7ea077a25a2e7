// What an adult may be told and asked about a child, from the facts of their tie. Each answer is
// yes, no, or "a person must decide", with its reason: the law that makes somebody a parent for a
// school is wider than parental responsibility, and neither says where the child may be found.
// Pure: no clock, no database. Follows Education Act 1996 s576; Children Act 1989 ss 2 to 4A, 12,
// 14C and 33; Adoption and Children Act 2002 ss 25, 46 and 67; SI 2012/1033; SI 2005/1437.
#pragma once

#include "people/types_family.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::people {

/// `ask`: a person must decide, and the reason says what to look at.
enum class RightAnswer : std::uint8_t { yes, no, ask };

struct Right {
    RightAnswer answer = RightAnswer::ask;
    std::string_view reason; ///< one sentence for the caseworker
    std::string_view source; ///< where it is written
    bool operator==(const Right&) const = default;
};

/// The facts about the child that the answers hang on.
struct ChildFacts {
    std::optional<Date> born_on{};
    std::vector<CourtOrder> orders{}; ///< all that are recorded, past ones too
    bool address_protected = false;   ///< the child's present home is to be kept from this adult
    bool serious_harm_likely = false; ///< a person has recorded that release would risk it
};

struct Rights {
    Right parent_in_education_law;
    Right exclusion_notice;  ///< must be told of an exclusion, and may answer it
    Right education_record;  ///< may ask for the child's record
    Right where_child_lives; ///< may be told the child's address or school run
    Right may_be_contacted;  ///< may staff get in touch about the child
    Right may_decide;        ///< consent or agreement that takes parental responsibility
    bool operator==(const Rights&) const = default;
};

/// Whether the order is in force on that day: made on or before it and not past its end.
/// Source: Children Act 1989 s91 (duration); an order without a date of making counts as in force,
/// our reading, since leaving it out could hurt.
bool in_force(const CourtOrder& order, Date today);

/// Whether this adult has parental responsibility.
/// Source: Children Act 1989 ss 2, 4, 4ZA, 4A, 5, 12 and 14C; Adoption and Children Act 2002 s46.
RightAnswer has_parental_responsibility(const FamilyTie& tie, const ChildFacts& child, Date today);

/// Whether the council has parental responsibility too, by an order.
/// Source: Children Act 1989 s33(3), s44(4)(c); Adoption and Children Act 2002 s25(2).
bool council_has_responsibility(const ChildFacts& child, Date today);

/// Every right of the tie on that day.
/// Source: Education Act 1996 s576; SI 2012/1033 reg 2; SI 2005/1437 reg 5; Children Act 1989 s3,
/// s14C(1)(b) and s33(3)(b); Data Protection Act 2018, Schedule 3.
Rights rights_of(const FamilyTie& tie, const ChildFacts& child, Date today);

/// The age in whole years; a birthday of 29 February is reached on 1 March in other years.
/// Source: Family Law Reform Act 1969 s9, read with Re Figgis; our reading for 29 February.
int age_on(Date born_on, Date day);

} // namespace onroll::people
