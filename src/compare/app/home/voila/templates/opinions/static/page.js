// What Voila calls once it can show the page. The key is taken out of the address line, so that nobody copies it by chance.

if (location.search) history.replaceState(null, "", location.pathname);

const show = () => {
  document.getElementById("loading").hidden = true;
  document.getElementById("rendered_cells").hidden = false;
};

window.voila_finish = () => (window.themeLoaded ? show() : null);
window.cellLoaded = true;
document.addEventListener("DOMContentLoaded", () => {
  if (!window.themeLoaded) document.getElementById("loading").hidden = false;
});
