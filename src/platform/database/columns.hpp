// Finds a column by its name. Code reads columns mostly in the order of the statement, so the search starts where the
// last one ended and nearly always compares one name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark {

class Columns {
public:
    Columns() = default;
    explicit Columns(std::vector<std::string> names) : names_{std::move(names)} {}

    /// Its position, or -1.
    [[nodiscard]] int find(std::string_view name) const
    {
        const std::size_t count = names_.size();
        for (std::size_t tried = 0; tried < count; ++tried, ++next_) {
            if (next_ >= count) next_ = 0;
            if (names_[next_] == name) return static_cast<int>(next_++);
        }
        return -1;
    }

private:
    std::vector<std::string> names_;
    mutable std::size_t next_ = 0;
};

}  // namespace waymark
