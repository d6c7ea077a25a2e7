// The pages about people: search, one record, families, consents, lists, merges. Behind a sign-in,
// each act declared to the policy.
#pragma once

#include "people/services.h"

#include "platform/http/router.h"

namespace onroll::people {

/// Adds /people and all under it.
void add_pages(http::Router& router, const Services& services);

/// Whether the actor opens records at all. The officer of an advice service does not: they do their
/// work from the page of requests, and read what is held in the copy that they make (D7).
bool opens_records(const access::Actor& actor);

/// How an actor stands to a person of their agency; nothing where there is none. For the pages over
/// the audit record and purposes.
std::optional<access::Standing> standing_of(const Services& services, const access::Actor& actor,
                                            std::string_view person);

} // namespace onroll::people
