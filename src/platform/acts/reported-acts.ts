import { formatCitation, type GuardDoubt } from '#law';
import { REPORTED_ACT } from '#law/rules/index';
import type { Client } from '../db.ts';
import { asSystem } from '../findings/as-system.ts';
import type { MatterPlace } from '../findings/load-standing.ts';
import { type FactAnswer, writeFactAnswers } from '../findings/write-facts.ts';
import type { DoubtedAct } from './append.ts';
import type { Batch } from './write.ts';

/** A matter as just written, with the acts, reported or corrected, whose doubts have come or changed. */
export type Doubted = { readonly batch: Batch; readonly doubted: readonly DoubtedAct[] };

/**
 * Opens, changes or clears the findings about acts, reported or corrected, that miss a condition of law, in the transaction of the act.
 * Whoever reports need not see the findings of the matter: they are the platform's own.
 */
export async function noteReportedActs(client: Client, matters: readonly Doubted[], nowMs: number): Promise<void> {
  const doubted = matters.filter((m) => m.doubted.length > 0);
  if (doubted.length === 0) return;
  await asSystem(client, () =>
    writeFactAnswers(
      client,
      doubted.map(({ batch, doubted: acts }) => ({
        place: placeOfBatch(batch),
        rule: REPORTED_ACT,
        answers: acts.map(answerOf),
      })),
      nowMs,
    ),
  );
}

/** Where a matter stands as just written; its findings copy it. */
export function placeOfBatch({ matterId, city, cohort, home, label, title }: Batch): MatterPlace {
  return { matterId, city, cohort, regionOrd: home.regionOrd, lineOrd: home.lineOrd, label, subject: title };
}

const WORDS = {
  reported: {
    which: '补录的',
    fact: '补录的办理',
    clears: '补录有误的，更正或者撤销录入后重新判断；确实如此的，由监督人员核实处理。',
  },
  corrected: {
    which: '经更正的',
    fact: '经更正的办理',
    clears: '更正有误的，再行更正后重新判断；确实如此的，由监督人员核实处理。',
  },
} as const;

function answerOf(act: DoubtedAct): FactAnswer {
  return {
    within: `${act.seq}/`,
    organisationId: act.organisationId,
    by: { actId: act.actId, source: '' },
    doubts: act.doubts.map((d) => ({
      rule: {
        ...REPORTED_ACT,
        severity: d.severity,
        grade: d.grade,
        asks: d.guard,
        cite: d.cite === null ? REPORTED_ACT.cite : [d.cite],
      },
      doubt: {
        fact: `${act.seq}/${d.code}`,
        because: `${WORDS[act.how].which}“${act.label}”不符合办理条件：${d.reason}`,
        facts: { [WORDS[act.how].fact]: act.label, 办理日期: act.legalDate, 办理条件: d.guard, 不符之处: reasonWithArticle(d) },
        clears: WORDS[act.how].clears,
      },
    })),
  };
}

function reasonWithArticle(d: GuardDoubt): string {
  return d.cite === null ? d.reason : `${d.reason}（${formatCitation(d.cite)}）`;
}
