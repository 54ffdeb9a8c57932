import { type ActFrame, type Folds, type InputOf, isJsonObject, type Json, type JsonObject, type Lifecycle, personOf } from '#law';
import { gather, keptFiles } from '#law/evidence/index';
import { clueIssues } from '../documents/records.ts';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_54 } from './articles.ts';
import { form, QUALIFIED_ORGAN } from './conditions.ts';
import { opened } from './opened.ts';
import { HANDLERS, office } from './who.ts';

type S = OrdinaryPenalty;

const { 'open-converted': openConverted } = FORMS;
type ConvertedForms = { 'open-converted': typeof openConverted };
type Converted = InputOf<typeof openConverted>;

/** 52, 54: what cannot be decided on the spot is handled here. */
export const CONVERTED_HERE = form<{ readonly fromSummary: string | null }>(
  '来源是本机关转为普通程序的当场处罚案件',
  ART_54,
  ({ input, actor, facts }) => {
    if (input.fromSummary === null) return null;
    if (facts.matters === undefined) return 'unknown';
    const from = facts.matters.get(input.fromSummary);
    if (from === undefined || from.homeId !== actor.organisationId) return ['other-organs-matter', '只能由本机关的当场处罚案件转来'];
    return from.status === 'converted' || from.status === 'remaking'
      ? null
      : ['not-converted', '该案件没有转为普通程序，也没有被撤销后重新处理'];
  },
);

/**
 * A case that could not be decided on the spot goes on here with what was found there: the party, the officers, the facts and
 * what they rest on, and what was taken. Nothing of it proves anything before it has been verified (46).
 */
export const CONVERTED: Lifecycle<S, ConvertedForms> = {
  'open-converted': {
    ...office(HANDLERS, ART_54, [], 'opener'),
    does: 'step',
    label: '当场处罚转来',
    from: 'start',
    to: 'clue',
    roomOnly: true,
    elsewhere: true,
    inputGuards: [QUALIFIED_ORGAN, CONVERTED_HERE],
    issues: (s, _, frame, facts) => clueIssues(s, frame, facts),
    links: ({ fromSummary }) => [{ to: fromSummary, as: 'opened-from' }],
    says: (s) => `已由当场处罚转来“${s.cause}”的线索；核查后提请立案，或者报请不予立案。`,
  },
};

export const CONVERTED_FOLDS: Folds<S, ConvertedForms> = {
  'open-converted': (_, input, frame) => {
    const { fromSummary, party, isEnterprise, cause, narrative, place, itemCode, actOn, discoveredOn, officers, basis } = input;
    const told = {
      fromSummary,
      fromCorrection: null,
      party,
      isEnterprise,
      cause,
      narrative,
      place,
      itemCode,
      discoveredOn,
      harm: false,
      harmReason: null,
      materials: null,
    };
    const days = { actStartedOn: actOn, actEndedOn: actOn };
    const clue = opened(
      { ...told, ...days, source: 'on-the-spot', sourceRef: null },
      frame.actor.organisationId ?? '',
      frame.legalDate,
      personOf(frame.actor),
    );
    return withMaterials(withRecordings(withPieces({ ...clue, handlerIds: officers, basis }, input, frame), input, frame), input, frame);
  },
};

const own = ({ files }: ActFrame, ids: readonly string[] | null) => ({ files: files.filter(({ id }) => ids?.includes(id) === true) });

/** Each piece with its number, its day, all the hands it went through and who looked at it; that it was looked into there proves nothing here yet. */
function withPieces(s: S, { pieces }: Converted, frame: ActFrame): S {
  return (pieces ?? []).reduce((before, one) => {
    const { kind, name, proves, source, place, on, how, form: copy, officers, unsigned, late, isLawful, custody, looks } = one;
    const { device, reviewed, published, checked } = one;
    const after = gather(
      before,
      { ...frame, ...own(frame, one.papers), legalDate: on },
      {
        ...{ kind, name, source, collectorIds: officers, how, unsigned, late },
        ...(proves === null ? {} : { proves }),
        ...(place === null ? {} : { place }),
        ...(copy === null ? {} : { form: copy }),
        monitoring: how === 'monitored' ? { device, reviewed, published, checked } : null,
        custody: (custody ?? []).map((one) => ({ ...one, place: one.place ?? '' })),
        ...(looks === null ? {} : { looks }),
      },
    );
    return isLawful ? after : { ...after, evidence: after.evidence.map((e, i) => (i === before.evidence.length ? { ...e, isLawful } : e)) };
  }, s);
}

function withRecordings(s: S, { recordings }: Converted, frame: ActFrame): S {
  const carried = (recordings ?? []).map(({ officers, papers, ...one }, i) => ({
    ...one,
    no: i + 1,
    officerIds: officers,
    files: keptFiles(own(frame, papers)),
  }));
  return { ...s, recordings: carried };
}

/** What was attached there without being registered piece by piece. */
function withMaterials(s: S, { materials, pieces, recordings, place, officers, discoveredOn }: Converted, frame: ActFrame): S {
  if ((materials ?? []).length === 0) return s;
  const told = new Set([...(pieces ?? []), ...(recordings ?? [])].flatMap(({ papers }) => papers ?? []));
  const files = frame.files.filter(({ id }) => !told.has(id));
  const piece = { name: '当场处罚现场取得的照片、录音录像等材料', source: '现场执法', place, collectorIds: officers } as const;
  return gather(
    s,
    { ...frame, files, legalDate: discoveredOn },
    { ...piece, kind: 'audiovisual', how: 'surveyed', form: 'original', unsigned: null, late: null },
  );
}

/** Payloads of the first form told the last keeper of a piece alone. */
export function keeperAlone(payload: Json): Json {
  if (!isJsonObject(payload) || !Array.isArray(payload['pieces'])) return payload;
  return { ...payload, pieces: payload['pieces'].map((piece) => (isJsonObject(piece) ? handedToKeeper(piece) : piece)) };
}

function handedToKeeper({ keeper, keptAt, keptSince, ...piece }: JsonObject): Json {
  const first = { on: keptSince ?? piece['on'] ?? null, from: piece['source'] ?? '', to: keeper ?? '', place: keptAt ?? '', why: '取得' };
  return { ...piece, custody: keeper == null ? null : [first], looks: null };
}
