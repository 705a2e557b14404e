// The pages of school calendars: what each person sees, and that nothing typed is lost.
#include <doctest/doctest.h>

#include "people/actions/keep_calendar.hpp"
#include "people/rules/calendar_file.hpp"
#include "people/web/pages.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"

namespace waymark::people {
namespace {

using namespace waymark::testing;

Request for_calendar(std::string target, std::string calendar, std::string body = {})
{
    Request request;
    REQUIRE(request.read_target(target));
    request.path_values["calendar"] = std::move(calendar);
    request.body = std::move(body);
    if (!request.body.empty()) request.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    return request;
}

bool says(const Result<Response>& answer, std::string_view words) { return answer && answer->body.find(words) != std::string::npos; }

OrganisationId add_northgate(World& world)
{
    OrganisationId northgate;
    const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
        northgate = add_school(tx, "Northgate Academy");
        return {};
    });
    REQUIRE(done);
    return northgate;
}

}  // namespace

TEST_CASE("the list of calendars names what is not known, and a calendar's page the clocks that cannot be counted")
{
    for_each_engine([](World& world) {
        const auto northgate = add_northgate(world);
        const auto list = show_calendars(for_calendar("/admin/settings/terms", "authority"), world.context);
        CHECK(says(list, "Northgate Academy"));
        CHECK(says(list, "2 calendars do not know all of 2026 to 2027"));
        const auto page = show_calendar(for_calendar("/admin/settings/terms/x", northgate.text()), world.context);
        CHECK(says(page, "The school days of 2026 to 2027 are not known."));
        CHECK(says(page, "day six after an exclusion"));
        CHECK(says(page, "Early May bank holiday"));
        CHECK(says(page, "Add a half-term"));
    });
}

TEST_CASE("a half-term that is wrong comes back with what was typed and what is wrong, a right one is added")
{
    for_each_engine([](World& world) {
        const auto wrong = submit_half_term(for_calendar("/x", "authority", "name=Autumn+2&from-day=18&from-month=12&from-year=2026&to-day=2&to-month=11&to-year=2026"), world.context);
        REQUIRE(wrong);
        CHECK(wrong->status == 422);
        CHECK(says(wrong, "value=\"Autumn 2\""));
        CHECK(says(wrong, "The last day is before the first day."));
        const auto right = submit_half_term(for_calendar("/x", "authority", "name=Autumn+2&from-day=2&from-month=11&from-year=2026&to-day=18&to-month=12&to-year=2026"), world.context);
        REQUIRE(right);
        CHECK(right->status == 303);
        CHECK(right->header("Location") == "/admin/settings/terms/authority?year=2026");
        CHECK(says(show_calendar(for_calendar("/x", "authority"), world.context), "18 December 2026"));
    });
}

TEST_CASE("a school that is open on a bank holiday says so from the list of bank holidays")
{
    for_each_engine([](World& world) {
        REQUIRE(add_half_term(world.context, std::nullopt, {"Summer 1", date(2027, 4, 12), date(2027, 5, 28)}));
        const auto page = show_calendar(for_calendar("/x", "authority"), world.context);
        CHECK(says(page, "days/new?kind=open_on_bank_holiday&amp;from=2027-05-03"));
        CHECK(says(show_calendar_day(for_calendar("/x?kind=open_on_bank_holiday&from=2027-05-03", "authority"), world.context), "value=\"Early May bank holiday\""));
        REQUIRE(add_days(world.context, std::nullopt, {ClosureKind::open_on_bank_holiday, "May Day", date(2027, 5, 3), date(2027, 5, 3)}));
        CHECK(says(show_calendar(for_calendar("/x", "authority"), world.context), "School meets</td>"));
    });
}

TEST_CASE("a calendar goes out as a CSV file that the import takes back")
{
    for_each_engine([](World& world) {
        REQUIRE(add_half_term(world.context, std::nullopt, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}));
        REQUIRE(add_days(world.context, std::nullopt, {ClosureKind::unplanned_closure, "Snow", date(2026, 12, 1), date(2026, 12, 1)}));
        const auto file = export_calendar(for_calendar("/x?year=2026", "authority"), world.context);
        REQUIRE(file);
        const auto read = read_calendar_file(file->body);
        REQUIRE(read);
        CHECK(read->terms.size() == 1);
        CHECK(read->days[0].day.kind == ClosureKind::unplanned_closure);
        CHECK(read->left_out.empty());
    });
}

TEST_CASE("others read a calendar and are offered nothing to change; its forms are not there for them")
{
    for_each_engine([](World& world) {
        const auto northgate = add_northgate(world);
        world.context.who.role = Role::provider_tutor;
        CHECK_FALSE(says(show_calendar(for_calendar("/x", northgate.text()), world.context), "Add a half-term"));
        world.context.who.role = Role::school_lead;
        CHECK(code_of(show_half_term(for_calendar("/x", northgate.text()), world.context)) == "calendar.no_such_calendar");
        world.context.who.organisation = northgate;
        CHECK(says(show_half_term(for_calendar("/x", northgate.text()), world.context), "Add a half-term"));
        CHECK(code_of(show_calendar(for_calendar("/x", "nonsense"), world.context)) != "");
    });
}

}  // namespace waymark::people
