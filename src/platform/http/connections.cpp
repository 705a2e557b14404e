// Two sets of lines, of all and of each address, that everybody moves along when their state changes.
#include "platform/http/connections.hpp"


namespace waymark {
namespace {

std::size_t line_of(Connections::State state) { return static_cast<std::size_t>(state); }

}  // namespace

Connections::Taken Connections::take(const std::string& address, Time now)
{
    Taken taken;
    const auto theirs = addresses_.find(address);
    if (theirs != addresses_.end() && theirs->second.count >= most_of_address_) {
        taken.to_end = who_goes(theirs->second.lines, now);
        if (!taken.to_end) return taken;
    } else if (count() >= most_) {
        taken.to_end = who_goes(lines_, now);
        if (!taken.to_end) return taken;
    }
    if (taken.to_end) forget(*taken.to_end);
    const auto group = addresses_.try_emplace(address).first;
    ++group->second.count;
    const auto number = next_++;
    auto& all = lines_[line_of(State::idle)];
    auto& own = group->second.lines[line_of(State::idle)];
    held_.emplace(number, Held{group, State::idle, now, all.insert(all.end(), number), own.insert(own.end(), number)});
    taken.number = number;
    return taken;
}

std::optional<Connections::Number> Connections::end_one(Time now)
{
    const auto number = who_goes(lines_, now);
    if (number) forget(*number);
    return number;
}

void Connections::becomes(Number number, State state, Time now)
{
    const auto found = held_.find(number);
    if (found == held_.end()) return;
    auto& held = found->second;
    const auto move = [&](Lines& lines, Line::iterator which) {
        auto& to = lines[line_of(state)];
        to.splice(to.end(), lines[line_of(held.state)], which);
    };
    move(lines_, held.in_all);
    move(held.address->second.lines, held.in_address);
    held.state = state;
    held.since = now;
}

void Connections::forget(Number number)
{
    const auto found = held_.find(number);
    if (found == held_.end()) return;
    const auto& held = found->second;
    lines_[line_of(held.state)].erase(held.in_all);
    held.address->second.lines[line_of(held.state)].erase(held.in_address);
    if (--held.address->second.count == 0) addresses_.erase(held.address);
    held_.erase(found);
}

std::optional<Connections::Number> Connections::who_goes(const Lines& lines, Time now) const
{
    const auto& idle = lines[line_of(State::idle)];
    if (!idle.empty()) return idle.front();
    const auto& slow = lines[line_of(State::slow)];
    if (!slow.empty() && now - held_.at(slow.front()).since >= slow_for_a_while) return slow.front();
    return std::nullopt;
}

}  // namespace waymark
