// Keys of one letter, unless they are turned off; none acts while somebody types.
{
  const field = document.getElementById('recherche');
  const palette = document.getElementById('palette');
  const areOn = document.body.hasAttribute('data-raccourcis');
  const isTyping = (one) =>
    one.closest('textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])');
  const rows = () => [...document.querySelectorAll('.travail tbody th a')];

  /** What a key is for: of the line that has the focus, else of the page or the preview; never of a line that one is not at. */
  function meantBy(key) {
    const wanted = `[data-touche="${CSS.escape(key)}"]`;
    const line = document.activeElement.closest('.travail tbody tr');
    const isElsewhere = (one) => one.closest('.travail tbody');
    return line?.querySelector(wanted) ?? [...document.querySelectorAll(wanted)].find((one) => !isElsewhere(one));
  }

  /** A link is followed, a field is typed in; a step is gone to, its button waits to be pressed. */
  function use(one) {
    if (one.matches('a, button')) return one.click();
    if (one.matches('form')) return one.requestSubmit();
    if (one.matches('input, textarea')) return one.focus();
    const act = one.querySelector('.acte-principal :is(a, button)') ?? one.querySelector('a.bouton, button');
    if (act?.matches('a')) act.click();
    else act?.focus();
  }

  function move(key) {
    const all = rows();
    if (all.length === 0) return false;
    const at = all.findIndex((one) => one.closest('tr').contains(document.activeElement));
    const next = all[key === 'j' ? Math.min(at + 1, all.length - 1) : Math.max(at - 1, 0)];
    next.focus();
    if (document.querySelector('#apercu > *')) next.closest('tr').querySelector('[data-touche=p]')?.click();
    return true;
  }

  function act(event) {
    const { key } = event;
    if ((key === 'j' || key === 'k') && move(key)) return event.preventDefault();
    const one = meantBy(key);
    if (!one) return;
    event.preventDefault();
    if (one === field) openPalette();
    else if (key === '?') showKeys(one);
    else use(one);
  }

  /** Over the page, which keeps what is typed in it. */
  function showKeys({ href, textContent }) {
    const box = document.createElement('dialog');
    box.id = 'raccourcis';
    box.ariaLabel = textContent;
    box.addEventListener('close', () => box.remove());
    document.body.append(box);
    htmx.ajax('GET', href, '#raccourcis');
  }

  // What comes after it was closed does not open it again, until one types.
  let isOpen = false;
  field?.addEventListener('input', () => {
    isOpen = true;
  });

  function closePalette() {
    isOpen = false;
    palette.replaceChildren();
  }

  function openPalette() {
    isOpen = true;
    field.focus();
    field.select();
    htmx.trigger(field.form, 'palette');
  }

  // htmx begins in the turn that comes: a key before it would leave the page.
  setTimeout(() => {
    document.addEventListener('keydown', hear);
    document.body.dataset.clavier = 'pret';
  });

  function hear(event) {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (event.defaultPrevented || event.isComposing || isTyping(target) || document.querySelector('dialog[open]'))
      return;
    if (key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey && field) {
      event.preventDefault();
      openPalette();
    } else if (areOn && !ctrlKey && !metaKey && !altKey && key.length === 1) act(event);
  }

  field?.form.addEventListener('keydown', (event) => {
    const links = [...palette.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement);
    const to = { ArrowDown: links[at + 1], ArrowUp: at > 0 ? links[at - 1] : field }[event.key];
    if (event.key === 'Escape' && links.length > 0) {
      event.preventDefault();
      closePalette();
      field.focus();
    } else if (to && links.length > 0) {
      event.preventDefault();
      to.focus();
    }
  });
  // Whoever goes elsewhere by Tab or by a click is not kept waiting by what it covers.
  field?.form.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !field.form.contains(relatedTarget)) closePalette();
  });
  document.addEventListener('click', ({ target }) => {
    if (field && !field.form.contains(target)) closePalette();
  });
  // Answers that come late take the place of those that one was already among.
  let wasAmong = false;
  document.addEventListener('htmx:before:swap', (event) => {
    if (palette && event.detail.ctx.target === palette && !isOpen) event.preventDefault();
    wasAmong = palette?.contains(document.activeElement) ?? false;
  });
  document.addEventListener('htmx:after:swap', ({ detail }) => {
    if (wasAmong && !palette.contains(document.activeElement)) palette.querySelector('a')?.focus();
    if (detail.ctx.target?.id === 'raccourcis' && !detail.ctx.target.open) detail.ctx.target.showModal();
  });
}
// Arrows go from a search to what it found and back; Enter in the search takes the only one, or goes to the first.
document.addEventListener('keydown', (event) => {
  const search = event.target.closest?.('.trouver');
  if (!search || event.isComposing) return;
  const field = search.querySelector('input');
  const found = [...search.querySelectorAll('.propositions a')];
  const isCurrent = search.querySelector('.propositions')?.dataset.recherche === field.value;
  const at = found.indexOf(document.activeElement);
  if (event.key === 'Enter' && at < 0 && event.target === field && isCurrent) {
    event.preventDefault();
    if (found.length === 1) found[0].click();
    else found[0].focus();
  } else if (event.key === 'Escape' && at >= 0) field.focus();
  else if (event.key === 'ArrowDown' && found.length > 0) {
    event.preventDefault();
    found[Math.min(at + 1, found.length - 1)].focus();
  } else if (event.key === 'ArrowUp' && at >= 0) {
    event.preventDefault();
    (found[at - 1] ?? field).focus();
  }
});
