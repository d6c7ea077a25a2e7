// Asks for a page of each kind that somebody is led to from their start page, and listens for what the content security policy kept
// out: the browser's own event, and the report that it sends. trust.md S-02.
// A page is opened in the browser where something of it that the policy judges, or that steers a script, was in no page opened before:
// an element that fetches or runs something, a style or a handler where it stands, what a script of ours is told by data-*, the policy
// itself (policy_marks.mjs). Each of these is judged by itself, the same on each page, so that a page that brings nothing new is answered
// for by those that were opened; it is only read, for where its links lead.
import assert from 'node:assert/strict';
import { kind_of, links_of, marks_of } from './policy_marks.mjs';
import { signs_in } from './sign_in.mjs';
import { expect_none } from './visitor.mjs';

// Files to take away are no pages, and other ways to sign in lead outside.
const no_page = /\.(csv|xlsx|ics|pdf|zip|json|svg|png|txt|xml)$|\/whole$|\/attachments\/|^\/account\/ways\/with\/|^\/assets\/|^\/family\/exit$|^\/feed/;

// What was on pages that were opened in the browser.
const marks_opened = new Set();
const brings_something_new = (answer) => [...marks_of(answer)].some((mark) => !marks_opened.has(mark));

/// What a path answers, to the person whose browser this is: { url, ok, policy, type, html }; nothing where it is a file to save.
async function read(visitor, path) {
    const answer = await visitor.page.context().request.get(visitor.address + path, { headers: { accept: 'text/html,*/*;q=0.8' } });
    const headers = answer.headers();
    if (headers['content-disposition']?.startsWith('attachment')) return null;
    const type = headers['content-type']?.split(';')[0] ?? '';
    const html = type === 'text/html' ? await answer.text() : '';
    return { url: answer.url(), ok: answer.ok(), policy: headers['content-security-policy'] ?? '', type, html };
}

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

/// Opens a page, until what it tells of itself has come.
async function opens(page, address) {
    await page.goto(address);
    await page.evaluate(() => document.readyState);
}

/// Goes through the pages that the start page leads to, but those in `open_to_all`, which each page that shows nobody signed in joins;
/// answers how many there were, and what was kept out of those opened in the browser.
async function walk(visitor, open_to_all) {
    const { page, heard } = await listening_page(visitor.page.context());
    const to_read = ['/start'];
    const met = new Set(to_read);
    const kinds = new Set();
    let there = 0;
    for (const path of to_read) {
        const answer = await read(visitor, path);
        if (answer === null) continue;
        if (answer.ok) there += 1;
        if (answer.ok && !/>\s*Sign out\s*</.test(answer.html)) open_to_all.add(path);
        if (brings_something_new(answer)) {
            await opens(page, visitor.address + path);
            marks_of(answer).forEach((mark) => marks_opened.add(mark));
        }
        for (const href of links_of(answer.html)) {
            const url = new URL(href, visitor.address);
            const kind = kind_of(url);
            const target = url.pathname + url.search;
            if (met.has(target) || open_to_all.has(target) || no_page.test(url.pathname) || kinds.has(kind)) continue;
            kinds.add(kind);
            met.add(target);
            to_read.push(target);
        }
    }
    await page.close();
    return { there, heard };
}

const told_of = (server) => server.log().split('a page asked for what its policy does not let in').length - 1;

/// The page as a fault of ours would have it: with a style and a script written in.
const with_a_fault = (html) =>
    html.replace('</main>', '<p style="color: red">Styled where it stands</p><script>document.title = "written in"</script></main>');

/// Opens a page into which such a fault is put; answers what is heard.
async function opens_with_a_fault(visitor, server, path) {
    const before = told_of(server);
    const { page, heard } = await listening_page(visitor.page.context());
    await page.route((url) => url.pathname === path, async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, body: with_a_fault(await answer.text()) });
    });
    await opens(page, visitor.address + path);
    for (let tries = 0; tries < 100 && told_of(server) === before; ++tries) await page.waitForTimeout(50);
    assert.ok(told_of(server) > before, 'the server tells of no report');
    await page.close();
    return heard;
}

/// For each of these people: every page, and nothing was kept out of any. Then, as the last of them, that a fault would be heard.
export async function nothing_is_kept_out({ visitor, step, server }, people, least_pages) {
    const before = told_of(server);
    const open_to_all = new Set();
    let there = 0;
    for (const email of people)
        await step(`nothing is kept out of the pages of ${email}`, async () => {
            await signs_in(visitor, server, email);
            const walked = await walk(visitor, open_to_all);
            there += walked.there;
            expect_none(walked.heard, `the pages of ${email}`);
        });
    await step('and the server was told of nothing', () => {
        assert.equal(told_of(server), before, 'reports reached the server');
        assert.ok(there >= least_pages, `only ${there} pages were met`);
    });
    await step('while one page that has a style and a script written in would be opened, and is heard, by its events and by its reports', async () => {
        const path = '/account/password';
        const answer = await read(visitor, path);
        assert.ok(!brings_something_new(answer), 'the page was opened, or all of it elsewhere');
        assert.ok(brings_something_new({ ...answer, html: with_a_fault(answer.html) }), 'the fault would not be looked at');
        const heard = await opens_with_a_fault(visitor, server, path);
        for (const wanted of [`${path}: style-src-attr kept out`, `${path}: script-src-elem kept out`, 'a report was sent by'])
            assert.ok(heard.some((one) => one.includes(wanted)), `"${wanted}" was not heard, but: ${heard.join('; ')}`);
    });
}
