// What axe finds in a page, read from a copy of it. One page of a browser keeps axe for the whole run and is shown copy
// after copy: axe then starts once instead of in each page, and it can read pages in which no script may run.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { places_of_words } from './in_page.mjs';
import { root } from './server.mjs';

const axe_source = () => createRequire(join(root, 'web/package.json'))('axe-core').source;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// Two thirds of axe's time. On a wide page nothing is smaller or nearer, and the colours are those of the narrow one.
const asked_where_it_is_narrow = ['color-contrast', 'target-size'];
// Each browser's readers, by server and size of the window: { page, places } with the places of words whose contrast was asked for.
const readers = new WeakMap();

/// What axe finds wrong with the page as it stands now: a line for each rule that it breaks. `scripts` says whether
/// the page has scripts: without them its <noscript> parts are on the page. `asked_narrow` says that the same page is asked at a smaller
/// width as well, so that the rules of colour and size are left to that.
export async function rules_broken(page, { scripts, asked_narrow = false }) {
    const address = new URL(page.url());
    const reader = await reader_for(page, address.origin);
    const copy = { html: await page.content(), where: address.href, scripts };
    if (asked_narrow) return reader.page.evaluate(read_copy, { copy, rules, without: asked_where_it_is_narrow });
    // Colours come from style sheets alone (the content security policy lets in no others), so words in a place like one that was asked
    // about have its contrast: most pages bring no new place.
    const places = await page.evaluate(places_of_words);
    const known = places.every((place) => reader.places.has(place));
    const broken = await reader.page.evaluate(read_copy, { copy, rules, without: known ? ['color-contrast'] : [] });
    for (const place of broken.length === 0 ? places : []) reader.places.add(place);
    return broken;
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
