#include "people/store/law_choices.hpp"

#include <algorithm>
#include <charconv>

#include "people/store/law_choices.sql.hpp"
#include "people/store/organisations.hpp"

namespace waymark::people {
namespace {

std::optional<int> value_written(std::string_view text)
{
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

}  // namespace

const LawNumber* number_in_force(std::string_view name, Date day)
{
    const LawNumber* found = nullptr;
    for (const auto& number : law_numbers()) {
        if (number.name != name) continue;
        const bool is_earlier = found && number.valid.from < found->valid.from;
        const bool found_has_begun = found && found->valid.from <= day;
        if (!found || (found_has_begun ? !is_earlier && number.valid.from <= day : is_earlier)) found = &number;
    }
    return found;
}

Law law_for(Transaction& tx, Date day)
{
    Law law = law_on(day);
    // In the order of their days, so a later choice takes the place of an earlier one, and an empty one gives the default back.
    tx.each(sql::law_choices_until, {{"day", day}}, [&](const Row& row) {
        const auto* number = number_in_force(row.view("name"), day);
        if (!number || number->basis != LawBasis::local) return;
        const int value = value_written(row.view("value")).value_or(number->value);
        if (auto chosen = with_local_choice(law, number->name, value)) law = *chosen;
    });
    return law;
}

Law law_for(Context& context, Date day)
{
    return context.read([&](Transaction& tx) { return law_for(tx, day); });
}

std::vector<LawChoice> law_choices(Transaction& tx)
{
    std::vector<LawChoice> choices;
    tx.each(sql::law_choices, {}, [&](const Row& row) {
        const auto name = row.view("name");
        if (std::ranges::find(law_numbers(), name, &LawNumber::name) == law_numbers().end()) return;
        choices.push_back({.name = std::string{name}, .value = value_written(row.view("value")), .from = row.date("from_day")});
    });
    return choices;
}

LawBook::LawBook(Transaction& tx)
{
    const auto choices = law_choices(tx);
    for (const auto& number : law_numbers()) from_[number.valid.from];
    for (const auto& choice : choices) from_[choice.from];
    for (auto& [day, law] : from_) {
        law = law_on(day);
        for (const auto& number : law_numbers()) {
            const auto* chosen = choice_in_force(choices, number.name, day);
            if (!chosen || number_in_force(number.name, day)->basis != LawBasis::local) continue;
            if (auto changed = with_local_choice(law, number.name, *chosen->value)) law = *changed;
        }
    }
}

const Law& LawBook::on(Date day) const
{
    const auto after = from_.upper_bound(day);
    return after == from_.begin() ? after->second : std::prev(after)->second;
}

const LawChoice* choice_in_force(std::span<const LawChoice> choices, std::string_view name, Date day)
{
    const LawChoice* found = nullptr;
    for (const auto& choice : choices)
        if (choice.name == name && choice.from <= day && (!found || found->from < choice.from)) found = &choice;
    return found && found->value ? found : nullptr;
}

void keep_law_choice(Transaction& tx, const LawChoice& choice)
{
    set_authority_setting(tx, choice.name, choice.value ? std::to_string(*choice.value) : std::string{}, choice.from);
}

}  // namespace waymark::people
