// Elements of the app. Every text goes in as text, never as markup.

/** An element; an attribute that is true stands there without a value, one that is false or nothing does not. */
export const made = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== ""));
  return element;
};

/** The name of an element in the page, from what it stands for. */
export const idOf = (place) => `oc-${place.join("-").replace(/[^\w-]/g, (sign) => `_${sign.codePointAt(0).toString(16)}`)}`;
