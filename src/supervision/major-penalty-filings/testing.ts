import { BAYANNUR_2026, type BaseState, type Json } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { type Rehearsal, rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, certificate, idOf, NATIONAL_DAY, register } from '#testing/rehearsal-city';
import { MAJOR_PENALTY_FILING } from './kind.ts';

type Input = Readonly<Record<string, Json>>;

export const KIND = anyKind(MAJOR_PENALTY_FILING);
export const STAGE: Stage = {
  facts: register([certificate('区司法局监督员', '区司法局')]),
  profile: BAYANNUR_2026,
  calendar: testCalendar(NATIONAL_DAY),
};
export const PLATFORM = { postId: null, accountId: null, officerId: null, name: '平台', role: 'system', organisationId: null } as const;
export const ORGAN = {
  handler: actor('区市场监管局', 'handler', '承办人'),
  office: actor('区市场监管局', 'legal-office', '法制员'),
  head: actor('区市场监管局', 'head', '局长'),
};
export const BUREAU = {
  supervisor: actor('区司法局', 'supervisor', '监督员'),
  checker: actor('区司法局', 'checker', '审核员'),
  deputy: actor('区司法局', 'deputy-head', '副局长'),
  head: actor('区司法局', 'head', '局长'),
  sealer: actor('区司法局', 'seal-keeper', '文印员'),
};

/** A Wednesday, so that fifteen days later is no rest day. */
export const DECIDED = '2026-06-10';

export function duty(more: Input = {}): Input {
  return {
    ...{ bureau: idOf('区司法局'), reviewer: idOf('区司法局'), upper: idOf('市市场监管局') },
    ...{ number: '临市监罚〔2026〕8号', party: '某商贸有限公司（演示）', penalty: '罚款', fineFen: 5_000_000, confiscatedFen: null },
    ...{ decidedOn: DECIDED, reasons: [{ words: '罚款50,000元' }], statedOn: null },
    ...more,
  };
}

export const opened = (more: Input = {}, stage = STAGE): Rehearsal =>
  rehearse(KIND, stage, DECIDED).does(PLATFORM, 'open', { decision: idOf('penalty-record/0'), organ: idOf('区市场监管局'), ...duty(more) });

export const PACKAGE: Input = {
  facts: '销售不符合标准的产品。依据《产品质量法》第四十九条处罚。',
  process: '立案、调查、告知后作出决定，经法制审核和集体讨论。',
  decisionPaper: [idOf('决定书')],
  legalReview: [idOf('法制审核意见')],
  evidence: [idOf('证据一'), idOf('证据二')],
  contact: '法规科 0478-0000000',
};
export const filed = (at: Rehearsal = opened()): Rehearsal =>
  at.does(ORGAN.handler, 'prepare', PACKAGE).does(ORGAN.head, 'file', { opinion: null });
export const examining = (at: Rehearsal = filed()): Rehearsal => at.does(BUREAU.supervisor, 'receive', {});

export const SOUND: Input = { organ: 'sound', evidence: 'sound', basis: 'sound', procedure: 'sound' };
export const OPINION: Input = {
  result: 'advise',
  problems: [{ head: 'procedure', facts: '没有告知听证权利。', basis: '《中华人民共和国行政处罚法》第六十三条' }],
  requirement: '依法纠正，并书面报告。',
  answerBy: null,
  handlers: [BUREAU.supervisor.officerId ?? ''],
  contact: '协调监督股 0478-0000000',
};

/** Papers as the platform renders and, when asked, seals them. */
export function rendered(r: Rehearsal, sealed: boolean): Rehearsal {
  const ids = ['DOC-28', 'DOC-28-收讫', 'DOC-28-补正', 'DOC-28-审查意见书'].flatMap((kind) => r.acts.map((_, i) => `${kind}/${i + 1}`));
  const rendering = { pdf: 'a'.repeat(64), docx: 'b'.repeat(64), sealed: sealed ? 'c'.repeat(64) : null };
  return r.withState((state: BaseState) => ({ ...state, renderings: Object.fromEntries(ids.map((id) => [id, rendering])) }));
}

export const signed = (more: Input = {}): Rehearsal =>
  examining()
    .does(BUREAU.supervisor, 'draft-opinion', { ...OPINION, ...more })
    .does(BUREAU.supervisor, 'submit')
    .does(BUREAU.checker, 'review')
    .does(BUREAU.deputy, 'sign');
export const served = (more: Input = {}): Rehearsal =>
  rendered(rendered(signed(more), false).does(BUREAU.sealer, 'seal'), true).does(BUREAU.supervisor, 'serve');
