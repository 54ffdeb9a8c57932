// Program: works off loads of decisions until it is killed, as a lane of the server does, on a test file's own database.
import { PENALTY_RECORD } from '#enforcement/penalty-records';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { openDatabase } from '#platform/db';
import { folderStore } from '#platform/files';
import { identityKeys } from '#platform/identity/keys';
import { loadLawContext } from '#platform/law-context';
import { afterActs } from '../app/after-act.ts';
import { importWork } from '../app/import-work.ts';
import { testIdentity } from './identity.ts';

const { DATABASE_URL: url = '', BLOBS: blobs = '', KEY: key = '', MOMENT: moment = '' } = process.env;
const now = (): number => Number(moment) + Math.trunc(process.uptime() * 1000);
const { pool } = openDatabase(url);
const identity = { ...testIdentity(pool, now), keys: identityKeys(Buffer.from(key, 'hex')) };
const law = await loadLawContext(pool);
const kinds = kindsOf([anyKind(PENALTY_RECORD)]);
const platform = { pool, kinds, now, law: () => law, reactsTo: new Set<string>(), afterAct: afterActs(identity.keys) };
const work = importWork({ platform, identity, blobs: folderStore(blobs) });
console.log('works off loads');
for (;;) if (!(await work(() => false))) await new Promise((resolve) => setTimeout(resolve, 100));
