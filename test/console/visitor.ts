import type { TestServer } from '../server.ts';

/** What a page answered. */
export interface Shown {
  status: number;
  text: string;
  headers: Headers;
}

/** A browser without script: follows nothing, keeps nothing but what is handed to it. */
export function visitorOf(server: TestServer) {
  const own = { Authorization: '', 'Sec-Fetch-Site': 'same-origin' };
  const ask = async (path: string, init: RequestInit = {}): Promise<Shown> => {
    const headers = { ...own, ...(init.headers as Record<string, string>) };
    const response = await server.fetch(path, { ...init, headers, redirect: 'manual' });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  return {
    get: (path: string, headers: Record<string, string> = {}) => ask(path, { headers }),
    post: (path: string, fields: Record<string, string> | string, headers: Record<string, string> = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
        body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
      }),
  };
}

/** The cookie that the browser would send next. */
export function cookieOf({ headers }: Shown): string {
  return headers.get('set-cookie')?.split(';')[0] ?? '';
}
