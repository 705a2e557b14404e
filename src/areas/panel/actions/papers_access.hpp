// Which organisations see a child because a panel hears the case: those of the members who may decide it, while it waits.
#pragma once

#include "panel/rules/meeting.hpp"
#include "platform/database/database.hpp"
#include "pupils/rules/pupil.hpp"

namespace waymark::panel {

/// From today on the organisations of the panel's members see the child; not one whose every member declared a conflict.
/// The authority's own teams see all its children and need no reason.
/// Rule       R53: each sees what their relationship to the child allows
void open_papers(Transaction& tx, const Meeting& meeting, AgendaItemId item, pupils::PupilId pupil);

/// Ends it for all of them: today is the last day.
void close_papers(Transaction& tx, AgendaItemId item);

}  // namespace waymark::panel
