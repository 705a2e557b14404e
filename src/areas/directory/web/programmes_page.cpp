// The programmes of a provider, each with all that a person who places needs to know.
#include "directory/store/programmes.hpp"
#include "directory/store/taken.hpp"
#include "directory/web/pages.hpp"
#include "directory/web/record_frame.hpp"
#include "foundation/text.hpp"

namespace waymark::directory {
namespace {

ui::Html courses_list(const std::vector<Course>& courses)
{
    std::vector<ui::Content> items;
    for (const auto& course : courses) items.emplace_back(course_words(course));
    return ui::render([&](ui::Buffer& out) { ui::bullet_list(out, items); });
}

void write_programme(ui::Buffer& out, const Record& record, const Programme& programme, const std::vector<OfferCategory>& categories,
                     const TakenPlaces& taken)
{
    out.raw("<div");
    out.attribute("id", "programme-" + programme.id.text());
    out.raw(">");
    ui::SummaryListOptions list{.card = ui::SummaryCard{.title = ui::SummaryCardTitle{programme.name}}};
    if (record.may_edit)
        list.card->actions.items.push_back({provider_href(record.listing.provider.id, "edit/programmes/" + programme.id.text()), "Change", programme.name});
    if (!programme.description.empty()) list.rows.push_back({"What it is", programme.description});
    list.rows.push_back({"Category", category_name(categories, programme.category)});
    list.rows.push_back({"Attendance", attendance_words(programme.attendance)});
    list.rows.push_back({"Focus", focus_words(programme.focus)});
    list.rows.push_back({"Length", weeks_words(programme.weeks_max)});
    list.rows.push_back({"Ages", ages_words(programme.age_from, programme.age_to) +
                                     (programme.sex ? (programme.sex == Sex::female ? ", girls only" : ", boys only") : std::string{})});
    list.rows.push_back({"Needs catered for", programme.needs.empty() ? ui::or_not_recorded("") : ui::Content{needs_words(programme.needs)}});
    list.rows.push_back({"Where", site_words(record.listing, programme)});
    list.rows.push_back({"Runs on", sessions_words(programme.places.sessions())});
    list.rows.push_back({"Free places", free_words(free_of(programme, taken))});
    list.rows.push_back({"Price", price_text(programme.price, programme.price_unit)});
    list.rows.push_back({"Courses", programme.courses.empty() ? ui::or_not_recorded("") : ui::Content{courses_list(programme.courses)}});
    if (programme.to) list.rows.push_back({"Last day", long_date(*programme.to)});
    ui::summary_list(out, list);
    out.raw("</div>\n");
}

}  // namespace

Result<Response> show_programmes(const Request& request, Context& context)
{
    struct Screen {
        Record record;
        std::vector<OfferCategory> categories;
        TakenPlaces taken;
    };
    const auto loaded = context.read([&](Transaction& tx) -> Result<Screen> {
        auto record = TRY(load_record(tx, request, context));
        auto taken = taken_places(tx, tx.today(), tx.today(), record.listing.provider.id);
        return Screen{std::move(record), offer_categories(tx, tx.today()), std::move(taken)};
    });
    const auto screen = TRY(loaded);
    const OrganisationId id = screen.record.listing.provider.id;
    return page_of(200, [&](ui::Buffer& out) {
        record_page(out, screen.record, "programmes", "Programmes", [&](ui::Buffer& body) {
            if (screen.record.may_edit) ui::action_link(body, provider_href(id, "edit/programmes/new"), "Add a programme");
            if (screen.record.listing.programmes.empty()) ui::empty_state(body, "This provider runs no programme now.");
            for (const auto& programme : screen.record.listing.programmes)
                write_programme(body, screen.record, programme, screen.categories, screen.taken);
        });
    });
}

}  // namespace waymark::directory
