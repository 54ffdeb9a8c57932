import { cite } from './citation.ts';
import { type CitedLaw, type ClauseStatus, clauseOn } from './law-register.ts';
import { daysIn } from './library/history.ts';
import { citedLaws, type LawSources } from './library/law-sources.ts';
import type { LocalDate } from './local-date.ts';
import type { CitationNote, CitedText, Guard } from './matter-kind.ts';
import { refuse } from './outcome.ts';
import { wholePlaceOf } from './rules/cited-place.ts';

/**
 * Every citation of a document that does not lead to a text in force: on the day of the document, or on a day that the
 * passage itself tells of. What the library cannot say is only a warning.
 */
export function checkCitations(texts: readonly CitedText[], sources: LawSources, on: LocalDate): readonly CitationNote[] {
  return texts.flatMap(({ where, text, tellsOf }) => {
    const told = tellsOf === undefined ? [] : daysIn(tellsOf).filter((day) => day < on);
    const notes = citedLaws(text, sources).map((cited) => noteOn(cited, where, on, told));
    return notes.filter((note) => note !== null).filter((note, i, all) => all.findIndex((n) => n?.place === note.place) === i);
  });
}

function noteOn(cited: CitedLaw, where: string, on: LocalDate, told: readonly LocalDate[]): CitationNote | null {
  const today = clauseOn(cited, on);
  if (today.is === 'valid') return null;
  const then = told.find((day) => clauseOn(cited, day).is === 'valid');
  const note = { where, place: wholePlaceOf(cited), law: cited.name, on };
  if (then !== undefined)
    return { ...note, is: 'earlier', replacedBy: successorOf(today), reason: `${then}有效，${on}${statusWords(today)}` };
  if (today.is === 'unknown' || told.some((day) => clauseOn(cited, day).is === 'unknown'))
    return cited.article === null ? null : { ...note, is: 'unsure', replacedBy: null, reason: unsureWords(today) };
  return { ...note, is: 'wrong', replacedBy: successorOf(today), reason: statusWords(today) };
}

function successorOf(status: ClauseStatus): string | null {
  return status.is === 'ended' ? status.version.replacedBy : null;
}

function statusWords(status: ClauseStatus): string {
  switch (status.is) {
    case 'ended': {
      const { inForce, replacedBy } = status.version;
      const now = status.moved === undefined ? '' : `，该条现为${status.moved}`;
      return `已于${inForce.until}失效${replacedBy === null ? '' : `，由《${replacedBy.replaceAll(/[《》]/g, '')}》取代`}${now}`;
    }
    case 'not-yet':
      return `尚未施行（${status.version.inForce.from ?? '施行日未载'}起施行）`;
    case 'no-article':
      return `没有这一条${status.moved === undefined ? '' : `，原条现为${status.moved}`}`;
    case 'no-paragraph':
      return '没有这一款';
    case 'no-item':
      return '没有这一项';
    case 'unknown':
      return '不能核对';
    case 'valid':
      return '有效';
  }
}

function unsureWords(status: ClauseStatus): string {
  return `法规库不能核对（${status.is === 'unknown' ? (status.missing ?? '库中没有这部法规') : '条文版本不能确定'}），请人工核对`;
}

/** 细则 8(1): what is relied on must be in force. Asked at 审核 and 签发. */
export const CITATIONS_STAND: Guard<never, never> = {
  name: '文书引用的条文在其适用之日有效',
  nature: 'law',
  cite: cite('实施细则', 8, undefined, 1),
  check: ({ facts }) => {
    if (facts.citations === undefined) return 'unknown';
    const wrong = facts.citations.filter((note) => note.is === 'wrong');
    if (wrong.length === 0) return null;
    const words = wrong.slice(0, MOST_NAMED).map((note) => `${note.where}引用的${note.place}${note.reason}`);
    const more = wrong.length > MOST_NAMED ? `；另有${wrong.length - MOST_NAMED}处` : '';
    const hint = '请退回修改；行为发生在旧法有效期间的，在同一段中写明行为日期';
    return refuse('citation', cite('实施细则', 8, undefined, 1), `${words.join('；')}${more}。${hint}`);
  },
};
const MOST_NAMED = 5;
