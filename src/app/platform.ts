import { join } from 'node:path';
import { isRefusal, type Refusal } from '#law';
import { kindsOf } from '#platform/acts/kinds';
import { closeBinders } from '#platform/case-file/bind';
import type { Now } from '#platform/clock-now';
import type { Config } from '#platform/config';
import type { Pool } from '#platform/db';
import { closeRenderers } from '#platform/documents/index';
import { folderStore } from '#platform/files';
import type { Identity } from '#platform/identity/identity';
import { openIdentity } from '#platform/identity/open-identity';
import { keepLawContext, type LawContext, type LawKeeper, loadLawContext } from '#platform/law-context';
import { keptLaws } from '#registers/law-library';
import { penaltiesOfMarks } from '../enforcement/same-party/store.ts';
import { closedOpenings } from '../registers/handling-modes/actions.ts';
import { afterActs } from './after-act.ts';
import { readLists } from './list-facts.ts';
import type { Opened } from './opened.ts';
import { REACTIONS } from './reactions.ts';
import { KINDS } from './rooms.ts';
import { demonstrationPrintout, fillDemonstration, isUnseeded, type TellingOf } from './seed/demonstration.ts';
import type { Storage } from './storage.ts';

/** `refreshLaw` lets a running server notice what an operator has loaded meanwhile. */
type OpenedPlatform = Opened & { readonly refreshLaw: LawKeeper['refresh'] };

/** Everything that answers requests stands on this: kinds, law as loaded, identity, files. Demonstration mode fills an empty database first, with what `telling` says. */
export async function openPlatform(
  config: Config,
  storage: Pick<Storage, 'database' | 'folder'>,
  now: Now,
  telling?: TellingOf,
): Promise<OpenedPlatform | Refusal> {
  const { pool } = storage.database;
  const identity = await openIdentity({ pool, mode: config.mode, dataDir: config.dataDir }, process.env, now);
  if (isRefusal(identity)) return identity;
  const blobs = folderStore(join(storage.folder.root, 'files'));
  const close = async (): Promise<void> => {
    await Promise.all([closeRenderers(), closeBinders()]);
  };
  const assemble = (on: Pool, as: Identity, law: () => LawContext): Opened => ({
    platform: {
      pool: on,
      kinds: kindsOf(KINDS),
      now,
      law,
      reactsTo: new Set(REACTIONS),
      afterAct: afterActs(as.keys),
      sealing: as.keys,
      lists: readLists,
      earlier: penaltiesOfMarks,
      closedOpenings,
      lawSources: async (client) => (await keptLaws(client)).sources,
    },
    identity: as,
    ...{ blobs, close },
  });
  if (config.mode === 'demo') {
    if (await isUnseeded(pool)) console.log('正在建立演示城市（单位、人员、账号和已办事项），约需一分钟……');
    const planted = await fillDemonstration(
      pool,
      identity,
      async (on, as) => {
        const law = await loadLawContext(on);
        return assemble(on, as, () => law);
      },
      telling,
    );
    if (planted !== null) console.log(demonstrationPrintout(planted));
  }
  if (config.mode === 'production' && (await isUnseeded(pool)))
    console.log('数据库中还没有单位和账号，无人能够登录：请先执行 faheng import organisations，再执行 faheng user init。');
  const { law, refresh } = await keepLawContext(pool);
  return { ...assemble(pool, identity, law), refreshLaw: refresh };
}
