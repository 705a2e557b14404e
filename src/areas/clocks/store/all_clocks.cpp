#include "clocks/store/all_clocks.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <unordered_set>

#include "clocks/store/facts.sql.hpp"
#include "foundation/json.hpp"
#include "people/store/law_choices.hpp"

namespace waymark::clocks {
namespace {

/// Beyond so many changed children all are counted: each table is then read once.
constexpr std::size_t children_counted_singly_max = 200;

/// What was counted, and up to which event of the authority's trail. The hash of that event follows from all that ever happened
/// there, so a database that was put back to an earlier state is noticed.
struct Counted {
    std::int64_t sequence = 0;
    std::string hash;
    Date today;
    std::shared_ptr<const AllClocks> clocks;
};

class Kept {
public:
    std::optional<Counted> find(const std::string& authority)
    {
        const std::lock_guard lock{mutex_};
        const auto found = by_authority_.find(authority);
        return found == by_authority_.end() ? std::nullopt : std::optional{found->second};
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

/// A register is one event of many children. Only its marks for illness are counted by a clock (R14).
std::vector<PupilId> ill_in_register(Transaction& tx, Id setting, std::string_view after)
{
    const auto register_taken = read_json(after);
    const auto day = parse_iso_date(register_taken.at("day").get<std::string>());
    return tx.all(sql::ill_in_register, {{"setting", setting}, {"day", *day}, {"session", register_taken.at("session").get<std::string>()}},
                  [](const Row& row) { return row.id<PupilId>("pupil_id"); });
}

/// The children whom the events since then concern; none: more than can be counted singly, or an event that may concern any.
std::optional<std::set<PupilId>> concerned_since(Transaction& tx, std::int64_t sequence)
{
    struct Happened {
        std::string verb, after;
        Id about;
        std::optional<PupilId> pupil;
    };
    const auto events = tx.all(sql::events_of_clocks, {{"since", sequence}, {"at_most", children_counted_singly_max + 1}}, [](const Row& row) {
        return Happened{row.text("verb"), row.text_or_empty("after"), row.id<Id>("about"), row.maybe_id<PupilId>("pupil_id")};
    });
    if (events.size() > children_counted_singly_max) return std::nullopt;
    std::set<PupilId> children;
    for (const auto& event : events) {
        if (event.pupil) children.insert(*event.pupil);
        else if (event.verb == "took_register") std::ranges::copy(ill_in_register(tx, event.about, event.after), std::inserter(children, children.end()));
        else return std::nullopt;
    }
    return children;
}

bool before(const std::shared_ptr<const ClocksOfPupil>& left, const std::shared_ptr<const ClocksOfPupil>& right) { return left->pupil < right->pupil; }

AllClocks with_counted_again(Transaction& tx, const AllClocks& known, const std::set<PupilId>& children)
{
    AllClocks all;
    all.reserve(known.size() + children.size());
    std::ranges::copy_if(known, std::back_inserter(all), [&](const auto& child) { return !children.contains(child->pupil); });
    for (const PupilId pupil : children) {
        const auto facts = facts_of(tx, pupil);
        if (!facts) continue;
        if (auto running = clocks_of_child(tx, *facts); !running.empty()) all.push_back(std::make_shared<const ClocksOfPupil>(pupil, std::move(running)));
    }
    std::ranges::sort(all, before);
    return all;
}

/// What is kept, brought up to the trail as it stands; none: nothing is kept that could be.
std::shared_ptr<const AllClocks> brought_up_to_date(Transaction& tx, const Counted& kept, std::int64_t sequence)
{
    if (kept.today != tx.today() || kept.sequence > sequence) return nullptr;
    const auto hash_now = tx.maybe_one(sql::hash_of_event, {{"sequence", kept.sequence}}, [](const Row& row) { return row.text("hash"); });
    if (hash_now != kept.hash) return nullptr;
    const auto children = concerned_since(tx, kept.sequence);
    if (!children) return nullptr;
    return children->empty() ? kept.clocks : std::make_shared<const AllClocks>(with_counted_again(tx, *kept.clocks, *children));
}

void each_visible(Transaction& tx, const Who& who, const std::function<void(const RunningClock&)>& use)
{
    std::unordered_set<std::string> visible;
    for (const auto& child : visible_pupils(tx, who)) visible.insert(child.id.text());
    for (const auto& child : *all_clocks(tx))
        if (visible.contains(child->pupil.text())) std::ranges::for_each(child->running, use);
}

}  // namespace

AllClocks count_all_clocks(Transaction& tx)
{
    const auto book = calendar_book(tx);
    const people::LawBook law{tx};
    const LawOn law_on_day = [&](Date day) -> const Law& { return law.on(day); };
    AllClocks all;
    for (const auto& facts : facts_of_all(tx))
        if (auto running = clocks_of(facts, book, law_on_day, tx.today()); !running.empty())
            all.push_back(std::make_shared<const ClocksOfPupil>(facts.id, std::move(running)));
    std::ranges::sort(all, before);
    return all;
}

std::shared_ptr<const AllClocks> all_clocks(Transaction& tx)
{
    static Kept kept;
    const auto count = [&] { return std::make_shared<const AllClocks>(count_all_clocks(tx)); };
    Counted now{.today = tx.today()};
    const bool has_trail = tx.maybe_one(sql::trail_of_clocks, {}, [&](const Row& row) {
        now.sequence = row.integer("sequence");
        now.hash = row.text("hash");
        return true;
    }).has_value();
    if (tx.writing() || !has_trail) return count();  // what this transaction has written is no event yet
    const std::string& authority = tx.context().authority;
    const auto found = kept.find(authority);
    if (found && found->sequence == now.sequence && found->hash == now.hash && found->today == now.today) return found->clocks;
    now.clocks = found ? brought_up_to_date(tx, *found, now.sequence) : nullptr;
    if (!now.clocks) now.clocks = count();
    kept.put(authority, now);
    return now.clocks;
}

const ClocksOfPupil* find_child(const AllClocks& all, PupilId pupil)
{
    const auto found = std::ranges::lower_bound(all, pupil, {}, [](const auto& child) { return child->pupil; });
    return found == all.end() || (*found)->pupil != pupil ? nullptr : found->get();
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
