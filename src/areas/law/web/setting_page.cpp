// One number of the authority's own: what held when, a form for another, and a look at what that would change before it is confirmed.
#include <fmt/format.h>

#include "foundation/text.hpp"
#include "law/actions/choose_number.hpp"
#include "law/rules/example_of_change.hpp"
#include "law/rules/number_words.hpp"
#include "law/store/known_calendars.hpp"
#include "law/web/answer_view.hpp"
#include "law/web/pages.hpp"
#include "law/web/parts.hpp"
#include "law/web/question_form.hpp"

namespace waymark::law {
namespace {

enum class Choosing { standard, own };

struct SettingScreen {
    const LawNumber* number = nullptr;
    const NumberedRule* rule = nullptr;
    std::vector<people::LawChoice> choices;
    Date today;
    Form form;
    std::optional<ChooseNumber> looked_for;      // a change that could be made, and what it would do
    std::optional<ChoiceLookedAt> looked_at;
    std::vector<ExampleOfChange> examples;
};

/// Not found for a name that is none, and for a number that is not the authority's to choose.
Result<SettingScreen> load_setting(const Request& request, Context& context)
{
    const auto* number = people::number_in_force(request.path("name"), context.today);
    if (!number || number->basis != LawBasis::local) return not_found("law.unknown_setting", "There is no number of that name that your authority may choose.");
    return SettingScreen{.number = number,
                         .rule = find_numbered_rule(number->rule),
                         .choices = context.read([](Transaction& tx) { return people::law_choices(tx); }),
                         .today = context.today,
                         .form = {},
                         .looked_for = {},
                         .looked_at = {},
                         .examples = {}};
}

Result<ChooseNumber> choice_as_typed(const LawNumber& number, const Form& form)
{
    FormReader read{form};
    const bool has_own = read.one_of<Choosing>("choosing", "Choose what should hold.") == Choosing::own;
    ChooseNumber choice{.name = number.name, .value = {}, .from = read.date("from", "the day it holds from"), .reason = read.text("reason", "Say why, for those who ask later.", 1000), .seen = {}};
    if (has_own) {
        choice.value = number_typed_in(number, form.value("value"));
        if (!choice.value) read.problem("value", how_to_type(number) + ".");
    }
    choice.seen = read.whole_number_if_any("seen", "Look at the change again before you confirm it.", 0, 100'000);
    TRY(read.result());
    return choice;
}

/// All the authority's own numbers on that day, with this one as given.
Value::Record settings_on(std::span<const people::LawChoice> choices, Date day, std::string_view name, int value)
{
    Value::Record settings;
    std::string_view last;
    for (const auto& choice : choices) {
        if (choice.name == last || choice.name == name) continue;
        last = choice.name;
        const auto* number = people::number_in_force(choice.name, day);
        const auto* own = people::choice_in_force(choices, choice.name, day);
        if (own && number && number->basis == LawBasis::local) settings.emplace_back(choice.name, *own->value);
    }
    settings.emplace_back(name, value);
    return settings;
}

std::vector<ExampleOfChange> examples_of(Transaction& tx, const SettingScreen& screen)
{
    const auto& [choice, seen] = std::tie(*screen.looked_for, *screen.looked_at);
    const auto calendar = calendar_case(tx, authority_calendar);
    const auto before = settings_on(screen.choices, choice.from, choice.name, seen.before);
    const auto after = settings_on(screen.choices, choice.from, choice.name, seen.after);
    const int wholes[] = {std::max(seen.before, seen.after), std::min(seen.before, seen.after), 1};
    std::vector<ExampleOfChange> examples;
    for (const auto* function : functions_of(screen.number->rule))
        if (auto example = example_of_change(*function, choice.from, calendar.value_or(Value{}), before, after, wholes)) examples.push_back(*std::move(example));
    return examples;
}

/// Reads the change as it was typed and looks at it: what it would do, or what is wrong with it at its fields.
Result<void> look(Context& context, SettingScreen& screen)
{
    const auto typed = choice_as_typed(*screen.number, screen.form);
    if (!typed) {
        screen.form.problems = typed.error();
        return {};
    }
    return context.read([&](Transaction& tx) -> Result<void> {
        auto looked = look_at_choice(tx, *typed);
        if (!looked && !looked.error().correctable()) return std::unexpected{looked.error()};
        if (!looked) {
            screen.form.problems = looked.error();
            return {};
        }
        screen.looked_for = *typed;
        screen.looked_at = *looked;
        screen.examples = examples_of(tx, screen);
        return {};
    });
}

void write_example(ui::Buffer& out, const ExampleOfChange& example)
{
    ui::TableOptions table{.caption = std::string{example.function->question}, .head = {"Answer", "As it is now", "With your change"}, .first_cell_is_header = true};
    const Value before{example.before}, after{example.after};
    for (const auto* field : example.differing()) {
        const auto *was = before.find(field->name), *becomes = after.find(field->name);
        table.rows.push_back({label_of(*field), ui::TableCell{was ? answer_words(*field, *was) : ui::Content{"None"}},
                              ui::TableCell{becomes ? answer_words(*field, *becomes) : ui::Content{"None"}}});
    }
    ui::table(out, table);
    std::vector<std::string> facts;
    for (const auto& field : example.function->inputs)
        if (const auto* value = Value{example.given}.find(field.name)) {
            const auto words = answer_words(field, *value);
            if (const auto* text = std::get_if<ui::Text>(&words.variant())) facts.push_back(lower_ascii(label_of(field)) + " " + text->value);
        }
    ui::small_print(out, "A made-up case: " + (facts.empty() ? std::string{"nothing given"} : listed(facts)) + ".");
    ui::paragraph(out, ui::link_html(question_href(*example.function), "Ask this with your own facts"));
}

void write_preview(ui::Buffer& out, const SettingScreen& screen)
{
    if (!screen.looked_at) return;
    const auto& [choice, seen] = std::tie(*screen.looked_for, *screen.looked_at);
    ui::section(out, "What this changes", [&](ui::Buffer& inner) {
        ui::SummaryListOptions facts;
        facts.rows = {{"As it is now", number_words(*seen.number, seen.before) + (seen.own_before ? ", your own choice" : ", the default")},
                      {"With your change", number_words(*seen.number, seen.after) + (choice.value ? ", your own choice" : ", the default")},
                      {"From", long_date(choice.from) + (choice.from == screen.today ? ", today" : "")}};
        if (seen.next)
            facts.rows.push_back({"Until", fmt::format("{}, when {} holds", long_date(seen.next->from),
                                                       seen.next->value ? number_words(*seen.number, *seen.next->value) : "the default")});
        facts.rows.push_back({"Why", choice.reason});
        facts.rows.push_back({"Rule it touches", ui::SummaryText{ui::link_html(rule_href(screen.rule->number), screen.rule->number + " " + screen.rule->title)}});
        ui::summary_list(inner, facts);
        for (const auto& example : screen.examples) write_example(inner, example);
        ui::form(inner, {.action = setting_href(screen.number->name)}, [&](ui::Buffer& form) {
            ui::hidden_field(form, "choosing", enum_text(choice.value ? Choosing::own : Choosing::standard));
            ui::hidden_field(form, "value", choice.value ? number_as_typed(*seen.number, *choice.value) : "");
            ui::hidden_field(form, "from", iso(choice.from));
            ui::hidden_field(form, "reason", choice.reason);
            ui::hidden_field(form, "seen", std::to_string(seen.before));
            ui::submit_row(form, {.text = "Confirm this change", .cancel = {"Leave it as it is", "/admin/settings/law"}});
        });
    });
}

void write_form(ui::Buffer& out, const SettingScreen& screen)
{
    const LawNumber& number = *screen.number;
    ui::section(out, screen.looked_at ? "Choose differently" : "Choose another", [&](ui::Buffer& inner) {
        ui::form(inner, {.action = setting_href(number.name), .method = "get"}, [&](ui::Buffer& form) {
            const auto value = ui::render([&](ui::Buffer& more) {
                ui::text_field(more, {.name = "value", .label = "Your own value", .hint = how_to_type(number), .width = ui::BoxWidth::ten}, screen.form);
            });
            ui::radios_field(form, {.name = "choosing", .legend = "What should hold?", .items = {
                {.value = std::string{enum_text(Choosing::own)}, .text = "A value of our own", .conditional = value},
                {.value = std::string{enum_text(Choosing::standard)}, .text = "The default: " + number_words(number, number.value)},
            }}, screen.form);
            ui::date_field(form, {.name = "from", .legend = "From which day?", .hint = "Today or later. Records of earlier days keep the number they had"}, screen.form);
            ui::text_area_field(form, {.name = "reason", .label = "Why?", .hint = "Stands in the record of changes. No names of children", .rows = 3}, screen.form);
            ui::submit_row(form, {.text = "See what this changes", .cancel = {"Cancel", "/admin/settings/law"}});
        });
    });
}

void setting_view(ui::Buffer& out, const SettingScreen& screen)
{
    const LawNumber& number = *screen.number;
    ui::page(out, {.title = number_name(number), .breadcrumbs = {{"Rules", "/rules"}, {"Your authority’s own numbers", "/admin/settings/law"}},
                   .problems = screen.form.problems, .caption = "A number of your own", .about_a_person = false}, [&](ui::Buffer& body) {
        ui::SummaryListOptions facts;
        const auto chosen = choices_in_words(number, screen.choices);
        facts.rows = {{"Rule", ui::SummaryText{ui::link_html(rule_href(screen.rule->number), screen.rule->number + " " + screen.rule->title)}},
                      {"Holds today", ui::SummaryText{value_in_force(number, screen.choices, screen.today)}},
                      {"Default", ui::SummaryText{ui::two_lines(number_words(number, number.value), number.source)}},
                      {"Your choices", ui::SummaryText{chosen.empty() ? ui::Content{"None so far"} : ui::Content{ui::render([&](ui::Buffer& list) { ui::bullet_list(list, chosen); })}}}};
        ui::summary_list(body, facts);
        write_preview(body, screen);
        write_form(body, screen);
    });
}

Response page_of_setting(int status, const SettingScreen& screen)
{
    return html(status, ui::render([&](ui::Buffer& out) { setting_view(out, screen); }).markup());
}

/// What holds today, ready to be changed from today on.
Form form_as_it_is(const SettingScreen& screen)
{
    Form form;
    const auto* own = people::choice_in_force(screen.choices, screen.number->name, screen.today);
    form.set("choosing", std::string{enum_text(Choosing::own)});
    form.set("value", number_as_typed(*screen.number, own ? *own->value : screen.number->value));
    form.set("from", iso(screen.today));
    return form;
}

}  // namespace

Result<Response> show_law_setting(const Request& request, Context& context)
{
    auto screen = TRY(load_setting(request, context));
    screen.form = request.query_form();
    if (screen.form.values.empty()) screen.form = form_as_it_is(screen);
    else TRY(look(context, screen));
    return page_of_setting(screen.form.problems.empty() ? 200 : 422, screen);
}

Result<Response> submit_law_setting(const Request& request, Context& context)
{
    auto screen = TRY(load_setting(request, context));
    screen.form = request.form();
    const auto chosen = [&]() -> Result<ChooseNumber> {
        auto choice = TRY(choice_as_typed(*screen.number, screen.form));
        TRY(choose_number(context, choice));
        return choice;
    }();
    if (chosen)
        return see_other_with_success("/admin/settings/law", fmt::format("“{}” is {} from {}.", number_name(*screen.number),
                                      chosen->value ? number_words(*screen.number, *chosen->value) : "the default again", long_date(chosen->from)));
    if (!chosen.error().correctable()) return std::unexpected(chosen.error());
    screen.form.problems = chosen.error();
    return page_of_setting(422, screen);
}

}  // namespace waymark::law
