import { organisationId } from '../app/seed/world/world.ts';
import type { Staff } from './bureau-staff.ts';
import type { ApiAnswer } from './client.ts';

/** A bureau's people by their part in a document's way, and a unit it may write to. */
export type Bureau = {
  readonly drafter: string;
  readonly secondReader: string;
  readonly reviewer: string;
  readonly signatory: string;
  readonly addressee: string;
};

/** Three bureaus of the demonstration city. */
export const BUREAUS = {
  city: { drafter: 'sf-jd1', secondReader: 'sf-jd2', reviewer: 'sf-sh', signatory: 'sf-jz', addressee: '市交通局' },
  linhe: { drafter: 'lh-sf-jd1', secondReader: 'lh-sf-jd2', reviewer: 'lh-sf-sh', signatory: 'lh-sf-jz', addressee: '临河市场监管局' },
  urad: { drafter: 'wz-sf-jd1', secondReader: 'wz-sf-jd2', reviewer: 'wz-sf-sh', signatory: 'wz-sf-jz', addressee: '乌中农牧局' },
} as const satisfies Record<string, Bureau>;

export type Acknowledged = { readonly key: string; readonly matterId: string; readonly seq: number; readonly number: string | null };

export type DocumentWriter = {
  /** The next act of this writer's document under `key`; first the one that was never acknowledged, under its own key. */
  next(base: string, key: string): Promise<void>;
  readonly acknowledged: readonly Acknowledged[];
  /** Answers that are neither a success nor a database that is gone: must be empty. */
  readonly surprises: readonly string[];
};

type Step = { readonly act: string; readonly by: keyof Omit<Bureau, 'addressee'>; readonly input: (b: Bureau, key: string) => unknown };
type Intent = { readonly key: string; readonly path: string; readonly login: string; readonly body: unknown };

/** From 拟稿 to 签发, with a number at the end and papers to render after it; then the next document. */
const STEPS: readonly Step[] = [
  { act: 'draft', by: 'drafter', input: draftOf },
  { act: 'revise', by: 'drafter', input: draftOf },
  { act: 'submit', by: 'drafter', input: () => ({}) },
  { act: 'check', by: 'secondReader', input: (_, key) => ({ opinion: key }) },
  { act: 'review', by: 'reviewer', input: (_, key) => ({ opinion: key }) },
  { act: 'sign', by: 'signatory', input: (_, key) => ({ opinion: key }) },
];

/** What a draft of this bureau says; `key` stands in its subject. */
export function draftOf(bureau: Bureau, key: string): unknown {
  return {
    type: 'opinion',
    subject: `行政处罚程序问题${key}`,
    addressee: organisationId(1508, bureau.addressee),
    background: '经查阅案卷，查明下列问题。',
    problems: [{ facts: '未告知当事人陈述、申辩权利。', norm: '处罚前应当告知。', demand: '自行撤销，告知当事人。' }],
    contact: '协调监督科 0478-0000000',
  };
}

export function documentWriter(people: Staff, bureau: Bureau): DocumentWriter {
  const acknowledged: Acknowledged[] = [];
  const surprises: string[] = [];
  let matterId: string | null = null;
  let step = 0;
  let pending: Intent | null = null;

  function intent(key: string): Intent {
    const { act, by, input } = stepAt(step);
    const path = matterId === null ? `/api/supervision-document/${act}` : `/api/supervision-document/${matterId}/${act}`;
    return { key, path, login: bureau[by], body: { input: input(bureau, key) } };
  }

  function settle({ key }: Intent, answer: ApiAnswer): void {
    matterId = String(answer.body['matterId']);
    acknowledged.push({ key, matterId, seq: Number(answer.body['seq']), number: textOrNull(answer.body['number']) });
    step = (step + 1) % STEPS.length;
    if (step === 0) matterId = null;
    pending = null;
  }

  async function send(base: string, one: Intent): Promise<void> {
    pending = one;
    const answer = await people.act(base, one.login, one.path, one.body, one.key);
    if (answer.status === 200) return settle(one, answer);
    if (answer.status !== 503) surprises.push(`${one.path} ${answer.status} ${JSON.stringify(answer.body)}`);
    throw new Error(`not acknowledged: ${answer.status}`);
  }

  async function next(base: string, key: string): Promise<void> {
    if (pending !== null) await send(base, pending);
    await send(base, intent(key));
  }
  return { next, acknowledged, surprises };
}

function stepAt(index: number): Step {
  const step = STEPS[index];
  if (step === undefined) throw new Error(`no step ${index}`);
  return step;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
