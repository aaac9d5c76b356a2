// A drawing is looked at closer or from further by keys, or by Ctrl and the wheel, and opens where the case is.
{
  const STEP = 1.2;
  const LEAST = 320;
  const MOST = 6_000;

  document.addEventListener('input', ({ target }) => {
    if (!target.dataset?.jours) return;
    const jour = target.dataset.jours.split(',')[target.value];
    target.setAttribute('aria-valuetext', jour);
    target.form.querySelector('output').textContent = jour;
  });
  document.addEventListener('htmx:after:swap', open);
  open();

  function open() {
    for (const cadre of document.querySelectorAll('.recit .planche-cadre:not([data-ouvert])')) look(cadre);
  }

  function look(cadre) {
    cadre.dataset.ouvert = '';
    const svg = cadre.querySelector('svg');
    if (!svg) return;
    cadre.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const factor = { '+': STEP, '-': 1 / STEP }[event.key];
      if (factor) zoom(cadre, svg, factor);
      else if (event.key === '0') svg.style.minWidth = '';
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    cadre.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        zoom(cadre, svg, event.deltaY < 0 ? STEP : 1 / STEP, { x: event.clientX, y: event.clientY });
      },
      { passive: false },
    );
    const here = svg.querySelector('.courant');
    if (here) centre(cadre, here);
  }

  // What is under the point, or in the middle, stays where it is.
  function zoom(cadre, svg, factor, { x, y } = {}) {
    const { left, top, width, height } = cadre.getBoundingClientRect();
    const [dx, dy] = [(x ?? left + width / 2) - left, (y ?? top + height / 2) - top];
    const before = svg.clientWidth;
    svg.style.minWidth = `${Math.min(MOST, Math.max(LEAST, before * factor))}px`;
    const done = svg.clientWidth / before;
    cadre.scrollLeft = (cadre.scrollLeft + dx) * done - dx;
    cadre.scrollTop = (cadre.scrollTop + dy) * done - dy;
  }

  function centre(cadre, here) {
    const [box, around] = [here.getBoundingClientRect(), cadre.getBoundingClientRect()];
    cadre.scrollLeft += box.left + box.width / 2 - around.left - around.width / 2;
  }
}
