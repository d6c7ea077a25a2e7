// Somebody has a password that is not theirs. It opens nothing, guesses begin to wait, the owner hears of it, and still gets in.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { start_server } from './lib/server.mjs';
import { code_of, demo_password, types_code, types_password } from './lib/sign_in.mjs';

export const name = 'a stolen password gets nowhere, and its owner is told';
export const widths = [320];

const owner = 'attendance@tidemoor.example';

async function message_about(server, subject) {
    const folder = join(server.data, 'outbox');
    for (const until = Date.now() + 10_000; Date.now() < until; await new Promise((done) => setTimeout(done, 100))) {
        try {
            const files = readdirSync(folder).filter((file) => file.endsWith('.eml'));
            const found = files.map((file) => readFileSync(join(folder, file), 'utf8'))
                .find((message) => message.includes(`Subject: ${subject}\r\n`));
            if (found) return found;
        } catch {
            // The folder is made with the first message.
        }
    }
    throw new Error(`no message "${subject}"`);
}

export async function steps({ visitor, step }) {
    const server = await start_server();
    const shown = visitor.address;
    visitor.address = server.address;
    try {
        await step('the right password alone opens no page', async () => {
            await types_password(visitor, owner);
            await visitor.sees_heading('Enter your sign-in code');
            await visitor.finds_the_page_well();
            for (const page of ['/start', '/account', '/staff']) {
                await visitor.opens(page);
                await visitor.sees_heading('Enter your sign-in code');
            }
        });
        await step('guessed codes are refused in the same words, and then even the right one waits', async () => {
            for (let i = 0; i < 10; ++i) {
                await visitor.fills_in('Code', String(100_000 + i));
                await visitor.presses('Sign in');
                await visitor.sees('Enter the code that your app shows now, or a recovery code');
            }
            await visitor.fills_in('Code', code_of(server, owner));
            await visitor.presses('Sign in');
            await visitor.sees('Enter the code that your app shows now, or a recovery code');
        });
        await step('the owner is told, without a name', async () => {
            const message = await message_about(server, 'Somebody may know your password');
            assert.ok(message.includes(`To: ${owner}\r\n`));
            assert.ok(!message.includes('Fenwright'));
        });
        await step('a wrong password and an unknown person are answered alike', async () => {
            const words = [];
            for (const [email, password] of [['leader@tidemoor.example', 'not it'], ['nobody@tidemoor.example', demo_password]]) {
                await types_password(visitor, email, password);
                await visitor.sees('Enter a correct email address and password');
                words.push((await visitor.words()).replace(email, ''));
            }
            assert.equal(words[0], words[1]);
            await visitor.finds_the_page_well();
        });
        await step('another person signs in all the while', async () => {
            await types_password(visitor, 'sen@tidemoor.example');
            await types_code(visitor, server, 'sen@tidemoor.example');
            await visitor.sees_heading('Start');
            await visitor.finds_the_page_well();
            await visitor.opens('/account');
            await visitor.finds_the_page_well();
        });
        visitor.met_no_trouble();
    } finally {
        await server.stop();
        visitor.address = shown;
    }
}
