#include "platform/mail/mail.h"

#include "helpers/test_database.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace mail_test {

using namespace onroll;
using namespace onroll::mail;

struct Remembers final : Carrier {
    bool works = true;
    std::vector<std::pair<Message, std::string>> carried;
    Result<void> carry(const Message& message, std::string_view reference, Instant) override
    {
        if (!works) return Error{ErrorKind::unavailable, "No", {}, {}};
        carried.emplace_back(message, reference);
        return {};
    }
};

const Message letter{"kim@example.org", "Your password", "Line one\nLine two: and 3:4\n"};

void write(db::Database& database, const crypto::Key& key, Instant now)
{
    auto transaction = database.begin("write");
    enqueue(transaction, key, "agency", letter, now);
    transaction.commit();
}

TEST_CASE("a message leaves once, as it was written, and what it said is then forgotten")
{
    tests::for_each_engine([](db::Database& database) {
        FixedClock clock(date(2026, 11, 25));
        const auto key = crypto::Key::create();
        REQUIRE(prepare(database, clock));
        write(database, key, clock.now());
        Remembers carrier;
        CHECK(deliver_waiting(database, key, carrier, clock) == 1);
        REQUIRE(carrier.carried.size() == 1);
        CHECK(carrier.carried[0].first == letter);
        CHECK(deliver_waiting(database, key, carrier, clock) == 0);
        auto reading = database.read();
        auto rows = reading.query({"sealed", "SELECT sealed FROM mail_message"});
        REQUIRE(rows.next());
        CHECK(rows.blob("sealed").empty());
    });
}

TEST_CASE("a message that cannot leave stays, and is tried again later with the same reference")
{
    tests::for_each_engine([](db::Database& database) {
        FixedClock clock(date(2026, 11, 25));
        const auto key = crypto::Key::create();
        REQUIRE(prepare(database, clock));
        write(database, key, clock.now());
        Remembers carrier;
        carrier.works = false;
        CHECK(deliver_waiting(database, key, carrier, clock) == 0);
        carrier.works = true;
        CHECK(deliver_waiting(database, key, carrier, clock) == 0);
        clock.move_on(std::chrono::minutes(2));
        CHECK(deliver_waiting(database, key, carrier, clock) == 1);
    });
}

TEST_CASE("nothing leaves of an act that was not stored")
{
    tests::for_each_engine([](db::Database& database) {
        const FixedClock clock(date(2026, 11, 25));
        const auto key = crypto::Key::create();
        REQUIRE(prepare(database, clock));
        {
            auto transaction = database.begin("write");
            enqueue(transaction, key, "agency", letter, clock.now());
        }
        Remembers carrier;
        CHECK(deliver_waiting(database, key, carrier, clock) == 0);
    });
}

TEST_CASE("neither an address nor a subject can add a line to the header")
{
    const auto file = as_file({"kim@example.org\r\nBcc: all@example.org", "Hi\r\nX: y", "Body\n"},
                              "onroll@example.org", "1", Instant{});
    CHECK(file.find("\r\nBcc:") == std::string::npos);
    CHECK(file.find("\r\nX: y") == std::string::npos);
    CHECK(file.find("\r\n\r\nBody\r\n") != std::string::npos);
    CHECK(file.find("Date: Thu, 01 Jan 1970 00:00:00 +0000\r\n") == 0);
    CHECK(as_file({"a@b.c", "Café", ""}, "x@y.z", "1", Instant{})
              .find("Subject: =?UTF-8?B?Q2Fmw6k=?=\r\n") != std::string::npos);
}

TEST_CASE("the folder gets a whole file that others cannot read")
{
    const tests::TestDatabase place(db::Engine::sqlite);
    const auto folder = place.folder() / "outbox";
    FolderDrop drop(folder, "onroll@example.org");
    REQUIRE(drop.carry(letter, "0123", Instant{}));
    REQUIRE(drop.carry(letter, "0123", Instant{}));
    const auto status = std::filesystem::status(folder / "0123.eml");
    CHECK(status.permissions() ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    CHECK_FALSE(std::filesystem::exists(folder / "0123.eml.part"));
}

TEST_CASE("a text message is dropped as its number and its words, and keeps its way in the store")
{
    tests::for_each_engine([](db::Database& database) {
        const FixedClock clock(date(2026, 11, 25));
        const auto key = crypto::Key::create();
        REQUIRE(prepare(database, clock));
        const Message text{"07700900123", "", "You have a new message.", Way::text, "A friend"};
        {
            auto transaction = database.begin("write");
            enqueue(transaction, key, "agency", text, clock.now());
            transaction.commit();
        }
        Remembers carrier;
        CHECK(deliver_waiting(database, key, carrier, clock) == 1);
        REQUIRE(carrier.carried.size() == 1);
        CHECK(carrier.carried[0].first == text);
        const tests::TestDatabase folder(db::Engine::sqlite);
        FolderDrop drop(folder.folder() / "out", "onroll@example.org");
        REQUIRE(drop.carry(text, "abc", clock.now()));
        std::ifstream file(folder.folder() / "out" / "abc.txt");
        const std::string all{std::istreambuf_iterator<char>(file), {}};
        CHECK(all == "To: 07700900123\n\nYou have a new message.\n");
    });
}

TEST_CASE("a sender's name stands before the address and cannot add a header of its own")
{
    const auto file = as_file({"kim@example.org", "s", "b", Way::email, "Kim\r\nBcc: \"x\""},
                              "onroll@example.org", "r", FixedClock(date(2026, 11, 25)).now());
    CHECK(file.find("From: \"Kim  Bcc: \\\"x\\\"\" <onroll@example.org>\r\n") != std::string::npos);
}

} // namespace mail_test
