// Who holds a connection open, and who has to go when there is no room: pure counting, no socket and no clock.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

namespace waymark {

/// All of it takes the same short time, however many there are.
class Connections {
public:
    using Number = std::uint64_t;
    using Time = std::chrono::steady_clock::time_point;
    /// idle: nothing of a request has come. slow: we wait for its client, in the middle of something. working: its client waits for us.
    enum class State { idle, slow, working };

    /// most             at the same time
    /// most_of_address  of these, from one address
    Connections(int most, int most_of_address) : most_{most}, most_of_address_{most_of_address} {}

    struct Taken {
        std::optional<Number> number;  // none: it was not taken in
        std::optional<Number> to_end;  // who must go for it, and is not counted any more
    };
    /// Takes a newcomer in, idle. Where there is no room, the longest idle goes for it; else the longest slow, when that has been so for
    /// a while; else the newcomer is not taken. Whoever has its share makes room among its own.
    [[nodiscard]] Taken take(const std::string& address, Time now);
    /// Who would go next. Not counted any more.
    [[nodiscard]] std::optional<Number> end_one(Time now);
    /// Nothing for one that is not counted any more.
    void becomes(Number number, State state, Time now);
    void forget(Number number);
    [[nodiscard]] int count() const { return static_cast<int>(held_.size()); }

    /// Whoever sends at the pace of a slow telephone is not ended for a crowd of newcomers before that.
    static constexpr std::chrono::seconds slow_for_a_while{2};

private:
    using Line = std::list<Number>;       // since when they are so: the longest first
    using Lines = std::array<Line, 3>;    // by state
    struct Address {
        int count = 0;
        Lines lines;
    };
    struct Held {
        std::map<std::string, Address>::iterator address;
        State state;
        Time since;
        Line::iterator in_all, in_address;
    };
    [[nodiscard]] std::optional<Number> who_goes(const Lines& lines, Time now) const;

    int most_, most_of_address_;
    Number next_ = 1;
    std::unordered_map<Number, Held> held_;
    std::map<std::string, Address> addresses_;
    Lines lines_;
};

}  // namespace waymark
