// Wording that script fills in, as data-i18n attributes.
#include "ui/plurals.hpp"

namespace waymark::ui {
namespace {

std::string name_of(std::string_view key)
{
    return std::string{"data-i18n."}.append(key);
}

}  // namespace

void add_wording(Attributes& attributes, std::string_view key, std::string_view message)
{
    if (!message.empty()) attributes.push_back({name_of(key), std::string{message}});
}

void add_wording(Attributes& attributes, std::string_view key, const Plurals& messages)
{
    for (const auto& [rule, message] : messages) attributes.push_back({name_of(key) + "." + rule, message});
}

}  // namespace waymark::ui
