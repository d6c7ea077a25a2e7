// After the board has declined to reinstate: the review panel, reconsideration, and when the name
// may leave the register. Permanent exclusions only. Pure.
#pragma once

#include "law/rules_reckoning.h"

#include <optional>

namespace onroll::law {

/// What the recorded events after a permanent exclusion come to.
struct Aftermath {
    bool declined = false;                    ///< the board declined to reinstate, and said so
    std::optional<Date> reinstated_on;        ///< first, by the board or on reconsideration
    Date notice_given{};                      ///< of the board's decision, deemed
    std::optional<Date> apply_by;             ///< IRP-02
    std::optional<Date> apply_by_after_claim; ///< IRP-03
    bool claim_pending = false;               ///< a known discrimination claim is not determined
    std::optional<Date> application_made;     ///< deemed
    bool application_in_time = false;
    std::optional<Date> waived;
    const Event* panel_decision = nullptr;
    std::optional<Date> panel_notice_given; ///< deemed
    bool reconsideration_due = false;       ///< the panel recommended or quashed
    std::optional<Date> reconsider_by;
    const Event* reconsideration = nullptr;
    bool dates_missing = false; ///< the calendar does not reach a limit

    /// The later of the two limits, where known.
    std::optional<Date> deadline() const;
    /// From when the name may be deleted; nothing while it may not, or where it cannot be told.
    std::optional<Date> delete_from() const;
    /// Whether on a day after the limit of IRP-02 nothing but a claim held the deletion back.
    bool only_claim_holds_back(Date on) const;
    bool keep_on_roll() const;
    /// Whether the pupil was back by this day.
    bool reinstated_by(Date on) const;

private:
    /// When a limb of REG-02 is met if applications close on this day, claims and reinstatement
    /// left aside.
    std::optional<Date> limb_met_on(std::optional<Date> limit) const;
};

/// Source: IRP-02 to IRP-07 and IRP-13, School Discipline Regulations 2012, Schedule 1 paragraphs 1
/// and 2; VER-03.
Aftermath aftermath_of(const Reckoning&);

/// Rows for applying, holding, reconsidering and paying, and the finding of an application that
/// came too late. Source: IRP-02 to IRP-06, IRP-13 and IRP-14.
void review_panel_rows(const Reckoning&, const Aftermath&, Evaluation& out);

/// Rows for the register. Source: REG-02 and REG-03, SI 2024/208 regulation 9(1)(o), before it SI
/// 2006/1751 regulation 8.
void register_rows(const Reckoning&, const Aftermath&, Evaluation& out);

/// A name deleted too soon, and a board that reconsidered late. Source: FND-19 and FND-37.
void aftermath_findings(const Reckoning&, const Aftermath&, Evaluation& out);

} // namespace onroll::law
