// A page of the list of children shows what the whole list shows at that place, whoever asks and whatever they filter by.
#include "pupils/store/pupil_page.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "pupils/store/access.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"

namespace waymark::pupils {
namespace {

using namespace waymark::testing;

const Date monday = date(2026, 11, 23);

PupilId add_child(Transaction& tx, int number, std::string last_name)
{
    const PupilId id{Id::from_words("listed child " + std::to_string(number))};
    REQUIRE(insert_pupil(tx, {.id = id, .reference = "L" + std::to_string(number), .first_name = "Kofi", .last_name = std::move(last_name),
                              .known_as = number % 2 == 0 ? "Kai" : "Ada", .born = date(2012, 5, 4), .home_authority = "990"}));
    return id;
}

void enrol_there(Transaction& tx, PupilId child, OrganisationId school, EnrolmentStatus status, int year)
{
    const Id enrolment = Id::from_words("roll of " + child.text() + school.text());
    insert_enrolment(tx, child, {.id = enrolment, .school = school, .status = status, .year_group = year, .days = {date(2025, 9, 1), {}}});
    grant_access(tx, child, school, AccessKind::enrolled, enrolment, date(2025, 9, 1));
}

std::vector<PupilId> ids(const std::vector<PupilSummary>& pupils)
{
    std::vector<PupilId> found;
    for (const auto& pupil : pupils) found.push_back(pupil.id);
    return found;
}

/// Page by page, the rows and the count are those of the whole list.
void check_pages(Transaction& tx, const Who& who, const PupilFilter& filter)
{
    const auto all = ids(list_pupils(tx, who, filter));
    std::vector<PupilId> paged;
    for (std::size_t skipped = 0; skipped <= all.size(); skipped += 4) {
        const auto page = page_of_pupils(tx, who, filter, skipped, 4);
        CHECK(page.count == all.size());
        CHECK(page.rows.size() <= 4);
        std::ranges::copy(ids(page.rows), std::back_inserter(paged));
    }
    CHECK(paged == all);
}

}  // namespace

TEST_CASE("the pages of the list of children hold each child once, in the order of the list")
{
    for_each_engine([](World& world) {
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            const auto northgate = add_school(tx, "Northgate Academy"), fernhill = add_school(tx, "Fernhill School"), empty = add_school(tx, "Larkrise School");
            const Who lead = add_person(tx, "Grace Adeyemi", Role::school_lead, northgate), other = add_person(tx, "Una Stott", Role::school_lead, empty);
            for (int number = 0; number < 11; ++number) {
                const auto child = add_child(tx, number, number % 3 == 0 ? "Mensah" : "Oduya");
                enrol_there(tx, child, number % 2 == 0 ? northgate : fernhill, EnrolmentStatus::current_main, 7 + number % 3);
                // A second school has the child too, and does not answer for them.
                if (number == 2) enrol_there(tx, child, fernhill, EnrolmentStatus::current_subsidiary, 11);
            }
            for (const Who& who : {world.context.who, lead, other})
                for (const PupilFilter& filter : {PupilFilter{}, PupilFilter{.words = "mensah"}, PupilFilter{.words = "l4"}, PupilFilter{.school = northgate}, PupilFilter{.school = fernhill, .year_group = 8},
                                                  PupilFilter{.year_group = 9}, PupilFilter{.year_group = 11}, PupilFilter{.words = "nobody"}})
                    check_pages(tx, who, filter);
            CHECK(page_of_pupils(tx, world.context.who, {}, 0, 50).count == 11);
            CHECK(page_of_pupils(tx, lead, {}, 0, 50).count == 6);
            CHECK(page_of_pupils(tx, other, {}, 0, 50).rows.empty());
            CHECK(page_of_pupils(tx, world.context.who, {.year_group = 11}, 0, 50).count == 0);
            return {};
        });
        REQUIRE(code_of(done) == "");
    });
}

TEST_CASE("the schools to filter by are those that answer for a child whom the person sees")
{
    for_each_engine([](World& world) {
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            const auto northgate = add_school(tx, "Northgate Academy"), fernhill = add_school(tx, "Fernhill School"), guest = add_school(tx, "Millbrook High");
            const Who lead = add_person(tx, "Grace Adeyemi", Role::school_lead, guest);
            enrol_there(tx, add_child(tx, 1, "Mensah"), northgate, EnrolmentStatus::current_single, 9);
            const auto shared = add_child(tx, 2, "Oduya");
            enrol_there(tx, shared, fernhill, EnrolmentStatus::current_main, 9);
            enrol_there(tx, shared, guest, EnrolmentStatus::current_subsidiary, 9);
            const auto names = [&](const Who& who) {
                std::vector<std::string> found;
                for (const auto& school : schools_of_visible(tx, who)) found.push_back(school.name);
                return found;
            };
            CHECK(names(world.context.who) == std::vector<std::string>{"Fernhill School", "Northgate Academy"});
            CHECK(names(lead) == std::vector<std::string>{"Fernhill School"});
            return {};
        });
        REQUIRE(code_of(done) == "");
    });
}

}  // namespace waymark::pupils
