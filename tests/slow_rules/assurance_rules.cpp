#include "slow_rules/assurance_rules.hpp"

#include <algorithm>
#include <set>

#include "slow_rules/slow_clock.hpp"

namespace waymark::slow {
namespace {

constexpr int working_or_school_days_that_warn = 5;

Value::Record case_lado_told(Chance& chance)
{
    const Date raised = chance.in_hundred(20) ? date(chance.between(2023, 2028), 12, 20) + Days{chance.between(0, 14)} : chance.day(date(2023, 1, 1), date(2028, 12, 31));
    Value::Record given{{"raised_on", raised}, {"today", raised + Days{chance.between(0, 8)}}};
    sometimes(chance, given, "told_on", 50, raised, 0, 8);
    return given;
}

Value slow_lado_told(const Value& given)
{
    Date due = day_in(given, "raised_on") + Days{1};
    while (!is_working(due)) due += Days{1};
    return *slow_clock("", due, day_in(given, "today"), day_if_in(given, "told_on"), working_days(), working_or_school_days_that_warn);
}

Value::Record case_suspended_child_reviewed(Chance& chance)
{
    const Date suspended = chance.school_time();
    Value::Record given{{"suspended_on", suspended}, {"today", suspended + Days{chance.between(0, 20)}}, {"calendar", chance.calendar()}};
    sometimes(chance, given, "reviewed_on", 50, suspended, 0, 20);
    if (chance.in_hundred(10)) given.emplace_back("settings", Value::Record{{"suspended_review_school_days", chance.between(0, 5)}});
    return given;
}

Value slow_suspended_child_reviewed(const Value& given)
{
    const SlowCalendar school{given};
    const int within = given.find("settings") ? whole_in(*given.find("settings"), "suspended_review_school_days") : 3;
    const auto due = school.after(day_in(given, "suspended_on"), within);
    if (!due) return calendar_missing();
    const auto clock = slow_clock("", *due, day_in(given, "today"), day_if_in(given, "reviewed_on"), school_days(school), working_or_school_days_that_warn);
    return clock ? Value{*clock} : calendar_missing();
}

Value::Record case_checklist_result(Chance& chance)
{
    Value::List scores;
    const bool has_critical = chance.in_hundred(60);
    for (int left = chance.in_hundred(5) ? 0 : chance.between(1, 30); left > 0; --left) {
        Value::Record one{{"area", chance.between(1, 4)}};
        toss(chance, one, "is_critical", has_critical ? 10 : 0);
        if (chance.in_hundred(85)) one.emplace_back("points", chance.in_hundred(70) ? 2 : chance.between(0, 1));
        scores.emplace_back(std::move(one));
    }
    Value::Record given{{"scores", std::move(scores)}};
    if (chance.in_hundred(40)) given.emplace_back("conditions_below_percent", chance.between(40, 90));
    return given;
}

Value slow_checklist_result(const Value& given)
{
    const int line = whole_in(given, "conditions_below_percent", 60);
    Value::List areas;
    int critical = 0, lowest = 101;
    bool below = false;
    for (int area = 1; area <= 99; ++area) {
        int points = 0, most = 0, criteria = 0;
        for (const auto& one : list_in(given, "scores")) {
            if (whole_in(one, "area") != area) continue;
            ++criteria;
            const int scored = whole_in(one, "points", -1);
            if (scored < 0) continue;
            points += scored;
            most += 2;
            critical += scored == 0 && flag_in(one, "is_critical") ? 1 : 0;
        }
        if (criteria == 0) continue;
        Value::Record answer{{"area", area}, {"points", points}, {"applicable", most / 2}};
        if (most > 0) {
            int percent = 0;
            while (percent < 100 && (percent + 1) * most <= 100 * points) ++percent;
            answer.emplace_back("percent", percent);
            lowest = std::min(lowest, percent);
            below = below || 100 * points < line * most;
        }
        areas.emplace_back(std::move(answer));
    }
    const bool nothing = lowest == 101;
    Value::Record answer{{"areas", std::move(areas)}, {"critical_not_met", critical},
                         {"status", critical > 0 || nothing ? "not_assured" : below ? "assured_with_conditions" : "assured"}};
    if (!nothing) answer.emplace_back("lowest_area_percent", lowest);
    return answer;
}

Value::Record case_assurance_on(Chance& chance)
{
    const Date day = chance.in_hundred(5) ? date(2025, 2, 28) + Days{chance.between(0, 2)} : chance.school_time();
    Value::List visits, suspensions, documents;
    for (int left = chance.in_hundred(10) ? 0 : chance.between(1, 3); left > 0; --left) {
        const Date held = chance.in_hundred(5) ? date(2024, 2, 29) : day - Days{chance.in_hundred(30) ? chance.between(363, 368) : chance.between(-5, 420)};
        visits.emplace_back(Value::Record{{"held_on", held}, {"kind", chance.one({"initial", "annual", "follow_up", "desk"})},
                                          {"critical_not_met", chance.in_hundred(15) ? 1 : 0}, {"lowest_area_percent", chance.in_hundred(40) ? chance.between(58, 61) : chance.between(0, 100)}});
    }
    if (chance.in_hundred(15)) {
        Value::Record suspended{{"from", day + Days{chance.between(-10, 2)}}};
        if (chance.in_hundred(60)) suspended.emplace_back("to", day + Days{chance.between(2, 8)});
        suspensions.emplace_back(std::move(suspended));
    }
    for (int left = chance.between(0, 4); left > 0; --left) {
        const Date issued = day - Days{chance.between(-2, 380)};
        Value::Record one{{"kind", chance.one({"insurance", "dbs_attestation", "safeguarding_policy", "fire_risk_assessment", "food_or_vehicle", "health_and_safety_policy", "other"})}, {"issued_on", issued}};
        if (chance.in_hundred(70)) one.emplace_back("expires_on", day + Days{chance.in_hundred(25) ? chance.between(-1, 1) : chance.between(-30, 400)});
        sometimes(chance, one, "verified_on", 80, issued, 0, 20);
        documents.emplace_back(std::move(one));
    }
    Value::Record given{{"day", day}, {"visits", std::move(visits)}, {"suspensions", std::move(suspensions)}, {"documents", std::move(documents)}};
    if (chance.in_hundred(20)) given.emplace_back("conditions_below_percent", chance.between(40, 80));
    if (chance.in_hundred(20)) given.emplace_back("settings", Value::Record{{"assurance_months", chance.between(3, 14)}});
    return given;
}

struct SlowVisit {
    Date held_on;
    bool desk = false;
    int critical = 0, lowest = 0;
};
struct SlowDocument {
    std::string kind;
    Date issued;
    std::optional<Date> expires, verified;
};

/// What was known on a day: visits held, documents issued.
struct SlowEvidence {
    std::vector<SlowVisit> visits;
    std::vector<SlowDocument> documents;
    Date counts_until{};     // the last day on which the last visit in person counts

    SlowEvidence(const Value& given, Date day)
    {
        for (const auto& one : list_in(given, "visits"))
            if (day_in(one, "held_on") <= day) visits.push_back({day_in(one, "held_on"), text_in(one, "kind") == "desk", whole_in(one, "critical_not_met"), whole_in(one, "lowest_area_percent")});
        std::ranges::stable_sort(visits, {}, &SlowVisit::held_on);
        for (const auto& one : list_in(given, "documents"))
            if (day_in(one, "issued_on") <= day) documents.push_back({text_in(one, "kind"), day_in(one, "issued_on"), day_if_in(one, "expires_on"), day_if_in(one, "verified_on")});
        const auto* settings = given.find("settings");
        if (last_seen()) counts_until = slow_months_after(*last_seen(), settings ? whole_in(*settings, "assurance_months") : 12);
    }

    [[nodiscard]] std::optional<Date> last_seen() const
    {
        std::optional<Date> seen;
        for (const auto& visit : visits)
            if (!visit.desk) seen = visit.held_on;
        return seen;
    }

    /// Whether a visit or a critical document has lapsed on a day, by what is known on `known_on`.
    [[nodiscard]] bool has_lapsed(Date day, Date known_on) const
    {
        if (day > counts_until) return true;
        for (const std::string_view kind : {"insurance", "dbs_attestation", "safeguarding_policy", "fire_risk_assessment", "food_or_vehicle"}) {
            bool counts = false, expired = false;
            for (const auto& document : documents) {
                if (document.kind != kind) continue;
                const bool over = document.expires && *document.expires < day;
                expired = expired || over;
                counts = counts || (!over && document.verified && *document.verified <= known_on);
            }
            if (expired && !counts) return true;
        }
        return false;
    }
};

Value slow_assurance_on(const Value& given)
{
    const Date day = day_in(given, "day");
    SlowEvidence known{given, day};
    bool suspended = false;
    for (const auto& one : list_in(given, "suspensions")) {
        const auto to = day_if_in(one, "to");
        suspended = suspended || (day_in(one, "from") <= day && !(to && *to < day));
    }
    std::string_view status = "assured";
    if (!known.visits.empty() && known.visits.back().lowest < whole_in(given, "conditions_below_percent", 60)) status = "assured_with_conditions";
    if (known.last_seen() && known.has_lapsed(day, day)) status = "lapsed";
    if (!known.last_seen() || known.visits.back().critical > 0) status = "not_assured";
    if (suspended) status = "suspended";
    const bool is_assured = status.starts_with("assured");
    Value::Record answer{{"status", status}, {"may_take_new_placements", is_assured}};
    if (!is_assured) return answer;
    // What nobody has verified cannot lapse later: it does not count now.
    std::erase_if(known.documents, [&](const SlowDocument& document) { return !document.verified || *document.verified > day; });
    Date last = day;
    while (!known.has_lapsed(last + Days{1}, day)) last += Days{1};
    answer.emplace_back("good_until", last);
    return answer;
}

constexpr SlowRule assurance_rules[] = {
    {"lado_told", case_lado_told, slow_lado_told},
    {"suspended_child_reviewed", case_suspended_child_reviewed, slow_suspended_child_reviewed},
    {"checklist_result", case_checklist_result, slow_checklist_result},
    {"assurance_on", case_assurance_on, slow_assurance_on},
};

}  // namespace

std::span<const SlowRule> slow_assurance_rules() { return assurance_rules; }

}  // namespace waymark::slow
