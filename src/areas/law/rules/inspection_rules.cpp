// Reads a case for each, asks the rule of its area, and words the answer.
#include "law/rules/inspection_rules.hpp"

#include <algorithm>

#include "foundation/text.hpp"
#include "inspection/rules/questions.hpp"
#include "inspection/rules/tiers.hpp"
#include "inspection/rules/tracking.hpp"
#include "law/rules/enum_choices.hpp"
#include "pupils/rules/sharing_ground.hpp"

namespace waymark::law {
namespace {

using enum FieldKind;

constexpr int children_most = 1000, minutes_in_week = 7 * 24 * 60, inspected_sessions_most = 1000;

Answer answer_tier_of(Case& given)
{
    inspection::Support support{.is_outreach = given.flag("is_outreach"), .keeps_school_place = given.flag("keeps_school_place"),
                                .ends_with_school_age = given.flag("ends_with_school_age")};
    if (!given.text_if_any("destination").empty()) support.destination = enum_choice<placements::Destination>(given, "destination");
    TRY(given.result());
    const auto tier = inspection::tier_of(support);
    return Value::Record{{"tier", static_cast<int>(tier) + 1}, {"working", std::string{inspection::tier_name(tier)} + "."}};
}

Answer answer_sharing_ground(Case& given)
{
    const auto purpose = enum_choice<pupils::SharingPurpose>(given, "purpose");
    const auto kind = enum_choice<pupils::InformationKind>(given, "information");
    TRY(given.result());
    const auto found = pupils::sharing_ground(purpose, kind);
    std::vector<std::string> words;
    for (const auto ground : found.grounds) words.emplace_back(pupils::ground_name(ground));
    return Value::Record{{"is_allowed", !found.grounds.empty()}, {"grounds", texts_of(found.grounds)}, {"asks_consent", found.asks_consent},
                         {"records_disclosure", found.records_disclosure}, {"working", words.empty() ? "Nothing here allows it." : join(words, "; ") + "."}};
}

Answer answer_children_to_follow(Case& given)
{
    std::vector<std::vector<std::string>> kinds;
    auto children = given.cases("children");
    if (children.size() > children_most) given.wrong("children", "at most 1,000 records");
    for (auto& one : children) {
        kinds.push_back(one.texts("kinds"));
        given.append(one);
    }
    const int how_many = given.whole_if_any("how_many", 1, children_most).value_or(static_cast<int>(inspection::children_followed));
    TRY(given.result());
    Value::List places;
    for (const auto at : inspection::children_to_follow(kinds, static_cast<std::size_t>(how_many))) places.emplace_back(static_cast<int>(at) + 1);
    return Value::Record{{"places", std::move(places)}};
}

Answer answer_questions_on_purpose(Case& given)
{
    const inspection::PlaceOnDay place{.has_measured_goal = given.flag("has_measured_goal"), .has_way_on = given.flag("has_way_on"),
                                       .child_was_heard = given.flag("child_was_heard"), .review_due = given.day_if_any("review_due"), .attendance = {}, .agreed_end = {}};
    const Date on = given.day("day");
    TRY(given.result());
    return Value::Record{{"questions", texts_of(inspection::questions_on_purpose(place, on))}};
}

Answer answer_questions_on_safety(Case& given)
{
    const Date on = given.day("day");
    const inspection::PlaceOnDay place{.is_assured = given.flag("is_assured"), .is_registered = given.flag("is_registered"),
                                       .minutes_a_week = given.whole("minutes_a_week", 0, minutes_in_week), .is_compulsory_age = given.flag("is_compulsory_age"),
                                       .is_on_a_roll = given.flag("is_on_a_roll"), .days_not_seen = given.whole("days_not_seen", 0, inspected_sessions_most),
                                       .attendance = {.present = given.whole("present", 0, inspected_sessions_most),
                                                      .authorised = given.whole("authorised", 0, inspected_sessions_most),
                                                      .unauthorised = given.whole("unauthorised", 0, inspected_sessions_most)},
                                       .agreed_end = given.day("agreed_end")};
    const Law law = given.law(on);
    TRY(given.result());
    return Value::Record{{"questions", texts_of(inspection::questions_on_safety(place, on, law))}};
}

}  // namespace

std::vector<RuleFunction> inspection_rules()
{
    return {
        {"tier_of", "R24", "Which of the three tiers does a piece of support belong to?",
         {{"is_outreach", flag, "given in the mainstream school; nothing else then counts", may_be_left_out},
          {"keeps_school_place", flag, "a mainstream school keeps the child on its roll meanwhile, and did not exclude the child for good", may_be_left_out},
          {"ends_with_school_age", flag, "it runs to the school leaving day or past it", may_be_left_out},
          {"destination", choice, "where the child went, once it ended and that is known", may_be_left_out, enum_choices<placements::Destination>()}},
         {{"tier", whole, "1 support in the mainstream school; 2 a place for a time: the child went back, or is meant to; 3 a place that leads to a new school or post-16. A "
                          "destination tells when it is the same school, another school, further education or work; others leave what was meant"}, working_field()},
         answer_tier_of},
        {"sharing_ground", "R53", "On which lawful ground is what is known of a child used or shared?",
         {{"purpose", choice, "what for", false, enum_choices<pupils::SharingPurpose>()}, {"information", choice, "the most sensitive kind in it", false, enum_choices<pupils::InformationKind>()}},
         {{"is_allowed", flag, "whether anything here allows it"},
          {"grounds", texts, "all that hold together, in the order of the law"},
          {"asks_consent", flag, "the family is asked"}, {"records_disclosure", flag, "what, to whom, why and on which ground is written down"}, working_field()},
         answer_sharing_ground},
        {"children_to_follow", "R56", "Which children show the most, for following about six in detail?",
         {{"children", cases, "in the order of the list", may_be_left_out, {}, {{"kinds", texts, "what the child stands for; a kind twice is one kind", may_be_left_out}}},
          {"how_many", whole, "1 to 1,000; 6 when left out", may_be_left_out}},
         {{"places", wholes, "their places in the list, from 1, in the order chosen: each next child shows the most kinds that none before has shown, of several the first"}},
         answer_children_to_follow},
        {"questions_on_purpose", "R57", "What would the questions of the thematic review find missing about a child’s place?",
         {{"day", day, "the day asked about"}, {"has_measured_goal", flag, "a goal with a target is written down", may_be_left_out},
          {"has_way_on", flag, "the way on from the place is written down", may_be_left_out}, {"child_was_heard", flag, "the child’s own view since it began is", may_be_left_out},
          {"review_due", day, "the first review not held; none when none is set", may_be_left_out}},
         {{"questions", texts, "no_measure, no_way_on, child_not_heard, review_overdue (due before the day), in this order"}}, answer_questions_on_purpose},
        {"questions_on_safety", "R58", "What would a school’s inspectors ask about a child’s place?",
         {{"day", day, "the day asked about"}, {"is_assured", flag, "the setting is quality assured, with or without conditions", may_be_left_out},
          {"is_registered", flag, "the setting is a registered school", may_be_left_out}, {"minutes_a_week", whole, "timetabled there, 0 to 10,080"},
          {"is_compulsory_age", flag, "of compulsory school age", may_be_left_out}, {"is_on_a_roll", flag, "on some school’s roll", may_be_left_out},
          {"days_not_seen", whole, "expected days in a row with no session attended, 0 to 1,000"}, {"present", whole, "sessions attended there this school year"},
          {"authorised", whole, "sessions of authorised absence"}, {"unauthorised", whole, "sessions of unauthorised absence"}, {"agreed_end", day, "the end that was agreed"}, settings_field()},
         {{"questions", texts, "setting_not_assured, full_time_at_unregistered (over registration_full_time_above_minutes, of compulsory age), on_no_roll (of compulsory age), out_of_sight (from "
                               "unauthorised_school_days), persistently_absent (R47), past_agreed_end (before the day), in this order"}},
         answer_questions_on_safety},
    };
}

}  // namespace waymark::law
