// Starts build/release/onroll on a free port of this machine with a demo area of its own, and ends it again.
// Used by the scenarios and by the examples in docs. It ends only the process that it started.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const program = process.env.ONROLL_PROGRAM ?? join(root, 'build/release/onroll');

function free_port() {
    return new Promise((done, failed) => {
        const listener = createServer();
        listener.on('error', failed);
        listener.listen(0, '127.0.0.1', () => {
            const { port } = listener.address();
            listener.close(() => done(port));
        });
    });
}

async function is_ready(address) {
    try {
        return (await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(2000) })).ok;
    } catch {
        return false;
    }
}

/// A server with a filled demo area, or an empty one of its own: { address, data, log(), stop(), pid }. Fails when it is not ready
/// in 20 s. `prepare` may put something into its data folder before it starts.
export async function start_server({ area = 'demo', prepare = () => {} } = {}) {
    if (!existsSync(program)) throw new Error('build/release/onroll is not there: run ./run --build first');
    const data = mkdtempSync(join(tmpdir(), 'onroll-scenario-'));
    const filled = area === 'demo' ? spawnSync(program, ['demo', 'fill', '--data', data], { encoding: 'utf8' }) : { status: 0 };
    if (filled.status !== 0) {
        rmSync(data, { recursive: true, force: true });
        throw new Error(`the demo area could not be filled: ${filled.stderr || filled.stdout}`);
    }
    prepare(data);
    const port = await free_port();
    const address = `http://localhost:${port}`;
    const said = [];
    const marked = area === 'demo' ? ['--demo'] : [];
    const process_ = spawn(program, ['serve', '--port', String(port), '--data', data, ...marked], {
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    process_.stdout.on('data', (piece) => said.push(piece));
    process_.stderr.on('data', (piece) => said.push(piece));
    const ended = new Promise((done) => process_.once('close', (code, signal) => done({ code, signal })));

    const log = () => Buffer.concat(said).toString();
    const stop = async () => {
        process_.kill('SIGTERM');
        const forced = setTimeout(() => process_.kill('SIGKILL'), 10_000);
        const end = await ended;
        clearTimeout(forced);
        rmSync(data, { recursive: true, force: true });
        return end;
    };
    const until = Date.now() + 20_000;
    while (!(await is_ready(address))) {
        if (process_.exitCode !== null || Date.now() > until) {
            await stop();
            throw new Error(`the server was not ready in time; it said:\n${log()}`);
        }
        await new Promise((done) => setTimeout(done, 50));
    }
    return { address, data, log, stop, pid: process_.pid };
}
