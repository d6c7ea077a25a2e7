// Five hundred planted names, dates of birth and pupil numbers go through the running server: imported as a list, typed by hand,
// searched for, asked for in addresses and in broken requests. None of them is in what the server says of its work, nor in a
// file beside the store. Follows trust.md L-09.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { all_of, are_in_no_log, as_typed, canaries_of, children, planted } from './lib/canaries.mjs';
import { signs_in } from './lib/sign_in.mjs';

export const name = 'no planted name, date of birth or pupil number is in the log';
export const widths = [1280];
export const scripts = ['without'];

export async function steps({ visitor, step, server }) {
    const list = planted();
    const canaries = canaries_of(list);
    const request = visitor.page.request;
    const headers = { origin: server.address };
    const hidden = async (path, action) => {
        await visitor.opens(path);
        return Object.fromEntries(await visitor.page.locator(`main form[action="${action}"]`).first().evaluate((form) =>
            [...form.querySelectorAll('input[type=hidden]')].map(({ name, value }) => [name, value])));
    };
    await step('given an officer who has signed in',
        () => signs_in(visitor, server, 'inclusion@tidemoor.example'));
    await step('when all of them are imported as a list', async () => {
        await visitor.opens('/people/import');
        await visitor.page.getByLabel('The list', { exact: true }).setInputFiles({
            name: `${list[0].family}.csv`, mimeType: 'text/csv', buffer: Buffer.from('first name,surname,date of birth,upn\n' +
                list.map(({ given, family, born, upn }) => `${given},${family},${as_typed(born)},${upn}`).join('\n') + '\n'),
        });
        await visitor.presses('Look at the list');
        await visitor.presses('Import this list');
        await visitor.sees('Imported on');
    });
    await step('and searched for, rightly and wrongly', async () => {
        const form = await hidden('/people', '/people/search');
        let found = 0;
        await all_of(list, async ({ given, family, born, upn }) => {
            const answer = await request.post(`${server.address}/people/search`,
                { headers, form: { ...form, words: `${given} ${family} ${as_typed(born)}` } });
            if ((await answer.text()).includes(family)) found += 1;
            await request.post(`${server.address}/people/search`, { headers, form: { ...form, words: `${upn} %${given}` } });
        });
        assert.equal(found, children, 'children found');
    });
    await step('and typed by hand, with a fault', async () => {
        const form = await hidden('/people/new', '/people/new');
        await all_of(list.slice(0, 40), ({ given, family, upn }) => request.post(`${server.address}/people/new`,
            { headers, form: { ...form, given_name: given, family_name: family, upn: `${upn}x`, sex: 'female' } }));
    });
    await step('and asked for in addresses, headers and broken requests', async () => {
        await all_of(list.slice(0, 40), async ({ given, family, upn }) => {
            await request.get(`${server.address}/people/${given}?name=${family}&upn=${upn}`);
            await request.get(`${server.address}/${family}/${given}`);
            await request.get(`${server.address}/people`,
                { headers: { 'x-request-id': given, referer: `http://localhost/${family}`, 'user-agent': upn } });
            await request.post(`${server.address}/people/new`, { headers, data: `given=${given}&%zz=${family}` });
            await request.post(`${server.address}/api/v1/children/search`,
                { headers: { authorization: `Bearer ${upn}` }, data: { words: `${given} ${family}` } });
        });
    });
    await step('and a server that died would leave nothing of its memory', () => {
        const limit = /^Max core file size\s+(\S+)\s+(\S+)/m.exec(readFileSync(`/proc/${server.pid}/limits`, 'utf8'));
        assert.deepEqual(limit.slice(1), ['0', '0']);
    });
    await step('then none of it is in the log, nor in a file beside the store', () => are_in_no_log(server, canaries, 300));
}
