# The parts that ./run and ./test share: steps with a clock, Debian packages, npm, the build. Sourced by bash, not run.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$here"
PATH=$PATH:$here/build/npm/bin  # where tools/bring_npm leaves npm, for a machine that has none
began=$SECONDS
step_number=0

# step "What happens now": announces step N of $steps with the time since the start.
step() {
    step_number=$((step_number + 1))
    printf '\n[%d of %d, %s] %s\n' "$step_number" "$steps" "$(elapsed)" "$1"
}

elapsed() { printf '%d:%02d' $(((SECONDS - began) / 60)) $(((SECONDS - began) % 60)); }

say() { printf '    %s\n' "$@"; }

# stop "What is wrong" "what to do": the last words of a run that cannot go on.
stop() {
    printf '\nStopped after %s: %s\n' "$(elapsed)" "$1" >&2
    shift
    for line in "$@"; do printf '    %s\n' "$line" >&2; done
    exit 1
}

# The packages of tools/packages.txt: all of them for "test", the second part for "run". Node is added where it is missing; its npm
# is not: Debian's is 335 packages, and tools/bring_npm brings the same as one file.
wanted_packages() {
    awk -v which="$1" '/^# What .\/run needs/ { run = 1 } /^[^#[:space:]]/ && (run || which == "test")' tools/packages.txt
    node_is_usable || echo nodejs
}

node_is_usable() {
    command -v node > /dev/null && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 18 ]
}

missing_packages() {
    local wanted
    wanted=$(wanted_packages "$1" | sort)
    # shellcheck disable=SC2086
    comm -23 <(echo "$wanted") <(dpkg-query -W -f='${db:Status-Status} ${Package}\n' $wanted 2> /dev/null | sed -n 's/^installed //p' | sort)
}

# install_packages run|test: what is missing, from Debian's own archive, without questions and without removing anything.
install_packages() {
    local missing as_root=() log=build/setup.log
    if ! command -v apt-get > /dev/null || ! command -v dpkg-query > /dev/null; then
        say "This is not Debian, so nothing is installed. Needed: $(wanted_packages "$1" | xargs)"
        return
    fi
    missing=$(missing_packages "$1")
    if [ -z "$missing" ]; then
        say "All $(wanted_packages "$1" | wc -l) packages are there."
        return
    fi
    # shellcheck disable=SC2086
    set -- $missing
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo > /dev/null || ! sudo -n true 2> /dev/null; then
            stop "Debian packages are missing ($#), and installing them needs root." "Run this once, then start again:" \
                "su -c 'apt-get update && apt-get install -y --no-install-recommends $*'"
        fi
        as_root=(sudo -n)
    fi
    say "Installing ($#): $*"
    mkdir -p build
    as_root+=(env DEBIAN_FRONTEND=noninteractive)
    "${as_root[@]}" apt-get update > "$log" 2>&1 || true  # an old list may still do; installing says so if not
    if ! "${as_root[@]}" apt-get install -y --no-install-recommends --no-remove "$@" >> "$log" 2>&1; then
        tail -n 15 "$log" >&2
        stop "these packages are missing and could not be installed: $*" \
            "If there is no network here, connect to one or install them from a mirror, then start again." "Everything apt-get said is in $log."
    fi
}

# npm_packages: npm itself where there is none, then the packages of the front end.
npm_packages() {
    mkdir -p build
    command -v npm > /dev/null || tools/bring_npm build/npm || stop "npm is missing." "Connect to a network, or install Debian's package npm, then start again."
    tools/npm_packages || stop "the packages of the front end are missing."
}

# newer_node: the checks in a browser need Node 20, Debian's is 18. The newer one comes as an npm package, into build/ alone.
newer_node() {
    local machine folder
    [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ] || return 0
    case $(uname -m) in
        x86_64) machine=x64 ;;
        aarch64) machine=arm64 ;;
        *) stop "the checks of the front end need Node 20 or later." "Install it for this machine, then start again." ;;
    esac
    folder=build/node/node_modules/node-linux-$machine/bin
    if [ ! -x "$folder/node" ]; then
        say "Bringing Node 20 for the checks of the front end."
        npm install --prefix build/node --no-save --no-audit --no-fund --ignore-scripts "node-linux-$machine@20.20.2" > build/npm.log 2>&1 \
            || stop "npm could not bring Node 20, which the checks of the front end need." "Everything npm said is in build/npm.log."
    fi
    PATH=$here/$folder:$PATH
}

# How many compilers at once: one a core, but no more than memory holds (the largest file takes over 1 GB).
jobs_at_once() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/MemAvailable/ { print int($2 / 1500000) }' /proc/meminfo)
    [ "$memory" -ge 1 ] || memory=1
    echo $((cores < memory ? cores : memory))
}

# Debian's ninja before any other of that name: a leftover of another package manager may come first on the PATH and not run.
working_ninja() {
    local ninja
    for ninja in /usr/bin/ninja $(type -ap ninja); do
        if "$ninja" --version > /dev/null 2>&1; then echo "$ninja"; return; fi
    done
    echo ninja
}

# build_with PRESET: configure when needed, then build what changed.
build_with() {
    local preset=$1 build=build/$1
    local ninja
    ninja=$(working_ninja)
    export CCACHE_BASEDIR=$here CCACHE_NOHASHDIR=1
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime  # what ccache asks for precompiled headers
    mkdir -p build
    if [ ! -f "$build/build.ninja" ] && ! cmake --preset "$preset" -D CMAKE_MAKE_PROGRAM="$ninja" -D WAYMARK_BATCHES=ON > "build/configure-$preset.log" 2>&1; then
        tail -n 25 "build/configure-$preset.log" >&2
        stop "CMake could not prepare the build." "Everything it said is in build/configure-$preset.log."
    fi
    export NINJA_STATUS='    %f of %t, %es: '
    set -- -C "$build" -j "$(jobs_at_once)" "${@:2}"
    if [ -t 1 ]; then "$ninja" "$@"; else "$ninja" "$@" 2>&1 | now_and_then; fi \
        || stop "the program does not build. The first error above says where."
}

# On a screen ninja keeps its progress in one line. In a log a line for each twentieth of the way is enough.
now_and_then() {
    local line part shown=-1
    while IFS= read -r line; do
        if [[ $line =~ ^\ {4}([0-9]+)\ of\ ([0-9]+),\ ([0-9.]+)s?: ]]; then
            part=$((BASH_REMATCH[1] * 20 / BASH_REMATCH[2]))
            [ "$part" = "$shown" ] || say "${BASH_REMATCH[1]} of ${BASH_REMATCH[2]}, ${BASH_REMATCH[3]%.*} s"
            shown=$part
        elif [[ ! $line =~ ^ninja:\ (Entering|no\ work) ]]; then
            printf '%s\n' "$line"
        fi
    done
}
