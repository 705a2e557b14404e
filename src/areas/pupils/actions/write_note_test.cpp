// A restricted note: written, read by its readers, superseded, and never in the trail; on both engines.
#include "pupils/actions/write_note.hpp"

#include <doctest/doctest.h>

#include "platform/audit/trail.hpp"
#include "platform/audit/view_log.hpp"
#include "pupils/actions/keep_record.hpp"
#include "pupils/store/pupils.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"

namespace waymark::pupils {
namespace {

using namespace waymark::testing;

constexpr std::string_view of_authority[] = {"authority"};
constexpr Statement change_words{"test.change_words", "update restricted_note set words = 'Nothing' where authority_id = ?1", "update restricted_note set words = 'Nothing' where authority_id = $1", of_authority};

/// Kai at Northgate Academy with its inclusion lead Grace, a social worker who works with him, and Priya who writes.
struct Notes {
    explicit Notes(World& opened) : context{opened.context}, priya{opened.context.who}
    {
        priya.role = Role::commissioner;
        const auto done = context.in_transaction([&](Transaction& tx) -> Result<void> {
            const auto northgate = add_school(tx, "Northgate Academy");
            const auto social_care = add_organisation(tx, "Social care", "agency");
            grace = add_person(tx, "Grace Adeyemi", Role::school_lead, northgate);
            ben = add_person(tx, "Ben Castellano", Role::agency_worker, social_care);
            stranger = add_person(tx, "Una Stott", Role::school_lead, add_school(tx, "Fernhill School"));
            const auto kai = TRY(create_pupil(context, {.first_name = "Kofi", .last_name = "Mensah", .known_as = "Kai", .born = date(2012, 5, 4),
                                                        .roll = NewEnrolment{.school = northgate, .year_group = 9, .from = date(2026, 9, 2)}}));
            grant_access(tx, kai, social_care, AccessKind::working_with, Id::from_words("work"), date(2026, 9, 2));
            pupil = *summary_of(tx, kai);
            return {};
        });
        REQUIRE(code_of(done) == "");
        context.who = priya;
    }
    std::string write(const NewNote& note, std::optional<NoteId> supersedes = {}) { return code_of(write_note(context, pupil.id, note, supersedes)); }
    std::vector<NoteKnown> as(const Who& who)
    {
        return context.read([&](Transaction& tx) { return notes_of(tx, who, pupil); });
    }
    std::string words(const Who& who, NoteId id)
    {
        context.who = who;
        std::string read;
        const auto done = context.in_transaction([&](Transaction& tx) -> Result<void> {
            const auto note = read_note(tx, pupil, find_note(tx, who, pupil, id).value());
            read = note ? note->words : "not for you";
            return {};
        });
        REQUIRE(code_of(done) == "");
        context.who = priya;
        return read;
    }

    Context& context;
    Who priya, grace, ben, stranger;
    PupilSummary pupil;
};

NewNote for_the_school(std::string words = "He told me what his uncle did")
{
    return {.words = std::move(words), .why_restricted = "It names somebody who reads records", .readers = {{ReaderKind::school_leads, {}}}};
}

TEST_CASE("a note is read by those it is for, each reading is logged by itself, and everybody else knows only that it is there")
{
    for_each_engine([](World& world) {
        Notes there{world};
        REQUIRE(there.write(for_the_school()) == "");
        const auto id = there.as(there.priya).front().id;
        CHECK(there.words(there.priya, id) == "He told me what his uncle did");
        CHECK(there.words(there.grace, id) == "He told me what his uncle did");
        CHECK(there.words(there.ben, id) == "not for you");
        CHECK(there.words(there.stranger, id) == "not for you");
        CHECK(there.as(there.ben).front().written_by == "Priya Raman");
        CHECK(there.as(there.ben).front().whom_to_ask == std::vector<std::string>{"The inclusion leads of the child’s school"});
        const auto views = there.context.read([&](Transaction& tx) { return audit::views_of(tx, there.pupil.id.value, tx.now() + std::chrono::hours{1}); });
        CHECK(std::ranges::count(views, "restricted_note", &audit::View::what) == 2);
    });
}

TEST_CASE("neither the words of a note nor why it is restricted stand in the trail, and nothing changes them")
{
    for_each_engine([](World& world) {
        Notes there{world};
        REQUIRE(there.write(for_the_school()) == "");
        there.context.read([&](Transaction& tx) {
            const auto event = audit::timeline(tx, there.pupil.id.value).front();
            CHECK(event.verb == "written");
            CHECK(event.after == R"({"readers":["school_leads"]})");
            CHECK((event.before + event.reason) == "");
        });
        const auto change = [&] {
            (void)there.context.in_transaction([](Transaction& tx) -> Result<void> {
                tx.run(change_words);
                return {};
            });
        };
        CHECK_THROWS_AS(change(), DatabaseFailure);
    });
}

TEST_CASE("a later note takes the place of one that its writer may read, once; the earlier stays for its readers")
{
    for_each_engine([](World& world) {
        Notes there{world};
        NewNote named = for_the_school();
        named.readers = {{ReaderKind::person, there.ben.user}};
        REQUIRE(there.write(named) == "");
        const auto first = there.as(there.priya).front().id;
        there.context.who = there.grace;
        CHECK(there.write(for_the_school("Something else"), first) == "note.not_found");
        there.context.who = there.priya;
        REQUIRE(there.write(for_the_school("The police know now"), first) == "");
        CHECK(there.write(for_the_school("Twice"), first) == "note.superseded_already");
        const auto now = there.as(there.priya);
        REQUIRE(now.size() == 1);
        CHECK(now.front().supersedes == first);
        CHECK(there.words(there.ben, first) == "He told me what his uncle did");
        CHECK(there.words(there.ben, now.front().id) == "not for you");
        CHECK(there.words(there.grace, now.front().id) == "The police know now");
        CHECK(there.words(there.grace, first) == "not for you");
    });
}

TEST_CASE("people are named from those of the authority’s teams and of organisations with a reason to see the child today")
{
    for_each_engine([](World& world) {
        Notes there{world};
        NewNote note = for_the_school();
        note.readers = {{ReaderKind::person, there.stranger.user}};
        CHECK(there.write(note) == "note.person_unknown");
        note.readers = {{ReaderKind::person, {}}};
        CHECK(there.write(note) == "note.person_unknown");
        note.readers = {{ReaderKind::person, there.ben.user}, {ReaderKind::person, there.grace.user}};
        CHECK(there.write(note) == "");
        CHECK(there.write(NewNote{}) == "note.words_missing");
    });
}

TEST_CASE("when the child leaves the school its inclusion leads no longer read a note that was for the child’s school")
{
    for_each_engine([](World& world) {
        Notes there{world};
        REQUIRE(there.write(for_the_school()) == "");
        CHECK(there.as(there.grace).front().may_read);
        there.pupil.school = there.stranger.organisation;
        CHECK_FALSE(there.as(there.grace).front().may_read);
        CHECK(there.as(there.stranger).front().may_read);
    });
}

}  // namespace
}  // namespace waymark::pupils
