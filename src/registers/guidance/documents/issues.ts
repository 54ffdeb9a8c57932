import { type ActFrame, type DocumentIssue, isDemonstration, type LocalDate, nameOf, paper, type RegisterFacts } from '#law';
import { FORM_LABELS, type Guidance, RELATION_LABELS, relationOf } from '../model.ts';

/** DOC-35. */
export type RecordFacts = {
  readonly guide: string;
  readonly guided: string;
  readonly relation: string;
  readonly form: string;
  readonly subject: string;
  readonly request: string;
  readonly givenOn: LocalDate;
  readonly guides: string;
  readonly attendees: string;
  readonly content: string;
  readonly confirmation: string;
  readonly confirmedBy: string;
  readonly confirmedOn: LocalDate;
  readonly demonstration: boolean;
};

/** The record of guidance, once the other side has confirmed it. */
export function guidanceRecord(s: Guidance, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const { given, confirmed } = s;
  if (given === null || confirmed === null) return [];
  const [guide, guided] = [facts.organisations.get(s.guideId), facts.organisations.get(s.guidedId)];
  const relation = guide === undefined || guided === undefined ? null : relationOf(guide, guided);
  const made: RecordFacts = {
    guide: nameOf(facts, s.guideId),
    guided: nameOf(facts, s.guidedId),
    relation: relation === null ? '' : RELATION_LABELS[relation],
    form: FORM_LABELS[s.form],
    subject: s.subject,
    request: s.request,
    givenOn: given.on,
    guides: given.guides,
    attendees: given.attendees,
    content: given.content,
    confirmation: confirmed.words === '' ? '情况属实。' : confirmed.words,
    confirmedBy: frame.actor.name,
    confirmedOn: confirmed.on,
    demonstration: isDemonstration(facts, [s.guideId, s.guidedId]),
  };
  return [paper({ kind: 'DOC-35', name: '业务指导记录', template: 'guidance-record', facts: made })];
}
