#include "platform/mail/mail.h"

#include "embedded/platform_mail_files.h"
#include "platform/crypto/new_id.h"
#include "platform/log/log.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <span>
#include <unistd.h>
#include <vector>

namespace onroll::mail {

namespace mail_detail {

using MessageId = RandomId<struct MessageTag>;

const db::SqlFiles& sql()
{
    static const db::SqlFiles files(embedded::platform_mail_files());
    return files;
}

/// The texts behind each other, each after its length.
std::string packed(const Message& message)
{
    const std::string way = message.way == Way::text ? "text" : "email";
    std::string bytes;
    for (const auto* text :
         {&message.to, &message.subject, &message.body, &way, &message.sender_name})
        bytes += std::to_string(text->size()) + ":" + *text;
    return bytes;
}

Message unpacked(std::string_view bytes)
{
    const auto next = [&bytes] {
        const auto colon = bytes.find(':');
        ensure(colon != std::string_view::npos, "a sealed message is as it was packed");
        const auto size = std::stoul(std::string(bytes.substr(0, colon)));
        std::string text(bytes.substr(colon + 1, size));
        bytes.remove_prefix(colon + 1 + size);
        return text;
    };
    Message message;
    message.to = next();
    message.subject = next();
    message.body = next();
    if (bytes.empty()) return message; // put away before there were text messages
    message.way = next() == "text" ? Way::text : Way::email;
    message.sender_name = next();
    return message;
}

std::string context_of(std::string_view reference)
{
    return "message " + std::string(reference);
}

std::string without_line_ends(std::string_view text)
{
    std::string line(text);
    std::replace_if(
        line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    return line;
}

bool is_plain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
}

std::string base64(std::string_view bytes)
{
    auto text = crypto::to_base64url(bytes);
    std::replace(text.begin(), text.end(), '-', '+');
    std::replace(text.begin(), text.end(), '_', '/');
    text.append((4 - text.size() % 4) % 4, '=');
    return text;
}

/// A word of the header: as it is, or as RFC 2047 writes what is not ASCII.
std::string header_words(std::string_view text)
{
    const auto line = without_line_ends(text);
    return is_plain(line) ? line : "=?UTF-8?B?" + base64(line) + "?=";
}

/// A name before an address: quoted, or as RFC 2047 writes what is not ASCII.
std::string quoted_name(std::string_view name)
{
    if (!is_plain(name)) return header_words(name);
    std::string quoted = "\"";
    for (const char c : without_line_ends(name)) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

std::string date_line(Instant made)
{
    const auto seconds = std::chrono::system_clock::to_time_t(
        std::chrono::time_point_cast<std::chrono::seconds>(made));
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d +0000",
                  days[static_cast<std::size_t>(parts.tm_wday)], parts.tm_mday,
                  months[static_cast<std::size_t>(parts.tm_mon)], parts.tm_year + 1900,
                  parts.tm_hour, parts.tm_min, parts.tm_sec);
    return text.data();
}

/// Beside its place first, then moved: whoever watches the folder never sees half a message.
Result<void> write_whole(const std::filesystem::path& file, std::string_view bytes)
{
    const Error trouble{
        ErrorKind::unavailable, "The folder for messages cannot be written", {}, {}};
    auto beside = file;
    beside += ".part";
    const int descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0) return trouble;
    bool whole = true;
    while (whole && !bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        whole = written > 0;
        if (whole) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    whole = ::fsync(descriptor) == 0 && whole;
    whole = ::close(descriptor) == 0 && whole;
    std::error_code fault;
    if (whole) std::filesystem::rename(beside, file, fault);
    if (!whole || fault) return trouble;
    return {};
}

std::chrono::minutes pause_after(std::int64_t tries)
{
    return std::chrono::minutes(
        std::min<std::int64_t>(60, std::int64_t{1} << std::min<std::int64_t>(tries, 6)));
}

struct Waiting {
    std::string agency;
    std::string reference;
    std::string sealed;
    Instant made;
    std::int64_t tries = 0;
};

std::vector<Waiting> waiting_messages(db::Database& database, Instant now)
{
    std::vector<Waiting> waiting;
    auto reading = database.read();
    auto rows = reading.query(sql()("waiting_messages"), now);
    while (rows.next()) {
        const auto sealed = rows.blob("sealed");
        waiting.push_back({rows.text("agency"), rows.text("message"),
                           std::string(reinterpret_cast<const char*>(sealed.data()), sealed.size()),
                           rows.instant("made_at"), rows.integer("tries")});
    }
    return waiting;
}

} // namespace mail_detail

using namespace mail_detail;

Result<void> prepare(db::Database& database, const Clock& clock)
{
    const auto applied = db::migrate(database, "mail", embedded::platform_mail_files(), clock);
    if (!applied) return applied.error();
    return {};
}

void enqueue(db::Transaction& transaction, const crypto::Key& key, std::string_view agency,
             const Message& message, Instant now)
{
    const auto reference = crypto::new_id<MessageId>().text();
    const auto sealed = crypto::seal(key, packed(message), context_of(reference));
    transaction.run(sql()("add_message"), agency, reference, db::as_blob(sealed), now, now);
}

FolderDrop::FolderDrop(std::filesystem::path folder, std::string sender)
    : folder_(std::move(folder)), sender_(std::move(sender))
{
}

Result<void> FolderDrop::carry(const Message& message, std::string_view reference, Instant made)
{
    std::error_code fault;
    if (!std::filesystem::exists(folder_, fault)) {
        std::filesystem::create_directories(folder_, fault);
        std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, fault);
    }
    if (message.way == Way::text)
        return write_whole(folder_ / (std::string(reference) + ".txt"),
                           "To: " + without_line_ends(message.to) + "\n\n" + message.body + "\n");
    return write_whole(folder_ / (std::string(reference) + ".eml"),
                       as_file(message, sender_, reference, made));
}

std::string as_file(const Message& message, std::string_view sender, std::string_view reference,
                    Instant made)
{
    std::string file;
    file += "Date: " + date_line(made) + "\r\n";
    const auto from = without_line_ends(sender);
    file += message.sender_name.empty()
                ? "From: " + from + "\r\n"
                : "From: " + quoted_name(message.sender_name) + " <" + from + ">\r\n";
    file += "To: " + without_line_ends(message.to) + "\r\n";
    file += "Subject: " + header_words(message.subject) + "\r\n";
    file += "Message-ID: <" + std::string(reference) + "@onroll>\r\n";
    file += "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
            "Content-Transfer-Encoding: 8bit\r\nAuto-Submitted: auto-generated\r\n\r\n";
    for (const char c : message.body) file += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return file;
}

std::size_t deliver_waiting(db::Database& database, const crypto::Key& key, Carrier& carrier,
                            const Clock& clock)
{
    std::size_t left = 0;
    for (const auto& each : waiting_messages(database, clock.now())) {
        const auto opened = crypto::open(key, each.sealed, context_of(each.reference));
        const auto carried = opened ? carrier.carry(unpacked(*opened), each.reference, each.made)
                                    : Result<void>(opened.error());
        db::with_retry(database, "deliver message", [&](db::Transaction& transaction) {
            if (carried)
                transaction.run(sql()("message_left"), clock.now(), db::as_blob(""), each.agency,
                                each.reference);
            else
                transaction.run(sql()("try_message_later"), clock.now() + pause_after(each.tries),
                                each.agency, each.reference);
        });
        if (carried)
            ++left;
        else
            log::warning("a message could not leave", {{"message", log::safe(each.reference)}});
    }
    return left;
}

Delivery::Delivery(db::Database& database, crypto::Key key, Carrier& carrier, const Clock& clock)
    : database_(database), key_(std::move(key)), carrier_(carrier), clock_(clock),
      thread_([this](const std::stop_token& stop) { work(stop); })
{
}

Delivery::~Delivery()
{
    thread_.request_stop();
}

void Delivery::wake()
{
    {
        const std::lock_guard lock(mutex_);
        asked_ = true;
    }
    woken_.notify_all();
}

void Delivery::work(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        {
            // What is asked from here on may be about a message that this round does not see.
            const std::lock_guard lock(mutex_);
            asked_ = false;
        }
        try {
            deliver_waiting(database_, key_, carrier_, clock_);
        } catch (const db::Failure& failure) {
            log::warning("messages wait", {{"why", log::safe(db::word_for(failure.kind()))}});
        } catch (const std::exception&) {
            log::warning("messages wait",
                         {{"why", log::safe("this server is short of something")}});
        }
        std::unique_lock lock(mutex_);
        woken_.wait_for(lock, stop, std::chrono::seconds(30), [this] { return asked_; });
    }
}

} // namespace onroll::mail
