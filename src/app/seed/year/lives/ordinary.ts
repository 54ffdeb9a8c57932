import { addDays, isJsonObject, type Json, type LocalDate } from '#law';
import type { ReportedStep } from '../../../../enforcement/case-reports/contract.ts';
import type { Input, Telling, Told } from '../telling.ts';
import { carriedOut, closed, decided } from '../told-execution.ts';
import { inquired } from '../told-inquiry.ts';
import { left } from '../told-leaving.ts';
import { told } from '../told-notice.ts';
import { HEARD, LAWFUL, type Way } from '../ways/way.ts';
import { choicesOf, conductOf, fineOf, firmOf, itemOf, type Life, numberOf, placeOf, type Seed } from './life.ts';
import { NOT_ON_LISTS } from './own-systems.ts';

/** How a case ends where it does not run from the notice to the archive. */
type Course = { readonly way: Way; readonly withdrawn?: true; readonly deferred?: true; readonly disputed?: true; readonly hearing?: true };

const ELSEWHERE = { criminal: false, reportedBefore: 2, by: 'chief', answeredAfter: 14, served: true, learnt: false } as const;
/** Of twenty that are investigated. */
const COURSES: readonly (readonly [course: string, parts: number, of: Course])[] = [
  ['书证', 3, { way: LAWFUL }],
  ['检查', 4, { way: { ...LAWFUL, visit: { shown: true, signed: true } } }],
  ['登记保存', 1, { way: { ...LAWFUL, preserved: { by: 'head', recorded: true, days: 3, settled: 'copied' } } }],
  ['法制审核', 3, { way: { ...LAWFUL, review: 'done' } }],
  ['陈述申辩', 2, { way: { ...LAWFUL, statement: 'rechecked' } }],
  ['听证', 1, { way: { ...LAWFUL, hearing: true, heard: HEARD }, hearing: true }],
  ['不予处罚', 2, { way: { ...LAWFUL, spared: 'educated' } }],
  ['移送', 1, { way: { ...LAWFUL, handedOn: ELSEWHERE } }],
  ['撤销立案', 1, { way: LAWFUL, withdrawn: true }],
  ['分期', 1, { way: LAWFUL, deferred: true }],
  ['复议', 1, { way: LAWFUL, disputed: true }],
];
export const ORDINARY_COURSES: readonly string[] = COURSES.map(([course]) => course);

/** A case that is investigated, by its unit's own law, with a party and a place of its own. */
export function ordinary(seed: Seed): Life {
  const [course, of] = courseOf(seed);
  const { n, system } = seed;
  const from = choicesOf(seed, 'ordinary');
  const ref = `自立${String(n + 1).padStart(5, '0')}`;
  const fine = fineOf(seed);
  const penalty = { kinds: ['CF03'], fine, content: `罚款人民币${(fine / 100).toLocaleString('en-US')}元。` };
  const way = { ...of.way, filedAfter: 1 + from.below(4), waits: 9 + from.below(8), proposed: penalty, decided: penalty };
  const steps: Step[] = [];
  const telling = tellingOf({ ...seed, way, ref }, steps);
  inquired(telling);
  if (of.withdrawn === true) withdrawn(telling);
  else {
    told(telling);
    if (way.handedOn !== null) left(way.handedOn, telling);
    else {
      decided(telling);
      carriedOut(telling);
    }
  }
  const own = ownWords(seed, steps);
  const whole = extended(of, seed, steps).map((step, i) => ({ stepRef: String(i + 1), ...step, input: { ...step.input, ...own(step) } }));
  return { system, kind: 'ordinary-penalty', ref, course, steps: whole };
}

type Step = Omit<ReportedStep, 'stepRef' | 'input'> & { readonly input: Input; readonly on: LocalDate };

function courseOf(seed: Seed): readonly [string, Course] {
  const all = seed.system.hears ? COURSES : COURSES.filter(([, , { hearing }]) => hearing !== true);
  let left = choicesOf(seed, 'course').below(all.reduce((sum, [, parts]) => sum + parts, 0));
  for (const [course, parts, of] of all) {
    if (left < parts) return [course, of];
    left -= parts;
  }
  return ['书证', { way: LAWFUL }];
}

/** Offices work on working days: each step falls on the next one. */
function tellingOf(of: Seed & { readonly way: Way; readonly ref: string }, steps: Step[]): Telling {
  const { on: openedOn, ref, officers, host, papers, way, day } = of;
  let [on, used] = [openedOn, 0];
  const step: Told = (act, input = {}, days = 0) => {
    if (days > 0) on = act === 'close-notice' ? later(day(on, days), heardOut(on, day)) : day(on, days);
    const received = input['receivedOn'] === undefined ? input : { ...input, receivedOn: on };
    steps.push({ act, on, input: { ...received, ...(act === 'publish' ? { on } : {}) } });
  };
  const paper = (): string => {
    used += 1;
    return papers[used - 1] ?? '';
  };
  const own = (series: string): Input => ({ ownNumber: numberOf(of, series) });
  return { ...{ ref, openedOn, officers, host, papers, way, step, own, paper }, day: (days = 0) => (days > 0 ? day(on, days) : on) };
}

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/** The party has had its working days to answer, however many holidays lie among them. */
const heardOut = (from: LocalDate, day: Seed['day']): LocalDate =>
  Array.from({ length: ANSWERED_AFTER }).reduce<LocalDate>((on) => day(on, 1), from);
const ANSWERED_AFTER = 6;

/** What its unit, its party and its place make of the usual words, by act. */
function ownWords(seed: Seed, steps: readonly Step[]): (step: Step) => Input {
  const { system } = seed;
  const { what, facts, basis } = conductOf(system);
  const place = placeOf(seed);
  const lists = NOT_ON_LISTS;
  const heardOn = steps.find(({ act }) => act === 'hold-hearing')?.on;
  const words: Readonly<Record<string, Input>> = {
    open: { party: firmOf(seed), cause: what, narrative: `检查发现${facts}。`, place, itemCode: itemOf(system) },
    'propose-filing': { basis },
    evidence: { name: '现场照片、当事人台账', place },
    inspect: { place, found: `${facts}。` },
    conclude: { facts: [{ fact: `${facts}。`, evidence: '1' }], violated: basis, basis },
    decide: { correction: '责令立即改正。', court: system.court, ...lists },
    'decide-none': { court: system.court },
    'notify-hearing': heardOn === undefined ? {} : { on: heardOn },
    transfer: { to: '有管辖权的行政机关' },
    pay: { amount: fineOf(seed) },
  };
  return ({ act, input }) => ({
    ...(words[act] ?? {}),
    ...(act === 'conclude' && isJsonObject(input as Json) && input['outcome'] === 'penalty' ? lists : {}),
  });
}

function withdrawn(telling: Telling): void {
  telling.step('withdraw-case', { reason: '经查证，违法事实不能成立。' }, 6);
  closed(telling);
}

/** Two months for the half, three for the rest: all is paid before the first of them. */
function inTwoParts(seed: Seed, from: LocalDate): readonly Json[] {
  return [
    { due: addDays(from, 60), sum: Math.floor(fineOf(seed) / 2) },
    { due: addDays(from, 90), sum: null },
  ];
}

/** More time to pay before the payment, or an application for 行政复议 after it, which is taken back again. */
function extended({ deferred, disputed }: Course, seed: Seed, steps: readonly Step[]): readonly Step[] {
  const { system, day } = seed;
  const paidAt = steps.findIndex(({ act }) => act === 'pay');
  const at = disputed === true && paidAt >= 0 ? paidAt + 1 : paidAt;
  const before = steps[at - 1];
  if (before === undefined || (deferred !== true && disputed !== true)) return steps;
  const [first, second, third] = [day(before.on, 3), day(before.on, 7), day(before.on, 11)];
  const asked = { asked: '书面申请：资金困难', instalments: inTwoParts(seed, before.on) };
  const more: readonly Step[] =
    deferred === true
      ? [{ act: 'defer', on: first, input: asked }]
      : [
          { act: 'dispute', on: first, input: { way: 'reconsideration', appliedOn: first, body: system.body } },
          { act: 'dispute-accepted', on: first, input: { no: 1, accepted: true, on: first, copyOn: first, isSimple: true } },
          { act: 'dispute-answered', on: second, input: { no: 1, on: second } },
          {
            ...{ act: 'dispute-ended', on: third },
            input: { no: 1, outcome: 'withdrawn', effectOn: third, result: '申请人撤回申请，复议终止。' },
          },
        ];
  const last = more.at(-1)?.on ?? before.on;
  let on = last;
  const rest = steps.slice(at).map((step, i) => {
    on = i === 0 ? day(last, deferred === true ? 25 : 1) : step.on > on ? step.on : i === 1 ? on : day(on, 1);
    return { ...step, on };
  });
  return [...steps.slice(0, at), ...more, ...rest];
}
