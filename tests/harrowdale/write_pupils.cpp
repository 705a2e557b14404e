// The children: who they are, whose roll they are on, their needs and circumstances, whom to ring, exclusions.
#include <fmt/format.h>

#include "foundation/text.hpp"
#include "harrowdale/writer.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::harrowdale {
namespace {

constexpr std::string_view streets[] = {"Albert Road", "Bank Top", "Chapel Fold", "Dale View", "East Parade", "Fountain Street", "Garden Terrace", "Hill Crescent"};

pupils::Pupil person_of(Writer& writer, const PlannedPupil& planned, std::size_t number)
{
    // A phone number or house that nobody has: the numbers of drama, and streets of Harrowdale.
    return {
        .id = pupil_id(number),
        .reference = reference_of(number, writer.options.seed),
        .upn = planned.upn,
        .first_name = planned.first_name,
        .last_name = planned.last_name,
        .known_as = planned.known_as,
        .born = planned.born,
        .sex = *enum_from_text<pupils::Sex>(planned.sex),
        .ethnicity = planned.ethnicity,
        .first_language = planned.language,
        .address = fmt::format("{} {}, Harrowdale", writer.dice.between(1, 180), writer.dice.one_of(std::span{streets})),
        .postcode = fmt::format("ZH{} {}{}{}", writer.dice.between(1, 8), writer.dice.between(1, 9), static_cast<char>('A' + writer.dice.between(0, 1)), "DEHJLNPQR"[writer.dice.between(0, 8)]),
        .address_protected = planned.protected_address,
        .home_authority = std::string{authority_code},
        .one_page_words = planned.child_words,
    };
}

void circumstance(Transaction& tx, pupils::PupilId pupil, pupils::CircumstanceKind kind, Date from, std::string note = {})
{
    pupils::insert_circumstance(tx, pupil, {.id = Id::from_words(fmt::format("{} {}", enum_text(kind), pupil.text())), .kind = kind, .note = std::move(note), .days = {from, {}}});
}

void circumstances(Transaction& tx, pupils::PupilId pupil, const PlannedPupil& planned, Date since)
{
    using enum pupils::CircumstanceKind;
    if (planned.looked_after) circumstance(tx, pupil, looked_after, since, "Harrowdale");
    if (planned.social_worker) circumstance(tx, pupil, social_worker, since);
    if (planned.free_meals) circumstance(tx, pupil, fsm, since);
    if (planned.young_carer) circumstance(tx, pupil, young_carer, since);
    if (planned.youth_justice) circumstance(tx, pupil, youth_justice, since);
    if (planned.language != "ENG") circumstance(tx, pupil, eal, since);
    if (planned.reason == "medical") circumstance(tx, pupil, medical, since);
}

/// Suspensions of a child at risk, or the permanent exclusion that began the need.
void exclusions(Writer& writer, Transaction& tx, pupils::PupilId pupil, const PlannedPupil& planned)
{
    const OrganisationId school = organisation_id(planned.school);
    const auto on_a_weekday = [](Date day) { return is_weekend(day) ? day + Days{2} : day; };
    if (planned.reason == "excluded" || planned.reason == "at_risk_of_exclusion")
        for (int time = writer.dice.between(1, 3); time > 0; --time)
            pupils::insert_exclusion(tx, pupil, {.id = {Id::from_words(fmt::format("suspension {} {}", time, pupil.text()))}, .school = school, .kind = pupils::ExclusionKind::suspension,
                                                 .first_day = on_a_weekday(planned.need_since - Days{20 * time}), .sessions = 2 * writer.dice.between(1, 5),
                                                 .reasons = {writer.dice.in_hundred(50) ? "DB" : "PP"}, .status = pupils::ExclusionStatus::ended});
    if (planned.excluded)
        pupils::insert_exclusion(tx, pupil, {.id = {Id::from_words("permanent " + pupil.text())}, .school = school, .kind = pupils::ExclusionKind::permanent,
                                             .first_day = on_a_weekday(planned.need_since), .reasons = {"DB", "PA"},
                                             .status = planned.stand == Stand::ended ? pupils::ExclusionStatus::ended : pupils::ExclusionStatus::upheld});
}

void one_pupil(Writer& writer, Transaction& tx, const PlannedPupil& planned, std::size_t number)
{
    const auto person = person_of(writer, planned, number);
    expects(pupils::insert_pupil(tx, person));
    const Date joined = std::min(date(year_of(planned.born) + (planned.year_group >= 7 ? 11 : 4) + (month_of(planned.born) >= 9 ? 1 : 0), 9, 2), writer.options.today - Days{60});
    const Id enrolment = Id::from_words("enrolment " + person.id.text());
    pupils::insert_enrolment(tx, person.id, {.id = enrolment, .school = organisation_id(planned.school), .year_group = planned.year_group, .days = {joined, {}}});
    pupils::grant_access(tx, person.id, organisation_id(planned.school), pupils::AccessKind::enrolled, enrolment, joined);
    if (planned.sen != "none")
        pupils::insert_sen_record(tx, person.id, {.provision = *enum_from_text<pupils::SenProvision>(planned.sen), .primary_need = planned.primary_need, .days = {joined, {}}});
    circumstances(tx, person.id, planned, joined);
    if (planned.social_worker)
        pupils::grant_access(tx, person.id, organisation_id("social_care"), pupils::AccessKind::working_with, enrolment, joined);
    const bool carer = planned.looked_after;
    pupils::insert_contact(tx, person.id, {.id = Id::from_words("contact " + person.id.text()), .name = fmt::format("{} {}", carer ? "Jo" : "Sam", carer ? "Field" : planned.last_name),
                                           .relation = carer ? "Foster carer" : "Mother", .parental_responsibility = !carer, .telephone = fmt::format("07700 900{:03}", number % 1000)});
    exclusions(writer, tx, person.id, planned);
}

}  // namespace

pupils::PupilId pupil_id(std::size_t number) { return {Id::from_words(fmt::format("pupil {}", number))}; }

std::string reference_of(std::size_t number, std::uint64_t seed)
{
    static constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    // A permutation of 30 bits, so that references look drawn by lot and never repeat.
    std::uint64_t mixed = (number * 0x2545F491ULL + seed * 0x9E3779B1ULL) & 0x3FFFFFFFULL;
    mixed = (mixed ^ (mixed >> 15)) & 0x3FFFFFFFULL;
    std::string reference;
    for (int place = 0; place < 6; ++place) {
        reference += letters[mixed & 31];
        mixed >>= 5;
        if (place == 3) reference += '-';
    }
    return reference;
}

void write_pupils(Writer& writer, const std::vector<PlannedPupil>& pupils)
{
    must(writer.context.in_transaction([&](Transaction& tx) -> Result<void> {
        for (std::size_t number = 0; number < pupils.size(); ++number) one_pupil(writer, tx, pupils[number], number);
        return {};
    }), "children");
}

}  // namespace waymark::harrowdale
