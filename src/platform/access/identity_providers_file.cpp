// The file of providers. It holds secrets, so it is its owner's alone, as the key file is.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <sys/stat.h>

#include "foundation/text.hpp"
#include "platform/access/identity_providers.hpp"

namespace waymark::access {
namespace {

[[noreturn]] void stop(const std::filesystem::path& file, const std::string& why) { throw std::runtime_error{"The file " + file.string() + " " + why}; }

std::string bytes_of(const std::filesystem::path& file)
{
    struct stat about {};
    if (::stat(file.c_str(), &about) != 0) stop(file, "of --identity-providers cannot be read.");
    if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0) stop(file, "holds secrets and can be read by others. Give it to its owner alone: chmod 600.");
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

bool is_id(std::string_view id)
{
    return !id.empty() && id.size() <= 40 && std::ranges::all_of(id, [](char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-'; });
}

/// Reads one provider field by field, and says which one is wrong.
class Reader {
public:
    Reader(const std::filesystem::path& file, const Json& entry) : file_{file}, entry_{entry}
    {
        if (!entry.is_object()) stop(file, "must list providers as objects, each with id, name, issuer, client_id and client_secret.");
    }
    std::string text(const char* name) const
    {
        const auto found = entry_.find(name);
        if (found == entry_.end() || !found->is_string() || found->get<std::string>().empty()) stop(file_, std::string{"lacks the text “"} + name + "” for a provider.");
        return found->get<std::string>();
    }
    bool truth(const char* name) const
    {
        const auto found = entry_.find(name);
        if (found == entry_.end()) return false;
        if (!found->is_boolean()) stop(file_, std::string{"must say true or false for “"} + name + "”.");
        return found->get<bool>();
    }
    std::vector<std::string> texts(const char* name, std::vector<std::string> otherwise) const
    {
        const auto found = entry_.find(name);
        if (found == entry_.end()) return otherwise;
        if (!found->is_array() || !std::ranges::all_of(*found, [](const Json& one) { return one.is_string(); })) stop(file_, std::string{"must list texts for “"} + name + "”.");
        return found->get<std::vector<std::string>>();
    }
    /// A name that is not known may be a misspelt one that matters.
    void knows_only(const std::set<std::string>& names) const
    {
        for (const auto& [name, value] : entry_.items())
            if (!names.contains(name)) stop(file_, "says “" + name + "” for a provider, which means nothing here.");
    }

private:
    const std::filesystem::path& file_;
    const Json& entry_;
};

IdentityProvider read_provider(const std::filesystem::path& file, const Json& entry)
{
    const Reader read{file, entry};
    read.knows_only({"id", "name", "issuer", "client_id", "client_secret", "scopes", "names_by_tenant", "trusts_emails", "second_step_always", "second_step_methods"});
    IdentityProvider provider{.id = read.text("id"), .name = read.text("name"), .issuer = read.text("issuer"), .client_id = read.text("client_id"),
                              .client_secret = read.text("client_secret")};
    provider.scopes = read.texts("scopes", provider.scopes);
    provider.names_by_tenant = read.truth("names_by_tenant");
    provider.trusts_emails = read.truth("trusts_emails");
    provider.second_step_always = read.truth("second_step_always");
    provider.second_step_methods = read.texts("second_step_methods", {});
    if (!is_id(provider.id)) stop(file, "has an id that is not made of small letters, digits and hyphens: “" + provider.id + "”.");
    if (!may_fetch(provider.issuer)) stop(file, "has an issuer that is no https address: “" + provider.issuer + "”. http is taken on this machine only.");
    if (std::ranges::find(provider.scopes, "openid") == provider.scopes.end()) stop(file, "must have “openid” among the scopes of “" + provider.id + "”.");
    return provider;
}

}  // namespace

std::vector<IdentityProvider> identity_providers_from_file(const std::filesystem::path& file)
{
    const Json list = read_json(bytes_of(file));
    if (!list.is_array() || list.empty()) stop(file, "must hold a JSON list of providers.");
    std::vector<IdentityProvider> providers;
    for (const auto& entry : list) {
        providers.push_back(read_provider(file, entry));
        if (std::ranges::count(providers, providers.back().id, &IdentityProvider::id) > 1) stop(file, "names the provider “" + providers.back().id + "” twice.");
    }
    return providers;
}

}  // namespace waymark::access
