"""A Waymark with the made-up area that can be killed and started again, on SQLite or on a PostgreSQL of its own."""
import os
import pathlib
import pwd
import shutil
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
TODAY = "2026-11-23"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Postgres:
    """A PostgreSQL 15 in a folder of its own, which flushes to the disk as a real one does. As root it runs as nobody."""

    def __init__(self, folder):
        self.folder = folder / "postgres"
        self.folder.mkdir()
        self.programs = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        self.user = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
        if self.user:
            nobody = pwd.getpwnam("nobody")
            os.chown(self.folder, nobody.pw_uid, nobody.pw_gid)
            for above in list(self.folder.parents)[:-2]:
                above.chmod(above.stat().st_mode | 0o011)
        self.run("initdb", "-D", "data", "-A", "trust", "-U", "waymark", "--locale=C.UTF-8", "--encoding=UTF8")
        self.port = free_port()
        self.start()
        self.run("createdb", "-h", str(self.folder), "-p", str(self.port), "-U", "waymark", "waymark")
        self.address = f"postgresql://waymark@/waymark?host={self.folder}&port={self.port}"

    def run(self, program, *arguments):
        done = subprocess.run([self.programs / program, *arguments], cwd=self.folder, capture_output=True, text=True, **self.user)
        if done.returncode != 0:
            raise RuntimeError(f"{program}: {done.stderr}")
        return done.stdout

    def start(self):
        self.control("start", "-l", "log", "-o", f"-c listen_addresses= -c unix_socket_directories={self.folder} -c port={self.port}")

    def control(self, verb, *arguments):
        done = subprocess.run([self.programs / "pg_ctl", "-D", "data", "-w", *arguments, verb], cwd=self.folder, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, text=True, **self.user)
        if done.returncode != 0:
            raise RuntimeError(f"pg_ctl {verb}: {done.stderr}")

    def stop(self):
        self.control("stop", "-m", "immediate")

    def rows(self, sql):
        text = self.run("psql", "-h", str(self.folder), "-p", str(self.port), "-U", "waymark", "-d", "waymark", "-At", "-F", "\t", "-c", sql)
        return [tuple(line.split("\t")) for line in text.splitlines()]


class Sqlite:
    def __init__(self, folder):
        self.file = folder / "waymark.db"
        self.address = f"sqlite:{self.file}"

    def rows(self, sql):
        connection = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)
        try:
            return [tuple(str(value) for value in row) for row in connection.execute(sql)]
        finally:
            connection.close()

    def stop(self):
        pass


class House:
    def __init__(self, program, folder, engine):
        self.program, self.folder, self.port, self.process = program, folder, free_port(), None
        self.database = Postgres(folder) if engine == "postgres" else Sqlite(folder)
        self.log = open(folder / "serve.log", "ab")
        try:
            self.verb("demo", "--today", TODAY)
        except Exception:
            self.database.stop()
            raise

    def verb(self, *words):
        """Runs a verb of the command line and answers what it said; RuntimeError when it failed."""
        done = subprocess.run([self.program, *words, "--database", self.database.address], capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"waymark {' '.join(words)}: {done.stdout}{done.stderr}")
        return done.stdout

    def start(self, wait=True, more=()):
        self.process = subprocess.Popen([self.program, "serve", "--database", self.database.address, "--port", str(self.port), "--demonstration", "--today", TODAY, *more],
                                        stdout=self.log, stderr=self.log)
        if wait:
            self.wait_until_ready()

    def wait_until_ready(self, seconds=30):
        """Until it answers. The seconds that took."""
        began = time.monotonic()
        while time.monotonic() - began < seconds:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5).read()
                return time.monotonic() - began
            except OSError:
                if self.process.poll() is not None:
                    raise RuntimeError(f"the server ended with {self.process.returncode}: {(self.folder / 'serve.log').read_text()[-2000:]}")
                time.sleep(0.01)
        raise RuntimeError("the server does not answer")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)
        self.database.stop()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)
