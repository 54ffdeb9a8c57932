import { BAYANNUR_2026, type Json, type MatterFact } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { type Rehearsal, rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, certificate, idOf, NATIONAL_DAY, register } from '#testing/rehearsal-city';
import { CASE_SUPERVISION } from './kind.ts';

export const KIND = anyKind(CASE_SUPERVISION);
type Input = Readonly<Record<string, Json>>;

export const BUREAU = {
  supervisorA: actor('区司法局', 'supervisor', '监督员甲'),
  supervisorB: actor('区司法局', 'supervisor', '监督员乙'),
  uncertified: actor('区司法局', 'supervisor', '新任监督员'),
  deputy: actor('区司法局', 'deputy-head', '分管副局长'),
  head: actor('区司法局', 'head', '局长'),
};
export const OFFICE = actor('狼山司法所', 'justice-office', '所长');
export const CITY_SUPERVISOR = actor('市司法局', 'supervisor', '监督员');

export const A = idOf('区司法局监督员甲');
export const B = idOf('区司法局监督员乙');
export const NEW = idOf('区司法局新任监督员');
export const BORROWED = idOf('旗司法局借调监督员');
export const EXPIRED = idOf('区司法局证件过期者');

export const DOCUMENT = idOf('监督文书一');
export const NOTICE = idOf('监督通知书一');
export const REFERRAL = idOf('移送');

type Named = ReadonlyMap<string, MatterFact>;

/** What is known of other matters: a document of the district bureau to the unit, unless said otherwise. */
export function others(...named: readonly (readonly [id: string, Partial<MatterFact>])[]): Named {
  return new Map(
    named.map(([id, more]) => [
      id,
      {
        ...{ id, kind: 'supervision-document', status: 'closed', homeId: idOf('区司法局'), followsThis: false },
        ...{ type: 'opinion', about: [idOf('区市场监管局')], isIssued: true },
        ...more,
      },
    ]),
  );
}

export const STAGE: Stage = {
  facts: {
    ...register([
      certificate('区司法局监督员甲', '区司法局'),
      certificate('区司法局监督员乙', '区司法局'),
      certificate('区司法局分管副局长', '区司法局'),
      certificate('旗司法局借调监督员', '旗司法局'),
      certificate('区司法局证件过期者', '区司法局', { status: 'cancelled' }),
    ]),
    matters: others([DOCUMENT, {}], [NOTICE, { type: 'notice' }], [REFERRAL, { kind: 'referral', type: null, about: [] }]),
  },
  profile: BAYANNUR_2026,
  calendar: testCalendar(NATIONAL_DAY),
};

export function aClue(more: Input = {}): Input {
  return {
    source: 'finding',
    subject: '行政处罚未告知权利',
    unit: idOf('区市场监管局'),
    head: '8(7)',
    facts: '平台预警：处罚决定未见告知记录。',
    findings: [{ finding: 'F-1' }, { finding: 'F-2' }],
    ...more,
  };
}

export function clue(more: Input = {}, day = '2026-06-01', stage = STAGE): Rehearsal {
  return rehearse(KIND, stage, day).does(BUREAU.supervisorA, 'open', aClue(more));
}

export function proposed(more: Input = {}): Rehearsal {
  return clue(more).does(BUREAU.supervisorA, 'propose-filing', { opinion: '线索明确。' });
}

/** Filed on 2026-06-01, in inquiry, handled by A and B. */
export function filed(more: Input = {}): Rehearsal {
  return proposed(more).does(BUREAU.deputy, 'file', { handlers: [A, B] });
}

export const QUESTION: Input = {
  person: '张某（演示）',
  as: 'officer',
  place: '办公室',
  shown: true,
  told: true,
  record: '问：…答：…',
  officers: [A, B],
};
export const ON_SITE: Input = {
  place: '执法大厅',
  time: '09:00至10:00',
  shown: true,
  present: '负责人',
  found: '未见告知记录。',
  officers: [A, B],
};
export const PROBLEM: Input = { head: '8(7)', facts: '未告知陈述、申辩权利。', norm: '处罚前应当告知。', evidence: '1、2' };

/** Evidence 1: a record of questioning; evidence 2: the unit's statement. */
export function inquired(more: Input = {}): Rehearsal {
  return filed(more)
    .does(BUREAU.supervisorA, 'question', QUESTION)
    .does(BUREAU.supervisorA, 'ask-statement', { matters: '说明告知情况', due: '2026-06-10' })
    .does(BUREAU.supervisorA, 'record-statement', { received: true, words: '无异议' });
}

export function established(problems: readonly Input[] = [PROBLEM, { ...PROBLEM, evidence: '1' }]): Rehearsal {
  return inquired().does(BUREAU.supervisorA, 'establish', { problems, reasons: '证据充分。' });
}
