// TLS of our own: reading a certificate and its key, and what of the protocol is spoken. Knows no socket.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

struct ssl_ctx_st;  // OpenSSL's SSL_CTX

namespace waymark {

/// Two PEM files. The certificate's holds the whole chain, the server's own first.
struct TlsFiles {
    std::string certificate;
    std::string key;
};

struct TlsSettings {
    std::shared_ptr<ssl_ctx_st> context;
    std::vector<std::string> warnings;  // served all the same: the certificate has ended, has not begun, or ends soon
};

/// Reads the pair.
///
/// now    decides whether the certificate holds
/// Fails  by std::runtime_error that names the file and what to do: it cannot be read, is not PEM, the key is another
///        certificate's or too weak, or the key file may be read by everybody or written by others than its owner. A group may read it:
///        that is how certificates that renew themselves are shared with the one program that serves.
/// Source Mozilla, Server Side TLS 5.7, "intermediate": TLS 1.2 and 1.3. Without finite-field DHE, which lets a client
///        make the server work (CVE-2002-20001) and which nobody needs who speaks TLS 1.2 with GCM.
[[nodiscard]] TlsSettings tls_settings(const TlsFiles& files, std::chrono::system_clock::time_point now);

}  // namespace waymark
