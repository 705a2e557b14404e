"""Three machines' worth of etcd, Patroni and PostgreSQL, HAProxy and Waymark servers on this one, from the same files that real machines get.

Used by deploy/try_cluster and tests/failover. All that it starts is ended by it, by its own id, also when the program that uses it is killed.
"""
import json
import os
import pathlib
import pwd
import shutil
import signal
import ssl
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

import fill

HERE = pathlib.Path(__file__).resolve().parent
NAMES = ("ap1", "ap2", "ap3")
POSTGRES = pathlib.Path("/usr/lib/postgresql/15/bin")
PROGRAMS = {"etcd": "etcd-server", "patroni": "patroni", "haproxy": "haproxy", "openssl": "openssl", POSTGRES / "postgres": "postgresql-15"}


def say_now(words):
    print(words, flush=True)


def wait_until(is_so, what, seconds):
    until = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > until:
            raise TimeoutError(f"{what}: not within {seconds} s")
        time.sleep(0.1)


def children_of(process):
    """All that it started, and they. Of this machine's list of processes, which names each one's parent."""
    parents = {}
    for entry in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
    found, at = [], [process]
    while at:
        of = at.pop()
        below = [child for child, parent in parents.items() if parent == of]
        found += below
        at += below
    return found


class Loopback:
    """with Loopback(program="build/dev/waymark") as cluster: …"""

    def __init__(self, program, servers=3, first_port=9300, folder=None, demo=(), day=None, say=say_now, workers=16):
        missing = [package for file, package in PROGRAMS.items() if not shutil.which(str(file), path=os.environ.get("PATH", "") + ":/usr/sbin")]
        if missing:
            raise SystemExit(f"Debian's {', '.join(sorted(missing))} must be installed first. Stop the services that they start by themselves: this starts its own.")
        self.program, self.servers, self.first, self.demo, self.day, self.say, self.workers = str(pathlib.Path(program).resolve()), servers, first_port, demo, day, say, workers
        self.serve_day, self.serve_by_hosts = None, False    # another day than the area was made for; without HAProxy
        self.keeps_folder = folder is not None
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="waymark-cluster-"))
        # PostgreSQL refuses to run as root, and Patroni comes in by the socket as the user postgres.
        self.user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        self.running = {}           # what: Popen
        # A folder that is named is kept, and goes on from where it was left.
        kept = self.folder / "passwords.json"
        self.passwords = json.loads(kept.read_text()) if kept.exists() else fill.make_up_passwords()
        self.is_filled = (self.folder / "filled").exists()

    # --- where things are
    def port(self, kind, machine=0):
        return self.first + {"web": 0, "primary": 1, "replicas": 2, "etcd": 10, "etcd_peer": 20, "patroni": 30, "postgres": 40, "waymark": 50}[kind] + machine

    def place(self, name, *parts):
        return self.folder.joinpath(name, *parts)

    @property
    def web(self):
        return f"http://127.0.0.1:{self.port('web')}"

    @property
    def database(self):
        return (f"postgresql://waymark@waymark-db:{self.port('primary')}/waymark?hostaddr=127.0.0.1&sslmode=verify-full"
                f"&sslrootcert={self.place('certificates', 'authority.crt')}&passfile={self.place('pgpass')}")

    @property
    def database_by_hosts(self):
        """The same without HAProxy: every PostgreSQL named, and the one that takes writes is looked for."""
        ports = ",".join(str(self.port("postgres", at)) for at in range(3))
        return (f"postgresql://waymark@/waymark?host=127.0.0.1,127.0.0.1,127.0.0.1&port={ports}&sslmode=verify-full"
                f"&sslrootcert={self.place('certificates', 'authority.crt')}&passfile={self.place('pgpass')}")

    # --- starting
    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.stop()
        if not self.keeps_folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def start(self):
        began = time.monotonic()
        self.write_files()
        for at, name in enumerate(NAMES):
            self.launch(f"etcd {name}", ["etcd", "--config-file", self.place(name, "etcd.yml")])
        for name in NAMES:
            self.start_node(name)
        wait_until(self.primary, "a primary", 90)
        if not self.is_filled:
            self.make_database()
        self.launch("haproxy", ["haproxy", "-W", "-db", "-f", self.place("ap1", "haproxy.cfg")], path=os.environ["PATH"] + ":/usr/sbin")
        wait_until(lambda: self.copies() == 2 and self.synchronous(), "two copies, one of them synchronous", 90)
        self.say(f"The database is there after {time.monotonic() - began:.1f} s: primary {self.primary()}, synchronous copy {self.synchronous()}.")
        if not self.is_filled:
            self.fill_area()
            (self.folder / "filled").touch()
        for server in range(self.servers):
            self.start_waymark(server)
        self.say(f"All is there after {time.monotonic() - began:.1f} s.")

    def write_files(self):
        self.folder.mkdir(exist_ok=True)
        self.folder.chmod(0o755)
        kept = self.folder / "passwords.json"
        kept.touch(mode=0o600)
        kept.write_text(json.dumps(self.passwords))
        subprocess.run([HERE / "certificates", self.place("certificates"), *(f"{name}=127.0.0.1" for name in NAMES)], check=True)
        machines = {name: {
            "ADDRESS": "127.0.0.1", "ETCD_PORT": self.port("etcd", at), "ETCD_PEER_PORT": self.port("etcd_peer", at), "PATRONI_PORT": self.port("patroni", at),
            "POSTGRES_PORT": self.port("postgres", at), "WAYMARK_PORT": self.port("waymark", at), "DATA": self.place(name, "data"), "RUN": self.place(name, "run"),
            "CERTIFICATES": self.place("certificates", name),
        } for at, name in enumerate(NAMES)}
        shared = self.passwords | {
            "CLUSTER": "waymark-try", "NETWORK": "127.0.0.1/32", "PUBLIC_ADDRESS": self.web, "PRIMARY_PORT": self.port("primary"), "REPLICAS_PORT": self.port("replicas"),
            "PAGES": HERE / "cluster", "SHARED_BUFFERS": "64MB", "WATCHDOG": "off", "GLOBAL": "log stdout format raw local0",
            "WEB_BIND": f"bind 127.0.0.1:{self.port('web')}",
        }
        fill.write(fill.fill(machines, shared), self.folder)
        for name in NAMES:
            for part in ("data", "run", "log"):
                self.place(name, part).mkdir(exist_ok=True)
            self.place(name, "data", "etcd").mkdir(mode=0o700, exist_ok=True)
        self.place("pgpass").write_text(f"*:*:waymark:waymark:{self.passwords['WAYMARK_PASSWORD']}\n")
        if os.geteuid() == 0:
            subprocess.run(["chown", "-R", f"{self.user}:", *(self.place(name) for name in NAMES)], check=True)
            subprocess.run(["chown", "-R", f"root:{self.user}", self.place("certificates")], check=True)
            subprocess.run(["chmod", "-R", "g+rX", self.place("certificates")], check=True)
        else:
            for name in NAMES:
                self.place("certificates", name, "machine.key").chmod(0o600)    # PostgreSQL takes 0640 from root alone
        self.place("pgpass").chmod(0o600)

    def launch(self, what, command, as_root=False, **environment):
        """Starts it under the user of the databases; its words go to FOLDER/log/. It ends when this program does."""
        (self.folder / "log").mkdir(exist_ok=True)
        command = [str(part) for part in command]
        if os.geteuid() == 0 and not as_root:
            command = ["setpriv", f"--reuid={self.user}", f"--regid={self.user}", "--clear-groups", "--pdeathsig", "TERM", *command]
        else:
            command = ["setpriv", "--pdeathsig", "TERM", *command]
        environment = {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8", "HOME": str(self.folder)} | {k.upper(): v for k, v in environment.items()}
        with open(self.folder / "log" / what.replace(" ", "-"), "ab") as log:
            self.running[what] = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment, cwd="/", start_new_session=True)

    def start_node(self, name):
        self.launch(f"patroni {name}", ["/usr/bin/patroni", self.place(name, "patroni.yml")])

    def make_database(self):
        # The role first, then its database; nothing but the socket lets the superuser in.
        self.psql(f"create role waymark login password '{self.passwords['WAYMARK_PASSWORD']}'", database="postgres")
        self.psql("create database waymark owner waymark", database="postgres")

    def fill_area(self):
        day = ["--today", self.day] if self.day else []
        verb = ["generate", *self.demo] if self.demo else ["demo"]
        began = time.monotonic()
        wait_until(lambda: self.waymark("migrate", check=False).returncode == 0, "Waymark reaches the database through HAProxy", 30)
        made = self.waymark(*verb, *day, PGOPTIONS="-c synchronous_commit=local")     # what is made up is not waited for
        self.say(f"{made.stdout.strip().splitlines()[-1]} ({time.monotonic() - began:.1f} s)")

    def waymark(self, *arguments, check=True, **environment):
        done = subprocess.run([self.program, *arguments, "--database", self.database], capture_output=True, text=True, env=os.environ | environment)
        if check and done.returncode != 0:
            raise RuntimeError(f"waymark {' '.join(arguments)} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return done

    def start_waymark(self, server, database=None):
        certificate = self.place("certificates", NAMES[server])
        day = ["--today", self.serve_day or self.day] if self.serve_day or self.day else []
        self.launch(f"waymark {server}", [self.program, "serve", "--database", database or (self.database_by_hosts if self.serve_by_hosts else self.database), "--port", self.port("waymark", server), "--demonstration", *day,
                                          "--trust-forwarded", "--workers", self.workers, "--tls-certificate", certificate / "machine.crt", "--tls-key", certificate / "machine.key"],
                    as_root=True)  # as whoever runs this: the program may be in a folder that nobody else reads
        wait_until(lambda: self.status(f"https://127.0.0.1:{self.port('waymark', server)}/readyz") == 200, f"Waymark server {server}", 60)

    # --- asking
    def status(self, address, method="GET", seconds=3):
        trust = ssl.create_default_context(cafile=str(self.place("certificates", "authority.crt")))
        try:
            with urllib.request.urlopen(urllib.request.Request(address, method=method), timeout=seconds, context=trust if address.startswith("https") else None) as answer:
                return answer.status
        except urllib.error.HTTPError as answer:
            return answer.code
        except OSError:
            return None

    def patroni(self, at, path):
        return self.status(f"https://127.0.0.1:{self.port('patroni', at)}{path}", "OPTIONS")

    def node_with(self, path):
        return next((name for at, name in enumerate(NAMES) if self.patroni(at, path) == 200), None)

    def primary(self):
        return self.node_with("/primary")

    def synchronous(self):
        return self.node_with("/synchronous")

    def copies(self):
        return sum(self.patroni(at, "/replica") == 200 for at in range(3))

    def psql(self, sql, database="waymark", name=None):
        """Rows of what the superuser is answered on that node's socket; the primary's unless named."""
        name = name or self.primary()
        command = ["psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-h", str(self.place(name, "run")), "-p", str(self.port("postgres", NAMES.index(name))),
                   "-U", "postgres", "-d", database, "-c", sql]
        if os.geteuid() == 0:
            command = ["setpriv", f"--reuid={self.user}", f"--regid={self.user}", "--clear-groups", *command]
        done = subprocess.run(command, capture_output=True, text=True, cwd="/")
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return [line.split("|") for line in done.stdout.splitlines()]

    # --- breaking
    def postmaster(self, name):
        return int(self.place(name, "data", "postgresql", "postmaster.pid").read_text().split()[0])

    def kill(self, name, patroni=True, postgres=True):
        """SIGKILL, as when the machine loses its power: Patroni, PostgreSQL and all of its processes at once."""
        victims = []
        if postgres:
            server = self.postmaster(name)
            victims += [server, *children_of(server)]
        if patroni:
            victims.append(self.running[f"patroni {name}"].pid)
        for process in victims:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass
        if patroni:
            self.running.pop(f"patroni {name}").wait()

    def freeze(self, name, goes_on=False):
        """SIGSTOP: the machine is there and does nothing."""
        server = self.postmaster(name)
        for process in [self.running[f"patroni {name}"].pid, server, *children_of(server)]:
            try:
                os.kill(process, signal.SIGCONT if goes_on else signal.SIGSTOP)
            except ProcessLookupError:      # ended by the others, once they went on
                pass

    # --- ending
    def stop(self):
        def end(kind, seconds=20):
            ours = {what: process for what, process in self.running.items() if what.startswith(kind)}
            for process in ours.values():
                if process.poll() is None:
                    process.send_signal(signal.SIGTERM)
            for what, process in ours.items():
                try:
                    process.wait(seconds)
                except subprocess.TimeoutExpired:
                    self.say(f"{what} does not end, and is killed")
                    process.kill()
                    process.wait()
                del self.running[what]
        for kind in ("waymark", "haproxy", "patroni"):
            end(kind)
        for name in NAMES:      # a PostgreSQL whose Patroni was killed outlives it
            try:
                server = self.postmaster(name)
                if str(self.folder) in pathlib.Path(f"/proc/{server}/cmdline").read_text():
                    os.kill(server, signal.SIGQUIT)
                    wait_until(lambda: not pathlib.Path(f"/proc/{server}").exists(), f"PostgreSQL of {name}", 20)
            except (OSError, ValueError, IndexError):
                pass
        end("etcd")
