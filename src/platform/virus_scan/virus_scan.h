// Asks clamd, over a socket of this machine, whether a file holds something known to be harmful.
// The file is given piece by piece and is never whole in memory. Follows clamd(8), INSTREAM;
// trust.md U-05.
#pragma once

#include "kernel/result.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace onroll::virus_scan {

/// Where clamd listens on this machine.
struct ScannerAddress {
    std::string socket_path;  ///< of a Unix socket; empty for TCP
    std::uint16_t port = 0;   ///< of TCP
    bool internet_v6 = false; ///< ::1 instead of 127.0.0.1

    /// Reads "/run/clamav/clamd.ctl", "unix:/run/clamav/clamd.ctl", "127.0.0.1:3310" or
    /// "[::1]:3310". bad_input for anything else, an address of another machine among it.
    static Result<ScannerAddress> parse(std::string_view text);
    bool operator==(const ScannerAddress&) const = default;
};

enum class Verdict { clean, infected };

struct Scanned {
    Verdict verdict = Verdict::clean;
    std::string found{}; ///< the scanner's own name of what it found

    bool operator==(const Scanned&) const = default;
};

/// What clamd's answer to INSTREAM says: "stream: OK", "stream: <name> FOUND". unavailable for an
/// answer that gives no verdict, with it as the detail.
Result<Scanned> read_answer(std::string_view answer);

/// How long one step may take: connecting, sending a piece, waiting for the answer.
inline constexpr std::chrono::seconds patience{60};

/// One file on its way to the scanner.
class Scan {
public:
    /// unavailable where no scanner answers there.
    static Result<Scan> begin(const ScannerAddress& address, std::chrono::seconds wait = patience);
    Scan(Scan&&) noexcept;
    ~Scan();

    /// The next bytes. What goes wrong here is told by finish().
    void give(std::string_view bytes);
    /// After the last byte.
    Result<Scanned> finish();

private:
    struct Inside;
    explicit Scan(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

} // namespace onroll::virus_scan
