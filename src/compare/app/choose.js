// Practice data by name, or a file of one's own, which goes to the kernel and nowhere else. What went wrong is said here.

function made(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function render({ model, el }) {
  const words = model.get("words");
  const samples = made("select", {}, made("option", { value: "" }, words.own_file));
  samples.append(...model.get("names").map((name) => made("option", { value: name }, name)));
  const file = made("input", { type: "file", accept: model.get("endings").join(",") });
  const message = made("div", { class: "oc-message tex2jax_ignore mathjax_ignore", role: "alert", dir: "auto" });
  el.append(
    made(
      "div",
      { class: "oc-bar" },
      made("label", {}, words.sample, samples),
      made("label", { class: "oc-file" }, words.upload, file),
      message,
    ),
  );
  const show = () => {
    samples.value = model.get("source");
    message.textContent = model.get("message");
  };
  samples.addEventListener("change", () => {
    if (samples.value) model.send({ kind: "sample", name: samples.value });
    else show();
  });
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    const fits = chosen.size <= model.get("limit");
    model.send({ kind: "file", name: chosen.name, size: chosen.size }, undefined, fits ? [await chosen.arrayBuffer()] : []);
    file.value = "";
  });
  el.addEventListener("keydown", (event) => event.stopPropagation());
  show();
  model.on("change:source", show);
  model.on("change:message", show);
  return () => {
    model.off("change:source", show);
    model.off("change:message", show);
  };
}

export default { render };
