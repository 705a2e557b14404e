// A case put to a rule: its dates, numbers and calendars read by name, with words for all that is wrong in them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/enum_text.hpp"
#include "foundation/result.hpp"
#include "law/rules/value.hpp"
#include "vocabulary/law.hpp"
#include "vocabulary/school_calendar.hpp"
#include "vocabulary/session.hpp"

namespace waymark::law {

/// What may stand under a name of a case or an answer.
///
/// day        "2026-11-23"
/// calendar   {"name": "Northgate Academy", "terms": [["2026-09-01", "2026-10-23"], …], "closures": ["2026-11-20", …]}; a calendar
///            that is left out knows nothing, and what it does not know is never guessed
/// settings   {"NAME": whole number, …}: the authority's own choices among the local numbers
/// sessions   ["mon am", "mon pm", …]
/// cases      a list of records, each with the fields named under `of`
enum class FieldKind { day, days, whole, wholes, flag, text, texts, choice, calendar, settings, sessions, cases };

/// One input or output of a rule: its name, what it holds, and what it means, with its unit.
struct Field {
    std::string_view name;
    FieldKind kind = FieldKind::text;
    std::string_view words;                     // "first school day of the exclusion"
    bool optional = false;                      // may be left out of a case; may be missing from an answer
    std::vector<std::string_view> choices = {}; // of a choice
    std::vector<Field> of = {};                 // of cases
};

inline constexpr bool may_be_left_out = true;

/// Fields that many rules share.
[[nodiscard]] Field calendar_field(std::string_view words = "terms and closures of the school whose days are counted");
[[nodiscard]] Field settings_field();
[[nodiscard]] Field working_field();

/// The values of an enum as the choices of a field.
template <class E>
[[nodiscard]] std::vector<std::string_view> choices_of()
{
    return {enum_names<E>.begin(), enum_names<E>.end()};
}

/// Values of an enum as texts of an answer.
template <class E>
[[nodiscard]] Value texts_of(const std::vector<E>& found)
{
    Value::List texts;
    for (const E one : found) texts.emplace_back(enum_text(one));
    return texts;
}

/// How a message about one of several records begins: "Record 2 of “children”: ".
[[nodiscard]] std::string record_words(std::string_view list, std::size_t number);

/// Reads a case by name and remembers all that is wrong with it. What could not be read is empty, so ask `result` before using
/// any of it: `TRY(given.result());`
class Case {
public:
    explicit Case(const Value& given) : given_{&given} {}
    /// One record of a list within a case: the second of “children” is ("children", 2).
    Case(const Value& given, std::string_view list, std::size_t number) : given_{&given}, list_{list}, number_{number} {}

    [[nodiscard]] Date day(std::string_view name);
    [[nodiscard]] std::optional<Date> day_if_any(std::string_view name);
    [[nodiscard]] std::vector<Date> days(std::string_view name);             // none when left out
    [[nodiscard]] int whole(std::string_view name, int least, int most);
    [[nodiscard]] std::optional<int> whole_if_any(std::string_view name, int least, int most);
    [[nodiscard]] std::int64_t pence(std::string_view name);                 // 0 to a million million
    [[nodiscard]] bool flag(std::string_view name);                          // false when left out
    [[nodiscard]] std::string text(std::string_view name);
    [[nodiscard]] std::string text_if_any(std::string_view name);
    [[nodiscard]] std::vector<std::string> texts(std::string_view name);     // none when left out
    /// Which of the choices it is, by its place in them; 0 when it is none of them.
    [[nodiscard]] std::size_t choice(std::string_view name, std::span<const std::string_view> choices);
    template <class E>
    [[nodiscard]] E one_of(std::string_view name)
    {
        return static_cast<E>(choice(name, enum_names<E>));
    }
    template <class E>
    [[nodiscard]] E one_of(std::string_view name, E when_left_out)
    {
        return text_if_any(name).empty() ? when_left_out : one_of<E>(name);
    }
    [[nodiscard]] Session session(std::string_view name);                    // "am" or "pm"; am when left out
    [[nodiscard]] std::vector<WeekdaySession> sessions(std::string_view name);
    [[nodiscard]] SchoolCalendar calendar(std::string_view name = "calendar");
    /// The calendar's own name for the working, "the school" when it has none.
    [[nodiscard]] std::string calendar_name(std::string_view name = "calendar") const;
    /// The numbers in force that day, with the authority's own choices under "settings" in them.
    [[nodiscard]] Law law(Date day);
    /// The records under that name, each a case of its own; none when left out. Their problems are asked of them one by one.
    [[nodiscard]] std::vector<Case> cases(std::string_view name);

    /// Takes over what is wrong with a case within this one, saying in which record; its field is then "children-2-born".
    void append(const Case& inner);
    /// Says that what stands there cannot be: "“sessions” must be …".
    void wrong(std::string_view name, std::string_view wanted);
    [[nodiscard]] Result<void> result() const { return problems_.as_result(); }

private:
    [[nodiscard]] const Value* value(std::string_view name, bool needed);

    const Value* given_;
    std::string list_;          // the list it is a record of; empty: a whole case
    std::size_t number_ = 0;    // from 1
    Problems problems_;
};

}  // namespace waymark::law
