// Choosing a number of one's own: seen first, then confirmed; what is wrong is said at its field with everything typed kept.
#include <doctest/doctest.h>

#include "law/web/pages.hpp"
#include "law/web/routes.hpp"
#include "people/rules/roles.hpp"
#include "people/store/law_choices.hpp"
#include "platform/http/url.hpp"
#include "support/engines.hpp"

namespace waymark::law {
using namespace waymark::testing;
namespace {

using Typed = std::vector<std::pair<std::string, std::string>>;

Request request_about(std::string name, const Typed& typed, Method method = Method::get)
{
    Request request;
    request.method = method;
    std::string text;
    for (const auto& [key, value] : typed) text += (text.empty() ? "" : "&") + percent_encoded(key) + "=" + percent_encoded(value);
    REQUIRE(request.read_target("/admin/settings/law/" + name + (method == Method::get && !text.empty() ? "?" + text : "")));
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    if (method == Method::post) request.body = text;
    request.path_values["name"] = std::move(name);
    return request;
}

Typed another_warning_day(std::string value = "2", std::string from = "2026-12-01")
{
    return {{"choosing", "own"}, {"value", std::move(value)}, {"from", std::move(from)}, {"reason", "Places & people fill up early."}};
}

bool says(const Response& page, std::string_view words) { return page.body.find(words) != std::string::npos; }
int warning_day(World& world, Date on) { return people::law_for(world.context, on).day_six_warning_day; }

}  // namespace

TEST_CASE("the commissioner and the administrator may choose numbers, nobody else may even look")
{
    for (const auto& route : routes()) {
        if (!route.path.starts_with("/admin/settings")) continue;
        for (const auto role : enum_values<Role>()) CHECK(people::may(role, route.permission) == (role == Role::commissioner || role == Role::administrator));
    }
}

TEST_CASE("the list has every number that the law leaves to the authority, and no other")
{
    for_each_engine([](World& world) {
        const auto page = *show_law_settings(request_about("", {}), world.context);
        CHECK(says(page, "Reporting time"));
        CHECK(says(page, "9:45am"));
        CHECK_FALSE(says(page, "/admin/settings/law/duty_day"));
        for (const auto& number : law_numbers())
            if (number.basis == LawBasis::local && number.valid.contains(world.context.today)) CHECK(says(page, "/admin/settings/law/" + number.name));
    });
}

TEST_CASE("a change is seen before it is made: old and new, from when, and the rule it touches")
{
    for_each_engine([](World& world) {
        const auto blank = *show_law_setting(request_about("day_six_warning_day", {}), world.context);
        CHECK(blank.status == 200);
        CHECK_FALSE(says(blank, "Confirm this change"));
        const auto seen = *show_law_setting(request_about("day_six_warning_day", another_warning_day()), world.context);
        CHECK(seen.status == 200);
        for (const auto* words : {"What this changes", "3 school days, the default", "2 school days, your own choice", "1 December 2026", "R6 Day six", "Confirm this change",
                                  "name=\"seen\" value=\"3\"", "Places &amp; people fill up early."})
            CHECK(says(seen, words));
        CHECK(warning_day(world, date(2026, 12, 1)) == 3);
    });
}

TEST_CASE("a confirmed change holds from its day, and stands in the list")
{
    for_each_engine([](World& world) {
        auto typed = another_warning_day();
        typed.emplace_back("seen", "3");
        const auto done = *submit_law_setting(request_about("day_six_warning_day", typed, Method::post), world.context);
        CHECK(done.status == 303);
        CHECK(done.success == "“Day six warning day” is 2 school days from 1 December 2026.");
        CHECK(warning_day(world, date(2026, 11, 30)) == 3);
        CHECK(warning_day(world, date(2026, 12, 1)) == 2);
        CHECK(says(*show_law_settings(request_about("", {}), world.context), "2 school days from 1 December 2026"));
        // Back to the default again, later.
        const Typed back{{"choosing", "standard"}, {"value", "2"}, {"from-day", "4"}, {"from-month", "1"}, {"from-year", "2027"}, {"reason", "It was too early."}};
        CHECK(says(*show_law_setting(request_about("day_six_warning_day", back), world.context), "3 school days, the default"));
        CHECK(submit_law_setting(request_about("day_six_warning_day", back, Method::post), world.context)->status == 303);
        CHECK(warning_day(world, date(2027, 1, 4)) == 3);
        CHECK(says(*show_law_setting(request_about("day_six_warning_day", {}), world.context), "The default again from 4 January 2027"));
    });
}

TEST_CASE("an hour is typed as an hour, and a day of the year as a day")
{
    for_each_engine([](World& world) {
        CHECK(says(*show_law_setting(request_about("reporting_minute", another_warning_day("9.30")), world.context), "9:30am, your own choice"));
        CHECK(says(*show_law_setting(request_about("destination_intended_day", another_warning_day("28 February")), world.context), "28 February, your own choice"));
    });
}

TEST_CASE("what is wrong is said at its field, everything typed stays, and nothing is changed")
{
    for_each_engine([](World& world) {
        for (const auto method : {Method::get, Method::post}) {
            const auto answer = [&](const Typed& typed) {
                const auto request = request_about("day_six_warning_day", typed, method);
                return *(method == Method::get ? show_law_setting(request, world.context) : submit_law_setting(request, world.context));
            };
            const auto late = answer(another_warning_day("6"));
            CHECK(late.status == 422);
            CHECK(says(late, "Enter less than 6: “Day six warning day” has to come before “Duty day”."));
            CHECK(says(late, "Places &amp; people fill up early."));
            CHECK(says(answer(another_warning_day("two")), "A whole number of school days."));
            CHECK(says(answer(another_warning_day("2", "2026-11-22")), "A choice holds from today or a later day."));
            CHECK(says(answer({{"choosing", "own"}, {"value", "2"}, {"from", "2026-12-01"}}), "Say why, for those who ask later."));
            CHECK(says(answer({{"value", "2"}}), "Choose what should hold."));
        }
        CHECK(world.context.read([](Transaction& tx) { return people::law_choices(tx); }).empty());
    });
}

TEST_CASE("what statute fixes has no page, and a change that somebody made meanwhile is not made over it")
{
    for_each_engine([](World& world) {
        CHECK(code_of(show_law_setting(request_about("duty_day", {}), world.context)) == "law.unknown_setting");
        CHECK(code_of(submit_law_setting(request_about("lunch", another_warning_day(), Method::post), world.context)) == "law.unknown_setting");
        auto typed = another_warning_day();
        typed.emplace_back("seen", "4");
        const auto answer = submit_law_setting(request_about("day_six_warning_day", typed, Method::post), world.context);
        REQUIRE_FALSE(answer.has_value());
        CHECK(answer.error().kind() == ProblemKind::stale);
    });
}

}  // namespace waymark::law
