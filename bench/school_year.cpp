// The floor under the pages of bench/school_year: the same bytes from memory through the same HTTP server, and the same SQL through
// SQLite's own C interface. bench/school_year says how it is used; these are the parts that must look inside the program.
//   waymark_school_year record DATABASE TODAY REQUESTS RECORDED   answers each request once and writes down its bytes and its statements
//   waymark_school_year replay DATABASE RECORDED PAGE THREADS SECONDS   runs the statements again; SECONDS 0: each request's once
//   waymark_school_year bytes RECORDED PORT                       serves the bytes, plain or packed as each request asks
#include <sqlite3.h>
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <mutex>
#include <set>
#include <sstream>
#include <thread>

#include <fmt/format.h>

#include "app/edge.hpp"
#include "app/pupil_pages.hpp"
#include "app/routes.hpp"
#include "foundation/json.hpp"
#include "platform/access/sealing.hpp"
#include "platform/database/database.hpp"
#include "platform/database/sqlite_functions.hpp"
#include "platform/http/compress.hpp"
#include "platform/http/server.hpp"
#include "platform/log/log.hpp"

using namespace waymark;

namespace {

Json read_file(const char* name)
{
    std::ifstream file{name, std::ios::binary};
    if (!file) throw std::runtime_error{fmt::format("{} cannot be read", name)};
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return Json::parse(bytes.str());
}

// ---- What one request asks of the database, written down as it is asked ----

struct Script {
    std::mutex lock;
    Json steps = Json::array();
    void add(Json step)
    {
        const std::scoped_lock held{lock};
        steps.push_back(std::move(step));
    }
};

Json written(const Binding& binding)
{
    const Value& value = binding.value;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    if (const auto* real = std::get_if<double>(&value)) return *real;
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? 1 : 0;
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (!binding.is_blob) return *text;
        std::string hex;
        for (const char byte : *text) hex += fmt::format("{:02x}", static_cast<unsigned char>(byte));
        return Json{{"blob", hex}};
    }
    return nullptr;
}

class WritesDown final : public Connection {
public:
    WritesDown(std::shared_ptr<Connection> inner, Script& script) : inner_{std::move(inner)}, script_{script} {}
    void begin(bool writing, std::string_view authority) override
    {
        writing_ = writing;
        script_.add({{"do", writing ? "begin immediate" : "begin"}, {"writing", writing}});
        inner_->begin(writing, authority);
    }
    void commit() override
    {
        step("commit");
        inner_->commit();
    }
    void roll_back() override
    {
        step("rollback");
        inner_->roll_back();
    }
    void savepoint(std::string_view name) override
    {
        step("savepoint " + std::string{name});
        inner_->savepoint(name);
    }
    void release(std::string_view name) override
    {
        step("release " + std::string{name});
        inner_->release(name);
    }
    void roll_back_to(std::string_view name) override
    {
        step("rollback to " + std::string{name});
        step("release " + std::string{name});
        inner_->roll_back_to(name);
    }
    std::int64_t execute(const Statement& statement, std::span<const Binding* const> bindings, const std::function<void(const Row&)>& each) override
    {
        Json values = Json::array(), fresh = Json::array();
        const bool inserts = statement.sqlite.substr(statement.sqlite.find_first_not_of(" \n")).starts_with("insert");
        for (std::size_t at = 0; at < bindings.size(); ++at) {
            values.push_back(written(*bindings[at]));
            if (inserts && statement.parameters[at] == "id") fresh.push_back(at);  // the same row cannot be added twice
        }
        Json step{{"writing", writing_}, {"name", statement.name}, {"sql", statement.sqlite}, {"values", std::move(values)}, {"fresh", std::move(fresh)}};
        if (statement.name == "audit.insert_event" || statement.name == "audit.move_head")
            step["event"] = std::ranges::find(statement.parameters, "sequence") - statement.parameters.begin();
        script_.add(std::move(step));
        return inner_->execute(statement, bindings, each);
    }
    void prepare(const Statement& statement) override { inner_->prepare(statement); }
    void run_script(std::string_view sql) override { inner_->run_script(sql); }
    bool is_usable() const override { return inner_->is_usable(); }

private:
    void step(std::string what) { script_.add({{"do", std::move(what)}, {"writing", writing_}}); }

    std::shared_ptr<Connection> inner_;
    Script& script_;
    bool writing_ = false;
};

class WritingDown final : public Database {
public:
    WritingDown(Database& inner, Script& script) : inner_{inner}, script_{script} {}
    Engine engine() const override { return inner_.engine(); }
    std::shared_ptr<Connection> lease(bool writing) override { return std::make_shared<WritesDown>(inner_.lease(writing), script_); }

private:
    Database& inner_;
    Script& script_;
};

Request request_from(const Json& given)
{
    Request request;
    request.method = given["method"] == "POST" ? Method::post : Method::get;
    request.target = given["path"].get<std::string>();
    request.reference = "BENCH-01";
    request.remote_address = "127.0.0.1";
    for (const auto& [name, value] : given["headers"].items())  // the server of the bytes packs them itself
        if (name != "Accept-Encoding") request.headers.emplace_back(name, value.get<std::string>());
    request.body = given.value("body", "");
    return request;
}

void record(const char* address, const char* today, const char* requests, const char* recorded)
{
    log_requests(false);
    access::use_sealing_key(access::made_up_key());
    app::join_pupil_pages();
    const auto opened = open_database(address);
    Script script;
    WritingDown database{*opened, script};
    const app::Edge edge{database, app::all_routes(), {.authority = "990", .demonstration = true, .today = *parse_iso_date(today), .clock = {}}};
    Json all = Json::array();
    std::set<std::string> warm;
    for (const auto& given : read_file(requests)) {
        if (given["method"] == "GET" && warm.insert(given["page"]).second) (void)edge.answer(request_from(given));  // what is done once a minute is not this page's
        script.steps = Json::array();
        const auto answer = edge.answer(request_from(given));
        Json headers = Json::object();
        for (const auto& [name, value] : answer.headers) headers[name] = value;
        all.push_back({{"page", given["page"]}, {"method", given["method"]}, {"path", given["path"]}, {"status", answer.status}, {"type", answer.content_type},
                       {"headers", std::move(headers)}, {"body", answer.body}, {"steps", std::move(script.steps)}});
    }
    std::ofstream{recorded, std::ios::binary} << all.dump();
}

// ---- The same statements through the engine's own interface ----

struct Step {
    std::string sql;
    bool writing = false;
    std::vector<Json> values;
    std::vector<std::size_t> fresh;
    std::optional<std::size_t> event;  // where its number in the trail stands
    bool adds_event = false;
};

/// One connection as platform/database/sqlite.cpp sets it up, with each statement prepared once.
class Handle {
public:
    Handle(const std::string& file, bool writing)
    {
        check(sqlite3_open_v2(file.c_str(), &handle_, SQLITE_OPEN_NOMUTEX | (writing ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY), nullptr));
        sqlite3_busy_timeout(handle_, 10'000);
        if (writing) check(sqlite3_exec(handle_, "pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 4000", nullptr, nullptr, nullptr));
        check(sqlite3_exec(handle_, "pragma foreign_keys = on; pragma case_sensitive_like = on; pragma temp_store = memory; pragma cache_size = -65536", nullptr, nullptr, nullptr));
        sqlite::add_functions(handle_);
    }
    Handle(const Handle&) = delete;
    ~Handle()
    {
        for (auto& [text, statement] : prepared_) sqlite3_finalize(statement);
        sqlite3_close_v2(handle_);
    }

    /// Steps through all rows and looks at each column, as a page does.
    void run(const Step& step, std::uint64_t& serial)
    {
        sqlite3_stmt*& statement = prepared_[step.sql];
        if (!statement) check(sqlite3_prepare_v3(handle_, step.sql.data(), static_cast<int>(step.sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        for (std::size_t at = 0; at < step.values.size(); ++at) bind(statement, static_cast<int>(at + 1), step.values[at]);
        for (const std::size_t at : step.fresh) {
            const auto id = fmt::format("01980000-0000-7000-8000-{:012x}", ++serial);
            check(sqlite3_bind_text(statement, static_cast<int>(at + 1), id.data(), static_cast<int>(id.size()), SQLITE_TRANSIENT));
        }
        if (step.event) check(sqlite3_bind_int64(statement, static_cast<int>(*step.event + 1), step.adds_event ? ++last_event_ : last_event_));
        int code = SQLITE_ROW;
        while ((code = sqlite3_step(statement)) == SQLITE_ROW)
            for (int column = 0; column < sqlite3_column_count(statement); ++column) {
                if (sqlite3_column_type(statement, column) == SQLITE_INTEGER) seen += static_cast<std::size_t>(sqlite3_column_int64(statement, column));
                else if (const auto* text = sqlite3_column_text(statement, column)) seen += text[0];
            }
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
        if (code != SQLITE_DONE) check(code);
    }
    std::size_t seen = 0;

    /// The trail goes on from where it stands.
    void read_last_event()
    {
        sqlite3_exec(handle_, "select sequence from event_head", [](void* into, int, char** values, char**) { return *static_cast<std::int64_t*>(into) = std::stoll(values[0]), 0; }, &last_event_, nullptr);
    }

private:
    void check(int code) const
    {
        if (code != SQLITE_OK) throw std::runtime_error{fmt::format("SQLite: {}", handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code))};
    }
    void bind(sqlite3_stmt* statement, int at, const Json& value) const
    {
        if (value.is_null()) return check(sqlite3_bind_null(statement, at));
        if (value.is_number_integer()) return check(sqlite3_bind_int64(statement, at, value.get<std::int64_t>()));
        if (value.is_number()) return check(sqlite3_bind_double(statement, at, value.get<double>()));
        if (value.is_string()) {
            const auto& text = value.get_ref<const std::string&>();
            return check(sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC));
        }
        const auto hex = value["blob"].get<std::string>();
        std::string bytes;
        for (std::size_t digit = 0; digit < hex.size(); digit += 2) bytes += static_cast<char>(std::stoi(hex.substr(digit, 2), nullptr, 16));
        check(sqlite3_bind_blob(statement, at, bytes.data(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT));
    }

    std::int64_t last_event_ = 0;
    sqlite3* handle_ = nullptr;
    std::map<std::string, sqlite3_stmt*, std::less<>> prepared_;
};

std::vector<std::vector<Step>> scripts_of(const Json& recorded, std::string_view page)
{
    std::vector<std::vector<Step>> scripts;
    for (const auto& one : recorded) {
        if (one["page"] != page) continue;
        auto& script = scripts.emplace_back();
        for (const auto& given : one["steps"]) {
            Step step{.sql = given.contains("do") ? given["do"].get<std::string>() : given["sql"].get<std::string>(), .writing = given["writing"].get<bool>(), .values = {}, .fresh = {}, .event = {}};
            if (given.contains("values")) {
                for (const auto& value : given["values"]) step.values.push_back(value);
                for (const auto& at : given["fresh"]) step.fresh.push_back(at.get<std::size_t>());
                if (given.contains("event")) step.event = given["event"].get<std::size_t>();
                step.adds_event = given["name"] == "audit.insert_event";
            }
            script.push_back(std::move(step));
        }
    }
    if (scripts.empty()) throw std::runtime_error{fmt::format("nothing was recorded for {}", page)};
    return scripts;
}

double processor_ms()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto of = [](const timeval& time) { return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_usec) / 1000; };
    return of(used.ru_utime) + of(used.ru_stime);
}

double share(const std::vector<double>& sorted, double which)
{
    return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(which * static_cast<double>(sorted.size())))];
}

/// Readers each have a connection; the one that writes is waited for, as in the program.
void replay(const std::string& file, const char* recorded, std::string_view page, int threads, double seconds)
{
    using Clock = std::chrono::steady_clock;
    const auto scripts = scripts_of(read_file(recorded), page);
    Handle writer{file, true};
    writer.read_last_event();
    std::mutex writing;
    std::uint64_t serial = static_cast<std::uint64_t>(Clock::now().time_since_epoch().count());
    serial &= 0xFFFFFFFFFFF;
    std::atomic<std::size_t> next = 0;
    std::mutex gathering;
    std::string failure;
    std::vector<double> all;
    std::size_t statements = 0;
    for (const auto& step : scripts.front()) statements += step.sql.starts_with("begin") || step.sql == "commit" ? 0 : 1;
    const double used_before = processor_ms();
    const auto began = Clock::now();
    const auto work = [&] {
        Handle reader{file, false};
        std::vector<double> taken;
        std::uint64_t unused = 0;
        for (;;) {
            const std::size_t mine = next++;
            if (seconds == 0 ? mine >= scripts.size() : std::chrono::duration<double>(Clock::now() - began).count() > seconds) break;
            const auto from = Clock::now();
            std::unique_lock<std::mutex> held{writing, std::defer_lock};
            for (const Step& step : scripts[mine % scripts.size()]) {
                if (step.writing && !held) held.lock();
                if (step.writing) writer.run(step, serial);
                else reader.run(step, unused);
                if (step.writing && (step.sql == "commit" || step.sql == "rollback")) held.unlock();
            }
            taken.push_back(std::chrono::duration<double, std::milli>(Clock::now() - from).count());
        }
        const std::scoped_lock lock{gathering};
        all.insert(all.end(), taken.begin(), taken.end());
    };
    std::vector<std::jthread> workers;
    for (int each = 0; each < threads; ++each)
        workers.emplace_back([&] {
            try {
                work();
            } catch (const std::exception& failed) {
                const std::scoped_lock lock{gathering};
                failure = failed.what();
            }
        });
    workers.clear();
    if (!failure.empty()) throw std::runtime_error{failure};
    const double whole = std::chrono::duration<double>(Clock::now() - began).count();
    std::ranges::sort(all);
    fmt::print("{}\n", Json{{"median_ms", share(all, 0.5)}, {"p99_ms", share(all, 0.99)}, {"per_second", static_cast<double>(all.size()) / whole}, {"statements", statements},
                           {"processor_ms", (processor_ms() - used_before) / static_cast<double>(std::max<std::size_t>(1, all.size()))}}.dump());
}

// ---- The same bytes from memory ----

struct Kept {
    Response plain, packed;
};

void serve_bytes(const char* recorded, int port)
{
    std::map<std::string, Kept, std::less<>> kept;
    for (const auto& one : read_file(recorded)) {
        Response response{.status = one["status"].get<int>(), .content_type = one["type"].get<std::string>(), .headers = {}, .body = one["body"].get<std::string>(), .success = {}};
        for (const auto& [name, value] : one["headers"].items()) response.headers.emplace_back(name, value.get<std::string>());
        Kept both{response, response};
        if (response.body.size() > 1024) {
            both.packed.body = gzip(response.body);
            both.packed.with_header("Content-Encoding", "gzip");
        }
        kept.insert_or_assign(one["method"].get<std::string>() + " " + one["path"].get<std::string>(), std::move(both));
    }
    ServerOptions options{.port = static_cast<std::uint16_t>(port), .heed_signals = true};
    Server server{options, [&](const Request& request) {
        const auto found = kept.find((request.method == Method::post ? "POST " : "GET ") + request.target);
        if (found == kept.end()) return Response{.status = 404, .content_type = "text/plain", .headers = {}, .body = "", .success = {}};
        return accepts_gzip(request.header("accept-encoding")) ? found->second.packed : found->second.plain;
    }};
    server.run();
}

}  // namespace

int main(int count, char** given)
try {
    const std::string_view verb = count > 1 ? given[1] : "";
    if (verb == "record" && count == 6) record(given[2], given[3], given[4], given[5]);
    else if (verb == "replay" && count == 7) replay(given[2], given[3], given[4], std::stoi(given[5]), std::stod(given[6]));
    else if (verb == "bytes" && count == 4) serve_bytes(given[2], std::stoi(given[3]));
    else throw std::runtime_error{"record DATABASE TODAY REQUESTS RECORDED, replay FILE RECORDED PAGE THREADS SECONDS, or bytes RECORDED PORT"};
    return 0;
} catch (const std::exception& failure) {
    fmt::print(stderr, "{}\n", failure.what());
    return 1;
}
