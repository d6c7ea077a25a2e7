// Runs every scenario against one server, and counts. Each is walked once, and its pages are looked at at each of its widths; or, where
// that is asked for, once at each width with and without scripts, on a server of each way.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { start_browser } from './browser.mjs';
import { names_begin_again } from './people.mjs';
import { start_server } from './server.mjs';
import { height_at, Visitor } from './visitor.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..');
const seconds_allowed = 600;

function no_longer_than(seconds, doing) {
    let timer;
    const late = new Promise((_, failed) => {
        timer = setTimeout(() => failed(new Error(`not done after ${seconds} s`)), seconds * 1000);
    });
    return Promise.race([doing, late]).finally(() => clearTimeout(timer));
}

async function run_once(browser, server, scenario, file, { width, scripts, widths }) {
    const context = await browser.newContext({
        viewport: { width, height: height_at(width) },
        javaScriptEnabled: scripts === 'with',
        locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(30_000);
    let current = 'at the start';
    const picture = file.replace(/\.mjs$/, '');
    const visitor = new Visitor(await context.newPage(), server.address, { width, scripts, picture, widths });
    try {
        const step = async (name, doing) => {
            current = name;
            await doing();
        };
        await no_longer_than(seconds_allowed, scenario.steps({ visitor, step, server, width, scripts }));
        current = 'at the end';
        visitor.met_no_trouble();
        return null;
    } catch (error) {
        return `${current}: ${error.message}`;
    } finally {
        await visitor.goes_away();
    }
}

/// What the words of the command say: { words, width, scripts, every_way }; a width and scripts only where one way is asked for.
function asked(given) {
    const { values, positionals } = parseArgs({
        args: given, allowPositionals: true,
        options: { width: { type: 'string' }, scripts: { type: 'string' }, 'every-way': { type: 'boolean' } },
    });
    if (values.scripts && !['with', 'without'].includes(values.scripts)) throw new Error('--scripts is with or without');
    const width = values.width ? Number(values.width) : null;
    return { words: positionals, width, scripts: values.scripts ?? null, every_way: values['every-way'] ?? false };
}

/// The ways in which a scenario is run: { width, scripts, widths }, where pages are looked at at all the `widths`. It is walked once, at
/// the width and with the scripts that are drawn from the file's name, so that each pair is taken by a quarter of all; one of which
/// scripts change the steps goes at one width with them, and at the other without. What is asked for by hand goes every way.
function ways_of(scenario, file, only) {
    const widths = scenario.widths ?? [320, 1280];
    const scripts = scenario.scripts ?? ['with', 'without'];
    if (only.every_way || only.width !== null || only.scripts !== null)
        return widths.flatMap((width) => scripts.map((each) => ({ width, scripts: each, widths: [width] })))
            .filter((way) => (only.width ?? way.width) === way.width && (only.scripts ?? way.scripts) === way.scripts);
    const drawn = [...file].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
    if (scenario.scripts_change_the_steps)
        return scripts.map((each, at) => ({ width: widths[(drawn + at) % widths.length], scripts: each, widths: [widths[(drawn + at) % widths.length]] }));
    return [{ width: widths[drawn % widths.length], scripts: scripts[(drawn >> 1) % scripts.length], widths }];
}

/// The scenarios that took longest, so that it shows where the time of a run goes.
function slowest(seconds_of) {
    const all = [...seconds_of].sort(([, one], [, other]) => other - one).slice(0, 5);
    return `longest: ${all.map(([file, seconds]) => `${file.replace(/\.mjs$/, '')} ${seconds.toFixed(1)} s`).join(', ')}`;
}

async function run_all(given) {
    const only = asked(given);
    const { words } = only;
    Visitor.looks_in_full = only.every_way;
    const files = readdirSync(folder).filter((file) => file.endsWith('.mjs'))
        .filter((file) => words.length === 0 || words.some((word) => (word.endsWith('.mjs') ? file === word : file.includes(word)))).sort();
    const seconds_of = new Map();
    let [passed, failed] = [0, 0];
    for (const walks of await walks_by_server(files, only)) {
        const each = await run_on_one_server(walks, seconds_of);
        passed += each.passed;
        failed += each.failed;
    }
    if (seconds_of.size > 0) console.log(slowest(seconds_of));
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0 && passed > 0;
}

/// What is walked, [{ file, scenario, way }], by the server that it is walked on: where every way is walked, each way has one of its own,
/// so that no child of one way is taken for a child of another.
async function walks_by_server(files, only) {
    const servers = new Map();
    for (const file of files) {
        const scenario = await import(pathToFileURL(join(folder, file)));
        for (const way of ways_of(scenario, file, only)) {
            const server = only.every_way ? `${way.width} ${way.scripts}` : 'one';
            if (!servers.has(server)) servers.set(server, []);
            servers.get(server).push({ file, scenario, way });
        }
    }
    return servers.values();
}

async function run_on_one_server(walks, seconds_of) {
    const server = await start_server();
    names_begin_again();
    let [passed, failed] = [0, 0];
    try {
        const browser = await start_browser();
        try {
            for (const { file, scenario, way } of walks) {
                const begun = Date.now();
                const trouble = await run_once(browser, server, scenario, file, way);
                if (trouble === null) passed += 1;
                else failed += 1;
                if (trouble !== null)
                    console.log(`failed: ${scenario.name}, ${way.width} px, ${way.scripts} scripts\n    ${trouble}`);
                seconds_of.set(file, (seconds_of.get(file) ?? 0) + (Date.now() - begun) / 1000);
            }
        } finally {
            await browser.close();
        }
    } finally {
        const end = await server.stop();
        if (end.code !== 0) {
            failed += 1;
            console.log(`failed: the server ended with ${end.code ?? end.signal}; it said:\n${server.log()}`);
        }
    }
    return { passed, failed };
}

try {
    process.exitCode = (await run_all(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
    console.log(`${error.message}\n0 passed, 1 failed`);
    process.exitCode = 1;
}
