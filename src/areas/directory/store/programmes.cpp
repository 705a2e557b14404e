// Reads and writes programmes, each with its places and courses.
#include "directory/store/programmes.hpp"

#include <map>

#include "directory/store/programmes.sql.hpp"
#include "foundation/text.hpp"
#include "people/store/changed_meanwhile.hpp"

namespace waymark::directory {
namespace {

std::vector<int> key_stages_in(std::string_view text)
{
    std::vector<int> key_stages;
    for (const char digit : text)
        if (digit >= '1' && digit <= '5') key_stages.push_back(digit - '0');
    return key_stages;
}

Programme programme_from(const Row& row)
{
    return {.id = row.id<ProgrammeId>("id"),
            .provider = row.id<OrganisationId>("organisation_id"),
            .site = row.maybe_id<SiteId>("site_id"),
            .category = row.text("offer_category_id"),
            .name = row.text("name"),
            .description = row.text("description"),
            .attendance = row.one_of<Attendance>("attendance"),
            .weeks_max = row.maybe_number("weeks_max"),
            .focus = row.one_of<Focus>("focus"),
            .age_from = row.number("age_from"),
            .age_to = row.number("age_to"),
            .sex = row.maybe_one_of<Sex>("sex"),
            .needs = needs_from_codes(row.view("needs")),
            .price = row.money("price_pence"),
            .price_unit = row.one_of<PriceUnit>("price_unit"),
            .session_minutes = row.number("session_minutes"),
            .from = row.date("from_day"),
            .to = row.maybe_date("to_day"),
            .places = {},
            .courses = {},
            .version = row.number("version")};
}

/// Puts places and courses to the programmes of that provider, or of all.
void complete(Transaction& tx, std::vector<Programme>& found, std::optional<OrganisationId> provider)
{
    std::map<ProgrammeId, Programme*> by_id;
    for (auto& programme : found) by_id.emplace(programme.id, &programme);
    tx.each(sql::capacities, {{"organisation", provider}}, [&](const Row& row) {
        const auto programme = by_id.find(row.id<ProgrammeId>("programme_id"));
        if (programme != by_id.end())
            programme->second->places.at({row.one_of<Weekday>("weekday"), row.one_of<Session>("session")}) = row.number("places");
    });
    tx.each(sql::courses, {{"organisation", provider}}, [&](const Row& row) {
        const auto programme = by_id.find(row.id<ProgrammeId>("programme_id"));
        if (programme != by_id.end())
            programme->second->courses.push_back({row.text("subject"), row.text("accreditation"), row.text("level")});
    });
}

Bindings bindings_of(const Programme& programme)
{
    return {{"id", programme.id},
            {"organisation", programme.provider},
            {"site", programme.site},
            {"category", programme.category},
            {"name", programme.name},
            {"description", programme.description},
            {"attendance", programme.attendance},
            {"weeks_max", programme.weeks_max},
            {"focus", programme.focus},
            {"age_from", programme.age_from},
            {"age_to", programme.age_to},
            {"sex", programme.sex},
            {"needs", codes_of_needs(programme.needs)},
            {"price", programme.price},
            {"price_unit", programme.price_unit},
            {"session_minutes", programme.session_minutes},
            {"from_day", programme.from},
            {"to_day", programme.to}};
}

void save_places_and_courses(Transaction& tx, const Programme& programme)
{
    for (const auto& when : sessions_of_the_week()) {
        Bindings slot{{"programme", programme.id}, {"weekday", when.weekday}, {"session", when.session}};
        if (const int places = programme.places.at(when); places > 0) {
            slot.emplace_back("places", places);
            tx.run(sql::set_capacity, slot);
        } else {
            tx.run(sql::remove_capacity, slot);
        }
    }
    tx.run(sql::remove_courses, {{"programme", programme.id}});
    for (const auto& course : programme.courses)
        tx.run(sql::insert_course, {{"id", Id::make(tx.now())},
                                    {"programme", programme.id},
                                    {"subject", course.subject},
                                    {"accreditation", course.accreditation},
                                    {"level", course.level}});
}

}  // namespace

std::vector<OfferCategory> offer_categories(Transaction& tx, Date day)
{
    return tx.all(sql::offer_categories, {{"day", day}}, [](const Row& row) {
        return OfferCategory{.id = row.text("id"),
                             .name = row.text("name"),
                             .description = row.text("description"),
                             .weeks_max = row.maybe_number("weeks_max"),
                             .key_stages = key_stages_in(row.text_or_empty("key_stages")),
                             .full_time = row.is_null("full_time") ? std::nullopt : std::optional{row.boolean("full_time")},
                             .dual_registration_required = row.boolean("dual_registration_required"),
                             .treatment_plan_required = row.boolean("treatment_plan_required")};
    });
}

void insert_starting_categories(Transaction& tx, Date from)
{
    // The eight of "Alternative Provision: a guide for local area partners", in our words.
    static const OfferCategory starting[] = {
        {.id = "medical", .name = "Medical", .description = "For children too ill to go to school, alongside a clear treatment plan.",
         .treatment_plan_required = true},
        {.id = "exclusion", .name = "Exclusion",
         .description = "For excluded children: a change of behaviour, then a full-time place or post-16 education."},
        {.id = "vocational", .name = "Vocational", .description = "Towards a qualification, beside the school's curriculum and on to post-16."},
        {.id = "intervention_assessment", .name = "Intervention and assessment",
         .description = "Short, part time and targeted: finds out what a child needs and lowers the risk of exclusion.", .full_time = false},
        {.id = "ks1_3_full_time", .name = "Key stage 1 to 3 full time",
         .description = "Assesses and meets needs so that the child goes back to school. Stays on the home school's roll.",
         .key_stages = {1, 2, 3}, .full_time = true, .dual_registration_required = true},
        {.id = "ks4_full_time", .name = "Key stage 4 full time",
         .description = "Leads on to post-16 education, usually to the end of Year 11. Stays on the home school's roll.",
         .key_stages = {4}, .full_time = true, .dual_registration_required = true},
        {.id = "step_out", .name = "Step out",
         .description = "Six weeks at most, full time, for what might lead to exclusion, with an assessment of the risk.",
         .weeks_max = 6, .full_time = true},
        {.id = "engagement", .name = "Engagement", .description = "For children who cannot yet manage formal learning: getting ready to learn."},
    };
    int position = 0;
    for (const auto& category : starting) {
        std::vector<std::string> key_stages;
        for (const int key_stage : category.key_stages) key_stages.push_back(std::to_string(key_stage));
        tx.run(sql::insert_offer_category,
               {{"id", category.id},
                {"name", category.name},
                {"description", category.description},
                {"position", ++position},
                {"weeks_max", category.weeks_max},
                {"key_stages", key_stages.empty() ? std::nullopt : std::optional{join(key_stages, " ")}},
                {"full_time", category.full_time},
                {"dual_registration_required", category.dual_registration_required},
                {"treatment_plan_required", category.treatment_plan_required},
                {"from_day", from}});
    }
}

std::vector<Programme> programmes(Transaction& tx, std::optional<OrganisationId> provider)
{
    auto found = tx.all(sql::programmes, {{"organisation", provider}}, programme_from);
    complete(tx, found, provider);
    return found;
}

std::optional<Programme> find_programme(Transaction& tx, ProgrammeId id)
{
    auto found = tx.all(sql::programme_by_id, {{"programme", id}}, programme_from);
    if (found.empty()) return std::nullopt;
    complete(tx, found, found.front().provider);
    return found.front();
}

void insert_programme(Transaction& tx, const Programme& programme)
{
    tx.run(sql::insert_programme, bindings_of(programme));
    save_places_and_courses(tx, programme);
}

Result<void> update_programme(Transaction& tx, const Programme& programme)
{
    Bindings bindings = bindings_of(programme);
    bindings.emplace_back("seen_version", programme.version);
    if (tx.run(sql::update_programme, bindings) == 0)
        return people::changed_meanwhile(tx, programme.id.value, "directory.programme_stale", "programme");
    save_places_and_courses(tx, programme);
    return {};
}

}  // namespace waymark::directory
