import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { ProofsFact } from './case-facts.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const factProved: SupervisionRule<ProofsFact> = {
  ...OF_A_CASE,
  id: 'I05',
  title: '认定的每一项事实是否有查证属实的证据',
  cite: [cite('行政处罚法', 40), cite('行政处罚法', 46)],
  severity: 'red',
  mode: 'B',
  conduct: 'procedure',
  asks: '违法事实必须查明，证据必须经查证属实，以非法手段取得的证据不得作为根据；只有一份言词证据的应当有其他证据印证。',
  check: ({ proofs }) =>
    proofs.flatMap(({ no, evidence }) => {
      const why = weakness(evidence);
      return why === null
        ? []
        : [
            {
              because: `认定的第${no}项事实${why}`,
              facts: { 事实: `第${no}项`, 所引证据: evidence.length === 0 ? '无' : evidence.map((e) => `${e.no}号`).join('、') },
              clears: '经查证属实、合法取得的其他证据',
              fact: String(no),
            },
          ];
    }),
};

function weakness(evidence: ProofsFact['proofs'][number]['evidence']): string | null {
  const unsound = evidence.find((e) => !e.sound);
  if (evidence.length === 0) return '没有证据';
  if (unsound !== undefined) return `所引的第${unsound.no}号证据没有查证属实，或者取得不合法`;
  return evidence.length === 1 && evidence[0]?.spoken === true ? '只有一份言词证据' : null;
}
