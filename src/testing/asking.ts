import { BAYANNUR_2026, type Profile } from '#law';

/** The city's parameters with another value of one of them. */
export function asking(parameter: string, value: number): Profile {
  return { ...BAYANNUR_2026, parameters: BAYANNUR_2026.parameters.map((one) => (one.name === parameter ? { ...one, value } : one)) };
}
