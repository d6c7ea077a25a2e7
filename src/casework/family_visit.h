// Somebody of a family, or of a school, who came by a link: found by a cookie, for this request
// alone. Whether they may still be here is asked each time. trust.md, M-03.
#pragma once

#include "casework/pages.h"
#include "casework/service_notice.h"
#include "casework/types_messages.h"

#include "audit/types.h"
#include "design/html.h"
#include "forms/types.h"
#include "platform/http/policy.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

#include <optional>
#include <string>
#include <string_view>

namespace onroll::casework {

struct FamilyVisit {
    AdviceStore store;
    Visit visit;
    std::string token;      ///< of the cookie
    std::string form_token; ///< goes into each form and comes back with it

    const Link& link() const { return visit.link; }
    Speaker speaker() const
    {
        return visit.link.purpose == LinkPurpose::school ? Speaker::school : Speaker::family;
    }
};

/// For a route: goes on where a visit lasts, for this purpose (a school has a part of a family's
/// pages; nothing: for any), and attaches it; else a page that
/// says how to come back, the same for everybody, with what was typed. That it was not shown is
/// noted where it is known whose visit it is, or was.
http::Policy family_policy(const Services& services, std::optional<LinkPurpose> purpose);
const FamilyVisit& family_visit(const http::Request& request);

/// Opens a link: the cookie of its visit, or not_found in the same words for every reason. Either
/// is noted in the audit of the service whose link it is.
Result<http::Cookie> open_family_link(const http::Request& request, const Services& services,
                                      std::string_view token);
/// Whether the request is on a visit that this very link opened, and that lasts.
bool is_on_visit_of(const http::Request& request, const Services& services, std::string_view token);
/// Ends a visit and takes its cookie.
http::Cookie end_family_visit(const Services& services, const FamilyVisit& visit);
/// Ends the visit of this request, where it has one, and leads to the page outside that the red
/// button of families' pages goes to. The same for everybody.
http::Response exit_family_pages(const http::Request& request, const Services& services);

/// A page without the menu of the site, that no search engine lists and no browser keeps.
http::Response family_page(const Services& services, std::string title, design::Html content,
                           bool has_errors = false, int status = 200);

/// The same for whoever is on a visit, with the notice of the service whose page it is.
http::Response family_page(const Services& services, const FamilyVisit& visit, NoticeFor reader,
                           std::string title, design::Html content, bool has_errors = false);

/// Whom forms of a visit belong to: the link, which nobody else has.
forms::Owner owner_of(const FamilyVisit& visit);
/// "3:15pm"
std::string family_page_closes(const FamilyVisit& visit);
/// By when the adviser is asked to answer what came by a link: a message of Friday is for Tuesday,
/// not for Sunday.
Date family_answered_by(Instant now);
/// Hidden fields of a form.
design::Html start_of(const FamilyVisit& visit, std::string page);

/// What somebody with a link did, as the audit has it.
struct FamilyDeed {
    std::string_view act; ///< "family.write"
    audit::Kind kind = audit::Kind::recorded;
    audit::Outcome outcome = audit::Outcome::done;
};
inline FamilyDeed family_read(std::string_view act)
{
    return {act, audit::Kind::read, audit::Outcome::done};
}
/// Of what was asked for and not shown.
inline FamilyDeed family_refused(std::string_view act)
{
    return {act, audit::Kind::denied, audit::Outcome::refused};
}
inline FamilyDeed family_failed(std::string_view act)
{
    return {act, audit::Kind::recorded, audit::Outcome::failed};
}

/// Notes in the audit what somebody with a link did, in the transaction in which it is done or
/// read. trust.md L-01, L-04.
void note_family(db::Transaction& transaction, const http::Request& request,
                 const FamilyVisit& visit, const FamilyDeed& deed, Instant now);
/// The same of a link that nobody is on a visit by.
void note_link(db::Transaction& transaction, const http::Request& request,
               const access::AgencyId& agency, const Link& link, const FamilyDeed& deed,
               Instant now);
/// The same for what was tried and did not happen, as with a form that had mistakes.
void note_family_failure(const http::Request& request, const FamilyVisit& visit,
                         std::string_view act, Instant now);

} // namespace onroll::casework
