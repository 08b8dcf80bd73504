// A button that asks the kernel for a file and hands it to the browser to save. The name comes from the program.

function save(bytes, { name, mime }) {
  const address = URL.createObjectURL(new Blob([bytes], { type: mime }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function render({ model, el }) {
  const bar = document.createElement("div");
  const said = document.createElement("p");
  bar.className = "oc-bar";
  said.setAttribute("role", "status");
  for (const { kind, label } of model.get("choices")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => {
      said.textContent = model.get("waiting");
      model.send({ kind });
    });
    bar.append(button);
  }
  const answered = (message, buffers) => {
    if (buffers?.length) save(buffers[0], message);
    said.textContent = message.text;
  };
  bar.append(said);
  el.append(bar);
  el.addEventListener("keydown", (event) => event.stopPropagation());
  model.on("msg:custom", answered);
  return () => model.off("msg:custom", answered);
}

export default { render };
