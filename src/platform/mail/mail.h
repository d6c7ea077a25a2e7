// Messages to people: kept, sealed, in the store until they have left it, and handed to a carrier.
// Knows no domain word. Follows trust.md section 13.
#pragma once

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"

#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace onroll::mail {

/// How it goes: `to` is an email address, or a telephone number for a text message.
enum class Way { email, text };

struct Message {
    std::string to; ///< an address, as the person gave it
    std::string subject;
    std::string body; ///< plain text; lines end in \n
    Way way = Way::email;
    std::string sender_name{}; ///< beside the sender's address; empty: the address alone

    bool operator==(const Message&) const = default;
};

/// Brings the table to its present shape. Conflict for a newer database.
Result<void> prepare(db::Database& database, const Clock& clock);

/// Keeps a message for an agency in the transaction of the act that it tells of. `key` seals it
/// until it has left.
void enqueue(db::Transaction& transaction, const crypto::Key& key, std::string_view agency,
             const Message& message, Instant now);

/// Takes messages out of the house: swapped at run time.
class Carrier {
public:
    virtual ~Carrier() = default;
    /// `reference` is the same when a message comes a second time. unavailable: it will come again.
    /// bad_input: it can never be delivered as it is; whoever asks may give up.
    virtual Result<void> carry(const Message& message, std::string_view reference,
                               Instant made) = 0;

    /// What became of a message after it had left, as far as the carrier knows. `accepted`: the
    /// carrier has it, and has not delivered it yet. `not_answered`: it could not be asked now.
    enum class Outcome { not_known, not_answered, accepted, delivered, failed };
    virtual Outcome outcome_of(std::string_view /*reference*/) { return Outcome::not_known; }
};

/// A file `REFERENCE.eml` for each message, or `REFERENCE.txt` for a text message, readable by its
/// owner alone, whole from the moment it is there.
class FolderDrop final : public Carrier {
public:
    /// `sender` is the address that messages come from.
    FolderDrop(std::filesystem::path folder, std::string sender);
    Result<void> carry(const Message& message, std::string_view reference, Instant made) override;

private:
    std::filesystem::path folder_;
    std::string sender_;
};

/// The message as a file of RFC 5322. A subject or an address cannot add a header of its own.
std::string as_file(const Message& message, std::string_view sender, std::string_view reference,
                    Instant made);

/// Hands what waits to the carrier, once; answers how many left. A failed one waits longer each
/// time, at most an hour.
std::size_t deliver_waiting(db::Database& database, const crypto::Key& key, Carrier& carrier,
                            const Clock& clock);

/// Delivers in a thread of its own while it lives. Everything given outlives it.
class Delivery {
public:
    Delivery(db::Database& database, crypto::Key key, Carrier& carrier, const Clock& clock);
    ~Delivery();
    Delivery(const Delivery&) = delete;
    Delivery& operator=(const Delivery&) = delete;
    /// Something was enqueued and committed.
    void wake();

private:
    void work(const std::stop_token& stop);

    db::Database& database_;
    crypto::Key key_;
    Carrier& carrier_;
    const Clock& clock_;
    std::mutex mutex_;
    std::condition_variable_any woken_;
    bool asked_ = true;
    std::jthread thread_;
};

} // namespace onroll::mail
