// Opens in the browser a page of each kind that somebody is led to from their start page, and listens for what the content
// security policy kept out: the browser's own event, and the report that it sends. trust.md S-02.
import assert from 'node:assert/strict';
import { signs_in } from './sign_in.mjs';
import { expect_none } from './visitor.mjs';

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

/// Opens the pages that `start` leads to, but those in `open_to_all`, which each page that shows nobody signed in joins; answers how
/// many were shown, and what was kept out of them. `made_wrong` may change pages before they arrive.
async function walk(visitor, start, open_to_all, made_wrong = async () => {}) {
    const { page, heard } = await listening_page(visitor.page.context());
    await made_wrong(page);
    const to_open = [start];
    const met = new Set(to_open);
    const kinds = new Set();
    let shown = 0;
    for (const path of to_open) {
        let answer;
        try {
            answer = await page.goto(visitor.address + path);
        } catch (error) {
            if (error.message.includes('Download is starting')) continue;
            throw error;
        }
        if (answer.ok()) shown += 1;
        if (answer.ok() && await page.getByText('Sign out', { exact: true }).count() === 0) open_to_all.add(path);
        for (const href of await page.locator('a[href^="/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
            const url = new URL(href, visitor.address);
            const kind = kind_of(url);
            const target = url.pathname + url.search;
            if (met.has(target) || open_to_all.has(target) || no_page.test(url.pathname) || kinds.has(kind)) continue;
            kinds.add(kind);
            met.add(target);
            to_open.push(target);
        }
    }
    await page.close();
    return { shown, heard };
}

const told_of = (server) => server.log().split('a page asked for what its policy does not let in').length - 1;

/// One page that the walk comes to arrives with a style and a script written into it, as a fault of ours would have it.
const with_a_fault_in = (path) => (page) => page.route((url) => url.pathname === path, async (route) => {
    const answer = await route.fetch();
    const wrong = '<p style="color: red">Styled where it stands</p><script>document.title = "written in"</script></main>';
    await route.fulfill({ response: answer, body: (await answer.text()).replace('</main>', wrong) });
});

/// For each of these people: every page, and nothing was kept out of any. Then, as the last of them, that a fault would be heard.
export async function nothing_is_kept_out({ visitor, step, server }, people, least_pages) {
    const before = told_of(server);
    const open_to_all = new Set();
    let shown = 0;
    for (const email of people)
        await step(`nothing is kept out of the pages of ${email}`, async () => {
            await signs_in(visitor, server, email);
            const walked = await walk(visitor, '/start', open_to_all);
            shown += walked.shown;
            expect_none(walked.heard, `the pages of ${email}`);
        });
    await step('and the server was told of nothing', () => {
        assert.equal(told_of(server), before, 'reports reached the server');
        assert.ok(shown >= least_pages, `only ${shown} pages were opened`);
    });
    await step('while one page that has a style and a script written in is heard, by its events and by its reports', async () => {
        const { heard } = await walk(visitor, '/account/password', open_to_all, with_a_fault_in('/account/password'));
        for (const wanted of ['/account/password: style-src-attr kept out', '/account/password: script-src-elem kept out', 'a report was sent by'])
            assert.ok(heard.some((one) => one.includes(wanted)), `"${wanted}" was not heard, but: ${heard.join('; ')}`);
        for (let tries = 0; tries < 100 && told_of(server) === before; ++tries) await visitor.page.waitForTimeout(50);
        assert.ok(told_of(server) > before, 'the server tells of no report');
    });
}
