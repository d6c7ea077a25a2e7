// Opens in the browser every page that somebody is led to from their start page, a few of a kind, and listens for what the content
// security policy kept out: the browser's own event, and the report that it sends. trust.md S-02.
import assert from 'node:assert/strict';
import { signs_in } from './sign_in.mjs';
import { expect_none } from './visitor.mjs';

const most_of_a_kind = 2;
// Files to take away are no pages, and other ways to sign in lead outside.
const no_page = /\.(csv|xlsx|ics|pdf|zip|json|svg|png|txt|xml)$|\/whole$|\/attachments\/|^\/account\/ways\/with\/|^\/assets\/|^\/family\/exit$|^\/feed/;

const kind_of = (url) => `${url.pathname.replace(/\/(?=[^/]*[\d])[^/]+/g, '/…')}?${[...new Set(url.searchParams.keys())].sort().join('&')}`;

/// A page in which each violation is heard: { page, heard }.
async function listening_page(context) {
    const heard = [];
    const page = await context.newPage();
    await page.exposeBinding('onr_kept_out', (_, what) => { heard.push(what); });
    await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) =>
            window.onr_kept_out(`${location.pathname}: ${event.effectiveDirective} kept out ${event.blockedURI || 'something inline'}`));
    });
    page.on('request', (request) => {
        if (new URL(request.url()).pathname === '/policy-reports') heard.push(`a report was sent by ${page.url()}`);
    });
    return { page, heard };
}

/// Opens the pages from `start`; answers how many, and what was wrong.
async function walk(visitor, start, also) {
    const { page, heard } = await listening_page(visitor.page.context());
    const to_open = [start, ...also];
    const met = new Set(to_open);
    const kinds = new Map();
    const faults = [];
    for (const path of to_open) {
        let answer;
        try {
            answer = await page.goto(visitor.address + path);
        } catch (error) {
            if (error.message.includes('Download is starting')) continue;
            throw error;
        }
        if (answer.status() >= 400) faults.push(`${path} answered ${answer.status()}`);
        for (const href of await page.locator('a[href^="/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
            const url = new URL(href, visitor.address);
            const kind = kind_of(url);
            const target = url.pathname + url.search;
            if (met.has(target) || no_page.test(url.pathname) || (kinds.get(kind) ?? 0) >= most_of_a_kind) continue;
            kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
            met.add(target);
            to_open.push(target);
        }
    }
    await page.close();
    return { opened: to_open.length, faults: [...faults, ...heard] };
}

const told_of = (server) => server.log().split('a page asked for what its policy does not let in').length - 1;

/// For each of these people: every page, and nothing was kept out of any. `also` are paths that they come to by a form.
export async function nothing_is_kept_out({ visitor, step, server }, people, least_pages) {
    const before = told_of(server);
    let opened = 0;
    for (const email of people)
        await step(`nothing is kept out of the pages of ${email}`, async () => {
            await signs_in(visitor, server, email);
            const walked = await walk(visitor, '/start', []);
            opened += walked.opened;
            expect_none(walked.faults, `the pages of ${email}`);
        });
    await step('and the server was told of nothing', () => {
        assert.equal(told_of(server), before, 'reports reached the server');
        assert.ok(opened >= least_pages, `only ${opened} pages were opened`);
    });
    await step('while a page that asks for what is not let in is heard, by its event and by its report', async () => {
        const { page, heard } = await listening_page(visitor.page.context());
        await page.goto(`${visitor.address}/start`);
        const reported = page.waitForRequest((request) => new URL(request.url()).pathname === '/policy-reports');
        await page.evaluate(() => {
            const written = document.createElement('script');
            written.textContent = 'document.title = "written in"';
            document.body.append(written);
        });
        await reported;
        await page.waitForFunction(() => document.title !== 'written in');
        assert.ok(heard.some((one) => one.includes('script-src')), `heard: ${heard.join('; ')}`);
        for (let tries = 0; tries < 100 && told_of(server) === before; ++tries) await page.waitForTimeout(50);
        assert.ok(told_of(server) > before, 'the server tells of no report');
        await page.close();
    });
}
