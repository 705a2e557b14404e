#include "clocks/web/parts.hpp"

#include "clocks/store/all_clocks.hpp"
#include "clocks/store/shown_clocks.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::clocks {

Result<ChildsClocks> childs_clocks(Transaction& tx, std::string_view reference)
{
    ChildsClocks found{.pupil = TRY(pupils::pupil_of_page(tx, reference))};
    found.facts = TRY(facts_of(tx, found.pupil.id));
    found.running = clocks_of_child(tx, found.facts);
    return found;
}

ui::Html state_mark(const RunningClock& running) { return ui::clock_mark(shown(running)); }

std::string clocks_href(const pupils::PupilSummary& pupil) { return "/pupils/" + pupil.reference + "/clocks"; }

}  // namespace waymark::clocks
