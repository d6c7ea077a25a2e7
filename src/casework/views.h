// What the pages of the advice service show. Words and layout; no queries, no rules. Every page
// says who runs the service, that it is confidential, and the limits of that (trust.md W-10).
#pragma once

#include "casework/types.h"

#include "design/html.h"
#include "forms/form_start.h"
#include "kernel/result.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

/// Who runs the service and what confidential means, on each of its pages.
design::Html confidential_notice(const std::string& service, const std::string& area);

struct ContactsView {
    std::vector<Contact> contacts;
    std::string older; ///< address of older ones; empty where there are none
};
design::Html contacts_view(const ContactsView& view);

struct ContactFormView {
    std::string action;
    forms::FormStart start;
    NewContact typed;
    bool channel_chosen = true;
    std::vector<Error> errors;
    std::optional<design::Html> banner{}; ///< over typed work that was kept
    std::string leave;                    ///< where to go without saving
};
design::Html contact_form_view(const ContactFormView& view);

struct ContactView {
    Contact contact;
    std::string taken_by; ///< the colleague's name
};
design::Html contact_view(const ContactView& view);

} // namespace onroll::casework
