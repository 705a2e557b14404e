// OpenSSL's settings, one call each; what each refuses is said in our words.
#include "platform/http/tls.hpp"

#include <cerrno>
#include <cstring>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <stdexcept>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

#include "foundation/result.hpp"

namespace waymark {
namespace {

constexpr std::chrono::hours ends_soon{14 * 24};

/// What OpenSSL says last, without its codes; and its list of complaints empty for the next.
std::string openssl_words()
{
    const auto last = ERR_peek_last_error();
    const char* words = last == 0 ? nullptr : ERR_reason_error_string(last);
    ERR_clear_error();
    return words == nullptr ? "no reason given" : words;
}

[[noreturn]] void stop(const std::string& file, const std::string& why) { throw std::runtime_error{file + " " + why}; }

void check_readable(const std::string& file)
{
    if (::access(file.c_str(), R_OK) != 0) stop(file, std::string{"cannot be read: "} + std::strerror(errno) + ".");
}

void check_key_is_kept(const std::string& file)
{
    struct stat about {};
    if (::stat(file.c_str(), &about) != 0) stop(file, std::string{"cannot be read: "} + std::strerror(errno) + ".");
    if ((about.st_mode & S_IRWXO) != 0) stop(file, "can be read by others. Give the key to its owner, or to a group of this program alone: chmod 640.");
    if ((about.st_mode & (S_IWGRP | S_IXGRP)) != 0) stop(file, "can be changed by its group. Give the key to its owner: chmod 640.");
}

/// Only HTTP/1.1 is spoken. Whoever asks for other protocols alone is refused (RFC 7301, 3.2), so that no answer of ours is taken for theirs.
int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* length, const unsigned char* offered, unsigned offered_length, void*)
{
    constexpr std::string_view ours = "http/1.1";
    for (unsigned at = 0; at < offered_length; at += offered[at] + 1U) {
        const std::string_view one{reinterpret_cast<const char*>(offered) + at + 1, offered[at]};
        if (one != ours) continue;
        *chosen = offered + at + 1;
        *length = offered[at];
        return SSL_TLSEXT_ERR_OK;
    }
    return SSL_TLSEXT_ERR_ALERT_FATAL;
}

/// No password is asked for: nobody stands at the terminal when the machine starts.
int no_password(char*, int, int, void*) { return 0; }

void speak_what_is_sound(SSL_CTX* context)
{
    expects(SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1);
    // The first three for browsers with AES in hardware, the others for those without; browsers choose.
    expects(SSL_CTX_set_cipher_list(context, "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
                                             "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305") == 1);
    expects(SSL_CTX_set_ciphersuites(context, "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256") == 1);
    expects(SSL_CTX_set1_groups_list(context, "X25519:P-256:P-384") == 1);
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_NO_TICKET);
    // No resuming: no key of tickets that would open yesterday's conversations, no list of sessions in memory.
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context, 0);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);  // 34 KB less for each connection that waits
    SSL_CTX_set_alpn_select_cb(context, choose_protocol, nullptr);
}

void warn_of_days(const std::string& file, const SSL_CTX* context, std::chrono::system_clock::time_point now, std::vector<std::string>& warnings)
{
    const X509* own = SSL_CTX_get0_certificate(context);
    auto moment = std::chrono::system_clock::to_time_t(now);
    auto soon = std::chrono::system_clock::to_time_t(now + ends_soon);
    if (X509_cmp_time(X509_get0_notBefore(own), &moment) > 0) warnings.push_back(file + " does not hold yet: browsers refuse it.");
    if (X509_cmp_time(X509_get0_notAfter(own), &moment) < 0) warnings.push_back(file + " has ended: browsers refuse it. Put a new pair in its place, then send SIGHUP.");
    else if (X509_cmp_time(X509_get0_notAfter(own), &soon) < 0) warnings.push_back(file + " ends within two weeks. Is it being renewed?");
}

}  // namespace

TlsSettings tls_settings(const TlsFiles& files, std::chrono::system_clock::time_point now)
{
    TlsSettings settings{.context = {SSL_CTX_new(TLS_server_method()), SSL_CTX_free}, .warnings = {}};
    auto* context = settings.context.get();
    expects(context != nullptr);
    speak_what_is_sound(context);
    SSL_CTX_set_default_passwd_cb(context, no_password);

    check_readable(files.certificate);
    check_readable(files.key);
    check_key_is_kept(files.key);
    ERR_clear_error();
    if (SSL_CTX_use_certificate_chain_file(context, files.certificate.c_str()) != 1)
        stop(files.certificate, "holds no certificate that can be used (" + openssl_words() + "). It takes PEM: the server's own first, then those that vouch for it.");
    if (SSL_CTX_use_PrivateKey_file(context, files.key.c_str(), SSL_FILETYPE_PEM) != 1) {
        const auto why = ERR_GET_REASON(ERR_peek_last_error());
        if (why == X509_R_KEY_VALUES_MISMATCH || why == X509_R_KEY_TYPE_MISMATCH) {
            ERR_clear_error();
            stop(files.key, "is not the key of " + files.certificate + ".");
        }
        stop(files.key, "holds no key that can be used (" + openssl_words() + "). It takes PEM, without a password.");
    }
    if (SSL_CTX_check_private_key(context) != 1) stop(files.key, "is not the key of " + files.certificate + ".");
    warn_of_days(files.certificate, context, now, settings.warnings);
    return settings;
}

}  // namespace waymark
