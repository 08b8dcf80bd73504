// The home in a page without Python: the numbers lie in the page, and without this script its picture stays.

import { mount } from "./live.js";

const here = document.getElementById("live");
const { view, answer } = JSON.parse(document.getElementById("live-data").textContent);
mount(here, view, { answer, folded: true });
here.hidden = false;
here.parentElement.classList.add("is-live");
