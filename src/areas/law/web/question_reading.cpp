// From what was typed into a question's form to the case that is put to the rule.
#include <charconv>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "law/web/question_form.hpp"

namespace waymark::law {
namespace {

std::optional<std::int64_t> whole_typed(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

std::vector<std::string> lines_typed(std::string_view text)
{
    std::vector<std::string> lines;
    for (const auto line : split(text, '\n'))
        if (const auto words = trimmed(line); !words.empty()) lines.emplace_back(words);
    return lines;
}

/// "1 Sep 2026 to 23 Oct 2026", also with a dash between them.
std::optional<std::pair<Date, Date>> term_typed(std::string_view line)
{
    for (const std::string_view between : {" to ", " – ", " - ", "–"}) {
        const auto at = line.find(between);
        if (at == std::string_view::npos) continue;
        const auto from = parse_date(trimmed(line.substr(0, at))), to = parse_date(trimmed(line.substr(at + between.size())));
        if (from && to) return std::pair{*from, *to};
    }
    return std::nullopt;
}

class QuestionReader {
public:
    using CalendarOfId = std::function<std::optional<Value>(std::string_view)>;
    QuestionReader(const Form& form, const CalendarOfId& calendar_of) : form_{form}, calendar_of_{calendar_of} {}

    /// All fields that were filled in; a problem for each that is needed and empty.
    Value::Record record(const std::vector<Field>& fields, const std::string& prefix)
    {
        Value::Record read;
        for (const auto& field : fields) {
            const std::string name = prefix + std::string{field.name};
            const auto before = problems_.size();
            if (auto one = value(field, name)) read.emplace_back(field.name, *std::move(one));
            else if (!field.optional && is_needed(field.kind) && problems_.size() == before)
                wrong(name, fmt::format("{} “{}”.", field.kind == FieldKind::choice ? "Choose" : "Enter", label_of(field)));
        }
        return read;
    }
    Problems problems() { return std::move(problems_); }

private:
    /// Lists, ticks and calendars may be empty: that says something.
    static bool is_needed(FieldKind kind)
    {
        return kind == FieldKind::day || kind == FieldKind::whole || kind == FieldKind::text || kind == FieldKind::choice;
    }

    std::optional<Value> value(const Field& field, const std::string& name)
    {
        const std::string typed{trimmed(form_.value(name))};
        switch (field.kind) {
        case FieldKind::day: return day(field, name);
        case FieldKind::whole: return whole(field, name, typed);
        case FieldKind::flag: return typed.empty() ? std::nullopt : std::optional<Value>{true};
        case FieldKind::text:
        case FieldKind::choice: return typed.empty() ? std::nullopt : std::optional<Value>{typed};
        case FieldKind::days: return days(name);
        case FieldKind::wholes: return wholes(name);
        case FieldKind::texts: return texts(name);
        case FieldKind::settings: return settings(name);
        case FieldKind::sessions: return sessions(name);
        case FieldKind::calendar: return calendar(name, typed);
        case FieldKind::cases: return cases(field, name);
        }
        return std::nullopt;
    }

    std::optional<Value> day(const Field& field, const std::string& name)
    {
        FormReader read{form_};
        const auto day = read.date_if_any(name, "“" + label_of(field) + "”");
        problems_.append(read.problems());
        return day ? std::optional<Value>{*day} : std::nullopt;
    }

    std::optional<Value> whole(const Field& field, const std::string& name, const std::string& typed)
    {
        if (typed.empty()) return std::nullopt;
        if (const auto number = whole_typed(typed)) return Value{*number};
        return wrong(name, fmt::format("“{}” must be a whole number.", label_of(field)));
    }

    std::optional<Value> days(const std::string& name)
    {
        return list_of(name, [](const std::string& line) -> std::optional<Value> {
            const auto day = parse_date(line);
            return day ? std::optional<Value>{*day} : std::nullopt;
        }, "a day, for example 23 11 2026");
    }

    std::optional<Value> wholes(const std::string& name)
    {
        return list_of(name, [](const std::string& line) -> std::optional<Value> {
            const auto number = whole_typed(line);
            return number ? std::optional<Value>{*number} : std::nullopt;
        }, "a whole number");
    }

    std::optional<Value> texts(const std::string& name)
    {
        return list_of(name, [](const std::string& line) { return std::optional<Value>{line}; }, "text");
    }

    /// One value a line; nothing when all lines are empty.
    template <class F>
    std::optional<Value> list_of(const std::string& name, F&& read, std::string_view wanted)
    {
        Value::List list;
        int number = 0;
        for (const auto& line : lines_typed(form_.value(name))) {
            ++number;
            if (auto one = read(line)) list.push_back(*std::move(one));
            else return wrong(name, fmt::format("Line {}, “{}”, must be {}.", number, line, wanted));
        }
        return list.empty() ? std::nullopt : std::optional<Value>{std::move(list)};
    }

    std::optional<Value> settings(const std::string& name)
    {
        Value::Record chosen;
        for (const auto& line : lines_typed(form_.value(name))) {
            const auto mark = line.find('=');
            const auto number = mark == std::string::npos ? std::nullopt : whole_typed(trimmed(std::string_view{line}.substr(mark + 1)));
            if (!number) return wrong(name, fmt::format("“{}” must be a name and a whole number, for example reporting_minute=570.", line));
            chosen.emplace_back(trimmed(std::string_view{line}.substr(0, mark)), *number);
        }
        return chosen.empty() ? std::nullopt : std::optional<Value>{std::move(chosen)};
    }

    std::optional<Value> sessions(const std::string& name) const
    {
        Value::List list;
        for (const auto& chosen : form_.all(name))
            if (!chosen.empty()) list.emplace_back(chosen);
        return list.empty() ? std::nullopt : std::optional<Value>{std::move(list)};
    }

    std::optional<Value> calendar(const std::string& name, const std::string& chosen)
    {
        const auto terms = lines_typed(form_.value(name + "-terms")), closures = lines_typed(form_.value(name + "-closures"));
        if (terms.empty() && closures.empty()) {
            if (chosen.empty()) return std::nullopt;
            auto known = calendar_of_(chosen);
            if (!known) return wrong(name, "Choose a calendar from the list.");
            return known;
        }
        Value::List half_terms, closed;
        for (std::size_t line = 0; line < terms.size(); ++line) {
            const auto term = term_typed(terms[line]);
            if (!term) return wrong(name + "-terms", fmt::format("Line {}, “{}”, must be a term, for example 1 Sep 2026 to 23 Oct 2026.", line + 1, terms[line]));
            half_terms.emplace_back(Value::List{term->first, term->second});
        }
        if (half_terms.empty()) return wrong(name + "-terms", "Enter the terms that these closed days lie in.");
        for (std::size_t line = 0; line < closures.size(); ++line) {
            const auto day = parse_date(closures[line]);
            if (!day) return wrong(name + "-closures", fmt::format("Line {}, “{}”, must be a day, for example 20 Nov 2026.", line + 1, closures[line]));
            closed.emplace_back(*day);
        }
        return Value{Value::Record{{"name", "the calendar as typed"}, {"terms", std::move(half_terms)}, {"closures", std::move(closed)}}};
    }

    std::optional<Value> cases(const Field& field, const std::string& name)
    {
        Value::List list;
        for (int number = 1; number <= groups_most; ++number) {
            const auto prefix = fmt::format("{}-{}-", name, number);
            bool filled = false;
            for (const auto& [key, typed] : form_.values) filled = filled || (key.starts_with(prefix) && !trimmed(typed).empty());
            if (filled) list.emplace_back(record(field.of, prefix));
        }
        return list.empty() ? std::nullopt : std::optional<Value>{std::move(list)};
    }

    std::nullopt_t wrong(const std::string& name, std::string message)
    {
        problems_.add_invalid("form." + name, std::move(message), name);
        return std::nullopt;
    }

    const Form& form_;
    const CalendarOfId& calendar_of_;
    Problems problems_;
};

}  // namespace

TypedCase read_question(const RuleFunction& rule, const Form& form, const std::function<std::optional<Value>(std::string_view id)>& calendar_of)
{
    QuestionReader reader{form, calendar_of};
    auto given = reader.record(rule.inputs, {});
    return {std::move(given), reader.problems()};
}

}  // namespace waymark::law
