#!/usr/bin/env python3
"""Fills in the configuration of a cluster, a folder a machine:  deploy/fill.py deploy/machines.json INTO

Change machines.json first: the machines' names and addresses, the network they share, and where people reach the service. Passwords are made up at random and
stand in INTO/passwords.json; keep that file away from the machines and give it again to fill in the same ones. deploy/try_cluster fills in the same files.
"""
import json
import pathlib
import secrets
import sys

HERE = pathlib.Path(__file__).resolve().parent
TEMPLATES = HERE / "cluster"
FILES = ("etcd.yml", "patroni.yml", "haproxy.cfg", "waymark.env", "503.http", "504.http")

# Where things are on a machine of their own; deploy/try_cluster has other ports for each of its three.
USUAL = {
    "ETCD_PORT": 2379, "ETCD_PEER_PORT": 2380, "PATRONI_PORT": 8008, "POSTGRES_PORT": 5432, "WAYMARK_PORT": 8080, "PRIMARY_PORT": 5000, "REPLICAS_PORT": 5001,
    "DATA": "/var/lib/waymark-cluster", "RUN": "/run/postgresql", "CERTIFICATES": "/etc/waymark-cluster", "PAGES": "/etc/haproxy/errors",
    "SHARED_BUFFERS": "2GB", "WATCHDOG": "automatic",
    "GLOBAL": "user haproxy\n    group haproxy\n    log /dev/log local0",
    "WEB_BIND": "bind :80\n    bind :443 ssl crt /etc/haproxy/web.pem\n    http-request redirect scheme https unless { ssl_fc }",
}
SECRETS = ("REPLICATION_PASSWORD", "REWIND_PASSWORD", "WAYMARK_PASSWORD")


def make_up_passwords():
    return {name: secrets.token_urlsafe(24) for name in SECRETS}


def lines(machines, line):
    """A line of haproxy.cfg for each machine; the template's own line is indented already."""
    return "\n    ".join(line.format(NAME=name, **of) for name, of in machines.items())


def fill(machines, shared):
    """{machine: {file: text}}. `machines`: {name: {"ADDRESS": …, and what differs from USUAL}}; `shared`: what all have in common."""
    machines = {name: USUAL | shared | of for name, of in machines.items()}
    shared = {
        "ETCD_MEMBERS": lines(machines, "{NAME}=https://{ADDRESS}:{ETCD_PEER_PORT}").replace("\n    ", ","),
        "ETCD_HOSTS": lines(machines, "{ADDRESS}:{ETCD_PORT}").replace("\n    ", ","),
        "PRIMARY_SERVERS": lines(machines, "server {NAME} {ADDRESS}:{POSTGRES_PORT} port {PATRONI_PORT}"),
        "WAYMARK_SERVERS": lines(machines, "server {NAME} {ADDRESS}:{WAYMARK_PORT}"),
    }
    filled = {}
    for name, of in machines.items():
        filled[name] = {}
        for file in FILES:
            text = (TEMPLATES / file).read_bytes().decode()
            for key, value in (of | shared | {"NAME": name}).items():
                text = text.replace(f"@{key}@", str(value))
            filled[name][file] = text
    return filled


def write(filled, into):
    for name, files in filled.items():
        folder = pathlib.Path(into) / name
        folder.mkdir(parents=True, exist_ok=True)
        for file, text in files.items():
            (folder / file).write_bytes(text.encode())
            (folder / file).chmod(0o640)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    said = json.loads(pathlib.Path(sys.argv[1]).read_text())
    into = pathlib.Path(sys.argv[2])
    into.mkdir(parents=True, exist_ok=True)
    kept = into / "passwords.json"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(json.dumps(make_up_passwords(), indent=4) + "\n")
    shared = json.loads(kept.read_text()) | {"CLUSTER": said["cluster"], "NETWORK": said["network"], "PUBLIC_ADDRESS": said["public_address"]}
    write(fill({name: {"ADDRESS": address} for name, address in said["machines"].items()}, shared), into)
    print(f"Filled in {into}: a folder for each of {', '.join(said['machines'])}. docs/manual/growing.md says what goes where.")


if __name__ == "__main__":
    main()
