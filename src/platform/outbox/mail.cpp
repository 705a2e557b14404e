// The conversation with the mail server is libcurl's.
#include "platform/outbox/mail.hpp"

#include <array>
#include <cstring>
#include <curl/curl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <memory>
#include <sodium.h>

#include "platform/access/token.hpp"

namespace waymark::outbox {
namespace {

constexpr long seconds_most = 30;

std::string base64_lines(std::string_view bytes)
{
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), variant);
    text.pop_back();  // the terminating zero
    std::string lines;
    for (std::size_t at = 0; at < text.size(); at += 76) lines += text.substr(at, 76) + "\r\n";
    return lines;
}

/// What is left to send.
struct Upload {
    std::string_view rest;
    static std::size_t read(char* into, std::size_t size, std::size_t count, void* self)
    {
        auto& upload = *static_cast<Upload*>(self);
        const std::size_t bytes = std::min(size * count, upload.rest.size());
        std::memcpy(into, upload.rest.data(), bytes);
        upload.rest.remove_prefix(bytes);
        return bytes;
    }
};

bool is_one_line(std::string_view text) { return text.find_first_of(std::string_view{"\r\n\0", 3}) == std::string_view::npos; }

}  // namespace

std::string mail_text(const Message& message, const MailServer& server, const std::string& id, Instant at)
{
    expects(is_one_line(message.to) && is_one_line(message.subject) && is_one_line(server.from));
    const auto host = server.from.substr(server.from.find('@') + 1);
    return fmt::format("Date: {:%a, %d %b %Y %H:%M:%S} +0000\r\nFrom: Waymark <{}>\r\nTo: <{}>\r\nSubject: {}\r\nMessage-ID: <{}@{}>\r\nAuto-Submitted: auto-generated\r\n"
                       "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n",
                       std::chrono::floor<std::chrono::seconds>(at), server.from, message.to, message.subject, id, host) +
           base64_lines(message.body);
}

std::optional<std::string> send_mail(const Message& message, const MailServer& server)
{
    static const bool is_ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    expects(is_ready);
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl{curl_easy_init(), curl_easy_cleanup};
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> to{curl_slist_append(nullptr, ("<" + message.to + ">").c_str()), curl_slist_free_all};
    expects(curl && to);
    const auto now = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const std::string text = mail_text(message, server, access::make_token(), now);
    Upload upload{text};
    std::array<char, CURL_ERROR_SIZE> said{};
    const auto set = [&](CURLoption option, auto value) { expects(curl_easy_setopt(curl.get(), option, value) == CURLE_OK); };
    set(CURLOPT_URL, server.address.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_USE_SSL, static_cast<long>(server.must_encrypt ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    set(CURLOPT_MAIL_FROM, server.from.c_str());
    set(CURLOPT_MAIL_RCPT, to.get());
    set(CURLOPT_READFUNCTION, &Upload::read);
    set(CURLOPT_READDATA, static_cast<void*>(&upload));
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TIMEOUT, seconds_most);
    set(CURLOPT_ERRORBUFFER, said.data());
    if (!server.user.empty()) {
        set(CURLOPT_USERNAME, server.user.c_str());
        set(CURLOPT_PASSWORD, server.password.c_str());
    }
    const CURLcode done = curl_easy_perform(curl.get());
    if (done == CURLE_OK) return std::nullopt;
    return std::string{said.front() == '\0' ? curl_easy_strerror(done) : said.data()};
}

}  // namespace waymark::outbox
