import { type ActFrame, dayWords, type InputOf, type RegisterFacts, remediesEither, standingOf, standingWords } from '#law';
import type { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { type Issues, letter, partyLines } from './parts.ts';

const TITLES = { revoked: '撤销行政处罚决定书', changed: '变更行政处罚决定书', remake: '撤销行政处罚决定书' } as const;

/** 撤销（变更）行政处罚决定书: what the organ itself puts right (处罚法 75¶2), with what follows from it for the party. */
export function amendingIssues(
  s: OrdinaryPenalty,
  input: InputOf<(typeof FORMS)['correct-own']>,
  frame: ActFrame,
  facts: RegisterFacts,
): Issues {
  const decided = s.letters.findLast((l) => l.kind === 'decision' || l.kind === 'no-penalty');
  const what = `本机关${dayWords(decided?.signedOn ?? null)}作出的${decided?.number ?? ''}行政处罚决定`;
  return letter('amending', s, frame, facts, {
    title: TITLES[input.undoing],
    number: frame.number?.text ?? null,
    body: [
      { heading: null, paragraphs: partyLines(s) },
      { heading: '一、事实和理由', paragraphs: [`经审查，${what}存在错误。`, input.reason] },
      {
        heading: '二、决定',
        paragraphs: ['依据《中华人民共和国行政处罚法》第七十五条第二款，本机关决定：', ...decisionWords(what, input)],
      },
      { heading: '三、救济途径', paragraphs: [remediesEither(s.organId, input.court, facts)] },
    ],
  });
}

function decisionWords(what: string, input: InputOf<(typeof FORMS)['correct-own']>): readonly string[] {
  const back = '已经缴纳、没收而不再应当缴纳、没收的，予以退还。';
  if (input.undoing === 'revoked') return [`撤销${what}。${back}`];
  if (input.undoing === 'remake') return [`撤销${what}，由本机关依法重新调查处理。${back}`];
  return [`变更${what}，处罚变更为：${standingWords(standingOf(input))}。${input.content ?? ''}`, back];
}
