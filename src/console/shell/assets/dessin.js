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
    fold(cadre, svg);
    const here = svg.querySelector('.courant');
    if (here) centre(cadre, here);
  }

  // Each part of a whole drawing is folded to its title, and unfolded, by a button of its own.
  function fold(cadre, svg) {
    const panels = [...svg.querySelectorAll('rect.pn')];
    if (panels.length < 2) return;
    const bar = document.createElement('details');
    bar.className = 'replis';
    bar.append(Object.assign(document.createElement('summary'), { textContent: 'Replier des parties' }));
    for (const panel of panels) {
      const title = panel.nextElementSibling;
      const button = Object.assign(document.createElement('button'), {
        type: 'button',
        textContent: title.textContent,
      });
      button.className = 'bouton discret petit';
      button.setAttribute('aria-pressed', 'false');
      let parts = null;
      button.addEventListener('click', () => {
        const folded = button.getAttribute('aria-pressed') !== 'true';
        parts ??= inside(svg, panel, title);
        button.setAttribute('aria-pressed', `${folded}`);
        for (const one of parts) one.classList.toggle('replie', folded);
        svg.classList.toggle('a-replis', bar.querySelector('[aria-pressed="true"]') !== null);
      });
      bar.append(button);
    }
    cadre.before(bar);
  }

  // What stands in a panel, but its frame and its title.
  function inside(svg, panel, title) {
    const { x, y, width, height } = panel.getBBox();
    const all = [...svg.children, ...svg.querySelector('.l').children];
    return all.filter((one) => {
      if (one === title || one.contains(panel) || one.tagName === 'defs' || !one.getBBox) return false;
      const box = one.getBBox();
      const isBeside = box.x < x || box.y < y || box.x + box.width > x + width || box.y + box.height > y + height;
      return !isBeside;
    });
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
