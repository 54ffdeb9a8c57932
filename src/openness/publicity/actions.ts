import { type ColumnKey, LAYOUT, TEMPLATE_KEYS } from '#enforcement/penalty-records';
import {
  type LocalDate,
  notReported,
  PARTY_KIND_LABELS,
  type PartyDetails,
  PENALTY_KIND_LABELS,
  partyKindOf,
  redactedText,
  shanghaiDay,
} from '#law';
import type { Platform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { sealingOf } from '#platform/parties/hold';
import { opened, partiesOfMatters } from '#platform/parties/store';
import { SYSTEM_PREAMBLE } from '#platform/session';
import type { PublicityItem } from './contract.ts';
import type { DecidedCase } from './store.ts';

/** The thirty columns of the form of 2018, as the import reads them. */
const KEYS: readonly ColumnKey[] = TEMPLATE_KEYS.filter((key) => LAYOUT[key].code !== null);
export const TITLES: readonly string[] = KEYS.map((key) => LAYOUT[key].title);

export type Reported = DecidedCase & { readonly details: PartyDetails | null; readonly withheld: string | null };

/**
 * Cases within the reader's sight (asked before this) with the reason for which one is not reported. Parties are opened by the
 * platform to see their age, their names in texts and who stands for a firm; nothing else of them goes any further.
 */
export async function withReasons(platform: Platform, cases: readonly DecidedCase[]): Promise<readonly Reported[]> {
  const of = cases.map(({ matterId, decision }) => ({ matterId, id: decision.party.id }));
  const stored = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => partiesOfMatters(client, of));
  const details = opened(sealingOf(platform), stored);
  return cases.map((one) => {
    const party = details.get(one.decision.party.id) ?? null;
    return { ...one, details: party, withheld: notReported(one.decision, party) };
  });
}

export function itemOf({ matterId, organ, decision, decidedOn, dueOn, withheld }: Reported): PublicityItem {
  const { number, party, cause, procedure, publishedOn } = decision;
  return { matterId, organ, number, party: party.name, cause, procedure, decidedOn, dueOn, publishedOn, withheld };
}

/** One row of the form; null: it is not reported. Numbers of persons stand in none of its cells. */
export function rowOf({ organ, organUscc, decision, details, withheld }: Reported, nowMs: number): readonly (string | null)[] | null {
  if (withheld !== null || details === null) return null;
  const text = (words: string): string => redactedText(words, details, shanghaiDay(nowMs));
  const kind = partyKindOf(details.kind);
  const cells: Partial<Record<ColumnKey, string | null>> = {
    partyName: decision.party.name,
    partyKind: PARTY_KIND_LABELS[kind],
    partyUscc: decision.party.uscc,
    legalRepresentative: kind === 'organisation' ? details.legalRepresentative : null,
    number: decision.number,
    conduct: text(decision.cause),
    facts: text(decision.facts),
    basis: decision.basis,
    penaltyKinds: decision.kinds.map((one) => PENALTY_KIND_LABELS[one]).join(';'),
    content: text(decision.content),
    fine: inTenThousands(decision.fineFen),
    confiscated: inTenThousands(decision.confiscatedFen),
    licence: decision.kinds.some((one) => one === 'CF06' || one === 'CF08') ? text(decision.licences ?? decision.content) : null,
    decidedOn: decision.decidedOn,
    validUntil: UNTIL_FURTHER,
    organName: organ,
    organUscc,
    dataSourceName: organ,
    dataSourceUscc: organUscc,
  };
  return KEYS.map((key) => cells[key] ?? null);
}

/** What the form asks for where a decision has no end of its own. */
const UNTIL_FURTHER = '2099-12-31' as LocalDate;

/** 万元, exact to the fen: six places. */
function inTenThousands(fen: number | null): string | null {
  if (fen === null) return null;
  const rest = String(fen % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${Math.trunc(fen / 1_000_000)}${rest === '' ? '' : `.${rest}`}`;
}
