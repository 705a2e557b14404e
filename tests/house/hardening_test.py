"""tools/check_hardening finds each protection that is missing; the release preset asks for all; a release that is there has them."""
import importlib.machinery
import importlib.util
import pathlib
import platform
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
loader = importlib.machinery.SourceFileLoader("check_hardening", str(ROOT / "tools/check_hardening"))
check_hardening = importlib.util.module_from_spec(importlib.util.spec_from_loader("check_hardening", loader))
loader.exec_module(check_hardening)

PROGRAM = """
#include <cstdio>
#include <cstring>
int main(int count, char** words) { char text[64]; std::strcpy(text, words[count - 1]); std::printf("%s", text); return 0; }
"""
IS_X86 = platform.machine() == "x86_64"


def options_of_the_release():
    """What CMakeLists.txt asks of the compiler and the linker, as they stand there."""
    text = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    block = re.search(r'^if\(CMAKE_BUILD_TYPE STREQUAL "Release"\)\n(.*?)^endif\(\)', text, re.M | re.S)[1]
    words = re.findall(r"(?:options\(waymark_settings INTERFACE )([^)]*)\)", block)
    options = [word.replace("LINKER:", "-Wl,") for words_of_one in words for word in words_of_one.split()]
    return [option for option in options if IS_X86 or option != "-fcf-protection"]


class HardeningTest(unittest.TestCase):
    def missing(self, *options):
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder, "program.cpp")
            source.write_text(PROGRAM, encoding="utf-8")
            subprocess.run(["g++", "-O1", *options, "-o", f"{folder}/program", source], check=True, capture_output=True)
            return check_hardening.missing(f"{folder}/program")

    def test_the_options_of_the_release_bring_every_protection(self):
        self.assertEqual(self.missing(*options_of_the_release()), [])

    def test_each_protection_that_is_taken_away_is_missed(self):
        taken_away = [
            (("-fno-pie", "-no-pie"), "position-independent"),
            (("-Wl,-z,lazy",), "read-only relocations"),
            (("-Wl,-z,norelro",), "read-only relocations"),
            (("-Wl,-z,execstack",), "no code in data"),
            (("-fno-stack-protector",), "stack protector"),
            (("-U_FORTIFY_SOURCE",), "checked copies"),
        ]
        if IS_X86:
            taken_away.append((("-fcf-protection=none",), "marked entries"))
        for options, protection in taken_away:
            with self.subTest(protection=protection, options=options):
                self.assertEqual(self.missing(*options_of_the_release(), *options), [protection])

    def test_the_release_that_is_built_here_has_them(self):
        program = ROOT / "build/release/waymark"
        if not program.is_file() or program.stat().st_mtime < (ROOT / "CMakeLists.txt").stat().st_mtime:
            self.skipTest("no release is built here, or one from before")
        self.assertEqual(check_hardening.missing(str(program)), [])


if __name__ == "__main__":
    unittest.main()
