"""People who save one thing after another and remember what was answered; and what must hold of it in the database."""
import html
import http.client
import re
import threading
import time

from browser import Browser, Form
from house import TODAY

NO_ANSWER = (OSError, http.client.HTTPException)
TAKERS = ["Colin Rudd", "Ellie Fenwick", "Marcus Bell", "Yasmin Haddad"]


class Person(threading.Thread):
    """Saves one thing after another, and remembers what was answered."""

    def __init__(self, house, name):
        super().__init__(daemon=True)
        self.house, self.name_of_account, self.stop, self.fault = house, name, threading.Event(), None
        self.browser = Browser(house.port)
        self.saved = self.sent_again = self.told_of_failure = 0

    def until_answered(self, ask):
        """Asks until there is an answer that is no failure. Counts the times between."""
        while not self.stop.is_set():
            try:
                answer = ask()
                if answer.status < 500:
                    return answer
                if "in a minute" not in answer.body:
                    raise AssertionError(f"a page of failure does not say what to do: {answer.body[:400]}")
                self.told_of_failure += 1
            except NO_ANSWER:
                pass
            self.sent_again += 1
            time.sleep(0.02)
        return None

    def run(self):
        try:
            self.until_answered(lambda: self.browser.sign_in_as(self.name_of_account) or self.browser.get("/account"))
            while not self.stop.is_set():
                self.save_one()
        except Exception as fault:  # noqa: BLE001: it is told at the end, with whose it was
            self.fault = f"{self.name_of_account}: {fault!r}"


class Writer(Person):
    """Adds notes to a child's record."""

    def __init__(self, house, number, pupil):
        super().__init__(house, "Priya Raman")
        self.number, self.path, self.done, self.under_way, self.count = number, f"/pupils/{pupil}/notes/new", [], None, 0

    def save_one(self):
        page = self.until_answered(lambda: self.browser.get(self.path))
        if not page:
            return
        self.count += 1
        words = f"Plug {self.number}.{self.count}"
        form = Form(page.body, "<h1", self.path).set("words", words).set("why", "A test").set("readers", "commissioners")
        self.under_way = words
        answer = self.until_answered(lambda: self.browser.send(form))
        if answer and answer.status != 303:
            raise AssertionError(f"a note was answered with {answer.status}: {re.sub('<[^>]*>', ' ', answer.body)[-600:]}")
        if answer:
            self.done.append(words)
            self.saved += 1
            self.under_way = None


class Taker(Person):
    """Corrects a mark of this morning's register, each time to other minutes: each correction is one revision more."""

    def __init__(self, house, name):
        super().__init__(house, name)
        self.path, self.pupil, self.standing, self.under_way, self.count = None, None, None, None, 0

    def save_one(self):
        if not self.path:
            page = self.until_answered(lambda: self.browser.get(f"/registers/{TODAY}/am"))
            if not page:
                return
            self.path = html.unescape(re.search(r'href="(/registers/[^"]*/correct[^"]*)"', page.body)[1])
            self.pupil = self.path.split("pupil=")[1]
        page = self.until_answered(lambda: self.browser.get(self.path))
        if not page:
            return
        self.count += 1
        minutes = str(1 + self.count % 29)
        form = Form(page.body, "<h1", self.path).set("arrival", "late").set("minutes", minutes).set("correction", "Came later than was marked first")
        self.under_way = minutes
        answer = self.until_answered(lambda: self.browser.send(form))
        if answer and answer.status != 303:
            raise AssertionError(f"a correction was answered with {answer.status}: {re.sub('<[^>]*>', ' ', answer.body)[-600:]}")
        if answer:
            self.saved, self.standing = self.saved + 1, minutes
            self.under_way = None


def faults_in(house, people):
    """What is not as it must be, while the server is down."""
    faults = []
    rows = house.database.rows("select words, count(*) from restricted_note where words like 'Plug %' group by words")
    there = {words: int(count) for words, count in rows}
    faults += [f"the note “{words}” is there {count} times" for words, count in there.items() if count != 1]
    for person in people:
        if person.fault:
            faults.append(person.fault)
        if isinstance(person, Writer):
            faults += [f"the note “{words}” was answered as saved and is not there" for words in person.done if words not in there]
        elif person.standing:
            rows = house.database.rows(
                "select m.minutes_late from attendance_mark m join pupil p on p.authority_id = m.authority_id and p.id = m.pupil_id"
                f" where p.reference = '{person.pupil}' and m.day = '{TODAY}' and m.session = 'am' and m.correction <> '' order by m.revision desc")
            if not rows or rows[0][0] not in (person.standing, person.under_way):
                faults.append(f"{person.name_of_account}: the mark says {rows[:1]}, and {person.standing} was answered as saved")
            if len(rows) not in (person.saved, person.saved + 1):
                faults.append(f"{person.name_of_account}: {person.saved} corrections were answered as saved, and {len(rows)} are there")
    for verb in (["audit", "verify"], ["recount"]):
        try:
            house.verb(*verb)
        except RuntimeError as fault:
            faults.append(str(fault))
    return faults


def bring_people(house):
    """Four who write notes and four who correct marks, at work."""
    priya = Browser(house.port)
    priya.sign_in_as("Priya Raman")
    pupils = re.findall(r'href="/pupils/(\w{4}-\w\w)"', priya.get("/pupils").body)
    people = [Writer(house, number, pupils[number]) for number in range(4)] + [Taker(house, name) for name in TAKERS]
    for person in people:
        person.start()
    return people


def send_home(people):
    for person in people:
        person.stop.set()
    for person in people:
        person.join(60)
