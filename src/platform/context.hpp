// Who asks, for which authority, on which day, at which instant, with which database: passed to everything, never global.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "platform/database/database.hpp"
#include "vocabulary/ids.hpp"
#include "vocabulary/permission.hpp"

namespace waymark {

/// Somebody of a child's family, in by a link of theirs and a second fact: no account, no role, and this child alone.
struct FamilyVisit {
    Id link;
    Id contact;
    Id pupil;
};

/// The person who asks, in the role they act in now. Signed out: no user, and only routes for `anyone` answer.
struct Who {
    UserId user;
    std::string name;                    // "Priya Raman"
    std::optional<Role> role;            // none: signed out, or the program itself
    OrganisationId organisation;
    std::string organisation_name;
    std::string user_agent_address;      // where from, for the trail
    std::optional<FamilyVisit> family;   // never together with a role; then `user` is the contact
    [[nodiscard]] bool is_signed_in() const { return role.has_value(); }
};

/// What another area does when an event of that verb about that entity is recorded, in the same transaction.
struct Reaction {
    std::string_view entity;
    std::string_view verb;
    Result<void> (*react)(Transaction&, const Event&);
};

/// What was to be done had been done already: nothing of this transaction is kept.
class DoneBefore : public std::runtime_error {
public:
    DoneBefore() : std::runtime_error{"this was done before"} {}
};

class Context {
public:
    /// `authority_code` is the DfE's three digits; `today` is the day in London at `at`.
    Context(Database& database, std::string authority_code, Date today_in_london, Instant at)
        : authority{std::move(authority_code)}, today{today_in_london}, now{at}, database_{&database}
    {
    }

    std::string authority;  // the DfE code: "990"
    Date today;
    Instant now;
    Who who;
    std::span<const Reaction> reactions;
    /// Asked in the first transaction that records an event, when all else of it is done. When it says no, the transaction is rolled back and
    /// DoneBefore is thrown; once it was committed, it is asked no more.
    std::function<bool(Transaction&)> before_commit;
    bool demonstration = false;  // a made-up area: a visitor may sign in as any of its people

    /// Runs `work` in one writing transaction: committed when it succeeds, rolled back when it answers Problems or throws.
    /// Inside another transaction of this context it joins that one, under a savepoint. When the engine asks for it
    /// (two writers in each other's way), all of `work` runs again, so it changes nothing but the database.
    template <class F>
    auto in_transaction(F&& work) -> std::invoke_result_t<F, Transaction&>
    {
        std::optional<std::invoke_result_t<F, Transaction&>> answer;
        run(true, [&](Transaction& tx) {
            answer.emplace(work(tx));
            return answer->has_value();
        });
        return std::move(*answer);
    }

    /// Runs `work` in a reading transaction: one consistent moment. Store functions that change anything refuse to run in it.
    template <class F>
    auto read(F&& work) -> std::invoke_result_t<F, Transaction&>
    {
        using Answer = std::invoke_result_t<F, Transaction&>;
        if constexpr (std::is_void_v<Answer>) {
            run(false, [&](Transaction& tx) { work(tx); return true; });
        } else {
            std::optional<Answer> answer;
            run(false, [&](Transaction& tx) { answer.emplace(work(tx)); return true; });
            return std::move(*answer);
        }
    }

    [[nodiscard]] Database& database() const { return *database_; }

private:
    friend class Transaction;
    /// `work` says whether to commit.
    void run(bool writing, const std::function<bool(Transaction&)>& work);
    void run_outermost(bool writing, const std::function<bool(Transaction&)>& work);
    void commit(Connection& connection, Transaction& tx);
    void run_within(const std::function<bool(Transaction&)>& work);

    Database* database_;
    Transaction* open_ = nullptr;
    int depth_ = 0;  // savepoints that are open
};

}  // namespace waymark
