// Two languages that nobody speaks, under codes of real ones, made from the English texts: one longer by almost half, with accents, and one that runs
// from right to left. Every text goes through the words of the language, and the pages hold at 320 px.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, start_server } from './lib/server.mjs';
import { Visitor } from './lib/visitor.mjs';

export const name = 'The checker speaks other languages, in either direction';
export const scripts = ['without'];

const accents = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ', y: 'ý', c: 'ç', s: 'š' };
const hebrew = 'אבגדהוזחטיכלמנסעפצקרשת';

/// Words with their places, marks and addresses left as they are.
function changed(text, change) {
    return text.split(/(\{[a-z_]+\}|https?:\S+)/).map((piece, index) => (index % 2 ? piece : change(piece))).join('');
}
const accented = (text) => changed(text, (piece) => piece.replace(/[aeiounycs]/g, (letter) => accents[letter])
    .replace(/\p{L}{4,}/gu, (word) => word + word.slice(-Math.ceil(word.length * 0.4))));
const mirrored = (text) => changed(text, (piece) => piece.replace(/[a-z]/gi, (letter) =>
    hebrew[(letter.toLowerCase().charCodeAt(0) - 97) % hebrew.length]));

function write_language(data, code, named, direction, change) {
    const from = join(root, 'src/check/content/en');
    const to = join(data, 'languages', code);
    mkdirSync(to, { recursive: true });
    for (const file of readdirSync(from).filter((one) => one.endsWith('.txt'))) {
        const lines = readFileSync(join(from, file), 'utf8').split('\n').map((line) => {
            const [, key, text] = line.match(/^([^# ][^ ]*) = ?(.*)$/) ?? [];
            if (!key) return line.startsWith('  ') ? `  ${change(line.trim())}` : line;
            if (key === 'language.name') return `${key} = ${named}`;
            if (key === 'language.direction') return `${key} = ${direction}`;
            if (key === 'help.lines' || key.endsWith('.site')) return line;
            return `${key} = ${change(text)}`;
        });
        writeFileSync(join(to, file), lines.join('\n'));
    }
}

/// What a page says outside what is marked as English, and without the names that the area gave.
async function has_no_english(guest, code) {
    const words = await guest.page.evaluate(() => {
        const copy = document.body.cloneNode(true);
        copy.querySelectorAll('[lang=en], script, textarea, select').forEach((one) => one.remove());
        return copy.textContent;
    });
    const left = ['Tidemoor Advice and Support', 'Free and confidential. Weekdays, 9am to 5pm.', 'Tidemoor', 'Ácçéñtš', 'Onroll', 'Harbour Light Academy']
        .reduce((text, name) => text.replaceAll(name, ''), words).replace(/\s+/g, ' ');
    if (code === 'he') return assert.doesNotMatch(left, /[A-Za-z]{2,}/);
    for (const word of ['school', 'child', 'letter', 'must', 'Exit', 'Cookies', 'Skip', 'invented', 'rules'])
        assert.doesNotMatch(left, new RegExp(`\\b${word}\\b`));
}

/// The side on which things stand: circles and boxes before their labels, the way back and the arrow of "why we ask" before their words,
/// the column of the questions at the edge where lines begin.
async function sides_are_right(guest, direction, ...looked_at) {
    const seen = await guest.page.evaluate(() => {
        const box = (element) => element.getBoundingClientRect();
        const of_words = (element) => {
            const range = document.createRange();
            range.selectNodeContents(element);
            return range.getBoundingClientRect();
        };
        const main = box(document.querySelector('main'));
        const column = box(document.querySelector('main h1'));
        const drawn = (element, part) => {
            const style = getComputedStyle(element, part);
            const around = box(element);
            return { left: around.left + parseFloat(style.left), right: around.right - parseFloat(style.right) };
        };
        const pairs = [];
        for (const label of document.querySelectorAll('.govuk-radios__label, .govuk-checkboxes__label'))
            pairs.push([label.className, drawn(label, '::before'), of_words(label)]);
        for (const summary of document.querySelectorAll('.govuk-details__summary'))
            pairs.push(['the arrow', drawn(summary, '::before'), of_words(summary)]);
        for (const back of document.querySelectorAll('.govuk-back-link'))
            pairs.push(['the way back', drawn(back, '::before'), of_words(back)]);
        for (const item of document.querySelectorAll('.onr-dates__item'))
            pairs.push(['the line of dates', drawn(item, '::after'), of_words(item)]);
        for (const group of document.querySelectorAll('.govuk-form-group--error')) {
            const style = getComputedStyle(group);
            pairs.push(['the bar of an error', { left: parseFloat(style.borderRightWidth), right: parseFloat(style.borderRightWidth) },
                { left: parseFloat(style.borderLeftWidth), right: parseFloat(style.borderLeftWidth) }]);
        }
        const exit = document.querySelector('.govuk-exit-this-page__button');
        return {
            pairs: pairs.map(([what, mark, words]) => ({ what, mark: mark.left, words: words.left })),
            start: [Math.abs(column.left - main.left), Math.abs(main.right - column.right)],
            exit: exit && innerWidth > 640 && [box(exit).left, innerWidth - box(exit).right],
        };
    });
    const before = (mark, words) => (direction === 'rtl' ? mark > words : mark < words);
    for (const { what, mark, words } of seen.pairs)
        assert.ok(before(mark, words), `${what} stands at ${mark}, its words at ${words}, where lines begin ${direction}`);
    // The answer takes the whole width.
    if (seen.start[0] + seen.start[1] > 100) assert.ok(before(...seen.start), `the column stands ${seen.start} from the sides of main`);
    if (seen.exit) assert.ok(before(seen.exit[1], seen.exit[0]), `the way out stands ${seen.exit} from the sides`);
    for (const what of looked_at)
        assert.ok(seen.pairs.some((pair) => pair.what.includes(what)), `the page has ${what}`);
}

/// What happened, at one school.
async function begins(guest, what, continues) {
    await guest.page.locator(`input[value=${what}]`).check();
    await guest.presses(continues);
    await guest.page.locator('#school').fill('990022');
    await guest.presses(continues);
}

async function types_the_day(guest, continues) {
    for (const [part, value] of [['day', '24'], ['month', '11'], ['year', '2026']])
        await guest.page.locator(`#started-${part}`).fill(value);
    await guest.presses(continues);
}

/// Six days, for behaviour; all else is not known. Ends at the answer.
async function says_what_it_knows(guest, continues) {
    for (let pages = 0; pages < 40; ++pages) {
        const behaviour = guest.page.locator('input[type=radio][value=behaviour], input[type=checkbox][value=behaviour]');
        const unknown = guest.page.locator('input:not([type=hidden])[value=unknown], input:not([type=hidden])[value=none]');
        if (!(await unknown.count())) break;
        if (await guest.page.locator('#length').count()) await guest.page.locator('#length').fill('6');
        else await ((await behaviour.count()) ? behaviour : unknown).first().check();
        await guest.presses(continues);
    }
    await guest.clicks(guest.page.locator('button[value=answer]'));
}

export async function steps({ visitor, step, width, scripts }) {
    const server = await start_server({ prepare: (data) => {
        write_language(data, 'is', 'Ácçéñtš', 'ltr', accented);
        write_language(data, 'he', 'אבג', 'rtl', mirrored);
    } });
    try {
        const guest = new Visitor(await visitor.page.context().newPage(), server.address, { width, scripts, picture: 'check-language' });
        for (const [code, button, direction, continues] of [['is', 'Ácçéñtš', 'ltr', accented('Continue')],
            ['he', 'אבג', 'rtl', mirrored('Continue')]]) {
            await step(`${code}: the language is chosen by a button, and the page turns`, async () => {
                await guest.opens('/check');
                await guest.presses(button);
                const html = guest.page.locator('html');
                assert.equal(await html.getAttribute('lang'), code);
                assert.equal((await html.getAttribute('dir')) ?? 'ltr', direction);
                guest.picture = `check-${code}-start`;
                await guest.finds_the_page_well();
            });
            await step(`${code}: the language and the answers are kept from page to page`, async () => {
                await begins(guest, 'sent_home', continues);
                assert.equal(await guest.page.locator('html').getAttribute('lang'), code);
                await types_the_day(guest, continues);
                guest.picture = `check-${code}-question`;
                await guest.finds_the_page_well();
                await sides_are_right(guest, direction, 'govuk-radios__label', 'arrow', 'way back');
                await says_what_it_knows(guest, continues);
            });
            await step(`${code}: the answer is in that language, its frame too, with no English left but names of laws`, async () => {
                guest.picture = `check-${code}-answer`;
                await guest.finds_the_page_well();
                await has_no_english(guest, code);
            });
            await step(`${code}: boxes, errors and the line of dates stand on the side where lines begin`, async () => {
                await guest.opens(`/check?language=${code}`);
                await begins(guest, 'suspended', continues);
                guest.expects('/check', 400);
                await guest.presses(continues);
                await guest.takes_a_picture(`check-${code}-error`);
                await guest.scrolls_one_way_only();
                await guest.breaks_no_rule_of_axe();
                await sides_are_right(guest, direction, 'bar of an error', 'arrow', 'way back', 'govuk-checkboxes__label');
                guest.expects('/check', 200);
                await types_the_day(guest, continues);
                await says_what_it_knows(guest, continues);
                guest.picture = `check-${code}-dates`;
                await guest.finds_the_page_well();
                await sides_are_right(guest, direction, 'line of dates');
                await has_no_english(guest, code);
            });
            await step(`${code}: so are the letters, and each page can be had in English and back`, async () => {
                await guest.clicks(guest.page.locator('button[formaction="/check/letters"]'));
                guest.picture = `check-${code}-letters`;
                await guest.finds_the_page_well();
                await has_no_english(guest, code);
                await guest.presses('English');
                await guest.sees_heading('Write to the school');
                await guest.presses(button);
                await has_no_english(guest, code);
                await guest.opens(`/check/letter?language=${code}`);
                guest.picture = `check-${code}-letter`;
                await guest.finds_the_page_well();
                await has_no_english(guest, code);
            });
        }
        guest.met_no_trouble();
    } finally {
        await server.stop();
    }
}
