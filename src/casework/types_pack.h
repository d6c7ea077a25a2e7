// What is chosen from a case for a copy of papers: which notes, documents, accounts and papers made
// from the record, and whom they name. Pure. capabilities.md J1 step 9; trust.md F-04, F-13.
#pragma once

#include "casework/types_actions.h"
#include "casework/types_attachments.h"
#include "casework/types_chronology.h"
#include "casework/types_messages.h"
#include "casework/types_notes.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// Whom the papers name that are made from the record. The child and the family by name and
/// everybody else by initials; everybody by initials; everybody by name.
enum class PackNames { family_named, initials, as_recorded };
std::string_view key_of(PackNames names);
std::optional<PackNames> pack_names_named(std::string_view key);
std::string_view in_words(PackNames names);
const std::vector<PackNames>& all_pack_names();

/// What a case has to give to one reader.
struct Offered {
    std::vector<Account> accounts{};
    std::size_t accounts_kept = 0;         ///< that the child did not let this reader know
    std::vector<Note> notes{};             ///< the oldest first
    std::vector<Attachment> documents{};   ///< received first first
    std::vector<Attachment> not_givable{}; ///< sounds, pictures of a kind that cannot be cleaned
};

/// What was chosen of it; the order is that of the copy.
struct Chosen {
    std::string representations{}; ///< empty: none
    bool chronology = false;
    std::vector<EntryKind> kinds{}; ///< of the chronology
    bool findings = false;
    std::vector<Account> accounts{};
    std::vector<Note> notes{}; ///< one paper together
    std::vector<Attachment> documents{};
    PackNames names = PackNames::family_named;

    bool is_empty() const
    {
        return representations.empty() && !chronology && !findings && accounts.empty() &&
               notes.empty() && documents.empty();
    }
};

/// How far a pack is that is being prepared.
struct PackProgress {
    ReleaseId release;
    CaseId of_case;
    std::size_t ready = 0;              ///< parts that are in it
    std::size_t parts = 0;              ///< that it should hold
    std::vector<std::string> missing{}; ///< the others, as people call them
};

/// What a chronology in a pack may tell of: neither messages, which are somebody's own, nor a
/// child's account, which is chosen by itself, nor who else was given papers.
const std::vector<EntryKind>& pack_kinds();
/// "Report-of-June.pdf": letters that every computer takes in a file's name.
std::string plain_file_name(std::string_view name);

} // namespace onroll::casework
