import type { LocalDate, Publicity } from '#law';
import { publicText } from '#law';
import type { PublicText } from '#law/rules/index';
import { kindsOf, type SummaryPenalty } from './model.ts';

/** What a summary of the decision would publish; who a natural person is never stands among it. What was told to be left out is. */
export function publicTexts(s: SummaryPenalty, on: LocalDate): readonly PublicText[] {
  const texts = [
    { label: '行政相对人名称', text: s.party.name },
    { label: '违法行为类型', text: s.conduct },
    { label: '违法事实', text: s.facts },
    { label: '处罚依据', text: s.basis },
  ];
  const { publication } = s;
  const isRedacted = publication !== null && 'where' in publication && publication.redacted !== undefined;
  return isRedacted ? texts.map(({ label, text }) => ({ label, text: publicText(text, on) })) : texts;
}

/** What stands against telling the public of the decision. How old the party is stands encrypted: P03 asks it behind the act. */
export function publicityOfCase(s: SummaryPenalty): Publicity | null {
  const { decision } = s;
  if (decision === null) return null;
  return {
    texts: publicTexts(s, decision.on),
    ...{ isMinor: false, isSecret: false, procedure: 'summary', kinds: kindsOf(decision.penalty) },
  };
}
