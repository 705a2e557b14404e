"""A browser without a screen: cookies, forms, one connection that stays open. For tests that pull the plug, and nothing beside Python."""
import http.client
import html
import re
import urllib.parse


class Form:
    """The form that these words stand in, or the next one after them, with the fields as they stand."""

    left_out = set()  # names of fields that are not sent

    def __init__(self, page, words, path):
        at = page.index(words)
        start = page.rfind("<form", 0, at)
        if start < 0 or "</form>" in page[start:at]:
            start = page.index("<form", at)
        text = page[start: page.index("</form>", start)]
        action = re.search(r'action="([^"]*)"', text[: text.index(">")])
        self.action = html.unescape(action[1]) if action else path
        self.fields = []
        for tag in re.finditer(r"<(input|textarea|select)\b([^>]*)>(?:([^<]*)</textarea>)?", text):
            attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', tag[2]))
            name, kind = attributes.get("name"), attributes.get("type", "text")
            if not name or name in self.left_out or (kind in ("radio", "checkbox") and not re.search(r"\schecked\b", tag[2])):
                continue
            if tag[1] == "select":
                rest = text[tag.end(): text.index("</select>", tag.end())]
                chosen = re.search(r'<option[^>]*value="([^"]*)"[^>]*\bselected\b', rest)
                attributes["value"] = chosen[1] if chosen else ""
            value = tag[3] if tag[1] == "textarea" else attributes.get("value", "")
            self.fields.append((name, html.unescape(value or "")))

    def set(self, name, value):
        self.fields = [(n, v) for n, v in self.fields if n != name] + [(name, value)]
        return self


class Answer:
    def __init__(self, status, location, body):
        self.status, self.location, self.body = status, location, body


class Browser:
    def __init__(self, port, timeout=20):
        self.port, self.timeout, self.cookies, self.connection = port, timeout, {}, None

    def ask(self, method, path, fields=None):
        """The answer; raises OSError or http.client.HTTPException when there was none."""
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
        headers = {"Accept": "text/html", "Cookie": "; ".join(f"{n}={v}" for n, v in self.cookies.items())}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
            text = answer.read().decode()
        except Exception:
            self.connection.close()
            self.connection = None
            raise
        for header, value in answer.getheaders():
            if header.lower() == "set-cookie":
                name, _, rest = value.partition("=")
                self.cookies[name] = rest.split(";")[0]
        return Answer(answer.status, answer.getheader("Location"), text)

    def get(self, path):
        return self.ask("GET", path)

    def send(self, form):
        return self.ask("POST", form.action, form.fields)

    def sign_in_as(self, name):
        """As somebody of the made-up area."""
        answer = self.send(Form(self.get("/sign-in").body, f"Sign in as {name}", "/sign-in"))
        if answer.status != 303:
            raise RuntimeError(f"{name} could not sign in: {answer.status}")
