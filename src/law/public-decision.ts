import type { Executed } from './execution/index.ts';
import type { LocalDate } from './local-date.ts';
import { publicText } from './masked-document.ts';
import { hasTurned, type PartyDetails, type PartyRef, partyKindOf, shownPartyName } from './party.ts';
import type { PenaltyKind, Procedure } from './penalty.ts';
import { isReproofAlone } from './rules/credit-class.ts';
import type { ShownFact } from './rules/facts.ts';

/** A penalty decided in a case, as far as it is reported and published (双公示, law/enforcement §2.7, §6). */
export type PublicDecision = {
  readonly number: string;
  readonly decidedOn: LocalDate;
  readonly party: PartyRef;
  readonly cause: string;
  readonly facts: string;
  readonly basis: string;
  readonly kinds: readonly PenaltyKind[];
  readonly content: string;
  /** 暂扣、吊销的证照 by name and number; left out or null: not told apart from the content. */
  readonly licences?: string | null;
  readonly fineFen: number | null;
  readonly confiscatedFen: number | null;
  readonly procedure: Procedure;
  /** false once it has been revoked, or found unlawful or void. */
  readonly stands: boolean;
  readonly publishedOn: LocalDate | null;
  /** Why the organ does not publish it; null: it has not said so. */
  readonly notBecause: string | null;
};

/** What the organ has said of the publication, as it stands in the state of a case. */
export function publicityOf(publication: Executed['publication']): Pick<PublicDecision, 'publishedOn' | 'notBecause'> {
  if (publication === null) return { publishedOn: null, notBecause: null };
  return 'where' in publication
    ? { publishedOn: publication.on, notBecause: null }
    : { publishedOn: null, notBecause: publication.notBecause };
}

/** The same for the rules: where it was shown, and whether to the harm of somebody under eighteen. */
export function shownFact(publication: Executed['publication'], isMinor: boolean | null): ShownFact['shown'] {
  if (publication === null || !('where' in publication)) return null;
  const { on, channels = null, otherLaw } = publication;
  return { on, channels, isMinor, ...(otherLaw === undefined ? {} : { byOtherLaw: otherLaw }) };
}

/**
 * Why a decision is not among those reported to the credit platform; null: it is. `details`: the party in whole; null where it
 * has been erased. The rules of filling are practice (待核定): summary procedure, warnings and reproofs alone stay out.
 */
export function notReported(decision: PublicDecision, details: PartyDetails | null): string | null {
  if (!decision.stands) return '决定已被撤销，或者被确认违法、无效';
  if (decision.notBecause !== null) return `本机关决定不公示：${decision.notBecause}`;
  if (decision.procedure === 'summary') return '简易程序的不报（填报指南，待核定）';
  if (isReproofAlone(decision.kinds)) return '只有警告、通报批评的不报（36号令摘要，待核定）';
  if (details === null) return '当事人信息已依法删除';
  if (partyKindOf(details.kind) !== 'person') return null;
  // 未成年人 are never shown; one whose age is not known may be one.
  return hasTurned(details, 18, decision.decidedOn) === true ? null : '当事人不满十八周岁，或者年龄不明';
}

/** A text as it may be published: numbers of persons hidden, a natural person by the short name (§6.2). */
export function redactedText(text: string, details: PartyDetails, today: LocalDate): string {
  const isNamed = partyKindOf(details.kind) === 'person' && details.name.length > 1;
  return publicText(isNamed ? text.replaceAll(details.name, shownPartyName(details)) : text, today);
}
