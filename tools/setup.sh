# The parts that ./run and ./test share: steps with a clock, Debian packages, npm, the build. Sourced by bash, not run.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$here"
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

# The packages of tools/packages.txt: all of them for "test", the second part for "run". Node and npm are
# added where they are missing.
wanted_packages() {
    awk -v which="$1" '/^# What .\/run needs/ { run = 1 } /^[^#[:space:]]/ && (run || which == "test")' tools/packages.txt
    node_is_usable || echo nodejs
    command -v npm > /dev/null || echo npm
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
    local missing at_once late
    mkdir -p build
    if ! command -v apt-get > /dev/null || ! command -v dpkg-query > /dev/null; then
        say "This is not Debian, so nothing is installed. Needed: $(wanted_packages "$1" | xargs)"
        return
    fi
    missing=$(missing_packages "$1" | xargs)
    if [ -z "$missing" ]; then
        say "All $(wanted_packages "$1" | wc -l) packages are there."
        return
    fi
    may_install "$missing"
    late=$(comm -12 <(xargs -n 1 <<< "$missing") <(sort <<< "$late_packages") | xargs)
    at_once=$(comm -23 <(xargs -n 1 <<< "$missing") <(sort <<< "$late_packages") | xargs)
    say "Installing: $missing"
    "${as_root[@]}" apt-get update > build/setup.log 2>&1 || true  # an old list may still do; installing says so if not
    # shellcheck disable=SC2086
    if ! apt_install $at_once >> build/setup.log 2>&1; then
        tail -n 15 build/setup.log >&2
        stop "these packages are missing and could not be installed: $missing" \
            "If there is no network here, connect to one or install them from a mirror, then start again." "Everything apt-get said is in build/setup.log."
    fi
    [ -z "$late" ] || install_late "$late"
}

# Boost is 16,700 files, which one file of ours reads; npm is 335 small packages at Debian's. They come while the compilers work
# already, and what needs them waits: tools/late_packages.
late_packages=$'libboost1.81-dev\nnodejs\nnpm'

install_late() {
    local boost=() npm=() name
    for name in $1; do
        case $name in
            libboost*) boost+=("$name") ;;
            *) npm+=("$name") ;;
        esac
    done
    exec 8> build/boost.lock 9> build/npm.lock
    flock 8
    flock 9
    {
        apt_install "${boost[@]}" > build/boost-setup.log 2>&1 || true  # tools/late_packages says so if it is needed
        exec 8>&-
        apt_install "${npm[@]}" > build/npm-setup.log 2>&1
    } &
    exec 8>&- 9>&-  # the installing above keeps both until it is done
}

# may_install "NAME ...": how to become root, in as_root; stops where that would take a question.
may_install() {
    as_root=(env DEBIAN_FRONTEND=noninteractive)
    [ "$(id -u)" -ne 0 ] || return 0
    if ! command -v sudo > /dev/null || ! sudo -n true 2> /dev/null; then
        stop "Debian packages are missing, and installing them needs root." "Run this once, then start again:" \
            "su -c 'apt-get update && apt-get install -y --no-install-recommends $1'"
    fi
    as_root=(sudo -n "${as_root[@]}")
}

apt_install() { [ $# -eq 0 ] || "${as_root[@]}" apt-get install -y --no-install-recommends --no-remove "$@"; }

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

# How many jobs at once: one a core and one that waits for npm or the disk, but no more than memory holds (the largest file takes
# over 1 GB).
jobs_at_once() {
    local cores memory
    cores=$(($(nproc) + 1))
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
    export CCACHE_BASEDIR=$here CCACHE_NOHASHDIR=1 CCACHE_DEPEND=1  # depend: no preprocessing besides the compiler’s own
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
