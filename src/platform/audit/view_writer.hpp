// Writes the looks at children's records, all that come at about the same time in one transaction.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "platform/audit/view_log.hpp"

namespace waymark::audit {

/// A page is made while its look is written, and leaves the house only when the look is on the disk: `begin`, make the page, `wait`.
/// One disk's flush does for all who look meanwhile. Called by several threads.
class ViewWriter {
    struct Batch;

public:
    explicit ViewWriter(Database& database);
    ViewWriter(const ViewWriter&) = delete;
    ~ViewWriter();  // what was begun is written first

    /// A look that is being written.
    class Pending {
    public:
        Pending() = default;

    private:
        friend class ViewWriter;
        std::shared_ptr<Batch> batch_;
    };

    /// Begins to write that whoever asks now looks at this child's record. `what` names the page, never its content: "referral".
    [[nodiscard]] Pending begin(const Context& context, Id pupil, std::string_view what);
    /// Returns when it is on the disk; at once when nothing is pending. Throws DatabaseFailure when it could not be written.
    void wait(const Pending& pending);

private:
    struct Look {
        std::string authority;
        Date today;
        ViewRow row;
    };
    struct Batch {
        std::vector<Look> looks;
        bool is_over = false;
        std::string failure;  // empty when it is on the disk
    };

    void run();
    [[nodiscard]] std::string write(const std::vector<Look>& looks);

    Database& database_;
    std::mutex mutex_;
    std::condition_variable has_come_, is_written_;
    std::shared_ptr<Batch> next_;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace waymark::audit
