import { addDays, type Json, type LocalDate } from '#law';
import { reportCases } from '../../../../enforcement/case-reports/actions.ts';
import { MOST_CASES, MOST_STEPS, type ReportsBody } from '../../../../enforcement/case-reports/contract.ts';
import { reportingOf } from '../../../reported-cases.ts';
import { organOf } from '../../decisions/plan.ts';
import type { PlantingDays } from '../../decisions/plants.ts';
import type { Story } from '../../town/timeline.ts';
import type { Town } from '../../town/town.ts';
import type { Input } from '../telling.ts';
import type { Life } from './life.ts';
import { yearLives } from './lives.ts';
import { OWN_SYSTEMS, type OwnSystem } from './own-systems.ts';

type Case = ReportsBody['cases'][number];

/** Whole cases beside a hundred decisions that are reported as rows. */
const OF_HUNDRED = 15;
const PAPERS = 4;
const FIRST_REPORT = -320;
const EVERY = 30;
/** The last report before the anchor tells also what is still in hand. */
const LAST_REPORT = -2;
const SAID_EVERY = 250;
const COUNT_ROWS =
  'analyze file, matter, act, act_payload, party, ordinary_penalty, summary_penalty, finding, clock, task, document, case_report, case_report_step, case_wake';

/** Every month each unit with a system of its own tells the cases that it has archived, and in the end those in hand. */
export function lives(perYear: number, { working }: PlantingDays, say: (line: string) => void): Story {
  return async function* (town) {
    const parts = {
      ...{ anchor: town.world.anchor, cases: Math.round((perYear * OF_HUNDRED) / 100), working },
      officersOf: ({ officers }: OwnSystem) => [`${officers}-cb1`, `${officers}-cb2`].map(town.officer),
      hostOf: ({ code, hears }: OwnSystem) => (hears ? town.officer(`${code}-fz`) : ''),
      markOf: ({ key }: OwnSystem) => organOf(town.world, key).mark,
      papersOf: (_: OwnSystem, n: number) => Array.from({ length: PAPERS }, (_paper, i) => `${n}/${i}`),
    };
    const all = yearLives(parts);
    let [left, said, counted] = [all, 0, 0];
    for (let offset = FIRST_REPORT; left.length > 0; offset = Math.min(offset + EVERY, LAST_REPORT)) {
      const on = town.day(offset);
      yield on;
      const due = left.filter((life) => offset === LAST_REPORT || isOver(life, on));
      left = left.filter((life) => !due.includes(life));
      const before = all.length - left.length - due.length;
      await tell(town, on, due, (told) => {
        const number = before + told;
        if (number >= said + SAID_EVERY || number === all.length) {
          said = number;
          say(`  ${on} 自有系统报送日常案件 ${number}/${all.length} 件`);
        }
      });
      // The planner is told of them whenever there are twice as many as it knows of.
      if (all.length - left.length >= 2 * counted) {
        await town.opened.platform.pool.query(COUNT_ROWS);
        counted = all.length - left.length;
      }
    }
  };
}

const isOver = ({ steps }: Life, on: LocalDate): boolean => (steps.at(-1)?.on ?? on) < addDays(on, -7);

/** Unit by unit, as many cases in one call as the interface takes. */
async function tell(town: Town, on: LocalDate, lives: readonly Life[], told: (cases: number) => void): Promise<void> {
  let number = 0;
  for (const [system, kind] of OWN_SYSTEMS.flatMap((one) => KINDS.map((its) => [one, its] as const))) {
    const own = lives.filter((life) => life.system === system && life.kind === kind);
    for (const call of calls(own.map((life) => ({ caseRef: life.ref, steps: life.steps.filter((step) => step.on <= on) })))) {
      await send(town, system, kind, call);
      number += call.length;
      told(number);
    }
  }
}
const KINDS = ['ordinary-penalty', 'summary-penalty'] as const;

function calls(cases: readonly Case[]): readonly (readonly Case[])[] {
  const all: Case[][] = [];
  let steps = 0;
  for (const one of cases) {
    const last = all.at(-1);
    steps += one.steps.length;
    if (last !== undefined && last.length < MOST_CASES && steps <= MOST_STEPS) last.push(one);
    else {
      all.push([one]);
      steps = one.steps.length;
    }
  }
  return all;
}

async function send(town: Town, { code }: OwnSystem, kind: Life['kind'], call: readonly Case[]): Promise<void> {
  const cases: Case[] = [];
  for (const { caseRef, steps } of call) {
    const whole = [];
    for (const step of steps) whole.push({ ...step, input: await attached(town, code, step.input as Input) });
    cases.push({ caseRef, steps: whole });
  }
  const answer = await reportCases(reportingOf(town.opened), town.seat(`${code}-jk`), kind, { cases });
  for (const told of answer.cases) {
    const held = told.steps.filter((s) => s.outcome === 'held');
    if (held.length > 0 || told.findings.length > 0) throw new Error(`${code} ${told.caseRef}: ${JSON.stringify([held, told.findings])}`);
  }
}

/** The papers that a step names are uploaded first, as every system does. */
async function attached(town: Town, code: string, input: Input): Promise<Input> {
  const named = input['papers'];
  if (!Array.isArray(named)) return input;
  const papers: Json[] = [];
  for (let i = 0; i < named.length; i += 1) papers.push(await town.upload(`${code}-jk`, '案卷材料.pdf'));
  return { ...input, papers };
}
