// Runs each block of docs that is marked, and compares what it prints with what the page says.
//
//   <!-- run -->                 (or: run with server)
//   ```console
//   $ onroll places find quarry
//   Quarry Lane School ...
//   ```
//
// Lines after "$ " are what the command prints, on either stream. "..." stands for anything on the rest of a line, and
// for any number of lines where it stands alone. A command that ends with \ goes on in the next line. The blocks of one
// page run in order in one empty folder, with `onroll` on the path and $DOCS naming the folder of docs;
// "with server" gives the page a running demo area at http://localhost:8080.
// A file that a page shows can be made first:  <!-- file: history.json -->  before a block of any language.
// A page may need official files, which are no part of this repository:  <!-- shared: schools/list.csv -->  on a line of its
// own puts ../shared/data/schools/list.csv (or data/schools/list.csv in the folder that ONROLL_SHARED names) into the page's folder as
// list.csv. Where one is absent the page is not run, and one line says so.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { root, start_server } from '../scenarios/lib/server.mjs';

const shared = join(process.env.ONROLL_SHARED ?? join(root, '../shared'), 'data');

function pages_under(folder) {
    return readdirSync(folder).sort().flatMap((name) => {
        const path = join(folder, name);
        if (statSync(path).isDirectory()) return pages_under(path);
        return name.endsWith('.md') ? [path] : [];
    });
}

/// The marked blocks of a page, in order: { line, kind: 'run' | 'file', name, server, lines }.
function blocks_of(text) {
    const lines = text.split('\n');
    const blocks = [];
    for (let i = 0; i < lines.length; ++i) {
        const mark = /^\s*<!-- (run|run with server|file: ([\w.-]+)) -->$/.exec(lines[i]);
        if (!mark) continue;
        if (!/^\s*```/.test(lines[i + 1] ?? '')) throw new Error(`line ${i + 1}: no block follows the mark`);
        const indent = /^\s*/.exec(lines[i + 1])[0].length;
        const end = lines.findIndex((line, at) => at > i + 1 && /^\s*```\s*$/.test(line));
        if (end < 0) throw new Error(`line ${i + 2}: the block has no end`);
        const body = lines.slice(i + 2, end).map((line) => line.slice(Math.min(indent, line.search(/\S|$/))));
        blocks.push({ line: i + 2, kind: mark[2] ? 'file' : 'run', name: mark[2],
            server: mark[1].endsWith('server'), lines: body });
        i = end;
    }
    return blocks;
}

/// The official files that a page needs, as paths below ../shared/data.
function shared_files_of(text) {
    return [...text.matchAll(/^\s*<!-- shared: (\S+) -->$/gm)].map((mark) => mark[1]);
}

/// { command, expected } for each "$ " of a block.
function commands_of({ lines }) {
    const commands = [];
    for (const line of lines) {
        const last = commands.at(-1);
        if (last?.until) {
            last.command += `\n${line}`;
            if (line === last.until) last.until = null;
        } else if (line.startsWith('$ ')) {
            const until = /<<-?\s*'?(\w+)'?/.exec(line)?.[1];
            commands.push({ command: line.slice(2), expected: [], open: line.endsWith('\\'), until });
        } else if (last?.open) {
            last.command += `\n${line}`;
            last.open = line.endsWith('\\');
        } else if (last) last.expected.push(line);
        else throw new Error('a block begins with a command, after "$ "');
    }
    return commands;
}

/// Whether `said` is what `expected` tells, with "..." as anything.
function agrees(expected, said) {
    const plain = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const pattern = expected.map((line) =>
        line.trim() === '...' ? '(?:.*\\n)*?' : `${line.trimEnd().split('...').map(plain).join('.*')}[ \\t]*\\n`);
    return new RegExp(`^${pattern.join('')}$`).test(said === '' || said.endsWith('\n') ? said : `${said}\n`);
}

async function run_page(path, count) {
    const name = relative(root, path);
    const text = readFileSync(path, 'utf8');
    const blocks = blocks_of(text);
    if (!blocks.some((block) => block.kind === 'run')) return;
    const official = shared_files_of(text);
    const absent = official.find((file) => !existsSync(join(shared, file)));
    if (absent) {
        console.log(`skipped: ${name}: ../shared/data/${absent} is not present`);
        return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'onroll-docs-'));
    let server = null;
    try {
        for (const file of official) symlinkSync(join(shared, file), join(folder, basename(file)));
        if (blocks.some((block) => block.server)) server = await start_server();
        const address = server ? new URL(server.address).host : 'localhost:8080';
        const env = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC', DOCS: join(root, 'docs'),
            no_proxy: 'localhost,127.0.0.1', PATH: `${join(root, 'build/release')}:${process.env.PATH}` };
        for (const block of blocks) {
            if (block.kind === 'file') {
                writeFileSync(join(folder, basename(block.name)), `${block.lines.join('\n')}\n`);
                continue;
            }
            for (const { command, expected } of commands_of(block)) {
                const script = command.replaceAll('localhost:8080', address);
                const done = spawnSync('bash', ['-c', `exec 2>&1\n${script}`],
                    { cwd: folder, env, encoding: 'utf8', timeout: 60_000 });
                // Lines of our own log are for the administrator, and no part of an example.
                const printed = done.stdout.replace(/^\S+Z (debug|info) event=.*\n/gm, '');
                const said = printed.replaceAll(address, 'localhost:8080').replaceAll(folder, '.');
                if (agrees(expected, said)) {
                    count.passed += 1;
                } else {
                    count.failed += 1;
                    console.log(`failed: ${name}:${block.line}: $ ${command}\n--- the page says\n${expected.join('\n')}`);
                    console.log(`--- it printed\n${said.slice(0, 2000)}`);
                }
            }
        }
    } finally {
        await server?.stop();
        rmSync(folder, { recursive: true, force: true });
    }
}

const words = process.argv.slice(2);
const count = { passed: 0, failed: 0 };
const parts = join(root, 'src');
for (const path of [join(root, 'README.md'), ...pages_under(join(root, 'docs')), ...pages_under(parts)]) {
    if (words.length && !words.some((word) => path.includes(word))) continue;
    try {
        await run_page(path, count);
    } catch (error) {
        count.failed += 1;
        console.log(`failed: ${relative(root, path)}: ${error.message}`);
    }
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed ? 1 : 0;
