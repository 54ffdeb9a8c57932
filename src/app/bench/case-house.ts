import { randomUUID } from 'node:crypto';
import { isRefusal, type Json } from '#law';
import { kindsOf } from '#platform/acts/kinds';
import { type Platform, perform } from '#platform/acts/perform';
import { type Pool, rows } from '#platform/db';
import type { Identity } from '#platform/identity/identity';
import { openIdentity } from '#platform/identity/open-identity';
import { loadLawContext } from '#platform/law-context';
import type { Session } from '#platform/session';
import { afterActs } from '../after-act.ts';
import { readLists } from '../list-facts.ts';
import { REACTIONS } from '../reactions.ts';
import { KINDS } from '../rooms.ts';
import { cookieOf, everyPost, type Poster } from './people.ts';

type Input = Readonly<Record<string, Json>>;

/** One department of the running city that handles cases: its people, and the platform as its server has it. */
export type CaseHouse = {
  readonly platform: Platform;
  readonly identity: Identity;
  readonly handler: Session;
  /** Two with a card. */
  readonly officers: readonly string[];
  readonly act: (by: Session, name: string, matterId: string | null, input?: Input) => Promise<string>;
  readonly leader: Session;
  /** A file of the handler's that no act has attached yet. */
  readonly upload: () => Promise<string>;
  readonly cookie: string;
};

/** `unit`: the first part of its logins. */
export async function caseHouse(pool: Pool, { dataDir, base }: { readonly dataDir: string; readonly base: string }, unit: string) {
  const identity = await openIdentity({ pool, mode: 'demo', dataDir }, process.env, Date.now);
  if (isRefusal(identity)) throw new Error(identity.reason);
  const law = await loadLawContext(pool);
  const platform: Platform = {
    ...{ pool, kinds: kindsOf(KINDS), now: Date.now, law: () => law, reactsTo: new Set(REACTIONS) },
    ...{ afterAct: afterActs(identity.keys), sealing: identity.keys, lists: readLists },
  };
  const posts = await everyPost(pool);
  const seat = (login: string): Session => sessionOf(posts, `${unit}-${login}`);
  const [handler, second, leader] = [seat('cb1'), seat('cb2'), seat('fg')];
  const cookie = await cookieOf(identity, handler);
  const officers = [handler.officerId, second.officerId].filter((id) => id !== null);
  const house: CaseHouse = {
    ...{ platform, identity, handler, leader, officers, cookie },
    upload: () => uploaded(base, cookie),
    act: async (by, name, matterId, input = {}) => {
      const request = { by, kind: 'ordinary-penalty', act: name, matterId, input, idempotencyKey: randomUUID() };
      const answer = await perform(platform, request);
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
      return answer.done.matterId;
    },
  };
  return house;
}

function sessionOf(posts: readonly Poster[], login: string): Session {
  const found = posts.find((post) => post.login === login);
  if (found === undefined) throw new Error(`nobody signs in as ${login}`);
  return found.session;
}

async function uploaded(base: string, cookie: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([`%PDF-1.4 ${randomUUID()}`]), '笔录.pdf');
  const headers = { cookie, origin: base, 'x-faheng': '1' };
  const answer = await fetch(`${base}/api/files`, { method: 'POST', headers, body: form });
  if (!answer.ok) throw new Error(`upload: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

const FIRM: Input = {
  ...{ kind: 'legal-person', name: '演示河套商贸有限公司（演示）', uscc: '91150802MA0000001B', legalRepresentative: '演示乙' },
  ...{ idKind: null, idNumber: null, sex: null, birth: null, phone: null, address: '演示路3号', scale: 'small', guardian: null },
  isIncapable: false,
};

/** From the clue to the filing: three acts. */
export async function filedCase({ act, handler, leader, officers, platform }: CaseHouse, cause: string): Promise<string> {
  const [day] = await rows<{ on: string }>(platform.pool, `select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as on`);
  const on = day?.on ?? '';
  const id = await act(handler, 'open', null, {
    ...{ source: 'inspection', party: FIRM, cause, narrative: '检查发现部分商品没有标价。', place: '演示路' },
    ...{ actStartedOn: on, actEndedOn: on, discoveredOn: on, harm: false, isEnterprise: true },
  });
  const basis = '《中华人民共和国价格法》第四十二条';
  await act(handler, 'propose-filing', id, {
    ...{ handlers: officers, basis, itemCode: 'SJ-CF-001', region: handler.organisationId, opinion: '涉嫌违法，建议立案。' },
  });
  await act(leader, 'file', id, { opinion: '同意立案。' });
  return id;
}

/** One more piece of evidence with its papers. */
export function evidence({ officers }: CaseHouse, papers: readonly string[]): Input {
  return {
    ...{ kind: 'documentary', name: '价格台账', source: '当事人提供', place: '经营场所', how: 'obtained', form: 'original' },
    ...{ officers, papers },
  };
}
