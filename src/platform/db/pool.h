// Connections that are lent to one thread at a time and made when first needed. Internal to
// platform/db.
#pragma once

#include "platform/db/driver.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::db {

class Pool {
public:
    using Make = std::function<std::unique_ptr<Connection>()>;

    /// Lends at most `size` connections at once; waits up to `patience` for one.
    Pool(int size, std::chrono::milliseconds patience, Make make);

    /// One that shows the rows of `agency` already, where there is one. Throws Failure (busy) named
    /// for `who` when none came back in time, or what `make` throws.
    std::unique_ptr<Connection> lend(const std::string& who, std::string_view agency = {});
    /// Takes it back; one that is no longer sound is closed, and a new one made when next needed.
    void give_back(std::unique_ptr<Connection> connection) noexcept;
    /// Closes those that are not lent.
    void close() noexcept;

private:
    std::unique_ptr<Connection> take_idle(std::string_view agency);

    int size_;
    std::chrono::milliseconds patience_;
    Make make_;
    std::mutex turn_;
    std::condition_variable came_back_;
    std::vector<std::unique_ptr<Connection>> idle_;
    int lent_ = 0;
};

} // namespace onroll::db
