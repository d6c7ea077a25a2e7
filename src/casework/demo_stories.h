// What happens in one invented case after its first contact. Part of demo.
#pragma once

#include "casework/demo.h"
#include "casework/types.h"
#include "casework/types_actions.h"
#include "casework/types_close.h"
#include "casework/types_events.h"

#include "people/store.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace onroll::casework::demo {

/// Numbers that look random and are the same each time (splitmix64).
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
    bool one_in(std::size_t chance) { return below(chance) == 0; }
    template <std::size_t size>
    std::string one_of(const std::array<std::string_view, size>& list)
    {
        return std::string(list[below(size)]);
    }

private:
    std::uint64_t state_;
};

/// The kinds of stories.
enum class Story {
    question,
    sent_home,
    suspensions,
    permanent_exclusion,
    part_time,
    home_education,
    managed_move
};

/// One case as it is filled, step by step; a step after today is left undone, so that the newest
/// cases are open.
class CaseFiller {
public:
    CaseFiller(db::Transaction& transaction, const DemoService& whose, Numbers& numbers,
               const CaseId& id, const access::UserId& worker, Date begun, Date today)
        : transaction_(transaction), whose_(whose), numbers_(numbers), id_(id), worker_(worker),
          begun_(begun), today_(today),
          beside_(static_cast<std::uint64_t>(begun.time_since_epoch().count()))
    {
    }
    void tell(Story story, const DemoSchool& school);

private:
    void tell_question();
    void tell_sent_home();
    void tell_suspensions();
    void tell_permanent_exclusion();
    void tell_part_time();
    void tell_home_education();
    void tell_managed_move();
    void begin_work(Story story);
    void add_needs();
    void add_beside(Story story);
    void ask_how_it_was(Date on);

    /// The day so many days after the first contact, a weekday; nothing where that is after today.
    std::optional<Date> day(int after) const;
    Instant at(Date day) const;
    void work(int after, ActionKind kind, Stage stage, int minutes, std::string_view what);
    void note(int after, std::string_view words);
    void level(int after, Level to, std::string_view reason);
    void task(int after, int due, std::string_view title, bool done,
              std::string_view waiting_for = {});
    std::optional<EventId> event(int after, EventKind kind, Facts facts);
    void more(const std::optional<EventId>& event, int after, const Facts& facts);
    void account(int after, std::string_view happened, std::string_view wanted);
    void close(int after, Outcome outcome, std::string_view summary);
    Facts at_school() const;
    void recount_now(int after);

    db::Transaction& transaction_;
    const DemoService& whose_;
    Numbers& numbers_;
    CaseId id_;
    access::UserId worker_;
    Date begun_;
    Date today_;
    std::optional<DemoSchool> school_{};
    Numbers beside_; ///< for what stands beside a story, so that the stories stay as they are
    bool closed_ = false;
    bool has_events_ = false;
    int last_ = 0;
};

/// A weekday on or after the day that is in no usual school holiday.
Date day_of_term(Date day);
/// The same on or before the day.
Date day_of_term_before(Date day);
bool in_usual_holidays(Date day);

} // namespace onroll::casework::demo
