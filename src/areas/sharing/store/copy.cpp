// One table says which columns of which statement go into the copy, and how each is read.
#include "sharing/store/copy.hpp"

#include <span>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "sharing/store/copy.sql.hpp"

namespace waymark::sharing {
namespace {

enum class Kind { text, word, day, moment, yes_no, whole, number, month };
using enum Kind;

struct Column {
    std::string_view name;
    Kind kind = text;
    std::string_view label = {};  // none: the column's own name in words
};

struct Part {
    std::string_view title;
    const Statement& statement;
    std::vector<Column> columns;
};

const std::vector<Part>& parts()
{
    static const std::vector<Column> session{{"day", day}, {"session", word}};
    static const std::vector<Part> all{
        {"The child", sql::copy_pupil,
         {{"reference"}, {"upn", text, "Unique pupil number"}, {"former_upn", text, "Former unique pupil number"}, {"uln", text, "Unique learner number"}, {"first_name"},
          {"last_name"}, {"known_as"}, {"pronouns"}, {"born", day}, {"sex", word}, {"ethnicity", word}, {"first_language"}, {"address"}, {"postcode"},
          {"address_protected", yes_no}, {"one_page_words", text, "Their own words about themselves"}}},
        {"Contacts", sql::copy_contact, {{"name"}, {"relation", word}, {"parental_responsibility", yes_no}, {"may_contact", yes_no}, {"telephone"}, {"email"}}},
        {"What is forbidden about contacts", sql::copy_contact_restriction, {{"contact"}, {"kind", word}, {"source"}, {"from_day", day, "From"}, {"to_day", day, "To"}}},
        {"Links for the family", sql::copy_family_link, {{"contact"}, {"created_at", moment, "Made"}, {"opened_at", moment}, {"ended_at", moment}}},
        {"Schools", sql::copy_enrolment, {{"school"}, {"status", word}, {"year_group", whole}, {"from_day", day, "From"}, {"to_day", day, "To"}, {"leaving_ground", word}}},
        {"Special educational needs", sql::copy_sen_record,
         {{"provision", word}, {"primary_need", word}, {"secondary_need", word}, {"from_day", day, "From"}, {"to_day", day, "To"}}},
        {"Circumstances", sql::copy_circumstance, {{"kind", word}, {"note"}, {"from_day", day, "From"}, {"to_day", day, "To"}}},
        {"Suspensions and exclusions", sql::copy_exclusion,
         {{"school"}, {"kind", word}, {"first_day", day}, {"sessions", whole}, {"reasons", word}, {"status", word}}},
        {"What the child and family said", sql::copy_voice, {{"said_on", day}, {"said_by", word}, {"stage", word}, {"method", word}, {"words"}, {"acted_on", text, "What was done"}}},
        {"Referrals", sql::copy_referral,
         {{"reference"}, {"sent_from"}, {"state", word}, {"primary_reason", word}, {"requested_category", word}, {"urgency", word}, {"need_since", day},
          {"hours_now", whole}, {"what_was_tried"}, {"strengths"}, {"needs"}, {"risks"}, {"child_view"}, {"child_view_method", word}, {"family_view"},
          {"family_told_on", day}, {"declared_by"}, {"authority_told_on", day}, {"sent_at", moment}, {"decided_on", day}, {"withdrawn_reason"}}},
        {"Reasons of referrals", sql::copy_referral_reason, {{"reference", text, "Referral"}, {"reason", word}}},
        {"Sections of referrals", sql::copy_referral_section, {{"reference", text, "Referral"}, {"section", word}, {"state", word}, {"saved_at", moment}}},
        {"Questions about referrals", sql::copy_referral_question,
         {{"reference", text, "Referral"}, {"section", word}, {"question"}, {"answer"}, {"due_on", day}, {"asked_at", moment}, {"answered_at", moment}}},
        {"How referrals were sorted", sql::copy_referral_triage, {{"reference", text, "Referral"}, {"route", word}, {"reasons"}, {"created_at", moment, "When"}}},
        {"Panel meetings", sql::copy_agenda_item, {{"reference", text, "Referral"}, {"on_day", day, "Meeting"}, {"state", word}, {"deferred_reason"}}},
        {"Conflicts of interest", sql::copy_conflict_of_interest, {{"reference", text, "Referral"}, {"reason"}}},
        {"Decisions", sql::copy_decision,
         {{"reference", text, "Referral"}, {"decided_on", day}, {"outcome", word}, {"reasons"}, {"conditions"}, {"options_considered"}, {"sessions_per_week", whole},
          {"weeks", whole}, {"roll", word}, {"roll_reason"}, {"split", yes_no}, {"split_reason"}, {"unregistered", yes_no}, {"unregistered_reason"},
          {"out_of_area", yes_no}, {"out_of_area_reason"}, {"long_reason"}, {"signed_off_name", text, "Signed off by"}, {"child_view"}, {"family_view"},
          {"outcome_measure"}, {"exit_plan"}, {"sen_team_view", text, "View of the SEND team"}, {"dissent"}, {"outside_meeting_reason"}, {"present"}, {"chair_name", text, "Chair"}, {"supersede_reason"}}},
        {"Letters", sql::copy_decision_letter, {{"recipient", word}, {"addressee"}, {"body"}, {"state", word}, {"sent_at", moment}}},
        {"Places not chosen", sql::copy_shortlist_set_aside, {{"reference", text, "Referral"}, {"programme"}, {"reason"}}},
        {"Offers", sql::copy_place_offer,
         {{"provider"}, {"programme"}, {"state", word}, {"needs_summary"}, {"start_on", day}, {"weeks", whole}, {"reply_by", day}, {"answer_reason"}, {"question"}, {"question_answer"}}},
        {"Sessions offered", sql::copy_offer_session, {{"programme"}, {"start_on", day}, {"weekday", word}, {"session", word}}},
        {"Places", sql::copy_placement,
         {{"provider"}, {"programme"}, {"legal_basis", word}, {"purpose", word}, {"from_day", day, "From"}, {"expected_end", day}, {"state", word}, {"registration", word},
          {"started_on", day}, {"ended_on", day}, {"end_reason", word}, {"destination", word}, {"end_note"}, {"end_child_view"}, {"provider_report"}, {"part_time_reason"},
          {"authority_officer"}, {"school_lead"}, {"provider_lead"}, {"social_worker"}, {"notice_given_on", day}, {"override_reason"}, {"override_by"}}},
        {"Places made longer", sql::copy_placement_extension, {{"from_day", day, "Place from"}, {"old_end", day}, {"new_end", day}, {"reason"}}},
        {"Confirmations before the first day", sql::copy_confirmation, {{"from_day", day, "Place from"}, {"kind", word}, {"words"}, {"given_on", day}, {"given_by"}}},
        {"Timetable", sql::copy_timetable_slot, {{"weekday", word}, {"session", word}, {"minutes", whole}, {"from_day", day, "From"}, {"to_day", day, "To"}}},
        {"Sessions to be attended", sql::copy_expected_session, session},
        {"Attendance", sql::copy_attendance_mark,
         {{"day", day}, {"session", word}, {"revision", whole, "Entry"}, {"code"}, {"minutes_late", whole}, {"reason"}, {"correction"}, {"recorded_at", moment}}},
        {"Attendance by month", sql::copy_attendance_month, {{"month", month}, {"code"}, {"sessions", whole}}},
        {"Absences followed up", sql::copy_absence_contact, {{"day", day}, {"session", word}, {"spoke_to"}, {"method", word}, {"outcome", word}, {"words"}}},
        {"Goals", sql::copy_goal, {{"words"}, {"measure"}, {"baseline", number}, {"target", number}, {"unit"}, {"closed_on", day}}},
        {"Progress", sql::copy_goal_reading, {{"goal"}, {"read_on", day}, {"value", number}, {"words"}}},
        {"Reviews", sql::copy_review,
         {{"due_on", day}, {"state", word}, {"held_on", day}, {"attendees"}, {"child_view"}, {"child_view_method", word}, {"family_view"}, {"is_safe", yes_no},
          {"meets_need", yes_no}, {"summary"}, {"attended", whole}, {"possible", whole}, {"next_step", word}, {"next_step_reason"}}},
        {"Dates the law’s clocks count from", sql::copy_dated_fact, {{"kind", word}, {"on_day", day, "On"}, {"note"}, {"taken_back_reason"}}},
        {"Lawful reasons", sql::copy_lawful_reason, {{"clock", word}, {"ground", word}, {"words"}, {"created_at", moment, "When"}, {"taken_back_reason"}}},
        {"Tasks", sql::copy_task, {{"title"}, {"why"}, {"due_on", day}, {"state", word}, {"snooze_reason"}, {"done_at", moment}}},
        {"Files", sql::copy_document, {{"name"}, {"kind", word}, {"uploaded_at", moment}}},
        {"Requests for this copy", sql::copy_subject_access_request,
         {{"asked_by"}, {"relation", word}, {"received_on", day}, {"complex_reason"}, {"answered_on", day}, {"left_out"}}},
        {"Legal holds", sql::copy_legal_hold, {{"reason"}, {"from_day", day, "From"}, {"ended_on", day}, {"ended_reason"}}},
        {"Restricted notes", sql::copy_restricted_note, {{"created_at", moment, "Written"}, {"role", word, "By"}, {"organisation"}, {"words"}}},
        {"Emergency access", sql::copy_emergency_access,
         {{"opened_at", moment}, {"role", word, "By"}, {"organisation"}, {"danger", word}, {"why"}, {"ends_at", moment}, {"finding", word}, {"review_words"}}},
        {"Who had a reason to see the record", sql::copy_pupil_access, {{"organisation"}, {"kind", word}, {"from_day", day, "From"}, {"to_day", day, "To"}}},
        {"What happened", sql::copy_event, {{"at", moment, "When"}, {"acting_as", word}, {"entity", word, "Record"}, {"verb", word, "What"}, {"reason"}}},
        {"Who looked at the record", sql::copy_view_log, {{"at", moment, "When"}, {"acting_as", word}, {"organisation"}, {"what", word, "Looked at"}}},
    };
    return all;
}

std::string said(const Row& row, const Column& column)
{
    if (row.is_null(column.name)) return {};
    switch (column.kind) {
    case text: return row.text(column.name);
    case word: return words_of(row.view(column.name));
    case day: return long_date(row.date(column.name));
    case month: return long_date(row.date(column.name)).substr(2);  // the first of its month
    case moment: return uk_date_time(row.instant(column.name));
    case yes_no: return row.boolean(column.name) ? "Yes" : "No";
    case whole: return std::to_string(row.integer(column.name));
    case number: return fmt::format("{}", row.real(column.name));
    }
    expects(false);
    return {};
}

CopiedEntry entry_from(const Row& row, std::span<const Column> columns)
{
    CopiedEntry entry;
    for (const Column& column : columns)
        if (auto words = said(row, column); !words.empty())
            entry.emplace_back(column.label.empty() ? words_of(column.name) : std::string{column.label}, std::move(words));
    return entry;
}

}  // namespace

std::vector<CopiedPart> copy_of_record(Transaction& tx, PupilId pupil)
{
    std::vector<CopiedPart> copied;
    for (const Part& part : parts())
        copied.push_back({std::string{part.title}, tx.all(part.statement, {{"pupil", pupil}}, [&](const Row& row) { return entry_from(row, part.columns); })});
    return copied;
}

}  // namespace waymark::sharing
