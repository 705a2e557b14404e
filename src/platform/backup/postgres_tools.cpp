// libpq reads the address, so that these programs connect where this one does.
#include "platform/backup/postgres_tools.hpp"

#include <libpq-fe.h>
#include <map>
#include <memory>

#include "platform/backup/failure.hpp"
#include "platform/database/postgres_address.hpp"

namespace waymark::backup {
namespace {

using Parts = std::map<std::string, std::string>;

Parts parts_of(const std::string& address)
{
    char* why = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> read{PQconninfoParse(address.c_str(), &why), PQconninfoFree};
    if (!read) {
        PQfreemem(why);
        throw Failure{Failure::What::cannot, "The address of the PostgreSQL database cannot be read."};  // libpq’s words may hold the password
    }
    Parts parts;
    for (const auto* option = read.get(); option->keyword != nullptr; ++option)
        if (option->val != nullptr) parts[option->keyword] = option->val;
    return parts;
}

std::string quoted(const std::string& value)
{
    std::string text = "'";
    for (const char letter : value) {
        if (letter == '\'' || letter == '\\') text += '\\';
        text += letter;
    }
    return text + "'";
}

std::string percent_encoded(const std::string& value)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const char letter : value) {
        const bool is_plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '-' || letter == '.' || letter == '_' || letter == '~';
        if (is_plain) {
            text += letter;
            continue;
        }
        const auto byte = static_cast<unsigned char>(letter);
        text += '%';
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

ProgramLine with_connection(ProgramLine line, const std::string& address)
{
    auto parts = parts_of(postgres::asking_for_proof(address, postgres::surroundings()).address);
    if (parts.contains("sslpassword")) throw Failure{Failure::What::cannot, "The address holds the passphrase of a key (sslpassword), which pg_dump would show to everybody on this machine. Use a key without one."};
    if (const auto password = parts.find("password"); password != parts.end()) {
        line.environment.emplace_back("PGPASSWORD", password->second);
        parts.erase(password);
    }
    line.environment.emplace_back("PGOPTIONS", "-c lock_timeout=30s");
    std::string connection;
    for (const auto& [name, value] : parts) connection += (connection.empty() ? "" : " ") + name + "=" + quoted(value);
    line.arguments.push_back("--dbname=" + connection);
    return line;
}

}  // namespace

std::string label_of_postgres(const std::string& address)
{
    auto parts = parts_of(address);
    const auto host = parts.contains("host") && !parts["host"].starts_with('/') ? parts["host"] : parts.contains("hostaddr") ? parts["hostaddr"] : "this machine";
    return host + "/" + (parts.contains("dbname") ? parts["dbname"] : parts["user"]);
}

std::string address_of_database(const std::string& address, const std::string& database)
{
    auto parts = parts_of(address);
    parts["dbname"] = database;
    std::string made = "postgresql:///";
    char sign = '?';
    for (const auto& [name, value] : parts) {
        made += sign + name + "=" + percent_encoded(value);
        sign = '&';
    }
    return made;
}

ProgramLine dump_of(const std::string& address, const std::string& moment)
{
    // Owners and rights are of this server; `waymark database-role` makes them again on another.
    return with_connection({.program = "pg_dump",
                            .arguments = {"--format=custom", "--compress=6", "--no-owner", "--no-privileges", "--no-password", "--lock-wait-timeout=30s", "--snapshot=" + moment},
                            .environment = {},
                            .package = "postgresql-client-15"},
                           address);
}

ProgramLine restore_into(const std::string& address)
{
    return with_connection({.program = "pg_restore",
                            .arguments = {"--no-owner", "--no-privileges", "--no-password", "--exit-on-error", "--single-transaction"},
                            .environment = {},
                            .package = "postgresql-client-15"},
                           address);
}

}  // namespace waymark::backup
