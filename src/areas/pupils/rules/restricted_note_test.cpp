// Who reads a restricted note, and who does not although they see the child.
#include "pupils/rules/restricted_note.hpp"

#include <doctest/doctest.h>

#include "foundation/enum_text.hpp"

namespace waymark::pupils {
namespace {

const UserId writer{Id::from_words("writer")}, named{Id::from_words("named")}, other{Id::from_words("other")};

TEST_CASE("each kind of reader reads the note, and nobody else does in whatever role")
{
    for (const Role role : enum_values<Role>())
        for (const bool at_school : {false, true}) {
            const NoteAsker asker{.user = other, .role = role, .is_at_school_of_child = at_school};
            CAPTURE(enum_text(role));
            CHECK(may_read({{ReaderKind::commissioners, {}}}, writer, asker) == (role == Role::commissioner));
            CHECK(may_read({{ReaderKind::virtual_school, {}}}, writer, asker) == (role == Role::virtual_school));
            CHECK(may_read({{ReaderKind::school_leads, {}}}, writer, asker) == (role == Role::school_lead && at_school));
            CHECK_FALSE(may_read({{ReaderKind::person, named}}, writer, asker));
            CHECK_FALSE(may_read({}, writer, asker));
        }
}

TEST_CASE("whoever wrote it and whoever is named read it, but not as inspector or administrator, nor signed out")
{
    for (const UserId user : {writer, named}) {
        CHECK(may_read({{ReaderKind::person, named}}, writer, {.user = user, .role = Role::agency_worker}));
        for (const Role role : {Role::inspector, Role::administrator}) CHECK_FALSE(may_read({{ReaderKind::person, named}}, writer, {.user = user, .role = role}));
        CHECK_FALSE(may_read({{ReaderKind::person, named}}, writer, {.user = user, .role = {}}));
    }
}

TEST_CASE("a note needs words, why it is restricted, and somebody besides its writer")
{
    CHECK(problems_with(NewNote{}).size() == 3);
    CHECK(problems_with(NewNote{.words = "He told me", .why_restricted = "It names another child", .readers = {{ReaderKind::virtual_school, {}}}}).empty());
}

}  // namespace
}  // namespace waymark::pupils
