import { type CitedLaw, citedLaws, clauseOn, type LawSources, type LocalDate } from '#law';

/**
 * What is wrong with the laws that a line rests on, on the day from which it shall hold: a law that has ended, an article
 * that it does not have. Of laws that nobody has registered nothing is said (令275: a list follows the law).
 */
export function endedLaws(text: string, on: LocalDate, laws: LawSources): readonly string[] {
  return [...new Set(citedLaws(text, laws).flatMap((cited) => wordsOf(cited, on) ?? []))];
}

function wordsOf(cited: CitedLaw, on: LocalDate): string | null {
  const status = clauseOn(cited, on);
  switch (status.is) {
    case 'ended': {
      const { until } = status.version.inForce;
      const since = until === null ? '' : `${until}起`;
      const instead = status.version.replacedBy === null ? '' : `，由《${status.version.replacedBy}》替代`;
      return `《${cited.name}》${since}已经废止${instead}`;
    }
    case 'not-yet':
      return `《${cited.name}》在${on}尚未施行`;
    case 'no-article':
      return `《${cited.name}》没有第${cited.article ?? ''}条`;
    default:
      return null;
  }
}
