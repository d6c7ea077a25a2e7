// What an adviser sees of messages with a family, a child's own account and where things stand.
// Words and layout; no queries, no rules.
#pragma once

#include "casework/types_messages.h"

#include "access/types.h"
#include "design/html.h"
#include "forms/fields.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

/// Somebody of the family who may be written to, and what to know first (trust.md F-07).
struct WritableTo {
    people::PersonId person;
    std::string name; ///< "Ann Example, mother"
    std::vector<std::string> warnings{};
    std::string email_no{}; ///< why no email may go; empty where it may
    std::string text_no{};  ///< the same for a text
    std::string waits{};    ///< "Safe between 9am and 3pm.", outside those hours
    std::string post_no{};  ///< why no letter may be posted; empty where it may
};

struct ThreadLine {
    Thread thread;
    std::string with; ///< "Ann Example", "Ann Example and Ms Example, SENCO"
    std::optional<Message> last{};
    std::size_t unread = 0;
    std::size_t held = 0;
    std::string trouble{}; ///< a notice that did not arrive; empty where all did
};

/// A few lines for the overview of the case.
struct MessagesSection {
    std::string address; ///< of the case
    std::vector<ThreadLine> threads{};
    std::size_t accounts = 0;
    std::optional<Status> status{};
};
design::Html messages_section(const MessagesSection& section);

struct MessagesView {
    std::string address; ///< of the case
    std::vector<ThreadLine> threads{};
    std::vector<WritableTo> people{};
    forms::FormView form{};
    design::Html start{};
    bool may_change = true;
};
design::Html messages_view(const MessagesView& view);

struct SchoolThreadFormView {
    std::string address;
    std::vector<WritableTo> people{};
    forms::FormView form{};
    design::Html start{};
};
design::Html school_thread_form_view(const SchoolThreadFormView& view);

struct ThreadView {
    std::string address; ///< of the case
    Thread thread;
    std::string with;
    WritableTo person;
    std::vector<Message> messages{};
    std::vector<Notice> notices{};
    forms::FormView form{};
    design::Html start{};
    /// For the form of each held message and those of the conversation.
    std::function<design::Html()> new_start;
    std::function<std::string(const access::UserId&)> name_of;
    std::vector<std::string> found{}; ///< what was found in the words just typed
    bool may_change = true;
};
design::Html thread_view(const ThreadView& view);

/// A link to hand over, shown while it was not opened.
struct LinkView {
    std::string url;
    std::string ends_at;
    std::string back;
    bool for_account = false;
};
design::Html link_view(const LinkView& view);

struct AccountsView {
    std::string address;
    std::vector<Account> accounts{};
    std::function<std::string(const access::UserId&)> name_of;
    forms::FormView form{};
    design::Html start{};
    bool may_change = true;
    forms::Choices events{};     ///< of the case, by id
    forms::Choices taken_back{}; ///< those of the case that were recorded in error
};
/// Which event an account is about, or is to be; blank for none in particular.
design::Html about_an_event(const forms::FormView& form, const forms::Choices& events);
design::Html accounts_view(const AccountsView& view);

struct StatusView {
    std::string address;
    std::vector<Status> said{};
    /// Days in law that are ahead: "2026-12-03" with "Thursday 3 December 2026: …".
    std::vector<std::pair<std::string, std::string>> days_in_law{};
    std::function<std::string(const access::UserId&)> name_of;
    forms::FormView form{};
    design::Html start{};
    bool may_change = true;
};
design::Html status_view(const StatusView& view);

} // namespace onroll::casework
