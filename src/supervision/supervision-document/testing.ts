import { BAYANNUR_2026, type BaseState, type Json, type MatterFact } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { type Rehearsal, rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, certificate, idOf, NATIONAL_DAY, register } from '#testing/rehearsal-city';
import { SUPERVISION_DOCUMENT } from './kind.ts';

export const KIND = anyKind(SUPERVISION_DOCUMENT);

export const CITY_BUREAU = {
  supervisorA: actor('市司法局', 'supervisor', '监督员甲'),
  supervisorB: actor('市司法局', 'supervisor', '监督员乙'),
  supervisorC: actor('市司法局', 'supervisor', '监督员丙'),
  checker: actor('市司法局', 'checker', '审核员'),
  deputy: actor('市司法局', 'deputy-head', '分管副局长'),
  head: actor('市司法局', 'head', '局长'),
  sealKeeper: actor('市司法局', 'seal-keeper', '文印员'),
};
export const UNIT = {
  receiver: actor('区市场监管局', 'receiver', '收文员'),
  handler: actor('区市场监管局', 'handler', '承办人'),
  legalOffice: actor('区市场监管局', 'legal-office', '法制员'),
  deputy: actor('区市场监管局', 'deputy-head', '副局长'),
  head: actor('区市场监管局', 'head', '局长'),
};

const ISSUED = { type: 'opinion', about: [idOf('区市场监管局')], isIssued: true } as const;
const another = (name: string, more: Partial<MatterFact> = {}): [string, MatterFact] => [
  idOf(name),
  { id: idOf(name), kind: 'supervision-document', status: 'receiving', homeId: idOf('市司法局'), followsThis: true, ...ISSUED, ...more },
];
const OTHER_DOCUMENTS: ReadonlyMap<string, MatterFact> = new Map([
  another('新文书'),
  another('更正'),
  another('无关文书', { followsThis: false }),
  another('另一机关的文书', { homeId: idOf('旗司法局') }),
  another('尚未送达的新文书', { status: 'serving' }),
  another('已撤回的新文书', { status: 'withdrawn' }),
]);

/** Supervisors A and B of the city bureau hold valid certificates; C's has been suspended. */
export const STAGE: Stage = {
  facts: {
    ...register([
      certificate('市司法局监督员甲', '市司法局'),
      certificate('市司法局监督员乙', '市司法局'),
      certificate('市司法局监督员丙', '市司法局', { status: 'suspended' }),
      certificate('旗司法局借调监督员', '旗司法局'),
    ]),
    matters: OTHER_DOCUMENTS,
  },
  profile: BAYANNUR_2026,
  calendar: testCalendar(NATIONAL_DAY, ['2026-09-27', '2026-10-10']),
};

type Input = Readonly<Record<string, Json>>;

export const idsOf = (...names: readonly string[]): readonly string[] => names.map(idOf);

export const PROBLEMS = [
  { subject: '临市监处罚〔2026〕8号', facts: '未告知当事人陈述、申辩权利。', norm: '处罚前应当告知。', demand: '自行撤销，告知当事人。' },
  { subject: null, facts: '处罚决定公示超期。', norm: '应当及时公示。', demand: '补正公示。' },
];

/** What a draft says: an 意见书 of the city bureau to a department of the district, two problems. */
export function aDraft(more: Input = {}): Input {
  return {
    type: 'opinion',
    subject: '行政处罚程序问题',
    addressee: idOf('区市场监管局'),
    reportTo: idOf('区司法局'),
    background: '经查阅案卷，查明下列问题。',
    problems: PROBLEMS,
    contact: '协调监督科 0478-0000000',
    ...more,
  };
}

export function drafted(more: Input = {}, day = '2026-08-31', stage = STAGE): Rehearsal {
  return rehearse(KIND, stage, day).does(CITY_BUREAU.supervisorA, 'draft', aDraft(more));
}

export function signing(more: Input = {}, day = '2026-08-31', stage = STAGE): Rehearsal {
  return drafted(more, day, stage)
    .does(CITY_BUREAU.supervisorA, 'submit')
    .does(CITY_BUREAU.supervisorB, 'check')
    .does(CITY_BUREAU.checker, 'review');
}

export function signed(more: Input = {}, day = '2026-08-31', stage = STAGE): Rehearsal {
  return signing(more, day, stage).does(CITY_BUREAU.head, 'sign');
}

const rendering = { pdf: 'a'.repeat(64), docx: 'b'.repeat(64) };

/** What the platform records once it has rendered, and later sealed, the documents issued so far. */
export function rendered(r: Rehearsal, sealed: boolean): Rehearsal {
  const ids = ['DOC-8', 'DOC-9', 'DOC-10', 'DOC-37'].flatMap((kind) => r.acts.map((_, i) => `${kind}/${i + 1}`));
  const all = Object.fromEntries(ids.map((id) => [id, { ...rendering, sealed: sealed ? 'c'.repeat(64) : null }]));
  return r.withState((state: BaseState) => ({ ...state, renderings: all }));
}

export function served(more: Input = {}, day = '2026-08-31', stage = STAGE): Rehearsal {
  const sealed = rendered(signed(more, day, stage), false).does(CITY_BUREAU.sealKeeper, 'seal');
  return rendered(sealed, true).does(CITY_BUREAU.supervisorA, 'serve');
}

/** Received on a day; the next thirty days are the unit's. */
export function received(day = '2026-09-01', more: Input = {}, stage = STAGE): Rehearsal {
  return served(more, '2026-05-20', stage).on(day).does(UNIT.receiver, 'receive');
}

export const DONE: Input = { result: 'done', way: 'correct', on: '2026-08-31', proof: [idOf('证明')] };
export const PARTIAL: Input = { result: 'partial', reason: '当事人尚未领取退款' };

export function handling(r: Rehearsal): Rehearsal {
  return r.does(UNIT.receiver, 'propose', { proposal: '请承办。' }).does(UNIT.head, 'assign', { order: '依法处理。' });
}

/** From 承办中 through the unit's own steps to the report, with these results. */
export function reported(
  r: Rehearsal,
  results: readonly Input[] = [
    { no: 1, ...DONE },
    { no: 2, ...DONE },
  ],
  unit = UNIT,
): Rehearsal {
  return r
    .does(unit.handler, 'handle', { results })
    .does(unit.handler, 'submit-report', { summary: '已逐项处理。' })
    .does(unit.legalOffice, 'legal-check', { opinion: '同意。' })
    .does(unit.head, 'report');
}

export const PASSED: Input = {
  results: [
    { no: 1, outcome: 'passed' },
    { no: 2, outcome: 'passed' },
  ],
  onSite: false,
};
export const FAILED: Input = {
  results: [
    { no: 1, outcome: 'passed' },
    { no: 2, outcome: 'failed', opinion: '公示仍缺两件。' },
  ],
  onSite: false,
};

/** Overdue since 2026-10-09: received on 1 September, day 30 is a holiday, the last day 8 October. */
export function lapsed(more: Input = {}): Rehearsal {
  return handling(received('2026-09-01', more)).on('2026-10-09');
}
