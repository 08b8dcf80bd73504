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
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.className = "oc-save";
  button.textContent = model.get("label");
  said.className = "oc-said";
  said.setAttribute("role", "status");
  button.addEventListener("click", () => {
    said.textContent = model.get("waiting");
    model.send({ kind: "wanted" });
  });
  const answered = (message, buffers) => {
    if (buffers?.length) save(buffers[0], message);
    said.textContent = message.text;
  };
  el.addEventListener("keydown", (event) => event.stopPropagation());
  el.append(button, said);
  model.on("msg:custom", answered);
  return () => model.off("msg:custom", answered);
}

export default { render };
