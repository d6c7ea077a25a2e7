// What axe finds in a page, read from a copy of it. One page of a browser keeps axe for the whole run and is shown copy
// after copy: axe then starts once instead of in each page, and it can read pages in which no script may run.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { what_shows } from './in_page.mjs';
import { root } from './server.mjs';

const axe_source = () => createRequire(join(root, 'web/package.json'))('axe-core').source;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// What style sheets decide: two thirds of axe's time. On a wide page nothing is smaller or nearer, and the colours are those of the narrow one.
const rules_of_styles = ['color-contrast', 'target-size'];
// What is right or wrong for what else is on the page, of axe's own list: asked of each page, however well its parts are known.
const rules_of_the_whole = ['accesskeys', 'aria-valid-attr-value', 'bypass', 'document-title', 'duplicate-id-aria', 'form-field-multiple-labels',
    'frame-title-unique', 'heading-order', 'html-has-lang', 'html-lang-valid', 'html-xml-lang-mismatch', 'image-redundant-alt',
    'landmark-banner-is-top-level', 'landmark-contentinfo-is-top-level', 'landmark-main-is-top-level', 'landmark-no-duplicate-banner',
    'landmark-no-duplicate-contentinfo', 'landmark-no-duplicate-main', 'landmark-one-main', 'landmark-unique', 'link-in-text-block', 'meta-refresh',
    'meta-viewport', 'meta-viewport-large', 'page-has-heading-one', 'region', 'skip-link', 'table-duplicate-name', 'td-has-header',
    'td-headers-attr', 'th-has-data-cells', 'valid-lang'];
// The shapes of elements (in_page.mjs) that were on pages found well.
const shapes_found_well = new Set();
// Each browser's readers, by server and size of the window: { page, places } with the places whose styles were found well.
const readers = new WeakMap();

/// What axe finds wrong with the page as it stands now: a line for each rule that it breaks. `seen` is what shows on it (what_shows), `scripts`
/// says whether it has scripts: without them its <noscript> parts are on the page. With `beside_narrow`, the same page was asked about at a
/// smaller width: then what alone the wider one shows is asked about, and not for its colours and sizes. With `in_full`, every rule is asked.
/// Colours and sizes come from style sheets alone (the content security policy lets in no others), so words and fields in a place like one
/// that was asked about have its contrast and room; and an element of a shape that was found well breaks none of the rules that look at one
/// element. What brings nothing new of either is asked for the rules about a page as a whole.
export async function rules_broken(page, { seen, scripts, beside_narrow = false, in_full = false }) {
    const shapes = beside_narrow ? seen.appeared : seen.shapes;
    const shapes_known = !in_full && shapes.every((shape) => shapes_found_well.has(shape));
    if (shapes_known && beside_narrow) return [];
    const address = new URL(page.url());
    const reader = await reader_for(page, address.origin);
    const styles_known = !in_full && seen.places.every((place) => reader.places.has(place));
    const copy = { html: await page.content(), where: address.href, scripts };
    const broken = await reader.page.evaluate(read_copy, { copy, ...rules_to_ask({ beside_narrow, shapes_known, styles_known }) });
    if (broken.length > 0) return broken;
    shapes.forEach((shape) => shapes_found_well.add(shape));
    if (!beside_narrow) seen.places.forEach((place) => reader.places.add(place));
    return [];
}

/// In the words of axe: what to run only, and what of that not.
function rules_to_ask({ beside_narrow, shapes_known, styles_known }) {
    const spared = beside_narrow || styles_known;
    if (shapes_known) return { only: { type: 'rule', values: spared ? rules_of_the_whole : [...rules_of_the_whole, ...rules_of_styles] }, without: [] };
    return { only: rules, without: spared ? rules_of_styles : [] };
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

/// Runs in the reader: puts the copy in place of what is there, with the style sheets that are there where they are the same, and asks axe.
async function read_copy({ copy, only, without }) {
    history.replaceState(null, '', copy.where);
    const parsed = new DOMParser().parseFromString(copy.html, 'text/html');
    for (const script of parsed.querySelectorAll('script')) script.remove();
    for (const part of parsed.querySelectorAll('noscript')) {
        if (copy.scripts) part.remove();
        else part.replaceWith(...part.childNodes);
    }
    const sheets = (page) => [...page.head.querySelectorAll('link[rel=stylesheet]')];
    const names = (page) => sheets(page).map((link) => link.getAttribute('href')).join(' ');
    const shown = document.adoptNode(parsed.documentElement);
    if (names(document) === names({ head: shown.querySelector('head') })) {
        for (const link of shown.querySelectorAll('head link[rel=stylesheet]')) link.remove();
        const kept = sheets(document);
        for (const other of [...document.head.childNodes]) if (!kept.includes(other)) other.remove();
        document.head.append(...shown.querySelector('head').childNodes);
        document.body.replaceWith(shown.querySelector('body'));
        for (const { name } of [...document.documentElement.attributes]) document.documentElement.removeAttribute(name);
        for (const { name, value } of shown.attributes) document.documentElement.setAttribute(name, value);
    } else {
        const styled = [...shown.querySelectorAll('link[rel=stylesheet]')].map((link) => new Promise((done) => {
            link.addEventListener('load', done);
            link.addEventListener('error', done);
        }));
        document.documentElement.replaceWith(shown);
        await Promise.all(styled);
    }
    await document.fonts.ready;
    const result = await axe.run(document, {
        runOnly: only, resultTypes: ['violations'], rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    });
    return result.violations.map(({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(' | ')}`);
}
