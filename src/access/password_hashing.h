// Passwords hashed a few at a time, so that a crowd at the door cannot take the machine's memory.
// Follows trust.md.
#pragma once

#include "kernel/result.h"
#include "platform/crypto/crypto.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace onroll::access {

struct HashingSettings {
    crypto::PasswordCost cost{};
    int at_once = 2;  ///< each takes `cost.kibibytes` of memory
    int waiting = 64; ///< further ones are refused with unavailable
};

/// Safe to share between threads.
class PasswordHashing {
public:
    /// Bad input for a cost below the floor of crypto::password_cost_floor.
    static Result<void> check(const HashingSettings& settings);
    explicit PasswordHashing(HashingSettings settings);

    /// unavailable when too many wait already.
    Result<std::string> hash(std::string_view password);
    /// Whether the password fits; without a hash it never does, after as long a time.
    Result<bool> fits(const std::optional<std::string>& hash, std::string_view password);
    bool is_out_of_date(const std::string& hash) const
    {
        return crypto::needs_new_hash(hash, settings_.cost);
    }

private:
    class Turn;

    HashingSettings settings_;
    std::string nobodys_; ///< a hash that no password is compared with in earnest
    std::mutex mutex_;
    std::condition_variable free_;
    int running_ = 0;
    int waiting_ = 0;
};

} // namespace onroll::access
