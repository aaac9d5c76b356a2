/** The part of JSON Schema that the document is written in. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  description?: string;
  title?: string;
}

const scalars: Record<string, string> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
};

/** A JSON schema as a TypeScript type, its lines after the first indented by `indent`. */
export function toType(schema: JsonSchema, indent = ''): string {
  const { $ref, anyOf, type, items } = schema;
  if ($ref) return `Schemas['${$ref.split('/').at(-1)}']`;
  if ('const' in schema) return literal(schema.const);
  if (schema.enum) return schema.enum.map(literal).join(' | ');
  if (anyOf) return union(anyOf, indent);
  if (Array.isArray(type))
    return union(
      type.map((one) => ({ ...schema, type: one })),
      indent,
    );
  if (type === 'array') return `Array<${toType(items ?? {}, indent)}>`;
  return type === 'object' ? objectType(schema, indent) : (scalars[type ?? ''] ?? 'unknown');
}

/** One member of an interface, with what the schema says of it. */
export function member(
  name: string,
  schema: JsonSchema,
  { required, indent }: { required: boolean; indent: string },
): string {
  const told = schema.description ?? schema.title;
  const comment = told ? `${indent}/** ${told.replaceAll('*/', '*')} */\n` : '';
  const key = /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`;
  return `${comment}${indent}${key}${required ? '' : '?'}: ${toType(schema, indent)};`;
}

function objectType({ properties = {}, required = [], additionalProperties }: JsonSchema, indent: string): string {
  const inner = `${indent}  `;
  const members = Object.entries(properties).map(([name, schema]) =>
    member(name, schema, { required: required.includes(name), indent: inner }),
  );
  if (additionalProperties !== undefined && additionalProperties !== false) {
    const rest = additionalProperties === true || members.length > 0 ? 'unknown' : toType(additionalProperties, inner);
    if (members.length === 0) return `Record<string, ${rest}>`;
    members.push(`${inner}[autre: string]: ${rest};`);
  }
  return members.length === 0 ? 'Record<string, unknown>' : `{\n${members.join('\n')}\n${indent}}`;
}

function union(schemas: readonly JsonSchema[], indent: string): string {
  return [...new Set(schemas.map((schema) => toType(schema, indent)))].join(' | ');
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value.replaceAll(/['\\]/g, '\\$&')}'` : JSON.stringify(value);
}
