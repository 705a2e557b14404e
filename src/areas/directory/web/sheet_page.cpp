// One printed page for a family meeting: what it is, whom it takes, when, where, how to get there, whom to ring. No prices.
#include "directory/store/programmes.hpp"
#include "directory/web/pages.hpp"
#include "directory/web/record_frame.hpp"
#include "foundation/text.hpp"

namespace waymark::directory {

Result<Response> show_sheet(const Request& request, Context& context)
{
    const auto record = TRY(context.read([&](Transaction& tx) { return load_record(tx, request, context); }));
    const Listing& listing = record.listing;
    const Provider& provider = listing.provider;
    return page_of(200, [&](ui::Buffer& out) {
        ui::page(out, {.title = provider.name, .back = ui::Link{"Back to the record", provider_href(provider.id)}, .about_a_person = false}, [&](ui::Buffer& body) {
            if (!provider.summary.empty()) ui::lead(body, provider.summary);
            ui::SummaryListOptions facts;
            facts.rows = {{"What it is", registration_words(provider.registration)},
                          {"Quality", quality::status_words(listing.assurance.status) + ". " + join(listing.assurance.reasons, " ")},
                          {"A typical week", ui::or_not_recorded(provider.typical_week)}};
            for (const auto& site : listing.sites) facts.rows.push_back({site.name, ui::render([&](ui::Buffer& where) {
                ui::lines(where, full_address(site));
                if (!site.access_notes.empty()) ui::paragraph(where, site.access_notes);
            })});
            facts.rows.push_back({"Telephone", ui::or_not_recorded(provider.telephone)});
            facts.rows.push_back({"Safeguarding lead", provider.safeguarding_lead.empty() ? ui::or_not_recorded("")
                                                       : provider.safeguarding_telephone.empty() ? ui::Content{provider.safeguarding_lead}
                                                                                                 : ui::Content{provider.safeguarding_lead + ", " + provider.safeguarding_telephone}});
            facts.rows.push_back({"How to get a place", ui::or_not_recorded(provider.how_to_get_a_place)});
            ui::summary_list(body, facts);
            for (const auto& programme : listing.programmes) {
                ui::heading(body, 2, programme.name);
                if (!programme.description.empty()) ui::paragraph(body, programme.description);
                std::vector<std::string> courses;
                for (const auto& course : programme.courses) courses.push_back(course_words(course));
                ui::paragraph(body, "Ages " + ages_words(programme.age_from, programme.age_to) + ". " + attendance_words(programme.attendance) + ", " +
                                        sessions_words(programme.places.sessions()) + "." + (courses.empty() ? "" : " Courses: " + join(courses, "; ") + "."));
            }
            ui::small_print(body, "As at " + long_date(context.today) + ".");
        });
    });
}

}  // namespace waymark::directory
