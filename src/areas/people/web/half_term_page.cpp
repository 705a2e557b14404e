// Adding, correcting and removing one half-term; and taking over the authority's terms.
#include <algorithm>

#include "people/actions/keep_calendar.hpp"
#include "people/web/calendar_show.hpp"
#include "people/web/pages.hpp"

namespace waymark::people {
namespace {

struct HalfTermScreen {
    NamedCalendar named;
    std::optional<KeptTerm> term;  // none: a new one
    bool first_of_its_own = false; // until now the authority's count
};

Result<HalfTermScreen> load_half_term(const Request& request, Context& context)
{
    return context.read([&](Transaction& tx) -> Result<HalfTermScreen> {
        HalfTermScreen screen{.named = TRY(calendar_to_change(tx, request, context)), .term = {}};
        const auto kept = kept_calendars_of(tx, screen.named.whose);
        screen.first_of_its_own = screen.named.whose && kept.own.terms.empty();
        if (!request.path_values.contains("half_term")) return screen;
        const auto wanted = TRY(request.path_id<CalendarTermId>("half_term"));
        for (const auto& one : screen.named.whose ? kept.own.terms : kept.of_authority.terms)
            if (one.id == wanted) screen.term = one;
        if (!screen.term) return not_found("calendar.no_such_term", "This half-term is no longer in the calendar.");
        return screen;
    });
}

void half_term_view(ui::Buffer& out, const HalfTermScreen& screen, const Form& form)
{
    const std::string back = calendar_href(screen.named.whose);
    ui::page(out, {.title = screen.term ? "Change a half-term" : "Add a half-term", .back = ui::Link{"Back to the calendar", back}, .problems = form.problems,
                   .caption = screen.named.name, .about_a_person = false}, [&](ui::Buffer& body) {
        if (screen.first_of_its_own)
            ui::inset_text(body, {.text = "Until now the authority’s terms count for " + screen.named.name +
                                          ". With this half-term only its own count, and days that they do not reach are not known."});
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "version", form.value("version"));
            ui::text_field(inner, {.name = "name", .label = "Name", .hint = "For example, Autumn 1", .width = ui::BoxWidth::twenty}, form);
            ui::date_field(inner, {.name = "from", .legend = "First day", .hint = "An INSET day at its start belongs to it. For example, 2 9 2026"}, form);
            ui::date_field(inner, {.name = "to", .legend = "Last day", .hint = "The day before the holiday. For example, 23 10 2026"}, form);
            ui::submit_row(inner, {.text = "Save half-term", .cancel = {"Cancel", back}});
        });
        if (screen.term)
            ui::paragraph(body, ui::link_html(calendar_href(screen.named.whose, "half-terms/" + screen.term->id.text() + "/remove"), "Remove this half-term"));
    });
}

void remove_half_term_view(ui::Buffer& out, const HalfTermScreen& screen)
{
    const std::string back = calendar_href(screen.named.whose, "half-terms/" + screen.term->id.text());
    ui::page(out, {.title = "Remove “" + screen.term->term.name + "”", .back = ui::Link{"Back", back}, .caption = screen.named.name, .about_a_person = false},
             [&](ui::Buffer& body) {
                 ui::paragraph(body, "School days " + date_range(screen.term->term.from, screen.term->term.to) +
                                         " are then not known, and clocks that need them say so. You can add the half-term again.");
                 ui::form(body, {}, [&](ui::Buffer& inner) {
                     ui::hidden_field(inner, "version", std::to_string(screen.term->version));
                     ui::submit_row(inner, {.text = "Remove half-term", .warning = true, .cancel = {"Keep it", back}});
                 });
             });
}

Result<void> save_half_term(Context& context, const HalfTermScreen& screen, const Form& form)
{
    FormReader read{form};
    const HalfTerm term{.name = read.text("name", "Enter a name for the half-term, for example “Autumn 1”.", 80),
                        .from = read.date("from", "the first day"), .to = read.date("to", "the last day")};
    const int version = screen.term ? read.seen_version() : 0;
    TRY(read.result());
    if (screen.term) return correct_half_term(context, screen.named.whose, {.id = screen.term->id, .term = term, .version = version});
    TRY(add_half_term(context, screen.named.whose, term));
    return {};
}

/// The page of the calendar at the year just worked on, where that can be told.
std::string back_to_year(const HalfTermScreen& screen, const Form& form)
{
    FormReader read{form};
    const auto to = read.date_if_any("to", "the last day");
    return to ? calendar_year_href(screen.named.whose, SchoolYear::of(*to)) : calendar_href(screen.named.whose);
}

}  // namespace

Result<Response> show_half_term(const Request& request, Context& context)
{
    const auto screen = TRY(load_half_term(request, context));
    Form form;
    if (screen.term)
        form.set("name", screen.term->term.name).set("from", iso(screen.term->term.from)).set("to", iso(screen.term->term.to))
            .set("version", std::to_string(screen.term->version));
    return calendar_page_of(200, [&](ui::Buffer& out) { half_term_view(out, screen, form); });
}

Result<Response> submit_half_term(const Request& request, Context& context)
{
    const auto screen = TRY(load_half_term(request, context));
    const Form form = request.form();
    const auto saved = save_half_term(context, screen, form);
    if (saved) return see_other_with_success(back_to_year(screen, form), screen.term ? "Half-term saved." : "Half-term added.");
    if (!saved.error().correctable()) return std::unexpected(saved.error());
    return calendar_page_of(422, [&](ui::Buffer& out) { half_term_view(out, screen, form.with(saved.error())); });
}

Result<Response> show_remove_half_term(const Request& request, Context& context)
{
    const auto screen = TRY(load_half_term(request, context));
    if (!screen.term) return not_found("calendar.no_such_term", "This half-term is no longer in the calendar.");
    return calendar_page_of(200, [&](ui::Buffer& out) { remove_half_term_view(out, screen); });
}

Result<Response> submit_remove_half_term(const Request& request, Context& context)
{
    const auto screen = TRY(load_half_term(request, context));
    if (!screen.term) return not_found("calendar.no_such_term", "This half-term is no longer in the calendar.");
    const Form form = request.form();
    FormReader read{form};
    const int version = read.seen_version();
    TRY(read.result());
    TRY(remove_half_term(context, screen.named.whose, screen.term->id, version));
    return see_other_with_success(calendar_year_href(screen.named.whose, year_of_term(screen.term->term)), "Half-term removed.");
}

Result<Response> submit_copy_of_terms(const Request& request, Context& context)
{
    const auto named = TRY(context.read([&](Transaction& tx) { return calendar_to_change(tx, request, context); }));
    const Form form = request.form();
    FormReader read{form};
    const SchoolYear year{read.whole_number("year", "Choose the school year whose terms to copy.", 2000, 2100)};
    TRY(read.result());
    const int copied = TRY(copy_authority_terms(context, named.whose, year));
    return see_other_with_success(calendar_year_href(named.whose, year), std::to_string(copied) + " half-terms copied. Correct what differs.");
}

}  // namespace waymark::people
