// Where a PostgreSQL is, and how it has to prove that it is the one.
#pragma once

#include <optional>
#include <string>

namespace waymark::postgres {

struct Surroundings {
    std::string host, sslmode, sslrootcert;     // PGHOST, PGSSLMODE, PGSSLROOTCERT; empty: not set
    bool has_own_roots = false;                 // ~/.postgresql/root.crt is there
    std::string system_roots;                   // the machine's own list of authorities; empty: there is none
};
/// As they are now, for this program.
[[nodiscard]] Surroundings surroundings();

struct Asked {
    std::string address;                        // to connect with
    bool asks_for_proof = false;                // sslmode=verify-full was added
    std::optional<std::string> warning;         // what the address asks for does not prove who answers
};

/// A server on another machine must speak TLS and prove its name by a certificate (sslmode=verify-full), unless the address or PGSSLMODE says
/// otherwise: then it is a warning. Sockets and this machine's own addresses are left as they are. Without a list of authorities of its own
/// (sslrootcert, ~/.postgresql/root.crt) the machine's is used.
/// An address that libpq cannot read is left as it is: connecting says why.
[[nodiscard]] Asked asking_for_proof(std::string address, const Surroundings& around);

/// The same address with a limit to every wait, where neither it nor the environment sets one: five seconds for each host to let us in, eleven at most until
/// a host that fell silent is given up; a socket of this machine needs none. And with several hosts, or one that became a copy, only a server that takes writes is good enough
/// (target_session_attrs=read-write). An address that names a service, or that libpq cannot read, is left as it is.
[[nodiscard]] std::string with_limits(std::string address);

}  // namespace waymark::postgres
