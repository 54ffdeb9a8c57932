import { type ActingPost, addDays, type Json } from '#law';
import type { Playground } from '#testing/explore';
import { type Rehearsal, rehearse } from '#testing/rehearsal';
import { actor, idOf } from '#testing/rehearsal-city';
import type { SupervisionDocument } from './model.ts';
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
  'paper-report': [
    {
      results: [
        { no: 1, ...DONE },
        { no: 2, ...DONE },
      ],
      summary: '纸质报告',
      scan: [idOf('扫描件')],
    },
  ],
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
  'withdraw-decision': [reason],
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

/** The document's lifecycle as a place to search: a returned report may need a date, which depends on the day. */
export const PLAYGROUND: Playground = {
  kind: KIND,
  cast: CAST,
  inputs: (act, at) => {
    if (act === 'revise') return [];
    return act === 'return-report' ? [reason, { ...reason, until: addDays(at.today, 10) }] : (INPUTS[act] ?? [{}]);
  },
  situation: (at) => {
    const s = at.state as SupervisionDocument;
    const problems = s.draft.problems.map((p) => [p.handling?.result ?? '-', p.check?.passed ?? '-', p.clearedOn !== null]);
    const { measures, governmentRequest, decision, returned, lapsedOn } = s;
    const after = [
      returned?.until ?? returned,
      lapsedOn !== null,
      measures?.measure,
      governmentRequest?.decision?.approved,
      decision !== null,
    ];
    return JSON.stringify([s.status, problems, after, s.issuedBy, at.today > '2026-10-08']);
  },
  settled: (at) => rendered(at, true),
  days: 45,
  until: '2026-12-31',
};

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
