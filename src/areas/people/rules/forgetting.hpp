// How long traces of signing in are kept once they are of no use to anybody but whoever looks into an attack.
#pragma once

#include <chrono>

namespace waymark::people {

/// Our own choice, since no law gives these numbers. In force from 1 December 2026. What somebody did is in the audit trail, which stays.
struct KeptFor {
    /// Tries to sign in and sign-ins that ended, with the address each came from: half a year, so that an attack that is found late can be
    /// followed back. A form that comes with a lapsed sign-in is kept for its writer as long.
    /// Source   NCSC, Introduction to logging for security purposes (six months at least)
    std::chrono::days sign_ins{183};
    /// Links that set a password, used, replaced or too old; questions for one that nobody answered; what is left of messages: long enough to
    /// answer "I never got it".
    std::chrono::days links_and_messages{30};
    /// What was typed into a form when the time was up, and never sent: it may hold a child's record, so no longer than a holiday.
    std::chrono::days typed_forms{30};
    /// That a form was taken: for as long as a browser may still have it to send again.
    std::chrono::days sent_forms{7};
    /// Sign-ins that stopped halfway, at the second step or at a provider elsewhere; authenticators shown and not confirmed. All of them
    /// have ended by themselves within the hour.
    std::chrono::days unfinished{1};
};

}  // namespace waymark::people
