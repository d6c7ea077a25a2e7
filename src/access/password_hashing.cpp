#include "access/password_hashing.h"

#include "kernel/ensure.h"

namespace onroll::access {

/// One of the few places where a hash is worked out, held while this lives.
class PasswordHashing::Turn {
public:
    explicit Turn(PasswordHashing& hashing) : hashing_(hashing)
    {
        std::unique_lock lock(hashing_.mutex_);
        if (hashing_.running_ >= hashing_.settings_.at_once) {
            if (hashing_.waiting_ >= hashing_.settings_.waiting) return;
            ++hashing_.waiting_;
            hashing_.free_.wait(lock,
                                [this] { return hashing_.running_ < hashing_.settings_.at_once; });
            --hashing_.waiting_;
        }
        ++hashing_.running_;
        taken_ = true;
    }
    ~Turn()
    {
        if (!taken_) return;
        {
            const std::lock_guard lock(hashing_.mutex_);
            --hashing_.running_;
        }
        hashing_.free_.notify_one();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    bool taken() const { return taken_; }

private:
    PasswordHashing& hashing_;
    bool taken_ = false;
};

namespace password_hashing_detail {

const Error busy{ErrorKind::unavailable,
                 "Many people are signing in at this moment. Try again in a minute",
                 {},
                 {}};

} // namespace password_hashing_detail

Result<void> PasswordHashing::check(const HashingSettings& settings)
{
    if (settings.cost.kibibytes < crypto::password_cost_floor.kibibytes ||
        settings.cost.passes < crypto::password_cost_floor.passes)
        return bad_input("A password may not cost less than 19456 KiB of memory and 2 passes");
    if (settings.at_once < 1 || settings.waiting < 0)
        return bad_input("At least one password must be worked out at once");
    return {};
}

PasswordHashing::PasswordHashing(HashingSettings settings)
    : settings_(settings), nobodys_(crypto::hash_password(crypto::random_token(), settings.cost))
{
    ensure(check(settings).has_value(), "settings are checked when they are read");
}

Result<std::string> PasswordHashing::hash(std::string_view password)
{
    const Turn turn(*this);
    if (!turn.taken()) return password_hashing_detail::busy;
    return crypto::hash_password(password, settings_.cost);
}

Result<bool> PasswordHashing::fits(const std::optional<std::string>& hash,
                                   std::string_view password)
{
    const Turn turn(*this);
    if (!turn.taken()) return password_hashing_detail::busy;
    const bool fits = crypto::password_fits(hash ? *hash : nobodys_, password);
    return fits && hash.has_value();
}

} // namespace onroll::access
