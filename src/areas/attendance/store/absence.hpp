// Absence across settings: the day's list, contacts made, and one child's sessions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "attendance/rules/mark.hpp"
#include "attendance/rules/rates.hpp"
#include "attendance/store/registers.hpp"

namespace waymark::attendance {

enum class ContactMethod { telephone, text_message, email, visit, in_person };
enum class ContactOutcome { reason_given, no_answer, message_left, child_seen_safe, concern_raised };

/// A child who is not there, or of whom nobody has said anything yet.
struct AbsentRow {
    PupilId pupil;
    Session session = Session::am;
    std::string reference, known_as, last_name;
    OrganisationId setting;
    std::string setting_name, setting_telephone, school_name;
    std::optional<OrganisationId> roll_school;
    std::optional<std::string> code;      // none: the register has not been taken
    int revision = 0;
    std::string reason;
    std::optional<Instant> recorded_at;
    std::string recorded_by;
    int contacts = 0;
    bool has_social_worker = false;       // or looked after, in need, on a protection plan: tell the safeguarding lead
    bool looked_after = false;

    [[nodiscard]] bool unexplained() const { return code == "N"; }
    [[nodiscard]] bool not_taken() const { return !code; }
};

/// All absence of that day within what the person in the context may see; unexplained first, then not taken, then explained.
[[nodiscard]] std::vector<AbsentRow> absence_of_day(Transaction& tx, Date day);

struct Contact {
    PupilId pupil;
    Session session = Session::am;
    std::string spoke_to;
    ContactMethod method = ContactMethod::telephone;
    ContactOutcome outcome = ContactOutcome::no_answer;
    std::string words;
    Instant at;
    std::string by;
};
[[nodiscard]] std::vector<Contact> contacts_between(Transaction& tx, PupilId pupil, Date from, Date to);
void insert_contact(Transaction& tx, const Contact& contact, Date day);

/// One expected session of a child, with its mark if there is one.
struct PupilSession {
    Date day;
    Session session = Session::am;
    std::string setting_name;
    std::optional<std::string> code;
    std::optional<Arrival> arrival;
    std::optional<int> minutes_late;
};
/// At every setting; somebody at a provider gets only those at their own: where else the child goes is not theirs to know.
[[nodiscard]] std::vector<PupilSession> sessions_of_pupil(Transaction& tx, PupilId pupil, Date from, Date to);
/// Those sessions by statistical class: at one setting, or all of them where none is named.
[[nodiscard]] Counts counts_of(const std::vector<PupilSession>& sessions, std::string_view setting_name = {});

}  // namespace waymark::attendance
