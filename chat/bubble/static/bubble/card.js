/** Elements out of data, which only becomes text and checked addresses. */
import { say } from "./texts.js";

export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const name in attributes) {
    const value = attributes[name];
    if (name.startsWith("on")) element[name] = value;
    else if (value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child));
  return element;
}

const SHAPES = {
  chat: "M4 4h16v12H9l-5 4z",
  phone: "M6 3h4l2 5-3 2c1 2 3 4 5 5l2-3 5 2v4c0 2-2 3-4 3C10 20 4 13 4 6c0-2 1-3 2-3z",
  out: "M9 5H5v14h14v-4M13 4h7v7M20 4l-9 9",
};

export function icon(name) {
  const [svg, path] = ["svg", "path"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

export function webAddress(value, base) {
  try {
    const { protocol, href } = new URL(value, base);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {}
}

export const away = (href, text, newTab, kind) =>
  h("a", { class: kind, href, target: "_blank", rel: "noopener" }, text, " ", icon("out"), h("span", { class: "vh" }, newTab));

export const dial = (scheme, number, said, kind) =>
  h("a", { class: kind, href: scheme + number.replace(/[^\d+]/g, "") }, said);

const door = (kind, number, language, more = "") =>
  dial(kind === "sms" ? "sms:" : "tel:", number, [icon("phone"), `${say(kind, language)} ${number}`], `door ${more}`);

const small = (...told) => h("small", {}, told.filter((one) => one).join(" · "));

const TAPPABLE = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])|((?:\+358|\b0)\d[\d ]{4,}\d\b|\b112\b|\b116 ?\d{3}\b)/;

export const linked = (text, language) =>
  text.split(TAPPABLE).map((part, at) => {
    if (!part || at % 3 === 0) return part;
    return at % 3 === 2 ? dial("tel:", part, part) : away(webAddress(part), part, say("new_tab", language));
  });

export function renderCard({ card, number, services = [] }, language) {
  if (card === "emergency") return numbers(number, services.flatMap(({ contacts }) => contacts), language);
  return services.length > 0 && h("ul", { role: "list" }, services.map((one) => service(one, language)));
}

function numbers(first, contacts, language) {
  const about = new Map([[first, {}], ["112", {}], ...contacts.map((contact) => [contact.value, contact])]);
  return [...about].map(([number, { label, hours }]) => h("p", {}, door("phone", number, language, "number"), small(label, hours)));
}

const service = ({ name, why, identification, contacts }, language) =>
  h("li", {}, h("h3", {}, name), small(why),
    contacts.map((one) => h("p", {}, contact(one, language))), small(say(identification, language)));

function contact({ kind, label, value, hours }, language) {
  const href = webAddress(value);
  if (href) return [away(href, `${label}: ${new URL(href).host}`, say("new_tab", language), "door"), small(hours)];
  return [kind === "phone" || kind === "sms" ? door(kind, value, language) : value, small(label, hours)];
}

/** The text without the lines that name a service and its contact: the card shows them. */
export function textBeside(text, { services = [] }) {
  const shown = (line) =>
    services.some(({ name, contacts }) => line.startsWith(`• ${name}`) && contacts.some(({ value }) => line.includes(value)));
  return text.split("\n").filter((line) => !shown(line)).join("\n");
}
