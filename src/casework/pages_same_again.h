// Saving what may be the same thing sent again after Back: the question in place of a second
// record. Only for this part’s own pages. trust.md R-10.
#pragma once

#include "casework/rules_same_again.h"
#include "casework/views_same_again.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"

#include <optional>
#include <string>

namespace onroll::casework {

/// Asked within the work of forms::save_once, whose key has told apart a second delivery of the
/// same form by then: keeps what was saved just before, for the page that asks.
class SameAgain {
public:
    explicit SameAgain(const http::Form& form) : meant_(is_meant_again(form)) {}

    /// `records` the newest or the oldest first; `same` says whether one has the same content from
    /// the same person, `saved_at` when it was saved, `address_of` where it is shown.
    template <class Records, class Same, class SavedAt, class AddressOf>
    Result<void> look(const Records& records, Instant now, Same same, SavedAt saved_at,
                      AddressOf shown_at)
    {
        before_.reset();
        if (meant_) return {};
        for (const auto& record : records)
            if (saved_just_before(saved_at(record), now) && same(record) &&
                (!before_ || before_->at < saved_at(record)))
                before_ = SavedBefore{saved_at(record), shown_at(record)};
        if (!before_) return {};
        return Error{ErrorKind::conflict, "You have saved this already", {}, {}};
    }

    /// Set where nothing was saved because of it.
    const std::optional<SavedBefore>& before() const { return before_; }

private:
    bool meant_;
    std::optional<SavedBefore> before_{};
};

} // namespace onroll::casework
