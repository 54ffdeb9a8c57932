import { describe, expect, it } from 'vitest';
import { addDays } from '#law';
import { deadEnds, explore, missingArticles, type Playground, taskFault } from '#testing/explore';
import { rehearse } from '#testing/rehearsal';
import { idOf } from '#testing/rehearsal-city';
import { type NormativeFiling, STATUS_LABELS } from './model.ts';
import {
  ACCEPTED,
  AMENDED,
  aPackage,
  BUREAU,
  CONTACT,
  demanded,
  GOVERNMENT,
  type Input,
  KIND,
  MAKER,
  OBJECTIONABLE,
  rendered,
  STAGE,
  SYSTEM,
} from './testing.ts';

const SHORT = aPackage({ lastDay: '2026-07-15' });
const INPUTS: Readonly<Record<string, readonly Input[]>> = {
  ...{ withdraw: [{ reason: '…' }], decline: [{ exclusion: 'plan', reason: '…' }], register: [CONTACT], sign: [CONTACT] },
  supplement: [{ legality: [idOf('意见')] }],
  'note-opinion': [],
  ...{ explain: [{ words: '…' }], conclude: [ACCEPTED, OBJECTIONABLE], 'return-conclusion': [{ reason: '…' }] },
  'seal-by-hand': [{ scan: [idOf('扫描')] }],
  'serve-on-paper': [{ mode: 'mail', receiver: '收发室', slip: [idOf('回执')] }],
  object: [{ words: '…' }],
  'answer-objection': [
    { decision: 'uphold', words: '…' },
    { decision: 'lift', words: '…' },
  ],
  ...{ 'accept-correction': [{ words: '…' }], escalate: [{ words: '…' }], 'publish-catalogue': [{ place: '…', ...CONTACT }] },
  ...{ 'demand-again': [], 'prepare-demanded': [SHORT], excuse: [{ reason: '…' }], demand: [] },
  reopen: [{ words: '…' }],
  ...{ revise: [SHORT], overdue: [], lapse: [], enter: [] },
};
const REPEALED: Input = { ...AMENDED, way: 'repealed', title: null, number: null, publishedOn: null, effectiveOn: null, lastDay: null };

const ENTERED: Input = {
  ...{ maker: idOf('市交通局'), title: '旧办法', number: '巴交发〔2024〕3号', publishedOn: '2024-05-06', effectiveOn: '2024-06-01' },
  ...{ lastDay: '2026-07-15', level: 'department', isTrial: true, filingNumber: '巴政备〔2024〕9号', filedWith: '市政府', text: null },
};

const playground: Playground = {
  kind: KIND,
  cast: [...Object.values(MAKER), ...Object.values(BUREAU), GOVERNMENT, SYSTEM],
  inputs: (act, at) => {
    const by = addDays(at.today, 10);
    const ended = { number: '…', words: '…', papers: [idOf('决定')] };
    switch (act) {
      case 'submit':
        return [CONTACT, { ...CONTACT, lateReason: '…' }];
      case 'ask-supplement':
        return [{ items: [{ piece: 'legality', words: '…' }], by, ...CONTACT }];
      case 'reject-correction':
        return [{ words: '…', by }];
      case 'correct':
        return [
          { ...AMENDED, publishedOn: at.today, effectiveOn: at.today, lastDay: '2027-06-30' },
          { ...REPEALED, endedOn: at.today },
        ];
      case 'decide':
        return ['revoke', 'correct', 'keep'].map((decision) => ({
          decision,
          number: '…',
          words: '…',
          by: decision === 'correct' ? by : null,
        }));
      case 'renew':
        return [{ ...ended, lastDay: addDays((at.state as NormativeFiling).document.lastDay ?? at.today, 36_500) }];
      case 'note-suggestion':
        return (at.state as NormativeFiling).suggestions.length === 0 ? [{ by: 'citizen', words: '…' }] : [];
      case 'post-suggestion':
        return [];
      case 'check-suggestion':
        return [
          { no: 1, intake: 'accept', words: '…' },
          { no: 1, intake: 'decline', words: '…' },
        ];
      case 'answer-suggestion':
        return [{ no: 1, answer: 'lawful', words: '…' }];
      case 'repeal':
        return [{ ...ended, endedOn: at.today }];
      default:
        return INPUTS[act] ?? [{}];
    }
  },
  situation: (at) => {
    const s = at.state as NormativeFiling;
    const years = (s.document.lastDay ?? '').slice(0, 4);
    const { conclusion, correction, catalogue, catalogued } = s;
    const suggested = s.status === 'filed' ? s.suggestions.map((one) => [one.isTakenUp, one.answeredOn !== null]) : [];
    const told = [suggested, conclusion?.outcome, correction?.way, catalogue.length > 0, catalogued !== null];
    const revised = at.acts.at(-1) === 'revise';
    return JSON.stringify([s.status, s.isObjected, revised, years > '2100' ? 'far' : years, ...told]);
  },
  settled: rendered,
  days: 40,
  until: '2027-09-01',
};

describe('流程没有死路，条文存在（SM-C10）', () => {
  it('都能走到失效、废止、撤销、不予受理或者撤回，未结的都有人能办', () => {
    const start = rehearse(KIND, STAGE, '2026-06-08');
    const begun = [start.does(MAKER.handler, 'prepare', SHORT), start.does(BUREAU.supervisor, 'enter', ENTERED), demanded()];
    const graphs = begun.map((from) => explore(playground, from));
    for (const graph of graphs) expect(deadEnds(playground, graph)).toEqual([]);
    const seen = graphs.flatMap((graph) => [...graph.seen.values()]);
    for (const at of seen) expect(taskFault(playground, at)).toBeNull();
    const reached = new Set(seen.map((at) => at.state.status));
    expect([...reached].sort()).toEqual(Object.keys(STATUS_LABELS).sort());
    expect(missingArticles(KIND)).toEqual([]);
  });
});
