import { canonicalJson, type Json, type Participant, refold } from '#law';
import { inTransaction, ONE_MOMENT, type Queryable, rows } from '../db.ts';
import { type LawContext, loadLawContext } from '../law-context.ts';
import { partiesOf, partyFaults } from '../parties/refs.ts';
import { SYSTEM_PREAMBLE } from '../session.ts';
import { actCommit, CHAIN_START, type Committed, chainHash } from './chain.ts';
import { tableOf } from './kinds.ts';
import type { Platform } from './perform.ts';
import { asStored, type ProvedAct, readActs } from './stored-acts.ts';
import { type Beside, besideFaults, misplacedRows, readBeside } from './verify-beside.ts';

export type Fault = { readonly matterId: string; readonly seq: number | null; readonly what: string };
export type Verdict = { readonly matters: number; readonly acts: number; readonly faults: readonly Fault[] };

type ChainedMatter = { readonly id: string; readonly seq: number; readonly head: Buffer };

type StoredMatter = {
  id: string;
  city: number;
  cohort: number;
  kind: string;
  seq: number;
  head: Buffer;
  status: string;
  state: Json;
  own_number: string | null;
  label: number;
  home_id: string;
  participants: readonly Participant[];
  profile_id: string;
  profile_version: number;
};

/**
 * Folds every matter again from its acts, checks every link of every chain and every commit, and compares with the
 * rows that the pages read. Reads in pages by id, so that it can run beside the work and be resumed.
 */
export async function verify(
  platform: Pick<Platform, 'pool' | 'kinds' | 'sealing'>,
  options: { after?: string; onPage?: (seen: number, last: string) => void } = {},
): Promise<Verdict> {
  let matters = 0;
  let acts = 0;
  const faults: Fault[] = [];
  const law = await loadLawContext(platform.pool);
  let after = options.after ?? '00000000-0000-0000-0000-000000000000';
  for (;;) {
    // An act recorded between the two reads would look like a broken chain.
    const page = await inTransaction(platform.pool, ONE_MOMENT + SYSTEM_PREAMBLE, async (client) => {
      const list = await rows<StoredMatter>(
        client,
        'select id, city, cohort, kind, seq, head, status, state, own_number, label, home_id, participants, profile_id, profile_version from matter where id > $1 order by id limit 200',
        [after],
      );
      const ids = list.map((m) => m.id);
      const beside = await readBeside(client, ids);
      for (const { id, what } of await misplacedRows(client, ids))
        faults.push({ matterId: id, seq: null, what: `${MISPLACED[what] ?? what}${OUT_OF_PLACE}` });
      for (const matter of list) {
        const own = await readActs(client, matter.id, matter.cohort);
        acts += own.length;
        faults.push(...checkChain(matter, own), ...(await checkFold(client, platform, matter, own, beside, law)));
      }
      return list;
    });
    matters += page.length;
    const last = page.at(-1);
    if (last === undefined) return { matters, acts, faults };
    after = last.id;
    options.onPage?.(matters, after);
  }
}

const OUT_OF_PLACE = '与事项的归属、密级或者参与单位不符，可能改变了可见范围';
const MISPLACED: Readonly<Record<string, string>> = {
  matter: '事项所在位置',
  task: '待办',
  clock: '期限',
  document: '文书',
  participant: '参与单位记录',
  parties: '参与单位记录',
  finding: '预警',
};

/** Every link and commitment of one matter's acts, and its head. */
export function checkChain(matter: ChainedMatter, acts: readonly ProvedAct[]): Fault[] {
  const faults: Fault[] = [];
  const say = (seq: number | null, what: string): void => void faults.push({ matterId: matter.id, seq, what });
  let prev: Buffer = CHAIN_START;
  acts.forEach((act, i) => {
    if (act.seq !== i + 1) say(act.seq, '序号不连续：有办理记录缺失或被插入');
    if (!act.prev.equals(prev)) say(act.seq, '与前一办理记录的链接不符');
    // Nothing erases lawfully yet: content that is gone has been taken out past the platform.
    if (act.salt === null || act.payload === null) say(act.seq, '内容缺失，没有抹除记录');
    else if (!actCommit(act.frame, act.salt, committed(act)).equals(act.commit)) say(act.seq, '内容与承诺值不符');
    const frame = {
      id: act.id,
      matterId: matter.id,
      seq: act.seq,
      type: act.type,
      version: act.version,
      mode: act.mode,
      legalDate: act.legal_date,
      legalTime: act.legal_time,
      recordedAt: act.recorded_at,
      postId: act.post_id,
      accountId: act.account_id,
      organisationId: act.organisation_id,
      causeId: act.cause_id,
      factsUsed: act.facts_used,
    };
    if (!chainHash(act.frame, prev, frame, act.commit).equals(act.hash)) say(act.seq, '办理记录与其摘要不符');
    prev = act.hash;
  });
  if (!matter.head.equals(prev) || matter.seq !== acts.length) say(null, '事项的链头与办理记录不符');
  return faults;
}

function committed({ payload, actor, source }: ProvedAct): Committed {
  return { payload: payload as unknown as Json, actor: actor as unknown as Json, source };
}

async function checkFold(
  client: Queryable,
  platform: Pick<Platform, 'kinds' | 'sealing'>,
  matter: StoredMatter,
  acts: readonly ProvedAct[],
  beside: Beside,
  law: LawContext,
): Promise<Fault[]> {
  const fault = (what: string): Fault[] => [{ matterId: matter.id, seq: null, what }];
  const kind = platform.kinds.get(matter.kind);
  if (kind === undefined) return fault(`不认识的事项类型 ${matter.kind}`);
  const stored = acts.map(asStored);
  if (stored.some((a) => a === null)) return [];
  const whole = stored.filter((a) => a !== null);
  const state = refold(kind, whole);
  if (state === null) return fault('没有立项的办理记录');
  if (canonicalJson(state as unknown as Json) !== canonicalJson(matter.state) || state.status !== matter.status)
    return fault('按办理记录重新推演的状态与存储的不符');
  if (matter.label !== kind.label(state) || matter.home_id !== kind.homeId(state) || !isSameParties(matter, kind.participants(state)))
    return fault('密级、归属单位或者参与单位与办理记录不符，可能改变了可见范围');
  if (matter.own_number !== (kind.ownNumber?.(state) ?? null)) return fault('事项的文号与办理记录不符');
  const [columns] = await rows<{ row: Record<string, Json> }>(
    client,
    `select to_jsonb(t) as row from ${tableOf(kind)} t where matter_id = $1`,
    [matter.id],
  );
  const differing = Object.entries(kind.columns(state)).filter(
    ([name, value]) => canonicalJson((columns?.row[name] ?? null) as Json) !== canonicalJson(value as Json),
  );
  if (differing.length > 0) return fault(`列表数据与状态不符：${differing.map(([name]) => name).join('、')}`);
  const parties = await partyFaults(client, platform.sealing, matter.id, partiesOf(kind, whole));
  return [...besideFaults(kind, state, matter, beside, law), ...parties].flatMap(fault);
}

function isSameParties(matter: StoredMatter, folded: readonly Participant[]): boolean {
  const keys = (parties: readonly Participant[]): string =>
    [...new Set(parties.map((p) => `${p.as}/${p.organisationId}`))].sort().join(' ');
  return keys(matter.participants) === keys(folded);
}
