# shellcheck shell=bash
# Sourced by the tests of the tools: each check is one test, and end_of_checks says how many there were.
checks_passed=0 checks_failed=0

# check_passes NAME COMMAND...   the command ends well
check_passes() {
    local name=$1 said
    shift
    if said=$("$@" 2>&1); then
        checks_passed=$((checks_passed + 1))
    else
        checks_failed=$((checks_failed + 1))
        printf 'failed: %s\n%s\n' "$name" "$said"
    fi
}

# check_fails NAME WORDS COMMAND...   the command fails, and says these words
check_fails() {
    local name=$1 words=$2 said
    shift 2
    if said=$("$@" 2>&1); then
        checks_failed=$((checks_failed + 1))
        printf 'failed: %s: it ended well\n' "$name"
    elif [[ $said != *"$words"* ]]; then
        checks_failed=$((checks_failed + 1))
        printf 'failed: %s: it did not say "%s", but\n%s\n' "$name" "$words" "$said"
    else
        checks_passed=$((checks_passed + 1))
    fi
}

end_of_checks() {
    printf '%d passed, %d failed\n' "$checks_passed" "$checks_failed"
    ((checks_failed == 0))
}
