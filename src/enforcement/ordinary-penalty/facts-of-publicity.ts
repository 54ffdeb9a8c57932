import type { LocalDate, Publicity } from '#law';
import { publicText } from '#law';
import type { PublicText } from '#law/rules/index';
import type { OrdinaryPenalty } from './model.ts';
import type { Report } from './model-deciding.ts';

type S = OrdinaryPenalty;

/** What a public page would say; the party's numbers of identity stand nowhere in it. What was told to be left out is. */
export function publicTexts(s: S, report: Report, content: string, on: LocalDate): readonly PublicText[] {
  const texts = [
    { label: '行政相对人名称', text: s.party.name },
    { label: '违法行为类型', text: s.cause },
    ...report.facts.map(({ fact }) => ({ label: '违法事实', text: fact })),
    { label: '处罚依据', text: report.basis },
    { label: '处罚内容', text: content },
  ];
  const { publication } = s;
  const isRedacted = publication !== null && 'where' in publication && publication.redacted !== undefined;
  return isRedacted ? texts.map(({ label, text }) => ({ label, text: publicText(text, on) })) : texts;
}

/** What stands against telling the public of the decision in hand. */
export function publicityOfCase(s: S): Publicity | null {
  const [report, { decision }] = [s.reports.at(-1), s];
  const penalty = decision?.penalty ?? null;
  if (report === undefined || decision === null || penalty === null) return null;
  return {
    texts: publicTexts(s, report, penalty.content, decision.on),
    isMinor: isMinor(s),
    isSecret: s.hearing !== null && s.hearing.outcome !== null && !s.hearing.isPublic,
    ...{ procedure: 'ordinary', kinds: penalty.kinds },
  };
}

/** By the report of the inquiry: a natural person of fourteen to eighteen; who is younger is not punished. */
export function isMinor(s: S): boolean {
  const capacity = s.reports.at(-1)?.capacity;
  return capacity === 'minor';
}
