// Makes a sign-in older than it may be, as half an hour without a request would.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/// From here on, this person is signed in nowhere any more; their browser does not know it yet.
export function the_sign_in_runs_out(server, email) {
    const statements = `
import sqlite3, sys
store = sqlite3.connect(sys.argv[1], timeout=20)
with store:
    store.execute("""UPDATE access_sign_in SET ends_at = '2026-01-01T00:00:00.000Z'
                     WHERE user_id = (SELECT user_id FROM access_user WHERE email = ?)""", (sys.argv[2],))
store.close()`;
    const said = spawnSync('python3', ['-c', statements, join(server.data, 'onroll.db'), email], { encoding: 'utf8' });
    assert.equal(said.status, 0, said.stderr);
}
