// Reading and writing a child's record.
#include "pupils/store/pupils.hpp"

#include <algorithm>
#include <limits>

#include "foundation/text.hpp"
#include "platform/database/search_words.hpp"
#include "pupils/store/pupil_page.hpp"
#include "pupils/store/pupils.sql.hpp"

namespace waymark::pupils {
namespace {

PupilSummary read_summary(const Row& row)
{
    return {
        .id = row.id<PupilId>("id"),
        .reference = row.text("reference"),
        .known_as = row.text("known_as"),
        .first_name = row.text("first_name"),
        .last_name = row.text("last_name"),
        .pronouns = row.text_or_empty("pronouns"),
        .born = row.date("born"),
        .year_group = row.maybe_number("year_group"),
        .school = row.maybe_id<OrganisationId>("school_id"),
        .school_name = row.text_or_empty("school_name"),
        .sen = row.maybe_one_of<SenProvision>("sen_provision").value_or(SenProvision::none),
        .looked_after = row.integer("looked_after") > 0,
        .address_protected = row.boolean("address_protected"),
    };
}

DateRange read_days(const Row& row) { return {row.date("from_day"), row.maybe_date("to_day")}; }

/// Empty text is kept as NULL: not recorded.
std::optional<std::string> or_null(std::string_view text)
{
    return text.empty() ? std::nullopt : std::optional{std::string{text}};
}

/// Found by first and last name in either order, and by the name they are known as.
std::string search_text_of(const Pupil& pupil)
{
    return folded_for_search(pupil.known_as + " " + pupil.last_name + " " + pupil.first_name + " " + pupil.last_name + " " + pupil.known_as);
}

/// The statements for a filter: with words, those that begin at the index of words.
struct Listing {
    const Statement& page;
    const Statement& count;
    Bindings bindings;
};

Listing listing(Transaction& tx, const Who& who, const PupilFilter& filter)
{
    const auto words = words_to_find(tx, filter.words);
    Listing made{words ? sql::page_of_named : sql::page_of_pupils, words ? sql::count_named : sql::count_listed, visible_to(who)};
    if (words) {
        std::string number{is_valid_utf8(filter.words) ? trimmed(filter.words) : ""};
        for (char& letter : number)
            if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - ('a' - 'A'));
        made.bindings.emplace_back("words", words);
        made.bindings.emplace_back("number", number);
    }
    made.bindings.emplace_back("school", filter.school);
    made.bindings.emplace_back("year_group", filter.year_group);
    return made;
}

std::vector<PupilSummary> rows_of(Transaction& tx, Listing made, std::size_t skipped, std::size_t rows)
{
    made.bindings.emplace_back("rows", rows);
    made.bindings.emplace_back("skipped", skipped);
    std::vector<PupilSummary> found;
    found.reserve(std::min<std::size_t>(rows, 1000));
    tx.each(made.page, made.bindings, [&](const Row& row) { found.push_back(read_summary(row)); });
    return found;
}

}  // namespace

std::optional<PupilSummary> find_pupil_by_reference(Transaction& tx, std::string_view reference)
{
    return tx.maybe_one(sql::summary_by_reference, {{"reference", reference}}, read_summary);
}

std::optional<PupilSummary> summary_of(Transaction& tx, PupilId pupil)
{
    return tx.maybe_one(sql::summary_by_id, {{"pupil", pupil}}, read_summary);
}

Result<PupilSummary> pupil_of_page(Transaction& tx, std::string_view reference)
{
    auto pupil = find_pupil_by_reference(tx, reference);
    if (!pupil) return not_found("pupil.not_found", "There is no such pupil, or you may not see them.");
    return *std::move(pupil);
}

std::optional<Pupil> find_pupil(Transaction& tx, PupilId pupil)
{
    return tx.maybe_one(sql::pupil_by_id, {{"pupil", pupil}}, [](const Row& row) {
        return Pupil{
            .id = row.id<PupilId>("id"),
            .reference = row.text("reference"),
            .upn = row.maybe_text("upn"),
            .former_upn = row.maybe_text("former_upn"),
            .uln = row.maybe_text("uln"),
            .first_name = row.text("first_name"),
            .last_name = row.text("last_name"),
            .known_as = row.text("known_as"),
            .pronouns = row.text_or_empty("pronouns"),
            .born = row.date("born"),
            .sex = row.one_of<Sex>("sex"),
            .ethnicity = row.text_or_empty("ethnicity"),
            .first_language = row.text_or_empty("first_language"),
            .address = row.text_or_empty("address"),
            .postcode = row.text_or_empty("postcode"),
            .address_protected = row.boolean("address_protected"),
            .home_authority = row.text("home_authority_id"),
            .one_page_words = row.text_or_empty("one_page_words"),
            .version = row.number("version"),
        };
    });
}

std::vector<PupilSummary> list_pupils(Transaction& tx, const Who& who, const PupilFilter& filter)
{
    constexpr std::size_t all = std::numeric_limits<std::int32_t>::max();
    return rows_of(tx, listing(tx, who, filter), 0, all);
}

PupilPage page_of_pupils(Transaction& tx, const Who& who, const PupilFilter& filter, std::size_t skipped, std::size_t rows)
{
    const Listing made = listing(tx, who, filter);
    PupilPage page{.rows = rows_of(tx, made, skipped, rows)};
    // A page that is not full says by itself how many there are.
    const bool is_the_end = page.rows.size() < rows && (skipped == 0 || !page.rows.empty());
    page.count = is_the_end ? skipped + page.rows.size() : static_cast<std::size_t>(tx.number(made.count, made.bindings));
    return page;
}

std::vector<NamedSchool> schools_of_visible(Transaction& tx, const Who& who)
{
    return tx.all(sql::schools_of_visible, visible_to(who), [](const Row& row) {
        return NamedSchool{.id = row.id<OrganisationId>("id"), .name = row.text("name")};
    });
}

std::vector<Candidate> candidates(Transaction& tx, std::string_view upn, std::string_view first_name,
                                  std::string_view last_name, Date born)
{
    const std::string first = folded_for_search(first_name), last = folded_for_search(last_name);
    return tx.all(sql::candidates,
                  {{"upn", or_null(upn)},
                   {"born", born},
                   {"names", "%" + first + " " + last + "%"},
                   {"names_reversed", "%" + last + " " + first + "%"}},
                  [](const Row& row) {
                      return Candidate{.pupil = read_summary(row),
                                       .upn = row.text_or_empty("upn"),
                                       .former_upn = row.text_or_empty("former_upn")};
                  });
}

std::vector<Enrolment> enrolments_of(Transaction& tx, PupilId pupil)
{
    return tx.all(sql::enrolments_of, {{"pupil", pupil}}, [](const Row& row) {
        return Enrolment{
            .id = row.id<Id>("id"),
            .school = row.id<OrganisationId>("organisation_id"),
            .school_name = row.text("school_name"),
            .status = row.one_of<EnrolmentStatus>("status"),
            .year_group = row.number("year_group"),
            .days = read_days(row),
            .leaving_ground = row.text_or_empty("leaving_ground"),
        };
    });
}

std::vector<SenRecord> sen_records_of(Transaction& tx, PupilId pupil)
{
    return tx.all(sql::sen_records_of, {{"pupil", pupil}}, [](const Row& row) {
        return SenRecord{
            .provision = row.one_of<SenProvision>("provision"),
            .primary_need = row.text_or_empty("primary_need"),
            .secondary_need = row.text_or_empty("secondary_need"),
            .days = read_days(row),
        };
    });
}

std::vector<Circumstance> circumstances_of(Transaction& tx, PupilId pupil)
{
    return tx.all(sql::circumstances_of, {{"pupil", pupil}}, [](const Row& row) {
        return Circumstance{
            .id = row.id<Id>("id"),
            .kind = row.one_of<CircumstanceKind>("kind"),
            .note = row.text_or_empty("note"),
            .days = read_days(row),
        };
    });
}

std::vector<Contact> contacts_of(Transaction& tx, PupilId pupil)
{
    return tx.all(sql::contacts_of, {{"pupil", pupil}}, [](const Row& row) {
        return Contact{
            .id = row.id<Id>("id"),
            .name = row.text("name"),
            .relation = row.text("relation"),
            .parental_responsibility = row.boolean("parental_responsibility"),
            .may_contact = row.boolean("may_contact"),
            .telephone = row.text_or_empty("telephone"),
            .email = row.text_or_empty("email"),
        };
    });
}

std::vector<Exclusion> exclusions_of(Transaction& tx, PupilId pupil)
{
    return tx.all(sql::exclusions_of, {{"pupil", pupil}}, [](const Row& row) {
        std::vector<std::string> reasons;
        const std::string codes = row.text("reasons");
        for (const auto code : split(codes, ' '))
            if (!code.empty()) reasons.emplace_back(code);
        return Exclusion{
            .id = row.id<ExclusionId>("id"),
            .school = row.id<OrganisationId>("organisation_id"),
            .school_name = row.text("school_name"),
            .kind = row.one_of<ExclusionKind>("kind"),
            .first_day = row.date("first_day"),
            .starts_session = row.one_of<Session>("starts_session"),
            .sessions = row.maybe_number("sessions"),
            .reasons = std::move(reasons),
            .status = row.one_of<ExclusionStatus>("status"),
            .version = row.number("version"),
        };
    });
}

std::vector<ReasonToSee> reasons_to_see(Transaction& tx, PupilId pupil)
{
    return tx.all(sql::reasons_to_see, {{"pupil", pupil}}, [](const Row& row) {
        return ReasonToSee{.kind = row.one_of<AccessKind>("kind"),
                           .organisation_name = row.text("organisation_name"),
                           .days = read_days(row)};
    });
}

std::map<UserId, std::string> names_of_people(Transaction& tx, PupilId pupil)
{
    std::map<UserId, std::string> names;
    tx.each(sql::names_of_people, {{"pupil", pupil}}, [&](const Row& row) { names[row.id<UserId>("id")] = row.text("name"); });
    return names;
}

bool insert_pupil(Transaction& tx, const Pupil& pupil)
{
    const bool is_new = tx.run(sql::insert_pupil, {{"id", pupil.id},
                                      {"reference", pupil.reference},
                                      {"upn", pupil.upn},
                                      {"former_upn", pupil.former_upn},
                                      {"uln", pupil.uln},
                                      {"first_name", pupil.first_name},
                                      {"last_name", pupil.last_name},
                                      {"known_as", pupil.known_as},
                                      {"pronouns", or_null(pupil.pronouns)},
                                      {"born", pupil.born},
                                      {"sex", pupil.sex},
                                      {"ethnicity", or_null(pupil.ethnicity)},
                                      {"first_language", or_null(pupil.first_language)},
                                      {"address", or_null(pupil.address)},
                                      {"postcode", or_null(pupil.postcode)},
                                      {"address_protected", pupil.address_protected},
                                      {"home_authority", pupil.home_authority},
                                      {"one_page_words", or_null(pupil.one_page_words)},
                                      {"search_text", search_text_of(pupil)}}) == 1;
    if (is_new && tx.engine() == Engine::sqlite) tx.run(sql::add_words, {{"pupil", pupil.id}});
    return is_new;
}

void insert_enrolment(Transaction& tx, PupilId pupil, const Enrolment& enrolment)
{
    tx.run(sql::insert_enrolment, {{"id", enrolment.id},
                                   {"pupil", pupil},
                                   {"school", enrolment.school},
                                   {"status", enrolment.status},
                                   {"year_group", enrolment.year_group},
                                   {"from", enrolment.days.from},
                                   {"to", enrolment.days.to}});
}

bool end_enrolment(Transaction& tx, Id enrolment, Date last_day, std::string_view ground)
{
    return tx.run(sql::end_enrolment, {{"id", enrolment}, {"to", last_day}, {"ground", or_null(ground)}}) == 1;
}

void insert_sen_record(Transaction& tx, PupilId pupil, const SenRecord& record)
{
    tx.run(sql::end_sen_record, {{"pupil", pupil}, {"to", record.days.from - Days{1}}});
    tx.run(sql::insert_sen_record, {{"id", Id::make(tx.now())},
                                    {"pupil", pupil},
                                    {"provision", record.provision},
                                    {"primary_need", or_null(record.primary_need)},
                                    {"secondary_need", or_null(record.secondary_need)},
                                    {"from", record.days.from},
                                    {"to", record.days.to}});
}

void insert_circumstance(Transaction& tx, PupilId pupil, const Circumstance& circumstance)
{
    tx.run(sql::insert_circumstance, {{"id", Id::make(tx.now())},
                                      {"pupil", pupil},
                                      {"kind", circumstance.kind},
                                      {"note", or_null(circumstance.note)},
                                      {"from", circumstance.days.from},
                                      {"to", circumstance.days.to}});
}

bool end_circumstance(Transaction& tx, PupilId pupil, CircumstanceKind kind, Date last_day)
{
    return tx.run(sql::end_circumstance, {{"pupil", pupil}, {"kind", kind}, {"to", last_day}}) > 0;
}

void insert_contact(Transaction& tx, PupilId pupil, const Contact& contact)
{
    tx.run(sql::insert_contact, {{"id", Id::make(tx.now())},
                                 {"pupil", pupil},
                                 {"name", contact.name},
                                 {"relation", contact.relation},
                                 {"parental_responsibility", contact.parental_responsibility},
                                 {"may_contact", contact.may_contact},
                                 {"telephone", or_null(contact.telephone)},
                                 {"email", or_null(contact.email)}});
}

void insert_exclusion(Transaction& tx, PupilId pupil, const Exclusion& exclusion)
{
    tx.run(sql::insert_exclusion, {{"id", exclusion.id},
                                   {"pupil", pupil},
                                   {"school", exclusion.school},
                                   {"kind", exclusion.kind},
                                   {"first_day", exclusion.first_day},
                                   {"starts_session", exclusion.starts_session},
                                   {"sessions", exclusion.sessions},
                                   {"reasons", join(exclusion.reasons, " ")},
                                   {"status", exclusion.status}});
}

bool set_exclusion_status(Transaction& tx, PupilId pupil, ExclusionId exclusion, ExclusionStatus status, int seen_version)
{
    return tx.run(sql::set_exclusion_status, {{"pupil", pupil}, {"exclusion", exclusion}, {"status", status}, {"seen_version", seen_version}}) == 1;
}

void set_one_page_words(Transaction& tx, PupilId pupil, std::string_view words)
{
    tx.run(sql::set_one_page_words, {{"pupil", pupil}, {"words", words}});
}

}  // namespace waymark::pupils
