// Makes it later for somebody of the demonstration, in the store of its server, so that nobody has to wait.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/// Changes what the store keeps of whoever has this email address; `change` names them by ?.
function changed_for(server, email, change) {
    const statements = `
import sqlite3, sys
store = sqlite3.connect(sys.argv[1], timeout=20)
with store:
    store.execute(sys.argv[3], (sys.argv[2],))
store.close()`;
    const said = spawnSync('python3', ['-c', statements, join(server.data, 'onroll.db'), email, change], { encoding: 'utf8' });
    assert.equal(said.status, 0, said.stderr);
}

const of_user = 'WHERE user_id = (SELECT user_id FROM access_user WHERE email = ?)';

/// As half an hour without a request would: this person is signed in nowhere any more; their browser does not know it yet.
export const the_sign_in_runs_out = (server, email) =>
    changed_for(server, email, `UPDATE access_sign_in SET ends_at = '2026-01-01T00:00:00.000Z' ${of_user}`);

/// As the next half minute would: the code that this person's app shows has not been used.
export const half_a_minute_passes = (server, email) => changed_for(server, email, `UPDATE access_code_seed SET last_step = 0 ${of_user}`);
