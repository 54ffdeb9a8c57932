import type { ActingPost, Json, TaskNeed } from '#law';
import { addDays, rowOf } from '#law';
import { type Rehearsal, rehearse } from '#testing/rehearsal';
import { actor, idOf } from '#testing/rehearsal-city';
import { aDraft, CITY_BUREAU, DONE, FAILED, KIND, PARTIAL, PASSED, rendered, STAGE, UNIT } from './testing.ts';

type Input = Readonly<Record<string, Json>>;

const others = {
  mayor: actor('市政府', 'government-leader', '副市长'),
  taxReceiver: actor('市税务局', 'receiver', '收文员'),
  legal: actor('市交通局', 'legal-office', '法制员'),
  transportDeputy: actor('市交通局', 'deputy-head', '副局长'),
  transportHead: actor('市交通局', 'head', '局长'),
  teamReceiver: actor('交通支队', 'receiver', '收文员'),
  teamHandler: actor('交通支队', 'handler', '承办人'),
  teamHead: actor('交通支队', 'head', '支队长'),
};
export const CAST: readonly ActingPost[] = [...Object.values(CITY_BUREAU), ...Object.values(UNIT), ...Object.values(others)];

const reason = { reason: '理由' };
const both = (first: Input, second: Input): Input => ({
  results: [
    { no: 1, ...first },
    { no: 2, ...second },
  ],
});

/** Inputs worth trying for each act; an act not listed asks for nothing. */
export const INPUTS: Readonly<Record<string, readonly Input[]>> = {
  'return-draft': [reason],
  withdraw: [reason],
  'seal-by-hand': [{ scan: [idOf('扫描件')] }],
  'serve-on-paper': [{ mode: 'mail', receiver: '收发室', slip: [idOf('回证')] }],
  propose: [{ proposal: '请办' }],
  assign: [{ order: '办' }],
  handle: [both(DONE, DONE), both(DONE, PARTIAL)],
  'submit-report': [{ summary: '综述' }],
  'legal-check': [{ opinion: '同意' }],
  'return-handling': [reason],
  verify: [PASSED, FAILED],
  'return-report': [reason],
  'declare-unhandled': [reason],
  'late-report': [
    { ...both(DONE, DONE), summary: '补报' },
    { ...both(DONE, PARTIAL), summary: '补报' },
  ],
  'close-late': [reason],
  'request-government': [{ government: idOf('市政府'), measure: 'revoke', words: '请示' }],
  'government-decision': [
    { outcome: 'approved', papers: [idOf('批复')] },
    { outcome: 'refused', papers: [idOf('批复')] },
  ],
  'take-measures': [
    { measure: 'correct', ground: 'not-handled', content: '改正' },
    { measure: 'revoke', ground: 'facts', content: '撤销' },
  ],
  'report-performance': [{ summary: '已履行' }],
  conclude: [{ conclusion: 'performed', reason: '已履行' }],
  refer: [reason],
  'conclude-referral': [{ outcome: '已处理' }],
  object: [{ grounds: '异议' }],
  'decide-objection': [{ result: 'upheld', reason: '维持' }],
  replace: [{ by: idOf('新文书'), effect: 'replaces', reason: '变更' }],
  answer: [{ words: '复函' }],
  'close-letter': [reason],
};

/** A date of its own for a returned report depends on the day: inputs that do are made for the day. */
function inputsFor(r: Rehearsal, act: string): readonly Input[] {
  if (act === 'return-report') return [reason, { ...reason, until: addDays(r.today, 10) }];
  return INPUTS[act] ?? [{}];
}

export type Step = { readonly name: string; readonly to: Rehearsal };

/** Everything that any person of the cast may lawfully do now. */
export function stepsFrom(r: Rehearsal, cast: readonly ActingPost[] = CAST): readonly Step[] {
  return Object.keys(KIND.lifecycle).flatMap((act) => {
    const row = rowOf(KIND, act);
    if (row === null || row.from === 'start' || !row.from.includes(r.state.status) || act === 'revise') return [];
    return inputsFor(r, act).flatMap((input) => {
      const by = cast.find((person) => r.tries(person, act, input) === null);
      return by === undefined ? [] : [{ name: act, to: rendered(r.does(by, act, input), true) }];
    });
  });
}

/** Whether someone to whom the task belongs may do it now. */
export function canBeDone(r: Rehearsal, task: TaskNeed): boolean {
  return CAST.some(
    (person) =>
      person.organisationId === task.organisationId &&
      person.role !== 'system' &&
      task.roles.includes(person.role) &&
      inputsFor(r, task.act).some((input) => r.tries(person, task.act, input) === null),
  );
}

const LETTER = { type: 'inquiry', addressee: idOf('市税务局'), reportTo: null, basisLevel: 'law', basis: '《××法》第一条' };

/** The three ways in: a bureau's document, a legal office's, a letter to a vertical unit. */
export const OPENINGS: Readonly<Record<string, Rehearsal>> = {
  司法行政部门制发意见书: rehearse(KIND, STAGE, '2026-08-31').does(CITY_BUREAU.supervisorA, 'draft', aDraft()),
  部门法制机构制发意见书: rehearse(KIND, STAGE, '2026-08-31').does(
    others.legal,
    'draft',
    aDraft({ addressee: idOf('交通支队'), reportTo: idOf('市司法局') }),
  ),
  对垂直领导单位的情况核实函: rehearse(KIND, STAGE, '2026-08-31').does(CITY_BUREAU.supervisorA, 'draft', aDraft(LETTER)),
};
