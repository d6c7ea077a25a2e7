// What the pages of papers share: a copy of the address, its search, and what may be given at all.
// Only for this part's own pages. trust.md F-04, F-05, U-06.
#pragma once

#include "casework/outgoing_check.h"
#include "casework/pages_shared.h"
#include "casework/store_releases.h"
#include "casework/views_papers.h"

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace onroll::casework {

struct EnteredRelease {
    Case found;
    Release release;
};
/// The copy of the address, in its case, entered by the policy; or what to answer instead.
std::variant<EnteredRelease, http::Response>
entered_release(const http::Request& request, const Services& services, std::string_view act);
/// "/advice/cases/<id>/papers/<id>".
std::string address_of(const EnteredRelease& both);
/// Saves once what is done with the copy, and notes it; answers where the copy is shown.
Result<std::string> save_in_release(const http::Request& request, const Services& services,
                                    const EnteredRelease& both,
                                    const std::function<Result<void>(db::Transaction&)>& work);

/// "Ann Example, mother", "The governing board of Example School".
std::string reader_of(const Release& release, const std::vector<WritableTo>& family);

/// What must not reach the reader of this copy today.
Result<std::vector<ProtectedWord>> words_to_keep_now(db::Queries& reading,
                                                     const access::AgencyId& agency,
                                                     const Services& services, const Case& found,
                                                     const Release& release);
/// A paper with its name, searched for them.
PaperLine searched(Paper paper, std::string_view bytes, const std::vector<ProtectedWord>& words);

/// Every paper searched anew, for the family changes between one look and the next (trust.md M-03).
Result<std::vector<PaperLine>> search_papers(db::Queries& reading, const access::AgencyId& agency,
                                             const Services& services, const Case& found,
                                             const Release& release);
/// Why the copy may not be given yet; empty where it may.
std::vector<std::string> reasons_not_yet(const std::vector<PaperLine>& lines);

/// The page of one copy, after something was not taken.
http::Response release_page(const http::Request& request, const Services& services,
                            const Case& found, const Release& release, forms::Errors errors);

/// The bytes as they may be given: of a kind that can be searched or looked at, and a picture
/// without what says where, when and with what it was taken (trust.md U-06).
Result<std::string> fit_to_give(std::string bytes);
/// The media type to give it under.
std::string media_type_of(std::string_view bytes);

void add_release_pages(http::Router& router, const Services& services);
void add_pack_pages(http::Router& router, const Services& services);

} // namespace onroll::casework
