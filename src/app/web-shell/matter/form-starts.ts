import type { MatterView, OfferedAct } from '#ui/api/types.ts';
import { type FormStarts, type RowCaptions, type TypedForm, typedFrom } from '#ui/form/typed.ts';
import { captionsOfSupervisionDocument, startsOfSupervisionDocument } from '../../../supervision/supervision-document/web/form-starts.ts';

/** What the forms of a kind's acts are filled with before anybody types, from what the matter holds already. */
const BY_KIND: Readonly<Record<string, FormStarts>> = { 'supervision-document': startsOfSupervisionDocument };

const CAPTIONS: Readonly<Record<string, RowCaptions>> = { 'supervision-document': captionsOfSupervisionDocument };

export function rowCaption(matter: MatterView): (field: string, row: TypedForm) => string | null {
  return (field, row) => CAPTIONS[matter.kind]?.(matter.state, field, row) ?? null;
}

export function formStart(matter: MatterView, act: OfferedAct): TypedForm {
  const known = BY_KIND[matter.kind]?.(matter.state, act.act);
  if (known === undefined || known === null) return {};
  const names = new Map(matter.parties.map((party) => [party.organisationId, party.name]));
  return typedFrom(act.form, known, (id) => names.get(id) ?? '');
}
