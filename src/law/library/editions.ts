import { addYears, daysBetween, type LocalDate, yearOf } from '../local-date.ts';
import { type ForceClause, startDay } from './force-clause.ts';
import type { HistoryEvent } from './law-text.ts';

/**
 * How firmly the first day in force is known: the text or its amending decision states it; a person has registered it;
 * only the day of the change, or of a passing before publication, is known; not even that.
 */
export const CERTAINTY_LABELS = { stated: '文本载明', registered: '名录登记', assumed: '文本没有载明，待核', unknown: '不明' } as const;
export type Certainty = keyof typeof CERTAINTY_LABELS;

/** One edition of a law as its history tells it, whether its text is at hand or not. */
export type EditionFacts = {
  readonly kind: 'original' | 'revised' | 'amended';
  /** Day of publication. */
  readonly on: LocalDate;
  /** The amending decision. */
  readonly by: string | null;
  readonly from: LocalDate | null;
  readonly certainty: Certainty;
};

/** One enactment: passing, approval and publication together. */
export type EditionGroup = {
  readonly kind: EditionFacts['kind'];
  first: LocalDate;
  on: LocalDate;
  by: string | null;
  effective: LocalDate | null;
  /** Whether the history tells that it was made public: a meeting of a ministry that passes a rule publishes nothing. */
  published: boolean;
};

/** Passing and publishing of one edition lie at most this far apart. */
const SAME_EDITION_DAYS = 200;

/**
 * The editions that a history tells, oldest first: passing, approval and publication belong together. A file dated much
 * later than the last step told was changed since, and its text stands for that later day only.
 */
export function editionGroups(history: readonly HistoryEvent[], fileDay: LocalDate | null = null): readonly EditionGroup[] {
  const groups = toldGroups(history);
  const last = groups.at(-1);
  if (last === undefined || fileDay === null || fileDay <= last.on) return groups;
  if (daysBetween(last.on, fileDay) > SAME_EDITION_DAYS)
    return [...groups, { kind: 'amended', first: fileDay, on: fileDay, by: null, effective: null, published: false }];
  return last.published ? groups : [...groups.slice(0, -1), { ...last, on: fileDay }];
}

/** The national congress passes and publishes on one day; others approve or pass first and publish later by an order. */
function publishes({ kind, words }: HistoryEvent): boolean {
  if (kind === 'promulgated' || /全国人民代表大会|令/.test(words)) return true;
  return (kind === 'amended' || kind === 'revised') && !/会议|批准/.test(words);
}

function toldGroups(history: readonly HistoryEvent[]): readonly EditionGroup[] {
  const groups: EditionGroup[] = [];
  for (const event of history) {
    const last = groups.at(-1);
    if (event.kind === 'repealed') continue;
    if (event.kind === 'effective') {
      if (last !== undefined && event.on >= last.on) last.effective = event.on;
      continue;
    }
    const follows = last !== undefined && event.on >= last.on && daysBetween(last.on, event.on) <= SAME_EDITION_DAYS;
    const completes = event.kind === 'promulgated' || event.kind === 'approved' || event.kind === 'adopted';
    if (last !== undefined && follows && completes) {
      last.on = event.on;
      last.published ||= publishes(event);
      continue;
    }
    const kind = event.kind === 'amended' ? 'amended' : event.kind === 'revised' ? 'revised' : groups.length === 0 ? 'original' : 'revised';
    if (last !== undefined && last.on === event.on && last.kind === kind) continue;
    groups.push({ kind, first: event.on, on: event.on, by: event.by, effective: null, published: publishes(event) });
  }
  return groups.sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Days on which amending decisions took force, by title and day of publication, where their texts or the register tell. */
export type DecisionStart = (by: string | null, on: LocalDate) => LocalDate | null;

/** The first day in force of every edition, from the text's own clause and from what is known of amending decisions. */
export function editionsOf(groups: readonly EditionGroup[], clause: ForceClause, decisionStart: DecisionStart): readonly EditionFacts[] {
  const stated = clauseEdition(groups, clause);
  return groups.map(({ kind, on, by, effective }, i): EditionFacts => {
    const facts = { kind, on, by };
    if (effective !== null) return { ...facts, from: effective, certainty: 'stated' };
    if (i === stated?.index) return { ...facts, from: stated.from, certainty: 'stated' };
    const decided = kind === 'amended' ? decisionStart(by, on) : null;
    if (decided !== null) return { ...facts, from: decided, certainty: 'stated' };
    return { ...facts, from: on, certainty: 'assumed' };
  });
}

/**
 * The edition that the closing clause speaks of: the last one enacted as a whole. A single amendment leaves the clause
 * as it was, unless the day it names is still to come on the day of the amendment.
 */
function clauseEdition(
  groups: readonly EditionGroup[],
  { start }: ForceClause,
): { readonly index: number; readonly from: LocalDate } | null {
  if (start === null) return null;
  const whole = groups.findLastIndex((g) => g.kind !== 'amended');
  if (start.is !== 'day') {
    const group = groups[whole];
    const from = group?.published === true ? startDay(start, group.on) : null;
    return from === null ? null : { index: whole, from };
  }
  const index = groups.findLastIndex((g) => g.first <= start.on);
  const group = groups[index];
  if (group === undefined) return null;
  const enacted = group.kind !== 'amended' || start.on > group.on;
  if (enacted) return { index, from: start.on };
  return whole >= 0 && (groups[whole]?.first ?? start.on) <= start.on ? { index: whole, from: start.on } : null;
}

/** 2021年修订: how decisions name an edition. */
export function editionLabel({ kind, on }: Pick<EditionFacts, 'kind' | 'on'>): string {
  return `${yearOf(on)}年${{ original: '公布', revised: '修订', amended: '修正' }[kind]}`;
}

/** Until then the day on which an amendment took force may still lie ahead: none is known to wait longer. */
export function doubtEnds(on: LocalDate): LocalDate {
  return addYears(on, 1);
}
