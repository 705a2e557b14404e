#include "law/actions/choose_number.hpp"

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "law/rules/local_choice.hpp"
#include "law/rules/number_words.hpp"

namespace waymark::law {

Result<ChoiceLookedAt> look_at_choice(Transaction& tx, const ChooseNumber& choice)
{
    const auto* number = people::number_in_force(choice.name, choice.from);
    if (!number) return not_found("law.unknown_setting", "There is no number of that name.");
    const auto choices = people::law_choices(tx);
    const auto* own = people::choice_in_force(choices, choice.name, choice.from);
    ChoiceLookedAt seen{.number = number,
                        .own_before = own ? own->value : std::nullopt,
                        .before = own ? *own->value : number->value,
                        .after = choice.value.value_or(number->value),
                        .next = {}};
    for (const auto& later : choices)
        if (later.name == choice.name && later.from > choice.from && !seen.next) seen.next = later;

    const auto with_it = with_local_choice(people::law_for(tx, choice.from), choice.name, seen.after);
    Problems found = problems_with_choice(*number, seen.after, with_it ? *with_it : law_on(choice.from));
    if (choice.from < tx.today())
        found.add("law.choice_in_past", "A choice holds from today or a later day. What was done before stays judged by what held then.", "from");
    if (choice.value == seen.own_before)
        found.add("law.choice_same", "That is already so from this day on: " + number_words(*number, seen.before) + ".", "value");
    if (trimmed(choice.reason).empty()) found.add("law.reason_missing", "Say why, for those who ask later.", "reason");
    TRY(found.as_result());
    return seen;
}

Result<void> choose_number(Context& context, const ChooseNumber& choice)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto looked_at = TRY(look_at_choice(tx, choice));
        if (choice.seen && *choice.seen != looked_at.before)
            return stale("law.choice_changed", "Somebody changed this number meanwhile. Look at the change again before you confirm it.");
        people::keep_law_choice(tx, {choice.name, choice.value, choice.from});
        const auto written = [](std::optional<int> own) { return own ? std::to_string(*own) : std::string{"null"}; };
        return tx.record({.verb = "number_chosen",
                          .entity = "authority_setting",
                          .about = Id::make(tx.now()),  // settings have names, not ids
                          .pupil = {},
                          .before = fmt::format(R"({{"{}":{}}})", choice.name, written(looked_at.own_before)),
                          .after = fmt::format(R"({{"{}":{},"from":"{}"}})", choice.name, written(choice.value), iso(choice.from)),
                          .reason = choice.reason});
    });
}

}  // namespace waymark::law
