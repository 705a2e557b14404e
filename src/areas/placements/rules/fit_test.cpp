// What makes a programme fit a child, with the edge on both sides.
#include "placements/rules/fit.hpp"

#include <doctest/doctest.h>

namespace waymark::placements {
namespace {

std::vector<WeekdaySession> whole_week()
{
    std::vector<WeekdaySession> all;
    for (int day = 0; day < 5; ++day)
        for (const auto session : {Session::am, Session::pm}) all.push_back({static_cast<Weekday>(day), session});
    return all;
}

ChildToPlace year_ten_pupil() { return {.age = 14, .year_group = 10, .sex = "male", .primary_need = "SEMH", .on_mainstream_roll = true}; }

PlaceWanted four_sessions() { return {.category = "vocational", .category_name = "Vocational", .sessions_per_week = 4, .unregistered_agreed = true}; }

ProgrammeToConsider land_skills()
{
    return {.category = "vocational", .category_name = "Vocational", .age_from = 14, .age_to = 16, .needs = {"SEMH", "ASD"},
            .assured = quality::Status::assured, .assured_words = "Assured until 3 March 2027", .runs = whole_week(), .free = whole_week(),
            .distance_miles = 2.4};
}

const Law& law() { return law_on(date(2026, 11, 23)); }

Verdict verdict(const Fit& fit, std::string_view code) { return fit.reason(code)->verdict; }

}  // namespace

TEST_CASE("a programme that passes every rule fits, and says why in each")
{
    const auto fit = fit_of(year_ten_pupil(), four_sessions(), land_skills(), law());
    CHECK(fit.verdict == Verdict::fits);
    CHECK(fit.reasons.size() == 12);
    CHECK(fit.reason("fit.distance")->words == "2.4 miles from home in a straight line");
    CHECK(fit.sessions.size() == 4);
}

TEST_CASE("a child one year too young does not fit; on the lowest age the child does")
{
    auto child = year_ten_pupil();
    child.age = 13;
    CHECK(verdict(fit_of(child, four_sessions(), land_skills(), law()), "fit.age") == Verdict::does_not_fit);
    child.age = 14;
    CHECK(verdict(fit_of(child, four_sessions(), land_skills(), law()), "fit.age") == Verdict::fits);
    child.age = 17;
    CHECK(fit_of(child, four_sessions(), land_skills(), law()).reason("fit.age")->words == "Takes ages 14 to 16, and the child will be 17");
}

TEST_CASE("a category for key stage 3 does not fit a child in Year 10")
{
    auto programme = land_skills();
    programme.category_key_stages = {1, 2, 3};
    const auto fit = fit_of(year_ten_pupil(), four_sessions(), programme, law());
    CHECK(fit.verdict == Verdict::does_not_fit);
    CHECK(fit.reason("fit.key_stage")->words == "Is for key stage 1, 2 and 3, and the child is in Year 10");
}

TEST_CASE("a need nobody recorded is not known, never a pass or a failure")
{
    auto child = year_ten_pupil();
    child.primary_need.reset();
    const auto fit = fit_of(child, four_sessions(), land_skills(), law());
    CHECK(verdict(fit, "fit.need") == Verdict::not_known);
    CHECK(fit.verdict == Verdict::not_known);
    child.primary_need = "VI";
    CHECK(fit_of(child, four_sessions(), land_skills(), law()).verdict == Verdict::does_not_fit);
}

TEST_CASE("all failing rules are kept, not only the first")
{
    auto programme = land_skills();
    programme.sex = "female";
    programme.assured = quality::Status::lapsed;
    programme.assured_words = "Lapsed on 1 November 2026";
    const auto fit = fit_of(year_ten_pupil(), four_sessions(), programme, law());
    CHECK(verdict(fit, "fit.sex") == Verdict::does_not_fit);
    CHECK(verdict(fit, "fit.assured") == Verdict::does_not_fit);
    CHECK(verdict(fit, "fit.age") == Verdict::fits);
}

TEST_CASE("a suspended provider takes no new child")
{
    auto programme = land_skills();
    programme.assured = quality::Status::suspended;
    CHECK(fit_of(year_ten_pupil(), four_sessions(), programme, law()).reason("fit.assured")->words == "New placements are suspended");
}

TEST_CASE("an unregistered provider may teach 18 hours a week, not more")
{
    auto wanted = four_sessions();
    auto programme = land_skills();
    programme.session_minutes = 180;
    wanted.sessions_per_week = 6;
    CHECK(verdict(fit_of(year_ten_pupil(), wanted, programme, law()), "fit.hours") == Verdict::fits);
    programme.minutes_already_here = 1;
    CHECK(verdict(fit_of(year_ten_pupil(), wanted, programme, law()), "fit.hours") == Verdict::does_not_fit);
}

TEST_CASE("in a split week an unregistered provider is proposed only for as many sessions as stay part time")
{
    auto wanted = four_sessions();
    wanted.sessions_per_week = 10;
    wanted.split_agreed = true;
    const auto fit = fit_of(year_ten_pupil(), wanted, land_skills(), law());
    CHECK(fit.sessions.size() == 7);
    CHECK(verdict(fit, "fit.hours") == Verdict::fits);
}

TEST_CASE("an unregistered provider that calls itself full time never fits")
{
    auto programme = land_skills();
    programme.is_full_time = true;
    CHECK(verdict(fit_of(year_ten_pupil(), four_sessions(), programme, law()), "fit.hours") == Verdict::does_not_fit);
    programme.is_registered = true;
    CHECK(verdict(fit_of(year_ten_pupil(), four_sessions(), programme, law()), "fit.hours") == Verdict::fits);
}

TEST_CASE("unregistered and out-of-area provision fit only where somebody signed them off")
{
    auto wanted = four_sessions();
    wanted.unregistered_agreed = false;
    CHECK(verdict(fit_of(year_ten_pupil(), wanted, land_skills(), law()), "fit.registered") == Verdict::does_not_fit);
    auto programme = land_skills();
    programme.in_authority = false;
    CHECK(verdict(fit_of(year_ten_pupil(), four_sessions(), programme, law()), "fit.area") == Verdict::does_not_fit);
    wanted.out_of_area_agreed = true;
    CHECK(verdict(fit_of(year_ten_pupil(), wanted, programme, law()), "fit.area") == Verdict::fits);
}

TEST_CASE("a category that needs dual registration needs a child on a school's roll")
{
    auto programme = land_skills();
    programme.dual_registration_required = true;
    CHECK(verdict(fit_of(year_ten_pupil(), four_sessions(), programme, law()), "fit.roll") == Verdict::fits);
    auto child = year_ten_pupil();
    child.on_mainstream_roll = false;
    CHECK(verdict(fit_of(child, four_sessions(), programme, law()), "fit.roll") == Verdict::does_not_fit);
}

TEST_CASE("three of four sessions free does not fit, unless a split week was agreed")
{
    auto programme = land_skills();
    programme.free = {{Weekday::monday, Session::am}, {Weekday::monday, Session::pm}, {Weekday::friday, Session::am}};
    auto wanted = four_sessions();
    CHECK(fit_of(year_ten_pupil(), wanted, programme, law()).reason("fit.places")->words == "Has 3 of the 4 sessions wanted free");
    wanted.split_agreed = true;
    CHECK(fit_of(year_ten_pupil(), wanted, programme, law()).verdict == Verdict::fits);
}

TEST_CASE("a session the child spends elsewhere is not offered again")
{
    auto child = year_ten_pupil();
    child.taken = {{Weekday::monday, Session::am}};
    auto programme = land_skills();
    programme.free = {{Weekday::monday, Session::am}};
    auto wanted = four_sessions();
    wanted.split_agreed = true;
    const auto fit = fit_of(child, wanted, programme, law());
    CHECK(verdict(fit, "fit.places") == Verdict::does_not_fit);
    CHECK(fit.sessions.empty());
}

TEST_CASE("sessions are proposed as whole days first, and only whole days where the price is by the day")
{
    const std::vector<WeekdaySession> free{{Weekday::monday, Session::am}, {Weekday::tuesday, Session::am},
                                           {Weekday::tuesday, Session::pm}, {Weekday::friday, Session::pm}};
    CHECK(proposed_sessions(free, 3, false) == std::vector<WeekdaySession>{{Weekday::monday, Session::am},
                                                                           {Weekday::tuesday, Session::am},
                                                                           {Weekday::tuesday, Session::pm}});
    CHECK(proposed_sessions(free, 3, true).size() == 2);
    CHECK(proposed_sessions(free, 1, true).empty());
}

TEST_CASE("an unmeasured distance is said, and does not make the whole answer not known")
{
    auto programme = land_skills();
    programme.distance_miles.reset();
    const auto fit = fit_of(year_ten_pupil(), four_sessions(), programme, law());
    CHECK(verdict(fit, "fit.distance") == Verdict::not_known);
    CHECK(fit.verdict == Verdict::fits);
}

}  // namespace waymark::placements
