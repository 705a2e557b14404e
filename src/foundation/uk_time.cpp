// London's clock, from the tz database of the machine (Howard Hinnant's date library; g++ 12 has no time zones).
#include "foundation/uk_time.hpp"

#include <date/tz.h>
#include <fmt/format.h>

namespace waymark {
namespace {

const date::time_zone& london()
{
    static const date::time_zone& zone = *date::locate_zone("Europe/London");
    return zone;
}

std::chrono::milliseconds london_time(Instant instant) { return london().to_local(instant).time_since_epoch(); }

}  // namespace

Date uk_date(Instant instant) { return Date{std::chrono::floor<Days>(london_time(instant))}; }

int uk_minute_of_day(Instant instant)
{
    const auto local = london_time(instant);
    return static_cast<int>(std::chrono::floor<std::chrono::minutes>(local - std::chrono::floor<Days>(local)).count());
}

Instant uk_instant(Date day, int hour, int minute)
{
    expects(hour >= 0 && hour < 24 && minute >= 0 && minute < 60);
    const date::local_time<std::chrono::milliseconds> local{day.time_since_epoch() + std::chrono::hours{hour} +
                                                            std::chrono::minutes{minute}};
    // An hour that the autumn change repeats is its first passing. One that the spring change skips is read with the
    // offset before the change, which lands one hour later on the clock.
    const auto offset = london().get_info(local).first.offset;
    return Instant{local.time_since_epoch() - offset};
}

std::string uk_clock_time(Instant instant)
{
    const int minute_of_day = uk_minute_of_day(instant), hour = minute_of_day / 60, minute = minute_of_day % 60;
    if (minute_of_day == 0) return "midnight";
    if (minute_of_day == 12 * 60) return "midday";
    const int shown = hour % 12 == 0 ? 12 : hour % 12;
    const auto half = hour < 12 ? "am" : "pm";
    return minute == 0 ? fmt::format("{}{}", shown, half) : fmt::format("{}:{:02}{}", shown, minute, half);
}

std::string uk_date_time(Instant instant) { return long_date(uk_date(instant)) + " at " + uk_clock_time(instant); }

std::string iso_instant(Instant instant)
{
    const Date day = std::chrono::floor<Days>(instant);
    const std::chrono::hh_mm_ss time{instant - day};
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", iso(day), time.hours().count(), time.minutes().count(),
                       time.seconds().count(), time.subseconds().count());
}

}  // namespace waymark
