// What is worked out once for each exclusion and read by every rule: its days, its terms, the
// totals it brings the pupil to, whether it was cancelled, what was lost. Counting follows CNT-01
// to CNT-05 and DEF-01 to DEF-10. Pure.
#pragma once

#include "law/types.h"

#include <optional>
#include <span>
#include <vector>

namespace onroll::law {

/// The half days that an exclusion takes, on its own school's calendar.
class HalfDays {
public:
    /// `count` half days from `first_day` on; for lunchtimes one half day for each school day.
    /// Source: DEF-05, DEF-06.
    static HalfDays of(const Exclusion& exclusion, const SchoolCalendar& calendar);
    /// The part of `exclusion` missed before the pupil came back; the whole where no return is
    /// recorded. Source: DEF-10.
    static HalfDays served(const Exclusion& exclusion, const SchoolCalendar& calendar,
                           std::optional<Date> returned_on);

    /// The half days that it surely takes: one where nobody told how long it lasts. Source: DEF-05.
    static HalfDays at_the_least(const Exclusion& exclusion, const SchoolCalendar& calendar);

    int count() const { return count_; }
    /// Half days that fall in `from` to `to`, both included.
    int within(Date from, Date to) const { return before(to + Days{1}) - before(from); }
    /// The first school day on or after the first day; nothing where the calendar does not hold it.
    std::optional<Date> first_day() const { return first_; }
    /// The last school day touched; nothing while it has no end (permanent) or where the calendar
    /// does not reach it.
    std::optional<Date> last_day() const;
    bool endless() const { return endless_; }

private:
    int before(Date) const;

    const SchoolCalendar* calendar_ = nullptr;
    std::optional<Date> first_;
    Session first_session_ = Session::am;
    int count_ = 0;
    bool lunchtimes_ = false;
    bool endless_ = false;
};

/// The law in force for a decision made on this day; nothing before 1 September 2012. Source:
/// VER-01.
std::optional<LawVersion> law_version_of(Date decided_on);

/// The term of the law that holds a day at a school: its own, or one of three periods cut at 31
/// December, Easter Monday and 31 July; nothing for a holiday of a school with up to three terms.
/// Source: DEF-02.
std::optional<LegalTerm> legal_term(const SchoolCalendar& calendar, Date day);

/// The first and last day of the school year that holds this day. Source: DEF-03, with 1 August for
/// the first day after 31 July.
struct SchoolYear {
    Date from, to;
};
SchoolYear school_year(Date day);

/// Everything that the rules read about one exclusion.
struct Reckoning {
    const History* history = nullptr;
    std::size_t index = 0;
    const Exclusion* exclusion = nullptr;
    const School* school = nullptr;
    LawVersion version = LawVersion::lv_2012;
    HalfDays half_days;     ///< as decided
    HalfDays served;        ///< as served: shorter where a cancellation is in force
    int term_half_days = 0; ///< highest total that it brings the pupil to in a term, at decision;
                            ///< the least that it may be where a length was not told
    int year_half_days = 0; ///< highest total in a school year, at decision
    bool total_is_open = false; ///< the total of a term may be higher: it holds a length not told
    bool year_total_is_open = false;
    bool cancelled = false; ///< a cancellation is in force
    std::string_view
        cancellation_bar; ///< why a cancellation had no force; empty where none or in force
    bool exam_lost = false;
    std::optional<Date> first_exam; ///< nothing where its day was not told
    bool represented = false;

    bool day_exclusion() const { return exclusion->kind != Kind::lunchtime; }
    bool permanent() const { return exclusion->kind == Kind::permanent; }
    bool length_not_told() const { return exclusion->length_not_told; }
    bool over_5_days() const { return term_half_days > 10; }
    bool over_15_days() const { return term_half_days > 30; }
    /// Whether the board must be told at once and must or may meet. Source: NT-05.
    bool goes_to_board() const { return permanent() || over_5_days() || exam_lost; }
    /// Whether it may yet be one that the board is told of at once, when each length is known.
    bool may_go_to_board() const { return goes_to_board() || total_is_open; }
    const SchoolCalendar& calendar() const { return school->calendar; }
    /// The first event of this type about this exclusion, in the order recorded.
    const Event* event(EventType type) const;
};

/// The exclusions of a history reckoned in order of decision, and the totals that each brings the
/// pupil to. `order` gives the indices by date of decision, then first day. Versions must be known:
/// see law_version_of. Source: CNT-01 to CNT-05, DEF-01 to DEF-10.
void reckon(const History& history, std::vector<Reckoning>& reckonings,
            std::vector<std::size_t>& order, std::vector<Total>& totals);

/// The board by the name the kind of school gives it. Source: DEF-12.
Actor board_of(const School& school);
/// The parent, or the pupil at 18. Source: DEF-11.
Actor relevant_person(const Pupil& pupil);
/// The day on which something sent counts as given. Source: DEF-14.
Date deemed_given(Date sent, Method method);

} // namespace onroll::law
