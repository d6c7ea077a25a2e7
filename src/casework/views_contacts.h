// What the list of contacts and a contact show. Words and layout; no queries, no rules.
#pragma once

#include "casework/types.h"

#include "design/html.h"

#include <set>
#include <string>
#include <vector>

namespace onroll::casework {

struct ContactsView {
    std::vector<Contact> contacts;
    std::string list;               ///< which list: "" for all, "without_case", "professionals"
    std::string older;              ///< address of older ones; empty where there are none
    std::string newest{};           ///< address of the first page; empty on it
    design::Html search{};          ///< the form that looks for one by name or number
    std::set<std::string> opened{}; ///< the ids of contacts and cases that the reader may open
};
design::Html contacts_view(const ContactsView& view);

/// An earlier contact that a search found.
struct FoundContact {
    std::string href;  ///< empty where the reader may not open it
    std::string words; ///< when, and whom it names
    std::string about; ///< why it was found, and who took it
};
/// The form that looks for a contact that came to no case. What is looked for stands in no address.
design::Html contact_search_form(const std::string& words, const design::Html& start);
design::Html found_contacts_view(const std::string& words, const design::Html& search,
                                 const std::vector<FoundContact>& found);
/// The same as a list, for another page's search; nothing where there are none.
design::Html found_contacts_list(const std::vector<FoundContact>& found);

struct ContactView {
    Contact contact;
    std::string taken_by;     ///< the colleague's name
    std::string case_address; ///< empty while it belongs to none
    Date today{};
    int minute_of_day = 0;        ///< in London, now
    std::string reach_asked_of{}; ///< whose earlier answer on safe contact is another; or empty
    design::Html further{};       ///< what other nouns say of it
};
design::Html contact_view(const ContactView& view);

/// What was told, as rows: for a contact, and for a case that it belongs to.
design::Html told_list(const Contact& contact, const std::string& taken_by);

} // namespace onroll::casework
