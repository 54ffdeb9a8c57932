import { cite } from '../citation.ts';
import type { LocalDate } from '../local-date.ts';
import { type Profile, parameterOf } from '../profile.ts';
import type { Doubt, NotJudged, SupervisionRule } from '../rule.ts';
import type { LettersFact } from './case-facts.ts';
import { dueAfter, isBehind } from './due-dates.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

/** 其他方式无法送达 (95) is told by tries that have failed; how many, the article does not say (待核定). */
export function triesBeforeNotice(profile: Profile, on: LocalDate): number {
  return parameterOf(profile, 'E03.tries', on)?.value ?? 0;
}

export const publicServiceLast: SupervisionRule<LettersFact> = {
  ...OF_A_CASE,
  id: 'E03',
  version: 2,
  title: '公告送达是否在其他方式无法送达以后、满三十日',
  cite: [cite('民事诉讼法', 95)],
  severity: 'orange',
  mode: 'A',
  conduct: 'procedure',
  asks: '受送达人下落不明，或者用其他方式无法送达的，公告送达；自发出公告之日起，经过三十日，即视为送达。',
  check: ({ letters }, context) => {
    const asked = letters.filter((l) => l.how === 'public');
    const doubts: Doubt[] = [];
    const unknown: NotJudged[] = [];
    for (const { what, attempts, publishedOn, receivedOn } of asked) {
      const due = publishedOn === null ? null : dueAfter('law.public-service', publishedOn, context);
      if (attempts === null || publishedOn === null) unknown.push(MISSING.publicService);
      else if (due === null || due.length === null) unknown.push(MISSING.earlierLaw);
      const isOver = due === null || receivedOn === null ? true : isBehind(due, receivedOn);
      if (isOver === 'calendar') unknown.push(MISSING.calendar);
      const faults = [
        attempts !== null && attempts < triesBeforeNotice(context.profile, publishedOn ?? context.today)
          ? `此前记明的未能送达${attempts}次`
          : null,
        isOver === false ? `公告至${due?.dueOn ?? ''}才满期` : null,
      ].filter((fault) => fault !== null);
      if (faults.length > 0) doubts.push(faulty(what, receivedOn, faults.join('，')));
    }
    return doubts.length > 0 ? doubts : (unknown[0] ?? null);
  },
};

function faulty(what: string, receivedOn: string | null, why: string): Doubt {
  return {
    because: `${what}公告送达（${receivedOn ?? '公告期未满'}），${why}`,
    facts: { 文书: what, 送达日期: receivedOn ?? '无', 不符之处: why },
    clears: '此前未能送达的记录，或者更早发布的公告',
    fact: what,
  };
}
