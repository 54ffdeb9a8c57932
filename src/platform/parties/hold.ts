import { createHmac } from 'node:crypto';
import {
  canonicalJson,
  type FormFields,
  isJsonObject,
  type Json,
  type PartyDetails,
  type PartyRef,
  partyIdentity,
  shownPartyName,
} from '#law';
import type { IdentityKeys } from '../identity/keys.ts';

/** Encrypts and marks with keys that stand outside the database. */
export type PartySealing = Pick<IdentityKeys, 'seal' | 'unseal' | 'mark'>;
export type HeldParty = { readonly ref: PartyRef; readonly details: PartyDetails };
type Input = Readonly<Record<string, Json>>;

/** The keys for parties; a program that performs acts with parties has them. */
export function sealingOf({ sealing }: { readonly sealing?: PartySealing }): PartySealing {
  if (sealing === undefined) throw new Error('no keys for parties');
  return sealing;
}

/** An input as acts may keep it: a reference in the place of every party typed, and the parties apart. */
export function holdParties(
  fields: FormFields,
  input: Input,
  refer: (details: PartyDetails) => PartyRef,
): { readonly input: Input; readonly held: readonly HeldParty[] } {
  const held: HeldParty[] = [];
  const keep = (details: PartyDetails): Json => {
    const ref = refer(details);
    held.push({ ref, details });
    return ref;
  };
  return hasParties(fields) ? { input: keptIn(fields, input, keep), held } : { input, held };
}

function keptIn(fields: FormFields, input: Input, keep: (details: PartyDetails) => Json): Input {
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => {
      const field = fields[key];
      // The form has been read: what stands here and is no reference are the details of a party.
      if ((field?.as === 'party' || field?.as === 'personal') && isJsonObject(value) && !isPartyRef(value))
        return [key, keep(value as PartyDetails)];
      if (field?.as === 'rows' && Array.isArray(value))
        return [key, value.map((row: Json) => (isJsonObject(row) ? keptIn(field.fields, row, keep) : row))];
      return [key, value];
    }),
  );
}

export function hasParties(fields: FormFields): boolean {
  return Object.values(fields).some(
    (field) => field.as === 'party' || field.as === 'personal' || (field.as === 'rows' && hasParties(field.fields)),
  );
}

/** The references that an input keeps. */
export function partiesIn(fields: FormFields, input: Input): readonly PartyRef[] {
  return placedParties(fields, input).map(({ ref }) => ref);
}

/** The same with the label of the field in which each was typed: 当事人, 被询问人. */
export function placedParties(fields: FormFields, input: Input): readonly { readonly ref: PartyRef; readonly place: string }[] {
  return Object.entries(fields).flatMap(([key, field]): readonly { readonly ref: PartyRef; readonly place: string }[] => {
    const value = input[key] ?? null;
    if (field.as === 'party' || field.as === 'personal') return isPartyRef(value) ? [{ ref: value, place: field.label }] : [];
    if (field.as !== 'rows' || !Array.isArray(value)) return [];
    return value.flatMap((row: Json) => (isJsonObject(row) ? placedParties(field.fields, row) : []));
  });
}

export function isPartyRef(value: unknown): value is PartyRef {
  return typeof value === 'object' && value !== null && 'id' in value && 'seal' in value;
}

/** What the act keeps of a party: its name as it may be shown, and keyed marks that a copy of the database cannot reverse. */
export function refOf(sealing: Pick<PartySealing, 'mark'>, id: string, details: PartyDetails): PartyRef {
  const { kind, uscc } = details;
  const who = partyIdentity(details);
  return {
    ...{ id, kind, uscc, name: shownPartyName(details) },
    mark: who === null ? null : digest(sealing.mark('penalty-records'), `party ${who}`),
    seal: sealOf(sealing, id, details),
  };
}

export function sealOf(sealing: Pick<PartySealing, 'mark'>, id: string, details: PartyDetails): string {
  return digest(sealing.mark('parties'), `${id} ${canonicalJson(details)}`);
}

function digest(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
}
