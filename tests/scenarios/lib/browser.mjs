// Chromium without its windows, driven by playwright-core, kept from asking the outside world for anything.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './server.mjs';

const from_web = createRequire(join(root, 'web/package.json'));

/// Starts the browser. Fails with one sentence where it is not installed.
export async function start_browser() {
    const executablePath = process.env.ONROLL_CHROMIUM ?? '/usr/bin/chromium-headless-shell';
    if (!existsSync(executablePath)) throw new Error('Chromium is not installed: run tools/setup test');
    const { chromium } = from_web('playwright-core');
    const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--no-proxy-server'];
    if (process.getuid() === 0) args.push('--no-sandbox');
    return chromium.launch({ executablePath, args, headless: true });
}
