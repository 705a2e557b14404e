// libpq reads the address, so that it and we never see another host in it.
#include "platform/database/postgres_address.hpp"

#include <cstdlib>
#include <filesystem>
#include <libpq-fe.h>
#include <map>
#include <memory>
#include <string_view>

namespace waymark::postgres {
namespace {

std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

bool is_there(const std::filesystem::path& file)
{
    std::error_code ignored;
    return std::filesystem::exists(file, ignored);
}

bool is_socket(std::string_view host) { return host.empty() || host.starts_with('/') || host.starts_with('@'); }

bool is_here(std::string_view host)
{
    return is_socket(host) || host == "localhost" || host.starts_with("127.") || host == "::1";
}

/// Several hosts stand with commas between them.
bool are_all(std::string_view hosts, bool (*so)(std::string_view))
{
    for (;;) {
        const auto comma = hosts.find(',');
        if (!so(hosts.substr(0, comma))) return false;
        if (comma == std::string_view::npos) return true;
        hosts.remove_prefix(comma + 1);
    }
}

bool are_all_here(std::string_view hosts) { return are_all(hosts, is_here); }

std::map<std::string, std::string> parts_of(const std::string& address)
{
    std::map<std::string, std::string> parts;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> read{PQconninfoParse(address.c_str(), nullptr), PQconninfoFree};
    if (!read) return {{"unreadable", "yes"}};
    for (const auto* option = read.get(); option->keyword != nullptr; ++option)
        if (option->val != nullptr) parts[option->keyword] = option->val;
    return parts;
}

struct Limit {
    const char* parameter;
    const char* value;
    const char* environment;  // libpq's own name for it; empty: it has none
};

// A machine that lost its power answers nothing, not even a refusal. Without these the system's own limits hold: two minutes to connect, a quarter of an hour
// for what was sent, two hours for an answer.
constexpr Limit limits[] = {
    {"connect_timeout", "5", "PGCONNECT_TIMEOUT"},  // seconds, for each host. A machine that is only busy takes one or two
    {"tcp_user_timeout", "6000", ""},               // milliseconds until what was sent must be acknowledged
    {"keepalives_idle", "5", ""},                   // seconds of silence, then three questions two seconds apart
    {"keepalives_interval", "2", ""},
    {"keepalives_count", "3", ""},
    {"target_session_attrs", "read-write", "PGTARGETSESSIONATTRS"},
};

void add_parameter(std::string& address, std::string_view name, std::string_view value)
{
    address += address.contains('?') ? '&' : '?';
    address.append(name).append("=").append(value);
}

}  // namespace

Surroundings surroundings()
{
    constexpr const char* debian = "/etc/ssl/certs/ca-certificates.crt";
    const auto home = environment("HOME");
    return {.host = environment("PGHOST"),
            .sslmode = environment("PGSSLMODE"),
            .sslrootcert = environment("PGSSLROOTCERT"),
            .has_own_roots = !home.empty() && is_there(std::filesystem::path{home} / ".postgresql" / "root.crt"),
            .system_roots = is_there(debian) ? debian : ""};
}

Asked asking_for_proof(std::string address, const Surroundings& around)
{
    auto parts = parts_of(address);
    if (parts.contains("unreadable") || parts.contains("service")) return {.address = std::move(address), .asks_for_proof = false, .warning = {}};
    const auto host = parts.contains("hostaddr") ? parts["hostaddr"] : parts.contains("host") ? parts["host"] : around.host;
    if (are_all_here(host)) return {.address = std::move(address), .asks_for_proof = false, .warning = {}};
    const auto mode = parts.contains("sslmode") ? parts["sslmode"] : around.sslmode;
    if (mode == "verify-full") return {.address = std::move(address), .asks_for_proof = false, .warning = {}};
    if (!mode.empty())
        return {.address = std::move(address), .asks_for_proof = false,
                .warning = "sslmode=" + mode + " does not prove that " + host + " is the right PostgreSQL. Leave it out, and the server must show a certificate for its name."};
    add_parameter(address, "sslmode", "verify-full");
    const bool has_roots = parts.contains("sslrootcert") || !around.sslrootcert.empty() || around.has_own_roots;
    if (!has_roots && !around.system_roots.empty()) add_parameter(address, "sslrootcert", around.system_roots);
    return {.address = std::move(address), .asks_for_proof = true, .warning = {}};
}

std::string with_limits(std::string address)
{
    auto parts = parts_of(address);
    if (parts.contains("unreadable") || parts.contains("service")) return address;
    const auto host = parts.contains("hostaddr") ? parts["hostaddr"] : parts.contains("host") ? parts["host"] : environment("PGHOST");
    const bool is_near = are_all(host, is_socket);
    for (const auto& [parameter, value, its_environment] : limits)
        if ((!is_near || std::string_view{parameter} == "target_session_attrs") && !parts.contains(parameter) && (*its_environment == '\0' || environment(its_environment).empty()))
            add_parameter(address, parameter, value);
    return address;
}

}  // namespace waymark::postgres
