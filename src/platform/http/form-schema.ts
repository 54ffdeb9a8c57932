import { type Field, type FormFields, MOST_FEN, PARTY_FIELDS } from '#law';

/** JSON Schema (2020-12, as OpenAPI 3.1 uses it) of the input of a form; for documentation, parseInput decides. */
export type JsonSchema = { readonly [key: string]: unknown };

export function formSchema(fields: FormFields): JsonSchema {
  const entries = Object.entries(fields);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(entries.map(([key, field]) => [key, described(field)])),
    required: entries.filter(([, field]) => field.required && field.as !== 'flag').map(([key]) => key),
  };
}

function described(field: Field): JsonSchema {
  const schema = shapeOf(field);
  const title = { title: field.label, ...(field.hint === undefined ? {} : { description: field.hint }) };
  return field.required ? { ...schema, ...title } : { anyOf: [schema, { type: 'null' }], ...title };
}

const UUID: JsonSchema = { type: 'string', format: 'uuid' };

function shapeOf(field: Field): JsonSchema {
  switch (field.as) {
    case 'text':
    case 'longtext':
    case 'personal':
      return { type: 'string', maxLength: field.max };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'integer':
      return { type: 'integer', minimum: field.min, maximum: field.max };
    case 'money':
      return { type: 'integer', minimum: 0, maximum: MOST_FEN, description: '分' };
    case 'flag':
      return { type: 'boolean' };
    case 'choice':
      return { type: 'string', enum: Object.keys(field.options), description: labels(field.options) };
    case 'choices':
      return { type: 'array', items: { type: 'string', enum: Object.keys(field.options) }, description: labels(field.options) };
    case 'organisation':
    case 'matter':
      return UUID;
    case 'organisations':
    case 'persons':
      return { type: 'array', items: UUID };
    case 'files':
      return { type: 'array', items: UUID, maxItems: field.max };
    case 'party':
      return formSchema(PARTY_FIELDS);
    case 'rows':
      return { type: 'array', items: formSchema(field.fields), minItems: field.required ? field.min : 0, maxItems: field.max };
  }
}

function labels(options: Readonly<Record<string, string>>): string {
  return Object.entries(options)
    .map(([code, label]) => `${code} ${label}`)
    .join('；');
}
