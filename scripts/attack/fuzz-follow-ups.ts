import type { Addressed, Made } from './fuzz-requests.ts';

/** What whoever got that answer would ask next: to confirm what was shown, to undo what was done, to take the last line back. */
export function followUp(
  { path: asked, body: sent }: Made,
  answer: unknown,
  addresses: readonly Addressed[],
): Made | null {
  const [path = ''] = asked.split('?');
  const next = (method: string, to: string, body: object | null): Made | null => {
    const found = addresses.find((one) => one.method === method && shapeOf(one.path).test(to));
    const headers = body ? { 'content-type': 'application/json' } : {};
    return found ? { to: found, path: to, headers, body: body && JSON.stringify(body) } : null;
  };
  if (path.endsWith('/corrections/apercu')) {
    const { version, retires } = answer as { version: number; retires: { rang: number }[] };
    const confirmed = {
      ...JSON.parse(sent ?? '{}'),
      motif: 'Erreur',
      version,
      retires: retires.map(({ rang }) => rang),
    };
    return next('post', path.replace('/apercu', ''), confirmed);
  }
  if (path.endsWith('/sites') && sent) return next('delete', `${path}/${JSON.parse(sent).dossierId}`, null);
  if (!path.endsWith('/journal')) return null;
  const { faits } = answer as { faits: { rang: number; corrigee: object | null }[] };
  const last = faits.findLast(({ corrigee }) => corrigee === null);
  return last ? next('post', path.replace('/journal', '/corrections/apercu'), { rang: last.rang }) : null;
}

function shapeOf(template: string): RegExp {
  return new RegExp(`^/api/v1${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}
