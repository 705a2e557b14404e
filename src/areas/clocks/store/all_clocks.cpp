#include "clocks/store/all_clocks.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <mutex>
#include <unordered_set>

#include "clocks/store/facts.sql.hpp"
#include "people/store/law_choices.hpp"

namespace waymark::clocks {
namespace {

/// The last event of an authority's trail: its hash follows from all that ever happened there, so no two states share one.
struct Counted {
    std::string trail;
    Date today;
    std::shared_ptr<const AllClocks> clocks;
};

class Kept {
public:
    std::shared_ptr<const AllClocks> find(const std::string& authority, const std::string& trail, Date today)
    {
        const std::lock_guard lock{mutex_};
        const auto found = by_authority_.find(authority);
        return found != by_authority_.end() && found->second.trail == trail && found->second.today == today ? found->second.clocks : nullptr;
    }
    void put(const std::string& authority, Counted counted)
    {
        const std::lock_guard lock{mutex_};
        by_authority_[authority] = std::move(counted);
    }

private:
    std::mutex mutex_;
    std::map<std::string, Counted> by_authority_;
};

void each_visible(Transaction& tx, const Who& who, const std::function<void(const RunningClock&)>& use)
{
    std::unordered_set<std::string> visible;
    for (const auto& child : visible_pupils(tx, who)) visible.insert(child.id.text());
    for (const auto& child : *all_clocks(tx))
        if (visible.contains(child.pupil.text())) std::ranges::for_each(child.running, use);
}

}  // namespace

AllClocks count_all_clocks(Transaction& tx)
{
    const auto book = calendar_book(tx);
    const people::LawBook law{tx};
    const LawOn law_on_day = [&](Date day) -> const Law& { return law.on(day); };
    AllClocks all;
    for (const auto& facts : facts_of_all(tx))
        if (auto running = clocks_of(facts, book, law_on_day, tx.today()); !running.empty()) all.push_back({facts.id, std::move(running)});
    return all;
}

std::shared_ptr<const AllClocks> all_clocks(Transaction& tx)
{
    static Kept kept;
    const auto count = [&] { return std::make_shared<const AllClocks>(count_all_clocks(tx)); };
    const auto trail = tx.maybe_one(sql::trail_of_clocks, {}, [](const Row& row) { return row.text("hash"); });
    if (tx.writing() || !trail) return count();  // what this transaction has written is no event yet
    const std::string& authority = tx.context().authority;
    if (auto found = kept.find(authority, *trail, tx.today())) return found;
    auto counted = count();
    kept.put(authority, {*trail, tx.today(), counted});
    return counted;
}

std::vector<RunningClock> clocks_of_child(Transaction& tx, const PupilFacts& child)
{
    const people::LawBook law{tx};
    return clocks_of(child, calendar_book(tx, child), [&](Date day) -> const Law& { return law.on(day); }, tx.today());
}

ClocksUnderRule clocks_under_rule(Transaction& tx, const Who& who, std::string_view rule)
{
    ClocksUnderRule found;
    each_visible(tx, who, [&](const RunningClock& running) {
        if (words_of(running.kind).rule != rule || running.clock.is_met || running.reason) return;
        ++found.open;
        if (running.is_breach()) ++found.unmet;
    });
    return found;
}

std::size_t unmet_duties(Transaction& tx, const Who& who)
{
    std::size_t unmet = 0;
    each_visible(tx, who, [&](const RunningClock& running) { unmet += running.is_breach() ? 1 : 0; });
    return unmet;
}

}  // namespace waymark::clocks
