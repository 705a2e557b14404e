"""docs/asvs.md answers every requirement once, names tests that are there, and counts right: its own check, and faults planted in a small page."""
import collections
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| (.*?) \| (.*?) \| (.*) \|$")
SUM = re.compile(r"^\| (.*?) \|.*\| (\d+) \|$")
ANSWERS = ("holds", "holds by design", "does not apply", "open", "open, in work")
FILE = re.compile(r"`((?:[\w.-]+/)*[\w.-]+\.(?:cpp|hpp|py|md|txt|json|ts|mjs|sql))`")
TEST = re.compile(r"^`([^`]+)`: (?:“([^”]+)”|`([^`]+)`)")


def numbers_in(text):
    """The list of requirements, where "1.4  1 4-6" stands for 1.4.1, 1.4.4, 1.4.5 and 1.4.6."""
    found = []
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        section, *parts = line.split()
        for part in parts:
            first, _, last = part.partition("-")
            found += [f"{section}.{number}" for number in range(int(first), int(last or first) + 1)]
    return found


def text_of(root, name):
    path = pathlib.Path(root, name)
    return path.read_text(encoding="utf-8") if path.is_file() else None


def check_row(root, number, asked, answer, why):
    faults = []
    if answer not in ANSWERS:
        faults.append(f"{number}: “{answer}” is no answer")
    if not asked or not why:
        faults.append(f"{number}: something is not said")
    for name in FILE.findall(why):
        if text_of(root, name) is None:
            faults.append(f"{number}: there is no {name}")
    if answer == "holds":
        named = TEST.match(why)
        if not named:
            return [*faults, f"{number}: names no test"]
        test, text = named[2] or named[3], text_of(root, named[1])
        is_there = text is not None and (f'TEST_CASE("{test}"' in text or f"def {test}(" in text)
        if not is_there:
            faults.append(f"{number}: {named[1]} has no test “{test}”")
    if answer == "holds by design" and not re.match(r"`[^`]+`: ", why):
        faults.append(f"{number}: names no file")
    if answer == "open, in work" and not re.search(r"\(([^()]+)\)$", why):
        faults.append(f"{number}: does not say what is in work")
    return faults


def check(root, page, numbers):
    faults, counts, sums = [], collections.Counter(), {}
    seen = collections.Counter()
    for line in page.splitlines():
        row, counted = ROW.match(line), SUM.match(line)
        if row:
            number, asked, answer, why = row[1], row[2], row[3].strip("*"), row[4]
            seen[number] += 1
            counts[answer] += 1
            faults += check_row(root, number, asked, answer, why)
        elif counted and counted[1] in (*ANSWERS, "all"):
            sums[counted[1]] = int(counted[2])
    faults += [f"{number} stands there {seen[number]} times" for number in numbers if seen[number] != 1]
    faults += [f"{number} is no requirement of the list" for number in seen if number not in set(numbers)]
    for answer in (*ANSWERS, "all"):
        count = counts.total() if answer == "all" else counts[answer]
        if sums.get(answer) != count:
            faults.append(f"the page says {sums.get(answer)} {answer}; there are {count}")
    return faults


PAGE = """| answer | means | how many |
|---|---|--:|
| holds | a test | 1 |
| holds by design | a file | 1 |
| does not apply | none | 1 |
| open | no | 1 |
| open, in work | not yet | 1 |
| all | | 5 |

| number | asked | answer | shown by, or why |
|---|---|---|---|
| 1.1.1 | This | holds | `tests/house/schema_test.cpp`: “db/schema.sql is what the migrations make, on both engines” |
| 1.1.2 | That | holds by design | `CONTRIBUTING.md`: it says so |
| 1.2.1 | More | does not apply | There is none |
| 1.2.2 | Much more | open | Nobody did |
| 1.2.3 | Most | **open, in work** | Half is there (native TLS) |
"""
NUMBERS = "# A list\n1.1  1 2\n1.2  1-3\n"


class Asvs(unittest.TestCase):
    def assert_caught(self, words, before, after, count=1):
        faults = check(ROOT, PAGE.replace(before, after, 1), numbers_in(NUMBERS))
        self.assertNotEqual(PAGE, PAGE.replace(before, after, 1))
        self.assertEqual(len(faults), count, faults)
        self.assertIn(words, faults[0])

    def test_the_page_answers_every_requirement_with_tests_that_are_there(self):
        page, numbers = text_of(ROOT, "docs/asvs.md"), numbers_in(text_of(ROOT, "tests/house/asvs_numbers.txt"))
        self.assertEqual(len(numbers), 259)
        self.assertEqual(check(ROOT, page, numbers), [])

    def test_what_is_in_work_is_listed_with_its_numbers(self):
        page = text_of(ROOT, "docs/asvs.md")
        listed = {number for line in page.split("## In work")[1].split("\n## ")[0].splitlines() for number in re.findall(r"\d+\.\d+\.\d+", line)}
        in_work = {row[1] for row in map(ROW.match, page.splitlines()) if row and row[3].strip("*") == "open, in work"}
        self.assertEqual(in_work - listed, set())

    def test_a_page_in_order_passes(self):
        self.assertEqual(check(ROOT, PAGE, numbers_in(NUMBERS)), [])

    def test_a_requirement_that_is_missing_twice_there_or_made_up(self):
        self.assert_caught("1.2.2 stands there 0 times", "| 1.2.2 |", "| 9.9.9 |", 2)
        self.assert_caught("1.1.2 stands there 2 times", "| 1.2.2 |", "| 1.1.2 |", 2)

    def test_a_test_that_is_not_there(self):
        self.assert_caught("has no test", "what the migrations make", "what nobody makes")
        self.assert_caught("there is no tests/house/scheme_test.cpp", "schema_test.cpp", "scheme_test.cpp", 2)
        self.assert_caught("names no test", "`tests/house/schema_test.cpp`: ", "By ")

    def test_a_file_or_a_reason_that_is_not_named(self):
        self.assert_caught("names no file", "`CONTRIBUTING.md`: it says so", "It is so")
        self.assert_caught("there is no CONTRIBUTE.md", "CONTRIBUTING.md", "CONTRIBUTE.md")
        self.assert_caught("does not say what is in work", " (native TLS)", "")

    def test_an_answer_that_is_none_and_a_sum_that_is_wrong(self):
        self.assert_caught("is no answer", "| open | Nobody", "| perhaps | Nobody", 2)
        self.assert_caught("the page says 2 open; there are 1", "| open | no | 1 |", "| open | no | 2 |")


if __name__ == "__main__":
    unittest.main()
