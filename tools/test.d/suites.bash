# shellcheck shell=bash
# Sourced by ./test: a queue of suites, run two at a time, each counted, and reported in one line.
# A suite is a command that ends its output with "N passed, N failed", or a doctest program.
# A suite that runs nothing, or ends badly without saying why, counts as one failure.

suite_names=()
declare -A suite_commands=()
results=build/test
seconds_allowed=${ONROLL_SUITE_SECONDS:-1800}

# suite NAME COMMAND...   puts a suite in the queue
suite() {
    local name=$1
    shift
    suite_names+=("$name")
    suite_commands[$name]=$(printf '%q ' "$@")
}

# counts_in LOG   prints "passed failed", from the last lines of either kind
counts_in() {
    awk '
        /^\[doctest\] test cases:/ {
            for (i = 2; i <= NF; i++) { if ($i == "passed") passed = $(i - 1); if ($i == "failed") failed = $(i - 1) }
        }
        /^[0-9]+ passed, [0-9]+ failed/ { passed = $1; failed = $3 }
        END { print passed + 0, failed + 0 }' "$1"
}

run_one_suite() {
    local name=$1 log=$results/$1.log started=$EPOCHREALTIME code=0 passed failed took note=''
    timeout -k 10 "$seconds_allowed" bash -c "exec ${suite_commands[$name]}" >"$log" 2>&1 </dev/null &
    local child=$!
    trap 'kill "$child" 2>/dev/null; exit 143' TERM
    wait "$child" || code=$?
    read -r passed failed < <(counts_in "$log")
    if ((code == 124)); then note="stopped after $seconds_allowed s"; fi
    if ((code != 0 && failed == 0)); then failed=1 note=${note:-ended with code $code}; fi
    if ((passed + failed == 0)); then failed=1 note='ran no test'; fi
    # A full run is on both databases: a store that was not tried on the second one is not tested.
    if [[ ${mode:-} == full ]] && grep -qa '^skipped: PostgreSQL' "$log"; then
        failed=$((failed + 1)) note='PostgreSQL was skipped'
    fi
    # And with a virus scanner: a file that no scanner looked at is not tested.
    if [[ ${mode:-} == full ]] && grep -qa '^skipped: clamd' "$log"; then
        failed=$((failed + 1)) note="${note:+$note, }clamd was skipped"
    fi
    took=$(awk -v a="$started" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", b - a }')
    # What the suite asked of the processor: the second line of `times`, which a pipe would ask of another shell.
    times >"$results/$name.times"
    local busy
    busy=$(awk -F"[ms ]" 'NR == 2 { printf "%.0f", $1 * 60 + $2 + $4 * 60 + $5 }' "$results/$name.times")
    echo "$passed $failed" >"$results/$name.count"
    # One write, so that two suites that end together do not mix their lines.
    local report
    report=$(printf '%-34s %5d passed, %3d failed %7s s, %5s s of processor%s' "$name" "$passed" "$failed" "$took" "$busy" "${note:+  ($note)}")
    report+=$(printf '%s' "$(grep -ahiE '^(skipped: |.*[^a-z]skipped because )' "$log" | sort -u | sed 's/^/\n    /')")
    if ((failed)); then
        report+=$'\n'"---- the end of $log"$'\n'$(tail -n 40 "$log")$'\n'"----"
    fi
    printf '%s\n' "$report"
}

# run_suites   runs the queue, two at a time
run_suites() {
    local name running=0
    mkdir -p "$results"
    rm -f "$results"/*.count "$results"/*.log
    # shellcheck disable=SC2046  # one word for each job
    trap 'kill $(jobs -p) 2>/dev/null; exit 130' INT TERM
    for name in "${suite_names[@]}"; do
        if ((running >= 2)); then wait -n || true; running=$((running - 1)); fi
        run_one_suite "$name" &
        running=$((running + 1))
    done
    wait
}

# report_suites   the last line of everything; fails if any test did, or a suite left no count
report_suites() {
    local name passed failed all_passed=0 all_failed=0
    for name in "${suite_names[@]}"; do
        if ! read -r passed failed 2>/dev/null <"$results/$name.count"; then passed=0 failed=1; fi
        all_passed=$((all_passed + passed)) all_failed=$((all_failed + failed))
    done
    printf '%d passed, %d failed\n' "$all_passed" "$all_failed"
    ((all_failed == 0))
}
