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
