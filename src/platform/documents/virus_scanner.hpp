// A virus scanner beside the server: ClamAV's clamd, asked over a socket with its INSTREAM command (clamd(8), "COMMANDS").
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/result.hpp"

namespace waymark::documents {

/// Where clamd listens. The files are children's, and what clamd is sent travels in the clear: a socket of this machine, or an address
/// that does not lead out of the house.
struct VirusScanner {
    std::string socket;              // a path; empty: over TCP
    std::string host;                // an address in digits, "127.0.0.1" or "::1"
    std::uint16_t port = 0;
    std::chrono::milliseconds time_most{20'000};  // for one file, from asking to the answer: somebody waits before a form

    [[nodiscard]] std::string text() const;
};

/// Reads "unix:/run/clamav/clamd.ctl" or "tcp:127.0.0.1:3310", "tcp:[::1]:3310". Fails `documents.scanner_address` when it is neither,
/// or an address that is not of this machine or of a private network (RFC 1918, RFC 4193).
[[nodiscard]] Result<VirusScanner> virus_scanner_at(std::string_view text);

enum class Verdict {
    clean,
    infected,
    unclear,      // it was there, but gave no answer that counts: too large for its limits, too slow, an error of its own
    unreachable,  // nobody is there
};
struct ScanAnswer {
    Verdict verdict = Verdict::unreachable;
    std::string words;  // infected: the signature's name; unclear and unreachable: why, for the log; never content
};

/// Sends the bytes and waits for the answer, within the scanner's time. Never throws: a scanner that is broken is one that cannot be asked.
[[nodiscard]] ScanAnswer ask(const VirusScanner& scanner, std::string_view bytes);

/// The scanner of this program; none until said, and then files are kept unchecked. Said once, before the first request.
void use_virus_scanner(std::optional<VirusScanner> scanner);
[[nodiscard]] const std::optional<VirusScanner>& virus_scanner();

}  // namespace waymark::documents
