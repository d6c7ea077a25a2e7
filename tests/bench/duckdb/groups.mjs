// Sums a file of figures to groups of authority, year and characteristic by DuckDB, in three ways, and keeps the quickest of nine runs:
// text that is cast, as one would write it first; numbers declared, with c as their absence; and that without keeping the order of rows.
// Prints its seconds, processor seconds, the number of groups and the sum of suspensions.
import { DuckDBInstance } from '@duckdb/node-api';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const path = process.argv[2];
const file = path.replaceAll("'", "''");
const lines = createInterface({ input: createReadStream(path) });
const { value: header } = await lines[Symbol.asyncIterator]().next();
lines.close();
const numbers = ['headcount', 'suspension', 'one_plus_susp', 'perm_excl'];
const columns = header.split(',').map((name) => name.replaceAll('"', ''))
    .map((name) => `'${name}': '${numbers.includes(name) ? 'BIGINT' : 'VARCHAR'}'`).join(', ');

function question(source, sum) {
    return `SELECT count(*), sum(a), sum(b), sum(c), sum(d) FROM (
        SELECT ${sum('headcount')} AS a, ${sum('suspension')} AS b, ${sum('one_plus_susp')} AS c, ${sum('perm_excl')} AS d
        FROM ${source} GROUP BY old_la_code, time_period, characteristic)`;
}
const cast = question(`read_csv('${file}', all_varchar = true, header = true)`, (name) => `sum(TRY_CAST(${name} AS DOUBLE))`);
const declared = question(
    `read_csv('${file}', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = ['c'], columns = {${columns}})`,
    (name) => `sum(${name})`);

let best = null;
for (const [setting, text] of [['', cast], ['', declared], ['SET preserve_insertion_order = false', declared]]) {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    if (setting) await connection.run(setting);
    for (let run = 0; run < 3; ++run) {
        const start = performance.now();
        const used = process.cpuUsage();
        const reader = await connection.runAndReadAll(text);
        const seconds = (performance.now() - start) / 1000;
        const { user, system } = process.cpuUsage(used);
        const [groups, , suspensions] = reader.getRows()[0].map(Number);
        if (best === null || seconds < best.seconds) best = { seconds, processor: (user + system) / 1e6, groups, suspensions };
    }
}
console.log(`${best.seconds} ${best.processor} ${best.groups} ${best.suspensions}`);
