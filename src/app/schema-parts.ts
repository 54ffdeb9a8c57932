import type {} from '@fastify/swagger';
import { type TProperties, Type } from 'typebox';

/** An object that refuses what it does not name. */
export function Closed<P extends TProperties>(properties: P) {
  return Type.Object(properties, { additionalProperties: false });
}

export function Text(maxLength: number, minLength = 1) {
  return Type.String({ minLength, maxLength });
}

export const Id = Type.String({ format: 'uuid' });
export const IdParams = Closed({ id: Id });
