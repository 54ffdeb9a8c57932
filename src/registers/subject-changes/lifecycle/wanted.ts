import type { InputOf } from '#law';
import type { Forms } from '../forms.ts';
import type { Wanted } from '../model.ts';

type OnPaper = Pick<InputOf<Forms['apply']>, 'bureau' | 'effectiveOn' | 'basisName' | 'basisNumber' | 'basisOn' | 'reason'>;

function onPaper(input: OnPaper): Pick<Wanted, 'bureauId' | 'effectiveOn' | 'basis' | 'reason'> {
  return {
    bureauId: input.bureau,
    effectiveOn: input.effectiveOn,
    basis: { name: input.basisName, number: input.basisNumber, on: input.basisOn },
    reason: input.reason,
  };
}

/** What an application wants of a unit that is registered. */
export function changeWanted(input: InputOf<Forms['apply']>): Wanted {
  return {
    ...onPaper(input),
    change: input.change,
    unitId: input.unit,
    unit: null,
    name: input.name,
    shortName: input.shortName,
    documentPrefix: input.documentPrefix,
    superiorId: input.superior,
    lineSuperiorId: input.lineSuperior,
    successorId: input.successor,
    parts: input.parts ?? [],
    ends: input.ends,
    qualification: input.qualification,
    ...(input.relation == null ? {} : { relates: { relation: input.relation, otherId: input.other } }),
  };
}

/** 设立: what the new unit is to be. */
export function unitWanted(input: InputOf<Forms['apply-new']>): Wanted {
  const { name, shortName, code, documentPrefix, kind, tier, leadKind, leadBasis, domain, uscc, powers } = input;
  const placed = { superiorId: input.superior, lineSuperiorId: input.lineSuperior, answersThroughId: input.answersThrough };
  const regionCode = input.regionCode.trim().toUpperCase();
  return {
    ...onPaper(input),
    change: 'establish',
    unitId: null,
    unit: { name, shortName, code, documentPrefix, kind, tier, regionCode, leadKind, leadBasis, domain, uscc, powers, ...placed },
    ...{ name, shortName, documentPrefix, superiorId: input.superior, lineSuperiorId: input.lineSuperior },
    ...{ successorId: null, parts: [], ends: false, qualification: null },
  };
}

/** Units that the announcement names. */
export function namedBy(w: Wanted): readonly (string | null)[] {
  return [w.unitId, w.superiorId, w.lineSuperiorId, w.successorId, w.unit?.answersThroughId ?? null, w.relates?.otherId ?? null];
}
