// The statements of sign_ins.sql, by name.
#include "people/store/sign_ins.hpp"

#include "foundation/text.hpp"
#include "people/store/organisations.hpp"
#include "people/store/sign_ins.sql.hpp"
#include "platform/access/token.hpp"

namespace waymark::people {

namespace {

SignIn read_sign_in(const Row& row)
{
    SignIn found{
        .who = {},
        .membership = row.id<MembershipId>("membership_id"),
        .csrf_token = row.text("csrf_token"),
        .began_at = row.instant("created_at"),
        .seen_at = row.instant("seen_at"),
        .limits = {},
    };
    found.who.user = row.id<UserId>("user_id");
    found.who.name = row.text("name");
    found.who.role = row.one_of<Role>("role");
    found.who.organisation = row.id<OrganisationId>("organisation_id");
    found.who.organisation_name = row.text("organisation_name");
    return found;
}

/// The hash of the browser where somebody signed in to that account before; empty: there was no such.
std::string known_browser(Transaction& tx, std::string_view email, std::string_view token)
{
    if (token.empty() || email.empty()) return {};
    auto hash = access::token_hash(token);
    const Bindings bindings{{"token_hash", hash}, {"email", lower_ascii(trimmed(email))}, {"since", tx.now() - browser_is_known_for}};
    const auto known = tx.maybe_one(sql::is_known_browser, bindings, [](const Row& row) { return row.id<UserId>("user_id"); });
    return known ? hash : std::string{};
}

}  // namespace

SignInLimits sign_in_limits(Transaction& tx) { return limits_of_choice(authority_setting(tx, "idle_minutes", tx.today())); }

std::optional<SignIn> sign_in_by_token(Transaction& tx, std::string_view token)
{
    const auto limits = sign_in_limits(tx);
    const Bindings bindings{{"token_hash", access::token_hash(token)},
                            {"seen_after", tx.now() - limits.idle},
                            {"created_after", tx.now() - limits.whole}};
    auto found = tx.maybe_one(sql::sign_in_by_token, bindings, read_sign_in);
    if (found) found->limits = limits;
    return found;
}

std::optional<SignIn> lapsed_sign_in(Transaction& tx, std::string_view token)
{
    return tx.maybe_one(sql::lapsed_sign_in, {{"token_hash", access::token_hash(token)}}, read_sign_in);
}

std::string start_sign_in(Transaction& tx, UserId user, MembershipId membership, std::string_view from_address)
{
    auto token = access::make_token();
    tx.run(sql::insert_sign_in, {{"token_hash", access::token_hash(token)},
                                 {"user", user},
                                 {"membership", membership},
                                 {"csrf_token", access::make_token()},
                                 {"from_address", from_address}});
    return token;
}

void note_seen(Transaction& tx, std::string_view token) { tx.run(sql::note_seen, {{"token_hash", access::token_hash(token)}}); }

void act_as(Transaction& tx, std::string_view token, UserId user, MembershipId membership)
{
    tx.run(sql::act_as, {{"token_hash", access::token_hash(token)}, {"user", user}, {"membership", membership}});
}

void end_sign_in(Transaction& tx, std::string_view token) { tx.run(sql::end_sign_in, {{"token_hash", access::token_hash(token)}}); }

std::vector<OpenSignIn> open_sign_ins(Transaction& tx, UserId user)
{
    const auto limits = sign_in_limits(tx);
    const Bindings bindings{{"user", user}, {"seen_after", tx.now() - limits.idle}, {"created_after", tx.now() - limits.whole}};
    return tx.all(sql::open_sign_ins, bindings, [](const Row& row) {
        return OpenSignIn{
            .token_hash = row.text("token_hash"),
            .from_address = row.text_or_empty("from_address"),
            .began_at = row.instant("created_at"),
            .seen_at = row.instant("seen_at"),
            .role = row.one_of<Role>("role"),
            .organisation_name = row.text("organisation_name"),
        };
    });
}

bool end_sign_in_of(Transaction& tx, UserId user, std::string_view token_hash)
{
    return tx.run(sql::end_sign_in_of, {{"user", user}, {"token_hash", token_hash}}) > 0;
}

std::int64_t end_other_sign_ins(Transaction& tx, UserId user, std::optional<std::string_view> own_token)
{
    const std::string but = own_token ? access::token_hash(*own_token) : std::string{};
    return tx.run(sql::end_sign_ins_but, {{"user", user}, {"but", but}});
}

Id note_attempt(Transaction& tx, std::string_view email, const CameFrom& from, bool has_succeeded, AttemptKind kind)
{
    const auto id = Id::make(tx.now());
    tx.run(sql::insert_attempt, {{"id", id},
                                 {"email", lower_ascii(trimmed(email))},
                                 {"from_address", from.address},
                                 {"succeeded", has_succeeded},
                                 {"kind", kind},
                                 {"browser", known_browser(tx, email, from.browser)}});
    return id;
}

void mark_right(Transaction& tx, Id attempt, AttemptKind kind)
{
    tx.run(sql::mark_attempt, {{"id", attempt}, {"succeeded", kind != AttemptKind::right_so_far}, {"kind", kind}});
}

FailedTries failed_tries(Transaction& tx, std::string_view email, const CameFrom& from)
{
    const auto browser = known_browser(tx, email, from.browser);
    const Bindings bindings{{"email", lower_ascii(trimmed(email))}, {"from_address", from.address}, {"browser", browser}, {"since", tx.now() - tries_count_for}};
    auto found = tx.maybe_one(sql::recent_failures, bindings, [](const Row& row) {
        return FailedTries{
            .of_account = row.number("of_account"),
            .of_address = row.number("of_address"),
            .codes_of_account = row.number("codes_of_account"),
            .last_of_account = row.maybe_instant("last_of_account"),
            .last_of_address = row.maybe_instant("last_of_address"),
        };
    }).value_or(FailedTries{});
    if (!browser.empty()) found.of_address = 0;
    return found;
}

std::string know_browser(Transaction& tx, UserId user, std::string_view token)
{
    const auto is_ours = [&](std::string_view shown) {
        const Bindings bindings{{"token_hash", access::token_hash(shown)}, {"since", tx.now() - browser_is_known_for}};
        return tx.maybe_one(sql::is_anybodys_browser, bindings, [](const Row& row) { return row.id<UserId>("user_id"); }).has_value();
    };
    auto kept = !token.empty() && is_ours(token) ? std::string{token} : access::make_token();
    tx.run(sql::note_known_browser, {{"token_hash", access::token_hash(kept)}, {"user", user}});
    return kept;
}

}  // namespace waymark::people
