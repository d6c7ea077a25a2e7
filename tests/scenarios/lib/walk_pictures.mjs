import { start_browser } from './browser.mjs';
import { start_server } from './server.mjs';
import { Visitor } from './visitor.mjs';
import { signs_in } from './sign_in.mjs';
import { mkdirSync } from 'node:fs';
const out = '/tmp/w3-pictures'; mkdirSync(out, { recursive: true });
const server = await start_server();
const browser = await start_browser();
try {
    for (const [who, email] of [['adviser', 'adviser@advice.tidemoor.example'], ['manager', 'manager@advice.tidemoor.example']]) {
        for (const width of [1280, 320]) {
            const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: false });
            const page = await context.newPage();
            const visitor = new Visitor(page, server.address, { width, scripts: 'without', picture: 'x' });
            await signs_in(visitor, server, email);
            await page.goto(server.address + '/advice/cases');
            const first = await page.locator('table a[href^="/advice/cases/"]').first().getAttribute('href');
            await page.goto(server.address + '/advice/cases?level=3');
            const third = await page.locator('table a[href^="/advice/cases/"]').first().getAttribute('href').catch(() => first);
            const list = ['/advice', '/advice/cases', '/advice/cases?state=waiting', '/advice/signposts', '/advice/reports', '/advice/batches', '/advice/enquiries'];
            const rest = who === 'adviser' ? ['', '/chronology', '/needs', '/needs/new', '/actions/new', '/messages', '/papers', '/people', '/close', '/dates', '/events/new/home_education', '/events/new/permanent_exclusion', '/journey', '/levels', '/profile', '/state'].map((x) => third + x) : ['/advice/caseloads', '/advice/service'];
            const id = first.split('/').at(-1);
            const more = [`/advice/batches/close?case=${id}&case=${third.split('/').at(-1)}`, `/advice/batches/messages?case=${id}&case=${third.split('/').at(-1)}`];
            for (const path of [...list, ...rest, ...more]) {
                const answer = await page.goto(server.address + path);
                const name = `${who}-${width}-${path.replace(/[0-9a-f]{32}/g, 'id').replace(/[^a-z0-9]+/gi, '_')}`;
                await page.screenshot({ path: `${out}/${name}.png`, fullPage: true });
                console.log(answer.status(), name);
            }
            await context.close();
        }
    }
} finally { await browser.close(); await server.stop(); }
