// waymark serve: the web server.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/database.hpp"
#include "app/cli/stop.hpp"
#include "app/cli/verbs.hpp"
#include "app/backups.hpp"
#include "app/edge.hpp"
#include "app/mail_worker.hpp"
#include "app/nightly.hpp"
#include "app/pupil_pages.hpp"
#include "app/routes.hpp"
#include "app/scan_worker.hpp"
#include "foundation/text.hpp"
#include "platform/access/identity_providers.hpp"
#include "platform/access/sealing.hpp"
#include "platform/documents/virus_scanner.hpp"
#include "platform/http/fetch.hpp"
#include "platform/http/server.hpp"
#include "platform/log/log.hpp"

namespace waymark::app {
namespace {

struct ServeOptions {
    std::string database;
    std::string authority;
    std::string today;
    std::string key_file;
    outbox::MailServer mail;
    std::string public_address;
    std::string identity_providers;
    std::string virus_scanner;
    TlsFiles tls;
    bool mail_unencrypted = false;
    ServerOptions server{.port = 8080, .heed_signals = true};
    bool demonstration = false;
    bool quiet = false;
    int api_requests_a_minute = 300;
    struct {
        std::string folder, key_file, at = "02:00";
        backup::Scratch scratch;
        int keep = 14;
    } backup;
};

/// Beside the database where that is a file.
std::string key_file_of(const ServeOptions& options)
{
    if (!options.key_file.empty()) return options.key_file;
    constexpr std::string_view file = "sqlite:";
    return options.database.starts_with(file) ? options.database.substr(file.size()) + ".key" : "waymark.key";
}

void check_public_address(const ServeOptions& options, std::string_view what_for)
{
    if (options.public_address.starts_with("https://") || options.public_address.starts_with("http://")) return;
    throw Stop{fmt::format("--public-address takes where people reach this service, for {}: https://waymark.example.gov.uk.", what_for)};
}

/// People may sign in elsewhere when a file says where. They come back to the configured address, never to one that a browser names.
void use_identity_providers(const ServeOptions& options)
{
    if (options.identity_providers.empty()) return;
    check_public_address(options, "coming back from an identity provider");
    if (!may_fetch(options.public_address)) throw Stop{"--public-address must begin with https:// where people sign in elsewhere. http is taken on this machine only."};
    access::use_identity_providers(std::make_shared<access::IdentityProviders>(access::identity_providers_from_file(options.identity_providers), options.public_address));
}

/// None when no mail server was named.
std::optional<outbox::MailServer> mail_server(const ServeOptions& options)
{
    if (options.mail.address.empty()) return std::nullopt;
    if (options.demonstration) throw Stop{"A demonstration sends no mail: its people do not exist. Leave out --mail."};
    if (!options.mail.address.starts_with("smtp://") && !options.mail.address.starts_with("smtps://")) throw Stop{"--mail takes smtp://HOST:PORT or smtps://HOST:PORT."};
    if (!options.mail.from.contains('@')) throw Stop{"--mail-from takes the address that mail comes from: waymark@example.gov.uk."};
    check_public_address(options, "links in mails");
    auto server = options.mail;
    server.must_encrypt = !options.mail_unencrypted;
    return server;
}

/// Says at the start what becomes of files, so that nobody believes them checked who runs it without a scanner.
void use_virus_scanner(const ServeOptions& options)
{
    if (options.virus_scanner.empty()) return log_note("virus scanner", "none is named: files are kept without being checked for viruses");
    const auto scanner = documents::virus_scanner_at(options.virus_scanner);
    if (!scanner) throw Stop{scanner.error()};
    documents::use_virus_scanner(*scanner);
    const auto answer = documents::ask(*scanner, "Is anybody there?");
    if (answer.verdict == documents::Verdict::clean) log_note("virus scanner", "files are checked for viruses by " + scanner->text());
    else log_warning("virus scanner", fmt::format("{} gives no answer: {}. Files wait until it does", scanner->text(), answer.words));
}

/// Each connection is an open file. Many systems give a program 1,024 until it asks for what it is allowed.
void open_as_many_files_as_allowed()
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur == files.rlim_max) return;
    files.rlim_cur = files.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &files) != 0) log_note("serve", "the system gives no more open files than before");
}

/// None without a certificate. One without the other is a mistake, and so is sending people to https that is not there.
std::optional<TlsFiles> tls_files(const ServeOptions& options)
{
    if (options.tls.certificate.empty() != options.tls.key.empty()) throw Stop{"--tls-certificate and --tls-key go together: give both, or neither."};
    if (options.tls.certificate.empty()) return std::nullopt;
    return options.tls;
}

/// None when nobody said where backups go. What would fail tonight fails now, while somebody looks.
std::optional<BackupPlan> backup_plan(const ServeOptions& options)
{
    const auto& asked = options.backup;
    if (asked.folder.empty() != asked.key_file.empty()) throw Stop{"--backup-to and --backup-key go together: give both, or neither. `waymark backup key FILE` makes a key."};
    if (asked.folder.empty()) {
        log_note("backup", "this server makes none: --backup-to says where they would go");
        return std::nullopt;
    }
    if (!std::filesystem::is_directory(asked.folder)) throw Stop{"There is no folder " + asked.folder + " to put backups in."};
    const auto at = split(asked.at, ':');
    const auto number = [](std::string_view text, int below) {
        const bool is_number = text.size() == 2 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
        const int value = is_number ? (text[0] - '0') * 10 + (text[1] - '0') : below;
        return value < below ? std::optional{value} : std::nullopt;
    };
    const auto hour = number(at.front(), 24), minute = number(at.back(), 60);
    if (at.size() != 2 || !hour || !minute) throw Stop{"--backup-at takes a time of the day in London, such as 02:00."};
    try {
        return BackupPlan{.database = options.database, .folder = asked.folder, .key = backup::key_from_file(asked.key_file), .scratch = asked.scratch, .keep = asked.keep, .minute_of_day = *hour * 60 + *minute};
    } catch (const backup::Failure& failure) {
        throw Stop{failure.what()};
    }
}

void serve(const ServeOptions& options)
{
    open_as_many_files_as_allowed();
    EdgeOptions edge_options{.authority = {}, .demonstration = options.demonstration, .today = {}, .clock = {}};
    if (!options.today.empty()) {
        if (!options.demonstration) throw Stop{"--today is for demonstrations only: add --demonstration, or leave it out."};
        const auto day = parse_iso_date(options.today);
        if (!day) throw Stop{"--today takes a day such as 2026-11-23."};
        edge_options.today = *day;
    }
    edge_options.api_requests_a_minute = options.api_requests_a_minute;
    const auto mail = mail_server(options);
    const auto backups = backup_plan(options);
    const auto database = open_database(options.database);
    if (const int applied = migrate(*database); applied > 0) log_note("serve", fmt::format("brought the schema up to date: {} migrations", applied));
    if (database->engine() == Engine::sqlite) gather_statistics(*database);
    edge_options.authority = authority_or_first(*database, options.authority);
    access::use_sealing_key(options.demonstration ? access::made_up_key() : access::key_from_file(key_file_of(options)));
    use_identity_providers(options);
    use_virus_scanner(options);
    log_requests(!options.quiet);

    join_pupil_pages();
    const Edge edge{*database, all_routes(), edge_options};
    const NightlyLook nightly{[&edge] { return edge.make_context(); }};
    std::optional<NightlyBackup> backing_up;
    if (backups) backing_up.emplace(*backups, *database, [&edge] { return edge.make_context(); });
    std::optional<ScanWorker> scans;
    if (documents::virus_scanner()) scans.emplace([&edge] { return edge.make_context(); });
    std::optional<MailWorker> worker;
    if (mail) {
        outbox::send_mail_with_links_to(options.public_address.substr(0, options.public_address.find_last_not_of('/') + 1));
        worker.emplace(*database, edge_options.authority, *mail);
    }
    auto server_options = options.server;
    server_options.tls = tls_files(options);
    server_options.body_bytes_max = [&edge](const Request& head) { return edge.body_bytes_max(head); };
    if (options.public_address.starts_with("https://")) server_options.redirect_to = options.public_address;
    Server server{server_options, [&edge](Request request) { return edge.answer(std::move(request)); }};
    fmt::print("Open {}://{}:{}/\n", server_options.tls ? "https" : "http", options.server.address, server.port());
    std::fflush(stdout);
    server.run();
    log_note("serve", "stopped");
}

}  // namespace

void add_serve(CLI::App& app)
{
    auto options = std::make_shared<ServeOptions>();
    auto* verb = app.add_subcommand("serve", "Serve the pages");
    add_database_option(*verb, options->database);
    add_authority_option(*verb, options->authority);
    verb->add_option("--address", options->server.address, "Where to listen")->capture_default_str();
    verb->add_option("--port", options->server.port, "0 takes any free one")->envname("WAYMARK_PORT")->capture_default_str();
    verb->add_option("--workers", options->server.workers, "Requests worked on at the same time")->check(CLI::Range(1, 256))->capture_default_str();
    verb->add_flag("--trust-forwarded", options->server.trust_forwarded, "Behind a proxy that sets X-Forwarded-For and X-Forwarded-Proto");
    verb->add_option("--tls-certificate", options->tls.certificate, "Serve https with this certificate: PEM, the server's own first, then those that vouch for it. Read "
                                                                    "again at SIGHUP")->envname("WAYMARK_TLS_CERTIFICATE");
    verb->add_option("--tls-key", options->tls.key, "The certificate's key: PEM, readable by its owner or one group alone")->envname("WAYMARK_TLS_KEY");
    verb->add_option("--redirect-port", options->server.redirect_port, "With a certificate: plain HTTP at this port is sent to https")->envname("WAYMARK_REDIRECT_PORT");
    verb->add_option("--connections", options->server.limits.connections_max, "Connections at the same time")->check(CLI::Range(10, 100'000))->capture_default_str();
    verb->add_option("--connections-per-address", options->server.limits.connections_of_address_max, "Of these, from one address. Not counted with --trust-forwarded")
        ->check(CLI::Range(1, 100'000))->capture_default_str();
    verb->add_option("--key-file", options->key_file, "The key that authenticators' secrets are kept with; made when it is not there. Beside an SQLite "
                                                      "database unless said, else waymark.key")->envname("WAYMARK_KEY_FILE");
    verb->add_option("--mail", options->mail.address, "The mail server that takes links to set a password: smtp://HOST:PORT or smtps://HOST:PORT. Without one they are handed "
                                                      "over by hand")->envname("WAYMARK_MAIL");
    verb->add_option("--mail-from", options->mail.from, "The address that mail comes from")->envname("WAYMARK_MAIL_FROM");
    verb->add_option("--mail-user", options->mail.user, "The name to give the mail server, if it asks for one")->envname("WAYMARK_MAIL_USER");
    // From the environment alone: everybody on the machine sees what is written on the command line.
    if (const char* password = std::getenv("WAYMARK_MAIL_PASSWORD")) options->mail.password = password;
    verb->add_flag("--mail-unencrypted", options->mail_unencrypted, "Send mail in the clear when the mail server offers no encryption: only to one on this machine");
    verb->add_option("--public-address", options->public_address, "Where people reach this service, for links in mails and for coming back from an identity provider: https://…")->envname("WAYMARK_PUBLIC_ADDRESS");
    verb->add_option("--identity-providers", options->identity_providers, "A file that says where people may sign in with an account that they have: see the manual")
        ->envname("WAYMARK_IDENTITY_PROVIDERS");
    verb->add_option("--virus-scanner", options->virus_scanner, "ClamAV's clamd, which looks at each file: unix:/run/clamav/clamd.ctl or tcp:127.0.0.1:3310. Without one files are "
                                                                "not checked")->envname("WAYMARK_VIRUS_SCANNER");
    verb->add_option("--api-requests", options->api_requests_a_minute, "How many requests a minute another program may make with one token")
        ->envname("WAYMARK_API_REQUESTS")->check(CLI::Range(1, 100'000))->capture_default_str();
    verb->add_option("--backup-to", options->backup.folder, "Make a sealed backup each night in this folder, and prove it by restoring it")->envname("WAYMARK_BACKUP_TO");
    verb->add_option("--backup-key", options->backup.key_file, "The file with the key that backups are sealed with")->envname("WAYMARK_BACKUP_KEY");
    verb->add_option("--backup-at", options->backup.at, "When it is made, in London")->envname("WAYMARK_BACKUP_AT")->capture_default_str();
    verb->add_option("--backup-keep", options->backup.keep, "How many are kept")->envname("WAYMARK_BACKUP_KEEP")->check(CLI::Range(1, 10'000))->capture_default_str();
    verb->add_option("--backup-scratch", options->backup.scratch.folder, "Where an SQLite copy is unpacked to be proven: a folder as safe as the database’s own; beside the database unless said")
        ->envname("WAYMARK_BACKUP_SCRATCH")->check(CLI::ExistingDirectory);
    verb->add_option("--scratch-server", options->backup.scratch.server, "Where a PostgreSQL copy is unpacked to be proven: postgresql://… of a server where a database may be made; the database’s own "
                                                                         "unless said")->envname("WAYMARK_SCRATCH_SERVER");
    verb->add_flag("--demonstration", options->demonstration, "A made-up area: anyone may sign in as any of its people");
    verb->add_option("--today", options->today, "The day it is, in a demonstration: 2026-11-23");
    verb->add_flag("--quiet", options->quiet, "No line for each request");
    verb->callback([options] { serve(*options); });
}

}  // namespace waymark::app
