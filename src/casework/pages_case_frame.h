// The frame of every page of a case: whom it is about, what must be read first, and the case's own
// pages; and what their forms do alike. Only for this part's own pages. trust.md F-08.
#pragma once

#include "casework/pages_shared.h"

#include "forms/fields.h"
#include "forms/store.h"
#include "people/record.h"
#include "people/store.h"

#include <optional>
#include <string>
#include <string_view>

namespace onroll::casework {

/// A page of the case, with its header and tabs. `title` is the words of the h1, which `content`
/// holds and which name nobody. 400 where a form on it was not taken.
http::Response case_page(const http::Request& request, const Services& services, const Case& found,
                         std::string title, design::Html content, bool has_errors = false);

/// The child of a case with family, school and all else on record; not_found where the record is
/// there no more.
Result<people::ChildRecord> child_of_case(const http::Request& request, const Services& services,
                                          const Case& found);
/// The same page where the child is read already.
http::Response case_page(const http::Request& request, const Services& services, const Case& found,
                         const Result<people::ChildRecord>& record, std::string title,
                         design::Html content, bool has_errors = false);

/// The decision alone, for what else a page of the case offers.
bool may(const http::Request& request, const Services& services, std::string_view act,
         const Case& found);

/// Whom deeds on the people of the service's own store are noted for.
people::Scope people_scope(const http::Request& request, const Services& services,
                           std::string_view act, const access::Subject& subject);

/// Hidden fields of a form on the page of this request, or on `page`.
design::Html start_of(const http::Request& request, std::string page, std::int64_t version = 0);

/// What a form shows first: a draft of the page, else `values`; and the version that the form
/// carries.
struct FirstView {
    forms::FormView form{};
    std::int64_t version = 0;
    design::Html banner{}; ///< over typed work that was kept
};
FirstView first_view(const http::Request& request, const Services& services, http::Fields values,
                     std::int64_t version = 0);

/// Saves once for the case and notes the act in the same transaction; `work` answers the path.
Result<std::string> save_in_case(const http::Request& request, const Services& services,
                                 std::string_view act, const Case& found, const http::Form& form,
                                 const std::vector<std::string>& fields, const forms::Work& work);

/// A date of three boxes.
Result<Date> typed_date(const http::Form& form, std::string_view name, std::string_view label);
/// The three boxes of a date.
void add_date(http::Fields& fields, std::string_view name, const std::optional<Date>& day);

/// "3" as a whole number, nothing for anything else.
std::optional<std::int64_t> whole_number(std::string_view text);

} // namespace onroll::casework
