// The statements of emergency.sql, by name.
#include "pupils/store/emergency.hpp"

#include "foundation/text.hpp"
#include "pupils/store/access.hpp"
#include "pupils/store/emergency.sql.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::pupils {
namespace {

Bindings of(const Who& who, PupilId pupil)
{
    return {{"pupil", pupil}, {"user", who.user}, {"organisation", who.organisation}, {"role", who.role}};
}

EmergencyAccess read_emergency(const Row& row)
{
    return {
        .id = row.id<EmergencyId>("id"),
        .pupil = row.id<PupilId>("pupil_id"),
        .reference = row.text("reference"),
        .by = row.id<UserId>("user_id"),
        .by_name = row.text("by_name"),
        .role = row.one_of<Role>("role"),
        .organisation_name = row.text("organisation_name"),
        .danger = row.one_of<Danger>("danger"),
        .why = row.text("why"),
        .opened_at = row.instant("opened_at"),
        .ends_at = row.instant("ends_at"),
        .ended_early = !row.is_null("ended_by"),
        .ended_by_name = row.text_or_empty("ended_by_name"),
        .review_due = row.date("review_due"),
        .finding = row.maybe_one_of<Finding>("finding"),
        .review_words = row.text_or_empty("review_words"),
        .reviewed_by_name = row.text_or_empty("reviewed_by_name"),
        .reviewed_at = row.maybe_instant("reviewed_at"),
    };
}

std::string upper_ascii(std::string_view text)
{
    std::string upper{trimmed(text)};
    for (char& letter : upper)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - ('a' - 'A'));
    return upper;
}

}  // namespace

Sight sight_of(Transaction& tx, const Who& who, PupilId pupil)
{
    if (may_see(tx, who, pupil)) return Sight::by_relationship;
    if (!may_look_in_emergency(who.role)) return Sight::none;
    return tx.number(sql::count_open_in_emergency, of(who, pupil)) > 0 ? Sight::in_emergency : Sight::none;
}

std::optional<Instant> open_until(Transaction& tx, const Who& who, PupilId pupil)
{
    if (!may_look_in_emergency(who.role)) return std::nullopt;
    return tx.maybe_one(sql::open_until, of(who, pupil), [](const Row& row) { return row.instant("ends_at"); });
}

std::optional<PupilId> child_asked_for(Transaction& tx, const EmergencyRequest& request)
{
    if (!trimmed(request.reference).empty()) {
        const auto found = find_pupil_by_reference(tx, upper_ascii(request.reference));
        return found ? std::optional{found->id} : std::nullopt;
    }
    const std::string wanted = folded_for_search(request.last_name);
    if (!request.born || wanted.empty()) return std::nullopt;
    std::vector<PupilId> found;
    tx.each(sql::pupils_born, {{"born", *request.born}}, [&](const Row& row) {
        if (folded_for_search(row.view("last_name")) == wanted) found.push_back(row.id<PupilId>("id"));
    });
    return found.size() == 1 ? std::optional{found.front()} : std::nullopt;
}

void note_try(Transaction& tx) { tx.run(sql::insert_try, {{"id", tx.new_id<Id>()}}); }

int tries_since(Transaction& tx, Instant since) { return static_cast<int>(tx.number(sql::tries_since, {{"since", since}})); }

void insert_emergency(Transaction& tx, const NewEmergency& opened)
{
    const Who& who = tx.context().who;
    tx.run(sql::insert_emergency, {{"id", opened.id}, {"pupil", opened.pupil}, {"organisation", who.organisation}, {"role", who.role}, {"danger", opened.danger},
                                   {"why", opened.why}, {"ends_at", opened.ends_at}, {"review_due", opened.review_due}});
}

std::optional<EmergencyAccess> find_emergency(Transaction& tx, EmergencyId id) { return tx.maybe_one(sql::emergency_by_id, {{"id", id}}, read_emergency); }

std::vector<EmergencyAccess> emergencies(Transaction& tx, int at_most) { return tx.all(sql::emergencies, {{"at_most", at_most}}, read_emergency); }

std::vector<EmergencyAccess> emergencies_of(Transaction& tx, PupilId pupil) { return tx.all(sql::emergencies_of_pupil, {{"pupil", pupil}}, read_emergency); }

bool end_emergency(Transaction& tx, EmergencyId id) { return tx.run(sql::end_emergency, {{"id", id}}) == 1; }

bool set_review(Transaction& tx, EmergencyId id, Finding finding, std::string_view words)
{
    return tx.run(sql::review_emergency, {{"id", id}, {"finding", finding}, {"words", words}}) == 1;
}

std::vector<Instant> looks_of(Transaction& tx, const EmergencyAccess& opened)
{
    return tx.all(sql::looks_in_emergency, {{"pupil", opened.pupil}, {"user", opened.by}, {"since", opened.opened_at}, {"until", opened.ends_at}},
                  [](const Row& row) { return row.instant("at"); });
}

}  // namespace waymark::pupils
