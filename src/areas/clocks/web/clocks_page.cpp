// /clocks: the clocks of every child this person may see, the unmet duties first; as a list, as CSV and for programs.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "clocks/store/all_clocks.hpp"
#include "clocks/web/pages.hpp"
#include "clocks/web/parts.hpp"
#include "foundation/csv.hpp"
#include "foundation/json.hpp"
#include "foundation/uk_time.hpp"

namespace waymark::clocks {
namespace {

enum class State { open, breach, soon, not_known, lawfully_open, met };

struct Line {
    ListedPupil child;
    RunningClock running;
};

struct Screen {
    std::optional<State> state;
    std::string rule;
    std::vector<Line> lines;           // those that the filters leave
    std::map<ClockKind, int> unmet;    // how many of each clock, of all that this person may see
    int page = 1;
};

bool is_not_known(const RunningClock& one) { return !one.clock.is_met && !one.reason && !one.clock.due && !is_counted(one.kind); }

bool is_in(State state, const RunningClock& one)
{
    switch (state) {
    case State::open: return !one.clock.is_met && !one.reason;
    case State::breach: return one.is_breach();
    case State::soon: return one.needs_attention() && !one.is_breach() && !is_not_known(one);
    case State::not_known: return is_not_known(one);
    case State::lawfully_open: return one.reason.has_value() && !one.clock.is_met;
    case State::met: return one.clock.is_met;
    }
    expects(false);
    return false;
}

std::string_view state_name(State state)
{
    switch (state) {
    case State::open: return "Open, of any kind";
    case State::breach: return "Duty not met";
    case State::soon: return "Due soon, or near a limit";
    case State::not_known: return "Not known: calendar missing";
    case State::lawfully_open: return "Lawfully open";
    case State::met: return "Met";
    }
    expects(false);
    return {};
}

int urgency(const RunningClock& one)
{
    if (one.is_breach()) return 0;
    if (one.needs_attention()) return 1;
    return one.clock.is_met || one.reason ? 3 : 2;
}

Screen load(const Request& request, Context& context)
{
    return context.read([&](Transaction& tx) {
        Screen screen{.state = enum_from_text<State>(request.query("state")), .rule = std::string{request.query("rule")}};
        screen.page = ui::page_asked_for(request.query("page"));
        std::unordered_map<std::string, ListedPupil> children;
        for (auto& child : visible_pupils(tx, context.who)) children.emplace(child.id.text(), std::move(child));
        const auto all = all_clocks(tx);
        for (const auto& one : *all) {
            const auto child = children.find(one->pupil.text());
            if (child == children.end()) continue;
            for (const auto& running : one->running) {
                const auto rule = words_of(running.kind).rule;
                if (running.is_breach()) ++screen.unmet[running.kind];
                if (!screen.rule.empty() && rule != screen.rule) continue;
                if (is_in(screen.state.value_or(State::open), running)) screen.lines.push_back({child->second, running});
            }
        }
        std::ranges::stable_sort(screen.lines, {}, [](const Line& line) {
            return std::tuple{urgency(line.running), line.running.clock.due.value_or(Date::max()), line.child.last_name, line.child.reference};
        });
        return screen;
    });
}

std::string address(const Screen& screen, int page = 1, std::string_view without = {}, std::string_view path = "/clocks")
{
    std::string query;
    const auto add = [&](std::string_view name, std::string_view value) {
        if (!value.empty() && name != without) query += (query.empty() ? "?" : "&") + std::string{name} + "=" + std::string{value};
    };
    add("rule", screen.rule);
    if (screen.state) add("state", enum_text(*screen.state));
    add("page", page > 1 ? std::to_string(page) : "");
    return std::string{path} + query;
}

/// The words of the empty choice say what is listed when none is chosen: it is no second choice of the same name.
std::vector<ui::Choice> states_to_choose()
{
    auto choices = ui::choices<State>(state_name);
    std::erase_if(choices, [](const ui::Choice& choice) { return choice.value == enum_text(State::open); });
    return choices;
}

/// The clocks of a rule: "Decision on education under section 19; Start of education under section 19".
std::string names_under(std::string_view rule)
{
    std::string names;
    for (const ClockWords& words : all_clocks())
        if (words.rule == rule) names += (names.empty() ? "" : "; ") + std::string{words.name};
    return names;
}

std::vector<ui::Choice> rules_to_choose()
{
    std::vector<ui::Choice> choices;
    for (const ClockWords& words : all_clocks())
        if (std::ranges::none_of(choices, [&](const ui::Choice& choice) { return choice.value == words.rule; }))
            choices.push_back({std::string{words.rule}, std::string{words.rule} + ": " + names_under(words.rule)});
    return choices;
}

struct UnmetRule {
    std::string_view rule;
    std::string names;  // of its clocks that are not met, and of no other
    int count = 0;
};

std::vector<UnmetRule> unmet_rules(const Screen& screen)
{
    std::vector<UnmetRule> rules;
    for (const auto& [kind, count] : screen.unmet) {
        const ClockWords& words = words_of(kind);
        auto found = std::ranges::find(rules, words.rule, &UnmetRule::rule);
        if (found == rules.end()) found = rules.insert(rules.end(), {.rule = words.rule});
        found->names += (found->names.empty() ? "" : "; ") + std::string{words.name};
        found->count += count;
    }
    return rules;
}

void unmet_view(ui::Buffer& out, const Screen& screen)
{
    std::vector<ui::Stat> figures;
    for (const UnmetRule& one : unmet_rules(screen))
        figures.push_back({.number = with_commas(one.count), .href = "/clocks?rule=" + std::string{one.rule} + "&state=breach",
                           .sentence = one.names + " (" + std::string{one.rule} + ")", .pressing = true});
    if (figures.empty()) return;
    ui::heading(out, 2, "Duties not met, by rule");
    ui::stats(out, figures);
}

void results_view(ui::Buffer& out, const Screen& screen)
{
    std::vector<std::vector<ui::TableCell>> rows;
    for (const Line& line : ui::rows_of_page(screen.lines, screen.page)) {
        const std::string href = "/pupils/" + line.child.reference + "/clocks";
        rows.push_back({ui::two_lines(ui::link_html(href, line.child.known_as + " " + line.child.last_name), line.child.reference),
                        ui::two_lines(std::string{words_of(line.running.kind).name}, "Rule " + std::string{words_of(line.running.kind).rule}),
                        due_sentence(line.running), line.child.school_name.empty() ? "On no roll" : line.child.school_name, state_mark(line.running)});
    }
    ui::table(out, {.caption = "Clocks", .caption_classes = "govuk-visually-hidden", .head = {"Child", "Clock", "When", "School", "State"}, .rows = std::move(rows),
                    .first_cell_is_header = true});
    ui::pages_below(out, screen.page, screen.lines.size(), [&](int number) { return address(screen, number); });
}

void clocks_view(ui::Buffer& out, const Screen& screen, Instant now)
{
    ui::page(out, {.title = "Clocks", .wide = true}, [&](ui::Buffer& body) {
        ui::paragraph(body, "What law, guidance and the authority’s own promises ask for by when, counted afresh from the records on " + uk_date_time(now) +
                                ". A duty that is not met stays here until it is met, or a lawful reason is recorded.");
        unmet_view(body, screen);
        Form form;
        form.set("rule", screen.rule);
        if (screen.state) form.set("state", std::string{enum_text(*screen.state)});
        std::vector<ui::ChosenFilter> chosen;
        if (!screen.rule.empty()) chosen.push_back({"Rule", screen.rule, address(screen, 1, "rule")});
        if (screen.state) chosen.push_back({"State", std::string{state_name(*screen.state)}, address(screen, 1, "state")});
        ui::filter_page(body,
                        {.action = "/clocks", .count = counted(static_cast<long long>(screen.lines.size()), "clock"), .chosen = std::move(chosen),
                         .downloads = {{"Download as CSV", address(screen, 1, {}, "/clocks/export.csv")}},
                         .empty = screen.lines.empty() ? "No clock matches. Take a filter away to see more." : ""},
                        [&](ui::Buffer& filters) {
                            ui::select_field(filters, {.name = "state", .label = "State", .items = states_to_choose(), .empty_text = std::string{state_name(State::open)}}, form);
                            ui::select_field(filters, {.name = "rule", .label = "Rule", .items = rules_to_choose(), .empty_text = "Any"}, form);
                        },
                        [&](ui::Buffer& results) { results_view(results, screen); });
    });
}

Json as_json(const RunningClock& running)
{
    Json one{{"clock", enum_text(running.kind)}, {"rule", words_of(running.kind).rule}, {"source", words_of(running.kind).source},
                       {"state", state_words(running)}, {"severity", enum_text(running.clock.severity)}, {"is_met", running.clock.is_met},
                       {"working", running.clock.working}};
    if (running.about) one["about"] = running.about->text();
    if (running.clock.due) one["due"] = iso(*running.clock.due);
    if (running.clock.school_days_left) one[std::string{enum_text(running.counted_in)} + "_days_left"] = *running.clock.school_days_left;
    if (running.reason) one["lawful_reason"] = {{"ground", enum_text(running.reason->ground)}, {"words", running.reason->words}};
    return one;
}

}  // namespace

Result<Response> show_clocks(const Request& request, Context& context)
{
    ui::Buffer out;
    clocks_view(out, load(request, context), context.now);
    return html(200, out.take());
}

Result<Response> clocks_csv(const Request& request, Context& context)
{
    CsvWriter csv{{"reference", "known_as", "last_name", "school", "rule", "clock", "due", "left", "state"}};
    for (const Line& line : load(request, context).lines)
        csv.row({line.child.reference, line.child.known_as, line.child.last_name, line.child.school_name, std::string{words_of(line.running.kind).rule},
                 std::string{words_of(line.running.kind).name}, line.running.clock.due ? iso(*line.running.clock.due) : "", left_words(line.running),
                 std::string{state_words(line.running)}});
    return csv_download("clocks.csv", csv.text());
}

Result<Response> api_clocks(const Request& request, Context& context)
{
    auto list = Json::array();
    for (const Line& line : load(request, context).lines) {
        auto one = as_json(line.running);
        one["pupil"] = line.child.reference;
        list.push_back(std::move(one));
    }
    return json(200, json_text(Json{{"as_of", iso(context.today)}, {"clocks", std::move(list)}}));
}

Result<Response> api_pupil_clocks(const Request& request, Context& context)
{
    const auto child = TRY(context.read([&](Transaction& tx) { return childs_clocks(tx, request.path("pupil")); }));
    auto list = Json::array();
    for (const auto& running : child.running) list.push_back(as_json(running));
    return json(200, json_text(Json{{"pupil", child.pupil.reference}, {"as_of", iso(context.today)}, {"clocks", std::move(list)}}));
}

}  // namespace waymark::clocks
