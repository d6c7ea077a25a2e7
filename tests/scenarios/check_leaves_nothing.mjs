// A thousand families check what happened. Afterwards no file of the server and no line of its log holds a word of theirs.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const name = 'A thousand checks leave nothing behind';
export const widths = [1280];
export const scripts = ['with'];

const canaries = ['quagga-account', 'quagga school'];
const story = (number) => new URLSearchParams({
    at: 'answers', go: 'answer', what: 'suspended', school: canaries[1], urn: '990015', 'started-day': String(1 + (number % 9)),
    'started-month': '10', 'started-year': '2026', half: 'am', 'decided-day': '1', 'decided-month': '10', 'decided-year': '2026',
    length: '6', letter: 'no', reason: 'behaviour', said: 'none', exam: 'no', earlier: 'no', age: 'school', sen: 'none',
    disability: 'unknown', care: 'neither', side: 'no', account: `${canaries[0]}-${number}`, work: 'no', day_six: 'unknown', wrote: 'no', board: 'not_yet',
});

function files_below(folder) {
    return readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? files_below(path) : [path];
    });
}
const contents = (server) => files_below(server.data).map((path) => [path, readFileSync(path)]);

export async function steps({ step, server }) {
    const before = contents(server).filter(([path]) => path.endsWith('.db')).map(([, bytes]) => bytes.length);
    await step('when a thousand stories are told, taken away and handed over', async () => {
        for (let number = 0; number < 1000; ++number) {
            const to = ['/check', '/check/sheet', '/check/easy-read', '/check/calendar', '/check/hand-over'][number % 5];
            const answer = await fetch(server.address + to, { method: 'POST', body: story(number) });
            const text = await answer.text();
            assert.equal(answer.status, 200, `${to}: ${text.slice(0, 300)}`);
            assert.ok(!text.includes('Why we ask'), `${to} asks again: ${text.slice(0, 300)}`);
            assert.equal(answer.headers.get('set-cookie'), null);
            assert.match(answer.headers.get('cache-control'), /^(no-store|private, no-cache)$/);
        }
    });
    await step('then the store is as large as before, and no file holds a word of them', () => {
        const after = contents(server);
        assert.deepEqual(after.filter(([path]) => path.endsWith('.db')).map(([, bytes]) => bytes.length), before);
        for (const [path, bytes] of after)
            for (const word of canaries) assert.ok(!bytes.includes(word), `${path} holds "${word}"`);
    });
    await step('and no line of the log does', () => {
        const log = server.log();
        assert.ok(log.includes('"route":"/check"') || log.includes('/check'), 'the log was kept');
        for (const word of ['quagga', '990015', 'suspended']) assert.ok(!log.includes(word), `the log holds "${word}"`);
    });
}
