// For tests: a certificate that vouches for itself, and its key, as PEM files in a folder that goes with it.
#pragma once

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <string>
#include <unistd.h>

#include "platform/http/tls.hpp"

namespace waymark::testing {

/// For localhost and 127.0.0.1; holds from and to that many days from now.
class MadeUpCertificate {
public:
    explicit MadeUpCertificate(long serial = 1, int from_day = -1, int to_day = 90)
    {
        static int number = 0;
        folder_ = std::filesystem::temp_directory_path() / ("waymark-tls-" + std::to_string(::getpid()) + "-" + std::to_string(++number));
        std::filesystem::create_directory(folder_);
        write(serial, from_day, to_day);
    }
    ~MadeUpCertificate() { std::filesystem::remove_all(folder_); }
    MadeUpCertificate(const MadeUpCertificate&) = delete;

    /// Another pair in the place of this one.
    void write(long serial, int from_day = -1, int to_day = 90)
    {
        const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key{EVP_EC_gen("P-256"), EVP_PKEY_free};
        const std::unique_ptr<X509, decltype(&X509_free)> made{X509_new(), X509_free};
        REQUIRE(key);
        X509_set_version(made.get(), X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(made.get()), serial);
        X509_time_adj_ex(X509_getm_notBefore(made.get()), from_day, 0, nullptr);
        X509_time_adj_ex(X509_getm_notAfter(made.get()), to_day, 0, nullptr);
        X509_NAME_add_entry_by_txt(X509_get_subject_name(made.get()), "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
        X509_set_issuer_name(made.get(), X509_get_subject_name(made.get()));
        X509_set_pubkey(made.get(), key.get());
        for (const auto& [what, value] : {std::pair{NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1"}, std::pair{NID_basic_constraints, "critical,CA:TRUE"}}) {
            const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension{X509V3_EXT_conf_nid(nullptr, nullptr, what, value), X509_EXTENSION_free};
            REQUIRE(X509_add_ext(made.get(), extension.get(), -1) == 1);
        }
        REQUIRE(X509_sign(made.get(), key.get(), EVP_sha256()) != 0);
        std::unique_ptr<std::FILE, decltype(&std::fclose)> certificate_file{std::fopen(files().certificate.c_str(), "w"), std::fclose};
        std::unique_ptr<std::FILE, decltype(&std::fclose)> key_file{std::fopen(files().key.c_str(), "w"), std::fclose};
        PEM_write_X509(certificate_file.get(), made.get());
        PEM_write_PrivateKey(key_file.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        let_read_key(0600);
    }
    void let_read_key(unsigned mode) const { std::filesystem::permissions(files().key, static_cast<std::filesystem::perms>(mode)); }
    void spoil(const std::string& file) const { std::ofstream{file} << "not what it was\n"; }
    [[nodiscard]] TlsFiles files() const { return {.certificate = folder_ / "fullchain.pem", .key = folder_ / "privkey.pem"}; }

private:
    std::filesystem::path folder_;
};

}  // namespace waymark::testing
