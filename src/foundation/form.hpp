// What somebody typed: the values of a form as they came, and what is wrong with them. Text stays text until it is read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/enum_text.hpp"
#include "foundation/id.hpp"
#include "foundation/money.hpp"
#include "foundation/result.hpp"

namespace waymark {

/// One uploaded file, whole in memory (within the server's limits).
struct UploadedFile {
    std::string field;
    std::string name;   // as the browser sent it, path parts removed
    std::string bytes;
};

struct Form {
    std::vector<std::pair<std::string, std::string>> values;  // in the order sent; a name may repeat
    std::vector<UploadedFile> files;
    Problems problems;

    /// The first value of that name, as typed; empty when it was not sent.
    [[nodiscard]] std::string_view value(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
    [[nodiscard]] bool sent(std::string_view name) const;
    [[nodiscard]] const UploadedFile* file(std::string_view field) const;

    /// The same form with these problems to show; nothing typed is lost.
    [[nodiscard]] Form with(Problems found) const;
    /// The same form with another value: how a page is prefilled with what is known.
    Form& set(std::string name, std::string value);
};

/// Turns text to types and reports all bad fields at once:
///     FormReader read{form};
///     const Date from = read.date("from", "the date the placement starts");
///     const auto purpose = read.text("purpose", "Enter the purpose of the placement");
///     TRY(read.result());
class FormReader {
public:
    explicit FormReader(const Form& form) : form_(form) {}

    /// Required text, trimmed. `message` is shown when it is empty or longer than `characters_max`.
    std::string text(std::string_view field, std::string_view message, std::size_t characters_max = 4000);
    std::string text_if_any(std::string_view field, std::size_t characters_max = 4000);

    /// A date, from one box `field` or from three: `field-day`, `field-month`, `field-year`.
    /// `what` completes "Enter …" and "… must be a real date".
    Date date(std::string_view field, std::string_view what);
    std::optional<Date> date_if_any(std::string_view field, std::string_view what);

    int whole_number(std::string_view field, std::string_view message, int least, int most);
    std::optional<int> whole_number_if_any(std::string_view field, std::string_view message, int least, int most);
    std::optional<double> decimal_if_any(std::string_view field, std::string_view message);
    Money money(std::string_view field, std::string_view message);

    /// The one chosen value of an enumeration.
    template <class E>
    E one_of(std::string_view field, std::string_view message)
    {
        if (const auto value = enum_from_text<E>(form_.value(field))) return *value;
        problem(field, message);
        return E{};
    }
    template <class E>
    std::optional<E> one_of_if_any(std::string_view field)
    {
        return enum_from_text<E>(form_.value(field));
    }
    /// The chosen values of a set of checkboxes; unknown ones are a problem. Empty is a problem only if `message` is given.
    template <class E>
    std::vector<E> several_of(std::string_view field, std::string_view message = {})
    {
        std::vector<E> chosen;
        for (const auto& typed : form_.all(field)) {
            if (const auto value = enum_from_text<E>(typed)) chosen.push_back(*value);
            else problem(field, "Choose from the list.");
        }
        if (chosen.empty() && !message.empty()) problem(field, message);
        return chosen;
    }
    template <class IdType>
    IdType id(std::string_view field, std::string_view message)
    {
        if (const auto parsed = IdType::parse(form_.value(field))) return *parsed;
        problem(field, message);
        return IdType{};
    }
    template <class IdType>
    std::optional<IdType> id_if_any(std::string_view field)
    {
        const auto parsed = IdType::parse(form_.value(field));
        return parsed ? std::optional<IdType>{*parsed} : std::nullopt;
    }
    bool checked(std::string_view field) const { return form_.sent(field); }
    /// The version of the record that the person saw (hidden field `version`); a missing one is a problem.
    int seen_version();

    /// Notes a problem with a field: code `form.<field>`.
    void problem(std::string_view field, std::string_view message);
    [[nodiscard]] const Problems& problems() const { return problems_; }
    [[nodiscard]] Result<void> result() const { return problems_.as_result(); }

private:
    const Form& form_;
    Problems problems_;
};

}  // namespace waymark
