// What axe finds in a page, read from a copy of it. One page of a browser keeps axe for the whole run and is shown copy
// after copy: axe then starts once instead of in each page, and it can read pages in which no script may run.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { what_shows } from './in_page.mjs';
import { root } from './server.mjs';

const axe_source = () => createRequire(join(root, 'web/package.json'))('axe-core').source;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// Two thirds of axe's time. On a wide page nothing is smaller or nearer, and the colours are those of the narrow one.
const asked_where_it_is_narrow = ['color-contrast', 'target-size'];
// Each browser's readers, by server and size of the window: { page, places } with the places that it was asked about, for what, and found well.
const readers = new WeakMap();

/// What axe finds wrong with the page as it stands now: { broken, shown } with a line for each rule that it breaks, and what the page shows.
/// `scripts` says whether the page has scripts: without them its <noscript> parts are on the page. `narrow` is what the same page showed
/// where it was asked about at a smaller width: then what alone the wider one shows is asked about, and not for its colours and sizes.
/// Colours come from style sheets alone (the content security policy lets in no others), so words in a place like one that was asked about
/// have its contrast, and what a wider page shows in such a place is as that was. Most pages bring nothing new of either.
export async function rules_broken(page, { scripts, narrow = null }) {
    const address = new URL(page.url());
    const reader = await reader_for(page, address.origin);
    const { shown, places } = await page.evaluate(what_shows, { shown_before: narrow ?? '', with_words: narrow === null });
    const asked = places.map((place) => `${narrow === null ? 'colours' : 'wider'} ${place}`);
    const known = asked.every((place) => reader.places.has(place));
    if (known && narrow !== null) return { broken: [], shown };
    const copy = { html: await page.content(), where: address.href, scripts };
    const without = narrow !== null ? asked_where_it_is_narrow : known ? ['color-contrast'] : [];
    const broken = await reader.page.evaluate(read_copy, { copy, rules, without });
    if (broken.length === 0) asked.forEach((place) => reader.places.add(place));
    return { broken, shown };
}

async function reader_for(page, origin) {
    const browser = page.context().browser();
    const { width, height } = page.viewportSize();
    const media = await page.evaluate(() =>
        ['forced-colors: active', 'prefers-color-scheme: dark', 'print'].map((each) => matchMedia(each.includes(':') ? `(${each})` : each).matches));
    if (!readers.has(browser)) readers.set(browser, new Map());
    const of_browser = readers.get(browser);
    const name = [origin, width, height, media].join(' ');
    if (!of_browser.has(name)) of_browser.set(name, open_reader(browser, origin, { width, height }, media));
    return of_browser.get(name);
}

async function open_reader(browser, origin, viewport, [forced, dark, print]) {
    const context = await browser.newContext({
        viewport, locale: 'en-GB', reducedMotion: 'reduce',
        forcedColors: forced ? 'active' : 'none', colorScheme: dark ? 'dark' : 'light',
    });
    const page = await context.newPage();
    if (print) await page.emulateMedia({ media: 'print' });
    await page.goto(`${origin}/health/live`);
    await page.evaluate(axe_source());
    return { page, places: new Set() };
}

/// Runs in the reader: puts the copy in place of what is there, waits for its styles, and asks axe.
async function read_copy({ copy, rules, without }) {
    history.replaceState(null, '', copy.where);
    const parsed = new DOMParser().parseFromString(copy.html, 'text/html');
    for (const script of parsed.querySelectorAll('script')) script.remove();
    for (const part of parsed.querySelectorAll('noscript')) {
        if (copy.scripts) part.remove();
        else part.replaceWith(...part.childNodes);
    }
    const shown = document.adoptNode(parsed.documentElement);
    const styled = [...shown.querySelectorAll('link[rel=stylesheet]')].map((link) => new Promise((done) => {
        link.addEventListener('load', done);
        link.addEventListener('error', done);
    }));
    document.documentElement.replaceWith(shown);
    await Promise.all(styled);
    await document.fonts.ready;
    const result = await axe.run(document, {
        runOnly: rules, resultTypes: ['violations'], rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    });
    return result.violations.map(({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(' | ')}`);
}
