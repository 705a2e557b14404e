"""tools/check_floors catches what it must: each test plants one fault in a small house and expects it to be named."""
import importlib.machinery
import pathlib
import tempfile
import unittest

TOOLS = pathlib.Path(__file__).resolve().parents[2] / "tools"
check_floors = importlib.machinery.SourceFileLoader("check_floors", str(TOOLS / "check_floors")).load_module()

# A house without a fault: panel names pupils, quality names nobody.
HOUSE = {
    "src/floors.txt": "pupils:\nquality:\npanel: pupils\n",
    "db/migrations/0001_start.sql": "create table event (id uuid);\n-- area: pupils\ncreate table pupil (id uuid);\n"
                                    "-- area: quality\ncreate table visit (id uuid);\n-- area: panel\ncreate table decision (id uuid);\n",
    "src/foundation/date.hpp": "#include <string>\n",
    "src/vocabulary/upn.hpp": '#include "foundation/date.hpp"\n',
    "src/platform/context.hpp": '#include "vocabulary/upn.hpp"\n',
    "src/ui/page.hpp": '#include "foundation/date.hpp"\n',
    "src/areas/pupils/rules/pupil.hpp": '#include "vocabulary/upn.hpp"\n',
    "src/areas/pupils/store/pupils.hpp": '#include "pupils/rules/pupil.hpp"\n#include "platform/context.hpp"\n',
    "src/areas/pupils/web/routes.hpp": '#include "ui/page.hpp"\n',
    "src/areas/quality/rules/status.hpp": '#include "vocabulary/upn.hpp"\n',
    "src/areas/panel/rules/decision.hpp": '#include "pupils/rules/pupil.hpp"\n',
    "src/areas/panel/rules/decision_test.cpp": '#include "harrowdale/people.hpp"\n',
    "src/areas/panel/actions/decide.cpp": '#include "panel/store/decisions.hpp"\n#include "pupils/store/pupils.hpp"\n',
    "src/areas/panel/store/decisions.hpp": '#include "panel/rules/decision.hpp"\n',
    "src/areas/panel/store/decisions.sql": """-- name: insert_decision
insert into decision (id) values (:id) on conflict (id) do update set id = excluded.id;
-- name: standing
-- It comes from visit, says this comment.
with newest (id) as (select id from decision where id is distinct from :id)
select newest.id, 'from visit' from newest, pupil p join event on event.id = p.id where extract(year from :day) > 2000;
""",
    "src/app/main.cpp": '#include "panel/web/routes.hpp"\n',
}


def check(changes=None):
    """The faults that check_floors finds in the house with these files put in its place."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**HOUSE, **(changes or {})}.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return check_floors.Floors(folder).check()


class CheckFloors(unittest.TestCase):
    def assert_caught(self, changes, words):
        faults = check(changes)
        self.assertEqual(len(faults), 1, faults)  # the fault, and nothing else is blamed
        self.assertIn(words, faults[0])

    def test_a_house_in_order_passes(self):
        self.assertEqual(check(), [])

    def test_a_step_up_within_an_area(self):
        self.assert_caught({"src/areas/pupils/rules/access.hpp": '#include "pupils/store/pupils.hpp"\n'}, "rules lies below store")

    def test_rules_that_know_the_platform(self):
        self.assert_caught({"src/areas/pupils/rules/access.hpp": '#include "platform/context.hpp"\n'}, "rules may not use platform")

    def test_rules_that_open_a_file(self):
        self.assert_caught({"src/areas/pupils/rules/access.cpp": "#include <fstream>\n"}, "rules are pure")

    def test_an_area_that_is_not_named(self):
        self.assert_caught({"src/areas/panel/rules/check.hpp": '#include "quality/rules/status.hpp"\n'}, "panel does not name quality")

    def test_a_test_keeps_to_the_floors_too(self):
        self.assert_caught({"src/areas/panel/rules/decision_test.cpp": '#include "quality/rules/status.hpp"\n'}, "panel does not name quality")

    def test_the_web_of_another_area(self):
        self.assert_caught({"src/areas/panel/web/page.cpp": '#include "pupils/web/routes.hpp"\n'}, "the web of panel may not use the web of pupils")

    def test_a_floor_above_its_own_in_a_named_area(self):
        self.assert_caught({"src/areas/panel/rules/check.hpp": '#include "pupils/store/pupils.hpp"\n'}, "the rules of panel may not use the store")

    def test_platform_and_ui_stay_strangers_and_know_no_area(self):
        self.assert_caught({"src/platform/a.hpp": '#include "ui/page.hpp"\n'}, "platform may not use ui")
        self.assert_caught({"src/ui/a.hpp": '#include "platform/context.hpp"\n'}, "ui may not use platform")
        self.assert_caught({"src/ui/a.hpp": '#include "pupils/rules/pupil.hpp"\n'}, "ui lies below every area")
        self.assert_caught({"src/foundation/a.hpp": '#include "vocabulary/upn.hpp"\n'}, "foundation may not use vocabulary")

    def test_an_include_without_its_path(self):
        self.assert_caught({"src/areas/panel/rules/check.hpp": '#include "decision.hpp"\n'}, "needs its full path")

    def test_a_file_in_no_room(self):
        self.assert_caught({"src/areas/panel/helpers/x.hpp": "\n"}, "lies in none")
        self.assert_caught({"src/areas/panel/x.hpp": "\n"}, "lies in none")

    def test_a_cycle_in_the_list_of_areas(self):
        self.assert_caught({"src/floors.txt": "pupils: panel\nquality:\npanel: pupils\n"}, "pupils names panel, which does not stand above it")
        self.assert_caught({"src/floors.txt": "pupils: pupils\nquality:\npanel: pupils\n"}, "that would be a cycle")

    def test_an_area_that_is_in_no_list(self):
        self.assert_caught({"src/areas/voice/README.md": "Voice\n"}, "does not stand in src/floors.txt")

    def test_a_write_to_the_table_of_another_area(self):
        for statement in ("insert into pupil (id) values (:id);", "update pupil set id = :id;", "update pupil as p set id = :id;",
                          "delete from pupil where id = :id;"):
            self.assert_caught({"src/areas/panel/store/x.sql": f"-- name: x\n{statement}\n"}, "x writes pupil, a table of pupils")

    def test_a_write_to_a_table_of_the_platform(self):
        self.assert_caught({"src/areas/panel/store/x.sql": "-- name: x\ninsert into event (id) values (:id);\n"}, "a table of platform")

    def test_a_read_of_an_area_that_is_not_named(self):
        for statement in ("select id from visit;", "select 1 from decision d left join visit v on v.id = d.id;",
                          "select 1 from decision d, visit v;", "select (select count(*) from visit) from decision;",
                          "with seen as (select id from visit) select id from seen;",
                          "insert into decision (id) select id from visit;", "select 1 from decision where exists (select 1 from visit);"):
            self.assert_caught({"src/areas/panel/store/x.sql": f"-- name: x\n{statement}\n"}, "x reads visit, a table of quality")

    def test_a_read_of_a_view_or_an_index_of_words_of_another_area(self):
        for made in ("create view seen as select id from visit;", "create virtual table seen using fts5 (words, id unindexed);"):
            self.assert_caught({"db/migrations/0002_more.sql": f"-- area: quality\n{made}\n",
                                "src/areas/panel/store/x.sql": "-- name: x\nselect id from seen;\n"}, "x reads seen, a table of quality")

    def test_a_fragment_of_an_area_that_is_not_named(self):
        self.assert_caught({"src/areas/panel/store/x.sql": "-- name: x\nselect id from decision where\n-- include: quality/store/y.sql#z\n;\n"},
                           "includes a fragment of quality")

    def test_a_table_that_nobody_makes(self):
        self.assert_caught({"src/areas/panel/store/x.sql": "-- name: x\nselect id from decisions;\n"}, "a table that no migration makes")

    def test_a_migration_for_no_area(self):
        self.assert_caught({"db/migrations/0002_more.sql": "-- area: money\n"}, "there is no area money")


if __name__ == "__main__":
    unittest.main()
