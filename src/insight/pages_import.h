// The pages about files of statistics: which were imported and how each was read, for all; and
// sending, previewing and confirming one, for the data lead.
#pragma once

#include "insight/services.h"

#include "design/html.h"
#include "design/page.h"
#include "platform/db/db.h"
#include "platform/http/policy.h"
#include "platform/http/router.h"

#include <functional>
#include <string>
#include <vector>

namespace onroll::insight {

/// How signed-in people are let in and shown pages; from the wiring, since insight does not know
/// how people sign in.
struct StaffPages {
    http::Policy policy;
    /// The same for a form that holds answers to these questions alone.
    std::function<http::Policy(std::vector<std::string> asked)> policy_taking;
    /// The hidden field that ties a form to the sign-in.
    std::function<design::Html(const http::Request&)> form_token;
    std::function<http::Response(const http::Request&, const design::PageOptions&,
                                 const design::Html&, int status)>
        page;
    /// Who asks, in whatever words tell one person of an organisation from every other, and that
    /// nobody else can guess.
    std::function<std::string(const http::Request&)> owner;
    /// Notes in the transaction that stores a file who imported it.
    std::function<void(const http::Request&, db::Transaction&)> note;
};

/// Adds /area/files and /area/files/{id}, open to all.
void add_file_pages(http::Router& router, const Services& services);

/// Adds /area/import and what follows it. `services` outlives the router.
void add_import_pages(http::Router& router, const Services& services, const StaffPages& staff);

} // namespace onroll::insight
