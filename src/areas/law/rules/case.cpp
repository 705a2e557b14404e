#include "law/rules/case.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace waymark::law {
namespace {

constexpr std::string_view calendar_shape =
    "a calendar: {\"terms\": [[first day, last day], …], \"closures\": [day, …]}, each day like \"2026-11-23\"";
constexpr std::string_view session_shape = "a list of weekday sessions, for example [\"mon am\", \"mon pm\"]";

std::optional<Date> day_of(const Value& value)
{
    if (const auto* text = value.text())
        if (const auto read = parse_iso_date(*text)) return *read;
    return std::nullopt;
}

std::optional<WeekdaySession> weekday_session_of(const Value& value)
{
    constexpr std::array<std::string_view, 5> days{"mon", "tue", "wed", "thu", "fri"};
    const auto* text = value.text();
    if (!text || text->size() != 6 || (*text)[3] != ' ') return std::nullopt;
    const auto found = std::ranges::find(days, text->substr(0, 3));
    const auto half = text->substr(4);
    if (found == days.end() || (half != "am" && half != "pm")) return std::nullopt;
    return WeekdaySession{static_cast<Weekday>(found - days.begin()), half == "am" ? Session::am : Session::pm};
}

}  // namespace

Field calendar_field(std::string_view words) { return {"calendar", FieldKind::calendar, words, may_be_left_out}; }
Field settings_field() { return {"settings", FieldKind::settings, "the authority’s own choices among the local numbers", may_be_left_out}; }
Field working_field() { return {"working", FieldKind::text, "how it was counted, in words"}; }

const Value* Case::value(std::string_view name, bool needed)
{
    const auto* found = given_->find(name);
    if (!found && needed) problems_.add_invalid("rule.input_missing", fmt::format("“{}” is missing.", name), std::string{name});
    return found;
}

std::string record_words(std::string_view list, std::size_t number) { return fmt::format("Record {} of “{}”: ", number, list); }

void Case::wrong(std::string_view name, std::string_view wanted)
{
    problems_.add_invalid("rule.input_wrong", fmt::format("“{}” must be {}.", name, wanted), std::string{name});
}

Date Case::day(std::string_view name)
{
    if (!value(name, true)) return {};
    return day_if_any(name).value_or(Date{});
}

std::optional<Date> Case::day_if_any(std::string_view name)
{
    const auto* given = value(name, false);
    if (!given) return std::nullopt;
    const auto read = day_of(*given);
    if (!read) wrong(name, "a day, for example \"2026-11-23\"");
    return read;
}

std::vector<Date> Case::days(std::string_view name)
{
    std::vector<Date> days;
    const auto* given = value(name, false);
    if (!given) return days;
    if (const auto* list = given->list()) {
        for (const auto& one : *list)
            if (const auto read = day_of(one)) days.push_back(*read);
        if (days.size() == list->size()) return days;
    }
    wrong(name, "a list of days, for example [\"2026-11-23\"]");
    return {};
}

int Case::whole(std::string_view name, int least, int most)
{
    if (!value(name, true)) return least;
    return whole_if_any(name, least, most).value_or(least);
}

std::optional<int> Case::whole_if_any(std::string_view name, int least, int most)
{
    const auto* given = value(name, false);
    if (!given) return std::nullopt;
    if (const auto* number = given->whole(); number && *number >= least && *number <= most) return static_cast<int>(*number);
    wrong(name, fmt::format("a whole number from {} to {}", least, most));
    return std::nullopt;
}

std::int64_t Case::pence(std::string_view name)
{
    constexpr std::int64_t most = 1'000'000'000'000;
    const auto* given = value(name, true);
    if (!given) return 0;
    if (const auto* number = given->whole(); number && *number >= 0 && *number <= most) return *number;
    wrong(name, "whole pence, 0 or more");
    return 0;
}

bool Case::flag(std::string_view name)
{
    const auto* given = value(name, false);
    if (!given) return false;
    if (const auto* flag = given->flag()) return *flag;
    wrong(name, "true or false");
    return false;
}

std::string Case::text(std::string_view name)
{
    return value(name, true) ? text_if_any(name) : std::string{};
}

std::string Case::text_if_any(std::string_view name)
{
    const auto* given = value(name, false);
    if (!given) return {};
    if (const auto* text = given->text()) return *text;
    wrong(name, "text");
    return {};
}

std::vector<std::string> Case::texts(std::string_view name)
{
    std::vector<std::string> texts;
    const auto* given = value(name, false);
    if (!given) return texts;
    if (const auto* list = given->list()) {
        for (const auto& one : *list)
            if (const auto* text = one.text()) texts.push_back(*text);
        if (texts.size() == list->size()) return texts;
    }
    wrong(name, "a list of texts");
    return {};
}

std::size_t Case::choice(std::string_view name, std::span<const std::string_view> choices)
{
    const auto* given = value(name, true);
    if (!given) return 0;
    if (const auto* text = given->text())
        if (const auto found = std::ranges::find(choices, *text); found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
    wrong(name, fmt::format("one of: {}", fmt::join(choices, ", ")));
    return 0;
}

Session Case::session(std::string_view name)
{
    const auto text = text_if_any(name);
    if (!text.empty() && text != "am" && text != "pm") wrong(name, "\"am\" or \"pm\"");
    return text == "pm" ? Session::pm : Session::am;
}

std::vector<WeekdaySession> Case::sessions(std::string_view name)
{
    std::vector<WeekdaySession> sessions;
    const auto* given = value(name, false);
    if (!given) return sessions;
    if (const auto* list = given->list()) {
        for (const auto& one : *list)
            if (const auto read = weekday_session_of(one)) sessions.push_back(*read);
        if (sessions.size() == list->size()) return sessions;
    }
    wrong(name, session_shape);
    return {};
}

SchoolCalendar Case::calendar(std::string_view name)
{
    const auto* given = value(name, false);
    if (!given) return {};
    const auto* terms = given->find("terms");
    const auto* closures = given->find("closures");
    if (!terms || !terms->list() || (closures && !closures->list())) {
        wrong(name, calendar_shape);
        return {};
    }
    std::vector<HalfTerm> half_terms;
    for (const auto& term : *terms->list()) {
        const auto* ends = term.list();
        const auto from = ends && ends->size() == 2 ? day_of((*ends)[0]) : std::nullopt;
        const auto to = from ? day_of((*ends)[1]) : std::nullopt;
        if (!to) {
            wrong(name, calendar_shape);
            return {};
        }
        half_terms.push_back({fmt::format("half-term {}", half_terms.size() + 1), *from, *to});
    }
    std::vector<Closure> closed;
    if (closures)
        for (const auto& closure : *closures->list()) {
            const auto day = day_of(closure);
            if (!day) {
                wrong(name, calendar_shape);
                return {};
            }
            closed.push_back({.day = *day, .name = "closed"});
        }
    auto made = SchoolCalendar::make(std::move(half_terms), std::move(closed));
    if (made) return *std::move(made);
    problems_.append(made.error());
    return {};
}

std::string Case::calendar_name(std::string_view name) const
{
    const auto* given = given_->find(name);
    const auto* called = given ? given->find("name") : nullptr;
    return called && called->text() ? *called->text() : "the school";
}

Law Case::law(Date day)
{
    Law law = law_on(day);
    const auto* given = value("settings", false);
    if (!given) return law;
    if (!given->record()) {
        wrong("settings", "a record of whole numbers, for example {\"day_six_warning_day\": 2}");
        return law;
    }
    for (const auto& [name, chosen] : *given->record()) {
        const auto* number = chosen.whole();
        if (!number || *number < 0 || *number > 100'000) {
            wrong("settings", "a record of whole numbers from 0 to 100000");
            continue;
        }
        if (auto changed = with_local_choice(law, name, static_cast<int>(*number))) law = *changed;
        else problems_.append(changed.error());
    }
    return law;
}

void Case::append(const Case& inner)
{
    for (Problem problem : inner.problems_) {
        if (!inner.list_.empty()) {
            problem.message = record_words(inner.list_, inner.number_) + problem.message;
            problem.field = fmt::format("{}-{}-{}", inner.list_, inner.number_, problem.field);
        }
        problems_.add(std::move(problem));
    }
}

std::vector<Case> Case::cases(std::string_view name)
{
    std::vector<Case> cases;
    const auto* given = value(name, false);
    if (!given) return cases;
    if (const auto* list = given->list()) {
        for (const auto& one : *list)
            if (one.record()) cases.emplace_back(one, name, cases.size() + 1);
        if (cases.size() == list->size()) return cases;
    }
    wrong(name, "a list of records");
    return {};
}

}  // namespace waymark::law
