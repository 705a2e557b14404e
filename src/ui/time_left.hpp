// How long the sign-in holds for which a page is written, so that the page can warn before it ends. The edge puts it in place;
// page() writes a form that stays hidden until a script finds that the time has come. Without script nothing is lost either: a form
// sent too late stands again after signing in.
#pragma once

#include <chrono>

#include "ui/buffer.hpp"

namespace waymark::ui {

struct TimeLeft {
    std::chrono::seconds idle{0};   // from this page on, without another request
    std::chrono::seconds whole{0};  // whatever happens
};

/// Puts it in place for the current thread while it lives.
class TimeLeftScope {
public:
    explicit TimeLeftScope(const TimeLeft& left);
    ~TimeLeftScope();
    TimeLeftScope(const TimeLeftScope&) = delete;
    TimeLeftScope& operator=(const TimeLeftScope&) = delete;

private:
    const TimeLeft* previous_;
};

/// The hidden warning; nothing when nobody is signed in.
void write_time_left(Buffer& out);

}  // namespace waymark::ui
