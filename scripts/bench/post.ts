import type { Reached } from './service.ts';

/** Posts JSON and reads the answer; anything but a success throws it. */
export async function post<Answer>({ url, headers }: Reached, path: string, body: unknown): Promise<Answer> {
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return (await response.json()) as Answer;
}
