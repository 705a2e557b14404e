// Time, text and one list of roles.
#include "people/rules/second_step.hpp"

#include <algorithm>
#include <ranges>

#include "foundation/enum_text.hpp"
#include "foundation/text.hpp"

namespace waymark::people {
namespace {

bool is_letter_or_digit(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
}

/// As RFC 3986 wants it in a path and a query.
std::string escaped(std::string_view text)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char letter : text) {
        if (is_letter_or_digit(letter) || letter == '-' || letter == '.' || letter == '_' || letter == '~') {
            out += letter;
            continue;
        }
        const auto byte = static_cast<unsigned char>(letter);
        out += {'%', hex[byte >> 4U], hex[byte & 15U]};
    }
    return out;
}

}  // namespace

std::vector<std::int64_t> steps_taken(Instant now, std::optional<std::int64_t> last_used)
{
    const std::int64_t step = std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()) / code_lasts;
    std::vector<std::int64_t> taken;
    for (const std::int64_t each : {step - 1, step, step + 1})
        if (each >= 0 && (!last_used || each > *last_used)) taken.push_back(each);
    return taken;
}

std::string code_as_typed(std::string_view typed)
{
    std::string code;
    for (const char letter : typed) {
        if (letter == ' ' || letter == '-' || letter == '\t') continue;
        code += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    }
    return code;
}

bool is_authenticator_code(std::string_view code)
{
    return code.size() == 6 && std::ranges::all_of(code, [](char digit) { return digit >= '0' && digit <= '9'; });
}

std::string in_groups_of_four(std::string_view text, char between)
{
    std::string grouped;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && at % 4 == 0) grouped += between;
        grouped += text[at];
    }
    return grouped;
}

std::string authenticator_address(std::string_view issuer, std::string_view account, std::string_view secret_base32)
{
    return "otpauth://totp/" + escaped(issuer) + ":" + escaped(account) + "?secret=" + std::string{secret_base32} + "&issuer=" + escaped(issuer);
}

std::vector<Role> roles_with_authenticator(const std::optional<std::string>& choice)
{
    using enum Role;
    if (!choice)
        return {commissioner, panel_clerk, panel_chair, qa_officer, finance_officer, sen_caseworker, virtual_school, director, inspector, administrator};
    std::vector<Role> roles;
    for (const auto name : split(*choice, ','))
        if (const auto role = enum_from_text<Role>(name)) roles.push_back(*role);
    return roles;
}

std::string as_choice(const std::vector<Role>& roles)
{
    std::vector<std::string> names;
    for (const Role role : roles) names.emplace_back(enum_text(role));
    return join(names, ",");
}

bool is_locked(const FailedTries& tries) { return tries.codes_of_account >= wrong_codes_most; }

}  // namespace waymark::people
