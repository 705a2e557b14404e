// One interface over two engines, SQLite and PostgreSQL. SQL comes only from .sql files (Statement), parameters are
// named, and every transaction binds :authority, :actor, :today and :now itself, so no query can forget whose data it reads.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/enum_text.hpp"
#include "foundation/id.hpp"
#include "foundation/money.hpp"
#include "foundation/result.hpp"
#include "platform/database/statement.hpp"

namespace waymark {

/// What a column or a parameter can hold. Ids and dates travel as text, instants as milliseconds, money as pence.
using Value = std::variant<std::monostate, std::int64_t, double, bool, std::string>;

struct Blob {
    std::string bytes;
};

/// One named parameter: {"referral", id}, {"from", date}, {"reason", std::nullopt}. Anything with a place in the schema converts.
class Binding {
public:
    Binding(std::string_view name, Value value) : name{name}, value{std::move(value)} {}
    Binding(std::string_view name, std::nullopt_t) : name{name} {}
    Binding(std::string_view name, const char* text) : name{name}, value{std::string{text}} {}
    Binding(std::string_view name, std::string_view text) : name{name}, value{std::string{text}} {}
    Binding(std::string_view name, std::string text) : name{name}, value{std::move(text)} {}
    Binding(std::string_view name, bool truth) : name{name}, value{truth} {}
    Binding(std::string_view name, Blob blob) : name{name}, value{std::move(blob.bytes)}, is_blob{true} {}
    Binding(std::string_view name, double number) : name{name}, value{number} {}
    template <class N>
        requires(std::is_integral_v<N> && !std::is_same_v<N, bool>)
    Binding(std::string_view name, N number) : name{name}, value{static_cast<std::int64_t>(number)} {}
    template <class E>
        requires std::is_enum_v<E>
    Binding(std::string_view name, E value_) : name{name}, value{std::string{enum_text(value_)}} {}
    Binding(std::string_view name, Id id) : name{name}, value{id.text()} {}
    template <class Tag>
    Binding(std::string_view name, IdOf<Tag> id) : name{name}, value{id.text()} {}
    Binding(std::string_view name, Date day) : name{name}, value{iso(day)} {}
    Binding(std::string_view name, Instant at) : name{name}, value{static_cast<std::int64_t>(at.time_since_epoch().count())} {}
    Binding(std::string_view name, Money money) : name{name}, value{money.pence} {}
    template <class T>
    Binding(std::string_view name, const std::optional<T>& maybe) : name{name}
    {
        if (!maybe) return;
        Binding given{name, *maybe};
        value = std::move(given.value);
        is_blob = given.is_blob;
    }

    std::string_view name;
    Value value;
    bool is_blob = false;
};
using Bindings = std::vector<Binding>;

/// The current row of a running query; valid only inside the function it is handed to. Columns are asked for by name;
/// asking for one that is not there, or reading NULL as a plain value, throws std::logic_error: we were wrong.
class Row {
public:
    virtual ~Row() = default;
    [[nodiscard]] virtual bool is_null(std::string_view column) const = 0;
    [[nodiscard]] virtual std::string_view view(std::string_view column) const = 0;  // bytes; valid until the next row
    [[nodiscard]] virtual std::int64_t integer(std::string_view column) const = 0;
    [[nodiscard]] virtual double real(std::string_view column) const = 0;
    [[nodiscard]] virtual bool boolean(std::string_view column) const = 0;
    [[nodiscard]] virtual std::string blob(std::string_view column) const = 0;

    [[nodiscard]] std::string text(std::string_view column) const { return std::string{view(column)}; }
    [[nodiscard]] std::optional<std::string> maybe_text(std::string_view column) const
    {
        return is_null(column) ? std::nullopt : std::optional{text(column)};
    }
    [[nodiscard]] std::string text_or_empty(std::string_view column) const { return is_null(column) ? std::string{} : text(column); }
    [[nodiscard]] int number(std::string_view column) const { return static_cast<int>(integer(column)); }
    [[nodiscard]] std::optional<int> maybe_number(std::string_view column) const
    {
        return is_null(column) ? std::nullopt : std::optional{number(column)};
    }
    [[nodiscard]] std::optional<double> maybe_real(std::string_view column) const
    {
        return is_null(column) ? std::nullopt : std::optional{real(column)};
    }
    [[nodiscard]] Date date(std::string_view column) const;
    [[nodiscard]] std::optional<Date> maybe_date(std::string_view column) const
    {
        return is_null(column) ? std::nullopt : std::optional{date(column)};
    }
    [[nodiscard]] Instant instant(std::string_view column) const { return Instant{std::chrono::milliseconds{integer(column)}}; }
    [[nodiscard]] std::optional<Instant> maybe_instant(std::string_view column) const
    {
        return is_null(column) ? std::nullopt : std::optional{instant(column)};
    }
    [[nodiscard]] Money money(std::string_view column) const { return Money{integer(column)}; }
    [[nodiscard]] std::optional<Money> maybe_money(std::string_view column) const
    {
        return is_null(column) ? std::nullopt : std::optional{money(column)};
    }
    template <class IdType>
    [[nodiscard]] IdType id(std::string_view column) const
    {
        auto parsed = IdType::parse(view(column));
        expects(parsed.has_value());
        return *parsed;
    }
    template <class IdType>
    [[nodiscard]] std::optional<IdType> maybe_id(std::string_view column) const
    {
        return is_null(column) ? std::nullopt : std::optional{id<IdType>(column)};
    }
    template <class E>
    [[nodiscard]] E one_of(std::string_view column) const
    {
        const auto value = enum_from_text<E>(view(column));
        expects(value.has_value());
        return *value;
    }
    template <class E>
    [[nodiscard]] std::optional<E> maybe_one_of(std::string_view column) const
    {
        return is_null(column) ? std::nullopt : std::optional{one_of<E>(column)};
    }
};

/// What happened, for the trail: `tx.record({.verb = "decided", .entity = "referral", .about = id.value, …})`.
struct Event {
    std::string verb;                 // past tense: "sent", "decided", "offered"
    std::string entity;               // the record's name in model.md: "referral"
    Id about;                         // its id
    std::optional<Id> pupil;          // the child it concerns, so that it stands on the child's timeline
    std::string before = {};          // changed fields only, as a JSON object text; may be empty
    std::string after = {};
    std::string reason = {};
};

/// An open connection to one engine. Areas never see it: they are handed a Transaction.
class Connection {
public:
    virtual ~Connection() = default;
    /// Begins a transaction; reading ones see one moment and can change nothing. Writers of one authority wait for each
    /// other here, on both engines, so what an action checks is still true when it saves.
    virtual void begin(bool writing, std::string_view authority) = 0;
    virtual void commit() = 0;
    virtual void roll_back() = 0;
    virtual void savepoint(std::string_view name) = 0;
    virtual void release(std::string_view name) = 0;
    virtual void roll_back_to(std::string_view name) = 0;
    /// Runs the statement with one binding for each of its parameters, in their order, and hands on each row; answers
    /// the number of rows changed. Throws DatabaseFailure; std::logic_error when the statement writes while reading.
    virtual std::int64_t execute(const Statement& statement, std::span<const Binding* const> bindings,
                                 const std::function<void(const Row&)>& each) = 0;
    /// Prepares the statement and nothing more: how the house test proves that each one is understood.
    virtual void prepare(const Statement& statement) = 0;
    /// Runs SQL text that is not a named statement: migrations, maintenance verbs and tests only.
    virtual void run_script(std::string_view sql) = 0;
    /// False when it must not be lent again: the server went away, or a transaction could not be ended.
    [[nodiscard]] virtual bool is_usable() const = 0;
};

enum class Engine { sqlite, postgres };

/// The world failed: disk, network, database gone. Caught once at the edge.
class DatabaseFailure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
    bool unique_violation = false;  // a row with that key is already there
    bool still_referred_to = false; // a row that others point to cannot go, or one points to a row that is not there
    bool worth_retrying = false;    // the same transaction may well succeed when run again
};

class Context;

/// One unit of work: all of it is committed, or none. Handed to store functions; made by Context::in_transaction and
/// Context::read. `:authority`, `:actor`, `:today` and `:now` are bound wherever a statement names them.
class Transaction {
public:
    Transaction(Context& context, Connection& connection, bool writing);

    /// Rows changed. A reading transaction refuses.
    std::int64_t run(const Statement& statement, const Bindings& bindings = {});

    template <class F>
    void each(const Statement& statement, const Bindings& bindings, F&& read)
    {
        execute(statement, bindings, [&](const Row& row) { read(row); });
    }
    template <class F>
    [[nodiscard]] auto all(const Statement& statement, const Bindings& bindings, F&& read)
        -> std::vector<std::invoke_result_t<F, const Row&>>
    {
        std::vector<std::invoke_result_t<F, const Row&>> found;
        execute(statement, bindings, [&](const Row& row) { found.push_back(read(row)); });
        return found;
    }
    template <class F>
    [[nodiscard]] auto maybe_one(const Statement& statement, const Bindings& bindings, F&& read)
        -> std::optional<std::invoke_result_t<F, const Row&>>
    {
        std::optional<std::invoke_result_t<F, const Row&>> found;
        execute(statement, bindings, [&](const Row& row) {
            if (!found) found = read(row);
        });
        return found;
    }
    /// A single number, such as a count. 0 when there is no row.
    [[nodiscard]] std::int64_t number(const Statement& statement, const Bindings& bindings = {}, std::string_view column = "count");

    /// Appends to the event trail, in this transaction, and runs the reactions to it (app/reactions.cpp).
    [[nodiscard]] Result<void> record(const Event& event);

    [[nodiscard]] Context& context() { return context_; }
    [[nodiscard]] Date today() const;
    [[nodiscard]] Instant now() const;
    [[nodiscard]] bool writing() const { return writing_; }
    [[nodiscard]] bool has_recorded() const { return has_recorded_; }  // an event, so something was done
    [[nodiscard]] Engine engine() const { return engine_; }
    /// A new id of that kind for this instant.
    template <class IdType>
    [[nodiscard]] IdType new_id() const
    {
        return IdType::make(now());
    }

private:
    friend class Context;
    std::int64_t execute(const Statement& statement, const Bindings& bindings, const std::function<void(const Row&)>& each);

    Context& context_;
    Connection& connection_;
    Engine engine_ = Engine::sqlite;
    bool writing_ = false;
    bool has_recorded_ = false;
};

/// A database that is open: it lends connections. Made by `open_database`.
class Database {
public:
    virtual ~Database() = default;
    [[nodiscard]] virtual Engine engine() const = 0;
    /// Lends a connection for writing (SQLite has one, PostgreSQL a pool) or for reading; given back when the lease ends.
    [[nodiscard]] virtual std::shared_ptr<Connection> lease(bool writing) = 0;
};

/// Opens "sqlite:FILE", "sqlite::memory:" (tests) or "postgresql://…". Throws DatabaseFailure with what to do next.
[[nodiscard]] std::unique_ptr<Database> open_database(std::string_view address);

/// Brings the schema up to date with db/migrations, each in one transaction. Answers how many were applied.
/// Safe when several servers start at once. Throws DatabaseFailure when the database is newer than the program.
int migrate(Database& database);

/// Lets the engine look at how its tables are filled, so that it chooses indexes by what is there: after much was written, and
/// when SQLite begins to serve (PostgreSQL does it by itself). Takes a moment, whatever the size: it looks at samples.
void gather_statistics(Database& database);

/// The schema as it stands now: tables with their columns, keys and indexes, in one text that is the same on both engines.
[[nodiscard]] std::string described_schema(Database& database);

}  // namespace waymark
