// One thread writes: while it waits for the disk, the next looks gather.
#include "platform/audit/view_writer.hpp"

#include <utility>

namespace waymark::audit {

ViewWriter::ViewWriter(Database& database) : database_{database}, next_{std::make_shared<Batch>()}, thread_{[this] { run(); }} {}

ViewWriter::~ViewWriter()
{
    {
        const std::scoped_lock lock{mutex_};
        is_stopping_ = true;
    }
    has_come_.notify_one();
    thread_.join();
}

ViewWriter::Pending ViewWriter::begin(const Context& context, Id pupil, std::string_view what)
{
    Look look{context.authority, context.today, view_row(context, pupil, what)};
    Pending pending;
    {
        const std::scoped_lock lock{mutex_};
        next_->looks.push_back(std::move(look));
        pending.batch_ = next_;
    }
    has_come_.notify_one();
    return pending;
}

void ViewWriter::wait(const Pending& pending)
{
    if (!pending.batch_) return;
    std::unique_lock lock{mutex_};
    is_written_.wait(lock, [&] { return pending.batch_->is_over; });
    if (!pending.batch_->failure.empty()) throw DatabaseFailure{pending.batch_->failure};
}

void ViewWriter::run()
{
    std::unique_lock lock{mutex_};
    for (;;) {
        has_come_.wait(lock, [&] { return is_stopping_ || !next_->looks.empty(); });
        if (next_->looks.empty()) return;
        const auto batch = std::exchange(next_, std::make_shared<Batch>());
        lock.unlock();
        std::string failure = write(batch->looks);
        lock.lock();
        batch->failure = std::move(failure);
        batch->is_over = true;
        is_written_.notify_all();
    }
}

/// Why they could not be written; empty when they were.
std::string ViewWriter::write(const std::vector<Look>& looks)
{
    try {
        for (auto first = looks.begin(); first != looks.end();) {
            // A server serves one authority, so this is nearly always all of them.
            auto last = first;
            while (last != looks.end() && last->authority == first->authority) ++last;
            Context context{database_, first->authority, first->today, first->row.at};
            (void)context.in_transaction([&](Transaction& tx) -> Result<void> {
                for (auto look = first; look != last; ++look) insert_view(tx, look->row);
                return {};
            });
            first = last;
        }
        return {};
    } catch (const std::exception& failure) {
        return failure.what();
    }
}

}  // namespace waymark::audit
