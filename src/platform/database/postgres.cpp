// PostgreSQL through libpq.
//
// Reading transactions are repeatable read and read-only: one moment, as on SQLite. Writing ones take an advisory lock
// on their authority first, so that of one authority's writers one works at a time, again as on SQLite, while the
// authorities of a whole country do not wait for each other. Statements are prepared once for each connection.
#include "platform/database/postgres.hpp"

#include <libpq-fe.h>

#include <unordered_map>

#include "platform/database/lending.hpp"
#include "platform/database/postgres_address.hpp"
#include "platform/database/postgres_row.hpp"
#include "platform/log/log.hpp"

namespace waymark::postgres {
namespace {

constexpr std::size_t connections_most = 24;

struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};

/// The server's message says more than we want in a log (values of the row); its first line is enough.
std::string first_line(std::string_view message) { return std::string{message.substr(0, message.find('\n'))}; }

[[noreturn]] void fail(PGconn* connection, const PGresult* result, std::string_view during)
{
    const char* state_text = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const std::string_view state = state_text ? state_text : "";
    if (state == "25006")
        throw std::logic_error(std::string{during} + " changes the database within a reading transaction");
    DatabaseFailure failure{"PostgreSQL, " + std::string{during} + ": " +
                            first_line(result && state_text ? PQresultErrorMessage(result) : PQerrorMessage(connection))};
    failure.unique_violation = state == "23505";
    failure.still_referred_to = state == "23503";
    failure.worth_retrying = state == "40001" || state == "40P01";  // another transaction got in the way of this one
    throw failure;
}

class PostgresConnection final : public Connection {
public:
    explicit PostgresConnection(const Asked& asked) : handle_{PQconnectdb(asked.address.c_str())}
    {
        if (PQstatus(handle_.get()) != CONNECTION_OK)
            fail(handle_.get(), nullptr, asked.asks_for_proof ? "connecting with sslmode=verify-full, as asked of another machine (docs/manual/network.md says how it is met)" : "connecting");
        set_up();
    }

    void begin(bool writing, std::string_view authority) override
    {
        // The server may have been restarted while this connection was idle: nothing is lost yet, so connect again.
        if (!begins(writing)) {
            reconnect();
            if (!begins(writing)) fail(handle_.get(), nullptr, "begin");
        }
        if (!writing) return;
        const std::string name{authority};
        const char* values[] = {name.c_str()};
        const Answer locked{PQexecParams(handle_.get(), "select pg_advisory_xact_lock(hashtextextended($1, 0))", 1, nullptr,
                                         values, nullptr, nullptr, 0)};
        if (PQresultStatus(locked.get()) != PGRES_TUPLES_OK) fail(handle_.get(), locked.get(), "waiting for other writers");
    }
    void commit() override { run_script("commit"); }
    void roll_back() override
    {
        if (PQtransactionStatus(handle_.get()) != PQTRANS_IDLE) run_script("rollback");
    }
    void savepoint(std::string_view name) override { run_script("savepoint " + std::string{name}); }
    void release(std::string_view name) override { run_script("release savepoint " + std::string{name}); }
    void roll_back_to(std::string_view name) override
    {
        run_script("rollback to savepoint " + std::string{name});
        release(name);
    }

    std::int64_t execute(const Statement& statement, std::span<const Binding* const> bindings,
                         const std::function<void(const Row&)>& each) override
    {
        const Prepared& prepared = prepared_for(statement);
        const Parameters parameters{bindings};
        const Answer answer{PQexecPrepared(handle_.get(), prepared.name.c_str(), parameters.count(), parameters.values(),
                                           parameters.lengths(), parameters.formats(), 0)};
        const auto status = PQresultStatus(answer.get());
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) fail(handle_.get(), answer.get(), statement.name);
        if (each && status == PGRES_TUPLES_OK) {
            PostgresRow row{statement.name, answer.get(), prepared.columns};
            for (; row.stands(); row.next()) each(row);
        }
        return rows_changed(answer.get());
    }

    void prepare(const Statement& statement) override { prepared_for(statement); }

    void run_script(std::string_view sql) override
    {
        const Answer answer{PQexec(handle_.get(), std::string{sql}.c_str())};
        const auto status = PQresultStatus(answer.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            fail(handle_.get(), answer.get(), sql.substr(0, sql.find('\n')));
    }

    bool is_usable() const override
    {
        return PQstatus(handle_.get()) == CONNECTION_OK && PQtransactionStatus(handle_.get()) == PQTRANS_IDLE;
    }

private:
    struct Prepared {
        std::string text;
        std::string name;
        Columns columns;
    };

    void set_up()
    {
        PQsetNoticeProcessor(handle_.get(), [](void*, const char*) {}, nullptr);
        run_script("set client_encoding = 'UTF8'; set datestyle = 'ISO'; set timezone = 'UTC'; set bytea_output = 'hex';"
                   "set lock_timeout = '30s'; set idle_in_transaction_session_timeout = '5min'");
    }

    bool begins(bool writing)
    {
        const Answer answer{PQexec(handle_.get(), writing ? "begin" : "begin isolation level repeatable read read only")};
        return PQresultStatus(answer.get()) == PGRES_COMMAND_OK;
    }

    void reconnect()
    {
        statements_.clear();
        PQreset(handle_.get());
        if (PQstatus(handle_.get()) != CONNECTION_OK) fail(handle_.get(), nullptr, "connecting again");
        set_up();
    }

    const Prepared& prepared_for(const Statement& statement)
    {
        auto& prepared = statements_[statement.postgres.data()];
        // The texts are literals, so the address is the statement; a test's own text may reuse an address.
        if (prepared.text == statement.postgres && !prepared.name.empty()) return prepared;
        Prepared made{.text = std::string{statement.postgres}, .name = "s" + std::to_string(++statements_made_)};
        const Answer parsed{PQprepare(handle_.get(), made.name.c_str(), made.text.c_str(), 0, nullptr)};
        if (PQresultStatus(parsed.get()) != PGRES_COMMAND_OK) fail(handle_.get(), parsed.get(), statement.name);
        const Answer described{PQdescribePrepared(handle_.get(), made.name.c_str())};
        if (PQresultStatus(described.get()) != PGRES_COMMAND_OK) fail(handle_.get(), described.get(), statement.name);
        std::vector<std::string> names;
        for (int column = 0; column < PQnfields(described.get()); ++column) names.emplace_back(PQfname(described.get(), column));
        made.columns = Columns{std::move(names)};
        return prepared = std::move(made);
    }

    std::unique_ptr<PGconn, Finish> handle_;
    std::unordered_map<const char*, Prepared> statements_;
    int statements_made_ = 0;
};

class PostgresDatabase final : public Database {
public:
    explicit PostgresDatabase(const std::string& address)
        : PostgresDatabase{asking_for_proof(address, surroundings())}
    {
    }
    explicit PostgresDatabase(const Asked& asked) : connections_{connections_most, [asked] { return std::make_unique<PostgresConnection>(asked); }}
    {
        if (asked.warning) log_warning("database", *asked.warning);
        static_cast<void>(connections_.lend());
    }

    Engine engine() const override { return Engine::postgres; }
    std::shared_ptr<Connection> lease(bool) override { return connections_.lend(); }

private:
    Lending connections_;
};

}  // namespace

std::unique_ptr<Database> open(const std::string& address) { return std::make_unique<PostgresDatabase>(address); }

}  // namespace waymark::postgres
