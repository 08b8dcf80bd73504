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

const FROM_RIGHT = "\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}";
const RUN = new RegExp(`([${FROM_RIGHT}](?:[^\\p{Script=Latin},;:.!?()“”]*[${FROM_RIGHT}])?)`, "u");

/**
 * A sentence of ours around what people wrote. It reads from left to right whatever name it begins with, and a name from right to
 * left keeps to itself, so that the numbers and words beside it are not turned round.
 */
export const sentence = (tag, attributes, text, ...more) =>
  made(
    tag, { ...attributes, dir: /\p{Script=Latin}/u.test(text) ? "ltr" : "auto" },
    text.split(RUN).map((piece, place) => (place % 2 ? made("bdi", {}, piece) : piece)), ...more,
  );

/** The name of an element in the page, from what it stands for. */
export const idOf = (place) => `oc-${place.join("-").replace(/[^\w-]/g, (sign) => `_${sign.codePointAt(0).toString(16)}`)}`;
