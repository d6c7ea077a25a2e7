// Runs every scenario at each width and with and without scripts, against one server, and counts.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { start_browser } from './browser.mjs';
import { start_server } from './server.mjs';
import { Visitor } from './visitor.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..');
const seconds_allowed = 600;
const heights = { 320: 640, 1280: 900 };

function no_longer_than(seconds, doing) {
    let timer;
    const late = new Promise((_, failed) => {
        timer = setTimeout(() => failed(new Error(`not done after ${seconds} s`)), seconds * 1000);
    });
    return Promise.race([doing, late]).finally(() => clearTimeout(timer));
}

async function run_once(browser, server, scenario, file, { width, scripts, asked_narrow }) {
    const context = await browser.newContext({
        viewport: { width, height: heights[width] ?? 800 },
        javaScriptEnabled: scripts === 'with',
        locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(30_000);
    let current = 'at the start';
    const picture = file.replace(/\.mjs$/, '');
    const visitor = new Visitor(await context.newPage(), server.address, { width, scripts, picture, asked_narrow });
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

/// The ways in which a scenario is run: [width, scripts]. Each width and each kind of scripts comes once; which goes with which is
/// drawn from the file's name, so that half of all scenarios take either pair. What is asked for by hand goes every way.
function ways_of(scenario, file, only) {
    const widths = scenario.widths ?? [320, 1280];
    const scripts = scenario.scripts ?? ['with', 'without'];
    const all = widths.flatMap((width) => scripts.map((each) => [width, each]));
    if (only.width !== null || only.scripts !== null)
        return all.filter(([width, each]) => (only.width ?? width) === width && (only.scripts ?? each) === each);
    if (only.every_way || widths.length === 1 || scripts.length === 1) return all;
    const turned = [...file].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 2;
    return widths.map((width, at) => [width, scripts[(at + turned) % scripts.length]]);
}

/// The scenarios that took longest, so that it shows where the time of a run goes.
function slowest(seconds_of) {
    const all = [...seconds_of].sort(([, one], [, other]) => other - one).slice(0, 5);
    return `longest: ${all.map(([file, seconds]) => `${file.replace(/\.mjs$/, '')} ${seconds.toFixed(1)} s`).join(', ')}`;
}

async function run_all(given) {
    const only = asked(given);
    const { words } = only;
    const files = readdirSync(folder).filter((file) => file.endsWith('.mjs'))
        .filter((file) => words.length === 0 || words.some((word) => (word.endsWith('.mjs') ? file === word : file.includes(word)))).sort();
    const server = await start_server();
    let passed = 0;
    let failed = 0;
    const seconds_of = new Map();
    try {
        const browser = await start_browser();
        try {
            for (const file of files) {
                const scenario = await import(pathToFileURL(join(folder, file)));
                const begun = Date.now();
                const ways = ways_of(scenario, file, only);
                for (const [width, scripts] of ways) {
                    const asked_narrow = !only.every_way && ways.some(([other, with_scripts]) => other < width && (scripts === 'without' || with_scripts === 'with'));
                    const trouble = await run_once(browser, server, scenario, file, { width, scripts, asked_narrow });
                    if (trouble === null) passed += 1;
                    else failed += 1;
                    if (trouble !== null)
                        console.log(`failed: ${scenario.name}, ${width} px, ${scripts} scripts\n    ${trouble}`);
                }
                seconds_of.set(file, (Date.now() - begun) / 1000);
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
    if (seconds_of.size > 0) console.log(slowest(seconds_of));
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0 && passed > 0;
}

try {
    process.exitCode = (await run_all(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
    console.log(`${error.message}\n0 passed, 1 failed`);
    process.exitCode = 1;
}
