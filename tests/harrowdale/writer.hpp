// What the parts of the builder share: the context that moves through time, and who is who by their keys in the cast.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "attendance/rules/mark.hpp"
#include "directory/rules/provider.hpp"
#include "foundation/uk_time.hpp"
#include "harrowdale/build.hpp"
#include "harrowdale/cast.hpp"
#include "harrowdale/dice.hpp"
#include "harrowdale/population.hpp"
#include "platform/context.hpp"
#include "placements/rules/words.hpp"
#include "pupils/rules/pupil.hpp"
#include "reviews/rules/review.hpp"

namespace waymark::harrowdale {

/// The value, or the end of the build with the rule's own words: a made-up story must obey the rules too.
template <class T>
T must(Result<T>&& result, std::string_view what)
{
    if (!result) throw std::runtime_error("Harrowdale: " + std::string{what} + ": " + result.error().front().code + ": " + result.error().front().message);
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// Ids that do not change from one build to the next.
[[nodiscard]] inline OrganisationId organisation_id(std::string_view key) { return {Id::from_words("organisation " + std::string{key})}; }
[[nodiscard]] inline UserId user_id(std::string_view name) { return {Id::from_words("user " + std::string{name})}; }

[[nodiscard]] pupils::PupilId pupil_id(std::size_t number);
/// "7F3K-2M" for that child: different for every number below 2^30.
[[nodiscard]] std::string reference_of(std::size_t number, std::uint64_t seed);

[[nodiscard]] directory::ProgrammeId programme_id(std::string_view provider, std::size_t index);
[[nodiscard]] directory::SiteId site_id(std::string_view provider);
[[nodiscard]] reviews::GoalId goal_id(placements::PlacementId placement, int number);

/// The weekday sessions of a story's bits.
[[nodiscard]] std::vector<WeekdaySession> sessions_of(unsigned bits);

/// A placement that was written, as the days after it need it.
struct PlacedChild {
    pupils::PupilId pupil;
    placements::PlacementId placement;
    std::string_view provider;
    attendance::Arrangement arrangement;
    Date from;
    std::optional<Date> ended;
    int attendance_percent = 85;
    bool review_overdue = false;
    std::string_view recorded_by;    // who takes the register there
};

class Writer {
public:
    Writer(Context& context, const Options& options) : context{context}, options{options}, dice{options.seed ^ 0x5EEDULL} {}

    /// Moves the clock: from now on things happen on that day at that London time, done by that person of the cast.
    void at(Date day, int hour, int minute, std::string_view person);
    void as(std::string_view person);

    Context& context;
    const Options& options;
    Dice dice;
    std::vector<PlacedChild> placed;
};

[[nodiscard]] const PersonInCast& person_named(std::string_view name);
[[nodiscard]] std::string email_of(std::string_view name);
/// The organisation of somebody in the cast: a key there, or "council".
[[nodiscard]] std::string_view organisation_name(std::string_view key);

/// Harrowdale lies on a grid of its own: each postcode district a place around the town hall, a few kilometres apart.
[[nodiscard]] directory::Point point_of(std::string_view postcode);

void write_people(Writer& writer);
void write_directory(Writer& writer);
/// The national registers, as an import would have left them: schools, trusts, links and postcodes.
void write_registers(const Writer& writer, Transaction& tx);
void write_pupils(Writer& writer, const std::vector<PlannedPupil>& pupils);
void write_road(Writer& writer, const std::vector<PlannedPupil>& pupils);
void write_days(Writer& writer);
/// Instead of the road and its days: every 25 children a group of their own, with a mark for each session of this school year.
inline constexpr int children_of_group = 25;
void write_school_year(Writer& writer, const std::vector<PlannedPupil>& pupils);
void write_clock_facts(Writer& writer, const std::vector<PlannedPupil>& pupils);

}  // namespace waymark::harrowdale
