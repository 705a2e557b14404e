// The statements of second_steps.sql, by name.
#include "people/store/second_steps.hpp"

#include "people/rules/second_step.hpp"
#include "people/store/second_steps.sql.hpp"
#include "platform/access/token.hpp"

namespace waymark::people {

std::optional<Authenticator> authenticator(Transaction& tx, UserId user)
{
    return tx.maybe_one(sql::authenticator, {{"user", user}}, [](const Row& row) {
        return Authenticator{.sealed_secret = row.text("sealed_secret"), .last_step = row.integer("last_step"), .since = row.instant("created_at")};
    });
}

void keep_authenticator(Transaction& tx, UserId user, std::string_view sealed_secret, std::int64_t last_step)
{
    tx.run(sql::keep_authenticator, {{"user", user}, {"sealed_secret", sealed_secret}, {"last_step", last_step}});
}

bool use_step(Transaction& tx, UserId user, std::int64_t step) { return tx.run(sql::use_step, {{"user", user}, {"step", step}}) == 1; }

void remove_authenticator(Transaction& tx, UserId user) { tx.run(sql::remove_authenticator, {{"user", user}}); }

std::optional<std::string> set_up_under_way(Transaction& tx, UserId user)
{
    return tx.maybe_one(sql::set_up_under_way, {{"user", user}, {"started_after", tx.now() - set_up_within}},
                        [](const Row& row) { return row.text("sealed_secret"); });
}

void start_set_up(Transaction& tx, UserId user, std::string_view sealed_secret)
{
    tx.run(sql::start_set_up, {{"user", user}, {"sealed_secret", sealed_secret}});
}

void end_set_up(Transaction& tx, UserId user) { tx.run(sql::end_set_up, {{"user", user}}); }

std::vector<RecoveryCode> recovery_codes(Transaction& tx, UserId user)
{
    return tx.all(sql::recovery_codes, {{"user", user}}, [](const Row& row) {
        return RecoveryCode{.id = row.id<Id>("id"), .code_hash = row.text("code_hash"), .used_at = row.maybe_instant("used_at")};
    });
}

void replace_recovery_codes(Transaction& tx, UserId user, const std::vector<std::string>& code_hashes)
{
    tx.run(sql::remove_recovery_codes, {{"user", user}});
    for (const auto& hash : code_hashes) tx.run(sql::insert_recovery_code, {{"id", Id::make(tx.now())}, {"user", user}, {"code_hash", hash}});
}

bool use_recovery_code(Transaction& tx, Id id) { return tx.run(sql::use_recovery_code, {{"id", id}}) == 1; }

std::string start_unfinished_sign_in(Transaction& tx, UserId user, std::string_view from_address)
{
    auto token = access::make_token();
    tx.run(sql::insert_unfinished_sign_in, {{"token_hash", access::token_hash(token)}, {"user", user}, {"from_address", from_address}});
    return token;
}

std::optional<UserId> unfinished_sign_in(Transaction& tx, std::string_view token)
{
    return tx.maybe_one(sql::unfinished_sign_in, {{"token_hash", access::token_hash(token)}, {"created_after", tx.now() - second_step_within}},
                        [](const Row& row) { return row.id<UserId>("user_id"); });
}

void end_unfinished_sign_in(Transaction& tx, std::string_view token)
{
    tx.run(sql::end_unfinished_sign_in, {{"token_hash", access::token_hash(token)}});
}

}  // namespace waymark::people
