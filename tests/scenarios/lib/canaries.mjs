// Words that no text of ours holds, to be looked for where they must not be (trust.md L-09): five hundred names, dates of birth and
// pupil numbers of a hundred and twenty-five children.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const children = 125;

/// A pupil number with its check letter: the digits weighted 2 to 13, by 23.
function pupil_number(number) {
    const digits = `8012026${String(number).padStart(5, '0')}`;
    const sum = [...digits].reduce((so_far, digit, place) => so_far + Number(digit) * (place + 2), 0);
    return 'ABCDEFGHJKLMNPQRTUVWXYZ'[sum % 23] + digits;
}

/// The children. Another `start` gives other names and numbers.
export function planted(start = 0) {
    const letters = 'bcdfghjklmnprstvwz';
    const word = (number) => {
        let text = '';
        for (let rest = number * 7919 + 104_729, i = 0; i < 4; ++i, rest = Math.floor(rest / 18) + i)
            text += letters[rest % 18] + 'aeiou'[(rest >> 3) % 5];
        return `Zq${text}`;
    };
    return Array.from({ length: children }, (_, i) => ({
        given: word(start + i * 2), family: word(start + i * 2 + 1), upn: pupil_number(start + i),
        born: new Date(Date.UTC(2011, 0, 3 + i * 11)).toISOString().slice(0, 10),
    }));
}

export const as_typed = (born) => born.split('-').reverse().join('/');

/// Eight at a time.
export async function all_of(list, doing) {
    for (let from = 0; from < list.length; from += 8) await Promise.all(list.slice(from, from + 8).map(doing));
}


/// Every way in which one of them may be written.
export function canaries_of(list) {
    const canaries = new Set(list.flatMap(({ given, family, born, upn }) => [given, family, born, upn]));
    assert.ok(canaries.size >= 500, `${canaries.size} canaries are planted`);
    for (const { born } of list) canaries.add(as_typed(born));
    return [...canaries];
}

/// None is in what the server says of its work, nor in a file beside the store.
export function are_in_no_log(server, canaries, least_lines) {
    const log = server.log();
    assert.ok(log.split('\n').length > least_lines, `the log has only ${log.split('\n').length} lines`);
    assert.deepEqual(canaries.filter((canary) => log.includes(canary)), [], 'what was planted is in the log');
    for (const entry of readdirSync(server.data, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || /\.db(-wal|-shm)?$|\.key$/.test(entry.name)) continue;
        const text = readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'latin1');
        assert.deepEqual(canaries.filter((canary) => text.includes(canary)), [], `in ${entry.name}`);
    }
}
