// The hash of one link, over a text that can be read only one way.
#include "platform/audit/chain_hash.hpp"

#include "platform/sha256.hpp"

namespace waymark::audit {
namespace {

void add(std::string& whole, std::string_view field)
{
    whole += std::to_string(field.size());
    whole += ':';
    whole += field;
}

void add(std::string& whole, const std::optional<std::string>& field)
{
    if (field) add(whole, std::string_view{*field});
    else whole += '-';
}

}  // namespace

std::string hash_of(const Details& details)
{
    std::string whole;
    add(whole, details.salt);
    add(whole, details.before);
    add(whole, details.after);
    add(whole, details.reason);
    return sha256_hex(whole);
}

std::string hash_of(std::string_view authority, const Link& link)
{
    std::string whole;
    add(whole, authority);
    add(whole, std::string_view{std::to_string(link.sequence)});
    add(whole, std::string_view{std::to_string(link.at.time_since_epoch().count())});
    add(whole, link.actor);
    add(whole, link.acting_as);
    add(whole, link.organisation);
    add(whole, std::string_view{link.verb});
    add(whole, std::string_view{link.entity});
    add(whole, std::string_view{link.about});
    add(whole, link.pupil);
    if (link.details_hash) {
        add(whole, link.details_hash);
    } else {
        add(whole, link.details.before);
        add(whole, link.details.after);
        add(whole, link.details.reason);
    }
    add(whole, link.from_address);
    add(whole, std::string_view{link.previous_hash});
    return sha256_hex(whole);
}

}  // namespace waymark::audit
