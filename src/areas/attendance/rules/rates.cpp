// Integer arithmetic on counts (R46, R47).
#include "attendance/rules/rates.hpp"

#include "foundation/text.hpp"

namespace waymark::attendance {

Counts& Counts::operator+=(const Counts& other)
{
    present += other.present;
    authorised += other.authorised;
    unauthorised += other.unauthorised;
    not_possible += other.not_possible;
    administrative += other.administrative;
    not_taken += other.not_taken;
    return *this;
}

void add_session(Counts& counts, CountsAs counts_as, int sessions)
{
    switch (counts_as) {
        case CountsAs::present: counts.present += sessions; break;
        case CountsAs::authorised: counts.authorised += sessions; break;
        case CountsAs::unauthorised: counts.unauthorised += sessions; break;
        case CountsAs::not_possible: counts.not_possible += sessions; break;
        case CountsAs::admin: counts.administrative += sessions; break;
    }
}

void add_mark(Counts& counts, std::string_view code, Date day, int sessions)
{
    if (const auto found = AttendanceCode::on(day, code)) add_session(counts, found->counts_as(), sessions);
}

int rate_in_tenths(int part, int possible)
{
    if (possible == 0) return -1;
    return static_cast<int>((2000LL * part + possible) / (2LL * possible));
}

std::string percent_words(int part, int possible)
{
    if (possible == 0) return "not known";
    const int tenths = rate_in_tenths(part, possible);
    return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + "%";
}

std::string rate_words(int part, int possible)
{
    if (possible == 0) return "no sessions yet";
    return percent_words(part, possible) + " (" + with_commas(part) + " of " + with_commas(possible) + ")";
}

namespace {
bool misses(const Counts& counts, int percent, int sessions_min)
{
    return counts.possible() >= sessions_min && 100 * counts.absent() >= percent * counts.possible();
}
}  // namespace

bool is_persistent_absence(const Counts& counts, const Law& law)
{
    return misses(counts, law.persistent_absence_percent, law.absence_sessions_min);
}

bool is_severe_absence(const Counts& counts, const Law& law)
{
    return misses(counts, law.severe_absence_percent, law.absence_sessions_min);
}

}  // namespace waymark::attendance
