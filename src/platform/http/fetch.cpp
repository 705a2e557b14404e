// The conversation is libcurl's.
#include "platform/http/fetch.hpp"

#include <array>
#include <curl/curl.h>
#include <memory>

namespace waymark {
namespace {

/// What has come so far. Answering less than was offered makes libcurl stop.
struct Download {
    std::string bytes;
    std::size_t most;
    static std::size_t take(char* from, std::size_t size, std::size_t count, void* self)
    {
        auto& download = *static_cast<Download*>(self);
        if (download.bytes.size() + size * count > download.most) return 0;
        download.bytes.append(from, size * count);
        return size * count;
    }
};

bool is_on_this_machine(std::string_view address)
{
    constexpr std::string_view scheme = "http://";
    if (!address.starts_with(scheme)) return false;
    auto host = address.substr(scheme.size());
    host = host.substr(0, host.find_first_of("/?#"));
    if (host.starts_with("[::1]")) return host.size() == 5 || host[5] == ':';
    const auto name = host.substr(0, host.find(':'));
    return name == "localhost" || name == "127.0.0.1";
}

}  // namespace

bool may_fetch(std::string_view address)
{
    constexpr std::string_view scheme = "https://";
    for (const char letter : address)
        if (letter <= 0x20 || letter >= 0x7F || letter == '\\' || letter == '@') return false;  // nothing that two programs read in two ways
    return (address.starts_with(scheme) && address.size() > scheme.size() && address[scheme.size()] != '/') || is_on_this_machine(address);
}

Result<Fetched> fetch(const Fetch& asked, const FetchLimits& limits)
{
    if (!may_fetch(asked.address)) return refused("fetch.address", "Only https addresses are asked, or http on this machine: " + asked.address);
    static const bool is_ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    expects(is_ready);
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl{curl_easy_init(), curl_easy_cleanup};
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers{curl_slist_append(nullptr, "Accept: application/json"), curl_slist_free_all};
    expects(curl && headers);
    Download download{.bytes = {}, .most = limits.bytes_most};
    std::array<char, CURL_ERROR_SIZE> said{};
    const bool is_here = is_on_this_machine(asked.address);
    const auto set = [&](CURLoption option, auto value) { expects(curl_easy_setopt(curl.get(), option, value) == CURLE_OK); };
    set(CURLOPT_URL, asked.address.c_str());
    set(CURLOPT_PROTOCOLS_STR, is_here ? "http" : "https");
    if (is_here) set(CURLOPT_PROXY, "");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_WRITEFUNCTION, &Download::take);
    set(CURLOPT_WRITEDATA, static_cast<void*>(&download));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits.time_most.count()));
    set(CURLOPT_ERRORBUFFER, said.data());
    if (asked.form) {
        set(CURLOPT_POSTFIELDSIZE, static_cast<long>(asked.form->size()));
        set(CURLOPT_COPYPOSTFIELDS, asked.form->c_str());
    }
    if (!asked.user.empty()) {
        set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        set(CURLOPT_USERNAME, asked.user.c_str());
        set(CURLOPT_PASSWORD, asked.password.c_str());
    }
    if (!asked.bearer.empty()) {
        set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
        set(CURLOPT_XOAUTH2_BEARER, asked.bearer.c_str());
    }
    const CURLcode done = curl_easy_perform(curl.get());
    if (done != CURLE_OK) return refused("fetch.failed", said.front() == '\0' ? curl_easy_strerror(done) : said.data());
    long status = 0;
    expects(curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status) == CURLE_OK);
    return Fetched{.status = static_cast<int>(status), .body = std::move(download.bytes)};
}

}  // namespace waymark
