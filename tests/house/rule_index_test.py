"""tools/rule_index catches what it must: each test plants one fault in a small house and expects it to be named."""
import importlib.machinery
import json
import pathlib
import tempfile
import unittest

TOOLS = pathlib.Path(__file__).resolve().parents[2] / "tools"
rule_index = importlib.machinery.SourceFileLoader("rule_index", str(TOOLS / "rule_index")).load_module()


def rule(number, status="in_force"):
    return {"number": number, "title": f"Title of {number}", "part": "Exclusion", "words": "In plain words.", "basis": "must", "source": "An Act",
            "checked": "text", "status": status, "shown": "On a page."}


DAY_SIX = """/// The day by which education must be there.
///
/// Fails   `calendar.missing`
/// Rule    R6; exceptions
///         in R8
/// Source  Education Act 1996 s.19(3A)
[[nodiscard]] Result<Date> full_time_due(Date first_day);
"""
HOUSE = {
    "reference/rules.json": json.dumps({"rows": [rule("R6"), rule("R8"), rule("R9"), rule("R56", "practice")]}),
    "reference/law_2026.json": json.dumps({"rows": [{"name": "duty_day", "value": 6, "unit": "school days", "rule": "R6", "basis": "must", "valid_from": "2007-09-01"}]}),
    "src/areas/pupils/rules/day_six.hpp": DAY_SIX,
    "src/areas/pupils/rules/day_six_test.cpp": 'TEST_CASE("day six") {}\n',
    "src/areas/law/rules/exclusion_rules.cpp": '        {"notice_due", "R9", "By when must parents be told?",\n         {{"first_day", day, "the day"}}},\n',
    "tests/slow_rules/exclusion_rules_test.cpp": 'hold_against("notice_due", case_notice, slow_notice);\n',
}


def check(changes=None, without=(), write=True):
    """The faults found in the house with these files put in its place; its index is written first."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**HOUSE, **(changes or {})}.items():
            if name in without:
                continue
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        docs = pathlib.Path(folder, "docs")
        docs.mkdir()
        if write:
            (docs / "rule-index.md").write_text(rule_index.Index(folder).written())
        index = rule_index.Index(folder)
        return index.check(), index.written()


class RuleIndex(unittest.TestCase):
    def assert_caught(self, words, changes=None, without=(), write=True):
        faults, _ = check(changes, without, write)
        self.assertEqual(len(faults), 1, faults)  # the fault, and nothing else is blamed
        self.assertIn(words, faults[0])

    def test_a_house_in_order_passes_and_its_index_says_where_all_is(self):
        faults, written = check()
        self.assertEqual(faults, [])
        for words in ("### R6 Title of R6", "`full_time_due` in [src/areas/pupils/rules/day_six.hpp]", "Education Act 1996 s.19(3A)",
                      "`waymark rule notice_due`: By when must parents be told?", "`duty_day`: 6 school days from 2007-09-01",
                      "- **Test** [src/areas/pupils/rules/day_six_test.cpp]", "- **Test** [tests/slow_rules/exclusion_rules_test.cpp]"):
            self.assertIn(words, written)

    def test_a_rule_without_a_function(self):
        self.assert_caught("R8 Title of R8: no function", {"src/areas/pupils/rules/day_six.hpp": DAY_SIX.replace("R8", "nothing")})

    def test_a_rule_that_is_named_outside_its_line_has_no_function_by_that(self):
        self.assert_caught("R8 Title of R8: no function", {"src/areas/pupils/rules/day_six.hpp": DAY_SIX.replace("in R8", "elsewhere").replace("must be", "(R8) must be")})

    def test_a_rule_without_a_test(self):
        self.assert_caught("R9 Title of R9: no test", {"tests/slow_rules/exclusion_rules_test.cpp": 'hold_against("other", a, b);\n'})

    def test_a_test_that_names_the_rule_counts_wherever_it_stands(self):
        changes = {"tests/slow_rules/exclusion_rules_test.cpp": "\n", "src/areas/referrals/rules/clocks_test.cpp": 'TEST_CASE("R9: notices") {}\n'}
        self.assertEqual(check(changes)[0], [])

    def test_a_test_of_the_catalogue_is_no_test_of_its_rules(self):
        changes = {"tests/slow_rules/exclusion_rules_test.cpp": "\n",
                   "src/areas/law/rules/catalogue_test.cpp": '#include "law/rules/catalogue.hpp"\nCHECK(find_numbered_rule("R9"));\n'}
        self.assert_caught("R9 Title of R9: no test", changes)

    def test_a_number_like_another_is_another(self):
        self.assert_caught("R9 Title of R9: no test", {"tests/slow_rules/exclusion_rules_test.cpp": "// R90, R9a and SR9\n"})

    def test_a_practice_may_do_without_and_nothing_else(self):
        self.assert_caught("R56 Title of R56: no function", {"reference/rules.json": HOUSE["reference/rules.json"].replace("practice", "announced")})

    def test_a_docstring_a_question_or_a_number_of_an_unknown_rule(self):
        self.assert_caught("there is no rule R7", {"src/areas/pupils/rules/day_six.hpp": DAY_SIX.replace("in R8", "in R8, R7")})
        self.assert_caught("there is no rule R99", {"src/areas/law/rules/other_rules.cpp": '{"x", "R99", "What?",\n'})
        self.assert_caught("the number duty_day: there is no rule R5", {"reference/law_2026.json": HOUSE["reference/law_2026.json"].replace("R6", "R5")})

    def test_an_index_that_was_not_written_again(self):
        self.assert_caught("run tools/rule_index", write=False)


if __name__ == "__main__":
    unittest.main()
