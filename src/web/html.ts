/** Markup that may be sent as it is. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

/** Markup from a template: what is put in is escaped, unless it is markup itself; lists are joined, nothing is left out for null or false. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((text, rank) => text + (rank < parts.length ? render(parts[rank]) : '')).join(''));
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(render).join('');
  return `${part}`.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

type Value = string | number | boolean | null | undefined;

/** Attributes, each after a space: nothing for null or false, the name alone for true. */
export function attrs(named: Readonly<Record<string, Value>>): Html {
  const said = Object.entries(named).filter(([, value]) => value !== null && value !== undefined && value !== false);
  return html`${said.map(([name, value]) => (value === true ? html` ${name}` : html` ${name}="${`${value}`}"`))}`;
}
