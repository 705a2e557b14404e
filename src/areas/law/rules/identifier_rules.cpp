// R48 to R49: numbers of children, schools and providers.
#include "law/rules/groups.hpp"
#include "vocabulary/check_digits.hpp"
#include "vocabulary/other_numbers.hpp"
#include "vocabulary/postcode.hpp"
#include "vocabulary/register_numbers.hpp"
#include "vocabulary/upn.hpp"

namespace waymark::law {
namespace {

using enum FieldKind;

/// What was read, or what is wrong with it: a number that is no number is an answer here, not a failure.
template <class T>
Value::Record judged(const Result<T>& read, auto&& parts)
{
    if (!read) return {{"is_valid", false}, {"problem", std::string{read.error().code()}}, {"message", read.error().front().message}};
    Value::List list;
    for (const std::string_view part : parts(*read)) list.emplace_back(part);
    return {{"is_valid", true}, {"parts", std::move(list)}};
}

using Parts = std::vector<std::string_view>;

Answer answer_upn(Case& given)
{
    const auto typed = given.text("upn");
    TRY(given.result());
    const auto read = Upn::parse(typed);
    auto answer = judged(read, [](const Upn& upn) {
        const std::string_view text = upn.text();
        return Parts{text.substr(0, 1), text.substr(1, 3), text.substr(4, 4), text.substr(8, 2), text.substr(10, 3)};
    });
    if (read) answer.emplace_back("is_temporary", read->is_temporary());
    return answer;
}

Answer answer_upn_check_letter(Case& given)
{
    const auto rest = given.text("rest");
    TRY(given.result());
    const auto letter = upn_check_letter(rest);
    if (!letter) return invalid("upn.letters", "After its check letter a UPN has 12 digits; the last may be a letter, but not I, O or S.", "rest");
    return Value::Record{{"letter", std::string(1, *letter)}};
}

Answer answer_with_new_upn(Case& given)
{
    const auto current = given.text("current"), former = given.text_if_any("former"), found = given.text("found");
    TRY(given.result());
    const Upn known = TRY(Upn::parse(current)), other = TRY(Upn::parse(found));
    const auto numbers = TRY(with_new_upn({.current = known, .former = former}, other));
    Value::List former_numbers;
    if (!numbers.former.empty()) former_numbers.emplace_back(numbers.former);
    return Value::Record{{"current", Value::List{numbers.current.text()}}, {"former", std::move(former_numbers)}};
}

Answer answer_uln(Case& given)
{
    const auto typed = given.text("uln");
    TRY(given.result());
    return judged(Uln::parse(typed), [](const Uln& uln) { return Parts{uln.text()}; });
}

Answer answer_uln_check_digit(Case& given)
{
    const auto nine = given.text("first_nine");
    TRY(given.result());
    const auto digit = uln_check_digit(nine);
    Value::Record answer{{"is_issued", digit.has_value()}};
    if (digit) answer.emplace_back("digit", *digit);
    return answer;
}

Answer answer_urn(Case& given)
{
    const auto typed = given.text("urn");
    TRY(given.result());
    return judged(Urn::parse(typed), [](const Urn& urn) { return Parts{urn.text()}; });
}

Answer answer_ukprn(Case& given)
{
    const auto typed = given.text("ukprn");
    TRY(given.result());
    return judged(Ukprn::parse(typed), [](const Ukprn& ukprn) { return Parts{ukprn.text()}; });
}

Answer answer_dfe_number(Case& given)
{
    const auto typed = given.text("dfe_number");
    TRY(given.result());
    return judged(DfeNumber::parse(typed), [](const DfeNumber& number) { return Parts{number.authority(), number.establishment()}; });
}

Answer answer_authority_code(Case& given)
{
    const auto typed = given.text("authority_code");
    TRY(given.result());
    return judged(AuthorityCode::parse(typed), [](const AuthorityCode& code) { return Parts{code.text()}; });
}

Answer answer_nhs_number(Case& given)
{
    const auto typed = given.text("nhs_number");
    TRY(given.result());
    return judged(NhsNumber::parse(typed), [](const NhsNumber& number) { return Parts{number.text()}; });
}

Answer answer_postcode(Case& given)
{
    const auto typed = given.text("postcode");
    TRY(given.result());
    return judged(Postcode::parse(typed), [](const Postcode& postcode) {
        return Parts{postcode.outward(), std::string_view{postcode.text()}.substr(postcode.outward().size() + 1)};
    });
}

/// A number as typed in, whether it is one out, with its parts or what is wrong with it.
RuleFunction number_function(std::string_view name, std::string_view rule, std::string_view question, std::string_view typed, std::string_view parts,
                             std::vector<std::string_view> problems, Result<Value::Record> (*answer)(Case&))
{
    return {name, rule, question, {{name, text, typed}},
            {{"is_valid", flag, "whether it can be such a number; that it was ever given to anybody is another matter"},
             {"parts", texts, parts, may_be_left_out},
             {"problem", choice, "what is wrong, when it is not valid", may_be_left_out, std::move(problems)},
             {"message", text, "the same in words", may_be_left_out}},
            answer};
}

std::vector<std::string_view> upn_letters()
{
    std::vector<std::string_view> letters;
    for (std::size_t at = 0; at < upn_alphabet.size(); ++at) letters.push_back(upn_alphabet.substr(at, 1));
    return letters;
}

}  // namespace

std::vector<RuleFunction> identifier_rules()
{
    auto upn = number_function("upn", "R48", "Is this a unique pupil number?", "as typed; spaces and small letters are put right",
                               "check letter, authority, establishment, year, serial", {"upn.length", "upn.letters", "upn.check"}, answer_upn);
    upn.outputs.push_back({"is_temporary", flag, "ends in a letter; when it is valid", may_be_left_out});
    return {
        upn,
        {"upn_check_letter", "R48", "Which letter does a UPN with this rest begin with?",
         {{"rest", text, "characters 2 to 13: digits, the last perhaps a capital letter"}},
         {{"letter", choice, "the check letter", false, upn_letters()}}, answer_upn_check_letter},
        {"with_new_upn", "R48", "Which number is a child’s own and which its former one, once another is found?",
         {{"current", text, "the child’s UPN so far"}, {"former", text, "the one before it", may_be_left_out}, {"found", text, "the other UPN"}},
         {{"current", texts, "the one number in use"}, {"former", texts, "the number it took over from, in a list; empty when there is none"}},
         answer_with_new_upn},
        number_function("uln", "R49", "Is this a unique learner number?", "as typed; spaces are left out", "the ten digits", {"uln.invalid", "uln.dummy"},
                        answer_uln),
        {"uln_check_digit", "R49", "Which digit does a ULN with these first nine end in?", {{"first_nine", text, "nine digits"}},
         {{"is_issued", flag, "whether any ULN begins with these"}, {"digit", whole, "the tenth digit", may_be_left_out}}, answer_uln_check_digit},
        number_function("urn", "R49", "Can this be a URN?", "as typed; spaces are left out", "the six digits", {"urn.invalid"}, answer_urn),
        number_function("ukprn", "R49", "Can this be a UKPRN?", "as typed; spaces are left out", "the eight digits", {"ukprn.invalid"}, answer_ukprn),
        number_function("dfe_number", "R49", "Can this be a DfE number (LAESTAB)?", "as typed: 3734000, 373/4000, 373-4000 or 373 4000",
                        "authority, establishment", {"dfe_number.invalid"}, answer_dfe_number),
        number_function("authority_code", "R49", "Can this be a local authority’s code of the DfE?", "as typed; spaces are left out", "the three digits",
                        {"authority_code.invalid"}, answer_authority_code),
        number_function("nhs_number", "R49", "Is this an NHS number?", "as typed; spaces are left out", "the ten digits", {"nhs_number.invalid"},
                        answer_nhs_number),
        number_function("postcode", "R49", "Can this be a postcode?", "as typed, in any case and spacing", "the part before the space, the part after it",
                        {"postcode.invalid"}, answer_postcode),
    };
}

}  // namespace waymark::law
