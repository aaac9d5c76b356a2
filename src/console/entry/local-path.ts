/** Where to go next, as an address said it: a path of this very site, `/` for whatever might lead elsewhere. */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,500}$/.test(wanted)) return '/';
  const base = 'http://ici.invalid';
  const url = URL.parse(wanted, base);
  const isHere = url?.origin === base && !url.pathname.startsWith('//');
  return isHere ? `${url.pathname}${url.search}` : '/';
}
