"""tools/batch_sources puts files together that do not take each other's names, and no others."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOL = pathlib.Path(__file__).resolve().parents[2] / "tools" / "batch_sources"

KEEPS_CALENDAR = "namespace waymark::{} {{\nnamespace {{\nint calendar() {{ return 1; }}\n}}\n}}\n"
SAYS_CALENDAR = "namespace waymark::{} {{\nint day() {{ return calendar(); }}\n}}\n"


class Batches(unittest.TestCase):
    def share(self, *texts):
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for number, text in enumerate(texts):
                paths.append(str(pathlib.Path(folder) / f"{number}.cpp"))
                pathlib.Path(paths[-1]).write_text(text, encoding="utf-8")
            lines = subprocess.run([sys.executable, TOOL, "100", *paths], check=True, capture_output=True, text=True).stdout.split("\n")
            return len([line for line in lines if line]) == len(texts)

    def test_a_name_kept_in_the_same_namespace_or_one_around_it_parts_two_files(self):
        self.assertFalse(self.share(KEEPS_CALENDAR.format("pupils"), KEEPS_CALENDAR.format("pupils")))
        self.assertFalse(self.share(KEEPS_CALENDAR.format("pupils"), SAYS_CALENDAR.format("pupils")))
        self.assertFalse(self.share(KEEPS_CALENDAR.format("pupils"), SAYS_CALENDAR.format("pupils::inside")))
        self.assertFalse(self.share("namespace {\nint calendar() { return 1; }\n}\n", SAYS_CALENDAR.format("pupils")))

    def test_a_name_kept_in_another_namespace_does_not(self):
        self.assertTrue(self.share(KEEPS_CALENDAR.format("pupils"), KEEPS_CALENDAR.format("attendance")))
        self.assertTrue(self.share(KEEPS_CALENDAR.format("pupils"), "namespace waymark {\nint day() { return 1; }\n}\n"))

    def test_a_macro_is_seen_everywhere(self):
        self.assertFalse(self.share("#include <x>\n#define calendar 1\n", SAYS_CALENDAR.format("pupils")))

    def test_files_that_bring_in_whole_namespaces_share_with_those_that_bring_in_the_same(self):
        brings = "using namespace waymark;\nusing namespace waymark::{};\nint {}() {{ return 1; }}\n"
        self.assertTrue(self.share(brings.format("testing", "one"), brings.format("testing", "other")))
        self.assertFalse(self.share(brings.format("testing", "one"), brings.format("people", "other")))
        self.assertFalse(self.share(brings.format("pupils", "one") + "int day = calendar();\n", KEEPS_CALENDAR.format("pupils")))

    def test_values_of_an_enum_are_brought_in_by_all_that_see_them_or_by_none(self):
        brings = "namespace waymark::pupils {\nnamespace {\nusing enum Kind;\n}\n}\n"
        self.assertTrue(self.share(brings, brings))
        self.assertTrue(self.share(brings, SAYS_CALENDAR.format("attendance")))
        self.assertFalse(self.share(brings, SAYS_CALENDAR.format("pupils")))


if __name__ == "__main__":
    unittest.main()
