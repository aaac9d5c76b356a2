// What htmx has replaced may hold the focus of nothing: it goes to what the answer says to look at.
document.addEventListener('htmx:after:swap', () => {
  document.querySelector('[data-focus]')?.focus();
});
