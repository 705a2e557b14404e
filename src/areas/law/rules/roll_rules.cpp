// R17 to R22: legal basis, directions, managed moves, rolls.
#include "law/rules/enum_choices.hpp"
#include "law/rules/groups.hpp"
#include "placements/rules/direction.hpp"
#include "placements/rules/legal_basis.hpp"
#include "pupils/rules/leaving_roll.hpp"
#include "pupils/rules/managed_move.hpp"
#include "pupils/rules/rolls.hpp"
#include "vocabulary/severity.hpp"

namespace waymark::law {
namespace {

using enum FieldKind;

Answer answer_legal_basis(Case& given)
{
    const auto basis = enum_choice<placements::LegalBasis>(given, "basis");
    const auto roll = enum_choice<placements::RollDuringPlacement>(given, "roll");
    TRY(given.result());
    const auto follows = placements::follows_from(basis, roll);
    return Value::Record{{"commissioner", enum_text(follows.commissioner)}, {"counted_as", enum_text(follows.counted_as)},
                         {"needs_direction_notice", follows.needs_direction_notice}, {"needs_parents_consent", follows.needs_parents_consent},
                         {"may_be_for_behaviour", follows.may_be_for_behaviour}, {"register_code", enum_text(follows.code)}};
}

Answer answer_direction_notice(Case& given)
{
    const auto school = given.calendar();
    const placements::DirectionNotice notice{
        .starts_on = given.day("starts_on"),
        .given_on = given.day_if_any("given_on"),
        .has_ehc_plan = given.flag("has_ehc_plan"),
        .authority_told_on = given.day_if_any("authority_told_on"),
        .items = enum_list<placements::NoticeItem>(given, "items", "a list of items of a notice"),
        .override_reason = given.text_if_any("override_reason"),
    };
    const Law law = given.law(notice.starts_on);
    TRY(given.result());
    const auto found = TRY(placements::check_notice(notice, school, law));
    return Value::Record{{"latest_notice", found.latest}, {"is_late", found.is_late}, {"authority_is_late", found.authority_is_late},
                         {"missing", enum_texts(found.missing)}, {"may_start", found.may_start}};
}

Answer answer_direction_review_request(Case& given)
{
    const Date requested = given.day("requested_on");
    const auto reviews = given.days("reviews");
    const Law law = given.law(requested);
    TRY(given.result());
    return Value::Record{{"must_hold", placements::must_hold_review(requested, reviews, law)},
                         {"looked_back_to", requested - Days{law.direction_review_request_days}}};
}

Answer answer_direction_review_times(Case& given)
{
    const Date review = given.day("review_on");
    const auto invited = given.day_if_any("invited_on"), told = given.day_if_any("outcome_told_on");
    const Law law = given.law(review);
    TRY(given.result());
    const auto times = placements::times_of_review(review, law);
    Value::Record answer{{"invite_by", times.invite_by}, {"tell_outcome_by", times.tell_outcome_by}};
    if (invited) answer.emplace_back("invitation_is_late", *invited > times.invite_by);
    if (told) answer.emplace_back("outcome_is_late", *told > times.tell_outcome_by);
    return answer;
}

Answer answer_next_direction_review(Case& given)
{
    const auto school = given.calendar();
    const Date since = given.day("since");
    const Law law = given.law(since);
    TRY(given.result());
    return Value::Record{{"due", TRY(placements::next_direction_review(since, school, law))}};
}

Answer answer_managed_move(Case& given)
{
    const pupils::ManagedMove move{
        .moves_on = given.day("moves_on"),
        .is_trial = given.flag("is_trial"),
        .head_agreed_on = given.day_if_any("head_agreed_on"),
        .new_head_agreed_on = given.day_if_any("new_head_agreed_on"),
        .parent_agreed_on = given.day_if_any("parent_agreed_on"),
        .has_ehc_plan = given.flag("has_ehc_plan"),
        .plan_amended_on = given.day_if_any("plan_amended_on"),
    };
    TRY(given.result());
    const auto lacking = pupils::lacking_to_move(move);
    return Value::Record{{"may_go_ahead", lacking.empty()}, {"lacking", enum_texts(lacking)}};
}

Answer answer_rolls_on(Case& given)
{
    const Date on = given.day("day");
    std::vector<pupils::Enrolment> enrolments;
    for (auto& one : given.cases("enrolments")) {
        const auto status = enum_choice<pupils::EnrolmentStatus>(one, "status");
        const Date from = one.day("from");
        const auto to = one.day_if_any("to");
        given.append(one);
        enrolments.push_back({.status = status, .days = {from, to}});
    }
    TRY(given.result());
    const auto found = pupils::rolls_on(enrolments, on);
    return Value::Record{{"rolls", enum_text(found.rolls)}, {"faults", enum_texts(found.faults)}};
}

Answer answer_who_answers(Case& given)
{
    const auto matter = enum_choice<pupils::RollMatter>(given, "matter");
    TRY(given.result());
    return Value::Record{{"answers", enum_text(pupils::who_answers(matter))}};
}

Answer answer_ground_to_leave_roll(Case& given)
{
    pupils::LeavingCase leaving{
        .ground = enum_choice<pupils::LeavingGround>(given, "ground"),
        .review_is_over = given.flag("review_is_over"),
        .in_writing = given.flag("in_writing"),
        .school_days = given.whole_if_any("school_days", 0, 400).value_or(0),
        .enquiries_made = given.flag("enquiries_made"),
    };
    const auto from = given.day_if_any("custody_from"), to = given.day_if_any("custody_to");
    if (from && to) leaving.custody = DateRange{*from, *to};
    const Law law = given.law(given.day("day"));
    TRY(given.result());
    const auto lacking = pupils::lacking_to_leave(leaving, law);
    return Value::Record{{"may_come_off", lacking.empty()}, {"lacking", enum_texts(lacking)}};
}

Answer answer_roll_news_due(Case& given)
{
    const auto change = enum_choice<pupils::RollChange>(given, "change");
    const Date changed = given.day("changed_on"), today = given.day("today");
    const auto told = given.day_if_any("told_on");
    const Law law = given.law(changed);
    TRY(given.result());
    const Date due = pupils::roll_news_due(change, changed, law);
    const bool is_overdue = !told && today > due;
    return Value::Record{{"due", due}, {"is_late", is_overdue || (told && *told > due)},
                         {"severity", enum_text(is_overdue ? Severity::breach : Severity::info)}};
}

Answer answer_off_rolling_watch(Case& given)
{
    const auto placed = given.days("placed_on");
    const pupils::RollEnd end{
        .last_day = given.day("last_day"),
        .year_group = given.whole("year_group", -5, 14),
        .has_ground = given.flag("has_ground"),
        .placed_on = placed,
    };
    const Law law = given.law(end.last_day);
    TRY(given.result());
    const auto watched = pupils::off_rolling_watch(end, law);
    return Value::Record{{"is_watched", watched.is_watched()}, {"by_year_group", watched.by_year_group}, {"after_placement", watched.after_placement}};
}

std::vector<RuleFunction> basis_and_direction_rules()
{
    return {
        {"legal_basis", "R17", "What follows from the legal basis of a placement?",
         {{"basis", choice, "the power under which the child is placed", false, enum_choices<placements::LegalBasis>()},
          {"roll", choice, "whose roll the child is on while placed", false, enum_choices<placements::RollDuringPlacement>()}},
         {{"commissioner", choice, "who commissions it", false, enum_choices<placements::Commissioner>()},
          {"counted_as", choice, "under which heading it is reported", false, enum_choices<placements::CountedAs>()},
          {"needs_direction_notice", flag, "whether the notice of an off-site direction must be given"},
          {"needs_parents_consent", flag, "whether it needs the parent’s agreement"},
          {"may_be_for_behaviour", flag, "whether it may be used to improve behaviour"},
          {"register_code", choice, "the main school’s mark for a session attended there; none: no main school marks it", false,
           enum_choices<placements::RegisterCode>()}},
         answer_legal_basis},
        {"direction_notice", "R18", "Was the notice of an off-site direction in time and complete, and may the placement start?",
         {calendar_field("terms and closures of the school that directs"), {"starts_on", day, "first day of the direction"},
          {"given_on", day, "when the parent, or a pupil who is 18, had it in writing; left out: not given", may_be_left_out},
          {"has_ehc_plan", flag, "left out: no", may_be_left_out},
          {"authority_told_on", day, "asked only with an EHC plan; left out: not told", may_be_left_out},
          {"items", texts, "what it holds, of: address, person_to_report_to, number_of_days, reasons_and_objectives, session_times", may_be_left_out},
          {"override_reason", text, "why it starts although something is wrong; blank: none", may_be_left_out}},
         {{"latest_notice", day, "two school days before the start"}, {"is_late", flag, "to the parent: later, or not given"},
          {"authority_is_late", flag, "with an EHC plan: told later, or not told"}, {"missing", texts, "items it lacks, in the order above"},
          {"may_start", flag, "nothing is wrong, or a reason is recorded"}},
         answer_direction_notice},
        {"direction_review_request", "R19", "Must a review of a direction that was asked for in writing be held?",
         {{"requested_on", day, "by a parent, or by the authority with an EHC plan"}, {"reviews", days, "reviews held before; none when left out", may_be_left_out}},
         {{"must_hold", flag, "whether no review was held from that day to the day before the request"}, {"looked_back_to", day, "seventy days before the request"}},
         answer_direction_review_request},
        {"direction_review_times", "R19", "By when are people invited to a review of a direction, and by when told its outcome?",
         {{"review_on", day, "day of the review"}, {"invited_on", day, "when they were", may_be_left_out}, {"outcome_told_on", day, "when it was", may_be_left_out}},
         {{"invite_by", day, "last day to invite, six days before"}, {"tell_outcome_by", day, "last day to tell, six days after"},
          {"invitation_is_late", flag, "when its day is given", may_be_left_out}, {"outcome_is_late", flag, "when its day is given", may_be_left_out}},
         answer_direction_review_times},
        {"next_direction_review", "R19", "By which day is a direction reviewed when the governors set no other interval?",
         {calendar_field(), {"since", day, "first day of the direction, or day of the last review; not itself counted"}, settings_field()},
         {{"due", day, "thirty school days on, or the last day of the half-term when that is sooner; from the last day of a half-term, or a holiday, that of the next"}},
         answer_next_direction_review},
    };
}

}  // namespace

std::vector<RuleFunction> roll_rules()
{
    auto rules = basis_and_direction_rules();
    const std::vector<RuleFunction> rest{
        {"managed_move", "R20", "May a managed move go ahead?",
         {{"moves_on", day, "first day at the new school"}, {"is_trial", flag, "left out: no", may_be_left_out},
          {"head_agreed_on", day, "left out: not agreed", may_be_left_out}, {"new_head_agreed_on", day, "left out: not agreed", may_be_left_out},
          {"parent_agreed_on", day, "left out: not agreed", may_be_left_out}, {"has_ehc_plan", flag, "left out: no", may_be_left_out},
          {"plan_amended_on", day, "when the plan was amended to name the new school; asked only with an EHC plan", may_be_left_out}},
         {{"may_go_ahead", flag, "nothing is lacking"},
          {"lacking", texts, "is_trial, head, new_head, parent, plan_amendment, in this order; what is dated after the move lacks too"}},
         answer_managed_move},
        {"rolls_on", "R21", "On which rolls is a child on a day, and is anything wrong with them?",
         {{"enrolments", cases, "every roll the child has stood on", may_be_left_out, {},
           {{"status", choice, "a guest counts as on no roll", false, enum_choices<pupils::EnrolmentStatus>()}, {"from", day, "first day"},
            {"to", day, "last day; left out: still on it", may_be_left_out}}},
          {"day", day, "the day asked about"}},
         {{"rolls", choice, "dual: one main and one or more subsidiary", false, enum_choices<pupils::Rolls>()},
          {"faults", texts, "two_single, two_main, second_without_main, main_without_second, single_beside_others, in this order"}},
         answer_rolls_on},
        {"who_answers", "R21", "Who answers for what while a child is placed?",
         {{"matter", choice, "what is to be answered for", false, enum_choices<pupils::RollMatter>()}},
         {{"answers", choice, "roll school: the main one; host authority: where the site is", false, enum_choices<pupils::Answerer>()}}, answer_who_answers},
        {"ground_to_leave_roll", "R22", "May a school take a name off its roll on this ground?",
         {{"ground", choice, "why", false, enum_choices<pupils::LeavingGround>()}, {"day", day, "the day asked about"},
          {"review_is_over", flag, "permanent exclusion: whether it is final; left out: no", may_be_left_out},
          {"in_writing", flag, "home education: whether the parent gave notice in writing; left out: no", may_be_left_out},
          {"school_days", whole, "unauthorised absence: in a row; leave: since it ended; left out: 0", may_be_left_out},
          {"enquiries_made", flag, "unauthorised absence: by school and authority together; left out: no", may_be_left_out},
          {"custody_from", day, "first day as ordered", may_be_left_out}, {"custody_to", day, "last day as ordered", may_be_left_out}},
         {{"may_come_off", flag, "nothing is lacking"},
          {"lacking", texts, "never_a_ground, review_not_over, not_in_writing, too_few_school_days (under 20 of absence, under 10 after leave), "
                             "enquiries_missing, custody_too_short (four months or less), in this order"}},
         answer_ground_to_leave_roll},
        {"roll_news_due", "R22", "By which day does a school tell the authority of a change to its roll?",
         {{"change", choice, "a name added or deleted", false, enum_choices<pupils::RollChange>()}, {"changed_on", day, "the day of the change; not itself counted"},
          {"told_on", day, "left out: not told", may_be_left_out}, {"today", day, "the day asked about"}},
         {{"due", day, "five days after an addition, the day itself of a deletion"}, {"is_late", flag, "told after that day, or not told and it has passed"},
          {"severity", choice, "breach while not told and the day has passed", false, {"info", "warn", "breach"}}},
         answer_roll_news_due},
        {"off_rolling_watch", "R22", "Does somebody look again at the end of a roll?",
         {{"last_day", day, "last day on the roll"}, {"year_group", whole, "as the school has it, -5 to 14"},
          {"has_ground", flag, "whether a ground of the regulations is recorded; left out: no", may_be_left_out},
          {"placed_on", days, "first days of alternative provision; none when left out", may_be_left_out}, settings_field()},
         {{"is_watched", flag, "one of the two that follow"}, {"by_year_group", flag, "years 10 and 11, without a ground"},
          {"after_placement", flag, "the last day is the first day of a placement or up to sixty days after it, without a ground"}},
         answer_off_rolling_watch},
    };
    rules.insert(rules.end(), rest.begin(), rest.end());
    return rules;
}

}  // namespace waymark::law
