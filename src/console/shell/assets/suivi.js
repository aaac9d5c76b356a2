// What others do to the case of a page is told as it happens; its parts are drawn again unless something has been typed in it.
{
  const GATHER_MS = 250;
  const TOLD = 3;
  const region = document.querySelector('[data-suivi]');
  const news = [];
  let vu = null;
  let stream = null;
  let gathering = 0;

  if (region && 'EventSource' in window) {
    follow();
    document.addEventListener('visibilitychange', () => (document.hidden ? stop() : follow()));
    window.addEventListener('pagehide', stop);
    window.addEventListener('pageshow', follow);
  }

  // A hidden page follows nothing: browsers open six connections to a server, whatever the number of tabs.
  function follow() {
    if (stream || document.hidden) return;
    const address = new URL(region.dataset.suivi, location.href);
    if (vu !== null) address.searchParams.set('vu', vu);
    stream = new EventSource(address);
    stream.addEventListener('presence', present);
    stream.addEventListener('acte', ({ data }) => {
      const told = JSON.parse(data);
      vu = told.vu;
      news.push(told.texte);
      clearTimeout(gathering);
      gathering = setTimeout(tell, GATHER_MS);
    });
  }

  // Who else has the case before them; nothing when nobody has.
  function present({ data }) {
    const place = document.getElementById('presence');
    if (place) place.textContent = JSON.parse(data).texte;
  }

  function stop() {
    stream?.close();
    stream = null;
  }

  async function tell() {
    const lines = news.splice(0).slice(-TOLD);
    const parts = [...document.querySelectorAll('[data-partie]')];
    const isRefreshed = parts.length > 0 && !isTyped() && (await refresh(parts));
    show(lines, isRefreshed);
  }

  function isTyped() {
    if (document.querySelector('[data-saisi]')) return true;
    const fields = document.querySelectorAll('main form[method="post"] :is(input, select, textarea)');
    return [...fields].some((field) => {
      if (field.type === 'hidden') return false;
      if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
      if (field.options)
        return [...field.options].some((option) => option.selected !== option.defaultSelected && field.value !== '');
      return field.value !== field.defaultValue;
    });
  }

  async function refresh(parts) {
    const answer = await fetch(location.href, { headers: { 'Hx-Request': 'false' } }).catch(() => null);
    if (!answer?.ok || answer.redirected) return false;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (isTyped()) return false;
    const focused = document.activeElement?.id;
    for (const part of parts) {
      const next = fresh.getElementById(part.id);
      if (!next) continue;
      for (const { id } of part.querySelectorAll('details[open][id]')) {
        const again = [...next.querySelectorAll('details')].find((one) => one.id === id);
        if (again) again.open = true;
      }
      part.replaceWith(next);
      window.htmx?.process(next);
    }
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    return true;
  }

  function show(lines, isRefreshed) {
    const box = document.createElement('div');
    box.className = 'encart info';
    const inner = box.appendChild(document.createElement('div'));
    for (const line of lines) inner.appendChild(document.createElement('p')).textContent = `${line}.`;
    const last = inner.appendChild(document.createElement('p'));
    if (isRefreshed) last.textContent = 'Cette page est à jour.';
    else {
      last.append('Votre saisie est gardée. ');
      const link = last.appendChild(document.createElement('a'));
      link.href = region.dataset.voir;
      link.target = '_blank';
      link.rel = 'noopener';
      link.textContent = 'Voir le dossier (nouvel onglet)';
    }
    region.replaceChildren(box);
  }
}
