// A part that names its own address is where one comes back to: by a reload, or from the page after.
document.addEventListener('htmx:after:swap', () => {
  const here = document.querySelector('[data-adresse]');
  if (here) history.replaceState(history.state, '', here.dataset.adresse);
});
// Once something is answered again, the session that had ended is told of no more.
document.addEventListener('htmx:after:request', ({ detail }) => {
  if (detail.ctx.response.status < 400) document.getElementById('session')?.replaceChildren();
});
// No swap takes away what is typed: a field that has the focus, or in which something was typed since the answer was asked for, keeps it.
// The focus of nothing else goes to what the answer says to look at.
{
  const asked = new WeakMap();
  let held = [];
  let isTyping = false;

  const fields = () => [...document.querySelectorAll('main :is(input, select, textarea)[id]:not([type=hidden])')];
  const saidIn = (field) => (['checkbox', 'radio'].includes(field.type) ? field.checked : field.value);
  const values = () => new Map(fields().map((field) => [field.id, saidIn(field)]));

  document.addEventListener('htmx:before:request', ({ detail }) =>
    asked.set(detail.ctx, { before: values(), active: document.activeElement }),
  );
  document.addEventListener('htmx:before:swap', ({ detail }) => {
    const { before, active } = asked.get(detail.ctx) ?? { before: values(), active: null };
    const isHeld = (field) =>
      field === document.activeElement || (before.has(field.id) && before.get(field.id) !== saidIn(field));
    held = fields()
      .filter(isHeld)
      .map((field) => ({
        field,
        said: saidIn(field),
        hasFocus: field === document.activeElement,
        caret: caretOf(field),
      }));
    isTyping = held.some(
      ({ field, said, hasFocus }) => hasFocus && (field !== active || before.get(field.id) !== said),
    );
  });
  for (const event of ['htmx:before:settle', 'htmx:after:swap']) document.addEventListener(event, giveBack);
  document.addEventListener('htmx:before:settle', () => {
    if (isTyping) for (const one of document.querySelectorAll('[data-focus]')) one.removeAttribute('autofocus');
  });
  document.addEventListener('htmx:after:swap', () => {
    if (!isTyping) document.querySelector('[data-focus]')?.focus();
  });

  function giveBack() {
    held = held.filter(({ field, said, hasFocus, caret }) => {
      const now = document.getElementById(field.id);
      if (field.isConnected || !now) return true;
      if (typeof said === 'boolean') now.checked = said;
      else now.value = said;
      if (hasFocus) now.focus({ preventScroll: true });
      if (hasFocus && caret) now.setSelectionRange(...caret);
      return false;
    });
  }

  function caretOf(field) {
    try {
      return field.selectionStart === null ? null : [field.selectionStart, field.selectionEnd];
    } catch {
      return null;
    }
  }
}
// Tabs that are too many for a phone are shown from the current one on.
for (const one of document.querySelectorAll('.onglets [aria-current]')) {
  const row = one.closest('ul');
  row.scrollLeft = one.parentElement.offsetLeft - row.offsetLeft - row.clientWidth / 3;
}
