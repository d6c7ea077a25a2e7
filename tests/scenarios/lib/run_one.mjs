// Runs every scenario at each width, with and without scripts, against one server, and counts.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { start_browser } from './browser.mjs';
import { start_server } from './server.mjs';
import { Visitor } from './visitor.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..');
const seconds_allowed = 300;
const heights = { 320: 640, 1280: 900 };

function no_longer_than(seconds, doing) {
    let timer;
    const late = new Promise((_, failed) => {
        timer = setTimeout(() => failed(new Error(`not done after ${seconds} s`)), seconds * 1000);
    });
    return Promise.race([doing, late]).finally(() => clearTimeout(timer));
}

async function run_once(browser, server, scenario, file, width, scripts) {
    const context = await browser.newContext({
        viewport: { width, height: heights[width] ?? 800 },
        javaScriptEnabled: scripts === 'with',
        locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(30_000);
    let current = 'at the start';
    const picture = file.replace(/\.mjs$/, '');
    const visitor = new Visitor(await context.newPage(), server.address, { width, scripts, picture });
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

async function run_all(words) {
    const files = readdirSync(folder).filter((file) => file.endsWith('.mjs'))
        .filter((file) => words.length === 0 || words.some((word) => (word.endsWith('.mjs') ? file === word : file.includes(word)))).sort();
    const server = await start_server();
    let passed = 0;
    let failed = 0;
    try {
        const browser = await start_browser();
        try {
            for (const file of files) {
                const scenario = await import(pathToFileURL(join(folder, file)));
                for (const width of scenario.widths ?? [320]) {
                    for (const scripts of scenario.scripts ?? ['without']) {
                        const trouble = await run_once(browser, server, scenario, file, width, scripts);
                        if (trouble === null) passed += 1;
                        else failed += 1;
                        if (trouble !== null)
                            console.log(`failed: ${scenario.name}, ${width} px, ${scripts} scripts\n    ${trouble}`);
                    }
                }
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
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0 && passed > 0;
}

try {
    process.exitCode = (await run_all(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
    console.log(`${error.message}\n0 passed, 1 failed`);
    process.exitCode = 1;
}
