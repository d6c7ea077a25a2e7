// Takes notices out of the outbox of each advice store: asks again, at that moment, whether the
// person may still be reached and where, makes the link, and hands the words to a gateway. What
// could not leave, and why, is on the notice for the adviser to see. trust.md F-06, M-03, M-05.
#pragma once

#include "casework/store_open.h"
#include "casework/types_messages.h"

#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/mail/mail.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace onroll::casework {

/// Everything given outlives what uses it.
struct NoticeSettings {
    std::function<std::vector<AdviceStore>()> stores;
    crypto::Key outbox; ///< seals what waits
    crypto::Key links;  ///< tokens follow from it
    mail::Carrier* gateway = nullptr;
    const Clock* clock = nullptr;
    std::string public_address; ///< "https://onroll.example.gov.uk"
};

/// Once through all stores: what waits is sent.
void send_waiting_notices(const NoticeSettings& settings);
/// Asks the gateway what became of what was sent in the last three days; a notice that could not be
/// delivered says so.
void ask_after_sent_notices(const NoticeSettings& settings);

/// Does so in a thread of its own while it lives.
class NoticeRounds {
public:
    explicit NoticeRounds(NoticeSettings settings);
    ~NoticeRounds();
    NoticeRounds(const NoticeRounds&) = delete;
    NoticeRounds& operator=(const NoticeRounds&) = delete;
    /// A notice was stored.
    void wake();

private:
    void work(const std::stop_token& stop);

    NoticeSettings settings_;
    std::mutex mutex_;
    std::condition_variable_any woken_;
    bool asked_ = true;
    std::jthread thread_;
};

} // namespace onroll::casework
