# shellcheck shell=bash disable=SC2154  # mode comes from ./test
# Sourced by ./test, with $mode set: which suites there are, the longest first so that two shards end together.

shopt -s nullglob

# Temporary files in memory, where there is room: each commit of a test would wait for the disk, which crash, sync-order, disk-full and restore
# ask for what it keeps.
memory=()
room_in_kib() { df --output=avail -k "$1" 2>/dev/null | tail -1; }
if [[ -w /dev/shm ]] && (($(room_in_kib /dev/shm) > 4000000 && $(awk '/^MemAvailable/ { print $2 }' /proc/meminfo) > 8000000)); then
    memory_folder=$(mktemp -d /dev/shm/onroll-test.XXXXXX)
    chmod 711 "$memory_folder"
    trap 'rm -rf "$memory_folder"' EXIT
    memory=(env TMPDIR="$memory_folder")
fi

if [[ $mode == full ]]; then
    # By whom they are about, so that two groups run beside each other.
    families=() advice=() staff=() area=()
    for file in tests/scenarios/*.mjs; do
        case ${file##*/} in
        area_*) area+=("${file##*/}") ;;
        advice_*) advice+=("${file##*/}") ;;
        staff_* | people_* | audit_* | sign_in_*) staff+=("${file##*/}") ;;
        *) families+=("${file##*/}") ;;
        esac
    done
    suite scenarios-staff "${memory[@]}" tests/scenarios/run "${staff[@]}"
    suite scenarios-advice "${memory[@]}" tests/scenarios/run "${advice[@]}"
    suite scenarios-families "${memory[@]}" tests/scenarios/run "${families[@]}"
    suite scenarios-area "${memory[@]}" tests/scenarios/run "${area[@]}"
    suite fuzz tools/fuzz --checked 4
    suite crash tools/crash --cycles 100
    suite crash-notices tools/crash_notices --cycles 20
    suite out-of-memory tools/out_of_memory --cycles 8
    # A container may withhold the rights to trace a process and to mount a disk of one's own.
    if strace -qq -o /dev/null true 2>/dev/null && unshare --mount mount -t tmpfs tmpfs /mnt 2>/dev/null; then
        suite sync-order tools/sync_order
        suite disk-full tools/disk_full
    else
        echo 'skipped: sync-order and disk-full, since this machine lets nobody trace and mount'
    fi
    suite restore tools/restore_drill
fi

# The unit tests, each part's in its own program. Those that ask for a PostgreSQL get one of their own.
by_engine=()
[[ $mode == full ]] && by_engine=(tools/test_postgres)
# Tens of thousands of requests: under the sanitizers they take minutes, so they run in the release build.
suite unit-every-route "${memory[@]}" "${by_engine[@]}" build/release/src/test_every_route
for program in build/checked/src/test_{casework,people,insight,*}; do
    part=${program##*/test_}
    [[ -x $program && -f $program && $part != every_route && -z ${suite_commands[unit-$part]:-} ]] || continue
    command=("$program")
    # Where callbacks outlive who made them, the variables of functions that have returned are watched too (tests/helpers/test_main.cpp).
    if [[ $part == platform_* ]]; then command=(env "ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_stack_use_after_return=1" "${command[@]}"); fi
    if [[ $mode == full ]] && grep -qa ONROLL_TEST_POSTGRES "$program"; then command=(tools/test_postgres "${command[@]}"); fi
    suite "unit-$part" "${memory[@]}" "${command[@]}"
done

suite format tools/check_format
suite layers tools/check_layers
suite citations tools/check_citations
for program in tests/tools/*_test; do suite "tools-$(basename "$program" _test)" "$program"; done
suite docs tests/docs/run
