// What htmx has replaced may hold the focus of nothing: it goes to what the answer says to look at.
document.addEventListener('htmx:after:swap', () => {
  document.querySelector('[data-focus]')?.focus();
});
// A part that names its own address is where one comes back to: by a reload, or from the page after.
document.addEventListener('htmx:after:swap', () => {
  const here = document.querySelector('[data-adresse]');
  if (here) history.replaceState(history.state, '', here.dataset.adresse);
});
