"""tools/check_house catches what it must: each test plants one fault and expects it to be named."""
import importlib.machinery
import pathlib
import tempfile
import unittest

TOOLS = pathlib.Path(__file__).resolve().parents[2] / "tools"
check_house = importlib.machinery.SourceFileLoader("check_house", str(TOOLS / "check_house")).load_module()
ROUTES = "src/areas/panel/web/routes.cpp"


def check(name, text):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, name)
        path.parent.mkdir(parents=True)
        path.write_text(text)
        return check_house.House(folder).check()


class CheckHouse(unittest.TestCase):
    def assert_caught(self, name, text, words):
        self.assertIn(words, " ".join(check(name, text)))

    def assert_passes(self, name, text):
        self.assertEqual(check(name, text), [])

    def test_a_route_with_its_subject_passes(self):
        self.assert_passes(ROUTES, '{get, "/referrals/{referral}", Permission::see_referrals, show_referral, Subject::referral},\n'
                                   '{get, "/providers/{provider}", Permission::see_providers, show_provider},\n')

    def test_a_route_about_a_child_without_subject(self):
        self.assert_caught(ROUTES, '{get, "/referrals/{referral}", Permission::see_referrals, show_referral},\n', "give the row its Subject")

    def test_a_route_over_two_lines_without_subject(self):
        self.assert_caught(ROUTES, '{post, "/pupils/{pupil}/reviews",\n Permission::hold_reviews, submit},\n', "give the row its Subject")

    def test_a_subject_that_the_path_does_not_name(self):
        self.assert_caught(ROUTES, '{get, "/pupils", Permission::see_pupils, list, Subject::pupil},\n', "that its path does not name")

    def test_a_record_about_a_child_for_anyone(self):
        self.assert_caught(ROUTES, '{get, "/pupils/{pupil}", Permission::anyone, show, Subject::pupil},\n', "to anyone")

    def test_a_route_without_permission_or_with_a_nameless_record(self):
        self.assert_caught(ROUTES, '{get, "/panels", show},\n', "names no permission")
        self.assert_caught(ROUTES, '{get, "/panels/{id}", Permission::see_panels, show},\n', "say what record it is")

    def test_a_route_that_stands_there_twice(self):
        row = '{get, "/panels", Permission::see_panels, show},\n'
        self.assert_caught(ROUTES, row + row, "stands there twice")

    def test_a_statement_in_the_code(self):
        self.assert_caught("src/areas/panel/store/x.cpp", 'const auto sql = "select id from pupil";\n', "put it in a .sql file")
        self.assert_caught("src/areas/panel/store/x.cpp", 'const auto sql = "delete from pupil where id = 1";\n', "put it in a .sql file")
        self.assert_passes("src/areas/panel/web/x.cpp", 'text("Select a school from the list"); text("Update the record");\n')
        self.assert_passes("src/areas/panel/store/x_test.cpp", 'run("delete from pupil");\n')

    def test_markup_that_is_no_literal_of_the_buffer(self):
        self.assert_caught("src/areas/panel/web/x.cpp", 'out += "<p>" + name + "</p>";\n', "write it through a component")
        self.assert_passes("src/areas/panel/web/x.cpp", 'out.raw("<p class=\\"govuk-body\\">");\nHtml{"<strong>"};\n')
        self.assert_passes("src/areas/panel/web/x.cpp", '// writes "<p>"\nfmt::format("{} < {}", a, b);\n')

    def test_an_inline_style_or_event(self):
        self.assert_caught("src/ui/x.cpp", 'out.raw("<p style=\\"color:red\\">");\n', "use a class")
        self.assert_caught("src/ui/x.cpp", 'out.attribute("onclick", code);\n', "use a class")

    def test_what_is_left_for_later(self):
        self.assert_caught("src/areas/panel/web/x.cpp", "// TO" "DO: finish\n", "finish it or leave it out")

    def test_a_folder_of_one_machine(self):
        self.assert_caught("docs/x.md", "see /wo" "rk/main\n", "folder of one machine")


if __name__ == "__main__":
    unittest.main()
