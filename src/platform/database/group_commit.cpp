// One transaction for all who write at about the same time; a savepoint each.
#include "platform/database/group_commit.hpp"

namespace waymark {
namespace {

constexpr std::string_view own_part = "own_part";

}  // namespace

/// What is lent: holds the turn from the lending, or from its next `begin`, until its transaction ends or it is given back.
class GroupCommit::Turn final : public Connection {
public:
    Turn(GroupCommit& group, std::chrono::milliseconds patience) : group_{group}, patience_{patience} { take(); }
    Turn(const Turn&) = delete;
    ~Turn() override
    {
        if (!has_turn_) return;
        if (is_within_) undo();
        give_back();
    }

    void begin(bool, std::string_view) override
    {
        take();
        group_.join();
        is_within_ = true;
        group_.inner().savepoint(own_part);
    }
    void commit() override
    {
        group_.inner().release(own_part);
        is_within_ = false;
        has_turn_ = false;  // the turn goes on to the next in there, whatever becomes of the commit
        group_.leave(true);
    }
    void roll_back() override
    {
        if (!has_turn_ || !is_within_) return;
        undo();
        give_back();
    }
    void savepoint(std::string_view name) override { group_.inner().savepoint(name); }
    void release(std::string_view name) override { group_.inner().release(name); }
    void roll_back_to(std::string_view name) override { group_.inner().roll_back_to(name); }
    std::int64_t execute(const Statement& statement, std::span<const Binding* const> bindings, const std::function<void(const Row&)>& each) override
    {
        return here().execute(statement, bindings, each);
    }
    void prepare(const Statement& statement) override { here().prepare(statement); }
    void run_script(std::string_view sql) override { here().run_script(sql); }
    bool is_usable() const override { return true; }  // it is made for this lending alone

private:
    void take()
    {
        if (has_turn_) return;
        group_.take_turn(patience_);
        has_turn_ = true;
    }
    /// Outside a transaction each statement stands for itself, so it must not become part of what others share.
    Connection& here()
    {
        take();
        if (!is_within_) group_.settle();
        return group_.inner();
    }
    void undo() noexcept
    {
        is_within_ = false;
        try {
            if (!group_.is_lost()) group_.inner().roll_back_to(own_part);
        } catch (const DatabaseFailure& failure) {
            group_.end(group_.batch_, &failure);  // what cannot be undone must not be kept with the others’
        }
    }
    void give_back() noexcept
    {
        has_turn_ = false;
        try {
            group_.leave(false);
        } catch (const DatabaseFailure&) {  // those whose commit it was are told; nothing of this one was in it
        }
    }

    GroupCommit& group_;
    const std::chrono::milliseconds patience_;
    bool has_turn_ = false;
    bool is_within_ = false;
};

GroupCommit::GroupCommit(Make make, Limits limits) : make_{std::move(make)}, limits_{limits} {}

std::shared_ptr<Connection> GroupCommit::lend(std::chrono::milliseconds patience) { return std::make_shared<Turn>(*this, patience); }

void GroupCommit::take_turn(std::chrono::milliseconds patience)
{
    std::unique_lock lock{mutex_};
    ++waiting_;
    const bool is_mine = turn_free_.wait_for(lock, patience, [&] { return !is_taken_; });
    --waiting_;
    if (!is_mine) {
        DatabaseFailure busy{"The database is busy: others are writing. Try again in a minute."};
        busy.worth_retrying = true;
        throw busy;
    }
    is_taken_ = true;
}

void GroupCommit::give_turn() noexcept
{
    {
        const std::scoped_lock lock{mutex_};
        is_taken_ = false;
    }
    turn_free_.notify_one();
}

Connection& GroupCommit::inner()
{
    if (connection_ && !is_open_ && !connection_->is_usable()) connection_.reset();
    if (!connection_) connection_ = make_();
    return *connection_;
}

/// The engine rolls the whole transaction back by itself when the disk fails it.
bool GroupCommit::is_lost() const { return !is_open_ || connection_->is_usable(); }

void GroupCommit::join()
{
    if (is_open_ && is_lost()) settle();
    if (is_open_) return;
    inner().begin(true, {});
    is_open_ = true;
}

/// Ends the turn, with a part that is to be kept or without one. Returns when what is shared is on the disk: whoever gave up may have done so for
/// what others had written in it, and finds that there when it looks next.
void GroupCommit::leave(bool keeps)
{
    const auto now = std::chrono::steady_clock::now();
    if (keeps) {
        if (!batch_) batch_ = std::make_shared<Batch>(Batch{.members = 0, .began = now, .is_over = false, .failure = {}, .worth_retrying = false});
        ++batch_->members;
    }
    const auto batch = batch_;
    bool goes_on = false;
    if (batch && is_open_ && !is_lost() && batch->members < limits_.members_most && now - batch->began < limits_.oldest_most) {
        const std::scoped_lock lock{mutex_};
        goes_on = waiting_ > 0;
        if (goes_on) is_taken_ = false;  // in the same breath: nobody may stop waiting in between
    }
    if (goes_on) {
        turn_free_.notify_one();
    } else {
        settle();
        give_turn();
    }
    if (!batch) return;
    std::unique_lock lock{mutex_};
    batch_over_.wait(lock, [&] { return batch->is_over; });
    if (!keeps || batch->failure.empty()) return;
    DatabaseFailure failure{batch->failure};
    failure.worth_retrying = batch->worth_retrying;
    throw failure;
}

/// Commits what is shared, or drops it when nobody wants anything kept, and tells those who wait.
void GroupCommit::settle() noexcept
{
    if (!is_open_ && !batch_) return;
    const auto batch = batch_;
    try {
        if (is_lost()) throw DatabaseFailure{"The transaction was ended by the database, so nothing of it was saved."};
        if (batch) connection_->commit();
        else connection_->roll_back();
        is_open_ = false;
        end(batch, nullptr);
    } catch (const DatabaseFailure& failure) {
        end(batch, &failure);
    }
}

void GroupCommit::end(const std::shared_ptr<Batch>& batch, const DatabaseFailure* failure) noexcept
{
    if (failure && connection_) {
        try {
            connection_->roll_back();
        } catch (const DatabaseFailure&) {
            connection_.reset();  // closing it ends whatever is open
        }
    }
    is_open_ = false;
    batch_.reset();
    if (!batch) return;
    {
        const std::scoped_lock lock{mutex_};
        batch->is_over = true;
        if (failure) {
            batch->failure = failure->what();
            batch->worth_retrying = failure->worth_retrying;
        }
    }
    batch_over_.notify_all();
}

}  // namespace waymark
