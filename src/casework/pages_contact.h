// What the pages about contacts share: entering one by the policy, and looking for the schools and
// children that fit what is typed.
#pragma once

#include "casework/contact_form.h"
#include "casework/pages_shared.h"
#include "casework/store_contact_search.h"
#include "casework/store_opening.h"
#include "casework/views_contact_form.h"
#include "casework/views_contacts.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace onroll::casework {

std::string address_of(const ContactId& id); ///< "/advice/contacts/<id>"

access::Subject subject_of(const access::Actor& actor, const Contact& contact,
                           std::vector<std::string> fields = {});

/// The case that it belongs to; for a contact that belongs to one.
access::Subject subject_of_case(const access::Actor& actor, const Contact& contact);

/// The contact that `{contact}` of the address names, entered by the policy; or what to answer
/// instead.
std::variant<Contact, http::Response>
entered_contact(const http::Request& request, const Services& services, std::string_view act);

/// The school that the words name and no other, where no one was chosen.
void find_named_school(const Services& services, NewContact& told);

/// Schools for the words in the form; children where `children` are asked for.
enum class LookFor { schools, children, both };
LookedFor look_for(const http::Request& request, const Services& services, const NewContact& told,
                   LookFor what);

/// As a choice reads: name, age and school, and how the work stands.
std::vector<ChildSuggestion> suggestions_of(const std::vector<AlikeChild>& alike,
                                            const Services& services);

/// As a tick reads: when, that there is no case, whom it names; who took it.
std::vector<ContactSuggestion> suggestions_of(const http::Request& request,
                                              const Services& services,
                                              const std::vector<EarlierContact>& contacts);

/// Contacts that came to no case and fit the words of a search.
std::vector<FoundContact> found_in_search(db::Queries& reading, const http::Request& request,
                                          const Services& services, std::string_view words);

/// Brings the earlier contacts that were ticked into the case; those that belong to one already, or
/// are not there, are left.
Result<void> bring_earlier(db::Transaction& transaction, const http::Request& request,
                           const std::vector<std::string>& ticked, const CaseId& into, Instant now);

/// For the people of the service, with the deed of this request.
people::Scope people_scope(const http::Request& request, Instant now);

} // namespace onroll::casework
