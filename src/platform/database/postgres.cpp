// PostgreSQL through libpq.
//
// Reading transactions are repeatable read and read-only: one moment, as on SQLite. Writing ones take an advisory lock
// on their authority first, so that of one authority's writers one works at a time, again as on SQLite, while the
// authorities of a whole country do not wait for each other. Statements are prepared once for each connection.
//
// Servers die, and another takes their place. What was in work then fails: whoever asked is told, and nothing is half done. A connection that was idle connects
// again before anything is asked of it. While no server can be reached, one request at a time finds that out and the others are told at once.
#include "platform/database/postgres.hpp"

#include <libpq-fe.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "platform/database/lending.hpp"
#include "platform/database/postgres_address.hpp"
#include "platform/database/postgres_row.hpp"
#include "platform/log/log.hpp"

namespace waymark::postgres {
namespace {

constexpr std::size_t connections_most = 24;
constexpr std::string_view read_only = "25006";

struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};

/// The server's message says more than we want in a log (values of the row); its first line is enough.
std::string first_line(std::string_view message) { return std::string{message.substr(0, message.find('\n'))}; }

struct Failing {
    std::string during;
    bool may_write = false;     // within a transaction that may
};

[[noreturn]] void fail(PGconn* connection, const PGresult* result, const Failing& what)
{
    const char* state_text = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const std::string_view state = state_text ? state_text : "";
    // Where a writing transaction is refused, we have been put through to a copy, or the server has become one.
    if (state == read_only && !what.may_write) throw std::logic_error(what.during + " changes the database within a reading transaction");
    DatabaseFailure failure{"PostgreSQL, " + what.during + ": " + first_line(result && state_text ? PQresultErrorMessage(result) : PQerrorMessage(connection))};
    failure.unique_violation = state == "23505";
    failure.still_referred_to = state == "23503";
    failure.worth_retrying = state == "40001" || state == "40P01";  // another transaction got in the way of this one
    throw failure;
}

/// The way to the server, which all connections share.
class Way {
public:
    /// Runs `connect`, which answers whether it succeeded. While the last one to try failed, one tries and the others throw at once: a request that waits for a
    /// machine that is gone keeps a worker from everybody else.
    template <class F>
    bool open(F&& connect)
    {
        {
            const std::lock_guard lock{mutex_};
            if (is_blocked_ && is_tried_) throw DatabaseFailure("PostgreSQL, connecting: it could not be reached just now, and is being tried again");
            is_tried_ = true;
        }
        const bool is_there = connect();
        const std::lock_guard lock{mutex_};
        is_blocked_ = !is_there;
        is_tried_ = false;
        return is_there;
    }

    /// Counts how often a connection was found cut. Those made before the last time are not to be trusted either: a server that is gone
    /// took all of them along, and each would have to find that out by waiting.
    [[nodiscard]] int cuts() const { return cuts_; }
    void found_cut() { ++cuts_; }

private:
    std::mutex mutex_;
    bool is_blocked_ = false, is_tried_ = false;
    std::atomic<int> cuts_ = 0;
};

class PostgresConnection final : public Connection {
public:
    PostgresConnection(const Asked& asked, std::shared_ptr<Way> way) : way_{std::move(way)}
    {
        const bool is_there = way_->open([&] {
            cuts_ = way_->cuts();
            handle_.reset(PQconnectdb(asked.address.c_str()));
            return PQstatus(handle_.get()) == CONNECTION_OK;
        });
        if (!is_there)
            postgres::fail(handle_.get(), nullptr,
                           {asked.asks_for_proof ? "connecting with sslmode=verify-full, as asked of another machine (docs/manual/network.md says how it is met)" : "connecting"});
        set_up();
    }

    void begin(bool writing, std::string_view authority) override
    {
        may_write_ = writing;
        // The server may have gone away while this connection was idle: nothing is lost yet, so connect again.
        if (cuts_ != way_->cuts()) {
            reconnect();
            if (!begins(writing)) fail(nullptr, "begin");
        } else if (!begins(writing)) {
            way_->found_cut();
            reconnect();
            if (!begins(writing)) fail(nullptr, "begin");
        }
        if (!writing) return;
        const std::string name{authority};
        const char* values[] = {name.c_str()};
        const Answer locked{PQexecParams(handle_.get(), "select pg_advisory_xact_lock(hashtextextended($1, 0))", 1, nullptr,
                                         values, nullptr, nullptr, 0)};
        if (PQresultStatus(locked.get()) != PGRES_TUPLES_OK) fail(locked.get(), "waiting for other writers");
    }
    /// Whoever is told that something was saved is told the truth: PostgreSQL also says that all is well when it rolled back, and when it did not wait for the
    /// second copy to have it too.
    void commit() override
    {
        is_warned_ = false;
        const Answer answer{PQexec(handle_.get(), "commit")};
        if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK)
            fail(answer.get(), PQstatus(handle_.get()) == CONNECTION_OK ? "commit" : "commit, and whether it was saved is not known");
        if (std::string_view{PQcmdStatus(answer.get())} != "COMMIT") throw DatabaseFailure("PostgreSQL, commit: rolled back, since a statement before it had failed");
        if (is_warned_) throw DatabaseFailure("PostgreSQL, commit: saved on this server, but whether a copy has it too is not known");
    }
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
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) fail(answer.get(), statement.name);
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
            fail(answer.get(), sql.substr(0, sql.find('\n')));
    }

    bool is_usable() const override
    {
        return !leads_to_a_copy_ && PQstatus(handle_.get()) == CONNECTION_OK && PQtransactionStatus(handle_.get()) == PQTRANS_IDLE;
    }

private:
    struct Prepared {
        std::string text;
        std::string name;
        Columns columns;
    };

    [[noreturn]] void fail(const PGresult* result, std::string_view during)
    {
        const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
        if (may_write_ && state && state == read_only) leads_to_a_copy_ = true;
        if (PQstatus(handle_.get()) != CONNECTION_OK && cuts_ == way_->cuts()) way_->found_cut();
        postgres::fail(handle_.get(), result, {.during = std::string{during}, .may_write = may_write_});
    }

    void set_up()
    {
        PQsetNoticeReceiver(
            handle_.get(),
            [](void* self, const PGresult* notice) {
                const char* severity = PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
                if (severity && std::string_view{severity} == "WARNING") static_cast<PostgresConnection*>(self)->is_warned_ = true;
            },
            this);
        run_script("set client_encoding = 'UTF8'; set datestyle = 'ISO'; set timezone = 'UTC'; set bytea_output = 'hex';"
                   "set lock_timeout = '30s'; set idle_in_transaction_session_timeout = '5min';"
                   // PostgreSQL's own 4 is the seek of a turning disk: with it a search of 4,000 names reads all of them beside their index.
                   "set random_page_cost = 1.1");
    }

    bool begins(bool writing)
    {
        const Answer answer{PQexec(handle_.get(), writing ? "begin" : "begin isolation level repeatable read read only")};
        return PQresultStatus(answer.get()) == PGRES_COMMAND_OK;
    }

    void reconnect()
    {
        statements_.clear();
        const bool is_there = way_->open([&] {
            cuts_ = way_->cuts();
            PQreset(handle_.get());
            return PQstatus(handle_.get()) == CONNECTION_OK;
        });
        if (!is_there) postgres::fail(handle_.get(), nullptr, {"connecting again"});
        set_up();
    }

    const Prepared& prepared_for(const Statement& statement)
    {
        auto& prepared = statements_[statement.postgres.data()];
        // The texts are literals, so the address is the statement; a test's own text may reuse an address.
        if (prepared.text == statement.postgres && !prepared.name.empty()) return prepared;
        Prepared made{.text = std::string{statement.postgres}, .name = "s" + std::to_string(++statements_made_)};
        const Answer parsed{PQprepare(handle_.get(), made.name.c_str(), made.text.c_str(), 0, nullptr)};
        if (PQresultStatus(parsed.get()) != PGRES_COMMAND_OK) fail(parsed.get(), statement.name);
        const Answer described{PQdescribePrepared(handle_.get(), made.name.c_str())};
        if (PQresultStatus(described.get()) != PGRES_COMMAND_OK) fail(described.get(), statement.name);
        std::vector<std::string> names;
        for (int column = 0; column < PQnfields(described.get()); ++column) names.emplace_back(PQfname(described.get(), column));
        made.columns = Columns{std::move(names)};
        return prepared = std::move(made);
    }

    std::shared_ptr<Way> way_;
    int cuts_ = 0;                  // of the way, when this connection was made
    bool may_write_ = false;        // the transaction that is open
    bool is_warned_ = false;        // the server warned since this was last made false
    bool leads_to_a_copy_ = false;  // a server that takes no writes
    std::unique_ptr<PGconn, Finish> handle_;
    std::unordered_map<const char*, Prepared> statements_;
    int statements_made_ = 0;
};

class PostgresDatabase final : public Database {
public:
    explicit PostgresDatabase(const std::string& address)
        : PostgresDatabase{asking_for_proof(with_limits(address), surroundings())}
    {
    }
    explicit PostgresDatabase(const Asked& asked) : connections_{connections_most, [asked, way = std::make_shared<Way>()] { return std::make_unique<PostgresConnection>(asked, way); }}
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
