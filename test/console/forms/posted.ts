const FIELDS = /<input\b([^>]*)>|<(textarea|select)\b([^>]*)>([\s\S]*?)<\/(?:textarea|select)>/g;

/** What a browser would post of the only form of a page, by name: a reading of the markup, without its buttons. */
export function postedBy(page: string): ReadonlyMap<string, string> {
  const posted = new Map<string, string>();
  for (const [, input, tag, attributes = input ?? '', body = ''] of page.matchAll(FIELDS)) {
    const nom = attribute(attributes, 'name');
    const value = nom === null ? null : postedValue(tag ?? 'input', attributes, body);
    if (nom !== null && value !== null) posted.set(nom, value);
  }
  return posted;
}

function postedValue(tag: string, attributes: string, body: string): string | null {
  if (tag === 'textarea') return decode(body);
  if (tag === 'select') {
    const options = [...body.matchAll(/<option([^>]*)>/g)].map(([, option = '']) => option);
    return attribute(options.find((option) => / selected\b/.test(option)) ?? options[0] ?? '', 'value');
  }
  const isTicked = !/type="(radio|checkbox)"/.test(attributes) || / checked\b/.test(attributes);
  return isTicked ? attribute(attributes, 'value') : null;
}

function attribute(attributes: string, nom: string): string | null {
  const [, value] = new RegExp(` ${nom}="([^"]*)"`).exec(attributes) ?? [];
  return value === undefined ? null : decode(value);
}

function decode(text: string): string {
  return text.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}
