/** <opastin-chat>: the chat bubble; docs/developers/bubble.md tells of it. */
import { away, dial, h, icon, linked, renderCard, textBeside, webAddress } from "./card.js";
import { openLine } from "./line.js";
import sheet from "./style.js";
import { known, say } from "./texts.js";

const KEY = "opastin-chat";
const SMALL = matchMedia("(max-width: 30em), (max-height: 30em)");
const LOW = 288; // pixels under which the whole sheet scrolls
const PASSING = 10_000;
const SECRET = ["domestic_violence", "sexual_violence", "child_welfare"];

function bubble(host) {
  const memory = {};
  const shown = new Map(); // by client_id
  let language, owner, typing, writing, broken;

  const own = (word) => say(word, language);
  const word = (key, kind, tag = "span") => h(tag, { "data-say": key, class: kind });
  const button = (key, onclick, kind) => h("button", { type: "button", class: kind, onclick }, word(key));
  const item = (key, work) => button(key, () => {
    toMenu();
    work();
  });
  const page = (key) => {
    const given = host.getAttribute(`${key}-url`);
    return given && away(webAddress(given, location), word(key), word("new_tab"));
  };
  const unread = word("unread", "unread");
  const launcher = h("button", { class: "full launcher", "aria-haspopup": "dialog", onclick: () => open(true) },
    icon("chat"), word("launcher"), unread);
  const menuButton = word("menu", "", "summary");
  const other = item("language", change);
  const code = h("b");
  const menu = h("details", {}, menuButton, h("div", { class: "menu" },
    item("save", () => attempt(save())),
    item("restart", () => confirm("restart", restart)),
    other,
    item("erase", () => confirm("erase", () => attempt(erase()))),
    page("privacy"), page("accessibility"), h("p", {}, word("code"), " ", code)));
  const exit = button("exit", leave, "exit");
  const log = h("div", { class: "log", role: "log", "aria-live": "polite", tabindex: 0 });
  const alarm = h("div", { class: "vh", role: "alert" });
  const dots = word("typing", "dots");
  const notice = h("p", { class: "told", role: "status" });
  const input = h("textarea", { id: "input", rows: 2, maxlength: 4000, onkeydown: key, oninput: write });
  const person = button("person", askPerson, "person");
  const form = h("form", { onsubmit: submit },
    h("label", { for: "input", "data-say": "input" }),
    h("div", { class: "row" }, input, h("button", { class: "full" }, word("send"))),
    person);
  const answerer = h("p");
  const more = h("textarea", { id: "more", rows: 1, maxlength: 4000 });
  const rating = h("form", { onsubmit: rate }, h("fieldset", {}, word("rate", "", "legend"),
    h("label", { for: "more", "data-say": "rate_words" }), more,
    h("div", { class: "choices" }, [1, 2, 3, 4, 5].map((value) => h("button", { value }, `${value}`)))));
  const dialog = h("dialog", { class: "dialog", role: "dialog", "aria-labelledby": "title", onkeydown: escape, onclose: closed },
    h("div", { class: "head" }, h("div", {}, h("h2", { id: "title", "data-say": "name" }), answerer), menu, button("close", () => dialog.close())),
    exit, log, alarm, dots, notice, rating, form);
  unread.hidden = exit.hidden = dots.hidden = rating.hidden = true;
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  root.append(launcher, dialog);

  try {
    Object.assign(memory, JSON.parse(sessionStorage.getItem(KEY)));
  } catch {} // storage is refused
  const server = new URL(host.getAttribute("server") ?? new URL("/", import.meta.url), location).href;
  const line = openLine(server.replace(/\/$/, ""), memory, {
    introduce: () => ({ language, page: location.pathname }),
    changed: keep,
    message: hear,
    sent: ({ client_id }, seq) => sent(shown.get(client_id), seq),
    unsent,
    typing: () => type(true),
    state,
    line: whole,
    gone: () => anew("gone"),
  });
  language = known((memory.id && memory.language) || host.getAttribute("lang") || host.closest("[lang]")?.lang);
  state(memory);
  memory.outbox.forEach(show);

  function keep(facts) {
    Object.assign(memory, facts);
    code.textContent = memory.code;
    try {
      sessionStorage.setItem(KEY, JSON.stringify(memory));
    } catch {}
  }

  function speak(chosen) {
    language = chosen;
    person.firstChild.dataset.say = withPeople() ? "back" : "person";
    for (const element of root.querySelectorAll("[data-say]")) element.textContent = own(element.dataset.say);
    log.ariaLabel = own("log");
    dialog.lang = launcher.lang = language;
    other.lang = language === "fi" ? "sv" : "fi";
    keep({ owner, language });
  }

  function state({ owner: who = "bot", told = "" }) {
    answerer.textContent = told;
    keep({ told });
    if (who === owner) return;
    rating.hidden = who !== "ended" || !withPeople();
    owner = who;
    speak(language);
  }

  function withPeople() {
    return owner === "queue" || owner === "professional";
  }
  function open(asked) {
    launcher.hidden = unread.hidden = true;
    dialog.classList.toggle("sheet", SMALL.matches);
    if (SMALL.matches) dialog.showModal();
    else dialog.open = true;
    keep({ open: true });
    fit();
    line.start();
    if (asked) input.focus();
  }

  function closed() {
    launcher.hidden = false;
    launcher.focus();
    keep({ open: false });
    if (!withPeople()) line.stop();
  }

  function escape(event) {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    if (menu.open) toMenu();
    else dialog.close();
  }

  function toMenu() {
    menu.open = false;
    menuButton.focus();
  }
  function fit() {
    const { height, offsetTop, scale } = visualViewport;
    if (scale > 1) return; // two fingers zoom
    dialog.classList.toggle("low", height < LOW);
    dialog.style.setProperty("--height", `${height}px`);
    dialog.style.setProperty("--top", `${offsetTop}px`);
    scroll();
  }

  function hear(message) {
    const { seq, author, card, client_id, text, lang } = message;
    const old = seq <= memory.seq;
    const urgent = card?.card === "emergency";
    const mine = shown.get(client_id);
    const element = mine ?? render(message);
    if (!mine && (old || urgent)) element.ariaLive = "off";
    place(element, seq);
    if (author !== "resident") type(false);
    if (SECRET.includes(card?.emergency)) exit.hidden = false;
    if (author === "bot" && lang !== language) speak(known(lang));
    if (!old) {
      if (urgent) {
        alarm.lang = lang;
        alarm.textContent = text;
        setTimeout(() => alarm.replaceChildren(), PASSING);
      }
      unread.hidden = dialog.open || author === "resident";
      keep({ seq });
    }
    scroll();
  }

  function render({ seq, author, name, text, lang, buttons = [], card }) {
    const mine = author === "resident";
    card ??= {};
    return h("div", { class: `said ${author} ${card.card}`, lang },
      h("p", { class: mine ? "vh" : "who" }, card.card === "emergency" ? say("urgent", lang) : name ?? say(author, lang)),
      h("div", { class: "text" }, mine ? text : linked(textBeside(text, card), lang)),
      renderCard(card, lang),
      buttons.length > 0 && h("div", { class: "choices" }, buttons.map((title, index) =>
        h("button", { type: "button", onclick: () => send(title, { message: seq, index }).focus() }, title))));
  }
  function place(element, seq) {
    element.seq = seq;
    const next = [...log.children].find((one) => one.seq > seq) ?? null;
    if (!element.parentNode || element.nextSibling !== next) log.insertBefore(element, next);
    if (!element.matches(".resident")) return;
    for (const choices of log.querySelectorAll(".said:not(.guidance) > .choices")) {
      if (choices.parentNode.seq < seq) choices.remove();
    }
  }

  /** To the end, but not past what the answer answers. */
  function scroll() {
    const frame = dialog.matches(".low") ? dialog : log;
    const last = [...log.querySelectorAll(".resident, .professional")].pop();
    const past = last ? last.getBoundingClientRect().top - frame.getBoundingClientRect().top - 8 : Infinity;
    frame.scrollTop = Math.min(frame.scrollHeight, frame.scrollTop + past);
  }

  function type(on) {
    clearTimeout(typing);
    dots.hidden = !on;
    if (on) typing = setTimeout(type, PASSING);
  }

  function tell(...said) {
    notice.replaceChildren(...said);
  }

  function whole(now, said) {
    if (now === !broken) return;
    broken = !now;
    tell();
    if (now) return;
    const numbers = [host.getAttribute("phone") ?? "116 117", "112"];
    tell(said?.[language] ?? own("offline"), ...numbers.map((number) => dial("tel:", number, number)));
  }

  function key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  }

  function write() {
    if (owner !== "professional" || writing) return;
    writing = setTimeout(() => (writing = 0), 4_000);
    attempt(line.call("POST", "/typing", {}));
  }

  function rate(event) {
    event.preventDefault();
    attempt(line.call("POST", "/feedback", { rating: +event.submitter.value, words: more.value }).then(() => {
      rating.hidden = true;
      log.focus();
      tell(own("rated"));
    }));
  }

  function submit(event) {
    event.preventDefault();
    const text = input.value.trim();
    if (text) send(text);
    input.value = "";
    input.focus();
  }

  function send(text, button) {
    if (owner === "ended") anew();
    if (!broken) tell();
    type(owner === "bot");
    line.start();
    return show(line.send(text, button));
  }

  function show(item) {
    const element = render({ author: "resident", text: item.text, lang: language });
    element.tabIndex = -1;
    shown.set(item.client_id, element);
    place(element, Infinity);
    if (item.refused) unsent(item);
    scroll();
    return element;
  }

  function sent(element, seq) {
    element.querySelector(".state")?.remove();
    place(element, seq);
  }

  function unsent(item, said) {
    const element = shown.get(item.client_id);
    const again = () => {
      element.focus();
      if (owner === "ended") anew();
      sent(element, Infinity);
      line.retry(item);
    };
    type(false);
    sent(element, Infinity);
    element.append(h("div", { class: "state", lang: language }, said?.[language] ?? own("unsent"),
      h("button", { type: "button", onclick: again }, own("again"))));
    scroll();
  }

  function askPerson() {
    if (withPeople()) attempt(line.call("POST", "/bot", {}));
    else send(own("person_text"));
  }

  function change() {
    const text = own("language_text");
    speak(other.lang);
    send(text);
  }

  const attempt = (promise) => promise.catch(({ said }) => tell(said?.[language] ?? own("failed")));

  async function save() {
    const href = URL.createObjectURL(await (await line.call("GET", "/transcript")).blob());
    h("a", { href, download: `${own("name")} ${memory.code}.txt` }).click();
    setTimeout(() => URL.revokeObjectURL(href), PASSING);
    tell(own("saved"));
  }

  function confirm(what, work) {
    const box = h("dialog", { class: "confirm", role: "alertdialog", lang: language, "aria-labelledby": "ask", "aria-describedby": "tell",
      onclose: () => {
        box.remove();
        toMenu();
        if (box.returnValue) work();
      } },
      h("h2", { id: "ask" }, own(`${what}_ask`)),
      h("p", { id: "tell" }, own(`${what}_tell`)),
      h("div", { class: "choices" },
        h("button", { class: "full", onclick: () => box.close(what) }, own(what)),
        h("button", { autofocus: "", onclick: () => box.close() }, own("cancel"))));
    root.append(box);
    box.showModal();
  }

  async function erase() {
    if (memory.id) await line.call("DELETE", "");
    line.stop();
    clear("erased");
  }

  function restart() {
    if (memory.id) line.call("POST", "/leave", {}).catch(() => {});
    clear();
    line.start();
  }

  function clear(word) {
    line.reset();
    log.replaceChildren();
    exit.hidden = true;
    anew(word);
  }
  function anew(word) {
    if (owner === "ended") line.reset(memory.outbox);
    for (const element of log.children) {
      if (element.seq === Infinity) continue;
      element.seq = 0;
      element.querySelector(".choices")?.remove();
    }
    state({});
    tell(own(word) ?? "");
  }

  function leave() {
    line.stop();
    sessionStorage.removeItem(KEY);
    document.documentElement.style.display = "none";
    location.replace(webAddress(host.getAttribute("exit-url")) ?? "https://yle.fi/");
  }

  return () => {
    const here = new AbortController();
    for (const name of ["online", "offline", "pageshow"]) addEventListener(name, line.kick, here);
    for (const name of ["resize", "scroll"]) visualViewport.addEventListener(name, fit, here);
    if (memory.open) open();
    else if (withPeople()) line.start();
    return () => {
      here.abort();
      line.stop();
    };
  };
}

customElements.define("opastin-chat", class extends HTMLElement {
  connectedCallback() {
    this.arrive ??= bubble(this);
    this.depart = this.arrive();
  }

  disconnectedCallback() {
    this.depart();
  }
});
