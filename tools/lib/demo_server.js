// A server of ours on a demonstration that is thrown away, asked as browsers ask: for the drills that kill it, stop it, or take its
// disk away. The program is build/release/onroll, or what ONROLL_PROGRAM names.
'use strict';
const { spawn, spawnSync } = require('node:child_process');
const { closeSync, openSync, readFileSync, rmSync } = require('node:fs');
const { createServer } = require('node:net');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');

const program = process.env.ONROLL_PROGRAM ?? resolve(__dirname, '../..', 'build/release/onroll');
const onroll = (...words) => spawnSync(program, words, { encoding: 'utf8' });
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/// The settings of a drill, each a whole number: `--name number` in any order. Ends the program with 2 where one is not.
function numbers_given(drill, settings) {
    const given = { ...settings };
    const words = process.argv.slice(2);
    for (let i = 0; i < words.length; i += 2) {
        const name = words[i].replace(/^--/, '');
        const value = Number(words[i + 1]);
        if (!(name in given) || !Number.isInteger(value) || value < 1 || value > 1_000_000) {
            console.error(`${drill}: '${words[i]} ${words[i + 1] ?? ''}' is not ${Object.keys(given).map((one) => `--${one}`).join(', ')} with a number.`);
            process.exit(2);
        }
        given[name] = value;
    }
    return given;
}

/// Numbers from 0 to 1 that are the same for the same seed.
function chance_from(seed) {
    let state = seed >>> 0;
    return () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state / 2 ** 32;
    };
}

const free_port = () => new Promise((done) => {
    const listener = createServer();
    listener.listen(0, '127.0.0.1', () => {
        const { port } = listener.address();
        listener.close(() => done(port));
    });
});

/// What a browser would send of a page's inputs, radio buttons and boxes only where they are ticked.
const inputs = (page) => Object.fromEntries([...page.matchAll(/<input[^>]*>/g)].map(([tag]) => [/name="([^"]*)"/.exec(tag)?.[1],
    /value="([^"]*)"/.exec(tag)?.[1] ?? '', tag]).filter(([name, , tag]) => name && (!/type="(radio|checkbox)"/.test(tag) || /checked/.test(tag))));
const hidden_fields = (page) => inputs([...page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].join(''));

/// The cookies that an answer sets, as [name, value]. Node 18 of Debian has no getSetCookie, and gives them in one line.
const cookies_of = (answer) => (answer.headers.getSetCookie?.() ?? (answer.headers.get('set-cookie') ?? '').split(/,(?=\s*[^;,\s]+=)/))
    .map((line) => line.split(';')[0].trim().split('=')).filter(([name]) => name);

/// Today in England, as 2026-11-05. (The formats of en-CA differ between versions.)
const today_in_england = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date());

const password_of_staff = (data) => /Password of all of them: (.*)/.exec(onroll('demo', 'staff', '--data', data).stdout)[1];

/// Fills the demonstration in a folder; answers the password of its staff.
function fill_demo(data, children = 20) {
    const filled = onroll('demo', 'fill', '--data', data, '--children', String(children));
    if (filled.status !== 0) throw new Error(filled.stderr);
    return password_of_staff(data);
}

/// Somebody with a browser that keeps its cookies and follows nothing. `data` is the folder of the demonstration, for the codes of its
/// staff.
class Browser {
    constructor(address, data, cookies = new Map()) { Object.assign(this, { address, data, cookies }); }
    get cookie() { return [...this.cookies].map((pair) => pair.join('=')).join('; '); }
    /// One request; fields may be an object, or a body that fetch takes.
    async ask(path, fields) {
        const is_plain = fields?.constructor === Object;
        const answer = await fetch(this.address + path, {
            method: fields ? 'POST' : 'GET',
            body: is_plain ? new URLSearchParams(fields) : fields,
            headers: { cookie: this.cookie, origin: this.address },
            redirect: 'manual',
            signal: AbortSignal.timeout(20_000),
        });
        for (const [name, value] of cookies_of(answer)) this.cookies.set(name, value);
        const bytes = Buffer.from(await answer.arrayBuffer());
        return { status: answer.status, to: answer.headers.get('location') ?? '', bytes, text: bytes.toString() };
    }
    /// As somebody of the demonstration, with a password and the code that their telephone shows.
    async sign_in(email, password = password_of_staff(this.data)) {
        await this.ask('/sign-in', { email, password });
        const code = onroll('demo', 'code', email, '--data', this.data).stdout.trim();
        const form = hidden_fields((await this.ask('/sign-in/code')).text);
        const answer = await this.ask('/sign-in/code', { ...form, code });
        if (answer.status !== 303) throw new Error(`${email} could not sign in (${answer.status})`);
        return this;
    }
    /// The same for somebody who has signed in a moment ago: a code works once, so it waits for the next one.
    async sign_in_again(email, password) {
        const code = () => onroll('demo', 'code', email, '--data', this.data).stdout;
        for (const used = code(); code() === used;) await pause(1000);
        await this.sign_in(email, password);
    }
}

/// The server, and the first browser that asks it.
class Server extends Browser {
    /// `port` is one that nobody has (free_port), so that it has the same address when it is started again. `options` are those of
    /// `onroll serve`; `under` is a program that starts it, with its words, as strace is;
    /// `replaces` where that one becomes the server, as env does.
    constructor(data, port, { options = ['--demo'], under = [], replaces = false } = {}) {
        super(`http://localhost:${port}`, data);
        Object.assign(this, { port, options, under, replaces, log: join(tmpdir(), `onroll-drill-${process.pid}-${port}.log`) });
    }
    async start() {
        const words = [...this.under, program, 'serve', '--port', String(this.port), '--data', this.data, ...this.options];
        // Into a file: a pipe that nobody empties would stop it.
        const log = openSync(this.log, 'a');
        this.process = spawn(words[0], words.slice(1), { stdio: ['ignore', log, log] });
        closeSync(log);
        this.ended = new Promise((done) => this.process.once('close', done));
        for (const until = Date.now() + 120_000; Date.now() < until; await pause(5)) {
            if (this.process.exitCode !== null) throw new Error(`the server ended while it started: ${this.said()}`);
            try {
                if ((await fetch(`${this.address}/health/live`)).ok) return this;
            } catch { /* not yet */ }
        }
        throw new Error('the server did not start in two minutes');
    }
    /// What it has printed so far.
    said() { return readFileSync(this.log, 'utf8'); }
    /// The process of the server itself, also where another program started it.
    get pid() {
        if (this.under.length === 0 || this.replaces) return this.process.pid;
        return Number(spawnSync('pgrep', ['-P', String(this.process.pid)], { encoding: 'utf8' }).stdout.trim().split('\n')[0]) ||
            this.process.pid;
    }
    get runs() { return Boolean(this.process) && this.process.exitCode === null && this.process.signalCode === null; }
    async kill(signal) {
        process.kill(this.pid, signal);
        await this.ended;
    }
    /// Ends it where it still runs.
    async ends() {
        if (this.runs) await this.kill('SIGKILL');
        rmSync(this.log, { force: true });
    }
}

/// Counts what held, and says what did not.
class Findings {
    constructor(remark = '') { Object.assign(this, { passed: 0, failed: 0, remark }); }
    check(what, good) {
        if (good) ++this.passed;
        else console.log(`not so: ${what}${this.remark}`, ++this.failed);
    }
    broke_off(drill, trouble) {
        console.log(`${drill}: ${trouble.stack}`);
        ++this.failed;
    }
    /// The last line of a drill, and its end.
    say() {
        console.log(`${this.passed} passed, ${this.failed} failed`);
        process.exitCode = this.failed ? 1 : 0;
    }
}

module.exports = {
    Browser, Findings, Server, chance_from, fill_demo, free_port, hidden_fields, inputs, numbers_given, onroll, pause, program, today_in_england,
};
