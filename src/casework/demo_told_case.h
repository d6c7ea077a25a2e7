// One case of the demonstration that is told by hand, step by step, by the functions that people
// use. Part of demo.
#pragma once

#include "casework/demo.h"
#include "casework/types.h"
#include "casework/types_actions.h"
#include "casework/types_attachments.h"
#include "casework/types_case_history.h"
#include "casework/types_close.h"
#include "casework/types_events.h"
#include "casework/types_messages.h"
#include "casework/types_needs.h"
#include "casework/types_next_steps.h"

#include "people/store.h"
#include "people/types_consents.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::casework::demo {

/// An adult of the family, beside the one who rang.
struct ToldAdult {
    people::PersonDetails details{};
    people::FamilyTie tie; ///< its child and adult are filled in
    std::vector<people::ContactLine> contacts{};
    people::SafeContact safe{};
};

struct ToldDocument {
    std::string_view name{};  ///< as its sender called it
    std::string_view bytes{}; ///< what it holds
    Category category = Category::other;
};

/// What one step of a conversation says.
struct Said {
    Speaker by = Speaker::adviser;
    std::string_view words{};
    bool read = true;
};

/// Days are counted back from today, and are weekdays. Each step is one that a page offers.
class ToldCase {
public:
    /// Opens it from a first contact; `code` is what a family told the checker first.
    ToldCase(db::Transaction& transaction, const DemoService& whose, const access::UserId& worker,
             Date today);
    void open(int ago, const NewContact& told, Date born, const http::Fields& code = {});

    const CaseId& id() const { return *id_; }
    const people::PersonId& child() const { return *child_; }
    /// Who rang, where they are of the family.
    std::optional<people::PersonId> caller() const;
    Date day(int ago) const;
    Instant at(int ago) const;
    people::Scope scope(int ago) const;

    people::PersonId adult(int ago, const ToldAdult& adult);
    void lives(int ago, const people::PersonId& person, const people::Address& address,
               people::Protection protection);
    void consent(int ago, const people::Consent& consent);
    void taken_on(int ago, std::string_view reason);
    void state(int ago, CaseState state, std::string_view reason);
    void level(int ago, std::int64_t work, Level to, std::string_view reason);
    void more_work(int ago, std::string_view title, Level level, std::string_view reason);
    ProfessionalId professional(std::string_view name, std::string_view role,
                                std::string_view organisation);
    ActionId work(int ago, const NewAction& done);
    void correct(int ago, const ActionId& action, std::chrono::minutes took);
    NoteId note(int ago, std::string_view words);
    void correct(int ago, const NoteId& note, std::string_view words);
    std::optional<Attachment> document(int ago, const ToldDocument& document,
                                       const AddedTo& place = {});
    void correct(int ago, const std::optional<Attachment>& document, Category category);
    EventId event(int ago, EventKind kind, const Facts& facts);
    void more(int ago, const EventId& event, const Facts& facts);
    void account(int ago, const NewAccount& account);
    void status(int ago, std::string_view words, std::optional<Date> on = {});
    void need(int ago, NeedKind kind, std::string_view words,
              const std::vector<NeedStepTold>& steps);
    /// With what was learnt of it since.
    void next_step(int ago, const NewNextStep& told,
                   const std::vector<std::pair<NextStepResult, std::string>>& learnt);
    void lived_through(int ago, const NewJourneyPart& part);
    void task(int ago, int due_ago, std::string_view title, bool done,
              std::optional<std::chrono::minutes> at_time = {});
    ThreadId conversation(int ago, const people::PersonId& with, const std::vector<Said>& said);
    /// A notice about a conversation; nothing waits to leave afterwards.
    void notice(int ago, const ThreadId& about, NoticeChannel channel, NoticeState state,
                std::string_view reason);
    void opens_link(int ago, const ThreadId& about, const people::PersonId& person);
    void close(int ago, Outcome outcome, std::string_view summary);
    void recount(int ago);

private:
    const access::AgencyId& agency() const { return whose_.agency; }
    void settle(const Result<void>& done) const;

    db::Transaction& transaction_;
    const DemoService& whose_;
    access::UserId worker_;
    Date today_;
    std::optional<CaseId> id_{};
    std::optional<people::PersonId> child_{};
};

} // namespace onroll::casework::demo
