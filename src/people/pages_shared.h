// What all pages of people do alike: find the record and ask the policy, keep a form to its
// questions, save once, show the page again with what is wrong. Only for this part's own pages.
#pragma once

#include "people/held_rows.h"
#include "people/pages.h"
#include "people/store.h"
#include "people/views_fields.h"
#include "people/views_record.h"

#include "access/guard.h"
#include "access/staff_page.h"
#include "design/page.h"
#include "forms/store.h"
#include "platform/documents/document.h"
#include "platform/http/router.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::people::pages_shared {

/// The database in which the actor's agency keeps its records.
db::Database& database_of(const http::Request& request, const Services& services);

/// A record that the actor may do this to, or what is answered instead.
struct Entered {
    std::optional<http::Response> instead{};
    std::optional<Person> person{};
    access::Subject subject{};
};
/// Finds {person} of the path and asks the policy; a read is noted.
Entered enter(const http::Request& request, const Services& services, std::string_view act);
/// The same for an act that takes two people, whom the store keeps apart: the first proposes, and
/// nothing happens until somebody else agrees.
Entered enter_for_two(const http::Request& request, const Services& services, std::string_view act);
/// The same for the record of a child only.
Entered enter_child(const http::Request& request, const Services& services, std::string_view act);
/// The same for a second record, which an act on two records touches: it is asked about and noted
/// as if it stood in the path alone.
Entered enter_other(const http::Request& request, const Services& services, std::string_view act,
                    std::string_view other);
/// The decision alone, for what else a page offers.
bool may(const http::Request& request, const Services& services, std::string_view act,
         const access::Subject& subject);
/// Whether a record may be offered for this act: the policy allows it, or asks for a purpose or a
/// proof first. Not one that is withheld, or that is the actor's own or a relative's.
bool may_be_offered(const http::Request& request, const Services& services, db::Queries& database,
                    std::string_view act, const PersonId& id);

Scope scope_of(const http::Request& request, const Services& services, std::string_view act,
               const access::Subject& subject = {});

/// forms::start for a form that this page shows, or the page that the form was sent from.
design::Html start_of(const http::Request& request, std::string_view page, int version = 0);

/// A page of this part.
/// Where somebody comes from to a page about the person: the record, or for who opens none, the
/// page of requests.
std::string home_of(const http::Request& request, const Services& services, const PersonId& id);

http::Response page(const http::Request& request, const Services& services, std::string title,
                    const design::Html& content, std::string back, bool has_errors = false,
                    design::PageWidth width = design::PageWidth::two_thirds);

/// A page of data protection, below /data-protection.
http::Response protection_page(const http::Request& request, const Services& services,
                               std::string title, const design::Html& content, std::string back,
                               bool has_errors = false);

/// A page that leaves the office: without the frame of signed-in pages, and no search finds it.
http::Response leaving_page(const Services& services, std::string title,
                            const design::Html& content);
/// The document as a PDF to download; the error says why there is none.
Result<http::Response> as_pdf(const documents::Document& document, std::string_view file_name);

/// The form with its answers settled; its route says what it may hold (forms/asked.h).
http::Form form_of(const http::Request& request);

/// The version of what the form changes, as the page showed it; 0 where it says none.
int version_of(const http::Form& form);

/// Saves once and answers where to go, or the error.
Result<std::string> save(const http::Request& request, const Services& services,
                         std::string_view name, const http::Form& form, const forms::Work& work);

/// Saves a change of the record that was entered, as that act, and answers `next`, or the error.
/// `work(transaction, scope)` answers a Result of anything.
template <class Work>
Result<std::string> save_change(const http::Request& request, const Services& services,
                                std::string_view act, const Entered& entered,
                                const http::Form& form, const std::string& next, const Work& work)
{
    return save(
        request, services, act, form, [&](db::Transaction& transaction) -> Result<std::string> {
            const auto done = work(transaction, scope_of(request, services, act, entered.subject));
            if (!done) return done.error();
            return next;
        });
}

/// What the form showed first: a draft of this page, else `values`.
FormView first_view(const http::Request& request, const Services& services, http::Fields values);

/// The alerts and the bar of a person, child or adult.
struct Top {
    std::vector<std::string> alerts{};
    design::Html bar{};
};
Top top_of(db::Queries& database, const access::AgencyId& agency, const Person& person, Date today,
           std::string_view heading);

/// What must be known of a record before anything else, beside its family's alerts: that its use is
/// restricted, and that something in it is disputed.
std::vector<std::string> notes_on(db::Queries& database, const access::AgencyId& agency,
                                  const PersonId& id);

/// Links to what else the actor may do with the record: consents, copies, periods and the like.
std::vector<design::Html> more_about(const http::Request& request, const Services& services,
                                     const Entered& entered);

/// Whether other pages of the agency hold things about the person, as an advice service's cases: a
/// record may not go from under them.
bool holds_more(db::Queries& database, const Services& services, const access::Actor& actor,
                const PersonId& id);

/// "The same child, by Kim Lee on 2 March 2026", of a row that is settled.
std::string settled_words(const Services& services, const access::AgencyId& agency,
                          const HeldRow& row);

Date today_of(const Services& services);
std::string path_of(const PersonId& id, std::string_view rest = {});

} // namespace onroll::people::pages_shared
