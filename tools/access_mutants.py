"""The faults that tools/mutate_access plants: each check of who may see what, taken out or turned round, one at a time.

A fault of a .cpp file is written beside what stands there and chosen by its number while the program runs, so that one compilation
serves them all: `if (planted_fault == 17 ? true : (route.subject == Subject::none))`. A fault of an .sql file is a statement in
place of another.
"""
import importlib.machinery
import importlib.util
import pathlib
import re
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"

# Where the checks stand: file, and the functions whose conditions, claims and steps are each a check.
CODE = {
    "app/guard.cpp": ["check_sign_in", "check_second_fact", "recognise_family", "look_of_family", "check_form_token", "check_scope", "check_permission", "opens", "check_relationship", "guard"],
    "app/subjects.cpp": ["pupil_of"],
    "areas/people/rules/roles.cpp": ["may"],
    "areas/people/rules/calendar_access.cpp": ["may_change_calendar"],
    "areas/pupils/rules/access.cpp": ["any_holds", "may_see"],
    "areas/pupils/rules/emergency.cpp": ["may_look_in_emergency", "sight_of"],
    "areas/pupils/rules/restricted_note.cpp": ["is_meant", "may_read"],
    "areas/pupils/rules/contact_restriction.cpp": ["may_see_protected_address"],
    "areas/family/rules/link.cpp": ["state_of", "problems_with_reader", "may_be_renewed"],
    "areas/family/store/links.cpp": ["visit_by"],
    "areas/family/actions/family_links.cpp": ["waiting_link"],
    "areas/directory/web/show.cpp": ["provider_in_path", "may_edit", "may_decide"],
    "areas/home" + "/store/my_tasks.cpp": ["my_tasks"],
}
# Of these, no door asks: pages and lists do, or a test alone.
BEHIND_THE_DOORS = ("calendar_access.cpp", "emergency.cpp", "emergency.sql", "restricted_note.cpp", "contact_restriction.cpp", "pupils/rules/access.cpp", "show.cpp", "my_tasks.cpp", "family/rules/link.cpp", "links.cpp", "links.sql", "family_links.cpp", "registers.sql")
# Faults that change nothing anybody could notice, each with why.
HARMLESS = {
    ("app/guard.cpp", "always so: changes_something(request.method)"): "a page that is asked for has no form to keep",
    ("areas/people/store/sign_ins.sql", "of_token: without “o.authority_id = m.authority_id”"): "finds the name of the organisation, not who may what",
    ("areas/people/store/sign_ins.sql", "of_token: without “o.id = m.organisation_id”"): "finds the name of the organisation, not who may what",
    ("areas/people/store/api_tokens.sql", "api_token_by_hash: without “o.authority_id = t.authority_id”"): "finds the name of the organisation, not who may what",
    ("areas/people/store/api_tokens.sql", "api_token_by_hash: without “o.id = t.organisation_id”"): "finds the name of the organisation, not who may what",
    ("app/guard.cpp", "always not so: route.subject == Subject::none"): "no record, no child: it only saves a question to the database",
}
# Parts of .sql files of which every comparison is a check.
SQL = {
    "areas/pupils/store/access.sql": ["visible_to", "count_visible"],
    "areas/pupils/store/emergency.sql": ["count_open_in_emergency"],
    "app/subjects.sql": None,  # all of them
    "areas/people/store/sign_ins.sql": ["of_token", "sign_in_by_token"],
    "areas/people/store/api_tokens.sql": ["api_token_by_hash"],
    "areas/attendance/store/registers.sql": ["open_to_setting"],
    "areas/family/store/links.sql": ["family_link_by_token", "open_family_link"],
}
SIGHT = "-- include: pupils/store/access.sql#visible_to"


class Faults:
    """Numbers the faults as they are found; `all` says of each where it stands and what it does."""

    def __init__(self):
        self.all = {}

    def number(self, file, line, what, kind):
        if kind in ("code", "sql") and str(file).endswith(BEHIND_THE_DOORS):
            kind += " behind the doors"
        self.all[len(self.all) + 1] = {"file": str(file), "line": line, "what": what, "kind": kind}
        return len(self.all)


def closing(text, at):
    """Where the bracket that opens at `at` is closed."""
    depth = 0
    for position in range(at, len(text)):
        depth += {"(": 1, "{": 1, "[": 1, ")": -1, "}": -1, "]": -1}.get(text[position], 0)
        if depth == 0:
            return position
    raise ValueError("a bracket is not closed")


def operands(text, sign):
    """The parts of a condition between `sign` outside of brackets."""
    parts, depth, start = [], 0, 0
    for position, letter in enumerate(text):
        depth += {"(": 1, "{": 1, "[": 1, ")": -1, "}": -1, "]": -1}.get(letter, 0)
        if depth == 0 and text.startswith(sign, position):
            parts.append(text[start:position].strip())
            start = position + len(sign)
    return parts + [text[start:].strip()]


def claim(faults, file, line, text):
    """A claim with its faults: held, denied, and each part of it taken out."""
    for sign, neutral in ((" || ", "false"), (" && ", "true")):
        parts = operands(text, sign)
        if len(parts) > 1:
            changed = []
            for part in parts:
                number = faults.number(file, line, f"without “{part}”", "code")
                changed.append(f"(planted_fault == {number} ? {neutral} : bool({part}))")
            text = sign.join(changed)
            break
    held, denied = (faults.number(file, line, f"always {said}: {text.strip()[:90]}" if "planted" not in text else f"always {said}", "code")
                    for said in ("so", "not so"))
    return f"(planted_fault == {held} ? true : planted_fault == {denied} ? false : bool({text}))"


def body_of(text, function):
    """Where the body of the function stands, from its brace to the closing one."""
    for found in re.finditer(rf"^[^\n;]*\b{function}\([^;{{]*\)(?: const)?\s*(?={{)", text, re.M):
        opens = text.index("{", found.end() - 1)
        return opens, closing(text, opens)
    raise ValueError(f"no function {function}")


def with_code_faults(faults, file, functions):
    text = (SOURCE / file).read_text(encoding="utf-8")
    is_claim = lambda function: re.search(rf"^bool {function}\(", text, re.M) or function == "my_tasks"
    for function in functions:
        opens, closes = body_of(text, function)
        # A claim over several lines is one.
        whole, out = re.sub(r"(return [^;]*?)\n\s+", r"\1 ", text[opens:closes]), []
        for index, line in enumerate(whole.split("\n")):
            number_of_line = text.count("\n", 0, opens) + index + 1
            if out and "expects(false);" in out[-1]:
                out.append(line)  # nobody comes here
                continue
            step = re.match(r"(\{?\s*)(TRY\(.*\);)$", line)
            found = re.match(r"(\{?\s*)if \(", line)
            given = re.match(r"(\{?\s*(?:case \S+: )?)return (.+);\s*$", line) if is_claim(function) else None
            if step:
                number = faults.number(file, number_of_line, f"without {step.group(2)}", "code")
                line = f"{step.group(1)}if (planted_fault != {number}) {{ {step.group(2)} }}"
            elif found:
                opening = found.end() - 1
                end = closing(line, opening)
                condition = line[opening + 1:end]
                if condition.startswith(("auto ", "const auto")):
                    number = faults.number(file, number_of_line, f"without {line.strip()}", "code")
                    line = f"{found.group(1)}if (planted_fault != {number}) {line[len(found.group(1)):]}"
                elif not condition.startswith("is_new") and "subject !=" not in condition:
                    line = line[:opening + 1] + claim(faults, file, number_of_line, condition) + line[end:]
            elif given and given.group(2) in ("true", "false"):
                number = faults.number(file, number_of_line, f"not {line.strip()}", "code")
                line = f"{given.group(1)}return {given.group(2)} != (planted_fault == {number});"
            elif given and given.group(2) != "mine":
                line = f"{given.group(1)}return {claim(faults, file, number_of_line, given.group(2))};"
            out.append(line)
        text = text[:opens] + "\n".join(out) + text[closes:]
    return text


def roles_of(header="vocabulary/permission.hpp"):
    text = (SOURCE / header).read_text(encoding="utf-8")
    listed = re.search(r"enum class Role \{(.*?)\}", text, re.S).group(1)
    return [name.strip() for name in listed.split(",") if name.strip()]


def with_role_faults(faults, file, text):
    """Each row of the table of roles, with each role put in or left out."""
    original = (SOURCE / file).read_text(encoding="utf-8")
    cases = []
    for row in re.finditer(r"^\s*\{Permission::(\w+),", original, re.M):
        line = original.count("\n", 0, row.start(1)) + 1
        for role in roles_of():
            number = faults.number(file, line, f"{role} put in or left out: {row.group(1)}", "role")
            faults.all[number]["permission"] = row.group(1)
            cases.append(f"case {number}: return permission == Permission::{row.group(1)} && role == Role::{role};")
    turned = "static bool turned_round(Permission permission, Role role)\n{\n    switch (planted_fault) {\n" + "\n".join(cases) + \
             "\n    default: return false;\n    }\n}\n"
    text = re.sub(r"return (.*grant\.roles\.has\(\*role\).*);", r"return (\1) != turned_round(permission, *role);", text, count=1)
    return re.sub(r"^bool may\(", turned + "\nbool may(", text, count=1, flags=re.M)


def with_scope_faults(faults, file, text):
    """Each role with each other scope."""
    scopes = re.search(r"enum class Scope \{(.*?)\};", (SOURCE / "areas/pupils/rules/access.hpp").read_text(encoding="utf-8"), re.S).group(1)
    names = re.findall(r"^\s*(\w+),", scopes, re.M)
    original = (SOURCE / file).read_text(encoding="utf-8")
    cases = []
    for role in roles_of():
        at = original.index(f"case Role::{role}:")
        own = re.search(r"return Scope::(\w+);", original[at:]).group(1)
        for name in names:
            if name != own:
                number = faults.number(file, original.count("\n", 0, at) + 1, f"{role} sees {name}", "scope")
                cases.append(f"if (planted_fault == {number} && *role == Role::{role}) return Scope::{name};")
    return text.replace("    switch (*role) {", "    " + "\n    ".join(cases) + "\n    switch (*role) {", 1)


COMPARISON = re.compile(
    r"(?:cast\([^()]*\)|:?[\w.]+) (?:<=|>=|<>|=|<|>) (?:cast\([^()]*\)|'[^']*'|:?[\w.]+)|[\w.]+ is (?:not )?null|u\.active\b"
    r"|cast\([^()]*\) in \([^()]*\)")
EDGES = {"<=": "<", ">=": ">", "<>": "=", "<": "<=", ">": ">="}


def sql_changes(text):
    """Each comparison of an SQL text: taken out, made impossible, and with its edge a day to the other side."""
    for found in COMPARISON.finditer(text):
        yield found.span(), f"({found.group(0)} or 1 = 1)", f"without “{found.group(0)}”"
        yield found.span(), f"({found.group(0)} and 1 = 0)", f"never “{found.group(0)}”"
        sign = re.search(r" (<=|>=|<>|<|>) ", found.group(0))
        if sign:
            yield found.span(), found.group(0).replace(sign.group(0), f" {EDGES[sign.group(1)]} "), f"{EDGES[sign.group(1)]} in “{found.group(0)}”"


def sql_faults(faults, folder):
    """Numbers the faults of the .sql files; answers {number: [(name, sqlite, postgres, parameters)]} of the statements that change."""
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader("embed_sql", str(ROOT / "tools/embed_sql"))
    embed = importlib.util.module_from_spec(importlib.util.spec_from_loader("embed_sql", loader))
    loader.exec_module(embed)
    copy = pathlib.Path(folder) / "src"
    for file in SOURCE.rglob("*.sql"):
        (copy / file.relative_to(SOURCE)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy / file.relative_to(SOURCE))
    embed.SOURCE = copy

    def all_statements():
        found = {}
        for file in sorted(copy.rglob("*.sql")):
            inner = str(file.relative_to(copy)).removeprefix("areas/")
            folders = inner.split("/")[:-1]
            area = folders[1] if folders[0] == "platform" else folders[0]
            for name, *texts in embed.statements(file, inner):
                found[f"{area}.{name}"] = texts
        return found

    before, changed = all_statements(), {}

    def plant(file, text, span, instead, what, kind="sql"):
        number = faults.number(file, text.count("\n", 0, span[0]) + 1, what, kind)
        (copy / file).write_text(text[:span[0]] + instead + text[span[1]:], encoding="utf-8")
        changed[number] = [(name, *texts) for name, texts in all_statements().items() if texts != before[name]]
        (copy / file).write_text(text, encoding="utf-8")

    for file, parts in SQL.items():
        text = (SOURCE / file).read_text(encoding="utf-8")
        # Comments hold no comparisons; blanked, they keep every place in the text where it was.
        bare = re.sub(r"--[^\n]*", lambda comment: " " * len(comment.group(0)), text)
        for part in re.finditer(r"^-- (?:name|fragment): (\w+)\n(.*?)(?=^-- (?:name|fragment): |\Z)", text, re.M | re.S):
            if parts is None or part.group(1) in parts:
                start = part.start(2)
                for span, instead, what in sql_changes(bare[start:part.end(2)]):
                    plant(file, text, (start + span[0], start + span[1]), instead, f"{part.group(1)}: {what}")
    for path in sorted(SOURCE.rglob("*.sql")):
        text = path.read_text(encoding="utf-8")
        for found in re.finditer(re.escape(SIGHT), text):
            plant(path.relative_to(SOURCE), text, found.span(), "(cast(:scope as text) is not null or cast(:organisation as uuid) is null)",
                  "the list shows every child, whoever asks", "list")
    return changed
