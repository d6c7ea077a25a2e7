// A person at a browser: opens pages, follows links by their words, fills in fields by their labels, and looks.
// What goes wrong beneath (script errors, refused content, missing files) is remembered, and fails the scenario.
import assert from 'node:assert/strict';
import { rules_broken } from './axe.mjs';
import { focus_of_page, shape_of_page, what_shows } from './in_page.mjs';
import { is_first_picture_of, keeps_the_picture } from './pictures.mjs';

/// Fails with the list, one a line, where there is one.
export function expect_none(faults, where) {
    if (faults.length === 0) return;
    const more = faults.length > 20 ? [`and ${faults.length - 20} more`] : [];
    throw new Error([`${where}:`, ...faults.slice(0, 20), ...more].join('\n      '));
}

/// How high a window of this width is.
export const height_at = (width) => ({ 320: 640, 1280: 900 })[width] ?? 800;

export class Visitor {
    /// Whether every page is pictured and asked for everything, and not what is new of it alone.
    static looks_in_full = false;

    /// A person whose window has this width. Pages are looked at at each of the `widths`.
    constructor(page, address, { width, scripts, picture, widths = [width] }) {
        this.page = page;
        this.address = address;
        this.width = width;
        this.scripts = scripts;
        this.picture = picture;
        this.widths = widths;
        this.pictures = 0;
        this.troubles = [];
        this.expected_statuses = new Map();
        this.status = 0;
        this.on_its_way = null;
        this.listen();
    }

    listen() {
        this.page.on('pageerror', (error) => this.troubles.push(`script error: ${error.message}`));
        this.page.on('console', (message) => {
            // A status that is not 200 is judged below, by its address.
            if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
                this.troubles.push(`console: ${message.text()}`);
        });
        const ours = (frame) => frame === this.page.mainFrame();
        this.page.on('request', (request) => {
            if (request.isNavigationRequest() && ours(request.frame())) this.on_its_way = request;
        });
        this.page.on('framenavigated', (frame) => {
            if (ours(frame)) this.on_its_way = null;
        });
        this.page.on('requestfailed', (request) => {
            if (request === this.on_its_way) this.on_its_way = null;
            const why = request.failure()?.errorText;
            if (why !== 'net::ERR_ABORTED') this.troubles.push(`not loaded: ${request.url()} (${why})`);
        });
        this.page.on('response', (response) => {
            const path = response.url().slice(this.address.length);
            if (response.status() >= 400 && this.expected_statuses.get(path) !== response.status())
                this.troubles.push(`${path} answered ${response.status()}`);
            if (!response.url().startsWith(this.address) && response.url().startsWith('http'))
                this.troubles.push(`asked another place: ${response.url()}`);
        });
    }

    /// Opens a path, and checks the status that it answers with.
    async opens(path, status = 200) {
        this.expected_statuses.set(path, status);
        const response = await this.page.goto(this.address + path);
        this.status = response.status();
        assert.equal(this.status, status, `${path} answered ${this.status}`);
    }

    /// From here on, this path answers with this status.
    expects(path, status) {
        this.expected_statuses.set(path, status);
    }
    async follows(words) {
        await this.act(() => this.page.getByRole('link', { name: words }).first().click());
    }
    async presses(words) {
        await this.act(() => this.page.getByRole('button', { name: words }).first().click());
    }
    async opens_the_first(selector) {
        await this.act(() => this.page.locator(selector).first().click());
    }
    async fills_in(label, value) {
        await this.page.getByLabel(label, { exact: true }).first().fill(value);
    }
    /// A radio button or a box to tick, by its label.
    async chooses(label) {
        await this.page.getByLabel(label, { exact: true }).first().check();
    }
    /// One line of a list to choose from.
    async picks(label, line) {
        await this.page.getByLabel(label, { exact: true }).first().selectOption({ label: line });
    }
    /// A date in three boxes under one legend, given as 2026-11-05.
    async fills_in_date(legend, date) {
        const group = this.page.getByRole('group', { name: legend });
        const [year, month, day] = date.split('-').map(Number);
        await group.getByLabel('Day', { exact: true }).fill(String(day));
        await group.getByLabel('Month', { exact: true }).fill(String(month));
        await group.getByLabel('Year', { exact: true }).fill(String(year));
    }
    /// Follows or presses what a locator finds; for what words alone do not tell apart.
    async clicks(locator) {
        await this.act(() => locator.first().click());
    }
    /// Opens a part of the page that is folded away, by the words of its summary.
    async unfolds(words) {
        await this.page.locator('summary', { hasText: words }).click();
    }
    async act(doing) {
        const answered = this.page.waitForEvent('response', { timeout: 30_000 });
        await Promise.all([answered, doing()]);
        await this.has_the_whole_page();
    }

    /// Back in the browser. What a form was answered with is not shown again without sending it anew; Back goes past it.
    async goes_back() {
        const sent_anew = 'ERR_CACHE_MISS';
        for (;;) {
            try {
                return await this.page.goBack();
            } catch (error) {
                if (!error.message.includes(sent_anew)) throw error;
                await this.page.waitForURL('chrome-error://**');
                this.troubles = this.troubles.filter((trouble) => !trouble.includes(sent_anew));
            }
        }
    }

    /// Does something while the connection is gone, and gets it back; what could not be loaded meanwhile is no trouble.
    async without_connection(doing) {
        await this.page.context().setOffline(true);
        try {
            await doing();
        } finally {
            await this.page.context().setOffline(false);
        }
        this.troubles = this.troubles.filter((trouble) => !trouble.includes('ERR_INTERNET_DISCONNECTED'));
    }

    /// The field still has what was typed.
    async holds(label, value) {
        assert.equal(await this.page.getByLabel(label, { exact: true }).first().inputValue(), value);
    }

    /// A page that is on its way to replace this one is waited for, until all of it is there. An answer that is
    /// no page (a file to save) ends the wait as well.
    async has_the_whole_page() {
        const late = Date.now() + 30_000;
        while (this.on_its_way) {
            assert.ok(Date.now() < late, `${new URL(this.on_its_way.url()).pathname} did not come within 30 seconds`);
            await new Promise((done) => setTimeout(done, 5));
        }
        await this.page.waitForLoadState('load');
    }
    async words() {
        await this.has_the_whole_page();
        return (await this.page.locator('body').innerText()).replace(/\s+/g, ' ');
    }
    async sees(...all_words) {
        const text = await this.words();
        for (const words of all_words)
            assert.ok(text.includes(words), `the page does not say "${words}"; it says: ${text.slice(0, 600)}`);
    }
    async does_not_see(...all_words) {
        const text = await this.words();
        for (const words of all_words) assert.ok(!text.includes(words), `the page says "${words}"`);
    }
    async is_at(path) {
        assert.equal(new URL(this.page.url()).pathname, path);
    }
    async sees_heading(words) {
        await this.has_the_whole_page();
        assert.equal((await this.page.locator('h1').first().innerText()).trim(), words);
    }

    /// Everything that holds for each page of ours, at each width; keeps a picture of what was in none.
    async finds_the_page_well() {
        await this.has_the_whole_page();
        const shape = await this.page.evaluate(shape_of_page);
        expect_none(shape.faults, this.page.url());
        this.pictures += 1;
        let narrower = null;
        for (const width of [...this.widths].sort((one, other) => one - other))
            await this.at_the_width(width, async () => {
                const seen = await this.what_shows(narrower?.shown);
                if (is_first_picture_of(seen.title, width) || Visitor.looks_in_full) await this.keeps_a_picture(this.picture, width);
                await this.scrolls_one_way_only();
                await this.breaks_no_rule_of_axe(seen, narrower !== null);
                narrower = seen;
            });
    }
    what_shows(shown_before = '') {
        return this.page.evaluate(what_shows, { shown_before });
    }
    async at_the_width(width, doing) {
        if (width === this.width) return doing();
        const size = this.page.viewportSize();
        await this.page.setViewportSize({ width, height: height_at(width) });
        try {
            return await doing();
        } finally {
            await this.page.setViewportSize(size);
        }
    }
    async scrolls_one_way_only() {
        const { wide, room, widest } = await this.page.evaluate(() => {
            const room = document.documentElement.clientWidth;
            const past = [...document.body.querySelectorAll('*')]
                .filter((element) => element.getBoundingClientRect().right > room + 1)
                .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
            return { wide: document.scrollingElement.scrollWidth, room, widest: past.slice(-3) };
        });
        assert.ok(wide <= room, `${this.page.url()} is ${wide} px wide in ${room} px: ${widest.join(', ')}`);
    }
    /// With `beside_narrow`, the same page was asked about at a smaller width.
    async breaks_no_rule_of_axe(seen, beside_narrow = false) {
        const broken = await rules_broken(this.page, {
            seen: seen ?? await this.what_shows(), scripts: this.scripts === 'with', beside_narrow, in_full: Visitor.looks_in_full,
        });
        expect_none(broken, `axe on ${this.page.url()}`);
    }
    /// Called when the scenario has ended, well or not.
    async goes_away() {
        await this.page.context().close();
    }
    async takes_a_picture(name = this.picture) {
        this.pictures += 1;
        await this.keeps_a_picture(name, this.width);
    }
    async keeps_a_picture(name, width) {
        this.lens ??= await this.page.context().newCDPSession(this.page);
        const number = this.pictures > 1 ? `-${this.pictures}` : '';
        const scripts = this.scripts === 'without' ? '-plain' : '';
        await keeps_the_picture(this.lens, `${name}${number}-${width}${scripts}`);
    }

    /// Walks the page with the Tab key from its top: the skip link comes first, each stop shows that it has the
    /// focus and is on the screen, nothing holds the focus, and everything that can be used is reached.
    async walks_with_the_tab_key() {
        await this.page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
        const reached = [];
        for (let steps = 0; steps < 600; ++steps) {
            await this.page.keyboard.press('Tab');
            const stop = await this.page.evaluate(focus_of_page);
            if (stop === null || stop.number === reached[0]?.number) break;
            assert.ok(stop.number !== reached.at(-1)?.number, `the focus is held by ${stop.what}`);
            assert.ok(stop.shown, `nothing shows that ${stop.what} has the focus`);
            assert.ok(stop.on_screen, `${stop.what} has the focus but is off the screen`);
            reached.push(stop);
        }
        assert.match(reached[0]?.what ?? 'nothing', /skip to/i, 'the first stop is the skip link');
        const usable = await this.page.evaluate(() => {
            const kinds = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
            const radios = new Set();
            return [...document.querySelectorAll(kinds)].filter((element) => {
                if (element.disabled || element.tabIndex < 0 || !element.checkVisibility()) return false;
                if (element.type !== 'radio') return true;
                if (radios.has(element.name)) return false;
                return radios.add(element.name);
            }).length;
        });
        assert.equal(reached.length, usable, `the Tab key reached ${reached.length} of ${usable} things`);
    }

    /// Called at the end of every scenario.
    met_no_trouble() {
        expect_none([...new Set(this.troubles)], 'trouble beneath the page');
    }
}
