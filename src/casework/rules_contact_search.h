// Which earlier contact, of those that came to no case, may be about the same child: by a name that
// sounds the same, by the telephone. Pure. capabilities.md N02, N07: search before create.
#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace onroll::casework {

/// Who a contact names.
struct NamedInContact {
    std::string child;
    std::string caller; ///< "Amina, his mother"
    std::string phone;
};

/// A name that many others are compared with: what each word of theirs is like is found out once,
/// for families share names.
class NameLookedFor {
public:
    explicit NameLookedFor(std::string_view name);

    /// Whether each of its words is in the other name, or sounds like one there.
    /// Source: capabilities N02 and N07; how names are compared is that of people's search.
    bool is_in(std::string_view other);
    /// Whether that is so of the one in the other, or of the other in the one; both have `fewest`
    /// words or more.
    /// Source: as is_in.
    bool is_either_way(std::string_view other, std::size_t fewest);

private:
    /// No name has more.
    static constexpr std::size_t most_words = 64;
    /// Which of the words.
    using Which = std::bitset<most_words>;
    Which like(const std::string& other);

    std::vector<std::string> words_;
    std::vector<std::string> sounds_;
    std::unordered_map<std::string, Which> compared_;
};

/// Earlier contacts that are alike to one. A name is alike where each of its words is in the other,
/// or sounds like one there; a caller by a given name alone is not enough.
class AlikeContact {
public:
    explicit AlikeContact(NamedInContact told);
    /// "The same phone number"; nothing where it is not alike.
    /// Source: as NameLookedFor.
    std::optional<std::string_view> why(const NamedInContact& earlier);

private:
    NameLookedFor child_;
    NameLookedFor caller_;
    std::string phone_;
};

/// The same for words that somebody searches by: a child's or a caller's name, in part, or a
/// telephone number.
class FoundContactBy {
public:
    explicit FoundContactBy(std::string_view words);
    /// Source: as NameLookedFor.
    std::optional<std::string_view> why(const NamedInContact& earlier);

private:
    NameLookedFor name_;
    std::string words_;
};

} // namespace onroll::casework
