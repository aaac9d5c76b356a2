// A block copied from a spreadsheet fills the table from the cell where it is pasted; lines that begin by a site's name or number go to that site.
{
  document.addEventListener('paste', (event) => {
    const start = event.target.closest?.('[data-collage] td');
    const text = event.clipboardData?.getData('text/plain').replace(/\r?\n$/, '') ?? '';
    if (!start || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const lines = text.split(/\r?\n/).map((line) => line.split('\t').map((word) => word.trim()));
    const rows = [...start.closest('tbody').rows];
    const named = rowsByName(rows);
    const isNamed = lines.some(([first]) => named.has(plain(first)));
    for (const [rank, words] of lines.entries()) {
      const row = isNamed ? named.get(plain(words[0])) : rows[rows.indexOf(start.parentElement) + rank];
      const said = isNamed ? words.slice(1) : words;
      for (const [index, word] of said.entries()) fill(row?.cells[start.cellIndex + index], word);
    }
  });

  // A line in which something is typed is meant.
  document.addEventListener('input', ({ target }) => {
    const box = target.closest('[data-collage] tr')?.querySelector('input[name="pris"]');
    if (box && target !== box) box.checked = true;
  });

  function plain(word) {
    return word
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  }

  // Of two sites of the same name, none is found by it.
  function rowsByName(rows) {
    const named = new Map();
    for (const row of rows)
      for (const key of row.querySelector('[data-cles]')?.dataset.cles.split('|') ?? [])
        named.set(plain(key), named.has(plain(key)) ? null : row);
    return named;
  }

  function fill(cell, word) {
    const field = cell?.querySelector('input:not([type=checkbox]), select');
    if (!field) return;
    const means = ({ value, text }) => plain(value) === plain(word) || plain(text).startsWith(plain(word));
    field.value = field.options ? ([...field.options].find(means)?.value ?? field.value) : word;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
