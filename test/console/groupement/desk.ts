import type { People } from '../../http/people.ts';
import type { TestServer } from '../../server.ts';
import { act } from '../../survey/groupement.ts';

type Role = 'agent' | 'lecteur';

/** Somebody at the screens of groupements, and what is kept behind them; facts are told on the day `jour`. */
export function deskOf(server: TestServer, people: People, jour: string) {
  return { read, post, tell, versionOf, saidBy };

  async function read(path: string, role: Role = 'agent') {
    const response = await fetch(`${server.url}${path}`, { headers: people[role], redirect: 'manual' });
    return told(response);
  }

  async function post(path: string, fields: Record<string, string> | [string, string][], role: Role = 'agent') {
    const body = new URLSearchParams(fields);
    return told(
      await fetch(`${server.url}${path}`, { method: 'POST', headers: people[role], body, redirect: 'manual' }),
    );
  }

  async function tell(id: string | undefined, type: string, more: object = {}): Promise<void> {
    const recorded = await server.services.record(
      { genre: 'dossier', id: id ?? '' },
      { type, date: jour, ...more },
      act,
    );
    if (!recorded.ok) throw new Error(JSON.stringify(recorded.error));
  }

  async function versionOf(id: string | undefined): Promise<number> {
    const found = await server.services.find({ genre: 'dossier', id: id ?? '' });
    return found.ok ? found.value.version : 0;
  }

  /** What was told of a site in a fact; null for nothing. */
  async function saidBy(id: string | undefined, type: string): Promise<object | null> {
    const journal = await server.services.journal({ genre: 'dossier', id: id ?? '' }, 0, 100);
    const line = journal.ok ? journal.value.find((one) => one.type === type) : undefined;
    return line ? JSON.parse(line.saisie ?? '{}') : null;
  }
}

/** What was answered, as it is read. */
export async function told(response: Response) {
  const text = (await response.text()).replaceAll('&#39;', "'");
  return { status: response.status, location: response.headers.get('location') ?? '', headers: response.headers, text };
}

/** What the page of an act sends unseen, and its ticked lines. */
export function hiddenOf(page: string): [string, string][] {
  const [form = ''] = /<form method="post" action="[^"]*\/lot".*?<\/form>/s.exec(page) ?? [];
  const sent = /<input type="(?:hidden|checkbox)" name="([^"]*)" value="([^"]*)"( checked)?/g;
  return [...form.matchAll(sent)].flatMap(([all, name = '', value = '', ticked]): [string, string][] =>
    all.includes('type="hidden"') || ticked ? [[name, value]] : [],
  );
}

/** The sites that the page of an act has a line for. */
export function rowsOf(page: string): string[] {
  return [...page.matchAll(/data-cles="([^"|]*)/g)].map(([, name = '']) => name);
}
