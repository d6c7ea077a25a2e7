// Which words must not reach somebody, and whether a text holds them, however they are broken over
// lines, shortened or misspelt. Pure. Follows trust.md F-04: in Wakefield a father read, in papers
// that a council had sent for a court, where his children had been taken to safety.
#pragma once

#include "people/record.h"
#include "people/rules_family.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::casework {

enum class ProtectedKind { address, postcode, phone, email, school, other };
/// "Address": what was found. Source: trust rule F-04.
std::string_view in_words(ProtectedKind kind);

/// Words that lead to a person who is protected.
struct ProtectedWord {
    ProtectedKind kind = ProtectedKind::address;
    std::string words;
    std::string whose; ///< how the person is called, for the worker's page
    bool operator==(const ProtectedWord&) const = default;
};

/// A person of the family with what leads to them, protected addresses opened.
struct KnownPerson {
    people::PersonId id;
    std::string called{};
    bool is_child = false;      ///< the child whose case it is
    bool has_protected = false; ///< any address of theirs is protected, now or earlier
    std::vector<people::Address> addresses{};
    std::vector<std::string> phones{};
    std::vector<std::string> emails{};
    std::vector<std::string> schools{}; ///< names of those attended now; the child's only
    bool operator==(const KnownPerson&) const = default;
};

/// Who gets a text. Nobody in particular: a school, a council, a court.
struct Recipient {
    std::optional<people::PersonId> person{};
    /// Whether they may be told where the child lives; see people::rights_of.
    people::RightAnswer where_child_lives = people::RightAnswer::no;
    bool operator==(const Recipient&) const = default;
};

/// The words to keep from this recipient: the addresses, postcodes, telephone numbers, emails and
/// schools of each protected person, and of the child where the recipient may not be told where
/// the child lives and anybody in the family is protected. Never the recipient's own, nor a home
/// that they shared.
/// Source: trust rules F-02, F-03 and F-04; people::rights_of.
std::vector<ProtectedWord> protected_words(const std::vector<KnownPerson>& family,
                                           const Recipient& recipient);

struct OutgoingText {
    std::string place; ///< "Page 2", "Header"
    std::string words;
};

struct OutgoingHit {
    ProtectedKind kind = ProtectedKind::address;
    std::string whose{};
    std::string place{};
    std::string around{};        ///< the words before and after, with what was found hidden
    bool close_spelling = false; ///< not as it is recorded, but so alike that a person must look
    bool operator==(const OutgoingHit&) const = default;
};

/// Every place in the texts that holds a protected word, in order; one hit for a place that several
/// words name.
/// Source: trust rule F-04: "address in PDF text, DOCX table, image-only PDF, split over two lines,
/// old spelling"; what counts as alike is our convention.
std::vector<OutgoingHit> hits_in(const std::vector<OutgoingText>& texts,
                                 const std::vector<ProtectedWord>& words);

/// The text with each protected word as "[withheld]".
/// Source: trust rules F-03 and F-05.
std::string without_protected(std::string_view text, const std::vector<ProtectedWord>& words);

/// Names in a text as their initials: "Sam Example" becomes "S.E.". Longer names first, so that a
/// whole name is one. For staff and other pupils in papers.
/// Source: trust rule F-13.
std::string with_initials(std::string_view text, const std::vector<std::string>& names);

} // namespace onroll::casework
