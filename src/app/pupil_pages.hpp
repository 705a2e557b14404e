// What each area adds to the pages of a child, joined.
#pragma once

namespace waymark::app {

/// Hands the pupils area what the later areas show of a child. Called once, before serving.
void join_pupil_pages();

}  // namespace waymark::app
