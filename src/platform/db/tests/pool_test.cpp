#include "platform/db/pool.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace pool_test {

using namespace onroll;
using namespace std::chrono_literals;

/// Shows the rows of whom it was told, as a connection under row security does.
class Told final : public db::Connection {
public:
    std::unique_ptr<db::Cursor> query(const db::Sql&, std::span<const db::Value>) override
    {
        return nullptr;
    }
    std::int64_t run(const db::Sql&, std::span<const db::Value>) override { return 0; }
    void run_script(const db::Sql&) override {}
    std::string show_rows_of(std::string_view agency) override
    {
        return std::exchange(agency_, std::string(agency));
    }
    bool shows_rows_of(std::string_view agency) const override { return agency_ == agency; }
    void begin_writing() override {}
    void begin_snapshot() override {}
    void commit(const std::string&) override {}
    void rollback() noexcept override {}
    bool is_sound() noexcept override { return sound; }
    int open_cursors() const override { return 0; }

    bool sound = true;

private:
    std::string agency_;
};

TEST_CASE("a connection that shows an agency's rows already is lent for it again")
{
    db::Pool pool(2, 1s, [] { return std::make_unique<Told>(); });
    auto one = pool.lend("test", "one");
    auto other = pool.lend("test", "other");
    one->show_rows_of("one");
    other->show_rows_of("other");
    auto* const of_one = static_cast<Told*>(one.get());
    const auto* const of_other = other.get();
    pool.give_back(std::move(one));
    pool.give_back(std::move(other));

    auto again = pool.lend("test", "one");
    CHECK(again.get() == of_one);
    pool.give_back(std::move(again));
    again = pool.lend("test", "other");
    CHECK(again.get() == of_other);
    pool.give_back(std::move(again));
    // Of a third, any: the one that came back last.
    again = pool.lend("test", "third");
    CHECK(again.get() == of_other);
    pool.give_back(std::move(again));
    of_one->sound = false;
    again = pool.lend("test", "one");
    CHECK(again->shows_rows_of("other"));
    pool.give_back(std::move(again));
}

} // namespace pool_test
